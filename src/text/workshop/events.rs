//! Words of the subject `events`.

use crate::text::Language;

/// What is said about changes, stops and outages over time.
#[derive(Debug)]
pub struct EventsWords {
    pub title: &'static str,
    pub begin: &'static str,
    pub stage: &'static str,
    /// The name of a stage.
    pub picture: fn(&str) -> String,
    /// Where the highest is far above the capacity.
    pub picture_folded: fn(&str) -> String,
    pub attempts: &'static str,
    /// Most of a minute.
    pub attempts_note: fn(&str) -> String,
    pub no_forecast: &'static str,
    pub capacity: &'static str,
    /// At first, and least.
    pub capacity_note: fn(&str, &str) -> String,
    pub no_limit: &'static str,
    pub others: &'static str,
    /// Most.
    pub others_note: fn(&str) -> String,
    /// A number from 1, and what holds from then on.
    pub change: fn(usize, &str) -> String,
    pub other_flow: fn(usize, &str) -> String,
    pub now: &'static str,
    pub nothing: &'static str,
    pub at: &'static str,
    pub at_help: &'static str,
    pub not_a_time: &'static str,
    pub does: &'static str,
    /// In the order of the kinds: normal, times, rate, stop, outage, turned away, something else; then others.
    pub kinds: [&'static str; 8],
    /// What an outage does to those inside: they go back to the line, or they finish.
    pub outage_requeue: &'static str,
    pub outage_finish: &'static str,
    pub level_times: &'static str,
    pub level_times_help: &'static str,
    pub level_rate: &'static str,
    pub level_rate_help: &'static str,
    pub not_a_level: &'static str,
    /// A number from 1.
    pub remove: fn(usize) -> String,
    pub remove_flow: fn(usize) -> String,
    pub no_others: &'static str,
    pub lay: &'static str,
    pub lay_help: &'static str,
    pub from: &'static str,
    pub until: &'static str,
    /// Backwards, outside, between.
    pub taken: [&'static str; 3],
    pub add: &'static str,
    pub times: fn(&str) -> String,
    pub put: &'static str,
    /// The step that undo names.
    pub step: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static EventsWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

static KOREAN: EventsWords = EventsWords {
    title: "용량 변화와 장애",
    begin: "단계의 용량이 언제 줄고, 멈추고, 되살아나는지를 시간축에 놓습니다. 그림 아래 손잡이를 끌거나, 손잡이를 고른 뒤 화살표 키로 옮깁니다. 아래 칸에 시각을 직접 적어도 됩니다.",
    stage: "단계",
    picture: |stage| format!("{stage}: 오는 사람과 받을 수 있는 사람, 같은 눈금(점선은 처음 용량)"),
    picture_folded: |stage| {
        format!("{stage}: 오는 사람과 받을 수 있는 사람, 같은 눈금(점선은 처음 용량, 그 1.5배를 넘는 높이는 줄여 그림)")
    },
    attempts: "오는 사람",
    attempts_note: |most| format!("가장 많은 1분 {most}"),
    no_forecast: "계획에 고칠 값이 있어 오는 사람은 그리지 못했습니다. 용량은 그대로 정할 수 있습니다.",
    capacity: "받을 수 있는 사람",
    capacity_note: |first, least| format!("처음 {first}, 가장 적을 때 {least}"),
    no_limit: "제한 없음",
    others: "함께 쓰는 다른 이용자",
    others_note: |most| format!("가장 많을 때 {most}"),
    change: |number, what| format!("{number}번째 변화: {what}"),
    other_flow: |number, what| format!("다른 이용자 {number}번째: {what}"),
    now: "정해 둔 변화",
    nothing: "아직 변화가 없습니다. 처음 용량이 끝까지 이어집니다.",
    at: "시각",
    at_help: "예: 2022-04-01 14:00",
    not_a_time: "2022-04-01 14:00처럼 날짜와 시각을 적으십시오.",
    does: "그때부터",
    kinds: [
        "처음 용량으로 돌아감",
        "처음 용량의 몇 배",
        "받는 속도를 정함",
        "접수 중단: 새로 받지 않고 기다리게 함",
        "장애: 아무도 받지도 처리하지도 못함",
        "돌려보냄: 기다리던 사람과 오는 사람을 돌려보냄",
        "단계의 칸에서 따로 정한 값",
        "다른 이용자가 함께 씀",
    ],
    outage_requeue: "장애가 나면 이용 중이던 사람은 줄 맨 앞으로 돌아갑니다.",
    outage_finish: "이 단계는 용량이 줄어도 이용 중이던 사람이 마칠 때까지 씁니다. 장애에도 그렇게 계산합니다. 바꾸려면 단계의 칸에서 고치십시오.",
    level_times: "몇 배",
    level_times_help: "예: 0.5 또는 50%",
    level_rate: "속도",
    level_rate_help: "예: 20/초, 1,200/분, 48,000/시간",
    not_a_level: "0보다 큰 수를 예와 같이 적으십시오.",
    remove: |number| format!("{number}번째 변화 삭제"),
    remove_flow: |number| format!("다른 이용자 {number}번째 삭제"),
    no_others: "없음",
    lay: "시간축에 더하기",
    lay_help: "끝나는 시각이 되면 그 전에 정해 둔 대로 돌아갑니다.",
    from: "시작",
    until: "끝",
    taken: [
        "끝은 시작보다 뒤여야 합니다.",
        "계획한 날짜 안의 시각을 적으십시오.",
        "이 사이에 이미 변화가 있습니다. 그 변화를 옮기거나 지운 다음 더하십시오.",
    ],
    add: "시간축에 더하기",
    times: |times| format!("처음 용량의 {times}배"),
    put: "계획에 넣기",
    step: "용량 변화 정하기",
};

static ENGLISH: EventsWords = EventsWords {
    title: "Changes and outages over time",
    begin: "Lay out when the capacity of a stage falls, stops and comes back. Drag the handles under the picture, or choose one and use the arrow keys; the exact time can be typed further down.",
    stage: "Stage",
    picture: |stage| format!("{stage}: who comes and who can be admitted, on one scale (dashed: capacity at first)"),
    picture_folded: |stage| {
        format!(
            "{stage}: who comes and who can be admitted, on one scale (dashed: capacity at first; heights above 1.5 times that are drawn shorter)"
        )
    },
    attempts: "Who comes",
    attempts_note: |most| format!("busiest minute {most}"),
    no_forecast: "The plan has an entry to mend, so who comes cannot be drawn. The capacity can be laid out all the same.",
    capacity: "Who can be admitted",
    capacity_note: |first, least| format!("{first} at first, {least} at the least"),
    no_limit: "no limit",
    others: "Others who use the stage",
    others_note: |most| format!("{most} at the most"),
    change: |number, what| format!("Change {number}: {what}"),
    other_flow: |number, what| format!("Others {number}: {what}"),
    now: "Changes laid out",
    nothing: "No changes yet: the first capacity holds to the end.",
    at: "Time",
    at_help: "Such as 2022-04-01 14:00",
    not_a_time: "Write a date and a time such as 2022-04-01 14:00.",
    does: "From then on",
    kinds: [
        "back to the first capacity",
        "the first capacity times a factor",
        "admits at a rate",
        "stopped: nobody new is admitted, whoever comes waits",
        "outage: nobody is admitted and nobody served",
        "turned away: whoever waits or comes is sent off",
        "values set in the form of the stage",
        "others use the stage as well",
    ],
    outage_requeue: "In an outage, people in service go back to the head of the queue.",
    outage_finish: "When the capacity of this stage falls, people in service finish in their own time; an outage is computed so as well. The form of the stage changes that.",
    level_times: "Factor",
    level_times_help: "Such as 0.5 or 50%",
    level_rate: "Rate",
    level_rate_help: "Such as 20/s, 1,200/min or 48,000/h",
    not_a_level: "Write a number above 0 as in the example.",
    remove: |number| format!("Remove change {number}"),
    remove_flow: |number| format!("Remove others {number}"),
    no_others: "none",
    lay: "Lay on the time axis",
    lay_help: "At its end, what was laid out before holds again.",
    from: "From",
    until: "Until",
    taken: [
        "The end has to be after the beginning.",
        "Write times within the days of the plan.",
        "The stage changes between these times already. Move or remove that change first.",
    ],
    add: "Lay on the time axis",
    times: |times| format!("the first capacity times {times}"),
    put: "Put into the plan",
    step: "changes of capacity",
};
