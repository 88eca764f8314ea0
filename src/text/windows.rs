//! Texts of the windows and their cohorts.

use super::format;

/// Labels of the list of windows and of the form of one window.
#[derive(Debug)]
pub struct Windows {
    pub heading: &'static str,
    pub edit: &'static str,
    pub summary: fn(usize, usize) -> String,
    pub opens: &'static str,
    pub closes: &'static str,
    pub catch_up: &'static str,
    pub catch_up_help: &'static str,
    pub closes_hard: &'static str,
    pub closes_hard_help: &'static str,
    pub cohorts: &'static str,
    pub cohorts_help: &'static str,
    pub add: &'static str,
    pub remove: fn(usize) -> String,
    pub row: fn(usize, &str, usize) -> String,
    /// In which other window a cohort is invited.
    pub elsewhere: fn(usize) -> String,
    pub nowhere: &'static str,
    /// A block of the small timeline: people invited, in few characters.
    pub block: fn(f64) -> String,
    pub timeline: &'static str,
}

pub const KOREAN: Windows = Windows {
    heading: "회차",
    edit: "시간표 수정",
    summary: |windows, cohorts| format!("회차 {windows}개 · 집단 {cohorts}개"),
    opens: "여는 시각",
    closes: "닫는 시각",
    catch_up: "보충 회차",
    catch_up_help: "앞 회차를 놓친 사람을 다시 초대합니다.",
    closes_hard: "닫은 뒤에는 받지 않음",
    closes_hard_help: "닫은 뒤에 오려던 사람은 시작하지 못합니다.",
    cohorts: "초대하는 집단",
    cohorts_help: "다른 회차에 있는 집단을 고르면 이 회차로 옮깁니다.",
    add: "회차 추가",
    remove: |number| format!("{number}회차 삭제"),
    row: |number, time, cohorts| format!("{number}회차, {time}, 집단 {cohorts}개"),
    elsewhere: |number| format!("{number}회차"),
    nowhere: "초대 없음",
    block: |people| {
        if people >= 1_000.0 {
            format!("{}만", format::decimal(people / 10_000.0, usize::from(people < 100_000.0)))
        } else {
            format::integer(people)
        }
    },
    timeline: "회차 시간표",
};

pub const ENGLISH: Windows = Windows {
    heading: "Windows",
    edit: "Edit timeline",
    summary: |windows, cohorts| {
        let plural =
            |count: usize, word: &str| if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") };
        format!("{} · {}", plural(windows, "slot"), plural(cohorts, "cohort"))
    },
    opens: "Opens",
    closes: "Closes",
    catch_up: "Catch-up",
    catch_up_help: "Invites again whoever missed the earlier windows.",
    closes_hard: "Closes hard",
    closes_hard_help: "Whoever is due after closing does not start.",
    cohorts: "Invited cohorts",
    cohorts_help: "Choosing a cohort of another slot moves it here.",
    add: "Add a slot",
    remove: |number| format!("Remove slot {number}"),
    row: |number, time, cohorts| format!("Slot {number}, {time}, {cohorts} cohorts"),
    elsewhere: |number| format!("slot {number}"),
    nowhere: "not invited",
    block: |people| {
        if people >= 1_000.0 { format!("{}k", format::decimal(people / 1_000.0, 0)) } else { format::integer(people) }
    },
    timeline: "Timeline of the windows",
};
