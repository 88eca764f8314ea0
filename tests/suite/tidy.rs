//! The house rules that a machine can read off the files.

use std::fs;
use std::path::Path;

use crate::source_files::{SourceFile, files_below, without_comments};

/// No file is longer than this [lines], its `mod tests` aside.
const LINES_MAX: usize = 500;

/// Where Rust files may hold Korean: words that are shown, and words that are recognised in tables and in names; tests may
/// anywhere.
const KOREAN_AT_HOME: [&str; 6] = [
    "src/text",
    "src/library",
    "src/import/words.rs",
    "src/staging/lint/words.rs",
    "src/wire/link/s1/frozen.rs",
    "tests/",
];

/// Attributes of elements whose value a person reads or hears.
const SPOKEN_ATTRIBUTES: [&str; 7] =
    ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "alt", "title", "placeholder"];

fn rust_files() -> Vec<SourceFile> {
    files_below(&["src", "xtask/src", "tests"], &[".rs"])
}

fn assert_none(problems: Vec<String>) {
    assert!(problems.is_empty(), "{problems:#?}");
}

fn missing_head(file: &SourceFile) -> Option<String> {
    let first = file.text.lines().next().unwrap_or_default();
    let sentence = first.strip_prefix("//! ").is_some_and(|rest| rest.len() > 10);
    (!sentence).then(|| format!("{}: the first line is no `//!` sentence", file.path))
}

#[test]
fn every_file_starts_with_what_lives_in_it() {
    assert_none(rust_files().iter().filter_map(missing_head).collect());
}

#[test]
fn no_file_is_long() {
    let long = |file: &SourceFile| {
        let lines = file.without_tests().lines().count();
        (lines > LINES_MAX).then(|| format!("{}: {lines} lines", file.path))
    };
    assert_none(rust_files().iter().filter_map(long).collect());
}

/// Each sorting of the standard library is compiled anew for its kind of entry, which the page would carry.
#[test]
fn lists_are_sorted_in_one_place() {
    let sorts = |file: &SourceFile| file.without_tests().contains(".sort") && file.path != "src/num/order.rs";
    let files = files_below(&["src"], &[".rs"]);
    assert_none(files.iter().filter(|file| sorts(file)).map(|file| file.path.clone()).collect());
}

#[test]
fn nothing_is_left_for_later() {
    // Written in two parts, so that this file passes its own test.
    let words =
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X"), concat!("db", "g!("), concat!("#[ig", "nore")];
    let mut problems = Vec::new();
    for file in files_below(&["src", "xtask/src", "tests", "static", "index.html"], &[".rs", ".js", ".css", ".html"]) {
        for word in words.iter().filter(|word| file.text.contains(*word)) {
            problems.push(format!("{}: {word}", file.path));
        }
    }
    assert_none(problems);
}

#[test]
fn no_file_names_a_place_on_somebodys_machine() {
    let places = [concat!("/wo", "rk/"), concat!("sha", "red/"), concat!("/ro", "ot/"), concat!("/ho", "me/")];
    let endings = [".rs", ".js", ".css", ".html", ".md", ".toml", ".json"];
    let folders = [
        "src",
        "xtask",
        "tests",
        "static",
        "docs",
        "index.html",
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "Cargo.toml",
    ];
    let there: Vec<&str> = folders.into_iter().filter(|path| root().join(path).exists()).collect();
    let mut problems = Vec::new();
    for file in files_below(&there, &endings) {
        for place in places.iter().filter(|place| file.text.contains(*place)) {
            problems.push(format!("{}: {place}", file.path));
        }
    }
    assert_none(problems);
}

#[test]
fn korean_stands_only_where_texts_and_examples_live() {
    let mut problems = Vec::new();
    for file in rust_files() {
        let at_home = KOREAN_AT_HOME.iter().any(|home| file.path.starts_with(home));
        if !at_home && let Some(line) = file.without_tests().lines().position(|line| line.chars().any(is_hangul)) {
            problems.push(format!("{}:{}", file.path, line + 1));
        }
    }
    assert_none(problems);
}

fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}')
}

#[test]
fn components_hold_no_words_of_their_own() {
    assert_none(files_below(&["src"], &[".rs"]).iter().filter(|file| shows(file)).flat_map(literal_words).collect());
}

fn shows(file: &SourceFile) -> bool {
    file.path.starts_with("src/app") || file.path.starts_with("src/bin")
}

/// Literals with letters inside the `html!` of a file: `{ "Text" }`, bare `"Text"` and `aria-label="Text"`.
fn literal_words(file: &SourceFile) -> Vec<String> {
    let code = without_comments(file.without_tests());
    let mut problems = Vec::new();
    for (start, _) in code.match_indices("html!") {
        let body = balanced(&code[start + "html!".len()..]);
        let line = code[..start].matches('\n').count() + 1;
        for (position, literal) in literals(body) {
            if is_shown(&body[..position]) && literal.chars().any(char::is_alphabetic) {
                let line = line + body[..position].matches('\n').count();
                problems.push(format!("{}:{line}: \"{literal}\" belongs in the catalogue of texts", file.path));
            }
        }
    }
    problems
}

