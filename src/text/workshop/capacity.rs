//! Words of the subject `capacity`.

use crate::text::Language;

/// A Korean ten thousand, as it stands behind a number.
pub const TEN_THOUSAND: char = '만';

/// What is asked and said about the capacity of a stage.
#[derive(Debug)]
pub struct CapacityWords {
    pub title: &'static str,
    pub begin: &'static str,
    pub stage: &'static str,
    /// The service time that is used.
    pub service: fn(&str) -> String,
    /// A limit without a name, by its number.
    pub number: fn(usize) -> String,
    pub of_limit: fn(&str) -> String,
    pub who: &'static str,
    pub who_help: &'static str,
    pub figure: &'static str,
    pub figure_help: &'static str,
    pub unit: &'static str,
    /// Not said, per second, per minute, per hour, at once.
    pub units: [&'static str; 5],
    pub counted: &'static str,
    /// Not asked, those served only, those waiting too, not known.
    pub answers: [&'static str; 4],
    pub wait: &'static str,
    pub wait_help: &'static str,
    pub basis: &'static str,
    pub promised: &'static str,
    /// The share of what was tested.
    pub tested: fn(&str) -> String,
    /// By what is missing: the figure, its unit, who is counted, how long those wait.
    pub missing: fn(usize) -> &'static str,
    pub not_converted: &'static str,
    pub ask: &'static str,
    /// The figure and the stage.
    pub question: fn(&str, &str) -> String,
    /// A number of seconds.
    pub seconds: fn(&str) -> String,
    /// Waiting and service.
    pub stay: fn(&str, &str) -> String,
    /// People, how long each stays, the rate that follows.
    pub by_service: fn(&str, &str, &str) -> String,
    pub add: &'static str,
    pub add_help: &'static str,
    pub result: &'static str,
    /// Whose, what counts, per second, per hour, at once.
    pub columns: [&'static str; 5],
    pub least: &'static str,
    /// The stage.
    pub put: fn(&str) -> String,
    /// The step that undo names.
    pub step: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static CapacityWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

static KOREAN: CapacityWords = CapacityWords {
    title: "단계 용량 정하기",
    begin: "운영 부서나 업체가 말한 숫자를 그대로 적으면, 무엇을 센 숫자인지 묻고 1초·1시간·동시 사용으로 바꾸어 보여 줍니다. 뜻이 정해지지 않은 숫자는 바꾸지 않습니다.",
    stage: "단계",
    service: |service| format!("한 번에 걸리는 시간은 계획에 적힌 {service}를 씁니다."),
    number: |number| format!("한도 {number}"),
    of_limit: |who| who.to_owned(),
    who: "누구의 한도인지",
    who_help: "예: 자체 서버, 신용평가사 본인확인, 통신사 문자",
    figure: "말한 숫자",
    figure_help: "예: 48,000건/시간, 800/분, 동시 접속 5만이면 5만",
    unit: "무엇을 센 숫자인지",
    units: ["고르십시오", "1초에 받는 건수", "1분에 받는 건수", "1시간에 받는 건수", "동시에 접속한 사람"],
    counted: "줄에서 기다리는 사람도 센 숫자인지",
    answers: ["물어보고 고르십시오", "아니오, 처리 중인 사람만", "예, 기다리는 사람까지", "모름"],
    wait: "그때 한 사람이 기다린 시간(평균)",
    wait_help: "예: 10분. 시험이나 지난 행사의 기록을 쓰십시오.",
    basis: "이 숫자의 근거",
    promised: "계약으로 약속한 값 (모두 인정)",
    tested: |share| format!("시험에서 나온 값의 {share}만 인정"),
    missing: |missing| match missing {
        0 => "숫자와 단위를 적으십시오. 예: 48,000건/시간, 3,600명",
        1 => "초, 분, 시간 가운데 어느 것인지, 동시에 접속한 사람인지 고르십시오.",
        2 => "기다리는 사람도 셌는지 알아야 바꿀 수 있습니다.",
        _ => "기다린 시간을 적으십시오. 예: 90초, 10분",
    },
    not_converted: "아직 건/초로 바꾸지 않았습니다. 같은 ‘동시 접속’이라도 기다리는 사람을 셌는지에 따라 받을 수 있는 건수가 몇 배 다릅니다. 아래 질문을 보내 답을 받으십시오.",
    ask: "업체에 보낼 질문",
    question: |figure, stage| {
        format!(
            "{stage} 단계의 동시 접속 {figure}에 대하여 다음을 확인해 주십시오.\n1. 이 숫자에 줄에서 기다리는 사람이 들어 있습니까, 처리 중인 사람만 센 것입니까?\n2. 기다리는 사람이 들어 있다면, 그때 한 사람이 평균 몇 초를 기다렸습니까?\n3. 한 건을 처리하는 데 평균 몇 초가 걸렸습니까?\n4. 1초에 새로 받은 건수는 얼마였습니까? 언제, 어디에서 쟀습니까?"
        )
    },
    seconds: |seconds| format!("{seconds}초"),
    stay: |wait, service| format!("(대기 {wait} + 처리 {service})"),
    by_service: |people, stay, rate| format!("{people} ÷ {stay} = {rate}."),
    add: "한도 더 적기",
    add_help: "자체 서버와 바깥 업체의 한도가 다르면 모두 적으십시오.",
    result: "이 단계가 받을 수 있는 양",
    columns: ["누구의 한도", "인정하는 값", "1초에", "1시간에", "동시에 처리"],
    least: "모두를 함께 지나야 하므로 가장 작은 한도가 이 단계의 용량입니다. 동시에 처리하는 사람의 한도와 속도의 한도는 계획에 따로 적습니다.",
    put: |stage| format!("‘{stage}’ 단계에 쓰기"),
    step: "단계 용량 정하기",
};

static ENGLISH: CapacityWords = CapacityWords {
    title: "Settle the capacity of a stage",
    begin: "Enter the figure as operators or providers give it. What it counts is asked, and it is shown per second, per hour and at once. A figure whose meaning is open is not converted.",
    stage: "Stage",
    service: |service| format!("The time per service is that of the plan, {service}."),
    number: |number| format!("Limit {number}"),
    of_limit: |who| who.to_owned(),
    who: "Whose limit",
    who_help: "Such as own servers, identity bureau, SMS of the carrier",
    figure: "The figure as given",
    figure_help: "Such as 48,000/h, 800/min, or 50,000 for “50,000 concurrent users”",
    unit: "What it counts",
    units: [
        "Choose",
        "People admitted per second",
        "People admitted per minute",
        "People admitted per hour",
        "People connected at once",
    ],
    counted: "Are those who wait counted?",
    answers: ["Ask, then choose", "No, only those being served", "Yes, those in the queue too", "Not known"],
    wait: "How long each of them waited (mean)",
    wait_help: "Such as 10 min; from a test, or from the records of an earlier day",
    basis: "What it rests on",
    promised: "Promised by contract: counts in full",
    tested: |share| format!("Reached in a test: {share} of it counts"),
    missing: |missing| match missing {
        0 => "Write a number with its unit, such as 48,000/h or 3,600 people.",
        1 => "Choose whether it is per second, minute or hour, or people at once.",
        2 => "It can be converted once it is known whether those who wait are counted.",
        _ => "Write how long they waited, such as 90 s or 10 min.",
    },
    not_converted: "Not converted yet. The same number of “concurrent users” admits several times fewer people when those in the queue are counted. Send the question below and enter the answer.",
    ask: "Question to the provider",
    question: |figure, stage| {
        format!(
            "About the {figure} concurrent users of {stage}, please confirm:\n1. Does the figure count people waiting in a queue, or only those being served?\n2. If it counts those who wait: how many seconds did each of them wait on average?\n3. How many seconds did one service take on average?\n4. How many people were admitted per second? When and where was that measured?"
        )
    },
    seconds: |seconds| format!("{seconds} s"),
    stay: |wait, service| format!("({wait} waiting + {service} served)"),
    by_service: |people, stay, rate| format!("{people} ÷ {stay} = {rate}."),
    add: "Add a limit",
    add_help: "Where own servers and an outside provider have limits of their own, enter all of them.",
    result: "What the stage can take",
    columns: ["Whose limit", "What counts", "Per second", "Per hour", "Served at once"],
    least: "Everybody passes all of them, so the smallest is the capacity of the stage. A limit of people at once and a limit of the rate are separate numbers of the plan.",
    put: |stage| format!("Use for “{stage}”"),
    step: "capacity of a stage",
};
