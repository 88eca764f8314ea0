//! The verdict in sentences that can be quoted alone.

use super::bands::of_hundred;
use super::facts::{ByChance, Counted, VerdictFacts, WorstSlot};
use super::format::{self, duration, moment, percent, rounded_people};
use super::particle::{Particle, with};
use crate::forecast::Verdict;
use crate::text::Language::{English, Korean};

/// A sentence with its one figure set apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub before: String,
    pub figure: String,
    pub after: String,
}

impl Sentence {
    /// The whole sentence as plain text.
    pub fn plain(&self) -> String {
        format!("{}{}{}", self.before, self.figure, self.after)
    }
}

/// Texts around the verdict.
#[derive(Debug)]
pub struct VerdictText {
    pub copy: &'static str,
    pub sentence: fn(&VerdictFacts) -> Sentence,
    /// What the sentence rests on, and who gives up.
    pub likely: fn(&VerdictFacts) -> String,
    /// Shown while the plan in hand cannot be computed.
    pub stale: fn(usize) -> String,
    /// Shown while there was no plan that could be computed.
    pub nothing_yet: fn(usize) -> String,
}

pub const KOREAN: VerdictText = VerdictText {
    copy: "문장 복사",
    sentence: korean_sentence,
    likely: |facts| {
        format!(
            "보통값으로 계산한 예측입니다. 시작하는 {}명 가운데 {}명({})이 포기합니다.",
            rounded_people(facts.starters),
            rounded_people(facts.lost),
            percent(share(facts))
        )
    },
    stale: |count| format!("계산할 수 없는 값이 {count}곳 있습니다. 아래는 마지막으로 맞던 계획의 예측입니다."),
    nothing_yet: |count| format!("계산할 수 없는 값이 {count}곳 있어 아직 예측이 없습니다."),
};

pub const ENGLISH: VerdictText = VerdictText {
    copy: "Copy sentence",
    sentence: english_sentence,
    likely: |facts| {
        format!(
            "A forecast at the likely values. Of {} who start, {} give up ({}).",
            rounded_people(facts.starters),
            rounded_people(facts.lost),
            percent(share(facts))
        )
    },
    stale: |count| match count {
        1 => "One value cannot be computed. Below is the forecast of the last plan that could.".to_owned(),
        _ => format!("{count} values cannot be computed. Below is the forecast of the last plan that could."),
    },
    nothing_yet: |count| format!("There is no forecast yet: {count} entries of the plan cannot be computed."),
};

fn share(facts: &VerdictFacts) -> f64 {
    if facts.starters > 0.0 { facts.lost / facts.starters } else { 0.0 }
}

/// All slots hold at the likely values; how often the one that breaks most often does.
fn korean_by_chance(facts: &VerdictFacts, by_chance: ByChance) -> Sentence {
    let (chance, counted) = (by_chance.chance, by_chance.counted);
    let when =
        by_chance.opens.map_or_else(|| "회차 밖 시간".to_owned(), |opens| format!("{} 회차", moment(Korean, opens)));
    let holds = match facts.windows {
        1 => "보통값으로는 하나뿐인 회차가 버티지만".to_owned(),
        windows => format!("보통값으로는 {windows}개 회차가 모두 버티지만"),
    };
    let often = match facts.chancy {
        0 | 1 => String::new(),
        chancy if chancy == facts.windows => "어느 회차나 10번 중 1번 이상 무너집니다. ".to_owned(),
        chancy => format!("{chancy}개 회차는 10번 중 1번 이상 무너집니다. "),
    };
    if counted == Counted::Runs {
        return Sentence {
            before: format!("{holds} 한 사람씩 모의실험하면 {} ", with(&when, Particle::Topic)),
            figure: format!("{}번 중 {}번", chance.of, chance.happened),
            after: " 무너집니다.".to_owned(),
        };
    }
    Sentence {
        before: format!("{holds} {often}{} ", with(&when, Particle::Topic)),
        figure: format!("100번 중 {}번", of_hundred(chance)),
        after: " 무너집니다.".to_owned(),
    }
}

