//! The key figures, each beside that of the baseline.

use yew::prelude::*;

use crate::app::hooks::{Outcome, Sight};
use crate::chart::key_figures::key_figures;
use crate::explain::trust::margin;
use crate::forecast::trust::named;
use crate::num::three_figures;
use crate::risk::PlanFigure;
use crate::text::completion::done_words;
use crate::text::trust::{Compared, texts, with_margin};
use crate::text::{Catalogue, format};

/// One figure in words.
struct Figure {
    name: &'static str,
    tag: Option<&'static str>,
    value: String,
    context: String,
    /// Where it lies in most draws.
    sure: Option<String>,
    baseline: String,
    /// Whether it misses its target.
    missed: bool,
}

/// Four or five figures in a row.
pub fn figures(sight: &Sight) -> Html {
    let text = sight.text;
    let Some(outcome) = &sight.outcome else { return Html::default() };
    let plan = &outcome.plan;
    let figures = key_figures(&outcome.forecast);
    let words = &text.figures;
    let wait = |wait: Option<f64>| text.common.wait(text.language, wait);
    let people = |people: f64| (words.people)(format::rounded(people));
    let is_split = plan.windows.iter().filter(|window| !window.catch_up).count() > 1;
    let starters = outcome.forecast.totals.starters;
    let mut all = vec![
        Figure {
            name: words.peak_load,
            tag: None,
            value: text.common.load(figures.peak_load.plan),
            context: (words.target_load)(plan.target.load),
            sure: sure(outcome, PlanFigure::PeakLoad, text),
            baseline: text.common.load(figures.peak_load.baseline),
            missed: figures.peak_load.plan.is_some_and(|load| load > plan.target.load),
        },
        Figure {
            name: words.longest_wait,
            tag: None,
            value: wait(figures.longest_wait.plan),
            context: (words.target_wait)(plan.target.percentile.get(), plan.target.wait.get()),
            sure: sure(outcome, PlanFigure::WaitMax, text),
            baseline: wait(figures.longest_wait.baseline),
            missed: figures.longest_wait.plan.is_none_or(|wait| wait > plan.target.wait.get()),
        },
        Figure {
            name: words.longest_queue,
            tag: None,
            value: people(figures.longest_queue.plan),
            context: words.at_one_place.to_owned(),
            sure: sure(outcome, PlanFigure::PeakQueue, text),
            baseline: people(figures.longest_queue.baseline),
            missed: false,
        },
        Figure {
            name: words.gave_up,
            tag: None,
            value: people(figures.lost.plan),
            context: (words.of_starters)(if starters > 0.0 { figures.lost.plan / starters } else { 0.0 }),
            sure: sure(outcome, PlanFigure::Lost, text),
            baseline: people(figures.lost.baseline),
            missed: false,
        },
    ];
    let (done, at_once) = (figures.done.plan, figures.done.baseline);
    let (after, at_once_after) = (done.seconds(plan), at_once.seconds(plan));
    let costs_time = after.zip(at_once_after).is_some_and(|(after, at_once)| after > at_once);
    all.push(Figure {
        name: words.done,
        tag: (costs_time && is_split).then_some(words.price),
        value: done_words(text.language, after, done.share),
        context: words.done_basis.to_owned(),
        sure: sure(outcome, PlanFigure::DoneAt, text),
        baseline: done_words(text.language, at_once_after, at_once.share),
        missed: false,
    });
    html! {
        <section class="figures-place" aria-label={words.heading} data-stale={(!outcome.is_current).then_some("")}>
            <dl class="figures" data-count={all.len().to_string()}>{ for all.iter().map(|figure| show(figure, text)) }</dl>
        </section>
    }
}

/// The mean of the simulations of every person, where chance alone moves the figure; a band over the assumptions, in
/// which all come evenly, would say too little there.
fn simulated(outcome: &Outcome, figure: PlanFigure, text: &Catalogue) -> Option<String> {
    let (name, compared) = match figure {
        PlanFigure::WaitMax => ("wait_max_s", Compared::Wait),
        PlanFigure::PeakQueue => ("peak_queue", Compared::Queue),
        _ => return None,
    };
    let trust = outcome.trust.as_ref().map(|trust| &trust.value).filter(|trust| trust.is_near())?;
    // The last is the whole plan.
    let estimate = named(&trust.estimates.as_ref()?.slots.last()?.figures, name)?;
    let margin = margin(&estimate, trust.estimates.as_ref()?.replications);
    Some((texts(text.language).mark)(&with_margin(text.language, compared, estimate.mean, margin)))
}

/// The ends of the band of a figure, in the words of the figure; `None` = not known of this plan.
fn sure(outcome: &Outcome, figure: PlanFigure, text: &Catalogue) -> Option<String> {
    if let Some(simulated) = simulated(outcome, figure, text) {
        return Some(simulated);
    }
    let band = outcome.summary()?.band(figure);
    let opens = outcome.plan.first_opening().map_or(0.0, |at| outcome.plan.since_start(at).get());
    let said = |value: f64| match figure {
        PlanFigure::PeakLoad => text.common.load(Some(value).filter(|load| load.is_finite())),
        PlanFigure::WaitMax if value.is_finite() => text.common.wait(text.language, Some(value)),
        PlanFigure::DoneAt if value.is_finite() => format::duration(text.language, (value - opens).max(0.0)),
        PlanFigure::WaitMax | PlanFigure::DoneAt => text.bands.never.to_owned(),
        _ => (text.figures.people)(format::rounded(three_figures(value))),
    };
    Some((text.bands.between)(&text.bands.ends(&said(band.low()), &said(band.high()))))
}

fn show(figure: &Figure, text: &Catalogue) -> Html {
    // The ends of a band are not torn apart at their dash.
    let sure = figure.sure.as_deref().unwrap_or(text.bands.at_likely);
    let (sure, ends) = sure.split_at(sure.rfind(' ').map_or(sure.len(), |space| space + 1));
    html! {
        <div class="figure">
            <dt>{ figure.name }</dt>
            <dd class="value" data-state={figure.missed.then_some("breaks")}>{ value(&figure.value) }if let Some(tag) = figure.tag { <span class="tag">{ tag }</span> }</dd>
            <dd class="sure">{ sure }<span class="nowrap">{ ends }</span></dd>
            <dd class="context">{ &figure.context }</dd>
            <dd class="baseline"><i class="ghost-swatch" aria-hidden="true"></i><span>{ (text.figures.baseline)(&figure.baseline) }</span></dd>
        </div>
    }
}

/// Numbers large, units small.
fn value(text: &str) -> Html {
    let mut pieces: Vec<(bool, String)> = Vec::new();
    for sign in text.chars() {
        let is_number = sign.is_ascii_digit() || matches!(sign, ',' | '.');
        match pieces.last_mut() {
            Some((kind, piece)) if *kind == is_number => piece.push(sign),
            _ => pieces.push((is_number, sign.to_string())),
        }
    }
    let has_number = pieces.iter().any(|(is_number, _)| *is_number);
    pieces
        .into_iter()
        .map(|(is_number, piece)| {
            if is_number || !has_number {
                html! { { piece } }
            } else {
                html! { <small>{ piece }</small> }
            }
        })
        .collect()
}
