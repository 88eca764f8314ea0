//! What a field of the plan file holds, found by its pointer.

use super::{index, steps};
use crate::plan::{Arrivals, Cohort, Limit, Membership, Plan, ServiceLaw, ShowUp, Stage, TailKind, Window};
use crate::units::Share;

/// The value of a field as far as assumptions go.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    Number(f64),
    Share(f64),
    Numbers(Vec<f64>),
    Shares(Vec<f64>),
    /// A text, a time, a truth value, an object, or nothing (`null`).
    Other,
}

/// The field at `pointer`; `None` where the plan file has none.
pub fn field_at(plan: &Plan, pointer: &str) -> Option<Field> {
    let steps = steps(pointer)?;
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    match steps.as_slice() {
        [] => Some(Field::Other),
        ["format" | "version" | "title" | "author" | "dated" | "status" | "time_zone" | "first_day"] => {
            Some(Field::Other)
        }
        ["baseline_opens" | "ranges" | "sources" | "entered_as" | "cohorts" | "windows" | "journey" | "target"] => {
            Some(Field::Other)
        }
        ["days"] => Some(Field::Number(f64::from(plan.days))),
        ["seed"] => Some(Field::Number(plan.seed as f64)),
        ["members", rest @ ..] => in_members(&plan.members, rest),
        ["cohorts", cohort, rest @ ..] => in_cohort(plan.cohorts.get(index(cohort)?)?, rest),
        ["windows", window, rest @ ..] => in_window(plan.windows.get(index(window)?)?, rest),
        ["arrivals", rest @ ..] => in_arrivals(&plan.arrivals, rest),
        ["waiting_room"] => Some(Field::Other),
        ["waiting_room", "admit_per_s"] => plan.waiting_room.map(|room| Field::Number(room.admit.get())),
        ["waiting_room", "patience_s"] => {
            plan.waiting_room.map(|room| optional(room.patience.map(|patience| patience.get())))
        }
        ["waiting_room", "inside_max"] => plan.waiting_room.map(|room| optional(room.inside_max)),
        ["journey", stage, rest @ ..] => in_stage(plan.journey.get(index(stage)?)?, rest),
        ["target", "wait_s"] => Some(Field::Number(plan.target.wait.get())),
        ["target", "percentile"] => Some(share(plan.target.percentile)),
        ["target", "load"] => Some(Field::Number(plan.target.load)),
        ["ranges", range, rest @ ..] => {
            let range = plan.ranges.get(index(range)?)?;
            match rest {
                [] | ["field"] => Some(Field::Other),
                ["low"] => Some(Field::Number(range.low)),
                ["high"] => Some(Field::Number(range.high)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn in_members(members: &Membership, steps: &[&str]) -> Option<Field> {
    let row = |row: &Vec<u64>| row.iter().map(|&people| people as f64).collect::<Vec<f64>>();
    match steps {
        [] | ["regions" | "ages"] => Some(Field::Other),
        ["regions", region] => entry(region, members.regions.len()),
        ["regions", region, "name" | "code"] => entry(region, members.regions.len()),
        ["ages", age] => entry(age, members.ages.len()),
        ["ages", age, "name" | "from" | "to"] => entry(age, members.ages.len()),
        ["counts"] => Some(Field::Numbers(members.counts.iter().flat_map(row).collect())),
        ["counts", region] => Some(Field::Numbers(row(members.counts.get(index(region)?)?))),
        ["counts", region, age] => Some(Field::Number(*members.counts.get(index(region)?)?.get(index(age)?)? as f64)),
        _ => None,
    }
}

fn in_cohort(cohort: &Cohort, steps: &[&str]) -> Option<Field> {
    let indices = |indices: &Option<Vec<usize>>| indices.as_ref().map_or(0, Vec::len);
    let digits = |digits: &Option<Vec<u8>>| digits.as_ref().map_or(0, Vec::len);
    match steps {
        [] | ["name" | "regions" | "ages" | "birth_year_digits" | "birth_day_digits"] => Some(Field::Other),
        ["regions", place] => entry(place, indices(&cohort.regions)),
        ["ages", place] => entry(place, indices(&cohort.ages)),
        ["birth_year_digits", place] => entry(place, digits(&cohort.birth_year_digits)),
        ["birth_day_digits", place] => entry(place, digits(&cohort.birth_day_digits)),
        _ => None,
    }
}

fn in_window(window: &Window, steps: &[&str]) -> Option<Field> {
    match steps {
        [] | ["opens" | "closes" | "cohorts" | "catch_up" | "closes_hard"] => Some(Field::Other),
        ["show_up"] => Some(window.show_up.map_or(Field::Other, share)),
        ["cohorts", place] => entry(place, window.cohorts.len()),
        _ => None,
    }
}

fn in_arrivals(arrivals: &Arrivals, steps: &[&str]) -> Option<Field> {
    match steps {
        [] | ["tail" | "eligibility_stage" | "gate_stage" | "starters_table"] => Some(Field::Other),
        ["show_up"] => Some(match &arrivals.show_up {
            ShowUp::All(all) => share(*all),
            ShowUp::ByAge(shares) => Field::Shares(shares.iter().map(|share| share.get()).collect()),
        }),
        ["show_up", age] => match &arrivals.show_up {
            ShowUp::All(_) => None,
            ShowUp::ByAge(shares) => shares.get(index(age)?).copied().map(share),
        },
        ["opening_share"] => Some(share(arrivals.opening_share)),
        ["opening_ramp_s"] => Some(Field::Number(arrivals.opening_ramp.get())),
        ["ignore_window_share"] => Some(share(arrivals.ignore_window_share)),
        ["uninvited_per_member"] => Some(Field::Number(arrivals.uninvited_per_member)),
        ["hour_weights"] => {
            Some(arrivals.hour_weights.map_or(Field::Other, |weights| Field::Numbers(weights.to_vec())))
        }
        ["hour_weights", hour] => arrivals.hour_weights?.get(index(hour)?).copied().map(Field::Number),
        ["starters_table", entry_index, rest @ ..] => {
            let entry = arrivals.starters_table.as_ref()?.get(index(entry_index)?)?;
            dated(entry.rate.get(), rest)
        }
        ["tail", tail, rest @ ..] => {
            let tail = arrivals.tail.get(index(tail)?)?;
            match (rest, tail.kind) {
                ([] | ["kind"], _) => Some(Field::Other),
                (["weight"], _) => Some(share(tail.weight)),
                (["mean_s"], TailKind::Exponential { mean }) => Some(Field::Number(mean.get())),
                (["shape"], TailKind::Weibull { shape, .. }) => Some(Field::Number(shape)),
                (["alpha"], TailKind::Lomax { alpha, .. }) => Some(Field::Number(alpha)),
                (["scale_s"], TailKind::Weibull { scale, .. } | TailKind::Lomax { scale, .. }) => {
                    Some(Field::Number(scale.get()))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn in_stage(stage: &Stage, steps: &[&str]) -> Option<Field> {
    match steps {
        [] | ["name" | "on_capacity_drop" | "changes" | "background"] => Some(Field::Other),
        ["service_s"] => Some(Field::Number(stage.service.get())),
        ["service_law", rest @ ..] => in_service_law(stage.service_law, rest),
        ["sessions"] => Some(optional(stage.sessions)),
        ["rate_per_s"] => Some(optional(stage.rate.map(|rate| rate.get()))),
        ["patience_s"] => Some(optional(stage.patience.map(|patience| patience.get()))),
        ["retry_share"] => Some(share(stage.retry_share)),
        ["retry_after_s"] => Some(Field::Number(stage.retry_after.get())),
        ["fail_share"] => Some(share(stage.fail_share)),
        ["fail_retry_share"] => Some(share(stage.fail_retry_share)),
        ["background", flow, rest @ ..] => dated(stage.background.get(index(flow)?)?.rate.get(), rest),
        ["changes", change, rest @ ..] => {
            let change = stage.changes.get(index(change)?)?;
            match rest {
                [] | ["at" | "turn_away"] => Some(Field::Other),
                ["rate_per_s"] => Some(limit(change.rate)),
                ["sessions"] => Some(limit(change.sessions)),
                ["times"] => Some(optional(change.times)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn in_service_law(law: ServiceLaw, steps: &[&str]) -> Option<Field> {
    match (steps, law) {
        ([] | ["kind"], _) => Some(Field::Other),
        (["cv"], ServiceLaw::Lognormal { cv }) => Some(Field::Number(cv)),
        (["phases"], ServiceLaw::Erlang { phases }) => Some(Field::Number(f64::from(phases))),
        _ => None,
    }
}

fn dated(rate: f64, steps: &[&str]) -> Option<Field> {
    match steps {
        [] | ["at"] => Some(Field::Other),
        ["per_s"] => Some(Field::Number(rate)),
        _ => None,
    }
}

fn entry(step: &str, length: usize) -> Option<Field> {
    (index(step)? < length).then_some(Field::Other)
}

fn share(share: Share) -> Field {
    Field::Share(share.get())
}

fn optional(value: Option<f64>) -> Field {
    value.map_or(Field::Other, Field::Number)
}

fn limit(limit: Limit) -> Field {
    match limit {
        Limit::To(value) => Field::Number(value),
        Limit::Removed | Limit::Unchanged => Field::Other,
    }
}
