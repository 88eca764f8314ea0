//! How the first place with a limit answers to each window: the surge that any timetable of a plan is made of.
//!
//! Nobody waits before that place, so whoever begins gets there by the same law in every timetable. Those who fail there
//! and come back only add to it; where nobody waits, they too come by the same law in every timetable. Each pulse is read
//! off a forecast of a million people in one window, without limits.

use std::sync::Arc;

use litemap::LiteMap;

use super::linear::{KINDS, Pulse, Surge};
use crate::clock::{CivilTime, SECONDS_PER_DAY, SECONDS_PER_MINUTE};
use crate::forecast::{self, Place};
use crate::plan::{AgeBand, CapacityAt, CheckedPlan, Cohort, Membership, Plan, Region, ShowUp, Stage, Window};
use crate::units::Share;

/// People of a pulse [people].
const MANY: u64 = 1_000_000;
/// Sessions of a stage that never limits a pulse, by which its load tells who is in service [people].
const ENDLESS: f64 = 1e9;
/// A pulse ends where it has no more than this share left to a minute [1].
const FADED: f64 = 1e-12;

/// What is counted against what at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Attempts of a minute against those that are admitted.
    Rate,
    /// People who would be in service against sessions.
    Sessions,
}

/// Whether those count who fail at the place and come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Returns {
    /// They do not: what is left is there in every timetable.
    LeftOut,
    /// They do, as they come back where nobody waits.
    Counted,
}

/// The surge of one limit of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    pub place: Place,
    pub limit: Limit,
    pub surge: Surge,
}

/// Who comes of a cohort, by kind: those who come within the ramp and the others [people].
pub fn kinds_of(plan: &CheckedPlan, cohort: usize) -> [f64; KINDS] {
    let arrivals = &plan.plan().arrivals;
    let opening = arrivals.opening_share.get();
    plan.cut().cohorts[cohort].by_age.iter().fold([0.0; KINDS], |[early, tail], &(age, people)| {
        let people = people as f64;
        let later = (arrivals.show_up.of_age(age).get() - opening).max(0.0);
        [early + opening * people, tail + later * people]
    })
}

/// The surges of the first place with a limit, for windows that stand in the plan; empty = no place has one, or windows
/// have show-ups of their own, so that who comes depends on the timetable.
///
/// `groups` and `allowed` are left empty.
pub fn responses(plan: &CheckedPlan, windows: &[usize], returns: Returns) -> Vec<Response> {
    let plan = plan.plan();
    if windows.iter().any(|window| plan.windows[*window].show_up.is_some()) {
        return Vec::new();
    }
    if let Some(room) = plan.waiting_room {
        let capacities = vec![room.admit.get() * SECONDS_PER_MINUTE as f64; minutes_of(plan)];
        return vec![response(plan, windows, (Place::WaitingRoom, Limit::Rate, Returns::LeftOut), capacities)];
    }
    let has_limit = |stage: &Stage| {
        let changes = stage.changes.iter().scan(CapacityAt::first(stage), |now, change| {
            *now = now.after(stage, change);
            Some(*now)
        });
        [CapacityAt::first(stage)].into_iter().chain(changes).any(|now| now.rate.is_some() || now.sessions.is_some())
    };
    let Some(at) = plan.journey.iter().position(has_limit) else { return Vec::new() };
    [Limit::Rate, Limit::Sessions]
        .into_iter()
        .filter_map(|limit| {
            let capacities = capacities(plan, &plan.journey[at], limit);
            let is_limit = capacities.iter().any(|capacity| capacity.is_finite());
            is_limit.then(|| response(plan, windows, (Place::Stage(at), limit, returns), capacities))
        })
        .collect()
}

fn minutes_of(plan: &Plan) -> usize {
    (plan.horizon().get() / SECONDS_PER_MINUTE as f64) as usize
}

