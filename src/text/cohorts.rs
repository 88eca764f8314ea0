//! Texts of the form of one cohort.

use super::format;

/// Labels of the rule of a cohort.
#[derive(Debug)]
pub struct Cohorts {
    pub name: &'static str,
    pub rule: &'static str,
    pub regions: &'static str,
    pub ages: &'static str,
    pub birth_years: &'static str,
    pub birth_days: &'static str,
    pub all: &'static str,
    pub some: &'static str,
    pub people: fn(f64) -> String,
    pub split: &'static str,
    /// By regions, ages, birth years, birth days.
    pub split_by: [&'static str; 4],
    /// Name of the first or second half.
    pub half: fn(&str, usize) -> String,
    pub remove: fn(&str) -> String,
    pub earlier: &'static str,
    pub later: &'static str,
}

pub const KOREAN: Cohorts = Cohorts {
    name: "집단 이름",
    rule: "규칙",
    regions: "지역",
    ages: "나이대",
    birth_years: "출생연도 끝자리",
    birth_days: "생일(일) 끝자리",
    all: "모두",
    some: "일부",
    people: |people| format!("{}명", format::integer(people)),
    split: "둘로 나누기",
    split_by: ["지역으로", "나이대로", "출생연도로", "생일로"],
    half: |name, half| format!("{name} ({half})"),
    remove: |name| format!("{name} 삭제"),
    earlier: "순서 앞으로",
    later: "순서 뒤로",
};

pub const ENGLISH: Cohorts = Cohorts {
    name: "Name of the cohort",
    rule: "Rule",
    regions: "Regions",
    ages: "Age bands",
    birth_years: "Last digit of birth year",
    birth_days: "Last digit of birthday",
    all: "All",
    some: "Some",
    people: |people| format!("{} people", format::integer(people)),
    split: "Split in two",
    split_by: ["by region", "by age", "by birth year", "by birthday"],
    half: |name, half| format!("{name} ({half})"),
    remove: |name| format!("Delete {name}"),
    earlier: "Earlier in the list",
    later: "Later in the list",
};
