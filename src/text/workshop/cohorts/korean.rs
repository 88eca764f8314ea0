//! The subject `cohorts` in Korean.

use super::CohortsWords;
use crate::staging::cohorts::MergeFault;
use crate::text::format::{decimal, integer};

pub static WORDS: CohortsWords = CohortsWords {
    title: "집단 나누기",
    task: "할 일",
    tasks: ["규칙으로 집단 만들기", "한 집단 쪼개기", "여러 집단 합치기"],

    regions: "지역",
    regions_by: ["지역마다 따로", "모든 지역을 함께"],
    ages: "나이",
    ages_by: ["회원 표의 나이대대로", "10세 단위로", "직접 정하기", "모든 나이를 함께"],
    groups: "나이 묶음",
    groups_help: "만 나이를 15-29, 30-59, 60+처럼 씁니다. 어느 묶음에도 없는 나이는 따로 한 묶음이 됩니다.",
    not_ages: |text| {
        if text.is_empty() {
            "15-29처럼 묶음을 하나 이상 쓰십시오.".to_owned()
        } else {
            format!("‘{text}’에서 나이 묶음을 읽지 못했습니다. 15-29 또는 60+처럼 쓰십시오.")
        }
    },
    cut_band: |band, group| {
        format!(
            "‘{group}’ 묶음에 나이대 ‘{band}’의 일부만 들어갑니다. 회원은 나이대 단위로 세므로 묶음의 끝을 나이대의 끝에 맞추십시오."
        )
    },
    ages_twice: |band| format!("나이대 ‘{band}’이 두 묶음에 들어 있습니다. 묶음이 겹치지 않게 쓰십시오."),
    digits: "생년월일 끝자리",
    digits_by: ["쓰지 않음", "5부제(출생연도)", "홀짝제(출생연도)", "10부제(생일의 날짜)", "홀짝제(생일의 날짜)"],
    digits_help: "끝자리로 나눕니다. 5부제는 1·6, 2·7, 3·8, 4·9, 5·0입니다.",
    digits_note: "회원은 나이대 단위로 집계되어 있습니다. 한 나이대 안에서는 출생연도별 인원이 같고 생일은 달력을 따른다고 보아 아래 인원을 나누었습니다.",

    even: "고르게 맞추기",
    even_help: "예상 시작 인원을 기준으로 맞춥니다. 우선 대상과 도움 대상은 그대로 둡니다.",
    even_by: ["하지 않음", "이웃한 지역 묶기", "이웃한 나이대 묶기"],
    count: "집단 수",
    not_a_number: |least, greatest| {
        format!("{}에서 {} 사이의 정수를 쓰십시오.", integer(least as f64), integer(greatest as f64))
    },
    too_few: |least| {
        format!(
            "이 규칙으로는 {}개보다 적게 나눌 수 없습니다. 수를 늘리거나 위에서 더 크게 묶으십시오.",
            integer(least as f64)
        )
    },
    too_many_to_even: |most| {
        format!("지역과 나이대를 쪼개지 않으면 {}개까지 나눌 수 있습니다. 수를 줄이십시오.", integer(most as f64))
    },
    evened: |before, after| {
        format!(
            "예상 시작 인원이 가장 많은 집단이 평균의 {}배입니다. 맞추기 전에는 {}배입니다.",
            decimal(after, 2),
            decimal(before, 2)
        )
    },
    not_evener: |now| {
        format!(
            "이 방법으로는 더 고르게 할 수 없습니다. 예상 시작 인원이 가장 많은 집단이 평균의 {}배입니다. 집단 수를 줄이거나 다른 쪽으로 묶어 보십시오.",
            decimal(now, 2)
        )
    },

    first: "우선 대상과 도움 대상",
    first_about: "먼저 떼어 내어 따로 집단을 만듭니다. 나이대와 지역을 모두 고르면 둘 다 해당하는 사람이고, 한쪽만 고르면 다른 쪽은 따지지 않습니다.",
    firsts: ["우선 대상: 먼저 받는 사람", "도움 대상: 창구나 전화로 돕는 사람"],
    first_ages: "해당 나이대",
    first_regions: "해당 지역",
    first_each: "지역마다 따로 한 집단",
    windows: "회차가 없는 집단",
    windows_by: ["그대로 두기", "지금 회차에 나누어 넣기"],
    windows_help: "지금 회차가 서로 다르거나 없는 사람들이 모인 집단에는 회차가 없습니다. 나누어 넣으면 이 사람들의 시간이 바뀔 수 있습니다.",
    catch_up: "마지막 회차 다음 날에 추가 회차 두기",

    preview: "이렇게 됩니다",
    n_cohorts: "집단",
    cohorts: |count| format!("{}개", integer(count as f64)),
    spread: "예상 시작 인원, 최대와 최소",
    spread_is: |largest, smallest, times| match times {
        Some(times) => format!("{}명, {}명 ({}배)", integer(largest), integer(smallest), decimal(times, 1)),
        None => format!("{}명, {}명", integer(largest), integer(smallest)),
    },
    in_no_cohort: "집단에 없는 회원",
    in_no_window: "회차가 없는 집단",
    people: |people| format!("{}명", integer(people)),
    covered_twice: |people| {
        format!(
            "회원 {}명이 둘 이상의 집단에 들어 있습니다. 규칙으로 새로 나누거나 집단을 하나씩 고치십시오.",
            integer(people as f64)
        )
    },
    no_window: |count, names| {
        format!(
            "회차가 없는 집단이 {}개 있습니다({names}). 이미 정해진 시간은 아무도 바뀌지 않으므로 이 집단에는 회차가 저절로 생기지 않습니다. 이어서 ‘규칙으로 만들기…’에서 회차를 배정하십시오.",
            integer(count as f64)
        )
    },
    dealt: |count| {
        format!(
            "집단 {}개를 예상 시작 인원이 고르도록 지금 있는 회차에 나누어 넣습니다. 이 집단은 시간이 바뀔 수 있고, 나머지 집단의 시간은 그대로입니다.",
            integer(count as f64)
        )
    },
    windows_stay: "모든 집단이 지금의 회차를 그대로 씁니다. 안내한 시간이 바뀌는 사람은 없습니다.",
    nothing_changed: "지금 계획의 집단과 같습니다.",
    no_people: "아직 회원이 없습니다. 먼저 회원 표를 가져오십시오.",
    too_many: |count, most| {
        format!(
            "집단이 {}개로, 한 계획에 둘 수 있는 {}개를 넘습니다. 지역이나 나이를 묶거나 끝자리를 덜 나누십시오.",
            integer(count as f64),
            integer(most as f64)
        )
    },
    faults_after: |count| {
        format!("이대로 적용하면 계산할 수 없는 곳이 {}곳 생깁니다. 다른 규칙을 고르십시오.", integer(count as f64))
    },

    list: "집단 목록",
    name: "집단",
    who: "대상",
    members: "회원",
    starters: "예상 시작 인원",
    share: "비율",

    find: "집단 이름으로 찾기",
    find_help: |shown, all| {
        format!(
            "{}개 가운데 {}개를 보이고 있습니다. 이름의 일부를 쓰면 다른 집단이 보입니다.",
            integer(all as f64),
            integer(shown as f64)
        )
    },
    none_found: "이 말이 이름에 들어간 집단이 없습니다. 더 짧게 쓰십시오.",
    to_split: "쪼갤 집단",
    split_by: "쪼개는 기준",
    axes: ["지역", "나이대", "출생연도 끝자리", "생일(일) 끝자리"],
    cannot_split: "지역, 나이대, 끝자리가 하나씩인 집단이라 더 쪼갤 수 없습니다. 다른 집단을 고르십시오.",
    to_merge: "합칠 집단",
    merged_name: "합친 집단의 이름",
    merged_name_help: "비우면 규칙에서 이름을 짓습니다.",
    cannot_merge: |fault| match fault {
        MergeFault::TooFew => "집단을 둘 이상 고르십시오.",
        MergeFault::NotARule => {
            "이 집단들은 하나로 합칠 수 없습니다. 지역, 나이, 끝자리로 이 사람들만 가리키는 한 가지 규칙이 없습니다. 한 가지만 다른 집단끼리 합치십시오."
        }
    },
    also: |names| format!("가장 가까운 규칙에는 다음 집단도 들어갑니다: {names}."),
    tick_also: "그 집단도 고르기",

    take: ["이 집단으로 바꾸기", "쪼개기", "합치기"],
    steps: ["규칙으로 만든 집단", "집단 쪼개기", "집단 합치기"],
};
