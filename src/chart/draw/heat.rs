//! Values by row and stretch of time, the more the darker.

use plotters_backend::DrawingBackend;

use super::super::heat_map::SEEN;
use super::super::scene::Span;
use super::super::sheet::{Heat, HeatMeasure};
use super::super::theme::Colour;
use super::super::time_axis::TimeLayout;
use super::hatch;
use super::pen::{Align, Hand, Pen, names_room};
use super::{Drawn, axes};

/// Room above for the key, and below for hours and days [px].
const ROOM: (f64, f64) = (26.0, 46.0);

/// [px]
pub fn height(heat: &Heat) -> u32 {
    let row = match heat.rows.len() {
        0..=20 => 20.0,
        21..=40 => 15.0,
        _ => 12.0,
    };
    (ROOM.0 + ROOM.1 + row * heat.rows.len() as f64) as u32
}

struct Layout {
    left: f64,
    time: TimeLayout,
    row: f64,
    bottom: f64,
}

impl Layout {
    fn new(heat: &Heat, (width, height): (f64, f64)) -> Self {
        let left = names_room(heat.rows.iter().map(|(name, _)| name.as_str()), width);
        let row = (height - ROOM.0 - ROOM.1) / heat.rows.len().max(1) as f64;
        Self { left, time: TimeLayout::new(&heat.time, left, width - 4.0), row, bottom: height - ROOM.1 }
    }

    fn top(&self, row: usize) -> f64 {
        ROOM.0 + self.row * row as f64
    }

    fn columns(&self, heat: &Heat) -> Vec<(f64, f64)> {
        heat.columns.iter().map(|((from, to), _)| self.time.span(Span::Minutes(*from, *to))).collect()
    }
}

/// The cell of the row at the height of `y` whose time is nearest.
pub fn at(heat: &Heat, (x, y): (f64, f64), size: (f64, f64)) -> Option<usize> {
    let layout = Layout::new(heat, size);
    let row = ((y - ROOM.0) / layout.row.max(1e-9)).floor().max(0.0) as usize;
    let row = row.min(heat.rows.len().checked_sub(1)?);
    let far = |(left, right): (f64, f64)| (left - x).max(x - right).max(0.0);
    let columns = layout.columns(heat);
    let nearest = (0..columns.len()).min_by(|one, other| far(columns[*one]).total_cmp(&far(columns[*other])))?;
    Some(row * columns.len() + nearest)
}

/// The colour of a value: steps of starters grow with the square root, since openings dwarf all else.
fn colour(value: Option<f64>, heat: &Heat, steps: &[Colour; 6]) -> Option<Colour> {
    let part = (value? / heat.top.max(1e-12)).clamp(0.0, 1.0);
    match heat.measure {
        HeatMeasure::Starters => (part > SEEN).then(|| steps[((part.sqrt() * 5.0).ceil() as usize).clamp(1, 5)]),
        HeatMeasure::Load | HeatMeasure::Wait => Some(steps[((part * 5.0).ceil() as usize).clamp(1, 5)]),
    }
}

pub fn draw<B: DrawingBackend>(heat: &Heat, chosen: Option<usize>, pen: &Pen<B>) -> Drawn<B> {
    let (width, height) = pen.size();
    let layout = Layout::new(heat, (width, height));
    let columns = layout.columns(heat);
    let chosen = chosen.filter(|_| !columns.is_empty()).map(|index| (index / columns.len(), index % columns.len()));
    key(heat, width, pen)?;
    for ((from, to), _) in layout.time.stretches() {
        let (left, right) = layout.time.span(Span::Minutes(from, to));
        pen.rect(left, ROOM.0, right, layout.bottom, pen.theme.heat[0])?;
    }
    let gap = if layout.row >= 10.0 { 1.0 } else { 0.0 };
    let size = if layout.row >= 14.0 { 12.0 } else { 10.0 };
    let names: Vec<&str> = heat.rows.iter().map(|(name, _)| name.as_str()).collect();
    let (names, hand) = pen.alike(&names, Hand::new(size, pen.theme.ink_2), layout.left - 10.0)?;
    for (row, ((_, values), name)) in heat.rows.iter().zip(&names).enumerate() {
        let (top, bottom) = (layout.top(row), layout.top(row + 1) - gap);
        let is_chosen = chosen.is_some_and(|chosen| chosen.0 == row);
        let ink = if is_chosen { pen.theme.action } else { pen.theme.ink_2 };
        let hand = Hand { colour: ink, ..hand }.align(Align::Right);
        pen.text(layout.left - 8.0, (top + bottom) / 2.0, name, hand)?;
        for (value, (left, right)) in values.iter().zip(&columns) {
            if let Some(colour) = colour(*value, heat, &pen.theme.heat) {
                pen.rect(*left, top, *right, bottom, colour)?;
                if value.is_some_and(f64::is_infinite) {
                    hatch::rect(pen, (*left, top, *right, bottom), pen.theme.page)?;
                }
            }
        }
    }
    axes::day_names(&heat.time, &layout.time, height - 21.0, pen)?;
    axes::folds(&layout.time, layout.bottom + 14.0, pen)?;
    axes::hours(&layout.time, layout.bottom, pen)?;
    let Some(((row, _), (left, right))) = chosen.and_then(|at| Some((at, *columns.get(at.1)?))) else { return Ok(()) };
    pen.frame(left - 2.0, layout.top(row) - 2.0, right + 2.0, layout.top(row + 1) + 1.0, 2.0, pen.theme.action)
}

/// What the colours stand for, at the right above.
fn key<B: DrawingBackend>(heat: &Heat, width: f64, pen: &Pen<B>) -> Drawn<B> {
    let hand = Hand::new(12.0, pen.theme.ink_2);
    let most = pen.width(&heat.key.1, hand)?;
    let right = width - 4.0 - most - 6.0;
    pen.text(width - 4.0, 10.0, &heat.key.1, hand.align(Align::Right))?;
    for (step, colour) in pen.theme.heat.iter().enumerate() {
        let left = right - 84.0 + step as f64 * 14.0;
        pen.rect(left, 4.0, left + 13.0, 16.0, *colour)?;
        pen.frame(left, 4.0, left + 13.0, 16.0, 1.0, pen.theme.line_strong)?;
    }
    pen.text(right - 90.0, 10.0, &heat.key.0, hand.align(Align::Right))
}
