//! The workshop: a table becomes the members of the plan by keys alone or from a file, and undo takes it back at once.

use std::fs;
use std::path::PathBuf;

use fantoccini::key::Key;
use journeys::page::project_root;
use journeys::{Look, Page};
use serde_json::{Value, json};
use stagger::explain::edit::edit_name;
use stagger::import::fault::PersonMark;
use stagger::import::{self, Choices, ImportFault, Input, SumOf};
use stagger::library::busan::Example;
use stagger::library::{Reading, Wording};
use stagger::plan::Plan;
use stagger::plan::edit::EditName;
use stagger::text::workshop::members::{MembersWords, words};
use stagger::text::workshop::panel;
use stagger::text::{Catalogue, Language};
use stagger::wire::link;

use crate::keyboard::{go_to, press, use_button};
use crate::narrow::{NARROW, fits};

/// Regions, bands and a line of totals, as a spreadsheet would put them on the clipboard.
const TABLE: &str = "Region\t0-19\t20-64\t65+\nTotal\t50\t70\t90\nNorth\t10\t20\t30\nSouth\t40\t50\t60\n";

/// People of the table.
const PEOPLE: u64 = 210;

/// A table whose line of totals is not the sum of its lines.
const TABLE_APART: &str = "Region,0-19,20-64,65+\nTotal,50,70,95\nNorth,10,20,30\nSouth,40,50,60\n";

/// A list of persons.
const PERSONS: &[u8] = b"name,phone\nKim,010-1234-5678\nLee,010-2345-6789\nPark,010-3456-7890\n";

/// Conditions: the panel is there, and it is closed.
pub const PANEL: &str = "document.querySelector('#workshop[open] .workshop-body') !== null";
pub const CLOSED: &str = "document.querySelector('#workshop[open]') === null";
const SAID: &str = "[...document.querySelectorAll('#workshop .said')].map((said) => said.textContent).join('\\n')";

pub fn looks() -> [(Look, Language, Reading); 2] {
    [(Look::WIDE, Language::Korean, Wording::korean), (Look::WIDE.in_english(), Language::English, Wording::english)]
}

/// A file to be chosen, below the folder of what is built.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = project_root().join("target/tmp/workshop");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    fs::write(&file, bytes).unwrap();
    file
}

async fn open(look: &Look, text: &Catalogue) -> Page {
    let page = Page::open(look, "").await;
    page.find("button", text.doors.members).await.click().await.unwrap();
    page.until("the panel", PANEL).await;
    page
}

async fn choose(page: &Page, name: &str, bytes: &[u8]) {
    let field = page.client().find(fantoccini::Locator::Css("#workshop-file")).await.unwrap();
    field.send_keys(file(name, bytes).to_str().unwrap()).await.unwrap();
    page.until(name, &format!("document.querySelector('#workshop .said')?.textContent.includes({})", json!(name)))
        .await;
}

pub async fn says(page: &Page, what: &str) {
    page.until(what, &format!("{SAID}.includes({})", json!(what))).await;
}

/// The plan in hand, by the link that the page puts on the clipboard.
pub async fn plan_in_hand(page: &Page, text: &Catalogue) -> Plan {
    page.run(
        "navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };",
        vec![],
    )
    .await;
    page.run("globalThis.copied = null", vec![]).await;
    page.find("button", text.frame.copy_link).await.click().await.unwrap();
    let link = page.until("the link", "globalThis.copied").await;
    link::decode(link.as_str().unwrap()).unwrap()
}

/// Puts a text on the clipboard and pastes it where the focus is.
async fn paste(page: &Page, table: &str) {
    let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    page.devtools("Browser.grantPermissions", permissions).await;
    page.call("await navigator.clipboard.writeText(args[0])", vec![json!(table)]).await.unwrap();
    press(page, &[Key::Control.into(), 'v']).await;
}

