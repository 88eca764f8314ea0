//! Plans that plan themselves, under their true forecast: near what is proved to be the best, and by the rules.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;
use stagger::clock::{CivilDate, CivilTime};
use stagger::forecast::{self, Verdict};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::{CheckedPlan, Plan};
use stagger::rng::Key;
use stagger::schedule::autoplan::{AgeOrder, Aim, Goal, Hindrance, Openings, Proposal, Rule, Rules, Search};
use stagger::schedule::inverse::{highest_show_up, least_capacity, with_show_up};
use stagger::schedule::linear::Surge;
use stagger::schedule::response::{Limit, Returns, kinds_of, responses};
use stagger::units::PerSecond;
use stagger::wire::plan_file;
use stagger::worker::{Desk, Form, Outcome, Part, Question, Request, Task, solved};

fn busan() -> CheckedPlan {
    CheckedPlan::new(Example::Staggered.plan(Wording::english)).unwrap()
}

fn goal(aim: Aim, rules: Rules) -> Goal {
    Goal { aim, rules, seed: 7, chance: None, days_most: None, is_quick: false }
}

fn search(plan: &CheckedPlan, aim: Aim, rules: Rules) -> Search {
    Search::new(plan, goal(aim, rules)).unwrap()
}

fn proposed(search: &Search, units: usize) -> Proposal {
    let found: Vec<_> = (0..units).map(|unit| search.unit(unit, &solved)).collect();
    search.sum_up(&found, &solved).unwrap()
}

fn peak_load(plan: &CheckedPlan) -> f64 {
    forecast::slots_as_planned(plan).iter().filter_map(|slot| slot.peak_load).fold(0.0, f64::max)
}

/// Opening of the ordinary window of each cohort that has one.
fn openings(plan: &Plan) -> BTreeMap<usize, CivilTime> {
    let windows = plan.windows.iter().filter(|window| !window.catch_up);
    windows.flat_map(|window| window.cohorts.iter().map(|cohort| (*cohort, window.opens))).collect()
}

/// Everybody is invited once, as before, and nothing but the windows is another.
fn is_the_same_plan(before: &CheckedPlan, after: &CheckedPlan) {
    let invited = |plan: &Plan| {
        let mut cohorts: Vec<usize> = plan.windows.iter().flat_map(|window| window.cohorts.clone()).collect();
        cohorts.sort();
        cohorts
    };
    assert_eq!(invited(before.plan()), invited(after.plan()));
    let windows = Arc::clone(&before.plan().windows);
    assert_eq!(before.plan(), &Plan { windows, ..after.plan().clone() });
}

fn windows_of(plan: &CheckedPlan) -> Vec<usize> {
    (0..plan.plan().windows.len()).collect()
}

/// The surge of the first limited stage of a plan, its cohorts being the groups, and its timetable.
fn surge_of(plan: &CheckedPlan, returns: Returns) -> (Surge, Vec<usize>) {
    let response =
        responses(plan, &windows_of(plan), returns).into_iter().find(|response| response.limit == Limit::Rate);
    let mut surge = response.unwrap().surge;
    surge.groups = (0..plan.plan().cohorts.len()).map(|cohort| kinds_of(plan, cohort)).collect();
    let home = |cohort: usize| plan.plan().windows.iter().position(|window| window.cohorts.contains(&cohort));
    (surge, (0..plan.plan().cohorts.len()).map(|cohort| home(cohort).unwrap()).collect())
}

#[test]
fn where_nobody_waits_a_surge_is_the_forecast() {
    let plan = busan();
    let (surge, timetable) = surge_of(&plan, Returns::Counted);
    let arrivals = surge.arrivals(&surge.people(&timetable));
    let forecast = forecast::run(&plan);
    assert_eq!(forecast.stages[1].peak_queue, 0.0);
    let attempts = &forecast.stages[1].series.attempts_per_s;
    let largest = attempts.iter().copied().fold(0.0, f64::max);
    for (minute, (people, attempts)) in arrivals.iter().zip(attempts).enumerate() {
        assert!((people / 60.0 - attempts).abs() < 1e-5 * largest, "{minute}: {} {attempts}", people / 60.0);
    }
}

