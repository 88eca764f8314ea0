//! What page and workers hand each other comes through whole.

use std::rc::Rc;
use std::sync::Arc;

use stagger::forecast;
use stagger::forecast::trust::Estimated;
use stagger::plan::{CheckedPlan, Plan, Range};
use stagger::risk::{self, Report, Sampling};
use stagger::wire::{self, numbers, plan_file};
use stagger::worker::{Desk, Form, Outcome, Part, Question, Request, Task};

use crate::plan_file::reference_plans;

#[test]
fn a_worker_gives_the_forecast_of_every_reference_plan_to_the_last_bit() {
    let mut desk = Desk::default();
    for (revision, (name, plan)) in (1..).zip(reference_plans()) {
        let text = plan.to_string();
        let requests = [
            Request::Plan { revision, text: text.clone() },
            Request::Part { revision, task: Task::Forecast, part: Part::Whole },
        ];
        let answers = requests.map(|request| {
            assert_eq!(Request::read(&request.write()).as_ref(), Some(&request));
            desk.handle(request, &[])
        });
        let [None, Some(Outcome::Figures(figures))] = answers else { panic!("{name}: {answers:?}") };
        let plan = stagger::worker::desk::checked(&text).expect("a plan without faults");
        let handed = numbers::forecast(plan.plan(), &figures).expect("a forecast");
        let computed = forecast::run(&plan);
        assert_eq!(wire::forecast::write(&handed), wire::forecast::write(&computed), "{name}");
        assert_eq!((handed.finished, handed.baseline.finished), (computed.finished, computed.baseline.finished));
    }
}

/// A plan at a worker of its own, and a study of it.
struct Bench {
    desk: Desk,
    task: Task,
}

impl Bench {
    fn new(plan: &CheckedPlan, question: Question, form: Form, options: &str) -> Self {
        let mut desk = Desk::default();
        desk.handle(Request::Plan { revision: 1, text: plan_file::write(plan.plan()) }, &[]);
        Self { desk, task: Task::Study { question, form, options: Rc::from(options) } }
    }

    fn part(&mut self, part: Part, rows: &[f64]) -> Outcome {
        let request = Request::Part { revision: 1, task: self.task.clone(), part };
        assert_eq!(Request::read(&request.write()).as_ref(), Some(&request));
        self.desk.handle(request, rows).expect("an answer")
    }

    fn figures(&mut self, part: Part) -> Vec<f64> {
        let Outcome::Figures(figures) = self.part(part, &[]) else { panic!("{part:?} gives no figures") };
        figures
    }

    /// The result where the units are shared out in pieces of these lengths, over and over.
    fn result(&mut self, lengths: &[u32]) -> Outcome {
        let units = self.figures(Part::Size).len() as u32;
        let mut pieces = Vec::new();
        let mut from = 0;
        for &length in lengths.iter().cycle() {
            if from == units {
                break;
            }
            let to = (from + length).min(units);
            pieces.push((from, to));
            from = to;
        }
        // Worked out from the last to the first, put together in order.
        let mut rows: Vec<Vec<f64>> =
            pieces.iter().rev().map(|&(from, to)| self.figures(Part::Units { from, to })).collect();
        rows.reverse();
        self.part(Part::Sum, &rows.concat())
    }
}

/// The reference plan that has most in it, with some ranges.
fn ranged_plan() -> CheckedPlan {
    let (_, plan) = reference_plans().into_iter().find(|(name, _)| name == "combined").expect("a reference plan");
    let plan = plan_file::read(&plan.to_string()).expect("a plan file");
    let range = |(field, low, high): (&str, f64, f64)| Range { field: field.to_owned(), low, high };
    let ranges =
        [("/arrivals/show_up", 0.3, 0.7), ("/journey/0/service_s", 60.0, 200.0), ("/members/counts", 1e4, 1e5)];
    CheckedPlan::new(Plan { ranges: ranges.map(range).into(), ..plan }).expect("a plan without faults")
}

/// The same with a twentieth of the people, whose simulation is short.
fn small_plan() -> CheckedPlan {
    let mut plan = ranged_plan().plan().clone();
    for count in Arc::make_mut(&mut plan.members).counts.iter_mut().flatten() {
        *count /= 20;
    }
    CheckedPlan::new(Plan { ranges: Vec::new(), ..plan }).expect("a plan without faults")
}

