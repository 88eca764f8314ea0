//! The numbers of a plan that nobody measured, the most influential first.

use crate::num::order;
use crate::plan::number::{NumberField, RangeField, StageNumber, TailNumber};
use crate::plan::pointer::index;
use crate::plan::{Plan, SourceKind};
use crate::risk::{PlanFigure, Report, noise};
use crate::text::trust::ProbeKind;

/// A number that is assumed, or of which nobody said where it comes from or how far it may be off.
#[derive(Clone, Debug, PartialEq)]
pub struct Weak {
    /// JSON pointer of the number, or of a list of them.
    pub pointer: String,
    /// The plan's value; of shares and weights in a list their mean, of counts their sum.
    pub value: f64,
    /// Of a list the weakest of its numbers; `None` = no source.
    pub kind: Option<SourceKind>,
    pub range: Option<(f64, f64)>,
    pub influence: Influence,
}

/// What the number does to the figures by which a plan is judged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Influence {
    /// Risk has not run, or the number has no range.
    Unknown,
    /// Not told from chance.
    Small,
    /// The figure that goes with it most closely, and the squares of its correlations with all of them in sum.
    On(PlanFigure, f64),
}

/// Lists that are one assumption each.
const LISTS: [&str; 4] = ["/members/counts", "/arrivals/show_up", "/arrivals/hour_weights", "/arrivals/starters_table"];

/// Every number that a forecast rests on, weak or not, in the order of the plan; what each does is not asked.
pub fn numbers(plan: &Plan) -> Vec<Weak> {
    let number = |pointer: String| Weak {
        value: value(plan, &pointer),
        kind: kind(plan, &pointer),
        range: range(plan, &pointer),
        influence: Influence::Unknown,
        pointer,
    };
    pointers(plan).into_iter().map(number).collect()
}

/// All weak numbers of the plan. `report`: of the same plan.
pub fn weak(plan: &Plan, report: Option<&Report>) -> Vec<Weak> {
    let mut all: Vec<Weak> = pointers(plan)
        .into_iter()
        .filter_map(|pointer| {
            let (kind, range) = (kind(plan, &pointer), range(plan, &pointer));
            let is_strong = matches!(kind, Some(SourceKind::Reported | SourceKind::Measured)) && range.is_some();
            if is_strong {
                return None;
            }
            let influence = influence(report, &pointer);
            Some(Weak { value: value(plan, &pointer), pointer, kind, range, influence })
        })
        .collect();
    order::sort_by(&mut all, |one, other| one.rank().total_cmp(&other.rank()));
    all
}

impl Weak {
    /// The place of the field that holds it on the page; of a list that of its first number.
    pub fn field(&self, plan: &Plan) -> String {
        let entry = if NumberField::at(&self.pointer).is_some_and(|field| field.value(plan).is_some()) {
            ""
        } else if self.pointer.ends_with("/background") || self.pointer.ends_with("/starters_table") {
            "/0/per_s"
        } else {
            "/0"
        };
        format!("{}{entry}", self.pointer)
    }

    /// Whether nobody said more than a guess.
    pub fn is_guessed(&self) -> bool {
        matches!(self.kind, None | Some(SourceKind::Assumed))
    }

    /// Place in the list; the smaller, the earlier.
    fn rank(&self) -> f64 {
        let tier = match self.influence {
            Influence::On(_, strength) => return -strength,
            Influence::Unknown if self.is_guessed() => 0.0,
            Influence::Small => 100.0,
            Influence::Unknown => 200.0,
        };
        let source = match self.kind {
            None => 0.0,
            Some(SourceKind::Assumed) => 20.0,
            Some(SourceKind::Reported) => 40.0,
            Some(SourceKind::Measured) => 60.0,
        };
        tier + source + ProbeKind::of(&self.pointer).map_or(19.0, |kind| kind as u8 as f64)
    }
}

