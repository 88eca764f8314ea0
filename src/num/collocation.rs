//! Radau IIA collocation with five nodes for linear equations: order nine, stable for stiff decay, mass-exact.
//!
//! On a step of length `h` a flow is known by its values at the nodes `c_i h`; a state is the polynomial of degree
//! five through its value at the start and at the nodes whose derivative meets the equation at the nodes.
//! Whatever leaves one state by its node values arrives in the next to the last bit of the quadrature.
//! Source: E. Hairer and G. Wanner, Solving Ordinary Differential Equations II, section IV.5.

use crate::num::order::Extreme;

/// Nodes of a step; the last one is its end.
pub const NODES: usize = 5;

/// Values at the nodes of a step.
pub type Nodes = [f64; NODES];

/// Position of the nodes within a step [1].
pub const POSITIONS: Nodes = [0.05710419611451768, 0.2768430136381238, 0.5835904323689168, 0.8602401356562195, 1.0];

/// Integral weights: row `i` integrates the interpolant from 0 to node `i`.
pub const INTEGRAL: [Nodes; NODES] = [
    [0.07299886431790333, -0.02673533110794557, 0.018676929763984353, -0.01287910609330644, 0.005042839233882015],
    [0.15377523147918246, 0.14621486784749352, -0.03644456890512809, 0.02123306311930472, -0.007935579902728777],
    [0.14006304568480987, 0.29896712949128346, 0.16758507013524895, -0.03396910168661774, 0.010944288744192253],
    [0.14489430810953477, 0.2765000687601592, 0.32579792291042103, 0.12875675325490976, -0.015708917378805327],
    [0.14371356079122594, 0.28135601514946207, 0.31182652297574126, 0.22310390108357075, 0.04],
];

const DERIVATIVE: [Nodes; NODES] = [
    [8.755923977938362, 2.8919426153801173, -0.8751863962002651, 0.3997052079399655, -0.13370616384921583],
    [-7.161380720145387, 1.8060777240836443, 2.3637971760686085, -0.8659007802831346, 0.2743380777751942],
    [4.122165246243374, -4.4960171258133945, 0.8567652453971776, 2.5183209492110645, -0.6570627571343601],
    [-3.8786632197240105, 3.3931519180649543, -5.188340906407187, 0.5812330525808164, 2.809983655279712],
    [8.41242422359429, -6.970256116656661, 8.777114204150473, -18.2192823110881, 13.0],
];

const INTEGRAL_SQUARED: [Nodes; NODES] = [
    [0.0026921653450316194, -0.002419204202085872, 0.002844231872974372, -0.0026754663973015793, 0.001188717988324108],
    [0.030541204632580542, 0.010010047971894271, -0.004121090692028595, 0.0033255326995457932, -0.0014346675118728034],
    [0.0763215713643023, 0.08375801730851298, 0.012150631980818878, -0.003080650913364238, 0.0011393266359997064],
    [0.11512676760096317, 0.1651389462496801, 0.08427834845361509, 0.00601135223311943, -0.0005488690404623724],
    [0.13550691343148813, 0.20346456801027135, 0.12984754760823244, 0.03118097095000808, 0.0],
];

/// Weights of the start and the nodes in the two highest shifted Legendre coefficients of a state.
const LEGENDRE_4: [f64; 6] =
    [0.5, -0.6301409639634156, 0.001696234399503461, 0.4023744556675089, -0.5339297261035968, 0.26];
const LEGENDRE_5: [f64; 6] =
    [-0.5, 0.7932039500931641, -0.5040589407491864, 0.36548743307989373, -0.25463244242387134, 0.1];

/// Weights of the nodes in the value at the start of a flow.
const START: Nodes = [1.5864079001863283, -1.008117881498373, 0.7309748661597875, -0.5092648848477427, 0.2];

/// Integral of a flow from the start of the step to each node.
pub fn integral(h: f64, flow: &Nodes) -> Nodes {
    let mut sums = [0.0; NODES];
    for (sum, weights) in sums.iter_mut().zip(&INTEGRAL) {
        *sum = h * dot(weights, flow);
    }
    sums
}

/// Integral of a flow over the whole step.
pub fn total(h: f64, flow: &Nodes) -> f64 {
    h * dot(&INTEGRAL[NODES - 1], flow)
}

/// The flow whose integral from the start to each node is given.
pub fn flow_of(h: f64, integral: &Nodes) -> Nodes {
    let mut flow = [0.0; NODES];
    for (value, weights) in flow.iter_mut().zip(&DERIVATIVE) {
        *value = dot(weights, integral) / h;
    }
    flow
}

/// Value of a flow at the start of the step.
pub fn at_start(flow: &Nodes) -> f64 {
    dot(&START, flow)
}

/// `x' = -decay x + flow` from `start`: the state at the nodes.
pub fn decay(h: f64, decay: f64, start: f64, flow: &Nodes) -> Nodes {
    let [state] = decays(h, decay, [start], [flow]);
    state
}

/// The same for several states that decay alike, each with its own start and flow.
pub fn decays<const COUNT: usize>(h: f64, decay: f64, starts: [f64; COUNT], flows: [&Nodes; COUNT]) -> [Nodes; COUNT] {
    let mut right = flows.map(|flow| integral(h, flow));
    for (values, start) in right.iter_mut().zip(starts) {
        for value in values {
            *value += start;
        }
    }
    let mut matrix = [[0.0; NODES]; NODES];
    for (i, row) in matrix.iter_mut().enumerate() {
        for (j, entry) in row.iter_mut().enumerate() {
            *entry = h * decay * INTEGRAL[i][j];
        }
        row[i] += 1.0;
    }
    solve(matrix, right)
}

