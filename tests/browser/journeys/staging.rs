//! Templates, windows by rule, many windows at one go and the holidays: by keys alone, and undo takes each back at once.

use fantoccini::key::Key;
use journeys::{Look, Page};
use serde_json::json;
use stagger::library::busan::Example;
use stagger::library::{Reading, Template};
use stagger::plan::Plan;
use stagger::staging::calendar::Reason;
use stagger::text::Language;
use stagger::text::workshop::{calendar, templates, windows};
use stagger::workshop::{Outcome, Step, begin};

use crate::keyboard::{go_to, press, type_over, use_button};
use crate::narrow::{NARROW, fits};
use crate::workshop::{CLOSED, PANEL, looks, plan_in_hand, says};

const TABLES: &str = "[...document.querySelectorAll('#workshop table')].map((table) => table.textContent).join('\\n')";

/// What the subject makes of the example by the same steps, asked directly.
pub fn expected(subject: &str, language: Language, read: Reading, fields: &[(&str, &str)], action: &str) -> Plan {
    let mut subject = begin(subject, Example::Staggered.plan(read), &[], language, |_, _, _| None).unwrap();
    for (field, value) in fields {
        subject.step(Step::Set { field: (*field).to_owned(), value: (*value).to_owned() }, language);
    }
    match subject.step(Step::Take { action: action.to_owned() }, language) {
        Outcome::Plan { plan, .. } | Outcome::NewPlan { plan } | Outcome::Kept { plan, .. } => *plan,
        Outcome::GoesOn { .. }
        | Outcome::Shown
        | Outcome::Stopped
        | Outcome::Asked { .. }
        | Outcome::OneFile { .. } => {
            panic!("no plan came of it")
        }
    }
}

pub async fn open(look: &Look, door: &str) -> Page {
    let page = Page::open(look, "").await;
    use_button(&page, door).await;
    page.until("the panel", PANEL).await;
    page
}

/// Goes to a list and takes the option so many below.
pub async fn choose(page: &Page, name: &str, below: usize) {
    go_to(page, "combobox", name).await;
    for _ in 0..below {
        press(page, &[Key::Down.into()]).await;
        // Each option on the way is answered with a panel.
        page.stand_still().await;
    }
}

pub async fn is_accessible(page: &Page) {
    assert_eq!(page.accessibility_findings_in(Some("#workshop"), &[]).await, Vec::<String>::new());
}

