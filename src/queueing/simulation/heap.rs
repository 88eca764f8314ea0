//! The engine that serves as the oracle: all that will happen lies in one heap, and the earliest happens next.

use super::event::{Events, Order, What, rank};
use super::line::{Entry, Line, Who};
use super::luck::Luck;
use super::moment::Moment;
use super::network::{SimulatedPlace, Visit};
use super::tally::{Ending, Instants, PlaceTally, Seen};
use crate::plan::OnCapacityDrop;
use crate::queueing::place::{BACKGROUND, STARTERS};

/// People who come from outside, in the order in which they come; all times are [s]. Without a word about them there is
/// no background, no catch-up window, and nobody to be told of the lost.
pub trait Outside {
    /// When the next one comes to the first place; infinite = nobody any more.
    fn next_at(&self) -> f64;

    /// Takes the next one, who gets `person` as number.
    fn take(&mut self, person: u32) -> Visit;

    /// When the next of the background comes to a place; infinite = nobody any more.
    fn background_at(&self, _place: usize) -> f64 {
        f64::INFINITY
    }

    /// Takes the next of the background of a place.
    fn take_background(&mut self, _place: usize) {}

    /// When the next window acts that invites people who were lost.
    fn catch_up_at(&self) -> f64 {
        f64::INFINITY
    }

    /// Lets that window act.
    fn catch_up(&mut self) {}

    /// A starter is lost.
    fn lose(&mut self, _person: u32) {}
}

/// Told of what happens to single people; for tests of single people.
pub trait Witness<M> {
    fn admitted(&mut self, _place: usize, _visit: &Visit, _now: M, _wait: f64) {}
    fn gave_up(&mut self, _place: usize, _visit: &Visit, _came: M, _now: M) {}
}

/// Looks at nobody in particular.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unwatched;

impl<M> Witness<M> for Unwatched {}

/// What makes a simulation wrong on purpose, for the tests that must notice.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mutant {
    /// One session more than there is.
    OneServerMore,
    /// Last come, first served.
    LastComeFirstServed,
    /// Nobody comes back to try again.
    LostOrbit,
}

/// What came of a simulation.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub places: Vec<Seen>,
    /// Lost just before each catch-up window that acted, in the order in which they act.
    pub lost_before_catch_up: Vec<u64>,
}

/// The heap engine.
pub struct Heap<'a, M, L, O, W> {
    places: &'a [SimulatedPlace],
    luck: L,
    outside: &'a mut O,
    witness: &'a mut W,
    mutant: Option<Mutant>,
    events: Events<M>,
    lines: Vec<Line<'a, M>>,
    tallies: Vec<PlaceTally<'a>>,
    lost: u64,
    lost_before_catch_up: Vec<u64>,
    people: u32,
    /// Whom the waiting room has admitted and who are still at a stage.
    inside: u64,
    /// Most people inside.
    inside_max: u64,
    now: M,
}

/// Simulates everybody until the end of the horizon.
pub fn run<M: Moment, L: Luck, O: Outside, W: Witness<M>>(
    places: &[SimulatedPlace],
    instants: &Instants,
    luck: L,
    outside: &mut O,
    witness: &mut W,
    mutant: Option<Mutant>,
) -> Run {
    let lines = places.iter().map(|place| Line::new(&place.law)).collect();
    run_with_lines(places, instants, luck, outside, witness, mutant, lines)
}

/// The same with lines that were prepared elsewhere.
pub(super) fn run_with_lines<'a, M: Moment, L: Luck, O: Outside, W: Witness<M>>(
    places: &'a [SimulatedPlace],
    instants: &'a Instants,
    luck: L,
    outside: &'a mut O,
    witness: &'a mut W,
    mutant: Option<Mutant>,
    lines: Vec<Line<'a, M>>,
) -> Run {
    let mut heap = Heap {
        places,
        luck,
        outside,
        witness,
        mutant,
        events: Events::new(),
        lines,
        tallies: places.iter().map(|place| PlaceTally::new(instants, place.law.service_rate)).collect(),
        lost: 0,
        lost_before_catch_up: Vec::new(),
        people: 0,
        inside: 0,
        // A whole number of people; without a limit the largest there is.
        inside_max: places.first().map_or(u64::MAX, |place| place.law.inside_max as u64),
        now: M::at(0.0),
    };
    heap.begin(instants);
    let end = M::at(instants.horizon);
    while let Some((at, what)) = heap.events.pop() {
        if at >= end {
            break;
        }
        heap.now = at;
        heap.happen(what, instants);
    }
    heap.finish()
}

