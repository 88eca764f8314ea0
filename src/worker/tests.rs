//! The roster, played through by hand.

use std::rc::Rc;

use super::message::{Answer, Outcome, Purpose, Request, Task};
use super::roster::{Event, Job, Order, Roster};

fn job(revision: u64) -> Job {
    Job { purpose: Purpose::Forecast, revision, plan: Rc::from("{}"), task: Task::Forecast }
}

/// The workers that are started.
fn started(orders: &[Order]) -> Vec<usize> {
    orders.iter().filter_map(|order| if let Order::Start { worker } = order { Some(*worker) } else { None }).collect()
}

/// The worker, job and revision of each part that is told.
fn told(orders: &[Order]) -> Vec<(usize, u64, u64)> {
    let told = orders.iter().filter_map(|order| match order {
        Order::Tell { worker, request: Request::Part { job, revision, .. } } => Some((*worker, *job, *revision)),
        _ => None,
    });
    told.collect()
}

/// The revisions that are delivered.
fn delivered(orders: &[Order]) -> Vec<u64> {
    let delivered = orders.iter().filter_map(|order| match order {
        Order::Deliver { revision, .. } => Some(*revision),
        _ => None,
    });
    delivered.collect()
}

fn answer(worker: usize, job: u64) -> Event {
    Event::Answered { worker, answer: Answer::Part { job, part: 0, outcome: Outcome::Figures(vec![job as f64]) } }
}

fn ready(worker: usize) -> Event {
    Event::Answered { worker, answer: Answer::Ready }
}

#[test]
fn of_quick_edits_the_one_that_is_begun_and_the_newest_are_delivered() {
    let mut roster = Roster::new(1);
    assert_eq!(started(&roster.on(Event::Asked(job(1)), 0.0)), [0]);
    assert_eq!(told(&roster.on(ready(0), 1.0)), [(0, 1, 1)]);
    for revision in [2, 3] {
        let orders = roster.on(Event::Asked(job(revision)), 2.0);
        assert!(orders.iter().all(|order| matches!(order, Order::Report(_))), "{orders:?}");
    }
    let orders = roster.on(answer(0, 1), 3.0);
    assert_eq!((delivered(&orders), told(&orders)), (vec![1], vec![(0, 3, 3)]), "the second was overtaken");
    assert_eq!(delivered(&roster.on(answer(0, 3), 4.0)), [3]);
}

#[test]
fn a_worker_that_is_long_at_what_nobody_wants_is_replaced() {
    let mut roster = Roster::new(1);
    roster.on(Event::Asked(job(1)), 0.0);
    roster.on(ready(0), 0.0);
    let orders = roster.on(Event::Dropped(Purpose::Forecast), 1_000.0);
    assert_eq!(orders, [Order::End { worker: 0 }, Order::Start { worker: 0 }]);
}

#[test]
fn a_plan_is_handed_over_once_per_worker_and_revision() {
    let mut roster = Roster::new(1);
    roster.on(Event::Asked(job(1)), 0.0);
    let plans = |orders: &[Order]| {
        orders.iter().filter(|order| matches!(order, Order::Tell { request: Request::Plan { .. }, .. })).count()
    };
    assert_eq!(plans(&roster.on(ready(0), 0.0)), 1);
    roster.on(answer(0, 1), 1.0);
    assert_eq!(plans(&roster.on(Event::Asked(job(1)), 2.0)), 0);
    roster.on(answer(0, 2), 3.0);
    assert_eq!(plans(&roster.on(Event::Asked(job(2)), 4.0)), 1);
}

#[test]
fn a_part_whose_worker_fell_is_tried_once_more_and_then_given_up() {
    let mut roster = Roster::new(1);
    roster.on(Event::Asked(job(7)), 0.0);
    assert_eq!(told(&roster.on(ready(0), 0.0)).len(), 1);
    assert_eq!(started(&roster.on(Event::Fell { worker: 0 }, 1.0)), [0]);
    assert_eq!(told(&roster.on(ready(0), 2.0)), [(0, 1, 7)]);
    let orders = roster.on(Event::Fell { worker: 0 }, 3.0);
    assert!(orders.contains(&Order::GiveUp { purpose: Purpose::Forecast, revision: 7 }), "{orders:?}");
    assert_eq!(started(&orders), [0], "the next job finds a fresh worker");
}

#[test]
fn without_workers_the_page_does_the_parts_one_by_one() {
    for mut roster in [Roster::new(0), fallen()] {
        let orders = roster.on(Event::Asked(job(3)), 0.0);
        let Some(Order::DoHere { requests }) = orders.last() else { panic!("{orders:?}") };
        let [Request::Plan { .. }, Request::Part { job: name, .. }] = &requests[..] else { panic!("{requests:?}") };
        let answer = Answer::Part { job: *name, part: 0, outcome: Outcome::Figures(vec![1.0]) };
        assert_eq!(delivered(&roster.on(Event::DoneHere { answer }, 1.0)), [3]);
    }
}

/// A roster whose only worker did not come up.
fn fallen() -> Roster {
    let mut roster = Roster::new(1);
    roster.warm_up();
    roster.on(Event::Fell { worker: 0 }, 0.0);
    roster
}

#[test]
fn what_waits_when_the_last_worker_does_not_come_up_is_done_here() {
    let mut roster = Roster::new(1);
    roster.on(Event::Asked(job(1)), 0.0);
    let orders = roster.on(Event::Fell { worker: 0 }, 1.0);
    assert!(matches!(orders[..], [Order::DoHere { .. }]), "{orders:?}");
}
