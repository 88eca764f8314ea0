//! Words of the subject `compare`.

use crate::risk::PlanFigure;
use crate::text::Language;

/// What is said when plans stand beside each other.
#[derive(Debug)]
pub struct CompareWords {
    pub title: &'static str,
    pub begin: &'static str,
    pub file: &'static str,
    pub file_hint: &'static str,
    pub paste: &'static str,
    pub paste_help: &'static str,
    /// What the two examples are.
    pub day: &'static str,
    pub staggered: &'static str,
    pub put: &'static str,
    pub more: &'static str,
    /// Plans that stand beside the one in hand at most.
    pub too_many: fn(usize) -> String,
    pub untitled: &'static str,
    /// The title of the plan in hand.
    pub in_hand: fn(&str) -> String,
    /// The title of the other.
    pub from: fn(&str) -> String,
    pub away: fn(&str) -> String,
    pub copy: fn(&str) -> String,
    pub slots: &'static str,
    pub slots_of: fn(&str) -> String,
    pub figures: &'static str,
    pub verdict: &'static str,
    pub broken: &'static str,
    /// Slots that break, of how many.
    pub of: fn(usize, usize) -> String,
    pub figure: fn(PlanFigure) -> &'static str,
    pub days: &'static str,
    pub day_count: fn(u32) -> String,
    pub members: &'static str,
    /// No forecast.
    pub unknown: &'static str,
    pub data: &'static str,
    pub data_file: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static CompareWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

static KOREAN: CompareWords = CompareWords {
    title: "다른 계획과 비교",
    begin: "지금 계획을 다른 계획 옆에 놓고, 수치를 나란히 보고, 무엇이 다른지 문장으로 읽습니다. 아무것도 밖으로 보내지 않습니다.",
    file: "계획 파일 고르기",
    file_hint: "계획 파일(.plan.json)을 여기에 놓아도 됩니다.",
    paste: "또는 계획 링크",
    paste_help: "승인받은 판이나 받은 판의 링크를 붙여 넣으면 그 뒤로 달라진 것을 알려 줍니다.",
    day: "90만 명을 한꺼번에 부른 날입니다.",
    staggered: "구로 날을, 나이로 시간을 나눈 예시입니다.",
    put: "옆에 놓기",
    more: "계획 더 놓기",
    too_many: |most| format!("{most}개까지 옆에 놓을 수 있습니다. 하나를 치우고 다시 놓으십시오."),
    untitled: "이름 없는 계획",
    in_hand: |title| format!("{title} (지금 계획)"),
    from: |title| format!("‘{title}’에서 지금 계획으로 달라진 것"),
    away: |title| format!("‘{title}’ 치우기"),
    copy: |title| format!("‘{title}’에서 달라진 것, 문장으로"),
    slots: "계획마다 회차별로 보기",
    slots_of: |title| format!("‘{title}’의 회차"),
    figures: "수치 비교",
    verdict: "판정",
    broken: "무너지는 회차",
    of: |broken, of| format!("{of}개 중 {broken}개"),
    figure: |figure| match figure {
        PlanFigure::PeakLoad => "가장 높은 부하",
        PlanFigure::WaitTarget => "목표와 견주는 대기",
        PlanFigure::WaitMax => "가장 긴 대기",
        PlanFigure::PeakQueue => "가장 긴 줄",
        PlanFigure::PeakInside => "동시에 머무는 사람",
        PlanFigure::Starters => "시작하는 사람",
        PlanFigure::Finished => "마치는 사람",
        PlanFigure::Lost => "포기하는 사람",
        PlanFigure::UnfinishedAtEnd => "끝내 마치지 못한 사람",
        PlanFigure::AttemptsPerStarter => "한 사람의 시도 횟수",
        PlanFigure::DoneAt => "95%가 마치는 때",
    },
    days: "기간",
    day_count: |days| format!("{days}일"),
    members: "회원",
    unknown: "예측 없음",
    data: "수치 비교 표(CSV)",
    data_file: "계획-비교.csv",
};

static ENGLISH: CompareWords = CompareWords {
    title: "Compare with another plan",
    begin: "Holds the plan in hand against others: figures side by side, and what differs in sentences. Nothing leaves this page.",
    file: "Choose a plan file",
    file_hint: "Or drop a plan file (.plan.json) here.",
    paste: "Or a link of a plan",
    paste_help: "Paste the link of the version that was approved, or that you were sent, to read what has changed since.",
    day: "The day on which 900,000 were called at once.",
    staggered: "The example in which the district tells the day and the age the hour.",
    put: "Put beside",
    more: "Put another plan beside",
    too_many: |most| {
        format!("At most {most} plans stand beside the one in hand. Take one away, then put this one there.")
    },
    untitled: "Plan without a title",
    in_hand: |title| format!("{title} (in hand)"),
    from: |title| format!("From “{title}” to the plan in hand"),
    away: |title| format!("Take “{title}” away"),
    copy: |title| format!("What changed since “{title}”, as sentences"),
    slots: "Each plan slot by slot",
    slots_of: |title| format!("Slots of “{title}”"),
    figures: "Figures side by side",
    verdict: "Verdict",
    broken: "Slots that break",
    of: |broken, of| format!("{broken} of {of}"),
    figure: |figure| match figure {
        PlanFigure::PeakLoad => "Highest peak",
        PlanFigure::WaitTarget => "Wait held against the target",
        PlanFigure::WaitMax => "Longest wait",
        PlanFigure::PeakQueue => "Longest queue",
        PlanFigure::PeakInside => "People inside at once",
        PlanFigure::Starters => "People who start",
        PlanFigure::Finished => "People who finish",
        PlanFigure::Lost => "People who give up",
        PlanFigure::UnfinishedAtEnd => "Not done in the end",
        PlanFigure::AttemptsPerStarter => "Attempts of each person",
        PlanFigure::DoneAt => "95% are done by",
    },
    days: "Length",
    day_count: |days| if days == 1 { "1 day".to_owned() } else { format!("{days} days") },
    members: "Members",
    unknown: "no forecast",
    data: "The figures as a table (CSV)",
    data_file: "comparison.csv",
};
