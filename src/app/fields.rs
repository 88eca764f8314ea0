//! The fields of a plan that the page edits: where they stand in the plan file, their unit on the page, their edit.

use std::rc::Rc;
use std::sync::Arc;

use crate::plan::{Plan, ShowUp, Stage};
use crate::units::{PerSecond, Seconds, Share};

/// A change of a plan.
#[derive(Clone)]
pub struct Edit(Rc<dyn Fn(&mut Plan)>);

impl Edit {
    pub fn new(change: impl Fn(&mut Plan) + 'static) -> Self {
        Self(Rc::new(change))
    }

    pub fn apply(&self, plan: &Plan) -> Plan {
        let mut changed = plan.clone();
        (self.0)(&mut changed);
        changed
    }
}

/// A single number of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberField {
    ShowUp,
    OpeningShare,
    OpeningRamp,
    IgnoreWindow,
    TargetWait,
    TargetPercentile,
    TargetLoad,
    Stage(usize, StageNumber),
}

/// A single number of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageNumber {
    Rate,
    Sessions,
    Service,
    Patience,
    RetryShare,
    RetryAfter,
    FailShare,
    FailRetryShare,
}

/// The unit a field has on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Percent,
    Seconds,
    Minutes,
    PerSecond,
    People,
}

impl Unit {
    /// How much of the plan's unit one of this unit is.
    pub fn factor(self) -> f64 {
        match self {
            Self::Percent => 0.01,
            Self::Minutes => 60.0,
            Self::Seconds | Self::PerSecond | Self::People => 1.0,
        }
    }

    /// A value of the plan in this unit.
    pub fn shown(self, value: f64) -> f64 {
        match self {
            Self::Percent => value * 100.0,
            _ => value / self.factor(),
        }
    }

    /// A value in this unit as the plan holds it.
    pub fn stored(self, value: f64) -> f64 {
        match self {
            Self::Percent => value / 100.0,
            _ => value * self.factor(),
        }
    }
}

impl NumberField {
    /// The place in the plan file.
    pub fn pointer(self) -> String {
        match self {
            Self::ShowUp => "/arrivals/show_up".to_owned(),
            Self::OpeningShare => "/arrivals/opening_share".to_owned(),
            Self::OpeningRamp => "/arrivals/opening_ramp_s".to_owned(),
            Self::IgnoreWindow => "/arrivals/ignore_window_share".to_owned(),
            Self::TargetWait => "/target/wait_s".to_owned(),
            Self::TargetPercentile => "/target/percentile".to_owned(),
            Self::TargetLoad => "/target/load".to_owned(),
            Self::Stage(index, number) => format!("/journey/{index}/{}", number.name()),
        }
    }

    pub fn unit(self) -> Unit {
        match self {
            Self::ShowUp | Self::OpeningShare | Self::IgnoreWindow | Self::TargetPercentile | Self::TargetLoad => Unit::Percent,
            Self::OpeningRamp => Unit::Minutes,
            Self::TargetWait => Unit::Seconds,
            Self::Stage(_, number) => number.unit(),
        }
    }

    /// Whether the plan may go without it.
    pub fn may_be_empty(self) -> bool {
        matches!(self, Self::Stage(_, StageNumber::Rate | StageNumber::Sessions | StageNumber::Patience))
    }

    /// The value in the plan's unit; `None` = the plan goes without it, or has one per age band.
    pub fn value(self, plan: &Plan) -> Option<f64> {
        let arrivals = &plan.arrivals;
        match self {
            Self::ShowUp => match arrivals.show_up {
                ShowUp::All(share) => Some(share.get()),
                ShowUp::ByAge(_) => None,
            },
            Self::OpeningShare => Some(arrivals.opening_share.get()),
            Self::OpeningRamp => Some(arrivals.opening_ramp.get()),
            Self::IgnoreWindow => Some(arrivals.ignore_window_share.get()),
            Self::TargetWait => Some(plan.target.wait.get()),
            Self::TargetPercentile => Some(plan.target.percentile.get()),
            Self::TargetLoad => Some(plan.target.load),
            Self::Stage(index, number) => plan.journey.get(index).and_then(|stage| number.value(stage)),
        }
    }

    /// The edit that gives the field a value in the plan's unit; a field that may not be empty keeps its value.
    pub fn edit(self, value: Option<f64>) -> Edit {
        Edit::new(move |plan| self.set(plan, value))
    }

    fn set(self, plan: &mut Plan, value: Option<f64>) {
        if let Self::Stage(index, number) = self {
            if let Some(stage) = Arc::make_mut(&mut plan.journey).get_mut(index) {
                number.set(stage, value);
            }
            return;
        }
        let Some(value) = value else { return };
        match self {
            Self::ShowUp => plan.arrivals.show_up = ShowUp::All(Share::new(value)),
            Self::OpeningShare => plan.arrivals.opening_share = Share::new(value),
            Self::OpeningRamp => plan.arrivals.opening_ramp = Seconds::new(value),
            Self::IgnoreWindow => plan.arrivals.ignore_window_share = Share::new(value),
            Self::TargetWait => plan.target.wait = Seconds::new(value),
            Self::TargetPercentile => plan.target.percentile = Share::new(value),
            Self::TargetLoad => plan.target.load = value,
            Self::Stage(..) => {}
        }
    }
}

impl StageNumber {
    fn name(self) -> &'static str {
        match self {
            Self::Rate => "rate_per_s",
            Self::Sessions => "sessions",
            Self::Service => "service_s",
            Self::Patience => "patience_s",
            Self::RetryShare => "retry_share",
            Self::RetryAfter => "retry_after_s",
            Self::FailShare => "fail_share",
            Self::FailRetryShare => "fail_retry_share",
        }
    }

    fn unit(self) -> Unit {
        match self {
            Self::Rate => Unit::PerSecond,
            Self::Sessions => Unit::People,
            Self::Service => Unit::Seconds,
            Self::Patience | Self::RetryAfter => Unit::Minutes,
            Self::RetryShare | Self::FailShare | Self::FailRetryShare => Unit::Percent,
        }
    }

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
        }
    }

    fn set(self, stage: &mut Stage, value: Option<f64>) {
        match (self, value) {
            (Self::Rate, value) => stage.rate = value.map(PerSecond::new),
            (Self::Sessions, value) => stage.sessions = value,
            (Self::Patience, value) => stage.patience = value.map(Seconds::new),
            (Self::Service, Some(value)) => stage.service = Seconds::new(value),
            (Self::RetryShare, Some(value)) => stage.retry_share = Share::new(value),
            (Self::RetryAfter, Some(value)) => stage.retry_after = Seconds::new(value),
            (Self::FailShare, Some(value)) => stage.fail_share = Share::new(value),
            (Self::FailRetryShare, Some(value)) => stage.fail_retry_share = Share::new(value),
            (_, None) => {}
        }
    }
}
