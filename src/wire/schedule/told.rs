//! The answer of `schedule` as it is read by whoever shows it.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::plan::Plan;
use crate::wire::plan_file;

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

/// What the functions of [`super`] wrote; `None` = none of them did.
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
            .map(|(rule, peak)| (rule.to_owned(), relief["needed"].as_u64(), peak)),
        stages: value("stages").as_array().into_iter().flatten().filter_map(stage).collect(),
        times: value("times").as_f64(),
        fails_at_times: value("fails_at_times").as_f64(),
    })
}
