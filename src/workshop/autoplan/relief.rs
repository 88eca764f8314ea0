//! What would have to change where no timetable keeps everything: each change alone, in words and numbers.

use super::answer::Before;
use super::figures::{factor, load, needed_rate, up};
use super::scaled::scaled;
use crate::explain::place::place;
use crate::plan::Plan;
use crate::text::Language;
use crate::text::format::{decimal, integer, percent};
use crate::text::workshop::autoplan::AutoplanWords;
use crate::wire::schedule::ToldRelief;
use crate::workshop::panel::{action, said};
use crate::workshop::typed::Typed;
use crate::workshop::{Block, Line, Tone};

/// Begins the names of actions that search with a change.
pub const TRY: &str = "try-";

/// Sentences about the changes that work, the cheapest first, each with the way to search like that.
pub fn blocks(
    reliefs: &[ToldRelief],
    plan: &Plan,
    before: &Before,
    words: &AutoplanWords,
    language: Language,
) -> Vec<Block> {
    let line = |(at, relief): (usize, &ToldRelief)| {
        let mut sentences = vec![change(relief, plan, before, words, language)];
        sentences.extend(relief.peak_load.map(|peak| (words.relief.peak)(&load(peak))));
        let touches = relief.cost.filter(|_| is_rule(&relief.rule));
        sentences.extend(touches.map(|cost| (words.relief.touched)(&percent(cost))));
        let tone = if at == 0 { Tone::Caution } else { Tone::Plain };
        let action = Some(action(&format!("{TRY}{at}"), words.relief.try_it));
        Block::Said(Line { tone, text: sentences.join(" "), action })
    };
    let mut blocks = vec![Block::Heading(words.relief.heading.to_owned())];
    blocks.extend(reliefs.iter().enumerate().map(line));
    if reliefs.is_empty() {
        blocks = vec![said(Tone::Plain, words.relief.none)];
    }
    blocks
}

/// Whether a change gives up a rule, so that its cost is a share of the members.
fn is_rule(rule: &str) -> bool {
    matches!(rule, "locked" | "together" | "ages" | "pilot")
}

/// The change in a sentence.
pub fn change(relief: &ToldRelief, plan: &Plan, before: &Before, words: &AutoplanWords, language: Language) -> String {
    let whole = |needed: f64| if needed >= 0.0 { needed as u64 } else { 0 };
    match (relief.rule.as_str(), relief.needed) {
        ("per_window", Some(needed)) => (words.relief.per_window)(whole(needed)),
        ("days", Some(needed)) => (words.relief.days)(whole(needed)),
        ("capacity", Some(times)) => {
            let stage = before.bottleneck.or_else(|| plan.journey.iter().position(|stage| stage.rate.is_some()));
            let stage = stage.and_then(|at| Some((at, plan.journey.get(at)?)));
            let limits = stage.and_then(|(at, stage)| {
                let name = place(language, plan, &format!("/journey/{at}"));
                let (now, then) = match (stage.rate, stage.sessions) {
                    (Some(rate), _) => (
                        (words.curve.rate)(&decimal(rate.get(), 1)),
                        (words.curve.rate)(&needed_rate(rate.get() * times)),
                    ),
                    (None, Some(sessions)) => (
                        (words.curve.sessions)(&integer(sessions)),
                        (words.curve.sessions)(&integer(up(sessions * times, 0))),
                    ),
                    (None, None) => return None,
                };
                Some((name, now, then))
            });
            let said = limits.as_ref().map(|(name, now, then)| [name.as_str(), now.as_str(), then.as_str()]);
            (words.relief.capacity)(said, &factor(times))
        }
        ("target", Some(target)) => {
            let then = format!("{}%", decimal(up(100.0 * target, 1), 1));
            (words.relief.target)(&percent(plan.target.load), &then)
        }
        (rule, _) => (words.relief.rule)(rule_name(rule, words)),
    }
}

/// A rule as its field is called.
pub fn rule_name<'a>(rule: &str, words: &'a AutoplanWords) -> &'a str {
    let (ask, relief) = (&words.ask, &words.relief);
    match rule {
        "together" => ask.together,
        "ages" => ask.ages,
        "pilot" => ask.pilot,
        "openings" => relief.windows_rule,
        "per_window" => ask.per_window,
        "days" => ask.days_most,
        _ => relief.locked_rule,
    }
}

/// Puts a change into the fields, or into a plan to search in place of the one in hand.
pub fn take(relief: &ToldRelief, typed: &mut Typed, plan: &Plan) -> Option<Plan> {
    let mut clear = |names: &[&str]| names.iter().for_each(|name| typed.set(name, String::new()));
    match (relief.rule.as_str(), relief.needed) {
        ("capacity", Some(times)) => return Some(scaled(plan, times)),
        ("target", Some(target)) => {
            let mut plan = plan.clone();
            plan.target.load = target;
            return Some(plan);
        }
        ("per_window", Some(needed)) => typed.set("per-window", integer(needed)),
        ("days", Some(needed)) => {
            if typed.text("goal") != "trade-off" {
                typed.set("goal", "fewest-days".to_owned());
            }
            typed.set("days-most", integer(needed));
        }
        ("together", _) => clear(&["together"]),
        ("ages", _) => clear(&["ages"]),
        ("pilot", _) => clear(&["pilot"]),
        ("openings", _) => clear(&["hours-from", "hours-to", "windows-per-day", "gap", "quiet-days"]),
        _ => clear(&["stay"]),
    }
    None
}
