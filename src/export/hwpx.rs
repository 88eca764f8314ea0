//! The report as HWPX (KS X 6101): a document for Hangul with native headings, captions, lists, tables and pictures.
//!
//! ```text
//! pieces ──▶ Contents/section0.xml ──▶ which shapes of paragraphs and lines of cells there are ──▶ Contents/header.xml
//!            Contents/content.hpf, META-INF/*, version.xml, settings.xml, Preview/PrvText.txt, BinData/*
//! ```

mod field;
mod header;
mod paragraph;
mod parts;
mod picture;
mod section;
mod shapes;
mod table;

use zip::result::ZipError;

use super::annex::{Piece, pieces};
use super::markup::{Attribute, Markup};
use super::package::{Part, pack};
use super::report::Report;
use shapes::Shapes;

/// Media type of the file.
pub const MEDIA: &str = "application/hwp+zip";

/// Units of Hangul to a millimetre and to a point.
const PER_MM: f64 = 7_200.0 / 25.4;
const PER_POINT: f64 = 100.0;

/// A length on paper [units of Hangul].
fn units(millimetres: f64) -> u32 {
    (millimetres * PER_MM).round() as u32
}

/// The names of the standard's parts, which Hangul expects at the root of each.
const NAMES: [(&str, &str); 15] = [
    ("xmlns:ha", "http://www.hancom.co.kr/hwpml/2011/app"),
    ("xmlns:hp", "http://www.hancom.co.kr/hwpml/2011/paragraph"),
    ("xmlns:hp10", "http://www.hancom.co.kr/hwpml/2016/paragraph"),
    ("xmlns:hs", "http://www.hancom.co.kr/hwpml/2011/section"),
    ("xmlns:hc", "http://www.hancom.co.kr/hwpml/2011/core"),
    ("xmlns:hh", "http://www.hancom.co.kr/hwpml/2011/head"),
    ("xmlns:hhs", "http://www.hancom.co.kr/hwpml/2011/history"),
    ("xmlns:hm", "http://www.hancom.co.kr/hwpml/2011/master-page"),
    ("xmlns:hpf", "http://www.hancom.co.kr/schema/2011/hpf"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:opf", "http://www.idpf.org/2007/opf/"),
    ("xmlns:ooxmlchart", "http://www.hancom.co.kr/hwpml/2016/ooxmlchart"),
    ("xmlns:hwpunitchar", "http://www.hancom.co.kr/hwpml/2016/HwpUnitChar"),
    ("xmlns:epub", "http://www.idpf.org/2007/ops"),
    ("xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0"),
];

/// A part of the document with every name at its root.
fn part(name: &str, attributes: &[Attribute], inside: impl FnOnce(&mut Markup)) -> Vec<u8> {
    let names = NAMES.iter().map(|(name, place)| -> Attribute { (name, place) });
    Markup::document(name, &names.chain(attributes.iter().copied()).collect::<Vec<_>>(), inside)
}

/// The bytes of the document; `painted` are the pictures of the report in their order, as PNG.
///
/// # Errors
/// The document is larger than its format can be.
pub fn write(report: &Report, painted: &[Vec<u8>]) -> Result<Vec<u8>, ZipError> {
    let mut writer = Writer::new(painted);
    let pieces = pieces(report);
    let section = section::section(&mut writer, report, &pieces);
    let mut parts = vec![
        Part::stored("mimetype", MEDIA),
        Part::new("version.xml", parts::version()),
        Part::new("Contents/header.xml", header::header(&writer.shapes)),
        Part::new("Contents/section0.xml", section),
        Part::new("Preview/PrvText.txt", parts::preview(&pieces)),
        Part::new("settings.xml", parts::settings()),
        Part::new("META-INF/container.rdf", parts::descriptions()),
        Part::new("Contents/content.hpf", parts::contents(report, writer.images.len())),
        Part::new("META-INF/container.xml", parts::container()),
        Part::new("META-INF/manifest.xml", parts::manifest()),
    ];
    let images = writer.images.into_iter().enumerate();
    parts.extend(images.map(|(at, bytes)| Part::stored(parts::image_path(at), bytes)));
    pack(&parts)
}

/// A document while it is written.
struct Writer<'a> {
    painted: &'a [Vec<u8>],
    shapes: Shapes,
    images: Vec<Vec<u8>>,
    /// Paragraphs and objects so far; each has a number.
    paragraphs: u32,
    objects: u32,
}

impl<'a> Writer<'a> {
    fn new(painted: &'a [Vec<u8>]) -> Self {
        Self { painted, shapes: Shapes::new(), images: Vec::new(), paragraphs: 0, objects: 0 }
    }

    fn piece(&mut self, out: &mut Markup, piece: &Piece<'_>) {
        match piece {
            Piece::Paragraph(manner, text) => self.text(out, *manner, text),
            Piece::Aside(manner, text) => self.aside(out, *manner, text),
            Piece::Items(items) => self.items(out, items),
            Piece::Grid(grid, caption) => self.grid(out, grid, caption.as_ref()),
            Piece::Picture(scene) => self.picture(out, scene),
            Piece::Address(address) => self.address(out, address),
        }
    }

    /// The number of the next object, which also says what lies above what.
    fn object(&mut self) -> u32 {
        self.objects += 1;
        self.objects
    }
}
