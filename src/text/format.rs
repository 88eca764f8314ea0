//! Numbers, shares, durations, flows and dates as the two languages write them.

use super::Language;
use crate::clock::{CivilDate, CivilTime};

const KOREAN_WEEKDAYS: [&str; 7] = ["월", "화", "수", "목", "금", "토", "일"];
const ENGLISH_WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const ENGLISH_MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A whole number with a comma at every third digit.
pub fn integer(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0.0 && digits != "0" {
        grouped.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 && digit.is_ascii_digit() {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// At most `digits` decimals, trailing zeros dropped.
pub fn decimal(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    let Some((whole, fraction)) = text.split_once('.') else { return integer(value) };
    let fraction = fraction.trim_end_matches('0');
    let whole = match whole.strip_prefix('-') {
        Some(rest) => format!("-{}", group(rest)),
        None => group(whole),
    };
    if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") }
}

/// A number as a field shows it: as few decimals as say it, four at most, without commas.
pub fn plain(value: f64) -> String {
    let text = format!("{value:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn group(digits: &str) -> String {
    digits.parse::<f64>().map_or_else(|_| digits.to_owned(), integer)
}

/// People as a sentence says them: from ten thousand on to the nearest hundred.
pub fn rounded_people(people: f64) -> String {
    integer(rounded(people))
}

/// From ten thousand on the nearest hundred, below that the value itself.
pub fn rounded(people: f64) -> f64 {
    if people >= 10_000.0 { (people / 100.0).round() * 100.0 } else { people }
}

/// A load or a share [1] in whole per cent; below one per cent with a decimal.
pub fn percent(share: f64) -> String {
    format!("{}%", percent_number(share))
}

/// As [`percent`] without the sign.
pub fn percent_number(share: f64) -> String {
    let hundredfold = share * 100.0;
    if hundredfold > 0.0 && hundredfold < 0.95 { decimal(hundredfold, 1) } else { integer(hundredfold) }
}

/// A length of time [s] in the one or two units that say it best.
pub fn duration(language: Language, seconds: f64) -> String {
    let words: [&str; 4] = match language {
        Language::Korean => ["초", "분", "시간", "일"],
        Language::English => [" s", " min", " h", " days"],
    };
    let [second, minute, hour, day] = words;
    if seconds < 59.5 {
        return format!("{}{second}", integer(seconds));
    }
    let minutes = (seconds / 60.0).round();
    if minutes < 100.0 {
        return format!("{}{minute}", integer(minutes));
    }
    if minutes < 48.0 * 60.0 {
        let hours = (minutes / 60.0).floor();
        let rest = minutes - hours * 60.0;
        let whole = format!("{}{hour}", integer(hours));
        return if rest == 0.0 { whole } else { format!("{whole} {}{minute}", integer(rest)) };
    }
    format!("{}{day}", decimal(seconds / 86_400.0, 1))
}

/// A flow [people per second].
pub fn rate(language: Language, per_second: f64) -> String {
    match language {
        Language::Korean => format!("{}건/초", flow_number(per_second)),
        Language::English => format!("{}/s", flow_number(per_second)),
    }
}

/// A flow without its unit: one decimal above 1, more below.
pub fn flow_number(per_second: f64) -> String {
    decimal(per_second, if per_second.abs() < 1.0 { 3 } else { 1 })
}

/// `14:00`.
pub fn time_of_day(time: CivilTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A full hour as an axis names it: `14시`, `14:00`.
pub fn hour(language: Language, hour: u8) -> String {
    match language {
        Language::Korean => format!("{hour}시"),
        Language::English => format!("{hour}:00"),
    }
}

/// A day within a sentence: `4월 2일(토)`, `Sat 2 Apr`.
pub fn date(language: Language, date: CivilDate) -> String {
    match language {
        Language::Korean => format!("{}월 {}일({})", date.month(), date.day(), weekday(language, date)),
        Language::English => day_label(language, date),
    }
}

/// A day as a heading: `4월 2일 토`, `Sat 2 Apr`.
pub fn day_label(language: Language, date: CivilDate) -> String {
    match language {
        Language::Korean => format!("{}월 {}일 {}", date.month(), date.day(), weekday(language, date)),
        Language::English => {
            format!("{} {} {}", weekday(language, date), date.day(), ENGLISH_MONTHS[usize::from(date.month()) - 1])
        }
    }
}

/// A day where space is short: `4/2 토`, `Sat 2`.
pub fn day_short(language: Language, date: CivilDate) -> String {
    match language {
        Language::Korean => format!("{}/{} {}", date.month(), date.day(), weekday(language, date)),
        Language::English => format!("{} {}", weekday(language, date), date.day()),
    }
}

/// A moment within a sentence: `4월 2일(토) 20:00`, `Sat 2 Apr, 20:00`.
pub fn moment(language: Language, time: CivilTime) -> String {
    match language {
        Language::Korean => format!("{} {}", date(language, time.date()), time_of_day(time)),
        Language::English => format!("{}, {}", date(language, time.date()), time_of_day(time)),
    }
}

/// From opening to closing; the second day only where it differs.
pub fn interval(language: Language, opens: CivilTime, closes: CivilTime) -> String {
    let start = format!("{} {}", day_short(language, opens.date()), time_of_day(opens));
    if opens.date() == closes.date() {
        format!("{start}–{}", time_of_day(closes))
    } else {
        format!("{start} – {} {}", day_short(language, closes.date()), time_of_day(closes))
    }
}

pub fn weekday(language: Language, date: CivilDate) -> &'static str {
    match language {
        Language::Korean => KOREAN_WEEKDAYS[date.weekday()],
        Language::English => ENGLISH_WEEKDAYS[date.weekday()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Korean};

    #[test]
    fn numbers_are_grouped() {
        for (value, expected) in
            [(0.0, "0"), (999.0, "999"), (1_000.0, "1,000"), (900_000.4, "900,000"), (-1_234.0, "-1,234"), (-0.2, "0")]
        {
            assert_eq!(integer(value), expected);
        }
        for (value, digits, expected) in
            [(13.333, 1, "13.3"), (13.0, 1, "13"), (1_300.25, 2, "1,300.25"), (0.05, 1, "0.1"), (-0.5, 1, "-0.5")]
        {
            assert_eq!(decimal(value, digits), expected);
        }
    }

    #[test]
    fn sentences_round_crowds_but_not_groups() {
        assert_eq!(rounded_people(72_468.0), "72,500");
        assert_eq!(rounded_people(5_217.0), "5,217");
    }

    #[test]
    fn shares_are_whole_per_cent_unless_tiny() {
        for (share, expected) in [(0.71, "71%"), (13.0, "1,300%"), (0.004, "0.4%"), (0.0, "0%"), (0.0096, "1%")] {
            assert_eq!(percent(share), expected);
        }
    }

    #[test]
    fn durations_take_the_unit_that_fits() {
        for (seconds, korean, english) in [
            (0.0, "0초", "0 s"),
            (59.4, "59초", "59 s"),
            (59.6, "1분", "1 min"),
            (3_312.0, "55분", "55 min"),
            (7_200.0, "2시간", "2 h"),
            (12_000.0, "3시간 20분", "3 h 20 min"),
            (336_960.0, "3.9일", "3.9 days"),
        ] {
            assert_eq!(duration(Korean, seconds), korean);
            assert_eq!(duration(English, seconds), english);
        }
    }

    #[test]
    fn dates_follow_the_habit_of_the_language() {
        let time = CivilTime::parse("2022-04-02T20:00").unwrap();
        assert_eq!(moment(Korean, time), "4월 2일(토) 20:00");
        assert_eq!(moment(English, time), "Sat 2 Apr, 20:00");
        assert_eq!(day_short(Korean, time.date()), "4/2 토");
        assert_eq!(interval(Korean, time, time.plus_seconds(7_200)), "4/2 토 20:00–22:00");
        assert_eq!(interval(English, time, time.plus_seconds(18_000)), "Sat 2 20:00 – Sun 3 01:00");
    }

    #[test]
    fn flows_keep_a_decimal() {
        assert_eq!(rate(Korean, 13.333), "13.3건/초");
        assert_eq!(rate(English, 0.25), "0.25/s");
    }
}
