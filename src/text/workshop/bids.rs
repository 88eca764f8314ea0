//! Words of the subject `bids`.

mod english;
mod korean;

use crate::bids::Rule;
use crate::text::Language;
use crate::text::risk::SaidReach;

/// Words behind a number that multiply it; a price is given in full.
pub const FOLDS: [char; 4] = ['억', '만', '천', '백'];

/// What is said of the bids of vendors.
#[derive(Debug)]
pub struct BidsWords {
    pub title: &'static str,
    pub begin: &'static str,
    /// Where bids are kept, and where they never go.
    pub kept: &'static str,
    pub none: &'static str,
    pub add: &'static str,
    pub compute: &'static str,
    /// What the chances are made of: draws of each bid.
    pub computed: fn(usize) -> String,
    pub not_computed: fn(usize) -> String,
    pub no_ranges: &'static str,
    /// What stands in the plan cannot be read as bids.
    pub unreadable: fn(&str) -> String,
    /// Bids in the plan, and how many there may be.
    pub too_many_read: fn(usize, usize) -> String,
    pub discard: &'static str,
    pub too_many: fn(usize) -> String,
    /// The bid of an entry that cannot be used.
    pub as_before: fn(&str) -> String,
    /// A bid for a stage that the plan does not have.
    pub stray: fn(&str, &str) -> String,
    pub results: &'static str,
    pub rule: fn(&[Rule]) -> String,
    pub currencies: &'static str,
    pub columns: Columns,
    pub plan_as_it_is: &'static str,
    pub unknown: &'static str,
    pub reach: fn(&SaidReach) -> String,
    pub first: fn(&FirstFacts) -> String,
    pub behind: fn(&BehindFacts) -> String,
    pub alike: fn(&str, &str) -> String,
    pub breaks: fn(&BreakFacts) -> String,
    /// Vendor, place, opening of the slot (`None` = between windows), its chance of breaking.
    pub weakest: fn(&str, &str, Option<&str>, &str) -> String,
    pub no_forecast: fn(&str, &str) -> String,
    pub data: &'static str,
    pub data_file: &'static str,
    pub entry: &'static str,
    pub chosen: &'static str,
    pub vendor: &'static str,
    /// The name of a new bid, by its number.
    pub new_vendor: fn(usize) -> String,
    /// The name of a copy.
    pub copy_of: fn(&str, usize) -> String,
    pub price: &'static str,
    pub price_help: &'static str,
    /// A field of a stage: name of the stage, what the field asks for.
    pub of_stage: fn(&str, &str) -> String,
    pub rate: &'static str,
    pub sessions: &'static str,
    pub service: &'static str,
    pub basis_of_rate: &'static str,
    pub basis_of_sessions: &'static str,
    pub promised: &'static str,
    /// The share of what was tested that counts.
    pub tested: fn(&str) -> String,
    /// What the plan has where nothing is offered.
    pub as_plan: fn(&str) -> String,
    pub counted: fn(&CountedFacts) -> String,
    /// Sessions, service time, the rate that follows.
    pub by_sessions: fn(&str, &str, &str) -> String,
    /// Where rate and sessions both limit: the smaller.
    pub carries: fn(&str) -> String,
    pub replaces: &'static str,
    pub duplicate: fn(&str) -> String,
    pub remove: fn(&str) -> String,
    pub faults: Faults,
    pub paste_summary: &'static str,
    pub paste: &'static str,
    pub paste_help: &'static str,
    /// A line of what was pasted, and what is wrong with it.
    pub line: fn(usize, &str) -> String,
    /// Names of the step for undo.
    pub step: &'static str,
}

/// Headings of the table.
#[derive(Debug)]
pub struct Columns {
    pub vendor: &'static str,
    pub place: &'static str,
    pub verdict: &'static str,
    pub chance: &'static str,
    pub peak: &'static str,
    pub wait: &'static str,
    pub lost: &'static str,
    pub done: &'static str,
    pub reach: &'static str,
    pub price: &'static str,
}

/// Why an entry cannot be used, and what would do.
#[derive(Debug)]
pub struct Faults {
    pub not_a_rate: &'static str,
    pub not_sessions: &'static str,
    pub not_a_time: &'static str,
    pub not_a_price: &'static str,
    /// The least and the greatest value.
    pub out_of_bounds: fn(&str, &str) -> String,
    pub no_name: &'static str,
    pub name_taken: &'static str,
    pub too_few_cells: &'static str,
    /// The name that was given, and those of the plan.
    pub no_such_stage: fn(&str, &str) -> String,
    pub not_a_figure: &'static str,
    pub not_a_share: &'static str,
}

/// The bid that comes first.
#[derive(Clone, Copy, Debug)]
pub struct FirstFacts<'a> {
    pub vendor: &'a str,
    /// The chance that no slot breaks.
    pub chance: Option<&'a str>,
    pub verdict: &'a str,
    pub price: Option<&'a str>,
}

/// A bid that comes after another, and the figures that decide between them.
#[derive(Clone, Copy, Debug)]
pub struct BehindFacts<'a> {
    pub vendor: &'a str,
    pub before: &'a str,
    pub rule: Rule,
    /// `None` = no price.
    pub own: Option<&'a str>,
    pub theirs: &'a str,
}

/// Where a bid breaks.
#[derive(Clone, Copy, Debug)]
pub struct BreakFacts<'a> {
    pub vendor: &'a str,
    /// Name of the stage, or of the waiting room.
    pub place: &'a str,
    /// When the slot opens; `None` = between windows.
    pub opens: Option<&'a str>,
    /// Load, and the share of it that the capacity does not carry; `None` = no load above the capacity.
    pub overload: Option<(&'a str, &'a str)>,
    pub wait: &'a str,
    /// Further slots that break.
    pub others: usize,
}

/// What counts of a figure.
#[derive(Clone, Copy, Debug)]
pub struct CountedFacts<'a> {
    pub given: &'a str,
    /// Share of what was tested; `None` = promised.
    pub share: Option<&'a str>,
    pub counted: &'a str,
    /// The same in other units.
    pub others: Option<&'a str>,
}

/// The words in a language.
pub fn words(language: Language) -> &'static BidsWords {
    match language {
        Language::Korean => &korean::WORDS,
        Language::English => &english::WORDS,
    }
}
