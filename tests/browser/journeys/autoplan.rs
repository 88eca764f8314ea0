//! A plan that plans itself, by keys alone: a goal, what was found, taken over and taken back.

use journeys::{Look, Page};
use serde_json::json;
use stagger::library::Reading;
use stagger::library::busan::Example;
use stagger::plan::CheckedPlan;
use stagger::text::Language;
use stagger::text::workshop::autoplan::words;
use stagger::wire::schedule::read as read_answer;
use stagger::worker::schedule_of_plan;
use stagger::workshop::{Outcome, begin};

use crate::bids::{shows, take};
use crate::keyboard::{press, use_button};
use crate::narrow::{NARROW, fits};
use crate::staging::{is_accessible, open};
use crate::workshop::{CLOSED, looks, plan_in_hand, says};

async fn is_found(page: &Page, heading: &str) {
    let is_there = format!("document.querySelector('#workshop').textContent.includes({})", json!(heading));
    page.until("what was found", &is_there).await;
}

async fn planned_by_keys(look: &Look, language: Language, read: Reading) {
    let (text, words) = (language.catalogue(), words(language));
    let plan = Example::Staggered.plan(read);
    let mut subject = begin("autoplan", plan.clone(), &[], language, |_, _, _| None).unwrap();
    let Outcome::Asked { options, .. } = subject.step(take("compute"), language) else { panic!() };
    let answer = schedule_of_plan(&CheckedPlan::new(plan.clone()).unwrap(), &options).unwrap();
    subject.told(&options, &answer);

    let page = open(look, text.doors.autoplan).await;
    says(&page, words.begin).await;
    use_button(&page, words.compute).await;
    is_found(&page, words.found).await;
    shows(&page, &subject.panel(language)).await;
    is_accessible(&page).await;
    use_button(&page, words.put).await;
    page.until("the page again", CLOSED).await;
    page.find("button", &(text.frame.with_step)(text.frame.undo, words.step)).await;
    let found = read_answer(&answer).unwrap().plan.unwrap();
    assert_eq!(plan_in_hand(&page, text).await, found);
    press(&page, &[fantoccini::key::Key::Control.into(), 'z']).await;
    assert_eq!(plan_in_hand(&page, text).await, plan);
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_plan_plans_itself_by_keys_in_korean() {
    let [(look, language, read), _] = looks();
    planned_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn a_plan_plans_itself_by_keys_in_english() {
    let [_, (look, language, read)] = looks();
    planned_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn what_was_found_fits_a_narrow_screen() {
    for language in [Language::Korean, Language::English] {
        let look = if language == Language::English { NARROW.in_english() } else { NARROW };
        let page = open(&look, language.catalogue().doors.autoplan).await;
        use_button(&page, words(language).compute).await;
        is_found(&page, words(language).found).await;
        fits(&page, "autoplan").await;
        is_accessible(&page).await;
    }
}
