//! The subject `cohorts` in Korean.

use super::CohortsWords;
use crate::text::format::integer;

pub static WORDS: CohortsWords = CohortsWords {
    title: "집단을 규칙으로 만들기",
    task: "할 일",
    tasks: ["규칙으로 집단 만들기", "집단 하나 나누기", "집단 여럿 합치기"],

    regions: "지역",
    regions_ways: ["지역마다 따로", "모든 지역 함께"],
    ages: "나이",
    ages_ways: ["모든 나이 함께", "계획의 나이대마다", "10살씩", "직접 정한 나이로"],
    typed_ages: "나이 묶음",
    typed_ages_help: "0-39, 40-64, 65-처럼 씁니다. 빠진 나이대는 한 묶음이 됩니다.",
    not_ages: |typed| format!("‘{typed}’에서 나이를 읽지 못했습니다. 0-39, 40-64, 65-처럼 쓰십시오."),
    cut_band: |band, typed| {
        format!("‘{typed}’이(가) 나이대 ‘{band}’의 가운데를 자릅니다. 나이대의 경계에 맞추어 쓰십시오.")
    },
    ages_twice: |band| format!("나이대 ‘{band}’이(가) 두 묶음에 들어 있습니다. 한 묶음에만 쓰십시오."),
    digits: "출생일 끝자리",
    digits_help: "태어난 해인지 생일의 날짜인지에 따라 다른 집단이 됩니다. 안내문에도 그대로 적힙니다.",
    digits_ways: [
        "쓰지 않음",
        "5부제: 출생연도 1·6, 2·7, 3·8, 4·9, 5·0",
        "2부제: 출생연도 홀수, 짝수",
        "10부제: 생일(일) 끝자리 1부터 0까지",
        "2부제: 생일(일) 홀수, 짝수",
    ],
    first: "먼저 떼어 놓을 사람",
    first_help: "따로 돕거나 먼저 받을 사람을 한 집단으로 떼고, 나머지를 규칙으로 나눕니다.",
    firsts: ["없음", "창구나 전화로 돕는 사람", "먼저 받는 사람"],
    first_ages: "그 사람들의 나이대",
    first_nobody: "나이대를 하나 이상 고르십시오.",
    first_regions: "그 사람들의 지역",
    first_regions_help: "고르지 않으면 모든 지역입니다.",
    even: "고르게 묶기",
    even_help: "회원 수가 아니라 예상 시작 인원이 고르도록 이웃한 것끼리 묶습니다.",
    evens: ["묶지 않음", "이웃한 지역끼리 묶기", "이웃한 나이대끼리 묶기"],
    even_count: "묶은 뒤 집단 수",
    even_too_few: |least| format!("이 규칙으로는 집단이 {}개보다 적어질 수 없습니다.", integer(least as f64)),
    even_too_many: |most| format!("이 규칙으로는 집단을 {}개까지 만들 수 있습니다.", integer(most as f64)),
    even_overlapping: "한 사람이 두 집단에 들어 있어 고르게 묶을 수 없습니다.",
    windows: "회차가 없는 집단",
    windows_ways: ["지금 있는 회차에 고르게 배정", "배정하지 않고 두기"],
    catch_up: "마지막 날 다음에 추가 회차 두기",
    not_a_number: |least, greatest| {
        format!("{}에서 {} 사이의 정수를 쓰십시오.", integer(least as f64), integer(greatest as f64))
    },

    preview: "이렇게 됩니다",
    n_cohorts: "집단",
    largest: "가장 큰 집단의 예상 시작 인원",
    smallest: "가장 작은 집단의 예상 시작 인원",
    times_mean: "가장 큰 집단 ÷ 평균",
    count: |count| format!("{}개", integer(count as f64)),
    people: |people| format!("{}명", integer(people)),
    times: |times| format!("{times}배"),
    cohort: "집단",
    who: "누구인가",
    members: "회원",
    starters: "예상 시작 인원",
    share: "비율",
    more: |count| format!("그 밖의 집단 {}개", integer(count as f64)),
    too_many: |found, most| {
        format!(
            "집단이 {}개가 되어 최대 {}개를 넘습니다. 지역이나 나이를 함께 묶거나 끝자리를 쓰지 마십시오.",
            integer(found as f64),
            integer(most as f64)
        )
    },
    nobody: "회원이 없습니다. 먼저 회원을 가져오십시오.",
    not_invited: |cohorts, people| {
        format!(
            "집단 {}개, {}명에게 회차가 없습니다. 적용한 뒤 ‘규칙으로 회차 만들기’에서 배정하십시오.",
            integer(cohorts as f64),
            integer(people)
        )
    },
    dealt: |cohorts| {
        format!(
            "집단 {}개는 예상 시작 인원이 고르도록 지금 있는 회차에 배정합니다. 나머지 집단의 시간은 바뀌지 않습니다.",
            integer(cohorts as f64)
        )
    },
    uneven: |largest, mean| {
        format!(
            "가장 큰 집단의 예상 시작 인원이 {largest}명으로 평균 {mean}명의 두 배를 넘습니다. 고르게 묶을 수 있습니다."
        )
    },

    which: "나눌 집단",
    axis: "나누는 기준",
    axes: ["지역마다", "나이대마다", "출생연도 끝자리마다", "생일(일) 끝자리마다"],
    not_split: "이 기준으로는 더 나눌 수 없습니다. 다른 기준을 고르십시오.",
    merged: "합칠 집단",
    merged_name: "합친 집단의 이름",
    merged_name_help: "비우면 규칙에서 이름을 짓습니다.",
    too_few: "합칠 집단을 둘 이상 고르십시오.",
    not_a_rule: "이 집단들만으로는 하나의 규칙이 되지 않습니다. 지역, 나이, 끝자리 가운데 하나만 다른 집단을 고르십시오.",

    take_rule: "이 집단으로 바꾸기",
    take_split: |count| format!("{}개로 나누기", integer(count as f64)),
    take_merge: "하나로 합치기",
    steps: ["규칙으로 만든 집단", "집단 나누기", "집단 합치기"],
};
