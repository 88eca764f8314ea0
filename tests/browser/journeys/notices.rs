//! Notices: what the public would stumble over, a notice for each cohort and the list as a file, by keys alone.

use fantoccini::key::Key;
use journeys::{Look, Page};
use serde_json::{Value, json};
use stagger::library::Reading;
use stagger::library::busan::Example;
use stagger::text::Language;
use stagger::text::workshop::notices::{NoticesWords, words};
use stagger::workshop::{Block, Panel, Step, begin};

use crate::keyboard::{go_to, press, type_over, use_button};
use crate::narrow::{NARROW, fits};
use crate::workshop::{PANEL, looks, plan_in_hand, says};

const LINK: &str = "https://example.kr/get?group={number}";
/// Keeps the bytes of a file that the page hands over.
const CATCH: &str = "URL.createObjectURL = (blob) => {
        blob.arrayBuffer().then((bytes) => { globalThis.saved = [...new Uint8Array(bytes)]; });
        return 'blob:none';
    };
    HTMLAnchorElement.prototype.click = function () { globalThis.savedAs = this.download; };";

/// What the subject shows of the example after the same steps, asked directly.
fn expected(language: Language, read: Reading, fields: &[(&str, &str)]) -> Panel {
    let mut subject = begin("notices", Example::Staggered.plan(read), &[], language, |_, _, _| None).unwrap();
    for (field, value) in fields {
        subject.step(Step::Set { field: (*field).to_owned(), value: (*value).to_owned() }, language);
    }
    subject.panel(language)
}

/// The text under a label.
fn text_of(panel: &Panel, label: &str) -> String {
    let text = |block: &Block| match block {
        Block::Copyable(copyable) if copyable.label == label => Some(copyable.text.clone()),
        _ => None,
    };
    panel.blocks.iter().find_map(text).unwrap()
}

async fn is_accessible(page: &Page) {
    assert_eq!(page.accessibility_findings_in(Some("#workshop"), &[]).await, Vec::<String>::new());
}

async fn fill_in(page: &Page, label: &str, text: &str) {
    type_over(page, label, text).await;
    // A value is taken when the field is left.
    press(page, &[Key::Tab.into()]).await;
    page.stand_still().await;
}

/// Saves what is under a label: its buttons follow it, the one to copy first.
async fn saved(page: &Page, words: &NoticesWords) -> (String, String) {
    page.run(CATCH, vec![]).await;
    go_to(page, "textbox", words.list_text).await;
    for key in [Key::Tab, Key::Tab, Key::Enter] {
        press(page, &[key.into()]).await;
    }
    let bytes = page.until("the file", "globalThis.saved").await;
    let bytes = bytes.as_array().unwrap().iter().map(|byte| u8::try_from(byte.as_u64().unwrap()).unwrap()).collect();
    let name = page.run("return globalThis.savedAs", vec![]).await;
    (name.as_str().unwrap().to_owned(), String::from_utf8(bytes).unwrap())
}

async fn list_by_keys(look: &Look, language: Language, read: Reading) {
    let (text, words) = (language.catalogue(), words(language));
    let page = Page::open(look, "").await;
    use_button(&page, text.doors.notices).await;
    page.until("the panel", PANEL).await;
    for block in &expected(language, read, &[]).blocks {
        if let Block::Said(line) = block {
            says(&page, &line.text).await;
        }
    }
    is_accessible(&page).await;
    fill_in(&page, words.link, "http://example.kr").await;
    says(&page, words.link_first).await;
    assert!(page.find_all("textbox", Some(words.list_text)).await.is_empty());
    fill_in(&page, words.link, LINK).await;
    fill_in(&page, words.sender, "Busan").await;
    let panel = expected(language, read, &[("link", LINK), ("sender", "Busan")]);
    is_accessible(&page).await;
    let (name, list) = saved(&page, words).await;
    assert_eq!((name.as_str(), list), (words.list_file, text_of(&panel, words.list_text)));
    press(&page, &[Key::Escape.into()]).await;
    // Writing notices changes no plan.
    assert_eq!(plan_in_hand(&page, text).await, Example::Staggered.plan(read));
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_list_of_notices_is_saved_by_keys_in_korean() {
    let [(look, language, read), _] = looks();
    list_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn the_list_of_notices_is_saved_by_keys_in_english() {
    let [_, (look, language, read)] = looks();
    list_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn the_notice_of_a_cohort_fits_the_narrowest_phone() {
    for (look, language) in [(NARROW, Language::Korean), (NARROW.in_english(), Language::English)] {
        let (text, words) = (language.catalogue(), words(language));
        let page = Page::open(&look, "").await;
        page.run("document.querySelector('.tabs button:nth-child(3)').click()", vec![]).await;
        page.find("button", text.doors.notices).await.click().await.unwrap();
        page.until("the panel", PANEL).await;
        fits(&page, words.title).await;
        is_accessible(&page).await;
        page.run(
            "const list = document.querySelector('#workshop-field-languages');
            list.value = 'both';
            list.dispatchEvent(new Event('change', { bubbles: true }));",
            vec![],
        )
        .await;
        let both = "(() => {
            const text = document.querySelector('#workshop-text-0').value;
            return text.includes('앱 내려받기 시간 안내') && text.includes('When to download the app');
        })()";
        assert_eq!(page.until("both languages", both).await, Value::from(true));
        fits(&page, words.preview).await;
        assert_eq!(page.run("return document.documentElement.scrollWidth <= innerWidth", vec![]).await, json!(true));
    }
}
