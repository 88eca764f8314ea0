//! What the page says of a plan at the top: at the likely values, and a moment later with the chances in mind.

use serde_json::json;
use stagger::forecast;
use stagger::plan::{CheckedPlan, Plan};
use stagger::risk::{Report, Sampling, report, screened};
use stagger::text::Catalogue;
use stagger::text::facts::verdict_facts;
use stagger::wire::risk::RUNS;

use crate::Page;

/// The risk of a plan as the page computes it.
pub fn risk_of(plan: &Plan) -> Report {
    let checked = CheckedPlan::new(plan.clone()).unwrap();
    let fields: Vec<String> = plan.ranges.iter().map(|range| range.field.clone()).collect();
    report(&checked, Sampling { seed: plan.seed, draws: RUNS }, &fields, &screened)
}

/// The sentence that a native run of the plan gives, first at the likely values, then with the chances.
pub fn verdicts(plan: &Plan, text: &Catalogue) -> [String; 2] {
    let mut forecast = forecast::run(&CheckedPlan::new(plan.clone()).unwrap());
    let likely = (text.verdict.sentence)(&verdict_facts(plan, &forecast, None)).plain();
    if plan.ranges.is_empty() {
        return [likely.clone(), likely];
    }
    let risk = risk_of(plan).summary;
    for (slot, risk) in forecast.slots.iter_mut().zip(&risk.slots) {
        slot.verdict = risk.chance.verdict(slot.verdict);
    }
    [likely, (text.verdict.sentence)(&verdict_facts(plan, &forecast, Some(&risk))).plain()]
}

/// Waits until the page says one of the two.
pub async fn says_verdict(page: &Page, plan: &Plan, text: &Catalogue) {
    let either = json!(verdicts(plan, text));
    let condition = format!("{either}.includes(document.querySelector('.verdict-sentence')?.textContent)");
    page.until("the verdict", &condition).await;
}
