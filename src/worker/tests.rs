//! The roster, played through by hand.

use std::rc::Rc;

use super::message::{Form, Part, Purpose, Question, Request, Task};
use super::roster::{Answer, Event, Job, Order, Roster};

type Row = Vec<f64>;

fn job(revision: u64) -> Job {
    Job { purpose: Purpose::Forecast, revision, plan: Rc::from("{}"), task: Task::Forecast }
}

fn study(revision: u64) -> Job {
    let task = Task::Study { question: Question::Risk, form: Form::Page, options: Rc::default() };
    Job { purpose: Purpose::Risk, revision, plan: Rc::from("{}"), task }
}

/// The workers that are started.
fn started(orders: &[Order<Row>]) -> Vec<usize> {
    orders.iter().filter_map(|order| if let Order::Start { worker } = order { Some(*worker) } else { None }).collect()
}

/// The worker, revision and part that are told.
fn told(orders: &[Order<Row>]) -> Vec<(usize, u64, Part)> {
    let told = orders.iter().filter_map(|order| match order {
        Order::Tell { worker, requests, .. } => match requests.last() {
            Some(&Request::Part { revision, part, .. }) => Some((*worker, revision, part)),
            _ => None,
        },
        _ => None,
    });
    told.collect()
}

/// The revisions that are delivered, with their results.
fn delivered(orders: &[Order<Row>]) -> Vec<(u64, Row)> {
    let delivered = orders.iter().filter_map(|order| match order {
        Order::Deliver { revision, result, .. } => Some((*revision, result.clone())),
        _ => None,
    });
    delivered.collect()
}

fn done(worker: usize, row: &[f64]) -> Event<Row> {
    Event::Answered { worker, answer: Answer::Done(row.to_vec()) }
}

fn ready(worker: usize) -> Event<Row> {
    Event::Answered { worker, answer: Answer::Ready }
}

/// So many workers, all up.
fn staffed(workers: usize) -> Roster<Row> {
    let mut roster = Roster::new(workers);
    roster.warm_up(workers);
    for worker in 0..workers {
        roster.on(ready(worker), 0.0);
    }
    roster
}

/// Plays a study to its end: each part takes as long as its units are heavy, and of those at work `choose` names who is
/// done next. A unit's figure is its number.
fn played(workers: usize, weights: &[f64], choose: impl Fn(usize) -> usize) -> (Vec<Row>, Vec<Part>) {
    let mut roster = staffed(workers);
    let mut parts = Vec::new();
    let (mut summed, mut now) = (Vec::new(), 0.0);
    let mut at_work: Vec<(usize, Part)> = Vec::new();
    let mut orders = roster.on(Event::Asked(study(1)), now);
    loop {
        for order in &orders {
            if let Order::Tell { rows, .. } = order
                && !rows.is_empty()
            {
                summed.clone_from(rows);
            }
        }
        at_work.extend(told(&orders).into_iter().map(|(worker, _, part)| (worker, part)));
        if !delivered(&orders).is_empty() {
            return (summed, parts);
        }
        let (worker, part) = at_work.remove(choose(at_work.len()));
        parts.push(part);
        let row: Row = match part {
            Part::Size => weights.to_vec(),
            Part::Units { from, to } => {
                now += weights[from as usize..to as usize].iter().sum::<f64>();
                (from..to).map(f64::from).collect()
            }
            Part::Whole | Part::Sum => vec![1.0],
        };
        orders = roster.on(done(worker, &row), now);
    }
}

#[test]
fn of_quick_edits_the_one_that_is_begun_and_the_newest_are_delivered() {
    let mut roster = Roster::new(1);
    assert_eq!(started(&roster.on(Event::Asked(job(1)), 0.0)), [0]);
    assert_eq!(told(&roster.on(ready(0), 1.0)), [(0, 1, Part::Whole)]);
    for revision in [2, 3] {
        let orders = roster.on(Event::Asked(job(revision)), 2.0);
        assert!(orders.iter().all(|order| matches!(order, Order::Report(_))), "{orders:?}");
    }
    let orders = roster.on(done(0, &[1.0]), 3.0);
    assert_eq!(delivered(&orders), [(1, vec![1.0])]);
    assert_eq!(told(&orders), [(0, 3, Part::Whole)], "the second was overtaken");
    assert_eq!(delivered(&roster.on(done(0, &[3.0]), 4.0)), [(3, vec![3.0])]);
}

