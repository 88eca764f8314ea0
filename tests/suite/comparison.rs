//! Two plans told apart in words: pairs of plans with their sentences as agreed, in both languages.

use std::fmt::Write;
use std::sync::Arc;

use stagger::compare::{difference, moves, outlook};
use stagger::explain::comparison::Pair;
use stagger::forecast;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::{
    AgeBand, CapacityChange, CheckedPlan, Cohort, Limit, Plan, ServiceLaw, ShowUp, Stage, Status, TailKind,
    WaitingRoom, Window,
};
use stagger::text::Language;
use stagger::units::{PerSecond, Seconds, Share};

use crate::charts::golden;

type Alter = fn(&mut Plan);

fn windows(plan: &mut Plan) -> &mut Vec<Window> {
    Arc::make_mut(&mut plan.windows)
}

fn stage(plan: &mut Plan, at: usize) -> &mut Stage {
    &mut Arc::make_mut(&mut plan.journey)[at]
}

/// Moves a cohort from the window that invites it to another.
fn invite(plan: &mut Plan, cohort: usize, to: Option<usize>) {
    for window in windows(plan) {
        window.cohorts.retain(|&known| known != cohort);
    }
    if let Some(to) = to {
        windows(plan)[to].cohorts.push(cohort);
    }
}

/// The one cohort of a region and an age band.
fn cohort_of(plan: &Plan, region: usize, age: usize) -> usize {
    let all = |chosen: &Option<Vec<usize>>, one: usize| chosen.as_ref().is_none_or(|chosen| chosen.contains(&one));
    plan.cohorts.iter().position(|cohort| all(&cohort.regions, region) && all(&cohort.ages, age)).unwrap()
}

fn later(plan: &mut Plan, seconds: i64) {
    for window in windows(plan) {
        window.opens = window.opens.plus_seconds(seconds);
        window.closes = window.closes.plus_seconds(seconds);
    }
}

/// Everybody in cohorts by the last digit of the year of birth, two digits a day from the first window on.
fn rotate(plan: &mut Plan) {
    let digits = [[1, 6], [2, 7], [3, 8], [4, 9], [5, 0]];
    plan.cohorts = Arc::new(
        digits
            .iter()
            .map(|pair| Cohort { birth_year_digits: Some(pair.to_vec()), ..Cohort::everyone(&format!("{pair:?}")) })
            .collect(),
    );
    let first = plan.windows[0].clone();
    plan.days = 7;
    plan.windows = Arc::new(
        (0..5)
            .map(|day| Window {
                opens: first.opens.plus_seconds(day * 86_400),
                closes: first.opens.plus_seconds(day * 86_400 + 6 * 3_600),
                cohorts: vec![day as usize],
                ..first.clone()
            })
            .collect(),
    );
}

fn fold_ages(plan: &mut Plan) {
    let members = Arc::make_mut(&mut plan.members);
    // The second and third band become one.
    let gone = members.ages.remove(2);
    members.ages[1] =
        AgeBand { to: gone.to, name: format!("{}-{}", members.ages[1].from, gone.to), ..members.ages[1].clone() };
    for counts in &mut members.counts {
        let people = counts.remove(2);
        counts[1] += people;
    }
}

