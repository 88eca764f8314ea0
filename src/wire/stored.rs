//! A plan as a browser keeps it: the text of a plan file under a checksum, and which version it takes the place of.
//!
//! ```text
//! stagger-stored 1 5f3a9c01      mark, major number of the form, CRC-32 of all that follows
//! replaces stagger.plan.k3-1.6.k3   key of the version before; `-` = none
//! changed 1790000000000          when it was written [ms since 1970]
//! title …                        for lists, on one line
//! {                              the plan file
//! ```

use thiserror::Error;

use super::checksum::crc32;
use super::plan_file;
use crate::plan::Plan;

/// First word of every stored version.
const MARK: &str = "stagger-stored";

/// Major number of the form; a higher one is refused by name and left alone.
pub const VERSION: u64 = 1;

/// What stands for no version before.
const NONE: &str = "-";

/// A stored version that came through undamaged; the plan file in it is not read yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Key of the version it was made from, if any.
    pub replaces: Option<String>,
    /// When it was written [ms since 1970].
    pub changed_ms: u64,
    /// The title on one line.
    pub title: String,
    /// The text of the plan file.
    pub file: String,
}

/// Why a stored text gives no version. The text stays where it is.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum StoredError {
    /// Cut off, changed, or never written by the planner.
    #[error("the stored plan is damaged")]
    Damaged,
    #[error("stored form {version}, this reads {VERSION}")]
    Newer { version: u64 },
}

/// The text to be stored for `plan`.
pub fn write(plan: &Plan, replaces: Option<&str>, changed_ms: u64) -> String {
    let replaces = replaces.unwrap_or(NONE);
    let title = one_line(&plan.title);
    let file = plan_file::write(plan);
    let rest = format!("replaces {replaces}\nchanged {changed_ms}\ntitle {title}\n{file}");
    format!("{MARK} {VERSION} {:08x}\n{rest}", crc32(rest.as_bytes()))
}

/// Opens a stored text.
///
/// # Errors
/// The text is damaged, or of a later form.
pub fn read(text: &str) -> Result<Stored, StoredError> {
    let (first, rest) = text.split_once('\n').ok_or(StoredError::Damaged)?;
    let mut words = first.split(' ');
    if words.next() != Some(MARK) {
        return Err(StoredError::Damaged);
    }
    let version: u64 = words.next().and_then(|word| word.parse().ok()).ok_or(StoredError::Damaged)?;
    if version > VERSION {
        return Err(StoredError::Newer { version });
    }
    let checksum = words.next().and_then(|word| u32::from_str_radix(word, 16).ok());
    if checksum != Some(crc32(rest.as_bytes())) {
        return Err(StoredError::Damaged);
    }
    fields(rest).ok_or(StoredError::Damaged)
}

fn fields(rest: &str) -> Option<Stored> {
    let (replaces, rest) = field(rest, "replaces ")?;
    let (changed, rest) = field(rest, "changed ")?;
    let (title, file) = field(rest, "title ")?;
    Some(Stored {
        replaces: (replaces != NONE).then(|| replaces.to_owned()),
        changed_ms: changed.parse().ok()?,
        title: title.to_owned(),
        file: file.to_owned(),
    })
}

fn field<'a>(text: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    text.strip_prefix(name)?.split_once('\n')
}

fn one_line(title: &str) -> String {
    title.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
