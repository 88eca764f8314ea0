//! What forecasts over the ranges say of a plan with what is asked for, a few draws at a time: a panel answers meanwhile.

use crate::forecast::screen::{screen_by_minute, screen_over_time};
use crate::forecast::{Place, screen};
use crate::library::{Wording, stress};
use crate::num::order::Extreme;
use crate::plan::{CheckedPlan, Plan, WaitingRoom};
use crate::risk::{Curve, Curves, Figures, PlanFigure, Sample, Sampling, assumptions, order_statistics, with_values};
use crate::wire::risk::RUNS;

use super::asked::{largest, recovery};

/// Bounds of a figure that nine draws of ten keep to: its 5th and 95th percentile; infinite = not over.
pub type Ends = (f64, f64);

/// What happens to a plan after its values were drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Variation {
    /// How many times as many people come [1].
    pub times: Option<f64>,
    /// A waiting room that is switched on.
    pub room: Option<WaitingRoom>,
}

/// What is wanted of each draw; what is not is not computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Attempts at each stage.
    Peaks,
    /// Waits, losses, verdict.
    Figures,
    /// Also who waits in every minute.
    Waiting,
}

/// What one draw says.
#[derive(Clone, Debug, Default)]
struct Drawn {
    /// Most attempts of a minute by stage [people per second].
    peaks: Vec<f64>,
    /// At the percentile of the target, and of anybody [s]; infinite = not over.
    at_percentile: f64,
    longest: f64,
    starters: f64,
    /// Share of the starters who gave up for good [1].
    lost: f64,
    breaks: bool,
    /// Most people who wait at once [people].
    waiting: f64,
    /// See [`super::Seen::recovery`] [min]; infinite = not over.
    recovery: f64,
}

/// The bands of a plan over its ranges.
#[derive(Clone, Debug)]
pub struct Bands {
    /// By stage [people per second].
    pub peaks: Vec<Ends>,
    pub at_percentile: Ends,
    pub longest: Ends,
    pub starters: Ends,
    pub lost: Ends,
    pub waiting: Ends,
    pub recovery: Ends,
    /// Draws that break, of how many.
    pub breaks: (usize, usize),
}

/// The draws of a plan, some of which are computed.
pub struct Drawing {
    plan: CheckedPlan,
    sample: Sample,
    variation: Variation,
    wanted: Wanted,
    next: usize,
    drawn: Vec<Drawn>,
}

impl Drawing {
    /// None of them is computed yet.
    pub fn new(plan: CheckedPlan, variation: Variation, wanted: Wanted) -> Self {
        let sampling = Sampling { seed: plan.plan().seed, draws: RUNS };
        let sample = Sample::new(assumptions(plan.plan()), sampling);
        Self { plan, sample, variation, wanted, next: 0, drawn: Vec::with_capacity(RUNS) }
    }

    /// Draws that are left.
    pub fn left(&self) -> usize {
        RUNS - self.next
    }

    /// Computes the next draws, `count` at most. Values that make no plan are left out.
    pub fn go_on(&mut self, count: usize) {
        let until = RUNS.min(self.next.saturating_add(count));
        for draw in self.next..until {
            let values = with_values(self.plan.plan(), self.sample.assumptions(), &self.sample.values(draw));
            let plan = self.plan.changed(self.variation.of(values)).ok();
            self.drawn.extend(plan.map(|plan| self.one(&plan)));
        }
        self.next = until;
    }

    fn one(&self, plan: &CheckedPlan) -> Drawn {
        let (screening, curves) = match self.wanted {
            Wanted::Figures => (screen(plan), Curves::none()),
            Wanted::Peaks => screen_over_time(plan),
            Wanted::Waiting => screen_by_minute(plan),
        };
        let figures = Figures::without_curves(&screening.slots, &screening.totals, screening.done_at);
        let (starters, waiting) = (figures.get(PlanFigure::Starters), waiting(&curves));
        Drawn {
            peaks: stages(&curves).map(|curve| largest(&curve.attempts_per_s)).collect(),
            at_percentile: figures.get(PlanFigure::WaitTarget),
            longest: figures.get(PlanFigure::WaitMax),
            starters,
            lost: if starters > 0.0 { figures.get(PlanFigure::Lost) / starters } else { 0.0 },
            breaks: figures.breaks(),
            waiting: largest(&waiting).larger(figures.get(PlanFigure::PeakQueue)),
            recovery: recovery(&waiting).unwrap_or(f64::INFINITY),
        }
    }

    /// `None` while draws are left, or where no draw makes a plan.
    pub fn bands(&self) -> Option<Bands> {
        let all = &self.drawn;
        if self.left() > 0 || all.is_empty() {
            return None;
        }
        let ends = |figure: &dyn Fn(&Drawn) -> f64| {
            let band = order_statistics(all.iter().map(figure).collect());
            (band.low(), band.high())
        };
        let stages = 0..all[0].peaks.len();
        Some(Bands {
            peaks: stages.map(|stage| ends(&|draw| draw.peaks[stage])).collect(),
            at_percentile: ends(&|draw| draw.at_percentile),
            longest: ends(&|draw| draw.longest),
            starters: ends(&|draw| draw.starters),
            lost: ends(&|draw| draw.lost),
            waiting: ends(&|draw| draw.waiting),
            recovery: ends(&|draw| draw.recovery),
            breaks: (all.iter().filter(|draw| draw.breaks).count(), all.len()),
        })
    }
}

impl Variation {
    /// The plan as it is computed.
    pub fn of(&self, plan: Plan) -> Plan {
        // No words of it are read.
        let plan = self.times.map_or_else(|| plan.clone(), |times| stress::more(&plan, times, Wording::english));
        Plan { waiting_room: self.room.or(plan.waiting_room), ranges: Vec::new(), ..plan }
    }
}

fn stages(curves: &Curves) -> impl Iterator<Item = &Curve> {
    curves.places.iter().filter(|curve| matches!(curve.place, Place::Stage(_)))
}

/// Who waits at all places together [people], by point.
fn waiting(curves: &Curves) -> Vec<f64> {
    let mut sum = vec![0.0; curves.places.first().map_or(0, |curve| curve.queue.len())];
    for curve in &curves.places {
        sum.iter_mut().zip(&curve.queue).for_each(|(sum, queue)| *sum += queue);
    }
    sum
}
