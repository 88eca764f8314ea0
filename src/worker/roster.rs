//! Who does which part: a machine of plain values that is told what happened and says what is to be done.
//!
//! Newest wins: of each purpose one job waits, and another plan takes the place of the one before. What is begun is
//! dropped too, unless it is of a purpose that is followed while it changes. A part whose job is gone is let run to its
//! end where that is near, since a worker that is ended must warm up again; one that has been at it, or will be, for
//! [`PATIENCE`] is ended and replaced.

mod work;

use super::message::{Part, Purpose, Request, Task};
use std::rc::Rc;
use work::Work;

/// The name of a job; a later one is larger.
type JobId = u64;

/// How long a worker may go on with what nobody wants any more [ms].
const PATIENCE: f64 = 250.0;

/// How long a forecast may wait for a worker before the page rather does it itself [ms].
const SOON: f64 = 100.0;

/// How often a part is tried on a fresh worker after one fell over.
const TRIES: u32 = 2;

/// The figures of a part; a browser leaves them where they are until somebody must read them.
pub trait Row: Clone {
    fn numbers(&self) -> Vec<f64>;
}

impl Row for Vec<f64> {
    fn numbers(&self) -> Vec<f64> {
        self.clone()
    }
}

/// A task for a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    pub purpose: Purpose,
    /// Of the plan, told by whoever asks; no other plan has the same. Results name it.
    pub revision: u64,
    /// The plan file.
    pub plan: Rc<str>,
    pub task: Task,
}

/// What a worker, or the page itself, answers about the part that it is at.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer<R> {
    /// A worker is up.
    Ready,
    Done(R),
    /// The plan is not there, has faults, or is too large.
    Refused,
}

/// What has happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event<R> {
    /// A person or a script asks for something.
    Asked(Job),
    /// Nobody wants what there is of this purpose any more.
    Dropped(Purpose),
    /// A worker has answered.
    Answered { worker: usize, answer: Answer<R> },
    /// A worker has fallen over, or could not be started.
    Fell { worker: usize },
    /// The page has done a part itself.
    DoneHere { answer: Answer<R> },
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Order<R> {
    Start {
        worker: usize,
    },
    End {
        worker: usize,
    },
    /// With the figures of all units, where these are to be summed up.
    Tell {
        worker: usize,
        requests: Vec<Request>,
        rows: Vec<R>,
    },
    /// There is no worker: the page does this itself, in a turn of its own.
    DoHere {
        requests: Vec<Request>,
        rows: Vec<R>,
    },
    Report(Progress),
    Deliver {
        purpose: Purpose,
        revision: u64,
        result: R,
    },
    /// The job cannot be done: each worker that tried fell over, or the plan was refused.
    GiveUp {
        purpose: Purpose,
        revision: u64,
    },
}

/// How far a job is.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    pub purpose: Purpose,
    pub revision: u64,
    /// Units done.
    pub done: u32,
    /// Units in all; 0 = not known yet.
    pub of: u32,
    /// What is left at the pace so far [ms]; `None` = nothing is done yet.
    pub remaining_ms: Option<f64>,
    /// Whether a worker fell over at a part, so that it is done anew.
    pub is_again: bool,
}

/// Somebody at a part.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Busy {
    job: JobId,
    part: Part,
    /// How often this part was begun, this time included.
    tries: u32,
    /// [ms]
    since: f64,
    /// How long it should take [ms]; 0 = hardly any time, or not known.
    expected: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Hand {
    /// Not started, since there was nothing to do.
    Resting,
    Starting,
    Idle,
    Busy(Busy),
    /// Fell over before it was ready: it will not come up.
    Gone,
}

/// All workers and jobs.
#[derive(Debug)]
pub struct Roster<R> {
    hands: Vec<Hand>,
    /// The revision of the plan that each worker keeps.
    kept: Vec<Option<u64>>,
    /// By purpose, the most urgent first, and the older before the newer.
    works: Vec<Work<R>>,
    next: JobId,
    /// What the page itself is at.
    here: Option<Busy>,
    /// The revision of the plan that the page's own engine keeps.
    kept_here: Option<u64>,
}

impl<R: Row> Roster<R> {
    /// With so many workers; without any the page does everything itself.
    pub fn new(workers: usize) -> Self {
        Self {
            hands: vec![Hand::Resting; workers],
            kept: vec![None; workers],
            works: Vec::new(),
            next: 1,
            here: None,
            kept_here: None,
        }
    }

    /// Whether the page does the work itself.
    pub fn is_alone(&self) -> bool {
        self.hands.iter().all(|hand| *hand == Hand::Gone)
    }

    /// Whether some worker takes the most urgent job now or soon.
    pub fn is_ready(&self, now: f64) -> bool {
        self.hands.iter().any(|hand| match hand {
            Hand::Idle => true,
            Hand::Busy(busy) => busy.since + busy.expected <= now + SOON,
            Hand::Resting | Hand::Starting | Hand::Gone => false,
        })
    }

    /// Starts some workers before there is anything to do, so that the first task finds them warm.
    pub fn warm_up(&mut self, workers: usize) -> Vec<Order<R>> {
        let mut orders = Vec::new();
        for worker in 0..self.hands.len().min(workers) {
            self.start(worker, &mut orders);
        }
        orders
    }

