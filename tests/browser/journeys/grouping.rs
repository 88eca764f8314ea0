//! Cohorts by rule, evened out, split and merged: by keys alone, and undo takes each back at once.

use fantoccini::key::Key;
use journeys::{Look, Page};
use serde_json::json;
use stagger::library::Reading;
use stagger::library::busan::Example;
use stagger::staging::cohorts::MergeFault;
use stagger::text::Language;
use stagger::text::workshop::cohorts::words;

use crate::keyboard::{go_to, press, type_over, use_button};
use crate::narrow::{NARROW, fits};
use crate::staging::{choose, expected, is_accessible, open, take_back};
use crate::workshop::{CLOSED, PANEL, looks, plan_in_hand, says};

/// Takes what is offered, sees the same plan as the subject gives when asked directly, and takes it back.
async fn take_and_back(page: &Page, task: usize, fields: &[(&str, &str)], (language, read): (Language, Reading)) {
    let (text, words) = (language.catalogue(), words(language));
    use_button(page, words.take[task]).await;
    page.until("the page again", CLOSED).await;
    assert_eq!(plan_in_hand(page, text).await, expected("cohorts", language, read, fields, "take"));
    take_back(page, language, read, words.steps[task]).await;
}

async fn digits_by_keys(look: &Look, language: Language, read: Reading) {
    let words = words(language);
    let page = open(look, language.catalogue().doors.cohorts).await;
    says(&page, words.nothing_changed).await;
    is_accessible(&page).await;
    choose(&page, words.digits, 1).await;
    says(&page, words.digits_note).await;
    says(&page, words.windows_stay).await;
    is_accessible(&page).await;
    take_and_back(&page, 0, &[("digits", "year-pairs")], (language, read)).await;
}

#[tokio::test]
async fn a_rotation_by_year_of_birth_by_keys_in_korean() {
    let [(look, language, read), _] = looks();
    digits_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn a_rotation_by_year_of_birth_by_keys_in_english() {
    let [_, (look, language, read)] = looks();
    digits_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn cohorts_are_evened_out_by_keys() {
    for (look, language, read) in looks() {
        let words = words(language);
        let page = open(&look, language.catalogue().doors.cohorts).await;
        choose(&page, words.even, 2).await;
        type_over(&page, words.count, "9").await;
        // A value is taken when the field is left.
        press(&page, &[Key::Tab.into()]).await;
        let fault = json!((words.too_few)(16));
        page.until("what to write", &format!("document.querySelector('#workshop .fault')?.textContent === {fault}"))
            .await;
        assert!(page.find_all("button", Some(words.take[0])).await.is_empty());
        type_over(&page, words.count, "48").await;
        press(&page, &[Key::Tab.into()]).await;
        page.find("button", words.take[0]).await;
        take_and_back(&page, 0, &[("even", "ages"), ("count", "48")], (language, read)).await;
    }
}

#[tokio::test]
async fn a_cohort_is_split_by_keys() {
    for (look, language, read) in looks() {
        let words = words(language);
        let page = open(&look, language.catalogue().doors.cohorts).await;
        choose(&page, words.task, 1).await;
        says(&page, words.digits_note).await;
        choose(&page, words.split_by, 1).await;
        is_accessible(&page).await;
        let fields = [("task", "split"), ("axis", "day-digit")];
        take_and_back(&page, 1, &fields, (language, read)).await;
    }
}

#[tokio::test]
async fn cohorts_that_make_no_rule_are_refused_and_the_missing_ones_ticked_by_keys() {
    for (look, language, read) in looks() {
        let words = words(language);
        let plan = Example::Staggered.plan(read);
        let page = open(&look, language.catalogue().doors.cohorts).await;
        choose(&page, words.task, 2).await;
        says(&page, (words.cannot_merge)(MergeFault::TooFew)).await;
        for at in [0, 8] {
            go_to(&page, "checkbox", &plan.cohorts[at].name).await;
            press(&page, &[' ']).await;
            page.stand_still().await;
        }
        says(&page, (words.cannot_merge)(MergeFault::NotARule)).await;
        is_accessible(&page).await;
        use_button(&page, words.tick_also).await;
        page.find("textbox", words.merged_name).await;
        take_and_back(&page, 2, &[("task", "merge"), ("which", "0 1 7 8")], (language, read)).await;
    }
}

#[tokio::test]
async fn making_cohorts_fits_the_narrowest_phone() {
    for (look, language) in [(NARROW, Language::Korean), (NARROW.in_english(), Language::English)] {
        let (text, words) = (language.catalogue(), words(language));
        let page = Page::open(&look, "").await;
        page.run("document.querySelector('.tabs button:nth-child(3)').click()", vec![]).await;
        page.find("button", text.doors.cohorts).await.click().await.unwrap();
        page.until("the panel", PANEL).await;
        page.run("document.querySelector('#workshop details').open = true", vec![]).await;
        fits(&page, words.title).await;
        is_accessible(&page).await;
        for (task, field) in [("split", "cohort"), ("merge", "which-0")] {
            page.run(
                "const list = document.querySelector('#workshop-field-task');
                list.value = arguments[0];
                list.dispatchEvent(new Event('change', { bubbles: true }));",
                vec![json!(task)],
            )
            .await;
            page.until(task, &format!("document.querySelector('#workshop-field-{field}') !== null")).await;
            fits(&page, task).await;
        }
    }
}
