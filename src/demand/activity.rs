//! Operational time: a clock that runs fast in busy hours and slowly at night.

use crate::clock::{SECONDS_PER_DAY, SECONDS_PER_HOUR};

const HOUR: f64 = SECONDS_PER_HOUR as f64;
const DAY: f64 = SECONDS_PER_DAY as f64;

/// Operational time since the start of the horizon: the integral of weight(hour of day) / mean weight.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Speed of the clock in each hour of the day [1], mean 1; `None` = always 1.
    speeds: Option<[f64; 24]>,
    /// Operational time at the start of each hour of a day [s].
    elapsed: [f64; 25],
}

impl Activity {
    /// `weights`: relative activity of each hour, >= 0, not all 0; `None` = even.
    pub fn new(weights: Option<&[f64; 24]>) -> Self {
        let speeds = weights.map(|weights| {
            let mean = weights.iter().sum::<f64>() / 24.0;
            weights.map(|weight| weight / mean)
        });
        let mut elapsed = [0.0; 25];
        for hour in 0..24 {
            elapsed[hour + 1] = elapsed[hour] + HOUR * speeds.map_or(1.0, |speeds| speeds[hour]);
        }
        Self { speeds, elapsed }
    }

    /// Operational time [s] at the civil time `t` [s], both since the start of the horizon.
    pub fn operational(&self, t: f64) -> f64 {
        let Some(speeds) = &self.speeds else { return t };
        let day = (t / DAY).floor();
        let second = t - day * DAY;
        let hour = ((second / HOUR) as usize).min(23);
        day * self.elapsed[24] + self.elapsed[hour] + (second - hour as f64 * HOUR) * speeds[hour]
    }

    /// The first civil time [s] at which operational time reaches `u` [s], both since the start of the horizon.
    pub fn civil(&self, u: f64) -> f64 {
        let Some(speeds) = &self.speeds else { return u };
        let day = (u / self.elapsed[24]).floor();
        let rest = u - day * self.elapsed[24];
        let hour = self.elapsed.partition_point(|&elapsed| elapsed < rest).saturating_sub(1).min(23);
        let within = if speeds[hour] > 0.0 { (rest - self.elapsed[hour]) / speeds[hour] } else { 0.0 };
        day * DAY + hour as f64 * HOUR + within.clamp(0.0, HOUR)
    }

    /// Whether the speed may change at the civil time `t` [s].
    pub fn changes_at(&self, t: f64) -> bool {
        self.speeds.is_some() && t % HOUR == 0.0
    }

    /// Instants within the horizon [s] at which the speed changes.
    pub fn changes(&self, horizon: f64) -> Vec<f64> {
        let Some(speeds) = &self.speeds else { return Vec::new() };
        let hours = (horizon / HOUR) as usize;
        (1..hours).filter(|hour| speeds[hour % 24] != speeds[(hour + 23) % 24]).map(|hour| hour as f64 * HOUR).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_lasts_a_day_whatever_the_weights() {
        let mut weights = [1.0; 24];
        weights[3] = 0.0;
        weights[14] = 5.0;
        let activity = Activity::new(Some(&weights));
        assert!((activity.operational(DAY) - DAY).abs() < 1e-9);
        assert_eq!(activity.operational(3.0 * HOUR), activity.operational(4.0 * HOUR));
        assert!((activity.operational(2.0 * DAY + 60.0) - 2.0 * DAY - 60.0 * 24.0 / 27.0).abs() < 1e-9);
        assert_eq!(activity.changes(DAY).len(), 4);
        for t in [0.0, 1.5 * HOUR, 3.0 * HOUR, 14.2 * HOUR, 2.0 * DAY + 60.0] {
            assert!((activity.civil(activity.operational(t)) - t).abs() < 1e-6, "{t}");
        }
    }
}
