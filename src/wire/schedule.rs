//! A plan that planned itself as JSON, in the order and under the names of docs/contract.md.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use super::plan_file;
use super::tree::{Tree, Write};
use crate::clock::{CivilDate, CivilTime};
use crate::forecast::MODEL;
use crate::plan::{CheckedPlan, Plan};
use crate::schedule::autoplan::{AgeOrder, Aim, Goal, Hindrance, Openings, PlaceBound, Proposal, Relief, Rule, Rules};
use crate::schedule::inverse::{Bracket, LeastCapacity};
use crate::schedule::linear::Moment;
use crate::schedule::{Proof, autoplan};

/// Length of a day [min].
const MINUTES_PER_DAY: u32 = 1_440;

/// What is asked of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    Timetable(Goal),
    LeastCapacity,
    HighestShowUp,
}

impl Question {
    /// Reads `{ "goal", "locked", "together", "ages", "per_window", "pilot", "seed" }` and what [`openings`] reads. What is absent or of another kind is taken
    /// as not asked.
    pub fn read(text: &str, seed: u64) -> Self {
        let options: Value = serde_json::from_str(text).unwrap_or(Value::Null);
        let aim = match options["goal"].as_str() {
            Some("least-capacity") => return Self::LeastCapacity,
            Some("highest-show-up") => return Self::HighestShowUp,
            Some("fewest-days") => Aim::FewestDays,
            _ => Aim::LowestPeak,
        };
        let whole = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
        let locked = options["locked"].as_array().into_iter().flatten().filter_map(whole).collect();
        let ages = match options["ages"].as_str() {
            Some("oldest-first") => Some(AgeOrder::OldestFirst),
            Some("youngest-first") => Some(AgeOrder::YoungestFirst),
            _ => None,
        };
        let is_together = options["together"].as_bool().unwrap_or(false);
        let per_window = whole(&options["per_window"]).filter(|most| *most > 0);
        let pilot = whole(&options["pilot"]);
        let openings = openings(&options, &whole);
        let rules = Rules { locked, is_together, ages, per_window, pilot, openings };
        Self::Timetable(Goal { aim, rules, seed: options["seed"].as_u64().unwrap_or(seed) })
    }
}

/// Reads `{ "hours", "quiet_days", "windows_per_day", "gap_min" }`.
fn openings(options: &Value, whole: &dyn Fn(&Value) -> Option<usize>) -> Openings {
    let minutes = |value: &Value| whole(value).and_then(|minutes| u32::try_from(minutes).ok());
    let of_day = |value: &Value| {
        let time = CivilTime::parse(&format!("2000-01-01T{}", value.as_str()?)).ok()?;
        Some(u32::from(time.hour()) * 60 + u32::from(time.minute()))
    };
    let hours = options["hours"].as_array().and_then(|hours| match hours.as_slice() {
        // What closes at midnight closes at the end of the day.
        [from, to] => of_day(from).zip(of_day(to).map(|to| if to == 0 { MINUTES_PER_DAY } else { to })),
        _ => None,
    });
    let days = options["quiet_days"].as_array().into_iter().flatten().filter_map(Value::as_str);
    Openings {
        hours,
        quiet_days: days.filter_map(|day| CivilDate::parse(day).ok()).collect(),
        per_day: whole(&options["windows_per_day"]).filter(|most| *most > 0),
        gap_minutes: minutes(&options["gap_min"]),
    }
}

/// An answer as it is read by whoever shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    pub plan: Option<Plan>,
    /// Whether all slots of that plan hold.
    pub holds: bool,
    pub peak_load: Option<f64>,
    pub days: Option<u64>,
    pub days_at_least: Option<u64>,
    /// What no timetable in which nobody waits can better, and how far the answer is above it [1].
    pub bound_without_waits: Option<(f64, f64)>,
    /// Name of why nothing was found.
    pub hindrance: Option<String>,
    /// The rule that stands in the way by itself: its name, how many a window needs to hold, the peak load then.
    pub relief: Option<(String, Option<u64>, f64)>,
    pub stages: Vec<ToldNeed>,
    /// Of show-ups: the factor, and one that is too much.
    pub times: Option<f64>,
    pub fails_at_times: Option<f64>,
}

/// What a stage needs, as it is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ToldNeed {
    /// Index of the stage.
    pub stage: usize,
    /// [people per second]
    pub rate: Option<f64>,
    /// [people]
    pub sessions: Option<f64>,
}

/// What [`write_timetable`], [`write_capacity`] or [`write_show_up`] wrote; `None` = none of them did.
pub fn read(text: &str) -> Option<Told> {
    let fields: BTreeMap<&str, &RawValue> = serde_json::from_str(text).ok()?;
    let value = |name: &str| fields.get(name).and_then(|raw| serde_json::from_str::<Value>(raw.get()).ok());
    let value = |name: &str| value(name).unwrap_or(Value::Null);
    value("goal").as_str()?;
    let (bound, relief) = (value("bound_without_waits"), value("relief"));
    let stage = |stage: &Value| {
        let index = usize::try_from(stage["stage"].as_u64()?).ok()?;
        Some(ToldNeed { stage: index, rate: stage["rate_per_s"].as_f64(), sessions: stage["sessions"].as_f64() })
    };
    Some(Told {
        // As it was written, so that every number of the plan comes back bit for bit.
        plan: fields.get("plan").and_then(|raw| plan_file::read(raw.get()).ok()),
        holds: value("verdict") == "holds",
        peak_load: value("peak_load").as_f64(),
        days: value("days").as_u64(),
        days_at_least: value("days_at_least").as_u64(),
        bound_without_waits: bound["peak_load"].as_f64().zip(bound["gap"].as_f64()),
        hindrance: value("hindrance").as_str().map(str::to_owned),
        relief: relief["rule"]
            .as_str()
            .zip(relief["peak_load"].as_f64())
            .map(|(rule, peak)| (rule.to_owned(), relief["per_window"].as_u64(), peak)),
        stages: value("stages").as_array().into_iter().flatten().filter_map(stage).collect(),
        times: value("times").as_f64(),
        fails_at_times: value("fails_at_times").as_f64(),
    })
}

