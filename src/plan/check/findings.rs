//! Collects issues, with the checks that many fields share.

use std::fmt::Display;

use litemap::LiteMap;

use super::Horizon;
use crate::clock::CivilTime;
use crate::plan::issue::{Entry, Issue, IssueCode, Limited};
use crate::plan::limits::{self, Bounds};
use crate::units::Share;

/// Pointers become texts where something is found: a risk checks thousands of plans in which nothing is.
#[derive(Default)]
pub(super) struct Findings {
    issues: Vec<Issue>,
}

impl Findings {
    pub fn into_issues(self) -> Vec<Issue> {
        self.issues
    }

    pub fn add(&mut self, code: IssueCode, pointer: impl ToString) {
        self.issues.push(Issue::new(code, pointer.to_string()));
    }

    /// Whether, by the issues so far, membership and cohorts are within the limits and the table has its shape.
    pub fn sizes_are_bearable(&self) -> bool {
        !self.issues.iter().any(|issue| match issue.code {
            IssueCode::LimitExceeded { what, .. } => what != Limited::Days,
            IssueCode::WrongLength { .. } => true,
            _ => false,
        })
    }

    /// Says so where there are more than `most`; whether they are within the limit.
    pub fn limit(&mut self, what: Limited, count: u64, most: u64, pointer: impl ToString) -> bool {
        if count > most {
            self.add(IssueCode::LimitExceeded { what, count, most }, pointer);
        }
        count <= most
    }

    pub fn number(&mut self, value: f64, bounds: Bounds, pointer: impl ToString) {
        if !value.is_finite() {
            self.add(IssueCode::NotFinite, pointer);
        } else if !bounds.hold(value) {
            self.add(IssueCode::NumberOutsideBounds { value, bounds }, pointer);
        }
    }

    pub fn share(&mut self, share: Share, pointer: impl ToString) {
        let value = share.get();
        if !value.is_finite() {
            self.add(IssueCode::NotFinite, pointer);
        } else if !limits::SHARE.hold(value) {
            self.add(IssueCode::ShareOutsideRange { value }, pointer);
        }
    }

    /// Indices that must exist, each once; `pointer` is that of the list.
    pub fn indices(&mut self, what: Entry, indices: &[usize], count: usize, pointer: impl Display) {
        let mut seen: LiteMap<_, ()> = LiteMap::new();
        for (place, &index) in indices.iter().enumerate() {
            if index >= count {
                self.add(IssueCode::NoSuchEntry { what, index, count }, format_args!("{pointer}/{place}"));
            } else if seen.insert(index, ()).is_some() {
                self.add(IssueCode::ListedTwice { what, index }, format_args!("{pointer}/{place}"));
            }
        }
    }

    /// A dated list: not too long, strictly in order, and acting before the horizon ends.
    pub fn dated(
        &mut self,
        times: impl ExactSizeIterator<Item = CivilTime>,
        horizon: Horizon,
        pointer: impl Display + Copy,
    ) {
        let most = limits::DATED_ENTRIES_MAX as u64;
        if !self.limit(Limited::DatedEntries, times.len() as u64, most, pointer) {
            return;
        }
        let mut last = None;
        for (place, at) in times.enumerate() {
            let pointer = format_args!("{pointer}/{place}/at");
            if let Some(previous) = last.filter(|&previous| at <= previous) {
                self.add(IssueCode::NotInOrder { at, previous }, pointer);
            }
            if at >= horizon.ends {
                self.add(IssueCode::NeverActs { at, ends: horizon.ends }, pointer);
            }
            last = Some(at);
        }
    }
}
