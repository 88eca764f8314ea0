//! The name under which a plan is saved as a file, on any system.

/// Most characters of a title in the name of a file; with three bytes each this stays below what file systems take.
const CHARACTERS_MAX: usize = 60;

/// Ending of plan files.
pub const ENDING: &str = ".plan.json";

/// Names that Windows keeps for devices, whatever follows their first dot.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// `<title>.plan.json`, without the characters that some system does not allow in names; a title that leaves nothing
/// becomes `plan`.
pub fn of_plan(title: &str) -> String {
    with_ending(title, ENDING)
}

/// As [`of_plan`], with another ending.
pub fn with_ending(title: &str, ending: &str) -> String {
    let allowed: String = title.chars().map(|letter| if is_allowed(letter) { letter } else { ' ' }).collect();
    let words: Vec<&str> = allowed.split_whitespace().collect();
    let short: String = words.join(" ").chars().take(CHARACTERS_MAX).collect();
    let name = short.trim_matches(|letter: char| letter == '.' || letter == ' ');
    match name {
        "" => format!("plan{ending}"),
        name if is_device(name) => format!("_{name}{ending}"),
        name => format!("{name}{ending}"),
    }
}

/// `<title> <what>.<ending>` for a document of a plan.
pub fn of_document(title: &str, what: &str, ending: &str) -> String {
    format!("{} {what}.{ending}", with_ending(title, ""))
}

/// Neither a sign of paths and patterns, nor one that hides or turns what follows.
fn is_allowed(letter: char) -> bool {
    let is_hidden = matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !letter.is_control() && !is_hidden && !matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
}

fn is_device(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or(name).trim().to_lowercase();
    let numbered = first.strip_prefix("com").or_else(|| first.strip_prefix("lpt"));
    DEVICES.contains(&first.as_str())
        || numbered.is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
}

/// `<key>.txt` for the text under a key of storage.
pub fn of_stored(key: &str) -> String {
    let allowed: String = key.chars().filter(|letter| is_allowed(*letter)).take(2 * CHARACTERS_MAX).collect();
    format!("{allowed}.txt")
}
