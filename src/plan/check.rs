//! Finds everything that is wrong with a plan, all at once, in the order of the plan file.
//!
//! What passes without an error gives a finite forecast: the bounds on single numbers stand in [`super::limits`].
//! Where the plan file leaves it open, the rules are these. Entries of dated lists follow each other strictly in
//! time; those before the horizon hold from its start, those at or after its end never act and are warned of.
//! A plan needs an ordinary window, a stage and a member. A range lies around a number that the plan states;
//! sources may point at any field, known to this version or kept as unknown.

mod arrivals;
mod cohorts;
mod findings;
mod journey;
mod members;
mod notes;
mod windows;

use std::sync::Arc;

use super::Plan;
use super::cut::{Cut, cut};
use super::issue::{Issue, IssueCode, Limited};
use super::limits::{self, Bounds};
use super::zones::{TimeZones, ZoneAnswer};
use crate::clock::CivilTime;
use findings::Findings;

/// Answers all issues of `plan` in the order of the plan file: errors, which block the forecast, and warnings.
///
/// Whether anybody is still waiting at the horizon's end only a forecast can say; [`IssueCode::StillWaiting`] is
/// added there.
pub fn check(plan: &Plan, zones: &dyn TimeZones) -> Vec<Issue> {
    examine(plan, zones, None).0
}

/// The issues, and the cut of the membership where its size allows one; `known` is that cut, if it was made of the same
/// members and cohorts in a plan without errors. Nothing is then said of members and cohorts.
pub(super) fn examine(plan: &Plan, zones: &dyn TimeZones, known: Option<Arc<Cut>>) -> (Vec<Issue>, Option<Arc<Cut>>) {
    let horizon = Horizon::of(plan);
    let mut findings = Findings::default();
    check_horizon(plan, horizon, zones, &mut findings);
    let cut = known.or_else(|| check_people(plan, &mut findings));
    windows::check(plan, horizon, cut.as_deref(), &mut findings);
    arrivals::check(plan, horizon, &mut findings);
    journey::check(plan, horizon, &mut findings);
    notes::check(plan, &mut findings);
    (findings.into_issues(), cut)
}

/// Looks through members and cohorts, and cuts the ones into the others where their numbers are bearable.
fn check_people(plan: &Plan, findings: &mut Findings) -> Option<Arc<Cut>> {
    members::check(plan, findings);
    cohorts::check(plan, findings);
    // Above the limits the cut could take any time; the limit is then reported and blocks.
    let cut = findings.sizes_are_bearable().then(|| Arc::new(cut(plan)));
    if let Some(cut) = &cut {
        cohorts::check_cut(cut, findings);
    }
    cut
}

/// The span of time of a plan: from the first to before the second.
#[derive(Clone, Copy)]
struct Horizon {
    starts: CivilTime,
    ends: CivilTime,
}

impl Horizon {
    fn of(plan: &Plan) -> Self {
        let starts = plan.horizon_start();
        Self { starts, ends: starts.date().plus_days(i64::from(plan.days)).midnight() }
    }

    fn has(self, time: CivilTime) -> bool {
        self.starts <= time && time < self.ends
    }
}

fn check_horizon(plan: &Plan, horizon: Horizon, zones: &dyn TimeZones, findings: &mut Findings) {
    // Whoever knows time zones looks at every day: of a horizon that is too long, only at those that could be.
    let last = horizon.starts.date().plus_days(i64::from(plan.days.min(limits::DAYS_MAX))).midnight();
    match zones.offset_change(&plan.time_zone, horizon.starts, last) {
        ZoneAnswer::CannotSay | ZoneAnswer::Steady => {}
        ZoneAnswer::NoSuchZone => findings.add(IssueCode::UnknownTimeZone, "/time_zone"),
        ZoneAnswer::ChangesAt(at) => findings.add(IssueCode::OffsetChange { at }, "/time_zone"),
    }
    if plan.days > limits::DAYS_MAX {
        findings.limit(Limited::Days, u64::from(plan.days), u64::from(limits::DAYS_MAX), "/days");
    } else {
        findings.number(f64::from(plan.days), Bounds::within(1.0, f64::from(limits::DAYS_MAX)), "/days");
    }
    if let Some(at) = plan.baseline_opens
        && !horizon.has(at)
    {
        let Horizon { starts, ends } = horizon;
        findings.add(IssueCode::TimeOutsideHorizon { at, starts, ends }, "/baseline_opens");
    }
}

#[cfg(test)]
mod tests;
