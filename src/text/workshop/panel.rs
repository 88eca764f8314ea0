//! Words that all panels of the workshop share.

use crate::text::{Language, format};

/// What stands around what a subject says.
#[derive(Debug)]
pub struct PanelWords {
    pub close: &'static str,
    /// Why closing loses nothing.
    pub close_note: &'static str,
    pub start_over: &'static str,
    pub copy: &'static str,
    pub save: &'static str,
    pub guessed: &'static str,
    pub left_out: &'static str,
    /// Rows of a table that are not shown.
    pub more_rows: fn(usize) -> String,
    pub show_all: &'static str,
    pub caution: &'static str,
    pub bad: &'static str,
    pub good: &'static str,
    /// What the marks of points mean.
    pub plot_good: &'static str,
    pub plot_caution: &'static str,
    pub plot_bad: &'static str,
}

pub fn words(language: Language) -> &'static PanelWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

static KOREAN: PanelWords = PanelWords {
    close: "닫기",
    close_note: "닫아도 여기까지 한 것은 이 창을 열어 두는 동안 남습니다.",
    start_over: "처음부터 다시",
    copy: "복사",
    save: "파일로 저장",
    guessed: "짐작",
    left_out: "제외",
    more_rows: |count| format!("{}줄 더 있습니다.", format::integer(count as f64)),
    show_all: "모두 보기",
    caution: "주의",
    bad: "문제",
    good: "맞음",
    plot_good: "버팀",
    plot_caution: "주의",
    plot_bad: "무너짐",
};

static ENGLISH: PanelWords = PanelWords {
    close: "Close",
    close_note: "Closing loses nothing: it is all here again while this page stays open.",
    start_over: "Start over",
    copy: "Copy",
    save: "Save as a file",
    guessed: "guessed",
    left_out: "left out",
    more_rows: |count| format!("{} more rows.", format::integer(count as f64)),
    show_all: "Show all",
    caution: "Caution",
    bad: "Wrong",
    good: "Right",
    plot_good: "holds",
    plot_caution: "at risk",
    plot_bad: "breaks",
};
