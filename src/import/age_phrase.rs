//! Ages in a label: `0~4`, `5 to 9 years`, `65 and over`, `unter 3 Jahre`, `20s`, a single year, years of birth.

use super::band::{Ages, Band};
use super::token::{Token, phrase_at};
use super::words::Meaning;

/// The oldest age that is one [years].
const OLDEST: u32 = 130;

/// The ages that a label says beginning at token `at`, and how many tokens say it. `of_ages` = the label speaks of
/// ages, so that a bare number is one.
pub fn ages_at(tokens: &[Token], at: usize, of_ages: bool) -> Option<(Ages, usize)> {
    born(tokens, at).or_else(|| before_number(tokens, at)).or_else(|| from_number(tokens, at, of_ages))
}

/// The number of years at `at`.
fn age(tokens: &[Token], at: usize) -> Option<u32> {
    match tokens.get(at)? {
        Token::Number(number, digits) if *number <= OLDEST && *digits <= 3 => Some(*number),
        _ => None,
    }
}

/// The place behind words for years of age at `at`, if there are any.
fn behind_years(tokens: &[Token], at: usize) -> usize {
    phrase_at(tokens, at, |meaning| meaning == Meaning::Years).map_or(at, |(_, length)| at + length)
}

fn is(tokens: &[Token], at: usize, wanted: Meaning) -> Option<usize> {
    if let Some(Token::Mark(mark)) = tokens.get(at) {
        let fits = match wanted {
            Meaning::Range => matches!(mark, '~' | '-'),
            Meaning::OrMore => *mark == '+',
            Meaning::Under => *mark == '<',
            Meaning::UpTo => *mark == '≤',
            Meaning::From => matches!(mark, '≥' | '>'),
            _ => false,
        };
        return fits.then_some(1);
    }
    phrase_at(tokens, at, |meaning| meaning == wanted).map(|(_, length)| length)
}

fn band(from: u32, to: u32) -> Option<Ages> {
    (from <= to).then_some(Ages::Band(Band::new(from, to)))
}

fn born(tokens: &[Token], at: usize) -> Option<(Ages, usize)> {
    let year = |at: usize| match tokens.get(at)? {
        Token::Number(year @ 1880..=2100, 4) => i32::try_from(*year).ok(),
        _ => None,
    };
    let behind_year = |at: usize| at + is(tokens, at, Meaning::CalendarYear).unwrap_or(0);
    let word = is(tokens, at, Meaning::Born).unwrap_or(0);
    let first = year(at + word)?;
    let mut next = behind_year(at + word + 1);
    let mut last = first;
    if let Some(length) = is(tokens, next, Meaning::Range)
        && let Some(later) = year(next + length)
    {
        (last, next) = (later, behind_year(next + length + 1));
    }
    let end = next + is(tokens, next, Meaning::Born).unwrap_or(0);
    (word > 0 || end > next).then_some((Ages::Born(first.min(last), first.max(last)), end - at))
}

/// `under 5`, `up to 5`, `from 65`, `>= 65`.
fn before_number(tokens: &[Token], at: usize) -> Option<(Ages, usize)> {
    let equals = |next: usize| usize::from(tokens.get(next) == Some(&Token::Mark('=')));
    for kind in [Meaning::Under, Meaning::UpTo, Meaning::From] {
        let Some(length) = is(tokens, at, kind) else { continue };
        let next = at + length + equals(at + length);
        let Some(number) = age(tokens, next) else { continue };
        let end = behind_years(tokens, next + 1);
        // "over 65 to 70" is no open band.
        if is(tokens, end, Meaning::Range).is_some_and(|length| age(tokens, end + length).is_some()) {
            continue;
        }
        let inclusive = kind == Meaning::UpTo || next > at + length;
        let ages = match kind {
            Meaning::From if tokens[at] == Token::Mark('>') && !inclusive => Ages::Band(Band::open(number + 1)),
            Meaning::From => Ages::Band(Band::open(number)),
            _ if inclusive => band(0, number)?,
            _ => band(0, number.checked_sub(1)?)?,
        };
        let end = end + is(tokens, end, Meaning::OrMore).filter(|_| kind == Meaning::From).unwrap_or(0);
        return Some((ages, end - at));
    }
    None
}

