//! Radau IIA collocation with three nodes: the short sister of [`super::collocation`], order five, for coarse runs.
//!
//! Source: E. Hairer and G. Wanner, Solving Ordinary Differential Equations II, section IV.5.

use crate::num::order::Extreme;

/// Values at the nodes of a step; the last node is its end.
pub type Trio = [f64; 3];

/// Position of the nodes within a step [1].
pub const POSITIONS: Trio = [0.1550510257216822, 0.6449489742783178, 1.0];

/// Integral weights: row `i` integrates the interpolant from 0 to node `i`.
const INTEGRAL: [Trio; 3] = [
    [0.1968154772236604, -0.06553542585019839, 0.02377097434822015],
    [0.3944243147390873, 0.2920734116652285, -0.04154875212599793],
    [0.37640306270046725, 0.5124858261884216, 0.1111111111111111],
];

const INTEGRAL_SQUARED: [Trio; 3] = [
    [0.02183503419072274, -0.019857254098612276, 0.01004263019656241],
    [0.1771905874319456, 0.03816496580927726, -0.007375963529895745],
    [0.31804138174397717, 0.18195861825602283, 0.0],
];

const DERIVATIVE: [Trio; 3] = [
    [3.224744871391589, 1.1678400846904056, -0.25319726474218085],
    [-3.5678400846904057, 0.775255128608411, 1.0531972647421808],
    [5.531972647421808, -7.531972647421808, 5.0],
];

/// Weights of the start and the nodes in the two highest shifted Legendre coefficients of a state.
const LEGENDRE_2: [f64; 4] = [0.5, -0.37640306270046725, -0.5124858261884216, 0.3888888888888889];
const LEGENDRE_3: [f64; 4] = [-0.5, 0.7790391023624612, -0.44570576902912784, 0.16666666666666666];

/// Weights of the nodes in the value at the start of a flow.
const START: Trio = [1.5580782047249224, -0.8914115380582557, 0.3333333333333333];

fn dot(left: &Trio, right: &Trio) -> f64 {
    left[0] * right[0] + left[1] * right[1] + left[2] * right[2]
}

fn times(matrix: &[Trio; 3], values: &Trio) -> Trio {
    [dot(&matrix[0], values), dot(&matrix[1], values), dot(&matrix[2], values)]
}

/// Integral of a flow over the whole step.
pub fn total(h: f64, flow: &Trio) -> f64 {
    h * dot(&INTEGRAL[2], flow)
}

/// Integral of a flow from the start of the step to each node.
pub fn integral(h: f64, flow: &Trio) -> Trio {
    times(&INTEGRAL, flow).map(|value| h * value)
}

/// The flow whose integral from the start to each node is given.
pub fn flow_of(h: f64, integral: &Trio) -> Trio {
    times(&DERIVATIVE, integral).map(|value| value / h)
}

/// Value of a flow at the start of the step.
pub fn at_start(flow: &Trio) -> f64 {
    dot(&START, flow)
}

/// Value of a flow at a position of the step, 0..=1.
pub fn at(flow: &Trio, position: f64) -> f64 {
    let [first, middle, end] = POSITIONS;
    let [from_first, from_middle, from_end] = [position - first, position - middle, position - end];
    flow[0] * from_middle * from_end / ((first - middle) * (first - end))
        + flow[1] * from_first * from_end / ((middle - first) * (middle - end))
        + flow[2] * from_first * from_middle / ((end - first) * (end - middle))
}

/// `x' = -decay x + flow` from `start`: the state at the nodes.
///
/// The inverse of `1 + z A` is a polynomial of `A`, since `A` meets its own characteristic polynomial.
pub fn decay(h: f64, decay: f64, start: f64, flow: &Trio) -> Trio {
    let z = h * decay;
    let [one, first, second] = inverse(z);
    // A cubed is 0.6 A squared - 0.15 A + 1/60.
    let (once, twice, at) = (h * (one - 0.15 * second), h * (first + 0.6 * second), h * second / 60.0);
    let (arrived, swept) = (times(&INTEGRAL, flow), times(&INTEGRAL_SQUARED, flow));
    [0, 1, 2].map(|i| {
        let c = POSITIONS[i];
        let left = start * (one + c * (first + 0.5 * c * second));
        left + (once * arrived[i] + twice * swept[i] + at * flow[i])
    })
}

/// `x' = -decay x` from 1: the state at the nodes.
pub fn fading(h: f64, decay: f64) -> Trio {
    let [one, first, second] = inverse(h * decay);
    POSITIONS.map(|c| one + c * (first + 0.5 * c * second))
}

/// Coefficients of 1, A and A squared in the inverse of `1 + z A`.
fn inverse(z: f64) -> Trio {
    let low = 1.0 + z * (0.6 + 0.15 * z);
    let scale = 1.0 / (low + z * z * z / 60.0);
    [low * scale, -z * (1.0 + 0.6 * z) * scale, z * z * scale]
}

