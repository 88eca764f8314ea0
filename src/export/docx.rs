//! The report as DOCX (ECMA-376): a document for Word with native headings, captions, lists, tables and pictures.
//!
//! ```text
//! pieces ──▶ word/document.xml ──▶ which pictures and addresses there are ──▶ relationships, media
//!            word/styles.xml, numbering.xml, footer1.xml, settings.xml, fontTable.xml, docProps/*
//! ```

mod body;
mod paragraph;
mod parts;
mod picture;
mod style;
mod table;

use zip::result::ZipError;

use super::annex::{Caption, Grid, Piece, pieces};
use super::markup::Markup;
use super::package::{Part, pack};
use super::picture::Drawing;
use super::report::Report;

/// Media type of the file.
pub const MEDIA: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A length on paper [twentieths of a point].
fn twips(millimetres: f64) -> u32 {
    (millimetres / 25.4 * 1_440.0).round() as u32
}

/// The bytes of the document; `painted` are the pictures of the report in their order, as PNG.
///
/// # Errors
/// The document is larger than its format can be.
pub fn write(report: &Report, painted: &[Vec<u8>]) -> Result<Vec<u8>, ZipError> {
    let mut writer = Writer::new(painted);
    let mut body = Markup::default();
    for piece in pieces(report) {
        writer.piece(&mut body, &piece);
    }
    let mut parts = vec![
        Part::new("[Content_Types].xml", parts::content_types()),
        Part::new("_rels/.rels", parts::package_relationships()),
        Part::new("docProps/core.xml", parts::core(report)),
        Part::new("docProps/app.xml", parts::application()),
        Part::new("word/document.xml", body::document(&body)),
        Part::new("word/_rels/document.xml.rels", parts::relationships(&writer.related)),
        Part::new("word/styles.xml", style::styles(report.language)),
        Part::new("word/numbering.xml", parts::numbering(writer.lists)),
        Part::new("word/settings.xml", parts::settings(report.language)),
        Part::new("word/fontTable.xml", parts::fonts()),
        Part::new("word/footer1.xml", body::foot(&report.furniture)),
    ];
    parts.extend(writer.media);
    pack(&parts)
}

/// What a document refers to beside its fixed parts.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Related {
    /// Path of a picture, from the folder of the document.
    Image(String),
    /// An address of the web.
    Address(String),
}

/// A document while it is written.
struct Writer<'a> {
    painted: &'a [Vec<u8>],
    related: Vec<Related>,
    media: Vec<Part>,
    /// Numbered lists so far.
    lists: usize,
    /// Objects so far; each has a number.
    objects: usize,
}

impl<'a> Writer<'a> {
    fn new(painted: &'a [Vec<u8>]) -> Self {
        Self { painted, related: Vec::new(), media: Vec::new(), lists: 0, objects: 0 }
    }

    fn piece(&mut self, out: &mut Markup, piece: &Piece<'_>) {
        match piece {
            Piece::Paragraph(manner, text) => paragraph::of_text(out, *manner, text),
            Piece::Aside(manner, text) => paragraph::aside(out, *manner, text),
            Piece::Items(items) => self.items(out, items),
            Piece::Grid(grid, caption) => self.grid(out, grid, caption.as_ref()),
            Piece::Picture(scene) => self.picture(out, scene),
            Piece::Address(address) => self.address(out, address),
        }
    }

    fn grid(&mut self, out: &mut Markup, grid: &Grid, caption: Option<&Caption>) {
        if let Some(caption) = caption {
            paragraph::caption(out, caption, paragraph::TABLES);
        }
        table::write(out, grid);
        // Two tables that touch become one.
        paragraph::spacer(out);
    }

    /// The name by which the document refers to something; the first names are those of its fixed parts.
    fn refer(&mut self, to: Related) -> String {
        self.related.push(to);
        parts::name_of(parts::FIXED.len() + self.related.len())
    }

    fn image(&mut self, drawing: &Drawing, painted: Option<usize>) -> String {
        let bytes = match (drawing, painted) {
            (Drawing::Code { png, .. }, _) => png.clone(),
            (Drawing::Chart(_), painted) => painted.and_then(|at| self.painted.get(at)).cloned().unwrap_or_default(),
        };
        let path = format!("media/image{}.png", self.media.len() + 1);
        self.media.push(Part::stored(format!("word/{path}"), bytes));
        self.refer(Related::Image(path))
    }
}
