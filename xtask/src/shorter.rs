//! Style sheets and scripts without what only their readers need: comments, indents, blanks.

/// A style sheet without comments and blanks that mean nothing; strings stay as they are.
pub fn sheet(text: &str) -> String {
    let mut short = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => {
                let string = string_of(rest, letter);
                short.push_str(string);
                string.len()
            }
            _ if letter.is_ascii_whitespace() => {
                // A blank before a colon tells `a :hover` from `a:hover`, one after it tells nothing.
                if !short.ends_with(['{', '}', ';', ',', ':', ' ']) && !short.is_empty() {
                    short.push(' ');
                }
                1
            }
            '{' | '}' | ';' | ',' => {
                short.truncate(short.trim_end_matches(if letter == '}' { [' ', ';'] } else { [' '; 2] }).len());
                short.push(letter);
                1
            }
            _ => {
                short.push(letter);
                letter.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    short.truncate(short.trim_end().len());
    short
}

/// The string that a text begins with, quotes included.
fn string_of(text: &str, quote: char) -> &str {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        if letter == quote && !escaped {
            return &text[..=at];
        }
        escaped = letter == '\\' && !escaped;
    }
    text
}

/// A script without indents, empty lines and lines of comment; one with a text over several lines stays as it is.
pub fn script(text: &str) -> String {
    if text.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return text.to_owned();
    }
    let lines = text.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_keeps_what_means_something() {
        for (sheet_text, expected) in [
            ("/* of */\n@layer a {\n  p { margin: 0 auto; }\n}\n", "@layer a{p{margin:0 auto}}"),
            ("a :hover, b > c { width: calc(1px + 2px); }", "a :hover,b > c{width:calc(1px + 2px)}"),
            ("q::before { content: \"a; { /* b\"; }", "q::before{content:\"a; { /* b\"}"),
            ("q { content: \"\\\"  \"; --x: 1 }", "q{content:\"\\\"  \";--x:1}"),
            ("@media (max-width: 4rem) and (hover) { a { b: c } }", "@media (max-width:4rem) and (hover){a{b:c}}"),
            (".a .b:not([c=\"d  e\"]) { f: \"–\" }", ".a .b:not([c=\"d  e\"]){f:\"–\"}"),
        ] {
            assert_eq!(sheet(sheet_text), expected);
            assert_eq!(sheet(expected), expected);
        }
    }

    #[test]
    fn a_script_keeps_its_lines_and_its_texts() {
        assert_eq!(
            script("// of\n(() => {\n  a(); // b\n\n  c(`d`);\n})();\n"),
            "(() => {\na(); // b\nc(`d`);\n})();\n"
        );
        let text = "a(`\n  // b\n`);\n";
        assert_eq!(script(text), text);
    }
}
