//! Texts of the table of slots.

use super::format::{duration, percent};
use crate::plan::Target;
use crate::text::Language::{English, Korean};

/// Headings of the table of slots.
#[derive(Debug)]
pub struct SlotTable {
    pub heading: &'static str,
    pub note: &'static str,
    /// What the verdicts mean.
    pub rule: fn(&Target) -> String,
    /// Said where a form leaves no room for all columns.
    pub fewer: &'static str,
    pub window: &'static str,
    pub time: &'static str,
    pub cohorts: &'static str,
    pub members: &'static str,
    pub starters: &'static str,
    pub peak_load: &'static str,
    pub bottleneck: &'static str,
    pub queue: &'static str,
    pub wait_at_target: fn(&str) -> String,
    pub waiting_at_close: &'static str,
    pub lost: &'static str,
    pub verdict: &'static str,
    pub baseline: &'static str,
    pub cohort_count: fn(usize) -> String,
    pub totals: &'static str,
}

pub const KOREAN: SlotTable = SlotTable {
    heading: "회차별 수치",
    note: "부하·줄·대기·포기는 그 회차 동안의 값이며 누가 일으켰는지 가리지 않습니다. 겹치는 회차는 값을 함께 쓰므로 더하지 않습니다.",
    rule: |target| {
        format!(
            "무너짐은 {}가 {} 안에 차례를 맞지 못하거나 닫힌 단계에 사람이 온다는 뜻이고, 주의는 부하가 {}를 넘거나 10번 중 1번 이상 무너진다는 뜻입니다.",
            percent(target.percentile.get()),
            duration(Korean, target.wait.get()),
            percent(target.load)
        )
    },
    fewer: "나머지 열은 옆의 편집 창을 닫으면 보입니다.",
    window: "회차",
    time: "시간",
    cohorts: "집단",
    members: "초대(명)",
    starters: "시작(명)",
    peak_load: "최고 부하",
    bottleneck: "병목 단계",
    queue: "가장 긴 줄(명)",
    wait_at_target: |percentile| format!("{percentile}의 대기"),
    waiting_at_close: "닫을 때 대기(명)",
    lost: "포기(명)",
    verdict: "판정",
    baseline: "한꺼번에",
    cohort_count: |count| format!("집단 {count}개"),
    totals: "전체",
};

pub const ENGLISH: SlotTable = SlotTable {
    heading: "Figures per slot",
    note: "Load, queue, wait and giving up are those of the interval, whoever causes them. Overlapping slots share them, so rows do not add up.",
    rule: |target| {
        format!(
            "A slot breaks when fewer than {} get their turn within {}, or people come to a closed stage. It is at risk when its load passes {}, or it breaks in 1 of 10 cases or more.",
            percent(target.percentile.get()),
            duration(English, target.wait.get()),
            percent(target.load)
        )
    },
    fewer: "Close the form beside it to see the other columns.",
    window: "Slot",
    time: "Time",
    cohorts: "Cohorts",
    members: "Invited",
    starters: "Start",
    peak_load: "Peak load",
    bottleneck: "Bottleneck",
    queue: "Longest queue",
    wait_at_target: |percentile| format!("Wait of {percentile}"),
    waiting_at_close: "Waiting at close",
    lost: "Gave up",
    verdict: "Verdict",
    baseline: "At once",
    cohort_count: |count| if count == 1 { "1 cohort".to_owned() } else { format!("{count} cohorts") },
    totals: "Whole plan",
};
