//! Every code is found in some plan and explained in both languages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::*;
use crate::plan::zones::{TimeZones, ZoneAnswer};
use crate::plan::{Cohort, ShowUp, check, sample};
use crate::units::{PerSecond, Seconds, Share};

struct Says(ZoneAnswer);

impl TimeZones for Says {
    fn offset_change(&self, _: &str, _: CivilTime, _: CivilTime) -> ZoneAnswer {
        self.0
    }
}

type Spoil = fn(&mut Plan);

/// Changes to the sample plan that bring about what `check` can find, each something else.
const SPOILT: &[Spoil] = &[
    |plan| plan.target.load = f64::NAN,
    |plan| plan.target.percentile = Share::new(95.0),
    |plan| plan.target.wait = Seconds::new(-1.0),
    |plan| plan.days = 93,
    |plan| plan.baseline_opens = Some(sample::at("2022-05-01T00:00")),
    |plan| stage(plan).changes.reverse(),
    |plan| plan.arrivals.gate_stage = Some(7),
    |plan| cohort_at(plan, 0).regions = Some(vec![0, 0]),
    |plan| cohort_at(plan, 0).birth_day_digits = Some(vec![12]),
    |plan| Arc::make_mut(&mut plan.members).ages[0].from = 99,
    |plan| plan.arrivals.show_up = ShowUp::ByAge(vec![Share::new(0.5)]),
    |plan| Arc::make_mut(&mut plan.members).counts = vec![vec![0, 0], vec![0, 0]],
    |plan| cohort_at(plan, 1).regions = None,
    |plan| window_at(plan, 0).closes = sample::at("2022-04-01T09:00"),
    |plan| window_at(plan, 0).closes = sample::at("2022-04-09T09:00"),
    |plan| window_at(plan, 1).cohorts = vec![0, 1],
    |plan| Arc::make_mut(&mut plan.windows).clear(),
    |plan| plan.arrivals.opening_share = Share::new(0.9),
    |plan| plan.arrivals.tail.clear(),
    |plan| plan.arrivals.hour_weights = Some([0.0; 24]),
    |plan| Arc::make_mut(&mut plan.journey).clear(),
    |plan| stage(plan).sessions = Some(0.0),
    |plan| plan.ranges[0].low = 0.9,
    |plan| plan.ranges[0].field = "/title".to_owned(),
    |plan| cohort_at(plan, 1).ages = Some(vec![0]),
    |plan| Arc::make_mut(&mut plan.cohorts).push(Cohort { ages: Some(vec![]), ..Cohort::everyone("none") }),
    |plan| window_at(plan, 0).cohorts.clear(),
    |plan| Arc::make_mut(&mut plan.members).ages[1].from = 30,
    |plan| stage(plan).background[0].at = sample::at("2022-05-01T00:00"),
    |plan| plan.ranges[0].high = 0.4,
    |plan| drop(plan.sources.insert("/nowhere".to_owned(), sample::source())),
];

fn stage(plan: &mut Plan) -> &mut crate::plan::Stage {
    &mut Arc::make_mut(&mut plan.journey)[0]
}

fn cohort_at(plan: &mut Plan, at: usize) -> &mut Cohort {
    &mut Arc::make_mut(&mut plan.cohorts)[at]
}

fn window_at(plan: &mut Plan, at: usize) -> &mut crate::plan::Window {
    &mut Arc::make_mut(&mut plan.windows)[at]
}

/// One issue per code, with the plan in which it was found.
fn one_of_each() -> BTreeMap<&'static str, (Plan, Issue)> {
    let mut found = BTreeMap::new();
    let mut note = |plan: &Plan, answer: ZoneAnswer| {
        for issue in check(plan, &Says(answer)) {
            found.entry(issue.code.name()).or_insert((plan.clone(), issue));
        }
    };
    for spoil in SPOILT {
        let mut plan = sample::plan();
        spoil(&mut plan);
        note(&plan, ZoneAnswer::Steady);
    }
    note(&sample::plan(), ZoneAnswer::NoSuchZone);
    note(&sample::plan(), ZoneAnswer::ChangesAt(sample::at("2022-04-02T02:00")));
    // Only a forecast can find this one.
    let waiting = Issue::new(IssueCode::StillWaiting { people: 1_234.4 }, "/days");
    found.insert(waiting.code.name(), (sample::plan(), waiting));
    found
}

/// How many codes there are; the match in `said` does not compile with one more unexplained.
const CODES: usize = 35;

