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
use crate::plan::{CheckedPlan, Plan};
use crate::queueing::simulation::fast;
use crate::queueing::simulation::heap::{self, Mutant, Run, Unwatched};
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
    let trial = Trial::new(plan, scenario, seed, replication);
    match trial.run(Engine::Fast { longest: fast::LONGEST }) {
        Some(run) => trial.tell(run),
        None => trial.tell(trial.run_heap(None)),
    }
}

/// The same, wrong on purpose; for the tests that must notice.
#[doc(hidden)]
pub fn simulate_with(plan: &CheckedPlan, scenario: Scenario, seed: u64, replication: u32, mutant: Mutant) -> Story {
    let trial = Trial::new(plan, scenario, seed, replication);
    trial.tell(trial.run_heap(Some(mutant)))
}

/// Which engine simulates. Both give the same run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The oracle.
    Heap,
    /// In stretches of at most so many seconds, at least one.
    Fast { longest: u64 },
}

/// One replication of a plan, ready to be simulated.
#[derive(Debug)]
pub struct Trial<'a> {
    plan: &'a Plan,
    places: Vec<SimulatedPlace>,
    spans: Spans,
    instants: Instants,
    luck: Seeded,
    people: People,
}

/// What an engine saw, and the people it saw.
#[derive(Clone, Debug)]
pub struct TrialRun {
    pub run: Run,
    people: People,
}

impl<'a> Trial<'a> {
    pub fn new(checked: &'a CheckedPlan, scenario: Scenario, seed: u64, replication: u32) -> Self {
        let plan = checked.plan();
        let places = SimulatedPlace::of(plan);
        let spans = Spans::of(plan);
        let instants = instants(&spans, &places);
        let key = luck::replication(seed, replication);
        let people = People::new(plan, checked.cut(), scenario, &places, key);
        Self { plan, luck: Seeded::new(&places, key), spans, instants, people, places }
    }

    /// Simulates everybody; `None` = the fast engine would not be exact.
    pub fn run(&self, engine: Engine) -> Option<TrialRun> {
        let Engine::Fast { longest } = engine else { return Some(self.run_heap(None)) };
        let mut people = self.people.clone();
        let run = fast::run(&self.places, &self.instants, &self.luck, &mut people, longest)?;
        Some(TrialRun { run, people })
    }

    fn run_heap(&self, mutant: Option<Mutant>) -> TrialRun {
        let mut people = self.people.clone();
        let luck = self.luck.clone();
        let run = heap::run::<Ticks, _, _, _>(&self.places, &self.instants, luck, &mut people, &mut Unwatched, mutant);
        TrialRun { run, people }
    }

    /// The story of a run.
    pub fn tell(&self, seen: TrialRun) -> Story {
        let TrialRun { run, people } = seen;
        let lost = run.lost_before_catch_up.iter().map(|&lost| lost as f64).collect();
        let mut counted = Counted::new(&self.places, &self.instants, run.places);
        assemble::story(self.plan, &self.spans, &mut counted, &people.figures(), people.table_people() as f64, lost)
    }
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
