//! The assumptions of a plan that have a range, and the plan with other values for them.

use super::law::Law;
use crate::num::order;
use crate::num::order::Extreme;
use crate::plan::number::RangeField;
use crate::plan::{Plan, Range, ShowUp, Tail, edit};
use crate::units::Share;

/// A field with its spread.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// JSON pointer.
    pub pointer: String,
    pub field: RangeField,
    /// The plan's value; of shares and weights in a list their mean, of counts their sum.
    pub value: f64,
    /// 5th and 95th percentile.
    pub range: (f64, f64),
    pub law: Law,
}

/// The assumptions of the plan's ranges in their order; ranges of fields that the plan does not have are left out.
pub fn assumptions(plan: &Plan) -> Vec<Assumption> {
    plan.ranges.iter().filter_map(|range| assumption(plan, range)).collect()
}

fn assumption(plan: &Plan, range: &Range) -> Option<Assumption> {
    let field = RangeField::at(plan, &range.field)?;
    let value = field.value(plan)?;
    let ends = (range.low, range.high);
    Some(Assumption {
        pointer: range.field.clone(),
        field,
        value,
        range: ends,
        law: Law::new(value, ends, field.is_share(), field.bounds(plan)),
    })
}

/// The plan with these values of its assumptions, in their order. A value of a list moves all its numbers by one
/// factor; a single number of the same list has its own value all the same.
///
/// What the plan must keep in step follows: the share at the opening is at most the lowest show-up, and where
/// weights of the tail were set, all of them are divided by their sum.
pub fn with_values(plan: &Plan, assumptions: &[Assumption], values: &[f64]) -> Plan {
    let mut pairs: Vec<(&Assumption, f64)> = assumptions.iter().zip(values.iter().copied()).collect();
    order::sort_by_key(&mut pairs, |(assumption, _)| assumption.pointer.matches('/').count());
    let mut drawn = plan.clone();
    for (assumption, value) in pairs {
        // The field is there: the assumption was read off this plan.
        if let Some(edit) = assumption.field.edit(&drawn, value) {
            let _ = edit::put(&mut drawn, &edit);
        }
    }
    keep_in_step(plan, &mut drawn);
    drawn
}

/// The plan with one field at another value, the rest in step; `None` where the plan has no such field.
pub fn with_value(plan: &Plan, field: RangeField, value: f64) -> Option<Plan> {
    let mut edited = plan.clone();
    edit::put(&mut edited, &field.edit(plan, value)?).ok()?;
    keep_in_step(plan, &mut edited);
    Some(edited)
}

/// The lowest show-up of the plan and its windows [1].
pub fn lowest_show_up(plan: &Plan) -> f64 {
    let of_windows = plan.windows.iter().filter_map(|window| window.show_up);
    let of_plan = match &plan.arrivals.show_up {
        ShowUp::All(share) => std::slice::from_ref(share),
        ShowUp::ByAge(shares) => shares,
    };
    of_windows.chain(of_plan.iter().copied()).map(Share::get).fold(1.0, f64::smaller)
}

fn keep_in_step(before: &Plan, plan: &mut Plan) {
    let lowest = lowest_show_up(plan);
    let arrivals = &mut plan.arrivals;
    arrivals.opening_share = Share::new(arrivals.opening_share.get().smaller(lowest));
    let is_moved = |(part, earlier): (&Tail, &Tail)| part.weight != earlier.weight;
    if arrivals.tail.iter().zip(&before.arrivals.tail).any(is_moved) {
        let sum: f64 = arrivals.tail.iter().map(|part| part.weight.get()).sum();
        for (part, earlier) in arrivals.tail.iter_mut().zip(&before.arrivals.tail) {
            part.weight = if sum > 0.0 { Share::new(part.weight.get() / sum) } else { earlier.weight };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::CheckedPlan;
    use crate::plan::sample;

    fn plan_with(ranges: &[(&str, f64, f64)]) -> Plan {
        let range = |&(field, low, high): &(&str, f64, f64)| Range { field: field.to_owned(), low, high };
        Plan { ranges: ranges.iter().map(range).collect(), ..sample::plan() }
    }

    fn drawn(ranges: &[(&str, f64, f64)], values: &[f64]) -> Plan {
        let plan = plan_with(ranges);
        let assumptions = assumptions(&plan);
        assert_eq!(assumptions.len(), ranges.len());
        let drawn = with_values(&plan, &assumptions, values);
        assert!(CheckedPlan::new(drawn.clone()).is_ok());
        drawn
    }

    #[test]
    fn the_opening_never_passes_the_lowest_show_up() {
        let plan = drawn(&[("/arrivals/opening_share", 0.03, 0.3), ("/arrivals/show_up/1", 0.1, 0.6)], &[0.25, 0.2]);
        assert_eq!(plan.arrivals.opening_share, Share::new(0.2));
    }

    #[test]
    fn weights_of_the_tail_go_on_to_sum_to_one() {
        let plan = drawn(&[("/arrivals/tail/0/weight", 0.3, 0.9)], &[0.75]);
        let weights: Vec<f64> = plan.arrivals.tail.iter().map(|part| part.weight.get()).collect();
        assert_eq!(weights, [0.6, 0.2, 0.2]);
    }

    #[test]
    fn a_list_moves_by_one_factor_and_a_single_number_has_its_own_value() {
        let fields = [("/arrivals/show_up/0", 0.2, 0.9), ("/arrivals/show_up", 0.3, 0.6)];
        let plan = drawn(&fields, &[0.7, 0.225]);
        assert_eq!(plan.arrivals.show_up, ShowUp::ByAge(vec![Share::new(0.7), Share::new(0.2)]));
        let plan = drawn(&[("/members/counts", 500.0, 2000.0)], &[1503.0]);
        assert_eq!(plan.members.counts, [[451, 301], [225, 526]]);
        let plan = drawn(&[("/arrivals/show_up", 0.3, 0.9)], &[0.9]);
        assert_eq!(plan.arrivals.show_up, ShowUp::ByAge(vec![Share::new(1.0), Share::new(0.8)]));
    }

    #[test]
    fn a_drawn_horizon_holds_every_window() {
        let plan = plan_with(&[("/days", 1.0, 4.0)]);
        let days: Vec<f64> = [0.01, 0.5, 0.99].map(|level| assumptions(&plan)[0].law.at(level)).to_vec();
        assert_eq!(days[0], 2.0);
        assert!(days[2] > 4.0);
    }
}
