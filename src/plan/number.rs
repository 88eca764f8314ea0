//! The single numbers of a plan: their place in the plan file, their bounds, and their value.

mod assumed;
mod value;

pub use assumed::{RangeField, within};

use super::limits::{self, Bounds};
use super::pointer::{index, steps};
use super::{Limit, Plan, ServiceLaw, ShowUp, TailKind};

/// A single number of the plan; lists are named by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberField {
    ShowUp,
    ShowUpOfAge(usize),
    OpeningShare,
    OpeningRamp,
    Tail(usize, TailNumber),
    HourWeight(usize),
    IgnoreWindow,
    Uninvited,
    Starters(usize),
    Admit,
    InsideMax,
    RoomPatience,
    Stage(usize, StageNumber),
    /// Of a stage, of one of its changes.
    Change(usize, usize, ChangeNumber),
    Background(usize, usize),
    TargetWait,
    TargetPercentile,
    TargetLoad,
}

/// A number of one part of the tail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TailNumber {
    Weight,
    Mean,
    Shape,
    Alpha,
    Scale,
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
    /// Standard deviation of a lognormal service over its mean.
    ServiceSpread,
}

/// A number of one change of capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeNumber {
    Rate,
    Sessions,
    Times,
}

impl NumberField {
    /// The place in the plan file.
    pub fn pointer(self) -> String {
        match self {
            Self::ShowUp => "/arrivals/show_up".to_owned(),
            Self::ShowUpOfAge(age) => format!("/arrivals/show_up/{age}"),
            Self::OpeningShare => "/arrivals/opening_share".to_owned(),
            Self::OpeningRamp => "/arrivals/opening_ramp_s".to_owned(),
            Self::Tail(part, number) => format!("/arrivals/tail/{part}/{}", number.name()),
            Self::HourWeight(hour) => format!("/arrivals/hour_weights/{hour}"),
            Self::IgnoreWindow => "/arrivals/ignore_window_share".to_owned(),
            Self::Uninvited => "/arrivals/uninvited_per_member".to_owned(),
            Self::Starters(row) => format!("/arrivals/starters_table/{row}/per_s"),
            Self::Admit => "/waiting_room/admit_per_s".to_owned(),
            Self::InsideMax => "/waiting_room/inside_max".to_owned(),
            Self::RoomPatience => "/waiting_room/patience_s".to_owned(),
            Self::Stage(stage, number) => format!("/journey/{stage}/{}", number.name()),
            Self::Change(stage, change, number) => format!("/journey/{stage}/changes/{change}/{}", number.name()),
            Self::Background(stage, row) => format!("/journey/{stage}/background/{row}/per_s"),
            Self::TargetWait => "/target/wait_s".to_owned(),
            Self::TargetPercentile => "/target/percentile".to_owned(),
            Self::TargetLoad => "/target/load".to_owned(),
        }
    }

    /// The number at a place of the plan file; `None` where that is none of these. Whether a plan has it, its value says.
    pub fn at(pointer: &str) -> Option<Self> {
        let steps = steps(pointer)?;
        let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
        Some(match steps.as_slice() {
            ["arrivals", "show_up"] => Self::ShowUp,
            ["arrivals", "show_up", age] => Self::ShowUpOfAge(index(age)?),
            ["arrivals", "opening_share"] => Self::OpeningShare,
            ["arrivals", "opening_ramp_s"] => Self::OpeningRamp,
            ["arrivals", "tail", part, name] => Self::Tail(index(part)?, TailNumber::named(name)?),
            ["arrivals", "hour_weights", hour] => Self::HourWeight(index(hour)?),
            ["arrivals", "ignore_window_share"] => Self::IgnoreWindow,
            ["arrivals", "uninvited_per_member"] => Self::Uninvited,
            ["arrivals", "starters_table", row, "per_s"] => Self::Starters(index(row)?),
            ["waiting_room", "admit_per_s"] => Self::Admit,
            ["waiting_room", "inside_max"] => Self::InsideMax,
            ["waiting_room", "patience_s"] => Self::RoomPatience,
            ["journey", stage, "service_law", "cv"] => Self::Stage(index(stage)?, StageNumber::ServiceSpread),
            ["journey", stage, name] => Self::Stage(index(stage)?, StageNumber::named(name)?),
            ["journey", stage, "changes", change, name] => {
                Self::Change(index(stage)?, index(change)?, ChangeNumber::named(name)?)
            }
            ["journey", stage, "background", row, "per_s"] => Self::Background(index(stage)?, index(row)?),
            ["target", "wait_s"] => Self::TargetWait,
            ["target", "percentile"] => Self::TargetPercentile,
            ["target", "load"] => Self::TargetLoad,
            _ => return None,
        })
    }