fn from_number(tokens: &[Token], at: usize, of_ages: bool) -> Option<(Ages, usize)> {
    // `AGE0509`: two ages of two digits each.
    let hangs =
        at > 0 && matches!(tokens[at - 1], Token::Word(_)) && is(tokens, at + 1, Meaning::CalendarYear).is_none();
    if let (Some(Token::Number(both, 4)), true) = (tokens.get(at), of_ages && hangs) {
        return Some((band(both / 100, both % 100).filter(|_| both / 100 < both % 100)?, 1));
    }
    let from = age(tokens, at)?;
    let next = behind_years(tokens, at + 1);
    if let Some(found) = range(tokens, at, from, next) {
        return Some(found);
    }
    // In "65 y más" the "y" is no year.
    let next = if is(tokens, at + 1, Meaning::OrMore).is_some() { at + 1 } else { next };
    // `age_50_plus`
    let behind_break = next + usize::from(of_ages && tokens.get(next) == Some(&Token::Break));
    if let Some(length) = is(tokens, next, Meaning::OrMore)
        .or_else(|| is(tokens, behind_break, Meaning::OrMore).map(|length| length + behind_break - next))
    {
        let end = behind_years(tokens, next + length);
        return Some(match half_open(tokens, end) {
            Some((to, end)) => (band(from, to)?, end - at),
            None => (Ages::Band(Band::open(from)), end - at),
        });
    }
    if let Some(length) = is(tokens, next, Meaning::OrLess) {
        return Some((band(0, from.checked_sub(1)?)?, next + length - at));
    }
    if let Some(length) = is(tokens, next, Meaning::OrLessInclusive) {
        return Some((band(0, from)?, next + length - at));
    }
    if let Some(length) = is(tokens, next, Meaning::Decade)
        && from % 10 == 0
    {
        let end = next + length;
        return Some(match is(tokens, end, Meaning::OrMore) {
            Some(length) => (Ages::Band(Band::open(from)), end + length - at),
            None => (band(from, from + 9)?, end - at),
        });
    }
    // `age_0_4`: the separator of names between two ages.
    if tokens.get(next) == Some(&Token::Break)
        && let Some(to) = age(tokens, next + 1)
        && from < to
        && next == at + 1
        && (of_ages || tokens.get(next + 2).is_none() || behind_years(tokens, next + 2) > next + 2)
    {
        return Some((band(from, to)?, next + 2 - at));
    }
    (next > at + 1 || of_ages).then_some((band(from, from)?, next - at))
}

/// `0 to 4`, `3 bis unter 6`, `20-29`, and `85~` at the end.
fn range(tokens: &[Token], at: usize, from: u32, next: usize) -> Option<(Ages, usize)> {
    // "20 and under 25"
    let and = matches!(tokens.get(next), Some(Token::Word(_))) && is(tokens, next + 1, Meaning::Under).is_some();
    let length = is(tokens, next, Meaning::Range).or(and.then_some(1))?;
    let second = next + length;
    if second == tokens.len() && matches!(tokens[next], Token::Mark(_)) {
        return Some((Ages::Band(Band::open(from)), second - at));
    }
    let under = is(tokens, second, Meaning::Under).unwrap_or(0);
    let to = age(tokens, second + under)?;
    let mut end = behind_years(tokens, second + under + 1);
    let less = is(tokens, end, Meaning::OrLess);
    end += less.unwrap_or(0);
    let decade = is(tokens, end, Meaning::Decade).filter(|_| to % 10 == 0);
    end += decade.unwrap_or(0);
    let last = match (under > 0 || less.is_some(), decade) {
        (true, _) => to.checked_sub(1)?,
        (false, Some(_)) => to + 9,
        (false, None) => to,
    };
    Some((band(from, last)?, end - at))
}

/// The second half of `20 or more, less than 30`.
fn half_open(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let at = at + usize::from(matches!(tokens.get(at), Some(Token::Break | Token::Mark('~' | '-'))));
    let number = age(tokens, at)?;
    let next = behind_years(tokens, at + 1);
    if let Some(length) = is(tokens, next, Meaning::OrLess) {
        return Some((number.checked_sub(1)?, next + length));
    }
    is(tokens, next, Meaning::OrLessInclusive).map(|length| (number, next + length))
}
