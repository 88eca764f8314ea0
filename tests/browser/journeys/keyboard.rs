//! The whole job with the keyboard alone: every control is reached, seen to be reached, and left again.

use std::collections::BTreeSet;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use journeys::verdict::says_verdict;
use journeys::{Look, Page};
use serde_json::{Value, json};
use stagger::clock::CivilTime;
use stagger::explain::edit::edit_name;
use stagger::forecast;
use stagger::library::busan::Example;
use stagger::library::{Reading, Wording};
use stagger::plan::edit::{EditName, MembersEdit, PlanEdit, StageEdit, StageField, WindowEdit, WindowField, apply};
use stagger::plan::{CheckedPlan, Plan};
use stagger::text::sources::of_earlier_value;
use stagger::text::unit_words::Dimension;
use stagger::text::{Catalogue, Language, format};
use stagger::units::PerSecond;
use stagger::wire::link;

const PEOPLE: u64 = 60_000;
const OPENS: &str = "2022-04-01T13:00";
const PER_SECOND: f64 = 6.0;

/// More presses than any form has controls: a control that takes longer is not reached.
const PRESSES_MAX: usize = 400;

/// Frames after which a focus that does not show is taken for hidden.
const FRAMES_MAX: u32 = 120;

/// More parts than a field for date and time has.
const TIME_PARTS_MAX: usize = 8;

/// Whether what has the focus shows it: outlined, on the screen, and not under something else. True for the body,
/// which has the focus before the first control and after the last.
const SHOWS_FOCUS: &str = "(() => {
    const at = document.activeElement;
    if (at === document.body) return true;
    const ring = (element) => {
      const style = getComputedStyle(element);
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 && !/, 0\\)$/.test(style.outlineColor);
    };
    const box = at.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right <= left || bottom <= top) return false;
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const free = over !== null && (at.contains(over) || over.contains(at));
    return (ring(at) || ring(at.parentElement)) && free;
  })()";

/// Numbers every control that the keyboard must reach; answers what each is, in their order.
const NUMBER_CONTROLS: &str = "
    const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]');
    const reached = [...all].filter((one) => one.tabIndex >= 0 && !one.disabled
      && one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0);
    document.querySelectorAll('[data-number]').forEach((one) => one.removeAttribute('data-number'));
    return reached.map((one, number) => {
      one.dataset.number = number;
      return `${one.localName} ${one.ariaLabel ?? one.textContent.trim()} ${one.id}`.trim();
    });";

const NUMBER_IN_FOCUS: &str = "return document.activeElement.dataset.number ?? null";

fn looks() -> [(Look, Language, Reading); 2] {
    [(Look::WIDE, Language::Korean, Wording::korean), (Look::WIDE.in_english(), Language::English, Wording::english)]
}

/// Presses keys together, wherever the focus is; the last is let go first.
pub async fn press(page: &Page, keys: &[char]) {
    let down = keys
        .iter()
        .fold(KeyActions::new("keyboard".to_owned()), |keys, value| keys.then(KeyAction::Down { value: *value }));
    let keys = keys.iter().rev().fold(down, |keys, value| keys.then(KeyAction::Up { value: *value }));
    page.client().perform_actions(keys).await.unwrap();
}

async fn tab(page: &Page) {
    press(page, &[Key::Tab.into()]).await;
    shows_focus(page).await;
}

async fn tab_back(page: &Page) {
    press(page, &[Key::Shift.into(), Key::Tab.into()]).await;
    shows_focus(page).await;
}

/// Looks once per frame until the focus shows; a control whose focus does not is named.
async fn shows_focus(page: &Page) {
    let look = format!(
        "for (let frame = 0; frame < args[0]; frame += 1) {{
           if ({SHOWS_FOCUS}) return null;
           await new Promise(requestAnimationFrame);
         }}
         const at = document.activeElement;
         const {{ left, top, right, bottom }} = at.getBoundingClientRect();
         const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.outerHTML.slice(0, 200);
         const rings = [at, at.parentElement].map((one) => getComputedStyle(one).outline);
         return `${{at.outerHTML.slice(0, 300)}} at ${{[left, top, right, bottom]}} of ${{[innerWidth, innerHeight]}}, \
           under ${{over}}, outlined ${{rings.join(' and ')}}`;"
    );
    let hidden = page.call(&look, vec![json!(FRAMES_MAX)]).await.unwrap();
    assert_eq!(hidden, Value::Null, "the focus does not show");
}

async fn has_focus(page: &Page, role: &str, name: &str) -> bool {
    let element = serde_json::to_value(page.find(role, name).await).unwrap();
    page.run("return document.activeElement === arguments[0]", vec![element]).await == json!(true)
}

