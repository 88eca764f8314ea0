//! Windows by rule: which days and hours, how long, and which cohorts fall into which window.
//!
//! ```text
//! days x hours ──slots──▶ minus kept windows, minus catch-up at the end ──▶ cohorts dealt by expected starters
//! ```

pub mod change;
pub mod outside;

use std::cmp::Reverse;

use crate::clock::{CivilDate, CivilTime, SECONDS_PER_MINUTE};
use crate::num::order;
use crate::plan::cut::cut;
use crate::plan::edit::{EditError, PlanEdit, WindowEdit, apply};
use crate::plan::{Plan, Window};

/// Windows of a plan cannot be shorter than this [min].
pub const SHORTEST_MINUTES: u32 = 5;
pub const MINUTES_PER_DAY: u32 = 1_440;

/// How windows are laid out over the days of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Monday first: the days of the week that are used.
    pub weekdays: [bool; 7],
    /// First opening of a day, after midnight [min].
    pub from_minute: u32,
    /// Last closing of a day, after midnight [min], at most 1,440.
    pub to_minute: u32,
    /// No window is open from the first to the second minute after midnight, over midnight where the first is later.
    pub quiet: Option<(u32, u32)>,
    /// Days that are not used whatever their weekday.
    pub skipped: Vec<CivilDate>,
    /// Length of a window [min].
    pub length_minutes: u32,
    /// From a closing to the next opening [min].
    pub gap_minutes: u32,
    /// The most cohorts that share a window, with no more windows than that takes; `None` = all windows are used.
    pub per_window: Option<usize>,
    /// Each further cohort of a window opens this much later, in a window of its own; 0 = all at once [min].
    pub offset_minutes: u32,
    pub dealing: Dealing,
    /// A cohort that has the first window to itself, as a rehearsal of small size.
    pub pilot: Option<usize>,
    /// Windows at the end for all who missed theirs.
    pub catch_up: usize,
    /// Indices of windows that stay as they are, with their cohorts.
    pub kept: Vec<usize>,
}

/// In which order cohorts come, and how windows are evened out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dealing {
    /// As they are listed, cut where the expected starters so far reach an even share.
    AsListed,
    /// As `AsListed`, the cohort with the highest youngest age first.
    OldestFirst,
    /// The largest first, each into the window with the fewest expected starters so far, ties to the earlier one.
    Evened,
}

/// What a rule makes of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    /// Kept windows included, in order of opening.
    pub windows: Vec<Window>,
    /// Cohorts that found no window, in order.
    pub left_over: Vec<usize>,
    /// Used days of this rule that would be needed besides those of the plan [days]; `None` where no day has room for
    /// a window.
    pub days_missing: Option<usize>,
}

/// Opening and closing of a stretch of time that windows can fill.
type Slot = (CivilTime, CivilTime);

/// Expected starters of each cohort of `plan`, in order [people].
pub fn expected_starters(plan: &Plan) -> Vec<f64> {
    let of = |by_age: &[(usize, u64)]| {
        by_age.iter().map(|&(age, people)| people as f64 * plan.arrivals.show_up.of_age(age).get()).sum()
    };
    cut(plan).cohorts.iter().map(|cohort| of(&cohort.by_age)).collect()
}

/// Expected starters of each of `windows`, which need not be those of the plan, in order [people]; 0 for one that calls
/// back, whose number shows only in a forecast.
pub fn starters_of_windows(plan: &Plan, windows: &[Window]) -> Vec<f64> {
    let people = cut(plan).cohorts;
    let starters = expected_starters(plan);
    let of = |window: &Window, cohort: usize| match window.show_up {
        Some(share) => people.get(cohort).map_or(0.0, |cohort| cohort.total as f64 * share.get()),
        None => starters.get(cohort).copied().unwrap_or_default(),
    };
    let sum = |window: &Window| window.cohorts.iter().map(|&cohort| of(window, cohort)).sum();
    windows.iter().map(|window| if window.catch_up { 0.0 } else { sum(window) }).collect()
}

