//! Links carry the whole plan, and a link that suffered never opens another one.

use proptest::prelude::*;
use stagger::plan::Plan;
use stagger::wire::link::{LinkError, decode, encode};
use stagger::wire::plan_file::read;

use crate::arbitrary;
use crate::plan_file::{shipped_plans, short_plan};

fn plan() -> Plan {
    read(&short_plan().to_string()).unwrap()
}

#[test]
fn every_plan_comes_back_from_its_link() {
    for (name, file) in shipped_plans() {
        let plan = read(&file.to_string()).unwrap();
        let link = encode(&plan);
        assert_eq!(decode(&link).as_ref(), Ok(&plan), "{name}");
        assert_eq!(encode(&plan), link, "{name}");
        assert!(link.len() <= 1_400, "{name}: {} characters", link.len());
    }
}

#[test]
fn unknown_fields_stay_behind() {
    let mut more = short_plan();
    more["notices"] = "later".into();
    more["journey"][0]["note"] = "later".into();
    let more = read(&more.to_string()).unwrap();
    assert_eq!(encode(&more), encode(&plan()));
    assert_eq!(decode(&encode(&more)), Ok(plan()));
}

#[test]
fn a_link_is_made_of_letters_that_travel() {
    let link = encode(&plan());
    let payload = link.strip_prefix("#s1.").unwrap();
    assert!(payload.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter)), "{payload}");
}

#[test]
fn a_link_is_read_as_it_is_pasted() {
    let link = encode(&plan());
    let (first, second) = link.split_at(link.len() / 2);
    let pasted = [
        link.trim_start_matches('#').to_owned(),
        format!("https://example.org/stagger/?lang=ko{link}"),
        format!(" \n<https://example.org/{link}>.\n"),
        format!("「https://example.org/{link}」"),
        format!("부산 계획: https://example.org/{link} 확인 부탁드립니다."),
        format!("https://example.org/{link} Please have a look."),
        format!("https://example.org/{first}\r\n{second}"),
        format!("https://example.org/{first}\u{ad}{second}\u{200b}"),
    ];
    for text in pasted {
        assert_eq!(decode(&text), Ok(plan()), "{text}");
    }
}

#[test]
fn five_kinds_of_failure_are_told_apart() {
    let link = encode(&plan());
    let payload = link.trim_start_matches("#s1.");
    for (text, expect) in [
        (String::new(), LinkError::Empty),
        ("https://example.org/".to_owned(), LinkError::Empty),
        ("#privacy".to_owned(), LinkError::Foreign),
        (payload.to_owned(), LinkError::Foreign),
        ("가".repeat(3_000_000), LinkError::Foreign),
        ("#s1.".to_owned(), LinkError::Empty),
        ("#s1".to_owned(), LinkError::Empty),
        ("#d9".to_owned(), LinkError::Newer { mark: "d9".to_owned() }),
        (link[..link.len() - 1].to_owned(), LinkError::Damaged),
        (link[..link.len() / 2].to_owned(), LinkError::Damaged),
        (format!("{link}A"), LinkError::Damaged),
        (format!("#s1.{}", "A".repeat(100_000)), LinkError::Damaged),
        (format!("#d0.{payload}"), LinkError::Draft { mark: "d0".to_owned() }),
        (format!("#d2.{payload}"), LinkError::Newer { mark: "d2".to_owned() }),
        (format!("#s2.{payload}"), LinkError::Newer { mark: "s2".to_owned() }),
        (format!("#S2.{payload}"), LinkError::Newer { mark: "S2".to_owned() }),
    ] {
        assert_eq!(decode(&text), Err(expect), "{}", text.chars().take(80).collect::<String>());
    }
}

/// A link made by the rules of a codec around any bytes.
fn forge(mark: &str, packed: &[u8]) -> String {
    use base64::Engine;
    let mut bytes = crc32fast::hash(packed).to_le_bytes().to_vec();
    bytes.extend(packed);
    format!("#{mark}.{}", base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes))
}

fn draft(text: &[u8]) -> String {
    forge("d1", &miniz_oxide::deflate::compress_to_vec(text, 6))
}

#[test]
fn draft_links_still_open() {
    assert_eq!(decode(&draft(short_plan().to_string().as_bytes())), Ok(plan()));
    let hidden = short_plan().to_string().replacen('{', "{\"notices\":[1],", 1);
    assert_eq!(decode(&draft(hidden.as_bytes())), Ok(plan()));
}

#[test]
fn a_forged_link_is_damaged_and_costs_little() {
    assert_eq!(decode(&draft(b"{}")), Err(LinkError::Damaged));
    assert_eq!(decode(&draft(&[0xff, 0xfe])), Err(LinkError::Damaged));
    assert_eq!(decode(&draft(&vec![b' '; 20 * 1024 * 1024])), Err(LinkError::Damaged));
    for length in [0, 1, 10, 1_500, 100_000] {
        for byte in [0, 1, 0x55, 0x7f, 0x80, 0xaa, 0xff] {
            let start = std::time::Instant::now();
            let _ = decode(&forge("s1", &vec![byte; length]));
            assert!(start.elapsed().as_secs() < 10, "{length} times {byte}");
        }
    }
}

#[test]
fn no_changed_letter_opens_another_plan() {
    let link = encode(&plan());
    for place in 0..link.len() {
        for letter in b"#.dsSAz09-_ ~" {
            let mut changed = link.clone().into_bytes();
            if std::mem::replace(&mut changed[place], *letter) == *letter {
                continue;
            }
            let changed = String::from_utf8(changed).unwrap();
            let is_harmless = place == 0 && *letter == b' ';
            let outcome = decode(&changed);
            assert!(outcome.is_err() || is_harmless, "{place}: {changed}");
            if place > 3 {
                assert!(
                    matches!(outcome, Err(LinkError::Damaged | LinkError::Foreign | LinkError::Empty)),
                    "{changed}"
                );
            }
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_encoded_decodes(plan in arbitrary::plan()) {
        prop_assert_eq!(decode(&encode(&plan)), Ok(plan));
    }

    #[test]
    fn no_text_upsets_the_decoder(text in any::<String>(), payload in "[A-Za-z0-9_-]{1,200}") {
        let _ = decode(&text);
        prop_assert_eq!(decode(&format!("#s1.{payload}")), Err(LinkError::Damaged));
    }

    #[test]
    fn a_changed_letter_damages(place in any::<prop::sample::Index>(), letter in any::<char>()) {
        let link = encode(&plan());
        let mut letters: Vec<char> = link.chars().collect();
        let place = place.index(letters.len());
        letters[place] = letter;
        let changed: String = letters.into_iter().collect();
        if let Ok(opened) = decode(&changed) {
            prop_assert_eq!(opened, plan());
        }
    }
}
