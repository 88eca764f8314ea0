//! The plan with what is asked for in it, and what its forecasts say.
//!
//! ```text
//! plan ──▶ open: no stage limits ──▶ who comes to each stage when nobody is held up
//!                                          │ headroom, rounded up
//!                                          ▼
//!          asked: these capacities ──▶ waits, losses ──▶ with more people: waits, queue, time to recover
//! ```

use std::sync::Arc;

use crate::forecast::{Story, Verdict, planned, slots_as_planned};
use crate::library::{Wording, stress};
use crate::num::order::Extreme;
use crate::plan::number::{ChangeNumber, NumberField, StageNumber};
use crate::plan::{CheckedPlan, Plan, Range, Stage, WaitingRoom};
use crate::risk::assumptions;
use crate::text::requirements::Known;
use crate::units::{PerSecond, Share};
use crate::wire::requirements::{Choices, Start};

use super::drawn::{Bands, Drawing, Ends, Variation, Wanted};
use super::rounding::{down, up};

/// A queue below half a person is none [people].
const HALF_A_PERSON: f64 = 0.5;
/// The most of a capacity that can stay free [1].
pub const HEADROOM_MOST: f64 = 0.9;

/// What is known of a plan before anything is chosen.
pub struct Ground {
    pub plan: CheckedPlan,
    /// As it is, with its own capacities.
    pub verdict: Verdict,
    story: Story,
    /// Of who comes; `None` = no assumption has a range.
    drawing: Option<Drawing>,
    /// By stage [people per second]; `None` = not computed.
    bands: Option<Vec<Ends>>,
}

impl Ground {
    /// `None` where the plan without limits is none that can be computed.
    pub fn new(plan: CheckedPlan) -> Option<Self> {
        let open =
            plan.changed(with_stages(plan.plan(), |_, stage| Stage { rate: None, sessions: None, ..stage })).ok()?;
        let story = planned(&open).into_story();
        let verdict = worst(slots_as_planned(&plan).iter().map(|slot| slot.verdict));
        let has_ranges = !assumptions(open.plan()).is_empty();
        let drawing = has_ranges.then(|| Drawing::new(open, Variation::default(), Wanted::Peaks));
        Some(Self { plan, verdict, story, drawing, bands: None })
    }

    /// Whether any assumption has a range.
    pub fn has_ranges(&self) -> bool {
        self.drawing.is_some()
    }

    /// Draws that are left before the bands are there.
    pub fn left(&self) -> usize {
        self.drawing.as_ref().map_or(0, Drawing::left)
    }

    /// Draws who comes to each stage over the ranges, `count` times at most.
    pub fn go_on(&mut self, count: usize) {
        let Some(drawing) = &mut self.drawing else { return };
        drawing.go_on(count);
        if self.bands.is_none() {
            self.bands = drawing.bands().map(|bands| bands.peaks);
        }
    }

    /// Most attempts of a clock minute at a stage when nobody is held up [people per second].
    pub fn peak(&self, stage: usize) -> Known {
        let likely = self.story.stages.get(stage).map_or(0.0, |stage| largest(&stage.series.attempts_per_s));
        Known { likely, band: self.bands.as_ref().and_then(|bands| bands.get(stage).copied()) }
    }

    /// First and returning attempts at a stage over the whole horizon, others left out [people].
    pub fn attempts(&self, stage: usize) -> f64 {
        self.story.stages.get(stage).map_or(0.0, |stage| stage.attempts)
    }

    /// The window in which most come to the first place within a minute: its index.
    pub fn busiest_window(&self) -> Option<usize> {
        let plan = self.plan.plan();
        let first = self.story.waiting_room.as_ref().or(self.story.stages.first().map(|stage| &stage.series))?;
        let minute = |time| (plan.since_start(time).get() / 60.0) as usize;
        let peak = |at: usize| {
            let window = &plan.windows[at];
            let within = first.attempts_per_s.iter().take(minute(window.closes)).skip(minute(window.opens));
            within.copied().fold(0.0, f64::larger)
        };
        let peaks = (0..plan.windows.len()).map(|at| (at, peak(at)));
        peaks.reduce(|best, each| if each.1 > best.1 { each } else { best }).map(|(at, _)| at)
    }

    /// Members of the largest window that is no catch-up [people].
    pub fn largest_window(&self) -> f64 {
        let windows = &self.plan.plan().windows;
        let invited = self.story.slots.iter().filter(|slot| slot.window.is_some_and(|at| !windows[at].catch_up));
        invited.map(|slot| slot.members).fold(0.0, f64::larger)
    }
}

