//! Forecasts over the ranges: what the draws say together is what each says alone.

use serde_json::{Value, json};
use stagger::clock::CivilDate;
use stagger::forecast::Verdict;
use stagger::forecast::curves::Curves;
use stagger::library::{Wording, blank};
use stagger::plan::{CheckedPlan, Plan, Range};
use stagger::risk::{
    Detail, Draw, Figures, PlanFigure, Sample, Sampling, SlotFigure, Summary, assumptions, difference, full, run_draws,
    summary,
};
use stagger::wire::{answer, plan_file};

/// One window of 10,000 members before one stage, close to its limit.
pub fn plan(ranges: &[(&str, f64, f64)]) -> CheckedPlan {
    let range = |&(field, low, high): &(&str, f64, f64)| Range { field: field.to_owned(), low, high };
    let today = CivilDate::new(2026, 11, 22).unwrap();
    let mut plan = Plan { ranges: ranges.iter().map(range).collect(), ..blank(Wording::english, today) };
    plan.arrivals.opening_share = stagger::units::Share::new(0.2);
    CheckedPlan::new(plan).unwrap()
}

pub const RANGES: [(&str, f64, f64); 4] = [
    ("/arrivals/show_up", 0.2, 0.7),
    ("/arrivals/opening_share", 0.03, 0.3),
    ("/journey/0/rate_per_s", 2.5, 10.0),
    ("/journey/0/patience_s", 600.0, 9_660.0),
];

pub fn drawn(plan: &CheckedPlan, draws: usize) -> (Sample, Vec<Draw>) {
    let sampling = Sampling { seed: plan.plan().seed, draws };
    let sample = Sample::new(assumptions(plan.plan()), sampling);
    let draws = run_draws(plan, &sample, 0..draws, &full);
    (sample, draws)
}

fn summed(plan: &CheckedPlan, draws: usize) -> Summary {
    summary(&full(plan, Detail::OverTime), &drawn(plan, draws).1)
}

#[test]
fn chances_and_bands_are_a_count_over_the_same_plans_computed_one_by_one() {
    let plan = plan(&RANGES);
    let (sample, draws) = drawn(&plan, 60);
    let summary = summary(&full(&plan, Detail::OverTime), &draws);

    // Another way to the same: plan files with other numbers, computed as a script of a user would.
    let file: Value = serde_json::from_str(&plan_file::write(plan.plan())).unwrap();
    let (mut broken, mut broken_at_all, mut loads) = (vec![0; 2], 0, Vec::new());
    for draw in 0..60 {
        let mut file = file.clone();
        for (assumption, value) in sample.assumptions().iter().zip(sample.values(draw)) {
            *file.pointer_mut(&assumption.pointer).unwrap() = json!(value);
        }
        let lowest = file["arrivals"]["show_up"].as_f64().unwrap();
        if file["arrivals"]["opening_share"].as_f64().unwrap() > lowest {
            file["arrivals"]["opening_share"] = json!(lowest);
        }
        let forecast: Value = serde_json::from_str(&answer::forecast(&file.to_string()).unwrap()).unwrap();
        let breaks = |slot: usize| forecast["slots"][slot]["verdict"] == "breaks";
        for (slot, count) in broken.iter_mut().enumerate() {
            *count += usize::from(breaks(slot));
        }
        broken_at_all += usize::from(breaks(0) || breaks(1));
        loads.push(forecast["slots"][0]["peak_load"].as_f64().unwrap());
    }
    assert!((5..55).contains(&broken[0]), "{broken:?} says nothing");
    for (slot, count) in summary.slots.iter().zip(broken) {
        assert_eq!((slot.chance.happened, slot.chance.of), (count, 60));
    }
    assert_eq!((summary.chance.happened, summary.draws, summary.refused), (broken_at_all, 60, 0));
    loads.sort_by(f64::total_cmp);
    let expect = [3, 15, 30, 45, 57].map(|rank| loads[rank - 1]);
    assert_eq!(summary.slots[0].band(SlotFigure::PeakLoad).values, expect);
}

#[test]
fn a_slot_that_breaks_in_one_draw_of_ten_is_at_risk() {
    let plan = plan(&[("/arrivals/show_up", 0.2, 0.7)]);
    let likely = full(&plan, Detail::OverTime);
    let summary = summed(&plan, 40);
    for (slot, likely) in summary.slots.iter().zip(&likely.slots) {
        let expect = match likely.verdict {
            Verdict::Holds if slot.chance.share() >= 0.1 => Verdict::AtRisk,
            other => other,
        };
        assert_eq!(slot.verdict, expect);
    }
}

#[test]
fn twice_the_range_is_a_wider_band() {
    let widths = |low: f64, high: f64| {
        let summary = summed(&plan(&[("/journey/0/rate_per_s", low, high)]), 100);
        [PlanFigure::PeakLoad, PlanFigure::PeakQueue, PlanFigure::Lost].map(|figure| {
            let band = summary.band(figure);
            band.high() - band.low()
        })
    };
    let (once, twice) = (widths(4.0, 6.0), widths(3.0, 7.0));
    for (once, twice) in once.into_iter().zip(twice) {
        assert!(once > 0.0 && twice > 1.5 * once, "{once} {twice}");
    }
}

#[test]
fn two_identical_plans_differ_by_nothing_in_every_draw() {
    let (_, first) = drawn(&plan(&RANGES), 30);
    let (_, second) = drawn(&plan(&RANGES), 30);
    assert_eq!(first, second);
    for figure in PlanFigure::ALL {
        let difference = difference(figure, &first, &second);
        assert_eq!(difference.by_draw, [0.0; 30]);
        assert_eq!((difference.smaller.happened, difference.larger.happened, difference.smaller.of), (0, 0, 30));
    }
}

