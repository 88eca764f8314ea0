//! A plan inside the one file: the whole planner in one page, which opens the plan that stands in it.
//!
//! The page is in windows-1252 and holds bytes that are no letters of UTF-8, so it is handled as bytes; the plan in it
//! is a plan file in ASCII.

use std::fmt::Write;

/// Begins the place of the plan in the page.
const BEFORE: &[u8] = b"<script type=\"application/json\" id=\"plan-inside\"";

/// Ends it.
const AFTER: &[u8] = b"</script>";

/// Ending of the names of such files.
pub const ENDING: &str = ".html";

/// The page with the plan file `plan` inside, in place of what was there, and with the address of the planner that it
/// came from, empty where it has none; `None` where the page has no place for a plan.
pub fn put(page: &[u8], plan: &str, site: &str) -> Option<Vec<u8>> {
    let start = position(page, BEFORE)? + BEFORE.len();
    let end = start + position(&page[start..], AFTER)?;
    let mut filled = Vec::with_capacity(page.len() + plan.len());
    filled.extend_from_slice(&page[..start]);
    filled.extend_from_slice(format!(" data-site=\"{}\">", attribute(site)).as_bytes());
    filled.extend_from_slice(ascii(plan).as_bytes());
    filled.extend_from_slice(&page[end..]);
    Some(filled)
}

/// Where `part` first stands.
fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// JSON that says the same and can stand in a page of any encoding: nothing in it ends a script.
fn ascii(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for letter in json.chars() {
        // Outside of texts JSON has neither.
        if letter.is_ascii() && letter != '<' {
            text.push(letter);
        } else {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                // Memory takes whatever is written.
                let _ = write!(text, "\\u{unit:04x}");
            }
        }
    }
    text
}

/// An address as it stands in an attribute; letters beyond ASCII do not stand in one.
fn attribute(address: &str) -> String {
    let harmless = |letter: &char| letter.is_ascii_graphic() && !matches!(letter, '"' | '<' | '>' | '&');
    address.chars().filter(harmless).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &[u8] = b"<p>\x80\xff</p><script type=\"application/json\" id=\"plan-inside\"></script><p>\x00</p>";

    #[test]
    fn a_plan_takes_the_place_of_the_one_before() {
        let once = put(PAGE, "{\"title\": \"first\"}", "https://a.example/x/").unwrap();
        let twice = put(&once, "{}", "").unwrap();
        assert_eq!(Some(twice), put(PAGE, "{}", ""));
        let expected: &[u8] = b"<p>\x80\xff</p><script type=\"application/json\" id=\"plan-inside\" data-site=\"https://a.example/x/\">{\"title\": \"first\"}</script><p>\x00</p>";
        assert_eq!(once, expected);
        assert_eq!(put(b"<p></p>", "{}", ""), None);
    }

    #[test]
    fn no_text_of_a_plan_ends_its_place() {
        let hostile = "{\"title\": \"</script><!--😀 부산\"}";
        let filled = put(PAGE, hostile, "\"><b>").unwrap();
        let start = position(&filled, b"\">").unwrap() + 2;
        let end = start + position(&filled[start..], AFTER).unwrap();
        let inside = str::from_utf8(&filled[start..end]).unwrap();
        assert!(inside.is_ascii() && !inside.contains('<'), "{inside}");
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(inside).unwrap(),
            serde_json::from_str::<serde_json::Value>(hostile).unwrap()
        );
        assert_eq!(filled.windows(3).filter(|window| window == b"<b>").count(), 0);
    }
}
