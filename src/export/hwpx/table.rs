//! Tables of an HWPX document: a head on every page, rows in one piece, a native caption.

use super::paragraph::{run, words};
use super::section::list;
use super::shapes::Shape;
use super::{PER_MM, PER_POINT, Writer, field, units};
use crate::export::annex::grid::{Filled, Line, LineKind, Lines};
use crate::export::annex::letters::lines_of;
use crate::export::annex::{Caption, Grid, Manner};
use crate::export::markup::{Attribute, Markup};

impl Writer<'_> {
    pub(super) fn grid(&mut self, out: &mut Markup, grid: &Grid, caption: Option<&Caption>) {
        let holder = Shape { keeps: false, ..Shape::of(Manner::Holder) };
        self.paragraph(out, holder, |writer, out| {
            run(out, Manner::Holder, |out| {
                writer.table(out, grid, caption);
                out.empty("hp:t", &[]);
            });
        });
    }

    fn table(&mut self, out: &mut Markup, grid: &Grid, caption: Option<&Caption>) {
        let widths = grid.widths(units(f64::from(grid.width)));
        let heights: Vec<u32> = grid.rows.iter().map(|line| height(line, &widths, grid)).collect();
        let (number, frame) = (self.object(), self.shapes.cell(Default::default()));
        let counted = if caption.is_some() { "TABLE" } else { "NONE" };
        // Between rows, never within one; what is small stays together.
        let broken = if grid.lines == Lines::Rows { "TABLE" } else { "NONE" };
        let own: [Attribute; 14] = [
            ("id", &number),
            ("zOrder", &number),
            ("numberingType", &counted),
            ("textWrap", &"TOP_AND_BOTTOM"),
            ("textFlow", &"BOTH_SIDES"),
            ("lock", &0),
            ("dropcapstyle", &"None"),
            ("pageBreak", &broken),
            ("repeatHeader", &1),
            ("rowCnt", &grid.rows.len()),
            ("colCnt", &grid.weights.len()),
            ("cellSpacing", &0),
            ("borderFillIDRef", &frame),
            ("noAdjust", &0),
        ];
        out.element("hp:tbl", &own, |out| {
            let (width, height) = (widths.iter().sum::<u32>(), heights.iter().sum::<u32>());
            size(out, width, height);
            let side = if grid.lines == Lines::Boxes { "RIGHT" } else { "LEFT" };
            position(out, 0, side);
            out.empty("hp:outMargin", &[("left", &0), ("right", &0), ("top", &283), ("bottom", &283)]);
            if let Some(caption) = caption {
                self.caption(out, caption, "TABLE", width);
            }
            out.empty("hp:inMargin", &[("left", &0), ("right", &0), ("top", &255), ("bottom", &255)]);
            for (row, line) in grid.rows.iter().enumerate() {
                out.element("hp:tr", &[], |out| {
                    for (column, filled) in line.boxes.iter().enumerate() {
                        let place = Place { row, column, size: (widths[column], heights[row]) };
                        self.cell(out, grid, line, filled, place);
                    }
                });
            }
        });
    }

    fn cell(&mut self, out: &mut Markup, grid: &Grid, line: &Line, filled: &Filled, place: Place) {
        let lines = self.shapes.cell(grid.edges(place.row));
        let is_head = line.kind == LineKind::Head;
        let own: [Attribute; 7] = [
            ("name", &""),
            ("header", &u8::from(is_head)),
            ("hasMargin", &1),
            ("protect", &0),
            ("editable", &0),
            ("dirty", &0),
            ("borderFillIDRef", &lines),
        ];
        let upright = match grid.lines {
            Lines::Boxes => "CENTER",
            Lines::Rows if is_head => "BOTTOM",
            Lines::Rows | Lines::Around => "TOP",
        };
        out.element("hp:tc", &own, |out| {
            list(out, upright, (0, 0), |out| {
                for (manner, text) in &filled.lines {
                    let shape = Shape { side: filled.side, keeps: false, ..Shape::of(*manner) };
                    self.paragraph(out, shape, |_, out| words(out, *manner, text));
                }
            });
            out.empty("hp:cellAddr", &[("colAddr", &place.column), ("rowAddr", &place.row)]);
            out.empty("hp:cellSpan", &[("colSpan", &1), ("rowSpan", &1)]);
            out.empty("hp:cellSz", &[("width", &place.size.0), ("height", &place.size.1)]);
            let (inset, room) = (inset(&grid.insets, place.column), units(grid.room()));
            out.empty("hp:cellMargin", &[("left", &inset), ("right", &0), ("top", &room), ("bottom", &room)]);
        });
    }

    /// A caption above; Hangul counts its number, and lists what it stands above.
    pub(super) fn caption(&mut self, out: &mut Markup, caption: &Caption, kind: &str, width: u32) {
        let own: [Attribute; 5] =
            [("side", &"TOP"), ("fullSz", &0), ("width", &8504), ("gap", &283), ("lastWidth", &width)];
        out.element("hp:caption", &own, |out| {
            list(out, "TOP", (width, 0), |out| {
                self.paragraph(out, Shape::of(Manner::Caption), |_, out| {
                    words(out, Manner::Caption, &caption.before);
                    run(out, Manner::Caption, |out| field::counted(out, kind, &caption.number));
                    words(out, Manner::Caption, &caption.after);
                });
            });
        });
    }
}

/// Where a cell stands and how large it is [units of Hangul].
struct Place {
    row: usize,
    column: usize,
    size: (u32, u32),
}

pub(super) fn size(out: &mut Markup, width: u32, height: u32) {
    let own: [Attribute; 5] = [
        ("width", &width),
        ("widthRelTo", &"ABSOLUTE"),
        ("height", &height),
        ("heightRelTo", &"ABSOLUTE"),
        ("protect", &0),
    ];
    out.empty("hp:sz", &own);
}

/// In the line like a letter, or between the lines before and after.
pub(super) fn position(out: &mut Markup, is_letter: u8, side: &str) {
    let own: [Attribute; 11] = [
        ("treatAsChar", &is_letter),
        ("affectLSpacing", &0),
        ("flowWithText", &1),
        ("allowOverlap", &0),
        ("holdAnchorAndSO", &0),
        ("vertRelTo", &"PARA"),
        ("horzRelTo", &"COLUMN"),
        ("vertAlign", &"TOP"),
        ("horzAlign", &side),
        ("vertOffset", &0),
        ("horzOffset", &0),
    ];
    out.empty("hp:pos", &own);
}

fn inset(insets: &[u32], column: usize) -> u32 {
    let tenths = insets.get(column).copied().unwrap_or_default();
    (f64::from(tenths) / 10.0 * PER_MM).round() as u32
}

/// How high a row is at least: the highest of its cells, whose words take about so many lines.
fn height(line: &Line, widths: &[u32], grid: &Grid) -> u32 {
    let of_cell = |(column, filled): (usize, &Filled)| {
        let width = f64::from(widths[column].saturating_sub(inset(&grid.insets, column)));
        let of_line = |(manner, text): &(Manner, String)| {
            let look = manner.look();
            f64::from(lines_of(text, width / (look.size * PER_POINT))) * look.size * look.line * PER_POINT
        };
        filled.lines.iter().map(of_line).sum::<f64>()
    };
    let words = line.boxes.iter().enumerate().map(of_cell).fold(0.0, f64::max);
    ((words + 2.0 * grid.room() * PER_MM).round() as u32).max(units(f64::from(line.height)))
}
