//! The fields of a plan that are one of a few: a stage, a kind, a rule that is on or off.

use super::lists::new_waiting_room;
use crate::plan::edit::{ArrivalsEdit, EntryEdit, PlanEdit, StageEdit, StageField, WaitingRoomEdit};
use crate::plan::limits::SERVICE_PHASES;
use crate::plan::{CapacityChange, Limit, OnCapacityDrop, Plan, ServiceLaw, ShowUp, Tail, TailKind};
use crate::text::Catalogue;
use crate::units::{PerSecond, Share};

/// Most parts of an Erlang service.
const PHASES_MAX: u32 = SERVICE_PHASES.greatest as u32;

/// A field with a few values; lists are named by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceField {
    /// One share for all, or one per age band.
    ShowUp,
    TailKind(usize),
    HourWeights,
    EligibilityStage,
    GateStage,
    StartersTable,
    WaitingRoom,
    OnCapacityDrop(usize),
    ServiceLaw(usize),
    /// Exponential parts of an Erlang service.
    ServicePhases(usize),
    /// What a change does to the rate: of a stage, of one of its changes.
    ChangeRate(usize, usize),
    ChangeSessions(usize, usize),
    TurnAway(usize, usize),
}

impl ChoiceField {
    /// The place in the plan file.
    pub fn pointer(self) -> String {
        match self {
            Self::ShowUp => "/arrivals/show_up".to_owned(),
            Self::TailKind(part) => format!("/arrivals/tail/{part}/kind"),
            Self::HourWeights => "/arrivals/hour_weights".to_owned(),
            Self::EligibilityStage => "/arrivals/eligibility_stage".to_owned(),
            Self::GateStage => "/arrivals/gate_stage".to_owned(),
            Self::StartersTable => "/arrivals/starters_table".to_owned(),
            Self::WaitingRoom => "/waiting_room".to_owned(),
            Self::OnCapacityDrop(stage) => format!("/journey/{stage}/on_capacity_drop"),
            Self::ServiceLaw(stage) => format!("/journey/{stage}/service_law/kind"),
            Self::ServicePhases(stage) => format!("/journey/{stage}/service_law/phases"),
            Self::ChangeRate(stage, row) => format!("/journey/{stage}/changes/{row}/rate_per_s"),
            Self::ChangeSessions(stage, row) => format!("/journey/{stage}/changes/{row}/sessions"),
            Self::TurnAway(stage, row) => format!("/journey/{stage}/changes/{row}/turn_away"),
        }
    }

    /// The values in words, in the order of [`Self::edit`].
    pub fn options(self, plan: &Plan, text: &Catalogue) -> Vec<String> {
        let words = &text.forms;
        let fixed = |options: &[&str]| options.iter().map(|&option| option.to_owned()).collect();
        match self {
            Self::ShowUp => fixed(&[words.same_for_all, words.by_age]),
            Self::TailKind(_) => fixed(&[words.exponential, words.weibull, words.lomax]),
            Self::HourWeights => fixed(&[words.hours_even, words.hours_weighted]),
            Self::EligibilityStage => stages(plan, text, words.nobody_checks, plan.arrivals.eligibility_stage),
            Self::GateStage => stages(plan, text, words.nobody_checks, plan.arrivals.gate_stage),
            Self::StartersTable => fixed(&[words.no_table, words.with_table]),
            Self::WaitingRoom => fixed(&[words.no_room, words.with_room]),
            Self::OnCapacityDrop(_) => fixed(&[words.requeue, words.finish]),
            Self::ServiceLaw(_) => {
                fixed(&[words.law_exponential, words.law_deterministic, words.law_lognormal, words.law_erlang])
            }
            Self::ServicePhases(_) => (1..=PHASES_MAX).map(|phases| phases.to_string()).collect(),
            Self::ChangeRate(..) | Self::ChangeSessions(..) => {
                fixed(&[words.unchanged, text.common.no_limit, words.set_to])
            }
            Self::TurnAway(..) => fixed(&[words.unchanged, words.turns_away, words.lets_in]),
        }
    }