/// Tabs to a control; answers how many presses that took.
pub async fn go_to(page: &Page, role: &str, name: &str) -> usize {
    let element = serde_json::to_value(page.find(role, name).await).unwrap();
    for presses in 0..PRESSES_MAX {
        if page.run("return document.activeElement === arguments[0]", vec![element.clone()]).await == json!(true) {
            return presses;
        }
        tab(page).await;
    }
    panic!("the keyboard does not reach the {role} {name:?}");
}

async fn go_back_to(page: &Page, role: &str, name: &str) {
    let element = serde_json::to_value(page.find(role, name).await).unwrap();
    for _ in 0..PRESSES_MAX {
        if page.run("return document.activeElement === arguments[0]", vec![element.clone()]).await == json!(true) {
            return;
        }
        tab_back(page).await;
    }
    panic!("the keyboard does not reach the {role} {name:?} backwards");
}

/// Goes to a button and presses it.
pub async fn use_button(page: &Page, name: &str) {
    go_to(page, "button", name).await;
    press(page, &[Key::Enter.into()]).await;
}

/// Replaces what stands in a field of text.
pub async fn type_over(page: &Page, name: &str, text: &str) {
    go_to(page, "textbox", name).await;
    press(page, &[Key::Control.into(), 'a']).await;
    for letter in text.chars() {
        press(page, &[letter]).await;
    }
}

/// Turns the parts of the field for date and time that has the focus until one of them gives `wanted`: which part
/// stands first depends on the browser.
async fn turn_down_to(page: &Page, wanted: &str) {
    for _ in 0..TIME_PARTS_MAX {
        press(page, &[Key::Down.into()]).await;
        if page.run("return document.activeElement.value", vec![]).await == json!(wanted) {
            return;
        }
        press(page, &[Key::Up.into()]).await;
        press(page, &[Key::Right.into()]).await;
    }
    panic!("no part of the field gives {wanted}");
}

async fn says_what_is_computed(page: &Page, plan: &Plan, text: &Catalogue) {
    says_verdict(page, plan, text).await;
}

#[tokio::test]
async fn the_first_key_reaches_the_way_past_the_controls() {
    for (look, language, _) in looks() {
        let text = language.catalogue();
        let page = Page::open(&look, "").await;
        tab(&page).await;
        // A browser that has just come up may drop its first key; then nothing has the focus yet.
        if page.run("return document.activeElement === document.body", vec![]).await == json!(true) {
            tab(&page).await;
        }
        assert!(has_focus(&page, "link", text.frame.skip_to_result).await);
        press(&page, &[Key::Enter.into()]).await;
        page.until("the result in focus", "document.activeElement.id === 'result'").await;
        tab(&page).await;
        let inside =
            page.run("return document.getElementById('result').contains(document.activeElement)", vec![]).await;
        assert_eq!(inside, true);
        assert_eq!(page.run("return location.hash", vec![]).await, "");
    }
}

#[tokio::test]
async fn the_main_job_is_done_by_keys_in_korean() {
    let [(look, language, read), _] = looks();
    main_job(&look, language, read).await;
}

#[tokio::test]
async fn the_main_job_is_done_by_keys_in_english() {
    let [_, (look, language, read)] = looks();
    main_job(&look, language, read).await;
}

