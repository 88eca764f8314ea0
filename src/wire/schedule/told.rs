//! The answer of `schedule` as it is read by whoever shows it. What is absent is taken as not said.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::forecast::Verdict;
use crate::plan::Plan;
use crate::wire::plan_file;

/// An answer as it is read by whoever shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// As it was asked.
    pub goal: String,
    pub plan: Option<Plan>,
    pub verdict: Option<Verdict>,
    pub peak_load: Option<f64>,
    pub days: Option<u64>,
    pub days_at_least: Option<u64>,
    /// What no timetable can better.
    pub bound: Option<ToldBound>,
    /// What no timetable in which nobody waits can better.
    pub bound_without_waits: Option<ToldBound>,
    pub chance: Option<ToldChance>,
    /// Of inverse questions: the share of the draws in which the answer holds, where that was asked.
    pub chance_asked: Option<f64>,
    /// Name of why nothing was found.
    pub hindrance: Option<String>,
    /// The changes that make it possible, one alone each, the cheapest first.
    pub reliefs: Vec<ToldRelief>,
    pub stages: Vec<ToldNeed>,
    /// Of show-ups: the factor, and one that is too much.
    pub times: Option<f64>,
    pub fails_at_times: Option<f64>,
    pub trade_off: ToldTradeOff,
    pub why: Option<ToldWhy>,
    pub moves: Vec<ToldMove>,
}

/// What is proved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ToldBound {
    pub peak_load: f64,
    /// How far the answer is above it [1].
    pub gap: f64,
}

/// How the answer fares over the ranges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ToldChance {
    /// The share of draws in which the target is to be held.
    pub asked: f64,
    pub draws: u64,
    /// Draws in which it is.
    pub held: u64,
    /// The interval of that share.
    pub low: f64,
    pub high: f64,
    /// What the asked share of draws does not pass, and what no timetable can be below in that sense.
    pub peak_load: Option<f64>,
    pub bound: Option<f64>,
}

/// One change that makes it possible, all else kept.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldRelief {
    pub rule: String,
    /// How many, how much, or by which factor.
    pub needed: Option<f64>,
    /// Share of the members who are touched, or by what part a number grows.
    pub cost: Option<f64>,
    pub peak_load: Option<f64>,
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

/// Days against peak against capacity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ToldTradeOff {
    pub days: Vec<u64>,
    /// Factors on the capacity, ascending.
    pub times: Vec<f64>,
    pub points: Vec<ToldPoint>,
    /// The stage that fills most, with its limits as they are.
    pub bottleneck: Option<ToldNeed>,
    /// One per entry of `days`.
    pub plans: Vec<Option<Plan>>,
}

/// The best that was found for so many days at so much capacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ToldPoint {
    pub days: u64,
    pub times: f64,
    pub peak_load: f64,
    /// [s]; `None` = not over.
    pub wait: Option<f64>,
    pub verdict: Verdict,
    pub is_knee: bool,
}

/// Why a cohort is where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldWhy {
    pub cohort: usize,
    pub window: usize,
    pub elsewhere: Vec<ToldElsewhere>,
}

/// What comes of it if that cohort alone moves.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldElsewhere {
    pub window: usize,
    pub peak_load: Option<f64>,
    pub verdict: Verdict,
    pub breaks_rule: Option<String>,
}

/// A move, on top of those before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ToldMove {
    pub cohort: usize,
    pub from: usize,
    pub to: usize,
    /// The cohort that goes the other way.
    pub against: Option<usize>,
    pub peak_load: f64,
}

