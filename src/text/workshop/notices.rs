//! Words of the subject `notices`.

mod english;
mod korean;

use crate::clock::CivilTime;
use crate::staging::cohorts::BirthYears;
use crate::staging::link_template::LinkFault;
use crate::staging::lint::BirthPart;
use crate::staging::windows::outside::{After, Before};
use crate::text::Language;

/// Everything that is said while notices are written.
#[derive(Debug)]
pub struct NoticesWords {
    pub title: &'static str,
    pub remarks_heading: &'static str,
    pub nothing: &'static str,
    pub remarks: RemarkWords,

    pub writing: &'static str,
    pub languages: &'static str,
    /// Korean, English, both.
    pub language_names: [&'static str; 3],
    pub sender: &'static str,
    pub sender_help: &'static str,
    pub link: &'static str,
    pub link_help: &'static str,
    pub link_fault: fn(&LinkFault) -> String,
    pub no_link: &'static str,
    pub one_link: &'static str,
    pub link_first: &'static str,
    pub no_cohorts: &'static str,

    pub cohort: &'static str,
    pub preview: &'static str,
    pub all: &'static str,
    pub all_text: &'static str,
    pub all_file: &'static str,
    pub list: &'static str,
    pub list_text: &'static str,
    pub list_file: &'static str,
    /// Number, name, who, members, opens, closes, catch-up, link.
    pub columns: [&'static str; 8],
    /// Korean, English.
    pub notice_columns: [&'static str; 2],
    /// Number and name.
    pub numbered: fn(usize, &str) -> String,
}

/// What is said of each remark: what it is with its figures, and what can be done.
#[derive(Debug)]
pub struct RemarkWords {
    /// Names that are not said one by one.
    pub and_more: fn(usize) -> String,
    pub and: fn(&str, u64) -> String,
    /// Cohorts by year and by day.
    pub year_and_day: fn(usize, usize) -> String,
    pub unclear: fn(usize, &str) -> String,
    /// Digits of a part of a birth date.
    pub digits: fn(Option<BirthPart>, &[u8]) -> String,
    /// Name, what it says, what the rule selects, further cohorts.
    pub contradicts: fn(&str, &str, &str, usize) -> String,
    pub same_name: fn(&str, usize) -> String,
    pub more_names: fn(usize) -> String,
    /// People, regions, age bands.
    pub in_no_cohort: fn(u64, &str, &str) -> String,
    /// People, the pair, people of the pair.
    pub in_two_cohorts: fn(u64, &str, &str, u64) -> String,
    pub in_no_window: fn(usize, &str, u64) -> String,
    pub empty_cohort: fn(usize, &str) -> String,
    /// Name, digits, further cohorts.
    pub digits_without_people: fn(&str, &str, usize) -> String,
    /// Windows, regions, people.
    pub night: fn(usize, &str, u64) -> String,
    /// Cohorts, names, people, others.
    pub working_hours: fn(usize, &str, u64, usize) -> String,
    /// When and starters of the largest and of the smallest, ratio.
    pub unequal: fn(&str, f64, &str, f64, f64) -> String,
    /// When, age, people, starters.
    pub elderly: fn(&str, u32, u64, f64) -> String,
}

/// A notice, piece by piece.
#[derive(Debug)]
pub struct NoticeWords {
    /// Who sends it; may be empty.
    pub heading: fn(&str) -> String,
    pub who: fn(&Who) -> String,
    pub nobody: &'static str,
    pub whom: fn(&str) -> String,
    pub span: fn(CivilTime, CivilTime) -> String,
    pub window: fn(&str) -> String,
    pub no_window: &'static str,
    /// What meets who comes early, and at which stage.
    pub before: fn(Before, &str) -> String,
    /// What meets who comes late, and when catch-up windows are, if any.
    pub missed: fn(After, Option<&str>) -> String,
    pub link: fn(&str) -> String,
}

/// The people of a cohort; what is `None` does not matter.
#[derive(Debug)]
pub struct Who<'a> {
    pub regions: Option<Vec<&'a str>>,
    pub born: Option<Vec<BirthYears>>,
    pub year_digits: Option<&'a [u8]>,
    pub day_digits: Option<&'a [u8]>,
}

/// The words of the panel in a language.
pub fn words(language: Language) -> &'static NoticesWords {
    match language {
        Language::Korean => &korean::WORDS,
        Language::English => &english::WORDS,
    }
}

/// The words of the notices themselves in a language.
pub fn notice_words(language: Language) -> &'static NoticeWords {
    match language {
        Language::Korean => &korean::NOTICE,
        Language::English => &english::NOTICE,
    }
}

/// What digits have in common.
enum Common {
    Odd,
    Even,
    Nothing,
}

fn common(digits: &[u8]) -> Common {
    let is = |all: [u8; 5]| digits.len() == all.len() && all.iter().all(|digit| digits.contains(digit));
    match digits {
        _ if is([1, 3, 5, 7, 9]) => Common::Odd,
        _ if is([0, 2, 4, 6, 8]) => Common::Even,
        _ => Common::Nothing,
    }
}

/// Entries in a row, with a word before the last.
fn listed(entries: &[String], last_joint: &str) -> String {
    match entries {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{}{last_joint}{last}", others.join(", ")),
    }
}
