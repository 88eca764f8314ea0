//! Which of the windows of a plan may be used.

use crate::clock::{CivilDate, CivilTime, SECONDS_PER_MINUTE};
use crate::plan::Plan;

/// Rules on windows; a window that breaks one holds nobody. Windows in which a cohort stays are used whatever they say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Openings {
    /// A window opens and closes between these on one day, after midnight [min]; `None` = at any hour.
    pub hours: Option<(u32, u32)>,
    /// Days of which a window takes no part.
    pub quiet_days: Vec<CivilDate>,
    /// Windows that open on one day, the first of it; `None` = any number.
    pub per_day: Option<usize>,
    /// From the closing of a window to the next opening, at least [min]; of two nearer ones the later is left out.
    /// `None` = windows may overlap.
    pub gap_minutes: Option<u32>,
}

impl Openings {
    /// Of `windows`, which stand in the plan by opening, those that may be used; `stays` tells of a window whether a
    /// cohort stays in it.
    pub fn usable(&self, plan: &Plan, windows: &[usize], stays: &dyn Fn(usize) -> bool) -> Vec<usize> {
        let span = |at: usize| (plan.windows[at].opens, plan.windows[at].closes);
        let held: Vec<usize> = windows.iter().copied().filter(|at| stays(*at)).collect();
        let mut used = held.clone();
        for &at in windows.iter().filter(|at| !stays(**at)) {
            let (opens, closes) = span(at);
            let of_day = || used.iter().filter(|other| span(**other).0.date() == opens.date()).count();
            let is_apart = || used.iter().all(|other| self.is_apart((opens, closes), span(*other)));
            if self.is_within(opens, closes) && self.per_day.is_none_or(|most| of_day() < most) && is_apart() {
                used.push(at);
            }
        }
        windows.iter().copied().filter(|at| used.contains(at)).collect()
    }

    /// Whether a window keeps to the hours and leaves the quiet days alone.
    fn is_within(&self, opens: CivilTime, closes: CivilTime) -> bool {
        let day = opens.date().midnight();
        let minutes = |time: CivilTime| time.seconds_since(day).div_euclid(SECONDS_PER_MINUTE);
        let in_hours =
            self.hours.is_none_or(|(from, to)| minutes(opens) >= i64::from(from) && minutes(closes) <= i64::from(to));
        let is_quiet = |day: &CivilDate| opens < day.plus_days(1).midnight() && day.midnight() < closes;
        in_hours && !self.quiet_days.iter().any(is_quiet)
    }

    fn is_apart(&self, one: (CivilTime, CivilTime), other: (CivilTime, CivilTime)) -> bool {
        let Some(minutes) = self.gap_minutes else { return true };
        let gap = i64::from(minutes) * SECONDS_PER_MINUTE;
        other.0.seconds_since(one.1) >= gap || one.0.seconds_since(other.1) >= gap
    }
}
