//! The value of each number of a plan, and the edit that gives it another.

use super::{ChangeNumber, NumberField, StageNumber, TailNumber};
use crate::plan::edit::{ArrivalsEdit, EntryEdit, PlanEdit, StageEdit, StageField, TargetEdit, WaitingRoomEdit};
use crate::plan::{Background, CapacityChange, Limit, Plan, ServiceLaw, ShowUp, Stage, StartersFrom, Tail, TailKind};
use crate::units::{PerSecond, Seconds, Share};

impl NumberField {
    /// The value in the plan's unit; `None` = the plan goes without it, or has one per age band.
    pub fn value(self, plan: &Plan) -> Option<f64> {
        let arrivals = &plan.arrivals;
        match self {
            Self::ShowUp => match arrivals.show_up {
                ShowUp::All(share) => Some(share.get()),
                ShowUp::ByAge(_) => None,
            },
            Self::ShowUpOfAge(age) => match &arrivals.show_up {
                ShowUp::All(_) => None,
                ShowUp::ByAge(shares) => shares.get(age).map(|share| share.get()),
            },
            Self::OpeningShare => Some(arrivals.opening_share.get()),
            Self::OpeningRamp => Some(arrivals.opening_ramp.get()),
            Self::Tail(part, number) => arrivals.tail.get(part).and_then(|tail| number.value(tail)),
            Self::HourWeight(hour) => arrivals.hour_weights.and_then(|weights| weights.get(hour).copied()),
            Self::IgnoreWindow => Some(arrivals.ignore_window_share.get()),
            Self::Uninvited => Some(arrivals.uninvited_per_member),
            Self::Starters(row) => arrivals.starters_table.as_ref()?.get(row).map(|entry| entry.rate.get()),
            Self::Admit => plan.waiting_room.map(|room| room.admit.get()),
            Self::InsideMax => plan.waiting_room?.inside_max,
            Self::RoomPatience => plan.waiting_room?.patience.map(Seconds::get),
            Self::Stage(at, number) => plan.journey.get(at).and_then(|stage| number.value(stage)),
            Self::Change(at, change, number) => number.value(plan.journey.get(at)?.changes.get(change)?),
            Self::Background(at, row) => plan.journey.get(at)?.background.get(row).map(|flow| flow.rate.get()),
            Self::TargetWait => Some(plan.target.wait.get()),
            Self::TargetPercentile => Some(plan.target.percentile.get()),
            Self::TargetLoad => Some(plan.target.load),
        }
    }

    /// The edit that gives the field a value in the plan's unit; `None` where the field must have one, or the plan
    /// has no such field.
    pub fn edit(self, plan: &Plan, value: Option<f64>) -> Option<PlanEdit> {
        match self {
            Self::Stage(at, number) => return number.field(value).map(|field| set(at, field)),
            Self::InsideMax => return Some(PlanEdit::WaitingRoom(WaitingRoomEdit::InsideMax(value))),
            Self::RoomPatience => {
                return Some(PlanEdit::WaitingRoom(WaitingRoomEdit::Patience(value.map(Seconds::new))));
            }
            Self::Change(stage, at, number) => {
                let entry = number.changed(*plan.journey.get(stage)?.changes.get(at)?, value)?;
                return Some(PlanEdit::Stages(StageEdit::Change { at: stage, edit: EntryEdit::Set { at, entry } }));
            }
            _ => {}
        }
        let value = value?;
        Some(match self {
            Self::Background(stage, at) => {
                let flow = plan.journey.get(stage)?.background.get(at)?;
                let entry = Background { rate: PerSecond::new(value), ..*flow };
                PlanEdit::Stages(StageEdit::Background { at: stage, edit: EntryEdit::Set { at, entry } })
            }
            Self::Admit => PlanEdit::WaitingRoom(WaitingRoomEdit::Admit(PerSecond::new(value))),
            Self::TargetWait => PlanEdit::Target(TargetEdit::Wait(Seconds::new(value))),
            Self::TargetPercentile => PlanEdit::Target(TargetEdit::Percentile(Share::new(value))),
            Self::TargetLoad => PlanEdit::Target(TargetEdit::Load(value)),
            _ => PlanEdit::Arrivals(self.arrivals_edit(plan, value)?),
        })
    }

