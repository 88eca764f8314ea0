//! A stage that admits nobody for a while, among the changes of capacity that it has already.

use super::OUTAGE;
use super::rework::Rework;
use crate::clock::CivilTime;
use crate::plan::edit::{EntryEdit, PlanEdit, StageEdit};
use crate::plan::number::{ChangeNumber, NumberField};
use crate::plan::{CapacityAt, CapacityChange, Limit};

/// Rate 0 from `from` for [`OUTAGE`]; whoever is in service ends it. Changes within the outage keep what they do to
/// sessions and to turning away. At its end the rate is what the plan's own changes would have made of it by then:
/// the same factor on the base value where it was one, so that a range of the base value goes on to count.
pub fn edit(rework: &mut Rework, at: usize, from: CivilTime) {
    let Some(stage) = rework.plan().journey.get(at).cloned() else { return };
    let until = from.plus_seconds(OUTAGE);
    let ends = rework.plan().horizon_start().date().plus_days(i64::from(rework.plan().days)).midnight();
    let afterwards = CapacityAt::of(&stage, until);
    for (place, change) in stage.changes.iter().enumerate() {
        if (from..until).contains(&change.at) {
            let shut = CapacityChange { rate: Limit::To(0.0), ..*change };
            put_change(rework, at, EntryEdit::Set { at: place, entry: shut });
            rework.drop_range(&NumberField::Change(at, place, ChangeNumber::Rate).pointer());
        }
    }
    let shut = CapacityChange { rate: Limit::To(0.0), ..CapacityChange::nothing(from) };
    if let Some(place) = free_place(rework, at, from) {
        put_change(rework, at, EntryEdit::Add { at: place, entry: shut });
    }
    if until < ends {
        match free_place(rework, at, until) {
            Some(place) => put_change(rework, at, EntryEdit::Add { at: place, entry: afterwards.rate_from(until) }),
            None => reopen(rework, at, until, afterwards),
        }
    }
    let shut = rework.plan().journey[at].changes.iter().position(|change| change.at == from);
    if let Some(place) = shut {
        rework.note(&NumberField::Change(at, place, ChangeNumber::Rate).pointer());
    }
}

/// A change of the plan stands at the end of the outage: it gets the rate, unless it sets one.
fn reopen(rework: &mut Rework, at: usize, until: CivilTime, afterwards: CapacityAt) {
    let changes = &rework.plan().journey[at].changes;
    let Some(place) = changes.iter().position(|change| change.at == until) else { return };
    let change = changes[place];
    if change.rate == Limit::Unchanged && change.times.is_none() {
        let entry = CapacityChange { rate: Limit::of(afterwards.rate), ..change };
        put_change(rework, at, EntryEdit::Set { at: place, entry });
    }
}

fn put_change(rework: &mut Rework, at: usize, edit: EntryEdit<CapacityChange>) {
    rework.apply(PlanEdit::Stages(StageEdit::Change { at, edit }));
}

/// Where a change at that time belongs; `None` where one stands already.
fn free_place(rework: &Rework, at: usize, time: CivilTime) -> Option<usize> {
    let changes = &rework.plan().journey[at].changes;
    let place = changes.iter().take_while(|change| change.at < time).count();
    changes.get(place).is_none_or(|change| change.at != time).then_some(place)
}
