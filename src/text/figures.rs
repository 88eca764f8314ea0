//! Texts of the key figures.

use super::format;
use crate::text::Language::{English, Korean};

/// Labels and sentences of the key figures.
#[derive(Debug)]
pub struct Figures {
    pub heading: &'static str,
    /// A number of people below a label that says so.
    pub people: fn(f64) -> String,
    pub peak_load: &'static str,
    pub longest_wait: &'static str,
    pub longest_queue: &'static str,
    pub gave_up: &'static str,
    pub done: &'static str,
    pub price: &'static str,
    pub target_load: fn(f64) -> String,
    pub target_wait: fn(f64, f64) -> String,
    pub at_one_place: &'static str,
    pub of_starters: fn(f64) -> String,
    pub done_basis: &'static str,
    /// The same figure of the baseline.
    pub baseline: fn(&str) -> String,
}

pub const KOREAN: Figures = Figures {
    heading: "주요 수치",
    people: |people| format!("{}명", format::integer(people)),
    peak_load: "최고 부하",
    longest_wait: "가장 긴 대기",
    longest_queue: "가장 긴 줄",
    gave_up: "포기",
    done: "95%가 마치기까지",
    price: "나눈 대가",
    target_load: |load| format!("목표 {}", format::percent(load)),
    target_wait: |share, wait| format!("목표 {}가 {} 안", format::percent(share), format::duration(Korean, wait)),
    at_one_place: "한 단계 앞에서",
    of_starters: |share| format!("시작한 사람의 {}", format::percent(share)),
    done_basis: "첫 회차부터, 시작한 사람 기준",
    baseline: |figure| format!("한꺼번에 {figure}"),
};

pub const ENGLISH: Figures = Figures {
    heading: "Key figures",
    people: format::integer,
    peak_load: "Peak load",
    longest_wait: "Longest wait",
    longest_queue: "Longest queue, people",
    gave_up: "Gave up, people",
    done: "95% done after",
    price: "price",
    target_load: |load| format!("target {}", format::percent(load)),
    target_wait: |share, wait| format!("target {} within {}", format::percent(share), format::duration(English, wait)),
    at_one_place: "in front of one stage",
    of_starters: |share| format!("{} of those who start", format::percent(share)),
    done_basis: "of those who start",
    baseline: |figure| format!("at once {figure}"),
};
