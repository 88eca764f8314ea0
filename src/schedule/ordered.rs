//! Groups in one order through all windows: the best timetable there is, by dynamic programming.

use super::problem::{Problem, Timetable};

/// The best timetable of a problem whose groups stand in one chain that holds them all; `None` where they do not, or no
/// timetable keeps the rules.
///
/// Each window takes a run of the chain. The least load with which the first `i` groups fit into the first `w` windows
/// is the least, over where the last run begins, of the larger of that before it and that of the run; groups x groups
/// x windows steps.
pub fn best_in_order(problem: &Problem) -> Option<Timetable> {
    let [chain] = &problem.chains[..] else { return None };
    let (groups, windows) = (chain.len(), problem.windows());
    let mut is_in = vec![false; problem.sizes.len()];
    chain.iter().for_each(|&group| is_in[group] = true);
    if groups != problem.sizes.len() || is_in.contains(&false) {
        return None;
    }
    let most = problem.groups_per_window.unwrap_or(groups);
    // best[i]: the first i groups in the windows so far; begins[w][i]: where the run of window w begins then.
    let mut best = vec![f64::INFINITY; groups + 1];
    best[0] = 0.0;
    let mut begins = Vec::with_capacity(windows);
    for window in 0..windows {
        let mut next = vec![f64::INFINITY; groups + 1];
        let mut begin = vec![0; groups + 1];
        for until in 0..=groups {
            let mut content = problem.occupied(window);
            let mut from = until;
            loop {
                let load = content / problem.capacities[window];
                let value = if load > best[from] { load } else { best[from] };
                if value < next[until] {
                    next[until] = value;
                    begin[until] = from;
                }
                if from == 0 || until - from >= most || !problem.is_allowed(chain[from - 1], window) {
                    break;
                }
                from -= 1;
                content += problem.sizes[chain[from]];
            }
        }
        best = next;
        begins.push(begin);
    }
    if best[groups].is_infinite() {
        return None;
    }
    let mut timetable = vec![0; groups];
    let mut until = groups;
    for window in (0..windows).rev() {
        let from = begins[window][until];
        chain[from..until].iter().for_each(|&group| timetable[group] = window);
        until = from;
    }
    Some(timetable)
}
