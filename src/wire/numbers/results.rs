//! Which fields of each result are written, in which order.

use super::{Numbered, Numbers, Row};
use crate::forecast::chance::SlotChance;
use crate::forecast::simulation::Estimate;
use crate::forecast::trust::{Estimated, EstimatedSlot, NAMES, Named, TrustReport};
use crate::forecast::{Baseline, Forecast, Series, Slot, StageForecast, Story, Totals};
use crate::queueing::chance;
use crate::risk::{
    Band, BreakEven, Chance, Curve, CurveBand, Curves, Figures, Influence, Report, Sample, Sampling, SlotFigures,
    SlotRisk, Summary, Swing, Turn, Unit, assumptions,
};

macro_rules! numbered {
    ($($name:ty { $($field:ident),+ $(,)? })+) => { $(
        impl Numbered for $name {
            fn put(&self, numbers: &mut Numbers) {
                $( self.$field.put(numbers); )+
            }

            fn take(row: &mut Row) -> Option<Self> {
                $( let $field = Numbered::take(row)?; )+
                Some(Self { $( $field ),+ })
            }
        }
    )+ };
}

numbered! {
    Forecast { slots, stages, waiting_room, totals, baseline, finished, lost_before_catch_up }
    Baseline { slot, slots, stages, waiting_room, totals, finished }
    Slot {
        window, members, starters, after_horizon, shut_out, peak_attempts_per_s, peak_load, bottleneck, peak_queue,
        peak_inside, wait_p50_s, wait_p95_s, wait_target_s, wait_max_s, waiting_at_open, waiting_at_close, lost,
        background_lost, turned_away, verdict,
    }
    StageForecast {
        name, queued, peak_queue, peak_queue_at, wait_max_s, attempts, served, failed, abandoned, lost,
        background_attempts, background_lost, drained_at, series,
    }
    Series { attempts_per_s, queue, in_service, orbit, wait_s, load }
    Totals {
        members, starters, finished, lost, unfinished_at_end, attempts_per_starter, turned_away, background_lost,
    }
    Story { whole, slots, stages, waiting_room, totals, finished, lost_before_catch_up }
    Report { sample, likely, summary, influences, break_evens }
    Figures { slots, values, curves }
    SlotFigures { window, values, verdict, bottleneck }
    Curves { stretch_minutes, finished, places }
    Curve { place, attempts_per_s, queue, wait }
    Summary { draws, refused, verdict, chance, slots, bands, stretch_minutes, curves, finished }
    SlotRisk { window, verdict, chance, bands, bottlenecks }
    Chance { happened, of }
    Band { values }
    CurveBand { place, attempts_per_s, queue, wait }
    Influence { assumption, correlations, swing }
    Swing { at_low, at_high }
    Turn { lower, upper, holds_below }
    TrustReport { chance, estimates }
    SlotChance { band, needs_simulation }
    chance::Band { queue_low, queue_mean, queue_high, wait_low, wait_mean, wait_high, miss_chance }
    Estimated { replications, slots, stages, totals }
    EstimatedSlot { breaks, figures }
    Named { name, estimate }
    Estimate { mean, standard_error, low, median, high }
}

/// Seed and number of draws; the rest follows from the plan.
impl Numbered for Sample {
    fn put(&self, numbers: &mut Numbers) {
        let Sampling { seed, draws } = self.sampling();
        (seed as f64).put(numbers);
        draws.put(numbers);
    }

    fn take(row: &mut Row) -> Option<Self> {
        let (seed, draws) = (usize::take(row)? as u64, usize::take(row)?);
        Some(Self::new(assumptions(row.plan), Sampling { seed, draws }))
    }
}

/// A name by its place among all names.
impl Numbered for &'static str {
    fn put(&self, numbers: &mut Numbers) {
        NAMES.iter().position(|name| name == self).put(numbers);
    }

    fn take(row: &mut Row) -> Option<Self> {
        NAMES.get(usize::take(row)?).copied()
    }
}

/// Its field by the place of its range in the plan; without one, whoever asked knows it.
impl Numbered for BreakEven {
    fn put(&self, numbers: &mut Numbers) {
        let place = numbers.plan.ranges.iter().position(|range| range.field == self.pointer);
        place.map_or(NO_RANGE, |place| place as f64).put(numbers);
        self.value.put(numbers);
        self.holds_at_value.put(numbers);
        self.searched.put(numbers);
        self.turns.put(numbers);
    }

    fn take(row: &mut Row) -> Option<Self> {
        let place = f64::take(row)?;
        let range = (place != NO_RANGE).then(|| row.plan.ranges.get(place as usize));
        let pointer = range.map_or(Some(String::new()), |range| Some(range?.field.clone()))?;
        let (value, holds_at_value) = (Numbered::take(row)?, Numbered::take(row)?);
        Some(Self { pointer, value, holds_at_value, searched: Numbered::take(row)?, turns: Numbered::take(row)? })
    }
}

/// Instead of the place of a range.
const NO_RANGE: f64 = -1.0;

/// Which kind of unit it is, then what it gives.
impl Numbered for Unit {
    fn put(&self, numbers: &mut Numbers) {
        match self {
            Self::Likely(figures) => {
                0_usize.put(numbers);
                figures.put(numbers);
            }
            Self::BreakEven(found) => {
                1_usize.put(numbers);
                found.put(numbers);
            }
            Self::Swing(swing) => {
                2_usize.put(numbers);
                swing.put(numbers);
            }
            Self::Draw(figures) => {
                3_usize.put(numbers);
                figures.put(numbers);
            }
        }
    }

    fn take(row: &mut Row) -> Option<Self> {
        Some(match usize::take(row)? {
            0 => Self::Likely(Numbered::take(row)?),
            1 => Self::BreakEven(Numbered::take(row)?),
            2 => Self::Swing(Numbered::take(row)?),
            3 => Self::Draw(Numbered::take(row)?),
            _ => return None,
        })
    }
}
