//! What was found, as JSON in the order and under the names of docs/contract.md.

use crate::forecast::MODEL;
use crate::plan::{CheckedPlan, Plan};
use crate::schedule::Proof;
use crate::schedule::autoplan::{self, Aim, Hindrance, PlaceBound, Proposal, Relief, Rule};
use crate::schedule::inverse::{Bracket, LeastCapacity};
use crate::schedule::linear::Moment;
use crate::wire::tree::{Tree, Write};

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
