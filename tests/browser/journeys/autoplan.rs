//! A plan that plans itself, by keys alone: a goal, a first answer and the final one, taken over and taken back; a point
//! of the curve, opened as a plan.

use fantoccini::key::Key;
use journeys::{Look, Page};
use serde_json::json;
use stagger::library::Reading;
use stagger::library::busan::Example;
use stagger::plan::{CheckedPlan, Plan};
use stagger::text::Language;
use stagger::text::workshop::autoplan::words;
use stagger::worker::schedule_of_plan;
use stagger::workshop::{Block, Outcome, Panel, Point, Series, Step, Subject, begin};

use crate::bids::take;
use crate::keyboard::{go_to, press, use_button};
use crate::narrow::{NARROW, fits};
use crate::staging::{is_accessible, open};
use crate::workshop::{CLOSED, looks, plan_in_hand, says};

/// Notes whether a sentence was ever in the panel.
const WATCH: &str = "globalThis.seen = false;
    const said = arguments[0];
    new MutationObserver(() => { globalThis.seen ||= document.querySelector('#workshop').textContent.includes(said); })
      .observe(document.querySelector('#workshop'), { childList: true, subtree: true, characterData: true });";

const AT_REST: &str = "document.querySelector('#workshop .lead') && !document.querySelector('#workshop progress')";

/// The subject after a goal was set and everything that it asked was answered natively.
fn answered(plan: &Plan, goal: &str, language: Language) -> Box<dyn Subject> {
    let mut subject = begin("autoplan", plan.clone(), &[], language, |_, _, _| None).unwrap();
    subject.step(Step::Set { field: "goal".to_owned(), value: goal.to_owned() }, language);
    let checked = CheckedPlan::new(plan.clone()).unwrap();
    let mut outcome = subject.step(take("compute"), language);
    while let Outcome::Asked { options, .. } = outcome {
        outcome = subject.told(&options, &schedule_of_plan(&checked, &options).unwrap());
    }
    subject
}

/// The blocks beside the fields.
fn answer(panel: &Panel) -> Vec<Block> {
    let beside = panel.blocks.iter().find_map(|block| match block {
        Block::Beside { answered, .. } => Some(answered.clone()),
        _ => None,
    });
    beside.unwrap()
}

/// Waits until the page shows sentence and figures of the answer.
async fn shows(page: &Page, panel: &Panel) {
    let shown = "document.querySelector('#workshop .answered').textContent";
    for block in answer(panel) {
        let parts: Vec<String> = match block {
            Block::Lead(lead) => vec![lead.text, lead.note],
            Block::Facts(facts) => facts.into_iter().map(|fact| fact.value).collect(),
            _ => Vec::new(),
        };
        for part in parts {
            page.until(&part, &format!("{shown}.includes({})", json!(part))).await;
        }
    }
}

/// Goes from the goal that is chosen to another by the arrow keys.
async fn choose_goal(page: &Page, language: Language, at: usize) {
    let goals = words(language).ask.goals;
    go_to(page, "radio", goals[0]).await;
    for _ in 0..at {
        press(page, &[Key::Down.into()]).await;
        page.stand_still().await;
    }
    let chosen = format!(
        "document.activeElement.labels[0].textContent === {} && document.activeElement.checked",
        json!(goals[at])
    );
    page.until(goals[at], &chosen).await;
}