/// Pairs as a name, the example, and what is altered before and after.
const PAIRS: &[(&str, Example, Alter, Alter)] = &[
    ("nothing", Example::Staggered, |_| {}, |_| {}),
    (
        "title and status",
        Example::Staggered,
        |_| {},
        |plan| {
            plan.title = "another".to_owned();
            plan.status = Status::Approved;
        },
    ),
    (
        "one cohort moves",
        Example::Staggered,
        |_| {},
        |plan| {
            let cohort = cohort_of(plan, 8, 5);
            invite(plan, cohort, Some(20));
        },
    ),
    (
        "a region moves",
        Example::Staggered,
        |_| {},
        |plan| {
            for age in 0..plan.members.ages.len() {
                let cohort = cohort_of(plan, 3, age);
                invite(plan, cohort, Some(12));
            }
        },
    ),
    (
        "two cohorts change places",
        Example::Staggered,
        |_| {},
        |plan| {
            let (one, other) = (plan.windows[1].cohorts[0], plan.windows[9].cohorts[0]);
            invite(plan, one, Some(9));
            invite(plan, other, Some(1));
        },
    ),
    (
        "one cohort is not invited",
        Example::Staggered,
        |_| {},
        |plan| {
            let cohort = cohort_of(plan, 0, 6);
            invite(plan, cohort, None);
        },
    ),
    ("everybody half an hour later", Example::Staggered, |_| {}, |plan| later(plan, 1_800)),
    (
        "everybody a day earlier",
        Example::DayAsItWas,
        |plan| {
            plan.days += 1;
            later(plan, 86_400);
        },
        |plan| plan.days += 1,
    ),
    (
        "from one afternoon to many slots",
        Example::Staggered,
        |plan| {
            let everybody = Window { cohorts: (0..plan.cohorts.len()).collect(), ..plan.windows[1].clone() };
            plan.windows = Arc::new(vec![everybody]);
        },
        |_| {},
    ),
    ("a rotation by year of birth", Example::DayAsItWas, |_| {}, rotate),
    ("a rotation in another order", Example::DayAsItWas, rotate, |plan| {
        rotate(plan);
        invite(plan, 0, Some(1));
        invite(plan, 1, Some(0));
    }),
    (
        "a window closes later",
        Example::Staggered,
        |_| {},
        |plan| {
            let window = &mut windows(plan)[4];
            window.closes = window.closes.plus_seconds(3_600);
            window.closes_hard = true;
            window.show_up = Some(Share::new(0.6));
        },
    ),
    (
        "a catch-up window",
        Example::DayAsItWas,
        |_| {},
        |plan| {
            let first = plan.windows[0].clone();
            windows(plan).push(Window {
                opens: first.opens.plus_seconds(86_400),
                closes: first.closes.plus_seconds(86_400),
                catch_up: true,
                ..first
            });
        },
    ),
    (
        "four times the capacity",
        Example::DayAsItWas,
        |_| {},
        |plan| {
            let rate = stage(plan, 1).rate.map(|rate| PerSecond::new(rate.get() * 4.0));
            stage(plan, 1).rate = rate;
            plan.entered_as.insert("/journey/1/rate_per_s".to_owned(), "192000/h".to_owned());
        },
    ),
    (
        "limits and patience",
        Example::Staggered,
        |_| {},
        |plan| {
            stage(plan, 1).sessions = Some(5_000.0);
            stage(plan, 1).patience = None;
            stage(plan, 1).service = Seconds::new(90.0);
            stage(plan, 0).rate = None;
        },
    ),
    ("another name of a stage", Example::Staggered, |_| {}, |plan| stage(plan, 1).name = "PASS".to_owned()),
    (
        "a stage is dropped",
        Example::Staggered,
        |_| {},
        |plan| {
            Arc::make_mut(&mut plan.journey).pop();
        },
    ),
    (
        "stages change places and one comes",
        Example::Staggered,
        |_| {},
        |plan| {
            Arc::make_mut(&mut plan.journey).swap(0, 1);
            Arc::make_mut(&mut plan.journey).push(Stage::unlimited("SMS".to_owned()));
        },
    ),
    (
        "a waiting room",
        Example::DayAsItWas,
        |_| {},
        |plan| {
            plan.waiting_room = Some(WaitingRoom { admit: PerSecond::new(12.0), patience: None, inside_max: None });
        },
    ),
    (
        "a faster waiting room",
        Example::DayAsItWas,
        |plan| {
            plan.waiting_room = Some(WaitingRoom { admit: PerSecond::new(12.0), patience: None, inside_max: None });
        },
        |plan| {
            plan.waiting_room = Some(WaitingRoom {
                admit: PerSecond::new(10.0),
                patience: Some(Seconds::new(1_800.0)),
                inside_max: None,
            });
        },
    ),
    ("more show up", Example::Staggered, |_| {}, |plan| plan.arrivals.show_up = ShowUp::All(Share::new(0.52))),
    (
        "show-up by age",
        Example::Staggered,
        |_| {},
        |plan| {
            plan.arrivals.show_up = ShowUp::ByAge(vec![Share::new(0.4); plan.members.ages.len()]);
        },
    ),
    (
        "fewer members",
        Example::Staggered,
        |_| {},
        |plan| {
            for count in Arc::make_mut(&mut plan.members).counts.iter_mut().flatten() {
                *count /= 2;
            }
        },
    ),
    (
        "a region without members",
        Example::DayAsItWas,
        |_| {},
        |plan| {
            let members = Arc::make_mut(&mut plan.members);
            members.regions.pop();
            members.counts.pop();
        },
    ),
    ("wider bands", Example::DayAsItWas, |_| {}, fold_ages),
    (
        "hours, law and changes",
        Example::DayAsItWas,
        |_| {},
        |plan| {
            plan.arrivals.hour_weights = None;
            stage(plan, 1).service_law = ServiceLaw::Deterministic;
            stage(plan, 1).changes = vec![CapacityChange {
                at: plan.horizon_start(),
                rate: Limit::Unchanged,
                sessions: Limit::Unchanged,
                times: Some(2.0),
                turn_away: None,
            }];
        },
    ),
    (
        "ranges",
        Example::Staggered,
        |_| {},
        |plan| {
            plan.ranges.pop();
            let range = &mut plan.ranges[0];
            (range.low, range.high) = (range.low * 0.9, range.high * 1.1);
        },
    ),
    (
        "target and tail",
        Example::Staggered,
        |_| {},
        |plan| {
            plan.target.wait = Seconds::new(300.0);
            plan.target.load = 0.75;
            for tail in &mut plan.arrivals.tail {
                if let TailKind::Exponential { mean } = &mut tail.kind {
                    *mean = Seconds::new(mean.get() * 2.0);
                }
            }
        },
    ),
];