async fn main_job(look: &Look, language: Language, read: Reading) {
    let text = language.catalogue();
    let page = Page::open(look, "").await;
    other_example_and_back(&page, text, read).await;
    let start = Example::Staggered.plan(read);
    let opened = change_an_opening(&page, text, &start).await;
    let widened = change_a_capacity(&page, text, &opened).await;
    let grown = change_a_count(&page, text, &widened).await;
    undo_and_redo(&page, text, [&opened, &widened, &grown]).await;
    read_the_picture(&page, text, &grown).await;
    assert_eq!(copied_plan(&page, text).await, grown);
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

async fn other_example_and_back(page: &Page, text: &Catalogue, read: Reading) {
    let presses = go_to(page, "button", text.frame.example_as_it_was).await;
    assert!(presses <= 8, "{presses} presses to the examples");
    press(page, &[' ']).await;
    says_what_is_computed(page, &Example::DayAsItWas.plan(read), text).await;
    go_back_to(page, "button", text.frame.example_staggered).await;
    press(page, &[Key::Enter.into()]).await;
    says_what_is_computed(page, &Example::Staggered.plan(read), text).await;
}

async fn change_an_opening(page: &Page, text: &Catalogue, plan: &Plan) -> Plan {
    use_button(page, text.windows.edit).await;
    let first = &plan.windows[0];
    let time = format::interval(text.language, first.opens, first.closes);
    use_button(page, &(text.windows.row)(1, &time, first.cohorts.len())).await;
    go_to(page, "DateTime", text.windows.opens).await;
    turn_down_to(page, OPENS).await;
    let field = WindowField::Opens(CivilTime::parse(OPENS).unwrap());
    let plan = apply(plan, &PlanEdit::Windows(WindowEdit::Set { at: 0, field })).unwrap();
    says_what_is_computed(page, &plan, text).await;
    leave_form(page, text).await;
    plan
}

async fn change_a_capacity(page: &Page, text: &Catalogue, plan: &Plan) -> Plan {
    use_button(page, text.journey.edit).await;
    let rate = format!("{} ({})", text.journey.rate, text.common.unit_per_second);
    type_over(page, &rate, &PER_SECOND.to_string()).await;
    let field = StageField::Rate(Some(PerSecond::new(PER_SECOND)));
    let earlier = plan.journey[1].rate.map(|rate| (rate.get(), Some(Dimension::Flow), 1.0));
    let mut plan = apply(plan, &PlanEdit::Stages(StageEdit::Set { at: 1, field })).unwrap();
    let source = plan.sources.get_mut("/journey/1/rate_per_s").unwrap();
    source.text = of_earlier_value(&source.text, earlier);
    says_what_is_computed(page, &plan, text).await;
    leave_form(page, text).await;
    plan
}

async fn change_a_count(page: &Page, text: &Catalogue, plan: &Plan) -> Plan {
    use_button(page, text.members.edit).await;
    let cell = (text.members.cell)(&plan.members.regions[0].name, &plan.members.ages[0].name);
    type_over(page, &cell, &PEOPLE.to_string()).await;
    let mut plan = apply(plan, &PlanEdit::Members(MembersEdit::Count { region: 0, age: 0, people: PEOPLE })).unwrap();
    plan.sources.remove("/members/counts");
    says_what_is_computed(page, &plan, text).await;
    leave_form(page, text).await;
    plan
}

async fn leave_form(page: &Page, text: &Catalogue) {
    go_back_to(page, "button", text.common.edit_closed).await;
    press(page, &[Key::Enter.into()]).await;
    page.find("button", text.windows.edit).await;
}

/// By the buttons, and by the keys that everybody knows.
async fn undo_and_redo(page: &Page, text: &Catalogue, [opened, widened, grown]: [&Plan; 3]) {
    let step = |button, name| (text.frame.with_step)(button, &edit_name(text.language, name));
    use_button(page, &step(text.frame.undo, EditName::Count)).await;
    says_what_is_computed(page, widened, text).await;
    press(page, &[Key::Enter.into()]).await;
    says_what_is_computed(page, opened, text).await;
    use_button(page, &step(text.frame.redo, EditName::Capacity)).await;
    says_what_is_computed(page, widened, text).await;
    press(page, &[Key::Enter.into()]).await;
    says_what_is_computed(page, grown, text).await;
    press(page, &[Key::Control.into(), 'z']).await;
    says_what_is_computed(page, widened, text).await;
    press(page, &[Key::Control.into(), Key::Shift.into(), 'z']).await;
    says_what_is_computed(page, grown, text).await;
}

async fn read_the_picture(page: &Page, text: &Catalogue, plan: &Plan) {
    go_to(page, "slider", text.slot_chart.picture).await;
    let forecast = forecast::run(&CheckedPlan::new(plan.clone()).unwrap());
    let last = forecast.slots.iter().filter(|slot| slot.window.is_some()).count() - 1;
    for (key, at) in [(Key::Home, 0), (Key::Right, 1), (Key::Left, 0), (Key::End, last), (Key::Home, 0)] {
        press(page, &[key.into()]).await;
        let load = json!(text.common.load(forecast.slots[at].peak_load));
        let opens = json!(format::moment(text.language, plan.windows[at].opens));
        let spoken = "document.activeElement.getAttribute('aria-valuetext')";
        let all = format!("{spoken}.startsWith({opens}) && {spoken}.includes({load})");
        page.until("the reading", &all).await;
    }
}

/// The plan of the link that the page puts on the clipboard.
async fn copied_plan(page: &Page, text: &Catalogue) -> Plan {
    let keep = "navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };";
    page.run(keep, vec![]).await;
    use_button(page, text.frame.copy_link).await;
    let link = page.until("the link", "globalThis.copied").await;
    link::decode(link.as_str().unwrap()).unwrap()
}

#[tokio::test]
async fn tab_goes_round_every_control_and_comes_back_in_the_short_view() {
    for (look, ..) in looks() {
        let page = Page::open(&look, "").await;
        page.come_to_rest().await;
        goes_round(&page).await;
    }
}

#[tokio::test]
async fn tab_goes_round_every_form() {
    let (look, language, _) = looks()[1];
    let text = language.catalogue();
    for edit in [text.windows.edit, text.journey.edit, text.assumptions.edit, text.plan_form.edit] {
        let page = Page::open(&look, "").await;
        use_button(&page, edit).await;
        page.find("button", text.common.edit_closed).await;
        page.come_to_rest().await;
        goes_round(&page).await;
    }
}

/// Tabs once round the page, from the first control past the last to the first.
async fn goes_round(page: &Page) {
    let controls: Vec<String> = serde_json::from_value(page.run(NUMBER_CONTROLS, vec![]).await).unwrap();
    go_until(page, &json!("0")).await;
    let mut reached = BTreeSet::new();
    for _ in 0..controls.len() + PRESSES_MAX {
        let number = page.run(NUMBER_IN_FOCUS, vec![]).await;
        if number == json!("0") && reached.len() > 1 {
            break;
        }
        if let Some(number) = number.as_str() {
            reached.insert(number.parse::<usize>().unwrap());
        }
        tab(page).await;
    }
    assert_eq!(page.run(NUMBER_IN_FOCUS, vec![]).await, json!("0"), "Tab did not come back");
    let missed: Vec<&String> =
        controls.iter().enumerate().filter(|(at, _)| !reached.contains(at)).map(|(_, what)| what).collect();
    assert!(missed.is_empty(), "Tab passes by {missed:#?}");
}

async fn go_until(page: &Page, number: &Value) {
    for _ in 0..PRESSES_MAX {
        tab(page).await;
        if page.run(NUMBER_IN_FOCUS, vec![]).await == *number {
            return;
        }
    }
    panic!("Tab never reaches the control {number}");
}

#[tokio::test]
async fn a_press_that_changes_the_view_leaves_the_focus_on_a_control() {
    let (look, language, _) = looks()[1];
    let text = language.catalogue();
    let page = Page::open(&look, "").await;
    let focused = "return document.activeElement === document.body ? 'nothing' : document.activeElement.textContent";
    let mut lost = Vec::new();
    for edit in [text.members.edit, text.windows.edit, text.journey.edit, text.assumptions.edit, text.plan_form.edit] {
        use_button(&page, edit).await;
        page.find("button", text.common.edit_closed).await;
        if page.run(focused, vec![]).await == "nothing" {
            lost.push(format!("after opening {edit}"));
        }
        go_back_to(&page, "button", text.common.edit_closed).await;
        press(&page, &[Key::Enter.into()]).await;
        page.find("button", edit).await;
        if page.run(focused, vec![]).await == "nothing" {
            lost.push(format!("after closing {edit}"));
        }
    }
    assert!(lost.is_empty(), "the focus falls to the page {lost:#?}");
}

#[tokio::test]
async fn undoing_the_last_step_leaves_the_focus_on_a_control() {
    let (look, language, _) = looks()[1];
    let text = language.catalogue();
    let page = Page::open(&look, "").await;
    let title = page.find("textbox", text.frame.plan_title).await;
    page.fill(&title, "Another title").await;
    use_button(&page, &(text.frame.with_step)(text.frame.undo, &edit_name(language, EditName::Title))).await;
    page.until(
        "no more steps",
        &format!("document.title.includes({})", json!(Example::Staggered.plan(Wording::english).title)),
    )
    .await;
    page.call("await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame);", vec![])
        .await
        .unwrap();
    let at = page.run("return document.activeElement.localName", vec![]).await;
    assert_ne!(at, "body");
}

#[tokio::test]
async fn tab_goes_round_on_a_phone() {
    let (_, language, _) = looks()[1];
    let text = language.catalogue();
    for look in [
        Look { width: 320, height: 640, ..Look::PHONE.in_english() },
        Look { width: 320, height: 256, pixel_ratio: 4.0, ..Look::WIDE.in_english() },
    ] {
        let page = Page::open(&look, "").await;
        page.come_to_rest().await;
        goes_round(&page).await;
        for tab in [
            text.frame.tab_members,
            text.frame.tab_windows,
            text.frame.tab_journey,
            text.frame.tab_arrivals,
            text.plan_form.tab,
        ] {
            use_button(&page, tab).await;
            page.find("button", text.common.edit_closed).await;
            goes_round(&page).await;
        }
    }
}
