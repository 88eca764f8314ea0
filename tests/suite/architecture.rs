//! The order of the modules and the doors to the browser, read from the source.

use crate::source_files::{SourceFile, files_below, without_comments};

/// A module may use the modules above it, and itself.
const ORDER: [&str; 26] = [
    "units", "num", "rng", "clock", "plan", "demand", "staging", "queueing", "forecast", "risk", "schedule", "compare",
    "bids", "wire", "import", "library", "text", "chart", "explain", "export", "workshop", "worker", "api", "app",
    "bin", "lib",
];

/// The last module that may not know that there are browsers.
const LAST_OF_THE_CORE: &str = "import";

/// The only places that talk to the browser's own interfaces.
const BROWSER_DOORS: [&str; 5] = ["src/app/browser.rs", "src/app/browser/", "src/api.rs", "src/api/", "src/bin/"];

/// Crates that exist in a browser only.
const BROWSER_CRATES: [&str; 8] = [
    "web_sys",
    "js_sys",
    "gloo",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "yew",
    "plotters_canvas",
    "console_error_panic_hook",
];

/// Crates of serialised forms.
const WIRE_CRATES: [&str; 2] = ["serde", "serde_json"];

/// The module of a file: the first part of its path below `src/`.
fn module_of(path: &str) -> &str {
    let below = path.strip_prefix("src/").unwrap_or(path);
    below.split('/').next().unwrap_or(below).trim_end_matches(".rs")
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|known| *known == module)
}

/// Every `root::name` in the code with its line, `root::{a, b::c}` included.
fn names_after(code: &str, root: &str) -> Vec<(usize, String)> {
    let marker = format!("{root}::");
    let mut names = Vec::new();
    for (position, _) in code.match_indices(&marker) {
        let before = code[..position].chars().next_back();
        if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == '$') {
            continue;
        }
        let line = code[..position].matches('\n').count() + 1;
        let rest = &code[position + marker.len()..];
        match rest.strip_prefix('{') {
            Some(list) => names.extend(top_level_names(list).into_iter().map(|name| (line, name))),
            None => names.push((line, leading_name(rest))),
        }
    }
    names
}

