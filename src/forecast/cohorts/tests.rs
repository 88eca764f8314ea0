//! Figures by cohort add up to those of the plan, whichever way it is cut.

use std::sync::Arc;

use super::*;
use crate::forecast;
use crate::library::Wording;
use crate::library::busan::Example;
use crate::plan::{CheckedPlan, Window};
use crate::units::{PerSecond, Share};

const VERIFICATION: Place = Place::Stage(1);

fn told(plan: Plan) -> (CheckedPlan, Forecast) {
    let checked = CheckedPlan::new(plan).unwrap();
    let forecast = forecast::run(&checked);
    (checked, forecast)
}

/// The staggered plan with half the capacity and a catch-up window at the end, so that people are lost and come back.
fn strained() -> Plan {
    let mut plan = Example::Staggered.plan(Wording::english);
    let stage = &mut Arc::make_mut(&mut plan.journey)[1];
    stage.rate = stage.rate.map(|rate| PerSecond::new(rate.get() * 0.4));
    let last = plan.windows.iter().map(|window| window.closes).max().unwrap();
    let catch_up = Window {
        opens: last.plus_seconds(3_600),
        closes: last.plus_seconds(7_200),
        cohorts: (0..plan.cohorts.len()).collect(),
        catch_up: true,
        show_up: Some(Share::new(0.5)),
        closes_hard: false,
    };
    Arc::make_mut(&mut plan.windows).push(catch_up);
    plan
}

fn audiences(checked: &CheckedPlan, forecast: &Forecast, grouping: Grouping) -> Vec<Audience> {
    let starts = Starts::new(checked.plan(), checked.cut(), forecast);
    starts.audiences(checked.plan(), checked.cut(), forecast, VERIFICATION, grouping)
}

#[test]
fn whichever_way_the_people_are_grouped_the_sum_is_the_plan() {
    for plan in [Example::Staggered.plan(Wording::english), Example::DayAsItWas.plan(Wording::english), strained()] {
        let (checked, forecast) = told(plan);
        let expected = forecast.totals.starters;
        for grouping in [Grouping::Cohort, Grouping::Region, Grouping::Age] {
            let all = audiences(&checked, &forecast, grouping);
            let sum: f64 = all.iter().map(|audience| audience.starters - audience.returned).sum();
            assert!((sum - expected).abs() <= 1e-9 * expected, "{grouping:?}: {sum} instead of {expected}");
        }
        let starts = Starts::new(checked.plan(), checked.cut(), &forecast);
        let rows: Vec<Vec<(usize, f64)>> = (0..checked.plan().cohorts.len()).map(|_| vec![(0, 1.0)]).collect();
        let hours: Vec<f64> = (0..=checked.plan().days * 24).map(|hour| f64::from(hour) * 3_600.0).collect();
        let by_hour: f64 = starts.by_time(&rows, 1, &hours)[0].iter().sum();
        let with_returned: f64 = forecast.slots.iter().map(|slot| slot.starters).sum();
        assert!((by_hour - with_returned).abs() <= 1e-9 * with_returned, "{by_hour} instead of {with_returned}");
    }
}

#[test]
fn the_strained_plan_loses_people_and_calls_them_back() {
    let (checked, forecast) = told(strained());
    let all = audiences(&checked, &forecast, Grouping::Age);
    assert!(all.iter().all(|audience| audience.returned > 0.0 && audience.wait_max_s.is_none_or(|wait| wait > 60.0)));
    assert!(forecast.lost_before_catch_up.len() == 1 && forecast.lost_before_catch_up[0] > 1_000.0);
}

#[test]
fn two_halves_of_a_cohort_begin_as_the_whole_does() {
    let (checked, forecast) = told(strained());
    let whole = audiences(&checked, &forecast, Grouping::Cohort);
    let mut plan = strained();
    let mut half = plan.cohorts[20].clone();
    half.birth_year_digits = Some(vec![0, 1, 2, 3, 4]);
    let other = crate::plan::Cohort { birth_year_digits: Some(vec![5, 6, 7, 8, 9]), ..half.clone() };
    Arc::make_mut(&mut plan.cohorts)[20] = half;
    Arc::make_mut(&mut plan.cohorts).push(other);
    let added = plan.cohorts.len() - 1;
    for window in Arc::make_mut(&mut plan.windows) {
        if window.cohorts.contains(&20) {
            window.cohorts.push(added);
        }
    }
    let (checked, forecast) = told(plan);
    let halves = audiences(&checked, &forecast, Grouping::Cohort);
    let sum = halves[20].starters + halves[added].starters;
    assert!((sum - whole[20].starters).abs() < 1e-6 * sum, "{sum} instead of {}", whole[20].starters);
    assert_eq!(halves[20].members + halves[added].members, whole[20].members);
    assert_eq!(halves[20].windows, whole[20].windows);
}

#[test]
fn the_wait_met_is_that_of_the_minute_in_which_people_get_there() {
    let (checked, forecast) = told(Example::DayAsItWas.plan(Wording::english));
    let all = audiences(&checked, &forecast, Grouping::Region);
    let longest = forecast.stages[1].series.wait_s.iter().copied().flatten().fold(0.0, f64::larger);
    for audience in &all {
        assert_eq!(audience.wait_max_s, all[0].wait_max_s);
        let p95 = audience.wait_p95_s.unwrap_or(f64::INFINITY);
        assert!(audience.wait_mean_s.is_none_or(|mean| mean > 0.0 && mean < p95 && mean < longest));
        assert_eq!(audience.invited_after_s, Some(0.0));
    }
}

#[test]
fn invitations_are_told_by_day_and_window() {
    let (checked, forecast) = told(Example::Staggered.plan(Wording::english));
    let all = audiences(&checked, &forecast, Grouping::Region);
    assert_eq!(all[0].days.iter().filter(|day| **day).count(), 1);
    assert_eq!((all[0].windows.as_slice(), all[0].invited_after_s), ([0].as_slice(), Some(0.0)));
    assert_eq!(all[1].windows.len(), 6);
    assert!(all.iter().all(|audience| audience.wait_p95_s == Some(0.0)));
}
