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
    /// The title of the version that was approved.
    pub approved: fn(&str) -> String,
    /// The titles of both.
    pub from: fn(&str, &str) -> String,
    /// A plan that is kept in this browser.
    pub kept: &'static str,
    /// The plan that the others are told from.
    pub to: &'static str,
    pub lanes: &'static str,
    /// What is far too high is drawn in a strip.
    pub lanes_folded: &'static str,
    /// Each plan stands at its own start.
    pub lanes_apart: &'static str,
    /// The highest load and the verdict.
    pub lane: fn(&str, &str) -> String,
    /// From 1.
    pub day_number: fn(i64) -> String,
    pub chances: &'static str,
    /// How many draws.
    pub chances_wanted: fn(usize) -> String,
    pub chances_told: fn(usize) -> String,
    pub chance: &'static str,
    /// The share, draws in which something breaks, and of how many.
    pub chance_of: fn(&str, usize, usize) -> String,
    /// A figure; draws in which it is lower, and in which it is higher, of how many.
    pub under_luck: fn(&str, usize, usize, usize) -> String,
    /// All figures are the same in every draw.
    pub same_luck: &'static str,
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
    approved: |title| format!("{title} (승인된 판)"),
    from: |title, to| format!("‘{title}’에서 ‘{to}’까지 달라진 것"),
    kept: "이 브라우저에 있는 계획입니다.",
    to: "무엇에 견줄지",
    lanes: "분마다 가장 높은 부하. 모든 계획을 같은 시간축, 같은 눈금으로 그렸습니다.",
    lanes_folded: "분마다 가장 높은 부하. 모든 계획을 같은 시간축, 같은 눈금으로 그렸고, 150%를 넘는 부분은 위쪽에 줄여 그렸습니다.",
    lanes_apart: "날짜가 서로 멀어 각 계획의 첫날부터 맞추어 놓았습니다.",
    lane: |load, verdict| format!("최고 {load} · {verdict}"),
    day_number: |day| format!("{day}일째"),
    chances: "가능성 계산",
    chances_wanted: |draws| {
        format!(
            "가정이 범위 안에서 달라지면 얼마나 자주 무너지는지, 모든 계획을 같은 {draws}가지 경우로 계산할 수 있습니다."
        )
    },
    chances_told: |draws| {
        format!(
            "가능성은 모든 계획에 같은 {draws}가지 경우를 써서 계산했습니다. 두 계획에 함께 있는 가정은 두 계획에서 똑같이 움직입니다."
        )
    },
    chance: "무너질 가능성",
    chance_of: |share, happened, of| format!("{share} ({of}번 중 {happened}번)"),
    under_luck: |figure, lower, higher, of| match (lower, higher) {
        (lower, 0) => format!("같은 경우를 견주면 {figure}: {of}번 중 {lower}번 더 낮고, 더 높은 때는 없습니다."),
        (0, higher) => format!("같은 경우를 견주면 {figure}: {of}번 중 {higher}번 더 높고, 더 낮은 때는 없습니다."),
        (lower, higher) => format!("같은 경우를 견주면 {figure}: {of}번 중 {lower}번 더 낮고, {higher}번 더 높습니다."),
    },
    same_luck: "가정이 어떻게 달라져도 두 계획의 수치는 같습니다.",
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
    approved: |title| format!("{title} (as approved)"),
    from: |title, to| format!("From “{title}” to “{to}”"),
    kept: "A plan kept in this browser.",
    to: "Tell all others from",
    lanes: "The highest load of each minute; all plans on one time axis and to one scale.",
    lanes_folded: "The highest load of each minute; all plans on one time axis and to one scale, what is above 150% squeezed into a strip.",
    lanes_apart: "Their dates lie far apart, so each stands at its own first day.",
    lane: |load, verdict| format!("Peak {load} · {verdict}"),
    day_number: |day| format!("Day {day}"),
    chances: "Compute the chances",
    chances_wanted: |draws| {
        format!(
            "How often something breaks as the assumptions vary within their ranges can be computed, under the same {draws} draws for all plans."
        )
    },
    chances_told: |draws| {
        format!(
            "Chances come from the same {draws} draws for all plans: an assumption that two plans share goes alike in both."
        )
    },
    chance: "Chance that it breaks",
    chance_of: |share, happened, of| format!("{share} ({happened} of {of})"),
    under_luck: |figure, lower, higher, of| match (lower, higher) {
        (lower, 0) => format!("{figure} under the same luck: lower in {lower} of {of} draws, higher in none."),
        (0, higher) => format!("{figure} under the same luck: higher in {higher} of {of} draws, lower in none."),
        (lower, higher) => format!("{figure} under the same luck: lower in {lower} of {of} draws, higher in {higher}."),
    },
    same_luck: "However the assumptions vary, the figures of both plans are the same.",
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
