//! Names of edits, as undo and redo show them.

use std::borrow::Cow;

use crate::plan::edit::{EditName, Repeated};

pub fn korean(name: EditName) -> Cow<'static, str> {
    Cow::Borrowed(match name {
        EditName::Title => "계획 이름",
        EditName::Author => "작성자",
        EditName::Date => "작성일",
        EditName::Status => "상태",
        EditName::TimeZone => "시간대",
        EditName::FirstDay => "첫날",
        EditName::Days => "기간",
        EditName::BaselineOpening => "한꺼번에 여는 시각",
        EditName::Seed => "난수 초깃값",
        EditName::Members => "회원 표 가져오기",
        EditName::Count => "회원 수",
        EditName::Regions => "지역",
        EditName::Ages => "나이대",
        EditName::AddCohort => "집단 추가",
        EditName::RemoveCohort => "집단 삭제",
        EditName::OrderCohorts => "집단 순서",
        EditName::CohortRule => "집단 규칙",
        EditName::CohortName => "집단 이름",
        EditName::Split => "새로 나누기",
        EditName::AddWindow => "회차 추가",
        EditName::RemoveWindow => "회차 삭제",
        EditName::OrderWindows => "회차 순서",
        EditName::WindowTimes => "회차 시각",
        EditName::WindowCohorts => "회차에 초대하는 집단",
        EditName::WindowRules => "회차 조건",
        EditName::MoveCohort => "집단 옮기기",
        EditName::Arrivals => "사람들이 오는 방식",
        EditName::WaitingRoom => "대기실",
        EditName::AddStage => "단계 추가",
        EditName::RemoveStage => "단계 삭제",
        EditName::OrderStages => "단계 순서",
        EditName::StageName => "단계 이름",
        EditName::Capacity => "용량",
        EditName::StageTimes => "걸리는 시간과 포기하기까지",
        EditName::Retries => "실패와 다시 시도",
        EditName::CapacityChanges => "용량 변화",
        EditName::Background => "함께 쓰는 다른 이용",
        EditName::Target => "목표",
        EditName::Ranges => "범위",
        EditName::Sources => "근거",
        EditName::EnteredAs => "적은 단위",
        EditName::SplitCohort => "집단 둘로 나누기",
        EditName::Several => "여러 곳",
        EditName::Many(what, count) => return Cow::Owned(korean_many(what, count)),
    })
}

fn korean_many(what: Repeated, count: usize) -> String {
    match what {
        Repeated::Count => format!("회원 수 {count}칸"),
        Repeated::AddCohort => format!("집단 {count}개 추가"),
        Repeated::RemoveCohort => format!("집단 {count}개 삭제"),
        Repeated::CohortRule => format!("집단 {count}개의 규칙"),
        Repeated::AddWindow => format!("회차 {count}개 추가"),
        Repeated::RemoveWindow => format!("회차 {count}개 삭제"),
        Repeated::WindowTimes => format!("회차 {count}개의 시각"),
        Repeated::MoveCohort => format!("집단 {count}개 옮기기"),
    }
}

pub fn english(name: EditName) -> Cow<'static, str> {
    Cow::Borrowed(match name {
        EditName::Title => "title",
        EditName::Author => "author",
        EditName::Date => "date",
        EditName::Status => "status",
        EditName::TimeZone => "time zone",
        EditName::FirstDay => "first day",
        EditName::Days => "days",
        EditName::BaselineOpening => "opening for everyone at once",
        EditName::Seed => "random seed",
        EditName::Members => "imported table of members",
        EditName::Count => "count",
        EditName::Regions => "regions",
        EditName::Ages => "age bands",
        EditName::AddCohort => "add a cohort",
        EditName::RemoveCohort => "remove a cohort",
        EditName::OrderCohorts => "order of cohorts",
        EditName::CohortRule => "rule of a cohort",
        EditName::CohortName => "name of a cohort",
        EditName::Split => "new split",
        EditName::AddWindow => "add a slot",
        EditName::RemoveWindow => "remove a slot",
        EditName::OrderWindows => "order of slots",
        EditName::WindowTimes => "slot times",
        EditName::WindowCohorts => "cohorts of a slot",
        EditName::WindowRules => "conditions of a slot",
        EditName::MoveCohort => "move a cohort",
        EditName::Arrivals => "how people come",
        EditName::WaitingRoom => "waiting room",
        EditName::AddStage => "add a stage",
        EditName::RemoveStage => "remove a stage",
        EditName::OrderStages => "order of stages",
        EditName::StageName => "name of a stage",
        EditName::Capacity => "capacity",
        EditName::StageTimes => "service time and patience",
        EditName::Retries => "failures and retries",
        EditName::CapacityChanges => "capacity changes",
        EditName::Background => "other users of a stage",
        EditName::Target => "target",
        EditName::Ranges => "ranges",
        EditName::Sources => "sources",
        EditName::EnteredAs => "unit as typed",
        EditName::SplitCohort => "split a cohort in two",
        EditName::Several => "several fields",
        EditName::Many(what, count) => return Cow::Owned(english_many(what, count)),
    })
}

fn english_many(what: Repeated, count: usize) -> String {
    match what {
        Repeated::Count => format!("{count} counts"),
        Repeated::AddCohort => format!("add {count} cohorts"),
        Repeated::RemoveCohort => format!("remove {count} cohorts"),
        Repeated::CohortRule => format!("rules of {count} cohorts"),
        Repeated::AddWindow => format!("add {count} slots"),
        Repeated::RemoveWindow => format!("remove {count} slots"),
        Repeated::WindowTimes => format!("times of {count} slots"),
        Repeated::MoveCohort => format!("move {count} cohorts"),
    }
}
