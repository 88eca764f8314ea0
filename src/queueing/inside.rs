//! Who is inside: people whom the waiting room has admitted and who are still at a stage, and who stops being so.
//!
//! While as many are inside as may be, the room admits one for each who leaves. Who is admitted changes who leaves, and
//! on a step in which no place changes its mode it does so linearly but for the mix of a line: the admissions at the
//! nodes are found by Newton's method, with the changes that leaving takes from each of them.

use super::network::PlaceLaw;
use super::place::{BACKGROUND, Bound, Groups, Mode, PlaceState, PlaceStep, STARTERS};
use super::switch;
use crate::num::collocation::{NODES, Nodes};
use crate::num::order::Extreme;
use crate::num::polynomial::Polynomial;

/// Most corrections of the admissions; one does where no line mixes groups.
const CORRECTIONS: usize = 12;

/// Who is at a place at an instant [people].
struct Present {
    queue: Groups<f64>,
    service: Groups<f64>,
    /// Will try again.
    orbit: f64,
}

impl Present {
    fn now(state: &PlaceState) -> Self {
        Self { queue: state.queue, service: state.service, orbit: state.orbit }
    }

    fn at_node(step: &PlaceStep, node: usize) -> Self {
        Self {
            queue: step.queue.map(|nodes| nodes[node]),
            service: step.service.map(|nodes| nodes[node]),
            orbit: step.orbit[node],
        }
    }

    /// All but the background, which never passes the room.
    fn people(&self) -> f64 {
        self.queue[..BACKGROUND].iter().chain(&self.service[..BACKGROUND]).sum::<f64>() + self.orbit
    }
}

/// Whether whoever is admitted is turned away at once, and so is never inside.
pub fn turns_away_first(states: &[PlaceState]) -> bool {
    states.get(1).is_some_and(|stage| stage.mode == Mode::TurnAway)
}

/// People inside now; the first place is the room.
pub fn inside(states: &[PlaceState]) -> f64 {
    states[1..].iter().map(|state| Present::now(state).people()).sum()
}

/// People inside at the nodes of a step.
pub fn inside_at_nodes(steps: &[PlaceStep]) -> Nodes {
    std::array::from_fn(|node| steps[1..].iter().map(|step| Present::at_node(step, node).people()).sum())
}

/// People who stop being inside now [people/s].
pub fn leaving(laws: &[PlaceLaw], states: &[PlaceState]) -> f64 {
    leaving_of(laws, states, |place| Present::now(&states[place]))
}

/// People who stop being inside at the nodes of a step [people/s].
pub fn leaving_at_nodes(laws: &[PlaceLaw], states: &[PlaceState], steps: &[PlaceStep]) -> Nodes {
    std::array::from_fn(|node| leaving_of(laws, states, |place| Present::at_node(&steps[place], node)))
}

/// Without those whom the first stage turns away as they come.
fn leaving_of(laws: &[PlaceLaw], states: &[PlaceState], present: impl Fn(usize) -> Present) -> f64 {
    let mut leaving = 0.0;
    let mut onward = [0.0; BACKGROUND];
    for (place, law) in laws.iter().enumerate().skip(1) {
        let here = present(place);
        if states[place].mode == Mode::TurnAway {
            leaving += onward.iter().sum::<f64>() + law.retry_rate * here.orbit;
        }
        for (group, onward) in onward.iter_mut().enumerate() {
            let ended = law.service_rate.unwrap_or(0.0) * here.service[group];
            let failed = law.fail_share * ended;
            let returning = if group == STARTERS { [law.retry_share, law.fail_retry_share] } else { [0.0; 2] };
            leaving += (1.0 - returning[0]) * law.abandon_rate * here.queue[group] + (1.0 - returning[1]) * failed;
            *onward = ended - failed;
            if law.turns_away[group] {
                leaving += std::mem::take(onward);
            }
        }
    }
    leaving + onward.iter().sum::<f64>()
}

/// Whether the waiting room admits one for each who leaves.
pub fn is_full(states: &[PlaceState]) -> bool {
    matches!(states[0].mode, Mode::Queue { bound: Bound::Inside, .. })
}

/// People by whom the number inside moves over a step that should keep it.
pub fn moved(states: &[PlaceState], steps: &[PlaceStep]) -> f64 {
    if !is_full(states) || turns_away_first(states) {
        return 0.0;
    }
    (inside_at_nodes(steps)[NODES - 1] - inside(states)).abs()
}

