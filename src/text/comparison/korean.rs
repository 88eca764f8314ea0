//! What differs between two plans, in Korean.

use super::{ComparisonText, MoveFacts, NumberFacts, WhoFacts, decades, few};
use crate::text::Language::Korean;
use crate::text::format::{duration, integer, rounded_people};
use crate::text::particle::{Particle, with};

pub(super) static TEXTS: ComparisonText = ComparisonText {
    same: "이름과 근거를 빼면 두 계획은 같습니다.",
    same_forecast: "예측은 그대로입니다.",
    like_forecast: "예측은 거의 그대로입니다.",
    who,
    whoever: |groups, more| {
        let groups = groups.join(", ");
        if more == 0 { groups } else { format!("{groups} 외 {more}개 무리") }
    },
    moved,
    shifted: |seconds| {
        let by = match seconds.unsigned_abs() {
            86_400 => "하루".to_owned(),
            by if by % 86_400 == 0 => format!("{}일", by / 86_400),
            by => duration(Korean, by as f64),
        };
        format!("모두 {by} {} 초대합니다.", if seconds > 0 { "늦게" } else { "일찍" })
    },
    many_moves: |moved, invited, moves| {
        let who = if moved.round() == invited.round() {
            format!("초대받는 {}명 모두", integer(moved))
        } else {
            format!("초대받는 {}명 가운데 {}명", integer(invited), integer(moved))
        };
        format!("{who}의 시각이 달라집니다. 옮기는 곳은 {moves}가지이며, 사람이 많은 것부터 적습니다.")
    },
    total: |before, after| {
        let verb = if after > before { "늘어납니다" } else { "줄어듭니다" };
        format!("회원이 {}명에서 {}명으로 {verb}.", integer(before as f64), integer(after as f64))
    },
    regions_added: |names| format!("회원 표에 새로 들어온 지역: {}.", regions(names)),
    regions_removed: |names| format!("회원 표에서 빠진 지역: {}.", regions(names)),
    regions_counted: |names| format!("회원 수가 다른 지역: {}.", regions(names)),
    bands: "나이대를 다르게 나눕니다.",
    window_count: |before, after| format!("회차가 {before}개에서 {after}개로 바뀝니다."),
    catch_up_added: |opens| format!("{opens}에 보충 회차를 엽니다."),
    catch_up_removed: |opens| format!("{opens} 보충 회차가 없어집니다."),
    closes: |opens, before, after| format!("{opens} 회차는 {before} 대신 {after}에 닫습니다."),
    closes_hard: |opens, now| match now {
        true => format!("{opens} 회차는 이제 닫은 뒤에 오는 사람을 받지 않습니다."),
        false => format!("{opens} 회차는 이제 닫은 뒤에 오는 사람도 받습니다."),
    },
    window_show_up: |opens, before, after| {
        let said = |share: Option<&str>| share.unwrap_or("계획의 값").to_owned();
        let after = with(&said(after), Particle::Towards);
        format!("{opens} 회차에 실제로 오는 비율이 {}에서 {after} 바뀝니다.", said(before))
    },
    stage_added: |name| format!("절차에 {} 단계가 새로 생깁니다.", name),
    stage_removed: |name| format!("{name} 단계가 없어집니다."),
    stage_renamed: |before, after| format!("{before} 단계의 이름이 {} 바뀝니다.", with(after, Particle::Towards)),
    stages_reordered: "단계의 순서가 바뀝니다.",
    waiting_room_added: "앞에 대기실이 생깁니다.",
    waiting_room_removed: "앞에 있던 대기실이 없어집니다.",
    number,
    target: |name| format!("목표 · {name}"),
    range: |name, before, after| {
        let span = |[low, high]: [String; 2]| format!("{low}–{high}");
        match (before.map(span), after.map(span)) {
            (Some(before), Some(after)) => format!("{name}의 범위: {before} 대신 {after}."),
            (None, Some(after)) => format!("{name}의 범위가 새로 생깁니다: {after}."),
            (before, None) => format!("{name}의 범위가 없어집니다(전에는 {}).", before.unwrap_or_default()),
        }
    },
    fields: |names| format!("그 밖에 다른 곳: {}.", names.join(", ")),
    peak: |before, after, rises| {
        let verb = if rises { "올라갑니다" } else { "내려갑니다" };
        format!("가장 높은 부하가 {before}에서 {} {verb}.", with(after, Particle::Towards))
    },
    broken: |before, after| match (before, after) {
        ((0, _), (0, _)) => String::new(),
        ((0, _), (broken, of)) => format!("전에는 모두 버텼지만 이제 {} 무너집니다.", of_slots(broken, of)),
        ((broken, of), (0, _)) => format!("전에는 {} 무너졌지만 이제 무너지는 회차가 없습니다.", of_slots(broken, of)),
        ((earlier, earlier_of), (broken, of)) => {
            format!("전에는 {} 무너졌고 이제 {} 무너집니다.", of_slots(earlier, earlier_of), of_slots(broken, of))
        }
    },
    wait: |before, after, rises| match (before, after) {
        ("", after) => format!("전에는 기다리는 사람이 없었지만 이제 가장 긴 대기가 {after}입니다."),
        (before, "") => format!("전에는 가장 긴 대기가 {before}이었지만 이제 기다리는 사람이 없습니다."),
        (before, after) => {
            let verb = if rises { "길어집니다" } else { "짧아집니다" };
            format!("가장 긴 대기가 {before}에서 {} {verb}.", with(after, Particle::Towards))
        }
    },
    queue: |before, after| {
        let verb = if after > before { "길어집니다" } else { "짧아집니다" };
        format!("가장 긴 줄이 {}명에서 {}명으로 {verb}.", rounded_people(before), rounded_people(after))
    },
    lost: |before, after| match (before < 0.5, after < 0.5) {
        (_, true) => format!("전에는 {}명이 포기했지만 이제 포기하는 사람이 없습니다.", rounded_people(before)),
        (true, _) => format!("전에는 포기하는 사람이 없었지만 이제 {}명이 포기합니다.", rounded_people(after)),
        _ => format!(
            "포기하는 사람이 {}명에서 {}명으로 {}명 {}.",
            rounded_people(before),
            rounded_people(after),
            rounded_people((after - before).abs()),
            if after > before { "늘어납니다" } else { "줄어듭니다" }
        ),
    },
    done: |before, after| match (before, after) {
        (Some(before), Some(after)) => {
            format!("95%가 마치는 때가 {before}에서 {} 바뀝니다.", with(after, Particle::Towards))
        }
        (None, Some(after)) => format!("전에는 기간 안에 95%가 마치지 못했지만 이제 {after}까지 마칩니다."),
        (before, _) => {
            format!("전에는 {}까지 95%가 마쳤지만 이제 기간 안에 마치지 못합니다.", before.unwrap_or_default())
        }
    },
};