/// What the functions of [`super`] wrote; `None` = none of them did.
pub fn read(text: &str) -> Option<Told> {
    let fields: BTreeMap<&str, &RawValue> = serde_json::from_str(text).ok()?;
    // Plans are read as they were written, so that every number of theirs comes back bit for bit; the rest as values.
    let raw_plan = |raw: &RawValue| plan_file::read(raw.get()).ok();
    let plans = fields.get("plans").and_then(|raw| serde_json::from_str::<Vec<&RawValue>>(raw.get()).ok());
    let others = fields.iter().filter(|(name, _)| !["plan", "plans"].contains(name));
    let others = others.filter_map(|(name, raw)| Some((*name, serde_json::from_str::<Value>(raw.get()).ok()?)));
    let values: BTreeMap<&str, Value> = others.collect();
    let value = |name: &str| values.get(name).unwrap_or(&Value::Null);
    let goal = value("goal").as_str()?.to_owned();
    let relief = ToldRelief::read(value("relief"));
    let mut reliefs: Vec<ToldRelief> = list(value("reliefs")).filter_map(ToldRelief::read).collect();
    if reliefs.is_empty() {
        reliefs.extend(relief);
    }
    Some(Told {
        plan: fields.get("plan").and_then(|raw| raw_plan(raw)),
        verdict: verdict(value("verdict")),
        peak_load: value("peak_load").as_f64(),
        days: value("days").as_u64(),
        days_at_least: value("days_at_least").as_u64(),
        bound: ToldBound::read(value("bound")),
        bound_without_waits: ToldBound::read(value("bound_without_waits")),
        chance: ToldChance::read(value("chance")),
        chance_asked: value("chance").as_f64().or_else(|| value("chance")["asked"].as_f64()),
        hindrance: value("hindrance").as_str().map(str::to_owned),
        reliefs,
        stages: list(value("stages")).filter_map(ToldNeed::read).collect(),
        times: value("times").as_f64(),
        fails_at_times: value("fails_at_times").as_f64(),
        trade_off: ToldTradeOff {
            days: list(value("days")).filter_map(Value::as_u64).collect(),
            times: list(value("times")).filter_map(Value::as_f64).collect(),
            points: list(value("points")).filter_map(ToldPoint::read).collect(),
            bottleneck: ToldNeed::read(value("bottleneck")),
            plans: plans.into_iter().flatten().map(raw_plan).collect(),
        },
        why: index(value("cohort")).zip(index(value("window"))).map(|(cohort, window)| ToldWhy {
            cohort,
            window,
            elsewhere: list(value("elsewhere")).filter_map(ToldElsewhere::read).collect(),
        }),
        moves: list(value("moves")).filter_map(ToldMove::read).collect(),
        goal,
    })
}

impl Told {
    /// Whether all slots of the plan hold.
    pub fn holds(&self) -> bool {
        self.verdict == Some(Verdict::Holds)
    }
}

impl ToldBound {
    fn read(value: &Value) -> Option<Self> {
        Some(Self { peak_load: value["peak_load"].as_f64()?, gap: value["gap"].as_f64()? })
    }
}

impl ToldChance {
    fn read(value: &Value) -> Option<Self> {
        let (draws, held) = (value["draws"].as_u64().filter(|draws| *draws > 0)?, value["held"].as_u64()?);
        let share = held as f64 / draws as f64;
        Some(Self {
            asked: value["asked"].as_f64()?,
            draws,
            held,
            low: value["low"].as_f64().unwrap_or(share),
            high: value["high"].as_f64().unwrap_or(share),
            peak_load: value["peak_load"].as_f64(),
            bound: value["bound"].as_f64(),
        })
    }
}

impl ToldRelief {
    fn read(value: &Value) -> Option<Self> {
        let rule = value["rule"].as_str()?.to_owned();
        let needed = value["needed"].as_f64().or_else(|| value["per_window"].as_f64());
        Some(Self { rule, needed, cost: value["cost"].as_f64(), peak_load: value["peak_load"].as_f64() })
    }
}

impl ToldNeed {
    fn read(value: &Value) -> Option<Self> {
        let (rate, sessions) = (value["rate_per_s"].as_f64(), value["sessions"].as_f64());
        Some(Self { stage: index(&value["stage"])?, rate, sessions })
    }
}

impl ToldPoint {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            days: value["days"].as_u64()?,
            times: value["times"].as_f64()?,
            peak_load: value["peak_load"].as_f64()?,
            wait: value["wait_target_s"].as_f64(),
            verdict: verdict(&value["verdict"])?,
            is_knee: value["is_knee"].as_bool().unwrap_or(false),
        })
    }
}

impl ToldElsewhere {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            window: index(&value["window"])?,
            peak_load: value["peak_load"].as_f64(),
            verdict: verdict(&value["verdict"])?,
            breaks_rule: value["breaks_rule"].as_str().map(str::to_owned),
        })
    }
}

impl ToldMove {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            cohort: index(&value["cohort"])?,
            from: index(&value["from"])?,
            to: index(&value["to"])?,
            against: index(&value["against"]),
            peak_load: value["peak_load"].as_f64()?,
        })
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn index(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

fn verdict(value: &Value) -> Option<Verdict> {
    match value.as_str()? {
        "holds" => Some(Verdict::Holds),
        "at-risk" => Some(Verdict::AtRisk),
        "breaks" => Some(Verdict::Breaks),
        _ => None,
    }
}