/// The text up to the brace that closes the first one.
fn balanced(text: &str) -> &str {
    let mut depth = 0;
    let mut skip_to = 0;
    for (position, letter) in text.char_indices() {
        match letter {
            _ if position < skip_to => {}
            '"' => skip_to = position + 1 + text[position + 1..].find('"').map_or(0, |end| end + 1),
            '{' | '(' => depth += 1,
            '}' | ')' if depth <= 1 => return &text[..position],
            '}' | ')' => depth -= 1,
            _ => {}
        }
    }
    text
}

/// The string literals of a piece of code, with their positions.
fn literals(code: &str) -> Vec<(usize, &str)> {
    let quotes: Vec<usize> = code.match_indices('"').map(|(position, _)| position).collect();
    quotes.chunks_exact(2).map(|pair| (pair[0], &code[pair[0] + 1..pair[1]])).collect()
}

/// Whether a literal after this code is shown or spoken: a child of an element or the value of a spoken attribute.
fn is_shown(before: &str) -> bool {
    let before = before.trim_end();
    if let Some(attribute) = before.strip_suffix("={").or_else(|| before.strip_suffix('=')) {
        let name: String =
            attribute.chars().rev().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
        let name: String = name.chars().rev().collect();
        return SPOKEN_ATTRIBUTES.contains(&name.as_str());
    }
    // A child stands after a tag, or after a brace that itself follows a tag, a child or the start.
    match before.strip_suffix('{') {
        Some(outer) => {
            matches!(outer.trim_end().chars().next_back(), None | Some('>' | '}' | '{' | '"')) && !outer.ends_with("=>")
        }
        None => before.ends_with('>') && !before.ends_with("=>"),
    }
}

#[test]
fn the_reader_of_components_tells_words_from_code() {
    let check = |body: &str, expect: usize| {
        let text = format!("fn view() -> Html {{ html! {{ {body} }} }}");
        let file = SourceFile { path: "src/app/view.rs".to_owned(), text };
        assert_eq!(literal_words(&file).len(), expect, "{body}: {:?}", literal_words(&file));
    };
    check("<p>{ \"Hello\" }</p>", 1);
    check("<p>{\"Hello\"}</p>", 1);
    check("<p>\"Hello\"</p>", 1);
    check("<p>{ text.title }{ \"Hello\" }</p>", 1);
    check("<button aria-label=\"Close\" />", 1);
    check("<button aria-label={\"Close\"} />", 1);
    check("<img alt=\"A chart\" title=\"Peak\" />", 2);
    check("<p class=\"note\" role=\"status\">{ text.title }</p>", 0);
    check("<p class={classes!(\"note\", \"wide\")}>{ \" · \" }</p>", 0);
    check("<p>{ format_number(count, \"people\") }</p>", 0);
    check("// <p>{ \"Hello\" }</p>\n<p/>", 0);
}

#[test]
fn nothing_asks_another_host_for_anything() {
    let mut problems = Vec::new();
    for file in files_below(&["src", "static", "index.html"], &[".rs", ".js", ".css", ".html", ".svg"]) {
        let requests = [
            "fetch(",
            "XMLHttpRequest",
            "WebSocket",
            "EventSource",
            "sendBeacon",
            "gloo_net",
            "gloo::net",
            "@import",
            "src=\"http",
            "href=\"http",
            "url(http",
        ];
        // One door: what a worker runs, from the addresses that the index page names.
        let doors = if file.path == "static/load.js" { 1 } else { 0 };
        let text = without_comments(&file.text).replacen("fetch(place)", "", doors);
        for word in requests.iter().filter(|word| text.contains(*word)) {
            problems.push(format!("{}: {word}", file.path));
        }
    }
    assert_none(problems);
}

#[test]
fn the_index_page_keeps_to_its_strict_policy() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    assert_none(weaknesses(&page));
    let weaker = page.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");
    assert_eq!(weaknesses(&weaker).len(), 2);
    assert_eq!(weaknesses(&page.replace("<body>", "<body style=\"margin: 0\" onload=\"go()\">")).len(), 2);
    assert_eq!(weaknesses(&page.replace("</body>", "<script>go()</script></body>")).len(), 1);
    assert_eq!(weaknesses(&page.replace("href=\"static/", "href=\"/static/")).len(), 1);
}

/// What would let something foreign into the page.
fn weaknesses(page: &str) -> Vec<String> {
    let policy = "content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
                  worker-src blob:; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; \
                  form-action 'none'; \
                  require-trusted-types-for 'script'; trusted-types stagger\"";
    let mut problems = Vec::new();
    if !page.contains(policy) {
        problems.push("the Content-Security-Policy is not the agreed one".to_owned());
    }
    for word in ["unsafe-inline", "style=", " on", "<style", "<script>", "href=\"/", "src=\"/", "http:", "https:"] {
        let handler = word == " on";
        let found = page.match_indices(word).any(|(position, _)| {
            let rest = &page[position + word.len()..];
            !handler
                || rest.split_once('=').is_some_and(|(name, _)| name.chars().all(|letter| letter.is_ascii_lowercase()))
        });
        if found {
            problems.push(format!("the index page holds `{}`", word.trim()));
        }
    }
    problems
}

#[test]
fn the_npm_lock_pins_by_content_and_names_no_address() {
    let lock = fs::read_to_string(root().join("tests/package-lock.json")).unwrap();
    assert!(lock.contains("\"integrity\": \"sha512-") && !lock.contains("\"resolved\""));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
