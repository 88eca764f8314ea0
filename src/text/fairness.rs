//! Texts of who waits longer and who is invited later, by district and by age.

use super::format;
use super::particle::{Particle, with};
use crate::text::Language::{self, English, Korean};

/// Findings, labels and readings of the bars.
#[derive(Debug)]
pub struct FairnessText {
    pub grouping: &'static str,
    pub by_region: &'static str,
    pub by_age: &'static str,
    pub measure: &'static str,
    pub by_wait: &'static str,
    pub by_day: &'static str,
    pub nobody_waits: [&'static str; 2],
    pub alike: [&'static str; 2],
    pub never_over: fn(&str) -> String,
    /// Who waits longest, by how much [s], longer than whom.
    pub longer: fn(&str, f64, &str) -> String,
    pub same_day: [&'static str; 2],
    pub later: fn(&str, f64, &str) -> String,
    pub wait_note: fn(&str) -> String,
    pub day_note: &'static str,
    pub most: fn(usize) -> String,
    pub target: fn(f64) -> String,
    pub picture: &'static str,
    pub starters: &'static str,
    pub wait_mean: &'static str,
    pub wait_p95: &'static str,
    pub wait_max: &'static str,
    pub invited_after: &'static str,
    /// Name, starters, mean, 95 %, longest wait, invited after.
    pub reading: fn(&str, &str, &str, &str, &str, &str) -> String,
    pub summary: fn(usize, &str) -> String,
    pub at_once: &'static str,
    pub not_invited: &'static str,
}

/// A mean delay: from a day on in days, since its minutes mean nothing.
pub fn delay(language: Language, seconds: f64) -> String {
    let days = format::decimal(seconds / 86_400.0, 1);
    match language {
        _ if seconds < 86_400.0 => format::duration(language, (seconds / 3_600.0).round().max(1.0) * 3_600.0),
        Korean => format!("{days}일"),
        English if days == "1" => "1 day".to_owned(),
        English => format!("{days} days"),
    }
}

pub const KOREAN: FairnessText = FairnessText {
    grouping: "비교 대상",
    by_region: "지역",
    by_age: "나이",
    measure: "비교 항목",
    by_wait: "대기",
    by_day: "초대 시기",
    nobody_waits: ["어느 지역도 1분 넘게 기다리지 않습니다", "어느 나이도 1분 넘게 기다리지 않습니다"],
    alike: ["모든 지역이 비슷하게 기다립니다", "모든 나이가 비슷하게 기다립니다"],
    never_over: |name| format!("{name}에는 끝내 차례가 오지 않는 사람이 있습니다"),
    longer: |name, seconds, other| {
        format!("{} {other}보다 {} 더 기다립니다", with(name, Particle::Topic), format::duration(Korean, seconds))
    },
    same_day: ["모든 지역이 같은 때에 초대됩니다", "모든 나이가 비슷한 때에 초대됩니다"],
    later: |name, seconds, other| {
        format!("{} {other}보다 {} 늦게 초대됩니다", with(name, Particle::Topic), delay(Korean, seconds))
    },
    wait_note: |place| {
        format!("95%가 넘지 않는 대기. 시작한 뒤 앞 단계의 평균 시간이 지나 {place}에 이른 때의 대기로 셈")
    },
    day_note: "첫 회차부터 초대까지의 평균 시간",
    most: |count| format!("가장 긴 {count}곳"),
    target: |seconds| format!("목표 {}", format::duration(Korean, seconds)),
    picture: "비교 막대그래프, 위·아래 화살표로 읽기, T로 표 보기",
    starters: "시작(명)",
    wait_mean: "평균 대기",
    wait_p95: "95%의 대기",
    wait_max: "가장 긴 대기",
    invited_after: "초대까지",
    reading: |name, starters, mean, p95, max, after| {
        format!("{name}: {starters}명 시작, 대기 평균 {mean}, 95% {p95}, 가장 긴 {max}, 초대까지 {after}")
    },
    summary: |count, title| format!("막대 {count}개. {title}."),
    at_once: "바로",
    not_invited: "초대 없음",
};

pub const ENGLISH: FairnessText = FairnessText {
    grouping: "Compared",
    by_region: "Districts",
    by_age: "Ages",
    measure: "By",
    by_wait: "Wait",
    by_day: "Invitation",
    nobody_waits: ["No district waits longer than a minute", "No age waits longer than a minute"],
    alike: ["All districts wait about as long", "All ages wait about as long"],
    never_over: |name| format!("For some in {name} the wait is never over"),
    longer: |name, seconds, other| format!("{name} waits {} longer than {other}", format::duration(English, seconds)),
    same_day: ["All districts are invited at the same time", "All ages are invited at about the same time"],
    later: |name, seconds, other| format!("{name} is invited {} later than {other}", delay(English, seconds)),
    wait_note: |place| {
        format!(
            "Wait that 95% do not exceed: at {place}, when they get there after the mean times of the stages before"
        )
    },
    day_note: "Mean time from the first opening to the invitation",
    most: |count| format!("the {count} longest"),
    target: |seconds| format!("Target {}", format::duration(English, seconds)),
    picture: "Bars to compare, read with up and down arrow keys, T for the table",
    starters: "Start",
    wait_mean: "Mean wait",
    wait_p95: "Wait of 95%",
    wait_max: "Longest wait",
    invited_after: "Invited after",
    reading: |name, starters, mean, p95, max, after| {
        format!("{name}: {starters} start, mean wait {mean}, 95% {p95}, longest {max}, invited after {after}")
    },
    summary: |count, title| format!("{count} bars. {title}."),
    at_once: "at once",
    not_invited: "not invited",
};
