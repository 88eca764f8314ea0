//! The plan in an address: everything but unknown fields, compressed and checksummed. DRAFT codec, not frozen.
//!
//! ```text
//! # d1 . payload
//!   │    └ base 64 for addresses (RFC 4648 section 5, no padding) of: CRC-32 of the rest, low byte first │ deflate
//!   │      of the canonical plan
//!   └ codec mark: `d` and a number = a draft, `s` and a number = a codec that is kept for ever
//! ```
//!
//! The checksum is of the compressed bytes, so that a damaged link costs no decompression.

mod extract;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use thiserror::Error;

use super::checksum::crc32;
use super::plan_file;
use super::tree::Write;
use crate::plan::Plan;

/// Mark of the codec that is written.
pub const MARK: &str = "d1";

/// Number of the draft in [`MARK`].
const DRAFT: u64 = 1;

/// Longest text that a link is unpacked to [bytes].
const UNPACKED_MAX: usize = 8 * 1024 * 1024;

/// Longest text in which a link is looked for [bytes].
const TEXT_MAX: usize = 8 * 1024 * 1024;

/// Effort of the compression, the highest.
const COMPRESSION: u8 = 10;

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
pub fn encode(plan: &Plan) -> String {
    let packed = compress_to_vec(plan.tree().compact().as_bytes(), COMPRESSION);
    let mut bytes = crc32(&packed).to_le_bytes().to_vec();
    bytes.extend(packed);
    format!("#{MARK}.{}", URL_SAFE_NO_PAD.encode(bytes))
}

/// The plan of a link: a fragment, a bare payload with its mark, or a whole address, as chat and mail leave them.
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
    let mut plan = found.readings.iter().find_map(|payload| unpack(payload)).ok_or(LinkError::Damaged)?;
    plan.unknown.clear();
    plan.approved = None;
    Ok(plan)
}

fn check_mark(mark: extract::Mark) -> Result<(), LinkError> {
    match mark {
        extract::Mark::Draft(DRAFT) => Ok(()),
        extract::Mark::Draft(number) if number < DRAFT => Err(LinkError::Draft { mark: mark.to_string() }),
        extract::Mark::Draft(_) | extract::Mark::Stable(_) => Err(LinkError::Newer { mark: mark.to_string() }),
    }
}

fn unpack(payload: &str) -> Option<Plan> {
    let bytes = URL_SAFE_NO_PAD.decode(payload).ok()?;
    let (checksum, packed) = bytes.split_first_chunk::<CHECKSUM_BYTES>()?;
    if crc32(packed) != u32::from_le_bytes(*checksum) {
        return None;
    }
    let unpacked = decompress_to_vec_with_limit(packed, UNPACKED_MAX).ok()?;
    plan_file::read(std::str::from_utf8(&unpacked).ok()?).ok()
}
