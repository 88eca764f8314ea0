//! Texts of the heat map of who begins when, and how full and slow it is then.

use super::format;

/// Findings, labels and readings of the heat map.
#[derive(Debug)]
pub struct HeatMapText {
    pub measure: &'static str,
    pub by_starters: &'static str,
    pub by_load: &'static str,
    pub by_wait: &'static str,
    /// Row, time, load or wait.
    pub load_title: fn(&str, &str, &str) -> String,
    pub wait_title: fn(&str, &str, &str) -> String,
    pub nobody_waits: &'static str,
    pub load_note: &'static str,
    pub wait_note: fn(&str) -> String,
    pub load_reading: fn(&str, &str, &str) -> String,
    pub wait_reading: fn(&str, &str, &str) -> String,
    pub empty_reading: fn(&str, &str) -> String,
    pub title: fn(&str, &str, f64) -> String,
    pub nobody: &'static str,
    pub by_cohort: fn(&str) -> String,
    pub by_region: fn(usize, &str) -> String,
    pub by_group: fn(usize, &str) -> String,
    pub step: fn(u32) -> String,
    /// Share of those who begin at hours that are not drawn.
    pub outside: fn(f64) -> String,
    pub group: fn(&str, &str) -> String,
    pub per_minute: fn(f64) -> String,
    pub picture: &'static str,
    pub row: &'static str,
    pub reading: fn(&str, &str, f64) -> String,
    pub summary: fn(usize, usize, &str) -> String,
}

/// A flow of people in words: whole from ten on, a decimal below.
fn flow(per_minute: f64) -> String {
    format::decimal(per_minute, usize::from(per_minute < 9.95))
}

/// A cell of the table: the number of the reading.
pub fn cell(per_minute: f64) -> String {
    flow(per_minute)
}

pub const KOREAN: HeatMapText = HeatMapText {
    measure: "색으로 볼 것",
    by_starters: "시작",
    by_load: "부하",
    by_wait: "대기",
    load_title: |row, when, load| format!("가장 붐비는 회차에 시작하는 곳은 {when} {row}, 최고 부하 {load}입니다"),
    wait_title: |row, when, wait| format!("가장 오래 기다리는 회차에 시작하는 곳은 {when} {row}, 대기 {wait}"),
    nobody_waits: "어느 회차에서도 기다리지 않습니다",
    load_note: "시작한 때가 든 회차의 최고 부하, 초대 순서. 빈칸은 시작하는 사람이 없는 때",
    wait_note: |percentile| {
        format!("시작한 때가 든 회차에서 {percentile}가 넘지 않는 대기, 초대 순서. 빈칸은 시작하는 사람이 없는 때")
    },
    load_reading: |row, when, load| format!("{row}, {when}, 그 회차의 최고 부하 {load}"),
    wait_reading: |row, when, wait| format!("{row}, {when}, 그 회차의 대기 {wait}"),
    empty_reading: |row, when| format!("{row}, {when}, 시작하는 사람 없음"),
    title: |row, when, people| format!("가장 많이 시작하는 곳은 {when} {row}, 1분에 {}명입니다", flow(people)),
    nobody: "시작하는 사람이 없습니다",
    by_cohort: |step| format!("집단마다 1분에 시작하는 사람({step} 평균), 초대 순서"),
    by_region: |cohorts, step| format!("집단 {cohorts}개를 지역으로 묶음, 1분에 시작하는 사람({step} 평균), 초대 순서"),
    by_group: |cohorts, step| format!("집단 {cohorts}개를 초대 순서로 이웃끼리 묶음, 1분에 시작하는 사람({step} 평균)"),
    outside: |share| format!("{}는 그려지지 않은 밤 시간에 시작", format::percent(share)),
    step: |minutes| match minutes {
        minutes if minutes < 60 => format!("{minutes}분"),
        minutes => format!("{}시간", minutes / 60),
    },
    group: |first, last| format!("{first} ~ {last}"),
    per_minute: |people| format!("{}명/분", flow(people)),
    picture: "누가 언제 시작하는지 보이는 그림, 화살표 네 방향으로 읽기, T로 표 보기",
    row: "집단",
    reading: |row, when, people| format!("{row}, {when}, 1분에 {}명 시작", flow(people)),
    summary: |rows, columns, title| format!("{rows}줄, 시간 {columns}칸. {title}."),
};

pub const ENGLISH: HeatMapText = HeatMapText {
    measure: "Shown in colour",
    by_starters: "Starters",
    by_load: "Load",
    by_wait: "Wait",
    load_title: |row, when, load| format!("{row} begins in the busiest slot at {when}: peak load {load}"),
    wait_title: |row, when, wait| format!("{row} begins in the slowest slot at {when}: wait {wait}"),
    nobody_waits: "Nobody waits in any slot",
    load_note: "Peak load of the slot in which people begin, in order of invitation; blank where nobody begins",
    wait_note: |percentile| {
        format!("Wait that {percentile} do not exceed in the slot in which they begin; blank where nobody begins")
    },
    load_reading: |row, when, load| format!("{row}, {when}: peak load of the slot {load}"),
    wait_reading: |row, when, wait| format!("{row}, {when}: wait in the slot {wait}"),
    empty_reading: |row, when| format!("{row}, {when}: nobody begins"),
    title: |row, when, people| format!("Most people begin at {when}: {row}, {} a minute", flow(people)),
    nobody: "Nobody begins",
    by_cohort: |step| format!("People who begin per minute, by cohort (mean of {step}), in order of invitation"),
    by_region: |cohorts, step| {
        format!("People who begin per minute (mean of {step}); {cohorts} cohorts by district, in order of invitation")
    },
    by_group: |cohorts, step| {
        format!("People who begin per minute (mean of {step}); {cohorts} cohorts in groups, in order of invitation")
    },
    outside: |share| format!("{} begin at hours not drawn", format::percent(share)),
    step: |minutes| match minutes {
        60 => "1 hour".to_owned(),
        minutes if minutes < 60 => format!("{minutes} min"),
        minutes => format!("{} hours", minutes / 60),
    },
    group: |first, last| format!("{first} to {last}"),
    per_minute: |people| format!("{} a minute", flow(people)),
    picture: "Chart of who begins when, read with the four arrow keys, T for the table",
    row: "Cohort",
    reading: |row, when, people| format!("{row}, {when}: {} begin per minute", flow(people)),
    summary: |rows, columns, title| format!("{rows} rows, {columns} stretches of time. {title}."),
};
