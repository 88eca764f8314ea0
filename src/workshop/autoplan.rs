//! The subject `autoplan`: a goal and rules, the timetable that was found for them, and the proof.

use super::panel::{action, choice, fact, said};
use super::typed::Typed;
use super::{Block, Column, Field, Kind, Outcome, Panel, Row, Step, Subject, Table, Tone};
use crate::clock::SECONDS_PER_HOUR;
use crate::compare::moves;
use crate::explain::place::place;
use crate::forecast::slots_as_planned;
use crate::num::order::Extreme;
use crate::plan::{CheckedPlan, Plan, ShowUp};
use crate::text::Language;
use crate::text::format::{self, decimal, integer, moment, percent};
use crate::text::workshop::autoplan::{AutoplanWords, words};
use crate::wire::schedule::{Told, ToldNeed, read};

/// Goals, by the words of the programme interface.
const GOALS: [&str; 4] = ["lowest-peak", "fewest-days", "least-capacity", "highest-show-up"];
const ORDERS: [&str; 3] = ["any", "oldest-first", "youngest-first"];
/// Names of actions.
const COMPUTE: &str = "compute";
const PUT: &str = "put";
const PUT_NEW: &str = "put-new";

/// Digits of a gap after the point, in per cent.
const GAP_DIGITS: usize = 2;

/// What is asked, and what was found for it.
pub struct Autoplan {
    plan: Plan,
    typed: Typed,
    found: Found,
}

enum Found {
    Nothing,
    /// The options that were asked.
    Asked(String),
    Interrupted,
    Told(Box<Told>),
}

impl Autoplan {
    pub fn new(plan: Plan) -> Self {
        Self { plan, typed: Typed::new(&[]), found: Found::Nothing }
    }

    fn goal(&self) -> usize {
        self.typed.place_of("goal", &GOALS)
    }

    /// Whether the goal is a timetable.
    fn is_timetable(&self) -> bool {
        self.goal() < 2
    }

    /// Ordinary windows, by opening.
    fn windows(&self) -> Vec<usize> {
        let mut windows: Vec<usize> =
            (0..self.plan.windows.len()).filter(|at| !self.plan.windows[*at].catch_up).collect();
        crate::num::order::sort_by_key(&mut windows, |at| self.plan.windows[*at].opens);
        windows
    }

    /// The most cohorts of a window; an error where something else stands there.
    fn per_window(&self) -> Result<Option<u32>, ()> {
        match self.typed.text("per-window") {
            "" => Ok(None),
            text => text.parse().ok().filter(|most| *most > 0).map(Some).ok_or(()),
        }
    }

    /// What the programme interface is asked, as JSON; `None` where a field cannot be read.
    fn options(&self) -> Option<String> {
        let per_window = self.per_window().ok()?.map_or("null".to_owned(), |most| most.to_string());
        let windows = self.windows();
        let stay = self.typed.indices("stay", windows.len());
        let locked = stay.into_iter().flat_map(|at| self.plan.windows[windows[at]].cohorts.clone());
        let locked: Vec<String> = locked.map(|cohort| cohort.to_string()).collect();
        Some(format!(
            r#"{{"goal":"{}","together":{},"ages":"{}","per_window":{per_window},"locked":[{}]}}"#,
            GOALS[self.goal()],
            self.typed.text("together") == "true",
            ORDERS[self.typed.place_of("ages", &ORDERS)],
            locked.join(","),
        ))
    }

    fn rules(&self, words: &AutoplanWords, language: Language) -> Block {
        let field = |name: &str, label: &str, help: Option<&str>, kind| Field {
            name: name.to_owned(),
            label: label.to_owned(),
            help: help.map(str::to_owned),
            kind,
            fault: None,
        };
        let count = Kind::Text { text: self.typed.text("per-window").to_owned(), unit: None, is_number: true };
        let windows = self.windows();
        let stay = self.typed.indices("stay", windows.len());
        let option = |(at, window): (usize, &usize)| {
            (at.to_string(), moment(language, self.plan.windows[*window].opens), stay.contains(&at))
        };
        let options = windows.iter().enumerate().map(option).collect();
        let on = self.typed.text("together") == "true";
        Block::More {
            summary: words.rules.to_owned(),
            blocks: vec![Block::Fields(vec![
                field("together", words.together, None, Kind::Switch { on }),
                self.typed.choice_field("ages", words.ages, &ORDERS, &words.orders),
                Field {
                    fault: self.per_window().is_err().then(|| words.not_a_count.to_owned()),
                    ..field("per-window", words.per_window, Some(words.per_window_help), count)
                },
                field("stay", words.stay, Some(words.stay_help), Kind::Several { options }),
            ])],
        }
    }

