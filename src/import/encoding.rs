//! In which encoding the bytes of a text are; decoding itself comes in as an argument.

use super::fault::ImportFault;
use super::words;

/// Decodes bytes by the WHATWG label of an encoding; with `fatal`, `None` where they do not fit it. A mark of the
/// byte order at the start is not part of the text.
pub type Decode<'a> = &'a dyn Fn(&str, &[u8], bool) -> Option<String>;

/// Labels that can be chosen, as every browser knows them; `euc-kr` is CP949.
pub const LABELS: [&str; 13] = [
    "utf-8",
    "euc-kr",
    "utf-16le",
    "utf-16be",
    "shift_jis",
    "euc-jp",
    "gb18030",
    "big5",
    "windows-1252",
    "windows-1250",
    "iso-8859-2",
    "windows-1251",
    "iso-8859-15",
];

/// What is tried, in this order, where bytes are not Unicode.
const NATIONAL: [&str; 5] = ["euc-kr", "shift_jis", "gb18030", "big5", "windows-1252"];
/// How many bytes are looked at to tell encodings from each other.
const SAMPLE: usize = 1 << 16;
/// Share of common letters that is enough for the first encoding that fits [1].
const LIKELY: f64 = 0.25;
/// Share of control characters up to which a text is one [1].
const ODD: f64 = 0.005;

/// A text with the label it was decoded by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    pub label: &'static str,
    pub text: String,
}

/// The text of `bytes` by the chosen label, or by the one they speak for.
///
/// # Errors
/// [`ImportFault::Encoding`] if they do not fit the label.
pub fn decode(bytes: &[u8], chosen: Option<&'static str>, decode: Decode) -> Result<Decoded, ImportFault> {
    let label = chosen.unwrap_or_else(|| guess(bytes, decode));
    // Somebody who chooses a label sees what comes of it, marks of replacement included.
    match decode(label, bytes, chosen.is_none()) {
        Some(text) => Ok(Decoded { label, text: text.trim_start_matches('\u{feff}').to_owned() }),
        None => Err(ImportFault::Encoding { label }),
    }
}

/// Whether a text is one: pictures and documents decode to letters that are seen nowhere else.
pub fn is_text(text: &str) -> bool {
    let odd = |letter: &char| letter.is_control() && !letter.is_ascii_whitespace() && *letter != '\u{1a}';
    let (odd, all) = (text.chars().take(SAMPLE).filter(odd).count(), text.chars().take(SAMPLE).count());
    odd as f64 <= ODD * all as f64
}

fn guess(bytes: &[u8], decode: Decode) -> &'static str {
    if bytes.starts_with(&[0xff, 0xfe]) {
        return "utf-16le";
    }
    if bytes.starts_with(&[0xfe, 0xff]) {
        return "utf-16be";
    }
    if let Some(label) = wide_without_mark(&bytes[..bytes.len().min(SAMPLE)]) {
        return label;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return "utf-8";
    }
    let mut best = ("windows-1252", -1.0);
    for label in NATIONAL {
        let Some(text) = decode(label, bytes, true) else { continue };
        let share = common_share(&text, label);
        if share >= LIKELY && label == "euc-kr" {
            return label;
        }
        if share > best.1 {
            best = (label, share);
        }
    }
    best.0
}

/// Bytes of zero stand in no text but UTF-16, which writes commas and line ends with one, always on the same side.
fn wide_without_mark(sample: &[u8]) -> Option<&'static str> {
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    match (first * 2 < second, second * 2 < first) {
        (true, _) => Some("utf-16le"),
        (_, true) => Some("utf-16be"),
        _ => None,
    }
}

/// Of the letters beyond ASCII, the share that is common in the language of the encoding.
fn common_share(text: &str, label: &str) -> f64 {
    let common = words::COMMON_LETTERS.iter().find(|(known, _)| *known == label).map_or("", |(_, letters)| letters);
    let beyond = || text.chars().take(SAMPLE).filter(|letter| !letter.is_ascii());
    let all = beyond().count();
    if all == 0 {
        return 0.0;
    }
    beyond().filter(|letter| common.contains(*letter)).count() as f64 / all as f64
}
