//! What a risk report says of a plan, as the facts of its sentences.

use super::place::place;
use super::unit::{Unit, about, quantity};
use crate::plan::Plan;
use crate::risk::{BreakEven, PlanFigure, Reach, Report, Summary, noise, ranked};
use crate::text::Language;
use crate::text::format::duration;
use crate::text::risk::{BreakEvenFacts, ChanceFacts, InfluenceFacts, SaidEnd, SaidReach, Strongest, texts};
use crate::text::unit_words::Dimension;

/// How likely it is that something breaks.
pub fn chance(plan: &Plan, report: &Report) -> ChanceFacts {
    chance_of(plan, &report.summary)
}

/// The same, from the draws alone.
pub fn chance_of(plan: &Plan, summary: &Summary) -> ChanceFacts {
    let happened = |slot: &&crate::risk::SlotRisk| slot.chance.happened;
    // Of slots that break as often, the first.
    let worst = summary.slots.iter().rev().max_by_key(happened).filter(|slot| slot.chance.happened > 0);
    ChanceFacts {
        draws: summary.chance.of,
        refused: summary.refused,
        broken: summary.chance.happened,
        interval: summary.chance.interval(),
        worst: worst.map(|slot| {
            let opens = slot.window.and_then(|window| plan.windows.get(window)).map(|window| window.opens);
            (opens, slot.chance.share())
        }),
    }
}

/// How far an assumption may go.
pub fn break_even(language: Language, plan: &Plan, found: &BreakEven) -> BreakEvenFacts {
    BreakEvenFacts {
        assumption: place(language, plan, &found.pointer),
        likely: quantity(language, plan, &found.pointer, found.value),
        reach: reach(language, plan, found),
        again: found.turns_again(),
    }
}

/// What holding means in what [`reach`] says, and what headroom is left there.
pub fn reach_rule(language: Language, plan: &Plan) -> String {
    let target = &plan.target;
    (texts(language).reach_rule)(target.percentile.get(), target.wait.get(), target.load)
}

/// The same without the name of the assumption.
pub fn reach(language: Language, plan: &Plan, found: &BreakEven) -> SaidReach {
    let unit = Unit::of(&found.pointer);
    // A fraction of an hour is read in minutes.
    let is_short = |value: f64| unit.dimension() == Some(Dimension::Time) && (1.0..unit.factor()).contains(&value);
    let said = |value: f64| match is_short(value) {
        true => duration(language, value),
        false => about(language, plan, &found.pointer, value),
    };
    let end =
        |value: f64| SaidEnd { value: said(value), alone: value == found.searched.0 || value == found.searched.1 };
    match found.reach() {
        Reach::HoldsEverywhere => SaidReach::HoldsEverywhere,
        Reach::BreaksEverywhere => SaidReach::BreaksEverywhere,
        Reach::Holds { from, until } => SaidReach::Holds { from: from.map(said), until: until.map(said) },
        Reach::Breaks { holds_down_from, holds_up_from } => {
            SaidReach::Breaks { down_from: holds_down_from.map(end), up_from: holds_up_from.map(end) }
        }
    }
}

/// What a key figure (its place in [`PlanFigure::KEY`]) depends on most.
pub fn influence(language: Language, plan: &Plan, report: &Report, key: usize) -> InfluenceFacts {
    let assumptions = report.sample.assumptions();
    let least = noise(report.summary.draws, assumptions.len());
    let stands_out = |correlation: Option<f64>| correlation.is_some_and(|correlation| correlation.abs() > least);
    let first = ranked(&report.influences, key).into_iter().next();
    let first = first.filter(|influence| stands_out(influence.correlations[key]));
    InfluenceFacts {
        figure: PlanFigure::KEY[key],
        starts: plan.horizon_start(),
        strongest: first.map(|influence| {
            let assumption = &assumptions[influence.assumption];
            let said = |value: f64| quantity(language, plan, &assumption.pointer, value);
            Strongest {
                assumption: place(language, plan, &assumption.pointer),
                low: said(assumption.range.0),
                high: said(assumption.range.1),
                at_low: influence.swing.at_low.map(|figures| figures[key]),
                at_high: influence.swing.at_high.map(|figures| figures[key]),
            }
        }),
    }
}