/// What one forecast says of a whole plan.
#[derive(Clone, Debug)]
pub struct Seen {
    pub verdict: Verdict,
    pub peak_load: Option<f64>,
    /// Largest of the slots, at the percentile of the target [s]; `None` = not over.
    pub at_percentile: Option<f64>,
    /// Of anybody anywhere [s]; `None` = not over.
    pub longest: Option<f64>,
    pub starters: f64,
    /// Share of the starters who gave up for good [1].
    pub lost: f64,
    /// Most people who wait at all places together [people].
    pub waiting: f64,
    /// Longest stretch in which somebody waits, in whole minutes, those included in which it begins and ends [min];
    /// `None` = not over.
    pub recovery: Option<f64>,
}

impl Seen {
    fn of(story: &Story) -> Self {
        let slots = || story.slots.iter();
        let room = story.waiting_room.iter().flat_map(|series| series.wait_s.iter().copied());
        let stages = story.stages.iter().map(|stage| stage.wait_max_s);
        let places = story.waiting_room.iter().chain(story.stages.iter().map(|stage| &stage.series));
        let mut waiting: Vec<f64> = Vec::new();
        for series in places {
            waiting.resize(waiting.len().max(series.queue.len()), 0.0);
            waiting.iter_mut().zip(&series.queue).for_each(|(sum, queue)| *sum += queue);
        }
        let queues = slots().map(|slot| slot.peak_queue).chain(story.stages.iter().map(|stage| stage.peak_queue));
        let starters = story.totals.starters;
        Self {
            verdict: worst(slots().map(|slot| slot.verdict)),
            peak_load: slots().filter_map(|slot| slot.peak_load).reduce(f64::larger),
            at_percentile: longest(slots().map(|slot| slot.wait_target_s)),
            longest: longest(slots().map(|slot| slot.wait_max_s).chain(stages).chain(room)),
            starters,
            lost: if starters > 0.0 { story.totals.lost / starters } else { 0.0 },
            waiting: largest(&waiting).larger(queues.fold(0.0, f64::larger)),
            recovery: recovery(&waiting),
        }
    }
}

/// `None` = one of them is not over.
fn longest(mut waits: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    waits.try_fold(0.0, |most: f64, wait| wait.map(|wait| most.larger(wait)))
}

