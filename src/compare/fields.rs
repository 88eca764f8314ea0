//! Numbers that differ, and other fields by their place in the plan file.

use super::stages::paired;
use crate::plan::number::NumberField;
use crate::plan::pointer::{index, steps};
use crate::plan::{Plan, ShowUp, Stage, Tail, TailKind};

/// A number that both plans have a field for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberChange {
    /// In the first plan, whose stages may stand in another order.
    pub field_before: NumberField,
    pub field: NumberField,
    /// In the plan's unit; `None` = no limit, endless.
    pub before: Option<f64>,
    pub after: Option<f64>,
}

/// Single numbers that differ; those in lists by the clock are told as a whole by [`fields`].
pub fn numbers(before: &Plan, after: &Plan) -> Vec<NumberChange> {
    let stages = paired(before, after);
    let alike = has_same_tail(before, after);
    let in_both = |field: &NumberField| match *field {
        NumberField::ShowUp => matches!(before.arrivals.show_up, ShowUp::All(_)),
        NumberField::ShowUpOfAge(_) => has_same_ages(before, after),
        NumberField::Tail(..) => alike,
        NumberField::Admit | NumberField::InsideMax | NumberField::RoomPatience => before.waiting_room.is_some(),
        NumberField::HourWeight(_) | NumberField::Starters(_) => false,
        NumberField::Change(..) | NumberField::Background(..) => false,
        _ => true,
    };
    let mut changes = Vec::new();
    for field in NumberField::all_in(after).into_iter().filter(in_both) {
        let field_before = match field {
            NumberField::Stage(at, number) => match stages.iter().find(|pair| pair.1 == at) {
                Some(&(one, _)) => NumberField::Stage(one, number),
                None => continue,
            },
            other => other,
        };
        let change =
            NumberChange { field_before, field, before: field_before.value(before), after: field.value(after) };
        if change.before != change.after {
            changes.push(change);
        }
    }
    changes
}

/// The range of a number that both plans have, or that one of them has.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeChange {
    /// Its place in the second plan; in the first where only that has a range.
    pub field: String,
    /// Low and high, in the plan's unit; `None` = without a range.
    pub before: Option<(f64, f64)>,
    pub after: Option<(f64, f64)>,
}

/// Ranges that differ: those of the second plan in their order, then those that only the first has.
pub fn ranges(before: &Plan, after: &Plan) -> Vec<RangeChange> {
    let stages = paired(before, after);
    // Where a field of the second plan stands in the first.
    let earlier = |field: &str| match steps(field)?.as_slice() {
        [journey, at, ..] if journey == "journey" && index(at)? < after.journey.len() => {
            let at = index(at)?;
            let &(one, _) = stages.iter().find(|pair| pair.1 == at)?;
            Some(field.replacen(&format!("/{at}/"), &format!("/{one}/"), 1))
        }
        _ => Some(field.to_owned()),
    };
    let span = |plan: &Plan, field: &str| {
        plan.ranges.iter().find(|range| range.field == field).map(|range| (range.low, range.high))
    };
    let mut told = Vec::new();
    let mut changes = Vec::new();
    for range in &after.ranges {
        let field = earlier(&range.field);
        let known = field.as_deref().and_then(|field| span(before, field));
        told.extend(field);
        if known != Some((range.low, range.high)) {
            let field = range.field.clone();
            changes.push(RangeChange { field, before: known, after: Some((range.low, range.high)) });
        }
    }
    let gone = before.ranges.iter().filter(|range| !told.contains(&range.field));
    changes.extend(gone.map(|range| RangeChange {
        field: range.field.clone(),
        before: Some((range.low, range.high)),
        after: None,
    }));
    changes
}

/// Whether both give a share to each of the same bands.
fn has_same_ages(before: &Plan, after: &Plan) -> bool {
    let spans = |plan: &Plan| -> Vec<(u32, u32)> { plan.members.ages.iter().map(|age| (age.from, age.to)).collect() };
    matches!(
        (&before.arrivals.show_up, &after.arrivals.show_up),
        (ShowUp::ByAge(one), ShowUp::ByAge(other)) if one.len() == other.len()
    ) && spans(before) == spans(after)
}

fn has_same_tail(before: &Plan, after: &Plan) -> bool {
    let kind = |tail: &Tail| match tail.kind {
        TailKind::Exponential { .. } => 0,
        TailKind::Weibull { .. } => 1,
        TailKind::Lomax { .. } => 2,
    };
    before.arrivals.tail.iter().map(kind).eq(after.arrivals.tail.iter().map(kind))
}

/// What else differs, by its place in the second plan.
pub fn fields(before: &Plan, after: &Plan) -> Vec<String> {
    let (one, other) = (&before.arrivals, &after.arrivals);
    // Stages that were only moved are not another stage.
    let stage = |plan: &Plan, at: Option<usize>| at.and_then(|at| plan.journey.get(at)).map(|stage| stage.name.clone());
    let is_one_share = |plan: &Plan| matches!(plan.arrivals.show_up, ShowUp::All(_));
    let shares_differ =
        one.show_up != other.show_up && !(is_one_share(before) && is_one_share(after)) && !has_same_ages(before, after);
    let mut fields: Vec<String> = [
        ("/first_day", before.first_day != after.first_day),
        ("/days", before.days != after.days),
        ("/time_zone", before.time_zone != after.time_zone),
        ("/baseline_opens", before.baseline_opens != after.baseline_opens),
        ("/arrivals/show_up", shares_differ),
        ("/arrivals/tail", one.tail != other.tail && !has_same_tail(before, after)),
        ("/arrivals/hour_weights", one.hour_weights != other.hour_weights),
        ("/arrivals/starters_table", one.starters_table != other.starters_table),
        ("/arrivals/eligibility_stage", stage(before, one.eligibility_stage) != stage(after, other.eligibility_stage)),
        ("/arrivals/gate_stage", stage(before, one.gate_stage) != stage(after, other.gate_stage)),
    ]
    .into_iter()
    .filter(|(_, differs)| *differs)
    .map(|(field, _)| field.to_owned())
    .collect();
    for (one, at) in paired(before, after) {
        let names = in_stage(&before.journey[one], &after.journey[at]);
        fields.extend(names.map(|name| format!("/journey/{at}/{name}")));
    }
    fields
}

fn in_stage(before: &Stage, after: &Stage) -> impl Iterator<Item = &'static str> {
    let law = std::mem::discriminant(&before.service_law) != std::mem::discriminant(&after.service_law)
        || (before.service_law != after.service_law && !is_lognormal(after));
    [
        ("service_law", law),
        ("on_capacity_drop", before.on_capacity_drop != after.on_capacity_drop),
        ("changes", before.changes != after.changes),
        ("background", before.background != after.background),
    ]
    .into_iter()
    .filter_map(|(name, differs)| differs.then_some(name))
}

/// Its spread is a number of its own.
fn is_lognormal(stage: &Stage) -> bool {
    matches!(stage.service_law, crate::plan::ServiceLaw::Lognormal { .. })
}