/// The numbers that a forecast rests on, lists as one.
fn pointers(plan: &Plan) -> Vec<String> {
    let in_a_list = |pointer: &str| LISTS.iter().find(|list| is_within(pointer, list)).map(|list| (*list).to_owned());
    let mut all = vec![LISTS[0].to_owned()];
    for field in
        NumberField::all_in(plan).into_iter().filter(|&field| field.value(plan).is_some() && matters(plan, field))
    {
        let pointer = field.pointer();
        let pointer = match field {
            NumberField::Background(stage, _) => format!("/journey/{stage}/background"),
            _ => in_a_list(&pointer).unwrap_or(pointer),
        };
        if all.last() != Some(&pointer) {
            all.push(pointer);
        }
    }
    let own_show_up = |at: usize| plan.windows[at].show_up.is_some();
    all.extend((0..plan.windows.len()).filter(|&at| own_show_up(at)).map(|at| format!("/windows/{at}/show_up")));
    all
}

/// Whether a number is an assumption that some figure depends on; a target is a choice.
fn matters(plan: &Plan, field: NumberField) -> bool {
    use StageNumber::{FailRetryShare, Patience, RetryAfter, RetryShare};
    let arrivals = &plan.arrivals;
    match field {
        NumberField::TargetWait | NumberField::TargetPercentile | NumberField::TargetLoad => false,
        NumberField::OpeningRamp => arrivals.opening_share.get() > 0.0,
        NumberField::IgnoreWindow => plan.windows.iter().filter(|window| !window.catch_up).count() > 1,
        NumberField::Tail(_, TailNumber::Weight) => arrivals.tail.len() > 1,
        NumberField::Stage(at, number) => {
            let stage = &plan.journey[at];
            let waits = stage.rate.is_some() || stage.sessions.is_some() || !stage.changes.is_empty();
            let leaves = waits && stage.patience.is_some();
            let fails = stage.fail_share.get() > 0.0;
            match number {
                Patience => leaves,
                RetryShare => leaves,
                FailRetryShare => fails,
                RetryAfter => {
                    (leaves && stage.retry_share.get() > 0.0) || (fails && stage.fail_retry_share.get() > 0.0)
                }
                _ => true,
            }
        }
        _ => true,
    }
}

/// Whether `pointer` is `list` or an entry of it.
fn is_within(pointer: &str, list: &str) -> bool {
    pointer.strip_prefix(list).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn kind(plan: &Plan, pointer: &str) -> Option<SourceKind> {
    let own = plan.sources.get(pointer).map(|source| source.kind);
    let strength = |kind: &SourceKind| match kind {
        SourceKind::Assumed => 0,
        SourceKind::Reported => 1,
        SourceKind::Measured => 2,
    };
    let entries = plan.sources.iter().filter(|(field, _)| is_within(field, pointer) && is_entry(field, pointer));
    own.or_else(|| entries.map(|(_, source)| source.kind).min_by_key(strength))
}

fn is_entry(field: &str, list: &str) -> bool {
    field.get(list.len() + 1..).and_then(|rest| rest.split('/').next()).and_then(index).is_some()
}

fn range(plan: &Plan, pointer: &str) -> Option<(f64, f64)> {
    let own = plan.ranges.iter().find(|range| range.field == pointer);
    own.map(|range| (range.low, range.high))
}

fn value(plan: &Plan, pointer: &str) -> f64 {
    RangeField::at(plan, pointer).and_then(|field| field.value(plan)).unwrap_or(0.0)
}

/// Of a list that of all its ranges together.
fn influence(report: Option<&Report>, pointer: &str) -> Influence {
    let Some(report) = report else { return Influence::Unknown };
    let assumptions = report.sample.assumptions();
    let least = noise(report.summary.draws, assumptions.len());
    let is_of_it = |influence: &&crate::risk::Influence| {
        assumptions.get(influence.assumption).is_some_and(|assumption| is_within(&assumption.pointer, pointer))
    };
    let mut is_told = false;
    let (mut sum, mut closest) = (0.0, None::<(PlanFigure, f64)>);
    for influence in report.influences.iter().filter(is_of_it) {
        is_told = true;
        for (figure, correlation) in PlanFigure::KEY.into_iter().zip(influence.correlations) {
            let strength = correlation.map_or(0.0, f64::abs);
            if strength > least {
                sum += strength * strength;
                closest = closest.filter(|known| known.1 >= strength).or(Some((figure, strength)));
            }
        }
    }
    match closest {
        Some((figure, _)) => Influence::On(figure, sum),
        None if is_told => Influence::Small,
        None => Influence::Unknown,
    }
}
