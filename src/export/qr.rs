//! A QR code of a text: its modules, and pictures of it as SVG and PNG with the quiet zone around.

use miniz_oxide::deflate::compress_to_vec_zlib;
use qrcode::{Color, EcLevel, QrCode};

use crate::wire::checksum::crc32;

/// Light modules that must surround a code on every side (ISO/IEC 18004).
pub const QUIET: usize = 4;

/// Levels of error correction with the widest code for which each is taken, the strongest first. More than 81 modules
/// are hard to print small, more than 117 hard to scan; beyond, being readable at all comes first.
const LEVELS: [(Correction, usize); 4] =
    [(Correction::High, 69), (Correction::Quartile, 81), (Correction::Medium, 117), (Correction::Low, 177)];

/// Printed side of a module that cameras of telephones still tell apart at arm's length [mm].
const MODULE_MM: f64 = 0.4;

/// Pixels of a module in the PNG.
const PIXELS: usize = 8;

/// How much of a code may be damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Correction {
    Low,
    Medium,
    Quartile,
    High,
}

impl Correction {
    /// Its letter in the standard.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Low => "L",
            Self::Medium => "M",
            Self::Quartile => "Q",
            Self::High => "H",
        }
    }

    /// How much of a code may be lost [per cent].
    pub fn percent(self) -> u32 {
        match self {
            Self::Low => 7,
            Self::Medium => 15,
            Self::Quartile => 25,
            Self::High => 30,
        }
    }

    fn level(self) -> EcLevel {
        match self {
            Self::Low => EcLevel::L,
            Self::Medium => EcLevel::M,
            Self::Quartile => EcLevel::Q,
            Self::High => EcLevel::H,
        }
    }
}

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Modules of a side, without the quiet zone; 21 to 177.
    pub width: usize,
    pub correction: Correction,
    /// Row by row; true = dark.
    dark: Vec<bool>,
}

/// The code of a text with the strongest correction that its size allows; `None` = it is longer than a code holds.
pub fn code(text: &str) -> Option<Code> {
    LEVELS.iter().find_map(|&(correction, widest)| {
        let code = QrCode::with_error_correction_level(text, correction.level()).ok()?;
        let width = code.width();
        let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
        (width <= widest).then_some(Code { width, correction, dark })
    })
}

impl Code {
    /// The least printed side, the quiet zone included [mm, rounded up].
    pub fn least_mm(&self) -> u32 {
        (self.side() as f64 * MODULE_MM).ceil() as u32
    }

    /// Modules of a side, the quiet zone included.
    pub fn side(&self) -> usize {
        self.width + 2 * QUIET
    }

    /// Whether a module is dark, counted from the edge of the quiet zone.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        let inside = |place: usize| place.checked_sub(QUIET).filter(|place| *place < self.width);
        inside(x).zip(inside(y)).is_some_and(|(x, y)| self.dark[y * self.width + x])
    }

    /// The dark modules as a path of SVG, counted from the edge of the quiet zone: a rectangle for each run of a row.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (y, row) in self.dark.chunks(self.width).enumerate() {
            let mut x = QUIET;
            for run in row.chunk_by(|one, other| one == other) {
                let length = run.len();
                if run.first() == Some(&true) {
                    path.push_str(&format!("M{x} {}h{length}v1h-{length}z", y + QUIET));
                }
                x += length;
            }
        }
        path
    }

    /// A picture of its own, black on white, at its least printed size.
    pub fn svg(&self) -> String {
        let (side, size, path) = (self.side(), self.least_mm(), self.path());
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size}mm\" height=\"{size}mm\" \
             viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>\n"
        )
    }

    /// The same in pixels, black and white, with the resolution that prints it at its least size.
    pub fn png(&self) -> Vec<u8> {
        let side = self.side() * PIXELS;
        let mut rows = Vec::new();
        for y in 0..side {
            // Rows are not filtered; a set bit is white.
            rows.push(0);
            let start = rows.len();
            rows.resize(start + side.div_ceil(8), 0xff);
            for x in (0..side).filter(|x| self.is_dark(x / PIXELS, y / PIXELS)) {
                rows[start + x / 8] &= !(0x80 >> (x % 8));
            }
        }
        let side = (side as u32).to_be_bytes();
        let per_meter = ((PIXELS as f64 * 1_000.0 / MODULE_MM) as u32).to_be_bytes();
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        chunk(&mut png, b"IHDR", &[&side[..], &side[..], &[1, 0, 0, 0, 0]].concat());
        chunk(&mut png, b"pHYs", &[&per_meter[..], &per_meter[..], &[1]].concat());
        chunk(&mut png, b"IDAT", &compress_to_vec_zlib(&rows, 9));
        chunk(&mut png, b"IEND", &[]);
        png
    }
}

/// A piece of a PNG: length, kind, data, CRC-32 of kind and data.
fn chunk(png: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    let named = [kind, data].concat();
    png.extend((data.len() as u32).to_be_bytes());
    png.extend(&named);
    png.extend(crc32(&named).to_be_bytes());
}