#[test]
fn plans_that_share_assumptions_share_their_luck() {
    let plan = plan(&RANGES);
    let mut faster = plan.plan().clone();
    let stage = &mut std::sync::Arc::make_mut(&mut faster.journey)[0];
    stage.service = stagger::units::Seconds::new(60.0);
    faster.ranges.insert(0, Range { field: "/journey/0/service_s".to_owned(), low: 60.0, high: 60.0 });
    let faster = CheckedPlan::new(faster).unwrap();
    let (_, first) = drawn(&plan, 40);
    let (_, second) = drawn(&faster, 40);
    // A service twice as fast changes nothing about who arrives and starts.
    assert_eq!(difference(PlanFigure::Starters, &first, &second).by_draw, [0.0; 40]);
    let inside = difference(PlanFigure::PeakInside, &second, &first);
    assert_eq!((inside.smaller.happened, inside.larger.happened), (40, 0));
    assert!(inside.band.high() < 0.0);
}

#[test]
fn it_does_not_matter_who_computes_which_draws() {
    let plan = plan(&RANGES);
    let (sample, whole) = drawn(&plan, 24);
    let likely = full(&plan, Detail::OverTime);
    for workers in [2, 3, 24] {
        let mut parts: Vec<Draw> = Vec::new();
        for worker in (0..workers).rev() {
            let indices = (0..24).filter(|index| index % workers == worker);
            parts.extend(run_draws(&plan, &sample, indices, &full));
        }
        assert_eq!(summary(&likely, &parts), summary(&likely, &whole));
        assert_eq!(difference(PlanFigure::Lost, &parts, &whole).by_draw, [0.0; 24]);
    }
}

#[test]
fn a_plan_without_ranges_gives_its_forecast_in_every_draw() {
    let plan = plan(&[]);
    let likely = full(&plan, Detail::OverTime);
    let summary = summed(&plan, 5);
    for figure in PlanFigure::ALL {
        assert_eq!(summary.band(figure).values, [likely.get(figure); 5]);
    }
    assert_eq!((summary.chance.happened, summary.chance.of), (usize::from(likely.breaks()) * 5, 5));
    assert_eq!(summary.curves[0].queue[0], likely.curves.places[0].queue);
    assert_eq!(summary.curves[0].queue[4], likely.curves.places[0].queue);
}

#[test]
fn values_that_make_no_plan_are_counted_and_left_out() {
    let ranges = [("/members/counts/0/0", 0.0, 20_000.0)];
    let summary = summed(&plan(&ranges), 100);
    assert_eq!((summary.draws, summary.refused), (95, 5));
    assert_eq!(summary.chance.of, 95);
}

#[test]
fn the_figures_are_those_of_the_forecast() {
    let plan = plan(&[]);
    let forecast = stagger::forecast::run(&plan);
    let figures = Figures::of(plan.plan(), &forecast);
    let slot = &forecast.slots[0];
    let expect = [slot.peak_load.unwrap(), slot.wait_target_s.unwrap(), slot.wait_max_s.unwrap(), slot.peak_queue];
    let figure = [PlanFigure::PeakLoad, PlanFigure::WaitTarget, PlanFigure::WaitMax, PlanFigure::PeakQueue];
    assert!(slot.peak_queue > 100.0);
    assert_eq!(figure.map(|figure| figures.get(figure)), expect);
    assert_eq!(figures.get(PlanFigure::Lost), forecast.totals.lost);
    let done = figures.get(PlanFigure::DoneAt);
    assert!(done.is_infinite() || forecast.finished[done as usize / 60 - 1] >= 0.95 * forecast.totals.starters);
}

#[test]
fn whoever_computes_no_curves_gets_the_same_chances_and_bands() {
    let plan = plan(&RANGES);
    let bare = |plan: &CheckedPlan, _| full(plan, Detail::Figures);
    let (sample, whole) = drawn(&plan, 20);
    let short = run_draws(&plan, &sample, 0..20, &bare);
    let (whole, short) =
        (summary(&full(&plan, Detail::OverTime), &whole), summary(&full(&plan, Detail::Figures), &short));
    assert_eq!((&short.slots, &short.bands, short.chance), (&whole.slots, &whole.bands, whole.chance));
    assert!(short.curves.is_empty() && !whole.curves.is_empty());
}

#[test]
fn of_many_draws_some_tell_the_bands_over_time() {
    for (draws, over_time) in [(1, 1), (200, 200), (399, 399), (400, 200), (1_000, 200), (1_001, 201), (10_000, 200)] {
        let told = (0..draws).filter(|&draw| Detail::of(draw, draws) == Detail::OverTime).count();
        assert_eq!(told, over_time, "of {draws}");
    }
    let plan = plan(&RANGES);
    let (_, mut draws) = drawn(&plan, 40);
    let likely = full(&plan, Detail::OverTime);
    let of_some = draws.iter().step_by(4).cloned().collect::<Vec<_>>();
    for draw in draws.iter_mut().filter(|draw| draw.index % 4 != 0) {
        let figures = draw.figures.take().unwrap();
        draw.figures = Some(figures.with_curves(Curves::none()));
    }
    let (some, all) = (summary(&likely, &of_some), summary(&likely, &draws));
    assert_eq!((&some.curves, &some.finished), (&all.curves, &all.finished));
    assert_eq!((some.draws, all.draws), (10, 40));
}