impl<M: Moment, L: Luck, O: Outside, W: Witness<M>> Heap<'_, M, L, O, W> {
    fn begin(&mut self, instants: &Instants) {
        for place in 0..self.lines.len() {
            if self.mutant == Some(Mutant::OneServerMore) {
                self.lines[place].add_server();
            }
            for (entry, at) in self.lines[place].changes() {
                self.push(M::at(at), rank(None, Order::Change, place as u32), What::Change { place, entry });
            }
            self.expect_background(place);
        }
        if !instants.marks.is_empty() {
            self.push(M::at(instants.marks[0]), rank(None, Order::Look, 0), What::Look { mark: 0 });
        }
        self.expect_outside();
        self.expect_catch_up();
    }

    fn push(&mut self, at: M, rank: u64, what: What) {
        self.events.push(at, rank, what);
    }

    fn happen(&mut self, what: What, instants: &Instants) {
        match what {
            What::Change { place, entry } => self.change(place, entry),
            What::CatchUp => {
                self.outside.catch_up();
                self.lost_before_catch_up.push(self.lost);
                self.expect_catch_up();
                self.expect_outside();
            }
            What::End { place, slot, admission } => self.end(place, slot, admission),
            What::Admit { place } => {
                self.lines[place].is_awaited = None;
                self.admit(place);
            }
            What::Arrive { place, visit, returns } => self.arrive(place, visit, returns),
            What::Background { place } => {
                let visit = Visit::of_background(self.lines[place].background);
                self.lines[place].background += 1;
                self.outside.take_background(place);
                self.expect_background(place);
                self.arrive(place, visit, false);
            }
            What::Outside => self.come(),
            What::GiveUp { place, position, luck } => self.give_up(place, position, luck),
            What::Look { mark } => {
                self.look(mark);
                if let Some(&next) = instants.marks.get(mark + 1) {
                    self.push(M::at(next), rank(None, Order::Look, 0), What::Look { mark: mark + 1 });
                }
            }
        }
    }

    /// Somebody from outside, if the one who was expected is still the next.
    fn come(&mut self) {
        let at = self.outside.next_at();
        if at.is_finite() && M::at(at) == self.now {
            let person = self.people;
            self.people += 1;
            let visit = self.outside.take(person);
            self.expect_outside();
            self.arrive(0, visit, false);
        }
    }

    fn expect_outside(&mut self) {
        let at = self.outside.next_at();
        if at.is_finite() {
            self.push(M::at(at), rank(Some(0), Order::Arrive, self.people), What::Outside);
        }
    }

    fn expect_background(&mut self, place: usize) {
        let at = self.outside.background_at(place);
        if at.is_finite() {
            let person = Visit::of_background(self.lines[place].background).person;
            self.push(M::at(at), rank(Some(place), Order::Arrive, person), What::Background { place });
        }
    }

    fn expect_catch_up(&mut self) {
        let at = self.outside.catch_up_at();
        if at.is_finite() {
            self.push(M::at(at), rank(None, Order::CatchUp, 0), What::CatchUp);
        }
    }

    fn arrive(&mut self, place: usize, visit: Visit, returns: bool) {
        let now = self.now.seconds();
        let (line, tally) = (&mut self.lines[place], &mut self.tallies[place]);
        tally.pass(now);
        tally.attempts(visit.group, returns);
        let visit = Visit { luck: line.number_attempt(), ..visit };
        if line.is_turning_away() {
            tally.waited(visit.group, now, f64::INFINITY);
            tally.is_sent_off(visit.group);
            self.lose(place, visit);
            return;
        }
        tally.comes_in(visit.group);
        if line.is_empty() && line.has_room(self.now) && (place > 0 || self.inside < self.inside_max) {
            tally.waited(visit.group, now, 0.0);
            self.start(place, visit, 0.0);
            return;
        }
        let position = line.join(visit, self.now);
        tally.waits();
        self.wait(place, visit, position);
    }

    /// Patience and, where the line stands still for the rate alone, the next admission.
    fn wait(&mut self, place: usize, visit: Visit, position: i64) {
        let patience = self.luck.patience(place, &visit);
        if patience.is_finite() {
            let at = self.now.within(patience);
            let what = What::GiveUp { place, position, luck: visit.luck };
            self.push(at, rank(Some(place), Order::GiveUp, visit.person), what);
        }
        self.expect_admission(place);
    }

    /// Puts the next admission by the rate into the heap, where it is the rate that people wait for.
    fn expect_admission(&mut self, place: usize) {
        if let Some(at) = self.lines[place].next_due(self.now) {
            self.lines[place].is_awaited = Some(at);
            self.push(at, rank(Some(place), Order::Admit, 0), What::Admit { place });
        }
    }

    /// Admits from the line as long as there is room.
    fn admit(&mut self, place: usize) {
        let now = self.now.seconds();
        self.tallies[place].pass(now);
        let last_first = self.mutant == Some(Mutant::LastComeFirstServed);
        while self.has_room(place) {
            let line = &mut self.lines[place];
            let Some(entry) = (if last_first { line.take_last() } else { line.take_first() }) else { break };
            self.know_wait(place, &entry, now - entry.came.seconds());
            if let Who::Waits(visit) = entry.who {
                self.tallies[place].waits_no_more();
                self.start(place, visit, now - entry.came.seconds());
            }
        }
        self.expect_admission(place);
    }

    /// Whether somebody can be admitted now; the first place also looks at how many are inside.
    fn has_room(&self, place: usize) -> bool {
        (place > 0 || self.inside < self.inside_max) && self.lines[place].has_room(self.now)
    }

    /// Somebody of whom the stages are rid. The place inside that becomes free is taken at once.
    fn leave(&mut self, place: usize, group: u8) {
        if place == 0 || usize::from(group) == BACKGROUND || !self.places[0].law.limits_inside() {
            return;
        }
        let was_full = self.inside >= self.inside_max;
        self.inside -= 1;
        if was_full {
            self.admit(0);
        }
    }

    /// The wait at a position of the line is known [s]. Who was put back had come long before.
    fn know_wait(&mut self, place: usize, entry: &Entry<M>, wait: f64) {
        match entry.who {
            Who::Mark(mark) => self.tallies[place].waited_at_mark(mark, wait),
            Who::Waits(visit) | Who::GaveUp(visit) if !Line::<M>::was_put_back(&visit) => {
                self.tallies[place].waited(visit.group, entry.came.seconds(), wait);
            }
            Who::Waits(_) | Who::GaveUp(_) => {}
        }
    }

    /// Begins a service, or lets pass whoever needs none.
    fn start(&mut self, place: usize, visit: Visit, wait: f64) {
        self.witness.admitted(place, &visit, self.now, wait);
        self.lines[place].spend(self.now);
        if self.places[place].law.service_rate.is_none() {
            self.tallies[place].goes_out(visit.group);
            self.inside += 1;
            self.go_on(place, visit);
            return;
        }
        self.tallies[place].is_admitted();
        let (slot, admission) = self.lines[place].serve(visit, self.now);
        let at = self.now.after(self.luck.service(place, &visit));
        self.push(at, rank(Some(place), Order::End, visit.person), What::End { place, slot, admission });
    }

    fn end(&mut self, place: usize, slot: usize, admission: u64) {
        let Some(visit) = self.lines[place].end(slot, admission, self.now) else { return };
        let law = &self.places[place].law;
        let group = usize::from(visit.group);
        let tally = &mut self.tallies[place];
        tally.pass(self.now.seconds());
        let mut returning = None;
        let ending = if group == BACKGROUND {
            Ending::Leaves
        } else if law.turns_away.get(group) == Some(&true) {
            Ending::TurnedAway
        } else if !self.luck.fails(place, &visit) {
            Ending::Succeeds
        } else if group != STARTERS {
            Ending::Leaves
        } else {
            returning = self.luck.returns_after_failing(place, &visit);
            if returning.is_some() { Ending::FailsAndReturns } else { Ending::FailsForGood }
        };
        tally.ends(visit.person, self.now.bits(), group == STARTERS, ending);
        tally.goes_out(visit.group);
        match ending {
            Ending::Succeeds => self.go_on(place, visit),
            Ending::FailsAndReturns => self.return_after(place, visit, returning.unwrap_or(f64::INFINITY)),
            Ending::FailsForGood => self.lose(place, visit),
            Ending::TurnedAway | Ending::Leaves => self.leave(place, visit.group),
        }
        self.admit(place);
    }

    /// To the next place, at once.
    fn go_on(&mut self, place: usize, visit: Visit) {
        let next = place + 1;
        if next < self.places.len() {
            let visit = Visit { tries: 0, ..visit };
            let what = What::Arrive { place: next, visit, returns: false };
            self.push(self.now, rank(Some(next), Order::Arrive, visit.person), what);
        } else {
            self.leave(place, visit.group);
        }
    }

    fn return_after(&mut self, place: usize, visit: Visit, delay: f64) {
        if self.mutant == Some(Mutant::LostOrbit) {
            return;
        }
        let visit = Visit { tries: visit.tries + 1, ..visit };
        let what = What::Arrive { place, visit, returns: true };
        self.push(self.now.after(delay), rank(Some(place), Order::Arrive, visit.person), what);
    }

    fn give_up(&mut self, place: usize, position: i64, luck: u64) {
        let Some((visit, came)) = self.lines[place].give_up(position, luck) else { return };
        let tally = &mut self.tallies[place];
        tally.pass(self.now.seconds());
        tally.waits_no_more();
        tally.goes_out(visit.group);
        self.witness.gave_up(place, &visit, came, self.now);
        let starter = usize::from(visit.group) == STARTERS;
        let returning = if starter { self.luck.returns_after_giving_up(place, &visit) } else { None };
        self.tallies[place].gives_up(visit.group, returning.is_some());
        match returning {
            Some(delay) => self.return_after(place, visit, delay),
            None => self.lose(place, visit),
        }
    }

    fn lose(&mut self, place: usize, visit: Visit) {
        if usize::from(visit.group) == STARTERS {
            self.lost += 1;
            self.outside.lose(visit.person);
        }
        self.leave(place, visit.group);
    }

    /// Takes over the capacity of an entry of the calendar.
    fn change(&mut self, place: usize, entry: usize) {
        self.tallies[place].pass(self.now.seconds());
        let was_turning_away = self.lines[place].is_turning_away();
        self.lines[place].enter(entry);
        if self.lines[place].is_turning_away() {
            if !was_turning_away {
                self.send_off(place);
            }
        } else if self.places[place].law.on_capacity_drop == OnCapacityDrop::Requeue {
            self.put_back(place);
        }
        self.push(self.now, rank(Some(place), Order::Admit, 0), What::Admit { place });
    }

    fn send_off(&mut self, place: usize) {
        for entry in self.lines[place].clear() {
            self.know_wait(place, &entry, f64::INFINITY);
            if let Who::Waits(visit) = entry.who {
                let tally = &mut self.tallies[place];
                tally.waits_no_more();
                tally.goes_out(visit.group);
                tally.is_sent_off(visit.group);
                self.lose(place, visit);
            }
        }
    }

    /// Puts back who is in service above the limit, the last to be admitted first to go.
    fn put_back(&mut self, place: usize) {
        for (visit, position) in self.lines[place].put_back(self.now) {
            self.tallies[place].is_put_back();
            self.wait(place, visit, position);
        }
    }

    /// Notes the wait of somebody who would come now.
    fn look(&mut self, mark: usize) {
        for place in 0..self.lines.len() {
            let has_room = self.has_room(place);
            let line = &mut self.lines[place];
            if line.is_turning_away() {
                self.tallies[place].waited_at_mark(mark, f64::INFINITY);
            } else if !(line.is_empty() && has_room) {
                line.join_mark(mark, self.now);
            }
        }
        for place in 0..self.lines.len() {
            self.expect_admission(place);
        }
    }

    fn finish(mut self) -> Run {
        for place in 0..self.lines.len() {
            for entry in self.lines[place].clear() {
                self.know_wait(place, &entry, f64::INFINITY);
            }
        }
        Run {
            places: self.tallies.into_iter().map(PlaceTally::finish).collect(),
            lost_before_catch_up: self.lost_before_catch_up,
        }
    }
}
