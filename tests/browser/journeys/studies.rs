//! Risk beside the forecast: the page's sentence is the native one, work can be cancelled, a worker may crash, and what is
//! of an earlier plan is marked.
//!
//! What workers are told passes a gate that a script sets up before the page starts: it holds back the units of a study,
//! or sends in their place what the worker's script cannot take, so that it throws and the worker falls over.

use fantoccini::key::Key;
use journeys::page::site_folder;
use journeys::{Look, Page};
use serde_json::json;
use stagger::explain;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::CheckedPlan;
use stagger::risk::{Report, Sampling, report, screened};
use stagger::text::Language::English;
use stagger::text::{risk, risk_page};
use stagger::wire;

/// Puts the gate before all workers. `gate.mode`: `open`, `hold`, or how many times it yet breaks what passes, to be
/// `gate.after` from then on.
const GATE: &str = "
    const post = Worker.prototype.postMessage;
    window.gate = { mode: 'open', after: 'open', held: [], broken: 0, open() {
        this.mode = 'open';
        for (const [worker, rest] of this.held.splice(0)) post.apply(worker, rest);
    } };
    Worker.prototype.postMessage = function (...rest) {
        const isUnits = / units [0-9]+ [0-9]+ (risk|simulate) /.test(rest[0][0]);
        if (isUnits && gate.mode === 'hold') return void gate.held.push([this, rest]);
        if (isUnits && gate.mode > 0) { gate.mode = gate.mode > 1 ? gate.mode - 1 : gate.after; gate.broken += 1; return post.call(this, null); }
        return post.apply(this, rest);
    };";

/// What stands in the room of the chance.
const CHANCE: &str = "document.querySelector('.verdict-chance').innerText";

async fn open(before: &str) -> Page {
    let page = Page::blank(&site_folder(), &Look::WIDE).await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": before })).await;
    page.go("?lang=en").await;
    page
}

async fn press_first(page: &Page, label: &str) {
    let mut buttons = page.find_all("button", Some(label)).await;
    assert!(!buttons.is_empty(), "no button {label:?}");
    buttons.remove(0).click().await.unwrap();
}

fn example() -> CheckedPlan {
    CheckedPlan::new(Example::Staggered.plan(Wording::english)).unwrap()
}

/// The chance of the example as it is computed natively, and in words.
fn native() -> (Report, String) {
    let plan = example();
    let sampling = Sampling { seed: plan.plan().seed, draws: wire::risk::RUNS };
    let report = report(&plan, sampling, &[], &screened);
    let said = (risk::texts(English).chance)(&explain::risk::chance(plan.plan(), &report));
    (report, said)
}

/// Waits for a sentence in the room of the chance, spaces of any kind alike.
async fn says(page: &Page, sentence: &str) {
    let plain = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let condition = format!("{CHANCE}.split(/\\s+/).join(' ').includes({})", json!(plain));
    page.until("the sentence", &condition).await;
}

#[tokio::test]
async fn the_chance_of_the_page_is_the_native_one_with_workers_and_without() {
    let (report, said) = native();
    assert_eq!(report.summary.draws, wire::risk::RUNS);
    for before in ["", "delete window.Worker;"] {
        says(&open(before).await, &said).await;
    }
}

#[tokio::test]
async fn work_can_be_cancelled_and_taken_up_again() {
    let page = open(&format!("{GATE} gate.mode = 'hold';")).await;
    let words = risk_page::texts(English);
    page.until("work", "gate.held.length > 0").await;
    page.until("a way to cancel", "document.querySelector('.verdict-chance button') !== null").await;
    press_first(&page, words.cancel).await;
    says(&page, words.cancelled).await;
    page.run("gate.open()", vec![]).await;
    press_first(&page, words.compute).await;
    says(&page, &native().1).await;
}

#[tokio::test]
async fn a_worker_that_crashes_is_replaced_and_the_result_is_the_same() {
    let page = open(&format!("{GATE} gate.mode = 1; gate.after = 'hold';")).await;
    says(&page, English.catalogue().wire_errors.again).await;
    page.run("gate.open()", vec![]).await;
    says(&page, &native().1).await;
    assert_eq!(page.run("return gate.broken", vec![]).await, json!(1));
    page.severe_messages().await;
}

#[tokio::test]
async fn what_crashes_again_and_again_is_said_and_can_be_tried_again() {
    let page = open(&format!("{GATE} gate.mode = 1e9;")).await;
    let words = risk_page::texts(English);
    says(&page, words.fell).await;
    let plan = wire::plan_file::write(example().plan());
    let asked = "try { await stagger.risk(args[0]); return null; } catch (reason) { return reason.code; }";
    let code = page.call(asked, vec![json!(plan)]).await.unwrap();
    assert_eq!(code, json!("computation-interrupted"));
    page.run("gate.open()", vec![]).await;
    press_first(&page, words.try_again).await;
    says(&page, &native().1).await;
    page.severe_messages().await;
}

#[tokio::test]
async fn a_result_of_an_earlier_plan_is_marked_while_a_slider_moves() {
    let page = open(GATE).await;
    says(&page, &native().1).await;
    let stale = "document.querySelector('.risk-place').hasAttribute('data-stale')";
    assert_eq!(page.run(&format!("return {stale}"), vec![]).await, json!(false));
    let text = English.catalogue();
    page.find("button", text.assumptions.edit).await.click().await.unwrap();
    page.run("gate.mode = 'hold'", vec![]).await;
    let slider = page.find("slider", &(text.forms.slider)(text.assumptions.show_up)).await;
    page.run("arguments[0].focus()", vec![serde_json::to_value(&slider).unwrap()]).await;
    page.press(Key::Right).await;
    page.until("the mark", stale).await;
    page.run("gate.open()", vec![]).await;
    page.until("a result of this plan", &format!("!{stale}")).await;
}