fn who(facts: &WhoFacts) -> String {
    let ages = facts.ages.iter().map(|&span| age(span)).collect::<Vec<_>>().join("·");
    let place = match (facts.regions.is_empty(), ages.as_str()) {
        (true, "") => "전체 회원".to_owned(),
        (false, "") => format!("{} 전체", regions(&facts.regions)),
        (true, ages) => ages.to_owned(),
        (false, ages) => format!("{} {ages}", regions(&facts.regions)),
    };
    match facts.digits.is_empty() {
        true => place,
        false => format!("{place}({})", facts.digits.join(", ")),
    }
}

fn age(span: (u32, Option<u32>)) -> String {
    if let Some(decades) = decades(span) {
        return decades.iter().map(|decade| format!("{decade}대")).collect::<Vec<_>>().join("·");
    }
    match span {
        (from, Some(to)) if from == to => format!("{from}세"),
        (from, Some(to)) => format!("{from}–{to}세"),
        (from, None) => format!("{from}세 이상"),
    }
}

fn regions<S: AsRef<str>>(names: &[S]) -> String {
    let (named, more) = few(names);
    let named = named.join("·");
    if more == 0 { named } else { format!("{named} 외 {more}곳") }
}

fn moved(facts: &MoveFacts) -> String {
    let whom = format!("{} {}명", facts.who, integer(facts.people));
    match (&facts.from, &facts.to) {
        (Some(from), Some(to)) => format!("{whom}이 {from}에서 {} 옮깁니다.", with(to, Particle::Towards)),
        (None, Some(to)) => format!("{whom}을 {to}에 새로 초대합니다."),
        (from, _) => format!("{whom}은 더 이상 초대하지 않습니다(전에는 {}).", from.as_deref().unwrap_or_default()),
    }
}

fn number(facts: &NumberFacts) -> String {
    let NumberFacts { place, before, after, rises, is_time } = facts;
    let verb = match (rises.unwrap_or_default(), is_time) {
        (true, true) => "길어집니다",
        (false, true) => "짧아집니다",
        (true, false) => "높아집니다",
        (false, false) => "낮아집니다",
    };
    if rises.is_none() {
        return format!("{place}: {before} 대신 {after}.");
    }
    format!("{} {before}에서 {} {verb}.", with(place, Particle::Subject), with(after, Particle::Towards))
}

fn of_slots(broken: usize, of: usize) -> String {
    format!("{of}개 회차 가운데 {broken}개가")
}