#[test]
fn risk_in_parts_is_the_risk_at_one_go_to_the_last_bit() {
    let plan = ranged_plan();
    let sampling = Sampling { seed: plan.plan().seed, draws: 40 };
    let pointers: Vec<String> = plan.plan().ranges.iter().map(|range| range.field.clone()).collect();
    assert!(!pointers.is_empty());
    let native = risk::report(&plan, sampling, &pointers, &risk::screened);
    let options = r#"{"runs":40}"#;
    for lengths in [&[1][..], &[3], &[7, 2, 11], &[1000]] {
        let Outcome::Figures(figures) = Bench::new(&plan, Question::Risk, Form::Page, options).result(lengths) else {
            panic!("{lengths:?}")
        };
        assert_eq!(numbers::read::<Report>(plan.plan(), &figures).as_ref(), Some(&native), "{lengths:?}");
    }
    let counted = (0..40).filter(|&draw| {
        let draws = risk::run_draws(&plan, &native.sample, [draw], &risk::screened);
        draws[0].figures.as_ref().is_some_and(|figures| figures.slots[0].verdict == forecast::Verdict::Breaks)
    });
    assert_eq!(native.summary.slots[0].chance.happened, counted.count());
}

#[test]
fn answers_for_scripts_are_the_same_bytes_however_the_work_is_shared_out() {
    let options = r#"{"runs":12,"seed":3,"break_even":["/arrivals/show_up","/days","/nowhere"]}"#;
    let (ranged, small) = (ranged_plan(), small_plan());
    let precision = wire::risk::Precision::Screening;
    let risk = wire::risk::of_plan(&ranged, options, precision, &risk::screened);
    let simulation = wire::simulation::of_plan(&small, options);
    for lengths in [&[1][..], &[3, 1], &[1000]] {
        for (question, plan, native) in [(Question::Risk, &ranged, &risk), (Question::Simulate, &small, &simulation)] {
            let answer = Bench::new(plan, question, Form::Script, options).result(lengths);
            assert_eq!(answer, Outcome::Text(native.clone()), "{question:?} {lengths:?}");
        }
    }
}

#[test]
fn the_page_sees_the_replications_and_the_chance_that_scripts_see() {
    let plan = small_plan();
    let seed = plan.plan().seed;
    let estimates = forecast::simulation::replicate(&plan, stagger::demand::Scenario::Planned, seed, 20, |_, _| {});
    let figures = Bench::new(&plan, Question::Simulate, Form::Page, "").result(&[3]);
    let Outcome::Figures(figures) = figures else { panic!("{figures:?}") };
    let shown: Estimated = numbers::read(plan.plan(), &figures).expect("estimates");
    assert_eq!(shown, Estimated::of(&estimates));
    let mut bench = Bench::new(&plan, Question::Risk, Form::Page, "");
    bench.task = Task::Chance;
    let chance = numbers::read(plan.plan(), &bench.figures(Part::Whole)).expect("a chance, or none");
    assert_eq!(forecast::chance::chance(&plan, &forecast::run(&plan)), chance);
}

#[test]
fn parts_that_are_not_all_units_are_refused() {
    let plan = ranged_plan();
    for (question, form) in [(Question::Risk, Form::Page), (Question::Simulate, Form::Script)] {
        let mut bench = Bench::new(&plan, question, form, r#"{"runs":10}"#);
        let units = bench.figures(Part::Size).len() as u32;
        let rows = bench.figures(Part::Units { from: 0, to: units - 1 });
        assert_eq!(bench.part(Part::Sum, &rows), Outcome::Refused);
        assert_eq!(bench.part(Part::Sum, &rows[..rows.len() - 1]), Outcome::Refused);
        assert_eq!(bench.part(Part::Whole, &[]), Outcome::Refused);
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
    let part = |revision| Request::Part { revision, task: Task::Forecast, part: Part::Whole };
    assert_eq!(desk.handle(part(1), &[]), Some(Outcome::Refused));
    desk.handle(Request::Plan { revision: 2, text: "{".to_owned() }, &[]);
    assert_eq!(desk.handle(part(2), &[]), Some(Outcome::Refused));
    desk.handle(Request::Plan { revision: 3, text: plan_file::write(&whole_plan()) }, &[]);
    assert!(matches!(desk.handle(part(3), &[]), Some(Outcome::Figures(_))));
    assert_eq!(desk.handle(part(2), &[]), Some(Outcome::Refused));
    assert_eq!(Request::read("plan"), None);
    assert_eq!(Request::read("part 1 2 3"), None);
}

fn whole_plan() -> stagger::plan::Plan {
    let (_, plan) = reference_plans().swap_remove(0);
    plan_file::read(&plan.to_string()).expect("a plan file")
}
