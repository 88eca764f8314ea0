//! The plan file: `*.plan.json`, read with exact errors and written so that people can read it.
//!
//! Field by field: docs/contract.md. One file here per part of the plan, reading and writing side by side.

mod arrivals;
mod error;
mod header;
mod holidays;
mod journey;
mod members;
mod notes;
mod values;
mod windows;

use serde_json::value::RawValue;

use super::node::{Kept, Node, Read};
use super::tree::{Tree, Write};
use crate::plan::Plan;

pub use error::{Expected, PlanFileError};

/// The word in `format`.
pub const FORMAT: &str = "stagger-plan";

/// Major number of the form; files of a higher one are refused by name.
pub const VERSION: u64 = 1;

/// Largest text that is opened [bytes].
pub const BYTES_MAX: usize = 16 * 1024 * 1024;

/// Deepest nesting that is opened.
pub const DEPTH_MAX: usize = 64;

/// Opens a plan file. Fields that may be absent get their defaults; fields this version does not know are kept in
/// [`Plan::unknown`].
///
/// # Errors
/// The text is no plan file of this version; nothing is taken from it then. Numbers that make no sense are no error
/// here: [`crate::plan::check`] lists them.
pub fn read(text: &str) -> Result<Plan, PlanFileError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > BYTES_MAX {
        return Err(PlanFileError::TooLarge { bytes: text.len() });
    }
    if depth(text) > DEPTH_MAX {
        return Err(PlanFileError::TooDeep);
    }
    let raw: &RawValue = serde_json::from_str(text).map_err(|error| not_json(text, error.line(), error.column()))?;
    let kept = Kept::default();
    let mut plan = Plan::read(Node::document(raw.get(), &kept))?;
    plan.unknown = kept.into_inner();
    Ok(plan)
}

/// The text of a plan file, fields in the order of docs/contract.md, unknown fields back at their places.
///
/// Every finite number reads back bit for bit. A number that is not finite makes a file that is refused at its place.
pub fn write(plan: &Plan) -> String {
    let mut tree = plan.tree();
    if let (Tree::Object(fields), Some(approved)) = (&mut tree, &plan.approved) {
        fields.push(("approved".to_owned(), approved.tree()));
    }
    tree.restore(&plan.unknown);
    tree.pretty()
}

/// As [`write`], of the plan alone: without the version that was approved, for those who only compute it.
pub fn write_alone(plan: &Plan) -> String {
    let mut tree = plan.tree();
    tree.restore(&plan.unknown);
    tree.pretty()
}

/// Deepest nesting of brackets outside of texts.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut in_text, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Turns a column in bytes into one in characters.
fn not_json(text: &str, line: usize, column_in_bytes: usize) -> PlanFileError {
    let content = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let column = content.char_indices().take_while(|(start, _)| *start < column_in_bytes).count();
    PlanFileError::NotJson { line, column: column.max(1) }
}
