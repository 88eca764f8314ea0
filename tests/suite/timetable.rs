//! The timetable without a page: what stands where, how chips are chosen, where keys lead, what a move does.

use std::sync::Arc;

use stagger::app::fields::ordinary_window_of;
use stagger::app::fields_of_windows::{SplitBy, add_cohort, double_window, shift_windows, split_cohort};
use stagger::app::timetable::listing::{found, lowest, places, rows_of_page};
use stagger::app::timetable::spot::{carry, first, place_name, place_of, walk};
use stagger::app::timetable::{Board, Choice, How, Spot, Step, Trial, Unfolded, move_to, ranked, trial};
use stagger::forecast::{self, Verdict};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::cut::cut;
use stagger::plan::edit::{EditName, PlanEdit, Repeated, apply};
use stagger::plan::{CheckedPlan, Cohort, Plan};

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn board(plan: &Plan) -> Board {
    Board::of(plan, &Unfolded::default())
}

#[test]
fn every_window_stands_on_the_day_it_opens_and_every_cohort_in_one_place() {
    let plan = plan();
    let mut unfolded = Unfolded::default();
    unfolded.places.extend((0..plan.windows.len()).map(|window| (Some(window), ())));
    let board = Board::of(&plan, &unfolded);
    let mut windows: Vec<usize> = board.slots().map(|slot| slot.window).collect();
    for day in &board.days {
        assert!(day.slots.iter().all(|slot| plan.windows[slot.window].opens.date() == day.date));
        assert!(day.slots.is_sorted_by_key(|slot| plan.windows[slot.window].opens));
    }
    windows.sort_unstable();
    assert_eq!(windows, (0..plan.windows.len()).collect::<Vec<_>>());
    let mut chips = board.chips();
    chips.sort_unstable();
    assert_eq!(chips, (0..plan.cohorts.len()).collect::<Vec<_>>());
}

#[test]
fn the_largest_plan_stands_folded() {
    let mut plan = plan();
    let (window, cohort) = (plan.windows[0].clone(), Cohort::everyone("one of many"));
    let windows = (0..500).map(|index| {
        let opens = window.opens.plus_seconds(index % 30 * 86_400 + index / 30 * 60);
        let cohorts = (0..5).map(|chip| index as usize * 5 + chip).collect();
        stagger::plan::Window { opens, closes: opens.plus_seconds(3_600), cohorts, ..window.clone() }
    });
    plan.windows = Arc::new(windows.collect());
    plan.cohorts = Arc::new(vec![cohort; 2_600]);
    let folded = board(&plan);
    assert!(folded.slots().count() <= 60 && folded.chips().len() < 400, "{} chips", folded.chips().len());
    assert_eq!(folded.days.iter().map(|day| day.count).sum::<usize>(), 500);
    assert_eq!(folded.tray.len() + folded.tray_folded, 100);
    let closed = folded.days.iter().find(|day| !day.is_open).unwrap().date;
    let mut unfolded = Unfolded::default();
    unfolded.turned.insert(closed, ());
    let opened = Board::of(&plan, &unfolded);
    assert!(opened.days.iter().any(|day| day.date == closed && !day.slots.is_empty()));
}

#[test]
fn chips_are_chosen_alone_as_well_and_up_to() {
    let order = [5, 3, 8, 1, 9];
    let mut choice = Choice::default();
    choice.choose(3, How::Alone, &order);
    choice.choose(1, How::AsWell, &order);
    assert_eq!(choice.cohorts(), [1, 3]);
    choice.choose(1, How::AsWell, &order);
    assert_eq!(choice.cohorts(), [3]);
    choice.choose(3, How::Alone, &order);
    choice.choose(9, How::UpTo, &order);
    assert_eq!(choice.cohorts(), [1, 3, 8, 9]);
    choice.choose(5, How::UpTo, &order);
    assert_eq!(choice.cohorts(), [3, 5], "a range goes on from where it began");
    choice.pick_up(5, Some(2));
    assert_eq!((choice.cohorts(), choice.target), ([3, 5].as_slice(), Some(Some(2))), "all chosen are in hand");
    choice.pick_up(8, None);
    assert_eq!((choice.cohorts(), choice.target), ([8].as_slice(), Some(None)));
    choice.keep_below(4);
    assert_eq!((choice.cohorts().len(), choice.is_in_hand()), (0, false));
}

