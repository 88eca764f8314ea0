//! Ranges may stand where the checks allow them, and what they draw is put where the plan file says.

use serde_json::{Value, json};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::edit::{self, PlanEdit};
use stagger::plan::number::{NumberField, RangeField};
use stagger::plan::pointer::{Field, escaped, field_at};
use stagger::plan::zones::NoTimeZones;
use stagger::plan::{Plan, Range, check};
use stagger::wire::plan_file;

use crate::plan_file::shipped_plans;

fn plans() -> Vec<Plan> {
    let examples = Example::ALL.into_iter().map(|example| example.plan(Wording::english));
    let shipped = shipped_plans().into_iter().map(|(_, plan)| plan_file::read(&plan.to_string()).unwrap());
    examples.chain(shipped).collect()
}

/// Every pointer into a plan file.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| pointers(field, &format!("{at}/{}", escaped(name)), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| pointers(item, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

#[test]
fn a_range_is_drawn_exactly_where_the_checks_allow_one() {
    let mut n_fields = 0;
    for plan in plans() {
        let file: Value = serde_json::from_str(&plan_file::write(&plan)).unwrap();
        let mut all = Vec::new();
        pointers(&file, "", &mut all);
        all.push("/nowhere".to_owned());
        // A table of counts is long and all alike.
        all.retain(|pointer| !pointer.starts_with("/members/counts/1"));
        for pointer in all {
            let range = Range { field: pointer.clone(), low: 0.2, high: 0.7 };
            let ranged = Plan { ranges: vec![range], ..plan.clone() };
            let issues = check(&ranged, &NoTimeZones);
            let is_refused = issues.iter().any(|issue| issue.code.name() == "range-points-nowhere");
            let field = RangeField::at(&ranged, &pointer);
            assert_eq!(field.is_none(), is_refused, "{pointer}");
            if let Some(field) = field {
                let shares = matches!(field_at(&ranged, &pointer), Some(Field::Share(_) | Field::Shares(_)));
                assert_eq!(field.is_share(), shares, "{pointer}");
                n_fields += 1;
            }
        }
    }
    assert!(n_fields > 200, "{n_fields}");
}

#[test]
fn a_value_is_put_where_the_plan_file_has_it_and_nowhere_else() {
    for plan in plans() {
        let file: Value = serde_json::from_str(&plan_file::write(&plan)).unwrap();
        for number in NumberField::all_in(&plan) {
            let pointer = number.pointer();
            assert_eq!(NumberField::at(&pointer), Some(number));
            let Some(value) = number.value(&plan) else { continue };
            let other = 0.625 * value + 0.003_1;
            let field = RangeField::at(&plan, &pointer).unwrap();
            assert_eq!(field.value(&plan), Some(value), "{pointer}");
            let edit = field.edit(&plan, other).unwrap();
            assert_eq!(
                Some(&edit),
                number.edit(&plan, Some(other)).as_ref(),
                "the page edits {pointer} in another way"
            );
            let mut edited = plan.clone();
            edit::put(&mut edited, &edit).unwrap();
            let mut expect = file.clone();
            *expect.pointer_mut(&pointer).unwrap() = json!(other);
            let is = serde_json::from_str::<Value>(&plan_file::write(&edited)).unwrap();
            assert_eq!(is, expect, "{pointer}");
        }
    }
}

#[test]
fn whole_numbers_and_window_shares_are_put_too() {
    let plan = Example::DayAsItWas.plan(Wording::english);
    for (pointer, value, expect) in
        [("/days", 6.4, json!(6)), ("/members/counts/0/1", 17.6, json!(18)), ("/arrivals/show_up", 0.3, json!(0.3))]
    {
        let field = RangeField::at(&plan, pointer).unwrap();
        let mut edited = plan.clone();
        edit::put(&mut edited, &field.edit(&plan, value).unwrap()).unwrap();
        let file: Value = serde_json::from_str(&plan_file::write(&edited)).unwrap();
        assert_eq!(file.pointer(pointer), Some(&expect));
    }
    assert_eq!(RangeField::at(&plan, "/windows/0/show_up"), None);
    let seed = RangeField::at(&plan, "/seed").unwrap();
    assert_eq!(seed.edit(&plan, 3.0), Some(PlanEdit::Several(Vec::new())));
}