    /// Takes note of what happened at `now` [ms] and says what is to be done.
    pub fn on(&mut self, event: Event<R>, now: f64) -> Vec<Order<R>> {
        let mut orders = Vec::new();
        match event {
            Event::Asked(job) => {
                let purpose = job.purpose;
                if purpose.is_followed() {
                    self.works.retain(|work| work.job.purpose != purpose || work.is_begun());
                } else {
                    self.drop_purpose(purpose, now, &mut orders);
                }
                self.take(job, &mut orders);
            }
            Event::Dropped(purpose) => self.drop_purpose(purpose, now, &mut orders),
            Event::Answered { worker, answer } => self.answered(worker, answer, now, &mut orders),
            Event::DoneHere { answer } => {
                if let Some(busy) = self.here.take() {
                    self.note(busy, answer, now, &mut orders);
                }
            }
            Event::Fell { worker } => self.fell(worker, now, &mut orders),
        }
        self.hand_out(now, &mut orders);
        orders
    }

    fn take(&mut self, job: Job, orders: &mut Vec<Order<R>>) {
        let work = Work::new(self.next, job);
        self.next += 1;
        orders.push(Order::Report(work.progress(0.0)));
        let place = self.works.partition_point(|other| other.job.purpose <= work.job.purpose);
        self.works.insert(place, work);
    }

    fn drop_purpose(&mut self, purpose: Purpose, now: f64, orders: &mut Vec<Order<R>>) {
        self.works.retain(|work| work.job.purpose != purpose);
        for worker in 0..self.hands.len() {
            let Hand::Busy(busy) = self.hands[worker] else { continue };
            let is_long = (now - busy.since).max(busy.since + busy.expected - now) > PATIENCE;
            if is_long && self.works.iter().all(|work| work.id != busy.job) {
                orders.push(Order::End { worker });
                self.hands[worker] = Hand::Resting;
                self.kept[worker] = None;
                self.start(worker, orders);
            }
        }
    }

    fn answered(&mut self, worker: usize, answer: Answer<R>, now: f64, orders: &mut Vec<Order<R>>) {
        let Some(hand) = self.hands.get_mut(worker) else { return };
        let was = std::mem::replace(hand, Hand::Idle);
        if let Hand::Busy(busy) = was {
            self.note(busy, answer, now, orders);
        }
    }

    fn note(&mut self, busy: Busy, answer: Answer<R>, now: f64, orders: &mut Vec<Order<R>>) {
        let Some(place) = self.works.iter().position(|work| work.id == busy.job) else { return };
        let work = &mut self.works[place];
        let Answer::Done(row) = answer else { return self.give_up(place, orders) };
        let result = work.done(busy.part, row, (busy.since, now));
        orders.push(Order::Report(work.progress(now)));
        if let Some(result) = result {
            let Job { purpose, revision, .. } = self.works.remove(place).job;
            orders.push(Order::Deliver { purpose, revision, result });
        }
    }

    fn fell(&mut self, worker: usize, now: f64, orders: &mut Vec<Order<R>>) {
        let Some(hand) = self.hands.get(worker).copied() else { return };
        self.kept[worker] = None;
        match hand {
            Hand::Starting => self.hands[worker] = Hand::Gone,
            Hand::Busy(busy) => {
                self.hands[worker] = Hand::Resting;
                if let Some(place) = self.works.iter().position(|work| work.id == busy.job) {
                    if busy.tries >= TRIES {
                        self.give_up(place, orders);
                    } else {
                        self.works[place].again(busy.part, busy.tries);
                        orders.push(Order::Report(self.works[place].progress(now)));
                    }
                }
                self.start(worker, orders);
            }
            Hand::Idle | Hand::Resting => self.hands[worker] = Hand::Resting,
            Hand::Gone => {}
        }
    }

    fn give_up(&mut self, place: usize, orders: &mut Vec<Order<R>>) {
        let Job { purpose, revision, .. } = self.works.remove(place).job;
        orders.push(Order::GiveUp { purpose, revision });
    }

    /// Gives every idle worker a part, and starts those that rest.
    fn hand_out(&mut self, now: f64, orders: &mut Vec<Order<R>>) {
        if self.is_alone() {
            return self.do_here(now, orders);
        }
        let workers = self.hands.len();
        for worker in 0..workers {
            let Some(at) = self.most_urgent() else { return };
            let work = &mut self.works[at];
            match self.hands[worker] {
                Hand::Idle => {
                    let Some(piece) = work.next(workers) else { return };
                    let requests = work.requests(piece.part, &mut self.kept[worker]);
                    self.hands[worker] = Hand::Busy(Busy { since: now, ..piece });
                    orders.push(Order::Tell { worker, requests, rows: work.rows_for(piece.part) });
                }
                Hand::Resting => self.start(worker, orders),
                Hand::Starting | Hand::Busy(_) | Hand::Gone => {}
            }
        }
    }

    /// The work to be at next: a forecast, then what only has to be summed up, then the units of the others in turn. Who
    /// asked for something that is computed does not wait for the units of somebody else.
    fn most_urgent(&mut self) -> Option<usize> {
        let open = self.works.iter().enumerate().filter(|(_, work)| work.has_open());
        let has_time = |work: &Work<R>| work.job.purpose != Purpose::Forecast && !work.is_computed();
        open.min_by_key(|(at, work)| (has_time(work), *at)).map(|(at, _)| at)
    }

    fn do_here(&mut self, now: f64, orders: &mut Vec<Order<R>>) {
        if self.here.is_some() {
            return;
        }
        let Some(at) = self.most_urgent() else { return };
        let work = &mut self.works[at];
        let Some(piece) = work.next(0) else { return };
        self.here = Some(Busy { since: now, ..piece });
        let requests = work.requests(piece.part, &mut self.kept_here);
        orders.push(Order::DoHere { requests, rows: work.rows_for(piece.part) });
    }

    fn start(&mut self, worker: usize, orders: &mut Vec<Order<R>>) {
        if self.hands[worker] == Hand::Resting {
            self.hands[worker] = Hand::Starting;
            orders.push(Order::Start { worker });
        }
    }
}