    fn told(&self, told: &Told, words: &AutoplanWords, language: Language) -> Vec<Block> {
        if let Some(hindrance) = &told.hindrance {
            let why = match hindrance.as_str() {
                "nothing-to-plan" => words.nothing_to_plan,
                "locked-nowhere" => words.locked_nowhere,
                _ => words.no_timetable,
            };
            let mut blocks = vec![said(Tone::Bad, why)];
            blocks.extend(told.relief.as_ref().map(|(rule, needed, peak)| {
                let (peak, name) = (
                    percent(*peak),
                    match rule.as_str() {
                        "together" => words.together,
                        "ages" => words.ages,
                        _ => words.stay,
                    },
                );
                let relief = match needed {
                    Some(needed) => (words.relief_per_window)(*needed, &peak),
                    None => (words.relief)(name, &peak),
                };
                said(Tone::Plain, relief)
            }));
            return blocks;
        }
        match self.goal() {
            0 | 1 => self.timetable(told, words),
            2 => self.capacities(told, words, language),
            _ => vec![self.show_up(told, words)],
        }
    }

    fn timetable(&self, told: &Told, words: &AutoplanWords) -> Vec<Block> {
        let (Some(plan), Some(peak)) = (&told.plan, told.peak_load) else { return Vec::new() };
        let before = CheckedPlan::new(self.plan.clone()).ok().and_then(|plan| {
            let slots = slots_as_planned(&plan);
            slots.iter().filter_map(|slot| slot.peak_load).reduce(f64::larger)
        });
        let peaks = before.map_or_else(|| percent(peak), |before| format!("{} → {}", percent(before), percent(peak)));
        let moves = moves(&self.plan, plan);
        let verdict = if told.holds { words.holds } else { words.does_not_hold };
        let mut verdict = fact(words.verdict, verdict.to_owned());
        verdict.tone = if told.holds { Tone::Good } else { Tone::Bad };
        let mut facts = vec![fact(words.peak, peaks), verdict];
        facts.extend(told.days.map(|days| fact(words.days, (words.days_of)(days))));
        let (moved, all) = (integer(moves.moved), integer(moves.invited));
        facts.push(fact(words.moved, (words.moved_of)(&moved, &all)));
        let mut blocks = vec![Block::Facts(facts)];
        let load = percent(self.plan.target.load);
        if self.goal() == 1 {
            blocks.push(match (told.days, told.days_at_least) {
                (Some(days), Some(least)) if told.holds && days == least => {
                    said(Tone::Good, (words.fewest)(days, &load))
                }
                (Some(days), Some(least)) if told.holds => said(Tone::Caution, (words.fewest_between)(days, least)),
                _ => said(Tone::Bad, words.too_few_windows),
            });
        }
        blocks.push(match told.bound_without_waits {
            Some((bound, gap)) => {
                // Upwards, since it is said that it is no more.
                let gap = format!("{}%", decimal(up(100.0 * gap.larger(0.0), GAP_DIGITS), GAP_DIGITS));
                said(Tone::Plain, (words.bound)(&format!("{}%", decimal(100.0 * bound, GAP_DIGITS)), &gap))
            }
            None => said(Tone::Caution, words.no_bound),
        });
        blocks
    }

