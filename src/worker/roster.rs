//! Who does which part: a machine of plain values that is told what happened and says what is to be done.
//!
//! Newest wins: of each purpose one job waits, and another plan takes the place of the one before. What is begun is
//! dropped too, unless it is of a purpose that is followed while it changes. A part whose job is gone is let run to its
//! end where that is near, since a worker that is ended must warm up again; only one that has been at it for
//! [`PATIENCE`] is ended and replaced.

use std::collections::VecDeque;
use std::rc::Rc;

use super::message::{Answer, Outcome, Purpose, Request, Task};

/// The name of a job; a later one is larger.
pub type JobId = u64;

/// How long a worker may go on with what nobody wants any more [ms].
const PATIENCE: f64 = 250.0;

/// How often a part is tried on a fresh worker after one fell over.
const TRIES: u32 = 2;

/// A task for a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    pub purpose: Purpose,
    /// Of the plan in hand; results name it, so that one of an earlier plan is known as such.
    pub revision: u64,
    /// The plan file.
    pub plan: Rc<str>,
    pub task: Task,
}

impl Job {
    /// Into how many parts it falls.
    fn parts(&self) -> u32 {
        1
    }
}

/// What has happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A person or a script asks for something.
    Asked(Job),
    /// Nobody wants what there is of this purpose any more.
    Dropped(Purpose),
    /// A worker has answered.
    Answered { worker: usize, answer: Answer },
    /// A worker has fallen over, or could not be started.
    Fell { worker: usize },
    /// The page has done a part itself.
    DoneHere { answer: Answer },
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    Start {
        worker: usize,
    },
    End {
        worker: usize,
    },
    Tell {
        worker: usize,
        request: Request,
    },
    /// There is no worker: the page does this itself, in a turn of its own.
    DoHere {
        requests: Vec<Request>,
    },
    Report(Progress),
    /// The figures of all parts, in the order of the parts.
    Deliver {
        purpose: Purpose,
        revision: u64,
        parts: Vec<Outcome>,
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
    /// Parts done.
    pub done: u32,
    /// Parts in all.
    pub of: u32,
    /// What is left at the pace so far [ms]; `None` = no part is done yet.
    pub remaining_ms: Option<f64>,
}

#[derive(Debug)]
struct Work {
    id: JobId,
    job: Job,
    /// When it was asked for [ms].
    since: f64,
    /// Parts that nobody is at, each with how often it was tried.
    open: VecDeque<(u32, u32)>,
    done: Vec<Option<Outcome>>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Hand {
    /// Not started, since there was nothing to do.
    Resting,
    Starting,
    Idle,
    Busy {
        job: JobId,
        part: u32,
        tries: u32,
        since: f64,
    },
    /// Fell over before it was ready: it will not come up.
    Gone,
}

/// All workers and jobs.
#[derive(Debug)]
pub struct Roster {
    hands: Vec<Hand>,
    /// The revision of the plan that each worker keeps.
    kept: Vec<Option<u64>>,
    /// By purpose, the most urgent first, and the older before the newer.
    works: Vec<Work>,
    next: JobId,
    /// Whether the page itself is at a part.
    is_busy_here: bool,
    /// The revision of the plan that the page's own engine keeps.
    kept_here: Option<u64>,
}

impl Roster {
    /// With so many workers; without any the page does everything itself.
    pub fn new(workers: usize) -> Self {
        Self {
            hands: vec![Hand::Resting; workers],
            kept: vec![None; workers],
            works: Vec::new(),
            next: 1,
            is_busy_here: false,
            kept_here: None,
        }
    }

    /// Whether the page does the work itself.
    pub fn is_alone(&self) -> bool {
        self.hands.iter().all(|hand| *hand == Hand::Gone)
    }

    /// Whether a worker is up, so that a job is begun at once or after the one before it.
    pub fn is_ready(&self) -> bool {
        self.hands.iter().any(|hand| matches!(hand, Hand::Idle | Hand::Busy { .. }))
    }

    /// Starts every worker before there is anything to do, so that the first task finds them warm.
    pub fn warm_up(&mut self) -> Vec<Order> {
        let mut orders = Vec::new();
        for worker in 0..self.hands.len() {
            self.start(worker, &mut orders);
        }
        orders
    }

    /// Takes note of what happened at `now` [ms] and says what is to be done.
    pub fn on(&mut self, event: Event, now: f64) -> Vec<Order> {
        let mut orders = Vec::new();
        match event {
            Event::Asked(job) => {
                let purpose = job.purpose;
                if purpose.is_followed() {
                    self.works.retain(|work| work.job.purpose != purpose || work.is_begun());
                } else {
                    self.drop_purpose(purpose, now, &mut orders);
                }
                self.take(job, now, &mut orders);
            }
            Event::Dropped(purpose) => self.drop_purpose(purpose, now, &mut orders),
            Event::Answered { worker, answer } => {
                if let Some(hand) = self.hands.get_mut(worker) {
                    *hand = Hand::Idle;
                }
                self.note(answer, now, &mut orders);
            }
            Event::DoneHere { answer } => {
                self.is_busy_here = false;
                self.note(answer, now, &mut orders);
            }
            Event::Fell { worker } => self.fell(worker, &mut orders),
        }
        self.hand_out(now, &mut orders);
        orders
    }

