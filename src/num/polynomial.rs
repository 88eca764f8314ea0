//! The polynomial of a state or flow over one step: values, first crossing, largest value.

use super::collocation::{self, NODES, Nodes, POSITIONS};

/// From the values at the start and the nodes to the coefficients of the powers.
const STATE_TO_POWERS: [[f64; 6]; 6] = [
    [1.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    [-25.0, 27.78093394406464, -3.641478498049213, 1.2525477211691187, -0.5920031671845428, 0.2],
    [150.0, -208.02785730090133, 77.88337605511782, -29.167414317829696, 14.111895563613205, -4.8],
    [-350.0, 524.1878839694918, -264.89491356822634, 137.90290440413477, -72.39587480540027, 25.2],
    [350.0, -543.8283560361325, 317.67586907995275, -202.09087094360743, 123.04335789978718, -44.8],
    [-126.0, 199.88739542347736, -127.022853068795, 92.10283313613321, -64.16737549081559, 25.2],
];

/// A polynomial of degree five over the step, in the position 0..=1 within it.
#[derive(Clone, Copy, Debug)]
pub struct Polynomial([f64; 6]);

impl Polynomial {
    /// Through the value at the start and the values at the nodes.
    pub fn through(start: f64, nodes: &Nodes) -> Self {
        let mut powers = [0.0; 6];
        for (power, weights) in powers.iter_mut().zip(&STATE_TO_POWERS) {
            *power = weights[0] * start;
            for (weight, node) in weights[1..].iter().zip(nodes) {
                *power += weight * node;
            }
        }
        Self(powers)
    }

    /// Integral of a flow from the start of a step of length `h`.
    pub fn integral_of(h: f64, flow: &Nodes) -> Self {
        Self::through(0.0, &collocation::integral(h, flow))
    }

    pub fn at(&self, position: f64) -> f64 {
        let [a, b, c, d, e, f] = self.0;
        a + position * (b + position * (c + position * (d + position * (e + position * f))))
    }

    /// Derivative by the position.
    fn slope(&self) -> Self {
        let p = self.0;
        Self([p[1], 2.0 * p[2], 3.0 * p[3], 4.0 * p[4], 5.0 * p[5], 0.0])
    }

    /// Position in `low..=high` where the polynomial passes `level`, given that it lies on different sides there.
    pub fn crossing(&self, level: f64, mut low: f64, mut high: f64) -> f64 {
        let low_is_above = self.at(low) > level;
        let slope = self.slope();
        let mut position = 0.5 * (low + high);
        for _ in 0..80 {
            let value = self.at(position) - level;
            if value == 0.0 {
                return position;
            }
            if (value > 0.0) == low_is_above {
                low = position;
            } else {
                high = position;
            }
            let newton = position - value / slope.at(position);
            let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
            if (next - position).abs() <= f64::EPSILON * position {
                return next;
            }
            position = next;
        }
        position
    }

    /// Derivative of `exp(growth position) p(position)` by the position, without its exponential.
    pub fn grown_slope(&self, growth: f64, position: f64) -> f64 {
        self.slope().at(position) + growth * self.at(position)
    }

    /// Position in 0..=1 where `exp(growth position) p(position) - p(0)` reaches `level`, given that it grows.
    pub fn grown_crossing(&self, growth: f64, level: f64) -> f64 {
        let start = self.0[0] + level;
        let (mut low, mut high) = (0.0, 1.0);
        let mut position = 0.5;
        for _ in 0..80 {
            let decayed = start * libm::exp(-growth * position);
            let value = self.at(position) - decayed;
            if value > 0.0 {
                high = position;
            } else {
                low = position;
            }
            let newton = position - value / (self.slope().at(position) + growth * decayed);
            let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
            if (next - position).abs() <= f64::EPSILON * position {
                return next;
            }
            position = next;
        }
        position
    }

    /// First position at which the polynomial falls below `level`, seen at the nodes.
    ///
    /// `None` where it stays at or above `level - slack` at every node.
    pub fn first_below(&self, level: f64, slack: f64, nodes: &Nodes) -> Option<f64> {
        let below = nodes.iter().position(|&value| value < level - slack)?;
        let before = if below == 0 { 0.0 } else { POSITIONS[below - 1] };
        if self.at(before) <= level {
            return Some(before);
        }
        Some(self.crossing(level, before, POSITIONS[below]))
    }

    /// Position and value of the largest value over the step, given the values at the nodes.
    pub fn largest(&self, nodes: &Nodes) -> (f64, f64) {
        let mut best = (0.0, self.at(0.0));
        let mut index = 0;
        for (i, &value) in nodes.iter().enumerate() {
            if value > best.1 {
                best = (POSITIONS[i], value);
                index = i + 1;
            }
        }
        if index == NODES {
            return self.refined(best, POSITIONS[NODES - 2], 1.0);
        }
        let low = if index < 2 { 0.0 } else { POSITIONS[index - 2] };
        self.refined(best, low, POSITIONS[index])
    }

    /// The top between `low` and `high`, where the slope changes its sign there.
    fn refined(&self, best: (f64, f64), low: f64, high: f64) -> (f64, f64) {
        let slope = self.slope();
        if slope.at(low) <= 0.0 || slope.at(high) >= 0.0 {
            return best;
        }
        let top = slope.crossing(0.0, low, high);
        let value = self.at(top);
        if value > best.1 { (top, value) } else { best }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sampled(f: impl Fn(f64) -> f64) -> (Polynomial, Nodes) {
        let nodes = POSITIONS.map(&f);
        (Polynomial::through(f(0.0), &nodes), nodes)
    }

    #[test]
    fn a_polynomial_of_degree_five_is_met_exactly() {
        let (p, _) = sampled(|x| 1.0 - 2.0 * x + 3.0 * x * x * x * x * x);
        for x in [0.0, 0.3, 0.77, 1.0] {
            assert!((p.at(x) - (1.0 - 2.0 * x + 3.0 * x * x * x * x * x)).abs() < 1e-12);
        }
    }

    #[test]
    fn the_first_fall_below_a_level_is_located() {
        let (p, nodes) = sampled(|x| 0.5 - x);
        let at = p.first_below(0.0, 1e-12, &nodes);
        assert!(at.is_some_and(|x| (x - 0.5).abs() < 1e-14), "{at:?}");
        assert_eq!(p.first_below(-1.0, 1e-12, &nodes), None);
    }

    #[test]
    fn a_top_between_the_nodes_is_found() {
        let (p, nodes) = sampled(|x| x * (1.0 - x));
        let (at, value) = p.largest(&nodes);
        assert!((at - 0.5).abs() < 1e-9 && (value - 0.25).abs() < 1e-13);
        let (falling, values) = sampled(|x| 2.0 - x);
        assert_eq!(falling.largest(&values).0, 0.0);
    }
}