#[test]
fn the_plan_of_busan_is_within_a_thousandth_of_what_is_proved() {
    let plan = busan();
    let search = search(&plan, Aim::LowestPeak, Rules::default());
    let proposal = proposed(&search, search.units());
    is_the_same_plan(&plan, &proposal.plan);
    assert_eq!((proposal.score.verdict, proposal.score.wait), (Verdict::Holds, 0.0));
    let peak = peak_load(&proposal.plan);
    assert_eq!(peak, proposal.score.peak_load);
    assert!(peak < peak_load(&plan));
    let [any, without_waits] =
        [&proposal.bound, &proposal.bound_without_waits].map(|bound| bound.clone().unwrap().bound);
    assert!(any.value <= without_waits.value && without_waits.value <= peak);
    assert!(peak <= 1.001 * without_waits.value, "{peak} {without_waits:?}");
    assert!(peak <= 1.03 * any.value, "{peak} {any:?}");
}

#[test]
fn no_timetable_that_is_drawn_is_below_the_bound() {
    let plan = busan();
    let empty = search(&plan, Aim::LowestPeak, Rules::default());
    let bound = proposed(&empty, 1).bound.unwrap().bound.value;
    for draw in 0..12 {
        let mut drawn = plan.plan().clone();
        let windows = Arc::make_mut(&mut drawn.windows);
        windows.iter_mut().for_each(|window| window.cohorts.clear());
        for cohort in 0..drawn.cohorts.len() {
            let share = Key::new(draw).word(cohort as u64).share();
            // Some draws use few windows, so that people wait.
            let used = if draw % 2 == 0 { windows.len() } else { 1 + draw as usize };
            windows[(share * used as f64) as usize].cohorts.push(cohort);
        }
        windows.retain(|window| !window.cohorts.is_empty());
        let peak = peak_load(&plan.changed(drawn).unwrap());
        assert!(peak >= bound, "{draw}: {peak} {bound}");
    }
}

#[test]
fn the_fewest_days_of_busan_are_proved() {
    let plan = busan();
    let search = search(&plan, Aim::FewestDays, Rules::default());
    let proposal = proposed(&search, search.units());
    is_the_same_plan(&plan, &proposal.plan);
    assert!(proposal.score.holds());
    assert_eq!((proposal.days, proposal.days_at_least), (4, Some(4)));
    let days = |plan: &Plan| {
        plan.windows.iter().map(|window| window.opens.date()).collect::<std::collections::BTreeSet<CivilDate>>()
    };
    assert_eq!((days(plan.plan()).len(), days(proposal.plan.plan()).len()), (5, 4));
}

#[test]
fn the_same_seed_gives_the_same_plan() {
    let plan = busan();
    let search = search(&plan, Aim::LowestPeak, Rules::default());
    let [one, again] = [(); 2].map(|()| search.unit(1, &solved).unwrap());
    assert_eq!(one, again);
}

#[test]
fn locked_cohorts_stay_and_a_window_holds_no_more_than_it_may() {
    let plan = busan();
    let locked = vec![0, 30, 31, 99];
    let rules = Rules { locked: locked.clone(), per_window: Some(7), ..Rules::default() };
    let proposal = proposed(&search(&plan, Aim::LowestPeak, rules), 1);
    is_the_same_plan(&plan, &proposal.plan);
    let [before, after] = [&plan, &proposal.plan].map(|plan| openings(plan.plan()));
    assert!(locked.iter().all(|cohort| before[cohort] == after[cohort]));
    assert!(before.iter().any(|(cohort, opens)| after[cohort] != *opens));
    assert!(proposal.plan.plan().windows.iter().all(|window| window.cohorts.len() <= 7));
}

#[test]
fn a_district_stays_together() {
    let plan = busan();
    let rules = Rules { is_together: true, ..Rules::default() };
    let proposal = proposed(&search(&plan, Aim::LowestPeak, rules), 1);
    let after = openings(proposal.plan.plan());
    for (cohort, opens) in &after {
        let first = 7 * (cohort / 7);
        assert_eq!(plan.plan().cohorts[first].regions, plan.plan().cohorts[*cohort].regions);
        assert_eq!(&after[&first], opens);
    }
}

#[test]
fn ages_come_in_their_order() {
    let plan = busan();
    for order in [AgeOrder::OldestFirst, AgeOrder::YoungestFirst] {
        let rules = Rules { ages: Some(order), ..Rules::default() };
        let proposal = proposed(&search(&plan, Aim::LowestPeak, rules), 1);
        is_the_same_plan(&plan, &proposal.plan);
        let after = openings(proposal.plan.plan());
        for cohort in (1..112).filter(|cohort| cohort % 7 != 0) {
            let (younger, older) = (&after[&(cohort - 1)], &after[&cohort]);
            assert!(if order == AgeOrder::OldestFirst { older <= younger } else { younger <= older });
        }
    }
}