/// See [`Seen::recovery`]; `waiting` is just after the start of each minute [people].
pub(super) fn recovery(waiting: &[f64]) -> Option<f64> {
    let (mut longest, mut run) = (0, 0);
    for people in waiting {
        run = if *people >= HALF_A_PERSON { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    (run == 0).then(|| if longest == 0 { 0.0 } else { (longest + 1) as f64 })
}

/// A plan with the capacities that are asked for.
pub struct Asked {
    pub plan: CheckedPlan,
    /// [1]
    pub headroom: f64,
    /// By stage [people per second]; `None` = nothing is asked of it.
    pub rates: Vec<Option<f64>>,
    pub seen: Seen,
    /// With more people.
    pub over: Option<Seen>,
    /// `None` = the plan has a waiting room, or none would help.
    pub reserve: Option<Reserve>,
    drawings: Vec<(Case, Drawing)>,
    bands: Vec<(Case, Bands)>,
}

/// Of what a forecast with the capacities asked for is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    AsPlanned,
    /// With more people.
    Over,
    /// With more people and the waiting room in reserve.
    InReserve,
}

/// A waiting room that could be switched on.
#[derive(Clone, Debug)]
pub struct Reserve {
    /// Who may be let in for any length of time, so that every stage keeps its headroom [people per second].
    pub bearable: f64,
    /// Admitting so many, with more people.
    pub seen: Option<Seen>,
}

impl Asked {
    /// `None` where such a plan cannot be computed.
    pub fn new(ground: &Ground, choices: &Choices) -> Option<Self> {
        let own = ground.plan.plan();
        let headroom = choices.headroom.unwrap_or_else(|| headroom_of(own.target.load));
        let is_limited = |stage: &Stage| stage.rate.is_some() || stage.sessions.is_some();
        let rate = |(at, stage): (usize, &Stage)| {
            let from = start_of(choices.start, &ground.peak(at));
            (is_limited(stage) && from > 0.0).then(|| up(from / (1.0 - headroom)))
        };
        let rates: Vec<Option<f64>> = own.journey.iter().enumerate().map(rate).collect();
        let stages = |at: usize, stage| Stage { rate: rates[at].map(PerSecond::new), sessions: None, ..stage };
        let mut plan = with_stages(own, stages);
        if let Some(percentile) = choices.percentile {
            plan.target.percentile = Share::new(percentile);
        }
        let plan = ground.plan.changed(plan).ok()?;
        let seen = Seen::of(planned(&plan).story());
        let more = stress::more(plan.plan(), choices.overshoot, Wording::english);
        let over = plan.changed(more.clone()).ok().map(|more| Seen::of(planned(&more).story()));
        let bearable = bearable(ground, &rates, headroom).filter(|_| own.waiting_room.is_none());
        let reserve = bearable.map(|bearable| {
            let reserve = Reserve { bearable, seen: None };
            let with_room = plan.changed(Plan { waiting_room: Some(reserve.room()), ..more }).ok();
            Reserve { seen: with_room.map(|plan| Seen::of(planned(&plan).story())), ..reserve }
        });
        let mut drawings = Vec::new();
        if ground.has_ranges() {
            let mut draw = |case, variation, wanted| {
                drawings.push((case, Drawing::new(plan.clone(), variation, wanted)));
            };
            let more = Variation { times: Some(choices.overshoot), room: None };
            draw(Case::AsPlanned, Variation::default(), Wanted::Figures);
            draw(Case::Over, more, Wanted::Waiting);
            if let Some(reserve) = &reserve {
                draw(Case::InReserve, Variation { room: Some(reserve.room()), ..more }, Wanted::Waiting);
            }
        }
        Some(Self { plan, headroom, rates, seen, over, reserve, drawings, bands: Vec::new() })
    }

    /// Draws that are left before all bands are there.
    pub fn left(&self) -> usize {
        self.drawings.iter().map(|(_, drawing)| drawing.left()).sum()
    }

    /// Computes what is asked for over the ranges, `count` draws at most.
    pub fn go_on(&mut self, count: usize) {
        let Some((case, drawing)) = self.drawings.iter_mut().find(|(_, drawing)| drawing.left() > 0) else { return };
        drawing.go_on(count);
        let found = drawing.bands().map(|bands| (*case, bands));
        self.bands.extend(found);
    }

    /// A figure of one of its forecasts.
    pub fn known(&self, case: Case, likely: f64, band: fn(&Bands) -> Ends) -> Known {
        Known { likely, band: self.bands(case).map(band) }
    }

    /// `None` = not computed.
    pub fn bands(&self, case: Case) -> Option<&Bands> {
        self.bands.iter().find(|(known, _)| *known == case).map(|(_, bands)| bands)
    }
}

/// The value that a requirement starts from: the upper end of the band where that was chosen and is known.
pub(super) fn start_of(start: Start, known: &Known) -> f64 {
    match known.band {
        Some((_, high)) if start == Start::High => known.likely.larger(high),
        _ => known.likely,
    }
}

impl Reserve {
    fn room(&self) -> WaitingRoom {
        WaitingRoom { admit: PerSecond::new(down(self.bearable)), patience: None, inside_max: None }
    }
}

/// See [`Reserve::bearable`].
fn bearable(ground: &Ground, rates: &[Option<f64>], headroom: f64) -> Option<f64> {
    let of_first = ground.attempts(0);
    let stage = |(at, rate): (usize, &Option<f64>)| {
        let background = &ground.plan.plan().journey[at].background;
        let others = background.iter().map(|entry| entry.rate.get()).fold(0.0, f64::larger);
        let per_first = ground.attempts(at) / of_first;
        let left = (*rate)? * (1.0 - headroom) - others;
        (per_first > 0.0 && left > 0.0).then(|| left / per_first)
    };
    rates.iter().enumerate().filter_map(stage).reduce(f64::smaller)
}

/// What a target load leaves free [1].
pub fn headroom_of(load: f64) -> f64 {
    // In whole millionths, so that 1 - 0.8 is 0.2.
    ((1.0 - load) * 1e6).round().clamp(0.0, HEADROOM_MOST * 1e6) / 1e6
}

/// The plan with other limits, the same at all times, and without ranges on what was replaced.
fn with_stages(plan: &Plan, stage_of: impl Fn(usize, Stage) -> Stage) -> Plan {
    let stage = |(at, stage): (usize, &Stage)| stage_of(at, Stage { changes: Vec::new(), ..stage.clone() });
    let is_replaced = |range: &Range| {
        let field = NumberField::at(&range.field);
        matches!(
            field,
            Some(
                NumberField::Stage(_, StageNumber::Rate | StageNumber::Sessions)
                    | NumberField::Change(_, _, ChangeNumber::Rate | ChangeNumber::Sessions | ChangeNumber::Times)
            )
        )
    };
    Plan {
        journey: Arc::new(plan.journey.iter().enumerate().map(stage).collect()),
        ranges: plan.ranges.iter().filter(|range| !is_replaced(range)).cloned().collect(),
        ..plan.clone()
    }
}

pub(super) fn largest(values: &[f64]) -> f64 {
    values.iter().copied().fold(0.0, f64::larger)
}

fn worst(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    verdicts.max().unwrap_or(Verdict::Holds)
}
