//! The subject `share`: the link and its length, what it leaves behind, the code, and "is this the plan I hold?".

use std::sync::Arc;

use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::{Plan, Status};
use stagger::text::Language;
use stagger::units::PerSecond;
use stagger::wire::fingerprint::{self, fingerprint};
use stagger::wire::{link, plan_file};
use stagger::workshop::{Block, Outcome, Panel, Step, Subject, Tone, begin};

use crate::import::decode;

const ADDRESS: &str = "https://city.example.org/stagger/";

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn share(plan: &Plan) -> Box<dyn Subject> {
    let mut subject = begin("share", plan.clone(), &[], Language::English, decode).unwrap();
    subject.placed(ADDRESS);
    subject
}

fn said(panel: &Panel, tone: Tone) -> Vec<&str> {
    panel
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Said(line) if line.tone == tone => Some(line.text.as_str()),
            _ => None,
        })
        .collect()
}

fn held(plan: &Plan, text: &str) -> Panel {
    let mut subject = share(plan);
    let step = Step::Set { field: "held".to_owned(), value: text.to_owned() };
    assert_eq!(subject.step(step, Language::English), Outcome::Shown);
    subject.panel(Language::English)
}

fn copied(panel: &Panel) -> &str {
    let mut texts = panel.blocks.iter().filter_map(|block| match block {
        Block::Copyable(copyable) => Some(copyable.text.as_str()),
        _ => None,
    });
    texts.next().unwrap()
}

#[test]
fn the_link_of_the_panel_opens_the_plan_and_nothing_was_uploaded() {
    for language in Language::ALL {
        let panel = share(&plan()).panel(language);
        let link = copied(&panel);
        assert!(link.starts_with(ADDRESS));
        assert_eq!(link::decode(link), Ok(plan()));
        assert_eq!(said(&panel, Tone::Good).len(), 1);
        assert_eq!(said(&panel, Tone::Caution), [""; 0]);
        let length = link.len().to_string();
        assert!(format!("{panel:?}").contains(&length), "{panel:?}");
    }
}

#[test]
fn what_a_link_leaves_behind_is_said() {
    let mut more = plan();
    more.unknown.insert("/notices".to_owned(), "[]".to_owned());
    more.unknown.insert("/bids".to_owned(), "[]".to_owned());
    more.approved = Some(Arc::new(Plan { status: Status::Approved, ..plan() }));
    let panel = share(&more).panel(Language::English);
    let cautions = said(&panel, Tone::Caution);
    assert_eq!(cautions.len(), 3);
    for (caution, word) in cautions.iter().zip(["bids", "approved", "there is one"]) {
        assert!(caution.contains(word), "{caution}");
    }
}

#[test]
fn a_long_link_is_told_where_it_does_not_fit() {
    let mut long = plan();
    let mut numbers = crate::link_lengths::Numbers(7);
    long.author = (0..6_000).map(|_| char::from(b'!' + numbers.below(90) as u8)).collect();
    let panel = share(&long).panel(Language::English);
    let tables: Vec<_> = panel
        .blocks
        .iter()
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
        .collect();
    let tones: Vec<Tone> = tables[0].rows.iter().map(|row| row.tone).collect();
    assert_eq!(tones, [Tone::Caution, Tone::Caution, Tone::Caution, Tone::Plain, Tone::Plain]);
    assert!(said(&panel, Tone::Caution)[0].contains("no QR code"));
    assert!(!panel.blocks.iter().any(|block| matches!(block, Block::Picture(_))));
}

#[test]
fn the_code_can_be_saved_in_two_forms() {
    let panel = share(&plan()).panel(Language::Korean);
    let Some(Block::Picture(picture)) = panel.blocks.iter().find(|block| matches!(block, Block::Picture(_))) else {
        panic!("{panel:?}");
    };
    let names: Vec<&str> = picture.files.iter().map(|file| file.file_name.as_str()).collect();
    assert!(names[0].ends_with(".qr.svg") && names[1].ends_with(".qr.png"), "{names:?}");
    assert!(picture.files.iter().all(|file| file.address.starts_with("data:image/")));
}

#[test]
fn a_page_that_is_a_file_gives_letters_and_no_code() {
    let mut subject = share(&plan());
    subject.placed("file:///plans/plan.html");
    let panel = subject.panel(Language::English);
    assert_eq!(link::decode(copied(&panel)), Ok(plan()));
    assert!(copied(&panel).starts_with("#s1."));
    assert_eq!(said(&panel, Tone::Caution).len(), 2);
}

#[test]
fn the_same_plan_is_known_by_fingerprint_link_and_file() {
    let mark = fingerprint(&plan());
    let typed = mark.replace('-', " ").to_lowercase().replace('0', "o").replace('1', "l");
    for text in [mark, typed, format!("{ADDRESS}{}", link::encode(&plan())), plan_file::write(&plan())] {
        assert!(said(&held(&plan(), &text), Tone::Good).contains(&"It is this plan."), "{text}");
    }
    let mut subject = share(&plan());
    let bytes = plan_file::write(&plan()).into_bytes();
    subject.step(Step::Bring { name: "x.plan.json".to_owned(), bytes }, Language::English);
    assert!(said(&subject.panel(Language::English), Tone::Good).contains(&"It is this plan."));
}

#[test]
fn another_plan_is_told_with_what_differs() {
    let mut other = plan();
    Arc::make_mut(&mut other.journey)[1].rate = Some(PerSecond::new(20.0));
    let panel = held(&plan(), &link::encode(&other));
    assert!(said(&panel, Tone::Bad)[0].contains(&fingerprint(&other)), "{panel:?}");
    let sentences = said(&panel, Tone::Plain);
    assert!(sentences.iter().any(|sentence| sentence.contains("Identity check")), "{sentences:?}");

    let renamed = Plan { title: "Another name".to_owned(), ..plan() };
    let panel = held(&plan(), &plan_file::write(&renamed));
    assert!(said(&panel, Tone::Bad).len() == 1);
    let by_mark = held(&plan(), &fingerprint(&other));
    assert!(said(&by_mark, Tone::Bad)[0].contains("cannot tell"), "{by_mark:?}");
}

#[test]
fn what_is_none_of_them_is_said_beside_the_field() {
    for text in ["hello", "89Q1-NKW5-2G1", "https://city.example.org/", "#s1.AAAA", "{}"] {
        let panel = held(&plan(), text);
        assert!(panel.fields()[0].fault.is_some(), "{text}");
        assert!(said(&panel, Tone::Bad).is_empty());
    }
    assert!(held(&plan(), " ").fields()[0].fault.is_none());
}

#[test]
fn a_fingerprint_is_read_as_people_type_it() {
    let mark = "89Q1-NKW5-2G1C";
    for text in ["89Q1-NKW5-2G1C", "89q1nkw52g1c", "89QI NKW5 2GLC", "89Q1–NKW5–2G1C"] {
        assert_eq!(fingerprint::read(text).as_deref(), Some(mark), "{text}");
    }
    for text in ["", "89Q1-NKW5-2G1", "89Q1-NKW5-2G1C0", "89Q1-NKW5-2G1U", "가나다라마바사아자차카타"] {
        assert_eq!(fingerprint::read(text), None, "{text}");
    }
}