#[test]
fn three_cohorts_move_in_one_named_step_and_undo_is_the_plan_before() {
    let plan = plan();
    let cohorts = &plan.windows[1].cohorts[..3];
    let edit = move_to(&plan, cohorts, Some(4)).unwrap();
    assert_eq!(edit.name(), EditName::Many(Repeated::MoveCohort, 3));
    let moved = apply(&plan, &edit).unwrap();
    assert!(cohorts.iter().all(|&cohort| ordinary_window_of(&moved, cohort) == Some(4)));
    let back = apply(&moved, &move_to(&moved, cohorts, Some(1)).unwrap()).unwrap();
    assert_eq!(back, plan);
    let out = apply(&plan, &move_to(&plan, &cohorts[..1], None).unwrap()).unwrap();
    assert_eq!(ordinary_window_of(&out, cohorts[0]), None);
    assert_eq!(move_to(&plan, cohorts, Some(1)), None, "they are there");
    assert_eq!(move_to(&plan, cohorts, Some(plan.windows.len())), None);
}

#[test]
fn arrows_walk_chips_and_slots() {
    let plan = plan();
    let board = board(&plan);
    assert_eq!(first(&board), Some(Spot::Slot(0)));
    let go = |from, step| walk(&board, &plan, from, step);
    let chip = plan.windows[0].cohorts[0];
    let in_first = Spot::Chip { place: Some(0), cohort: chip };
    assert_eq!(go(Spot::Slot(0), Step::Down), Some(in_first));
    assert_eq!(go(in_first, Step::Up), Some(Spot::Slot(0)));
    assert_eq!(go(Spot::Slot(0), Step::Left), None);
    assert_eq!(go(Spot::Slot(0), Step::Right), Some(Spot::Slot(1)));
    let beside = go(in_first, Step::Right);
    assert_eq!(beside, Some(Spot::Chip { place: Some(1), cohort: plan.windows[1].cohorts[0] }));
    for spot in [in_first, Spot::Slot(12), Spot::Chip { place: None, cohort: 7 }] {
        assert_eq!(Spot::of_id(&spot.id()), Some(spot));
    }
    for id in ["", "slot", "slot:x", "chip:1", "chip:-:", "chip:1:2:"] {
        assert!(Spot::of_id(id).is_none(), "{id}");
    }
    assert_eq!([None, Some(3)].map(|place| place_of(&place_name(place))), [Some(None), Some(Some(3))]);
}

#[test]
fn what_is_in_hand_goes_by_slot_and_by_day_and_into_the_tray() {
    let plan = plan();
    let board = board(&plan);
    let mut at = Some(0);
    for step in [Step::Right, Step::Down, Step::Up] {
        at = carry(&board, &plan, at, step);
    }
    let [first, again] = [plan.windows[1].opens, plan.windows[at.unwrap()].opens];
    assert_eq!((first.date(), first.hour()), (again.date(), again.hour()));
    let last = board.slots().map(|slot| slot.window).rfind(|&window| !plan.windows[window].catch_up).unwrap();
    assert_eq!(carry(&board, &plan, Some(last), Step::Right), None);
    assert_eq!(carry(&board, &plan, None, Step::Up), Some(last));
    assert_eq!(carry(&board, &plan, Some(0), Step::Left), Some(0));
}

#[test]
fn a_trial_says_what_the_move_would_lead_to() {
    let plan = plan();
    let cohorts = &plan.windows[1].cohorts[..2];
    let tried = trial(&plan, cohorts, 5).unwrap();
    let moved = apply(&plan, &move_to(&plan, cohorts, Some(5)).unwrap()).unwrap();
    let slot = forecast::run(&CheckedPlan::new(moved).unwrap()).slots.swap_remove(5);
    assert_eq!((tried.load, tried.verdict), (slot.peak_load, slot.verdict));
    assert_eq!(trial(&plan, cohorts, 1), None, "they are there");
    let of = |window, load, verdict| Trial { window, load: Some(load), verdict };
    let all = [of(0, 0.9, Verdict::AtRisk), of(1, 0.7, Verdict::Holds), of(2, 0.5, Verdict::Holds)];
    assert_eq!(ranked(&all).iter().map(|trial| trial.window).collect::<Vec<_>>(), [2, 1, 0]);
}

