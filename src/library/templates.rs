//! Ways to stagger that are in use, each made into a plan that can be edited.

use std::sync::Arc;

use super::{Reading, Wording, busan};
use crate::clock::CivilDate;
use crate::plan::cut::cut;
use crate::plan::edit::{CohortEdit, HeaderEdit, PlanEdit, apply};
use crate::plan::limits::DAYS_MAX;
use crate::plan::{Cohort, Membership, Plan, Region};
use crate::staging::windows::{Dealing, Rule, lay, take_over};

/// A way to stagger, by a name that stays the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// A window of an hour per region.
    RegionAnHour,
    /// Two last digits of the year of birth per working day, everybody who missed it on the weekend.
    RotationThenWeekend,
    /// The smallest region by itself, the others after it.
    PilotFirst,
}

const DAYS_OF_WEEK: i64 = 7;
/// Openings are from 09:00 on, closings until 20:00 [min after midnight].
const HOURS: (u32, u32) = (540, 1_200);
const WORKING_DAYS: [bool; 7] = [true, true, true, true, true, false, false];

impl Template {
    pub const ALL: [Self; 3] = [Self::RegionAnHour, Self::RotationThenWeekend, Self::PilotFirst];

    /// The public name, stable.
    pub fn name(self) -> &'static str {
        match self {
            Self::RegionAnHour => "region-an-hour",
            Self::RotationThenWeekend => "rotation-then-weekend",
            Self::PilotFirst => "pilot-first",
        }
    }

    pub fn title(self) -> Wording {
        match self {
            Self::RegionAnHour => Wording::new("한 시간에 한 지역씩", "One district an hour"),
            Self::RotationThenWeekend => {
                Wording::new("출생연도 5부제와 주말 추가 회차", "Five-day rotation, then a catch-up weekend")
            }
            Self::PilotFirst => Wording::new("시범 지역부터", "Pilot first"),
        }
    }

    /// The plan on `own`: its cohorts, windows and days are replaced, members, arrivals, journey and all that is said
    /// about them stay, and all its times move with the first day to a Monday. Without one, on the Busan example.
    ///
    /// As many weeks as it takes and a day for the last to finish; `None` where the longest plan is too short or there
    /// is nobody.
    pub fn plan(self, own: Option<&Plan>, read: Reading) -> Option<Plan> {
        let mut bare = match own {
            Some(own) => from_monday(own)?,
            None => example(self, read)?,
        };
        bare.baseline_opens = None;
        let cohorts = Arc::new(match self {
            Self::RotationThenWeekend => rotation(read),
            Self::RegionAnHour | Self::PilotFirst => one_per_region(&bare.members),
        });
        let split = PlanEdit::Cohorts(CohortEdit::Split { cohorts, windows: Arc::default() });
        let mut plan = apply(&bare, &split).ok()?;
        let rule = self.rule(&plan);
        for days in (DAYS_OF_WEEK as u32..DAYS_MAX).step_by(DAYS_OF_WEEK as usize) {
            plan.days = days;
            let laid = lay(&plan, &rule);
            if laid.left_over.is_empty() && !laid.windows.is_empty() {
                plan.days = days + 1;
                return take_over(&plan, &laid.windows).ok();
            }
        }
        None
    }

    fn rule(self, plan: &Plan) -> Rule {
        let whole_day = Rule {
            weekdays: WORKING_DAYS,
            from_minute: HOURS.0,
            to_minute: HOURS.1,
            quiet: None,
            skipped: Vec::new(),
            length_minutes: HOURS.1 - HOURS.0,
            gap_minutes: 0,
            per_window: None,
            offset_minutes: 0,
            dealing: Dealing::Evened,
            pilot: None,
            catch_up: 0,
            kept: Vec::new(),
        };
        let one_each = Rule { dealing: Dealing::AsListed, per_window: Some(1), ..whole_day.clone() };
        match self {
            Self::RegionAnHour => Rule { length_minutes: 60, ..one_each },
            Self::RotationThenWeekend => Rule { weekdays: [true; 7], catch_up: 2, ..one_each },
            Self::PilotFirst => Rule { pilot: smallest(plan), ..whole_day },
        }
    }
}

/// The plan with its first day on the next Monday, or where it is.
fn from_monday(own: &Plan) -> Option<Plan> {
    let to_monday = (DAYS_OF_WEEK - i64::try_from(own.first_day.weekday()).ok()?) % DAYS_OF_WEEK;
    apply(own, &PlanEdit::Header(HeaderEdit::MoveToFirstDay(own.first_day.plus_days(to_monday)))).ok()
}

/// The example under the title of the template, from a Monday on.
fn example(template: Template, read: Reading) -> Option<Plan> {
    let mut plan = busan::staggered(read);
    plan.title = read(template.title()).to_owned();
    plan.first_day = CivilDate::new(2022, 4, 4)?;
    Some(plan)
}

fn one_per_region(members: &Membership) -> Vec<Cohort> {
    let of =
        |(index, region): (usize, &Region)| Cohort { regions: Some(vec![index]), ..Cohort::everyone(&region.name) };
    members.regions.iter().enumerate().map(of).collect()
}

fn rotation(read: Reading) -> Vec<Cohort> {
    let names = [
        Wording::new("출생연도 끝자리 1·6", "Born in a year ending in 1 or 6"),
        Wording::new("출생연도 끝자리 2·7", "Born in a year ending in 2 or 7"),
        Wording::new("출생연도 끝자리 3·8", "Born in a year ending in 3 or 8"),
        Wording::new("출생연도 끝자리 4·9", "Born in a year ending in 4 or 9"),
        Wording::new("출생연도 끝자리 5·0", "Born in a year ending in 5 or 0"),
    ];
    let digits = [[1, 6], [2, 7], [3, 8], [4, 9], [5, 0]];
    let of = |(name, digits): (Wording, [u8; 2])| Cohort {
        birth_year_digits: Some(digits.to_vec()),
        ..Cohort::everyone(read(name))
    };
    names.into_iter().zip(digits).map(of).collect()
}

/// The cohort with the fewest people, the first of several.
pub fn smallest(plan: &Plan) -> Option<usize> {
    let people = cut(plan).cohorts;
    (0..people.len()).filter(|&cohort| people[cohort].total > 0).min_by_key(|&cohort| people[cohort].total)
}
