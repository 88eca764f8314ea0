//! The risk of a plan as JSON, in the order and under the names of docs/contract.md.

mod summary;

use serde_json::Value;

use super::answer::{self, AnswerError};
use super::tree::{Tree, Write};
use crate::forecast::MODEL;
use crate::plan::CheckedPlan;
use crate::risk::{
    Band, BreakEven, Chance, Compute, CurveBand, Figures, Influence, LEVELS, Levels, PlanFigure, Reach, Report,
    Sampling, SlotFigure, SlotRisk, Summary, Turn, noise, report,
};

pub use summary::read_summary;

/// Draws where the question names no number.
pub const RUNS: usize = 400;
const RUNS_MIN: usize = 10;
const RUNS_MAX: usize = 10_000;

/// What is asked beside the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Draws, 10..=10,000.
    pub runs: usize,
    /// Fields whose break-even is looked for.
    pub break_even: Vec<String>,
}

impl Options {
    /// Reads `{ "runs", "break_even" }`. What is absent or of another kind is taken as not asked; a number of runs
    /// outside its bounds as the nearest within.
    pub fn read(text: &str) -> Self {
        let options: Value = serde_json::from_str(text).unwrap_or(Value::Null);
        let runs = options["runs"].as_f64().map_or(RUNS, |runs| (runs as usize).clamp(RUNS_MIN, RUNS_MAX));
        let pointers = options["break_even"].as_array().into_iter().flatten();
        let break_even = pointers.filter_map(|pointer| pointer.as_str().map(str::to_owned)).collect();
        Self { runs, break_even }
    }
}

/// The risk of a plan file, computed by `compute`, whose precision is named by `precision`.
///
/// # Errors
/// The text is no plan file, or the plan has faults.
pub fn answer(
    plan_text: &str,
    options_text: &str,
    precision: Precision,
    compute: Compute<'_>,
) -> Result<String, AnswerError> {
    answer::checked(plan_text).map(|plan| of_plan(&plan, options_text, precision, compute))
}

/// The same of a plan that is checked.
pub fn of_plan(plan: &CheckedPlan, options_text: &str, precision: Precision, compute: Compute<'_>) -> String {
    let options = Options::read(options_text);
    let sampling = Sampling { seed: plan.plan().seed, draws: options.runs };
    write(&report(plan, sampling, &options.break_even, compute), precision)
}

/// How exactly each draw was computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// As a forecast, 1e-6 of the peak.
    Full,
    /// 0.25 % of the peak.
    Screening,
}

/// The risk on one line. The same report gives the same bytes everywhere, minus zero as 0; every other number reads
/// back bit for bit, and what is infinite is null.
pub fn write(report: &Report, precision: Precision) -> String {
    let Sampling { seed, draws } = report.sample.sampling();
    let (summary, assumptions) = (&report.summary, report.sample.assumptions());
    let spread = assumptions.iter().filter(|assumption| !assumption.law.is_certain()).count();
    let influence = |influence: &Influence| influence_tree(report, influence);
    Tree::object([
        ("model", MODEL.tree()),
        ("precision", Tree::word(if precision == Precision::Full { "full" } else { "screening" })),
        ("seed", seed.tree()),
        ("runs", draws.tree()),
        ("refused", summary.refused.tree()),
        ("levels", Tree::List(LEVELS.iter().map(|level| level.tree()).collect())),
        ("verdict", summary.verdict.tree()),
        ("chance", chance(summary.chance)),
        ("slots", Tree::List(summary.slots.iter().map(slot).collect())),
        ("plan", plan_tree(summary, &report.likely)),
        ("curves", curves(summary)),
        ("noise", noise(summary.draws, spread).tree()),
        ("influence", Tree::List(report.influences.iter().map(influence).collect())),
        ("break_even", Tree::List(report.break_evens.iter().map(break_even).collect())),
    ])
    .unsigned_zeros()
    .compact()
}

fn number(value: f64) -> Tree {
    if value.is_finite() { Tree::Number(value) } else { Tree::Null }
}

fn numbers(values: &[f64]) -> Tree {
    Tree::List(values.iter().map(|&value| number(value)).collect())
}

fn band(band: &Band) -> Tree {
    numbers(&band.values)
}

fn chance(chance: Chance) -> Tree {
    let (low, high) = chance.interval();
    Tree::object([("breaks", number(chance.share())), ("low", number(low)), ("high", number(high))])
}

fn slot(slot: &SlotRisk) -> Tree {
    let of = slot.chance.of.max(1) as f64;
    let bottleneck = |&(place, count): &(crate::forecast::Place, usize)| {
        Tree::object([("place", place.tree()), ("share", number(count as f64 / of))])
    };
    let mut fields = vec![
        ("window".to_owned(), slot.window.tree()),
        ("verdict".to_owned(), slot.verdict.tree()),
        ("chance".to_owned(), chance(slot.chance)),
        ("bottlenecks".to_owned(), Tree::List(slot.bottlenecks.iter().map(bottleneck).collect())),
    ];
    fields.extend(SlotFigure::ALL.map(|figure| (slot_name(figure).to_owned(), band(slot.band(figure)))));
    Tree::Object(fields)
}