#[test]
fn a_cohort_is_split_without_losing_or_doubling_anybody() {
    let mut plan = plan();
    plan.cohorts = Arc::new(vec![Cohort::everyone("everyone")]);
    for window in Arc::make_mut(&mut plan.windows) {
        window.cohorts.clear();
    }
    Arc::make_mut(&mut plan.windows)[0].cohorts.push(0);
    for by in SplitBy::ALL {
        let edit = split_cohort(&plan, 0, by, |name, half| format!("{name} ({half})")).unwrap();
        assert_eq!(edit.name(), EditName::SplitCohort);
        let halves = apply(&plan, &edit).unwrap();
        let people = cut(&halves);
        assert_eq!((people.in_no_cohort, people.covered_twice), (0, 0), "{by:?}");
        assert!(people.cohorts.iter().all(|cohort| cohort.total > 0), "{by:?}");
        assert_eq!(halves.windows[0].cohorts, [0, 1]);
        assert_eq!(halves.cohorts[1].name, "everyone (2)");
    }
    plan.cohorts = Arc::new(vec![Cohort { regions: Some(vec![3]), ..Cohort::everyone("one region") }]);
    assert_eq!(split_cohort(&plan, 0, SplitBy::Regions, |name, _| name.to_owned()), None);
}

#[test]
fn windows_are_shifted_doubled_and_named_with_their_number() {
    let plan = plan();
    let edit = shift_windows(&plan, 0..plan.windows.len(), -60);
    assert_eq!(edit.name(), EditName::Many(Repeated::WindowTimes, plan.windows.len()));
    let shifted = apply(&plan, &edit).unwrap();
    for (before, after) in plan.windows.iter().zip(shifted.windows.iter()) {
        assert_eq!(after.opens.seconds_since(before.opens), -3_600);
        assert_eq!(after.closes.seconds_since(after.opens), before.closes.seconds_since(before.opens));
    }
    let doubled = apply(&plan, &double_window(&plan, 1).unwrap()).unwrap();
    assert_eq!(doubled.windows[2].opens, plan.windows[1].closes);
    assert!(CheckedPlan::new(doubled).is_ok(), "nobody is invited twice");
}

#[test]
fn a_new_cohort_overlaps_with_no_other() {
    let plan = plan();
    let edit: PlanEdit = add_cohort(&plan, "new");
    let more = CheckedPlan::new(apply(&plan, &edit).unwrap()).unwrap();
    assert_eq!(more.cut().cohorts.last().unwrap().total, 0);
}

#[test]
fn the_list_finds_by_name_and_offers_ordinary_slots_in_order_of_time() {
    let plan = plan();
    assert_eq!(found(&plan, ""), (0..plan.cohorts.len()).collect::<Vec<_>>());
    let name = plan.cohorts[3].name.to_uppercase();
    assert!(found(&plan, &format!(" {name} ")).contains(&3));
    assert_eq!(found(&plan, "nowhere at all"), [0_usize; 0]);
    let places = places(&plan);
    assert_eq!(places[0], None);
    let windows: Vec<usize> = places.iter().copied().flatten().collect();
    assert_eq!(windows.len(), plan.windows.iter().filter(|window| !window.catch_up).count());
    assert!(windows.is_sorted_by_key(|&window| plan.windows[window].opens));
    assert!([1, 13, 501, 0].map(rows_of_page).iter().all(|rows| (10..=100).contains(rows)));
}

#[test]
fn the_lowest_peak_is_that_of_the_trials_unless_they_stay() {
    let plan = plan();
    let home = ordinary_window_of(&plan, 0).unwrap();
    let windows: Vec<usize> = (0..plan.windows.len()).filter(|&window| !plan.windows[window].catch_up).collect();
    let trials: Vec<Trial> = windows.iter().filter_map(|&window| trial(&plan, &[0], window)).collect();
    let best = lowest(&plan, &[0], &trials, None).unwrap();
    let load = |window: usize| trials.iter().find(|trial| trial.window == window).unwrap().load.unwrap();
    assert!(best != home && trials.iter().all(|trial| load(best) <= trial.load.unwrap()));
    assert_eq!(lowest(&plan, &[0], &trials, Some(load(best) - 0.01)), None, "where it is, the peak is lower");
    assert_eq!(lowest(&plan, &[0], &trials, Some(load(best) + 0.01)), Some(best));
    assert_eq!(lowest(&plan, &[], &trials, None), None);
    let mut choice = Choice::default();
    choice.choose_all(vec![5, 2, 5]);
    assert_eq!(choice.cohorts(), [2, 5]);
}