fn word(aim: Aim) -> Tree {
    Tree::word(match aim {
        Aim::LowestPeak => "lowest-peak",
        Aim::FewestDays => "fewest-days",
    })
}

fn plan_tree(plan: &Plan) -> Tree {
    let mut tree = plan.tree();
    tree.restore(&plan.unknown);
    tree
}

/// What was found for a goal, or why nothing was.
///
/// `relief`: the rule that stands in the way by itself, where no timetable keeps all.
pub fn write_timetable(aim: Aim, proposal: &Result<Proposal, Hindrance>, relief: Option<Relief>) -> String {
    let found = match proposal {
        Ok(proposal) => found(aim, proposal),
        Err(hindrance) => {
            let (name, cohort) = match hindrance {
                Hindrance::NothingToPlan => ("nothing-to-plan", None),
                Hindrance::LockedNowhere { cohort } => ("locked-nowhere", Some(*cohort)),
                Hindrance::Rules => ("no-timetable", None),
            };
            Tree::object([
                ("model", MODEL.tree()),
                ("goal", word(aim)),
                ("plan", Tree::Null),
                ("hindrance", Tree::word(name)),
                ("cohort", cohort.tree()),
                ("relief", relief.map_or(Tree::Null, relief_tree)),
            ])
        }
    };
    found.unsigned_zeros().compact()
}

fn relief_tree(relief: Relief) -> Tree {
    let (rule, per_window) = match relief.rule {
        Rule::Locked => ("locked", None),
        Rule::Together => ("together", None),
        Rule::Ages => ("ages", None),
        Rule::Pilot => ("pilot", None),
        Rule::Openings => ("openings", None),
        Rule::PerWindow { needed } => ("per_window", Some(needed)),
    };
    Tree::object([
        ("rule", Tree::word(rule)),
        ("per_window", per_window.tree()),
        ("peak_load", relief.score.peak_load.tree()),
    ])
}

fn found(aim: Aim, proposal: &Proposal) -> Tree {
    let autoplan::Score { verdict, peak_load, wait, .. } = proposal.score;
    let bound = |bound: &Option<PlaceBound>| match bound {
        None => Tree::Null,
        Some(PlaceBound { place, bound }) => {
            let moments = match &bound.proof {
                Proof::Moments(weights) => {
                    weights.0.iter().map(|(moment, weight)| moment_tree(*moment, *weight)).collect()
                }
                _ => Vec::new(),
            };
            Tree::object([
                ("place", place.tree()),
                ("peak_load", bound.value.tree()),
                ("gap", (peak_load / bound.value - 1.0).tree()),
                ("moments", Tree::List(moments)),
            ])
        }
    };
    Tree::object([
        ("model", MODEL.tree()),
        ("goal", word(aim)),
        ("plan", plan_tree(proposal.plan.plan())),
        ("verdict", verdict.tree()),
        ("peak_load", peak_load.tree()),
        ("wait_target_s", wait.is_finite().then_some(wait).tree()),
        ("days", u64::from(proposal.days).tree()),
        ("days_at_least", proposal.days_at_least.map(u64::from).tree()),
        ("bound", bound(&proposal.bound)),
        ("bound_without_waits", bound(&proposal.bound_without_waits)),
    ])
}

fn moment_tree(moment: Moment, weight: f64) -> Tree {
    let (from, until) = match moment {
        Moment::Single(at) => (at, at + 1),
        Moment::Stretch(from, until) => (from, until),
    };
    Tree::object([("from", from.tree()), ("until", until.tree()), ("weight", weight.tree())])
}

/// What each stage needs.
pub fn write_capacity(plan: &CheckedPlan, least: &LeastCapacity) -> String {
    let journey = &plan.plan().journey;
    let needs = least.needs.iter().map(|need| {
        let stage = &journey[need.stage];
        let times = need.times.map(|times| times.holds_at);
        let of = |limit: Option<f64>| limit.zip(times).map(|(limit, times)| limit * times);
        Tree::object([
            ("stage", need.stage.tree()),
            ("times", times.tree()),
            ("fails_at_times", need.times.and_then(|times| times.fails_at).tree()),
            ("rate_per_s", of(stage.rate.map(|rate| rate.get())).tree()),
            ("sessions", of(stage.sessions).tree()),
        ])
    });
    let together = least.together.as_ref();
    Tree::object([
        ("model", MODEL.tree()),
        ("goal", Tree::word("least-capacity")),
        ("plan", together.map_or(Tree::Null, |(plan, _)| plan_tree(plan.plan()))),
        ("verdict", together.map_or(Tree::Null, |(_, verdict)| verdict.tree())),
        ("stages", Tree::List(needs.collect())),
    ])
    .unsigned_zeros()
    .compact()
}

/// How far the show-up may go.
pub fn write_show_up(at_most: Option<&(CheckedPlan, Bracket)>) -> String {
    Tree::object([
        ("model", MODEL.tree()),
        ("goal", Tree::word("highest-show-up")),
        ("plan", at_most.map_or(Tree::Null, |(plan, _)| plan_tree(plan.plan()))),
        ("times", at_most.map(|(_, bracket)| bracket.holds_at).tree()),
        ("fails_at_times", at_most.and_then(|(_, bracket)| bracket.fails_at).tree()),
    ])
    .unsigned_zeros()
    .compact()
}
