//! The peak load per slot where the screen is narrow: a row per slot, day by day.

use yew::prelude::*;

use crate::app::parts::icon::shape;
use crate::app::parts::verdict_mark::state_name;
use crate::chart::Scene;
use crate::chart::scene::{Bar, Course, Limit, Span};
use crate::text::Catalogue;
use crate::text::format::percent_number;

/// Load at the right edge of a row [1]; what is higher ends there, with its value.
const FULL: f64 = 1.32;

/// Hidden from assistive technology: the table of the picture holds the same numbers.
///
/// A tap marks a row, as it does a bar of the picture.
pub fn slot_rows(scene: &Scene, text: &Catalogue, chosen: Option<usize>, on_read: &Callback<Option<usize>>) -> Html {
    let levels: Vec<(f64, bool)> = scene
        .limits
        .iter()
        .filter_map(|limit| match limit.course {
            Course::Level(level) => Some((level, limit.dashed)),
            Course::Steps(_) => None,
        })
        .collect();
    let of_day = |from: u32, to: u32| {
        let bars = scene.bars.iter().enumerate();
        bars.filter(move |(_, bar)| matches!(bar.span, Span::Minutes(start, _) if from <= start && start < to))
    };
    let between = scene.bars.iter().enumerate().filter(|(_, bar)| bar.span == Span::Between);
    let row = |index: usize, bar: &Bar, label: &str| {
        let on_read = on_read.clone();
        let onclick = Callback::from(move |_| on_read.emit(Some(index)));
        row(bar, label, &levels, chosen == Some(index), onclick)
    };
    html! {
        <div class="slot-rows" aria-hidden="true">
            <div class="slot-row"><span></span><svg class="row-bar">{ for scene.limits.iter().map(key) }</svg></div>
            { for scene.time.days.iter().filter(|day| of_day(day.from, day.to).next().is_some()).map(|day| html! {
                <>
                    <p class="row-day">{ &day.label }</p>
                    { for of_day(day.from, day.to).map(|(index, bar)| row(index, bar, &bar.time)) }
                </>
            }) }
            { for between.map(|(index, bar)| row(index, bar, text.common.between_windows)) }
        </div>
    }
}

/// The name of a line, over the line: the capacity to its right, the target to its left.
fn key(limit: &Limit) -> Html {
    let Course::Level(level) = limit.course else { return Html::default() };
    let anchor = if limit.dashed { "end" } else { "start" };
    html! { <text class="row-key" data-dashed={limit.dashed.then_some("")} x={percent_of_row(level)} y="16" text-anchor={anchor}>{ &limit.label }</text> }
}

fn percent_of_row(load: f64) -> String {
    format!("{:.2}%", (load / FULL * 100.0).clamp(0.0, 100.0))
}

fn row(bar: &Bar, label: &str, levels: &[(f64, bool)], chosen: bool, onclick: Callback<MouseEvent>) -> Html {
    let ghost = bar.ghost.filter(|ghost| *ghost >= 0.05);
    let folded_ghost = ghost.filter(|ghost| *ghost > FULL && bar.peak() <= FULL);
    html! {
        <div class="slot-row" data-state={state_name(bar.verdict)} data-catch-up={bar.catch_up.then_some("")} data-chosen={chosen.then_some("")} {onclick}>
            <span class="row-time">{ label }</span>
            <svg class="row-bar">
                if let Some(ghost) = ghost { <rect class="row-ghost" x="0" y="1" height="20" width={percent_of_row(ghost)} /> }
                <rect class="row-plan" x="0" y="5" height="12" width={percent_of_row(bar.peak())} />
                if let Some(spread) = &bar.spread {
                    <rect class="row-spread" x={percent_of_row(spread.low)} y="10.25" height="1.5" width={percent_of_row(spread.high.min(FULL) - spread.low)} />
                    <rect class="row-spread" x={percent_of_row(spread.lower)} y="8.5" height="5" width={percent_of_row(spread.upper.min(FULL) - spread.lower)} />
                }
                { for levels.iter().map(|(level, dashed)| html! {
                    <line class="row-limit" data-dashed={dashed.then_some("")} x1={percent_of_row(*level)} x2={percent_of_row(*level)} y1="0" y2="22" />
                }) }
                if let Some(ghost) = folded_ghost { <text class="row-ghost-value" x="98.5%" y="15.5" text-anchor="end">{ format!("{}%", percent_number(ghost)) }</text> }
            </svg>
            <b>{ bar.value.map_or_else(|| "–".to_owned(), percent_number) }</b>
            <span class="state" data-state={state_name(bar.verdict)}>{ shape(bar.verdict) }</span>
        </div>
    }
}
