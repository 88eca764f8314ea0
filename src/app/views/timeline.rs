//! The windows on a small timetable, a row per day.

use yew::prelude::*;

use crate::app::hooks::{Outcome, Sight};
use crate::app::parts::verdict_mark::state_name;
use crate::app::state::Action;
use crate::app::view_state::{Section, ViewAction};
use crate::chart::time_axis::{minutes_of, time_of};
use crate::num::order;
use crate::plan::Plan;
use crate::text::format;

const MINUTES_PER_DAY: u32 = 1_440;
/// Width of the picture and of its labels [units of the view box].
const WIDTH: f64 = 344.0;
const LABELS: f64 = 52.0;
/// Height of a row and of the hours above [units of the view box].
const ROW: f64 = 19.0;
const HEAD: f64 = 18.0;

/// A part of a window on one day.
struct Block {
    window: usize,
    day: u32,
    /// Minutes of the day.
    from: u32,
    to: u32,
}

/// A block per window and day, which opens the form of its window.
pub fn timeline(sight: &Sight) -> Html {
    let Sight { text, plan, view, dispatch, outcome, .. } = sight;
    let blocks = blocks(plan);
    let mut days: Vec<u32> = blocks.iter().map(|block| block.day).collect();
    days.dedup();
    let first = blocks.iter().map(|block| block.from).min().unwrap_or(0) / 60;
    let last = blocks.iter().map(|block| block.to).max().unwrap_or(MINUTES_PER_DAY).div_ceil(60).max(first + 1);
    let x = |minute: u32| {
        LABELS + (f64::from(minute) / 60.0 - f64::from(first)) * (WIDTH - LABELS - 4.0) / f64::from(last - first)
    };
    let step = if last - first > 14 { 4 } else { 2 };
    // The last hour too has its name, so that no block runs out into the unnamed.
    let is_named = |hour: &u32| (hour - first).is_multiple_of(step) && last - hour >= step || *hour == last;
    let height = HEAD + ROW * days.len() as f64 + 2.0;
    let choose = |window: usize| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::View(ViewAction::Window(Some(window))));
            dispatch.dispatch(Action::View(ViewAction::OpenForm(Section::Windows)));
        })
    };
    html! {
        <svg class="timeline" viewBox={format!("0 0 {WIDTH} {height}")} role="img" aria-label={format!("{}: {}", text.windows.timeline, (text.windows.summary)(plan.windows.len(), plan.cohorts.len()))}>
            { for (first..=last).filter(is_named).map(|hour| html! {
                <>
                    <line class="timeline-grid" x1={x(hour * 60).to_string()} x2={x(hour * 60).to_string()} y1="15" y2={height.to_string()} />
                    <text class="timeline-hour" x={x(hour * 60).to_string()} y="11" text-anchor={if hour == last { "end" } else { "middle" }}>{ hour }</text>
                </>
            }) }
            { for days.iter().enumerate().map(|(row, day)| html! {
                <text class="timeline-day" x="0" y={(HEAD + ROW * row as f64 + 12.5).to_string()}>{ format::day_short(text.language, time_of(plan, day * MINUTES_PER_DAY).date()) }</text>
            }) }
            { for blocks.iter().map(|block| {
                let row = days.iter().position(|day| *day == block.day).unwrap_or(0);
                let (left, right, top) = (x(block.from) + 1.0, x(block.to) - 1.0, HEAD + ROW * row as f64 + 0.5);
                let window = &plan.windows[block.window];
                let label = label(outcome.as_ref(), block, plan, text);
                let state = state(outcome.as_ref(), block);
                html! {
                    <g class="timeline-block" data-state={state} data-catch-up={window.catch_up.then_some("")} data-chosen={(view.window == Some(block.window)).then_some("")} onclick={choose(block.window)}>
                        <rect x={left.to_string()} y={top.to_string()} width={(right - left).max(2.0).to_string()} height="16" rx="2" />
                        if right - left > 24.0 { <text x={((left + right) / 2.0).to_string()} y={(top + 12.0).to_string()} text-anchor="middle">{ label }</text> }
                    </g>
                }
            }) }
        </svg>
    }
}

fn blocks(plan: &Plan) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (window, entry) in plan.windows.iter().enumerate() {
        let (from, to) = minutes_of(plan, entry.opens, entry.closes);
        for day in from / MINUTES_PER_DAY..to.div_ceil(MINUTES_PER_DAY) {
            let start = day * MINUTES_PER_DAY;
            blocks.push(Block {
                window,
                day,
                from: from.max(start) - start,
                to: to.min(start + MINUTES_PER_DAY) - start,
            });
        }
    }
    order::sort_by_key(&mut blocks, |block| (block.day, block.from, block.window));
    blocks
}

/// The verdict of the slot, where the forecast knows the window.
fn state(outcome: Option<&Outcome>, block: &Block) -> Option<&'static str> {
    let outcome = outcome.filter(|outcome| outcome.is_current)?;
    outcome.forecast.slots.get(block.window).map(|slot| state_name(slot.verdict))
}

fn label(outcome: Option<&Outcome>, block: &Block, plan: &Plan, text: &crate::text::Catalogue) -> String {
    if plan.windows[block.window].catch_up {
        return text.common.catch_up.to_owned();
    }
    let slot =
        outcome.filter(|outcome| outcome.is_current).and_then(|outcome| outcome.forecast.slots.get(block.window));
    slot.map_or_else(|| (block.window + 1).to_string(), |slot| (text.windows.block)(slot.members))
}
