//! The inverse questions of a plan as it stands: the least capacity of each stage that holds it, and the highest show-up
//! that it survives.
//!
//! Both are found by halving between a value that holds and one that does not; the two are the proof, and whoever doubts
//! them computes their forecasts.

use std::sync::Arc;

use super::ensemble::Meets;
use crate::forecast::{Screening, Slot, Verdict, screen, slots_as_planned};
use crate::num::order::Extreme;
use crate::plan::number::{ChangeNumber, NumberField, RangeField, StageNumber};
use crate::plan::{CapacityChange, CheckedPlan, Limit, Plan, Range, ShowUp, Stage, WaitingRoom};
use crate::units::{PerSecond, Share};

/// Two values of which one holds and the other, next to it, does not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bracket {
    pub holds_at: f64,
    /// `None` = everything holds as far as was looked.
    pub fails_at: Option<f64>,
}

/// What a stage needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// Index of the stage.
    pub stage: usize,
    /// Times the limits that it has [1]; `None` = it holds at no capacity that was looked at.
    pub times: Option<Bracket>,
}

/// The least capacities of a plan.
#[derive(Clone, Debug)]
pub struct LeastCapacity {
    /// Of the stages with a limit, in order, each while no other limits.
    pub needs: Vec<Need>,
    /// The plan with all of them, at full precision; `None` = a stage holds at no capacity.
    pub together: Option<(CheckedPlan, Verdict)>,
}

/// The end of a range of shares is at least so far from 1.
const SHARE_MARGIN: f64 = 1e-6;
/// How near the two ends come [1 of the larger].
const NEAR: f64 = 1e-4;
/// Capacities that are looked at, times those of the plan.
const TIMES: (f64, f64) = (1e-3, 1e3);
/// By what a capacity is raised so that what holds at screening precision holds at full precision too, and how often.
const RAISED: f64 = 1.001;
const RAISES: usize = 6;

/// Whether every slot holds, at the likely values or in so large a share of the draws as was asked.
enum Holds {
    /// At screening precision.
    Screened,
    InFull,
    Over(Meets),
}

impl Holds {
    fn of(plan: &CheckedPlan, asked: Option<Share>, at_likely: Self) -> Self {
        asked.map_or(at_likely, |asked| Self::Over(Meets::like(plan, asked)))
    }

    fn holds(&self, plan: &CheckedPlan) -> bool {
        match self {
            Self::Screened => {
                let Screening { slots, .. } = screen(plan);
                worst(&slots) == Verdict::Holds
            }
            Self::InFull => holds_in_full(plan),
            Self::Over(meets) => meets.is_met(plan),
        }
    }
}

fn worst(slots: &[Slot]) -> Verdict {
    slots.iter().map(|slot| slot.verdict).max().unwrap_or(Verdict::Holds)
}

fn holds_in_full(plan: &CheckedPlan) -> bool {
    worst(&slots_as_planned(plan)) == Verdict::Holds
}

/// Halves between two values, of which the first holds and the second does not.
fn halved(mut holds_at: f64, mut fails_at: f64, holds: &dyn Fn(f64) -> bool) -> Bracket {
    while (holds_at - fails_at).abs() > NEAR * holds_at.larger(fails_at) {
        let middle = 0.5 * (holds_at + fails_at);
        if holds(middle) { holds_at = middle } else { fails_at = middle }
    }
    Bracket { holds_at, fails_at: Some(fails_at) }
}

/// The limits of a stage times a factor, at all times; factors of changes stay.
fn times(stage: &Stage, factor: f64) -> Stage {
    let limit = |limit: Limit| match limit {
        Limit::To(value) => Limit::To(value * factor),
        other => other,
    };
    let change = |change: &CapacityChange| CapacityChange {
        rate: limit(change.rate),
        sessions: limit(change.sessions),
        ..*change
    };
    Stage {
        rate: stage.rate.map(|rate| PerSecond::new(rate.get() * factor)),
        sessions: stage.sessions.map(|sessions| sessions * factor),
        changes: stage.changes.iter().map(change).collect(),
        ..stage.clone()
    }
}

