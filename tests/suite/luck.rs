//! A pilot of few people who by mere chance crowd: the forecast holds, the simulation of every person does not.

use serde_json::json;
use stagger::demand::Scenario;
use stagger::forecast::chance::chance;
use stagger::forecast::simulation::{Estimates, simulate};
use stagger::forecast::trust::{Estimated, TrustReport};
use stagger::forecast::{self, Verdict};
use stagger::plan::CheckedPlan;
use stagger::text::Language;
use stagger::text::facts::{Chances, verdict_facts};
use stagger::wire::plan_file;

const RUNS: u32 = 20;

/// 188 people in four hours at five sessions of five minutes: a load of 78 %, and nobody gives up.
fn pilot(background_per_s: Option<f64>) -> CheckedPlan {
    let background: Vec<_> =
        background_per_s.into_iter().map(|per_s| json!({ "at": "2026-03-01T00:00", "per_s": per_s })).collect();
    let plan = json!({
        "format": "stagger-plan", "version": 1, "title": "Pilot", "first_day": "2026-03-01", "days": 1,
        "members": { "regions": [{ "name": "Harbour", "code": null }],
            "ages": [{ "name": "20", "from": 20, "to": 29 }], "counts": [[188]] },
        "cohorts": [{ "name": "20", "ages": [0] }],
        "windows": [{ "opens": "2026-03-01T09:00", "closes": "2026-03-01T13:00", "cohorts": [0] }],
        "arrivals": { "show_up": 1, "opening_share": 1, "opening_ramp_s": 14_400,
            "tail": [{ "weight": 1, "kind": "exponential", "mean_s": 900 }] },
        "journey": [{ "name": "Identity check", "service_s": 300, "sessions": 5, "rate_per_s": null, "patience_s": null,
            "retry_share": 0, "retry_after_s": 300, "fail_share": 0, "fail_retry_share": 0,
            "background": background }]
    });
    CheckedPlan::new(plan_file::read(&plan.to_string()).unwrap()).unwrap()
}

fn simulated(plan: &CheckedPlan) -> Estimated {
    let mut estimates = Estimates::default();
    (0..RUNS).for_each(|run| estimates.add(&simulate(plan, Scenario::Planned, plan.plan().seed, run)));
    Estimated::of(&estimates)
}

#[test]
fn no_sentence_promises_what_chance_alone_breaks() {
    let plan = pilot(None);
    let mut forecast = forecast::run(&plan);
    let verdict = forecast.slots[0].verdict;
    assert_eq!(verdict, Verdict::Holds);
    let mut trust = TrustReport { chance: chance(&plan, &forecast), estimates: None };
    assert!(trust.is_near());
    let say = |forecast: &forecast::Forecast, trust: &TrustReport, language: Language| {
        let facts = verdict_facts(plan.plan(), forecast, &Chances { risk: None, trust: Some(trust) });
        (language.catalogue().verdict.sentence)(&facts).plain()
    };
    assert_eq!(
        say(&forecast, &trust, Language::English),
        "The only slot holds. The busiest, Sun 1 Mar, 09:00, asks 78% of the capacity of Identity check."
    );

    trust.estimates = Some(simulated(&plan));
    let chances = Chances { risk: None, trust: Some(&trust) };
    assert_eq!(chances.verdict(0, verdict), Verdict::AtRisk);
    assert_eq!(chances.verdict(0, Verdict::Breaks), Verdict::Breaks);
    forecast.slots[0].verdict = Verdict::AtRisk;
    assert_eq!(
        say(&forecast, &trust, Language::English),
        "The only slot holds at the likely values, but with every person simulated Sun 1 Mar, 09:00 breaks in 20 of 20 runs."
    );
    assert_eq!(
        say(&forecast, &trust, Language::Korean),
        "보통값으로는 하나뿐인 회차가 버티지만 한 사람씩 모의실험하면 3월 1일(일) 09:00 회차는 20번 중 20번 무너집니다."
    );
}

#[test]
fn a_trace_of_other_traffic_leaves_no_formula_and_the_simulation_tells_the_same() {
    let plan = pilot(Some(0.000_01));
    let forecast = forecast::run(&plan);
    let trust = TrustReport { chance: chance(&plan, &forecast), estimates: Some(simulated(&plan)) };
    assert_eq!(trust.chance, None);
    assert!(trust.is_near());
    let chances = Chances { risk: None, trust: Some(&trust) };
    assert_eq!(chances.verdict(0, forecast.slots[0].verdict), Verdict::AtRisk);
}
