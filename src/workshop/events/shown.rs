//! The picture with its handles, the form for one more stretch, and the changes one by one.

use super::laid::{List, What, times};
use super::{Events, KINDS, Refused, row_of, time};
use crate::bids::Per;
use crate::clock::CivilTime;
use crate::explain::unit::number;
use crate::forecast;
use crate::num::order::Extreme;
use crate::num::three_figures;
use crate::plan::{CapacityAt, CheckedPlan, OnCapacityDrop, Stage};
use crate::text::workshop::events::EventsWords;
use crate::text::{Language, format};
use crate::workshop::bids::asked::text;
use crate::workshop::bids::draft::rate_text;
use crate::workshop::over_time::{DAY, FOLD, WHOLE, height, marks, points};
use crate::workshop::panel::{action, choice, said};
use crate::workshop::{Action, Block, Field, Handle, Lane, Lanes, Line, Tone};

const MINUTES_PER_DAY: usize = 1440;

/// What each change of a stage makes of it.
pub fn rows(stage: &Stage) -> Vec<What> {
    let mut now = CapacityAt::first(stage);
    let row = |change| {
        now = now.after(stage, change);
        What::of(stage, now)
    };
    stage.changes.iter().map(row).collect()
}

/// A time as the fields hold it.
pub fn time_text(time: CivilTime) -> String {
    time.to_string().replace('T', " ")
}

/// A rate as it may be typed, and as it is read.
fn per_second(language: Language, rate: f64) -> String {
    rate_text(language, three_figures(rate), Per::Second)
}

/// Others from a time on, in words.
fn flow_text(rate: f64, words: &EventsWords, language: Language) -> String {
    if rate > 0.0 { per_second(language, rate) } else { words.no_others.to_owned() }
}

/// What a change does, in words.
fn what_text(what: What, words: &EventsWords, language: Language) -> String {
    match what {
        What::Times(times) => (words.times)(&number(times)),
        What::Rate(rate) => per_second(language, rate),
        what => words.kinds[kind_of(what)].to_owned(),
    }
}

/// Which of [`KINDS`] something is.
fn kind_of(what: What) -> usize {
    match what {
        What::Normal => 0,
        What::Times(_) => 1,
        What::Rate(_) => 2,
        What::Stop => 3,
        What::Outage => 4,
        What::TurnAway => 5,
        What::Other => 6,
    }
}

/// Who comes, who can be admitted and who else is there, over one axis; below it a handle for every change.
pub fn picture(events: &Events, stage: &Stage, words: &EventsWords, language: Language) -> Vec<Block> {
    let plan = &events.plan;
    let minutes = plan.days as usize * MINUTES_PER_DAY;
    let coming = CheckedPlan::new(plan.clone()).ok().map(|checked| forecast::run(&checked));
    let coming = coming.as_ref().and_then(|forecast| forecast.stages.get(events.stage));
    let coming = coming.map(|stage| stage.series.attempts_per_s.as_slice());
    let steps = stage.changes.iter().map(|change| change.at);
    let admitted =
        by_minute(plan.horizon_start(), minutes, steps, |time| CapacityAt::of(stage, time).per_second(stage));
    let flows = stage.background.iter().map(|flow| flow.at);
    let others = by_minute(plan.horizon_start(), minutes, flows, |time| {
        let held = stage.background.iter().rev().find(|flow| flow.at <= time);
        Some(held.map_or(0.0, |flow| flow.rate.get()))
    });
    let highest = |values: &[f64]| values.iter().fold(0.0, |highest: f64, value| highest.larger(*value));
    let busiest = coming.map_or(0.0, highest);
    let limited: Vec<f64> = admitted.iter().flatten().copied().collect();
    let first = CapacityAt::first(stage).per_second(stage);
    let most = highest(&others.iter().flatten().copied().collect::<Vec<_>>());
    let scale = first.filter(|first| *first > 0.0).unwrap_or_else(|| highest(&limited).larger(busiest).larger(1e-9));
    // A stage without limit stands at the top of the picture.
    let top = busiest.larger(highest(&limited)).larger(most) / scale;
    let top = top.larger(1.0);
    let width = WHOLE / minutes as f64;
    let curve = |values: &[f64]| {
        let values: Vec<f64> = values.iter().map(|value| value / scale).collect();
        points(&values, (0.0, width), top)
    };
    let rate = |rate: f64| per_second(language, rate);
    let mut lanes = Vec::new();
    if let Some(coming) = coming {
        let is_over = coming.iter().zip(&admitted).any(|(coming, limit)| limit.is_some_and(|limit| *coming > limit));
        let tone = if is_over { Tone::Caution } else { Tone::Good };
        let note = (words.attempts_note)(&rate(busiest));
        lanes.push(Lane { name: words.attempts.to_owned(), note, tone, points: curve(coming) });
    }
    let told = |limit: Option<f64>| limit.map_or_else(|| words.no_limit.to_owned(), rate);
    let least = limited.iter().copied().reduce(f64::min);
    let values: Vec<f64> = admitted.iter().map(|limit| limit.unwrap_or(scale * top)).collect();
    lanes.push(Lane {
        name: words.capacity.to_owned(),
        note: (words.capacity_note)(&told(first), &told(least)),
        tone: Tone::Plain,
        points: curve(&values),
    });
    if !stage.background.is_empty() {
        let values: Vec<f64> = others.iter().map(|flow| flow.unwrap_or(0.0)).collect();
        let note = (words.others_note)(&rate(most));
        lanes.push(Lane { name: words.others.to_owned(), note, tone: Tone::Plain, points: curve(&values) });
    }
    let mut up = vec![(height(1.0, top), rate(scale))];
    if top > FOLD {
        up.push((WHOLE as u32, rate(scale * top)));
    }
    let title = if top > FOLD { words.picture_folded } else { words.picture };
    let starts = plan.horizon_start();
    let along = marks(i64::from(plan.days) * DAY, |at| format::day_short(language, starts.plus_seconds(at).date()));
    let picture = Lanes {
        title: title(&stage.name),
        lanes,
        along,
        up,
        limit: height(1.0, top),
        handles: handles(events, stage, words, language),
    };
    let mut blocks = vec![Block::Lanes(picture)];
    if coming.is_none() {
        blocks.push(said(Tone::Caution, words.no_forecast));
    }
    blocks
}

