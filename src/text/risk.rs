//! What is said of chances, of how far an assumption may go, of what matters most, and of the presets of real days.

use super::format::{self, duration, moment, percent, rounded_people};
use super::particle::{Particle, with};
use crate::clock::CivilTime;
use crate::library::Stress;
use crate::risk::PlanFigure;
use crate::text::Language::{self, English, Korean};

/// The texts of a language. They stand apart from the catalogue, so that only whoever speaks of risk carries them.
pub fn texts(language: Language) -> &'static RiskText {
    match language {
        Korean => &KOREAN,
        English => &ENGLISH,
    }
}

/// Texts about risk.
#[derive(Debug)]
pub struct RiskText {
    /// How likely it is that something breaks.
    pub chance: fn(&ChanceFacts) -> String,
    /// How far one assumption may go.
    pub break_even: fn(&BreakEvenFacts) -> String,
    /// What holding means where it is said how far something may go, and what headroom is left there: the share of
    /// people [1], the wait of the target [s], its load [1].
    pub reach_rule: fn(f64, f64, f64) -> String,
    /// What a figure depends on most.
    pub influence: fn(&InfluenceFacts) -> String,
    /// The name of a preset; the name of the stage that is down.
    pub stress_name: fn(Stress, &str) -> String,
    /// What a preset does, in one sentence.
    pub stress_effect: fn(Stress, &str) -> String,
    /// How many times as many start as in the plan in hand, where no more can [1].
    pub stress_reached: fn(f64) -> String,
}

/// How often the plan breaks over the draws.
#[derive(Clone, Debug, PartialEq)]
pub struct ChanceFacts {
    pub draws: usize,
    /// Further draws whose values make no plan.
    pub refused: usize,
    /// Draws in which some slot breaks.
    pub broken: usize,
    /// Where the chance lies as far as the number of draws tells [1].
    pub interval: (f64, f64),
    /// The slot that breaks most often: its opening (`None` = between windows) and its chance [1].
    pub worst: Option<(Option<CivilTime>, f64)>,
}

/// How far one assumption may go, its values as they are read.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEvenFacts {
    pub assumption: String,
    pub likely: String,
    pub reach: SaidReach,
    /// Whether the plan turns again beyond that.
    pub again: bool,
}

/// The stretch of values in which nothing breaks.
#[derive(Clone, Debug, PartialEq)]
pub enum SaidReach {
    HoldsEverywhere,
    BreaksEverywhere,
    Holds { from: Option<String>, until: Option<String> },
    Breaks { down_from: Option<SaidEnd>, up_from: Option<SaidEnd> },
}

/// From where on a plan would hold.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidEnd {
    pub value: String,
    /// There alone: nothing lies beyond.
    pub alone: bool,
}

/// What a figure depends on most.
#[derive(Clone, Debug, PartialEq)]
pub struct InfluenceFacts {
    pub figure: PlanFigure,
    /// The first day's midnight, from which times count.
    pub starts: CivilTime,
    /// `None` = no assumption stands out from chance.
    pub strongest: Option<Strongest>,
}

/// The assumption that matters most, and the figure at its two ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Strongest {
    pub assumption: String,
    pub low: String,
    pub high: String,
    /// `None` = no plan at that end.
    pub at_low: Option<f64>,
    pub at_high: Option<f64>,
}