#[test]
fn every_code_is_found_and_explained_in_both_languages() {
    let found = one_of_each();
    assert_eq!(found.len(), CODES, "{:?}", found.keys());
    let is_hangul = |text: &str| text.chars().any(|letter| ('가'..='힣').contains(&letter));
    for (name, (plan, found)) in &found {
        let korean = issue(Language::Korean, plan, found);
        let english = issue(Language::English, plan, found);
        assert!(!korean.place.is_empty() && !english.place.is_empty(), "{name}");
        assert!(is_hangul(&korean.message) && korean.message.ends_with("다."), "{name}: {korean:?}");
        assert!(is_hangul(&korean.remedy) && korean.remedy.ends_with('.'), "{name}: {korean:?}");
        assert!(korean.remedy.contains("십시오"), "{name}: {korean:?}");
        for text in [&english.message, &english.remedy] {
            assert!(text.ends_with('.') && !is_hangul(text) && !text.contains('!'), "{name}: {english:?}");
            assert!(!text.to_lowercase().contains("please") && !text.to_lowercase().contains("error"), "{name}");
        }
    }
}

#[test]
fn no_two_codes_say_the_same() {
    for language in [Language::Korean, Language::English] {
        let mut messages: Vec<String> =
            one_of_each().values().map(|(plan, found)| issue(language, plan, found).message).collect();
        messages.sort();
        messages.dedup();
        assert_eq!(messages.len(), CODES);
    }
}

fn said(language: Language, spoil: Spoil) -> String {
    let mut plan = sample::plan();
    spoil(&mut plan);
    let issues = check(&plan, &Says(ZoneAnswer::CannotSay));
    let Explained { place, message, .. } = issue(language, &plan, &issues[0]);
    format!("{place}: {message}")
}

#[test]
fn figures_carry_their_unit_and_particles_follow_them() {
    use Language::{English, Korean};
    for (spoil, korean, english) in [
        (
            (|plan| cohort_at(plan, 1).regions = None) as Spoil,
            "South: ‘South’ 집단의 500명이 ‘North’ 집단에도 들어 있어 두 번 초대됩니다.",
            "South: 500 people of cohort \"South\" are in cohort \"North\" too and would be invited twice.",
        ),
        (
            |plan| stage(plan).service = Seconds::new(0.01),
            "Download · 한 번에 걸리는 시간: 값이 0.01초입니다. 0.1초–366일 사이만 계산할 수 있습니다.",
            "Download · time per service: The value is 0.01 s. Only 0.1 s to 366 days can be computed.",
        ),
        (
            |plan| stage(plan).rate = Some(PerSecond::new(1e30)),
            "Download · 받는 속도: 값이 1e30건/초입니다. 0이거나 0.000001건/초–1,000,000,000건/초 사이만 계산할 수 있습니다.",
            "Download · admission rate: The value is 1e30/s. Only 0, or 0.000001/s to 1,000,000,000/s, can be computed.",
        ),
        (
            |plan| plan.arrivals.opening_share = Share::new(0.425),
            "열자마자 오는 비율: 열자마자 오는 비율 42.5%가 실제로 오는 비율 가운데 가장 낮은 40%보다 큽니다.",
            "share that comes right at opening: 42.5% come right at opening, more than the 40% of some members who come at all.",
        ),
        (
            |plan| plan.ranges[0].high = 0.4,
            "Identity check · 받는 속도의 범위: 보통 값 0.5건/초가 범위 0.3건/초–0.4건/초 밖입니다.",
            "Range of Identity check · admission rate: The likely value 0.5/s is outside its range, 0.3/s to 0.4/s.",
        ),
        (
            |plan| plan.arrivals.opening_ramp = Seconds::new(-90.0),
            "열자마자로 보는 시간: 값이 -1.5분입니다. 0이거나 1초–366일 사이만 계산할 수 있습니다.",
            "length of the opening: The value is -1.5 min. Only 0, or 1 s to 366 days, can be computed.",
        ),
        (
            |plan| plan.target.load = 2000.0,
            "부하 상한: 값이 200,000%입니다. 0.1%–100,000% 사이만 계산할 수 있습니다.",
            "highest load: The value is 200,000%. Only 0.1% to 100,000% can be computed.",
        ),
        (
            |plan| {
                stage(plan).rate = Some(PerSecond::new(-1.0));
                plan.entered_as.insert("/journey/0/rate_per_s".to_owned(), "-3600건/시간".to_owned());
            },
            "Download · 받는 속도: 값이 -3,600건/시간입니다. 0이거나 0.000001건/초–1,000,000,000건/초 사이만 계산할 수 있습니다.",
            "Download · admission rate: The value is -3,600/h. Only 0, or 0.000001/s to 1,000,000,000/s, can be computed.",
        ),
        (
            |plan| plan.days = 365,
            "기간: 기간이 365일입니다. 92일까지 계산할 수 있습니다.",
            "days: There are 365 days. Up to 92 can be computed.",
        ),
    ] {
        assert_eq!(said(Korean, spoil), korean);
        assert_eq!(said(English, spoil), english);
    }
}
