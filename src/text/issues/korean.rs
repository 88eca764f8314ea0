//! The issues of a plan in Korean.

use super::Issues;
use crate::plan::issue::{Entry, Limited};
use crate::text::particle::{Particle, with};

pub const KOREAN: Issues = Issues {
    not_finite: ("값이 숫자가 아니거나 무한대입니다.", "숫자로 입력하십시오."),
    share_outside_range: (
        |share| format!("비율이 {share}입니다. 0–100%여야 합니다."),
        "0–100% 사이의 값으로 고치십시오.",
    ),
    number_outside_bounds: (
        |value, least, greatest| format!("값이 {value}입니다. {least}–{greatest} 사이만 계산할 수 있습니다."),
        "그 사이의 값으로 고치십시오.",
    ),
    number_outside_bounds_or_zero: (
        |value, least, greatest| format!("값이 {value}입니다. 0이거나 {least}–{greatest} 사이만 계산할 수 있습니다."),
        "0 또는 그 사이의 값으로 고치십시오.",
    ),
    limit_exceeded: |what, count, most| match what {
        Limited::Days => format!("기간이 {count}일입니다. {most}일까지 계산할 수 있습니다."),
        Limited::People => format!("회원이 {count}명입니다. {most}명까지 계산할 수 있습니다."),
        other => {
            format!("{} {count}개입니다. {most}개까지 계산할 수 있습니다.", with(limited(other), Particle::Subject))
        }
    },
    limit_remedy: "줄이거나 계획을 둘로 나누십시오.",
    time_outside_horizon: (
        |time, starts, ends| format!("{} 계획 기간({starts}부터 {ends}까지) 밖입니다.", with(time, Particle::Topic)),
        "기간 안의 시각으로 고치거나 기간을 늘리십시오.",
    ),
    not_in_order: (
        |time, previous| format!("{time} 항목이 그 앞의 {previous} 항목보다 늦지 않습니다."),
        "이른 시각부터 차례대로, 같은 시각은 하나만 입력하십시오.",
    ),
    no_such_entry: (
        |what, number, count| {
            format!("{number}번째 {} 가리키지만 {count}개뿐입니다.", with(entry(what), Particle::Object))
        },
        "있는 것을 고르거나 이 항목을 지우십시오.",
    ),
    listed_twice: (|what| format!("{} 두 번 들어 있습니다.", with(what, Particle::Subject)), "하나만 남기십시오."),
    not_a_digit: (|value| format!("{value}: 끝자리가 아닙니다."), "0부터 9까지의 숫자 하나로 입력하십시오."),
    age_band_reversed: (
        |from, to| format!("나이대가 {from}세에서 {to}세로 거꾸로 입력되어 있습니다."),
        "작은 나이를 앞에 입력하십시오.",
    ),
    wrong_length: (
        |what, given, expected| format!("{}마다 하나씩 {expected}개여야 하는데 {given}개입니다.", entry(what)),
        "모자라는 값을 채우거나 남는 값을 지우십시오.",
    ),
    no_members: ("회원이 한 명도 없습니다.", "회원 수를 적거나 표를 가져오십시오."),
    cohorts_overlap: (
        |cohort, earlier, people| {
            format!("{cohort} 집단의 {people}명이 {earlier} 집단에도 들어 있어 두 번 초대됩니다.")
        },
        "한 사람이 한 집단에만 들도록 지역, 나이대, 끝자리를 고치십시오.",
    ),
    closes_before_opening: (
        |opens, closes| format!("{closes}에 닫지만 {opens}에 엽니다."),
        "닫는 시각을 여는 시각보다 늦게 고치십시오.",
    ),
    window_outside_horizon: (
        |starts, ends| format!("회차가 계획 기간({starts}부터 {ends}까지) 밖으로 나갑니다."),
        "회차를 기간 안으로 옮기거나 기간을 늘리십시오.",
    ),
    cohort_in_two_windows: (
        |cohort, window| format!("{cohort} 집단이 {window}에도 들어 있습니다."),
        "한 회차에서 빼십시오. 놓친 사람을 다시 초대하려면 보충 회차로 바꾸십시오.",
    ),
    no_ordinary_window: ("보충이 아닌 회차가 하나도 없습니다.", "회차를 더하거나 보충 표시를 지우십시오."),
    opening_share_above_show_up: (
        |opening, lowest| {
            format!(
                "열자마자 오는 비율 {} 실제로 오는 비율 가운데 가장 낮은 {lowest}보다 큽니다.",
                with(opening, Particle::Subject)
            )
        },
        "열자마자 오는 비율을 줄이거나 실제로 오는 비율을 늘리십시오.",
    ),
    tail_weights: (|sum| format!("비중의 합이 {sum}입니다. 100%여야 합니다."), "합이 100%가 되도록 비중을 고치십시오."),
    hour_weights_zero: (
        "24시간의 활동이 모두 0이라 아무도 오지 않습니다.",
        "한 시간이라도 0보다 크게 입력하거나 시간대별 활동을 지우십시오.",
    ),
    no_stages: ("단계가 하나도 없습니다.", "단계를 하나 이상 더하십시오."),
    never_open: (
        "기간 내내 아무도 들여보내지 않습니다.",
        "용량을 0보다 크게 입력하거나 여는 시각에 용량 변화를 더하십시오.",
    ),
    range_reversed: (
        |low, high| format!("낮은 값 {} 높은 값 {high}보다 큽니다.", with(low, Particle::Subject)),
        "두 값을 바꾸어 입력하십시오.",
    ),
    range_points_nowhere: (
        |field| format!("{field}에는 숫자가 없어 범위를 둘 수 없습니다."),
        "숫자가 있는 항목을 가리키게 고치거나 범위를 지우십시오.",
    ),
    people_in_no_cohort: (
        |people| format!("{people}명이 어느 집단에도 들지 않아 초대되지 않습니다."),
        "이들을 담을 집단을 더하거나 규칙을 넓히십시오. 그대로 두어도 계산됩니다.",
    ),
    cohort_without_people: (
        "이 집단에는 사람이 없습니다.",
        "규칙을 고치거나 집단을 지우십시오. 그대로 두어도 계산됩니다.",
    ),
    cohort_not_invited: (
        |cohort, people| format!("{cohort} 집단의 {people}명이 아직 초대되지 않았습니다."),
        "회차에 넣으십시오. 그대로 두면 이들은 오지 않는 것으로 계산됩니다.",
    ),
    age_bands_overlap: (
        |earlier| format!("나이가 {earlier} 나이대와 겹칩니다."),
        "같은 사람이 두 칸에 들어 있지 않은지 표를 확인하십시오.",
    ),
    window_without_cohorts: (
        "이 회차는 아무도 초대하지 않습니다.",
        "집단을 넣거나 회차를 빼십시오. 그대로 두어도 계산됩니다.",
    ),
    never_acts: (
        |time, ends| {
            format!("{} 계획이 끝나는 {ends}보다 이르지 않아 아무 일도 일어나지 않습니다.", with(time, Particle::Topic))
        },
        "기간 안의 시각으로 고치거나 이 항목을 지우십시오.",
    ),
    range_misses_value: (
        |value, low, high| format!("보통 값 {} 범위 {low}–{high} 밖입니다.", with(value, Particle::Subject)),
        "값이 안에 들도록 범위를 넓히거나 값을 고치십시오.",
    ),
    note_points_nowhere: (
        |field| format!("{field} 항목은 이 계획에 없습니다."),
        "있는 항목의 이름으로 고치거나 지우십시오. 그대로 두어도 계산됩니다.",
    ),
    offset_change: (
        |time| format!("{time}에 시계가 바뀌는 시간대입니다. 계산은 하루를 24시간으로 봅니다."),
        "바뀌는 날의 회차를 그 지역의 시계로 다시 확인하십시오.",
    ),
    unknown_time_zone: (
        |zone| format!("{zone}: 알려진 시간대가 아닙니다."),
        "‘Asia/Seoul’처럼 입력하십시오. 그대로 두어도 계산됩니다.",
    ),
    still_waiting: (
        |people| format!("계획이 끝날 때 {people}명이 아직 끝내지 못했습니다."),
        "기간을 늘려 마지막 사람까지 보십시오.",
    ),
    quoted: |name| format!("‘{name}’"),
    digit: |digit| format!("끝자리 {digit}"),
};

fn limited(what: Limited) -> &'static str {
    match what {
        Limited::Days => "날",
        Limited::Regions => "지역",
        Limited::Ages => "나이대",
        Limited::Cells => "회원 표의 칸",
        Limited::People => "회원",
        Limited::Cohorts => "집단",
        Limited::Windows => "회차",
        Limited::Tails => "나중에 오는 사람의 줄",
        Limited::Stages => "단계",
        Limited::DatedEntries => "시각이 적힌 줄",
        Limited::Ranges => "범위",
    }
}

fn entry(what: Entry) -> &'static str {
    match what {
        Entry::Region => "지역",
        Entry::Age => "나이대",
        Entry::Cohort => "집단",
        Entry::Stage => "단계",
        Entry::Digit => "끝자리",
        Entry::Range => "범위",
    }
}
