//! The draft codec `d1`, which was written before the codec was frozen: it is read, never written.
//!
//! Base 64 for addresses of: CRC-32 of the rest, low byte first, and deflate of the canonical plan.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use crate::plan::Plan;
use crate::wire::plan_file;

/// Longest text that is unpacked [bytes].
const UNPACKED_MAX: usize = 8 * 1024 * 1024;

/// The plan of what stands behind the checksum; `None` = there is none.
pub(super) fn unpack(packed: &[u8]) -> Option<Plan> {
    let unpacked = decompress_to_vec_with_limit(packed, UNPACKED_MAX).ok()?;
    let mut plan = plan_file::read(std::str::from_utf8(&unpacked).ok()?).ok()?;
    plan.unknown.clear();
    plan.approved = None;
    Some(plan)
}