async fn planned_by_keys(look: &Look, language: Language, read: Reading) {
    let (text, words) = (language.catalogue(), words(language));
    let plan = Example::Staggered.plan(read);
    let mut subject = answered(&plan, "lowest-peak", language);

    let page = open(look, text.doors.autoplan).await;
    says(&page, words.begin).await;
    page.run(WATCH, vec![json!(words.first_under_way)]).await;
    use_button(&page, words.compute).await;
    page.until("the final answer", AT_REST).await;
    assert_eq!(
        page.run("return globalThis.seen", vec![]).await,
        json!(true),
        "a first answer was shown while it went on"
    );
    shows(&page, &subject.panel(language)).await;
    is_accessible(&page).await;
    use_button(&page, words.put).await;
    page.until("the page again", CLOSED).await;
    page.find("button", &(text.frame.with_step)(text.frame.undo, words.step)).await;
    let Outcome::Plan { plan: found, .. } = subject.step(take("put"), language) else { panic!() };
    assert_eq!(plan_in_hand(&page, text).await, *found);
    press(&page, &[Key::Control.into(), 'z']).await;
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

/// The curve at the capacity there is.
fn main_curve(panel: &Panel) -> (Series, String) {
    let plot = answer(panel).into_iter().find_map(|block| match block {
        Block::Plot(plot) => Some(plot),
        _ => None,
    });
    let plot = plot.unwrap();
    (plot.series.into_iter().find(|series| series.is_main).unwrap(), plot.taken)
}

#[tokio::test]
async fn a_point_of_the_curve_is_chosen_by_arrow_keys_and_opened_as_a_plan() {
    for (look, language, read) in looks() {
        let (text, words) = (language.catalogue(), words(language));
        let plan = Example::Staggered.plan(read);
        let mut subject = answered(&plan, "trade-off", language);
        let (curve, taken) = main_curve(&subject.panel(language));

        let page = open(&look, text.doors.autoplan).await;
        choose_goal(&page, language, 4).await;
        use_button(&page, words.compute).await;
        page.until("the final answer", AT_REST).await;
        shows(&page, &subject.panel(language)).await;
        is_accessible(&page).await;

        // Along the curve to its neighbour, towards fewer days.
        let at = curve.points.iter().position(|point| point.value == taken).unwrap();
        assert!(at > 0);
        let Point { value, said, .. } = &curve.points[at - 1];
        go_to(&page, "radio", &curve.points[at].said).await;
        press(&page, &[Key::Left.into()]).await;
        let is_taken =
            format!("document.activeElement.ariaLabel === {} && document.activeElement.checked", json!(said));
        page.until("the point before", &is_taken).await;
        subject.step(Step::Set { field: "point".to_owned(), value: value.clone() }, language);
        shows(&page, &subject.panel(language)).await;
        use_button(&page, words.put_new).await;
        page.until("the page again", CLOSED).await;
        let Outcome::NewPlan { plan: opened } = subject.step(take("put-new"), language) else { panic!() };
        let shown = plan_in_hand(&page, text).await;
        assert_eq!((shown.windows, shown.journey), (opened.windows, opened.journey));
        assert_eq!(page.severe_messages().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_search_is_stopped_by_its_button_and_by_closing_the_panel() {
    let (look, language, _) = looks()[1];
    let (text, words) = (language.catalogue(), words(language));
    let page = open(&look, text.doors.autoplan).await;
    // What is asked never comes to an end, until it is cancelled.
    page.run(
        "const programme = window.stagger;
         window.stagger = { ...programme, schedule: (plan, options, { signal }) => new Promise((keep, fail) => {
           globalThis.cancelled = false;
           signal.addEventListener('abort', () => { globalThis.cancelled = true; fail(new Error('cancelled')); });
         }) };",
        vec![],
    )
    .await;
    use_button(&page, words.compute).await;
    page.until("the search", "document.querySelector('#workshop progress')").await;
    use_button(&page, words.stop).await;
    page.until("the end", "globalThis.cancelled && !document.querySelector('#workshop progress')").await;
    use_button(&page, words.compute).await;
    page.until("the search", "document.querySelector('#workshop progress') && !globalThis.cancelled").await;
    press(&page, &[Key::Escape.into()]).await;
    page.until("the page again", CLOSED).await;
    page.until("the end", "globalThis.cancelled").await;
    use_button(&page, text.doors.autoplan).await;
    says(&page, words.interrupted).await;
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_was_found_fits_a_narrow_screen() {
    for language in [Language::Korean, Language::English] {
        let look = if language == Language::English { NARROW.in_english() } else { NARROW };
        let page = open(&look, language.catalogue().doors.autoplan).await;
        choose_goal(&page, language, 4).await;
        use_button(&page, words(language).compute).await;
        page.until("the final answer", AT_REST).await;
        fits(&page, "autoplan").await;
        is_accessible(&page).await;
    }
}
