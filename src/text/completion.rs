//! Texts of the curve of those who have finished.

use super::format;
use crate::text::Language::{English, Korean};

/// Findings, labels and readings of the curve.
#[derive(Debug)]
pub struct CompletionText {
    pub done_title: fn(&str) -> String,
    pub never_title: fn(f64) -> String,
    pub nobody_title: &'static str,
    pub subtitle: &'static str,
    /// When that comes in most draws.
    pub done_between: fn(&str) -> String,
    pub baseline_done: fn(&str) -> String,
    pub baseline_never: fn(f64) -> String,
    pub picture: &'static str,
    pub finished: &'static str,
    pub share: &'static str,
    pub baseline: &'static str,
    pub reading: fn(&str, &str, &str, &str) -> String,
    pub summary: fn(&str, &str) -> String,
}

pub const KOREAN: CompletionText = CompletionText {
    done_title: |when| format!("{when}이면 시작한 사람의 95%가 마칩니다"),
    never_title: |share| format!("끝까지 {}만 마칩니다", format::percent(share)),
    nobody_title: "시작하는 사람이 없습니다",
    subtitle: "시작한 사람 가운데 마친 사람의 비율, 빗금은 한꺼번에 열 때",
    done_between: |ends| format!("95%가 마치는 때: 10번 중 9번은 {ends}"),
    baseline_done: |when| format!("한꺼번에 열면 {when}"),
    baseline_never: |share| format!("한꺼번에 열면 {}까지만", format::percent(share)),
    picture: "마친 사람의 비율 그림, 왼쪽·오른쪽 화살표로 읽기, T로 표 보기",
    finished: "마친 사람(명)",
    share: "비율",
    baseline: "한꺼번에 열면",
    reading: |when, people, share, baseline| format!("{when}, {people}명({share}) 마침, 한꺼번에 열면 {baseline}"),
    summary: |title, baseline| format!("{title}. {baseline}."),
};

pub const ENGLISH: CompletionText = CompletionText {
    done_title: |when| format!("95% of those who start are done by {when}"),
    never_title: |share| format!("Only {} of those who start ever finish", format::percent(share)),
    nobody_title: "Nobody starts",
    subtitle: "Share of those who start that have finished; hatched: everyone at once",
    done_between: |ends| format!("95% done, 9 in 10: {ends}"),
    baseline_done: |when| format!("At once: {when}"),
    baseline_never: |share| format!("At once: {} at most", format::percent(share)),
    picture: "Chart of the share that has finished, read with left and right arrow keys, T for the table",
    finished: "Finished, people",
    share: "Share",
    baseline: "Everyone at once",
    reading: |when, people, share, baseline| format!("{when}: {people} have finished ({share}), at once {baseline}"),
    summary: |title, baseline| format!("{title}. {baseline}."),
};

/// How far a plan gets, as the key figure says it: a length of time, or the share that is never passed.
pub fn done_words(language: super::Language, seconds: Option<f64>, share: f64) -> String {
    match (seconds, language) {
        (Some(seconds), _) => format::duration(language, seconds),
        (None, Korean) => format!("{}만 마침", format::percent(share)),
        (None, English) => format!("only {}", format::percent(share)),
    }
}
