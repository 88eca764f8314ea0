//! From mean and spread over a slot to bands of queue and wait, and the chance that the target is missed.

use super::moments::normal;
use super::{ChanceCourse, Spread};
use crate::num::order;
use crate::num::order::Extreme;

/// Standard deviations within which nine of ten outcomes lie.
const NINE_OF_TEN: f64 = 1.644_853_626_951_472_7;
/// Share by which the longest queue may be moved by chance before one number does not tell it [1].
const MOVED: f64 = 0.05;
/// Waits that chance moves by less are no matter [s].
const WAIT_MOVED: f64 = 1.0;

/// What chance alone makes of one place in a slot: nine of ten outcomes lie between `low` and `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Longest queue [people].
    pub queue_low: f64,
    pub queue_mean: f64,
    pub queue_high: f64,
    /// Longest wait [s].
    pub wait_low: f64,
    pub wait_mean: f64,
    pub wait_high: f64,
    /// That more attempts than the target allows wait longer than it allows [1].
    pub miss_chance: f64,
}

/// The instants of a slot at one place.
pub struct SlotSamples<'a> {
    pub course: &'a ChanceCourse,
    pub place: usize,
    /// Start and end [s] of each stretch.
    pub stretches: &'a [(f64, f64)],
}

impl SlotSamples<'_> {
    /// `target_wait` [s] that `target_share` of the attempts must not exceed; `None` without any instant.
    pub fn band(&self, target_wait: f64, target_share: f64) -> Option<Band> {
        let mut band: Option<Band> = None;
        let mut margins: Vec<(f64, f64)> = Vec::new();
        for (seconds, spread) in self.samples() {
            let (over, deviation) = (spread.over(), spread.deviation());
            let at = |deviations: f64| (over + deviations * deviation).larger(0.0);
            let [low, mean, high] = [at(-NINE_OF_TEN), spread.queue().larger(at(0.0)), at(NINE_OF_TEN)];
            let high = high.larger(mean);
            let here = Band {
                queue_low: low,
                queue_mean: mean,
                queue_high: high,
                wait_low: spread.wait(low),
                wait_mean: spread.wait(mean),
                wait_high: spread.wait(high),
                miss_chance: 0.0,
            };
            band = Some(band.map_or(here, |band| band.and(&here)));
            margins.push((spread.margin(target_wait), spread.attempts * seconds));
        }
        let mut band = band?;
        band.miss_chance = miss_chance(margins, target_share);
        Some(band)
    }

    /// Seconds for which each instant stands, and what is there.
    fn samples(&self) -> impl Iterator<Item = (f64, &Spread)> {
        let times = &self.course.times;
        self.stretches.iter().flat_map(move |&(start, end)| {
            let from = times.partition_point(|&t| t < start);
            let to = times.partition_point(|&t| t < end);
            // Of two records of one instant the first is under the capacity that ends there.
            let lasts = move |&index: &usize| times.get(index + 1).is_none_or(|next| *next > times[index]);
            (from..to).filter(lasts).map(move |index| {
                let seconds = times.get(index + 1).map_or(0.0, |next| next.smaller(end) - times[index]);
                (seconds, &self.course.spreads[index][self.place])
            })
        })
    }
}

/// Chance that of attempts with these margins more than `1 - share` wait too long.
///
/// Within a slot the queue is taken to be long or short as a whole: so many standard deviations from its mean at
/// every instant. Each margin is how many of them the queue may be longer; with each its attempts.
fn miss_chance(mut margins: Vec<(f64, f64)>, share: f64) -> f64 {
    order::sort_by(&mut margins, |one, other| one.0.total_cmp(&other.0));
    let attempts: f64 = margins.iter().map(|margin| margin.1).sum();
    let allowed = (1.0 - share) * attempts;
    let mut late = 0.0;
    for (margin, people) in margins {
        late += people;
        if late > allowed * (1.0 + 1e-12) {
            return normal(-margin);
        }
    }
    0.0
}

impl Band {
    fn and(&self, other: &Self) -> Self {
        Self {
            queue_low: self.queue_low.larger(other.queue_low),
            queue_mean: self.queue_mean.larger(other.queue_mean),
            queue_high: self.queue_high.larger(other.queue_high),
            wait_low: self.wait_low.larger(other.wait_low),
            wait_mean: self.wait_mean.larger(other.wait_mean),
            wait_high: self.wait_high.larger(other.wait_high),
            miss_chance: 0.0,
        }
    }
}

impl Spread {
    /// Mean people beyond the limit, below 0 where there is room [people].
    fn over(&self) -> f64 {
        self.moments.inside - self.limit
    }

    /// [people]
    pub fn deviation(&self) -> f64 {
        self.moments.inside_variance.larger(0.0).sqrt()
    }

    /// Mean queue [people].
    pub fn queue(&self) -> f64 {
        super::moments::above(self.moments.inside, self.moments.inside_variance, self.limit).mean
    }

    /// Standard deviation of the queue [people].
    pub fn queue_deviation(&self) -> f64 {
        super::moments::above(self.moments.inside, self.moments.inside_variance, self.limit).variance.sqrt()
    }

    /// Chance that all sessions are taken [1].
    pub fn is_full(&self) -> f64 {
        super::moments::above(self.moments.inside, self.moments.inside_variance, self.limit).chance
    }

    /// Wait behind a queue of so many people, were capacity to stay as it is [s].
    pub fn wait(&self, queue: f64) -> f64 {
        if queue <= 0.0 {
            0.0
        } else if self.abandon_rate == 0.0 {
            queue / self.admission
        } else {
            libm::log1p(self.abandon_rate * queue / self.admission) / self.abandon_rate
        }
    }

    /// By how many standard deviations the queue may be longer before a wait exceeds `wait` [s].
    fn margin(&self, wait: f64) -> f64 {
        let grown =
            if self.abandon_rate == 0.0 { wait } else { libm::expm1(self.abandon_rate * wait) / self.abandon_rate };
        let room = self.admission * grown - self.over();
        let deviation = self.deviation();
        if deviation > 0.0 {
            room / deviation
        } else if room < 0.0 {
            f64::NEG_INFINITY
        } else {
            f64::INFINITY
        }
    }
}

/// Whether one number does not tell the longest queue or wait of a slot, so that single people should be simulated.
///
/// `fluid_queue` [people], `fluid_wait` [s; infinite = not over]: what the fluid says. It is so where chance moves the
/// queue by more than a twentieth and the wait by more than a second, or where the target may be met or missed by chance.
pub fn needs_simulation(band: &Band, fluid_queue: f64, fluid_wait: f64) -> bool {
    if !fluid_wait.is_finite() {
        return false;
    }
    let moved =
        band.queue_high - fluid_queue > MOVED * fluid_queue || fluid_queue - band.queue_low > MOVED * fluid_queue;
    let matters = band.wait_high - fluid_wait > WAIT_MOVED || fluid_wait - band.wait_low > WAIT_MOVED;
    (moved && matters) || (band.miss_chance > 0.05 && band.miss_chance < 0.95)
}