/// Two states that feed each other: `x' = -x_decay x + y_to_x y + x_flow`, `y' = -y_decay y + x_to_y x + y_flow`.
///
/// `rates`: x_decay, y_decay, y_to_x, x_to_y, all >= 0 [1/s].
pub fn pair(h: f64, rates: [f64; 4], start: [f64; 2], flows: [&Trio; 2]) -> [Trio; 2] {
    let [x_decay, y_decay, y_to_x, x_to_y] = rates;
    let mut known = [integral(h, flows[0]), integral(h, flows[1])];
    for (values, first) in known.iter_mut().zip(start) {
        for value in values {
            *value += first;
        }
    }
    let (linear, square) = (h * (x_decay + y_decay), h * h * (x_decay * y_decay - y_to_x * x_to_y));
    let mut matrix = [[0.0; 3]; 3];
    for (i, row) in matrix.iter_mut().enumerate() {
        for (j, entry) in row.iter_mut().enumerate() {
            *entry = linear * INTEGRAL[i][j] + square * INTEGRAL_SQUARED[i][j];
        }
        row[i] += 1.0;
    }
    let swept = [integral(h, &known[0]), integral(h, &known[1])];
    let mut right = known;
    for i in 0..3 {
        right[0][i] += y_decay * swept[0][i] + y_to_x * swept[1][i];
        right[1][i] += x_decay * swept[1][i] + x_to_y * swept[0][i];
    }
    solve(matrix, right)
}

/// Gaussian elimination without pivoting, which these matrices do not need.
fn solve(m: [Trio; 3], mut right: [Trio; 2]) -> [Trio; 2] {
    let first = 1.0 / m[0][0];
    let (down, far) = (m[1][0] * first, m[2][0] * first);
    let (a, b) = (m[1][1] - down * m[0][1], m[1][2] - down * m[0][2]);
    let (c, d) = (m[2][1] - far * m[0][1], m[2][2] - far * m[0][2]);
    let second = 1.0 / a;
    let low = c * second;
    let third = 1.0 / (d - low * b);
    for values in &mut right {
        let middle = values[1] - down * values[0];
        let z = (values[2] - far * values[0] - low * middle) * third;
        let y = (middle - b * z) * second;
        *values = [(values[0] - m[0][1] * y - m[0][2] * z) * first, y, z];
    }
    right
}

/// How much of a state's course over the step its polynomial may miss, in the unit of the state.
pub fn missed(start: f64, nodes: &Trio) -> f64 {
    let coefficient = |weights: &[f64; 4]| {
        (weights[0] * start + weights[1] * nodes[0] + weights[2] * nodes[1] + weights[3] * nodes[2]).abs()
    };
    let last = coefficient(&LEGENDRE_3);
    let before = coefficient(&LEGENDRE_2);
    if last < before { last * last / before } else { last }
}

/// From the values at the start and the nodes to the coefficients of the powers.
const STATE_TO_POWERS: [[f64; 4]; 3] = [
    [-9.0, 10.048809399827416, -1.382142733160749, 0.3333333333333333],
    [18.0, -25.62959144707664, 10.296258113743306, -2.6666666666666665],
    [-10.0, 15.580782047249224, -8.914115380582556, 3.3333333333333335],
];

/// A polynomial of degree three over the step, in the position 0..=1 within it.
#[derive(Clone, Copy, Debug)]
pub struct Cubic([f64; 4]);

impl Cubic {
    /// Through the value at the start and the values at the nodes.
    pub fn through(start: f64, nodes: &Trio) -> Self {
        let power = |weights: &[f64; 4]| {
            weights[0] * start + weights[1] * nodes[0] + weights[2] * nodes[1] + weights[3] * nodes[2]
        };
        Self([start, power(&STATE_TO_POWERS[0]), power(&STATE_TO_POWERS[1]), power(&STATE_TO_POWERS[2])])
    }

    /// Integral of a flow from the start of a step of length `h`.
    pub fn integral_of(h: f64, flow: &Trio) -> Self {
        Self::through(0.0, &integral(h, flow))
    }

    pub fn at(&self, position: f64) -> f64 {
        let [a, b, c, d] = self.0;
        a + position * (b + position * (c + position * d))
    }

    /// Integral from the start to a position, in steps.
    pub fn area(&self, position: f64) -> f64 {
        let [a, b, c, d] = self.0;
        position * (a + position * (b / 2.0 + position * (c / 3.0 + position * d / 4.0)))
    }

    /// Where within the step the slope is steepest or least steep.
    pub fn bend(&self) -> Option<f64> {
        let [_, _, c, d] = self.0;
        let position = -c / (3.0 * d);
        (position > 0.0 && position < 1.0).then_some(position)
    }

