//! The subjects `embed` and `one-file` of the workshop: the code for another page, and what goes into the one file.

use std::fs;

use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::Plan;
use stagger::text::Language;
use stagger::text::workshop::{embed, one_file};
use stagger::wire::bids::{self, POINTER};
use stagger::wire::{link, plan_file};
use stagger::workshop::desk::{Answer, Desk, ONE_FILE, SAVED};
use stagger::workshop::{Block, Outcome, Panel, Step, Subject, begin};

use crate::import::decode;

const ADDRESS: &str = "https://planner.example/";

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn embed() -> Box<dyn Subject> {
    let mut subject = begin("embed", plan(), &[], Language::English, decode).unwrap();
    subject.placed(ADDRESS);
    subject
}

fn set(subject: &mut dyn Subject, field: &str, value: &str) {
    let step = Step::Set { field: field.to_owned(), value: value.to_owned() };
    assert_eq!(subject.step(step, Language::English), Outcome::Shown);
}

/// What the panel gives to copy, under that label.
fn copyable(panel: &Panel, label: &str) -> Option<String> {
    fn of(blocks: &[Block], label: &str) -> Option<String> {
        blocks.iter().find_map(|block| match block {
            Block::Copyable(copyable) if copyable.label == label => Some(copyable.text.clone()),
            Block::More { blocks, .. } => of(blocks, label),
            _ => None,
        })
    }
    of(&panel.blocks, label)
}

fn code(subject: &dyn Subject) -> String {
    copyable(&subject.panel(Language::English), embed::words(Language::English).code).unwrap()
}

/// The address of the frame in a code, as a browser reads it.
fn source(code: &str) -> String {
    code.split("src=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().replace("&amp;", "&")
}

#[test]
fn the_code_opens_the_plan_and_asks_the_host_for_nothing_more_than_the_frame() {
    let mut subject = embed();
    let fixed = code(&*subject);
    assert!(fixed.starts_with("<iframe ") && !fixed.contains("<script") && !fixed.contains("style="), "{fixed}");
    let address = source(&fixed);
    assert!(address.starts_with("https://planner.example/?embed=1&show=chart&lang=en&theme=light#"), "{address}");
    assert_eq!(link::decode(&address).unwrap(), plan());
    set(&mut *subject, "lang", "ko");
    set(&mut *subject, "theme", "dark");
    set(&mut *subject, "show", "summary");
    let address = source(&code(&*subject));
    assert!(address.starts_with("https://planner.example/?embed=1&show=summary&lang=ko&theme=dark#"), "{address}");
    let policy = copyable(&subject.panel(Language::English), embed::words(Language::English).policy);
    assert_eq!(policy.as_deref(), Some("frame-src https://planner.example"));
}

#[test]
fn the_example_of_a_host_page_holds_the_code_that_is_given() {
    let example = |name: &str| fs::read_to_string(format!("docs/embed-example/{name}")).unwrap();
    let mut subject = embed();
    set(&mut *subject, "theme", "reader");
    // But for the plan and what the frame is called.
    let bare = |code: &str| {
        let frame = format!("<iframe{}", code.split("<iframe").nth(1).unwrap());
        let fragment = source(&frame).split_once('#').unwrap().1.to_owned();
        let title = frame.split("title=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        let frame = frame.replace(&fragment, "PLAN").replace(&title, "TITLE");
        frame.split_inclusive("</iframe>").next().unwrap().to_owned()
    };
    assert_eq!(bare(&code(&*subject)), bare(&example("fixed.html")));
    set(&mut *subject, "show", "full");
    set(&mut *subject, "height", "auto");
    set(&mut *subject, "pixels", "760");
    let code = code(&*subject);
    assert_eq!(bare(&code), bare(&example("auto.html")));
    let script = code.split("<script>\n").nth(1).and_then(|rest| rest.split("</script>").next()).unwrap();
    assert_eq!(script, example("height.js"));
    for page in ["fixed.html", "auto.html"] {
        assert!(example(page).contains("frame-src https://planner.example\""), "{page}");
    }
}

#[test]
fn a_height_that_is_none_gives_no_code_and_says_what_to_write() {
    let mut subject = embed();
    for wrong in ["99", "5001", "-3", "tall", "300.5"] {
        set(&mut *subject, "pixels", wrong);
        let panel = subject.panel(Language::English);
        assert_eq!(copyable(&panel, embed::words(Language::English).code), None, "{wrong}");
        assert!(panel.fields().iter().any(|field| field.fault.is_some()), "{wrong}");
    }
    set(&mut *subject, "pixels", "300");
    assert!(code(&*subject).contains("height=\"300\""));
}

#[test]
fn a_title_is_text_in_the_code() {
    let plan = Plan { title: "\"><script>x()</script>".to_owned(), ..plan() };
    let mut subject = begin("embed", plan, &[], Language::English, decode).unwrap();
    subject.placed(ADDRESS);
    let code = code(&*subject);
    assert!(!code.contains("<script") && code.matches('"').count().is_multiple_of(2), "{code}");
}

#[test]
fn a_file_without_an_address_says_so_in_both_languages() {
    for language in Language::ALL {
        let mut subject = begin("embed", plan(), &[], language, decode).unwrap();
        subject.placed("file:///C:/plans/plan.html");
        let panel = subject.panel(language);
        assert!(format!("{panel:?}").contains(embed::words(language).unplaced));
        assert_eq!(copyable(&panel, embed::words(language).code), None);
    }
}

fn ask(desk: &mut Desk, request: &[&str]) -> Answer {
    desk.handle(request, &[]).unwrap()
}

#[test]
fn the_one_file_holds_the_plan_and_the_bids_only_where_that_is_asked_for() {
    let mut plan = plan();
    plan.unknown.insert("/note".to_owned(), "\"kept\"".to_owned());
    plan.unknown.insert(POINTER.to_owned(), "[{\"vendor\":\"A\"}]".to_owned());
    let words = one_file::words(Language::English);
    let mut desk = Desk::new(decode).at(ADDRESS.to_owned());
    ask(&mut desk, &["begin", "one-file", &plan_file::write(&plan), "en"]);
    for with_bids in [false, true] {
        ask(&mut desk, &["set", "bids", &with_bids.to_string()]);
        let asked = ask(&mut desk, &["take", "save"]).asked.unwrap();
        assert_eq!((&*asked.question, &*asked.subject), (ONE_FILE, "one-file"));
        assert!(asked.options.ends_with(".html") && asked.options.starts_with("District tells the day"));
        let inside = plan_file::read(&asked.plan).unwrap();
        assert_eq!(bids::read(&inside).unwrap().len(), usize::from(with_bids));
        assert_eq!(inside.unknown.get("/note").map(String::as_str), Some("\"kept\""));
        let failed = ask(&mut desk, &["told", "one-file", &asked.options, ""]);
        assert!(failed.shown.contains(words.failed));
        let saved = ask(&mut desk, &["told", "one-file", &asked.options, SAVED]);
        assert!(saved.shown.contains(&(words.saved)(&asked.options)));
    }
}

#[test]
fn a_plan_without_bids_is_not_asked_about_them() {
    let subject = begin("one-file", plan(), &[], Language::Korean, decode).unwrap();
    assert_eq!(subject.panel(Language::Korean).fields().len(), 0);
}