/// Waits for the page, and for the step that undo names; takes it back, and the example is in hand again.
pub async fn take_back(page: &Page, language: Language, read: Reading, step: &str) {
    let text = language.catalogue();
    page.find("button", &(text.frame.with_step)(text.frame.undo, step)).await;
    press(page, &[Key::Control.into(), 'z']).await;
    page.until("no step to undo", &format!("document.querySelector('[title={}]') !== null", json!(text.frame.undo)))
        .await;
    assert_eq!(plan_in_hand(page, text).await, Example::Staggered.plan(read));
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

async fn template_by_keys(look: &Look, language: Language, read: Reading) {
    let (text, words) = (language.catalogue(), templates::words(language));
    let page = open(look, text.doors.templates).await;
    is_accessible(&page).await;
    let title = read(Template::RotationThenWeekend.title());
    use_button(&page, &format!("{}: {title}", words.take)).await;
    page.until("the page again", CLOSED).await;
    let new = expected("templates", language, read, &[], Template::RotationThenWeekend.name());
    assert_eq!(plan_in_hand(&page, text).await, new);
    let page = open(look, text.doors.templates).await;
    choose(&page, words.place, 1).await;
    page.until(
        "what stays",
        &format!("document.querySelector('#workshop').textContent.includes({})", json!(words.stays)),
    )
    .await;
    let title = read(Template::RegionAnHour.title());
    use_button(&page, &format!("{}: {title}", words.take)).await;
    page.until("the page again", CLOSED).await;
    let replaced = expected("templates", language, read, &[("place", "instead")], Template::RegionAnHour.name());
    assert_eq!(plan_in_hand(&page, text).await, replaced);
    take_back(&page, language, read, words.step).await;
}

#[tokio::test]
async fn a_template_opens_as_a_plan_by_keys_in_korean() {
    let [(look, language, read), _] = looks();
    template_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn a_template_opens_as_a_plan_by_keys_in_english() {
    let [_, (look, language, read)] = looks();
    template_by_keys(&look, language, read).await;
}

async fn windows_by_keys(look: &Look, language: Language, read: Reading) {
    let (text, words) = (language.catalogue(), windows::words(language));
    let page = open(look, text.doors.windows).await;
    let calendar = calendar::words(language);
    says(&page, &(calendar.reason)(&Reason::Friday)).await;
    says(&page, &(words.shut)(0, 66)).await;
    is_accessible(&page).await;
    type_over(&page, words.length, "120").await;
    // A value is taken when the field is left.
    press(&page, &[Key::Tab.into()]).await;
    says(&page, &(words.shut)(0, 30)).await;
    type_over(&page, words.to, "8").await;
    press(&page, &[Key::Tab.into()]).await;
    page.until(
        "what to write",
        &format!("document.querySelector('#workshop .fault')?.textContent === {}", json!(words.closes_first)),
    )
    .await;
    assert!(page.find_all("button", Some(words.take_rule)).await.is_empty());
    go_to(&page, "button", stagger::text::workshop::panel::words(language).close).await;
    type_over(&page, words.to, "19:00").await;
    press(&page, &[Key::Tab.into()]).await;
    use_button(&page, words.take_rule).await;
    page.until("the page again", CLOSED).await;
    let laid = expected("windows", language, read, &[("length", "120"), ("to", "19:00")], "take");
    assert_eq!(plan_in_hand(&page, text).await, laid);
    take_back(&page, language, read, words.steps[0]).await;
}

#[tokio::test]
async fn windows_are_laid_by_rule_by_keys_in_korean() {
    let [(look, language, read), _] = looks();
    windows_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn windows_are_laid_by_rule_by_keys_in_english() {
    let [_, (look, language, read)] = looks();
    windows_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn many_windows_change_at_one_go_by_keys() {
    for (look, language, read) in looks() {
        let (text, words) = (language.catalogue(), windows::words(language));
        let page = open(&look, text.doors.windows).await;
        choose(&page, words.task, 1).await;
        says(&page, words.nothing_changed).await;
        choose(&page, words.gate_stage, 3).await;
        let plan = Example::Staggered.plan(read);
        let share = stagger::text::format::percent(plan.arrivals.ignore_window_share.get());
        says(&page, &(words.gate)(Some(&plan.journey[1].name), &share)).await;
        is_accessible(&page).await;
        use_button(&page, words.take_change).await;
        page.until("the page again", CLOSED).await;
        let changed = expected("windows", language, read, &[("task", "change"), ("gate", "1")], "take");
        assert_eq!(plan_in_hand(&page, text).await, changed);
        take_back(&page, language, read, words.steps[1]).await;
    }
}

#[tokio::test]
async fn holidays_are_edited_by_keys_and_travel_in_the_link() {
    for (look, language, read) in looks() {
        let (text, words) = (language.catalogue(), windows::words(language));
        let page = open(&look, text.doors.windows).await;
        choose(&page, words.task, 2).await;
        page.find("textbox", words.holiday_lines).await;
        is_accessible(&page).await;
        type_over(&page, words.holiday_lines, "2022-04-04 1234").await;
        press(&page, &[Key::Tab.into()]).await;
        page.until(
            "one day",
            &format!("{TABLES}.includes('1234') && document.querySelectorAll('#workshop tbody tr').length === 1"),
        )
        .await;
        use_button(&page, words.take_holidays).await;
        page.until("the page again", CLOSED).await;
        let fields = [("task", "holidays"), ("holidays", "2022-04-04 1234")];
        let edited = plan_in_hand(&page, text).await;
        assert_eq!(edited, expected("windows", language, read, &fields, "take"));
        assert_eq!(edited.holidays.as_ref().map(|table| table.days.len()), Some(1));
        take_back(&page, language, read, words.steps[2]).await;
    }
}

#[tokio::test]
async fn the_panels_fit_the_narrowest_phone() {
    for (look, language) in [(NARROW, Language::Korean), (NARROW.in_english(), Language::English)] {
        let (text, words) = (language.catalogue(), windows::words(language));
        for (door, title) in
            [(text.doors.templates, templates::words(language).title), (text.doors.windows, words.title)]
        {
            let page = Page::open(&look, "").await;
            page.run("document.querySelector('.tabs button:nth-child(3)').click()", vec![]).await;
            page.find("button", door).await.click().await.unwrap();
            page.until("the panel", PANEL).await;
            fits(&page, title).await;
            is_accessible(&page).await;
            if door == text.doors.windows {
                for task in ["change", "holidays"] {
                    page.run(
                        "const list = document.querySelector('#workshop-field-task');
                        list.value = arguments[0];
                        list.dispatchEvent(new Event('change', { bubbles: true }));",
                        vec![json!(task)],
                    )
                    .await;
                    let field = if task == "change" { "shift" } else { "holidays" };
                    page.until(task, &format!("document.querySelector('#workshop-field-{field}') !== null")).await;
                    fits(&page, task).await;
                }
            }
        }
    }
}