fn with_journey(plan: &CheckedPlan, factor: impl Fn(usize) -> f64) -> Option<CheckedPlan> {
    let own = plan.plan();
    let journey = own.journey.iter().enumerate().map(|(at, stage)| times(stage, factor(at))).collect();
    let ranges = ranges_times(own, |field| match field {
        NumberField::Stage(stage, StageNumber::Rate | StageNumber::Sessions)
        | NumberField::Change(stage, _, ChangeNumber::Rate | ChangeNumber::Sessions) => factor(stage),
        _ => 1.0,
    });
    plan.changed(Plan { journey: Arc::new(journey), ranges, ..own.clone() }).ok()
}

/// The ranges of a plan whose numbers grow by these factors.
fn ranges_times(plan: &Plan, factor: impl Fn(NumberField) -> f64) -> Vec<Range> {
    let of = |range: &Range| {
        let factor = match RangeField::at(plan, &range.field) {
            Some(RangeField::Number(field)) => factor(field),
            _ => 1.0,
        };
        Range { low: range.low * factor, high: range.high * factor, ..range.clone() }
    };
    plan.ranges.iter().map(of).collect()
}

/// The plan with all limits times a factor, that of the waiting room included.
pub fn with_capacity(plan: &CheckedPlan, factor: f64) -> Option<CheckedPlan> {
    let own = plan.plan();
    let journey = own.journey.iter().map(|stage| times(stage, factor)).collect();
    let waiting_room = own.waiting_room.map(|room| WaitingRoom {
        admit: PerSecond::new(room.admit.get() * factor),
        inside_max: room.inside_max.map(|most| most * factor),
        ..room
    });
    let ranges = ranges_times(own, |field| match field {
        NumberField::Admit | NumberField::InsideMax => factor,
        NumberField::Stage(_, StageNumber::Rate | StageNumber::Sessions)
        | NumberField::Change(_, _, ChangeNumber::Rate | ChangeNumber::Sessions) => factor,
        _ => 1.0,
    });
    plan.changed(Plan { journey: Arc::new(journey), waiting_room, ranges, ..own.clone() }).ok()
}

/// The least factor on all limits, above 1, at which a plan does what it does not at 1; `None` = at none up to 1,000.
pub fn capacity_that(plan: &CheckedPlan, does: &dyn Fn(&CheckedPlan) -> bool) -> Option<f64> {
    let does_at = |factor: f64| with_capacity(plan, factor).is_some_and(|plan| does(&plan));
    let (mut low, mut high) = (1.0, 2.0);
    while !does_at(high) {
        (low, high) = (high, 2.0 * high);
        if high > TIMES.1 {
            return None;
        }
    }
    Some(halved(high, low, &does_at).holds_at)
}

/// The least capacity of each stage with a limit at which all slots hold, while the others are so large that they do not
/// matter; and whether the plan holds with all of them.
///
/// Where nobody waits a stage does not change what comes to the next, so that all of them hold together.
///
/// `asked`: the share of the draws over the ranges in which they are to hold; `None` = at the likely values.
pub fn least_capacity(plan: &CheckedPlan, asked: Option<Share>) -> LeastCapacity {
    let is_limited = |stage: &Stage| stage.rate.is_some() || stage.sessions.is_some();
    let limited = plan.plan().journey.iter().enumerate().filter(|(_, stage)| is_limited(stage));
    let needs: Vec<Need> = limited.map(|(stage, _)| Need { stage, times: need(plan, stage, asked) }).collect();
    let together = together(plan, &needs, asked);
    LeastCapacity { needs, together }
}

fn need(plan: &CheckedPlan, stage: usize, asked: Option<Share>) -> Option<Bracket> {
    let alone = |factor: f64| with_journey(plan, |at| if at == stage { factor } else { TIMES.1 });
    let holds = Holds::of(&alone(1.0)?, asked, Holds::Screened);
    let holds_at = |factor: f64| alone(factor).is_some_and(|plan| holds.holds(&plan));
    if !holds_at(TIMES.1) {
        return None;
    }
    // From the capacity as it is, doubled or halved until the answer changes.
    let (mut factor, held) = (1.0, holds_at(1.0));
    loop {
        let next = if held { 0.5 * factor } else { 2.0 * factor };
        if !(TIMES.0..=TIMES.1).contains(&next) {
            return Some(Bracket {
                holds_at: if held { factor } else { TIMES.1 },
                fails_at: (!held).then_some(factor),
            });
        }
        if holds_at(next) != held {
            let (holds, fails) = if held { (factor, next) } else { (next, factor) };
            return Some(halved(holds, fails, &holds_at));
        }
        factor = next;
    }
}

