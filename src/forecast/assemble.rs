//! From what an engine has to tell about the places of a journey to slots, stages and totals.

use super::HALF_A_PERSON;
use super::data::{Place, Series, Slot, StageForecast, Totals, Verdict};
use super::interval::Interval;
use super::minutes::Minutes;
use crate::demand::WindowFigures;
use crate::num::order::Extreme;
use crate::plan::Plan;
use crate::queueing::Counters;

/// Waits below this count as none [s].
pub const NO_WAIT: f64 = 1e-3;

/// What an engine has to tell about one story of a plan. Places are indices in the order people pass them; a waiting
/// room is the first. A wait of `None` is not over.
pub trait Account {
    fn places(&self) -> usize;

    fn minutes(&self, place: usize) -> &Minutes;

    /// The series of those minutes, which are not asked for afterwards.
    fn take_series(&mut self, place: usize) -> Series;

    /// Counts of the whole horizon.
    fn end(&self, place: usize) -> Counters;

    /// Longest wait of somebody with endless patience who arrives in the interval, or at any time [s].
    fn longest_wait(&self, place: usize, interval: Option<&Interval>) -> Option<f64>;

    /// Waits that so large shares of the attempts in the interval do not exceed [s].
    fn waits(&self, place: usize, interval: &Interval, shares: [f64; 3]) -> [Option<f64>; 3];

    /// [people]
    fn peak_queue(&self, place: usize, interval: &Interval) -> f64;

    /// Waiting or in service at all places together [people].
    fn peak_inside(&self, interval: &Interval) -> f64;

    /// What a running count gained in the interval [people].
    fn gained(&self, place: usize, interval: &Interval, count: fn(&Counters) -> f64) -> f64;

    /// In all queues just before an instant [people].
    fn waiting_before(&self, t: f64) -> f64;

    /// When the queue is longest [s], and how long [people].
    fn longest_queue(&self, place: usize) -> (f64, f64);

    /// When the queue last falls below half a person [s]; 0 if it never was longer, `None` if it never falls.
    fn drained(&self, place: usize) -> Option<f64>;

    /// Starters on their way at the end; below 0 by no more than a tolerance [people].
    fn unfinished(&self) -> f64;

    /// Starters who have finished by the end of each minute [people].
    fn finished(&self) -> Vec<f64>;
}

/// One story of a plan with all its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// From the baseline's opening to the end of the horizon.
    pub whole: Slot,
    /// One per window in the order of the plan, then the row of all minutes in no window.
    pub slots: Vec<Slot>,
    pub stages: Vec<StageForecast>,
    pub waiting_room: Option<Series>,
    pub totals: Totals,
    /// Starters who have finished by the end of each minute [people].
    pub finished: Vec<f64>,
    /// Lost just before each catch-up window, in the order in which they act [people].
    pub lost_before_catch_up: Vec<f64>,
}

/// Instants of a plan at which a slot begins or ends, and its intervals [s].
#[derive(Clone, Debug)]
pub struct Spans {
    /// Opening of the baseline.
    pub together: f64,
    pub stops: Vec<f64>,
    pub intervals: Vec<Interval>,
    pub horizon: f64,
}

impl Spans {
    pub fn of(plan: &Plan) -> Self {
        let horizon = plan.horizon().get();
        let together = plan.baseline_opens.or_else(|| plan.first_opening());
        let together = together.map_or(0.0, |at| plan.since_start(at).get());
        let mut stops = vec![together];
        let mut intervals = Vec::new();
        for window in plan.windows.iter() {
            let (opens, closes) = (plan.since_start(window.opens).get(), plan.since_start(window.closes).get());
            stops.extend([opens, closes]);
            intervals.push(Interval::between(opens, closes));
        }
        Self { together, stops, intervals, horizon }
    }
}