    /// The place of the present value among the options.
    pub fn chosen(self, plan: &Plan) -> usize {
        let arrivals = &plan.arrivals;
        let limit = |limit: Option<Limit>| match limit {
            Some(Limit::Removed) => 1,
            Some(Limit::To(_)) => 2,
            Some(Limit::Unchanged) | None => 0,
        };
        match self {
            Self::ShowUp => usize::from(matches!(arrivals.show_up, ShowUp::ByAge(_))),
            Self::TailKind(part) => match arrivals.tail.get(part).map(|tail| tail.kind) {
                Some(TailKind::Weibull { .. }) => 1,
                Some(TailKind::Lomax { .. }) => 2,
                Some(TailKind::Exponential { .. }) | None => 0,
            },
            Self::HourWeights => usize::from(arrivals.hour_weights.is_some()),
            Self::EligibilityStage => place_of(plan, arrivals.eligibility_stage),
            Self::GateStage => place_of(plan, arrivals.gate_stage),
            Self::StartersTable => usize::from(arrivals.starters_table.is_some()),
            Self::WaitingRoom => usize::from(plan.waiting_room.is_some()),
            Self::OnCapacityDrop(stage) => {
                let rule = plan.journey.get(stage).map(|stage| stage.on_capacity_drop);
                usize::from(rule == Some(OnCapacityDrop::Finish))
            }
            Self::ServiceLaw(stage) => match service_law(plan, stage) {
                ServiceLaw::Exponential => 0,
                ServiceLaw::Deterministic => 1,
                ServiceLaw::Lognormal { .. } => 2,
                ServiceLaw::Erlang { .. } => 3,
            },
            Self::ServicePhases(stage) => match service_law(plan, stage) {
                ServiceLaw::Erlang { phases } => phases.clamp(1, PHASES_MAX) as usize - 1,
                _ => 0,
            },
            Self::ChangeRate(stage, row) => limit(change(plan, stage, row).map(|change| change.rate)),
            Self::ChangeSessions(stage, row) => limit(change(plan, stage, row).map(|change| change.sessions)),
            Self::TurnAway(stage, row) => match change(plan, stage, row).and_then(|change| change.turn_away) {
                None => 0,
                Some(true) => 1,
                Some(false) => 2,
            },
        }
    }

    /// The edit that makes the option of that place the value; `None` where the plan has no such field.
    pub fn edit(self, plan: &Plan, option: usize) -> Option<PlanEdit> {
        Some(match self {
            Self::WaitingRoom => {
                PlanEdit::WaitingRoom(WaitingRoomEdit::Replace((option == 1).then(|| new_waiting_room(plan))))
            }
            Self::OnCapacityDrop(at) => {
                let rule = if option == 1 { OnCapacityDrop::Finish } else { OnCapacityDrop::Requeue };
                PlanEdit::Stages(StageEdit::Set { at, field: StageField::OnCapacityDrop(rule) })
            }
            Self::ServiceLaw(at) => {
                let law = law(service_law(plan, at), option);
                PlanEdit::Stages(StageEdit::Set { at, field: StageField::ServiceLaw(law) })
            }
            Self::ServicePhases(at) => {
                let law = ServiceLaw::Erlang { phases: option as u32 + 1 };
                PlanEdit::Stages(StageEdit::Set { at, field: StageField::ServiceLaw(law) })
            }
            Self::ChangeRate(stage, row) => {
                let entry = change(plan, stage, row)?;
                let base = plan.journey.get(stage)?.rate.map(PerSecond::get);
                set_change(stage, row, CapacityChange { rate: limit_of(option, entry.rate, base), ..entry })
            }
            Self::ChangeSessions(stage, row) => {
                let entry = change(plan, stage, row)?;
                let base = plan.journey.get(stage)?.sessions;
                set_change(stage, row, CapacityChange { sessions: limit_of(option, entry.sessions, base), ..entry })
            }
            Self::TurnAway(stage, row) => {
                let turn_away = [None, Some(true), Some(false)].get(option).copied().flatten();
                set_change(stage, row, CapacityChange { turn_away, ..change(plan, stage, row)? })
            }
            _ => PlanEdit::Arrivals(self.arrivals_edit(plan, option)?),
        })
    }

    fn arrivals_edit(self, plan: &Plan, option: usize) -> Option<ArrivalsEdit> {
        let is_on = option == 1;
        Some(match self {
            Self::ShowUp => ArrivalsEdit::ShowUp(show_up(plan, is_on)),
            Self::TailKind(at) => {
                let tail = *plan.arrivals.tail.get(at)?;
                ArrivalsEdit::Tail(EntryEdit::Set { at, entry: Tail { kind: kind(tail.kind, option), ..tail } })
            }
            Self::HourWeights => ArrivalsEdit::HourWeights(is_on.then_some([1.0; 24])),
            Self::EligibilityStage => ArrivalsEdit::EligibilityStage(option.checked_sub(1)),
            Self::GateStage => ArrivalsEdit::GateStage(option.checked_sub(1)),
            Self::StartersTable => ArrivalsEdit::StartersTable(is_on.then(Vec::new)),
            _ => return None,
        })
    }

