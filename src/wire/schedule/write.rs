//! What was found, as JSON in the order and under the names of docs/contract.md.

use crate::forecast::MODEL;
use crate::plan::{CheckedPlan, Plan};
use crate::schedule::Proof;
use crate::schedule::autoplan::{
    self, Aim, Chanced, Elsewhere, Gain, Gains, Hindrance, PlaceBound, Point, Proposal, Relief, Rule, TradeOff, Why,
};
use crate::schedule::inverse::{Bracket, LeastCapacity};
use crate::schedule::linear::Moment;
use crate::units::Share;
use crate::wire::tree::{Tree, Write};

fn object(fields: Vec<(&str, Tree)>) -> Tree {
    Tree::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn word(aim: Aim) -> Tree {
    Tree::word(match aim {
        Aim::LowestPeak => "lowest-peak",
        Aim::FewestDays => "fewest-days",
        Aim::TradeOff => "trade-off",
    })
}

fn plan_tree(plan: &Plan) -> Tree {
    let mut tree = plan.tree();
    tree.restore(&plan.unknown);
    tree
}

/// What was found for a goal, or why nothing was.
///
/// `reliefs`: the changes that make a timetable possible where none keeps all rules.
pub fn write_timetable(aim: Aim, proposal: &Result<Proposal, Hindrance>, reliefs: &[Relief]) -> String {
    let found = match proposal {
        Ok(proposal) => found(aim, proposal),
        Err(hindrance) => hindered(aim, hindrance, reliefs),
    };
    found.unsigned_zeros().compact()
}

fn hindered(aim: Aim, hindrance: &Hindrance, reliefs: &[Relief]) -> Tree {
    let (name, cohort) = match hindrance {
        Hindrance::NothingToPlan => ("nothing-to-plan", None),
        Hindrance::LockedNowhere { cohort } => ("locked-nowhere", Some(*cohort)),
        Hindrance::Rules => ("no-timetable", None),
    };
    let mut fields = vec![
        ("model", MODEL.tree()),
        ("goal", word(aim)),
        ("plan", Tree::Null),
        ("hindrance", Tree::word(name)),
        ("cohort", cohort.tree()),
    ];
    fields.extend(relief_fields(reliefs));
    object(fields)
}

/// The cheapest by itself, then all.
fn relief_fields(reliefs: &[Relief]) -> [(&'static str, Tree); 2] {
    let all: Vec<Tree> = reliefs.iter().map(relief_tree).collect();
    [("relief", reliefs.first().map_or(Tree::Null, relief_tree)), ("reliefs", Tree::List(all))]
}

fn relief_tree(relief: &Relief) -> Tree {
    let needed = match relief.rule {
        Rule::PerWindow { needed } | Rule::Days { needed } => needed.tree(),
        Rule::Capacity { times } => times.tree(),
        Rule::Target { load } => load.tree(),
        Rule::Locked | Rule::Together | Rule::Ages | Rule::Pilot | Rule::Openings => Tree::Null,
    };
    Tree::object([
        ("rule", Tree::word(rule_word(relief.rule))),
        ("needed", needed),
        ("cost", relief.cost.tree()),
        ("peak_load", relief.peak_load.tree()),
    ])
}

fn rule_word(rule: Rule) -> &'static str {
    match rule {
        Rule::Locked => "locked",
        Rule::Together => "together",
        Rule::Ages => "ages",
        Rule::Pilot => "pilot",
        Rule::Openings => "openings",
        Rule::PerWindow { .. } => "per_window",
        Rule::Days { .. } => "days",
        Rule::Capacity { .. } => "capacity",
        Rule::Target { .. } => "target",
    }
}

fn chance_tree(chance: &Chanced) -> Tree {
    let (low, high) = chance.interval;
    Tree::object([
        ("asked", chance.asked.get().tree()),
        ("draws", chance.fares.draws.tree()),
        ("held", chance.fares.held.tree()),
        ("low", low.tree()),
        ("high", high.tree()),
        ("peak_load", finite(chance.fares.peak_load)),
        ("bound", chance.bound.tree()),
    ])
}

fn finite(value: f64) -> Tree {
    value.is_finite().then_some(value).tree()
}

fn score_fields(score: &autoplan::Score) -> [(&'static str, Tree); 3] {
    [("peak_load", finite(score.peak_load)), ("wait_target_s", finite(score.wait)), ("verdict", score.verdict.tree())]
}

/// Days against peak load against capacity, or why there is none.
pub fn write_trade_off(plan: &CheckedPlan, curve: &Result<TradeOff, Hindrance>, reliefs: &[Relief]) -> String {
    let curve = match curve {
        Ok(curve) => curve,
        Err(hindrance) => return hindered(Aim::TradeOff, hindrance, reliefs).unsigned_zeros().compact(),
    };
    let point = |point: &Point| {
        let mut fields = vec![("days", point.days.tree()), ("times", point.times.tree())];
        fields.extend(score_fields(&point.score));
        fields.push(("is_knee", point.is_knee.tree()));
        object(fields)
    };
    let bottleneck = curve.bottleneck.and_then(|at| Some((at, plan.plan().journey.get(at)?)));
    let bottleneck = bottleneck.map_or(Tree::Null, |(at, stage)| {
        Tree::object([
            ("stage", at.tree()),
            ("rate_per_s", stage.rate.map(|rate| rate.get()).tree()),
            ("sessions", stage.sessions.tree()),
        ])
    });
    Tree::object([
        ("model", MODEL.tree()),
        ("goal", word(Aim::TradeOff)),
        ("days", Tree::List(curve.days.iter().map(|days| days.tree()).collect())),
        ("times", Tree::List(curve.times.iter().map(|times| times.tree()).collect())),
        ("points", Tree::List(curve.points.iter().map(point).collect())),
        ("bottleneck", bottleneck),
        ("plans", Tree::List(curve.plans.iter().map(|plan| plan_tree(plan.plan())).collect())),
    ])
    .unsigned_zeros()
    .compact()
}

/// Why a cohort is where it is; `None` = it is in no ordinary window.
pub fn write_why(why: Option<&Why>) -> String {
    let mut fields = vec![("model", MODEL.tree()), ("goal", Tree::word("why"))];
    fields.push(("cohort", why.map(|why| why.cohort).tree()));
    fields.push(("window", why.map(|why| why.window).tree()));
    if let Some(why) = why {
        fields.extend(score_fields(&why.score));
    }
    let elsewhere = |place: &Elsewhere| {
        let mut fields = vec![("window", place.window.tree())];
        fields.extend(score_fields(&place.score));
        fields.push(("breaks_rule", place.breaks.map_or(Tree::Null, |rule| Tree::word(rule_word(rule)))));
        object(fields)
    };
    let places = why.map_or(&[][..], |why| &why.elsewhere);
    fields.push(("elsewhere", Tree::List(places.iter().map(elsewhere).collect())));
    object(fields).unsigned_zeros().compact()
}

/// The moves that gain most.
pub fn write_moves(gains: Option<&Gains>) -> String {
    let mut fields = vec![("model", MODEL.tree()), ("goal", Tree::word("moves"))];
    if let Some(gains) = gains {
        fields.extend(score_fields(&gains.score));
    }
    let gain = |gain: &Gain| {
        let mut fields = vec![
            ("cohort", gain.cohort.tree()),
            ("from", gain.from.tree()),
            ("to", gain.to.tree()),
            ("against", gain.against.tree()),
        ];
        fields.extend(score_fields(&gain.score));
        object(fields)
    };
    let moves = gains.map_or(&[][..], |gains| &gains.gains);
    fields.push(("moves", Tree::List(moves.iter().map(gain).collect())));
    let plan = gains.and_then(|gains| gains.plan.as_ref());
    fields.push(("plan", plan.map_or(Tree::Null, |plan| plan_tree(plan.plan()))));
    object(fields).unsigned_zeros().compact()
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
    let mut fields = vec![
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
        ("chance", proposal.chance.as_ref().map_or(Tree::Null, chance_tree)),
    ];
    fields.extend(relief_fields(&proposal.reliefs));
    object(fields)
}

fn moment_tree(moment: Moment, weight: f64) -> Tree {
    let (from, until) = match moment {
        Moment::Single(at) => (at, at + 1),
        Moment::Stretch(from, until) => (from, until),
    };
    Tree::object([("from", from.tree()), ("until", until.tree()), ("weight", weight.tree())])
}

/// What each stage needs.
///
/// `asked`: the share of the draws in which that holds.
pub fn write_capacity(plan: &CheckedPlan, least: &LeastCapacity, asked: Option<Share>) -> String {
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
        ("chance", asked.map(Share::get).tree()),
    ])
    .unsigned_zeros()
    .compact()
}

/// How far the show-up may go.
///
/// `asked`: the share of the draws in which that holds.
pub fn write_show_up(at_most: Option<&(CheckedPlan, Bracket)>, asked: Option<Share>) -> String {
    Tree::object([
        ("model", MODEL.tree()),
        ("goal", Tree::word("highest-show-up")),
        ("plan", at_most.map_or(Tree::Null, |(plan, _)| plan_tree(plan.plan()))),
        ("times", at_most.map(|(_, bracket)| bracket.holds_at).tree()),
        ("fails_at_times", at_most.and_then(|(_, bracket)| bracket.fails_at).tree()),
        ("chance", asked.map(Share::get).tree()),
    ])
    .unsigned_zeros()
    .compact()
}
