//! Marks of where a value lies in most draws: a line with ends for nine in ten, thick where half of them lie.

use plotters_backend::DrawingBackend;

use super::super::scene::Scene;
use super::super::value_axis::LOAD_TOP;
use super::bars::{body, edges};
use super::pen::Pen;
use super::{Drawn, Layout};

/// Half the width of the thick part, and of the ends [px].
const HALF: f64 = 2.0;
/// Half the width of the line [px].
const THIN: f64 = 0.75;
/// The ground around the mark, on which it is seen upon any bar [px].
const GROUND: f64 = 1.0;
/// With less room beside a bar the mark stands in its middle, where there is no number then [px].
pub const BESIDE_FROM: f64 = 2.5;

/// Right of each bar, in the room between it and the next.
pub fn bars<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    for bar in &scene.bars {
        let Some(spread) = &bar.spread else { continue };
        let ((left, right), end) = (body(bar, layout), edges(bar, layout).1);
        let x = if end - right < BESIDE_FROM { (left + right) / 2.0 } else { right + HALF + 1.0 };
        let [low, lower, upper, high] =
            [spread.low, spread.lower, spread.upper, spread.high].map(|value| layout.values.y(value));
        // Above a scale without a fold the line goes on: no end is drawn where it is not.
        let is_open = scene.values.strip_to.is_none() && spread.high > LOAD_TOP;
        for (widen, colour) in [(GROUND, pen.theme.page), (0.0, pen.theme.ink_2)] {
            pen.rect(x - THIN - widen, high, x + THIN + widen, low, colour)?;
            pen.rect(x - HALF - widen, upper - widen, x + HALF + widen, lower.max(upper + 1.0) + widen, colour)?;
            if !is_open {
                pen.rect(x - HALF - widen, high - THIN - widen, x + HALF + widen, high + THIN + widen, colour)?;
            }
            pen.rect(x - HALF - widen, low - THIN - widen, x + HALF + widen, low + THIN + widen, colour)?;
        }
    }
    Ok(())
}

/// When a moment comes, level at its height; without an end where it may come after all that is shown.
pub fn moment<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let Some((height, spread)) = &scene.moment else { return Ok(()) };
    let y = layout.values.y(*height);
    let x = |minute: f64| if minute.is_finite() { layout.time.x(minute as u32) } else { layout.right };
    let [low, lower, upper, high] = [spread.low, spread.lower, spread.upper, spread.high].map(x);
    let colour = pen.theme.ink;
    pen.rect(low, y - THIN, high, y + THIN, colour)?;
    pen.rect(lower, y - HALF, upper.max(lower + 1.0), y + HALF, colour)?;
    pen.rect(low - THIN, y - HALF - 1.5, low + THIN, y + HALF + 1.5, colour)?;
    if spread.high.is_finite() {
        pen.rect(high - THIN, y - HALF - 1.5, high + THIN, y + HALF + 1.5, colour)?;
    }
    Ok(())
}
