//! Bars of the slots, the baseline behind them, their numbers and marks.

use plotters_backend::DrawingBackend;

use super::super::scene::{Bar, Scene};
use super::super::theme::State;
use super::axes::level_heights;
use super::hatch;
use super::pen::{Align, Hand, Pen};
use super::spreads::BESIDE_FROM;
use super::{Drawn, Layout};
use crate::forecast::Verdict;
use crate::text::format::percent_number;

/// Narrower bars carry no number [px].
const NUMBER_FROM: f64 = 15.0;
/// Lower baselines are not drawn [1].
const GHOST_FROM: f64 = 0.05;

/// The place of a bar among others of the same time [px].
pub fn edges(bar: &Bar, layout: &Layout) -> (f64, f64) {
    let (left, right) = layout.time.span(bar.span);
    let lane = (right - left) / bar.lane.1 as f64;
    let start = left + lane * bar.lane.0 as f64;
    (start, start + lane)
}

/// Left and right edge of what is drawn of a bar [px].
pub fn body(bar: &Bar, layout: &Layout) -> (f64, f64) {
    let (left, right) = edges(bar, layout);
    let width = right - left;
    let inset = (width * 0.15).min(10.0).max(width.min(6.0) * 0.12);
    // Where a number stands in the bar, the mark of its spread needs room beside it.
    let beside = if bar.spread.is_some() && width >= NUMBER_FROM { BESIDE_FROM } else { 0.0 };
    (left + inset, right - inset.max(beside))
}

/// The parts of a column between zero and `value`: below the fold, and in the strip.
fn parts(value: f64, layout: &Layout) -> Vec<(f64, f64)> {
    match layout.values.strip_bottom().filter(|_| layout.values.is_folded(value)) {
        Some(strip) => vec![(layout.values.fold, layout.values.bottom), (layout.values.y(value), strip)],
        None => vec![(layout.values.y(value), layout.values.bottom)],
    }
}

/// The baseline, hatched, wider than the bar.
pub fn ghosts<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    for bar in &scene.bars {
        if let Some(value) = bar.ghost.filter(|ghost| *ghost >= GHOST_FROM) {
            ghost(value, edges(bar, layout), layout, pen)?;
        }
    }
    for bar in &scene.ghost_bars {
        ghost(bar.value, layout.time.span(bar.span), layout, pen)?;
    }
    Ok(())
}

fn ghost<B: DrawingBackend>(value: f64, (left, right): (f64, f64), layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let inset = if right - left > 8.0 { 1.0 } else { 0.0 };
    for (top, bottom) in parts(value, layout) {
        pen.rect(left + inset, top, right - inset, bottom, pen.theme.ghost_wash)?;
        hatch::rect(pen, (left + inset, top, right - inset, bottom), pen.theme.ghost)?;
        pen.dashed_frame(left + inset, top, right - inset, bottom, pen.theme.ghost)?;
    }
    Ok(())
}

/// The bars of the plan.
pub fn bars<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    for bar in &scene.bars {
        let Some(value) = bar.value.filter(|value| *value > 0.0) else { continue };
        let (left, right) = body(bar, layout);
        let state = pen.theme.state(bar.verdict);
        for (top, bottom) in parts(value, layout) {
            let top = top.min(bottom - 1.0);
            if bar.catch_up && bar.verdict == Verdict::Holds {
                pen.rect(left, top, right, bottom, state.soft)?;
                pen.dashed_frame(left, top, right, bottom, state.fill)?;
            } else {
                pen.rect(left, top, right, bottom, state.fill)?;
            }
            if bar.verdict == Verdict::AtRisk {
                hatch::rect(pen, (left, top, right, bottom), state.text)?;
                pen.frame(left, top, right, bottom, 2.0, state.text)?;
            }
        }
    }
    Ok(())
}

/// Numbers, marks and times.
pub fn labels<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let lines = level_heights(scene, layout);
    let mut last_time_end = f64::NEG_INFINITY;
    for bar in &scene.bars {
        let (left, right) = edges(bar, layout);
        let middle = (left + right) / 2.0;
        let state = pen.theme.state(bar.verdict);
        if right - left >= NUMBER_FROM {
            number(scene, bar, layout, pen, &lines)?;
            ghost_number(scene, bar, layout, pen)?;
        }
        if right - left >= 11.0 {
            mark(pen, bar.verdict, middle, layout.values.bottom + 12.0, state)?;
        }
        let hand = Hand::new(12.0, pen.theme.ink_2).align(Align::Centre);
        let half = pen.width(&bar.label, hand)? / 2.0;
        if middle - half > last_time_end {
            pen.text(middle, layout.values.bottom + 27.0, &bar.label, hand)?;
            last_time_end = middle + half + 4.0;
        }
    }
    Ok(())
}

