//! A single place where everything that befalls each person is given: the entry for exact comparisons.

use super::heap::{self, Outside, Witness};
use super::line::Line;
use super::luck::Luck;
use super::moment::Moment;
use super::network::{SimulatedPlace, Visit};
use super::tally::{Instants, Seen};
use crate::demand::Class;
use crate::num::order;
use crate::plan::{OnCapacityDrop, ServiceLaw};
use crate::queueing::{Capacity, PlaceLaw};

/// Somebody with all that will happen. Times are [s].
#[derive(Clone, Debug, PartialEq)]
pub struct Customer {
    /// First attempt, >= 0; customers are in the order of it.
    pub comes: f64,
    pub service: f64,
    /// Of each attempt; for later ones the last entry holds.
    pub patience: Vec<f64>,
    /// After each attempt that was given up, when the next one follows; `None`, and what is missing, = never.
    pub retry_after: Vec<Option<f64>>,
}

/// What became of a customer. Times are [s].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Start and end of the service.
    pub served: Option<(f64, f64)>,
    /// Of each attempt, how long the customer stood in line.
    pub waits: Vec<f64>,
    pub gave_up_at: Vec<f64>,
}

/// Servers that come and go one by one; a service that has begun goes on to its end.
#[derive(Clone, Debug)]
pub struct Roster<M> {
    servers: Vec<Server<M>>,
}

#[derive(Clone, Debug)]
struct Server<M> {
    /// From and until; a server is there from the first and no more at the second.
    duties: Vec<(M, M)>,
    busy: bool,
    free_since: M,
}

impl<M: Moment> Roster<M> {
    /// `duties` of each server: from and until [s].
    pub fn new(duties: &[Vec<(f64, f64)>]) -> Self {
        let server = |duties: &Vec<(f64, f64)>| Server {
            duties: duties.iter().map(|&(from, until)| (M::at(from), M::at(until))).collect(),
            busy: false,
            free_since: duties.first().map_or(M::at(0.0), |duty| M::at(duty.0)),
        };
        Self { servers: duties.iter().map(server).collect() }
    }

    /// The server who is there and has been free for longest.
    pub fn free(&self, now: M) -> Option<usize> {
        let there = |server: &Server<M>| server.duties.iter().any(|duty| duty.0 <= now && now < duty.1);
        let free = (0..self.servers.len()).filter(|&index| !self.servers[index].busy && there(&self.servers[index]));
        free.min_by_key(|&index| self.servers[index].free_since)
    }

    pub fn take(&mut self, now: M) -> Option<usize> {
        let index = self.free(now)?;
        self.servers[index].busy = true;
        Some(index)
    }

    pub fn give_back(&mut self, server: usize, now: M) {
        self.servers[server].busy = false;
        self.servers[server].free_since = now;
    }
}

/// Lets the customers come to one place. Answers what became of each, and what was seen at the place.
pub fn run<M: Moment>(customers: &[Customer], duties: &[Vec<(f64, f64)>], horizon: f64) -> (Vec<Outcome>, Seen) {
    let places = [SimulatedPlace::new(law(duties), ServiceLaw::Deterministic)];
    let instants = Instants { marks: vec![0.0], stops: vec![0.0], horizon };
    let mut outside = Given { customers, next: 0 };
    let mut watched = Watched { outcomes: vec![Outcome::default(); customers.len()], customers };
    let line = Line::<M>::with_roster(&places[0].law, Roster::new(duties));
    let luck = Given { customers, next: 0 };
    let mut run = heap::run_with_lines(&places, &instants, luck, &mut outside, &mut watched, None, vec![line]);
    (watched.outcomes, run.places.pop().unwrap_or_default())
}

/// A place that looks up whenever a server comes or goes.
fn law(duties: &[Vec<(f64, f64)>]) -> PlaceLaw {
    let mut times: Vec<f64> = duties.iter().flatten().flat_map(|duty| [duty.0, duty.1]).collect();
    order::sort_by(&mut times, f64::total_cmp);
    times.dedup();
    let open = Capacity { rate: f64::INFINITY, sessions: f64::INFINITY, turn_away: false };
    let capacities = [0.0].into_iter().chain(times).map(|at| (at, open)).collect();
    PlaceLaw { on_capacity_drop: OnCapacityDrop::Finish, ..SimulatedPlace::plain_law(capacities) }
}

struct Given<'a> {
    customers: &'a [Customer],
    next: usize,
}

impl Given<'_> {
    fn customer(&self, visit: &Visit) -> &Customer {
        &self.customers[visit.person as usize]
    }
}

impl Luck for Given<'_> {
    fn service(&self, _place: usize, visit: &Visit) -> f64 {
        self.customer(visit).service
    }

    fn patience(&self, _place: usize, visit: &Visit) -> f64 {
        let patience = &self.customer(visit).patience;
        patience.get(visit.tries as usize).or(patience.last()).copied().unwrap_or(f64::INFINITY)
    }

    fn fails(&self, _place: usize, _visit: &Visit) -> bool {
        false
    }

    fn returns_after_failing(&self, _place: usize, _visit: &Visit) -> Option<f64> {
        None
    }

    fn returns_after_giving_up(&self, _place: usize, visit: &Visit) -> Option<f64> {
        self.customer(visit).retry_after.get(visit.tries as usize).copied().flatten()
    }
}

impl Outside for Given<'_> {
    fn next_at(&self) -> f64 {
        self.customers.get(self.next).map_or(f64::INFINITY, |customer| customer.comes)
    }

    fn take(&mut self, person: u32) -> Visit {
        self.next += 1;
        Visit::outsider(person, Class::Starters)
    }
}

/// Writes down what happens to each customer.
struct Watched<'a> {
    customers: &'a [Customer],
    outcomes: Vec<Outcome>,
}

impl<M: Moment> Witness<M> for Watched<'_> {
    fn admitted(&mut self, _place: usize, visit: &Visit, now: M, wait: f64) {
        let person = visit.person as usize;
        self.outcomes[person].waits.push(wait);
        self.outcomes[person].served = Some((now.seconds(), now.after(self.customers[person].service).seconds()));
    }

    fn gave_up(&mut self, _place: usize, visit: &Visit, came: M, now: M) {
        let outcome = &mut self.outcomes[visit.person as usize];
        outcome.waits.push(now.seconds() - came.seconds());
        outcome.gave_up_at.push(now.seconds());
    }
}