/// Two states that feed each other.
///
/// `x' = -x_decay x + y_to_x y + x_flow` and `y' = -y_decay y + x_to_y x + y_flow`; all coefficients >= 0 [1/s].
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    pub x_decay: f64,
    pub y_decay: f64,
    pub y_to_x: f64,
    pub x_to_y: f64,
}

/// The states of a [`Pair`] at the nodes, from their values at the start and their outside flows.
///
/// The four blocks of the linear system are polynomials of the same matrix and commute, so one matrix of the
/// size of a single state is eliminated for both.
pub fn pair(h: f64, law: Pair, start: [f64; 2], flows: [&Nodes; 2]) -> [Nodes; 2] {
    let mut known = [integral(h, flows[0]), integral(h, flows[1])];
    for (values, first) in known.iter_mut().zip(start) {
        for value in values {
            *value += first;
        }
    }
    let mut matrix = [[0.0; NODES]; NODES];
    let linear = h * (law.x_decay + law.y_decay);
    let square = h * h * (law.x_decay * law.y_decay - law.y_to_x * law.x_to_y);
    for (i, row) in matrix.iter_mut().enumerate() {
        for (j, entry) in row.iter_mut().enumerate() {
            *entry = linear * INTEGRAL[i][j] + square * INTEGRAL_SQUARED[i][j];
        }
        row[i] += 1.0;
    }
    let swept = [integral(h, &known[0]), integral(h, &known[1])];
    let mut right = known;
    for i in 0..NODES {
        right[0][i] += law.y_decay * swept[0][i] + law.y_to_x * swept[1][i];
        right[1][i] += law.x_decay * swept[1][i] + law.x_to_y * swept[0][i];
    }
    solve(matrix, right)
}

/// How much of a state's course over the step its polynomial may miss, in the unit of the state.
///
/// The Legendre coefficients of a smooth course fall like a geometric series; the first that is missing is
/// estimated from the last two that are there.
pub fn missed(start: f64, nodes: &Nodes) -> f64 {
    let coefficient = |weights: &[f64; 6]| {
        let mut sum = weights[0] * start;
        for (weight, node) in weights[1..].iter().zip(nodes) {
            sum += weight * node;
        }
        sum.abs()
    };
    let last = coefficient(&LEGENDRE_5);
    let before = coefficient(&LEGENDRE_4);
    if last == 0.0 { 0.0 } else { last * (last / before).smaller(1.0) }
}

fn dot(left: &Nodes, right: &Nodes) -> f64 {
    left[0] * right[0] + left[1] * right[1] + left[2] * right[2] + left[3] * right[3] + left[4] * right[4]
}

/// Gaussian elimination without pivoting: the matrices here are `1 + h q(A)` with non-negative `q`, whose pivots
/// stay away from 0 for every step length.
fn solve<const COLUMNS: usize>(mut matrix: [Nodes; NODES], mut right: [Nodes; COLUMNS]) -> [Nodes; COLUMNS] {
    let mut inverses = [0.0; NODES];
    for pivot in 0..NODES {
        let inverse = 1.0 / matrix[pivot][pivot];
        inverses[pivot] = inverse;
        let above = matrix[pivot];
        for row in pivot + 1..NODES {
            let factor = matrix[row][pivot] * inverse;
            for column in pivot + 1..NODES {
                matrix[row][column] -= factor * above[column];
            }
            for values in &mut right {
                values[row] -= factor * values[pivot];
            }
        }
    }
    for values in &mut right {
        for row in (0..NODES).rev() {
            let mut value = values[row];
            for column in row + 1..NODES {
                value -= matrix[row][column] * values[column];
            }
            values[row] = value * inverses[row];
        }
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_integrate_powers_exactly() {
        for power in 0..NODES as i32 {
            let flow = POSITIONS.map(|c| (0..power).fold(1.0, |product, _| product * c));
            for (i, sum) in integral(1.0, &flow).iter().enumerate() {
                let exact = (0..=power).fold(1.0, |product, _| product * POSITIONS[i]) / f64::from(power + 1);
                assert!((sum - exact).abs() < 1e-15, "{power} {i}");
            }
            assert!((flow_of(0.5, &integral(0.5, &flow))[2] - flow[2]).abs() < 1e-13);
        }
    }

    #[test]
    fn decay_follows_the_exponential() {
        for (rate, tolerance) in [(0.1, 1e-14), (1.0, 1e-8), (1e9, 1e-8)] {
            let nodes = decay(1.0, rate, 1.0, &[0.0; NODES]);
            assert!((nodes[NODES - 1] - libm::exp(-rate)).abs() < tolerance, "{rate}: {nodes:?}");
        }
    }

    #[test]
    fn a_pair_keeps_its_people() {
        let law = Pair { x_decay: 0.3, y_decay: 0.7, y_to_x: 0.7, x_to_y: 0.3 };
        let flow = [2.0, 1.0, 0.5, 0.25, 0.0];
        let [x, y] = pair(3.0, law, [5.0, 1.0], [&flow, &[0.0; NODES]]);
        for i in 0..NODES {
            assert!((x[i] + y[i] - 6.0 - integral(3.0, &flow)[i]).abs() < 1e-13);
        }
    }

    #[test]
    fn a_pair_equals_two_states_where_they_do_not_meet() {
        let law = Pair { x_decay: 0.3, y_decay: 0.7, y_to_x: 0.0, x_to_y: 0.0 };
        let flow = [2.0, 1.0, 0.5, 0.25, 0.0];
        let [x, y] = pair(3.0, law, [5.0, 1.0], [&flow, &flow]);
        for i in 0..NODES {
            assert!((x[i] - decay(3.0, 0.3, 5.0, &flow)[i]).abs() < 1e-13);
            assert!((y[i] - decay(3.0, 0.7, 1.0, &flow)[i]).abs() < 1e-13);
        }
    }
}
