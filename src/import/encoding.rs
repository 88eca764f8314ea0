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
const NATIONAL: [&str; 6] = ["euc-kr", "shift_jis", "gb18030", "big5", "windows-1252", "windows-1251"];
/// How many bytes are looked at to tell encodings from each other.
const SAMPLE: usize = 1 << 16;
/// Share of common letters that is enough for the first encoding that fits [1].
const LIKELY: f64 = 0.25;
/// Share of the letters that stand in words of Cyrillic letters alone where a text is Cyrillic [1].
const CYRILLIC: f64 = 0.8;
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
    let is_common = |letter: &char| common.contains(*letter);
    if label != "windows-1251" {
        return beyond().filter(is_common).count() as f64 / all as f64;
    }
    // Accents stand between plain letters, and the bytes of Chinese give capitals anywhere; words in Cyrillic have neither.
    let letters = beyond().filter(|letter| letter.is_alphabetic()).count();
    let words = text.split(|letter: char| !letter.is_alphabetic());
    let is_word = |word: &str| {
        let is_cased = word.chars().skip(1).all(char::is_lowercase) || word.chars().all(char::is_uppercase);
        is_cased && word.chars().count() > 2 && word.chars().all(|letter| common.contains(letter))
    };
    let whole = words.filter(|word| is_word(word));
    let share = whole.flat_map(str::chars).take(SAMPLE).count() as f64 / letters.max(1) as f64;
    if share >= CYRILLIC { share } else { 0.0 }
}
