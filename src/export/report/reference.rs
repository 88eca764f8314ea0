//! How the very same plan is opened: its address, the address as a picture, the fingerprint.

use super::{Block, Look, Reference, Sheet};
use crate::export::material::Material;
use crate::export::picture::Picture;
use crate::forecast::MODEL;

pub(super) fn push(material: &Material, code: Option<Picture>, sheet: &mut Sheet) {
    let words = sheet.words;
    sheet.section(words.reference);
    let text = if material.link.is_some() { words.reference_text } else { words.reference_without_link };
    sheet.say(Look::Plain, (words.same_figures)(&material.fingerprint, MODEL, material.plan().seed));
    sheet.blocks.push(Block::Reference(Reference { link: material.link.clone(), code, text: text.to_owned() }));
}
