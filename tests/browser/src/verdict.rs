//! What the page says of a plan at the top: at the likely values, and a moment later with the chances in mind.

use serde_json::json;
use stagger::forecast::trust::TrustReport;
use stagger::forecast::{self, Forecast};
use stagger::plan::{CheckedPlan, Plan};
use stagger::risk::{Report, Sampling, Summary, report, screened};
use stagger::text::Catalogue;
use stagger::text::facts::{Chances, verdict_facts};
use stagger::wire::risk::RUNS;

use crate::Page;

/// The risk of a plan as the page computes it.
pub fn risk_of(plan: &Plan) -> Report {
    let checked = CheckedPlan::new(plan.clone()).unwrap();
    let fields: Vec<String> = plan.ranges.iter().map(|range| range.field.clone()).collect();
    report(&checked, Sampling { seed: plan.seed, draws: RUNS }, &fields, &screened)
}

/// The sentences that a native run of the plan gives: at the likely values and with the chances, each without and with
/// what chance alone does.
pub fn verdicts(plan: &Plan, text: &Catalogue) -> Vec<String> {
    let checked = CheckedPlan::new(plan.clone()).unwrap();
    let mut forecast = forecast::run(&checked);
    let trust = TrustReport { chance: forecast::chance::chance(&checked, &forecast), estimates: None };
    let said = |forecast: &Forecast, risk: Option<&Summary>| {
        [None, Some(&trust)]
            .map(|trust| (text.verdict.sentence)(&verdict_facts(plan, forecast, &Chances { risk, trust })).plain())
    };
    let mut verdicts = said(&forecast, None).to_vec();
    if plan.ranges.is_empty() {
        return verdicts;
    }
    let risk = risk_of(plan).summary;
    for (slot, risk) in forecast.slots.iter_mut().zip(&risk.slots) {
        slot.verdict = risk.chance.verdict(slot.verdict);
    }
    verdicts.extend(said(&forecast, Some(&risk)));
    verdicts
}

/// Waits until the page says one of them.
pub async fn says_verdict(page: &Page, plan: &Plan, text: &Catalogue) {
    let either = json!(verdicts(plan, text));
    let condition = format!("{either}.includes(document.querySelector('.verdict-sentence')?.textContent)");
    page.until("the verdict", &condition).await;
}
