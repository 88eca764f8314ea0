//! The one drawing of every picture, for any plotters backend.

mod axes;
mod bars;
mod curves;
mod hatch;
mod heat;
mod pen;
mod ranks;
mod spreads;
mod tiles;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters_backend::DrawingBackend;

use super::image::Image;
use super::scene::Scene;
use super::sheet::{Body, Sheet};
use super::theme::Theme;
use super::time_axis::TimeLayout;
use super::value_axis::ValueLayout;
use pen::Pen;

/// What a drawing can fail with: only what its backend fails with.
pub type Drawn<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Room for the labels of the value axis, and for the words at the lines [px].
const SIDES: (f64, f64) = (44.0, 112.0);
/// The same where the picture is narrow: the words then stand on their lines [px].
const NARROW_SIDES: (f64, f64) = (40.0, 10.0);
/// Narrower pictures are narrow [px].
const NARROW_BELOW: f64 = 560.0;
/// Height of the strip above the fold [px]: of bars, of curves.
const STRIP: [f64; 2] = [62.0, 14.0];
/// Room for the words above the picture [px]: of bars, of curves.
const TOP: [f64; 2] = [46.0, 24.0];

/// Where everything stands [px of the layout].
struct Layout {
    width: f64,
    is_narrow: bool,
    left: f64,
    right: f64,
    time: TimeLayout,
    values: ValueLayout,
    /// Lower edge of the picture.
    height: f64,
}

impl Layout {
    fn new(scene: &Scene, width: f64, height: f64) -> Self {
        let has_bars = !scene.bars.is_empty();
        let (top, strip, below) = if has_bars { (TOP[0], STRIP[0], 60.0) } else { (TOP[1], STRIP[1], 44.0) };
        // Without words on a bar their room is not needed.
        let top = if scene.selection.is_some() { top } else { TOP[1] };
        let is_narrow = width < NARROW_BELOW;
        let sides = if is_narrow { NARROW_SIDES } else { SIDES };
        let (left, right) = (sides.0, (width - sides.1).max(sides.0 + 40.0));
        let time = TimeLayout::new(&scene.time, left + 6.0, right - 6.0);
        let values = ValueLayout::new(&scene.values, top, height - below, strip);
        Self { width, is_narrow, left, right, time, values, height }
    }
}

/// Draws `image` over the whole of `area`, the reading of the index `chosen` marked.
///
/// # Errors
/// The backend refuses to draw.
pub fn draw<B: DrawingBackend>(
    image: &Image,
    chosen: Option<usize>,
    theme: &Theme,
    area: &DrawingArea<B, Shift>,
) -> Drawn<B> {
    let pen = Pen::new(area, theme);
    let (width, height) = pen.size();
    pen.rect(0.0, 0.0, width, height, theme.page)?;
    match image {
        Image::Time(scene) => draw_time(scene, chosen, &pen)?,
        Image::Sheet(sheet) => match &sheet.body {
            Body::Tiles(tiles) => tiles::draw(tiles, chosen, &pen)?,
            Body::Heat(heat) => heat::draw(heat, chosen, &pen)?,
            Body::Ranks(ranks) => ranks::draw(ranks, chosen, &pen)?,
        },
    }
    area.present()
}

fn draw_time<B: DrawingBackend>(scene: &Scene, chosen: Option<usize>, pen: &Pen<B>) -> Drawn<B> {
    let (width, height) = pen.size();
    let layout = Layout::new(scene, width, height);
    let read = chosen.and_then(|index| scene.points.get(index)).map(|point| point.span);
    axes::selection_band(scene.selection.as_ref().map(|selection| selection.span).or(read), &layout, pen)?;
    axes::grid(scene, &layout, pen)?;
    curves::ghost(scene, &layout, pen)?;
    bars::ghosts(scene, &layout, pen)?;
    bars::bars(scene, &layout, pen)?;
    curves::band(scene, &layout, pen)?;
    axes::fold(scene, &layout, pen)?;
    axes::limits(scene, &layout, pen)?;
    curves::curve(scene, &layout, pen)?;
    spreads::bars(scene, &layout, pen)?;
    spreads::moment(scene, &layout, pen)?;
    axes::days(scene, &layout, pen)?;
    bars::labels(scene, &layout, pen)?;
    bars::ghost_labels(scene, &layout, pen)?;
    axes::ghost_label(scene, &layout, pen)?;
    axes::side_labels(scene, &layout, pen)?;
    axes::selection_words(scene, &layout, pen)?;
    curves::callout(scene, &layout, pen)
}

/// How high a picture of cells wants to be [px of the layout].
pub fn height_of(sheet: &Sheet) -> u32 {
    match &sheet.body {
        Body::Tiles(tiles) => tiles::height(tiles),
        Body::Heat(heat) => heat::height(heat),
        Body::Ranks(ranks) => ranks::height(ranks),
    }
}

/// The cell at a place of a picture of cells, the nearest one where it is beside them [px of the layout].
pub fn cell_at(sheet: &Sheet, at: (f64, f64), size: (f64, f64)) -> Option<usize> {
    match &sheet.body {
        Body::Tiles(tiles) => tiles::at(tiles, at, size),
        Body::Heat(heat) => heat::at(heat, at, size),
        Body::Ranks(ranks) => ranks::at(ranks, at, size),
    }
}

/// The minute of the horizon under `x` [px of the layout] in a picture `width` wide.
pub fn minute_at(scene: &Scene, width: f64, x: f64) -> u32 {
    Layout::new(scene, width, 300.0).time.minute(x)
}
