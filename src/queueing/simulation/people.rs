//! Everybody who comes from outside: the members whom windows invite, the table, the uninvited, the background.
//!
//! Members are a finite number, and each decides once. Of every cohort and age band a window asks how many come within
//! the ramp, how many by the tail, how many of these ignore their window, and so on, each time as many of the people
//! who are left as do what each does with the same chance (binomial); what is left over stays away. The law of the
//! demand then says when they come ([`super::stream`]). Who comes by a table or belongs to the background is no
//! member of anything, and comes as a Poisson flow of the given rate. The uninvited are a whole number too: their
//! expectation, rounded up with the chance that its fraction says.
//!
//! A catch-up window invites the very people who stayed away or were lost, cohort by cohort and age by age; the
//! forecast, which knows no single people, spreads those lost over all starters instead.
//!
//! ```text
//! key of a window = key of the replication .part(0).part(window)
//!   .part(0)                        words of the binomial numbers, in the order described in `invite`
//!   .part(1 + 32 destination + part)  one stream: own, ignoring, at the gate, uninvited; ramp = 0, tail parts from 1
//! key of the table = key of the replication .part(0).part(2^32)
//! ```

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::luck;
use super::network::SimulatedPlace;
use super::poisson::Poisson;
use super::stream::PersonStream;
use crate::demand::invitation::{Invitation, invitations};
use crate::demand::sources::RateCalendar;
use crate::demand::stream::Shape;
use crate::demand::{Class, Demand, Scenario, WindowFigures};
use crate::plan::cut::Cut;
use crate::plan::{Arrivals, Plan};
use crate::rng::Key;

/// The table's number among the windows.
const TABLE: u64 = 1 << 32;
/// Numbers of streams from one destination to the next; more than there are parts of a law.
pub(super) const PARTS: u64 = 32;
/// What somebody is who is no member.
pub(super) const NO_MEMBER: u32 = u32::MAX;

/// Whereto the people of a window are sent; the numbers are part of what a seed means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    Own = 0,
    Ignoring = 1,
    Gate = 2,
    Uninvited = 3,
}

/// The members of one cohort and age band [people].
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub age: usize,
    pub people: u64,
    /// Will not start under the invitations so far.
    pub staying_away: u64,
    /// Were lost and have not been called back.
    pub lost: u64,
}

/// Everybody who comes to a plan in one replication.
#[derive(Clone, Debug)]
pub struct People {
    pub(super) shape: Shape,
    pub(super) arrivals: Arrivals,
    pub(super) horizon: f64,
    pub(super) key: Key,
    pub(super) invitations: Vec<Invitation>,
    pub(super) cohorts_of: Vec<Vec<usize>>,
    /// Opening of each cohort's ordinary window [s]; infinite without one.
    pub(super) ordinary_opening: Vec<f64>,
    /// Cohort by cohort; `first_of[cohort]` is the index of its first age band.
    pub(super) groups: Vec<Group>,
    pub(super) first_of: Vec<usize>,
    pub(super) pending: Vec<usize>,
    pub(super) streams: Vec<PersonStream>,
    /// When the next of each stream comes, as the bits of a double >= 0, which are in its order, and which stream.
    pub(super) next: BinaryHeap<Reverse<(u64, usize)>>,
    pub(super) table: Poisson,
    pub(super) background: Vec<Poisson>,
    /// By person: 2 x group, + 1 for who comes back; kept only where a window invites who was lost.
    pub(super) kinds: Option<Vec<u32>>,
    pub(super) figures: Vec<WindowFigures>,
    pub(super) table_people: u64,
}

impl People {
    pub fn new(plan: &Plan, cut: &Cut, scenario: Scenario, places: &[SimulatedPlace], key: Key) -> Self {
        let demand = Demand::new(plan, cut, scenario);
        let invitations = invitations(plan, scenario);
        let mut ordinary_opening = vec![f64::INFINITY; plan.cohorts.len()];
        for invitation in invitations.iter().filter(|invitation| !invitation.catch_up) {
            for &cohort in &plan.windows[invitation.window].cohorts {
                ordinary_opening[cohort] = invitation.opens;
            }
        }
        let mut first_of = Vec::with_capacity(cut.cohorts.len());
        let mut groups = Vec::new();
        for cohort in &cut.cohorts {
            first_of.push(groups.len());
            groups.extend(cohort.by_age.iter().map(|&(age, people)| Group {
                age,
                people,
                staying_away: people,
                lost: 0,
            }));
        }
        first_of.push(groups.len());
        let table = plan.arrivals.starters_table.iter().flatten();
        let table =
            RateCalendar::new(table.map(|entry| (plan.since_start(entry.at).get(), entry.rate.get())).collect());
        let background = |(place, here): (usize, &SimulatedPlace)| {
            Poisson::new(here.law.background.clone(), luck::background(key, place))
        };
        let outside = key.part(0);
        let mut people = Self {
            shape: demand.shape().clone(),
            arrivals: plan.arrivals.clone(),
            horizon: plan.horizon().get(),
            key: outside,
            pending: (0..invitations.len()).filter(|&index| invitations[index].catch_up).collect(),
            kinds: invitations.iter().any(|invitation| invitation.catch_up).then(Vec::new),
            cohorts_of: plan.windows.iter().map(|window| window.cohorts.clone()).collect(),
            ordinary_opening,
            groups,
            first_of,
            streams: Vec::new(),
            next: BinaryHeap::new(),
            table: Poisson::new(table, outside.part(TABLE)),
            background: places.iter().enumerate().map(background).collect(),
            figures: vec![WindowFigures::default(); plan.windows.len()],
            table_people: 0,
            invitations,
        };
        if scenario == Scenario::Together {
            people.arrivals.ignore_window_share = crate::units::Share::ZERO;
        }
        for index in 0..people.invitations.len() {
            if !people.invitations[index].catch_up {
                people.invite_ordinary(index);
            }
        }
        people
    }

    /// What became of the people each window invited; of the whole horizon once it is over.
    pub fn figures(&self) -> Vec<WindowFigures> {
        let mut figures = self.figures.clone();
        for stream in self.streams.iter().filter(|stream| stream.class == Class::Starters) {
            figures[stream.window].after_horizon += stream.left() as f64;
        }
        figures
    }

    /// People of the table who came [people].
    pub fn table_people(&self) -> u64 {
        self.table_people
    }

    pub(super) fn groups_of(&self, cohort: usize) -> std::ops::Range<usize> {
        self.first_of[cohort]..self.first_of[cohort + 1]
    }

    /// Whether people have to be told apart.
    pub(super) fn tells_apart(&self) -> bool {
        self.kinds.is_some()
    }
}
