//! The plan in an address: everything but bids, the version that was approved, and unknown fields.
//!
//! ```text
//! # s1 . payload
//!   │    └ letters of an address of: CRC-32 of the rest, low byte first │ the plan as the codec packs it
//!   └ codec mark: `s` and a number = a codec that is kept for ever, `d` and a number = a draft of earlier days
//! ```
//!
//! In capitals (`#S1.`) the payload is in the letters that a QR code packs best; both open the same plan. The checksum
//! is of the packed bytes, so that a damaged link costs no decompression.

mod alphabet;
#[cfg(feature = "drafts")]
mod d1;
mod extract;
mod s1;

use thiserror::Error;

use super::checksum::crc32;
use crate::plan::Plan;
use alphabet::{Alphabet, FIVE, SIX};
use extract::Mark;

/// Mark of the codec that is written.
pub const MARK: &str = "s1";

/// Number of the codec in [`MARK`].
const STABLE: u64 = 1;

/// Number of the last draft.
const DRAFT: u64 = 1;

/// Longest text in which a link is looked for [bytes].
const TEXT_MAX: usize = 8 * 1024 * 1024;

const CHECKSUM_BYTES: usize = 4;

/// Why a text opens no plan. The plan in hand stays as it is.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum LinkError {
    /// No text, an address without a fragment, or a mark without anything behind it.
    #[error("no link")]
    Empty,
    /// Something that was never a link of the planner.
    #[error("not a link of the planner")]
    Foreign,
    /// A link of the planner that was cut off or changed on its way.
    #[error("the link is damaged")]
    Damaged,
    /// A link from the time before codecs were frozen; `mark` is its codec.
    #[error("a draft link of codec {mark}, this reads {MARK}")]
    Draft { mark: String },
    /// A link of a later version; `mark` is its codec.
    #[error("a newer link of codec {mark}, this reads {MARK}")]
    Newer { mark: String },
}

impl LinkError {
    /// Name of the variant for programs; never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "link-empty",
            Self::Foreign => "link-foreign",
            Self::Damaged => "link-damaged",
            Self::Draft { .. } => "link-draft",
            Self::Newer { .. } => "link-newer",
        }
    }
}

/// The fragment of an address that opens the plan, with its `#`. The same plan gives the same link; unknown fields
/// and the version that was approved stay behind.
///
/// A plan with more than about a million letters or numbers has none: what is given then opens nothing.
pub fn encode(plan: &Plan) -> String {
    format!("#{MARK}.{}", letters(plan, &SIX))
}

/// As [`encode`], in the capitals and digits that a QR code packs best. It is longer and makes a smaller code.
pub fn encode_for_qr(plan: &Plan) -> String {
    format!("#{}.{}", MARK.to_ascii_uppercase(), letters(plan, &FIVE))
}

fn letters(plan: &Plan, alphabet: &Alphabet) -> String {
    let Some(packed) = s1::pack(plan) else { return String::new() };
    let mut bytes = crc32(&packed).to_le_bytes().to_vec();
    bytes.extend(packed);
    alphabet.write(&bytes)
}

/// The plan of a link: a fragment, a bare payload with its mark, or a whole address, as chat and mail leave them.
///
/// Draft links open where the feature `drafts` is on; elsewhere they are [`LinkError::Draft`].
///
/// # Errors
/// The text holds no whole link of this version.
pub fn decode(text: &str) -> Result<Plan, LinkError> {
    if text.len() > TEXT_MAX {
        return Err(LinkError::Foreign);
    }
    let found = extract::find(text)?;
    check_mark(found.mark)?;
    if found.readings.iter().all(String::is_empty) {
        return Err(LinkError::Empty);
    }
    found.readings.iter().find_map(|payload| unpack(found.mark, payload)).ok_or(LinkError::Damaged)
}

fn check_mark(mark: Mark) -> Result<(), LinkError> {
    match mark {
        Mark::Stable(STABLE) | Mark::Capital(STABLE) => Ok(()),
        Mark::Draft(DRAFT) if cfg!(feature = "drafts") => Ok(()),
        Mark::Draft(number) if number <= DRAFT => Err(LinkError::Draft { mark: mark.to_string() }),
        _ => Err(LinkError::Newer { mark: mark.to_string() }),
    }
}

fn unpack(mark: Mark, payload: &str) -> Option<Plan> {
    let alphabet = if matches!(mark, Mark::Capital(_)) { FIVE } else { SIX };
    let bytes = alphabet.read(payload)?;
    let (checksum, packed) = bytes.split_first_chunk::<CHECKSUM_BYTES>()?;
    if crc32(packed) != u32::from_le_bytes(*checksum) {
        return None;
    }
    match mark {
        #[cfg(feature = "drafts")]
        Mark::Draft(_) => d1::unpack(packed),
        _ => s1::unpack(packed),
    }
}
