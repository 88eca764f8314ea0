//! Words of the subject `templates`.

use crate::library::Template;
use crate::text::{Language, format};

/// What is said about ways to stagger that are in use.
#[derive(Debug)]
pub struct TemplatesWords {
    pub title: &'static str,
    pub begin: &'static str,
    pub members: &'static str,
    pub members_help: &'static str,
    /// People of the plan in hand.
    pub own: fn(u64) -> String,
    pub example: &'static str,
    pub place: &'static str,
    pub as_new: &'static str,
    pub instead: &'static str,
    pub stays: &'static str,
    pub about: fn(Template) -> &'static str,
    /// Days, cohorts, windows, and the first and the last day.
    pub would_be: fn(u32, usize, usize, &str, &str) -> String,
    pub take: &'static str,
    /// A template that cannot be laid on these members.
    pub cannot: fn(&str) -> String,
    pub step: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static TemplatesWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

static KOREAN: TemplatesWords = TemplatesWords {
    title: "계획 틀 고르기",
    begin: "실제로 쓰는 나누기 방식입니다. 하나를 고르면 계획이 열리고, 모두 고칠 수 있습니다.",
    members: "회원",
    members_help: "지금 계획의 회원을 쓰면 지역과 나이, 도착, 절차와 그 출처가 그대로 남습니다.",
    own: |people| format!("지금 계획의 {}명", format::integer(people as f64)),
    example: "부산 예시의 900,000명",
    place: "여는 곳",
    as_new: "새 계획으로 열기",
    instead: "지금 계획에 적용",
    stays: "집단과 회차, 기간이 바뀝니다. 첫날은 월요일로 옮기고 모든 시각이 함께 옮겨 갑니다. 되돌리기 한 번으로 돌아옵니다.",
    about: |template| match template {
        Template::RegionAnHour => {
            "지역마다 한 시간짜리 회차를 하나씩 둡니다. 월요일부터 금요일까지 09시에서 20시 사이에 엽니다."
        }
        Template::RotationThenWeekend => {
            "출생연도 끝자리로 월요일 1·6, 화요일 2·7, 수요일 3·8, 목요일 4·9, 금요일 5·0에 받고, 놓친 사람은 토요일과 일요일에 받습니다."
        }
        Template::PilotFirst => {
            "회원이 가장 적은 지역을 첫날 혼자 열어 보고, 나머지 지역은 남은 평일에 예상 시작 인원이 고르도록 나눕니다."
        }
    },
    would_be: |days, cohorts, windows, first, last| {
        format!("{days}일, 집단 {cohorts}개, 회차 {windows}개. {first}부터 {last}까지")
    },
    take: "이 틀로 열기",
    cannot: |title| format!("‘{title}’ 틀은 쓸 수 없습니다. 회원이 없거나, 가장 긴 계획에도 다 들어가지 않습니다."),
    step: "계획 틀",
};

static ENGLISH: TemplatesWords = TemplatesWords {
    title: "Choose a template",
    begin: "Ways to stagger that are in use. Choose one: it opens as a plan in which everything can be edited.",
    members: "Members",
    members_help: "With the members of this plan, regions and ages, arrivals, journey and their sources stay as they are.",
    own: |people| format!("the {} of this plan", format::integer(people as f64)),
    example: "the 900,000 of Busan",
    place: "Open it",
    as_new: "as a new plan",
    instead: "in this plan",
    stays: "Cohorts, windows and days are replaced. The first day moves to a Monday, and all times with it. One step of undo brings everything back.",
    about: |template| match template {
        Template::RegionAnHour => {
            "Each district has a window of one hour of its own, Monday to Friday between 9:00 and 20:00."
        }
        Template::RotationThenWeekend => {
            "By the last digit of the year of birth: 1 and 6 on Monday, 2 and 7 on Tuesday, and so on to 5 and 0 on Friday. Whoever missed the day comes on Saturday or Sunday."
        }
        Template::PilotFirst => {
            "The district with the fewest members has the first day to itself; the others follow on the remaining working days, evened out by expected starters."
        }
    },
    would_be: |days, cohorts, windows, first, last| {
        format!("Days: {days}, cohorts: {cohorts}, windows: {windows}. From {first} to {last}.")
    },
    take: "Open this one",
    cannot: |title| {
        format!("“{title}” cannot be used: there are no members, or they do not fit into the longest plan.")
    },
    step: "Template",
};