/// Position in the step at which the number of people inside ends the mode of the waiting room.
pub fn first_event(laws: &[PlaceLaw], states: &[PlaceState], steps: &[PlaceStep], slack: f64) -> Option<f64> {
    if !laws[0].limits_inside() {
        return None;
    }
    let (start, nodes) = (inside(states), inside_at_nodes(steps));
    if !is_full(states) {
        // What rounding has let in beyond the limit stays until it leaves.
        let most = laws[0].inside_max.larger(start);
        let free = nodes.map(|people| most - people);
        return Polynomial::through(most - start, &free).first_below(0.0, slack, &free);
    }
    if turns_away_first(states) {
        let fallen = nodes.map(|people| people - start);
        return Polynomial::through(0.0, &fallen).first_below(0.0, slack, &fallen);
    }
    let rate = states[0].capacity.rate;
    let below = states[0].sum(&steps[0].admitted).map(|admitted| rate - admitted);
    Polynomial::through(rate - leaving(laws, states), &below).first_below(0.0, 1e-10 * rate + 1e-3 * slack, &below)
}

/// Whether the number of people inside is what ends the mode of the waiting room now.
pub fn is_at_event(laws: &[PlaceLaw], states: &[PlaceState], slack: f64) -> bool {
    let near = switch::NEAR * slack;
    if !laws[0].limits_inside() {
        false
    } else if !is_full(states) {
        inside(states) >= laws[0].inside_max - near
    } else {
        turns_away_first(states) || leaving(laws, states) >= states[0].capacity.rate * (1.0 - 1e-6) - near
    }
}

/// Lets the waiting room admit one for each who leaves, if people wait and as many are inside as may be.
pub fn fill(laws: &[PlaceLaw], states: &mut [PlaceState], slack: f64) {
    let is_queue = matches!(states[0].mode, Mode::Queue { .. });
    if !is_queue || inside(states) < laws[0].inside_max - switch::NEAR * slack {
        return;
    }
    let leaving = leaving(laws, states);
    if leaving < states[0].capacity.rate {
        states[0].mode = Mode::Queue { admission: leaving, bound: Bound::Inside };
    }
}

/// The step in which as many are admitted as leave, to `slack` [people/s] where the corrections settle.
///
/// `take`: the step with given admissions at the nodes, and who leaves then. `leaving`: who leaves at the start.
pub fn balanced(leaving: f64, slack: f64, mut take: impl FnMut(&Nodes) -> (Vec<PlaceStep>, Nodes)) -> Vec<PlaceStep> {
    let mut admission = [leaving; NODES];
    let (mut steps, mut left) = take(&admission);
    let excess =
        |left: &Nodes, admission: &Nodes| -> Nodes { std::array::from_fn(|node| left[node] - admission[node]) };
    let is_settled = |excess: &Nodes| excess.iter().all(|value| value.abs() <= slack);
    if is_settled(&excess(&left, &admission)) {
        return steps;
    }
    let matrix = balance(&admission, &left, &mut take);
    for _ in 0..CORRECTIONS {
        let off = excess(&left, &admission);
        if is_settled(&off) {
            break;
        }
        let Some(correction) = eliminate(matrix, off) else { break };
        for (value, correction) in admission.iter_mut().zip(&correction) {
            *value += correction;
        }
        (steps, left) = take(&admission);
    }
    steps
}

/// How much more is admitted than leaves, by how much more is admitted at each node.
fn balance(
    admission: &Nodes,
    left: &Nodes,
    take: &mut impl FnMut(&Nodes) -> (Vec<PlaceStep>, Nodes),
) -> [Nodes; NODES] {
    let probe = left.iter().chain(admission).fold(f64::MIN_POSITIVE, |largest, value| largest.larger(value.abs()));
    let mut matrix = [[0.0; NODES]; NODES];
    for column in 0..NODES {
        let mut probed = *admission;
        probed[column] += probe;
        let (_, answer) = take(&probed);
        for (row, values) in matrix.iter_mut().enumerate() {
            values[column] = f64::from(u8::from(row == column)) - (answer[row] - left[row]) / probe;
        }
    }
    matrix
}

/// Gaussian elimination with the largest pivot of each column; `None` where the rows depend on each other.
fn eliminate(mut matrix: [Nodes; NODES], mut right: Nodes) -> Option<Nodes> {
    for pivot in 0..NODES {
        let rows = pivot..NODES;
        let best = rows.max_by(|&one, &other| matrix[one][pivot].abs().total_cmp(&matrix[other][pivot].abs()))?;
        matrix.swap(pivot, best);
        right.swap(pivot, best);
        let above = matrix[pivot];
        if above[pivot] == 0.0 || !above[pivot].is_finite() {
            return None;
        }
        for row in pivot + 1..NODES {
            let factor = matrix[row][pivot] / above[pivot];
            for column in pivot..NODES {
                matrix[row][column] -= factor * above[column];
            }
            right[row] -= factor * right[pivot];
        }
    }
    for row in (0..NODES).rev() {
        let known: f64 = (row + 1..NODES).map(|column| matrix[row][column] * right[column]).sum();
        right[row] = (right[row] - known) / matrix[row][row];
    }
    Some(right)
}
