//! A picture of a document: the page's own drawing as SVG at any size, with its words.

use plotters::prelude::{IntoDrawingArea, SVGBackend};

use crate::chart::{Image, Measured, Theme, draw};

/// Width of a picture that fills the column of an A4 page [px of the layout].
pub const WIDTH: u32 = 720;

/// Side of the picture of an address, at least [px of the layout].
const CODE: u32 = 160;

/// What a picture shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// A picture of the forecast.
    Chart(Box<Image>),
    /// A code that is there already, as SVG and as PNG.
    Code { svg: String, png: Vec<u8> },
}

#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Stable name, for files and references.
    pub name: String,
    pub drawing: Drawing,
    /// Width and height [px of the layout].
    pub size: (u32, u32),
    /// The finding.
    pub caption: String,
    /// Measure and unit, below the picture.
    pub note: String,
    /// For whoever does not see it.
    pub alternative: String,
}

impl Picture {
    /// A picture of the forecast at the width of a page.
    pub fn of(name: &str, image: Image, height: u32) -> Self {
        let height = if let Image::Sheet(sheet) = &image { draw::height_of(sheet) } else { height };
        Self {
            name: name.to_owned(),
            size: (WIDTH, height),
            caption: image.title().to_owned(),
            note: image.subtitle().to_owned(),
            alternative: image.summary().to_owned(),
            drawing: Drawing::Chart(Box::new(image)),
        }
    }

    /// The picture of an address, square, that is read from `least` on [px of the layout].
    pub fn of_code(svg: String, png: Vec<u8>, least: u32, alternative: &str) -> Self {
        let [name, alternative] = ["code", alternative].map(str::to_owned);
        let [caption, note] = [const { String::new() }; 2];
        let side = CODE.max(least);
        Self { name, drawing: Drawing::Code { svg, png }, size: (side, side), caption, note, alternative }
    }

    /// The picture as SVG, on white.
    pub fn svg(&self) -> String {
        match &self.drawing {
            Drawing::Code { svg, .. } => svg.clone(),
            Drawing::Chart(image) => svg(image, self.size),
        }
    }
}

/// Units of the drawing to a pixel of the layout: drawings are in whole numbers, and paper shows finer ones.
const FINE: u32 = 4;

/// A picture of the forecast as SVG on white, of that width and height [px of the layout].
pub fn svg(image: &Image, (width, height): (u32, u32)) -> String {
    let mut text = String::new();
    let size = (width * FINE, height * FINE);
    let area = Measured::svg(SVGBackend::with_string(&mut text, size)).into_drawing_area();
    // Writing to a text cannot fail.
    let _ = draw(image, None, &Theme::paper().scaled(f64::from(FINE)), &area);
    drop(area);
    let of_size = |(width, height): (u32, u32)| format!("width=\"{width}\" height=\"{height}\"");
    text.replacen(&of_size(size), &of_size((width, height)), 1)
}