fn together(plan: &CheckedPlan, needs: &[Need], asked: Option<Share>) -> Option<(CheckedPlan, Verdict)> {
    let holds = Holds::of(plan, asked, Holds::InFull);
    let mut raised = 1.0;
    let mut found = None;
    for _ in 0..RAISES {
        let factor = |at: usize| {
            let need = needs.iter().find(|need| need.stage == at);
            need.map_or(Some(1.0), |need| Some(need.times?.holds_at * raised))
        };
        if needs.iter().any(|need| need.times.is_none()) {
            return None;
        }
        let all = with_journey(plan, |at| factor(at).unwrap_or(1.0))?;
        let verdict = worst(&slots_as_planned(&all));
        let is_enough = holds.holds(&all);
        found = Some((all, verdict));
        if is_enough {
            break;
        }
        raised *= RAISED;
    }
    found
}

/// The show-up up to which all slots hold, times that of the plan; the share that comes right at the opening grows with
/// it. `None` = the plan holds at no show-up.
///
/// `asked`: the share of the draws in which they are to hold, over the ranges of everything but the show-up; `None` = at
/// the likely values.
pub fn highest_show_up(plan: &CheckedPlan, asked: Option<Share>) -> Option<Bracket> {
    let own = plan.plan();
    let largest = match &own.arrivals.show_up {
        ShowUp::All(share) => share.get(),
        ShowUp::ByAge(shares) => shares.iter().map(|share| share.get()).fold(0.0, f64::larger),
    };
    let largest = own.windows.iter().filter_map(|window| window.show_up).map(Share::get).fold(largest, f64::larger);
    if largest <= 0.0 {
        return None;
    }
    let with =
        |factor: f64| if asked.is_some() { with_known_show_up(plan, factor) } else { with_show_up(plan, factor) };
    let holds = Holds::of(&with(1.0)?, asked, Holds::InFull);
    let holds_at = |factor: f64| with(factor).is_some_and(|plan| holds.holds(&plan));
    let most = 1.0 / largest;
    if holds_at(most) {
        return Some(Bracket { holds_at: most, fails_at: None });
    }
    let mut low = 1.0_f64.smaller(most);
    let mut high = most;
    while !holds_at(low) {
        high = low;
        low *= 0.5;
        if low < TIMES.0 {
            return None;
        }
    }
    Some(halved(low, high, &holds_at))
}

/// The plan with all show-ups, and the share that comes right at the opening, times a factor.
pub fn with_show_up(plan: &CheckedPlan, factor: f64) -> Option<CheckedPlan> {
    let mut own = plan.plan().clone();
    let times = |share: Share| Share::new((share.get() * factor).smaller(1.0));
    own.arrivals.show_up = match &own.arrivals.show_up {
        ShowUp::All(share) => ShowUp::All(times(*share)),
        ShowUp::ByAge(shares) => ShowUp::ByAge(shares.iter().copied().map(times).collect()),
    };
    own.arrivals.opening_share = times(own.arrivals.opening_share);
    for window in Arc::make_mut(&mut own.windows) {
        window.show_up = window.show_up.map(times);
    }
    plan.changed(own).ok()
}

/// As [`with_show_up`], where it is known how many come: without ranges of the show-up. That of the share at the opening
/// grows with it.
pub fn with_known_show_up(plan: &CheckedPlan, factor: f64) -> Option<CheckedPlan> {
    let more = with_show_up(plan, factor)?;
    let own = plan.plan();
    let is_show_up = |range: &Range| {
        let field = RangeField::at(own, &range.field);
        let number = |field| matches!(field, NumberField::ShowUp | NumberField::ShowUpOfAge(_));
        match field {
            Some(RangeField::ShowUpByAge | RangeField::ShowUpOfWindow(_)) => true,
            Some(RangeField::Number(field)) => number(field),
            _ => false,
        }
    };
    let mut ranges = ranges_times(own, |field| if field == NumberField::OpeningShare { factor } else { 1.0 });
    ranges.retain(|range| !is_show_up(range));
    for range in &mut ranges {
        if RangeField::at(own, &range.field) == Some(RangeField::Number(NumberField::OpeningShare)) {
            range.high = range.high.smaller(1.0 - SHARE_MARGIN);
        }
    }
    plan.changed(Plan { ranges, ..more.plan().clone() }).ok()
}
