//! Tables of members from a file to a membership.

mod fixtures;
mod grammar;
pub mod ministry;
mod own_files;
mod refusals;
mod residents;
mod workbook;

use stagger::import::{Choices, ImportFault, Input, Preview, preview};
use stagger::plan::Membership;

/// Decodes as a browser does.
pub fn decode(label: &str, bytes: &[u8], fatal: bool) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    let (text, broken) = encoding.decode_with_bom_removal(bytes);
    (!(fatal && broken)).then(|| text.into_owned())
}

/// The bytes of a text in an encoding, UTF-16 included.
pub fn encode(label: &str, text: &str) -> Vec<u8> {
    match label {
        "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(text).0.into_owned(),
    }
}

pub fn read(bytes: &[u8]) -> Result<Preview, ImportFault> {
    preview(Input::File(bytes), &Choices::default(), &decode)
}

pub fn pasted(text: &str, choices: &Choices) -> Preview {
    preview(Input::Pasted(text), choices, &decode).unwrap_or_else(|fault| panic!("{fault}\n{text}"))
}

pub fn membership(preview: &Preview) -> &Membership {
    preview.membership.as_ref().unwrap_or_else(|fault| panic!("{fault}: {preview:#?}"))
}

pub fn names(membership: &Membership) -> Vec<&str> {
    membership.regions.iter().map(|region| region.name.as_str()).collect()
}

pub fn ages(membership: &Membership) -> Vec<&str> {
    membership.ages.iter().map(|age| age.name.as_str()).collect()
}
