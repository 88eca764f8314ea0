//! What is asked: a goal and rules as fields, and as the options of the programme interface.

use crate::explain::place;
use crate::num::order;
use crate::plan::Plan;
use crate::text::Language;
use crate::text::format::{day_short, moment};
use crate::text::workshop::autoplan::{AskWords, AutoplanWords};
use crate::workshop::panel::choice;
use crate::workshop::typed::Typed;
use crate::workshop::{Block, Field, Kind};

/// Goals, by the words of the programme interface.
pub const GOALS: [&str; 5] = ["lowest-peak", "fewest-days", "least-capacity", "highest-show-up", "trade-off"];
const ORDERS: [&str; 3] = ["any", "oldest-first", "youngest-first"];
const CHANCES: [&str; 3] = ["null", "0.9", "0.95"];

const MINUTES_PER_HOUR: u32 = 60;
const MINUTES_PER_DAY: u32 = 1_440;

/// The goal and the rules of a plan, as they are typed.
pub struct Asking<'a> {
    pub plan: &'a Plan,
    pub typed: &'a Typed,
}

impl Asking<'_> {
    pub fn goal(&self) -> usize {
        self.typed.place_of("goal", &GOALS)
    }

    /// Whether cohorts are dealt to windows, so that rules count.
    pub fn deals(&self) -> bool {
        matches!(self.goal(), 0 | 1 | 4)
    }

    fn has_days_most(&self) -> bool {
        matches!(self.goal(), 1 | 4)
    }

    fn has_chance(&self) -> bool {
        self.goal() < 4
    }

    /// Ordinary windows, by opening.
    fn windows(&self) -> Vec<usize> {
        let mut windows: Vec<usize> =
            (0..self.plan.windows.len()).filter(|at| !self.plan.windows[*at].catch_up).collect();
        order::sort_by_key(&mut windows, |at| self.plan.windows[*at].opens);
        windows
    }

    fn per_window(&self) -> Option<Option<i64>> {
        self.typed.number_or_empty("per-window", (1, 2_500))
    }

    fn days_most(&self) -> Option<Option<i64>> {
        self.typed.number_or_empty("days-most", (1, i64::from(self.plan.days)))
    }

    fn windows_per_day(&self) -> Option<Option<i64>> {
        self.typed.number_or_empty("windows-per-day", (1, 500))
    }

    fn gap(&self) -> Option<Option<i64>> {
        self.typed.number_or_empty("gap", (0, i64::from(MINUTES_PER_DAY)))
    }

    /// Opening at the earliest and closing at the latest, or why they cannot be used: at which of both fields, and what.
    fn hours(&self, words: &AskWords) -> Result<Option<(u32, u32)>, (usize, &'static str)> {
        let names = ["hours-from", "hours-to"];
        let empty = names.map(|name| self.typed.text(name).is_empty());
        let times = names.map(|name| self.typed.minute(name));
        match (empty, times) {
            ([true, true], _) => Ok(None),
            ([false, _], [None, _]) => Err((0, words.not_a_time)),
            ([_, false], [_, None]) => Err((1, words.not_a_time)),
            ([true, _], _) => Err((0, words.hours_both)),
            ([_, true], _) => Err((1, words.hours_both)),
            (_, [Some(from), Some(to)]) if from < to => Ok(Some((from, to))),
            _ => Err((1, words.hours_apart)),
        }
    }

    /// The goal of the fields as options; `None` where a field cannot be read.
    pub fn options(&self, words: &AskWords, is_quick: bool) -> Option<String> {
        let mut options = format!(r#"{{"goal":"{}""#, GOALS[self.goal()]);
        if self.has_chance() {
            options.push_str(&format!(r#","chance":{}"#, CHANCES[self.typed.place_of("chance", &CHANCES)]));
        }
        if self.has_days_most() {
            options.push_str(&format!(r#","days_most":{}"#, or_null(self.days_most()?)));
        }
        if self.deals() {
            options.push_str(&self.rules_as_options(words)?);
        }
        if is_quick {
            options.push_str(r#","quick":true"#);
        }
        options.push('}');
        Some(options)
    }

    /// A question about a timetable under the rules of the fields; `None` where one cannot be read.
    pub fn options_of(&self, goal: &str, cohort: Option<usize>, words: &AskWords) -> Option<String> {
        let cohort = cohort.map_or_else(String::new, |cohort| format!(r#","cohort":{cohort}"#));
        Some(format!(r#"{{"goal":"{goal}"{cohort}{}}}"#, self.rules_as_options(words)?))
    }

    fn rules_as_options(&self, words: &AskWords) -> Option<String> {
        let windows = self.windows();
        let stay = self.typed.indices("stay", windows.len());
        let locked = stay.into_iter().flat_map(|at| &self.plan.windows[windows[at]].cohorts);
        let locked: Vec<String> = locked.map(ToString::to_string).collect();
        let quiet = self.typed.indices("quiet-days", self.plan.days as usize);
        let quiet = quiet.into_iter().map(|day| format!("\"{}\"", self.plan.first_day.plus_days(day as i64)));
        let quiet: Vec<String> = quiet.collect();
        let hours = self.hours(words).ok()?.map_or_else(
            || "null".to_owned(),
            // What closes at the end of the day closes at midnight.
            |(from, to)| format!(r#"["{}","{}"]"#, of_day(from), of_day(to % MINUTES_PER_DAY)),
        );
        Some(format!(
            r#","together":{},"ages":"{}","per_window":{},"pilot":{},"locked":[{}],"hours":{hours},"quiet_days":[{}],"windows_per_day":{},"gap_min":{}"#,
            self.typed.is_on("together"),
            ORDERS[self.typed.place_of("ages", &ORDERS)],
            or_null(self.per_window()?),
            or_null(self.pilot()),
            locked.join(","),
            quiet.join(","),
            or_null(self.windows_per_day()?),
            or_null(self.gap()?),
        ))
    }

    fn pilot(&self) -> Option<usize> {
        self.typed.text("pilot").parse().ok().filter(|cohort| *cohort < self.plan.cohorts.len())
    }

    /// Whether some field cannot be used.
    pub fn is_wrong(&self, words: &AskWords) -> bool {
        self.options(words, false).is_none()
    }

    /// The blocks of fields.
    pub fn blocks(&self, words: &AutoplanWords, language: Language) -> Vec<Block> {
        let ask = &words.ask;
        let goals = GOALS.iter().zip(ask.goals).zip(ask.about);
        let cards = goals.map(|((goal, label), about)| ((*goal).to_owned(), label.to_owned(), about.to_owned()));
        let kind = Kind::Cards { options: cards.collect(), taken: GOALS[self.goal()].to_owned() };
        let mut fields = vec![field("goal", ask.goal, None, kind)];
        if self.has_chance() {
            let help = if self.plan.ranges.is_empty() { ask.chance_needs_ranges } else { ask.chance_help };
            let chance = self.typed.choice_field("chance", ask.chance, &CHANCES, &ask.chances);
            fields.push(Field { help: Some(help.to_owned()), ..chance });
        }
        if self.has_days_most() {
            let fault = self.days_most().is_none().then(|| (ask.not_days)(self.plan.days));
            fields.push(self.count("days-most", ask.days_most, Some(ask.days_most_help), Some(ask.unit_days), fault));
        }
        let mut blocks = vec![Block::Fields(fields)];
        if self.deals() {
            blocks.push(Block::Heading(ask.rules.to_owned()));
            blocks.push(Block::Fields(self.who_is_where(ask, language)));
            blocks.push(Block::More { summary: ask.openings.to_owned(), blocks: self.openings(ask, language) });
            blocks.push(Block::More { summary: ask.stay.to_owned(), blocks: vec![self.stay(ask, language)] });
        }
        blocks
    }

    fn who_is_where(&self, ask: &AskWords, language: Language) -> Vec<Field> {
        let fault = self.per_window().is_none().then(|| ask.not_a_count.to_owned());
        let cohorts = (0..self.plan.cohorts.len()).map(|at| (at.to_string(), place::cohort(language, self.plan, at)));
        let none = (String::new(), ask.no_pilot.to_owned());
        let pilots = std::iter::once(none).chain(cohorts).collect();
        vec![
            self.typed.switch("together", ask.together),
            self.typed.choice_field("ages", ask.ages, &ORDERS, &ask.orders),
            self.count("per-window", ask.per_window, Some(ask.per_window_help), None, fault),
            choice("pilot", ask.pilot, Some(ask.pilot_help), pilots, &self.pilot().map_or_else(String::new, text)),
        ]
    }

    /// Rules on which windows may be used.
    fn openings(&self, ask: &AskWords, language: Language) -> Vec<Block> {
        let hours = self.hours(ask);
        let time = |at: usize, name: &str, label: &str| {
            let fault = hours.err().filter(|(place, _)| *place == at).map(|(_, fault)| fault.to_owned());
            Field { fault, ..self.typed.time_field(name, label, true, ask.not_a_time) }
        };
        let per_day = self.windows_per_day().is_none().then(|| ask.not_a_count.to_owned());
        let gap = self.gap().is_none().then(|| ask.not_minutes.to_owned());
        let days = (0..i64::from(self.plan.days)).map(|day| self.plan.first_day.plus_days(day));
        let days: Vec<String> = days.map(|day| day_short(language, day)).collect();
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        let mut quiet = self.typed.indices_field("quiet-days", ask.quiet_days, &days);
        quiet.help = Some(ask.openings_help.to_owned());
        vec![Block::Fields(vec![
            time(0, "hours-from", ask.hours_from),
            time(1, "hours-to", ask.hours_to),
            self.count("windows-per-day", ask.windows_per_day, None, None, per_day),
            self.count("gap", ask.gap, None, Some(ask.unit_minutes), gap),
            quiet,
        ])]
    }

    fn stay(&self, ask: &AskWords, language: Language) -> Block {
        let windows = self.windows();
        let openings: Vec<String> =
            windows.iter().map(|window| moment(language, self.plan.windows[*window].opens)).collect();
        let openings: Vec<&str> = openings.iter().map(String::as_str).collect();
        let mut stay = self.typed.indices_field("stay", ask.stay, &openings);
        stay.help = Some(ask.stay_help.to_owned());
        Block::Fields(vec![stay])
    }

    fn count(&self, name: &str, label: &str, help: Option<&str>, unit: Option<&str>, fault: Option<String>) -> Field {
        let text = self.typed.text(name).to_owned();
        let kind = Kind::Text { text, unit: unit.map(str::to_owned), is_number: true };
        Field { fault, ..field(name, label, help, kind) }
    }
}

fn field(name: &str, label: &str, help: Option<&str>, kind: Kind) -> Field {
    Field { name: name.to_owned(), label: label.to_owned(), help: help.map(str::to_owned), kind, fault: None }
}

fn or_null<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(|| "null".to_owned(), text)
}

fn text(value: impl ToString) -> String {
    value.to_string()
}

fn of_day(minute: u32) -> String {
    format!("{:02}:{:02}", minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR)
}
