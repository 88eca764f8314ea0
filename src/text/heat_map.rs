//! Texts of the heat map of who begins when.

use super::format;

/// Findings, labels and readings of the heat map.
#[derive(Debug)]
pub struct HeatMapText {
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
