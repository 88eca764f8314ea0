//! Plans as a browser keeps them: read back whole or refused by name; and the names of the files they are saved as.

use proptest::prelude::*;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::wire::stored::{StoredError, read, write};
use stagger::wire::{file_name, plan_file};

use crate::arbitrary;

fn text() -> String {
    write(&Example::DayAsItWas.plan(Wording::korean), Some("stagger.plan.a-1.3.a"), 1_790_000_000_123)
}

#[test]
fn a_stored_plan_reads_back_with_its_unknown_fields() {
    let mut plan = Example::Staggered.plan(Wording::korean);
    plan.title = "두 줄\n제목".to_owned();
    plan.unknown.insert("/journey/1/overload".to_owned(), "\"erlang\"".to_owned());
    let stored = read(&write(&plan, None, 7)).unwrap();
    assert_eq!((stored.replaces, stored.changed_ms, stored.title.as_str()), (None, 7, "두 줄 제목"));
    assert_eq!(plan_file::read(&stored.file), Ok(plan));
    let stored = read(&text()).unwrap();
    assert_eq!((stored.replaces.as_deref(), stored.changed_ms), (Some("stagger.plan.a-1.3.a"), 1_790_000_000_123));
}

#[test]
fn whatever_is_cut_off_or_changed_is_damaged() {
    let text = text();
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(97).collect();
    for end in ends {
        assert_eq!(read(&text[..end]), Err(StoredError::Damaged), "{end}");
    }
    for (from, to) in [("900", "901"), ("stagger-stored", "stagger-storex"), (" 1 ", " x "), ("replaces", "Replaces")] {
        assert_eq!(read(&text.replacen(from, to, 1)), Err(StoredError::Damaged), "{from}");
    }
    for foreign in ["", "{}", "null", "stagger-stored", "stagger-stored 1 00000000\n"] {
        assert_eq!(read(foreign), Err(StoredError::Damaged), "{foreign}");
    }
}

#[test]
fn a_newer_form_is_refused_by_name_whatever_follows() {
    for text in [text().replacen("stored 1 ", "stored 2 ", 1), "stagger-stored 2 sealed\n…".to_owned()] {
        assert_eq!(read(&text), Err(StoredError::Newer { version: 2 }));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn every_plan_reads_back(plan in arbitrary::plan(), changed_ms in any::<u64>()) {
        let stored = read(&write(&plan, None, changed_ms)).unwrap();
        prop_assert_eq!(stored.changed_ms, changed_ms);
        prop_assert_eq!(plan_file::read(&stored.file), Ok(plan));
    }

    #[test]
    fn no_text_upsets_the_reader(text in any::<String>()) {
        let _ = read(&text);
        let _ = read(&format!("stagger-stored 1 {text}"));
    }

    #[test]
    fn every_title_gives_a_name_that_every_system_takes(title in any::<String>()) {
        let name = file_name::of_plan(&title);
        let stem = name.strip_suffix(file_name::ENDING).unwrap();
        prop_assert!(!stem.is_empty() && stem.trim() == stem && !stem.starts_with('.'));
        prop_assert!(name.len() <= 255 && !name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|']));
        prop_assert!(!name.chars().any(char::is_control));
    }
}

#[test]
fn names_of_files_keep_what_they_can() {
    for (title, expect) in [
        ("부산 지역화폐 앱 전환, 2022년 4월", "부산 지역화폐 앱 전환, 2022년 4월.plan.json"),
        ("../../etc/passwd", "etc passwd.plan.json"),
        ("a/b\\c:d*e?f\"g<h>i|j\u{7}k", "a b c d e f g h i j k.plan.json"),
        ("gpj.\u{202e}exe", "gpj. exe.plan.json"),
        ("CON", "_CON.plan.json"),
        ("lpt1.txt", "_lpt1.txt.plan.json"),
        (" … ", "….plan.json"),
        ("...", "plan.plan.json"),
        ("", "plan.plan.json"),
    ] {
        assert_eq!(file_name::of_plan(title), expect);
    }
    assert_eq!(file_name::of_plan(&"가".repeat(200)).chars().count(), 60 + file_name::ENDING.len());
    assert_eq!(file_name::of_stored("stagger.plan.a-1.3.a"), "stagger.plan.a-1.3.a.txt");
}
