//! The programme interface answers texts with texts.

use serde_json::{Value, json};
use stagger::clock::CivilTime;
use stagger::plan::zones::{NoTimeZones, TimeZones, ZoneAnswer};
use stagger::plan::{Issue, Plan};
use stagger::wire::answer::{self, Advice, AnswerError};
use stagger::wire::link::LinkError;
use stagger::wire::plan_file::{PlanFileError, read};

use crate::plan_file::{set, shipped_plans, short_plan};

fn advise(plan: &Plan, issue: &Issue) -> Advice {
    Advice {
        place: format!("{} days", plan.days),
        message: format!("what: {}", issue.code.name()),
        remedy: "do".to_owned(),
    }
}

fn check(plan: &Value, zones: &dyn TimeZones) -> Value {
    serde_json::from_str(&answer::check(&plan.to_string(), zones, &advise).unwrap()).unwrap()
}

/// The clocks change in every zone at this time.
struct Changing(CivilTime);

impl TimeZones for Changing {
    fn offset_change(&self, _zone: &str, _from: CivilTime, _until: CivilTime) -> ZoneAnswer {
        ZoneAnswer::ChangesAt(self.0)
    }
}

#[test]
fn a_plan_without_fault_has_no_issue() {
    assert_eq!(check(&short_plan(), &NoTimeZones), json!([]));
}

#[test]
fn all_issues_come_at_once_with_code_place_and_remedy() {
    let mut plan = short_plan();
    set(&mut plan, "/arrivals/show_up", json!(1.5));
    set(&mut plan, "/journey/0/service_s", json!(0));
    let zones = Changing(CivilTime::parse("2022-04-02T02:00").unwrap());
    let issue = |severity: &str, code: &str, pointer: &str| json!({ "severity": severity, "code": code, "pointer": pointer, "place": "4 days", "message": format!("what: {code}"), "remedy": "do" });
    assert_eq!(
        check(&plan, &zones),
        json!([
            issue("warning", "offset-change", "/time_zone"),
            issue("error", "share-outside-range", "/arrivals/show_up"),
            issue("error", "number-outside-bounds", "/journey/0/service_s"),
        ])
    );
}

#[test]
fn whoever_still_waits_at_the_end_is_a_warning() {
    let mut plan = short_plan();
    set(&mut plan, "/days", json!(1));
    set(&mut plan, "/journey/0/rate_per_s", json!(0.001));
    let issues = check(&plan, &NoTimeZones);
    assert_eq!(issues[0]["code"], "still-waiting");
    assert_eq!(issues[0]["severity"], "warning");
    assert_eq!(issues.as_array().unwrap().len(), 1);
}

#[test]
fn a_forecast_is_answered_or_refused_with_every_fault() {
    let text = answer::forecast(&short_plan().to_string()).unwrap();
    let forecast: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(forecast["model"], 1);
    assert_eq!(forecast["slots"].as_array().unwrap().len(), 2);
    assert_eq!(forecast["totals"]["members"], 1720);
    assert_eq!(forecast["stages"][0]["series"]["queue"].as_array().unwrap().len(), 4 * 1440);

    let mut plan = short_plan();
    set(&mut plan, "/arrivals/show_up", json!(1.5));
    set(&mut plan, "/journey/0/service_s", json!(0));
    let refused = answer::forecast(&plan.to_string()).unwrap_err();
    assert_eq!((refused.code(), refused.pointer()), ("share-outside-range", "/arrivals/show_up"));
    assert!(matches!(refused, AnswerError::Blocked { issues, plan } if issues.len() == 2 && plan.days == 4));
}

#[test]
fn texts_that_are_no_plan_are_refused_by_each_question() {
    let expect = PlanFileError::NotAPlan;
    assert_eq!(answer::check("{}", &NoTimeZones, &advise), Err(expect.clone()));
    assert_eq!(answer::forecast("{}"), Err(AnswerError::PlanFile(expect.clone())));
    assert_eq!(answer::encode("{}"), Err(expect.clone()));
    assert_eq!(answer::fingerprint("{}"), Err(expect));
    assert_eq!(answer::decode("{}"), Err(LinkError::Foreign));
    let error = AnswerError::from(PlanFileError::Missing { pointer: "/days".to_owned() });
    assert_eq!((error.code(), error.pointer()), ("plan-field-missing", "/days"));
    let error = AnswerError::from(LinkError::Damaged);
    assert_eq!((error.code(), error.pointer()), ("link-damaged", ""));
}

#[test]
fn a_link_gives_back_the_plan_and_its_fingerprint() {
    for (name, plan) in shipped_plans() {
        let text = plan.to_string();
        let back = answer::decode(&answer::encode(&text).unwrap()).unwrap();
        assert_eq!(read(&back), read(&text), "{name}");
        assert_eq!(answer::fingerprint(&back), answer::fingerprint(&text), "{name}");
    }
}