    /// Largest second derivative by the position, whatever its sign.
    pub fn bend_max(&self) -> f64 {
        let [_, _, c, d] = self.0;
        (2.0 * c).abs().larger((2.0 * c + 6.0 * d).abs())
    }

    fn slope(&self, position: f64) -> f64 {
        let [_, b, c, d] = self.0;
        b + position * (2.0 * c + position * 3.0 * d)
    }

    /// First position at which the polynomial falls below 0, seen at the nodes; `None` where it stays above `-slack`.
    pub fn first_below(start: f64, nodes: &Trio, slack: f64) -> Option<f64> {
        let below = nodes.iter().position(|&value| value < -slack)?;
        let (mut low, mut value) = if below == 0 { (0.0, start) } else { (POSITIONS[below - 1], nodes[below - 1]) };
        if value <= 0.0 {
            return Some(low);
        }
        let curve = Self::through(start, nodes);
        let mut high = POSITIONS[below];
        let mut position = low + (high - low) * value / (value - nodes[below]);
        for _ in 0..20 {
            value = curve.at(position);
            if value > 0.0 {
                low = position;
            } else {
                high = position;
            }
            let newton = position - value / curve.slope(position);
            let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
            if (next - position).abs() < 1e-9 {
                return Some(next);
            }
            position = next;
        }
        Some(position)
    }

    /// Position and value of the largest value over the step, given the values at the nodes.
    pub fn largest(start: f64, nodes: &Trio) -> (f64, f64) {
        let mut best = (0.0, start);
        for (&position, &value) in POSITIONS.iter().zip(nodes) {
            if value > best.1 {
                best = (position, value);
            }
        }
        let curve = Self::through(start, nodes);
        let [_, b, c, d] = curve.0;
        let root = c * c - 3.0 * b * d;
        if root > 0.0 {
            // Where the slope is 0 and falls; written so that it also holds where the cubic term is none.
            let top = -b / (c - root.sqrt());
            if top > 0.0 && top < 1.0 && curve.at(top) > best.1 {
                best = (top, curve.at(top));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decay_follows_the_exponential() {
        for (rate, tolerance) in [(0.1, 1e-9), (1.0, 1e-3), (1e9, 1e-8)] {
            let nodes = decay(1.0, rate, 1.0, &[0.0; 3]);
            assert!((nodes[2] - libm::exp(-rate)).abs() < tolerance, "{rate}: {nodes:?}");
            let faded = fading(1.0, rate);
            assert!(nodes.iter().zip(faded).all(|(node, faded)| (node - faded).abs() < 1e-14));
        }
    }

    #[test]
    fn people_are_kept() {
        let flow = [2.0, 1.0, 0.5];
        let nodes = decay(2.0, 0.7, 5.0, &flow);
        assert!((5.0 + total(2.0, &flow) - 0.7 * total(2.0, &nodes) - nodes[2]).abs() < 1e-13);
        let [x, y] = pair(3.0, [0.3, 0.7, 0.7, 0.3], [5.0, 1.0], [&flow, &[0.0; 3]]);
        for i in 0..3 {
            assert!((x[i] + y[i] - 6.0 - integral(3.0, &flow)[i]).abs() < 1e-13);
        }
        let [alone, _] = pair(3.0, [0.3, 0.7, 0.0, 0.0], [5.0, 1.0], [&flow, &flow]);
        assert!(alone.iter().zip(decay(3.0, 0.3, 5.0, &flow)).all(|(one, other)| (one - other).abs() < 1e-13));
        assert!(flow_of(0.5, &integral(0.5, &flow)).iter().zip(flow).all(|(one, other)| (one - other).abs() < 1e-13));
    }

    #[test]
    fn a_flow_is_a_parabola() {
        let parabola = |x: f64| 3.0 - x + 2.0 * x * x;
        let flow = POSITIONS.map(parabola);
        assert!((at(&flow, 0.3) - parabola(0.3)).abs() < 1e-14);
        assert!((at_start(&flow) - at(&flow, 0.0)).abs() < 1e-14);
    }

    #[test]
    fn cubics_are_met_exactly() {
        let cubic = |x: f64| 1.0 - 2.0 * x + x * x * x * 0.5;
        let nodes = POSITIONS.map(cubic);
        let curve = Cubic::through(1.0, &nodes);
        assert!((curve.at(0.3) - cubic(0.3)).abs() < 1e-14);
        assert!((curve.area(1.0) - 0.125).abs() < 1e-14);
        let crossing = Cubic::first_below(1.0, &nodes, 1e-12).unwrap();
        assert!(cubic(crossing).abs() < 1e-8);
        let hill = POSITIONS.map(|x| x * (1.0 - x));
        let (at, value) = Cubic::largest(0.0, &hill);
        assert!((at - 0.5).abs() < 1e-9 && (value - 0.25).abs() < 1e-13);
    }
}
