//! What no timetable can be below, and why: each bound is kept with a proof that is checked without the search.

use super::linear::Multipliers;
use super::problem::Problem;
use crate::num::order;
use crate::num::order::Extreme;

/// A value that no timetable is below.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// A load [1].
    pub value: f64,
    pub proof: Proof,
}

/// Why no timetable is below a value. Every one of these holds for any rules, since rules only take timetables away.
#[derive(Clone, Debug, PartialEq)]
pub enum Proof {
    /// All that there is over all capacities: were each window below that, not all would be in.
    Average,
    /// As [`Self::Average`], where windows are equal and sizes whole: a window holds a whole number.
    AverageOfWholes,
    /// This group is somewhere, at best in the largest window.
    Largest { group: usize },
    /// The `groups` largest are in at most as many windows, at best in the largest ones.
    Top { groups: usize },
    /// Equal windows: of the `per_window` x windows + 1 largest groups one window holds at least `per_window` + 1, at
    /// best the smallest of them.
    Crowd { per_window: usize },
    /// In this window is so much from the start.
    Occupied { window: usize },
    /// The best of all timetables was found by a search through all of them.
    Searched,
    /// Weights of moments by which any split of the people has at least this load at one of them.
    Moments(Multipliers),
}

/// Groups of which one window is filled to the brim are looked at up to here.
const CROWD_MOST: usize = 64;

/// The best of the bounds that need no search.
pub fn simple(problem: &Problem) -> Bound {
    let mut best = Bound { value: 0.0, proof: Proof::Average };
    for proof in candidates(problem) {
        if let Some(value) = shown(problem, &proof)
            && value > best.value
        {
            best = Bound { value, proof };
        }
    }
    best
}

fn candidates(problem: &Problem) -> Vec<Proof> {
    let (groups, windows) = (problem.sizes.len(), problem.windows());
    let mut proofs = vec![Proof::Average, Proof::AverageOfWholes];
    proofs.extend((0..groups).map(|group| Proof::Largest { group }));
    proofs.extend((1..windows.min(groups)).map(|groups| Proof::Top { groups }));
    let crowds = (1..=CROWD_MOST).take_while(|per_window| per_window * windows < groups);
    proofs.extend(crowds.map(|per_window| Proof::Crowd { per_window }));
    proofs.extend((0..windows).map(|window| Proof::Occupied { window }));
    proofs
}

/// Whether a bound holds for a problem, as far as its proof can be followed without a search: [`Proof::Searched`] and
/// [`Proof::Moments`] are not about the problem alone.
pub fn is_proved(problem: &Problem, bound: &Bound) -> bool {
    shown(problem, &bound.proof).is_some_and(|value| bound.value <= value)
}

/// What a proof shows of a problem; `None` where its conditions do not hold.
fn shown(problem: &Problem, proof: &Proof) -> Option<f64> {
    let capacities = &problem.capacities;
    let is_whole = |value: f64| value == libm::floor(value);
    let is_equal = capacities.iter().all(|capacity| *capacity == capacities[0]);
    let descending = |values: &[f64]| {
        let mut values = values.to_vec();
        order::sort_by(&mut values, |one, other| other.total_cmp(one));
        values
    };
    match *proof {
        Proof::Average => Some(all(problem) / capacities.iter().sum::<f64>()),
        Proof::AverageOfWholes => {
            let wholes = problem.sizes.iter().chain(&problem.occupied).all(|size| is_whole(*size));
            let average = all(problem) / capacities.len() as f64;
            (wholes && is_equal).then(|| libm::ceil(average) / capacities[0])
        }
        Proof::Largest { group } => Some(problem.sizes.get(group)? / capacities.iter().copied().fold(0.0, f64::larger)),
        Proof::Top { groups } => {
            let (sizes, capacities) = (descending(&problem.sizes), descending(capacities));
            if groups == 0 || groups > sizes.len().min(capacities.len()) {
                return None;
            }
            Some(sizes[..groups].iter().sum::<f64>() / capacities[..groups].iter().sum::<f64>())
        }
        Proof::Crowd { per_window } => {
            let sizes = descending(&problem.sizes);
            let looked_at = per_window * capacities.len() + 1;
            if !is_equal || looked_at > sizes.len() {
                return None;
            }
            Some(sizes[looked_at - 1 - per_window..looked_at].iter().sum::<f64>() / capacities[0])
        }
        Proof::Occupied { window } => Some(problem.occupied(window) / capacities.get(window)?),
        Proof::Searched | Proof::Moments(_) => None,
    }
}

fn all(problem: &Problem) -> f64 {
    problem.sizes.iter().chain(&problem.occupied).sum()
}
