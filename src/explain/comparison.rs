//! What differs between two plans, sentence by sentence.

use super::place::place;
use super::unit::{Unit, quantity};
use crate::compare::{
    Difference, Group, MembersChange, Moves, NumberChange, Outlook, RangeChange, StageChange, WindowChange,
};
use crate::num::order::Extreme;
use crate::plan::{Plan, Region, Stage};
use crate::risk::PlanFigure;
use crate::text::comparison::{ComparisonText, MoveFacts, NumberFacts, WhoFacts, texts};
use crate::text::format::{duration, moment, percent, time_of_day};
use crate::text::unit_words::Dimension;
use crate::text::workshop::who;
use crate::text::{Language, risk};

/// Two plans that are told apart.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    pub before: &'a Plan,
    pub after: &'a Plan,
    pub language: Language,
}

/// Moves that are told one by one.
const TOLD: usize = 4;
/// Groups of a move that are named.
const NAMED: usize = 3;
/// Numbers of people that differ by a smaller share are not told apart: no forecast is as exact as that.
const TOLD_FROM: f64 = 0.005;
/// An open band is at least so old at its upper end [years].
const OPEN_FROM: u32 = 99;

impl Pair<'_> {
    /// What the plans ask otherwise, the people first. Never empty.
    pub fn sentences(&self, difference: &Difference) -> Vec<String> {
        let words = texts(self.language);
        if difference.is_none() {
            return vec![words.same.to_owned()];
        }
        let mut sentences = self.moves(&difference.moves, words);
        sentences.extend(self.members(&difference.members, words));
        sentences.extend(difference.windows.iter().map(|change| self.window(change, words)));
        sentences.extend(difference.stages.iter().map(|change| self.stage(change, words)));
        sentences.extend(difference.numbers.iter().map(|change| self.number(change, words)));
        sentences.extend(difference.ranges.iter().map(|change| self.range(change, words)));
        if !difference.fields.is_empty() {
            let places: Vec<String> =
                difference.fields.iter().map(|field| place(self.language, self.after, field)).collect();
            sentences.push((words.fields)(&places));
        }
        sentences
    }

    /// What the forecasts say otherwise, as far as it can be read. Never empty.
    pub fn outlooks(&self, before: &Outlook, after: &Outlook) -> Vec<String> {
        let words = texts(self.language);
        let both = |figure: PlanFigure| (before.get(figure), after.get(figure));
        let said = |figure: PlanFigure, plan: &Plan, value: f64| {
            risk::figure_value(self.language, plan.horizon_start(), figure, value)
        };
        let mut sentences = Vec::new();
        let mut add = |one: &str, other: &str, sentence: String| {
            if one != other && !sentence.is_empty() {
                sentences.push(sentence);
            }
        };
        let (one, other) = both(PlanFigure::PeakLoad);
        let load = |plan: &Plan, value: f64| said(PlanFigure::PeakLoad, plan, value);
        let (said_one, said_other) = (load(self.before, one), load(self.after, other));
        add(&said_one, &said_other, (words.peak)(&said_one, &said_other, other > one));

        let of = |outlook: &Outlook| {
            let slots = outlook.slots;
            (slots.breaks, slots.breaks + slots.at_risk + slots.holds)
        };
        let (one, other) = (of(before), of(after));
        add(&one.0.to_string(), &other.0.to_string(), (words.broken)(one, other));

        let (one, other) = both(PlanFigure::WaitMax);
        let wait = |value: f64| match value {
            value if value < 1.0 => String::new(),
            value if value.is_finite() => duration(self.language, value),
            _ => self.language.catalogue().common.never_over.to_owned(),
        };
        let (said_one, said_other) = (wait(one), wait(other));
        add(&said_one, &said_other, (words.wait)(&said_one, &said_other, other > one));

        let (one, other) = both(PlanFigure::PeakQueue);
        // Where nobody waits before or after, the wait has said it.
        if one >= 0.5 && other >= 0.5 && is_told(one, other) {
            sentences.push((words.queue)(one, other));
        }
        let (one, other) = both(PlanFigure::Lost);
        if is_told(one, other) {
            sentences.push((words.lost)(one, other));
        }

        let (one, other) = both(PlanFigure::DoneAt);
        let done = |plan: &Plan, value: f64| value.is_finite().then(|| said(PlanFigure::DoneAt, plan, value));
        let (said_one, said_other) = (done(self.before, one), done(self.after, other));
        if said_one != said_other {
            sentences.push((words.done)(said_one.as_deref(), said_other.as_deref()));
        }
        if sentences.is_empty() {
            let differs = PlanFigure::ALL.iter().any(|figure| differ(before.get(*figure), after.get(*figure)));
            sentences.push(if differs { words.like_forecast } else { words.same_forecast }.to_owned());
        }
        sentences
    }

    fn moves(&self, moves: &Moves, words: &ComparisonText) -> Vec<String> {
        if let Some(shift) = moves.shift {
            return vec![(words.shifted)(shift)];
        }
        let mut sentences = Vec::new();
        let told = if moves.list.len() <= TOLD + 1 {
            moves.list.len()
        } else {
            sentences.push((words.many_moves)(moves.moved, moves.invited, moves.list.len()));
            TOLD
        };
        for moved in moves.list.iter().take(told) {
            let named = if moved.groups.len() <= NAMED + 1 { moved.groups.len() } else { NAMED };
            let groups: Vec<String> =
                moved.groups.iter().take(named).map(|group| (words.who)(&self.who(group))).collect();
            let at = |opens| moment(self.language, opens);
            sentences.push((words.moved)(&MoveFacts {
                who: (words.whoever)(&groups, moved.groups.len() - named),
                people: moved.people,
                from: moved.from.map(at),
                to: moved.to.map(at),
            }));
        }
        sentences
    }

    fn who(&self, group: &Group) -> WhoFacts {
        let digits = who::words(self.language);
        let years = group.birth_year_digits.as_deref().map(digits.year_full);
        let days = group.birth_day_digits.as_deref().map(digits.day_full);
        let ages = group.ages.as_deref().unwrap_or_default();
        WhoFacts {
            regions: names(&self.after.members.regions, group.regions.as_deref().unwrap_or_default()),
            ages: ages.iter().map(|&(from, to)| (from, (to < OPEN_FROM).then_some(to))).collect(),
            digits: years.into_iter().chain(days).collect(),
        }
    }

    fn members(&self, change: &MembersChange, words: &ComparisonText) -> Vec<String> {
        let total = change.total.map(|(before, after)| (words.total)(before, after));
        let listed = |said: fn(&[&str]) -> String, plan: &Plan, regions: &[usize]| {
            let names = names(&plan.members.regions, regions);
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            (!names.is_empty()).then(|| said(&names))
        };
        let added = listed(words.regions_added, self.after, &change.added);
        let removed = listed(words.regions_removed, self.before, &change.removed);
        let counted = listed(words.regions_counted, self.after, &change.counts);
        let bands = change.bands.then(|| words.bands.to_owned());
        [total, added, removed, bands, counted].into_iter().flatten().collect()
    }

    fn window(&self, change: &WindowChange, words: &ComparisonText) -> String {
        let at = |opens| moment(self.language, opens);
        match *change {
            WindowChange::Count(before, after) => (words.window_count)(before, after),
            WindowChange::CatchUpAdded { opens } => (words.catch_up_added)(&at(opens)),
            WindowChange::CatchUpRemoved { opens } => (words.catch_up_removed)(&at(opens)),
            WindowChange::Closes { opens, before, after } => {
                let is_same_day = opens.date() == before.date() && opens.date() == after.date();
                let said = |time| if is_same_day { time_of_day(time) } else { at(time) };
                (words.closes)(&at(opens), &said(before), &said(after))
            }
            WindowChange::ClosesHard { opens, now } => (words.closes_hard)(&at(opens), now),
            WindowChange::ShowUp { opens, before, after } => {
                let said = |share: Option<crate::units::Share>| share.map(|share| percent(share.get()));
                (words.window_show_up)(&at(opens), said(before).as_deref(), said(after).as_deref())
            }
        }
    }

    fn stage(&self, change: &StageChange, words: &ComparisonText) -> String {
        let name = |stages: &[Stage], at: usize| stages.get(at).map_or_else(String::new, |stage| stage.name.clone());
        match *change {
            StageChange::Added(at) => (words.stage_added)(&name(&self.after.journey, at)),
            StageChange::Removed(at) => (words.stage_removed)(&name(&self.before.journey, at)),
            StageChange::Renamed(one, other) => {
                (words.stage_renamed)(&name(&self.before.journey, one), &name(&self.after.journey, other))
            }
            StageChange::Reordered => words.stages_reordered.to_owned(),
            StageChange::WaitingRoomAdded => words.waiting_room_added.to_owned(),
            StageChange::WaitingRoomRemoved => words.waiting_room_removed.to_owned(),
        }
    }

    fn range(&self, change: &RangeChange, words: &ComparisonText) -> String {
        let plan = if change.after.is_some() { self.after } else { self.before };
        let said = |span: Option<(f64, f64)>| {
            span.map(|(low, high)| [low, high].map(|end| quantity(self.language, plan, &change.field, end)))
        };
        (words.range)(&place(self.language, plan, &change.field), said(change.before), said(change.after))
    }

    fn number(&self, change: &NumberChange, words: &ComparisonText) -> String {
        let pointer = change.field.pointer();
        let dimension = Unit::of(&pointer).dimension();
        let common = &self.language.catalogue().common;
        let none = if dimension == Some(Dimension::Time) { common.endless } else { common.no_limit };
        let said = |plan: &Plan, pointer: &str, value: Option<f64>| {
            value.map_or_else(|| none.to_owned(), |value| quantity(self.language, plan, pointer, value))
        };
        let name = place(self.language, self.after, &pointer);
        (words.number)(&NumberFacts {
            place: if pointer.starts_with("/target/") { (words.target)(&name) } else { name },
            before: said(self.before, &change.field_before.pointer(), change.before),
            after: said(self.after, &pointer, change.after),
            rises: change.before.zip(change.after).map(|(before, after)| after > before),
            is_time: dimension == Some(Dimension::Time),
        })
    }
}

/// Whether numbers of people differ enough to be told [people].
fn is_told(one: f64, other: f64) -> bool {
    (one - other).abs() >= TOLD_FROM * one.max(other) && (one - other).abs() >= 0.5
}

/// Whether figures differ by more than rounding.
fn differ(one: f64, other: f64) -> bool {
    // Of infinite figures, which are no error of rounding, the difference is infinite or none.
    one != other && !one.is_nan() && !other.is_nan() && {
        let apart = (one - other).abs();
        apart.is_infinite() || apart > 1e-9 * one.abs().larger(other.abs())
    }
}

fn names(regions: &[Region], at: &[usize]) -> Vec<String> {
    at.iter().filter_map(|&at| regions.get(at)).map(|region| region.name.clone()).collect()
}
