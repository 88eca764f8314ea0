//! Curves by the minute, the baseline as a hatched shape behind them.

use plotters_backend::DrawingBackend;

use super::super::scene::{Curve, Scene, Spread};
use super::super::theme::Colour;
use super::hatch;
use super::pen::{Align, Hand, Pen};
use super::{Drawn, Layout};

/// The pieces of a curve that can be drawn in one stroke: a stretch of time without a missing value.
fn pieces(curve: &Curve, layout: &Layout) -> Vec<Vec<(f64, f64)>> {
    let mut pieces = Vec::new();
    for ((from, to), (left, _)) in layout.time.stretches() {
        let mut piece: Vec<(f64, f64)> = Vec::new();
        for minute in from..to {
            let x = left + f64::from(minute - from) * layout.time.per_minute();
            match curve.values.get(minute as usize).copied().flatten() {
                Some(value) => piece.push((x, layout.values.y(value))),
                None => pieces.extend((!piece.is_empty()).then(|| std::mem::take(&mut piece))),
            }
        }
        pieces.extend((!piece.is_empty()).then_some(piece));
    }
    pieces.into_iter().map(thinned).collect()
}

/// At most a low and a high point per pixel: the picture is the same and the drawing quick on long horizons.
fn thinned(points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let mut kept: Vec<(f64, f64)> = Vec::with_capacity(points.len().min(4_096));
    let mut column: Vec<(f64, f64)> = Vec::new();
    let flush = |column: &mut Vec<(f64, f64)>, kept: &mut Vec<(f64, f64)>| {
        let low = (0..column.len()).max_by(|a, b| column[*a].1.total_cmp(&column[*b].1));
        let high = (0..column.len()).min_by(|a, b| column[*a].1.total_cmp(&column[*b].1));
        if let (Some(low), Some(high)) = (low, high) {
            kept.push(column[low.min(high)]);
            if low != high {
                kept.push(column[low.max(high)]);
            }
        }
        column.clear();
    };
    for point in points {
        if column.first().is_some_and(|first| first.0.floor() != point.0.floor()) {
            flush(&mut column, &mut kept);
        }
        column.push(point);
    }
    flush(&mut column, &mut kept);
    kept
}

/// The baseline.
pub fn ghost<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let Some(curve) = &scene.ghost else { return Ok(()) };
    let bottom = layout.values.bottom;
    for piece in pieces(curve, layout) {
        if piece.iter().all(|point| bottom - point.1 < 0.5) {
            continue;
        }
        let (Some(first), Some(last)) = (piece.first(), piece.last()) else { continue };
        let mut shape = vec![(first.0, bottom)];
        shape.extend(&piece);
        shape.push((last.0, bottom));
        pen.polygon(&shape, pen.theme.ghost_wash)?;
        hatch::under(pen, &piece, bottom, pen.theme.ghost)?;
        for dash in piece.chunks(3) {
            pen.path(&dash[..dash.len().min(2)], 1.0, pen.theme.ghost)?;
        }
    }
    Ok(())
}

/// Where the curve lies in nine of ten draws, and darker in half of them: a level piece per stretch.
pub fn band<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let Some(band) = &scene.band else { return Ok(()) };
    type Ends = fn(&Spread) -> (f64, f64);
    let parts: [(Ends, Colour); 2] = [
        (|spread| (spread.low, spread.high), pen.theme.curve_wash),
        (|spread| (spread.lower, spread.upper), pen.theme.curve_half),
    ];
    for (ends, colour) in parts {
        for ((from, to), (left, _)) in layout.time.stretches() {
            let x = |minute: u32| left + f64::from(minute - from) * layout.time.per_minute();
            let (mut upper, mut lower) = (Vec::new(), Vec::new());
            let mut at = from;
            while at < to {
                let end = (at / band.stretch_minutes + 1).saturating_mul(band.stretch_minutes).min(to);
                if let Some(spread) = band.at(at) {
                    let (low, high) = ends(spread);
                    upper.extend([x(at), x(end)].map(|x| (x, layout.values.y(high))));
                    lower.extend([x(at), x(end)].map(|x| (x, layout.values.y(low))));
                }
                at = end;
            }
            if upper.iter().zip(&lower).any(|(upper, lower)| lower.1 - upper.1 > 0.5) {
                upper.extend(lower.into_iter().rev());
                pen.polygon(&upper, colour)?;
            }
        }
    }
    Ok(())
}

/// The plan.
pub fn curve<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let Some(curve) = &scene.curve else { return Ok(()) };
    for piece in pieces(curve, layout) {
        pen.path(&piece, 1.6, pen.theme.curve)?;
    }
    Ok(())
}

/// A point of the curve, in words: where it goes on to rise they stand before it, above what is behind.
pub fn callout<B: DrawingBackend>(scene: &Scene, layout: &Layout, pen: &Pen<B>) -> Drawn<B> {
    let Some(callout) = &scene.callout else { return Ok(()) };
    let hand = Hand::new(13.0, pen.theme.ink).bold();
    let (x, y) = (layout.time.x(callout.minute), layout.values.y(callout.value));
    let room = pen.width(&callout.text, hand)? + 10.0;
    let later = scene.curve.as_ref().and_then(|curve| curve.values.last().copied().flatten());
    let rises = later.is_some_and(|value| value > callout.value);
    let (has_left, has_right) = (x - room >= layout.left, x + room <= layout.width);
    let is_right = if rises { !has_left } else { has_right };
    let (x_text, align) = if is_right { (x + 10.0, Align::Left) } else { (x - 10.0, Align::Right) };
    pen.disc((x, y), 5.5, pen.theme.page)?;
    pen.disc((x, y), 4.0, pen.theme.curve)?;
    let y_text = if rises && is_right { y + 14.0 } else { (y - 12.0).max(10.0) };
    pen.text_on(x_text, y_text, &callout.text, hand.align(align), pen.theme.page)
}
