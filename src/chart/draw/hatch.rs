//! The hatch of the baseline and of slots at risk.

use plotters_backend::DrawingBackend;

use super::super::theme::Colour;
use super::Drawn;
use super::pen::Pen;

/// Distance between two lines, measured along the level [px].
const STEP: f64 = 7.0;

/// Rising lines within a rectangle.
pub fn rect<B: DrawingBackend>(
    pen: &Pen<B>,
    (left, top, right, bottom): (f64, f64, f64, f64),
    colour: Colour,
) -> Drawn<B> {
    // A line holds the points of one sum x + y, so that neighbouring rectangles share their lines.
    let mut sum = ((left + top) / STEP).ceil() * STEP;
    while sum < right + bottom {
        let (x0, x1) = ((sum - bottom).max(left), (sum - top).min(right));
        if x1 - x0 > 0.5 {
            pen.path(&[(x0, sum - x0), (x1, sum - x1)], 1.0, colour)?;
        }
        sum += STEP;
    }
    Ok(())
}

/// Rising lines between a curve of increasing `x` and `bottom`.
pub fn under<B: DrawingBackend>(pen: &Pen<B>, curve: &[(f64, f64)], bottom: f64, colour: Colour) -> Drawn<B> {
    let (Some(first), Some(last)) = (curve.first(), curve.last()) else { return Ok(()) };
    let top = curve.iter().map(|point| point.1).fold(bottom, f64::min);
    let mut sum = ((first.0 + top) / STEP).ceil() * STEP;
    while sum < last.0 + bottom {
        let (from, to) = ((sum - bottom).max(first.0), (sum - top).min(last.0));
        for (x0, x1) in inside(curve, sum, from, to) {
            pen.path(&[(x0, sum - x0), (x1, sum - x1)], 1.0, colour)?;
        }
        sum += STEP;
    }
    Ok(())
}

/// The stretches of the line `x + y = sum` that lie below the curve, to the pixel.
fn inside(curve: &[(f64, f64)], sum: f64, from: f64, to: f64) -> Vec<(f64, f64)> {
    let mut stretches: Vec<(f64, f64)> = Vec::new();
    let mut index = curve.partition_point(|point| point.0 <= from).max(1);
    let mut x = from;
    while x < to {
        while index + 1 < curve.len() && curve[index].0 < x {
            index += 1;
        }
        let (left, right) = (curve[index - 1], curve[index.min(curve.len() - 1)]);
        let part = if right.0 > left.0 { ((x - left.0) / (right.0 - left.0)).clamp(0.0, 1.0) } else { 1.0 };
        let height = left.1 + (right.1 - left.1) * part;
        if sum - x >= height {
            match stretches.last_mut() {
                Some(last) if x - last.1 <= 1.0 + 1e-9 => last.1 = x,
                _ => stretches.push((x, x)),
            }
        }
        x += 1.0;
    }
    stretches.retain(|(start, end)| end > start);
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_where_the_curve_is_lower() {
        let curve = [(0.0, 50.0), (10.0, 50.0), (10.0, 0.0), (20.0, 0.0)];
        let stretches = inside(&curve, 60.0, 0.0, 20.0);
        assert_eq!(stretches.first().map(|stretch| stretch.0), Some(0.0));
        assert!(stretches.iter().all(|(from, to)| from < to));
    }
}
