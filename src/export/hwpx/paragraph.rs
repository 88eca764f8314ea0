//! Paragraphs of an HWPX document: text in a style, lists that count, addresses that are followed.

use super::Writer;
use super::field;
use super::shapes::Shape;
use crate::export::annex::grid::Side;
use crate::export::annex::{Manner, counts_by_itself, is_followed};
use crate::export::markup::{Attribute, Markup};
use crate::export::report::Item;

/// The style of a manner; the one before all of them is that which others begin with.
pub(super) fn style(manner: Manner) -> usize {
    manner.index() + 1
}

/// Letters in the manner of a paragraph.
pub(super) fn run(out: &mut Markup, manner: Manner, inside: impl FnOnce(&mut Markup)) {
    out.element("hp:run", &[("charPrIDRef", &manner.index())], inside);
}

/// A run that holds words alone.
pub(super) fn words(out: &mut Markup, manner: Manner, text: &str) {
    run(out, manner, |out| out.saying("hp:t", &[], text));
}

impl Writer<'_> {
    /// A paragraph with its runs.
    pub(super) fn paragraph(&mut self, out: &mut Markup, shape: Shape, inside: impl FnOnce(&mut Self, &mut Markup)) {
        let (number, shape_of_it, style_of_it) = (self.paragraphs, self.shapes.paragraph(shape), style(shape.manner));
        self.paragraphs += 1;
        let own: [Attribute; 6] = [
            ("id", &number),
            ("paraPrIDRef", &shape_of_it),
            ("styleIDRef", &style_of_it),
            ("pageBreak", &0),
            ("columnBreak", &0),
            ("merged", &0),
        ];
        out.element("hp:p", &own, |out| inside(self, out));
    }

    pub(super) fn text(&mut self, out: &mut Markup, manner: Manner, text: &str) {
        self.paragraph(out, Shape::of(manner), |_, out| words(out, manner, text));
    }

    pub(super) fn aside(&mut self, out: &mut Markup, manner: Manner, text: &str) {
        self.paragraph(out, Shape { side: Side::Right, ..Shape::of(manner) }, |_, out| words(out, manner, text));
    }

    pub(super) fn items(&mut self, out: &mut Markup, items: &[Item]) {
        let counts = counts_by_itself(items);
        if counts {
            self.shapes.lists += 1;
        }
        let shape = Shape { list: if counts { self.shapes.lists } else { 0 }, ..Shape::of(Manner::Item) };
        for item in items {
            let text = if counts { item.text.clone() } else { format!("{} {}", item.number, item.text) };
            self.paragraph(out, shape, |writer, out| {
                run(out, Manner::Item, |out| {
                    out.element("hp:t", &[], |out| {
                        out.text(&text);
                        if item.address.is_some() {
                            out.empty("hp:lineBreak", &[]);
                        }
                    });
                });
                if let Some(address) = &item.address {
                    writer.followed(out, address);
                }
            });
        }
    }

    pub(super) fn address(&mut self, out: &mut Markup, address: &str) {
        self.paragraph(out, Shape::of(Manner::Address), |writer, out| writer.followed(out, address));
    }

    /// An address as it is read, and followed where it is one of the web.
    fn followed(&mut self, out: &mut Markup, address: &str) {
        if !is_followed(address) {
            return words(out, Manner::Address, address);
        }
        let number = self.object();
        run(out, Manner::Address, |out| field::begin_address(out, number, address));
        words(out, Manner::Address, address);
        run(out, Manner::Address, |out| field::end_address(out, number));
    }
}
