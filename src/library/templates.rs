//! Ways to stagger that are in use, each made into a plan that can be edited.

use std::sync::Arc;

use super::{Reading, Wording, busan};
use crate::clock::CivilDate;
use crate::plan::cut::cut;
use crate::plan::{Cohort, Membership, Plan};
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

/// Days of a plan that starts on a Monday: a week, and a day for the last to finish.
const WEEK_AND_A_DAY: u32 = 8;
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

    /// What it does, in a sentence or two.
    pub fn about(self) -> Wording {
        match self {
            Self::RegionAnHour => Wording::new(
                "지역마다 한 시간짜리 회차를 하나씩 둡니다. 09시부터 20시까지 엽니다.",
                "Each district has a window of one hour of its own, between 9:00 and 20:00.",
            ),
            Self::RotationThenWeekend => Wording::new(
                "월요일 1·6, 화요일 2·7, 수요일 3·8, 목요일 4·9, 금요일 5·0으로 출생연도 끝자리를 나누고, 놓친 사람은 토·일요일에 받습니다.",
                "By the last digit of the year of birth: 1 and 6 on Monday, 2 and 7 on Tuesday, and so on to 5 and 0 on Friday. Whoever missed the day comes on Saturday or Sunday.",
            ),
            Self::PilotFirst => Wording::new(
                "회원이 가장 적은 지역을 첫 회차에 혼자 열고, 나머지 지역은 시작 인원이 고르도록 나눕니다.",
                "The district with the fewest members has the first window to itself; the others follow, evened out by expected starters.",
            ),
        }
    }

    /// The plan for `members`, or for Busan's where there are none; `None` where they do not fit into its week.
    ///
    /// Journey and arrivals are those of the Busan example, with what is said there about each number.
    pub fn plan(self, members: Option<&Arc<Membership>>, read: Reading) -> Option<Plan> {
        let mut plan = bare(self, members, read)?;
        plan.cohorts = Arc::new(match self {
            Self::RotationThenWeekend => rotation(read),
            Self::RegionAnHour | Self::PilotFirst => one_per_region(&plan.members),
        });
        plan.days = 7;
        let laid = lay(&plan, &self.rule(&plan));
        plan.days = WEEK_AND_A_DAY;
        laid.left_over.is_empty().then(|| take_over(&plan, &laid.windows).ok()).flatten()
    }

    fn rule(self, plan: &Plan) -> Rule {
        let whole_day = Rule {
            weekdays: WORKING_DAYS,
            from_minute: HOURS.0,
            to_minute: HOURS.1,
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

/// The example without its cohorts, windows and what is said about them, from a Monday on.
fn bare(template: Template, members: Option<&Arc<Membership>>, read: Reading) -> Option<Plan> {
    let mut plan = busan::staggered(read);
    plan.title = read(template.title()).to_owned();
    plan.first_day = CivilDate::new(2022, 4, 4)?;
    plan.baseline_opens = None;
    let mut plan = take_over(&plan, &[]).ok()?;
    plan.cohorts = Arc::default();
    if let Some(members) = members {
        plan.members = Arc::clone(members);
        plan.sources.remove("/members/counts");
    }
    Some(plan)
}

fn one_per_region(members: &Membership) -> Vec<Cohort> {
    let of = |(index, region): (usize, &crate::plan::Region)| Cohort {
        regions: Some(vec![index]),
        ..Cohort::everyone(&region.name)
    };
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
fn smallest(plan: &Plan) -> Option<usize> {
    let people = cut(plan).cohorts;
    (0..people.len()).filter(|&cohort| people[cohort].total > 0).min_by_key(|&cohort| people[cohort].total)
}
