//! The finding, its chance, what would have been at once, and the key figures.

use super::{Block, KeyFigure, Look, Sheet};
use crate::chart::key_figures::{KeyFigures, key_figures};
use crate::explain::risk::chance_of;
use crate::export::material::Material;
use crate::num::three_figures;
use crate::risk::PlanFigure;
use crate::text::completion::done_words;
use crate::text::facts::verdict_facts;
use crate::text::{format, risk};

pub(super) fn push(material: &Material, sheet: &mut Sheet) {
    let (plan, text, words) = (material.plan(), material.text(), sheet.words);
    sheet.section(words.outcome);
    let facts = verdict_facts(plan, &material.forecast, &material.chances());
    sheet.say(Look::Verdict(facts.verdict), (text.verdict.sentence)(&facts).plain());
    sheet.say(Look::Lead, (text.verdict.likely)(&facts));
    match &material.risk {
        Some(summary) => {
            let chance = (risk::texts(material.language).chance)(&chance_of(plan, summary));
            let luck = material.trust.is_near().then_some(words.without_luck);
            sheet.say(Look::Lead, [Some(chance.as_str()), luck].into_iter().flatten().collect::<Vec<_>>().join(" "));
        }
        None => sheet.say(Look::Lead, words.at_likely),
    }
    let figures = key_figures(&material.forecast);
    sheet.say(Look::Lead, baseline(material, &figures, sheet));
    let near = material.trust.chance.iter().flatten().flatten().filter(|slot| slot.needs_simulation).count();
    if near > 0 {
        sheet.say(Look::Lead, (words.near)(near));
    }
    sheet.blocks.push(Block::Figures(row(material, &figures)));
}

fn baseline(material: &Material, figures: &KeyFigures, sheet: &Sheet) -> String {
    let text = material.text();
    (sheet.words.baseline)(
        &text.common.load(figures.peak_load.baseline),
        &(text.common.people)(format::rounded(figures.longest_queue.baseline)),
        figures.longest_wait.baseline.map(|wait| text.common.wait(text.language, Some(wait))).as_deref(),
        &(text.common.people)(format::rounded(figures.lost.baseline)),
    )
}

/// The five figures of the page.
fn row(material: &Material, figures: &KeyFigures) -> Vec<KeyFigure> {
    let (plan, text) = (material.plan(), material.text());
    let words = &text.figures;
    let target = &plan.target;
    let wait = |wait: Option<f64>| text.common.wait(text.language, wait);
    let people = |people: f64| (words.people)(format::rounded(people));
    let starters = material.forecast.totals.starters;
    let lost_share = if starters > 0.0 { figures.lost.plan / starters } else { 0.0 };
    let (done, at_once) = (figures.done.plan, figures.done.baseline);
    let figure = |name: &str, value: String, of: PlanFigure, context: String, baseline: String, is_missed| KeyFigure {
        name: name.to_owned(),
        value,
        sure: sure(material, of),
        context,
        baseline: (words.baseline)(&baseline),
        is_missed,
    };
    vec![
        figure(
            words.peak_load,
            text.common.load(figures.peak_load.plan),
            PlanFigure::PeakLoad,
            (words.target_load)(target.load),
            text.common.load(figures.peak_load.baseline),
            figures.peak_load.plan.is_some_and(|load| load > target.load),
        ),
        figure(
            words.longest_wait,
            wait(figures.longest_wait.plan),
            PlanFigure::WaitMax,
            (words.target_wait)(target.percentile.get(), target.wait.get()),
            wait(figures.longest_wait.baseline),
            figures.longest_wait.plan.is_none_or(|wait| wait > target.wait.get()),
        ),
        figure(
            words.longest_queue,
            people(figures.longest_queue.plan),
            PlanFigure::PeakQueue,
            words.at_one_place.to_owned(),
            people(figures.longest_queue.baseline),
            false,
        ),
        figure(
            words.gave_up,
            people(figures.lost.plan),
            PlanFigure::Lost,
            (words.of_starters)(lost_share),
            people(figures.lost.baseline),
            false,
        ),
        figure(
            words.done,
            done_words(text.language, done.seconds(plan), done.share),
            PlanFigure::DoneAt,
            words.done_basis.to_owned(),
            done_words(text.language, at_once.seconds(plan), at_once.share),
            false,
        ),
    ]
}

/// Where a figure lies in most cases, or that it is at the likely values.
fn sure(material: &Material, figure: PlanFigure) -> String {
    let (plan, text) = (material.plan(), material.text());
    let Some(summary) = &material.risk else { return text.bands.at_likely.to_owned() };
    let band = summary.band(figure);
    let opens = plan.first_opening().map_or(0.0, |at| plan.since_start(at).get());
    let said = |value: f64| match figure {
        PlanFigure::PeakLoad => text.common.load(Some(value).filter(|load| load.is_finite())),
        PlanFigure::WaitMax if value.is_finite() => text.common.wait(text.language, Some(value)),
        PlanFigure::DoneAt if value.is_finite() => format::duration(text.language, (value - opens).max(0.0)),
        PlanFigure::WaitMax | PlanFigure::DoneAt => text.bands.never.to_owned(),
        _ => (text.figures.people)(format::rounded(three_figures(value))),
    };
    (text.bands.between)(&text.bands.ends(&said(band.low()), &said(band.high())))
}
