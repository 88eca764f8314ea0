//! What is said about the issues of a plan: what is wrong, and what to do.

pub mod english;
pub mod korean;

pub use english::ENGLISH;
pub use korean::KOREAN;

use crate::plan::issue::{Entry, Limited};

/// What is wrong (with the figures it takes), and what to do.
pub type Said<Message> = (Message, &'static str);

type Figures1 = fn(&str) -> String;
type Figures2 = fn(&str, &str) -> String;
type Figures3 = fn(&str, &str, &str) -> String;

/// Sentences about issues; all figures come formatted with their unit.
#[derive(Debug)]
pub struct Issues {
    pub not_finite: Said<&'static str>,
    /// The share.
    pub share_outside_range: Said<Figures1>,
    /// The number, the least, the greatest.
    pub number_outside_bounds: Said<Figures3>,
    /// As above, where 0 is allowed as well.
    pub number_outside_bounds_or_zero: Said<Figures3>,
    /// What, how many there are, how many there may be.
    pub limit_exceeded: fn(Limited, &str, &str) -> String,
    pub limit_remedy: &'static str,
    /// The time, the first and the last moment.
    pub time_outside_horizon: Said<Figures3>,
    /// The time, and that of the entry before.
    pub not_in_order: Said<Figures2>,
    /// What, its number, how many there are.
    pub no_such_entry: Said<fn(Entry, usize, usize) -> String>,
    /// What, as it is called.
    pub listed_twice: Said<Figures1>,
    pub not_a_digit: Said<Figures1>,
    /// From, to.
    pub age_band_reversed: Said<Figures2>,
    /// What the list has one number of, how many it has, how many it should have.
    pub wrong_length: Said<fn(Entry, usize, usize) -> String>,
    pub no_members: Said<&'static str>,
    /// The cohort, the earlier cohort, the people.
    pub cohorts_overlap: Said<Figures3>,
    /// Opening, closing.
    pub closes_before_opening: Said<Figures2>,
    /// First and last moment.
    pub window_outside_horizon: Said<Figures2>,
    /// The cohort, the earlier window.
    pub cohort_in_two_windows: Said<Figures2>,
    pub no_ordinary_window: Said<&'static str>,
    /// The opening share, the lowest show-up.
    pub opening_share_above_show_up: Said<Figures2>,
    /// The sum.
    pub tail_weights: Said<Figures1>,
    pub hour_weights_zero: Said<&'static str>,
    pub no_stages: Said<&'static str>,
    pub never_open: Said<&'static str>,
    /// Low, high.
    pub range_reversed: Said<Figures2>,
    /// The pointer.
    pub range_points_nowhere: Said<Figures1>,
    /// People.
    pub people_in_no_cohort: Said<Figures1>,
    pub cohort_without_people: Said<&'static str>,
    /// The cohort, the people.
    pub cohort_not_invited: Said<Figures2>,
    /// The earlier band.
    pub age_bands_overlap: Said<Figures1>,
    pub window_without_cohorts: Said<&'static str>,
    /// The time, the horizon's end.
    pub never_acts: Said<Figures2>,
    /// The value, low, high.
    pub range_misses_value: Said<Figures3>,
    /// The pointer.
    pub note_points_nowhere: Said<Figures1>,
    /// The time.
    pub offset_change: Said<Figures1>,
    /// The zone.
    pub unknown_time_zone: Said<Figures1>,
    /// People.
    pub still_waiting: Said<Figures1>,
    /// A name as a sentence quotes it.
    pub quoted: Figures1,
    /// A last digit.
    pub digit: fn(usize) -> String,
}
