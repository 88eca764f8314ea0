//! A plan that plans itself, by keys alone: a goal, what was found, taken over and taken back.

use journeys::Look;
use stagger::library::Reading;
use stagger::library::busan::Example;
use stagger::plan::CheckedPlan;
use stagger::text::Language;
use stagger::text::workshop::autoplan::words;
use stagger::text::workshop::panel;
use stagger::wire::schedule::read as read_answer;
use stagger::worker::schedule_of_plan;
use stagger::workshop::{Outcome, begin};

use crate::bids::{shows, take};
use crate::keyboard::{press, use_button};
use crate::narrow::{NARROW, fits};
use crate::staging::{is_accessible, open};
use crate::workshop::{CLOSED, PANEL, looks, plan_in_hand, says};

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
    page.until(
        "what was found",
        &format!("document.querySelector('#workshop')?.textContent.includes({:?})", words.found),
    )
    .await;
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
async fn on_a_phone_what_was_found_fits() {
    let look = Look { language: Language::English, ..NARROW };
    let (text, words) = (look.language.catalogue(), words(look.language));
    let page = open(&look, text.doors.autoplan).await;
    page.until("the panel", PANEL).await;
    use_button(&page, words.compute).await;
    page.until(
        "what was found",
        &format!("document.querySelector('#workshop')?.textContent.includes({:?})", words.found),
    )
    .await;
    fits(&page).await;
    use_button(&page, panel::words(look.language).close).await;
    page.until("the page again", CLOSED).await;
}