/// Puts a story together. `figures`: of each window; `table`: people of the starters table [people].
pub fn story(
    plan: &Plan,
    spans: &Spans,
    account: &mut dyn Account,
    figures: &[WindowFigures],
    table: f64,
    lost_before_catch_up: Vec<f64>,
) -> Story {
    let assembly = Assembly { plan, account: &*account };
    let mut slots: Vec<Slot> = (spans.intervals.iter().enumerate())
        .map(|(index, interval)| assembly.slot(Some(index), figures[index], interval))
        .collect();
    slots.push(assembly.slot(None, WindowFigures::default(), &Interval::between_windows(plan)));
    let everyone = figures.iter().fold(WindowFigures::default(), |sum, figures| WindowFigures {
        members: sum.members + figures.members,
        starters: sum.starters + figures.starters,
        after_horizon: sum.after_horizon + figures.after_horizon,
        shut_out: sum.shut_out + figures.shut_out,
        returned: sum.returned + figures.returned,
    });
    let whole = assembly.slot(None, everyone, &Interval::between(spans.together, spans.horizon));
    let totals = assembly.totals(figures, table);
    let mut stages = assembly.stages();
    let first_stage = usize::from(plan.waiting_room.is_some());
    for (index, stage) in stages.iter_mut().enumerate() {
        stage.series = account.take_series(first_stage + index);
    }
    Story {
        whole,
        slots,
        stages,
        waiting_room: plan.waiting_room.map(|_| account.take_series(0)),
        totals,
        finished: account.finished(),
        lost_before_catch_up,
    }
}

struct Assembly<'a> {
    plan: &'a Plan,
    account: &'a dyn Account,
}

