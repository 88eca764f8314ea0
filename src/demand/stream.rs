//! Streams of arrivals: a mass that follows the opening ramp and the tail law from one opening.

use super::activity::Activity;
use super::law::Law;
use crate::num::collocation::{NODES, Nodes, POSITIONS};
use crate::num::order::Extreme;

/// People who come by the law of one opening. Times are seconds since the start of the horizon.
#[derive(Clone, Copy, Debug)]
pub struct Stream {
    pub opens: f64,
    /// Whoever is due then or later does not come; infinite without such a time.
    pub ends: f64,
    /// Come evenly within the ramp [people].
    pub early: f64,
    /// Come by the tail law, in unlimited time [people].
    pub tail: f64,
}

/// What all streams of a plan share.
#[derive(Clone, Debug)]
pub struct Shape {
    pub law: Law,
    pub activity: Activity,
    /// Length of the opening ramp [s]; 0 = all at once.
    pub ramp: f64,
}

impl Shape {
    /// Shares of ramp and tail who come before `t`, and before `ends` too; `t` may be infinite.
    pub fn come(&self, opens: f64, ends: f64, t: f64) -> (f64, f64) {
        let until = t.smaller(ends);
        if until == f64::INFINITY {
            return (1.0, 1.0);
        }
        let ramped = match self.ramp {
            0.0 => f64::from(until > opens),
            ramp => ((until - opens) / ramp).clamp(0.0, 1.0),
        };
        (ramped, self.law.come(self.activity.operational(until) - self.activity.operational(opens)))
    }
}

/// All streams of one class, ready to be asked for arrivals between two breakpoints.
///
/// Exponential parts of all open streams melt into one mass each, whose decay is exact however many they are.
#[derive(Clone, Debug, Default)]
pub struct Streams {
    all: Vec<Stream>,
    /// Open streams with a tail that is not exponential.
    open: Vec<Stream>,
    /// Sum of the ramps that run [people/s].
    ramp_rate: f64,
    /// Still to come of each exponential part at `entered` [people]; 0 for other parts.
    to_come: Vec<f64>,
    entered: f64,
    /// Come all at once at `entered` [people].
    impulse: f64,
}

impl Streams {
    pub fn push(&mut self, stream: Stream) {
        if stream.early + stream.tail > 0.0 && stream.ends > stream.opens {
            self.all.push(stream);
        }
    }

    /// In the order in which they were added.
    pub fn all(&self) -> &[Stream] {
        &self.all
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Instants at which the flow of the streams jumps.
    pub fn breakpoints(&self, shape: &Shape) -> Vec<f64> {
        let mut times = Vec::new();
        for stream in &self.all {
            times.extend([stream.opens, (stream.opens + shape.ramp).smaller(stream.ends), stream.ends]);
        }
        times
    }

    /// Takes stock of who is open at `at`, which must be a breakpoint.
    pub fn enter(&mut self, shape: &Shape, at: f64) {
        self.entered = at;
        self.ramp_rate = 0.0;
        self.impulse = 0.0;
        self.open.clear();
        self.to_come.clear();
        self.to_come.resize(shape.law.parts().len(), 0.0);
        let now = shape.activity.operational(at);
        for stream in self.all.iter().filter(|stream| stream.opens <= at && at < stream.ends) {
            if shape.ramp == 0.0 && stream.opens == at {
                self.impulse += stream.early;
            } else if at < stream.opens + shape.ramp {
                self.ramp_rate += stream.early / shape.ramp;
            }
            let age = now - shape.activity.operational(stream.opens);
            for (part, to_come) in shape.law.parts().iter().zip(&mut self.to_come) {
                if let Some(mean) = part.exponential_mean() {
                    *to_come += stream.tail * part.weight * libm::exp(-age / mean);
                }
            }
            self.open.push(*stream);
        }
    }

    pub fn impulse(&self) -> f64 {
        self.impulse
    }

    /// People who come after `from` until each of the times, before the next breakpoint.
    pub fn arrivals(&self, shape: &Shape, from: f64, until: &Nodes) -> Nodes {
        let mut people = until.map(|t| self.ramp_rate * (t - from));
        if self.open.is_empty() {
            return people;
        }
        let start = shape.activity.operational(from);
        let end = shape.activity.operational(until[NODES - 1]);
        // Between breakpoints the operational clock runs evenly.
        let times = POSITIONS.map(|position| (end - start) * position);
        let age = start - shape.activity.operational(self.entered);
        for (part, to_come) in shape.law.parts().iter().zip(&self.to_come) {
            match part.exponential_mean() {
                Some(mean) => {
                    let left = to_come * libm::exp(-age / mean);
                    for (sum, time) in people.iter_mut().zip(&times) {
                        *sum -= left * libm::expm1(-time / mean);
                    }
                }
                None => {
                    for stream in &self.open {
                        let since = start - shape.activity.operational(stream.opens);
                        for (sum, time) in people.iter_mut().zip(&times) {
                            *sum += stream.tail * part.weight * part.come_between(since, since + time);
                        }
                    }
                }
            }
        }
        people
    }
}