/// Values that hold from some times on, by minute.
fn by_minute(
    starts: CivilTime,
    minutes: usize,
    steps: impl Iterator<Item = CivilTime>,
    value: impl Fn(CivilTime) -> Option<f64>,
) -> Vec<Option<f64>> {
    let mut values = vec![value(starts); minutes];
    for step in steps {
        let at = step.seconds_since(starts).max(0) as usize / 60;
        let held = value(step.max(starts));
        values.iter_mut().skip(at).for_each(|value| *value = held);
    }
    values
}

fn handles(events: &Events, stage: &Stage, words: &EventsWords, language: Language) -> Vec<Handle> {
    let plan = &events.plan;
    let most = plan.days * MINUTES_PER_DAY as u32;
    // Fine enough to aim with an arrow key, coarse enough to get somewhere.
    let step = match plan.days {
        ..=7 => 5,
        8..=31 => 15,
        _ => 60,
    };
    let handle = |list: &str, row: usize, at: CivilTime, label: String| {
        let minutes = at.seconds_since(plan.horizon_start()) / 60;
        Handle {
            name: format!("slide-{list}-{row}"),
            label,
            value: (minutes.max(0) as u32).min(most),
            most,
            step,
            said: format::moment(language, at),
        }
    };
    let changes = rows(stage).into_iter().zip(&stage.changes).enumerate();
    let changes = changes.map(|(row, (what, change))| {
        handle("change", row, change.at, (words.change)(row + 1, &what_text(what, words, language)))
    });
    let flows = stage.background.iter().enumerate().map(|(row, flow)| {
        handle("flow", row, flow.at, (words.other_flow)(row + 1, &flow_text(flow.rate.get(), words, language)))
    });
    changes.chain(flows).collect()
}

