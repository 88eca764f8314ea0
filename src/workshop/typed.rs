//! What was typed into the fields of a panel, and how it is read.

use litemap::LiteMap;

use super::{Field, Kind, panel};
use crate::staging::windows::MINUTES_PER_DAY;

const MINUTES_PER_HOUR: u32 = 60;

/// Names of fields, and what they hold before anything is typed; all others are empty then.
pub type First = &'static [(&'static str, &'static str)];

/// Texts by the name of their field.
pub struct Typed {
    texts: LiteMap<String, String>,
    first: First,
}

impl Typed {
    pub fn new(first: First) -> Self {
        Self { texts: LiteMap::new(), first }
    }

    pub fn set(&mut self, name: &str, value: String) {
        self.texts.insert(name.to_owned(), value);
    }

    /// Forgets what was typed into fields whose names are meant.
    #[cfg(all(feature = "wire", feature = "import"))]
    pub fn forget(&mut self, is_meant: impl Fn(&str) -> bool) {
        self.texts.retain(|name, _| !is_meant(name));
    }

    /// Whether anything was typed into a field.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    pub fn text(&self, name: &str) -> &str {
        let first = || self.first.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        self.get(name).unwrap_or_else(first).trim()
    }

    /// Which of `values` stands in a field; the first where none does.
    pub fn place_of(&self, name: &str, values: &[&str]) -> usize {
        let text = self.text(name);
        values.iter().position(|value| *value == text).unwrap_or_default()
    }

    /// A field in which one of `values` is chosen, with a label each.
    pub fn choice_field(&self, name: &str, label: &str, values: &[&str], labels: &[&str]) -> Field {
        let options = values.iter().zip(labels).map(|(value, label)| ((*value).to_owned(), (*label).to_owned()));
        panel::choice(name, label, None, options.collect(), values[self.place_of(name, values)])
    }

    /// The indices below `count` that stand in a field, in order.
    pub fn indices(&self, name: &str, count: usize) -> Vec<usize> {
        let on: Vec<&str> = self.text(name).split_whitespace().collect();
        (0..count).filter(|index| on.contains(&index.to_string().as_str())).collect()
    }

    /// A field in which several of `labels` are chosen, by index.
    pub fn indices_field(&self, name: &str, label: &str, labels: &[&str]) -> Field {
        let on = self.indices(name, labels.len());
        let option = |(index, label): (usize, &&str)| (index.to_string(), (*label).to_owned(), on.contains(&index));
        let kind = Kind::Several { options: labels.iter().enumerate().map(option).collect() };
        Field { name: name.to_owned(), label: label.to_owned(), help: None, kind, fault: None }
    }

    pub fn is_on(&self, name: &str) -> bool {
        self.text(name) == "true"
    }

    /// A whole number within its bounds.
    pub fn number(&self, name: &str, bounds: (i64, i64)) -> Option<i64> {
        let digits: String = self.text(name).chars().filter(|sign| *sign != ',').collect();
        digits.parse().ok().filter(|number| (bounds.0..=bounds.1).contains(number))
    }

    /// As `number`, and `None` within where the field is empty.
    pub fn number_or_empty(&self, name: &str, bounds: (i64, i64)) -> Option<Option<i64>> {
        if self.text(name).is_empty() { Some(None) } else { self.number(name, bounds).map(Some) }
    }

    /// Minutes after midnight of `9:00`, `09:30` or `9`, at most 24:00.
    pub fn minute(&self, name: &str) -> Option<u32> {
        let (hour, minute) = self.text(name).split_once(':').unwrap_or((self.text(name), "00"));
        let digits = |text: &str, most: usize| {
            let is_short = !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<u32>().ok().filter(|_| is_short)
        };
        let minute = digits(minute, 2).filter(|minute| *minute < MINUTES_PER_HOUR)?;
        Some(digits(hour, 2)? * MINUTES_PER_HOUR + minute).filter(|minutes| *minutes <= MINUTES_PER_DAY)
    }

    /// A field for a time of day.
    pub fn time_field(&self, name: &str, label: &str, may_be_empty: bool, not_a_time: &str) -> Field {
        let is_fine = self.minute(name).is_some() || (may_be_empty && self.text(name).is_empty());
        let kind = Kind::Text { text: self.text(name).to_owned(), unit: None, is_number: false };
        let fault = (!is_fine).then(|| not_a_time.to_owned());
        Field { name: name.to_owned(), label: label.to_owned(), help: None, kind, fault }
    }

    /// A field for a whole number with its unit.
    pub fn number_field(
        &self,
        name: &str,
        label: &str,
        unit: Option<&str>,
        bounds: (i64, i64),
        not_a_number: fn(i64, i64) -> String,
    ) -> Field {
        let text = self.text(name).to_owned();
        let fault = self.number(name, bounds).is_none().then(|| not_a_number(bounds.0, bounds.1));
        let kind = Kind::Text { text, unit: unit.map(str::to_owned), is_number: true };
        Field { name: name.to_owned(), label: label.to_owned(), help: None, kind, fault }
    }

    pub fn switch(&self, name: &str, label: &str) -> Field {
        let kind = Kind::Switch { on: self.is_on(name) };
        Field { name: name.to_owned(), label: label.to_owned(), help: None, kind, fault: None }
    }
}
