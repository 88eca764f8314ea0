//! Windows by rule on the Busan plan: nobody lost, nothing outside the days, and as even as promised.

use stagger::library::Wording;
use stagger::library::busan::staggered;
use stagger::plan::edit::{NoteEdit, PlanEdit, apply};
use stagger::plan::zones::NoTimeZones;
use stagger::plan::{Plan, check};
use stagger::staging::windows::change::{Change, Which, change};
use stagger::staging::windows::outside::{After, Before, outside};
use stagger::staging::windows::{Dealing, Laid, Rule, expected_starters, lay, starters_of_windows, take_over};

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

#[test]
fn quiet_hours_and_skipped_days_stay_free() {
    let plan = plan();
    for quiet in [(720, 800), (1_100, 600), (1_320, 420)] {
        let skipped = vec![plan.first_day.plus_days(1)];
        let laid = lay(&plan, &Rule { quiet: Some(quiet), skipped: skipped.clone(), gap_minutes: 7, ..rule() });
        assert!(!laid.windows.is_empty());
        for window in &laid.windows {
            assert!(!skipped.contains(&window.opens.date()));
            let minute = |seconds: i64| u32::try_from(seconds / 60).unwrap();
            let midnight = window.opens.date().midnight();
            let open = minute(window.opens.seconds_since(midnight))..minute(window.closes.seconds_since(midnight));
            let is_quiet = |at: u32| {
                if quiet.0 < quiet.1 { (quiet.0..quiet.1).contains(&at) } else { at >= quiet.0 || at < quiet.1 }
            };
            assert!(!open.clone().any(is_quiet), "{open:?} {quiet:?}");
        }
    }
    // The first window after the quiet hours opens when they end.
    let laid = lay(&plan, &Rule { quiet: Some((600, 645)), ..rule() });
    assert!(laid.windows.iter().any(|window| (window.opens.hour(), window.opens.minute()) == (10, 45)));
    let none = lay(&plan, &Rule { quiet: Some((0, 1_440)), ..rule() });
    assert_eq!((none.windows.len(), none.days_missing), (0, None));
}

#[test]
fn many_windows_change_at_one_go_and_keep_what_is_said_of_them() {
    let note = PlanEdit::Notes(NoteEdit::Source {
        field: "/windows/3/closes".to_owned(),
        source: Some(stagger::plan::Source {
            kind: stagger::plan::SourceKind::Assumed,
            text: "s".to_owned(),
            url: None,
        }),
    });
    let plan = apply(&plan(), &note).expect("the field is there");
    let asked =
        Change { shift_minutes: -30, length_minutes: Some(45), closes_hard: Some(true), gate_stage: Some(Some(1)) };
    let day = plan.windows[0].opens.date();
    let changed = change(&plan, Which::OpeningOn(day), asked).expect("the windows are there");
    for (old, new) in plan.windows.iter().zip(changed.windows.iter()) {
        if old.opens.date() == day {
            assert_eq!(new.opens.seconds_since(old.opens), -1_800);
            assert_eq!((new.closes.seconds_since(new.opens), new.closes_hard), (2_700, true));
        } else {
            assert_eq!(old, new);
        }
    }
    assert_eq!(changed.arrivals.gate_stage, Some(1));
    assert_eq!(changed.sources, plan.sources);
    assert_eq!(change(&plan, Which::All, Change::default()), Ok(plan));
}

#[test]
fn people_outside_their_window_meet_what_the_plan_says() {
    let plan = plan();
    let gated = change(&plan, Which::All, Change { gate_stage: Some(Some(2)), ..Change::default() }).unwrap();
    let hard = change(&plan, Which::All, Change { closes_hard: Some(true), ..Change::default() }).unwrap();
    let first = plan.first_opening().unwrap();
    for (at, window) in plan.windows.iter().enumerate().filter(|(_, window)| !window.catch_up) {
        let is_first = window.opens == first;
        let free = outside(&plan, &plan.windows, window);
        assert_eq!((free.before, free.after), (if is_first { Before::FirstToOpen } else { Before::Free }, After::Free));
        let stopped = outside(&gated, &gated.windows, window);
        assert_eq!(stopped.before, if is_first { Before::FirstToOpen } else { Before::TurnedAway { stage: 2 } });
        assert_eq!(outside(&hard, &hard.windows, &hard.windows[at]).after, After::Shut);
    }
    let catch_up = stagger::plan::Window { catch_up: true, ..plan.windows[1].clone() };
    assert_eq!(outside(&gated, &gated.windows, &catch_up).before, Before::CatchUp);
}

#[test]
fn a_share_of_its_own_counts_for_the_starters_of_a_window() {
    let mut plan = plan();
    let of_plan = starters_of_windows(&plan, &plan.windows);
    assert!((of_plan.iter().sum::<f64>() - expected_starters(&plan).iter().sum::<f64>()).abs() < 1e-6);
    let windows = std::sync::Arc::make_mut(&mut plan.windows);
    windows[0].show_up = Some(stagger::units::Share::new(0.0));
    windows[1].catch_up = true;
    let own = starters_of_windows(&plan, &plan.windows);
    assert_eq!((own[0], own[1], own[2]), (0.0, 0.0, of_plan[2]));
}
