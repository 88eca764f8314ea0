//! The task of laying windows by a rule: its fields, the rule, and what comes of it.

use super::{Answer, LONGER, TAKE, Windows, action, choice, fact, in_the_way, said, shown};
use crate::library::templates::smallest;
use crate::plan::limits::{COHORTS_MAX, DAYS_MAX, WINDOWS_MAX};
use crate::plan::{Holidays, Plan};
use crate::staging::windows::{
    Dealing, Laid, MINUTES_PER_DAY, Rule, SHORTEST_MINUTES, lay, starters_of_windows, take_over,
};
use crate::text::Language;
use crate::text::workshop::windows::WindowsWords;
use crate::workshop::{Block, Field, Kind, Line, Tone};

const ORDERS: [(Dealing, &str); 3] =
    [(Dealing::Evened, "evened"), (Dealing::AsListed, "listed"), (Dealing::OldestFirst, "oldest")];
const PRESENTS: [&str; 2] = ["replace", "keep"];

/// Bounds of what can be typed.
const DAYS: (i64, i64) = (1, DAYS_MAX as i64);
const LENGTH: (i64, i64) = (SHORTEST_MINUTES as i64, MINUTES_PER_DAY as i64);
const BREAK: (i64, i64) = (0, MINUTES_PER_DAY as i64);
const PER_WINDOW: (i64, i64) = (1, COHORTS_MAX as i64);
const CATCH_UP: (i64, i64) = (0, WINDOWS_MAX as i64);

/// The plan with the windows of the rule.
pub fn plan(windows: &Windows, language: Language) -> Option<Plan> {
    let (plan, laid) = laid(windows, windows.holidays(language).as_ref())?;
    let is_any = laid.windows.iter().any(|window| !window.catch_up);
    is_any.then(|| take_over(&plan, &laid.windows).ok()).flatten()
}

/// The shortest length of the plan that leaves no cohort without a window [days].
pub fn days_that_do(windows: &Windows, language: Language) -> Option<u32> {
    let holidays = windows.holidays(language);
    let (plan, _) = laid(windows, holidays.as_ref())?;
    (plan.days..=DAYS_MAX).find(|&days| {
        let plan = Plan { days, ..plan.clone() };
        rule(windows, &plan, holidays.as_ref()).is_some_and(|rule| lay(&plan, &rule).left_over.is_empty())
    })
}

pub fn answer(windows: &Windows, words: &WindowsWords, language: Language) -> Answer {
    let mut blocks = fields(windows, words);
    let mut actions = Vec::new();
    let holidays = windows.holidays(language);
    if let Some((plan, laid)) = laid(windows, holidays.as_ref()) {
        blocks.push(Block::Heading(words.preview.to_owned()));
        blocks.extend(found(windows, &plan, &laid, words, language));
        if let Some(after) = self::plan(windows, language) {
            let wrong = in_the_way(&windows.plan, &after, words);
            if wrong.is_none() {
                actions.push(action(TAKE, words.take_rule));
            }
            blocks.extend(wrong);
            blocks.extend(shown::windows(&after, holidays.as_ref(), words, language));
        }
    }
    Answer { blocks, actions }
}

/// The plan in the length asked for, and what the rule makes of it; `None` where a field cannot be used.
fn laid(windows: &Windows, holidays: Option<&Holidays>) -> Option<(Plan, Laid)> {
    let days = u32::try_from(windows.typed.number("days", DAYS)?).ok()?;
    let plan = Plan { days, ..windows.plan.clone() };
    let laid = lay(&plan, &rule(windows, &plan, holidays)?);
    Some((plan, laid))
}

fn rule(windows: &Windows, plan: &Plan, holidays: Option<&Holidays>) -> Option<Rule> {
    let typed = &windows.typed;
    let whole = |name: &str, bounds| u32::try_from(typed.number(name, bounds)?).ok();
    let (from_minute, to_minute) = (typed.minute("from")?, typed.minute("to")?);
    let quiet = match (typed.text("quiet-from"), typed.text("quiet-to")) {
        ("", "") => None,
        _ => Some((typed.minute("quiet-from")?, typed.minute("quiet-to")?)),
    };
    if to_minute <= from_minute {
        return None;
    }
    let is_skipped = |table: &&Holidays| typed.is_on("skip-holidays") && !table.days.is_empty();
    let skipped = holidays.filter(is_skipped).map_or(Vec::new(), |table| {
        table.days.iter().filter(|holiday| table.knows(holiday.date)).map(|holiday| holiday.date).collect()
    });
    let on = typed.text("weekdays");
    let order = typed.text("order");
    Some(Rule {
        weekdays: std::array::from_fn(|day| on.split_whitespace().any(|value| value == day.to_string())),
        from_minute,
        to_minute,
        quiet,
        skipped,
        length_minutes: whole("length", LENGTH)?,
        gap_minutes: whole("gap", BREAK)?,
        per_window: match typed.number_or_empty("per-window", PER_WINDOW)? {
            Some(most) => Some(usize::try_from(most).ok()?),
            None => None,
        },
        offset_minutes: whole("offset", BREAK)?,
        dealing: ORDERS.iter().find(|(_, name)| *name == order).map_or(Dealing::Evened, |(dealing, _)| *dealing),
        pilot: if typed.is_on("pilot") { smallest(plan) } else { None },
        catch_up: usize::try_from(typed.number("catch-up", CATCH_UP)?).ok()?,
        kept: if typed.text("present") == "keep" { (0..plan.windows.len()).collect() } else { Vec::new() },
    })
}

