//! What a heading or a label says: ages, sex, year, total, and what is left of it.

use super::age_phrase::ages_at;
use super::band::Ages;
use super::period::{Period, period_at};
use super::token::{Token, phrase_at, tokens};
use super::words::Meaning;

/// Men and women together, or one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sex {
    Both,
    Male,
    Female,
}

/// What a label says, each part once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags {
    pub ages: Option<Ages>,
    pub sex: Option<Sex>,
    pub period: Option<Period>,
    /// It names a total, of ages, sexes or places.
    pub total: bool,
    /// Its figures are no people.
    pub not_people: bool,
    pub members: bool,
    /// What kind of thing it heads.
    pub heads: Vec<Meaning>,
    /// A number that stands alone.
    pub bare: Option<u32>,
    /// What is none of these.
    pub rest: String,
}

impl Tags {
    /// What a label says.
    pub fn of(label: &str) -> Self {
        let tokens = tokens(label);
        let mut tags = Self::default();
        if let [Token::Number(number, _)] = tokens[..] {
            tags.bare = Some(number);
        }
        let heads_ages =
            (0..tokens.len()).any(|at| phrase_at(&tokens, at, |meaning| meaning == Meaning::AgeHead).is_some());
        let mut at = 0;
        while at < tokens.len() {
            at += tags.take(&tokens, at, heads_ages);
        }
        tags
    }

    /// Takes what stands at `at` and returns its length [tokens].
    fn take(&mut self, tokens: &[Token], at: usize, heads_ages: bool) -> usize {
        let of_ages = heads_ages && self.ages.is_none();
        if let Some((ages, length)) = ages_at(tokens, at, of_ages)
            && self.ages.is_none()
        {
            self.ages = Some(ages);
            return length;
        }
        if let Some((period, length)) = period_at(tokens, at)
            && self.period.is_none()
        {
            self.period = Some(period);
            return length;
        }
        if tokens[at] == Token::Mark('%') {
            self.not_people = true;
        }
        let Token::Word(word) = &tokens[at] else { return 1 };
        match phrase_at(tokens, at, is_tag) {
            Some((meaning, length)) => {
                self.mean(meaning);
                length
            }
            None => {
                if !self.rest.is_empty() {
                    self.rest.push(' ');
                }
                self.rest.push_str(word);
                1
            }
        }
    }

    fn mean(&mut self, meaning: Meaning) {
        match meaning {
            Meaning::Total => self.total = true,
            Meaning::TotalOfBands => {
                self.total = true;
                self.ages = self.ages.or(Some(Ages::AllOfBands));
            }
            Meaning::Both => self.sex = self.sex.or(Some(Sex::Both)),
            Meaning::Male => self.sex = Some(if self.sex == Some(Sex::Female) { Sex::Both } else { Sex::Male }),
            Meaning::Female => self.sex = Some(if self.sex == Some(Sex::Male) { Sex::Both } else { Sex::Female }),
            Meaning::UnknownAge => self.ages = self.ages.or(Some(Ages::Unknown)),
            Meaning::NotPeople => self.not_people = true,
            Meaning::Members => self.members = true,
            heads => self.heads.push(heads),
        }
    }

    /// Whether the label heads something of this kind.
    pub fn heads(&self, meaning: Meaning) -> bool {
        self.heads.contains(&meaning)
    }

    /// Whether a label of a row or column is about a sex and nothing else.
    pub fn is_sex(&self) -> bool {
        self.ages.is_none() && self.period.is_none() && self.rest.is_empty() && (self.sex.is_some() || self.total)
    }

    /// Whether a label of a row or column is about ages and nothing else.
    pub fn is_ages(&self) -> bool {
        self.rest.is_empty() && self.period.is_none() && (self.ages.is_some() || (self.total && self.sex.is_none()))
    }

    /// Whether a label is a year or month and nothing else.
    pub fn is_period(&self) -> bool {
        self.period.is_some() && self.rest.is_empty() && self.ages.is_none() && self.sex.is_none()
    }

    /// The tags of two labels that hold at once; the second one, which is nearer to the figures, wins.
    pub fn and(&self, nearer: &Self) -> Self {
        let rest = match (self.rest.as_str(), nearer.rest.as_str()) {
            ("", one) | (one, "") => one.to_owned(),
            (one, other) if one == other => one.to_owned(),
            (one, other) => format!("{one} {other}"),
        };
        let mut heads = self.heads.clone();
        heads.extend(&nearer.heads);
        Self {
            ages: nearer.ages.or(self.ages),
            sex: match (self.sex, nearer.sex) {
                (Some(one), Some(Sex::Both)) => Some(one),
                (one, other) => other.or(one),
            },
            period: match (self.period, nearer.period) {
                (Some(one), Some(other)) if one.year == other.year => Some(one.max(other)),
                (one, other) => other.or(one),
            },
            total: self.total || nearer.total,
            not_people: self.not_people || nearer.not_people,
            members: self.members || nearer.members,
            heads,
            bare: nearer.bare.or(self.bare),
            rest,
        }
    }
}

/// Words that only mean something beside a number are not looked for elsewhere.
fn is_tag(meaning: Meaning) -> bool {
    use Meaning::*;
    matches!(
        meaning,
        Total
            | TotalOfBands
            | Both
            | Male
            | Female
            | UnknownAge
            | NotPeople
            | Members
            | AgeHead
            | RegionHead
            | CodeHead
            | YearHead
            | SexHead
            | People
            | Person
            | RowNumber
            | Filler
            | Years
            | CalendarYear
            | CalendarMonth
            | Born
    )
}

#[cfg(test)]
mod tests;
