//! Break-evens: what is found is what a forecast on either side says, and what was not found is not claimed.

use std::cell::Cell;

use stagger::forecast::{Verdict, run};
use stagger::plan::number::RangeField;
use stagger::plan::{CheckedPlan, ShowUp};
use stagger::risk::{BreakEven, Detail, Figures, Reach, break_even, full, with_value};

use crate::risk::plan;

const SHOW_UP: &str = "/arrivals/show_up";
const RATE: &str = "/journey/0/rate_per_s";

/// The verdict of a whole forecast with the field at a value.
fn breaks(plan: &CheckedPlan, pointer: &str, value: f64) -> bool {
    let field = RangeField::at(plan.plan(), pointer).unwrap();
    let other = CheckedPlan::new(with_value(plan.plan(), field, value).unwrap()).unwrap();
    run(&other).slots.iter().any(|slot| slot.verdict == Verdict::Breaks)
}

fn check_by_forecast(plan: &CheckedPlan, found: &BreakEven) {
    assert_eq!(breaks(plan, &found.pointer, found.value), !found.holds_at_value);
    for turn in &found.turns {
        assert_eq!(breaks(plan, &found.pointer, turn.lower), !turn.holds_below, "{found:?}");
        assert_eq!(breaks(plan, &found.pointer, turn.upper), turn.holds_below, "{found:?}");
        assert!(turn.upper - turn.lower <= 1.001e-3 * turn.upper, "{turn:?} is not near");
    }
}

/// Capacity for a little more than comes.
fn roomy() -> CheckedPlan {
    let mut roomy = plan(&[]).plan().clone();
    std::sync::Arc::make_mut(&mut roomy.journey)[0].rate = Some(stagger::units::PerSecond::new(7.0));
    CheckedPlan::new(roomy).unwrap()
}

#[test]
fn a_forecast_on_either_side_agrees() {
    let roomy = roomy();
    let found = break_even(&roomy, "/arrivals/opening_share", &full).unwrap();
    check_by_forecast(&roomy, &found);
    assert!(matches!(found.reach(), Reach::Holds { from: None, until: Some(until) } if until > 0.2 && until < 0.4));
    let found = break_even(&roomy, RATE, &full).unwrap();
    check_by_forecast(&roomy, &found);
    assert!(matches!(found.reach(), Reach::Holds { from: Some(from), until: None } if from < 7.0 && from > 3.0));
    assert!(!found.turns_again());
    assert_eq!(found.searched, (1e-6, 1e9));
}

#[test]
fn a_plan_that_breaks_is_told_what_would_mend_it() {
    let tight = plan(&[(RATE, 1.0, 9.0)]);
    let found = break_even(&tight, RATE, &full).unwrap();
    check_by_forecast(&tight, &found);
    assert!(!found.holds_at_value);
    assert!(
        matches!(found.reach(), Reach::Breaks { holds_down_from: None, holds_up_from: Some(from) } if from > 5.0 && from < 7.0),
        "{found:?}"
    );
}

/// A break-even of a planner who says that the plan breaks at these show-ups.
fn told(breaks_at: fn(f64) -> bool) -> (BreakEven, usize) {
    let plan = plan(&[(SHOW_UP, 0.33, 0.47)]);
    let likely = full(&plan, Detail::OverTime);
    let count = Cell::new(0);
    let compute = |plan: &CheckedPlan, _| -> Figures {
        count.set(count.get() + 1);
        let ShowUp::All(share) = plan.plan().arrivals.show_up else { panic!("one share for all") };
        let mut figures = likely.clone();
        for slot in &mut figures.slots {
            slot.verdict = Verdict::Holds;
        }
        figures.slots[0].verdict = if breaks_at(share.get()) { Verdict::Breaks } else { Verdict::AtRisk };
        figures
    };
    (break_even(&plan, SHOW_UP, &compute).unwrap(), count.get())
}

fn near(found: Option<f64>, expect: f64) -> bool {
    found.is_some_and(|found| (found / expect - 1.0).abs() < 1e-3)
}

#[test]
fn every_shape_is_told_as_it_is() {
    assert_eq!(told(|_| false).0.reach(), Reach::HoldsEverywhere);
    assert_eq!(told(|_| true).0.reach(), Reach::BreaksEverywhere);
    let (found, computed) = told(|share| share > 0.523);
    assert!(matches!(found.reach(), Reach::Holds { from: None, until } if near(until, 0.523)));
    assert!(!found.turns_again() && computed < 40, "{computed}");
    let (found, _) = told(|share| !(0.2..=0.7).contains(&share));
    assert!(matches!(found.reach(), Reach::Holds { from, until } if near(from, 0.2) && near(until, 0.7)));
    assert!(!found.turns_again());
    let (found, _) = told(|share| (0.3..=0.5).contains(&share));
    assert!(
        matches!(found.reach(), Reach::Breaks { holds_down_from, holds_up_from } if near(holds_down_from, 0.3) && near(holds_up_from, 0.5))
    );
    let (found, _) = told(|share| (0.5..=0.8).contains(&share));
    assert!(matches!(found.reach(), Reach::Holds { from: None, until } if near(until, 0.5)));
    assert!(found.turns_again());
    assert_eq!(found.turns.len(), 2);
}

#[test]
fn whole_numbers_and_fields_without_a_number_are_answered() {
    let plan = plan(&[]);
    assert_eq!(break_even(&plan, "/title", &full), None);
    assert_eq!(break_even(&plan, "/journey/0/sessions", &full), None);
    let seed = break_even(&plan, "/seed", &full).unwrap();
    assert_eq!(seed.reach(), if seed.holds_at_value { Reach::HoldsEverywhere } else { Reach::BreaksEverywhere });
    let people = break_even(&plan, "/members/counts/0/0", &full).unwrap();
    check_whole(&plan, &people);
}

fn check_whole(plan: &CheckedPlan, found: &BreakEven) {
    assert_eq!(found.turns.len(), 1);
    let turn = found.turns[0];
    assert_eq!((turn.lower.fract(), turn.upper - turn.lower), (0.0, 1.0));
    assert_eq!(breaks(plan, &found.pointer, turn.lower), !turn.holds_below);
    assert_eq!(breaks(plan, &found.pointer, turn.upper), turn.holds_below);
}
