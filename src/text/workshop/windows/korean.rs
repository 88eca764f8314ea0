//! The subject `windows` in Korean.

use super::WindowsWords;
use crate::staging::windows::outside::{After, Before};
use crate::text::format::integer;

pub static WORDS: WindowsWords = WindowsWords {
    title: "회차를 규칙으로 만들기",
    task: "할 일",
    tasks: ["규칙으로 회차 만들기", "있는 회차를 한꺼번에 고치기", "공휴일 표 보고 고치기"],

    days: "계획 기간",
    unit_days: "일",
    weekdays: "쓰는 요일",
    weekday: ["월", "화", "수", "목", "금", "토", "일"],
    from: "하루의 첫 시작",
    to: "하루의 마지막 마감",
    length: "회차 길이",
    gap: "회차 사이 쉬는 시간",
    unit_minutes: "분",
    quiet_from: "조용한 시간 시작",
    quiet_to: "조용한 시간 끝",
    quiet_help: "이 시간에는 회차를 열어 두지 않습니다. 자정을 넘길 수 있습니다. 비우면 없습니다.",
    skip_holidays: "공휴일은 건너뛰기",
    order: "집단 순서",
    orders: ["예상 시작 인원이 고르게", "목록 순서대로", "나이가 많은 집단부터"],
    per_window: "한 회차의 집단 수, 최대",
    per_window_help: "비우면 날과 시간이 허락하는 회차를 모두 씁니다.",
    offset: "집단마다 늦추는 시간",
    offset_help: "한 회차의 집단이 이 간격으로 차례로 시작합니다. 0이면 함께 시작합니다.",
    pilot: "가장 작은 집단을 첫 회차에 혼자 시범으로",
    catch_up: "끝에 두는 추가 회차",
    catch_up_help: "놓친 사람을 다시 부릅니다.",
    unit_windows: "개",
    present: "지금 있는 회차",
    presents: ["모두 새로 만들기", "그대로 두고, 회차가 없는 집단만 배정"],

    not_a_time: "시각을 09:00처럼 쓰십시오.",
    not_a_number: |least, greatest| {
        format!("{}에서 {} 사이의 정수를 쓰십시오.", integer(least as f64), integer(greatest as f64))
    },
    closes_first: "첫 시작보다 늦은 시각을 쓰십시오.",
    quiet_half: "시작과 끝을 모두 쓰거나 모두 비우십시오.",

    preview: "이렇게 됩니다",
    n_windows: "회차",
    n_cohorts: "배정한 집단",
    days_used: "회차가 열리는 날",
    fullest: "가장 큰 회차의 예상 시작 인원",
    changed: "고치는 회차",
    count: |count| format!("{}개", integer(count as f64)),
    count_days: |count| format!("{}일", integer(count as f64)),
    count_of: |some, all| format!("{} / {}", integer(some as f64), integer(all as f64)),
    people: |people| format!("{}명", integer(people)),
    no_room: "이 규칙으로는 하루에 회차가 하나도 들어가지 않습니다. 요일, 시간, 회차 길이, 조용한 시간을 확인하십시오.",
    no_cohorts: "배정할 집단이 없습니다. 모든 집단이 그대로 두는 회차에 있습니다.",
    left_over: |cohorts, days| {
        format!(
            "집단 {}개가 들어갈 회차가 없습니다. 쓰는 날이 {}일 더 필요합니다.",
            integer(cohorts as f64),
            integer(days as f64)
        )
    },
    longer: |days| format!("계획을 {days}일로 늘리기"),
    left_over_anyway: |cohorts| {
        format!(
            "집단 {}개가 들어갈 회차가 없고, 가장 긴 계획으로도 모자랍니다. 회차를 짧게 하거나 한 회차의 집단 수를 늘리십시오.",
            integer(cohorts as f64)
        )
    },
    too_many: |windows, most| {
        format!(
            "회차가 {}개로, 최대 {}개를 넘습니다. 회차를 길게 하거나 날을 줄이십시오.",
            integer(windows as f64),
            integer(most as f64)
        )
    },
    faults_after: |count| {
        format!(
            "이대로 적용하면 계산할 수 없는 곳이 {}곳 생깁니다. 회차가 계획 기간을 벗어나는지 확인하십시오.",
            integer(count as f64)
        )
    },

    grid: "날짜와 시간별 예상 시작 인원",
    grid_note: "숫자는 그 시간에 시작하는 회차의 예상 시작 인원입니다. ‘–’는 회차가 열려 있는 시간입니다.",
    day: "날짜",
    open_still: "–",
    called_back: "추가",
    list: "회차 목록",
    window: "회차",
    cohorts: "집단",
    starters: "예상 시작 인원",
    before: "열기 전에 오면",
    after: "닫은 뒤에 오면",
    before_is: |before, stage| match before {
        Before::FirstToOpen => "아직 열린 것이 없음".to_owned(),
        Before::Free => "막는 것 없음, 바로 시작".to_owned(),
        Before::TurnedAway { .. } => format!("‘{stage}’에서 돌려보냄"),
        Before::CatchUp => "앞 회차로 시작".to_owned(),
    },
    after_is: |after| match after {
        After::Free => "막는 것 없음, 그대로 시작",
        After::Shut => "시작할 수 없음",
    },
    and_more: |count| format!("외 {}개", integer(count as f64)),
    outside: "회차 시간 밖에 오는 사람",
    gate: |stage, share| match stage {
        None => format!(
            "자기 회차보다 먼저 온 사람을 막는 단계가 없습니다. 이 계획에서는 첫 회차를 뺀 시작 인원의 {share}가 첫 회차에 맞추어 온다고 봅니다."
        ),
        Some(stage) => format!(
            "자기 회차보다 먼저 온 사람은 ‘{stage}’ 단계에서 돌려보냅니다. 그 사람들도 이 단계까지는 처리 능력을 씁니다. 이 계획에서는 첫 회차를 뺀 시작 인원의 {share}가 먼저 온다고 봅니다."
        ),
    },
    shut: |shut, all| {
        format!(
            "닫은 뒤에는 시작할 수 없는 회차: {} / {}. 나머지는 닫은 뒤에도 시작할 수 있습니다.",
            integer(shut as f64),
            integer(all as f64)
        )
    },

    which: "고칠 회차",
    whiches: ["모든 회차", "추가 회차가 아닌 회차", "추가 회차"],
    opening_on: |day| format!("{day}에 시작하는 회차"),
    shift: "옮기기",
    shift_help: "늦추려면 30, 당기려면 -30처럼 씁니다.",
    new_length: "길이",
    new_length_help: "비우면 그대로 둡니다.",
    closing: "닫은 뒤에 오는 사람",
    closings: ["그대로 두기", "시작할 수 있게", "시작할 수 없게"],
    gate_stage: "먼저 온 사람을 돌려보내는 단계",
    gate_help: "모든 회차에 함께 적용됩니다.",
    gate_left: "그대로 두기",
    gate_none: "없음, 막지 않음",
    nothing_changed: "아직 고친 것이 없습니다. 아래는 지금 계획의 회차입니다.",

    holidays_about: |from, to| {
        if from == to {
            format!(
                "이 계획에 걸린 {from}년의 공휴일입니다. 지역 행사일이나 임시공휴일을 더하거나 뺄 수 있고, 고친 표는 계획과 함께 저장됩니다."
            )
        } else {
            format!(
                "이 계획에 걸린 {from}–{to}년의 공휴일입니다. 지역 행사일이나 임시공휴일을 더하거나 뺄 수 있고, 고친 표는 계획과 함께 저장됩니다."
            )
        }
    },
    holiday_lines: "공휴일, 한 줄에 하루",
    holiday_lines_help: "날짜 다음에 이름을 씁니다. 예: 2022-05-05 어린이날",
    holiday_fault: |line, text, from, to| {
        format!("{line}번째 줄 ‘{text}’에서 {from}–{to}년의 날짜를 찾지 못했습니다. 2022-05-05 어린이날처럼 쓰십시오.")
    },
    holiday_source: "고친 표의 출처",
    holiday_source_own: "직접 고침",
    holiday_table: |from, to| {
        if from == to { format!("{from}년 공휴일") } else { format!("{from}–{to}년 공휴일") }
    },
    holiday: "공휴일",
    holiday_date: |year, day| format!("{year}년 {day}"),
    holidays_unknown: |year| format!("{year}년의 공휴일은 모릅니다. 표에 없는 해입니다."),
    take_holidays: "이 표를 계획에 넣기",
    built_in: "함께 제공하는 표로 되돌리기",

    take_rule: "이 회차로 바꾸기",
    take_change: "한꺼번에 고치기",
    steps: ["규칙으로 만든 회차", "여러 회차 고치기", "공휴일 표"],
};
