//! Bars one below the other, each with its name and figure.

use plotters_backend::DrawingBackend;

use super::super::sheet::{Rank, Ranks};
use super::Drawn;
use super::bars::mark;
use super::hatch;
use super::pen::{Align, Hand, Pen, names_room};
use crate::forecast::Verdict;

/// Height of a bar with the gap below it [px].
const ROW: f64 = 22.0;
/// Room for the words at the limit [px].
const TOP: f64 = 20.0;
/// Room for the figures at the right [px].
const FIGURES: f64 = 84.0;

/// [px]
pub fn height(ranks: &Ranks) -> u32 {
    (top(ranks) + ROW * ranks.bars.len() as f64) as u32 + 2
}

fn top(ranks: &Ranks) -> f64 {
    if ranks.limit.is_some() { TOP } else { 0.0 }
}

/// The bar at the height of `y`, else the nearest.
pub fn at(ranks: &Ranks, (_, y): (f64, f64), _: (f64, f64)) -> Option<usize> {
    let row = ((y - top(ranks)) / ROW).floor().max(0.0) as usize;
    Some(row.min(ranks.bars.len().checked_sub(1)?))
}

pub fn draw<B: DrawingBackend>(ranks: &Ranks, chosen: Option<usize>, pen: &Pen<B>) -> Drawn<B> {
    let (width, height) = pen.size();
    let names = names_room(ranks.bars.iter().map(|bar| bar.name.as_str()), width);
    let room = (width - names - FIGURES).max(20.0);
    let x = |value: f64| names + room * (value / ranks.top.max(1e-9)).clamp(0.0, 1.0);
    let names_of: Vec<&str> = ranks.bars.iter().map(|bar| bar.name.as_str()).collect();
    let (texts, hand) = pen.alike(&names_of, Hand::new(12.0, pen.theme.ink), names - 10.0)?;
    for (row, (bar, name)) in ranks.bars.iter().zip(&texts).enumerate() {
        let y = top(ranks) + ROW * row as f64;
        let is_chosen = chosen == Some(row);
        if is_chosen {
            pen.rect(0.0, y, width, y + ROW - 1.0, pen.theme.action_soft)?;
        }
        let ink = if is_chosen { pen.theme.action } else { pen.theme.ink };
        pen.text(names - 8.0, y + ROW / 2.0 - 0.5, name, Hand { colour: ink, ..hand }.align(Align::Right))?;
        body(bar, (names, y + 3.0, x(bar.value.unwrap_or(ranks.top)), y + ROW - 4.0), pen)?;
        figure(bar, x(bar.value.unwrap_or(ranks.top)) + 7.0, y + ROW / 2.0 - 0.5, width, pen)?;
    }
    pen.rect(names - 1.0, top(ranks), names, height - 2.0, pen.theme.line_strong)?;
    let Some((limit, words)) = ranks.limit.as_ref().filter(|(limit, _)| *limit <= ranks.top) else { return Ok(()) };
    pen.rect(x(*limit), TOP - 4.0, x(*limit) + 1.3, height - 2.0, pen.theme.limit)?;
    let hand = Hand::new(12.0, pen.theme.ink_2);
    let half = pen.width(words, hand)? / 2.0;
    let middle = x(*limit).clamp(half, (width - half).max(half));
    pen.text(middle, 8.0, words, hand.align(Align::Centre))
}

fn body<B: DrawingBackend>(rank: &Rank, corners: (f64, f64, f64, f64), pen: &Pen<B>) -> Drawn<B> {
    let (left, top, right, bottom) = corners;
    if right - left < 1.0 {
        return Ok(());
    }
    if rank.missed {
        pen.rect(left, top, right, bottom, pen.theme.breaks.fill)?;
    } else {
        pen.rect(left, top, right, bottom, pen.theme.heat[5])?;
    }
    if rank.value.is_none() { hatch::rect(pen, corners, pen.theme.page) } else { Ok(()) }
}

fn figure<B: DrawingBackend>(rank: &Rank, x: f64, y: f64, width: f64, pen: &Pen<B>) -> Drawn<B> {
    let lead = if rank.missed { 15.0 } else { 0.0 };
    let colour = if rank.missed { pen.theme.breaks.text } else { pen.theme.ink_2 };
    let (text, hand) = pen.fitted(&rank.figure, Hand::new(12.0, colour).bold(), width - x - lead - 2.0)?;
    if rank.missed {
        mark(pen, Verdict::Breaks, x + 5.0, y, pen.theme.breaks)?;
    }
    pen.text(x + lead, y, &text, hand)
}