/// What one more stretch is.
pub fn form(events: &Events, stage: &Stage, words: &EventsWords) -> Vec<Block> {
    let kind = events.kind();
    let refused = |which: Refused, text: &str| (events.refused == Some(which)).then(|| text.to_owned());
    let offered = [4, 3, 5, 1, 2, 7].map(|at: usize| (KINDS[at].to_owned(), words.kinds[at].to_owned()));
    let time = |name: &str, label: &str, fault: Option<String>| {
        let help = Some(words.at_help.to_owned());
        text(name.to_owned(), label, help, events.typed.text(name), fault)
    };
    let mut fields = vec![
        choice("kind", words.does, None, offered.to_vec(), kind),
        time("from", words.from, refused(Refused::From, words.not_a_time)),
        time("until", words.until, refused(Refused::Until, words.not_a_time)),
    ];
    if let Some((label, help)) = level_words(kind, words) {
        let fault = refused(Refused::Level, words.not_a_level);
        fields.push(text("level".to_owned(), label, Some(help.to_owned()), events.typed.text("level"), fault));
    }
    let mut blocks = vec![Block::Heading(words.lay.to_owned()), Block::Fields(fields)];
    if kind == "outage" {
        let on_drop = match stage.on_capacity_drop {
            OnCapacityDrop::Requeue => words.outage_requeue,
            OnCapacityDrop::Finish => words.outage_finish,
        };
        blocks.push(said(Tone::Plain, on_drop));
    }
    if let Some(Refused::Taken(taken)) = events.refused {
        blocks.push(said(Tone::Bad, words.taken[taken as usize]));
    }
    let add = Some(action("add", words.add));
    blocks.push(Block::Said(Line { tone: Tone::Plain, text: words.lay_help.to_owned(), action: add }));
    blocks
}

fn level_words(kind: &str, words: &EventsWords) -> Option<(&'static str, &'static str)> {
    match kind {
        "times" => Some((words.level_times, words.level_times_help)),
        "rate" | "others" => Some((words.level_rate, words.level_rate_help)),
        _ => None,
    }
}

/// The changes one by one: when, and what holds from then on.
pub fn list(events: &Events, stage: &Stage, words: &EventsWords, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(words.now.to_owned())];
    if stage.changes.is_empty() && stage.background.is_empty() {
        blocks.push(said(Tone::Plain, words.nothing));
    }
    for (row, what) in rows(stage).into_iter().enumerate() {
        let title = (words.change)(row + 1, &what_text(what, words, language));
        let mut fields = vec![at_field(events, List::Changes, times(stage, List::Changes)[row], row, words)];
        let known = if what == What::Other { 0..7 } else { 0..6 };
        let options = known.map(|at| (KINDS[at].to_owned(), words.kinds[at].to_owned())).collect();
        fields.push(choice(&format!("does-change-{row}"), words.does, None, options, KINDS[kind_of(what)]));
        let level = match what {
            What::Times(times) => Some(number(times)),
            What::Rate(rate) => Some(format!("{}/s", format::plain(rate))),
            _ => None,
        };
        fields.extend(level.and_then(|level| level_field(events, "change", row, KINDS[kind_of(what)], level, words)));
        blocks.extend(entry(title, fields, action(&format!("remove-change-{row}"), (words.remove)(row + 1))));
    }
    for (row, flow) in stage.background.iter().enumerate() {
        let title = (words.other_flow)(row + 1, &flow_text(flow.rate.get(), words, language));
        let mut fields = vec![at_field(events, List::Others, flow.at, row, words)];
        let level = format!("{}/s", format::plain(flow.rate.get()));
        fields.extend(level_field(events, "flow", row, "others", level, words));
        blocks.extend(entry(title, fields, action(&format!("remove-flow-{row}"), (words.remove_flow)(row + 1))));
    }
    blocks
}

/// An entry under its title, with the way out of it.
fn entry(title: String, fields: Vec<Field>, remove: Action) -> [Block; 2] {
    [Block::Said(Line { tone: Tone::Plain, text: title, action: Some(remove) }), Block::Fields(fields)]
}

fn at_field(events: &Events, list: List, at: CivilTime, row: usize, words: &EventsWords) -> Field {
    let name = format!("at-{}-{row}", if list == List::Changes { "change" } else { "flow" });
    debug_assert!(row_of(&name).is_some());
    let typed = events.typed.get(&name).map(str::to_owned);
    let fault = typed.as_ref().filter(|typed| time(typed).is_none()).map(|_| words.not_a_time.to_owned());
    text(name, words.at, None, &typed.unwrap_or_else(|| time_text(at)), fault)
}

fn level_field(
    events: &Events,
    list: &str,
    row: usize,
    kind: &str,
    level: String,
    words: &EventsWords,
) -> Option<Field> {
    let (label, help) = level_words(kind, words)?;
    let name = format!("level-{list}-{row}");
    // What could be read is in the plan already.
    let typed = events.typed.get(&name).map(str::to_owned);
    let fault = typed.is_some().then(|| words.not_a_level.to_owned());
    Some(text(name, label, Some(help.to_owned()), &typed.unwrap_or(level), fault))
}