/// Lays out windows on the days of `plan`; never outside them.
pub fn lay(plan: &Plan, rule: &Rule) -> Laid {
    let kept: Vec<Window> = rule.kept.iter().filter_map(|&index| plan.windows.get(index)).cloned().collect();
    let mut slots = free_slots(plan, rule, &kept);
    let catch_up = slots.split_off(slots.len().saturating_sub(rule.catch_up));

    let starters = expected_starters(plan);
    let is_kept = |cohort: &usize| kept.iter().any(|window| !window.catch_up && window.cohorts.contains(cohort));
    let mut cohorts: Vec<usize> = (0..plan.cohorts.len()).filter(|cohort| !is_kept(cohort)).collect();
    let pilot = rule.pilot.filter(|pilot| cohorts.contains(pilot));
    let mut dealt = Vec::new();
    if let Some(pilot) = pilot.filter(|_| !slots.is_empty()) {
        cohorts.retain(|&cohort| cohort != pilot);
        dealt.push((slots.remove(0), vec![pilot]));
    }
    let most = most_together(rule);
    arrange(plan, rule.dealing, &starters, &mut cohorts);
    if rule.per_window.is_some() {
        slots.truncate(cohorts.len().div_ceil(most));
    }
    let room = slots.len().saturating_mul(most).min(cohorts.len());
    let mut left_over = cohorts.split_off(room);
    let hands = match rule.dealing {
        Dealing::Evened => deal_evened(&cohorts, &starters, slots.len(), most),
        Dealing::AsListed | Dealing::OldestFirst => deal_in_order(&cohorts, &starters, slots.len(), most),
    };
    dealt.extend(slots.into_iter().zip(hands));

    let of_a_day = if rule.weekdays.contains(&true) { slots_of_a_day(rule).len() } else { 0 };
    let windows_missing = left_over.len().div_ceil(most);
    let days_missing = if windows_missing == 0 { Some(0) } else { windows_missing.checked_div(of_a_day) };
    let days_missing = days_missing.map(|days| days + usize::from(days * of_a_day < windows_missing));
    let mut windows = kept;
    for (slot, mut hand) in dealt {
        order::sort(&mut hand);
        windows.extend(windows_of(slot, hand, rule.offset_minutes));
    }
    let mut invited: Vec<usize> =
        windows.iter().filter(|window| !window.catch_up).flat_map(|window| window.cohorts.iter().copied()).collect();
    order::sort(&mut invited);
    if !invited.is_empty() {
        windows.extend(catch_up.into_iter().map(|slot| window(slot, invited.clone(), true)));
    }
    order::sort_by_key(&mut windows, |window| (window.opens, window.closes));
    order::sort(&mut left_over);
    Laid { windows, left_over, days_missing }
}

/// The plan with `windows` in place of its own; what was noted about single windows goes with them.
///
/// # Errors
/// None in practice: every window that is taken away exists.
pub fn take_over(plan: &Plan, windows: &[Window]) -> Result<Plan, EditError> {
    let removals = (0..plan.windows.len()).rev().map(|at| WindowEdit::Remove { at });
    let additions = windows.iter().enumerate().map(|(at, window)| WindowEdit::Add { at, window: window.clone() });
    apply(plan, &PlanEdit::Several(removals.chain(additions).map(PlanEdit::Windows).collect()))
}

/// Openings and closings within a day [min]; none where the rule leaves no room.
fn slots_of_a_day(rule: &Rule) -> Vec<(u32, u32)> {
    let (length, end) = (rule.length_minutes.max(SHORTEST_MINUTES), rule.to_minute.min(MINUTES_PER_DAY));
    let quiet = quiet_stretches(rule);
    let mut slots = Vec::new();
    let mut from = rule.from_minute;
    while let Some(to) = from.checked_add(length).filter(|&to| to <= end) {
        match quiet.iter().find(|&&(starts, ends)| starts < to && from < ends) {
            Some(&(_, ends)) => from = ends,
            None => {
                slots.push((from, to));
                from = to.saturating_add(rule.gap_minutes);
            }
        }
    }
    slots
}

/// The quiet hours within a day [min].
fn quiet_stretches(rule: &Rule) -> Vec<(u32, u32)> {
    match rule.quiet {
        Some((from, to)) if from < to => vec![(from, to)],
        Some((from, to)) if from > to => vec![(0, to), (from, MINUTES_PER_DAY)],
        _ => Vec::new(),
    }
}

