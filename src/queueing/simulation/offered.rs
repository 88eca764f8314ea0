//! People who would be in service if nobody ever waited, from the attempts themselves: `m' = attempts - m / service`.

const MINUTE: f64 = 60.0;
/// Fewer than so many are nobody [people].
const NOBODY: f64 = 1e-9;

/// Follows the people in service at a place without limits; attempts of one second count as spread over it.
#[derive(Clone, Debug)]
pub struct Offered {
    /// `None` where nobody is ever in service.
    rate: Option<f64>,
    /// Of a level of one at the start of a second: what is left after it, and its integral.
    left: f64,
    integral: f64,
    second: u64,
    arrivals: u32,
    /// At the start of the second [people].
    level: f64,
    minutes: Vec<f64>,
    /// What is left of a level of one, and what is lost of it as a negative number, over any number of seconds up to a minute.
    decays: Vec<[f64; 2]>,
}

impl Offered {
    pub fn new(rate: Option<f64>, minutes: usize) -> Self {
        let [left, integral] = match rate {
            Some(rate) => [libm::exp(-rate), -libm::expm1(-rate) / rate],
            None => [0.0, 0.0],
        };
        let seconds = (0..=MINUTE as u32).map(f64::from);
        let decay = |rate: f64| seconds.map(|time| [libm::exp(-rate * time), libm::expm1(-rate * time)]).collect();
        let decays = rate.map(decay).unwrap_or_default();
        Self { decays, rate, left, integral, second: 0, arrivals: 0, level: 0.0, minutes: vec![0.0; minutes] }
    }

    /// People arrive in a second of the horizon, not before anybody told earlier.
    #[inline]
    pub fn arrive(&mut self, second: u64, people: u32) {
        if second != self.second {
            self.advance(second);
        }
        self.arrivals += people;
    }

    fn advance(&mut self, until: u64) {
        let Some(rate) = self.rate else {
            self.second = until;
            self.arrivals = 0;
            return;
        };
        let arrivals = f64::from(self.arrivals);
        self.add(self.second, self.level * self.integral + arrivals * (1.0 - self.integral) / rate);
        self.level = self.level * self.left + arrivals * self.integral;
        self.second += 1;
        self.arrivals = 0;
        while self.second < until && self.level > NOBODY {
            let end = until.min((self.second / 60 + 1) * 60);
            let [left, loss] = self.decays[(end - self.second) as usize];
            self.add(self.second, -self.level * loss / rate);
            self.level *= left;
            self.second = end;
        }
        if self.second < until {
            self.level = 0.0;
        }
        self.second = until;
    }

    fn add(&mut self, second: u64, people_seconds: f64) {
        if let Some(sum) = self.minutes.get_mut((second as u32 / 60) as usize) {
            *sum += people_seconds;
        }
    }

    /// The integral of each minute [people s], at the end of the horizon [s].
    pub fn finish(mut self, horizon: f64) -> Vec<f64> {
        self.advance(horizon as u64);
        self.minutes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_stays_as_long_as_a_service_lasts() {
        let mut offered = Offered::new(Some(1.0 / 90.0), 60);
        for second in [0, 0, 130, 1_000, 1_000] {
            offered.arrive(second, 1);
        }
        let minutes = offered.finish(3_600.0);
        assert!((minutes.iter().sum::<f64>() - 5.0 * 90.0).abs() < 1e-6, "{minutes:?}");
        // Two in the first minute, of whom each has half a second less of it.
        let expected = 2.0 * 90.0 * -libm::expm1(-59.5 / 90.0);
        assert!((minutes[0] - expected).abs() < 0.01, "{} for {expected}", minutes[0]);
    }
}
