//! Texts of the stages of the journey.

use super::format;
use crate::text::Language::{English, Korean};

/// Labels of the stages and of the form of one stage.
#[derive(Debug)]
pub struct Journey {
    pub heading: &'static str,
    pub edit: &'static str,
    pub summary: &'static str,
    pub stage_form: fn(&str) -> String,
    pub rate: &'static str,
    pub sessions: &'static str,
    pub service: &'static str,
    pub patience: &'static str,
    pub retry_share: &'static str,
    pub retry_after: &'static str,
    pub fail_share: &'static str,
    pub fail_retry_share: &'static str,
    pub service_spread: &'static str,
    pub capacity_heading: &'static str,
    pub capacity_help: &'static str,
    pub time_heading: &'static str,
    pub no_limit_hint: &'static str,
    /// Sessions that a rate keeps busy: rate, service time, sessions.
    pub as_sessions: fn(f64, f64, f64) -> String,
    /// Rate that sessions allow: sessions, service time, rate.
    pub as_rate: fn(f64, f64, f64) -> String,
    pub peak: fn(&str) -> String,
    /// Capacity in few characters.
    pub sessions_short: fn(f64) -> String,
    pub changes_note: fn(usize) -> String,
}

pub const KOREAN: Journey = Journey {
    heading: "절차",
    edit: "단계 수정",
    summary: "단계별 최고 부하",
    stage_form: |stage| format!("{stage} 단계"),
    rate: "1초에 받는 건수",
    sessions: "동시에 쓰는 사람",
    service: "한 번에 걸리는 시간",
    patience: "줄에서 포기하기까지",
    retry_share: "줄을 떠났다가 다시 시도",
    retry_after: "다시 시도하기까지",
    fail_share: "실패",
    fail_retry_share: "실패한 뒤 다시 시도",
    service_spread: "시간이 흩어진 정도",
    capacity_heading: "용량",
    capacity_help: "‘동시에’와 ‘1초에’는 다른 값입니다. 비워 두면 그 제한이 없습니다.",
    time_heading: "시간과 사람",
    no_limit_hint: "제한 없음",
    as_sessions: |rate, service, sessions| {
        format!(
            "{} × 한 번에 {} = 동시 {}명",
            format::rate(Korean, rate),
            format::duration(Korean, service),
            format::integer(sessions)
        )
    },
    as_rate: |sessions, service, rate| {
        format!(
            "동시 {}명 ÷ 한 번에 {} = {}",
            format::integer(sessions),
            format::duration(Korean, service),
            format::rate(Korean, rate)
        )
    },
    peak: |load| format!("최고 부하 {load}"),
    sessions_short: |sessions| format!("동시 {}명", format::integer(sessions)),
    changes_note: |count| format!("시각에 따라 용량이 바뀌는 곳이 {count}번 있습니다. 여기 값은 바뀌기 전의 값입니다."),
};

pub const ENGLISH: Journey = Journey {
    heading: "Journey",
    edit: "Edit stages",
    summary: "peak load of each stage",
    stage_form: |stage| format!("Stage: {stage}"),
    rate: "Admitted per second",
    sessions: "Sessions at once",
    service: "Time per service",
    patience: "Patience in the queue",
    retry_share: "Retry after leaving the queue",
    retry_after: "Time until the retry",
    fail_share: "Fail",
    fail_retry_share: "Retry after failing",
    service_spread: "Spread of services",
    capacity_heading: "Capacity",
    capacity_help: "At once and per second are different values. Empty means no such limit.",
    time_heading: "Times and people",
    no_limit_hint: "no limit",
    as_sessions: |rate, service, sessions| {
        format!(
            "{} × {} each = {} at once",
            format::rate(English, rate),
            format::duration(English, service),
            format::integer(sessions)
        )
    },
    as_rate: |sessions, service, rate| {
        format!(
            "{} at once ÷ {} each = {}",
            format::integer(sessions),
            format::duration(English, service),
            format::rate(English, rate)
        )
    },
    peak: |load| format!("peak load {load}"),
    sessions_short: |sessions| format!("{} at once", format::integer(sessions)),
    changes_note: |count| match count {
        1 => "The capacity changes once by the clock. These are the values before the change.".to_owned(),
        _ => format!("The capacity changes {count} times by the clock. These are the values before the first change."),
    },
};