#[test]
fn what_cannot_be_planned_is_said() {
    let plan = busan();
    let mut empty = plan.plan().clone();
    empty.windows = Arc::default();
    let goal = |rules| goal(Aim::LowestPeak, rules);
    if let Ok(empty) = CheckedPlan::new(empty) {
        assert_eq!(Search::new(&empty, goal(Rules::default())).unwrap_err(), Hindrance::NothingToPlan);
    }
    let locked = Rules { locked: vec![4_000], ..Rules::default() };
    assert_eq!(Search::new(&plan, goal(locked)).unwrap_err(), Hindrance::LockedNowhere { cohort: 4_000 });
    let narrow = search(&plan, Aim::LowestPeak, Rules { per_window: Some(2), ..Rules::default() });
    let found: Vec<_> = (0..narrow.units()).map(|unit| narrow.unit(unit, &solved)).collect();
    assert_eq!(narrow.sum_up(&found, &solved).unwrap_err(), Hindrance::Rules);
}

#[test]
fn the_least_capacity_holds_and_a_little_less_does_not() {
    let plan = busan();
    let least = least_capacity(&plan, None);
    let stages: Vec<usize> = least.needs.iter().map(|need| need.stage).collect();
    assert_eq!(stages, [1, 2, 3], "the stages with a limit");
    let (together, verdict) = least.together.unwrap();
    assert_eq!(verdict, Verdict::Holds);
    for need in &least.needs {
        let times = need.times.unwrap();
        assert!(times.fails_at.unwrap() < times.holds_at && times.holds_at < 1.0, "{need:?}");
        // With all others as they are, this one a hundredth smaller.
        let mut smaller = together.plan().clone();
        let stage = &mut Arc::make_mut(&mut smaller.journey)[need.stage];
        stage.rate = stage.rate.map(|rate| PerSecond::new(0.99 * rate.get()));
        stage.sessions = stage.sessions.map(|sessions| 0.99 * sessions);
        let slots = forecast::slots_as_planned(&plan.changed(smaller).unwrap());
        assert!(slots.iter().any(|slot| slot.verdict != Verdict::Holds), "{need:?}");
    }
}

#[test]
fn the_highest_show_up_holds_and_a_little_more_does_not() {
    let plan = busan();
    let times = highest_show_up(&plan, None).unwrap();
    let holds = |factor: f64| {
        let slots = forecast::slots_as_planned(&with_show_up(&plan, factor).unwrap());
        slots.iter().all(|slot| slot.verdict == Verdict::Holds)
    };
    assert!(times.holds_at > 1.0 && holds(times.holds_at));
    let fails_at = times.fails_at.unwrap();
    assert!(!holds(fails_at) && fails_at < times.holds_at * 1.001);
}

