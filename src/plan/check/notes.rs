//! Checks of the target, and of what is said about assumptions: ranges, sources, typed forms.

use std::fmt;

use litemap::LiteMap;

use super::findings::Findings;
use crate::plan::issue::{Entry, IssueCode, Limited};
use crate::plan::limits::{self, Bounds};
use crate::plan::pointer::{Field, escaped, field_at};
use crate::plan::{Plan, Range};

/// A number that is spread log-normally.
const SPREAD: Bounds = Bounds::within(0.0, f64::MAX);

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    findings.number(plan.target.wait.get(), limits::TARGET_WAIT, "/target/wait_s");
    findings.share(plan.target.percentile, "/target/percentile");
    findings.number(plan.target.load, limits::TARGET_LOAD, "/target/load");
    check_ranges(plan, findings);
    for pointer in plan.sources.keys().filter(|pointer| !is_known(plan, pointer)) {
        findings.add(IssueCode::NotePointsNowhere, format_args!("/sources/{}", escaped(pointer)));
    }
    for pointer in plan.entered_as.keys().filter(|pointer| !is_known(plan, pointer)) {
        findings.add(IssueCode::NotePointsNowhere, format_args!("/entered_as/{}", escaped(pointer)));
    }
}

fn check_ranges(plan: &Plan, findings: &mut Findings) {
    if !findings.limit(Limited::Ranges, plan.ranges.len() as u64, limits::RANGES_MAX as u64, "/ranges") {
        return;
    }
    let mut seen: LiteMap<_, ()> = LiteMap::new();
    for (place, range) in plan.ranges.iter().enumerate() {
        let pointer = format_args!("/ranges/{place}");
        if seen.insert(&range.field, ()).is_some() {
            findings.add(IssueCode::ListedTwice { what: Entry::Range, index: place }, format_args!("{pointer}/field"));
        }
        let bounds = match field_at(plan, &range.field) {
            Some(Field::Share(_) | Field::Shares(_)) => limits::SHARE,
            Some(Field::Number(_) | Field::Numbers(_)) => SPREAD,
            Some(Field::Other) | None => {
                findings.add(IssueCode::RangePointsNowhere, format_args!("{pointer}/field"));
                continue;
            }
        };
        check_ends(plan, range, bounds, pointer, findings);
    }
}

fn check_ends(plan: &Plan, range: &Range, bounds: Bounds, pointer: fmt::Arguments<'_>, findings: &mut Findings) {
    let Range { low, high, .. } = *range;
    findings.number(low, bounds, format_args!("{pointer}/low"));
    findings.number(high, bounds, format_args!("{pointer}/high"));
    if !bounds.hold(low) || !bounds.hold(high) {
        return;
    }
    if low > high {
        findings.add(IssueCode::RangeReversed { low, high }, pointer);
    } else if let Some(Field::Number(value) | Field::Share(value)) = field_at(plan, &range.field)
        && !(low..=high).contains(&value)
        && value.is_finite()
    {
        findings.add(IssueCode::RangeMissesValue { value, low, high }, pointer);
    }
}

/// Whether the plan has the field, or keeps it for a version that knows it.
fn is_known(plan: &Plan, pointer: &str) -> bool {
    let ends = pointer.char_indices().filter(|(_, letter)| *letter == '/').map(|(end, _)| end).chain([pointer.len()]);
    field_at(plan, pointer).is_some() || ends.into_iter().any(|end| plan.unknown.contains_key(&pointer[..end]))
}