/// Key figures, and cohorts that found no window.
fn found(windows: &Windows, plan: &Plan, laid: &Laid, words: &WindowsWords, language: Language) -> Vec<Block> {
    let n_ordinary = laid.windows.iter().filter(|window| !window.catch_up).count();
    if n_ordinary == 0 {
        return vec![said(Tone::Bad, words.no_room)];
    }
    let mut days: Vec<_> = laid.windows.iter().map(|window| window.opens.date()).collect();
    days.dedup();
    let fullest = starters_of_windows(plan, &laid.windows).into_iter().fold(0.0, f64::max);
    let n_cohorts = plan.cohorts.len();
    let mut blocks = vec![Block::Facts(vec![
        fact(words.n_windows, (words.count)(laid.windows.len())),
        fact(words.n_cohorts, (words.count_of)(n_cohorts - laid.left_over.len(), n_cohorts)),
        fact(words.days_used, (words.count_days)(days.len())),
        fact(words.fullest, (words.people)(fullest)),
    ])];
    let is_kept = windows.typed.text("present") == "keep";
    if is_kept && laid.left_over.is_empty() && laid.windows == *windows.plan.windows {
        blocks.push(said(Tone::Plain, words.no_cohorts));
    }
    if !laid.left_over.is_empty() {
        let count = laid.left_over.len();
        let (text, action) = match (laid.days_missing, days_that_do(windows, language)) {
            (Some(days), Some(enough)) => {
                ((words.left_over)(count, days), Some(action(LONGER, (words.longer)(enough))))
            }
            _ => ((words.left_over_anyway)(count), None),
        };
        blocks.push(Block::Said(Line { tone: Tone::Caution, text, action }));
    }
    blocks
}

fn fields(windows: &Windows, words: &WindowsWords) -> Vec<Block> {
    let typed = &windows.typed;
    let minutes = Some(words.unit_minutes);
    let on = typed.text("weekdays");
    let weekday = |(at, label): (usize, &&str)| {
        let value = at.to_string();
        let is_on = on.split_whitespace().any(|one| one == value);
        (value, (*label).to_owned(), is_on)
    };
    let options = words.weekday.iter().enumerate().map(weekday).collect();
    let weekdays = Field {
        name: "weekdays".to_owned(),
        label: words.weekdays.to_owned(),
        help: None,
        kind: Kind::Several { options },
        fault: None,
    };
    let mut to = typed.time_field("to", words.to, false, words.not_a_time);
    if to.fault.is_none() && typed.minute("from").is_some_and(|from| typed.minute("to") <= Some(from)) {
        to.fault = Some(words.closes_first.to_owned());
    }
    let mut quiet_to = typed.time_field("quiet-to", words.quiet_to, true, words.not_a_time);
    if quiet_to.fault.is_none() && typed.text("quiet-from").is_empty() != typed.text("quiet-to").is_empty() {
        quiet_to.fault = Some(words.quiet_half.to_owned());
    }
    let help = |field: Field, help: &str| Field { help: Some(help.to_owned()), ..field };
    let order = ORDERS.iter().zip(words.orders).map(|((_, name), label)| ((*name).to_owned(), label.to_owned()));
    let presents = PRESENTS.iter().zip(words.presents).map(|(name, label)| ((*name).to_owned(), label.to_owned()));
    let mut per_window =
        typed.number_field("per-window", words.per_window, Some(words.unit_windows), PER_WINDOW, words.not_a_number);
    if let Kind::Text { unit, .. } = &mut per_window.kind {
        *unit = None;
    }
    if typed.text("per-window").is_empty() {
        per_window.fault = None;
    }
    vec![
        Block::Fields(vec![
            choice("present", words.present, None, presents.collect(), typed.text("present")),
            choice("order", words.order, None, order.collect(), typed.text("order")),
            help(per_window, words.per_window_help),
        ]),
        Block::Fields(vec![weekdays, typed.switch("skip-holidays", words.skip_holidays)]),
        Block::Fields(vec![
            typed.number_field("days", words.days, Some(words.unit_days), DAYS, words.not_a_number),
            typed.time_field("from", words.from, false, words.not_a_time),
            to,
            typed.number_field("length", words.length, minutes, LENGTH, words.not_a_number),
            typed.number_field("gap", words.gap, minutes, BREAK, words.not_a_number),
            help(typed.number_field("offset", words.offset, minutes, BREAK, words.not_a_number), words.offset_help),
            help(typed.time_field("quiet-from", words.quiet_from, true, words.not_a_time), words.quiet_help),
            quiet_to,
            help(
                typed.number_field("catch-up", words.catch_up, Some(words.unit_windows), CATCH_UP, words.not_a_number),
                words.catch_up_help,
            ),
        ]),
        Block::Fields(vec![typed.switch("pilot", words.pilot)]),
    ]
}