/// What the limit admits in each minute [people], or its sessions [people]; infinite = without limit.
fn capacities(plan: &Plan, stage: &Stage, limit: Limit) -> Vec<f64> {
    let value = |now: CapacityAt| match limit {
        Limit::Rate => now.rate.map_or(f64::INFINITY, |rate| rate * SECONDS_PER_MINUTE as f64),
        Limit::Sessions => now.sessions.unwrap_or(f64::INFINITY),
    };
    let start = plan.horizon_start();
    let mut now = CapacityAt::first(stage);
    let mut changes = stage.changes.iter().peekable();
    let mean = |minute: usize| {
        let from = start.plus_seconds(minute as i64 * SECONDS_PER_MINUTE);
        let until = from.plus_seconds(SECONDS_PER_MINUTE);
        let (mut sum, mut at) = (0.0, from);
        while let Some(change) = changes.next_if(|change| change.at < until) {
            let held = change.at.seconds_since(at).max(0);
            if held > 0 {
                sum += value(now) * held as f64;
                at = change.at;
            }
            now = now.after(stage, change);
        }
        // An infinite limit for no time at all would be no number.
        let held = until.seconds_since(at);
        if held > 0 { (sum + value(now) * held as f64) / SECONDS_PER_MINUTE as f64 } else { sum }
    };
    (0..minutes_of(plan)).map(mean).collect()
}

/// What is asked of a pulse.
type Asked = (Place, Limit, Returns);

fn response(plan: &Plan, windows: &[usize], asked: Asked, capacities: Vec<f64>) -> Response {
    let (place, limit, _) = asked;
    let mut known: LiteMap<(i64, i64, bool), [Pulse; KINDS]> = LiteMap::new();
    let mut own = |window: &Window| -> [Pulse; KINDS] {
        let since = window.opens.seconds_since(plan.horizon_start());
        let (days, of_day) = (since.div_euclid(SECONDS_PER_DAY), since.rem_euclid(SECONDS_PER_DAY));
        let length = if window.closes_hard { window.closes.seconds_since(window.opens) } else { 0 };
        let key = (of_day, length, window.closes_hard);
        if known.get(&key).is_none() {
            known.insert(key, [0, 1].map(|kind| first_day(plan, window, of_day, asked, kind)));
        }
        let moved = |pulse: &Pulse| {
            let from = pulse.from + (days * SECONDS_PER_DAY / SECONDS_PER_MINUTE) as usize;
            let left = capacities.len().saturating_sub(from);
            Pulse { from, shares: pulse.shares.iter().copied().take(left).collect() }
        };
        known.get(&key).map(|pulses| pulses.each_ref().map(moved)).unwrap_or_default()
    };
    let first = plan
        .windows
        .iter()
        .filter(|window| !window.catch_up)
        .reduce(|first, window| if window.opens < first.opens { window } else { first });
    let ignoring = plan.arrivals.ignore_window_share.get();
    let pulses = windows.iter().map(|&at| {
        let window = &plan.windows[at];
        let pulses = own(window);
        match first {
            Some(first) if ignoring > 0.0 && plan.arrivals.gate_stage.is_none() && !std::ptr::eq(first, window) => {
                let out_of_turn = own(&Window { closes: window.closes, closes_hard: false, ..first.clone() });
                let mut pulses = pulses.into_iter().zip(out_of_turn);
                let mut mixed = || pulses.next().map(|(own, early)| mixed(&own, &early, ignoring)).unwrap_or_default();
                [mixed(), mixed()]
            }
            _ => pulses,
        }
    });
    let pulses = pulses.collect();
    Response { place, limit, surge: Surge { pulses, capacities, ..Surge::default() } }
}