    /// Every choice that the plan offers.
    pub fn all_in(plan: &Plan) -> Vec<Self> {
        let mut all = vec![Self::ShowUp];
        all.extend((0..plan.arrivals.tail.len()).map(Self::TailKind));
        all.extend([Self::HourWeights, Self::EligibilityStage, Self::GateStage, Self::StartersTable]);
        all.push(Self::WaitingRoom);
        for (at, stage) in plan.journey.iter().enumerate() {
            all.extend([Self::OnCapacityDrop(at), Self::ServiceLaw(at)]);
            if let ServiceLaw::Erlang { .. } = stage.service_law {
                all.push(Self::ServicePhases(at));
            }
            for row in 0..stage.changes.len() {
                all.extend([Self::ChangeRate(at, row), Self::ChangeSessions(at, row), Self::TurnAway(at, row)]);
            }
        }
        all
    }
}

fn service_law(plan: &Plan, stage: usize) -> ServiceLaw {
    plan.journey.get(stage).map_or(ServiceLaw::Exponential, |stage| stage.service_law)
}

/// A law that is there stays; a new one spreads about half as far as the exponential.
fn law(present: ServiceLaw, option: usize) -> ServiceLaw {
    match (option, present) {
        (2, ServiceLaw::Lognormal { .. }) | (3, ServiceLaw::Erlang { .. }) => present,
        (1, _) => ServiceLaw::Deterministic,
        (2, _) => ServiceLaw::Lognormal { cv: 0.5 },
        (3, _) => ServiceLaw::Erlang { phases: 4 },
        _ => ServiceLaw::Exponential,
    }
}

fn change(plan: &Plan, stage: usize, row: usize) -> Option<CapacityChange> {
    plan.journey.get(stage)?.changes.get(row).copied()
}

fn set_change(stage: usize, at: usize, entry: CapacityChange) -> PlanEdit {
    PlanEdit::Stages(StageEdit::Change { at: stage, edit: EntryEdit::Set { at, entry } })
}

/// A number that was there stays; a new one starts from the base value.
fn limit_of(option: usize, present: Limit, base: Option<f64>) -> Limit {
    match (option, present) {
        (2, Limit::To(value)) => Limit::To(value),
        (2, _) => Limit::To(base.unwrap_or(0.0)),
        (1, _) => Limit::Removed,
        _ => Limit::Unchanged,
    }
}

/// Nobody, then every stage; last one that the plan does not have, where it is the value.
fn stages(plan: &Plan, text: &Catalogue, nobody: &str, present: Option<usize>) -> Vec<String> {
    let named = plan.journey.iter().enumerate().map(|(at, stage)| (text.forms.stage_number)(at + 1, &stage.name));
    let missing =
        present.filter(|&at| at >= plan.journey.len()).map(|at| (text.forms.missing_stage)(at.saturating_add(1)));
    std::iter::once(nobody.to_owned()).chain(named).chain(missing).collect()
}

fn place_of(plan: &Plan, stage: Option<usize>) -> usize {
    stage.map_or(0, |at| at.min(plan.journey.len()) + 1)
}

/// By age everyone begins with the share of all; for all with the mean over the members.
fn show_up(plan: &Plan, by_age: bool) -> ShowUp {
    let n_ages = plan.members.ages.len();
    match (&plan.arrivals.show_up, by_age) {
        (ShowUp::All(share), true) => ShowUp::ByAge(vec![*share; n_ages]),
        (ShowUp::ByAge(_), false) => {
            let people_of = |age: usize| plan.members.counts.iter().filter_map(|row| row.get(age)).sum::<u64>() as f64;
            let starters: f64 = (0..n_ages).map(|age| people_of(age) * plan.arrivals.show_up.of_age(age).get()).sum();
            let people: f64 = (0..n_ages).map(people_of).sum();
            let mean = if people > 0.0 { starters / people } else { 0.0 };
            ShowUp::All(Share::new((mean * 1e4).round() / 1e4))
        }
        (present, _) => present.clone(),
    }
}

/// The mean or scale is kept; a new shape is that of ordinary launches.
fn kind(present: TailKind, option: usize) -> TailKind {
    let scale = match present {
        TailKind::Exponential { mean } => mean,
        TailKind::Weibull { scale, .. } | TailKind::Lomax { scale, .. } => scale,
    };
    match (option, present) {
        (1, TailKind::Weibull { .. }) | (2, TailKind::Lomax { .. }) => present,
        (1, _) => TailKind::Weibull { shape: 0.7, scale },
        (2, _) => TailKind::Lomax { alpha: 2.0, scale },
        _ => TailKind::Exponential { mean: scale },
    }
}
