//! Figures of the fluid beside those of the simulation of every person, and whether they agree.

use crate::forecast::simulation::Estimate;
use crate::forecast::trust::{Estimated, EstimatedSlot, named};
use crate::forecast::{Forecast, Slot, Totals};
use crate::text::trust::{Agreement, Compared};

/// What several simulations of a plan say of the figures that are compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulated {
    /// Replications, >= 1.
    pub runs: u32,
    /// In the order of the forecast.
    pub slots: Vec<SimulatedSlot>,
    /// [people]
    pub starters: Estimate,
    pub finished: Estimate,
    pub lost: Estimate,
    pub unfinished: Estimate,
}

/// What they say of one slot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SimulatedSlot {
    /// Longest queue [people].
    pub queue: Estimate,
    /// At the percentile of the target [s].
    pub wait: Estimate,
    /// [s]
    pub longest_wait: Estimate,
    /// [people]
    pub lost: Estimate,
}

/// One figure of both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    pub compared: Compared,
    /// `None` = not over before the horizon ends.
    pub fluid: Option<f64>,
    /// Mean of the replications; `None` = some of them is not over.
    pub simulated: Option<f64>,
    /// Half the width of the interval in which the mean lies 99 times of 100.
    pub margin: f64,
    pub agreement: Agreement,
}

/// One slot of both.
#[derive(Clone, Debug, PartialEq)]
pub struct SlotBeside {
    /// Index of the window; `None` = every minute in no window.
    pub window: Option<usize>,
    /// Queue, wait, lost.
    pub figures: [Beside; 3],
}

/// Share by which two figures may differ and still tell the same story [1].
const CLOSE: f64 = 0.05;
/// Waits that differ by less are the same to whoever waits [s].
const SAME_WAIT: f64 = 1.0;
/// Counts that differ by less are the same [people].
const SAME_PEOPLE: f64 = 1.0;

impl Simulated {
    /// Of replications that were put together; `None` where a figure is missing.
    pub fn of(estimated: &Estimated) -> Option<Self> {
        // The last is the whole plan.
        let (_, slots) = estimated.slots.split_last()?;
        let slot = |slot: &EstimatedSlot| {
            Some(SimulatedSlot {
                queue: named(&slot.figures, "peak_queue")?,
                wait: named(&slot.figures, "wait_target_s")?,
                longest_wait: named(&slot.figures, "wait_max_s")?,
                lost: named(&slot.figures, "lost")?,
            })
        };
        let total = |name: &str| named(&estimated.totals, name);
        Some(Self {
            runs: estimated.replications,
            slots: slots.iter().map(slot).collect::<Option<_>>()?,
            starters: total("starters")?,
            finished: total("finished")?,
            lost: total("lost")?,
            unfinished: total("unfinished_at_end")?,
        })
    }
}

impl SlotBeside {
    /// The figure that tells most of how the two agree: the one that differs most gravely, of equal ones the first.
    pub fn gravest(&self) -> &Beside {
        let mut gravest = &self.figures[0];
        for figure in &self.figures[1..] {
            if figure.agreement > gravest.agreement {
                gravest = figure;
            }
        }
        gravest
    }
}

/// All slots of a forecast, in its order.
pub fn slots(forecast: &Forecast, simulated: &Simulated) -> Vec<SlotBeside> {
    let slot = |(fluid, counted): (&Slot, &SimulatedSlot)| {
        // Queues whose longest waits are the same to whoever waits are the same.
        let waits = fluid.wait_max_s.zip(counted.longest_wait.mean);
        let is_same = waits.is_some_and(|(fluid, simulated)| (fluid - simulated).abs() <= SAME_WAIT);
        let same_queue = if is_same { f64::INFINITY } else { SAME_PEOPLE };
        let beside = |compared, value, estimate, same| beside(compared, value, &estimate, simulated.runs, same);
        SlotBeside {
            window: fluid.window,
            figures: [
                beside(Compared::Queue, Some(fluid.peak_queue), counted.queue, same_queue),
                beside(Compared::Wait, fluid.wait_target_s, counted.wait, SAME_WAIT),
                beside(Compared::Lost, Some(fluid.lost), counted.lost, SAME_PEOPLE),
            ],
        }
    };
    forecast.slots.iter().zip(&simulated.slots).map(slot).collect()
}

