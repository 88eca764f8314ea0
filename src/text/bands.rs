//! Words of bands and chances, wherever a figure carries them.

use super::format;
use crate::risk::Chance;

/// How sure a figure is.
#[derive(Debug)]
pub struct Bands {
    /// Said of a figure before its band is known.
    pub at_likely: &'static str,
    /// The ends within which nine of ten draws lie, as they are read.
    pub between: fn(&str) -> String,
    /// Heads a column of such ends.
    pub column: &'static str,
    /// Beside the mark of a band in a picture.
    pub legend: &'static str,
    /// What the band of a curve is of; length of a stretch [min].
    pub of_stretch: fn(usize) -> String,
    /// What the mark on the bars of hours is of.
    pub of_slot: &'static str,
    /// A number of a hundred cases, as a statement of a slot.
    pub breaks_in: fn(&str) -> String,
    /// Heads a column of chances.
    pub chance_column: &'static str,
    /// An end that is not within the horizon.
    pub never: &'static str,
    /// From one end to the other.
    pub to: fn(&str, &str) -> String,
}

pub const KOREAN: Bands = Bands {
    at_likely: "보통값",
    between: |ends| format!("10번 중 9번 {ends}"),
    column: "10번 중 9번",
    legend: "10번 중 9번 드는 범위(굵은 곳은 5번)",
    of_stretch: |minutes| match minutes {
        1 => "띠: 10번 중 9번(안쪽은 5번) 드는 범위".to_owned(),
        _ => format!("띠: {minutes}분마다 가장 높은 1분이 10번 중 9번(안쪽은 5번) 드는 범위"),
    },
    of_slot: "세로줄은 회차 전체의 최고 부하가 10번 중 9번 드는 범위",
    breaks_in: |number| format!("100번 중 {number}번 무너짐"),
    chance_column: "무너질 가능성",
    never: "기간 뒤",
    to: |low, high| format!("{low}–{high}"),
};

pub const ENGLISH: Bands = Bands {
    at_likely: "at the likely values",
    between: |ends| format!("9 in 10: {ends}"),
    column: "9 in 10 cases",
    legend: "9 in 10 cases (thick: 5 in 10)",
    of_stretch: |minutes| match minutes {
        1 => "Band: 9 in 10 cases (inner: 5)".to_owned(),
        _ => format!("Band: highest of each {minutes} minutes in 9 of 10 cases (inner: 5)"),
    },
    of_slot: "The upright line holds the peak of the whole slot in 9 of 10 cases",
    breaks_in: |number| format!("breaks in {number} of 100 cases"),
    chance_column: "Chance to break",
    never: "unfinished",
    to: |low, high| {
        if low.contains(' ') || high.contains(' ') { format!("{low} – {high}") } else { format!("{low}–{high}") }
    },
};

impl Bands {
    /// Two ends as one text: the same twice once, the unit of the first left out where the second has it too.
    pub fn ends(&self, low: &str, high: &str) -> String {
        let (number, unit) = parted(low);
        match low == high {
            true => low.to_owned(),
            false if !number.is_empty() && parted(high).1 == unit => format!("{number}–{high}"),
            false => (self.to)(low, high),
        }
    }
}

/// A number and the unit behind it; no number where the text is more than that.
fn parted(text: &str) -> (&str, &str) {
    let number = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let is_number = number.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','));
    if is_number { text.split_at(number.len()) } else { ("", text) }
}

/// A chance as a number of a hundred cases; what is neither never nor always is not rounded to it.
pub fn of_hundred(chance: Chance) -> String {
    let hundredfold = chance.share() * 100.0;
    match chance.happened {
        0 => "0".to_owned(),
        happened if happened == chance.of => "100".to_owned(),
        _ if hundredfold < 0.5 => "<1".to_owned(),
        _ if hundredfold >= 99.5 => ">99".to_owned(),
        _ => format::integer(hundredfold),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_said_once_where_they_are_the_same() {
        for (low, high, korean, english) in [
            ("56%", "101%", "56–101%", "56–101%"),
            ("없음", "12분", "없음–12분", "없음–12분"),
            ("none", "3 h 20 min", "none–3 h 20 min", "none – 3 h 20 min"),
            ("0", "0", "0", "0"),
            ("0", "2,410", "0–2,410", "0–2,410"),
            ("2분", "10분", "2–10분", "2–10분"),
            ("0.7 h", "8 h", "0.7–8 h", "0.7–8 h"),
            ("1 h 20 min", "3 h 20 min", "1 h 20 min–3 h 20 min", "1 h 20 min – 3 h 20 min"),
        ] {
            assert_eq!((KOREAN.ends(low, high), ENGLISH.ends(low, high)), (korean.to_owned(), english.to_owned()));
        }
    }

    #[test]
    fn a_chance_is_never_rounded_to_never_or_always() {
        for (happened, of, said) in
            [(0, 400, "0"), (1, 400, "<1"), (68, 400, "17"), (399, 400, ">99"), (400, 400, "100")]
        {
            assert_eq!(of_hundred(Chance { happened, of }), said);
        }
    }
}
