//! Texts of the chart of the peak load per slot.

use super::format;
use crate::forecast::Verdict;

/// Findings, labels and readings of the chart.
#[derive(Debug)]
pub struct SlotChart {
    pub all_below_target: fn(f64) -> String,
    pub all_below_capacity: fn(usize, f64) -> String,
    pub above_capacity: fn(usize, usize) -> String,
    /// Slots that break too often, though none does at the likely values; of how many.
    pub chancy: fn(usize, usize) -> String,
    pub waits_break: fn(usize, usize) -> String,
    pub hours_above_capacity: fn(usize) -> String,
    pub by_slot: &'static str,
    pub by_hour: &'static str,
    pub capacity: &'static str,
    pub target: fn(f64) -> String,
    pub folded: &'static str,
    pub between: fn(Option<f64>) -> String,
    pub baseline_named: fn(&str) -> String,
    pub legend_baseline: &'static str,
    pub picture: &'static str,
    pub column_time: &'static str,
    pub column_load: &'static str,
    pub column_baseline: &'static str,
    pub column_verdict: &'static str,
    pub reading: fn(&str, &str, &str) -> String,
    pub invited: fn(f64) -> String,
    pub summary: fn(usize, f64, &str) -> String,
    pub worst: fn(Verdict) -> &'static str,
}

pub const KOREAN: SlotChart = SlotChart {
    all_below_target: |target| format!("모든 회차가 목표 {} 아래에 머뭅니다", format::percent(target)),
    all_below_capacity: |count, target| {
        format!("{count}개 회차가 목표 {}를 넘지만 용량 안입니다", format::percent(target))
    },
    above_capacity: |count, windows| format!("{windows}개 회차 가운데 {count}개가 용량을 넘습니다"),
    chancy: |count, windows| {
        format!("보통값으로는 모두 버티지만 {windows}개 회차 가운데 {count}개는 10번 중 1번 이상 무너집니다")
    },
    waits_break: |count, windows| format!("{windows}개 회차 가운데 {count}개에서 목표보다 오래 기다립니다"),
    hours_above_capacity: |hours| match hours {
        0 => "어느 시간에도 용량을 넘지 않습니다".to_owned(),
        _ => format!("{hours}시간 동안 용량을 넘습니다"),
    },
    by_slot: "회차별 최고 부하(%): 가장 붐비는 1분 동안 들어오는 시도 ÷ 용량",
    by_hour: "회차를 시간별로 나눈 최고 부하(%): 가장 붐비는 1분 동안 들어오는 시도 ÷ 용량",
    capacity: "용량 100%",
    target: |target| format!("목표 {}", format::percent(target)),
    folded: "눈금 접음",
    between: |load| match load {
        Some(load) => format!("회차 밖 {}", format::percent(load)),
        None => "회차 밖 –".to_owned(),
    },
    baseline_named: |when| format!("{when}에 모두 열었다면"),
    legend_baseline: "한꺼번에 열면",
    picture: "회차별 최고 부하 그림, 왼쪽·오른쪽 화살표로 읽기, 엔터로 그 회차의 줄로, T로 표 보기",
    column_time: "시간",
    column_load: "최고 부하",
    column_baseline: "한꺼번에 열면",
    column_verdict: "판정",
    reading: |when, load, verdict| format!("{when}, {load}, {verdict}"),
    invited: |people| format!("{}명 초대", format::integer(people)),
    summary: |bars, peak, when| format!("막대 {bars}개. 가장 높은 곳은 {when}, {}.", format::percent(peak)),
    worst: |verdict| match verdict {
        Verdict::Breaks => "가장 나쁨",
        Verdict::AtRisk => "가장 위태로움",
        Verdict::Holds => "가장 붐빔",
    },
};

pub const ENGLISH: SlotChart = SlotChart {
    all_below_target: |target| format!("Every slot stays below the target of {}", format::percent(target)),
    all_below_capacity: |count, target| match count {
        1 => format!("One slot passes the target of {}, but stays within capacity", format::percent(target)),
        _ => format!("{count} slots pass the target of {}, but stay within capacity", format::percent(target)),
    },
    above_capacity: |count, windows| {
        format!("{count} of {windows} slots {} capacity", if count == 1 { "exceeds" } else { "exceed" })
    },
    chancy: |count, windows| {
        let breaks = if count == 1 { "breaks" } else { "break" };
        format!("All hold at the likely values, but {count} of {windows} slots {breaks} in 1 of 10 cases or more")
    },
    waits_break: |count, windows| format!("In {count} of {windows} slots the wait is longer than the target"),
    hours_above_capacity: |hours| match hours {
        0 => "No hour exceeds capacity".to_owned(),
        1 => "One hour above capacity".to_owned(),
        _ => format!("{hours} hours above capacity"),
    },
    by_slot: "Peak load per slot, %: attempts in the busiest minute ÷ capacity",
    by_hour: "Peak load per hour of the slots, %: attempts in the busiest minute ÷ capacity",
    capacity: "Capacity 100%",
    target: |target| format!("Target {}", format::percent(target)),
    folded: "scale folded",
    between: |load| match load {
        Some(load) => format!("Between {}", format::percent(load)),
        None => "Between –".to_owned(),
    },
    baseline_named: |when| format!("had everyone been invited at {when}"),
    legend_baseline: "everyone at once",
    picture: "Chart of the peak load per slot, read with left and right arrow keys, Enter for its row, T for the table",
    column_time: "Time",
    column_load: "Peak load",
    column_baseline: "Everyone at once",
    column_verdict: "Verdict",
    reading: |when, load, verdict| format!("{when}, {load}, {verdict}"),
    invited: |people| format!("{} invited", format::integer(people)),
    summary: |bars, peak, when| format!("{bars} bars. The highest is {when}, {}.", format::percent(peak)),
    worst: |verdict| match verdict {
        Verdict::Breaks => "the worst",
        Verdict::AtRisk => "most at risk",
        Verdict::Holds => "the busiest",
    },
};