fn korean_sentence(facts: &VerdictFacts) -> Sentence {
    if let Some(by_chance) = facts.by_chance {
        return korean_by_chance(facts, by_chance);
    }
    let worst = &facts.worst;
    let when = worst.opens.map_or_else(|| "회차 밖 시간".to_owned(), |opens| moment(Korean, opens));
    let place = worst.stage.as_deref().unwrap_or("대기실");
    let count = match (facts.verdict, facts.broken, facts.at_risk, facts.windows) {
        (Verdict::Holds, ..) if facts.windows == 1 => "하나뿐인 회차가 버팁니다.".to_owned(),
        (Verdict::Holds, ..) => format!("{}개 회차가 모두 버팁니다.", facts.windows),
        (Verdict::Breaks, 0, ..) => "회차는 버티지만 회차 밖 시간이 무너집니다.".to_owned(),
        (Verdict::AtRisk, _, 0, _) => "회차는 버티지만 회차 밖 시간이 목표를 넘습니다.".to_owned(),
        (Verdict::Breaks, .., 1) => "하나뿐인 회차가 무너집니다.".to_owned(),
        (Verdict::AtRisk, .., 1) => "하나뿐인 회차가 목표를 넘습니다.".to_owned(),
        (Verdict::Breaks, broken, ..) if broken == facts.windows => format!("{broken}개 회차가 모두 무너집니다."),
        (Verdict::Breaks, broken, _, windows) => format!("{windows}개 회차 가운데 {broken}개가 무너집니다."),
        (Verdict::AtRisk, _, at_risk, windows) => format!("{windows}개 회차 가운데 {at_risk}개가 목표를 넘습니다."),
    };
    let load = worst.load.map(|load| if load >= 2.0 { format!("{}배", times(load)) } else { percent(load) });
    match (facts.verdict, load) {
        (Verdict::Holds, Some(load)) => Sentence {
            before: format!("{count} 가장 붐비는 {when}에도 {place}에는 용량의 "),
            figure: load,
            after: match worst.wait {
                Some(wait) if wait >= 1.0 && !facts.is_near => {
                    format!("까지만 몰리고, 가장 긴 대기는 {}입니다.", duration(Korean, wait))
                }
                // One number does not tell the waits.
                _ if facts.is_near => "까지 몰립니다.".to_owned(),
                _ => "까지만 몰리고, 기다리는 사람이 없습니다.".to_owned(),
            },
        },
        (Verdict::Holds, None) => Sentence { before: count, figure: String::new(), after: String::new() },
        (Verdict::AtRisk, load) => Sentence {
            before: format!("{count} {when} {place}에 용량의 "),
            figure: load.unwrap_or_default(),
            after: format!("가 몰려 목표 {}를 넘습니다.", percent(facts.target_load)),
        },
        (Verdict::Breaks, Some(load)) => Sentence {
            before: format!("{count} {when} {place}에 용량의 "),
            figure: load,
            after: format!("가 몰려 {}", korean_queue(worst)),
        },
        (Verdict::Breaks, None) => Sentence {
            before: format!("{count} {when} {place}에서 {}", korean_queue(worst)),
            figure: String::new(),
            after: String::new(),
        },
    }
}

fn korean_queue(worst: &WorstSlot) -> String {
    let queue = format!("{}명까지 줄을 서고, ", rounded_people(worst.queue));
    match worst.wait {
        Some(wait) => format!("{queue}가장 긴 대기는 {}입니다.", duration(Korean, wait)),
        None => format!("{queue}끝내 차례가 오지 않는 사람이 있습니다."),
    }
}

/// As the Korean sentence.
fn english_by_chance(facts: &VerdictFacts, by_chance: ByChance) -> Sentence {
    let (chance, counted) = (by_chance.chance, by_chance.counted);
    let when = by_chance.opens.map_or_else(|| "the time between windows".to_owned(), |opens| moment(English, opens));
    let holds = match facts.windows {
        1 => "The only slot holds at the likely values".to_owned(),
        windows => format!("All {windows} slots hold at the likely values"),
    };
    let often = match facts.chancy {
        0 | 1 => format!("but {when} breaks in "),
        chancy if chancy == facts.windows => format!("but each breaks in 1 of 10 cases or more: {when} in "),
        chancy => format!("but {chancy} break in 1 of 10 cases or more: {when} in "),
    };
    if counted == Counted::Runs {
        return Sentence {
            before: format!("{holds}, but with every person simulated {when} breaks in "),
            figure: format!("{} of {}", chance.happened, chance.of),
            after: " runs.".to_owned(),
        };
    }
    Sentence {
        before: format!("{holds}, {often}"),
        figure: format!("{} of 100", of_hundred(chance)),
        after: if facts.chancy > 1 { "." } else { " cases." }.to_owned(),
    }
}

