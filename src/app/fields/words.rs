//! What each number is called, and what it means in one sentence.

use super::{ChangeNumber, NumberField, StageNumber, TailNumber, Unit};
use crate::explain::unit::bound;
use crate::plan::Plan;
use crate::text::Catalogue;

impl NumberField {
    pub fn unit(self) -> Unit {
        Unit::of(&self.pointer())
    }

    /// One of each kind.
    pub const KINDS: [Self; 32] = [
        Self::ShowUp,
        Self::ShowUpOfAge(0),
        Self::OpeningShare,
        Self::OpeningRamp,
        Self::Tail(0, TailNumber::Weight),
        Self::Tail(0, TailNumber::Mean),
        Self::Tail(0, TailNumber::Shape),
        Self::Tail(0, TailNumber::Alpha),
        Self::Tail(0, TailNumber::Scale),
        Self::HourWeight(0),
        Self::IgnoreWindow,
        Self::Uninvited,
        Self::Starters(0),
        Self::Admit,
        Self::InsideMax,
        Self::RoomPatience,
        Self::Stage(0, StageNumber::Rate),
        Self::Stage(0, StageNumber::Sessions),
        Self::Stage(0, StageNumber::Service),
        Self::Stage(0, StageNumber::Patience),
        Self::Stage(0, StageNumber::RetryShare),
        Self::Stage(0, StageNumber::RetryAfter),
        Self::Stage(0, StageNumber::FailShare),
        Self::Stage(0, StageNumber::FailRetryShare),
        Self::Stage(0, StageNumber::ServiceSpread),
        Self::Change(0, 0, ChangeNumber::Rate),
        Self::Change(0, 0, ChangeNumber::Sessions),
        Self::Change(0, 0, ChangeNumber::Times),
        Self::Background(0, 0),
        Self::TargetWait,
        Self::TargetPercentile,
        Self::TargetLoad,
    ];

    /// What the number is called on the page.
    pub fn label(self, plan: &Plan, text: &Catalogue) -> String {
        let (arrivals, journey, forms) = (&text.assumptions, &text.journey, &text.forms);
        let name = match self {
            Self::ShowUp => arrivals.show_up,
            Self::ShowUpOfAge(age) => {
                let band = plan.members.ages.get(age).map_or("", |band| band.name.as_str());
                return (forms.show_up_of_age)(band);
            }
            Self::OpeningShare => arrivals.opening_share,
            Self::OpeningRamp => arrivals.opening_ramp,
            Self::Tail(_, TailNumber::Weight) => forms.tail_weight,
            Self::Tail(_, TailNumber::Mean) => forms.tail_mean,
            Self::Tail(_, TailNumber::Scale) => forms.tail_scale,
            Self::Tail(_, TailNumber::Shape) => forms.tail_shape,
            Self::Tail(_, TailNumber::Alpha) => forms.tail_alpha,
            Self::HourWeight(hour) => return (forms.weight_of_hour)(hour),
            Self::IgnoreWindow => arrivals.ignore_window,
            Self::Uninvited => forms.uninvited,
            Self::Starters(_) => forms.starters_rate,
            Self::Admit => forms.admit,
            Self::InsideMax => forms.inside_max,
            Self::RoomPatience => forms.room_patience,
            Self::Stage(_, StageNumber::Rate) => journey.rate,
            Self::Stage(_, StageNumber::Sessions) => journey.sessions,
            Self::Stage(_, StageNumber::Service) => journey.service,
            Self::Stage(_, StageNumber::Patience) => journey.patience,
            Self::Stage(_, StageNumber::RetryShare) => journey.retry_share,
            Self::Stage(_, StageNumber::RetryAfter) => journey.retry_after,
            Self::Stage(_, StageNumber::FailShare) => journey.fail_share,
            Self::Stage(_, StageNumber::FailRetryShare) => journey.fail_retry_share,
            Self::Stage(_, StageNumber::ServiceSpread) => journey.service_spread,
            Self::Change(_, _, ChangeNumber::Rate) => forms.change_rate,
            Self::Change(_, _, ChangeNumber::Sessions) => forms.change_sessions,
            Self::Change(_, _, ChangeNumber::Times) => forms.change_times,
            Self::Background(..) => forms.background_rate,
            Self::TargetWait => arrivals.target_wait,
            Self::TargetPercentile => arrivals.target_percentile,
            Self::TargetLoad => arrivals.target_load,
        };
        name.to_owned()
    }

    /// What the number means, in one sentence.
    pub fn help(self, text: &Catalogue) -> &'static str {
        let help = &text.help;
        match self {
            Self::ShowUp => help.show_up,
            Self::ShowUpOfAge(_) => help.show_up_of_age,
            Self::OpeningShare => help.opening_share,
            Self::OpeningRamp => help.opening_ramp,
            Self::Tail(_, TailNumber::Weight) => help.tail_weight,
            Self::Tail(_, TailNumber::Mean) => help.tail_mean,
            Self::Tail(_, TailNumber::Scale) => help.tail_scale,
            Self::Tail(_, TailNumber::Shape) => help.tail_shape,
            Self::Tail(_, TailNumber::Alpha) => help.tail_alpha,
            Self::HourWeight(_) => help.hour_weight,
            Self::IgnoreWindow => help.ignore_window,
            Self::Uninvited => help.uninvited,
            Self::Starters(_) => help.starters_rate,
            Self::Admit => help.admit,
            Self::InsideMax => help.inside_max,
            Self::RoomPatience => help.room_patience,
            Self::Stage(_, StageNumber::Rate) => help.rate,
            Self::Stage(_, StageNumber::Sessions) => help.sessions,
            Self::Stage(_, StageNumber::Service) => help.service,
            Self::Stage(_, StageNumber::Patience) => help.patience,
            Self::Stage(_, StageNumber::RetryShare) => help.retry_share,
            Self::Stage(_, StageNumber::RetryAfter) => help.retry_after,
            Self::Stage(_, StageNumber::FailShare) => help.fail_share,
            Self::Stage(_, StageNumber::FailRetryShare) => help.fail_retry_share,
            Self::Stage(_, StageNumber::ServiceSpread) => help.service_spread,
            Self::Change(_, _, ChangeNumber::Rate) => help.change_rate,
            Self::Change(_, _, ChangeNumber::Sessions) => help.change_sessions,
            Self::Change(_, _, ChangeNumber::Times) => help.change_times,
            Self::Background(..) => help.background_rate,
            Self::TargetWait => help.target_wait,
            Self::TargetPercentile => help.target_percentile,
            Self::TargetLoad => help.target_load,
        }
    }

    /// What the number must be, as a sentence.
    pub fn limits(self, text: &Catalogue) -> String {
        let (unit, bounds) = (self.unit(), self.bounds());
        let number = |value: f64| bound(text.language, unit, value);
        let limits = if bounds.or_zero { text.forms.limits_or_zero } else { text.forms.limits };
        limits(&number(bounds.least), &number(bounds.greatest))
    }
}

impl Unit {
    /// What stands behind a number.
    pub fn word(self, text: &Catalogue) -> &'static str {
        match self {
            Self::Percent => text.common.unit_percent,
            Self::Seconds => text.common.unit_seconds,
            Self::Minutes => text.common.unit_minutes,
            Self::Hours => text.forms.unit_hours,
            Self::PerSecond => text.common.unit_per_second,
            Self::People => text.common.unit_people,
            Self::PerMember => text.forms.unit_per_member,
            Self::Plain => "",
        }
    }
}
