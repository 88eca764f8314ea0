//! What several replications say together: means with their standard errors, and how the replications spread.

use crate::forecast::Story;
use crate::forecast::data::{Series, Slot, StageForecast, Totals, Verdict};
use crate::num::order;
use crate::num::order::Extreme;

/// A figure of a story by name, in every replication; infinite where it is not over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    pub name: &'static str,
    pub values: Vec<f64>,
}

/// Mean with its standard error, and quantiles over the replications. Infinite values count as not over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// `None` where some replication is not over.
    pub mean: Option<f64>,
    /// Standard error of the mean; 0 with a single replication.
    pub standard_error: Option<f64>,
    pub low: Option<f64>,
    pub median: Option<f64>,
    pub high: Option<f64>,
}

/// Mean and standard deviation of a series over the replications, minute by minute.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    pub mean: Vec<f64>,
    squares: Vec<f64>,
    replications: f64,
}

/// All that is known from the replications so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Estimates {
    pub replications: u32,
    /// The figures of each slot, then those of all minutes in no window, then those of the whole.
    pub slots: Vec<Vec<Figure>>,
    /// In how many replications each of these slots breaks.
    pub breaks: Vec<u32>,
    pub stages: Vec<Vec<Figure>>,
    pub totals: Vec<Figure>,
    /// Of the waiting room, if any, and the stages: attempts per second, waiting, in service, about to try again.
    pub series: Vec<[Band; 4]>,
}

/// The 5th and the 95th percentile.
const LOW: f64 = 0.05;
const HIGH: f64 = 0.95;

impl Figure {
    pub fn estimate(&self) -> Estimate {
        let mut sorted = self.values.clone();
        order::sort_by(&mut sorted, f64::total_cmp);
        let count = sorted.len() as f64;
        let finite = |value: f64| value.is_finite().then_some(value);
        let mean = self.values.iter().sum::<f64>() / count;
        let squares: f64 = self.values.iter().map(|value| (value - mean) * (value - mean)).sum();
        let quantile = |share: f64| {
            let rank = (share * count).ceil().larger(1.0) as usize;
            sorted.get(rank - 1).copied().and_then(finite)
        };
        let standard_error = if count > 1.0 { libm::sqrt(squares / (count - 1.0) / count) } else { 0.0 };
        Estimate {
            mean: finite(mean),
            standard_error: finite(mean).map(|_| standard_error),
            low: quantile(LOW),
            median: quantile(0.5),
            high: quantile(HIGH),
        }
    }
}

impl Band {
    fn add(&mut self, values: &[f64]) {
        self.mean.resize(values.len(), 0.0);
        self.squares.resize(values.len(), 0.0);
        self.replications += 1.0;
        for ((mean, squares), value) in self.mean.iter_mut().zip(&mut self.squares).zip(values) {
            let off = value - *mean;
            *mean += off / self.replications;
            *squares += off * (value - *mean);
        }
    }

    /// Standard deviation over the replications at a minute; 0 with a single replication.
    pub fn standard_deviation(&self, minute: usize) -> f64 {
        let freedom = self.replications - 1.0;
        if freedom > 0.0 { libm::sqrt(self.squares[minute] / freedom) } else { 0.0 }
    }
}

impl Estimates {
    /// Takes one more replication into account.
    pub fn add(&mut self, story: &Story) {
        self.replications += 1;
        let slots: Vec<&Slot> = story.slots.iter().chain([&story.whole]).collect();
        self.slots.resize(slots.len(), Vec::new());
        self.breaks.resize(slots.len(), 0);
        for ((figures, breaks), slot) in self.slots.iter_mut().zip(&mut self.breaks).zip(slots) {
            add(figures, &of_slot(slot));
            *breaks += u32::from(slot.verdict == Verdict::Breaks);
        }
        self.stages.resize(story.stages.len(), Vec::new());
        for (figures, stage) in self.stages.iter_mut().zip(&story.stages) {
            add(figures, &of_stage(stage));
        }
        add(&mut self.totals, &of_totals(&story.totals));
        let series: Vec<&Series> =
            story.waiting_room.iter().chain(story.stages.iter().map(|stage| &stage.series)).collect();
        self.series.resize(series.len(), Default::default());
        for (bands, series) in self.series.iter_mut().zip(series) {
            let values = [&series.attempts_per_s, &series.queue, &series.in_service, &series.orbit];
            for (band, values) in bands.iter_mut().zip(values) {
                band.add(values);
            }
        }
    }
}

fn add(figures: &mut Vec<Figure>, values: &[(&'static str, Option<f64>)]) {
    if figures.is_empty() {
        figures.extend(values.iter().map(|&(name, _)| Figure { name, values: Vec::new() }));
    }
    for (figure, value) in figures.iter_mut().zip(values) {
        figure.values.push(value.1.unwrap_or(f64::INFINITY));
    }
}

/// The figures of a slot by the names of the forecast. A load of none is 0.
pub fn of_slot(slot: &Slot) -> [(&'static str, Option<f64>); 17] {
    [
        ("members", Some(slot.members)),
        ("starters", Some(slot.starters)),
        ("after_horizon", Some(slot.after_horizon)),
        ("shut_out", Some(slot.shut_out)),
        ("peak_attempts_per_s", Some(slot.peak_attempts_per_s)),
        ("peak_load", Some(slot.peak_load.unwrap_or(0.0))),
        ("peak_queue", Some(slot.peak_queue)),
        ("peak_inside", Some(slot.peak_inside)),
        ("wait_p50_s", slot.wait_p50_s),
        ("wait_p95_s", slot.wait_p95_s),
        ("wait_target_s", slot.wait_target_s),
        ("wait_max_s", slot.wait_max_s),
        ("waiting_at_open", Some(slot.waiting_at_open)),
        ("waiting_at_close", Some(slot.waiting_at_close)),
        ("lost", Some(slot.lost)),
        ("background_lost", Some(slot.background_lost)),
        ("turned_away", Some(slot.turned_away)),
    ]
}

fn of_stage(stage: &StageForecast) -> [(&'static str, Option<f64>); 9] {
    [
        ("peak_queue", Some(stage.peak_queue)),
        ("wait_max_s", stage.wait_max_s),
        ("attempts", Some(stage.attempts)),
        ("served", Some(stage.served)),
        ("failed", Some(stage.failed)),
        ("abandoned", Some(stage.abandoned)),
        ("lost", Some(stage.lost)),
        ("background_attempts", Some(stage.background_attempts)),
        ("background_lost", Some(stage.background_lost)),
    ]
}

fn of_totals(totals: &Totals) -> [(&'static str, Option<f64>); 7] {
    [
        ("starters", Some(totals.starters)),
        ("finished", Some(totals.finished)),
        ("lost", Some(totals.lost)),
        ("unfinished_at_end", Some(totals.unfinished_at_end)),
        ("attempts_per_starter", Some(totals.attempts_per_starter)),
        ("turned_away", Some(totals.turned_away)),
        ("background_lost", Some(totals.background_lost)),
    ]
}