/// The values of the baseline where the plan has no slot.
pub fn ghost_labels<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    for bar in &scene.ghost_bars {
        let (left, right) = layout.time.span(bar.span);
        let hand = Hand::new(12.0, pen.theme.ghost_ink).align(Align::Centre);
        let figure = percent_number(bar.value);
        if pen.width(&figure, hand)? <= right - left + 2.0 {
            pen.text((left + right) / 2.0, layout.values.y(bar.value) - 8.0, &figure, hand)?;
        }
    }
    Ok(())
}

/// The value inside the bar, above a low one, over one that goes through the fold; clear of the lines.
fn number<B: DrawingBackend>(scene: &Scene, bar: &Bar, layout: &Layout, pen: &Pen<B>, lines: &[f64]) -> Drawn<B> {
    let state = pen.theme.state(bar.verdict);
    let is_selected = scene.selection.as_ref().is_some_and(|selection| selection.span == bar.span);
    let behind = if is_selected { pen.theme.action_soft } else { pen.theme.page };
    let (left, right) = body(bar, layout);
    let middle = (left + right) / 2.0;
    let Some(value) = bar.value else {
        let hand = Hand::new(12.0, pen.theme.ink_3).align(Align::Centre);
        return pen.text(middle, layout.values.bottom - 9.0, "–", hand);
    };
    let figure = percent_number(value);
    let top = layout.values.y(value);
    if layout.values.is_folded(value) {
        let text = if right - left > 36.0 { format!("{figure}%") } else { figure };
        let hand = |size: f64| Hand::new(size, state.text).bold().align(Align::Centre);
        // A wider one would cover the mark beside the bar.
        let is_large = pen.width(&text, hand(15.0))? <= right - left;
        let hand = hand(if is_large { 15.0 } else { 12.0 });
        return pen.text_on(middle, top - 10.0, &text, hand, behind);
    }
    let size = ((right - left) * 0.64).clamp(9.5, 13.0);
    if layout.values.bottom - top < 22.0 {
        let hand = Hand::new(size, pen.theme.ink_2).bold().align(Align::Centre);
        return pen.text_on(middle, top - 9.0, &figure, hand, behind);
    }
    let wanted = top + 11.0;
    let y = lines.iter().find(|line| (*line - wanted).abs() < 9.0).map_or(wanted, |line| line + 11.0);
    let (colour, ground) = match bar.verdict {
        Verdict::Holds if bar.catch_up => (state.text, state.soft),
        _ => (state.on_fill, state.fill),
    };
    let hand = Hand::new(size, colour).bold().align(Align::Centre);
    if bar.verdict == Verdict::AtRisk {
        pen.text_on(middle, y, &figure, hand, ground)
    } else {
        pen.text(middle, y, &figure, hand)
    }
}

/// The value of a baseline that goes through the fold, but for the one that is named in words.
fn ghost_number<B: DrawingBackend>(scene: &Scene, bar: &Bar, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let named = scene.ghost_label.as_ref().map(|label| label.span);
    let Some(ghost) = bar.ghost.filter(|ghost| layout.values.is_folded(*ghost) && named != Some(bar.span)) else {
        return Ok(());
    };
    if bar.value.is_some_and(|value| layout.values.is_folded(value)) {
        return Ok(());
    }
    let (left, right) = edges(bar, layout);
    let hand = Hand::new(12.0, pen.theme.ghost_ink).align(Align::Centre);
    pen.text_on((left + right) / 2.0, layout.values.y(ghost) - 8.0, &percent_number(ghost), hand, pen.theme.page)
}

/// The shape of a verdict: disc with a tick, triangle, square with a cross.
pub fn mark<B: DrawingBackend>(pen: &Pen<B>, verdict: Verdict, x: f64, y: f64, state: State) -> Drawn<B> {
    let page = pen.theme.page;
    match verdict {
        Verdict::Holds => {
            pen.disc((x, y), 5.0, state.text)?;
            pen.path(&[(x - 2.5, y + 0.2), (x - 0.8, y + 2.0), (x + 2.6, y - 2.0)], 1.4, page)
        }
        Verdict::AtRisk => {
            pen.polygon(&[(x, y - 6.0), (x + 6.0, y + 5.0), (x - 6.0, y + 5.0)], state.text)?;
            pen.rect(x - 0.7, y - 2.2, x + 0.7, y + 1.4, page)?;
            pen.rect(x - 0.7, y + 2.4, x + 0.7, y + 3.8, page)
        }
        Verdict::Breaks => {
            pen.rect(x - 5.0, y - 5.0, x + 5.0, y + 5.0, state.text)?;
            pen.path(&[(x - 2.5, y - 2.5), (x + 2.5, y + 2.5)], 1.4, page)?;
            pen.path(&[(x + 2.5, y - 2.5), (x - 2.5, y + 2.5)], 1.4, page)
        }
    }
}
