//! Both languages say everything, each in its own way.

use stagger::clock::CivilTime;
use stagger::forecast::Verdict;
use stagger::text::Language;
use stagger::text::facts::{VerdictFacts, WorstSlot};
use stagger::text::{issues, workshop};

/// Texts that are the same in both languages, by what stands in them.
const SAME: [&str; 11] =
    ["Stagger", "%", "–", "한국어", "English", " – Stagger", "Space", "Shift + Space", "Enter", "Esc", "Del"];

/// Every catalogue in its debug form.
fn catalogues(language: Language) -> Vec<String> {
    vec![
        format!("{:#?}", language.catalogue()),
        format!("{:#?}", workshop::panel::words(language)),
        format!("{:#?}", workshop::members::words(language)),
        format!("{:#?}", workshop::calendar::words(language)),
        format!("{:#?}", workshop::cohorts::words(language)),
        format!("{:#?}", workshop::who::words(language)),
        format!("{:#?}", workshop::templates::words(language)),
        format!("{:#?}", workshop::windows::words(language)),
        format!("{:#?}", workshop::notices::words(language)),
        format!("{:#?}", workshop::notices::notice_words(language)),
        format!("{:#?}", workshop::compare::words(language)),
        format!("{:#?}", workshop::bids::words(language)),
        format!("{:#?}", workshop::capacity::words(language)),
        format!("{:#?}", workshop::journeys::words(language)),
        format!("{:#?}", workshop::events::words(language)),
        format!("{:#?}", workshop::autoplan::words(language)),
        format!("{:#?}", stagger::text::comparison::texts(language)),
    ]
}

/// The plain texts of all catalogues with the names of their fields; the texts of a list have none.
fn fields(language: Language) -> Vec<(String, String)> {
    let field = |line: &str| {
        let line = line.trim();
        let (name, value) = line.split_once(": \"").or(line.strip_prefix('"').map(|text| ("", text)))?;
        Some((name.to_owned(), value.strip_suffix("\",")?.to_owned()))
    };
    catalogues(language).iter().flat_map(|form| form.lines()).filter_map(field).collect()
}

fn is_korean(text: &str) -> bool {
    text.chars().any(|sign| ('가'..='힣').contains(&sign))
}

#[test]
fn no_text_is_empty_or_the_same_in_both_languages() {
    let (korean, english) = (fields(Language::Korean), fields(Language::English));
    assert!(korean.len() > 100, "{}", korean.len());
    assert_eq!(korean.len(), english.len());
    for ((name, korean), (other, english)) in korean.iter().zip(&english) {
        assert_eq!(name, other);
        assert!(!korean.trim().is_empty() && !english.trim().is_empty(), "{name}");
        // Arrows and the like are the same everywhere.
        if !format!("{korean}{english}").chars().any(char::is_alphanumeric) {
            continue;
        }
        assert!(korean != english || SAME.contains(&korean.as_str()), "{name}: {korean}");
        assert!(is_korean(korean) || SAME.contains(&korean.as_str()), "{name}: {korean}");
        assert!(!is_korean(english), "{name}: {english}");
    }
}

#[test]
fn nothing_begs_shouts_or_speaks_of_errors() {
    for language in Language::ALL {
        for (name, text) in fields(language) {
            let lower = text.to_lowercase();
            assert!(
                !["please", "error", "!", "에러", "오류", "제발"].iter().any(|word| lower.contains(word)),
                "{name}: {text}"
            );
        }
    }
}

fn facts(verdict: Verdict, windows: usize, affected: usize) -> VerdictFacts {
    let load = match verdict {
        Verdict::Holds => 0.71,
        Verdict::AtRisk => 0.86,
        Verdict::Breaks => 13.004,
    };
    VerdictFacts {
        is_near: false,
        verdict,
        windows,
        broken: if verdict == Verdict::Breaks { affected } else { 0 },
        at_risk: if verdict == Verdict::AtRisk { affected } else { 0 },
        chancy: 0,
        by_chance: None,
        worst: WorstSlot {
            opens: CivilTime::parse("2022-04-02T20:00").ok(),
            stage: Some("본인인증".to_owned()),
            load: Some(load),
            queue: if verdict == Verdict::Breaks { 72_468.0 } else { 0.0 },
            wait: Some(if verdict == Verdict::Breaks { 3_312.0 } else { 0.0 }),
        },
        target_load: 0.8,
        starters: 360_000.0,
        lost: 5_217.0,
    }
}