/// So large a share of the one pulse comes by the other.
fn mixed(own: &Pulse, other: &Pulse, share: f64) -> Pulse {
    let from = own.from.min(other.from);
    let until = [own, other].map(|pulse| pulse.from + pulse.shares.len());
    let at = |pulse: &Pulse, minute: usize| {
        minute.checked_sub(pulse.from).and_then(|at| pulse.shares.get(at)).copied().unwrap_or(0.0)
    };
    let minutes = from..until[0].max(until[1]);
    Pulse { from, shares: minutes.map(|minute| (1.0 - share) * at(own, minute) + share * at(other, minute)).collect() }
}

/// The pulse of a window of the first day of the plan.
fn first_day(plan: &Plan, window: &Window, of_day: i64, asked: Asked, kind: usize) -> Pulse {
    let (place, limit, _) = asked;
    let opens = plan.horizon_start().plus_seconds(of_day);
    let Some(unit) = alone(plan, window, opens, asked, kind) else { return Pulse::default() };
    let planned = forecast::planned(&unit);
    let from = (of_day / SECONDS_PER_MINUTE) as usize;
    let at = match place {
        Place::Stage(at) => at,
        Place::WaitingRoom => 0,
    };
    let Some(stage) = planned.story().stages.get(at) else { return Pulse::default() };
    let value = |minute: usize| match limit {
        Limit::Rate => stage.series.attempts_per_s[minute] * SECONDS_PER_MINUTE as f64,
        Limit::Sessions => stage.series.load[minute].unwrap_or(0.0) * ENDLESS,
    };
    let mut shares: Vec<f64> =
        (from..stage.series.attempts_per_s.len()).map(|minute| value(minute) / MANY as f64).collect();
    let faded = shares.iter().rposition(|share| *share > FADED).map_or(0, |last| last + 1);
    shares.truncate(faded);
    Pulse { from, shares }
}

/// A million people of one kind in one window, with nothing in their way.
fn alone(plan: &Plan, window: &Window, opens: CivilTime, asked: Asked, kind: usize) -> Option<CheckedPlan> {
    let (place, _, returns) = asked;
    let everyone = "all";
    let members = Membership {
        regions: vec![Region { name: everyone.to_owned(), code: None }],
        ages: vec![AgeBand { name: everyone.to_owned(), from: 0, to: 120 }],
        counts: vec![vec![MANY]],
    };
    let mut alone = plan.clone();
    alone.members = Arc::new(members);
    alone.cohorts = Arc::new(vec![Cohort::everyone(everyone)]);
    let length = window.closes.seconds_since(window.opens);
    alone.windows =
        Arc::new(vec![Window { opens, closes: opens.plus_seconds(length), cohorts: vec![0], ..window.clone() }]);
    let arrivals = &mut alone.arrivals;
    arrivals.show_up = ShowUp::All(Share::new(1.0));
    arrivals.opening_share = if kind == 0 { Share::new(1.0) } else { Share::ZERO };
    arrivals.ignore_window_share = Share::ZERO;
    arrivals.uninvited_per_member = 0.0;
    (arrivals.eligibility_stage, arrivals.gate_stage, arrivals.starters_table) = (None, None, None);
    // At the places before, those who fail are lost or come back whatever the timetable.
    let n_before = if let Place::Stage(at) = place { at } else { 0 };
    let free = |(at, stage): (usize, &Stage)| {
        let fails = at < n_before || returns == Returns::Counted;
        let share = |share: Share| if fails { share } else { Share::ZERO };
        Stage {
            service: stage.service,
            sessions: Some(ENDLESS),
            fail_share: share(stage.fail_share),
            fail_retry_share: share(stage.fail_retry_share),
            retry_after: stage.retry_after,
            ..Stage::unlimited(stage.name.clone())
        }
    };
    alone.journey = Arc::new(plan.journey.iter().take(n_before + 1).enumerate().map(free).collect());
    alone.waiting_room = None;
    alone.baseline_opens = None;
    alone.approved = None;
    alone.ranges = Vec::new();
    alone.sources = LiteMap::new();
    alone.entered_as = LiteMap::new();
    alone.unknown = LiteMap::new();
    CheckedPlan::new(alone).ok()
}
