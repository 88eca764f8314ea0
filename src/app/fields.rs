//! The fields of a plan that the page edits: where they stand in the plan file, their unit on the page, their edit.

use crate::plan::edit::{
    ArrivalsEdit, HeaderEdit, MembersEdit, NoteEdit, PlanEdit, StageEdit, StageField, TargetEdit, WindowEdit,
    WindowField,
};
use crate::plan::{Plan, ShowUp, Stage, Window};
use crate::units::{PerSecond, Seconds, Share};

/// The edit that gives the plan a title.
pub fn title(title: String) -> PlanEdit {
    PlanEdit::Header(HeaderEdit::Title(title))
}

/// The edit that gives a cell of the membership its people. Where the counts came from says nothing of them then.
pub fn count(region: usize, age: usize, people: u64) -> PlanEdit {
    let counts = NoteEdit::Source { field: "/members/counts".to_owned(), source: None };
    PlanEdit::Several(vec![PlanEdit::Members(MembersEdit::Count { region, age, people }), PlanEdit::Notes(counts)])
}

/// The edit of one field of a window.
pub fn window(at: usize, field: WindowField) -> PlanEdit {
    PlanEdit::Windows(WindowEdit::Set { at, field })
}

/// A window behind the last, as long as that, opening when it closes and inviting nobody yet.
pub fn add_window(plan: &Plan) -> PlanEdit {
    let last = plan.windows.iter().max_by_key(|window| (window.closes, window.opens));
    let opens = last.map_or_else(|| plan.horizon_start(), |window| window.closes);
    let length = last.map_or(crate::clock::SECONDS_PER_HOUR, |window| window.closes.seconds_since(window.opens));
    let window = Window {
        opens,
        closes: opens.plus_seconds(length.max(crate::clock::SECONDS_PER_MINUTE)),
        cohorts: Vec::new(),
        catch_up: false,
        show_up: None,
        closes_hard: false,
    };
    PlanEdit::Windows(WindowEdit::Add { at: plan.windows.len(), window })
}

pub fn remove_window(at: usize) -> PlanEdit {
    PlanEdit::Windows(WindowEdit::Remove { at })
}

/// The ordinary window that invites a cohort.
pub fn ordinary_window_of(plan: &Plan, cohort: usize) -> Option<usize> {
    plan.windows.iter().position(|window| !window.catch_up && window.cohorts.contains(&cohort))
}

/// The edit that puts a cohort into a window, or takes it out; an ordinary window takes it from the other.
pub fn invite(plan: &Plan, window: usize, cohort: usize, invited: bool) -> PlanEdit {
    let is_catch_up = plan.windows.get(window).is_some_and(|window| window.catch_up);
    let (from, to) = match (invited, is_catch_up) {
        (true, false) => (ordinary_window_of(plan, cohort), Some(window)),
        (true, true) => (None, Some(window)),
        (false, _) => (Some(window), None),
    };
    PlanEdit::Windows(WindowEdit::MoveCohort { cohort, from, to })
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
            Self::ShowUp | Self::OpeningShare | Self::IgnoreWindow | Self::TargetPercentile | Self::TargetLoad => {
                Unit::Percent
            }
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

    /// The edit that gives the field a value in the plan's unit; `None` where the field must have one.
    pub fn edit(self, value: Option<f64>) -> Option<PlanEdit> {
        if let Self::Stage(at, number) = self {
            return number.field(value).map(|field| PlanEdit::Stages(StageEdit::Set { at, field }));
        }
        let value = value?;
        Some(match self {
            Self::ShowUp => PlanEdit::Arrivals(ArrivalsEdit::ShowUp(ShowUp::All(Share::new(value)))),
            Self::OpeningShare => PlanEdit::Arrivals(ArrivalsEdit::OpeningShare(Share::new(value))),
            Self::OpeningRamp => PlanEdit::Arrivals(ArrivalsEdit::OpeningRamp(Seconds::new(value))),
            Self::IgnoreWindow => PlanEdit::Arrivals(ArrivalsEdit::IgnoreWindowShare(Share::new(value))),
            Self::TargetWait => PlanEdit::Target(TargetEdit::Wait(Seconds::new(value))),
            Self::TargetPercentile => PlanEdit::Target(TargetEdit::Percentile(Share::new(value))),
            Self::TargetLoad => PlanEdit::Target(TargetEdit::Load(value)),
            Self::Stage(..) => return None,
        })
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
        })
    }
}
