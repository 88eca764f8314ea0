//! The year or month that a table is of.

use super::token::{Token, phrase_at};
use super::words::Meaning;

/// A year, or a month of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    pub year: i32,
    /// 1..=12; 0 = the whole year, or not said.
    pub month: u32,
}

/// Years that a table can be of.
pub const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// The first years of Japanese eras, less one.
const ERAS: [(&str, u32); 3] = [("令和", 2018), ("平成", 1988), ("昭和", 1925)];

/// The period that a label says beginning at token `at`, and how many tokens say it.
pub fn period_at(tokens: &[Token], at: usize) -> Option<(Period, usize)> {
    if let Some((year, length)) = era(tokens, at) {
        return Some(with_month(tokens, at, year, at + length));
    }
    if let Some(found) = day_first(tokens, at) {
        return Some(found);
    }
    match tokens.get(at)? {
        Token::Number(year, 4) if YEARS.contains(year) => Some(with_month(tokens, at, *year, at + 1)),
        Token::Number(number, 6) if YEARS.contains(&(number / 100)) => {
            month(number % 100).map(|month| (period(number / 100, month), 1))
        }
        Token::Number(number, 8) if YEARS.contains(&(number / 10_000)) => {
            month(number / 100 % 100).map(|month| (period(number / 10_000, month), 1))
        }
        _ => None,
    }
}

fn period(year: u32, month: u32) -> Period {
    Period { year: i32::try_from(year).unwrap_or_default(), month }
}

fn month(number: u32) -> Option<u32> {
    (1..=12).contains(&number).then_some(number)
}

/// `31.12.2022`.
fn day_first(tokens: &[Token], at: usize) -> Option<(Period, usize)> {
    match tokens.get(at..at + 5)? {
        [
            Token::Number(1..=31, _),
            Token::Mark('.' | '-'),
            Token::Number(number, _),
            Token::Mark('.' | '-'),
            Token::Number(year, 4),
        ] if YEARS.contains(year) => month(*number).map(|month| (period(*year, month), 5)),
        _ => None,
    }
}

fn era(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let Some(Token::Word(word)) = tokens.get(at) else { return None };
    let (_, before) = ERAS.iter().find(|(name, _)| name == word)?;
    match tokens.get(at + 1)? {
        Token::Number(number @ 1..=99, _) => Some((before + number, 2)),
        _ => None,
    }
}

/// A year with the month and day behind it, if they are there.
fn with_month(tokens: &[Token], at: usize, year: u32, mut next: usize) -> (Period, usize) {
    let is = |at: usize, wanted: Meaning| phrase_at(tokens, at, |meaning| meaning == wanted).map(|(_, length)| length);
    let marked = |at: usize| matches!(tokens.get(at), Some(Token::Mark('.' | '-') | Token::Break));
    let worded = is(next, Meaning::CalendarYear);
    next += worded.unwrap_or(0);
    let start = next + usize::from(worded.is_none() && marked(next));
    let Some(Token::Number(number @ 1..=12, 1..=2)) = tokens.get(start) else { return (period(year, 0), next - at) };
    let word = is(start + 1, Meaning::CalendarMonth);
    // A day is told off by the same mark: 2022-10-19, but not 2022_10-19.
    let same_mark = start > next && tokens.get(start + 1) == tokens.get(start - 1);
    let alone = start > next && (tokens.len() == start + 1 || same_mark && is_day(tokens, start + 2));
    if word.is_none() && !alone {
        return (period(year, 0), next - at);
    }
    let mut end = start + 1 + word.unwrap_or(0);
    if word.is_none() && marked(end) && is_day(tokens, end + 1) {
        end += 2;
    }
    (period(year, *number), end - at)
}

fn is_day(tokens: &[Token], at: usize) -> bool {
    matches!(tokens.get(at), Some(Token::Number(1..=31, 1..=2)))
}
