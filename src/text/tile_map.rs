//! Texts of the map of districts.

use super::format;
use super::particle::{Particle, with};
use crate::text::Language::{English, Korean};

/// Findings, labels and readings of the map.
#[derive(Debug)]
pub struct TileMapText {
    pub measure: &'static str,
    pub by_window: &'static str,
    pub by_load: &'static str,
    pub by_wait: &'static str,
    /// Fewest and most days on which a district is invited.
    pub window_title: fn(usize, usize) -> String,
    pub load_title: fn(&str, &str) -> String,
    pub no_load_title: &'static str,
    pub wait_title: fn(&str, &str) -> String,
    pub no_wait_title: &'static str,
    pub window_note: fn(usize) -> String,
    pub load_note: &'static str,
    pub wait_note: fn(&str) -> String,
    pub picture: &'static str,
    pub district: &'static str,
    pub members: &'static str,
    pub invited: &'static str,
    pub load: &'static str,
    pub wait: &'static str,
    pub verdict: &'static str,
    /// District, people, days, load, verdict, wait.
    pub reading: fn(&str, &str, &str, &str, &str, &str) -> String,
    pub summary: fn(usize, &str) -> String,
    pub never: &'static str,
}

pub const KOREAN: TileMapText = TileMapText {
    measure: "지도에 표시할 값",
    by_window: "초대일",
    by_load: "부하",
    by_wait: "대기",
    window_title: |fewest, most| match (fewest, most) {
        (_, 0) => "초대된 지역이 없습니다".to_owned(),
        (1, 1) => "지역마다 하루에 초대됩니다".to_owned(),
        (fewest, most) if fewest == most => format!("지역마다 {most}일에 나누어 초대됩니다"),
        (fewest, most) => format!("지역마다 {fewest}일에서 {most}일에 나누어 초대됩니다"),
    },
    load_title: |district, load| format!("가장 붐비는 회차는 {}까지 찹니다: {district}", load),
    no_load_title: "용량을 정한 단계가 없습니다",
    wait_title: |district, wait| format!("{} 가장 오래 기다립니다: {wait}", with(district, Particle::Subject)),
    no_wait_title: "어느 지역도 기다리지 않습니다",
    window_note: |days| format!("네모: 첫째 날부터 {days}일째까지, 초대된 날을 채움"),
    load_note: "그 지역이 초대된 회차의 최고 부하와 가장 나쁜 판정",
    wait_note: |place| format!("시작한 사람의 95%가 {place}에서 만나는 대기, 목표와 견줌"),
    picture: "지역 지도, 화살표 네 방향으로 읽기, T로 표 보기",
    district: "지역",
    members: "회원(명)",
    invited: "초대된 날",
    load: "최고 부하",
    wait: "95%의 대기",
    verdict: "판정",
    reading: |district, people, days, load, verdict, wait| {
        format!("{district}: {people}명, 초대 {days}, 최고 부하 {load}, {verdict}, 95%의 대기 {wait}")
    },
    summary: |count, title| format!("지역 {count}곳. {title}."),
    never: "없음",
};

pub const ENGLISH: TileMapText = TileMapText {
    measure: "Shown on the map",
    by_window: "Days",
    by_load: "Load",
    by_wait: "Wait",
    window_title: |fewest, most| match (fewest, most) {
        (_, 0) => "No district is invited".to_owned(),
        (1, 1) => "Every district is invited on a single day".to_owned(),
        (fewest, most) if fewest == most => format!("Every district is invited over {most} days"),
        (fewest, most) => format!("Districts are invited over {fewest} to {most} days"),
    },
    load_title: |district, load| format!("The busiest slot reaches {load}: {district}"),
    no_load_title: "No stage has a limit",
    wait_title: |district, wait| format!("{district} waits longest: {wait}"),
    no_wait_title: "No district waits",
    window_note: |days| format!("Squares: day 1 to day {days}, filled where invited"),
    load_note: "Peak load and worst verdict of the slots to which the district is invited",
    wait_note: |place| format!("Wait that 95% of its starters meet at {place}, against the target"),
    picture: "Map of the districts, read with the four arrow keys, T for the table",
    district: "District",
    members: "Members",
    invited: "Invited on",
    load: "Peak load",
    wait: "Wait of 95%",
    verdict: "Verdict",
    reading: |district, people, days, load, verdict, wait| {
        format!("{district}: {people} members, invited on {days}, peak load {load}, {verdict}, wait of 95% {wait}")
    },
    summary: |count, title| format!("{count} districts. {title}."),
    never: "no day",
};

/// Days in words: the only one, or the first and the last with their number.
pub fn days(language: super::Language, days: &[crate::clock::CivilDate], never: &str) -> String {
    match (days, language) {
        ([], _) => never.to_owned(),
        ([day], _) => format::day_short(language, *day),
        ([first, second], _) => {
            format!("{}, {}", format::day_short(language, *first), format::day_short(language, *second))
        }
        ([first, .., last], Korean) => {
            format!("{}–{} ({}일)", format::day_short(language, *first), format::day_short(language, *last), days.len())
        }
        ([first, .., last], English) => {
            format!(
                "{} – {} ({} days)",
                format::day_short(language, *first),
                format::day_short(language, *last),
                days.len()
            )
        }
    }
}
