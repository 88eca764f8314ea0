//! The main part of a DOCX document and the foot of its pages.

use super::paragraph::{Set, field, run, write};
use super::{parts, twips};
use crate::export::annex::{FOOT_MM, MARGINS_MM, Manner, PAGE_MM};
use crate::export::markup::{Attribute, Markup};
use crate::export::report::Furniture;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The main part with what was written.
pub(super) fn document(body: &Markup) -> Vec<u8> {
    let names: [Attribute; 5] = [
        ("xmlns:w", &MAIN),
        ("xmlns:r", &"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("xmlns:wp", &"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("xmlns:a", &"http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("xmlns:pic", &"http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ];
    Markup::document("w:document", &names, |out| {
        out.element("w:body", &[], |out| {
            out.append(body);
            out.element("w:sectPr", &[], page);
        });
    })
}

fn page(out: &mut Markup) {
    let foot = parts::name_of(parts::FOOTER);
    out.empty("w:footerReference", &[("w:type", &"default"), ("r:id", &foot)]);
    out.empty("w:pgSz", &[("w:w", &twips(PAGE_MM.0)), ("w:h", &twips(PAGE_MM.1))]);
    let (above, below, beside) = MARGINS_MM;
    let margins: [Attribute; 7] = [
        ("w:top", &twips(above)),
        ("w:right", &twips(beside)),
        ("w:bottom", &twips(below)),
        ("w:left", &twips(beside)),
        ("w:header", &twips(FOOT_MM)),
        ("w:footer", &twips(FOOT_MM)),
        ("w:gutter", &0),
    ];
    out.empty("w:pgMar", &margins);
}

/// What stands at the foot of every page: plan, fingerprint and model, and which page of how many it is.
pub(super) fn foot(furniture: &Furniture) -> Vec<u8> {
    Markup::document("w:ftr", &[("xmlns:w", &MAIN)], |out| {
        write(out, Manner::Foot, Set::default(), |out| {
            run(out, &furniture.foot);
            out.element("w:r", &[], |out| out.empty("w:tab", &[]));
            let [before, between, behind] = &furniture.page;
            let said = |out: &mut Markup, text: &str| {
                if !text.is_empty() {
                    run(out, text);
                }
            };
            said(out, before);
            field(out, "PAGE", "1");
            said(out, between);
            field(out, "NUMPAGES", "1");
            said(out, behind);
        });
    })
}
