//! What would have to be measured first, and how.

use super::weak::{Influence, Weak};
use crate::forecast::Forecast;
use crate::plan::Plan;
use crate::plan::pointer::index;
use crate::text::trust::{ProbeFacts, ProbeKind};

/// One measurement, and the weak numbers that it would settle.
#[derive(Clone, Debug, PartialEq)]
pub struct Probe {
    pub kind: ProbeKind,
    /// Index of the stage that is measured.
    pub stage: Option<usize>,
    pub pointers: Vec<String>,
}

/// More measurements are not *first*.
const FIRST: usize = 4;

impl ProbeKind {
    /// How the number at a place of the plan file is measured.
    pub fn of(pointer: &str) -> Option<Self> {
        let name = pointer.rsplit('/').find(|step| index(step).is_none())?;
        Some(match name {
            "rate_per_s" | "sessions" | "times" | "admit_per_s" | "inside_max" => Self::LoadTest,
            "show_up" => Self::ShowUp,
            "opening_share" | "opening_ramp_s" | "weight" | "mean_s" | "shape" | "alpha" | "scale_s"
            | "hour_weights" => Self::Opening,
            "patience_s" | "retry_share" | "retry_after_s" => Self::Waiting,
            "fail_share" | "fail_retry_share" => Self::Failing,
            "service_s" | "cv" => Self::Timing,
            "ignore_window_share" => Self::Keeping,
            "uninvited_per_member" | "starters_table" | "background" => Self::Others,
            "counts" => Self::Members,
            _ => return None,
        })
    }
}

/// The measurements that would tell most, of `weak` numbers in the order of their influence.
///
/// What is guessed and moves a figure comes first; where nothing is known of that, what is guessed.
pub fn probes(weak: &[Weak]) -> Vec<Probe> {
    let is_known = weak.iter().any(|number| matches!(number.influence, Influence::On(..)));
    let counts = |number: &&Weak| number.is_guessed() && (!is_known || matches!(number.influence, Influence::On(..)));
    let mut probes: Vec<Probe> = Vec::new();
    for number in weak.iter().filter(counts) {
        let Some(kind) = ProbeKind::of(&number.pointer) else { continue };
        let stage = number.pointer.strip_prefix("/journey/").and_then(|rest| index(rest.split('/').next()?));
        let pointer = number.pointer.clone();
        match probes.iter().position(|probe| (probe.kind, probe.stage) == (kind, stage)) {
            Some(at) => probes[at].pointers.push(pointer),
            None if probes.len() < FIRST => probes.push(Probe { kind, stage, pointers: vec![pointer] }),
            None => {}
        }
    }
    probes
}

impl Probe {
    /// What a sentence on it needs to know. `forecast`: of the plan.
    pub fn facts(&self, plan: &Plan, forecast: &Forecast) -> ProbeFacts {
        let of_stage = self.stage.and_then(|at| Some((plan.journey.get(at)?, forecast.stages.get(at)?)));
        let per_second = of_stage.map_or(0.0, |(stage, told)| {
            let asked = told.series.attempts_per_s.iter().copied().fold(0.0, f64::max);
            let promised = stage.rate.map_or(0.0, |rate| rate.get());
            asked.max(promised)
        });
        ProbeFacts {
            kind: self.kind,
            stage: of_stage.map(|(stage, _)| stage.name.clone()),
            per_second,
            at_once: of_stage.map_or(0.0, |(stage, _)| per_second * stage.service.get()),
        }
    }
}