#[test]
fn every_unit_is_done_once_and_summed_up_in_order_whoever_does_it() {
    let weights: Vec<f64> = (0..500).map(|unit| if unit < 20 { 30.0 } else { 1.0 }).collect();
    let all: Row = (0..500).map(f64::from).collect();
    for workers in [1, 3, 7] {
        let first = |_| 0;
        let last = |at_work: usize| at_work - 1;
        for (summed, parts) in [played(workers, &weights, first), played(workers, &weights, last)] {
            assert_eq!(summed.concat(), all, "{workers} workers");
            assert_eq!((parts.first(), parts.last()), (Some(&Part::Size), Some(&Part::Sum)));
            for part in parts {
                let Part::Units { from, to } = part else { continue };
                let weight: f64 = weights[from as usize..to as usize].iter().sum();
                assert!(to == from + 1 || weight <= 61.0, "{part:?} is too long");
            }
        }
    }
}

#[test]
fn the_time_that_is_left_follows_from_the_units_that_are_done() {
    let mut roster = staffed(1);
    roster.on(Event::Asked(study(1)), 0.0);
    roster.on(done(0, &[4.0; 8]), 10.0);
    let orders = roster.on(done(0, &[0.0; 2]), 30.0);
    let told = orders.iter().find_map(|order| if let Order::Report(progress) = order { Some(progress) } else { None });
    let told = told.expect("progress is told");
    assert_eq!((told.done, told.of, told.remaining_ms), (2, 8, Some(60.0)));
}

#[test]
fn a_forecast_goes_before_the_units_of_a_study() {
    let mut roster = staffed(1);
    roster.on(Event::Asked(study(1)), 0.0);
    roster.on(done(0, &[30.0; 8]), 1.0);
    roster.on(Event::Asked(job(2)), 2.0);
    assert_eq!(told(&roster.on(done(0, &[0.0]), 31.0)), [(0, 2, Part::Whole)]);
    assert!(matches!(told(&roster.on(done(0, &[0.0]), 32.0))[..], [(0, 1, Part::Units { .. })]));
}

#[test]
fn what_is_computed_is_summed_up_before_the_units_of_others() {
    let script = Job { purpose: Purpose::Script(1), ..study(1) };
    let mut roster = staffed(1);
    roster.on(Event::Asked(script), 0.0);
    roster.on(done(0, &[30.0]), 1.0);
    roster.on(Event::Asked(study(2)), 2.0);
    assert_eq!(told(&roster.on(done(0, &[0.0]), 31.0)), [(0, 1, Part::Sum)], "before the risk of the page");
    assert_eq!(told(&roster.on(done(0, &[9.0]), 32.0)), [(0, 2, Part::Size)]);
}

#[test]
fn a_worker_that_is_long_at_what_nobody_wants_is_replaced() {
    let mut roster = staffed(2);
    roster.on(Event::Asked(study(1)), 0.0);
    // The first unit takes a second, the second nearly no time.
    roster.on(done(0, &[1_000.0, 1.0, 1.0]), 1.0);
    let orders = roster.on(Event::Dropped(Purpose::Risk), 2.0);
    assert_eq!(orders, [Order::End { worker: 0 }, Order::Start { worker: 0 }]);
    assert!(roster.is_ready(2.0), "the other one is let finish");
    assert_eq!(roster.on(done(1, &[0.0]), 3.0), [], "what nobody wants is let go");
}

#[test]
fn a_newer_study_takes_the_place_of_the_one_before() {
    let mut roster = staffed(1);
    roster.on(Event::Asked(study(1)), 0.0);
    roster.on(done(0, &[1.0, 1.0]), 1.0);
    roster.on(Event::Asked(study(2)), 2.0);
    assert_eq!(told(&roster.on(done(0, &[0.0, 1.0]), 3.0)), [(0, 2, Part::Size)]);
}

