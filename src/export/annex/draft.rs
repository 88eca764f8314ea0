//! A document that waits for its pictures: what is to be painted, and the file once that is there.

use super::piece::{Piece, pieces};
use crate::export::documents::{DOTS_PER_INCH, Document, MM_PER_INCH, Refusal};
use crate::export::picture::Picture;
use crate::export::report::Report;
use crate::export::{density, docx, hwpx};

/// What a file is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Office Open XML (ECMA-376), which Word reads.
    Docx,
    /// The open markup language for word processors of KS X 6101, which Hangul reads.
    Hwpx,
}

/// A picture that is to be painted on a canvas and given back as PNG.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Painting<'a> {
    pub picture: &'a Picture,
    /// Size of the canvas.
    pub pixels: (u32, u32),
    /// Pixels to a unit of the layout.
    pub scale: f64,
}

/// A report that becomes a file once its pictures are painted: whoever opens the file cannot draw them, and this program has
/// no letters.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub report: Report,
    pub format: Format,
    /// Name of the file.
    pub name: String,
}

impl Draft {
    /// What is to be painted, in the order in which [`Self::with`] takes it.
    pub fn paintings(&self) -> Vec<Painting<'_>> {
        let pixels = |length_mm: f64| (length_mm / MM_PER_INCH * DOTS_PER_INCH).round();
        let painting = |piece| match piece {
            Piece::Picture(scene) if scene.painted.is_some() => {
                let (width, height) = (pixels(scene.size.0), pixels(scene.size.1));
                let scale = width / f64::from(scene.picture.size.0.max(1));
                Some(Painting { picture: scene.picture, pixels: (width as u32, height as u32), scale })
            }
            _ => None,
        };
        pieces(&self.report).into_iter().filter_map(painting).collect()
    }

    /// The file with its pictures, as PNG.
    ///
    /// # Errors
    /// A picture is missing, or the file is larger than its format can be.
    pub fn with(&self, painted: &[Vec<u8>]) -> Result<Document, Refusal> {
        if painted.len() != self.paintings().len() {
            return Err(Refusal::Pictures);
        }
        let painted: Vec<Vec<u8>> = painted.iter().map(|png| density::with_density(png, DOTS_PER_INCH)).collect();
        let (media, bytes) = match self.format {
            Format::Docx => (docx::MEDIA, docx::write(&self.report, &painted)),
            Format::Hwpx => (hwpx::MEDIA, hwpx::write(&self.report, &painted)),
        };
        let bytes = bytes.map_err(|_| Refusal::TooLarge)?;
        Ok(Document::Bytes { name: self.name.clone(), media, bytes })
    }
}
