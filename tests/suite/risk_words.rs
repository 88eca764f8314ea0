//! The sentences about risk, as they are read.

use stagger::clock::CivilTime;
use stagger::risk::PlanFigure;
use stagger::text::Language;
use stagger::text::risk::{BreakEvenFacts, ChanceFacts, InfluenceFacts, SaidEnd, SaidReach, Strongest, texts};

fn said(korean: &str, english: &str, say: &dyn Fn(Language) -> String) {
    assert_eq!(say(Language::Korean), korean);
    assert_eq!(say(Language::English), english);
}

#[test]
fn the_chance_can_be_quoted() {
    let facts = ChanceFacts {
        draws: 400,
        refused: 0,
        broken: 52,
        interval: (0.1006, 0.1665),
        worst: Some((CivilTime::parse("2022-04-02T20:00").ok(), 0.09)),
    };
    let say = |facts: ChanceFacts| move |language: Language| (texts(language).chance)(&facts);
    said(
        "가정이 범위 안에서 달라지면 무너지는 회차가 나올 가능성은 13%입니다(400번 계산, 오차 범위 10–17%). 가장 자주 무너지는 때는 4월 2일(토) 20:00 회차(9%)입니다.",
        "With the assumptions anywhere in their ranges, the chance that some slot breaks is 13% (400 cases computed, margin 10–17%). Most often it is Sat 2 Apr, 20:00 (9%).",
        &say(facts.clone()),
    );
    said(
        "가정을 범위 안에서 400번 바꾸어 보아도 무너지는 회차가 없습니다(무너질 가능성은 높아야 1%).",
        "In none of 400 cases within the ranges of the assumptions does a slot break (a chance of 1% at most).",
        &say(ChanceFacts { broken: 0, interval: (0.0, 0.0095), worst: None, ..facts.clone() }),
    );
    said(
        "가정을 범위 안에서 400번 바꾸어 보아도 늘 무너지는 회차가 있습니다(무너질 가능성은 낮아도 99%).",
        "In all of 400 cases within the ranges of the assumptions some slot breaks (a chance of 99% at least).",
        &say(ChanceFacts { broken: 400, interval: (0.9905, 1.0), worst: Some((None, 1.0)), ..facts.clone() }),
    );
    said(
        "가정을 범위 안에서 380번 바꾸어 보아도 무너지는 회차가 없습니다(무너질 가능성은 높아야 1%). 이 밖에 20번은 계획이 되지 않는 값이어서 세지 않았습니다.",
        "In none of 380 cases within the ranges of the assumptions does a slot break (a chance of 1% at most). Another 20 cases made no plan and are not counted.",
        &say(ChanceFacts { draws: 380, refused: 20, broken: 0, interval: (0.0, 0.0095), worst: None }),
    );
}

#[test]
fn every_break_even_has_its_sentence() {
    let some = |value: &str| Some(value.to_owned());
    let end = |value: &str, alone| Some(SaidEnd { value: value.to_owned(), alone });
    for (reach, korean, english) in [
        (
            SaidReach::Holds { from: None, until: some("52%") },
            "오는 비율이 52%에 이를 때까지 무너지는 회차가 없습니다. 보통값은 40%입니다.",
            "No slot breaks until “오는 비율” reaches 52% (likely 40%).",
        ),
        (
            SaidReach::Holds { from: some("12%"), until: None },
            "오는 비율이 12%까지 줄어도 무너지는 회차가 없습니다. 보통값은 40%입니다.",
            "No slot breaks until “오는 비율” falls to 12% (likely 40%).",
        ),
        (
            SaidReach::Holds { from: some("12%"), until: some("52%") },
            "오는 비율이 12%에서 52%까지일 때에는 무너지는 회차가 없습니다. 보통값은 40%입니다.",
            "No slot breaks while “오는 비율” is between 12% and 52% (likely 40%).",
        ),
        (
            SaidReach::HoldsEverywhere,
            "오는 비율을 어떻게 바꾸어도 무너지는 회차가 없습니다. 보통값은 40%입니다.",
            "No slot breaks whatever “오는 비율” is (likely 40%).",
        ),
        (
            SaidReach::BreaksEverywhere,
            "오는 비율만 바꾸어서는 무너지는 회차를 없앨 수 없습니다. 보통값은 40%입니다.",
            "Some slot breaks as planned, and no other value of “오는 비율” alone mends it (likely 40%).",
        ),
        (
            SaidReach::Breaks { down_from: end("0%", true), up_from: None },
            "지금은 무너지는 회차가 있지만, 오는 비율이 0%이면 없습니다. 보통값은 40%입니다.",
            "Some slot breaks as planned, and none would with “오는 비율” at 0% (likely 40%).",
        ),
        (
            SaidReach::Breaks { down_from: end("12%", false), up_from: end("52%", false) },
            "지금은 무너지는 회차가 있지만, 오는 비율이 12% 이하이거나 52% 이상이면 없습니다. 보통값은 40%입니다.",
            "Some slot breaks as planned, and none would with “오는 비율” at 12% or less or 52% or more (likely 40%).",
        ),
    ] {
        let facts =
            BreakEvenFacts { assumption: "오는 비율".to_owned(), likely: "40%".to_owned(), reach, again: false };
        said(korean, english, &|language| (texts(language).break_even)(&facts));
        let again = BreakEvenFacts { again: true, ..facts };
        said(
            &format!("{korean} 그 너머에서는 다시 달라집니다."),
            &format!("{english} Beyond that it changes again."),
            &|language| (texts(language).break_even)(&again),
        );
    }
}

#[test]
fn what_matters_most_is_said_with_the_figure_at_both_ends() {
    let strongest = |at_low, at_high| Strongest {
        assumption: "인증 용량".to_owned(),
        low: "7.2건/초".to_owned(),
        high: "24건/초".to_owned(),
        at_low,
        at_high,
    };
    let facts =
        |figure, strongest| InfluenceFacts { figure, starts: CivilTime::parse("2022-04-01T00:00").unwrap(), strongest };
    let say = |facts: InfluenceFacts| move |language: Language| (texts(language).influence)(&facts);
    said(
        "가장 높은 부하를 가장 크게 좌우하는 가정은 ‘인증 용량’입니다. 7.2건/초면 123%, 24건/초면 37%입니다.",
        "“인증 용량” does most to the peak load: 123% at 7.2건/초, 37% at 24건/초.",
        &say(facts(PlanFigure::PeakLoad, Some(strongest(Some(1.23), Some(0.37))))),
    );
    said(
        "목표와 견주는 대기를 가장 크게 좌우하는 가정은 ‘인증 용량’입니다. 7.2건/초면 끝나지 않음, 24건/초면 8분입니다.",
        "“인증 용량” does most to the wait that the target limits: never over at 7.2건/초, 8 min at 24건/초.",
        &say(facts(PlanFigure::WaitTarget, Some(strongest(Some(f64::INFINITY), Some(480.0))))),
    );
    said(
        "가장 높은 부하를 가장 크게 좌우하는 가정은 ‘인증 용량’입니다. 7.2건/초면 계산할 수 없는 계획, 24건/초면 104%입니다.",
        "“인증 용량” does most to the peak load: no plan that can be computed at 7.2건/초, 104% at 24건/초.",
        &say(facts(PlanFigure::PeakLoad, Some(strongest(None, Some(1.04))))),
    );
    said(
        "95%가 마치는 때를 뚜렷이 좌우하는 가정이 없습니다.",
        "No assumption stands out in what it does to the time by which 95% are done.",
        &say(facts(PlanFigure::DoneAt, None)),
    );
}