    fn capacities(&self, told: &Told, words: &AutoplanWords, language: Language) -> Vec<Block> {
        // What is needed is said upwards, what there is to the nearest.
        let shown = |rate: Option<f64>, sessions: Option<f64>, digits: fn(f64, usize) -> f64| {
            let per_hour = |rate: f64| integer(digits(rate * SECONDS_PER_HOUR as f64, 0));
            let rate = rate.map(|rate| (words.rate)(&decimal(digits(rate, 2), 2), &per_hour(rate)));
            let sessions = sessions.map(|count| (words.sessions)(&integer(digits(count, 0))));
            rate.into_iter().chain(sessions).collect::<Vec<_>>().join(" · ")
        };
        let row = |need: &ToldNeed| {
            let ToldNeed { stage: at, rate, sessions } = *need;
            let stage = &self.plan.journey[at];
            let least = shown(rate, sessions, up);
            let least = if least.is_empty() { words.none.to_owned() } else { least };
            let now = shown(stage.rate.map(|rate| rate.get()), stage.sessions, |value, _| value);
            let name = place(language, &self.plan, &format!("/journey/{at}"));
            Row { cells: vec![name, now, least], ..Row::default() }
        };
        let known = told.stages.iter().filter(|need| need.stage < self.plan.journey.len());
        let columns = words.columns.iter().enumerate();
        let table = Table {
            caption: words.capacities.to_owned(),
            columns: columns
                .map(|(at, heading)| Column { heading: (*heading).to_owned(), is_number: at > 0 })
                .collect(),
            rows: known.map(row).collect(),
        };
        vec![Block::Table(table), said(Tone::Plain, (words.headroom)(&percent(self.plan.target.load)))]
    }

    fn show_up(&self, told: &Told, words: &AutoplanWords) -> Block {
        match (told.times, &self.plan.arrivals.show_up) {
            (None, _) => said(Tone::Bad, words.never_holds),
            (Some(times), ShowUp::All(share)) => {
                let most = (share.get() * times).smaller(1.0);
                said(Tone::Good, (words.show_up)(&percent(share.get()), &format!("{}%", decimal(100.0 * most, 1))))
            }
            (Some(times), ShowUp::ByAge(_)) => said(Tone::Good, (words.show_up_by_age)(&format::decimal(times, 2))),
        }
    }
}

/// The next number of so many digits after the point that is not below.
fn up(value: f64, digits: usize) -> f64 {
    let power = libm::pow(10.0, digits as f64);
    // A number of these digits stays, whatever its last bits.
    libm::ceil(value * power - 1e-6) / power
}

impl Subject for Autoplan {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let goals = GOALS.iter().zip(words.goals).map(|(goal, label)| ((*goal).to_owned(), label.to_owned()));
        let about = words.about[self.goal()];
        let mut blocks = vec![
            said(Tone::Plain, words.begin),
            Block::Fields(vec![choice("goal", words.goal, Some(about), goals.collect(), GOALS[self.goal()])]),
        ];
        if self.is_timetable() {
            blocks.push(self.rules(words, language));
        }
        let mut actions = Vec::new();
        match &self.found {
            Found::Nothing => actions.push(action(COMPUTE, words.compute)),
            Found::Asked(_) => blocks.push(said(Tone::Plain, words.under_way)),
            Found::Interrupted => {
                blocks.push(said(Tone::Bad, words.interrupted));
                actions.push(action(COMPUTE, words.compute));
            }
            Found::Told(told) => {
                blocks.push(Block::Heading(words.found.to_owned()));
                blocks.extend(self.told(told, words, language));
                if self.is_timetable() && told.plan.is_some() {
                    actions.extend([action(PUT, words.put), action(PUT_NEW, words.put_new)]);
                }
            }
        }
        Panel { title: words.title.to_owned(), blocks, actions }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        match step {
            Step::Set { field, value } => {
                self.typed.set(&field, value);
                self.found = Found::Nothing;
            }
            Step::Take { action } if action == COMPUTE => {
                if let Some(options) = self.options() {
                    self.found = Found::Asked(options.clone());
                    return Outcome::Asked { question: "schedule", options };
                }
            }
            Step::Take { action } if action == PUT || action == PUT_NEW => {
                let Found::Told(told) = &self.found else { return Outcome::Shown };
                let Some(mut plan) = told.plan.clone() else { return Outcome::Shown };
                plan.approved.clone_from(&self.plan.approved);
                let plan = Box::new(plan);
                let word = words(language).step.to_owned();
                return if action == PUT { Outcome::Plan { plan, word } } else { Outcome::NewPlan { plan } };
            }
            Step::Take { .. } | Step::Bring { .. } => {}
        }
        Outcome::Shown
    }

    fn told(&mut self, options: &str, answer: &str) {
        if matches!(&self.found, Found::Asked(asked) if asked == options) {
            self.found = read(answer).map_or(Found::Interrupted, |told| Found::Told(Box::new(told)));
        }
    }
}
