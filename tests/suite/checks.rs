//! The checks on the reference plans and on the shipped examples.

use serde_json::Value;
use stagger::forecast;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::zones::NoTimeZones;
use stagger::plan::{CheckedPlan, Issue, IssueCode, check};
use stagger::wire;

#[test]
fn of_the_reference_plans_one_leaves_people_out_and_nothing_else_is_found() {
    let reference: Value = serde_json::from_str(include_str!("../reference/plans.json")).unwrap();
    let mut found = Vec::new();
    for case in reference["cases"].as_array().unwrap() {
        let plan = wire::plan_file::read(&case["plan"].to_string()).unwrap();
        found.extend(check(&plan, &NoTimeZones).into_iter().map(|issue| (case["name"].clone(), issue)));
    }
    let left_out = Issue::new(IssueCode::PeopleInNoCohort { people: 53 }, "/cohorts");
    assert_eq!(found, [(Value::from("birth-days"), left_out)]);
}

#[test]
fn an_example_opened_from_its_file_is_the_same_plan() {
    for example in Example::ALL {
        for read in [Wording::korean, Wording::english] {
            let plan = example.plan(read);
            assert_eq!(wire::plan_file::read(&wire::plan_file::write(&plan)).unwrap(), plan);
        }
    }
}

#[test]
fn the_staggered_example_holds_and_the_day_as_it_was_breaks() {
    let forecast_of = |example: Example| {
        let plan = CheckedPlan::new(example.plan(Wording::english)).unwrap();
        forecast::run(&plan)
    };
    let staggered = forecast_of(Example::Staggered);
    assert!(staggered.slots.iter().all(|slot| slot.verdict == forecast::Verdict::Holds));
    let as_it_was = forecast_of(Example::DayAsItWas);
    assert!(as_it_was.slots.iter().all(|slot| slot.verdict == forecast::Verdict::Breaks));
}