async fn bring_by_keys(look: &Look, language: Language, read: Reading, into_field: bool) {
    let (text, words) = (language.catalogue(), words(language));
    let page = Page::open(look, "").await;
    use_button(&page, text.doors.members).await;
    page.until("the heading in focus", "document.activeElement.id === 'workshop-heading'").await;
    if into_field {
        go_to(&page, "textbox", words.paste).await;
    }
    paste(&page, TABLE).await;
    let preview = import::preview(Input::Pasted(TABLE), &Choices::default(), &|_, _, _| None).unwrap();
    let sums = preview.sums.len();
    page.until(
        "the people",
        &format!("document.querySelector('.workshop-facts dd')?.textContent === '{}'", (words.count_people)(PEOPLE)),
    )
    .await;
    says(&page, &(words.sums_agree)(sums)).await;
    assert_eq!(page.accessibility_findings_in(Some("#workshop"), &[]).await, Vec::<String>::new());
    use_button(&page, words.take).await;
    page.until("the page again", CLOSED).await;
    let taken = plan_in_hand(&page, text).await;
    assert_eq!((taken.members.total(), taken.members.regions.len(), taken.cohorts.len()), (PEOPLE, 2, 2));
    let undo = (text.frame.with_step)(text.frame.undo, words.step);
    page.find("button", &undo).await;
    press(&page, &[Key::Control.into(), 'z']).await;
    page.until("no step to undo", &format!("document.querySelector('[title={}]') !== null", json!(text.frame.undo)))
        .await;
    assert_eq!(plan_in_hand(&page, text).await, Example::Staggered.plan(read));
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_pasted_table_becomes_the_members_by_keys_in_korean() {
    let [(look, language, read), _] = looks();
    bring_by_keys(&look, language, read, true).await;
}

#[tokio::test]
async fn a_pasted_table_becomes_the_members_by_keys_in_english() {
    let [_, (look, language, read)] = looks();
    bring_by_keys(&look, language, read, false).await;
}

#[tokio::test]
async fn a_file_that_is_refused_says_what_to_do_and_loses_nothing() {
    for (look, language, read) in looks() {
        let (text, words) = (language.catalogue(), words(language));
        let page = open(&look, text).await;
        choose(&page, "persons.csv", PERSONS).await;
        says(&page, &(words.fault)(&ImportFault::Persons { line: 2, column: 2, kind: PersonMark::Phone })).await;
        assert_eq!(page.accessibility_findings_in(Some("#workshop"), &[]).await, Vec::<String>::new());
        page.find("button", words.back).await.click().await.unwrap();
        page.find("textbox", words.paste).await;
        choose(&page, "broken.xlsx", b"PK\x03\x04 no more than the first bytes of a workbook").await;
        says(&page, &(words.fault)(&ImportFault::Workbook)).await;
        assert!(page.find_all("button", Some(words.take)).await.is_empty());
        // Closed by a key, it is there as it was.
        page.press(Key::Escape).await;
        page.until("the page again", CLOSED).await;
        assert_eq!(plan_in_hand(&page, text).await, Example::Staggered.plan(read));
        page.find("button", text.doors.members).await.click().await.unwrap();
        says(&page, &(words.fault)(&ImportFault::Workbook)).await;
        page.find("button", panel::words(language).start_over).await.click().await.unwrap();
        page.find("textbox", words.paste).await;
        assert_eq!(page.severe_messages().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_file_is_read_and_a_total_that_differs_is_said_with_both_figures() {
    for (look, language, _) in looks() {
        let (text, words) = (language.catalogue(), words(language));
        let page = open(&look, text).await;
        choose(&page, "apart.csv", TABLE_APART.as_bytes()).await;
        let of = (words.sum_of)(&SumOf::Everything);
        let text_of = |words: &MembersWords| (words.sum_differs)(&of, 215, PEOPLE, &[]);
        says(&page, text_of(words).split('.').next().unwrap()).await;
        // Undo is for the plan, and the plan is under the panel.
        press(&page, &[Key::Control.into(), 'z']).await;
        page.find("button", words.take).await.click().await.unwrap();
        page.until("the page again", CLOSED).await;
        let taken = plan_in_hand(&page, text).await;
        assert_eq!(taken.members.total(), PEOPLE);
        assert!(taken.sources.values().any(|source| source.text.contains("apart.csv")));
    }
}

#[tokio::test]
async fn an_undo_key_in_the_panel_leaves_the_plan_alone() {
    let (look, language, _) = looks()[1];
    let text = language.catalogue();
    let page = Page::open(&look, "").await;
    let title = page.find("textbox", text.frame.plan_title).await;
    page.fill(&title, "Another title").await;
    let undo = (text.frame.with_step)(text.frame.undo, &edit_name(language, EditName::Title));
    page.find("button", text.doors.members).await.click().await.unwrap();
    page.until("the panel", PANEL).await;
    press(&page, &[Key::Control.into(), 'z']).await;
    page.press(Key::Escape).await;
    page.until("the page again", CLOSED).await;
    page.find("button", &undo).await;
    assert_eq!(plan_in_hand(&page, text).await.title, "Another title");
}

#[tokio::test]
async fn the_panel_fits_the_narrowest_phone() {
    for (look, language) in [(NARROW, Language::Korean), (NARROW.in_english(), Language::English)] {
        let (text, words) = (language.catalogue(), words(language));
        let page = Page::open(&look, "").await;
        page.run("document.querySelector('.tabs button:nth-child(2)').click()", vec![]).await;
        page.find("button", text.doors.members).await.click().await.unwrap();
        page.until("the panel", PANEL).await;
        fits(&page, words.title).await;
        page.run("document.querySelector('#workshop .offers .button').click()", vec![]).await;
        let people = (words.count_people)(3_303_295);
        page.until("the people", &format!("document.querySelector('.workshop-facts dd')?.textContent === '{people}'"))
            .await;
        page.run("document.querySelectorAll('#workshop details').forEach((one) => { one.open = true; })", vec![]).await;
        fits(&page, words.result).await;
        let seen: Value = page
            .run(
                "return document.querySelector('.workshop-foot').getBoundingClientRect().bottom <= innerHeight",
                vec![],
            )
            .await;
        assert_eq!(seen, json!(true), "the actions are off the screen");
        assert_eq!(page.accessibility_findings_in(Some("#workshop"), &[]).await, Vec::<String>::new());
    }
}
