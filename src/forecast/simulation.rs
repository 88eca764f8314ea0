//! The same figures as a forecast's, of every single person: one replication, and what many of them say together.
//!
//! Where a figure needs a definition beyond that of the forecast, it is this. A wait is that of somebody with endless
//! patience; the longest of an interval is taken over all attempts, whole minutes, slot boundaries and changes of
//! capacity in it. `peak_inside` is taken at whole seconds. Catch-up windows invite the very people who were lost.

mod counted;
mod figures;

use crate::demand::Scenario;
use crate::forecast::Forecast;
use crate::forecast::assemble::{self, Spans, Story};
use crate::num::order;
use crate::plan::CheckedPlan;
use crate::queueing::simulation::heap::{self, Mutant, Unwatched};
use crate::queueing::simulation::luck::{self, Seeded};
use crate::queueing::simulation::tally::Instants;
use crate::queueing::simulation::{People, SimulatedPlace, Ticks};
use counted::Counted;

pub use figures::{Band, Estimate, Estimates, Figure};

const MINUTE: f64 = 60.0;

/// Most attempts that a replication can number and hold.
pub const ATTEMPTS_MAX: f64 = 500_000_000.0;

/// Attempts at all stages that a replication will have to look at, judged by the forecast of the same plan: what it
/// costs. Above [`ATTEMPTS_MAX`] a plan must not be simulated.
pub fn attempts(forecast: &Forecast) -> f64 {
    forecast.totals.starters
        + forecast.stages.iter().map(|stage| stage.attempts + stage.background_attempts).sum::<f64>()
}

/// Simulates one replication of a plan; the same plan, seed and replication give the same story everywhere.
pub fn simulate(plan: &CheckedPlan, scenario: Scenario, seed: u64, replication: u32) -> Story {
    simulate_with(plan, scenario, seed, replication, None)
}

/// The same, wrong on purpose; for the tests that must notice.
#[doc(hidden)]
pub fn simulate_with(
    checked: &CheckedPlan,
    scenario: Scenario,
    seed: u64,
    replication: u32,
    mutant: Option<Mutant>,
) -> Story {
    let plan = checked.plan();
    let places = SimulatedPlace::of(plan);
    let spans = Spans::of(plan);
    let instants = instants(&spans, &places);
    let key = luck::replication(seed, replication);
    let mut people = People::new(plan, checked.cut(), scenario, &places, key);
    let luck = Seeded::new(&places, key);
    let run = heap::run::<Ticks, _, _, _>(&places, &instants, luck, &mut people, &mut Unwatched, mutant);
    let figures = people.figures();
    let lost = run.lost_before_catch_up.iter().map(|&lost| lost as f64).collect();
    let counted = Counted::new(&places, &instants, run.places);
    assemble::story(plan, &spans, &counted, &figures, people.table_people() as f64, lost)
}

/// Simulates replications `0..replications` one after the other and tells of each before the next.
pub fn replicate(
    plan: &CheckedPlan,
    scenario: Scenario,
    seed: u64,
    replications: u32,
    mut tell: impl FnMut(u32, &Story),
) -> Estimates {
    let mut estimates = Estimates::default();
    for replication in 0..replications {
        let story = simulate(plan, scenario, seed, replication);
        tell(replication, &story);
        estimates.add(&story);
    }
    estimates
}

/// When places are looked at: every minute, at every stop and every change of capacity.
fn instants(spans: &Spans, places: &[SimulatedPlace]) -> Instants {
    let within = |t: &f64| (0.0..spans.horizon).contains(t);
    let mut stops: Vec<f64> = [0.0].into_iter().chain(spans.stops.iter().copied()).filter(within).collect();
    order::sort_by(&mut stops, f64::total_cmp);
    stops.dedup();
    let minutes = (0..(spans.horizon / MINUTE) as usize).map(|minute| minute as f64 * MINUTE);
    let changes = places.iter().flat_map(|place| &place.law.capacities).map(|entry| entry.0).filter(within);
    let mut marks: Vec<f64> = minutes.chain(changes).chain(stops.iter().copied()).collect();
    order::sort_by(&mut marks, f64::total_cmp);
    marks.dedup();
    Instants { marks, stops, horizon: spans.horizon }
}