fn slot_name(figure: SlotFigure) -> &'static str {
    match figure {
        SlotFigure::PeakLoad => "peak_load",
        SlotFigure::PeakAttempts => "peak_attempts_per_s",
        SlotFigure::WaitP95 => "wait_p95_s",
        SlotFigure::WaitTarget => "wait_target_s",
        SlotFigure::WaitMax => "wait_max_s",
        SlotFigure::PeakQueue => "peak_queue",
        SlotFigure::PeakInside => "peak_inside",
        SlotFigure::WaitingAtClose => "waiting_at_close",
        SlotFigure::Lost => "lost",
    }
}

fn plan_name(figure: PlanFigure) -> &'static str {
    match figure {
        PlanFigure::PeakLoad => "peak_load",
        PlanFigure::WaitTarget => "wait_target_s",
        PlanFigure::WaitMax => "wait_max_s",
        PlanFigure::PeakQueue => "peak_queue",
        PlanFigure::PeakInside => "peak_inside",
        PlanFigure::Starters => "starters",
        PlanFigure::Finished => "finished",
        PlanFigure::Lost => "lost",
        PlanFigure::UnfinishedAtEnd => "unfinished_at_end",
        PlanFigure::AttemptsPerStarter => "attempts_per_starter",
        PlanFigure::DoneAt => "done_at_s",
    }
}

/// The bands of the plan's figures, and what they are at the likely values.
fn plan_tree(summary: &Summary, likely: &Figures) -> Tree {
    let figure = |figure: PlanFigure| {
        let fields = [("likely", number(likely.get(figure))), ("band", band(summary.band(figure)))];
        (plan_name(figure).to_owned(), Tree::object(fields))
    };
    Tree::Object(PlanFigure::ALL.map(figure).into())
}

fn levels(levels: &Levels) -> Tree {
    Tree::List(levels.iter().map(|level| numbers(level)).collect())
}

fn curves(summary: &Summary) -> Tree {
    let place = |curve: &CurveBand| {
        Tree::object([
            ("place", curve.place.tree()),
            ("attempts_per_s", levels(&curve.attempts_per_s)),
            ("queue", levels(&curve.queue)),
            ("wait_s", levels(&curve.wait)),
        ])
    };
    let places = Tree::List(summary.curves.iter().map(place).collect());
    let fields =
        [("minutes", summary.stretch_minutes.tree()), ("finished", levels(&summary.finished)), ("places", places)];
    Tree::object(fields)
}

fn influence_tree(report: &Report, influence: &Influence) -> Tree {
    let assumption = &report.sample.assumptions()[influence.assumption];
    let mut fields = vec![
        ("field".to_owned(), assumption.pointer.tree()),
        ("low".to_owned(), number(assumption.range.0)),
        ("likely".to_owned(), number(assumption.value)),
        ("high".to_owned(), number(assumption.range.1)),
    ];
    for (key, figure) in PlanFigure::KEY.into_iter().enumerate() {
        let end = |end: Option<[f64; PlanFigure::KEY.len()]>| end.map_or(Tree::Null, |end| number(end[key]));
        let of_figure = Tree::object([
            ("correlation", influence.correlations[key].map_or(Tree::Null, number)),
            ("at_low", end(influence.swing.at_low)),
            ("at_high", end(influence.swing.at_high)),
        ]);
        fields.push((plan_name(figure).to_owned(), of_figure));
    }
    Tree::Object(fields)
}

fn break_even(found: &BreakEven) -> Tree {
    let optional = |value: Option<f64>| value.map_or(Tree::Null, number);
    let (word, from, until) = match found.reach() {
        Reach::HoldsEverywhere => ("holds-everywhere", None, None),
        Reach::BreaksEverywhere => ("breaks-everywhere", None, None),
        Reach::Holds { from, until } => ("holds", from, until),
        Reach::Breaks { holds_down_from, holds_up_from } => ("breaks", holds_down_from, holds_up_from),
    };
    let turn = |turn: &Turn| {
        Tree::object([
            ("lower", number(turn.lower)),
            ("upper", number(turn.upper)),
            ("holds", Tree::word(if turn.holds_below { "lower" } else { "upper" })),
        ])
    };
    Tree::object([
        ("field", found.pointer.tree()),
        ("likely", number(found.value)),
        ("reach", Tree::word(word)),
        ("from", optional(from)),
        ("until", optional(until)),
        ("turns_again", found.turns_again().tree()),
        ("searched", numbers(&[found.searched.0, found.searched.1])),
        ("turns", Tree::List(found.turns.iter().map(turn).collect())),
    ])
}