/// The people of the whole plan.
pub fn totals(fluid: &Totals, simulated: &Simulated) -> [Beside; 4] {
    let people = |compared, value, estimate| beside(compared, Some(value), estimate, simulated.runs, SAME_PEOPLE);
    [
        people(Compared::Starters, fluid.starters, &simulated.starters),
        people(Compared::Finished, fluid.finished, &simulated.finished),
        people(Compared::Lost, fluid.lost, &simulated.lost),
        people(Compared::Unfinished, fluid.unfinished_at_end, &simulated.unfinished),
    ]
}

/// Half the width of the interval in which a mean of `runs` replications lies 99 times of 100.
pub fn margin(estimate: &Estimate, runs: u32) -> f64 {
    estimate.standard_error.unwrap_or(0.0) * deviations(runs)
}

fn beside(compared: Compared, fluid: Option<f64>, estimate: &Estimate, runs: u32, same: f64) -> Beside {
    let margin = margin(estimate, runs);
    Beside {
        compared,
        fluid,
        simulated: estimate.mean,
        margin,
        agreement: agreement(fluid, estimate.mean, margin, same),
    }
}

/// How two figures agree. `None` = not over; `same` = a difference that is no matter.
pub fn agreement(fluid: Option<f64>, simulated: Option<f64>, margin: f64, same: f64) -> Agreement {
    let (Some(fluid), Some(simulated)) = (fluid, simulated) else {
        return if fluid.is_none() && simulated.is_none() { Agreement::NotOver } else { Agreement::OneNotOver };
    };
    let off = simulated - fluid;
    if off.abs() <= margin {
        Agreement::Within
    } else if off.abs() <= same.max(CLOSE * fluid.max(simulated)) {
        Agreement::Close
    } else if off > 0.0 {
        Agreement::More
    } else {
        Agreement::Fewer
    }
}

/// Standard errors within which a mean of so many normal values lies 99 times of 100: a table compares a hundred.
///
/// Expansion of Student's quantile in 1 / degrees of freedom (Abramowitz and Stegun 26.7.5), to 1.5 % from four on; with
/// fewer it is narrower than it should be, and with a single replication there is no error to multiply.
fn deviations(runs: u32) -> f64 {
    const NORMAL: f64 = 2.575_829;
    let freedom = f64::from(runs.max(2) - 1);
    NORMAL + (4.916_583 + (8.834_7 + 12.144_2 / freedom) / freedom) / freedom
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_of_few_is_less_certain() {
        // Student's quantiles for 99 %.
        for (runs, expected) in [(5, 4.604), (10, 3.250), (20, 2.861), (1_001, 2.581)] {
            let found = deviations(runs);
            assert!((found / expected - 1.0).abs() < 0.015, "{runs}: {found} for {expected}");
        }
    }

    #[test]
    fn what_agrees_is_told_from_what_differs() {
        for (fluid, simulated, margin, expected) in [
            (Some(100.0), Some(103.0), 4.0, Agreement::Within),
            (Some(100.0), Some(104.0), 1.0, Agreement::Close),
            (Some(0.0), Some(0.9), 0.1, Agreement::Close),
            (Some(0.0), Some(12.0), 2.0, Agreement::More),
            (Some(100.0), Some(80.0), 2.0, Agreement::Fewer),
            (None, None, 0.0, Agreement::NotOver),
            (Some(100.0), None, 0.0, Agreement::OneNotOver),
        ] {
            assert_eq!(agreement(fluid, simulated, margin, 1.0), expected, "{fluid:?} {simulated:?}");
        }
    }
}
