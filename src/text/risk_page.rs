//! What the page says around chances, around the influence of assumptions, and around the presets of real days.

use super::particle::{Particle, with};
use super::risk::{SaidEnd, SaidReach};
use crate::risk::PlanFigure;
use crate::text::Language::{self, English, Korean};
use crate::text::format;

/// The texts in a language.
pub fn texts(language: Language) -> &'static RiskPage {
    match language {
        Korean => &KOREAN,
        English => &ENGLISH,
    }
}

/// Texts of the chance beside the verdict and of the sections about risk and stress.
#[derive(Debug)]
pub struct RiskPage {
    pub soon: &'static str,
    /// Time that remains [s], where it is known.
    pub computing: fn(Option<f64>) -> String,
    pub progress: &'static str,
    pub cancel: &'static str,
    pub cancelled: &'static str,
    pub compute: &'static str,
    /// After the work fell over each time.
    pub fell: &'static str,
    pub try_again: &'static str,
    pub no_ranges: &'static str,
    /// Follows a chance where people by chance alone come so closely that it matters.
    pub without_luck: &'static str,

    pub heading: &'static str,
    /// Number of draws.
    pub basis: fn(usize) -> String,
    pub how_typed: &'static str,
    pub stale: &'static str,
    pub figure: &'static str,
    /// Short names in the order of [`PlanFigure::KEY`].
    pub figures: [&'static str; PlanFigure::KEY.len()],
    pub assumption: &'static str,
    /// Heads the bars: the short name of the figure.
    pub from_low_to_high: fn(&str) -> String,
    pub reach: &'static str,
    /// Value of the assumption, figure there.
    pub at: fn(&str, &str) -> String,
    /// Both ends give the same.
    pub no_difference: fn(&str) -> String,
    pub no_plan: &'static str,
    pub said_reach: fn(&SaidReach) -> String,
    pub edit: fn(&str) -> String,
    /// Number of further rows.
    pub show_rest: fn(usize) -> String,
    pub show_first: &'static str,

    pub stress_heading: &'static str,
    pub stress_note: &'static str,
    pub preset: &'static str,
    pub verdict: &'static str,
    pub load: &'static str,
    /// The percentile of the target, as it is read.
    pub wait: fn(&str) -> String,
    pub lost: &'static str,
    pub in_hand: &'static str,
    /// By the kind of the source.
    pub source: fn(&str) -> String,
    pub open: &'static str,
    /// Name of the preset.
    pub open_named: fn(&str) -> String,
    /// Title of the plan, name of the preset.
    pub stressed: fn(&str, &str) -> String,
}

const KOREAN: RiskPage = RiskPage {
    soon: "무너질 가능성은 곧 계산합니다.",
    computing: |seconds| match seconds {
        Some(seconds) => {
            format!("무너질 가능성을 계산하고 있습니다. 약 {} 남았습니다.", format::duration(Korean, seconds.max(1.0)))
        }
        None => "무너질 가능성을 계산하고 있습니다.".to_owned(),
    },
    progress: "가능성 계산",
    cancel: "그만두기",
    cancelled: "무너질 가능성을 계산하다가 그만두었습니다.",
    compute: "계산하기",
    fell: "가능성 계산이 도중에 멈췄습니다. 예측과 계획은 그대로입니다.",
    try_again: "다시 계산하기",
    without_luck: "사람들이 우연히 몰리는 일은 이 가능성에 들어 있지 않습니다.",
    no_ranges: "범위가 적힌 가정이 없어 가능성을 셀 수 없습니다. 값에 25-35처럼 범위를 적으면 계산합니다.",

    heading: "이 예측은 얼마나 확실한가",
    basis: |draws| format!("모든 가정을 범위 안에서 함께 바꾸며 {}번 계산했습니다.", format::integer(draws as f64)),
    how_typed: "범위는 그 값의 칸에 25-35처럼 바로 적습니다. 10번 중 9번은 그 사이라는 뜻입니다.",
    stale: "아래는 고치기 전 계획의 결과입니다.",
    figure: "볼 수치",
    figures: ["최고 부하", "목표와 견줄 대기", "가장 긴 줄", "포기", "95% 완료"],
    assumption: "가정",
    from_low_to_high: |figure| format!("{figure}: 범위의 낮은 끝(빈 막대)과 높은 끝(찬 막대)에서"),
    reach: "어디까지 버티는가(나머지는 보통값)",
    at: |value, figure| format!("{}면 {figure}", with(value, Particle::Being)),
    no_difference: |figure| format!("어느 끝에서도 {figure}"),
    no_plan: "계산할 수 없는 계획",
    said_reach: korean_reach,
    edit: |assumption| format!("{assumption}: 값과 범위 고치기"),
    show_rest: |count| format!("나머지 가정 {count}개 보기"),
    show_first: "큰 것만 보기",

    stress_heading: "실제로 있었던 날이 닥치면",
    stress_note: "실제로 있었던 일을 이 계획에 하나씩 겹쳐 계산했습니다. 나머지 가정은 보통값입니다. 자료가 없어 추정한 일은 근거에 추정이라고 적었습니다.",
    preset: "있었던 일",
    verdict: "판정",
    load: "최고 부하",
    wait: |percentile| format!("{percentile}의 대기"),
    lost: "포기(명)",
    in_hand: "지금 계획(보통값)",
    source: |kind| format!("근거({kind})"),
    open: "계획으로 열기",
    open_named: |preset| format!("{preset}: 새 계획으로 열기"),
    stressed: |title, preset| format!("{title} · {preset}"),
};

const ENGLISH: RiskPage = RiskPage {
    soon: "The chance of breaking is computed in a moment.",
    computing: |seconds| match seconds {
        Some(seconds) => {
            format!(
                "The chance of breaking is being computed, about {} left.",
                format::duration(English, seconds.max(1.0))
            )
        }
        None => "The chance of breaking is being computed.".to_owned(),
    },
    progress: "Chance of breaking",
    cancel: "Cancel",
    cancelled: "Computing the chance of breaking was cancelled.",
    compute: "Compute it",
    fell: "Computing the chance stopped half-way. Forecast and plan are as they were.",
    try_again: "Try again",
    without_luck: "That people may crowd by mere chance is not in it.",
    no_ranges: "No assumption has a range, so no chance can be counted. Type a range such as 25-35 into a value to have it.",

    heading: "How sure is this?",
    basis: |draws| {
        format!("Computed {} times with all assumptions anywhere in their ranges.", format::integer(draws as f64))
    },
    how_typed: "A range is typed straight into the field of a value, as 25-35: nine times in ten it lies between.",
    stale: "Below is the result of the plan before the change.",
    figure: "Figure",
    figures: ["Peak load", "Wait (target)", "Longest queue", "Gave up", "95% done"],
    assumption: "Assumption",
    from_low_to_high: |figure| format!("{figure} at the low end (outlined) and the high end (filled)"),
    reach: "How far it holds, all else likely",
    at: |value, figure| format!("{value}: {figure}"),
    no_difference: |figure| format!("{figure} at either end"),
    no_plan: "no plan to compute",
    said_reach: english_reach,
    edit: |assumption| format!("{assumption}: edit value and range"),
    show_rest: |count| if count == 1 { "Show one more".to_owned() } else { format!("Show the other {count}") },
    show_first: "Show the strongest only",

    stress_heading: "If a real day came",
    stress_note: "This plan with what happened on real days, one at a time; all else at the likely values. What nobody measured is marked as assumed.",
    preset: "What happened",
    verdict: "Verdict",
    load: "Peak load",
    wait: |percentile| format!("Wait of {percentile}"),
    lost: "Gave up (people)",
    in_hand: "The plan in hand, likely values",
    source: |kind| format!("Source ({kind})"),
    open: "Open as a plan",
    open_named: |preset| format!("{preset}: open as a new plan"),
    stressed: |title, preset| format!("{title} · {preset}"),
};

fn joined(ends: [Option<&SaidEnd>; 2], beyond: [&str; 2], or: &str) -> String {
    let said = |(end, beyond): (Option<&SaidEnd>, &str)| {
        end.map(|end| if end.alone { end.value.clone() } else { format!("{} {beyond}", end.value) })
    };
    ends.into_iter().zip(beyond).filter_map(said).collect::<Vec<_>>().join(or)
}

fn korean_reach(reach: &SaidReach) -> String {
    match reach {
        SaidReach::HoldsEverywhere => "시험한 값에서는 모두 버팁니다.".to_owned(),
        SaidReach::BreaksEverywhere => "이 값만 바꾸어서는 버티지 못합니다.".to_owned(),
        SaidReach::Holds { from: Some(from), until: Some(until) } => format!("{from}에서 {until}까지 버팁니다."),
        SaidReach::Holds { from: Some(from), .. } => format!("{from}까지 줄어도 버팁니다."),
        SaidReach::Holds { until, .. } => format!("{}까지 늘어도 버팁니다.", until.as_deref().unwrap_or_default()),
        SaidReach::Breaks { down_from, up_from } => {
            let stretch = joined([down_from.as_ref(), up_from.as_ref()], ["이하", "이상"], "이거나 ");
            format!("{}라야 버팁니다.", with(&stretch, Particle::Being))
        }
    }
}

fn english_reach(reach: &SaidReach) -> String {
    match reach {
        SaidReach::HoldsEverywhere => "Holds at every value tried.".to_owned(),
        SaidReach::BreaksEverywhere => "Breaks whatever it is.".to_owned(),
        SaidReach::Holds { from: Some(from), until: Some(until) } => format!("Holds from {from} to {until}."),
        SaidReach::Holds { from: Some(from), .. } => format!("Holds until it falls to {from}."),
        SaidReach::Holds { until, .. } => {
            format!("Holds until it reaches {}.", until.as_deref().unwrap_or_default())
        }
        SaidReach::Breaks { down_from, up_from } => {
            let stretch = joined([down_from.as_ref(), up_from.as_ref()], ["or less", "or more"], " or ");
            format!("Would hold at {stretch}.")
        }
    }
}
