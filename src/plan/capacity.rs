//! What the changes of a stage have made of its limits.

use super::{CapacityChange, Limit, Stage};
use crate::clock::CivilTime;

/// The limits of a stage at a time, and by which factor on the first ones where they are still one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CapacityAt {
    /// Admissions [people per second]; `None` = no limit.
    pub rate: Option<f64>,
    /// People in service at once [people]; `None` = no limit.
    pub sessions: Option<f64>,
    pub turn_away: bool,
    rate_times: Option<f64>,
    sessions_times: Option<f64>,
}

impl CapacityAt {
    /// Before any change.
    pub fn first(stage: &Stage) -> Self {
        Self {
            rate: stage.rate.map(|rate| rate.get()),
            sessions: stage.sessions,
            turn_away: false,
            rate_times: Some(1.0),
            sessions_times: Some(1.0),
        }
    }

    /// At a time, its change at that time included.
    pub fn of(stage: &Stage, time: CivilTime) -> Self {
        let changes = stage.changes.iter().filter(|change| change.at <= time);
        changes.fold(Self::first(stage), |now, change| now.after(stage, change))
    }

    /// After one more change.
    #[must_use]
    pub fn after(self, stage: &Stage, change: &CapacityChange) -> Self {
        let first = Self::first(stage);
        let (rate, rate_times) = after(change.rate, change.times, first.rate, (self.rate, self.rate_times));
        let (sessions, sessions_times) =
            after(change.sessions, change.times, first.sessions, (self.sessions, self.sessions_times));
        Self { rate, sessions, turn_away: change.turn_away.unwrap_or(self.turn_away), rate_times, sessions_times }
    }

    /// The change that makes the rate this and leaves sessions and turning away as they are: the same factor where it
    /// was one, so that a range of the first value goes on to count.
    pub fn rate_from(self, at: CivilTime) -> CapacityChange {
        match self.rate_times {
            Some(times) if self.rate.is_some() => {
                let same = self.sessions_times == Some(times);
                let sessions = if same { Limit::Unchanged } else { Limit::of(self.sessions) };
                CapacityChange { times: Some(times), sessions, ..CapacityChange::nothing(at) }
            }
            _ => CapacityChange { rate: Limit::of(self.rate), ..CapacityChange::nothing(at) },
        }
    }

    /// The change that makes all of it this, whatever it was before.
    pub fn all_from(self, at: CivilTime) -> CapacityChange {
        let turn_away = Some(self.turn_away);
        // One factor speaks for both limits; a limit that is none stays none under it.
        let factor = match (self.rate, self.sessions) {
            (None, Some(_)) => self.sessions_times,
            _ => self.rate_times,
        };
        let explicit = |limit: Option<f64>, times: Option<f64>| match factor {
            Some(factor) if times == Some(factor) => Limit::Unchanged,
            _ => Limit::of(limit),
        };
        CapacityChange {
            at,
            rate: explicit(self.rate, self.rate_times),
            sessions: explicit(self.sessions, self.sessions_times),
            times: factor,
            turn_away,
        }
    }

    /// By which factor on the first limits all of it is; `None` where it is not one.
    pub fn factor(self) -> Option<f64> {
        if self.rate_times == self.sessions_times { self.rate_times } else { None }
    }

    /// Admissions that it allows in the long run, by Little's law for the sessions [people per second]; `None` = no
    /// limit.
    pub fn per_second(self, stage: &Stage) -> Option<f64> {
        if self.turn_away {
            return Some(0.0);
        }
        let of_sessions =
            self.sessions.filter(|_| stage.service.get() > 0.0).map(|sessions| sessions / stage.service.get());
        match (self.rate, of_sessions) {
            (Some(rate), Some(other)) => Some(rate.min(other)),
            (rate, other) => rate.or(other),
        }
    }
}

/// A limit and its factor after a change.
fn after(
    explicit: Limit,
    times: Option<f64>,
    first: Option<f64>,
    now: (Option<f64>, Option<f64>),
) -> (Option<f64>, Option<f64>) {
    match (explicit, times) {
        (Limit::To(value), _) => (Some(value), None),
        (Limit::Removed, _) => (None, None),
        (Limit::Unchanged, Some(times)) => (first.map(|first| first * times), Some(times)),
        (Limit::Unchanged, None) => now,
    }
}
