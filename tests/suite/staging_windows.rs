//! Windows by rule on the Busan plan: nobody lost, nothing outside the days, and as even as promised.

use stagger::library::Wording;
use stagger::library::busan::staggered;
use stagger::plan::zones::NoTimeZones;
use stagger::plan::{Plan, check};
use stagger::staging::windows::{Dealing, Laid, Rule, expected_starters, lay, take_over};

fn rule() -> Rule {
    Rule {
        weekdays: [true; 7],
        from_minute: 540,
        to_minute: 1_200,
        quiet: None,
        skipped: Vec::new(),
        length_minutes: 60,
        gap_minutes: 0,
        per_window: None,
        offset_minutes: 0,
        dealing: Dealing::Evened,
        pilot: None,
        catch_up: 0,
        kept: Vec::new(),
    }
}

fn plan() -> Plan {
    staggered(Wording::english)
}

fn invited(laid: &Laid) -> Vec<usize> {
    let ordinary = laid.windows.iter().filter(|window| !window.catch_up);
    let mut cohorts: Vec<usize> = ordinary.flat_map(|window| window.cohorts.clone()).collect();
    cohorts.sort_unstable();
    cohorts
}

fn errors(plan: &Plan) -> usize {
    check(plan, &NoTimeZones).iter().filter(|issue| issue.is_error()).count()
}

#[test]
fn every_cohort_is_invited_once_or_left_over() {
    let plan = plan();
    for dealing in [Dealing::AsListed, Dealing::OldestFirst, Dealing::Evened] {
        for per_window in [None, Some(1), Some(2), Some(3)] {
            for offset_minutes in [0, 10, 45] {
                for kept in [vec![], vec![0, 3]] {
                    let rule = Rule { per_window, offset_minutes, dealing, kept, catch_up: 2, ..rule() };
                    let laid = lay(&plan, &rule);
                    let mut all = invited(&laid);
                    all.extend(&laid.left_over);
                    all.sort_unstable();
                    assert_eq!(all, (0..plan.cohorts.len()).collect::<Vec<_>>(), "{rule:?}");
                    assert_eq!(laid.left_over.is_empty(), laid.days_missing == Some(0), "{rule:?}");
                    let taken = take_over(&plan, &laid.windows).expect("the windows exist");
                    assert_eq!(*taken.windows, laid.windows);
                    assert_eq!(errors(&taken), 0, "{rule:?}: {:?}", check(&taken, &NoTimeZones));
                }
            }
        }
    }
}

#[test]
fn what_does_not_fit_names_the_days_that_would_do() {
    let mut plan = plan();
    // 112 cohorts, one to each of 11 hours on each of 6 days: 46 are left, which need five days more.
    let rule = Rule { per_window: Some(1), ..rule() };
    let laid = lay(&plan, &rule);
    assert_eq!((laid.left_over.len(), laid.days_missing), (46, Some(5)));
    plan.days += 5;
    assert_eq!(lay(&plan, &rule).left_over, Vec::<usize>::new());
}

#[test]
fn dealing_by_size_bounds_the_fullest_window() {
    let plan = plan();
    let starters = expected_starters(&plan);
    let laid = lay(&plan, &rule());
    let filled: Vec<f64> =
        laid.windows.iter().map(|window| window.cohorts.iter().map(|&cohort| starters[cohort]).sum()).collect();
    let fullest = filled.iter().copied().fold(0.0, f64::max);
    let largest = starters.iter().copied().fold(0.0, f64::max);
    let mean = starters.iter().sum::<f64>() / 66.0;
    // Graham's bound: no list order puts more into one place than the mean and a largest piece.
    assert!(fullest <= mean + largest, "{fullest} {mean} {largest}");
    assert!((filled.iter().sum::<f64>() - starters.iter().sum::<f64>()).abs() < 1e-6);
}

#[test]
fn days_hours_kept_windows_and_order_are_held() {
    let plan = plan();
    let weekdays = [true, true, true, true, true, false, false];
    let rule = Rule { weekdays, kept: vec![0], dealing: Dealing::OldestFirst, catch_up: 1, ..rule() };
    let laid = lay(&plan, &rule);
    assert!(laid.windows.contains(&plan.windows[0]));
    for window in laid.windows.iter().filter(|window| **window != plan.windows[0]) {
        assert!(window.opens.date().weekday() < 5);
        assert!(window.opens.hour() >= 9 && window.closes.hour() <= 20);
        assert!(window.closes <= plan.windows[0].opens || window.opens >= plan.windows[0].closes);
    }
    let ages: Vec<usize> = laid
        .windows
        .iter()
        .filter(|window| !window.catch_up && **window != plan.windows[0])
        .flat_map(|window| &window.cohorts)
        .map(|&cohort| plan.cohorts[cohort].ages.as_ref().map_or(0, |ages| ages[0]))
        .collect();
    assert_eq!(ages.first(), Some(&(plan.members.ages.len() - 1)));
    assert_eq!(ages.last(), Some(&0));
    assert!(laid.windows.last().is_some_and(|window| window.catch_up && window.cohorts.len() == 112));
}

#[test]
fn a_pilot_has_the_first_window_to_itself_and_offsets_follow_each_other() {
    let plan = plan();
    let rule = Rule { pilot: Some(5), offset_minutes: 10, per_window: Some(4), ..rule() };
    let laid = lay(&plan, &rule);
    assert_eq!(laid.windows[0].cohorts, [5]);
    let second: Vec<_> = laid.windows.iter().filter(|window| window.closes == laid.windows[1].closes).collect();
    assert!(second.len() > 1 && second.len() <= 4);
    for pair in second.windows(2) {
        assert_eq!(pair[1].opens.seconds_since(pair[0].opens), 600);
    }
}

#[test]
fn a_rule_without_room_leaves_everybody_over() {
    let plan = plan();
    for rule in [Rule { weekdays: [false; 7], ..rule() }, Rule { length_minutes: 2_000, ..rule() }] {
        let laid = lay(&plan, &rule);
        assert!(laid.windows.is_empty());
        assert_eq!(laid.left_over.len(), plan.cohorts.len());
        assert_eq!(laid.days_missing, None);
    }
}
