//! The text of an HWPX document: the page, its foot, and the pieces in their order.

use super::paragraph::{run, words};
use super::shapes::{NO_LINES, Shape};
use super::{Writer, field, part, units};
use crate::export::annex::{BODY_MM, FOOT_MM, MARGINS_MM, Manner, PAGE_MM, Piece};
use crate::export::markup::{Attribute, Markup};
use crate::export::report::{Furniture, Report};

pub(super) fn section(writer: &mut Writer<'_>, report: &Report, pieces: &[Piece<'_>]) -> Vec<u8> {
    part("hs:sec", &[], |out| {
        // The first paragraph holds what is true of all pages.
        writer.paragraph(out, Shape::of(Manner::Holder), |writer, out| {
            run(out, Manner::Holder, |out| {
                page(out);
                out.element("hp:ctrl", &[], |out| {
                    let columns: [Attribute; 6] = [
                        ("id", &""),
                        ("type", &"NEWSPAPER"),
                        ("layout", &"LEFT"),
                        ("colCount", &1),
                        ("sameSz", &1),
                        ("sameGap", &0),
                    ];
                    out.empty("hp:colPr", &columns);
                });
                foot(writer, out, &report.furniture);
            });
            run(out, Manner::Holder, |out| out.empty("hp:t", &[]));
        });
        for piece in pieces {
            writer.piece(out, piece);
        }
    })
}

fn page(out: &mut Markup) {
    let own: [Attribute; 10] = [
        ("id", &""),
        ("textDirection", &"HORIZONTAL"),
        ("spaceColumns", &1134),
        ("tabStop", &8000),
        ("tabStopVal", &4000),
        ("tabStopUnit", &"HWPUNIT"),
        ("outlineShapeIDRef", &1),
        ("memoShapeIDRef", &0),
        ("textVerticalWidthHead", &0),
        ("masterPageCnt", &0),
    ];
    out.element("hp:secPr", &own, |out| {
        out.empty("hp:grid", &[("lineGrid", &0), ("charGrid", &0), ("wonggojiFormat", &0)]);
        let starts: [Attribute; 5] =
            [("pageStartsOn", &"BOTH"), ("page", &0), ("pic", &0), ("tbl", &0), ("equation", &0)];
        out.empty("hp:startNum", &starts);
        let shown: [Attribute; 8] = [
            ("hideFirstHeader", &0),
            ("hideFirstFooter", &0),
            ("hideFirstMasterPage", &0),
            ("border", &"SHOW_ALL"),
            ("fill", &"SHOW_ALL"),
            ("hideFirstPageNum", &0),
            ("hideFirstEmptyLine", &0),
            ("showLineNumber", &0),
        ];
        out.empty("hp:visibility", &shown);
        let lines: [Attribute; 4] = [("restartType", &0), ("countBy", &0), ("distance", &0), ("startNumber", &0)];
        out.empty("hp:lineNumberShape", &lines);
        paper(out);
        notes(out, "hp:footNotePr", ("-1", "283"), "EACH_COLUMN");
        notes(out, "hp:endNotePr", ("14692344", "0"), "END_OF_DOCUMENT");
        for kind in ["BOTH", "EVEN", "ODD"] {
            let border: [Attribute; 6] = [
                ("type", &kind),
                ("borderFillIDRef", &NO_LINES),
                ("textBorder", &"PAPER"),
                ("headerInside", &0),
                ("footerInside", &0),
                ("fillArea", &"PAPER"),
            ];
            out.element("hp:pageBorderFill", &border, |out| {
                out.empty("hp:offset", &[("left", &1417), ("right", &1417), ("top", &1417), ("bottom", &1417)]);
            });
        }
    });
}

/// The paper; what stands at the foot lies between the margin below and the text.
fn paper(out: &mut Markup) {
    let (above, below, beside) = MARGINS_MM;
    let size: [Attribute; 4] = [
        ("landscape", &"WIDELY"),
        ("width", &units(PAGE_MM.0)),
        ("height", &units(PAGE_MM.1)),
        ("gutterType", &"LEFT_ONLY"),
    ];
    out.element("hp:pagePr", &size, |out| {
        let margins: [Attribute; 7] = [
            ("header", &0),
            ("footer", &units(below - FOOT_MM)),
            ("gutter", &0),
            ("left", &units(beside)),
            ("right", &units(beside)),
            ("top", &units(above)),
            ("bottom", &units(FOOT_MM)),
        ];
        out.empty("hp:margin", &margins);
    });
}

/// How notes would be set; there are none, but each section says it.
fn notes(out: &mut Markup, name: &str, (length, between): (&str, &str), place: &str) {
    out.element(name, &[], |out| {
        let number: [Attribute; 5] =
            [("type", &"DIGIT"), ("userChar", &""), ("prefixChar", &""), ("suffixChar", &")"), ("supscript", &0)];
        out.empty("hp:autoNumFormat", &number);
        let line: [Attribute; 4] =
            [("length", &length), ("type", &"SOLID"), ("width", &"0.12 mm"), ("color", &"#000000")];
        out.empty("hp:noteLine", &line);
        out.empty("hp:noteSpacing", &[("betweenNotes", &between), ("belowLine", &567), ("aboveLine", &850)]);
        out.empty("hp:numbering", &[("type", &"CONTINUOUS"), ("newNum", &1)]);
        out.empty("hp:placement", &[("place", &place), ("beneathText", &0)]);
    });
}

/// The attributes of a list of paragraphs of that width and height [units of Hangul].
pub(super) fn list(out: &mut Markup, upright: &str, size: (u32, u32), inside: impl FnOnce(&mut Markup)) {
    let own: [Attribute; 10] = [
        ("id", &""),
        ("textDirection", &"HORIZONTAL"),
        ("lineWrap", &"BREAK"),
        ("vertAlign", &upright),
        ("linkListIDRef", &0),
        ("linkListNextIDRef", &0),
        ("textWidth", &size.0),
        ("textHeight", &size.1),
        ("hasTextRef", &0),
        ("hasNumRef", &0),
    ];
    out.element("hp:subList", &own, inside);
}

/// What stands at the foot of every page: plan, fingerprint and model, and which page of how many it is.
fn foot(writer: &mut Writer<'_>, out: &mut Markup, furniture: &Furniture) {
    let [before, between, behind] = &furniture.page;
    let size = (units(BODY_MM), units(MARGINS_MM.1 - FOOT_MM));
    out.element("hp:ctrl", &[], |out| {
        out.element("hp:footer", &[("id", &1), ("applyPageType", &"BOTH")], |out| {
            list(out, "BOTTOM", size, |out| {
                writer.paragraph(out, Shape::of(Manner::Foot), |_, out| {
                    run(out, Manner::Foot, |out| {
                        out.element("hp:t", &[], |out| {
                            out.text(&furniture.foot);
                            out.empty("hp:tab", &[("width", &4000), ("leader", &0), ("type", &2)]);
                            out.text(before);
                        });
                    });
                    run(out, Manner::Foot, |out| field::counted(out, "PAGE", "1"));
                    words(out, Manner::Foot, between);
                    run(out, Manner::Foot, |out| field::counted(out, "TOTAL_PAGE", "1"));
                    words(out, Manner::Foot, behind);
                });
            });
        });
    });
}
