//! Tables of a DOCX document: fixed widths, a head on every page, rows in one piece.

use super::paragraph::{self, Set};
use super::twips;
use crate::export::annex::Grid;
use crate::export::annex::grid::{Edge, Edges, Filled, Line, LineKind, Lines, Weight};
use crate::export::markup::Markup;

pub(super) fn write(out: &mut Markup, grid: &Grid) {
    let whole = twips(f64::from(grid.width));
    let widths = grid.widths(whole);
    out.element("w:tbl", &[], |out| {
        out.element("w:tblPr", &[], |out| properties(out, grid, whole));
        out.element("w:tblGrid", &[], |out| {
            for width in &widths {
                out.empty("w:gridCol", &[("w:w", width)]);
            }
        });
        for (at, line) in grid.rows.iter().enumerate() {
            out.element("w:tr", &[], |out| row(out, grid, &widths, at, line));
        }
    });
}

fn properties(out: &mut Markup, grid: &Grid, whole: u32) {
    out.empty("w:tblStyle", &[("w:val", &"TableNormal")]);
    out.empty("w:tblW", &[("w:w", &whole), ("w:type", &"dxa")]);
    if grid.lines == Lines::Boxes {
        out.empty("w:jc", &[("w:val", &"right")]);
    } else {
        out.empty("w:tblInd", &[("w:w", &0), ("w:type", &"dxa")]);
    }
    out.empty("w:tblLayout", &[("w:type", &"fixed")]);
    out.element("w:tblCellMar", &[], |out| {
        for (side, width) in [("w:top", grid.room()), ("w:left", 0.0), ("w:bottom", grid.room()), ("w:right", 0.0)] {
            out.empty(side, &[("w:w", &twips(width)), ("w:type", &"dxa")]);
        }
    });
    // The first row names the columns, the first column the rows.
    let has_row_names = u8::from(grid.lines != Lines::Around);
    let bits = if grid.lines == Lines::Around { "0620" } else { "06A0" };
    let of_rows: [(&str, &dyn std::fmt::Display); 7] = [
        ("w:val", &bits),
        ("w:firstRow", &1),
        ("w:lastRow", &0),
        ("w:firstColumn", &has_row_names),
        ("w:lastColumn", &0),
        ("w:noHBand", &1),
        ("w:noVBand", &1),
    ];
    out.empty("w:tblLook", &of_rows);
    if !grid.name.is_empty() {
        out.empty("w:tblCaption", &[("w:val", &grid.name)]);
    }
}

fn row(out: &mut Markup, grid: &Grid, widths: &[u32], at: usize, line: &Line) {
    out.element("w:trPr", &[], |out| {
        out.empty("w:cantSplit", &[]);
        if line.height > 0 {
            out.empty("w:trHeight", &[("w:val", &twips(f64::from(line.height))), ("w:hRule", &"atLeast")]);
        }
        if line.kind == LineKind::Head {
            out.empty("w:tblHeader", &[]);
        }
    });
    let set = Set { keeps: grid.keeps(at), ..Set::default() };
    let is_low = line.kind == LineKind::Head && grid.lines == Lines::Rows;
    let upright = match (grid.lines, is_low) {
        (Lines::Boxes, _) => "center",
        (_, true) => "bottom",
        (_, false) => "top",
    };
    for (column, filled) in line.boxes.iter().enumerate() {
        out.element("w:tc", &[], |out| {
            out.element("w:tcPr", &[], |out| {
                out.empty("w:tcW", &[("w:w", &widths.get(column).copied().unwrap_or_default()), ("w:type", &"dxa")]);
                edges(out, grid.edges(at));
                let inset = f64::from(grid.insets.get(column).copied().unwrap_or_default()) / 10.0;
                out.element("w:tcMar", &[], |out| {
                    out.empty("w:left", &[("w:w", &twips(inset)), ("w:type", &"dxa")]);
                });
                out.empty("w:vAlign", &[("w:val", &upright)]);
            });
            cell(out, filled, set);
        });
    }
}

fn cell(out: &mut Markup, filled: &Filled, set: Set) {
    for (manner, text) in &filled.lines {
        paragraph::write(out, *manner, Set { side: Some(filled.side), ..set }, |out| {
            if !text.is_empty() {
                paragraph::run(out, text);
            }
        });
    }
}

fn edges(out: &mut Markup, edges: Edges) {
    out.element("w:tcBorders", &[], |out| {
        for (side, edge) in
            [("w:top", edges.above), ("w:left", edges.beside), ("w:bottom", edges.below), ("w:right", edges.beside)]
        {
            self::edge(out, side, edge);
        }
    });
}

fn edge(out: &mut Markup, side: &str, edge: Edge) {
    let Some((weight, colour)) = edge else { return };
    // In eighths of a point.
    let size = match weight {
        Weight::Thin => 4,
        Weight::Middle => 6,
        Weight::Heavy => 8,
    };
    out.empty(side, &[("w:val", &"single"), ("w:sz", &size), ("w:space", &0), ("w:color", &colour)]);
}
