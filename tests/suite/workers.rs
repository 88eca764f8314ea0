//! What page and workers hand each other comes through whole.

use stagger::forecast;
use stagger::wire::{self, numbers, plan_file};
use stagger::worker::{Answer, Desk, Outcome, Request, Task};

use crate::plan_file::reference_plans;

#[test]
fn a_worker_gives_the_forecast_of_every_reference_plan_to_the_last_bit() {
    let mut desk = Desk::default();
    for (revision, (name, plan)) in (1..).zip(reference_plans()) {
        let text = plan.to_string();
        let requests = [
            Request::Plan { revision, text: text.clone() },
            Request::Part { job: 7, revision, task: Task::Forecast, part: 0 },
        ];
        let answers = requests.map(|request| {
            assert_eq!(Request::read(&request.write()).as_ref(), Some(&request));
            desk.handle(request)
        });
        let [None, Some(Answer::Part { job: 7, part: 0, outcome: Outcome::Figures(figures) })] = answers else {
            panic!("{name}: {answers:?}")
        };
        let plan = stagger::worker::desk::checked(&text).expect("a plan without faults");
        let handed = numbers::forecast(plan.plan(), &figures).expect("a forecast");
        let computed = forecast::run(&plan);
        assert_eq!(wire::forecast::write(&handed), wire::forecast::write(&computed), "{name}");
        assert_eq!((handed.finished, handed.baseline.finished), (computed.finished, computed.baseline.finished));
    }
}

#[test]
fn numbers_that_are_no_forecast_are_refused() {
    let (_, plan) = reference_plans().swap_remove(0);
    let plan = stagger::worker::desk::checked(&plan.to_string()).expect("a plan without faults");
    let whole = numbers::write(plan.plan(), &forecast::run(&plan));
    assert!(numbers::forecast(plan.plan(), &whole).is_some());
    assert_eq!(numbers::forecast(plan.plan(), &whole[..whole.len() - 1]), None);
    assert_eq!(numbers::forecast(plan.plan(), &[&whole[..], &[0.0]].concat()), None);
    assert_eq!(numbers::forecast(plan.plan(), &[1e300; 64]), None);
}

#[test]
fn a_plan_that_is_not_there_is_refused() {
    let mut desk = Desk::default();
    let part = |revision| Request::Part { job: 1, revision, task: Task::Forecast, part: 0 };
    assert_eq!(desk.handle(part(1)), Some(Answer::Refused { job: 1, part: 0 }));
    desk.handle(Request::Plan { revision: 2, text: "{".to_owned() });
    assert_eq!(desk.handle(part(2)), Some(Answer::Refused { job: 1, part: 0 }));
    desk.handle(Request::Plan { revision: 3, text: plan_file::write(&whole_plan()) });
    assert!(matches!(desk.handle(part(3)), Some(Answer::Part { .. })));
    assert_eq!(desk.handle(part(2)), Some(Answer::Refused { job: 1, part: 0 }));
    assert_eq!(Request::read("plan"), None);
    assert_eq!(Request::read("part 1 2 3"), None);
}

fn whole_plan() -> stagger::plan::Plan {
    let (_, plan) = reference_plans().swap_remove(0);
    plan_file::read(&plan.to_string()).expect("a plan file")
}