    fn arrivals_edit(self, plan: &Plan, value: f64) -> Option<ArrivalsEdit> {
        let arrivals = &plan.arrivals;
        Some(match self {
            Self::ShowUp => ArrivalsEdit::ShowUp(ShowUp::All(Share::new(value))),
            Self::ShowUpOfAge(age) => ArrivalsEdit::ShowUpOfAge { age, share: Share::new(value) },
            Self::OpeningShare => ArrivalsEdit::OpeningShare(Share::new(value)),
            Self::OpeningRamp => ArrivalsEdit::OpeningRamp(Seconds::new(value)),
            Self::IgnoreWindow => ArrivalsEdit::IgnoreWindowShare(Share::new(value)),
            Self::Uninvited => ArrivalsEdit::UninvitedPerMember(value),
            Self::Tail(at, number) => {
                let entry = number.changed(*arrivals.tail.get(at)?, value)?;
                ArrivalsEdit::Tail(EntryEdit::Set { at, entry })
            }
            Self::HourWeight(hour) => {
                let mut weights = arrivals.hour_weights?;
                *weights.get_mut(hour)? = value;
                ArrivalsEdit::HourWeights(Some(weights))
            }
            Self::Starters(at) => {
                let row = arrivals.starters_table.as_ref()?.get(at)?;
                let entry = StartersFrom { rate: PerSecond::new(value), ..*row };
                ArrivalsEdit::StartersEntry(EntryEdit::Set { at, entry })
            }
            _ => return None,
        })
    }
}

fn set(at: usize, field: StageField) -> PlanEdit {
    PlanEdit::Stages(StageEdit::Set { at, field })
}

impl TailNumber {
    fn value(self, tail: &Tail) -> Option<f64> {
        match (self, tail.kind) {
            (Self::Weight, _) => Some(tail.weight.get()),
            (Self::Mean, TailKind::Exponential { mean }) => Some(mean.get()),
            (Self::Shape, TailKind::Weibull { shape, .. }) => Some(shape),
            (Self::Alpha, TailKind::Lomax { alpha, .. }) => Some(alpha),
            (Self::Scale, TailKind::Weibull { scale, .. } | TailKind::Lomax { scale, .. }) => Some(scale.get()),
            _ => None,
        }
    }

    fn changed(self, tail: Tail, value: f64) -> Option<Tail> {
        if self == Self::Weight {
            return Some(Tail { weight: Share::new(value), ..tail });
        }
        let seconds = Seconds::new(value);
        let kind = match (self, tail.kind) {
            (Self::Mean, TailKind::Exponential { .. }) => TailKind::Exponential { mean: seconds },
            (Self::Shape, TailKind::Weibull { scale, .. }) => TailKind::Weibull { shape: value, scale },
            (Self::Scale, TailKind::Weibull { shape, .. }) => TailKind::Weibull { shape, scale: seconds },
            (Self::Alpha, TailKind::Lomax { scale, .. }) => TailKind::Lomax { alpha: value, scale },
            (Self::Scale, TailKind::Lomax { alpha, .. }) => TailKind::Lomax { alpha, scale: seconds },
            _ => return None,
        };
        Some(Tail { kind, ..tail })
    }
}

impl StageNumber {
    fn value(self, stage: &Stage) -> Option<f64> {
        match self {
            Self::Rate => stage.rate.map(PerSecond::get),
            Self::Sessions => stage.sessions,
            Self::Service => Some(stage.service.get()),
            Self::Patience => stage.patience.map(Seconds::get),
            Self::RetryShare => Some(stage.retry_share.get()),
            Self::RetryAfter => Some(stage.retry_after.get()),
            Self::FailShare => Some(stage.fail_share.get()),
            Self::FailRetryShare => Some(stage.fail_retry_share.get()),
            Self::ServiceSpread => match stage.service_law {
                ServiceLaw::Lognormal { cv } => Some(cv),
                _ => None,
            },
        }
    }

    fn field(self, value: Option<f64>) -> Option<StageField> {
        Some(match self {
            Self::Rate => StageField::Rate(value.map(PerSecond::new)),
            Self::Sessions => StageField::Sessions(value),
            Self::Patience => StageField::Patience(value.map(Seconds::new)),
            Self::Service => StageField::Service(Seconds::new(value?)),
            Self::RetryShare => StageField::RetryShare(Share::new(value?)),
            Self::RetryAfter => StageField::RetryAfter(Seconds::new(value?)),
            Self::FailShare => StageField::FailShare(Share::new(value?)),
            Self::FailRetryShare => StageField::FailRetryShare(Share::new(value?)),
            Self::ServiceSpread => StageField::ServiceLaw(ServiceLaw::Lognormal { cv: value? }),
        })
    }
}

impl ChangeNumber {
    fn value(self, change: &CapacityChange) -> Option<f64> {
        let explicit = |limit| match limit {
            Limit::To(value) => Some(value),
            Limit::Removed | Limit::Unchanged => None,
        };
        match self {
            Self::Rate => explicit(change.rate),
            Self::Sessions => explicit(change.sessions),
            Self::Times => change.times,
        }
    }

    fn changed(self, change: CapacityChange, value: Option<f64>) -> Option<CapacityChange> {
        Some(match self {
            Self::Rate => CapacityChange { rate: Limit::To(value?), ..change },
            Self::Sessions => CapacityChange { sessions: Limit::To(value?), ..change },
            Self::Times => CapacityChange { times: value, ..change },
        })
    }
}