#[test]
fn a_plan_is_handed_over_once_per_worker_and_revision() {
    let mut roster = Roster::new(1);
    roster.on(Event::Asked(job(1)), 0.0);
    let plans = |orders: &[Order<Row>]| {
        let requests = orders.iter().flat_map(|order| match order {
            Order::Tell { requests, .. } => requests.as_slice(),
            _ => &[],
        });
        requests.filter(|request| matches!(request, Request::Plan { .. })).count()
    };
    assert_eq!(plans(&roster.on(ready(0), 0.0)), 1);
    roster.on(done(0, &[]), 1.0);
    assert_eq!(plans(&roster.on(Event::Asked(job(1)), 2.0)), 0);
    roster.on(done(0, &[]), 3.0);
    assert_eq!(plans(&roster.on(Event::Asked(job(2)), 4.0)), 1);
}

#[test]
fn a_part_whose_worker_fell_is_tried_once_more_and_then_given_up() {
    let mut roster = staffed(1);
    assert_eq!(told(&roster.on(Event::Asked(job(7)), 0.0)).len(), 1);
    let orders = roster.on(Event::Fell { worker: 0 }, 1.0);
    assert_eq!(started(&orders), [0]);
    assert!(
        orders.iter().any(|order| matches!(order, Order::Report(crate::worker::Progress { is_again: true, .. }))),
        "{orders:?}"
    );
    assert_eq!(told(&roster.on(ready(0), 2.0)), [(0, 7, Part::Whole)]);
    let orders = roster.on(Event::Fell { worker: 0 }, 3.0);
    assert!(orders.contains(&Order::GiveUp { purpose: Purpose::Forecast, revision: 7 }), "{orders:?}");
    assert_eq!(started(&orders), [0], "the next job finds a fresh worker");
}

#[test]
fn figures_that_are_lost_while_they_are_summed_up_are_computed_once_more() {
    let mut roster = staffed(1);
    roster.on(Event::Asked(study(1)), 0.0);
    let mut orders = roster.on(done(0, &[1.0, 1.0]), 1.0);
    for turn in 0..2 {
        assert_eq!(told(&orders), [(0, 1, Part::Units { from: 0, to: 2 })], "{turn}");
        assert_eq!(told(&roster.on(done(0, &[0.0, 1.0]), 2.0)), [(0, 1, Part::Sum)], "{turn}");
        let fallen = roster.on(Event::Fell { worker: 0 }, 3.0);
        assert_eq!(fallen.contains(&Order::GiveUp { purpose: Purpose::Risk, revision: 1 }), turn == 1, "{turn}");
        orders = roster.on(ready(0), 4.0);
    }
    assert_eq!(orders, []);
}

#[test]
fn without_workers_the_page_does_the_parts_one_by_one() {
    for mut roster in [Roster::new(0), fallen()] {
        let orders = roster.on(Event::Asked(study(3)), 0.0);
        let mut parts = Vec::new();
        let mut last = orders;
        for row in [vec![30.0, 30.0], vec![0.0], vec![1.0], vec![9.0]] {
            let Some(Order::DoHere { requests, .. }) = last.last() else { panic!("{last:?}") };
            let Some(Request::Part { part, .. }) = requests.last() else { panic!("{requests:?}") };
            parts.push(*part);
            last = roster.on(Event::DoneHere { answer: Answer::Done(row) }, 1.0);
        }
        let [one, two] = [0, 1].map(|from| Part::Units { from, to: from + 1 });
        assert_eq!(parts, [Part::Size, one, two, Part::Sum]);
        assert_eq!(delivered(&last), [(3, vec![9.0])]);
    }
}

/// A roster whose only worker did not come up.
fn fallen() -> Roster<Row> {
    let mut roster = Roster::new(1);
    roster.warm_up(1);
    roster.on(Event::Fell { worker: 0 }, 0.0);
    roster
}

#[test]
fn what_waits_when_the_last_worker_does_not_come_up_is_done_here() {
    let mut roster: Roster<Row> = Roster::new(1);
    roster.on(Event::Asked(job(1)), 0.0);
    let orders = roster.on(Event::Fell { worker: 0 }, 1.0);
    assert!(matches!(orders[..], [Order::DoHere { .. }]), "{orders:?}");
}
