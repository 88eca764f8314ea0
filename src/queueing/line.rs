//! Who stands where in a line: first-come first-served order in patience-weighted people.
//!
//! A person who arrived at `u` is still there at `t` with chance `exp(-theta (t - u))`. Counted with the weight
//! `exp(theta (u - anchor))`, nobody ever leaves the line but by being admitted: the line covers the positions from
//! `gone` (admitted so far) to `end` (arrived so far), and its people at `t` are `(end - gone) exp(-theta (t -
//! anchor))`. Source: G. Newell, Applications of Queueing Theory (1982), carried over to impatient customers.

use std::collections::VecDeque;

use super::place::{GROUPS, Groups, sum};
use crate::num::collocation::{self, Nodes, POSITIONS};
use crate::num::mean_exp;
use crate::num::order::Extreme;
use crate::num::polynomial::Polynomial;

/// Exponent of the weights beyond which the line is counted from a new anchor.
const EXPONENT_MAX: f64 = 50.0;

/// A line with the mix of groups at each position.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Instant whose weight is 1 [s].
    pub anchor: f64,
    /// Admitted since the anchor [weighted people].
    pub gone: f64,
    /// Counts how often positions were counted anew.
    pub epoch: usize,
    parcels: VecDeque<Parcel>,
}

/// A stretch of the line that arrived together or in one step.
#[derive(Clone, Debug)]
struct Parcel {
    from: f64,
    length: f64,
    mix: Mix,
}

#[derive(Clone, Debug)]
enum Mix {
    /// Shares of each group, the same all along.
    Even(Groups<f64>),
    /// Arrived over a step, by the position in time.
    Step(Box<Course>),
}

/// Weighted people by the position in a step: `scale (exp(growth position) p(position) - p(0))`.
#[derive(Clone, Debug)]
struct Course {
    scale: f64,
    growth: f64,
    all: Polynomial,
    groups: Groups<Polynomial>,
}

/// Position of the head in the course of a step whose admissions change.
#[derive(Clone, Debug)]
pub struct Head {
    gone: f64,
    scale: f64,
    growth: f64,
    people: Polynomial,
}

impl Head {
    /// At a position in the step, 0..=1 [weighted people].
    pub fn at(&self, position: f64) -> f64 {
        self.gone + self.scale * (libm::exp(self.growth * position) * self.people.at(position) - self.people.at(0.0))
    }

    pub fn at_nodes(&self) -> Nodes {
        POSITIONS.map(|position| self.at(position))
    }

    /// Where in the step it passes `x` [weighted people], 0..=1.
    pub fn passes(&self, x: f64) -> f64 {
        self.people.grown_crossing(self.growth, (x - self.gone) / self.scale)
    }
}

/// How flows over a step are weighted: see [`Course`] for what scale and growth are.
///
/// Over a step that is short beside the patience the weights hardly grow, and `p` is what has come. Over a long one `p`
/// is what would still be waiting if nobody were ever admitted, which is smooth where the weights are not.
struct Weights {
    exponent: f64,
    abandon_rate: f64,
    h: f64,
    scale: f64,
    growth: f64,
}

impl Weights {
    fn of(exponent: f64, abandon_rate: f64, h: f64) -> Self {
        let (scale, growth) =
            if is_long(abandon_rate, h) { (libm::exp(exponent), abandon_rate * h) } else { (1.0, 0.0) };
        Self { exponent, abandon_rate, h, scale, growth }
    }

    /// `p` of a flow at the nodes [people/s].
    fn people(&self, flow: &Nodes) -> Polynomial {
        if self.growth > 0.0 {
            let start = collocation::at_start(flow) / self.abandon_rate;
            return Polynomial::through(start, &collocation::decay(self.h, self.abandon_rate, start, flow));
        }
        let mut product = *flow;
        for (value, c) in product.iter_mut().zip(POSITIONS) {
            *value *= libm::exp(self.exponent + self.abandon_rate * self.h * c);
        }
        Polynomial::integral_of(self.h, &product)
    }
}

/// Arrivals of one step, not yet part of the line.
#[derive(Clone, Debug)]
pub struct Arriving(Parcel);

impl Line {
    /// An empty line that begins at `t`.
    pub fn begin(&mut self, t: f64) {
        self.anchor = t;
        self.gone = 0.0;
        self.epoch += 1;
        self.parcels.clear();
    }

    pub fn exponent(&self, abandon_rate: f64, t: f64) -> f64 {
        abandon_rate * (t - self.anchor)
    }

    pub fn needs_new_anchor(&self, abandon_rate: f64, t: f64) -> bool {
        self.exponent(abandon_rate, t) > EXPONENT_MAX
    }

    /// Counts positions from `t` on, with `ahead` new places at the head of the line [people].
    pub fn count_anew(&mut self, abandon_rate: f64, t: f64, ahead: f64, shares: Groups<f64>) {
        let factor = libm::exp(-self.exponent(abandon_rate, t));
        for parcel in &mut self.parcels {
            parcel.from = (parcel.from - self.gone) * factor + ahead;
            parcel.length *= factor;
            if let Mix::Step(course) = &mut parcel.mix {
                course.scale *= factor;
            }
        }
        if ahead > 0.0 {
            self.parcels.push_front(Parcel { from: 0.0, length: ahead, mix: Mix::Even(shares) });
        }
        self.anchor = t;
        self.gone = 0.0;
        self.epoch += 1;
    }