static KOREAN: RiskText = RiskText {
    chance: korean_chance,
    break_even: korean_break_even,
    reach_rule: |percentile, wait, load| {
        format!(
            "버틴다는 것은 {}가 {} 안에 차례를 맞는다는 뜻입니다. 부하 상한 {}는 따지지 않으므로 버티는 끝값에서는 여유가 남지 않습니다.",
            percent(percentile),
            duration(Korean, wait),
            percent(load)
        )
    },
    influence: korean_influence,
    stress_name: |stress, stage| match stress {
        Stress::MoreCame => "예상의 1.4배가 온 날".to_owned(),
        Stress::VerifierDown { .. } => format!("{stage} 30분 중단"),
        Stress::LateNotice { .. } => "한 시간 늦은 안내".to_owned(),
        Stress::IgnoredWindows => "열 명 중 한 명이 회차를 어긴 날".to_owned(),
        Stress::FourfoldCapacity => "네 배로 늘린 용량".to_owned(),
    },
    stress_effect: |stress, stage| match stress {
        Stress::MoreCame => "오는 사람이 1.4배가 됩니다. 오는 비율은 100%를 넘지 않습니다.".to_owned(),
        Stress::VerifierDown { from, .. } => {
            format!("{}부터 30분 동안 {} 아무도 받지 않습니다.", moment(Korean, from), with(stage, Particle::Subject))
        }
        Stress::LateNotice { window } => format!("{}회차의 안내가 한 시간 늦어 그만큼 늦게 몰립니다.", window + 1),
        Stress::IgnoredWindows => "뒤 회차의 열 명 중 한 명이 첫 회차가 열릴 때 옵니다.".to_owned(),
        Stress::FourfoldCapacity => "모든 단계와 대기실의 용량이 늘 네 배입니다.".to_owned(),
    },
    stress_reached: |factor| format!("이 계획에서는 {}배까지만 늘어납니다.", format::decimal(factor, 2)),
};

static ENGLISH: RiskText = RiskText {
    chance: english_chance,
    break_even: english_break_even,
    reach_rule: |percentile, wait, load| {
        format!(
            "To hold means that {} wait at most {}. The highest load of the target, {}, is not asked for here: at the value up to which it holds no headroom is left.",
            percent(percentile),
            duration(English, wait),
            percent(load)
        )
    },
    influence: english_influence,
    stress_name: |stress, stage| match stress {
        Stress::MoreCame => "1.4 times the forecast came".to_owned(),
        Stress::VerifierDown { .. } => format!("{stage} down for 30 minutes"),
        Stress::LateNotice { .. } => "Notice an hour late".to_owned(),
        Stress::IgnoredWindows => "One in ten ignores the window".to_owned(),
        Stress::FourfoldCapacity => "Four times the capacity".to_owned(),
    },
    stress_effect: |stress, stage| match stress {
        Stress::MoreCame => "1.4 times as many people come, though no share passes 100%.".to_owned(),
        Stress::VerifierDown { from, .. } => {
            format!("From {} on, {stage} takes nobody for 30 minutes.", moment(English, from))
        }
        Stress::LateNotice { window } => {
            format!("The notice of slot {} is an hour late, and so is its rush.", window + 1)
        }
        Stress::IgnoredWindows => "One in ten of the later slots comes when the first one opens.".to_owned(),
        Stress::FourfoldCapacity => "Every stage and the waiting room have four times the capacity, always.".to_owned(),
    },
    stress_reached: |factor| {
        format!("With this plan no more than {} times as many can come.", format::decimal(factor, 2))
    },
};

fn share(facts: &ChanceFacts) -> f64 {
    if facts.draws == 0 { 0.0 } else { facts.broken as f64 / facts.draws as f64 }
}

fn korean_chance(facts: &ChanceFacts) -> String {
    let refused = format::integer(facts.refused as f64);
    match facts.refused {
        0 => korean_chance_of_draws(facts),
        _ => format!(
            "{} 이 밖에 {refused}번은 계획이 되지 않는 값이어서 세지 않았습니다.",
            korean_chance_of_draws(facts)
        ),
    }
}

fn korean_chance_of_draws(facts: &ChanceFacts) -> String {
    let (low, high) = facts.interval;
    let draws = format::integer(facts.draws as f64);
    if facts.broken == 0 {
        return format!(
            "가정을 범위 안에서 {draws}번 바꾸어 보아도 무너지는 회차가 없습니다(무너질 가능성은 높아야 {}).",
            percent(high)
        );
    }
    if facts.broken == facts.draws {
        return format!(
            "가정을 범위 안에서 {draws}번 바꾸어 보아도 늘 무너지는 회차가 있습니다(무너질 가능성은 낮아도 {}).",
            percent(low)
        );
    }
    let worst = facts.worst.map_or_else(String::new, |(opens, chance)| {
        let when = opens.map_or_else(|| "회차 밖 시간".to_owned(), |opens| format!("{} 회차", moment(Korean, opens)));
        format!(" 가장 자주 무너지는 때는 {}({})입니다.", when, percent(chance))
    });
    format!(
        "가정이 범위 안에서 달라지면 무너지는 회차가 나올 가능성은 {}입니다({draws}번 계산, 오차 범위 {}).{worst}",
        percent(share(facts)),
        Korean.catalogue().bands.ends(&percent(low), &percent(high))
    )
}

