//! Texts of the curve of one stage by the minute.

use super::format;
use crate::text::Language::{English, Korean};

/// Findings, labels and readings of the chart.
#[derive(Debug)]
pub struct MinuteChart {
    pub attempts: &'static str,
    pub queue: &'static str,
    pub wait: &'static str,
    pub stage: &'static str,
    pub measure: &'static str,
    pub attempts_title: fn(&str, f64) -> String,
    pub queue_title: fn(&str, f64, &str) -> String,
    pub no_queue_title: fn(&str) -> String,
    pub wait_title: fn(&str, f64) -> String,
    pub wait_open_title: fn(&str) -> String,
    pub no_wait_title: fn(&str) -> String,
    pub attempts_unit: &'static str,
    pub queue_unit: fn(&str) -> String,
    pub wait_unit: &'static str,
    pub capacity: fn(f64) -> String,
    pub target_wait: fn(f64) -> String,
    pub likely: &'static str,
    pub baseline_peak: fn(&str) -> String,
    pub peak_at: fn(&str, &str) -> String,
    pub picture: fn(&str) -> String,
    pub reading: fn(&str, f64, f64, &str) -> String,
    pub summary: fn(&str, &str, &str) -> String,
    pub column_attempts: &'static str,
    pub column_queue: &'static str,
    pub column_wait: &'static str,
    pub axis_people: fn(f64) -> String,
}

pub const KOREAN: MinuteChart = MinuteChart {
    attempts: "시도",
    queue: "줄",
    wait: "대기",
    stage: "단계",
    measure: "표시할 값",
    attempts_title: |stage, peak| format!("{stage}: 시도가 가장 많은 1분은 {}", format::rate(Korean, peak)),
    queue_title: |stage, peak, at| format!("{stage}: {at}에 {}명이 줄을 섭니다", format::rounded_people(peak)),
    no_queue_title: |stage| format!("{stage}: 줄이 생기지 않습니다"),
    wait_title: |stage, wait| format!("{stage}: 가장 긴 대기는 {}입니다", format::duration(Korean, wait)),
    wait_open_title: |stage| format!("{stage}: 끝나지 않는 대기가 있습니다"),
    no_wait_title: |stage| format!("{stage}: 기다리는 사람이 없습니다"),
    attempts_unit: "1분 평균, 초당 시도 건수",
    queue_unit: |stage| format!("{stage} 단계에서 기다리는 사람, 분 단위"),
    wait_unit: "그 시각에 온 사람이 기다릴 시간(분)",
    capacity: |rate| format!("용량 {}", format::rate(Korean, rate)),
    target_wait: |wait| format!("목표 {}", format::duration(Korean, wait)),
    likely: "보통 예측",
    baseline_peak: |peak| format!("한꺼번에 열면 {peak}까지"),
    peak_at: |at, value| format!("{at}에 {value}"),
    picture: |stage| {
        format!("{stage} 분 단위 그림, 왼쪽·오른쪽 화살표로 읽기, 위·아래로 시도·줄·대기 바꾸기, T로 표 보기")
    },
    reading: |when, attempts, queue, wait| {
        format!("{when}, 시도 {}, 줄 {}명, 대기 {wait}", format::rate(Korean, attempts), format::integer(queue))
    },
    summary: |what, peak, when| format!("{what}. 가장 높은 곳은 {when}, {peak}."),
    column_attempts: "시도(건/초)",
    column_queue: "줄(명)",
    column_wait: "대기",
    axis_people: |people| {
        if people >= 10_000.0 {
            format!("{}만", format::decimal(people / 10_000.0, 1))
        } else {
            format::integer(people)
        }
    },
};

pub const ENGLISH: MinuteChart = MinuteChart {
    attempts: "Attempts",
    queue: "Queue",
    wait: "Wait",
    stage: "Stage",
    measure: "Measure",
    attempts_title: |stage, peak| format!("{stage}: {} in the busiest minute", format::rate(English, peak)),
    queue_title: |stage, peak, at| format!("{stage}: {} people queue at {at}", format::rounded_people(peak)),
    no_queue_title: |stage| format!("{stage}: no queue forms"),
    wait_title: |stage, wait| format!("{stage}: the longest wait is {}", format::duration(English, wait)),
    wait_open_title: |stage| format!("{stage}: some waits are never over"),
    no_wait_title: |stage| format!("{stage}: nobody waits"),
    attempts_unit: "Attempts per second, mean of each minute",
    queue_unit: |stage| format!("People waiting at {stage}, by the minute"),
    wait_unit: "Wait of somebody who arrives at that time, min",
    capacity: |rate| format!("Capacity {}", format::rate(English, rate)),
    target_wait: |wait| format!("Target {}", format::duration(English, wait)),
    likely: "Likely",
    baseline_peak: |peak| format!("Everyone at once: up to {peak}"),
    peak_at: |at, value| format!("{value} at {at}"),
    picture: |stage| {
        format!(
            "Chart of {stage} by the minute, read with left and right arrow keys, up and down for attempts, queue and wait, T for the table"
        )
    },
    reading: |when, attempts, queue, wait| {
        format!(
            "{when}: {} attempts, {} in the queue, wait {wait}",
            format::rate(English, attempts),
            format::integer(queue)
        )
    },
    summary: |what, peak, when| format!("{what}. The highest is {peak}, {when}."),
    column_attempts: "Attempts per second",
    column_queue: "Queue (people)",
    column_wait: "Wait",
    axis_people: |people| {
        if people >= 10_000.0 { format!("{}k", format::decimal(people / 1_000.0, 1)) } else { format::integer(people) }
    },
};