    /// What the number must be, in the plan's unit.
    pub fn bounds(self) -> Bounds {
        match self {
            Self::OpeningRamp => limits::RAMP,
            Self::Tail(_, TailNumber::Mean | TailNumber::Scale) => limits::DELAY,
            Self::Tail(_, TailNumber::Shape) => limits::WEIBULL_SHAPE,
            Self::Tail(_, TailNumber::Alpha) => limits::LOMAX_ALPHA,
            Self::HourWeight(_) => limits::HOUR_WEIGHT,
            Self::Uninvited => limits::UNINVITED,
            Self::Starters(_) | Self::Background(..) => limits::FLOW,
            Self::Admit => Bounds { or_zero: false, ..limits::RATE },
            Self::InsideMax => limits::INSIDE,
            Self::RoomPatience | Self::Stage(_, StageNumber::Patience) => limits::PATIENCE,
            Self::Stage(_, StageNumber::Rate) | Self::Change(_, _, ChangeNumber::Rate) => limits::RATE,
            Self::Stage(_, StageNumber::Sessions) | Self::Change(_, _, ChangeNumber::Sessions) => limits::SESSIONS,
            Self::Stage(_, StageNumber::Service) => limits::SERVICE,
            Self::Stage(_, StageNumber::ServiceSpread) => limits::SERVICE_CV,
            Self::Stage(_, StageNumber::RetryAfter) => limits::RETRY_AFTER,
            Self::Change(_, _, ChangeNumber::Times) => limits::TIMES,
            Self::TargetWait => limits::TARGET_WAIT,
            Self::TargetLoad => limits::TARGET_LOAD,
            _ => limits::SHARE,
        }
    }

    /// Whether the plan may go without it.
    pub fn may_be_empty(self) -> bool {
        matches!(
            self,
            Self::Stage(_, StageNumber::Rate | StageNumber::Sessions | StageNumber::Patience)
                | Self::InsideMax
                | Self::RoomPatience
                | Self::Change(_, _, ChangeNumber::Times)
        )
    }

    /// Whether a field for its range stands beside it.
    pub fn has_range(self) -> bool {
        !matches!(self, Self::HourWeight(_) | Self::Starters(_) | Self::Change(..) | Self::Background(..))
    }

    /// Whether it is the capacity of something, so that 0 shuts it.
    pub fn is_capacity(self) -> bool {
        matches!(self, Self::Admit | Self::Stage(_, StageNumber::Rate | StageNumber::Sessions))
    }

    /// Every number that has a field on the page for this plan, with those that the plan goes without.
    pub fn all_in(plan: &Plan) -> Vec<Self> {
        let arrivals = &plan.arrivals;
        let mut all = match &arrivals.show_up {
            ShowUp::All(_) => vec![Self::ShowUp],
            ShowUp::ByAge(shares) => (0..shares.len()).map(Self::ShowUpOfAge).collect(),
        };
        all.extend([Self::OpeningShare, Self::OpeningRamp, Self::IgnoreWindow, Self::Uninvited]);
        for (part, tail) in arrivals.tail.iter().enumerate() {
            all.extend(TailNumber::of(tail.kind).iter().map(|number| Self::Tail(part, *number)));
        }
        all.extend((0..arrivals.hour_weights.map_or(0, |weights| weights.len())).map(Self::HourWeight));
        all.extend((0..arrivals.starters_table.as_ref().map_or(0, Vec::len)).map(Self::Starters));
        if plan.waiting_room.is_some() {
            all.extend([Self::Admit, Self::InsideMax, Self::RoomPatience]);
        }
        for (at, stage) in plan.journey.iter().enumerate() {
            all.extend(StageNumber::ALL.map(|number| Self::Stage(at, number)));
            if let ServiceLaw::Lognormal { .. } = stage.service_law {
                all.push(Self::Stage(at, StageNumber::ServiceSpread));
            }
            for (change, entry) in stage.changes.iter().enumerate() {
                let explicit = [(ChangeNumber::Rate, entry.rate), (ChangeNumber::Sessions, entry.sessions)];
                let given = explicit.into_iter().filter(|(_, limit)| matches!(limit, Limit::To(_)));
                all.extend(given.map(|(number, _)| Self::Change(at, change, number)));
                all.push(Self::Change(at, change, ChangeNumber::Times));
            }
            all.extend((0..stage.background.len()).map(|row| Self::Background(at, row)));
        }
        all.extend([Self::TargetWait, Self::TargetPercentile, Self::TargetLoad]);
        all
    }
}

impl TailNumber {
    const ALL: [Self; 5] = [Self::Weight, Self::Mean, Self::Shape, Self::Alpha, Self::Scale];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|number| number.name() == name)
    }

    /// The numbers of a part of that kind.
    pub fn of(kind: TailKind) -> &'static [Self] {
        match kind {
            TailKind::Exponential { .. } => &[Self::Weight, Self::Mean],
            TailKind::Weibull { .. } => &[Self::Weight, Self::Scale, Self::Shape],
            TailKind::Lomax { .. } => &[Self::Weight, Self::Scale, Self::Alpha],
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Weight => "weight",
            Self::Mean => "mean_s",
            Self::Shape => "shape",
            Self::Alpha => "alpha",
            Self::Scale => "scale_s",
        }
    }
}

impl StageNumber {
    /// Those that every stage has.
    pub const ALL: [Self; 8] = [
        Self::Rate,
        Self::Sessions,
        Self::Service,
        Self::Patience,
        Self::RetryShare,
        Self::RetryAfter,
        Self::FailShare,
        Self::FailRetryShare,
    ];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|number| number.name() == name)
    }

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
            Self::ServiceSpread => "service_law/cv",
        }
    }
}

impl ChangeNumber {
    fn named(name: &str) -> Option<Self> {
        [Self::Rate, Self::Sessions, Self::Times].into_iter().find(|number| number.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Rate => "rate_per_s",
            Self::Sessions => "sessions",
            Self::Times => "times",
        }
    }
}
