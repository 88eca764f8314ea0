//! Finds the link in a text that went through chat, mail or a word processor.

use std::fmt;

use super::LinkError;

/// What names the codec of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Draft(u64),
    Stable(u64),
    /// As `Stable`, with a payload of capitals and digits.
    Capital(u64),
}

/// A link: its codec, and what its payload may be, the likeliest first.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) mark: Mark,
    pub(super) readings: Vec<String>,
}

/// # Errors
/// [`LinkError::Empty`] or [`LinkError::Foreign`]: there is nothing of the form `mark.payload`, nor a mark alone.
pub(super) fn find(text: &str) -> Result<Found, LinkError> {
    let visible: String = text.chars().filter(|letter| !is_invisible(*letter)).collect();
    let visible = visible.trim().replace("%23", "#");
    let fragment = match visible.rsplit_once('#') {
        Some((_, fragment)) => fragment,
        None if visible.contains("://") => "",
        None => visible.as_str(),
    };
    let fragment = fragment.trim_start();
    if fragment.is_empty() {
        return Err(LinkError::Empty);
    }
    let (mark, rest) = fragment.split_once('.').unwrap_or((fragment.trim_end(), ""));
    let mark = Mark::parse(mark).ok_or(LinkError::Foreign)?;
    // A line may have been broken within the link, or a word may follow it: both readings are tried.
    let whole: String = rest.chars().filter(|letter| !letter.is_whitespace()).take_while(is_of_payload).collect();
    let first: String = rest.trim_start().chars().take_while(is_of_payload).collect();
    let mut readings = vec![whole];
    if readings[0] != first {
        readings.push(first);
    }
    Ok(Found { mark, readings })
}

/// Characters that programs put into long words to break them, or in front of a text, and that nobody sees.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The alphabet of payloads; whatever else follows, such as a full stop or a bracket, ends one.
fn is_of_payload(letter: &char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
}

impl Mark {
    fn parse(text: &str) -> Option<Self> {
        let (kind, number) = text.split_at_checked(1)?;
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let number = number.parse().ok().filter(|_| is_number)?;
        match kind {
            "d" => Some(Self::Draft(number)),
            "s" => Some(Self::Stable(number)),
            "S" => Some(Self::Capital(number)),
            _ => None,
        }
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Draft(number) => write!(f, "d{number}"),
            Self::Stable(number) => write!(f, "s{number}"),
            Self::Capital(number) => write!(f, "S{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found = find(text).unwrap();
        assert_eq!((found.mark, found.readings), (Mark::Draft(1), expect.iter().map(|r| (*r).to_owned()).collect()));
    }

    #[test]
    fn links_are_found_as_chat_and_mail_leave_them() {
        check("#d1.Ab-_9", &["Ab-_9"]);
        check("d1.Ab-_9", &["Ab-_9"]);
        check("https://x.org/a/?lang=ko#d1.Ab-_9", &["Ab-_9"]);
        check("https://x.org/%23d1.Ab-_9", &["Ab-_9"]);
        check("  <https://x.org/#d1.Ab-_9>. \n", &["Ab-_9"]);
        check("계획 #3: https://x.org/#d1.Ab-_9입니다.", &["Ab-_9"]);
        check("#d1.Ab\u{ad}-_\u{200b}9", &["Ab-_9"]);
        check("#d1.Ab\r\n  -_9", &["Ab-_9", "Ab"]);
        check("#d1", &[""]);
        check("#d1.", &[""]);
        check("#d1.Ab-_9 looks good", &["Ab-_9looksgood", "Ab-_9"]);
    }

    #[test]
    fn what_is_no_link_is_told_apart() {
        for text in ["", "  ", "#", "https://x.org/", "https://x.org/#", "\u{feff}"] {
            assert_eq!(find(text), Err(LinkError::Empty), "{text:?}");
        }
        for text in
            ["#section", "#d.x", "#d1x", "#+1.x", "#가1.x", "hello. world", "#d99999999999999999999.x", "#d+1.x"]
        {
            assert_eq!(find(text), Err(LinkError::Foreign), "{text:?}");
        }
    }
}
