//! What many simulations of a plan say together, as JSON, in the order and under the names of docs/contract.md.

use serde_json::Value;

use super::tree::{Tree, Write};
use crate::demand::Scenario;
use crate::forecast::MODEL;
use crate::forecast::simulation::{Estimates, Figure, replicate};
use crate::forecast::trust::{Estimated, EstimatedSlot};
use crate::plan::CheckedPlan;

/// Replications where the question names no number.
pub const RUNS: u32 = 10;
const RUNS_MIN: f64 = 1.0;
const RUNS_MAX: f64 = 1_000.0;

/// What is asked beside the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// 0..=2^53; the plan's own where none is named.
    pub seed: u64,
    /// Replications, 1..=1,000.
    pub runs: u32,
}

impl Options {
    /// Reads `{ "seed", "runs" }`. What is absent or of another kind is taken as not asked; a number outside its
    /// bounds as the nearest within.
    pub fn read(text: &str, seed: u64) -> Self {
        let options: Value = serde_json::from_str(text).unwrap_or(Value::Null);
        let runs = options["runs"].as_f64().map_or(RUNS, |runs| runs.clamp(RUNS_MIN, RUNS_MAX) as u32);
        Self { seed: options["seed"].as_u64().unwrap_or(seed), runs }
    }
}

/// The simulation of a plan. The same plan and options give the same bytes everywhere.
pub fn of_plan(plan: &CheckedPlan, options_text: &str) -> String {
    let Options { seed, runs } = Options::read(options_text, plan.plan().seed);
    let estimates = replicate(plan, Scenario::Planned, seed, runs, |_, _| {});
    write(plan, &estimates, seed)
}

/// In how many runs each slot of a forecast breaks, read back from an answer; the figures stay behind, and of the whole
/// plan nothing is known. `None` where the text is no answer.
pub fn read_breaks(text: &str) -> Option<Estimated> {
    let answer: Value = serde_json::from_str(text).ok()?;
    let replications = u32::try_from(answer["runs"].as_u64()?).ok()?;
    let slot =
        |breaks: f64| EstimatedSlot { breaks: (breaks * f64::from(replications)).round() as u32, figures: Vec::new() };
    let breaks = answer["slots"].as_array()?.iter().map(|value| value["breaks"].as_f64());
    let slots: Option<Vec<f64>> = breaks.collect();
    let mut slots: Vec<EstimatedSlot> = slots?.into_iter().map(slot).collect();
    slots.push(slot(0.0));
    Some(Estimated { replications, slots, stages: Vec::new(), totals: Vec::new() })
}

/// The simulation on one line. The same estimates give the same bytes everywhere.
pub fn write(plan: &CheckedPlan, estimates: &Estimates, seed: u64) -> String {
    let windows = (0..plan.plan().windows.len()).map(Some).chain([None]);
    let rows = windows.zip(estimates.slots.iter().zip(&estimates.breaks));
    let slot = |(window, (figures, breaks)): (Option<usize>, (&Vec<Figure>, &u32))| {
        let share = f64::from(*breaks) / f64::from(estimates.replications.max(1));
        let fields = [("window".to_owned(), window.tree()), ("breaks".to_owned(), share.tree())];
        Tree::Object(fields.into_iter().chain(figures.iter().map(figure)).collect())
    };
    let of = |figures: &[Figure]| Tree::Object(figures.iter().map(figure).collect());
    Tree::object([
        ("model", MODEL.tree()),
        ("seed", seed.tree()),
        ("runs", estimates.replications.tree()),
        ("slots", Tree::List(rows.map(slot).collect())),
        ("stages", Tree::List(estimates.stages.iter().map(|figures| of(figures)).collect())),
        ("totals", of(&estimates.totals)),
    ])
    .unsigned_zeros()
    .compact()
}

fn figure(figure: &Figure) -> (String, Tree) {
    let estimate = figure.estimate();
    let fields = [
        ("mean", estimate.mean.tree()),
        ("standard_error", estimate.standard_error.tree()),
        ("p5", estimate.low.tree()),
        ("p50", estimate.median.tree()),
        ("p95", estimate.high.tree()),
    ];
    (figure.name.to_owned(), Tree::object(fields))
}
