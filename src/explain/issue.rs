//! What is wrong with a plan and what to do, for every code of [`crate::plan::IssueCode`].

use super::place::{age, cohort, place, region, window};
use super::unit::{self, Unit, number};
use crate::clock::CivilTime;
use crate::plan::Plan;
use crate::plan::issue::{Entry, Issue, IssueCode, Limited};
use crate::plan::limits::Bounds;
use crate::plan::pointer::{index, steps};
use crate::text::Language;
use crate::text::format;
use crate::text::issues::{ENGLISH, Issues, KOREAN, Said};

/// An issue in the words of the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Where: a stage and its field, a slot, a cohort.
    pub place: String,
    /// What is wrong, as a sentence with its figures.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

/// Explains an issue of `plan`.
pub fn issue(language: Language, plan: &Plan, issue: &Issue) -> Explained {
    let teller = Teller { language, plan, issue, texts: texts(language) };
    let (message, remedy) = teller.said();
    Explained { place: place(language, plan, &issue.pointer), message, remedy: remedy.to_owned() }
}

fn texts(language: Language) -> &'static Issues {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

struct Teller<'a> {
    language: Language,
    plan: &'a Plan,
    issue: &'a Issue,
    texts: &'static Issues,
}

impl Teller<'_> {
    fn said(&self) -> (String, &'static str) {
        use IssueCode as Code;
        let texts = self.texts;
        match self.issue.code {
            Code::NotFinite => none(texts.not_finite),
            Code::ShareOutsideRange { value } => one(texts.share_outside_range, share(value)),
            Code::NumberOutsideBounds { value, bounds } => self.outside_bounds(value, bounds),
            Code::LimitExceeded { what, count, most } => self.limit_exceeded(what, count, most),
            Code::TimeOutsideHorizon { at, starts, ends } => {
                three(texts.time_outside_horizon, self.times([at, starts, ends]))
            }
            Code::NotInOrder { at, previous } => two(texts.not_in_order, self.times([at, previous])),
            Code::NoSuchEntry { what, index, count } => {
                counted(texts.no_such_entry, what, index.saturating_add(1), count)
            }
            Code::ListedTwice { what, index } => one(texts.listed_twice, self.entry(what, index)),
            Code::NotADigit { value } => one(texts.not_a_digit, value.to_string()),
            Code::AgeBandReversed { from, to } => two(texts.age_band_reversed, [from.to_string(), to.to_string()]),
            Code::WrongLength { what, given, expected } => counted(texts.wrong_length, what, given, expected),
            Code::NoMembers => none(texts.no_members),
            Code::CohortsOverlap { earlier, people } => {
                three(texts.cohorts_overlap, [self.cohort(self.index()), self.cohort(earlier), whole(people)])
            }
            Code::ClosesBeforeOpening { opens, closes } => {
                two(texts.closes_before_opening, self.times([opens, closes]))
            }
            Code::WindowOutsideHorizon { starts, ends } => {
                two(texts.window_outside_horizon, self.times([starts, ends]))
            }
            Code::CohortInTwoWindows { cohort, earlier } => {
                two(texts.cohort_in_two_windows, [self.cohort(cohort), window(self.language, earlier)])
            }
            Code::NoOrdinaryWindow => none(texts.no_ordinary_window),
            Code::OpeningShareAboveShowUp { opening_share, lowest } => {
                two(texts.opening_share_above_show_up, [share(opening_share), share(lowest)])
            }
            Code::TailWeights { sum } => one(texts.tail_weights, share(sum)),
            Code::HourWeightsZero => none(texts.hour_weights_zero),
            Code::NoStages => none(texts.no_stages),
            Code::NeverOpen => none(texts.never_open),
            Code::RangeReversed { low, high } => two(texts.range_reversed, [low, high].map(|end| self.quantity(end))),
            Code::RangePointsNowhere => one(texts.range_points_nowhere, self.field_of_range()),
            Code::PeopleInNoCohort { people } => one(texts.people_in_no_cohort, whole(people)),
            Code::CohortWithoutPeople => none(texts.cohort_without_people),
            Code::CohortNotInvited { people } => {
                two(texts.cohort_not_invited, [self.cohort(self.index()), whole(people)])
            }
            Code::AgeBandsOverlap { earlier } => one(texts.age_bands_overlap, self.entry(Entry::Age, earlier)),
            Code::WindowWithoutCohorts => none(texts.window_without_cohorts),
            Code::NeverActs { at, ends } => two(texts.never_acts, self.times([at, ends])),
            Code::RangeMissesValue { value, low, high } => {
                three(texts.range_misses_value, [value, low, high].map(|value| self.quantity(value)))
            }
            Code::NotePointsNowhere => one(texts.note_points_nowhere, self.noted_field()),
            Code::OffsetChange { at } => one(texts.offset_change, self.time(at)),
            Code::UnknownTimeZone => one(texts.unknown_time_zone, (texts.quoted)(&self.plan.time_zone)),
            Code::StillWaiting { people } => one(texts.still_waiting, format::integer(people)),
        }
    }

    fn outside_bounds(&self, value: f64, bounds: Bounds) -> (String, &'static str) {
        let said = match bounds.or_zero {
            true => self.texts.number_outside_bounds_or_zero,
            false => self.texts.number_outside_bounds,
        };
        let end = |value: f64| unit::bound(self.language, Unit::of(self.field()), value);
        three(said, [self.quantity(value), end(bounds.least), end(bounds.greatest)])
    }

    fn limit_exceeded(&self, what: Limited, count: u64, most: u64) -> (String, &'static str) {
        ((self.texts.limit_exceeded)(what, &whole(count), &whole(most)), self.texts.limit_remedy)
    }

    /// A number as the page shows it: a value as it was typed, a range in the unit of its field.
    fn quantity(&self, value: f64) -> String {
        if self.issue.pointer.starts_with("/ranges/") {
            return unit::in_unit(self.language, Unit::of(self.field()), value);
        }
        unit::quantity(self.language, self.plan, self.field(), value)
    }

    /// The place of the number that the issue is about; of a range, that of the number it belongs to.
    fn field(&self) -> &str {
        let range = self.issue.pointer.strip_prefix("/ranges/").and_then(|_| self.plan.ranges.get(self.index()));
        range.map_or(&self.issue.pointer, |range| &range.field)
    }

    fn times<const N: usize>(&self, times: [CivilTime; N]) -> [String; N] {
        times.map(|time| self.time(time))
    }

    fn time(&self, time: CivilTime) -> String {
        format::moment(self.language, time)
    }

    fn cohort(&self, at: usize) -> String {
        (self.texts.quoted)(&cohort(self.language, self.plan, at))
    }

    /// An entry as a sentence names it.
    fn entry(&self, what: Entry, at: usize) -> String {
        match what {
            Entry::Region => (self.texts.quoted)(&region(self.language, self.plan, at)),
            Entry::Age => (self.texts.quoted)(&age(self.language, self.plan, at)),
            Entry::Cohort => self.cohort(at),
            Entry::Stage | Entry::Range => place(self.language, self.plan, &self.issue.pointer),
            Entry::Digit => (self.texts.digit)(at),
        }
    }

    /// The first index in the issue's pointer: which cohort, window or range it is about.
    fn index(&self) -> usize {
        let steps = steps(&self.issue.pointer).unwrap_or_default();
        steps.iter().find_map(|step| index(step)).unwrap_or_default()
    }

    fn field_of_range(&self) -> String {
        let field = self.plan.ranges.get(self.index()).map(|range| range.field.as_str());
        (self.texts.quoted)(field.unwrap_or_default())
    }

    fn noted_field(&self) -> String {
        let steps = steps(&self.issue.pointer).unwrap_or_default();
        (self.texts.quoted)(steps.get(1).map(String::as_str).unwrap_or_default())
    }
}

/// A share in per cent, with the decimals that it needs.
fn share(value: f64) -> String {
    format!("{}%", number(value * 100.0))
}

fn whole(count: u64) -> String {
    format::integer(count as f64)
}

fn none(said: Said<&'static str>) -> (String, &'static str) {
    (said.0.to_owned(), said.1)
}

fn one(said: Said<fn(&str) -> String>, figure: String) -> (String, &'static str) {
    (said.0(&figure), said.1)
}

fn two(said: Said<fn(&str, &str) -> String>, [first, second]: [String; 2]) -> (String, &'static str) {
    (said.0(&first, &second), said.1)
}

fn three(said: Said<fn(&str, &str, &str) -> String>, figures: [String; 3]) -> (String, &'static str) {
    let [first, second, third] = figures;
    (said.0(&first, &second, &third), said.1)
}

fn counted(
    said: Said<fn(Entry, usize, usize) -> String>,
    what: Entry,
    one: usize,
    other: usize,
) -> (String, &'static str) {
    (said.0(what, one, other), said.1)
}

#[cfg(test)]
mod tests;
