//! The risk of a plan as JSON: names, order, every number bit for bit.

use serde_json::{Value, json};
use stagger::risk::{PlanFigure, Report, Sampling, SlotFigure, full, report};
use stagger::wire::answer::AnswerError;
use stagger::wire::plan_file;
use stagger::wire::risk::{Options, Precision, answer, write};

use crate::risk::{RANGES, plan};

const FIELDS: [&str; 2] = ["/journey/0/rate_per_s", "/title"];

fn reported() -> Report {
    report(&plan(&RANGES), Sampling { seed: 1, draws: 20 }, &FIELDS.map(str::to_owned), &full)
}

fn same(json: &Value, number: f64) -> bool {
    if number.is_finite() { json.as_f64().map(f64::to_bits) == Some((number + 0.0).to_bits()) } else { json.is_null() }
}

#[test]
fn a_question_is_answered_as_the_report_says_to_the_last_bit() {
    let text = plan_file::write(plan(&RANGES).plan());
    let options = json!({ "runs": 20, "break_even": FIELDS }).to_string();
    let answered = answer(&text, &options, Precision::Full, &full).unwrap();
    let report = reported();
    assert_eq!(answered, write(&report, Precision::Full));
    let json: Value = serde_json::from_str(&answered).unwrap();
    for (slot, told) in report.summary.slots.iter().zip(json["slots"].as_array().unwrap()) {
        let (low, high) = slot.chance.interval();
        for (name, number) in [("breaks", slot.chance.share()), ("low", low), ("high", high)] {
            assert!(same(&told["chance"][name], number), "{name}");
        }
        for (name, figure) in [("peak_load", SlotFigure::PeakLoad), ("wait_max_s", SlotFigure::WaitMax)] {
            let band = told[name].as_array().unwrap();
            assert!(band.iter().zip(slot.band(figure).values).all(|(told, number)| same(told, number)), "{name}");
        }
    }
    let done = &json["plan"]["done_at_s"];
    assert!(same(&done["likely"], report.likely.get(PlanFigure::DoneAt)));
    assert!(same(&done["band"][4], report.summary.band(PlanFigure::DoneAt).high()));
    let curve = &report.summary.curves[0];
    assert!((0..5).all(|level| same(&json["curves"]["places"][0]["queue"][level][200], curve.queue[level][200])));
    let influence = &json["influence"][2]["lost"];
    assert!(same(&influence["correlation"], report.influences[2].correlations[3].unwrap()));
    assert!(same(&influence["at_low"], report.influences[2].swing.at_low.unwrap()[3]));
    assert_eq!(json["break_even"].as_array().unwrap().len(), 1);
    assert!(same(&json["break_even"][0]["turns"][0]["lower"], report.break_evens[0].turns[0].lower));
}

#[test]
fn names_stand_in_the_order_of_the_contract_and_are_in_it() {
    let json: Value = serde_json::from_str(&write(&reported(), Precision::Screening)).unwrap();
    let contract = std::fs::read_to_string("docs/contract.md").unwrap();
    let section = contract.split("### 3.4").nth(1).unwrap().split("\n## ").next().unwrap();
    let mut names = Vec::new();
    collect(&json, &mut names);
    assert!(names.len() > 40);
    for name in names {
        assert!(section.contains(&format!("`{name}`")), "{name} is not in the contract");
    }
    assert_eq!(json["precision"], "screening");
    let text = write(&reported(), Precision::Full);
    assert!(text.starts_with(
        r#"{"model":1,"precision":"full","seed":1,"runs":20,"refused":0,"levels":[0.05,0.25,0.5,0.75,0.95],"verdict":"#
    ));
    assert!(!text.contains("-0,") && !text.contains("1e999"));
}

fn collect(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, field)| {
            names.push(name.clone());
            collect(field, names);
        }),
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        _ => {}
    }
}

#[test]
fn options_are_read_as_far_as_they_say_something() {
    let none = Options { runs: 400, break_even: Vec::new() };
    for text in ["", "null", "{}", "[]", r#"{"runs":"many","break_even":7}"#] {
        assert_eq!(Options::read(text), none, "{text}");
    }
    assert_eq!(Options::read(r#"{"runs":3}"#).runs, 10);
    assert_eq!(Options::read(r#"{"runs":1e9}"#).runs, 10_000);
    assert_eq!(
        Options::read(r#"{"runs":250,"break_even":["/days",3]}"#),
        Options { runs: 250, break_even: vec!["/days".to_owned()] }
    );
}

#[test]
fn a_plan_with_faults_has_no_risk() {
    let mut broken = plan(&[]).plan().clone();
    broken.days = 0;
    let refused = answer(&plan_file::write(&broken), "{}", Precision::Full, &full).unwrap_err();
    assert!(matches!(&refused, AnswerError::Blocked { .. }), "{refused:?}");
    assert_eq!(refused.pointer(), "/days");
    assert!(matches!(answer("{}", "{}", Precision::Full, &full), Err(AnswerError::PlanFile(_))));
}