    fn take(&mut self, job: Job, now: f64, orders: &mut Vec<Order>) {
        let parts = job.parts();
        let work = Work {
            id: self.next,
            since: now,
            open: (0..parts).map(|part| (part, 0)).collect(),
            done: vec![None; parts as usize],
            job,
        };
        self.next += 1;
        orders.push(Order::Report(work.progress(now)));
        let place = self.works.partition_point(|other| other.job.purpose <= work.job.purpose);
        self.works.insert(place, work);
    }

    fn drop_purpose(&mut self, purpose: Purpose, now: f64, orders: &mut Vec<Order>) {
        self.works.retain(|work| work.job.purpose != purpose);
        for worker in 0..self.hands.len() {
            let Hand::Busy { job, since, .. } = self.hands[worker] else { continue };
            if now - since > PATIENCE && self.works.iter().all(|work| work.id != job) {
                orders.push(Order::End { worker });
                self.hands[worker] = Hand::Resting;
                self.kept[worker] = None;
                self.start(worker, orders);
            }
        }
    }

    fn note(&mut self, answer: Answer, now: f64, orders: &mut Vec<Order>) {
        match answer {
            Answer::Ready => {}
            Answer::Part { job, part, outcome } => {
                let Some(place) = self.works.iter().position(|work| work.id == job) else { return };
                let work = &mut self.works[place];
                if let Some(done) = work.done.get_mut(part as usize) {
                    *done = Some(outcome);
                }
                orders.push(Order::Report(work.progress(now)));
                if work.done.iter().all(Option::is_some) {
                    let work = self.works.remove(place);
                    let parts = work.done.into_iter().flatten().collect();
                    orders.push(Order::Deliver { purpose: work.job.purpose, revision: work.job.revision, parts });
                }
            }
            Answer::Refused { job, .. } => self.give_up(job, orders),
        }
    }

    fn fell(&mut self, worker: usize, orders: &mut Vec<Order>) {
        let Some(hand) = self.hands.get(worker).copied() else { return };
        self.kept[worker] = None;
        match hand {
            Hand::Starting => self.hands[worker] = Hand::Gone,
            Hand::Busy { job, part, tries, .. } => {
                self.hands[worker] = Hand::Resting;
                if tries >= TRIES {
                    self.give_up(job, orders);
                } else if let Some(work) = self.works.iter_mut().find(|work| work.id == job) {
                    work.open.push_front((part, tries));
                }
                self.start(worker, orders);
            }
            Hand::Idle | Hand::Resting => self.hands[worker] = Hand::Resting,
            Hand::Gone => {}
        }
    }

    fn give_up(&mut self, job: JobId, orders: &mut Vec<Order>) {
        let Some(place) = self.works.iter().position(|work| work.id == job) else { return };
        let work = self.works.remove(place);
        orders.push(Order::GiveUp { purpose: work.job.purpose, revision: work.job.revision });
    }

    /// Gives every idle worker a part, and starts those that rest.
    fn hand_out(&mut self, now: f64, orders: &mut Vec<Order>) {
        if self.is_alone() {
            return self.do_here(orders);
        }
        for worker in 0..self.hands.len() {
            let Some(work) = self.works.iter_mut().find(|work| !work.open.is_empty()) else { return };
            match self.hands[worker] {
                Hand::Idle => {
                    let Some((part, tried)) = work.open.pop_front() else { return };
                    let requests = work.requests(part, &mut self.kept[worker]);
                    let job = work.id;
                    orders.extend(requests.into_iter().map(|request| Order::Tell { worker, request }));
                    self.hands[worker] = Hand::Busy { job, part, tries: tried + 1, since: now };
                }
                Hand::Resting => self.start(worker, orders),
                Hand::Starting | Hand::Busy { .. } | Hand::Gone => {}
            }
        }
    }

    fn do_here(&mut self, orders: &mut Vec<Order>) {
        if self.is_busy_here {
            return;
        }
        let Some(work) = self.works.iter_mut().find(|work| !work.open.is_empty()) else { return };
        let Some((part, _)) = work.open.pop_front() else { return };
        self.is_busy_here = true;
        orders.push(Order::DoHere { requests: work.requests(part, &mut self.kept_here) });
    }

    fn start(&mut self, worker: usize, orders: &mut Vec<Order>) {
        if self.hands[worker] == Hand::Resting {
            self.hands[worker] = Hand::Starting;
            orders.push(Order::Start { worker });
        }
    }
}

impl Work {
    fn is_begun(&self) -> bool {
        self.open.len() < self.done.len()
    }

    /// What whoever keeps the plan of revision `kept` must be told to do a part.
    fn requests(&self, part: u32, kept: &mut Option<u64>) -> Vec<Request> {
        let Job { revision, ref plan, ref task, .. } = self.job;
        let plan = (*kept != Some(revision)).then(|| Request::Plan { revision, text: plan.to_string() });
        *kept = Some(revision);
        plan.into_iter().chain([Request::Part { job: self.id, revision, task: task.clone(), part }]).collect()
    }

    fn progress(&self, now: f64) -> Progress {
        let of = self.done.len() as u32;
        let done = self.done.iter().flatten().count() as u32;
        let remaining_ms = (done > 0).then(|| (now - self.since) * f64::from(of - done) / f64::from(done));
        Progress { purpose: self.job.purpose, revision: self.job.revision, done, of, remaining_ms }
    }
}
