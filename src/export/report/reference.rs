//! How the very same plan is opened: its address, the address as a picture, the fingerprint.

use super::{Block, Look, Reference, Sheet};
use crate::export::material::Material;
use crate::export::picture::Picture;
use crate::forecast::MODEL;

pub(super) fn push(material: &Material, code: Option<Picture>, sheet: &mut Sheet) {
    let words = sheet.words;
    sheet.section(words.reference);
    let text = match (&material.link, &code) {
        (None, _) => words.reference_without_link.to_owned(),
        (Some(_), None) => words.reference_text.to_owned(),
        (Some(_), Some(_)) => format!("{} {}", words.reference_text, words.reference_code),
    };
    sheet.say(Look::Plain, (words.same_figures)(&material.fingerprint, MODEL, material.plan().seed));
    sheet.blocks.push(Block::Reference(Reference { link: material.link.clone(), code, text }));
}
