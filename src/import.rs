//! Bring your own members: the bytes or the text of a table in, a membership out, with everything that was guessed.
//!
//! ```text
//! bytes ─encoding─▶ text ─delimited─┐
//!       └─────────workbook──────────┴▶ Grid ─header, layout─▶ columns with roles
//!                                                                  │
//!          Choices ──────────────────┐                           facts   a figure: place, ages, sex, year, kind
//!                                    ▼                             ▼
//!   Preview ◀─ sums ◀─ membership ◀─ tree (places), bands (ages) ◀─ selection (one year, one sex, one kind)
//! ```
//!
//! [`preview`] is one pure function: whoever wants another guess asks again with it fixed in [`Choices`]. Decoding
//! comes in as an argument, so that the browser's own decoders are used and none is carried along.
//!
//! A count with a fraction is rounded to the nearest person, a half upwards, cell by cell. A cell that is no number
//! costs its row, but only if it is one of those that are counted. A total is never counted, whether its name or its
//! sum shows that it is one.

pub mod age_phrase;
pub mod assemble;
pub mod band;
pub mod bands;
pub mod chain;
pub mod choices;
pub mod delimited;
pub mod encoding;
pub mod facts;
pub mod fault;
pub mod grid;
pub mod header;
pub mod label;
pub mod layout;
pub mod number;
pub mod period;
pub mod persons;
pub mod preview;
pub mod region;
pub mod scale;
pub mod selection;
pub mod spoiled;
pub mod sums;
pub mod token;
pub mod tree;
pub mod words;
#[cfg(feature = "xlsx")]
pub mod workbook;

pub use choices::Choices;
pub use encoding::{Decode, LABELS};
pub use fault::ImportFault;
pub use preview::{BandWidth, LeftOut, Pick, Preview, Reason, Source, Sum, SumOf};
pub use scale::{scaled, scaled_by_share};

use delimited::Delimiter;
use grid::Grid;
use number::{DecimalMark, Value};

/// What somebody brought.
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    File(&'a [u8]),
    Pasted(&'a str),
}

/// The largest file that is read [bytes]; the ministry's table of all neighbourhoods has about five million.
pub const BYTES_MAX: usize = 40_000_000;

/// What a table says, by the choices made and guesses for the rest.
///
/// # Errors
/// [`ImportFault`] if there is no table of counts in it: it is empty, too large, not in the chosen encoding, a list
/// of persons, or has no counts. What goes wrong later stands in [`Preview::membership`] beside what was understood.
pub fn preview(input: Input, choices: &Choices, decode: Decode) -> Result<Preview, ImportFault> {
    let (source, mut grid) = open(input, choices, decode)?;
    let mended = spoiled::mend(&mut grid);
    chain::spell_out(&mut grid);
    if grid.rows.is_empty() {
        return Err(ImportFault::Empty);
    }
    let guess = number::guess(grid.rows.iter().flat_map(|row| row.cells.iter().map(String::as_str)));
    let mark = Pick::of(choices.decimal_mark, guess, DecimalMark::ALL.to_vec());
    let values: Vec<Vec<Value>> =
        grid.rows.iter().map(|row| row.cells.iter().map(|cell| number::read(cell, mark.taken)).collect()).collect();
    let layout = layout::read(&grid, &values, choices.header_rows, &choices.roles);
    persons::refuse(&grid, &layout)?;
    let mut facts = facts::read(&grid, &values, &layout);
    facts.left_out.extend(mended);
    if !facts.facts.iter().any(|fact| matches!(fact.value, Value::Count(_))) {
        return Err(ImportFault::NoCounts);
    }
    Ok(assemble::assemble(assemble::Read { source, decimal_mark: mark, grid: &grid, layout: &layout, facts }, choices))
}

fn open(input: Input, choices: &Choices, decode: Decode) -> Result<(Source, Grid), ImportFault> {
    let bytes = match input {
        Input::File(bytes) => bytes,
        Input::Pasted(text) => text.as_bytes(),
    };
    if bytes.len() > BYTES_MAX {
        return Err(ImportFault::TooLarge { bytes: bytes.len(), most: BYTES_MAX });
    }
    let (encoding, text) = match input {
        Input::Pasted(text) => (None, text.to_owned()),
        Input::File(bytes) if is_workbook(bytes) => return open_workbook(bytes, choices),
        Input::File(bytes) => {
            let decoded = encoding::decode(bytes, choices.encoding, decode)?;
            if choices.encoding.is_none() && !encoding::is_text(&decoded.text) {
                return Err(ImportFault::NotText);
            }
            (Some(Pick::of(choices.encoding, decoded.label, LABELS.to_vec())), decoded.text)
        }
    };
    let delimiter = match choices.delimiter {
        Some(chosen) => Pick::of(Some(chosen), chosen, Delimiter::ALL.to_vec()),
        None => Pick::of(None, delimited::guess(&text), Delimiter::ALL.to_vec()),
    };
    let grid = delimited::read(&text, delimiter.taken);
    Ok((Source::Text { encoding, delimiter }, grid))
}

/// The first bytes of the two forms of a workbook.
fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

#[cfg(feature = "xlsx")]
fn open_workbook(bytes: &[u8], choices: &Choices) -> Result<(Source, Grid), ImportFault> {
    workbook::read(bytes, choices.sheet.as_deref())
}

#[cfg(not(feature = "xlsx"))]
fn open_workbook(_: &[u8], _: &Choices) -> Result<(Source, Grid), ImportFault> {
    Err(ImportFault::NoWorkbooks)
}