fn english_sentence(facts: &VerdictFacts) -> Sentence {
    if let Some(by_chance) = facts.by_chance {
        return english_by_chance(facts, by_chance);
    }
    let worst = &facts.worst;
    let when = worst.opens.map_or_else(|| "The time between windows".to_owned(), |opens| moment(English, opens));
    let place = worst.stage.as_deref().unwrap_or("the waiting room");
    let count = match (facts.verdict, facts.broken, facts.at_risk, facts.windows) {
        (Verdict::Holds, ..) if facts.windows == 1 => "The only slot holds.".to_owned(),
        (Verdict::Holds, ..) => format!("All {} slots hold.", facts.windows),
        (Verdict::Breaks, 0, ..) => "The slots hold, but the time between them breaks.".to_owned(),
        (Verdict::AtRisk, _, 0, _) => "The slots hold, but the time between them passes the target.".to_owned(),
        (Verdict::Breaks, .., 1) => "The only slot breaks.".to_owned(),
        (Verdict::AtRisk, .., 1) => "The only slot passes the target.".to_owned(),
        (Verdict::Breaks, 2, _, 2) => "Both slots break.".to_owned(),
        (Verdict::Breaks, broken, ..) if broken == facts.windows => format!("All {broken} slots break."),
        (Verdict::Breaks, broken, _, windows) => {
            format!("{broken} of {windows} slots {}.", if broken == 1 { "breaks" } else { "break" })
        }
        (Verdict::AtRisk, _, at_risk, windows) => {
            format!("{at_risk} of {windows} slots {} the target.", if at_risk == 1 { "passes" } else { "pass" })
        }
    };
    let load = worst.load.map(|load| if load >= 2.0 { format!("{} times", times(load)) } else { percent(load) });
    match (facts.verdict, load) {
        (Verdict::Holds, Some(load)) => Sentence {
            before: format!("{count} The busiest, {when}, asks "),
            figure: load,
            after: match worst.wait {
                Some(wait) if wait >= 1.0 && !facts.is_near => {
                    format!(" of the capacity of {place}, and the longest wait is {}.", duration(English, wait))
                }
                // One number does not tell the waits.
                _ if facts.is_near => format!(" of the capacity of {place}."),
                _ => format!(" of the capacity of {place}, and nobody waits."),
            },
        },
        (Verdict::Holds, None) => Sentence { before: count, figure: String::new(), after: String::new() },
        (Verdict::AtRisk, load) => Sentence {
            before: format!("{count} {when} asks "),
            figure: load.unwrap_or_default(),
            after: format!(" of the capacity of {place}; the target is {}.", percent(facts.target_load)),
        },
        (Verdict::Breaks, Some(load)) => Sentence {
            before: format!("{count} {when} brings "),
            figure: load,
            after: format!(" {} to {place}; {}", english_of_capacity(worst), english_queue(worst)),
        },
        (Verdict::Breaks, None) => Sentence {
            before: format!("{count} {when}, {place}: {}", english_queue(worst)),
            figure: String::new(),
            after: String::new(),
        },
    }
}

/// "13 times the capacity", but "148% of the capacity".
fn english_of_capacity(worst: &WorstSlot) -> &'static str {
    if worst.load.is_some_and(|load| load >= 2.0) { "the capacity" } else { "of the capacity" }
}

fn english_queue(worst: &WorstSlot) -> String {
    let queue = format!("up to {} people queue, ", rounded_people(worst.queue));
    match worst.wait {
        Some(wait) => format!("{queue}and the longest wait is {}.", duration(English, wait)),
        None => format!("{queue}and for some the wait is never over."),
    }
}

/// A multiple: whole from ten on, one decimal below.
fn times(load: f64) -> String {
    format::decimal(load, usize::from(load < 10.0))
}
