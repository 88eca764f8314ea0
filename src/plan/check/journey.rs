//! Checks of the stages: their numbers, their changes, and that each is open at some time.

use std::fmt;

use super::Horizon;
use super::findings::Findings;
use crate::plan::issue::{IssueCode, Limited};
use crate::plan::{CapacityChange, Limit, Plan, ServiceLaw, Stage, limits};

pub(super) fn check(plan: &Plan, horizon: Horizon, findings: &mut Findings) {
    if plan.journey.is_empty() {
        findings.add(IssueCode::NoStages, "/journey");
    }
    findings.limit(Limited::Stages, plan.journey.len() as u64, limits::STAGES_MAX as u64, "/journey");
    for (place, stage) in plan.journey.iter().enumerate() {
        let pointer = format_args!("/journey/{place}");
        check_numbers(stage, pointer, findings);
        check_dated(stage, horizon, pointer, findings);
        if !is_ever_open(stage, horizon) {
            findings.add(IssueCode::NeverOpen, pointer);
        }
    }
}

fn check_numbers(stage: &Stage, pointer: fmt::Arguments<'_>, findings: &mut Findings) {
    findings.number(stage.service.get(), limits::SERVICE, format_args!("{pointer}/service_s"));
    match stage.service_law {
        ServiceLaw::Exponential | ServiceLaw::Deterministic => {}
        ServiceLaw::Lognormal { cv } => {
            findings.number(cv, limits::SERVICE_CV, format_args!("{pointer}/service_law/cv"))
        }
        ServiceLaw::Erlang { phases } => {
            findings.number(f64::from(phases), limits::SERVICE_PHASES, format_args!("{pointer}/service_law/phases"));
        }
    }
    if let Some(sessions) = stage.sessions {
        findings.number(sessions, limits::SESSIONS, format_args!("{pointer}/sessions"));
    }
    if let Some(rate) = stage.rate {
        findings.number(rate.get(), limits::RATE, format_args!("{pointer}/rate_per_s"));
    }
    if let Some(patience) = stage.patience {
        findings.number(patience.get(), limits::PATIENCE, format_args!("{pointer}/patience_s"));
    }
    findings.share(stage.retry_share, format_args!("{pointer}/retry_share"));
    findings.number(stage.retry_after.get(), limits::RETRY_AFTER, format_args!("{pointer}/retry_after_s"));
    findings.share(stage.fail_share, format_args!("{pointer}/fail_share"));
    findings.share(stage.fail_retry_share, format_args!("{pointer}/fail_retry_share"));
}

fn check_dated(stage: &Stage, horizon: Horizon, pointer: fmt::Arguments<'_>, findings: &mut Findings) {
    for (place, change) in stage.changes.iter().enumerate() {
        let pointer = format_args!("{pointer}/changes/{place}");
        if let Limit::To(rate) = change.rate {
            findings.number(rate, limits::RATE, format_args!("{pointer}/rate_per_s"));
        }
        if let Limit::To(sessions) = change.sessions {
            findings.number(sessions, limits::SESSIONS, format_args!("{pointer}/sessions"));
        }
        if let Some(times) = change.times {
            findings.number(times, limits::TIMES, format_args!("{pointer}/times"));
        }
    }
    findings.dated(stage.changes.iter().map(|change| change.at), horizon, format_args!("{pointer}/changes"));
    for (place, flow) in stage.background.iter().enumerate() {
        findings.number(flow.rate.get(), limits::FLOW, format_args!("{pointer}/background/{place}/per_s"));
    }
    findings.dated(stage.background.iter().map(|flow| flow.at), horizon, format_args!("{pointer}/background"));
}

/// What a stage admits at a time, as far as it matters for being open.
#[derive(Clone, Copy)]
struct Admits {
    rate: Option<f64>,
    sessions: Option<f64>,
    turns_away: bool,
}

impl Admits {
    fn at_first(stage: &Stage) -> Self {
        Self { rate: stage.rate.map(|rate| rate.get()), sessions: stage.sessions, turns_away: false }
    }

    fn after(self, stage: &Stage, change: &CapacityChange) -> Self {
        let limit = |explicit: Limit, base: Option<f64>, now: Option<f64>| match (explicit, change.times) {
            (Limit::To(value), _) => Some(value),
            (Limit::Removed, _) => None,
            (Limit::Unchanged, Some(times)) => base.map(|base| base * times),
            (Limit::Unchanged, None) => now,
        };
        Self {
            rate: limit(change.rate, stage.rate.map(|rate| rate.get()), self.rate),
            sessions: limit(change.sessions, stage.sessions, self.sessions),
            turns_away: change.turn_away.unwrap_or(self.turns_away),
        }
    }

    fn anybody(self) -> bool {
        self.rate != Some(0.0) && self.sessions != Some(0.0) && !self.turns_away
    }
}

fn is_ever_open(stage: &Stage, horizon: Horizon) -> bool {
    let mut admits = Admits::at_first(stage);
    for change in stage.changes.iter().filter(|change| change.at < horizon.ends) {
        if change.at > horizon.starts && admits.anybody() {
            return true;
        }
        admits = admits.after(stage, change);
    }
    admits.anybody()
}
