//! Words of the subject `requirements`.

use crate::text::Language;

/// What is said around the sentences.
#[derive(Debug)]
pub struct RequirementsWords {
    pub title: &'static str,
    pub begin: &'static str,
    pub faults: &'static str,
    pub unreadable: fn(&str) -> String,
    pub discard: &'static str,
    pub no_figures: &'static str,

    pub choices: &'static str,
    pub more_choices: &'static str,
    pub start: &'static str,
    pub start_help: &'static str,
    /// Likely, upper end of the band.
    pub starts: [&'static str; 2],
    /// Label, help and unit of each choice that is a number, in the order of the subject.
    pub numbers: [(&'static str, &'static str, &'static str); 10],
    /// Why a number cannot be used: its bounds.
    pub fault: fn(&str, &str) -> String,

    pub sentences: &'static str,
    pub sentences_note: &'static str,
    pub clause: fn(&str, &str) -> String,
    /// Number or title of a requirement.
    pub field: fn(&str) -> String,
    pub edited: &'static str,
    pub left_out: &'static str,
    /// The computed sentences that are new.
    pub outdated: fn(&[&str]) -> String,
    pub keep: &'static str,
    pub back: &'static str,
    pub leave_out: &'static str,
    pub take_in: &'static str,
    /// The figures beside a sentence.
    pub rests: &'static str,
    pub forecast: fn(&str) -> String,
    pub band: fn(&str) -> String,
    pub headroom: fn(&str) -> String,
    pub chosen: &'static str,

    pub take_along: &'static str,
    pub copy: &'static str,
    pub all: &'static str,
    pub all_file: &'static str,
    pub table: &'static str,
    pub table_file: &'static str,
    pub none_left: &'static str,
    /// Name of a step for undo.
    pub step: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static RequirementsWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

static KOREAN: RequirementsWords = RequirementsWords {
    title: "요구사항 문장",
    begin: "제안요청서와 과업지시서에 옮겨 쓸 문장입니다. 수치는 이 계획의 예측에서 나오며 계획을 바꾸면 다시 계산합니다. 정한 값과 고친 문장은 계획 파일에 남고 링크에는 들어가지 않습니다.",
    faults: "계산할 수 없는 값이 있어 문장을 쓸 수 없습니다. 창을 닫고 표시된 값을 먼저 고치십시오.",
    unreadable: |error| format!("이 계획에 담긴 요구사항 문장을 읽을 수 없습니다. {error}"),
    discard: "버리고 새로 쓰기",
    no_figures: "요구한 용량으로는 계획을 계산할 수 없습니다. 정한 값을 확인하십시오.",
    choices: "정할 값",
    more_choices: "시험, 측정, 제출 기한",
    start: "시작하는 값",
    start_help: "요구할 값을 예측의 어느 값에서 정할지입니다.",
    starts: ["보통값", "90% 범위의 위쪽 끝"],
    numbers: [
        ("여유율", "가장 바쁜 분에도 비워 둘 용량의 비율입니다. 비우면 목표 부하에서 정합니다.", "%"),
        ("예측을 넘는 배수", "2022년 부산에는 예상의 1.4배(5만 명 예상, 7만 명)가 왔습니다.", "배"),
        ("대기 시간의 백분위", "시도 가운데 이 비율이 목표 대기 시간을 지켜야 합니다. 비우면 목표를 따릅니다.", "%"),
        ("가장 긴 대기", "목표 대기 시간의 몇 배까지인지입니다.", "배"),
        ("지속 시험 시간", "요구한 용량으로 이어서 시험하는 시간입니다.", "분"),
        ("집계 간격", "기록을 합하는 간격입니다.", "초"),
        ("측정 오차", "처리 용량을 잴 때 모자라도 되는 비율입니다.", "%"),
        ("시험 합격 기한", "첫 회차를 열기 며칠 전까지 합격해야 하는지입니다.", "일 전"),
        ("자료 제출 기한", "시험과 운영이 끝난 날부터입니다.", "일"),
        ("차례를 지켜 주는 시간", "대기실을 떠났다가 돌아온 사람에게 적용합니다.", "분"),
    ],
    fault: |least, most| format!("{least}에서 {most}까지의 수를 적으십시오."),
    sentences: "문장",
    sentences_note: "한 줄에 한 문장입니다. 고친 문장은 계획이나 정한 값을 바꾸어도 그대로 남습니다.",
    clause: |number, title| format!("{number} {title}"),
    field: |name| format!("{name} 문장"),
    edited: "고침",
    left_out: "제외",
    outdated: |now| format!("고친 뒤에 계산한 값이 바뀌었습니다. 지금 계산한 문장: {}", now.join(" ")),
    keep: "고친 문장 유지",
    back: "계산한 문장으로",
    leave_out: "빼기",
    take_in: "다시 넣기",
    rests: "요구값과 근거",
    forecast: |value| format!("예측 {value}"),
    band: |value| format!("90% 범위 {value}"),
    headroom: |value| format!("여유율 {value}"),
    chosen: "정한 값",
    take_along: "옮겨 쓰기",
    copy: "표로 복사",
    all: "문장 전체",
    all_file: "요구사항.txt",
    table: "문장과 근거 수치(표)",
    table_file: "요구사항.csv",
    none_left: "모든 문장을 제외했습니다.",
    step: "요구사항 문장",
};

static ENGLISH: RequirementsWords = RequirementsWords {
    title: "Requirement sentences",
    begin: "Sentences for a tender or a contract. Their figures come from the forecast of this plan and follow it. What you choose and edit is kept in the plan file, and in no link.",
    faults: "Some values cannot be computed, so there are no sentences. Close this and mend the values that are marked.",
    unreadable: |error| format!("The requirement sentences in this plan cannot be read. {error}"),
    discard: "Discard them and begin anew",
    no_figures: "The plan cannot be computed with what is asked for. Check what you have chosen.",
    choices: "Choices",
    more_choices: "Test, measurement, delivery",
    start: "Start from",
    start_help: "The value of the forecast from which requirements are worked out.",
    starts: ["The likely value", "The upper end of the 90% band"],
    numbers: [
        (
            "Headroom",
            "Part of the capacity that stays free in the busiest minute. Empty: what the target load leaves.",
            "%",
        ),
        ("Times the forecast", "In Busan in 2022 came 1.4 times as many as expected: 70,000 for 50,000.", "times"),
        (
            "Percentile of waits",
            "The share of attempts that must keep to the target wait. Empty: that of the target.",
            "%",
        ),
        ("Longest wait", "In times of the target wait.", "times"),
        ("Sustained test", "How long the test at the required capacity lasts.", "min"),
        ("Interval of counts", "Over how long records are summed up.", "s"),
        ("Measuring error", "By how much a measured capacity may fall short.", "%"),
        ("Test passed by", "Days before the first window opens.", "days before"),
        ("Delivery of records", "From the end of the test and of the operation.", "days"),
        ("Place kept for", "For whoever leaves the waiting room and comes back.", "min"),
    ],
    fault: |least, most| format!("Enter a number from {least} to {most}."),
    sentences: "Sentences",
    sentences_note: "One sentence a line. What you edit stays when the plan or a choice changes.",
    clause: |number, title| format!("{number} {title}"),
    field: |name| format!("Sentences of {name}"),
    edited: "edited",
    left_out: "left out",
    outdated: |now| format!("What is computed has changed since you edited this. Now computed: {}", now.join(" ")),
    keep: "Keep mine",
    back: "Back to the computed words",
    leave_out: "Leave out",
    take_in: "Put in again",
    rests: "Required, and what it rests on",
    forecast: |value| format!("forecast {value}"),
    band: |value| format!("90% band {value}"),
    headroom: |value| format!("headroom {value}"),
    chosen: "chosen",
    take_along: "Take along",
    copy: "Copy as tables",
    all: "All sentences",
    all_file: "requirements.txt",
    table: "Sentences and their figures as a table",
    table_file: "requirements.csv",
    none_left: "Every sentence is left out.",
    step: "requirement sentences",
};
