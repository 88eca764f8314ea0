//! Regions as tiles on a map.

use plotters_backend::DrawingBackend;

use super::super::sheet::{Tile, TileContent, Tiles};
use super::Drawn;
use super::bars::mark;
use super::pen::{Align, Hand, Pen};

/// Largest width, and height, of a tile with words [px].
const TILE: (f64, f64) = (104.0, 54.0);
/// Side of a tile without words [px].
const SQUARE: f64 = 20.0;
/// Room between tiles [px].
const GAP: f64 = 3.0;

/// [px]
pub fn height(tiles: &Tiles) -> u32 {
    let row = if tiles.with_words { TILE.1 } else { SQUARE };
    (f64::from(tiles.size.1) * row) as u32 + 2
}

/// Width and height of a tile with the gap beside it [px].
fn pitch(tiles: &Tiles, width: f64) -> (f64, f64) {
    let columns = f64::from(tiles.size.0.max(1));
    if tiles.with_words { ((width / columns).min(TILE.0), TILE.1) } else { ((width / columns).min(SQUARE), SQUARE) }
}

fn corners(tiles: &Tiles, tile: &Tile, width: f64) -> (f64, f64, f64, f64) {
    let (across, down) = pitch(tiles, width);
    let (left, top) = (f64::from(tile.place.0) * across, f64::from(tile.place.1) * down);
    (left, top, left + across - GAP, top + down - GAP)
}

/// The tile whose middle is nearest.
pub fn at(tiles: &Tiles, (x, y): (f64, f64), (width, _): (f64, f64)) -> Option<usize> {
    let far = |tile: &Tile| {
        let (left, top, right, bottom) = corners(tiles, tile, width);
        let (across, down) = (x - (left + right) / 2.0, y - (top + bottom) / 2.0);
        across * across + down * down
    };
    (0..tiles.tiles.len()).min_by(|one, other| far(&tiles.tiles[*one]).total_cmp(&far(&tiles.tiles[*other])))
}

pub fn draw<B: DrawingBackend>(tiles: &Tiles, chosen: Option<usize>, pen: &Pen<B>) -> Drawn<B> {
    let (width, _) = pen.size();
    let names: Vec<&str> = tiles.tiles.iter().map(|tile| tile.name.as_str()).collect();
    let room = pitch(tiles, width).0 - GAP - 1.0;
    let (names, hand) = pen.alike(&names, Hand::new(12.0, pen.theme.ink).bold(), room)?;
    for ((index, tile), name) in tiles.tiles.iter().enumerate().zip(&names) {
        let (left, top, right, bottom) = corners(tiles, tile, width);
        let is_chosen = chosen == Some(index);
        let ground = match &tile.content {
            _ if is_chosen => pen.theme.action_soft,
            TileContent::Judged(_, verdict) => pen.theme.state(*verdict).soft,
            TileContent::Days(_) | TileContent::Plain(_) => pen.theme.heat[0],
        };
        pen.rect(left, top, right, bottom, ground)?;
        if tiles.with_words {
            pen.text((left + right) / 2.0, top + 17.0, name, hand.align(Align::Centre))?;
            words(tile, (left, top, right), pen)?;
        } else {
            square(tile, (left, top, right, bottom), pen)?;
        }
        let (stroke, colour) = if is_chosen { (2.0, pen.theme.action) } else { (1.0, pen.theme.line_strong) };
        pen.frame(left, top, right, bottom, stroke, colour)?;
    }
    Ok(())
}

fn words<B: DrawingBackend>(tile: &Tile, (left, top, right): (f64, f64, f64), pen: &Pen<B>) -> Drawn<B> {
    let (middle, room) = ((left + right) / 2.0, right - left - 6.0);
    let y = top + 37.0;
    match &tile.content {
        TileContent::Days(days) => squares(days, (left, right), y, pen),
        TileContent::Plain(text) => {
            let (text, hand) = pen.fitted(text, Hand::new(12.0, pen.theme.ink_2), room)?;
            pen.text(middle, y, &text, hand.align(Align::Centre))
        }
        TileContent::Judged(text, verdict) => {
            let state = pen.theme.state(*verdict);
            let (text, hand) = pen.fitted(text, Hand::new(12.0, state.text).bold(), room - 15.0)?;
            let start = middle - (pen.width(&text, hand)? + 15.0) / 2.0;
            mark(pen, *verdict, start + 5.0, y, state)?;
            pen.text(start + 15.0, y, &text, hand)
        }
    }
}

/// A square per day; where there is no room for all, they touch.
fn squares<B: DrawingBackend>(days: &[bool], (left, right): (f64, f64), y: f64, pen: &Pen<B>) -> Drawn<B> {
    let room = right - left - 8.0;
    let pitch = (room / days.len().max(1) as f64).min(12.0);
    let gap = if pitch >= 5.0 { 3.0 } else { 0.0 };
    let start = (left + right - pitch * days.len() as f64 + gap) / 2.0;
    for (index, invited) in days.iter().enumerate() {
        let from = start + index as f64 * pitch;
        let (to, top, bottom) = (from + pitch - gap, y - 4.5, y + 4.5);
        if *invited {
            pen.rect(from, top, to, bottom, pen.theme.curve)?;
        } else if gap > 0.0 {
            pen.frame(from, top, to, bottom, 1.0, pen.theme.line_strong)?;
        }
    }
    Ok(())
}

/// A tile without words: the shape of its verdict, or the earlier invited the darker.
fn square<B: DrawingBackend>(tile: &Tile, corners: (f64, f64, f64, f64), pen: &Pen<B>) -> Drawn<B> {
    let (left, top, right, bottom) = corners;
    match &tile.content {
        TileContent::Judged(_, verdict) => {
            mark(pen, *verdict, (left + right) / 2.0, (top + bottom) / 2.0, pen.theme.state(*verdict))
        }
        TileContent::Days(days) => {
            let first = days.iter().position(|invited| *invited).unwrap_or(days.len());
            let step = 5 - (first * 5 / days.len().max(1)).min(5);
            pen.rect(left, top, right, bottom, pen.theme.heat[step])
        }
        TileContent::Plain(_) => Ok(()),
    }
}