fn english_chance(facts: &ChanceFacts) -> String {
    let refused = format::integer(facts.refused as f64);
    match facts.refused {
        0 => english_chance_of_draws(facts),
        1 => format!("{} One more case made no plan and is not counted.", english_chance_of_draws(facts)),
        _ => format!("{} Another {refused} cases made no plan and are not counted.", english_chance_of_draws(facts)),
    }
}

fn english_chance_of_draws(facts: &ChanceFacts) -> String {
    let (low, high) = facts.interval;
    let draws = format::integer(facts.draws as f64);
    if facts.broken == 0 {
        return format!(
            "In none of {draws} cases within the ranges of the assumptions does a slot break (a chance of {} at most).",
            percent(high)
        );
    }
    if facts.broken == facts.draws {
        return format!(
            "In all of {draws} cases within the ranges of the assumptions some slot breaks (a chance of {} at least).",
            percent(low)
        );
    }
    let worst = facts.worst.map_or_else(String::new, |(opens, chance)| {
        let when = opens.map_or_else(|| "the time between windows".to_owned(), |opens| moment(English, opens));
        format!(" Most often it is {when} ({}).", percent(chance))
    });
    format!(
        "With the assumptions anywhere in their ranges, the chance that some slot breaks is {} ({draws} cases computed, margin {}).{worst}",
        percent(share(facts)),
        English.catalogue().bands.ends(&percent(low), &percent(high))
    )
}

fn korean_break_even(facts: &BreakEvenFacts) -> String {
    let name = &facts.assumption;
    let subject = with(name, Particle::Subject);
    let likely = format!("보통값은 {}입니다.", facts.likely);
    let sentence = match &facts.reach {
        SaidReach::HoldsEverywhere => {
            format!("{} 어떻게 바꾸어도 무너지는 회차가 없습니다. {likely}", with(name, Particle::Object))
        }
        SaidReach::BreaksEverywhere => {
            format!("{name}만 바꾸어서는 무너지는 회차를 없앨 수 없습니다. {likely}")
        }
        SaidReach::Holds { from: Some(from), until: Some(until) } => {
            format!("{subject} {from}에서 {until}까지일 때에는 무너지는 회차가 없습니다. {likely}")
        }
        SaidReach::Holds { from: Some(from), .. } => {
            format!("{subject} {from}까지 줄어도 무너지는 회차가 없습니다. {likely}")
        }
        SaidReach::Holds { until, .. } => {
            let until = until.as_deref().unwrap_or_default();
            format!("{subject} {until}에 이를 때까지 무너지는 회차가 없습니다. {likely}")
        }
        SaidReach::Breaks { down_from, up_from } => {
            let said = |end: &SaidEnd, beyond: &str| match end.alone {
                true => end.value.clone(),
                false => format!("{} {beyond}", end.value),
            };
            let down = down_from.as_ref().map(|end| said(end, "이하"));
            let up = up_from.as_ref().map(|end| said(end, "이상"));
            let stretch = [down, up].into_iter().flatten().collect::<Vec<_>>().join("이거나 ");
            format!("지금은 무너지는 회차가 있지만, {subject} {stretch}이면 없습니다. {likely}")
        }
    };
    if facts.again { format!("{sentence} 그 너머에서는 다시 달라집니다.") } else { sentence }
}

