//! First timetables: longest first, multifit, and largest differencing.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::problem::{Problem, Timetable};
use crate::num::order;

/// How often multifit halves the load that it tries.
const HALVINGS: usize = 40;

/// Groups from the largest to the smallest, the earlier of two alike first.
pub fn largest_first(problem: &Problem) -> Vec<usize> {
    let mut groups: Vec<usize> = (0..problem.sizes.len()).collect();
    order::sort_by(&mut groups, |&one, &other| problem.sizes[other].total_cmp(&problem.sizes[one]));
    groups
}

/// Each group, the largest first, into the window that is least full with it in it, as far as the rules allow
/// (R. L. Graham, *Bounds on multiprocessing timing anomalies*, SIAM J. Appl. Math. 17, 1969: at most
/// 4/3 - 1/(3 windows) of the best for equal windows without rules). `None` = some group finds no window.
///
/// Groups of a chain are put in from its first to its last, whatever their size, when its largest is due; what is left
/// for the later ones is kept open by the count alone.
pub fn longest_first(problem: &Problem) -> Option<Timetable> {
    placed(problem, &in_chains(problem), |contents, capacity, _| contents / capacity)
}

/// The groups in an order in which none stands before one that its chains put earlier.
fn in_chains(problem: &Problem) -> Vec<usize> {
    let neighbours = problem.neighbours();
    let mut is_placed = vec![false; problem.sizes.len()];
    let mut all = Vec::with_capacity(problem.sizes.len());
    for group in largest_first(problem) {
        let mut open = vec![group];
        while let Some(&next) = open.last() {
            let waiting = neighbours[next].before.iter().find(|&&before| !is_placed[before]);
            match waiting {
                // A circle of chains has no order; whoever closes it goes first.
                Some(&before) if !open.contains(&before) => open.push(before),
                _ => {
                    open.pop();
                    if !is_placed[next] {
                        is_placed[next] = true;
                        all.push(next);
                    }
                }
            }
        }
    }
    all
}

/// Puts groups in one by one, each where `measure` of the window with it in it (its contents, its capacity, its index)
/// is least.
fn placed(problem: &Problem, groups: &[usize], measure: impl Fn(f64, f64, usize) -> f64) -> Option<Timetable> {
    let windows = problem.windows();
    let mut timetable = vec![usize::MAX; problem.sizes.len()];
    let mut contents: Vec<f64> = (0..windows).map(|window| problem.occupied(window)).collect();
    let mut held = vec![0_usize; windows];
    let most = problem.groups_per_window.unwrap_or(usize::MAX);
    let neighbours = problem.neighbours();
    for &group in groups {
        let not_before = neighbours[group].before.iter().map(|&before| timetable[before]).max().unwrap_or(0);
        let not_after = neighbours[group].after.iter().map(|&after| timetable[after]).min().unwrap_or(usize::MAX);
        let size = problem.sizes[group];
        let mut best: Option<(f64, usize)> = None;
        for window in not_before..windows {
            if window > not_after || held[window] >= most || !problem.is_allowed(group, window) {
                continue;
            }
            let load = measure(contents[window] + size, problem.capacities[window], window);
            if best.is_none_or(|(least, _)| load < least) {
                best = Some((load, window));
            }
        }
        let (_, window) = best?;
        timetable[group] = window;
        contents[window] += size;
        held[window] += 1;
    }
    Some(timetable)
}

/// The least load at which the groups fit, the largest first, each into the first window it fits in (E. G. Coffman,
/// M. R. Garey, D. S. Johnson, *An application of bin-packing to multiprocessor scheduling*, SIAM J. Comput. 7, 1978).
/// `None` = with the rules they never do.
pub fn multifit(problem: &Problem, lower: f64) -> Option<Timetable> {
    let groups = in_chains(problem);
    let fits = |limit: f64| {
        let first_that_fits = |contents: f64, capacity: f64, window: usize| {
            if contents <= limit * capacity { window as f64 } else { f64::INFINITY }
        };
        let timetable = placed(problem, &groups, first_that_fits)?;
        (problem.value(&timetable) <= limit).then_some(timetable)
    };
    let mut best = longest_first(problem)?;
    let (mut lower, mut upper) = (lower, problem.value(&best));
    for _ in 0..HALVINGS {
        let middle = 0.5 * (lower + upper);
        match fits(middle) {
            Some(timetable) => {
                upper = problem.value(&timetable);
                best = timetable;
            }
            None => lower = middle,
        }
        if upper - lower <= 1e-9 * upper {
            break;
        }
    }
    Some(best)
}

/// Unlike partial timetables are joined, the fullest windows of one with the emptiest of the other, the most uneven
/// first (N. Karmarkar, R. M. Karp, *The differencing method of set partitioning*, 1982). For equal windows without
/// rules and with nothing in them; `None` for others.
pub fn largest_differencing(problem: &Problem) -> Option<Timetable> {
    let windows = problem.windows();
    let is_equal = problem.capacities.iter().all(|capacity| *capacity == problem.capacities[0]);
    if windows == 0 || !is_equal || !problem.is_free() || problem.occupied.iter().any(|people| *people > 0.0) {
        return None;
    }
    // Of each partial timetable the sums of its windows, descending, and their groups.
    let mut parts: Vec<Vec<(f64, Vec<usize>)>> = Vec::with_capacity(2 * problem.sizes.len());
    let mut heap = BinaryHeap::new();
    let push = |part: Vec<(f64, Vec<usize>)>, parts: &mut Vec<_>, heap: &mut BinaryHeap<_>| {
        let spread = part[0].0 - part[windows - 1].0;
        // Sizes are not below zero, so their bits are in their order.
        heap.push((spread.to_bits(), Reverse(parts.len())));
        parts.push(part);
    };
    for (group, &size) in problem.sizes.iter().enumerate() {
        let mut part = vec![(0.0, Vec::new()); windows];
        part[0] = (size, vec![group]);
        push(part, &mut parts, &mut heap);
    }
    while heap.len() > 1 {
        let (Some((_, Reverse(one))), Some((_, Reverse(other)))) = (heap.pop(), heap.pop()) else { break };
        let (one, mut other) = (std::mem::take(&mut parts[one]), std::mem::take(&mut parts[other]));
        other.reverse();
        let mut joined: Vec<(f64, Vec<usize>)> = (one.into_iter().zip(other))
            .map(|((sum, mut groups), (more, others))| {
                groups.extend(others);
                (sum + more, groups)
            })
            .collect();
        order::sort_by(&mut joined, |one, other| other.0.total_cmp(&one.0));
        push(joined, &mut parts, &mut heap);
    }
    let mut timetable = vec![0; problem.sizes.len()];
    for (window, (_, groups)) in parts.last().into_iter().flatten().enumerate() {
        for &group in groups {
            timetable[group] = window;
        }
    }
    Some(timetable)
}