/// The names that stand directly in a brace list whose opening brace has been read.
fn top_level_names(list: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    let mut start = 0;
    for (position, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            ',' if depth == 0 => {
                names.push(leading_name(list[start..position].trim_start()));
                start = position + 1;
            }
            '}' if depth == 0 => {
                names.push(leading_name(list[start..position].trim_start()));
                break;
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn leading_name(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

/// The edges of a file that go against the order.
fn forbidden_edges(file: &SourceFile) -> Vec<String> {
    let module = module_of(&file.path);
    let Some(own) = rank(module) else {
        return vec![format!("{}: `{module}` is not in the order of modules", file.path)];
    };
    let code = without_comments(file.without_tests());
    let mut problems = Vec::new();
    let paths = names_after(&code, "crate").into_iter().chain(names_after(&code, "stagger"));
    for (line, name) in paths {
        // Macros and items at the root of the crate are no modules.
        if rank(&name).is_some_and(|used| used > own) {
            problems.push(format!("{}:{line}: `{module}` must not use `{name}`", file.path));
        }
    }
    problems
}

/// The crates of a list that a file names.
fn crates_named(file: &SourceFile, crates: &[&str]) -> Vec<String> {
    let code = without_comments(file.without_tests());
    let mut problems = Vec::new();
    for name in crates {
        let uses = names_after(&code, name).into_iter().map(|(line, _)| line);
        let plain = code.lines().enumerate().filter(|(_, line)| line.trim() == format!("use {name};"));
        for line in uses.chain(plain.map(|(number, _)| number + 1)) {
            problems.push(format!("{}:{line}: `{name}` has no place here", file.path));
        }
    }
    problems
}

fn sources() -> Vec<SourceFile> {
    files_below(&["src"], &[".rs"])
}

fn is_core(file: &SourceFile) -> bool {
    rank(module_of(&file.path)).is_some_and(|own| Some(own) <= rank(LAST_OF_THE_CORE))
}

fn is_door(file: &SourceFile) -> bool {
    BROWSER_DOORS.iter().any(|door| file.path.starts_with(door))
}

#[test]
fn modules_use_only_those_above_them() {
    let problems: Vec<String> = sources().iter().flat_map(forbidden_edges).collect();
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn the_core_does_not_know_the_browser() {
    let core = sources().into_iter().filter(is_core).collect::<Vec<_>>();
    assert!(!core.is_empty());
    let problems: Vec<String> = core.iter().flat_map(|file| crates_named(file, &BROWSER_CRATES)).collect();
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn only_the_doors_talk_to_the_browser() {
    let rooms = sources().into_iter().filter(|file| !is_door(file)).collect::<Vec<_>>();
    let problems: Vec<String> =
        rooms.iter().flat_map(|file| crates_named(file, &["web_sys", "js_sys", "gloo"])).collect();
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn domain_types_are_not_serialisable() {
    let outside = sources().into_iter().filter(|file| rank(module_of(&file.path)) < rank("wire")).collect::<Vec<_>>();
    let problems: Vec<String> = outside.iter().flat_map(|file| crates_named(file, &WIRE_CRATES)).collect();
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn the_core_has_no_clock_and_no_chance() {
    let banned = ["SystemTime", "Instant::now", "thread_local!", "getrandom", "rand::"];
    let mut problems = Vec::new();
    for file in sources().iter().filter(|file| is_core(file)) {
        let code = without_comments(file.without_tests());
        for word in banned.iter().filter(|word| code.contains(*word)) {
            problems.push(format!("{}: `{word}` makes two runs differ", file.path));
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

mod the_reader {
    use super::*;

    fn check(path: &str, text: &str, expect: &[&str]) {
        let file = SourceFile { path: path.to_owned(), text: text.to_owned() };
        assert_eq!(forbidden_edges(&file), expect, "{path}: {text}");
    }

    #[test]
    fn catches_an_edge_against_the_order() {
        let message = "src/queueing.rs:2: `queueing` must not use `app`";
        check("src/queueing.rs", "use crate::units::Seconds;\nuse crate::app::Page;\n", &[message]);
        check("src/queueing.rs", "\nfn f() { crate::app::run() }\n", &[message]);
        check("src/queueing.rs", "\nuse crate::{units::{Seconds, People}, app};\n", &[message]);
        check(
            "src/queueing/fluid.rs",
            "use crate::forecast::Slot;",
            &["src/queueing/fluid.rs:1: `queueing` must not use `forecast`"],
        );
        check("src/bin/app.rs", "use stagger::app::App;", &[]);
    }

    #[test]
    fn allows_the_order_and_the_module_itself() {
        check("src/forecast/slots.rs", "use crate::{units, plan::Plan};\nuse crate::forecast::data::Slot;", &[]);
        check("src/plan.rs", "//! Not `crate::app::Page`.\nuse crate::clock;", &[]);
    }

    #[test]
    fn leaves_tests_alone() {
        check("src/plan.rs", "use crate::clock;\n#[cfg(test)]\nmod tests {\n    use crate::forecast;\n}\n", &[]);
    }

    #[test]
    fn catches_a_module_that_is_in_no_order() {
        check("src/helpers.rs", "", &["src/helpers.rs: `helpers` is not in the order of modules"]);
    }

    #[test]
    fn catches_a_browser_crate() {
        let file = |text: &str| SourceFile { path: "src/plan.rs".to_owned(), text: text.to_owned() };
        assert_eq!(crates_named(&file("use gloo::utils;\n"), &BROWSER_CRATES).len(), 1);
        assert_eq!(crates_named(&file("use yew;\nfn f(w: web_sys::Window) {}"), &BROWSER_CRATES).len(), 2);
        assert_eq!(crates_named(&file("// web_sys::Window\nlet my_gloo::x = 1;"), &BROWSER_CRATES).len(), 0);
    }
}