#[test]
fn a_worker_answers_scripts() {
    let plan = busan();
    let text = plan_file::write(plan.plan());
    let mut desk = Desk::default();
    desk.handle(Request::Plan { revision: 1, text }, &[]);
    let mut ask = |options: &str, part: Part, rows: &[f64]| {
        let task = Task::Study { question: Question::Schedule, form: Form::Script, options: options.into() };
        desk.handle(Request::Part { revision: 1, task, part }, rows).unwrap()
    };
    let mut answer = |options: &str| {
        let Outcome::Figures(weights) = ask(options, Part::Size, &[]) else { panic!() };
        let to = weights.len() as u32;
        let Outcome::Figures(rows) = ask(options, Part::Units { from: 0, to }, &[]) else { panic!() };
        let Outcome::Text(text) = ask(options, Part::Sum, &rows) else { panic!() };
        serde_json::from_str::<Value>(&text).unwrap()
    };
    let fewest = answer(r#"{ "goal": "fewest-days" }"#);
    assert_eq!(
        (&fewest["days"], &fewest["days_at_least"], &fewest["verdict"]),
        (&4.into(), &4.into(), &"holds".into())
    );
    let read = plan_file::read(&fewest["plan"].to_string()).unwrap();
    let peak = peak_load(&CheckedPlan::new(read).unwrap());
    assert_eq!(fewest["peak_load"].as_f64(), Some(peak));
    let gap = fewest["bound_without_waits"]["gap"].as_f64().unwrap();
    assert!((0.0..0.01).contains(&gap), "{gap}");
    assert!(!fewest["bound"]["moments"].as_array().unwrap().is_empty());

    let capacity = answer(r#"{ "goal": "least-capacity" }"#);
    assert_eq!(capacity["verdict"], "holds");
    assert_eq!(capacity["stages"][0]["stage"], 1);
    let rate = capacity["stages"][0]["rate_per_s"].as_f64().unwrap();
    assert!((rate - 48_000.0 / 3_600.0 * capacity["stages"][0]["times"].as_f64().unwrap()).abs() < 1e-9);
    assert!(answer(r#"{ "goal": "highest-show-up" }"#)["times"].as_f64().unwrap() > 1.0);

    let hindered = answer(r#"{ "goal": "lowest-peak", "locked": [4000] }"#);
    assert_eq!(
        (&hindered["plan"], &hindered["hindrance"], &hindered["cohort"]),
        (&Value::Null, &"locked-nowhere".into(), &4000.into())
    );
}

#[test]
fn the_rule_that_stands_in_the_way_is_named() {
    let plan = busan();
    // Sixteen districts that stay together, in windows that take one each, of which one is kept for two districts.
    let mut narrow = plan.plan().clone();
    Arc::make_mut(&mut narrow.windows).truncate(8);
    let all: Vec<usize> = (0..112).collect();
    let windows = Arc::make_mut(&mut narrow.windows);
    windows.iter_mut().for_each(|window| window.cohorts.clear());
    all.iter().for_each(|cohort| windows[cohort % 8].cohorts.push(*cohort));
    let narrow = plan.changed(narrow).unwrap();
    let relief = |rules| {
        let search = search(&narrow, Aim::LowestPeak, rules);
        assert!((0..search.units()).all(|unit| search.unit(unit, &solved).is_none()));
        search.reliefs(None, &solved).first().map(|relief| relief.rule)
    };
    let rules = Rules { is_together: true, per_window: Some(1), ..Rules::default() };
    assert_eq!(relief(rules), Some(Rule::PerWindow { needed: 2 }));
    // Cohorts of one district in two windows cannot be together and stay.
    let rules = Rules { is_together: true, locked: vec![0, 1], ..Rules::default() };
    assert!(matches!(relief(rules), Some(Rule::Locked | Rule::Together)));
    let both = Rules { is_together: true, locked: vec![0, 1], per_window: Some(1), ..Rules::default() };
    assert_eq!(relief(both), None);
}

#[test]
fn a_pilot_comes_first_and_alone() {
    let plan = busan();
    let pilot = 50;
    let rules = Rules { pilot: Some(pilot), is_together: true, ages: Some(AgeOrder::OldestFirst), ..Rules::default() };
    for rules in [rules, Rules { pilot: Some(pilot), locked: vec![111], ..Rules::default() }] {
        let proposal = proposed(&search(&plan, Aim::LowestPeak, rules), 1);
        is_the_same_plan(&plan, &proposal.plan);
        let first = proposal.plan.plan().windows.iter().min_by_key(|window| window.opens).unwrap();
        assert_eq!((&first.cohorts, first.opens), (&vec![pilot], plan.plan().windows[0].opens));
    }
    // A cohort that must stay in the first window leaves no room for the pilot.
    let first = plan.plan().windows[0].cohorts[0];
    assert_ne!(first, pilot);
    let rules = Rules { pilot: Some(pilot), locked: vec![first], ..Rules::default() };
    let search = search(&plan, Aim::LowestPeak, rules);
    assert_eq!(search.unit(0, &solved), None);
    assert!(matches!(search.reliefs(None, &solved)[0].rule, Rule::Pilot | Rule::Locked));
}

/// What `used` of a plan keeps to, worked out for each window and each two by themselves.
fn keeps(openings: &Openings, plan: &Plan, used: &[usize]) -> bool {
    let minute = |time: CivilTime| u32::from(time.hour()) * 60 + u32::from(time.minute());
    let alone = |at: &usize| {
        let window = &plan.windows[*at];
        let (day, last) = (window.opens.date(), window.closes.plus_seconds(-1).date());
        let is_quiet = openings.quiet_days.iter().any(|quiet| day <= *quiet && *quiet <= last);
        let is_within = openings.hours.is_none_or(|(from, to)| {
            day == window.closes.date() && minute(window.opens) >= from && minute(window.closes) <= to
        });
        let same_day = used.iter().filter(|other| plan.windows[**other].opens.date() == day).count();
        !is_quiet && is_within && openings.per_day.is_none_or(|most| same_day <= most)
    };
    let apart = |one: &usize, next: &usize| {
        let free = plan.windows[*next].opens.seconds_since(plan.windows[*one].closes);
        openings.gap_minutes.is_none_or(|gap| free >= i64::from(gap) * 60)
    };
    used.iter().all(alone) && used.windows(2).all(|two| apart(&two[0], &two[1]))
}

/// Whatever the rules on windows: those used keep them, and none that could be added was left out.
#[test]
fn windows_keep_to_hours_days_numbers_and_gaps() {
    let plan = busan();
    let plan = plan.plan();
    let key = Key::new(20_221);
    let mut all: Vec<usize> = (0..plan.windows.len()).filter(|at| !plan.windows[*at].catch_up).collect();
    all.sort_by_key(|at| plan.windows[*at].opens);
    let (mut fewer, mut none) = (0, 0);
    for case in 0..500 {
        let draw = |number: u64, of: u64| key.part(case).word(number).bits() % of;
        let rules = Openings {
            hours: (draw(0, 2) == 0).then(|| (480 + 30 * draw(1, 10) as u32, 900 + 30 * draw(2, 19) as u32)),
            quiet_days: (0..draw(3, 3)).map(|at| plan.first_day.plus_days(draw(4 + at, 6) as i64)).collect(),
            per_day: (draw(7, 2) == 0).then(|| 1 + draw(8, 5) as usize),
            gap_minutes: (draw(9, 2) == 0).then(|| 15 * draw(10, 20) as u32),
        };
        let used = rules.usable(plan, &all, &|_| false);
        assert!(keeps(&rules, plan, &used), "{rules:?}");
        for &left in all.iter().filter(|at| !used.contains(at)) {
            let more: Vec<usize> = all.iter().copied().filter(|at| *at == left || used.contains(at)).collect();
            assert!(!keeps(&rules, plan, &more), "{rules:?} leaves out {left}");
        }
        fewer += usize::from(used.len() < all.len() && !used.is_empty());
        none += usize::from(used.is_empty());
        // A window in which somebody stays is used, and the others keep to it.
        let held = all[draw(11, all.len() as u64) as usize];
        assert!(rules.usable(plan, &all, &|window| window == held).contains(&held));
    }
    assert!(fewer > 100 && none < 250, "{fewer} {none}");
}

#[test]
fn a_timetable_uses_no_window_that_the_rules_leave_out() {
    let plan = busan();
    let quiet = plan.plan().first_day.plus_days(1);
    let openings = Openings { quiet_days: vec![quiet], per_day: Some(3), ..Openings::default() };
    let rules = Rules { openings: openings.clone(), ..Rules::default() };
    let proposal = proposed(&search(&plan, Aim::LowestPeak, rules.clone()), 1);
    is_the_same_plan(&plan, &proposal.plan);
    let used: Vec<usize> = windows_of(&proposal.plan);
    let windows = &proposal.plan.plan().windows;
    let used: Vec<usize> = used.into_iter().filter(|at| !windows[*at].catch_up).collect();
    assert!(keeps(&openings, proposal.plan.plan(), &used));
    assert!(used.len() > 3);
    let asked = format!(r#"{{"quiet_days":["{quiet}"],"windows_per_day":3,"hours":["09:00","00:00"],"gap_min":30}}"#);
    let stagger::wire::schedule::Question::Timetable(goal) = stagger::wire::schedule::Question::read(&asked, 1) else {
        panic!("not a timetable");
    };
    let read = Openings { hours: Some((540, 1_440)), gap_minutes: Some(30), ..openings };
    assert_eq!(goal.rules.openings, read);
    // Where no window is left, nothing can be planned.
    let openings = Openings { hours: Some((0, 60)), ..Openings::default() };
    let goal = goal(Aim::LowestPeak, Rules { openings, ..Rules::default() });
    assert_eq!(Search::new(&plan, goal).unwrap_err(), Hindrance::Rules);
}
