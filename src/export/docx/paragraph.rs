//! Paragraphs of a DOCX document: text in a style, captions that count, lists, addresses that are followed.

use super::style::id;
use super::{Related, Writer};
use crate::export::annex::grid::Side;
use crate::export::annex::{Caption, Manner, counts_by_itself, is_followed};
use crate::export::markup::{Attribute, Markup};
use crate::export::report::Item;

/// What captions of tables and of pictures are counted by, in lists of tables and of figures.
pub(super) const TABLES: &str = "Table";
pub(super) const FIGURES: &str = "Figure";

/// What a paragraph has beside its style.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Set {
    pub side: Option<Side>,
    /// Stays on the page of the next.
    pub keeps: bool,
    /// The numbered list that it is an item of, from 1.
    pub list: Option<usize>,
}

pub(super) fn write(out: &mut Markup, manner: Manner, set: Set, inside: impl FnOnce(&mut Markup)) {
    out.element("w:p", &[], |out| {
        out.element("w:pPr", &[], |out| {
            out.empty("w:pStyle", &[("w:val", &id(manner))]);
            if set.keeps {
                out.empty("w:keepNext", &[]);
            }
            if let Some(list) = set.list {
                out.element("w:numPr", &[], |out| {
                    out.empty("w:ilvl", &[("w:val", &0)]);
                    out.empty("w:numId", &[("w:val", &list)]);
                });
            }
            let side = match set.side {
                None | Some(Side::Left) => None,
                Some(Side::Centre) => Some("center"),
                Some(Side::Right) => Some("right"),
            };
            if let Some(side) = side {
                out.empty("w:jc", &[("w:val", &side)]);
            }
        });
        inside(out);
    });
}

/// Words as the style has them.
pub(super) fn run(out: &mut Markup, text: &str) {
    out.element("w:r", &[], |out| words(out, text));
}

fn words(out: &mut Markup, text: &str) {
    let kept: &[Attribute] = &[("xml:space", &"preserve")];
    out.saying("w:t", kept, text);
}

pub(super) fn of_text(out: &mut Markup, manner: Manner, text: &str) {
    write(out, manner, Set::default(), |out| run(out, text));
}

pub(super) fn aside(out: &mut Markup, manner: Manner, text: &str) {
    write(out, manner, Set { side: Some(Side::Right), ..Set::default() }, |out| run(out, text));
}

/// An empty paragraph as low as can be.
pub(super) fn spacer(out: &mut Markup) {
    out.element("w:p", &[], |out| {
        out.element("w:pPr", &[], |out| {
            out.empty("w:spacing", &[("w:before", &0), ("w:after", &0), ("w:line", &60), ("w:lineRule", &"exact")]);
            out.element("w:rPr", &[], |out| out.empty("w:sz", &[("w:val", &2)]));
        });
    });
}

/// A caption; its number is a field, so that Word can list and count what it stands above.
pub(super) fn caption(out: &mut Markup, caption: &Caption, counter: &str) {
    write(out, Manner::Caption, Set::default(), |out| {
        run(out, &caption.before);
        field(out, &format!("SEQ {counter} \\* ARABIC"), &caption.number);
        run(out, &caption.after);
    });
}

/// A field with the value that it has until it is computed again.
pub(super) fn field(out: &mut Markup, instruction: &str, value: &str) {
    out.element("w:fldSimple", &[("w:instr", &format!(" {instruction} "))], |out| run(out, value));
}

impl Writer<'_> {
    pub(super) fn items(&mut self, out: &mut Markup, items: &[Item]) {
        let counts = counts_by_itself(items);
        if counts {
            self.lists += 1;
        }
        let set = Set { list: counts.then_some(self.lists), ..Set::default() };
        for item in items {
            let text = if counts { item.text.clone() } else { format!("{} {}", item.number, item.text) };
            write(out, Manner::Item, set, |out| {
                run(out, &text);
                if let Some(address) = &item.address {
                    out.element("w:r", &[], |out| out.empty("w:br", &[]));
                    self.followed(out, address);
                }
            });
        }
    }

    pub(super) fn address(&mut self, out: &mut Markup, address: &str) {
        write(out, Manner::Address, Set::default(), |out| self.followed(out, address));
    }

    /// An address as it is read, and followed where it is one of the web.
    fn followed(&mut self, out: &mut Markup, address: &str) {
        let small = |out: &mut Markup| {
            out.element("w:r", &[], |out| {
                out.element("w:rPr", &[], |out| out.empty("w:rStyle", &[("w:val", &"AddressText")]));
                words(out, address);
            });
        };
        if is_followed(address) {
            let name = self.refer(Related::Address(address.to_owned()));
            out.element("w:hyperlink", &[("r:id", &name), ("w:history", &1)], small);
        } else {
            small(out);
        }
    }
}
