//! Texts of how people come, of the target, and of where a number comes from.

use super::format;
use crate::plan::SourceKind;
use crate::text::Language::{English, Korean};

/// Labels of arrivals, target and sources.
#[derive(Debug)]
pub struct Assumptions {
    pub heading: &'static str,
    pub columns: &'static str,
    pub show_up: &'static str,
    pub show_up_by_age: &'static str,
    pub opening_share: &'static str,
    pub opening_ramp: &'static str,
    pub ignore_window: &'static str,
    pub target_heading: &'static str,
    pub target_wait: &'static str,
    pub target_percentile: &'static str,
    pub target_load: &'static str,
    pub assumed: &'static str,
    pub reported: &'static str,
    pub measured: &'static str,
    pub unsourced: &'static str,
    pub source_of: fn(&str) -> String,
    pub range_of: fn(&str) -> String,
    pub edit: &'static str,
    pub by_age: &'static str,
    /// Percentile, wait [s], load.
    pub target_in_short: fn(f64, f64, f64) -> String,
}

impl Assumptions {
    /// The word for the kind of a source; `None` = nothing says where the number comes from.
    pub fn kind(&self, kind: Option<SourceKind>) -> &'static str {
        match kind {
            Some(SourceKind::Assumed) => self.assumed,
            Some(SourceKind::Reported) => self.reported,
            Some(SourceKind::Measured) => self.measured,
            None => self.unsourced,
        }
    }
}

/// The two ends of a range in the unit of its field.
pub fn range_ends(low: f64, high: f64) -> String {
    format!("{}–{}", format::decimal(low, 1), format::decimal(high, 1))
}

pub const KOREAN: Assumptions = Assumptions {
    heading: "사람들이 오는 방식",
    columns: "보통 (90% 범위)",
    show_up: "실제로 오는 비율",
    show_up_by_age: "실제로 오는 비율은 나이마다 다릅니다.",
    opening_share: "열자마자 오는 비율",
    opening_ramp: "열자마자로 보는 시간",
    ignore_window: "순서를 지키지 않음",
    target_heading: "목표",
    target_wait: "기다림 상한",
    target_percentile: "그 안에 드는 비율",
    target_load: "부하 상한",
    assumed: "추정",
    reported: "보도",
    measured: "측정",
    unsourced: "근거 없음",
    source_of: |field| format!("{field}의 근거"),
    range_of: |ends| format!("90% 범위 {ends}"),
    edit: "값 수정",
    by_age: "나이별",
    target_in_short: |percentile, wait, load| {
        format!(
            "{}가 {} 안에 차례를 맞고, 부하는 {}까지",
            format::percent(percentile),
            format::duration(Korean, wait),
            format::percent(load)
        )
    },
};

pub const ENGLISH: Assumptions = Assumptions {
    heading: "How people come",
    columns: "likely (90% range)",
    show_up: "Come at all",
    show_up_by_age: "The share that comes differs by age.",
    opening_share: "Come right at opening",
    opening_ramp: "Length of the opening",
    ignore_window: "Ignore their slot",
    target_heading: "Target",
    target_wait: "Longest wait",
    target_percentile: "Share within it",
    target_load: "Highest load",
    assumed: "assumed",
    reported: "reported",
    measured: "measured",
    unsourced: "no source",
    source_of: |field| format!("Source of: {field}"),
    range_of: |ends| format!("90% range {ends}"),
    edit: "Edit values",
    by_age: "by age",
    target_in_short: |percentile, wait, load| {
        format!(
            "{} wait at most {}, load up to {}",
            format::percent(percentile),
            format::duration(English, wait),
            format::percent(load)
        )
    },
};