fn english_break_even(facts: &BreakEvenFacts) -> String {
    let (name, likely) = (&facts.assumption, &facts.likely);
    let sentence = match &facts.reach {
        SaidReach::HoldsEverywhere => format!("No slot breaks whatever “{name}” is (likely {likely})."),
        SaidReach::BreaksEverywhere => {
            format!("Some slot breaks as planned, and no other value of “{name}” alone mends it (likely {likely}).")
        }
        SaidReach::Holds { from: Some(from), until: Some(until) } => {
            format!("No slot breaks while “{name}” is between {from} and {until} (likely {likely}).")
        }
        SaidReach::Holds { from: Some(from), .. } => {
            format!("No slot breaks until “{name}” falls to {from} (likely {likely}).")
        }
        SaidReach::Holds { until, .. } => {
            let until = until.as_deref().unwrap_or_default();
            format!("No slot breaks until “{name}” reaches {until} (likely {likely}).")
        }
        SaidReach::Breaks { down_from, up_from } => {
            let said = |end: &SaidEnd, beyond: &str| match end.alone {
                true => end.value.clone(),
                false => format!("{} {beyond}", end.value),
            };
            let down = down_from.as_ref().map(|end| said(end, "or less"));
            let up = up_from.as_ref().map(|end| said(end, "or more"));
            let stretch = [down, up].into_iter().flatten().collect::<Vec<_>>().join(" or ");
            format!("Some slot breaks as planned, and none would with “{name}” at {stretch} (likely {likely}).")
        }
    };
    if facts.again { format!("{sentence} Beyond that it changes again.") } else { sentence }
}

fn korean_influence(facts: &InfluenceFacts) -> String {
    let figure = korean_figure(facts.figure);
    let Some(strongest) = &facts.strongest else {
        return format!("{} 뚜렷이 좌우하는 가정이 없습니다.", with(figure, Particle::Object));
    };
    let value = |value: Option<f64>| match value {
        Some(value) => figure_value(Korean, facts.starts, facts.figure, value),
        None => "계산할 수 없는 계획".to_owned(),
    };
    format!(
        "{} 가장 크게 좌우하는 가정은 ‘{}’입니다. {}면 {}, {}면 {}입니다.",
        with(figure, Particle::Object),
        strongest.assumption,
        with(&strongest.low, Particle::Being),
        value(strongest.at_low),
        with(&strongest.high, Particle::Being),
        value(strongest.at_high)
    )
}

fn english_influence(facts: &InfluenceFacts) -> String {
    let figure = english_figure(facts.figure);
    let Some(strongest) = &facts.strongest else {
        return format!("No assumption stands out in what it does to {figure}.");
    };
    let value = |value: Option<f64>| match value {
        Some(value) => figure_value(English, facts.starts, facts.figure, value),
        None => "no plan that can be computed".to_owned(),
    };
    format!(
        "“{}” does most to {figure}: {} at {}, {} at {}.",
        strongest.assumption,
        value(strongest.at_low),
        strongest.low,
        value(strongest.at_high),
        strongest.high
    )
}

fn korean_figure(figure: PlanFigure) -> &'static str {
    match figure {
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
    }
}

fn english_figure(figure: PlanFigure) -> &'static str {
    match figure {
        PlanFigure::PeakLoad => "the peak load",
        PlanFigure::WaitTarget => "the wait that the target limits",
        PlanFigure::WaitMax => "the longest wait",
        PlanFigure::PeakQueue => "the longest queue",
        PlanFigure::PeakInside => "the number of people inside at once",
        PlanFigure::Starters => "the number of people who start",
        PlanFigure::Finished => "the number of people who finish",
        PlanFigure::Lost => "the number of people who give up",
        PlanFigure::UnfinishedAtEnd => "the number of people who are not done in the end",
        PlanFigure::AttemptsPerStarter => "the number of attempts of each person",
        PlanFigure::DoneAt => "the time by which 95% are done",
    }
}

/// A figure of a plan as a sentence says it; `starts`: the first day's midnight.
pub fn figure_value(language: Language, starts: CivilTime, figure: PlanFigure, value: f64) -> String {
    let common = &language.catalogue().common;
    match figure {
        PlanFigure::PeakLoad => common.load(Some(value).filter(|value| value.is_finite())),
        PlanFigure::WaitTarget | PlanFigure::WaitMax if value.is_finite() => duration(language, value),
        PlanFigure::DoneAt if value.is_finite() => moment(language, starts.plus_seconds(value as i64)),
        PlanFigure::WaitTarget | PlanFigure::WaitMax | PlanFigure::DoneAt => common.never_over.to_owned(),
        PlanFigure::AttemptsPerStarter => format::decimal(value, 2),
        _ => match language {
            Korean => format!("{}명", rounded_people(value)),
            English => format!("{} people", rounded_people(value)),
        },
    }
}