    /// Lets `people` with the given shares join the end of the line at `t`.
    pub fn join(&mut self, abandon_rate: f64, t: f64, people: f64, shares: Groups<f64>) {
        let length = people * libm::exp(self.exponent(abandon_rate, t));
        self.parcels.push_back(Parcel { from: self.end(), length, mix: Mix::Even(shares) });
    }

    /// Position behind the last person [weighted people].
    pub fn end(&self) -> f64 {
        self.parcels.back().map_or(self.gone, |parcel| parcel.from + parcel.length)
    }

    /// Position that admission at an even `rate` reaches at each node of a step from `t`.
    pub fn reached(&self, abandon_rate: f64, t: f64, h: f64, rate: f64) -> Nodes {
        let weight = libm::exp(self.exponent(abandon_rate, t));
        POSITIONS.map(|c| self.gone + rate * weight * h * c * mean_exp(abandon_rate * h * c))
    }

    /// Where the head is in the course of a step from `t` with given admissions at the nodes [people/s].
    pub fn reached_by(&self, abandon_rate: f64, t: f64, h: f64, admissions: &Nodes) -> Head {
        let weights = Weights::of(self.exponent(abandon_rate, t), abandon_rate, h);
        Head { gone: self.gone, people: weights.people(admissions), scale: weights.scale, growth: weights.growth }
    }

    /// Arrivals of each group over a step from `t` as a stretch of the line.
    pub fn arriving(&self, abandon_rate: f64, t: f64, h: f64, flows: &Groups<Nodes>) -> Arriving {
        let exponent = self.exponent(abandon_rate, t);
        let all = sum(flows);
        let weights = Weights::of(exponent, abandon_rate, h);
        let course = Course {
            scale: weights.scale,
            growth: weights.growth,
            all: weights.people(&all),
            groups: flows.each_ref().map(|flow| weights.people(flow)),
        };
        let length = course.until(&course.all, 1.0).larger(0.0);
        Arriving(Parcel { from: self.end(), length, mix: Mix::Step(Box::new(course)) })
    }

    /// Shares of each group at the position `x` [weighted people]; `None` where nobody stands.
    pub fn shares_at(&self, x: f64, arriving: &Arriving) -> Option<Groups<f64>> {
        let reaches = |parcel: &&Parcel| parcel.from + parcel.length > x;
        let parcel = self.parcels.iter().find(reaches).unwrap_or(&arriving.0);
        match &parcel.mix {
            Mix::Even(shares) => Some(*shares),
            Mix::Step(course) => course.shares(parcel.position(course, x - parcel.from)),
        }
    }

    /// People of each group between the head and the position `x` [weighted people].
    pub fn groups_until(&self, x: f64, arriving: Option<&Arriving>) -> Groups<f64> {
        let mut sums = [0.0; GROUPS];
        for parcel in self.parcels.iter().chain(arriving.map(|arriving| &arriving.0)) {
            if parcel.from >= x && parcel.from > self.gone {
                break;
            }
            let end = parcel.groups_until(x - parcel.from);
            let start = parcel.groups_until(self.gone - parcel.from);
            for group in 0..GROUPS {
                sums[group] += end[group] - start[group];
            }
        }
        sums
    }

    /// Moves the head to the position `x` and forgets who is before it.
    pub fn advance(&mut self, x: f64) {
        self.gone = x;
        while self.parcels.front().is_some_and(|parcel| parcel.from + parcel.length <= x) {
            self.parcels.pop_front();
        }
    }

    pub fn append(&mut self, arriving: Arriving) {
        if arriving.0.length > 0.0 {
            self.parcels.push_back(arriving.0);
        }
    }
}

impl Parcel {
    /// People of each group in the first `x` of the parcel [weighted people].
    fn groups_until(&self, x: f64) -> Groups<f64> {
        let x = x.clamp(0.0, self.length);
        match &self.mix {
            Mix::Even(shares) => shares.map(|share| share * x),
            Mix::Step(course) => {
                let position = self.position(course, x);
                course.groups.each_ref().map(|group| course.until(group, position))
            }
        }
    }

    /// Where in the step the first `x` of the parcel had arrived, 0..=1.
    fn position(&self, course: &Course, x: f64) -> f64 {
        if x <= 0.0 {
            0.0
        } else if x >= self.length {
            1.0
        } else {
            course.all.grown_crossing(course.growth, x / course.scale)
        }
    }
}

impl Course {
    fn until(&self, people: &Polynomial, position: f64) -> f64 {
        self.scale * (libm::exp(self.growth * position) * people.at(position) - people.at(0.0))
    }

    /// Shares of each group among those who arrive at a position.
    fn shares(&self, position: f64) -> Option<Groups<f64>> {
        let flows = self.groups.each_ref().map(|group| group.grown_slope(self.growth, position).larger(0.0));
        let all: f64 = flows.iter().sum();
        (all > 0.0).then(|| flows.map(|flow| flow / all))
    }
}

/// Whether a step is so long beside the patience that weights grow too much for a polynomial.
pub fn is_long(abandon_rate: f64, h: f64) -> bool {
    abandon_rate * h > 1.0
}