fn sentence(language: Language, facts: &VerdictFacts) -> String {
    (language.catalogue().verdict.sentence)(facts).plain()
}

#[test]
fn the_verdict_can_be_quoted() {
    let cases = [
        (
            facts(Verdict::Holds, 24, 0),
            "24개 회차가 모두 버팁니다. 가장 붐비는 4월 2일(토) 20:00에도 본인인증에는 용량의 71%까지만 몰리고, 기다리는 사람이 없습니다.",
        ),
        (
            facts(Verdict::AtRisk, 24, 3),
            "24개 회차 가운데 3개가 목표를 넘습니다. 4월 2일(토) 20:00 본인인증에 용량의 86%가 몰려 목표 80%를 넘습니다.",
        ),
        (
            facts(Verdict::Breaks, 24, 1),
            "24개 회차 가운데 1개가 무너집니다. 4월 2일(토) 20:00 본인인증에 용량의 13배가 몰려 72,500명까지 줄을 서고, 가장 긴 대기는 55분입니다.",
        ),
        (
            facts(Verdict::Breaks, 1, 1),
            "하나뿐인 회차가 무너집니다. 4월 2일(토) 20:00 본인인증에 용량의 13배가 몰려 72,500명까지 줄을 서고, 가장 긴 대기는 55분입니다.",
        ),
    ];
    for (facts, expected) in cases {
        assert_eq!(sentence(Language::Korean, &facts), expected);
    }
    let english = sentence(Language::English, &facts(Verdict::Breaks, 24, 1));
    assert_eq!(
        english,
        "1 of 24 slots breaks. Sat 2 Apr, 20:00 brings 13 times the capacity to 본인인증; up to 72,500 people queue, and the longest wait is 55 min."
    );
}

#[test]
fn every_verdict_has_a_whole_sentence_in_both_languages() {
    for language in Language::ALL {
        for verdict in [Verdict::Holds, Verdict::AtRisk, Verdict::Breaks] {
            for (windows, affected) in [(1, 1), (24, 0), (24, 1), (24, 24)] {
                for (load, wait, opens) in
                    [(None, None, None), (Some(1.4), Some(90.0), CivilTime::parse("2022-04-02T20:00").ok())]
                {
                    // What nothing limits can break or hold, but passes no target.
                    let load = load.or((verdict == Verdict::AtRisk).then_some(0.9));
                    let mut facts = facts(verdict, windows, affected);
                    facts.worst = WorstSlot { load, wait, opens, stage: None, ..facts.worst };
                    let text = sentence(language, &facts);
                    assert!(text.ends_with('.') && !text.contains("  "), "{text}");
                }
            }
        }
    }
}

/// Names as they come, with what stands after them in a sentence: topic, subject and object.
const NAMES: [(&str, [&str; 3]); 12] = [
    ("중구", ["는", "가", "를"]),
    ("기장군", ["은", "이", "을"]),
    ("서울", ["은", "이", "을"]),
    ("삶", ["은", "이", "을"]),
    ("값", ["은", "이", "을"]),
    ("부엌", ["은", "이", "을"]),
    ("2026", ["은", "이", "을"]),
    ("2024", ["는", "가", "를"]),
    ("70+", ["는", "가", "를"]),
    ("VIP", ["는", "가", "를"]),
    ("URL", ["은", "이", "을"]),
    ("계획 (사본)", ["은", "이", "을"]),
];

#[test]
fn particles_follow_names_of_every_ending() {
    let text = Language::Korean.catalogue();
    for (name, [topic, subject, object]) in NAMES {
        let quoted = format!("‘{name}’");
        assert!((text.plans.deleted)(name).starts_with(&format!("{quoted}{object} ")), "{name}");
        assert!((text.plans.left)(name).contains(&format!("{quoted}{topic} ")), "{name}");
        assert!((text.fairness.longer)(name, 600.0, "남구").starts_with(&format!("{name}{topic} 남구보다 ")), "{name}");
        assert!(
            (text.fairness.later)(name, 86_400.0, "남구").starts_with(&format!("{name}{topic} 남구보다 ")),
            "{name}"
        );
        assert!((text.tile_map.wait_title)(name, "3분").starts_with(&format!("{name}{subject} ")), "{name}");
        let twice = (issues::KOREAN.listed_twice.0)(&quoted);
        assert!(twice.starts_with(&format!("{quoted}{subject} ")), "{twice}");
    }
}
