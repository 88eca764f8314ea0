//! Bids of vendors by keys alone: entered, ranked, there after a reload, taken back by undo, and in no link.

use fantoccini::key::Key;
use journeys::{Look, Page};
use serde_json::json;
use stagger::library::Reading;
use stagger::library::busan::Example;
use stagger::text::Language;
use stagger::text::workshop::bids::words;
use stagger::text::workshop::panel;
use stagger::workshop::{Block, Panel, Step, begin};

use crate::keyboard::{press, type_over, use_button};
use crate::narrow::{NARROW, fits};
use crate::staging::{is_accessible, open};
use crate::workshop::{CLOSED, PANEL, looks, plan_in_hand, says};

const CELLS: &str =
    "[...document.querySelectorAll('#workshop td, #workshop tbody th')].map((cell) => cell.textContent)";

/// What the subject shows of the example after the same steps, asked directly.
fn expected(language: Language, read: Reading, steps: &[Step]) -> Panel {
    let mut subject = begin("bids", Example::Staggered.plan(read), &[], language, |_, _, _| None).unwrap();
    for step in steps {
        subject.step(step.clone(), language);
    }
    subject.panel(language)
}

pub async fn shows(page: &Page, panel: &Panel) {
    for block in &panel.blocks {
        match block {
            Block::Said(line) => says(page, &line.text).await,
            Block::Table(table) => {
                let cells: Vec<&String> = table.rows.iter().flat_map(|row| &row.cells).collect();
                // A row that breaks bears a mark beside its name.
                let same = format!(
                    "{CELLS}.length === {0}.length && {CELLS}.every((cell, at) => cell.includes({0}[at]))",
                    json!(cells)
                );
                page.until("the table", &same).await;
            }
            _ => {}
        }
    }
}

pub fn take(action: &str) -> Step {
    Step::Take { action: action.to_owned() }
}

pub fn set(field: &str, value: &str) -> Step {
    Step::Set { field: field.to_owned(), value: value.to_owned() }
}

pub async fn fill_in(page: &Page, label: &str, text: &str) {
    type_over(page, label, text).await;
    // A value is taken when the field is left.
    press(page, &[Key::Tab.into()]).await;
    page.stand_still().await;
}

async fn bids_by_keys(look: &Look, language: Language, read: Reading) {
    let (text, words) = (language.catalogue(), words(language));
    let plan = Example::Staggered.plan(read);
    let rate = (words.of_stage)(&plan.journey[1].name, words.rate);
    let page = open(look, text.doors.bids).await;
    shows(&page, &expected(language, read, &[])).await;
    use_button(&page, words.add).await;
    fill_in(&page, words.price, "90,000,000 KRW").await;
    fill_in(&page, &rate, "fast").await;
    let fault = json!(words.faults.not_a_rate);
    page.until("what to write", &format!("document.querySelector('#workshop .fault')?.textContent === {fault}")).await;
    is_accessible(&page).await;
    fill_in(&page, &rate, "6/s").await;
    let mut steps = vec![take("add"), set("price-0", "90,000,000 KRW"), set("rate-0-1", "6/s")];
    shows(&page, &expected(language, read, &steps)).await;
    use_button(&page, words.compute).await;
    steps.push(take("chances"));
    shows(&page, &expected(language, read, &steps)).await;
    is_accessible(&page).await;

    use_button(&page, panel::words(language).close).await;
    page.until("the page again", CLOSED).await;
    page.find("button", &(text.frame.with_step)(text.frame.undo, words.step)).await;
    assert_eq!(plan_in_hand(&page, text).await, plan, "a link holds no bids");
    page.until("the plan stored", "document.querySelector('.kept').dataset.kept === 'saved'").await;
    page.go("").await;
    use_button(&page, text.doors.bids).await;
    page.until("the panel", PANEL).await;
    steps.pop();
    shows(&page, &expected(language, read, &steps)).await;
    use_button(&page, &(words.remove)(&(words.new_vendor)(0))).await;
    says(&page, words.none).await;
    press(&page, &[Key::Escape.into()]).await;
    page.until("the page again", CLOSED).await;
    press(&page, &[Key::Control.into(), 'z']).await;
    use_button(&page, text.doors.bids).await;
    page.until("the panel", PANEL).await;
    shows(&page, &expected(language, read, &steps)).await;
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn bids_are_entered_and_ranked_by_keys_in_korean() {
    let [(look, language, read), _] = looks();
    bids_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn bids_are_entered_and_ranked_by_keys_in_english() {
    let [_, (look, language, read)] = looks();
    bids_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn bids_fit_a_narrow_screen() {
    for language in [Language::Korean, Language::English] {
        let look = if language == Language::English { NARROW.in_english() } else { NARROW };
        let page = open(&look, language.catalogue().doors.bids).await;
        use_button(&page, words(language).add).await;
        says(&page, words(language).replaces).await;
        fits(&page, "bids").await;
        is_accessible(&page).await;
    }
}