impl Assembly<'_> {
    fn name(&self, place: usize) -> Place {
        match (self.plan.waiting_room, place) {
            (Some(_), 0) => Place::WaitingRoom,
            (Some(_), place) => Place::Stage(place - 1),
            (None, place) => Place::Stage(place),
        }
    }

    /// The figures of an interval.
    fn slot(&self, window: Option<usize>, invited: WindowFigures, interval: &Interval) -> Slot {
        let account = self.account;
        let places = 0..account.places();
        let longest: Vec<Option<f64>> =
            places.clone().map(|place| account.longest_wait(place, Some(interval))).collect();
        let loads: Vec<Option<f64>> = places.clone().map(|place| peak_load(account.minutes(place), interval)).collect();
        let bottleneck = bottleneck(&longest, &loads);
        let target = &self.plan.target;
        let shares = [0.5, 0.95, target.percentile.get()];
        let [wait_p50_s, wait_p95_s, wait_target_s] = account.waits(bottleneck, interval, shares);
        let gained = |count: fn(&Counters) -> f64| -> f64 {
            places.clone().map(|place| account.gained(place, interval, count)).sum()
        };
        let attempts = &account.minutes(bottleneck).series.attempts_per_s;
        let mut slot = Slot {
            window,
            members: invited.members,
            starters: invited.starters,
            after_horizon: invited.after_horizon,
            shut_out: invited.shut_out,
            peak_attempts_per_s: interval.minutes().map(|minute| attempts[minute]).fold(0.0, f64::larger),
            peak_load: loads[bottleneck],
            bottleneck: self.name(bottleneck),
            peak_queue: account.peak_queue(bottleneck, interval),
            peak_inside: account.peak_inside(interval),
            wait_p50_s,
            wait_p95_s,
            wait_target_s,
            wait_max_s: longest[bottleneck],
            waiting_at_open: account.waiting_before(interval.opens),
            waiting_at_close: account.waiting_before(interval.closes),
            lost: gained(|counters| counters.lost),
            background_lost: gained(|counters| counters.background_lost),
            turned_away: gained(|counters| counters.turned_away),
            verdict: Verdict::Holds,
        };
        slot.verdict = self.verdict(&slot, interval);
        slot
    }

    fn verdict(&self, slot: &Slot, interval: &Interval) -> Verdict {
        let target = &self.plan.target;
        let too_long = slot.wait_target_s.is_none_or(|wait| wait > target.wait.get());
        let before_closed_doors = (0..self.account.places()).any(|place| {
            let minutes = self.account.minutes(place);
            let closed = interval.minutes().filter(|&minute| minutes.closed[minute]);
            closed.map(|minute| minutes.attempts[minute]).sum::<f64>() >= HALF_A_PERSON
        });
        if too_long || before_closed_doors {
            Verdict::Breaks
        } else if slot.peak_load.is_some_and(|load| load > target.load) {
            Verdict::AtRisk
        } else {
            Verdict::Holds
        }
    }

    /// The stages over the whole horizon, without their series.
    fn stages(&self) -> Vec<StageForecast> {
        let stages = (0..self.account.places()).filter_map(|place| match self.name(place) {
            Place::Stage(index) => Some(self.stage(place, index)),
            Place::WaitingRoom => None,
        });
        stages.collect()
    }

    fn stage(&self, place: usize, index: usize) -> StageForecast {
        let start = self.plan.horizon_start();
        let time = |t: f64| start.plus_seconds(t.round() as i64);
        let (peak_queue_at, peak_queue) = self.account.longest_queue(place);
        let counters = self.account.end(place);
        StageForecast {
            name: self.plan.journey[index].name.clone(),
            queued: peak_queue >= HALF_A_PERSON,
            peak_queue,
            peak_queue_at: time(peak_queue_at),
            wait_max_s: self.account.longest_wait(place, None),
            attempts: counters.attempts,
            served: counters.served,
            failed: counters.failed,
            abandoned: counters.abandoned,
            lost: counters.lost,
            background_attempts: counters.background_attempts,
            background_lost: counters.background_lost,
            drained_at: self.account.drained(place).map(time),
            series: Series::default(),
        }
    }

    fn totals(&self, figures: &[WindowFigures], table: f64) -> Totals {
        let returned: f64 = figures.iter().map(|figures| figures.returned).sum();
        let invited: f64 = figures.iter().map(|figures| figures.starters).sum();
        let starters = invited - returned + table;
        let ends = || (0..self.account.places()).map(|place| self.account.end(place));
        let first_stage = usize::from(self.plan.waiting_room.is_some());
        let attempts: f64 = ends().skip(first_stage).map(|end| end.attempts).sum();
        let possible = starters * self.plan.journey.len() as f64;
        let unfinished = self.account.unfinished();
        Totals {
            members: self.plan.members.total() as f64,
            starters,
            // Where background crowds out the last starters, the tolerance can let a hair too many of them finish.
            finished: (ends().next_back().map_or(0.0, |end| end.served) + unfinished.smaller(0.0)).larger(0.0),
            lost: (ends().map(|end| end.lost).sum::<f64>() - returned).larger(0.0),
            unfinished_at_end: unfinished.larger(0.0),
            attempts_per_starter: if possible > 0.0 { attempts / possible } else { 0.0 },
            turned_away: ends().map(|end| end.turned_away).sum(),
            background_lost: ends().map(|end| end.background_lost).sum(),
        }
    }
}

fn peak_load(minutes: &Minutes, interval: &Interval) -> Option<f64> {
    let loads = interval.minutes().filter_map(|minute| minutes.series.load[minute]);
    loads.fold(None, |peak: Option<f64>, load| Some(peak.map_or(load, |peak| peak.larger(load))))
}

/// The place with the longest wait; without any wait, or in a tie, that with the higher load, then the earlier.
pub fn bottleneck(waits: &[Option<f64>], loads: &[Option<f64>]) -> usize {
    let rank = |index: usize| {
        let wait = waits[index].map_or(f64::INFINITY, |wait| if wait < NO_WAIT { 0.0 } else { wait });
        (wait, loads[index].unwrap_or(-1.0))
    };
    let mut best = 0;
    for index in 1..waits.len() {
        if rank(index) > rank(best) {
            best = index;
        }
    }
    best
}
