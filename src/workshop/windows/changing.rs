//! The task of changing many windows at one go.

use super::{Answer, TAKE, Windows, action, choice, fact, in_the_way, said, shown};
use crate::clock::CivilDate;
use crate::plan::Plan;
use crate::plan::limits::DAYS_MAX;
use crate::staging::windows::change::{Change, Which, change};
use crate::staging::windows::{MINUTES_PER_DAY, SHORTEST_MINUTES};
use crate::text::workshop::windows::WindowsWords;
use crate::text::{Language, format};
use crate::workshop::{Block, Field, Tone};

const FURTHEST: i64 = DAYS_MAX as i64 * MINUTES_PER_DAY as i64;
const SHIFT: (i64, i64) = (-FURTHEST, FURTHEST);
const LENGTH: (i64, i64) = (SHORTEST_MINUTES as i64, FURTHEST);
const WHICHES: [(Which, &str); 3] = [(Which::All, "all"), (Which::Ordinary, "ordinary"), (Which::CatchUp, "catch-up")];
const CLOSINGS: [(Option<bool>, &str); 3] = [(None, "left"), (Some(false), "free"), (Some(true), "shut")];

/// The changed plan; `None` where a field cannot be used or nothing is different.
pub fn plan(windows: &Windows) -> Option<Plan> {
    changed(windows).filter(|after| *after != windows.plan)
}

fn changed(windows: &Windows) -> Option<Plan> {
    let typed = &windows.typed;
    let length_minutes = match typed.number_or_empty("new-length", LENGTH)? {
        Some(minutes) => Some(u32::try_from(minutes).ok()?),
        None => None,
    };
    let closing = typed.text("closing");
    let asked = Change {
        shift_minutes: typed.number("shift", SHIFT)?,
        length_minutes,
        closes_hard: CLOSINGS.iter().find(|(_, name)| *name == closing).and_then(|(hard, _)| *hard),
        gate_stage: gate(typed.text("gate")).filter(|gate| gate.is_none_or(|at| at < windows.plan.journey.len())),
    };
    change(&windows.plan, which(typed.text("which")), asked).ok()
}

fn which(name: &str) -> Which {
    let known = WHICHES.iter().find(|(_, known)| *known == name).map(|(which, _)| *which);
    known.or_else(|| CivilDate::parse(name).ok().map(Which::OpeningOn)).unwrap_or(Which::All)
}

/// `none`, or a stage from 0; anything else leaves it.
fn gate(name: &str) -> Option<Option<usize>> {
    if name == "none" { Some(None) } else { name.parse().ok().map(Some) }
}

pub fn answer(windows: &Windows, words: &WindowsWords, language: Language) -> Answer {
    let mut blocks = vec![Block::Fields(fields(windows, words, language))];
    let mut actions = Vec::new();
    if let Some(after) = changed(windows) {
        let pairs = windows.plan.windows.iter().zip(after.windows.iter());
        let gate_changed = windows.plan.arrivals.gate_stage != after.arrivals.gate_stage;
        let n_changed = pairs.filter(|(one, other)| one != other || gate_changed).count();
        if after == windows.plan {
            blocks.push(said(Tone::Plain, words.nothing_changed));
        } else {
            blocks
                .push(Block::Facts(vec![fact(words.changed, (words.count_of)(n_changed, windows.plan.windows.len()))]));
            let wrong = in_the_way(&windows.plan, &after, words);
            if wrong.is_none() {
                actions.push(action(TAKE, words.take_change));
            }
            blocks.extend(wrong);
        }
        let holidays = windows.holidays(language);
        blocks.extend(shown::windows(&after, holidays.as_ref(), words, language));
    }
    Answer { blocks, actions }
}

fn fields(windows: &Windows, words: &WindowsWords, language: Language) -> Vec<Field> {
    let (plan, typed) = (&windows.plan, &windows.typed);
    let pair = |value: &str, label: &str| (value.to_owned(), label.to_owned());
    let mut whiches: Vec<(String, String)> =
        WHICHES.iter().zip(words.whiches).map(|((_, name), label)| pair(name, label)).collect();
    let mut days: Vec<CivilDate> = plan.windows.iter().map(|window| window.opens.date()).collect();
    crate::num::order::sort(&mut days);
    days.dedup();
    whiches.extend(days.iter().map(|day| (day.to_string(), (words.opening_on)(&format::date(language, *day)))));
    let closings = CLOSINGS.iter().zip(words.closings).map(|((_, name), label)| pair(name, label)).collect();
    let mut gates = vec![pair("left", words.gate_left), pair("none", words.gate_none)];
    gates.extend(plan.journey.iter().enumerate().map(|(at, stage)| (at.to_string(), stage.name.clone())));
    let taken_gate = gate(typed.text("gate")).map_or("left", |_| typed.text("gate"));
    let minutes = Some(words.unit_minutes);
    let help = |field: Field, help: &str| Field { help: Some(help.to_owned()), ..field };
    let mut length = typed.number_field("new-length", words.new_length, minutes, LENGTH, words.not_a_number);
    if typed.text("new-length").is_empty() {
        length.fault = None;
    }
    vec![
        choice("which", words.which, None, whiches, typed.text("which")),
        help(typed.number_field("shift", words.shift, minutes, SHIFT, words.not_a_number), words.shift_help),
        help(length, words.new_length_help),
        choice("closing", words.closing, None, closings, typed.text("closing")),
        choice("gate", words.gate_stage, Some(words.gate_help), gates, taken_gate),
    ]
}