#[test]
fn pairs_of_plans_are_told_apart_as_agreed() {
    assert!(PAIRS.len() >= 20);
    for language in Language::ALL {
        let read = match language {
            Language::Korean => Wording::korean,
            Language::English => Wording::english,
        };
        let mut text = String::new();
        for (name, example, first, second) in PAIRS {
            let (mut before, mut after) = (example.plan(read), example.plan(read));
            first(&mut before);
            second(&mut after);
            if before.journey != after.journey {
                // A range of a field that a pair takes away would point nowhere.
                before.ranges.clear();
                after.ranges.clear();
            }
            let checked = |plan| CheckedPlan::new(plan).unwrap_or_else(|issues| panic!("{name}: {issues:?}"));
            let both = (checked(before), checked(after));
            let (before, after) = (both.0.plan(), both.1.plan());
            let pair = Pair { before, after, language };
            writeln!(text, "# {name}").unwrap();
            for sentence in pair.sentences(&difference(before, after)) {
                writeln!(text, "{sentence}").unwrap();
            }
            let said = |plan: &CheckedPlan| outlook(plan.plan(), &forecast::run(plan));
            for sentence in pair.outlooks(&said(&both.0), &said(&both.1)) {
                writeln!(text, "> {sentence}").unwrap();
            }
            writeln!(text).unwrap();
        }
        golden(&format!("comparison-{}.txt", language.tag()), &text);
    }
}

#[test]
fn whoever_moves_is_counted_once_and_the_way_back_is_the_same() {
    for (name, example, first, second) in PAIRS {
        let altered = |alter: &Alter| {
            let mut plan = example.plan(Wording::english);
            alter(&mut plan);
            plan
        };
        let (before, after) = (altered(first), altered(second));
        let there = moves(&before, &after);
        let sum: f64 = there.list.iter().map(|one| one.people).sum();
        assert!((sum - there.moved).abs() < 1e-6 && there.moved <= there.invited + 1e-6, "{name}");
        for one in &there.list {
            let groups: f64 = one.groups.iter().map(|group| group.people).sum();
            assert!((groups - one.people).abs() < 1e-6, "{name}");
        }
        if before.members == after.members {
            let back = moves(&after, &before);
            assert!((back.moved - there.moved).abs() < 1e-6 * there.moved.max(1.0), "{name}");
            assert_eq!(back.shift, there.shift.map(|shift| -shift), "{name}");
            assert_eq!(back.list.len(), there.list.len(), "{name}");
        }
        assert!(difference(&before, &before).is_none() && difference(&after, &after).is_none(), "{name}");
    }
}
