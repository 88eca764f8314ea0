//! Requirement sentences by keys alone: one edited, the others computed anew around it, all copied, there after a reload.

use fantoccini::key::Key;
use journeys::{Look, Page};
use serde_json::json;
use stagger::library::Reading;
use stagger::library::busan::Example;
use stagger::text::Language;
use stagger::text::workshop::panel;
use stagger::text::workshop::requirements::{RequirementsWords, words};
use stagger::workshop::{Block, Clause, Kind, Outcome, Panel, Step, Subject, begin};

use crate::bids::{fill_in, set};
use crate::keyboard::{press, use_button};
use crate::narrow::{NARROW, fits};
use crate::staging::{is_accessible, open};
use crate::workshop::{CLOSED, PANEL, looks, says};

const KEEP_COPIES: &str =
    "navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };";
const MINE: &str = "15 services per second.";
const STAGE: &str = "capacity-1";

/// The subject of the example, asked directly.
struct Direct {
    subject: Box<dyn Subject>,
    language: Language,
}

impl Direct {
    fn new(language: Language, read: Reading) -> Self {
        let subject = begin("requirements", Example::Staggered.plan(read), &[], language, |_, _, _| None).unwrap();
        Self { subject, language }
    }

    /// What it shows after a step, once the bands are there.
    fn panel(&mut self, step: Option<Step>) -> Panel {
        let mut outcome = match step {
            Some(step) => self.subject.step(step, self.language),
            None => self.subject.opened(),
        };
        while let Outcome::GoesOn { turn } | Outcome::Kept { goes_on: Some(turn), .. } = outcome {
            outcome = self.subject.told(&turn.to_string(), "true");
        }
        self.subject.panel(self.language)
    }
}

fn clauses(panel: &Panel) -> Vec<&Clause> {
    panel
        .blocks
        .iter()
        .filter_map(|block| if let Block::Clause(clause) = block { Some(&**clause) } else { None })
        .collect()
}

/// Every requirement has its heading, words, figures and warnings on the page.
async fn shows(page: &Page, panel: &Panel) {
    for clause in clauses(panel) {
        let text = clause.field.as_ref().map(|field| match &field.kind {
            Kind::Lines { text, .. } => text.clone(),
            other => panic!("{other:?}"),
        });
        let warnings: Vec<&String> = clause.lines.iter().map(|line| &line.text).collect();
        let values: Vec<&String> = clause.figures.iter().map(|(_, value, _)| value).collect();
        let same = format!(
            "(() => {{
                const clause = document.querySelector('.clause:has(#clause-{})');
                const words = (all) => [...clause.querySelectorAll(all)].map((one) => one.textContent);
                return (clause.querySelector('textarea')?.value ?? null) === {}
                    && words('h3')[0].startsWith({})
                    && JSON.stringify(words('dd strong')) === JSON.stringify({})
                    && {}.every((text) => words('.said').some((said) => said.includes(text)));
            }})()",
            clause.name,
            json!(text),
            json!(clause.heading),
            json!(values),
            json!(warnings)
        );
        page.until(&clause.heading, &same).await;
    }
}

fn label<'a>(words: &RequirementsWords, panel: &'a Panel, name: &str) -> (String, &'a Clause) {
    let clause = clauses(panel).into_iter().find(|clause| clause.name == name).unwrap();
    ((words.field)(&clause.heading), clause)
}

async fn edited_by_keys(look: &Look, language: Language, read: Reading) {
    let (text, words) = (language.catalogue(), words(language));
    let page = open(look, text.doors.requirements).await;
    let mut direct = Direct::new(language, read);
    let computed = direct.panel(None);
    shows(&page, &computed).await;
    let (field, _) = label(words, &computed, STAGE);
    fill_in(&page, &field, MINE).await;
    shows(&page, &direct.panel(Some(set("text-capacity-1", MINE)))).await;
    fill_in(&page, words.numbers[0].0, "40").await;
    let warned = direct.panel(Some(set("headroom", "40")));
    assert_eq!(label(words, &warned, STAGE).1.lines.len(), 1);
    assert_ne!(label(words, &warned, "capacity-2").1.figures, label(words, &computed, "capacity-2").1.figures);
    shows(&page, &warned).await;
    is_accessible(&page).await;
    fill_in(&page, words.numbers[1].0, "40").await;
    let fault = json!((words.fault)("1", "10"));
    page.until("what to write", &format!("document.querySelector('#workshop .fault')?.textContent === {fault}")).await;

    page.run(KEEP_COPIES, vec![]).await;
    // The first of two: the other copies the table.
    let copy = page.find_all("button", Some(panel::words(language).copy)).await.remove(0);
    page.run("arguments[0].focus()", vec![serde_json::to_value(copy).unwrap()]).await;
    press(&page, &[Key::Enter.into()]).await;
    page.until("the copy", &format!("globalThis.copied?.includes({})", json!(format!("- {MINE}\n")))).await;
    use_button(&page, panel::words(language).close).await;
    page.until("the page again", CLOSED).await;
    page.find("button", &(text.frame.with_step)(text.frame.undo, words.step)).await;
    page.until("the plan stored", "document.querySelector('.kept').dataset.kept === 'saved'").await;
    page.go("").await;
    use_button(&page, text.doors.requirements).await;
    page.until("the panel", PANEL).await;
    shows(&page, &warned).await;
    use_button(&page, &format!("{}: {}", words.leave_out, label(words, &warned, STAGE).1.heading)).await;
    shows(&page, &direct.panel(Some(Step::Take { action: format!("leave:{STAGE}") }))).await;
    press(&page, &[Key::Escape.into()]).await;
    page.until("the page again", CLOSED).await;
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_sentence_edited_by_keys_stays_while_the_others_follow_in_korean() {
    let [(look, language, read), _] = looks();
    edited_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn a_sentence_edited_by_keys_stays_while_the_others_follow_in_english() {
    let [_, (look, language, read)] = looks();
    edited_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn requirements_fit_a_narrow_screen() {
    for language in [Language::Korean, Language::English] {
        let look = if language == Language::English { NARROW.in_english() } else { NARROW };
        let page = open(&look, language.catalogue().doors.requirements).await;
        says(&page, words(language).sentences_note).await;
        fits(&page, "the requirements").await;
        is_accessible(&page).await;
    }
}
