//! What is chosen, as it is typed: numbers within bounds, some of which follow the plan where nothing is typed.

use crate::export::requirements::Asked;
use crate::text::format::plain;
use crate::text::workshop::requirements::RequirementsWords;
use crate::wire::requirements::{Choices, Start};
use crate::workshop::panel::choice;
use crate::workshop::{Block, Field, Kind};

/// A number to be chosen.
struct Number {
    name: &'static str,
    /// What a unit in the field is in the value.
    unit: f64,
    is_whole: bool,
    /// The value; `None` = it follows the plan.
    get: fn(&Choices) -> Option<f64>,
    /// Takes a value; `None` = nothing is typed. `false` = there must be one.
    put: fn(&mut Choices, Option<f64>) -> bool,
}

/// Sets a value that must be there.
fn must(place: &mut f64, value: Option<f64>) -> bool {
    value.map(|value| *place = value).is_some()
}

const fn number(
    name: &'static str,
    unit: f64,
    is_whole: bool,
    get: fn(&Choices) -> Option<f64>,
    put: fn(&mut Choices, Option<f64>) -> bool,
) -> Number {
    Number { name, unit, is_whole, get, put }
}

/// In the order of their words.
static NUMBERS: [Number; 10] = [
    number(
        "headroom",
        0.01,
        false,
        |all| all.headroom,
        |all, value| {
            all.headroom = value;
            true
        },
    ),
    number("overshoot", 1.0, false, |all| Some(all.overshoot), |all, value| must(&mut all.overshoot, value)),
    number(
        "percentile",
        0.01,
        false,
        |all| all.percentile,
        |all, value| {
            all.percentile = value;
            true
        },
    ),
    number(
        "longest_times",
        1.0,
        false,
        |all| Some(all.longest_times),
        |all, value| must(&mut all.longest_times, value),
    ),
    number("test_min", 1.0, true, |all| Some(all.test_min), |all, value| must(&mut all.test_min, value)),
    number("sample_s", 1.0, true, |all| Some(all.sample_s), |all, value| must(&mut all.sample_s, value)),
    number("tolerance", 0.01, false, |all| Some(all.tolerance), |all, value| must(&mut all.tolerance, value)),
    number("days_before", 1.0, true, |all| Some(all.days_before), |all, value| must(&mut all.days_before, value)),
    number("deliver_days", 1.0, true, |all| Some(all.deliver_days), |all, value| must(&mut all.deliver_days, value)),
    number("return_min", 1.0, true, |all| Some(all.return_min), |all, value| must(&mut all.return_min, value)),
];

/// How many of the numbers are seen at first.
const SEEN: usize = 2;

/// The texts in the fields.
pub struct Drafts {
    texts: Vec<String>,
}

impl Number {
    /// In the unit of the field.
    fn bounds(&self) -> (f64, f64) {
        let (least, most) = Choices::bounds(self.name);
        (in_field(least, self), in_field(most, self))
    }
}

impl Drafts {
    pub fn of(choices: &Choices) -> Self {
        let text =
            |number: &Number| (number.get)(choices).map_or_else(String::new, |value| plain(in_field(value, number)));
        Self { texts: NUMBERS.iter().map(text).collect() }
    }

    /// Takes what is typed, where it can be used; else the choice stays as it was.
    pub fn set(&mut self, field: &str, value: String, choices: &mut Choices) {
        let Some(at) = NUMBERS.iter().position(|number| number.name == field) else { return };
        if let Ok(read) = read(&value, &NUMBERS[at]) {
            (NUMBERS[at].put)(choices, read);
        }
        self.texts[at] = value;
    }

    fn field(&self, at: usize, follows: Option<f64>, words: &RequirementsWords) -> Field {
        let (number, (label, help, unit)) = (&NUMBERS[at], words.numbers[at]);
        let text = match self.texts[at].trim() {
            // A field that follows the plan shows what it follows.
            "" => follows.map_or_else(String::new, |value| plain(in_field(value, number))),
            _ => self.texts[at].clone(),
        };
        let is_good = read(&self.texts[at], number).is_ok_and(|value| (number.put)(&mut Choices::default(), value));
        Field {
            name: number.name.to_owned(),
            label: label.to_owned(),
            help: Some(help.to_owned()),
            kind: Kind::Text { text, unit: Some(unit.to_owned()), is_number: true },
            fault: (!is_good).then(|| {
                let (least, most) = number.bounds();
                (words.fault)(&plain(least), &plain(most))
            }),
        }
    }

    fn start(choices: &Choices, words: &RequirementsWords) -> Field {
        let options = ["likely", "high"].iter().zip(words.starts);
        let options = options.map(|(value, label)| ((*value).to_owned(), label.to_owned())).collect();
        let taken = if choices.start == Start::High { "high" } else { "likely" };
        choice("start", words.start, Some(words.start_help), options, taken)
    }

    /// The fields: what moves most, and the rest folded away.
    pub fn blocks(&self, choices: &Choices, asked: &Asked, words: &RequirementsWords) -> Vec<Block> {
        let percentile = asked.plan.plan().target.percentile.get();
        let field = |at: usize| {
            let follows = match NUMBERS[at].name {
                "headroom" => Some(asked.headroom),
                "percentile" => Some(percentile),
                _ => None,
            };
            self.field(at, follows, words)
        };
        let first = std::iter::once(Self::start(choices, words)).chain((0..SEEN).map(field)).collect();
        let rest = (SEEN..NUMBERS.len()).map(field).collect();
        vec![
            Block::Heading(words.choices.to_owned()),
            Block::Fields(first),
            Block::More { summary: words.more_choices.to_owned(), blocks: vec![Block::Fields(rest)] },
        ]
    }

    /// All of them, where nothing could be computed.
    pub fn all(&self, choices: &Choices, words: &RequirementsWords) -> Block {
        let fields = (0..NUMBERS.len()).map(|at| self.field(at, None, words));
        Block::Fields(std::iter::once(Self::start(choices, words)).chain(fields).collect())
    }
}

/// In the unit of the field; parts of a hundred in whole ten-thousandths.
fn in_field(value: f64, number: &Number) -> f64 {
    (value / number.unit * 1e4).round() / 1e4
}

/// What is typed as a value; `Ok(None)` = nothing.
fn read(text: &str, number: &Number) -> Result<Option<f64>, ()> {
    let text = text.trim().trim_end_matches('%').trim();
    if text.is_empty() {
        return Ok(None);
    }
    let typed: f64 = text.replace(',', "").parse().map_err(|_| ())?;
    let (least, most) = number.bounds();
    let is_within = (least..=most).contains(&typed) && (!number.is_whole || typed.fract() == 0.0);
    // A division by a hundred is rounded correctly, a product with its inverse is not.
    is_within.then(|| Some(if number.unit == 1.0 { typed } else { typed / (1.0 / number.unit).round() })).ok_or(())
}