/// The slots of all used days that no kept window overlaps, in order of time.
fn free_slots(plan: &Plan, rule: &Rule, kept: &[Window]) -> Vec<Slot> {
    let of_a_day = slots_of_a_day(rule);
    let days = (0..i64::from(plan.days)).map(|day| plan.first_day.plus_days(day));
    let mut slots = Vec::new();
    for day in days.filter(|day| rule.weekdays[day.weekday()] && !rule.skipped.contains(day)) {
        let at = |minute: u32| day.midnight().plus_seconds(i64::from(minute) * SECONDS_PER_MINUTE);
        slots.extend(of_a_day.iter().map(|&(from, to)| (at(from), at(to))));
    }
    slots.retain(|&(opens, closes)| !kept.iter().any(|window| window.opens < closes && opens < window.closes));
    slots
}

/// The most cohorts of one window, such that each opens before the window closes; at least 1.
fn most_together(rule: &Rule) -> usize {
    let length = rule.length_minutes.max(SHORTEST_MINUTES);
    let by_offset = if rule.offset_minutes == 0 { usize::MAX } else { length.div_ceil(rule.offset_minutes) as usize };
    rule.per_window.unwrap_or(usize::MAX).min(by_offset).max(1)
}

fn arrange(plan: &Plan, dealing: Dealing, starters: &[f64], cohorts: &mut Vec<usize>) {
    match dealing {
        Dealing::AsListed => {}
        Dealing::OldestFirst => order::sort_by_key(cohorts, |&cohort| {
            let ages = plan.cohorts[cohort].ages.iter().flatten();
            Reverse(ages.filter_map(|&age| plan.members.ages.get(age)).map(|band| band.from).min())
        }),
        Dealing::Evened => order::sort_by(cohorts, |&one, &other| starters[other].total_cmp(&starters[one])),
    }
}

fn deal_evened(cohorts: &[usize], starters: &[f64], n_slots: usize, most: usize) -> Vec<Vec<usize>> {
    let mut hands = vec![Vec::new(); n_slots];
    let mut filled = vec![0.0; n_slots];
    for &cohort in cohorts {
        let open = (0..n_slots).filter(|&slot| hands[slot].len() < most);
        if let Some(slot) = open.min_by(|&one, &other| f64::total_cmp(&filled[one], &filled[other])) {
            hands[slot].push(cohort);
            filled[slot] += starters[cohort];
        }
    }
    hands
}

/// Cuts the list where the middle of a cohort passes the next even share; a full window passes on to the next, and
/// those behind leave room enough for the rest.
fn deal_in_order(cohorts: &[usize], starters: &[f64], n_slots: usize, most: usize) -> Vec<Vec<usize>> {
    let mut hands = vec![Vec::new(); n_slots];
    let total: f64 = cohorts.iter().map(|&cohort| starters[cohort]).sum();
    let (mut so_far, mut slot) = (0.0, 0);
    for (place, &cohort) in cohorts.iter().enumerate() {
        let middle = so_far + starters[cohort] / 2.0;
        let even = if total > 0.0 { (middle / total * n_slots as f64) as usize } else { 0 };
        let rest = cohorts.len() - place;
        let latest = n_slots.saturating_sub(rest.div_ceil(most));
        let full = usize::from(hands[slot].len() >= most);
        slot = even.min(latest).max(slot + full).min(n_slots - 1);
        hands[slot].push(cohort);
        so_far += starters[cohort];
    }
    hands
}

fn windows_of(slot: Slot, hand: Vec<usize>, offset_minutes: u32) -> Vec<Window> {
    if hand.is_empty() {
        return Vec::new();
    }
    if offset_minutes == 0 {
        return vec![window(slot, hand, false)];
    }
    let later = |place: usize| slot.0.plus_seconds(place as i64 * i64::from(offset_minutes) * SECONDS_PER_MINUTE);
    hand.iter().enumerate().map(|(place, &cohort)| window((later(place), slot.1), vec![cohort], false)).collect()
}

fn window((opens, closes): Slot, cohorts: Vec<usize>, catch_up: bool) -> Window {
    Window { opens, closes, cohorts, catch_up, show_up: None, closes_hard: false }
}
