//! What a plan is read to say to the public: each code on a plan that has it and on one that has not.

use std::sync::Arc;

use stagger::clock::CivilTime;
use stagger::library::busan::Example;
use stagger::library::{Template, Wording, holidays};
use stagger::plan::cut::cut;
use stagger::plan::{AgeBand, Cohort, Plan, Window};
use stagger::staging::cohorts::{Axis, split};
use stagger::staging::lint::names::spoken;
use stagger::staging::lint::{BirthPart, Remark, lint};
use stagger::staging::windows::starters_of_windows;

fn staggered() -> Plan {
    Example::Staggered.plan(Wording::english)
}

fn codes(plan: &Plan) -> Vec<&'static str> {
    lint(plan, holidays::of_plan(plan, Wording::english).as_ref()).iter().map(Remark::name).collect()
}

fn remark(plan: &Plan, name: &str) -> Option<Remark> {
    lint(plan, None).into_iter().find(|remark| remark.name() == name)
}

fn found(plan: &Plan, name: &str) -> Remark {
    remark(plan, name).unwrap_or_else(|| panic!("{name} is not said"))
}

fn at(text: &str) -> CivilTime {
    CivilTime::parse(text).unwrap()
}

fn window(opens: &str, closes: &str, cohorts: &[usize]) -> Window {
    Window { opens: at(opens), closes: at(closes), cohorts: cohorts.to_vec(), ..staggered().windows[0].clone() }
}

/// The example with other cohorts, all of them in two windows on working days that are about the same size.
fn with_cohorts(cohorts: Vec<Cohort>) -> Plan {
    let count = cohorts.len();
    let mut plan = staggered();
    plan.cohorts = Arc::new(cohorts);
    let half = count.div_ceil(2);
    plan.windows = Arc::new(vec![
        window("2022-04-04T09:00", "2022-04-04T12:00", &(0..half).collect::<Vec<_>>()),
        window("2022-04-05T09:00", "2022-04-05T12:00", &(half..count).collect::<Vec<_>>()),
    ]);
    plan
}

fn year(name: &str, digits: &[u8]) -> Cohort {
    Cohort { birth_year_digits: Some(digits.to_vec()), ..Cohort::everyone(name) }
}

fn day(name: &str, digits: &[u8]) -> Cohort {
    Cohort { birth_day_digits: Some(digits.to_vec()), ..Cohort::everyone(name) }
}

const ODD: [u8; 5] = [1, 3, 5, 7, 9];
const EVEN: [u8; 5] = [0, 2, 4, 6, 8];

/// Of which nothing is said.
fn clean() -> Plan {
    with_cohorts(vec![year("Year odd", &ODD), year("Year even", &EVEN)])
}

#[test]
fn nothing_is_said_of_a_plan_that_is_fair_and_clear() {
    let mut plan = clean();
    let old: Vec<usize> = (0..7).filter(|&age| plan.members.ages[age].from >= 70).collect();
    assert_eq!(old.len(), 1);
    assert_eq!(codes(&plan), ["elderly-in-busiest-window"]);
    // In cohorts of their own, in the smaller window.
    let young = (0..7).filter(|age| !old.contains(age)).collect::<Vec<_>>();
    let mut cohorts = vec![Cohort { ages: Some(young), ..Cohort::everyone("Young") }];
    cohorts.push(Cohort { ages: Some(old), ..Cohort::everyone("Old") });
    plan.cohorts = Arc::new(cohorts);
    assert_eq!(codes(&plan), ["unequal-windows"]);
    let halves = split(&plan, &plan.cohorts[0], Axis::Regions);
    let mut cohorts: Vec<Cohort> =
        halves.iter().enumerate().map(|(at, part)| part.named(format!("Region {at}"))).collect();
    cohorts.push(plan.cohorts[1].clone());
    let mut fair = with_cohorts(cohorts);
    fair.windows = Arc::new(vec![
        window("2022-04-04T09:00", "2022-04-04T12:00", &(0..9).collect::<Vec<_>>()),
        window("2022-04-05T09:00", "2022-04-05T12:00", &(9..15).collect::<Vec<_>>()),
        window("2022-04-06T09:00", "2022-04-06T12:00", &[15, 16]),
    ]);
    assert_eq!(lint(&fair, None), []);
}

#[test]
fn digits_of_year_and_of_day_in_one_plan_are_mixed_up() {
    let mut both = with_cohorts(vec![year("Year odd", &ODD), year("Year even", &EVEN)]);
    assert_eq!(remark(&both, "year-and-day-digits"), None);
    let split = Cohort { birth_day_digits: Some(ODD.to_vec()), ..year("Year even, day odd", &EVEN) };
    Arc::make_mut(&mut both.cohorts)[1] = split;
    let expect = Remark::YearAndDayDigits { by_year: vec![0, 1], by_day: vec![1] };
    assert_eq!(found(&both, "year-and-day-digits"), expect);
}

#[test]
fn a_name_that_does_not_say_which_digits_is_unclear() {
    for (name, is_unclear) in [
        ("끝자리 1·6", true),
        ("생년월일 끝자리 1·6", true),
        ("Digits 1 and 6", true),
        ("Date of birth ends in 1 or 6", true),
        ("5부제 1·6", true),
        ("홀수", true),
        ("출생연도 끝자리 1·6", false),
        ("Born in a year ending in 1 or 6", false),
        ("1·6", false),
        ("Haeundae-gu 30s", false),
    ] {
        let plan = with_cohorts(vec![year(name, &[1, 6]), year("Year, others", &[0, 2, 3, 4, 5, 7, 8, 9])]);
        let expect = is_unclear.then(|| Remark::DigitsUnclear { cohorts: vec![0] });
        assert_eq!(remark(&plan, "digits-unclear"), expect, "{name}");
    }
}

#[test]
fn names_are_read_as_on_a_poster() {
    let (year, day) = (Some(BirthPart::Year), Some(BirthPart::Day));
    for (name, part, digits) in [
        ("출생연도 끝자리 1·6 (1일차)", year, &[1, 6][..]),
        ("출생연도 끝자리가 3과 8인 분", year, &[3, 8]),
        ("중구 20–29세 생일(일) 끝자리 0", day, &[0]),
        ("태어난 해의 끝자리 1~3", year, &[1, 2, 3]),
        ("끝자리 2, 7 3차", None, &[2, 7]),
        ("1·6 끝자리", None, &[1, 6]),
        ("태어난 날이 홀수", None, &[1, 3, 5, 7, 9]),
        ("생일이 짝수인 날", day, &[0, 2, 4, 6, 8]),
        ("Birth year ending 1 or 6, round 2", year, &[1, 6]),
        ("Day of birth ends in 3", day, &[3]),
        ("Last digits 1-3", None, &[1, 2, 3]),
        ("Odd years", year, &[1, 3, 5, 7, 9]),
        ("끝자리 2022", None, &[]),
    ] {
        let said = spoken(name).unwrap();
        assert_eq!((said.part, said.digits.as_slice()), (part, digits), "{name}");
    }
    for name in ["", "중구 20대", "Monday group 3", "Evenly split", "5구역 1차"] {
        assert_eq!(spoken(name), None, "{name}");
    }
}

#[test]
fn a_name_that_says_other_digits_than_the_rule_contradicts_it() {
    let wrong = |cohort: Cohort| {
        let plan = with_cohorts(vec![cohort, Cohort::everyone("Rest")]);
        match remark(&plan, "name-contradicts-rule") {
            Some(Remark::NameContradictsRule { cohorts }) => Some((cohorts[0].selected.clone(), cohorts[0].part)),
            _ => None,
        }
    };
    let (by_year, by_day) = (Some(BirthPart::Year), Some(BirthPart::Day));
    assert_eq!(wrong(year("출생연도 끝자리 1·6", &[7, 2])), Some((vec![2, 7], by_year)));
    assert_eq!(wrong(day("출생연도 끝자리 1·6", &[1, 6])), Some((vec![1, 6], by_day)));
    assert_eq!(wrong(Cohort::everyone("Year odd")), Some(((0..10).collect(), None)));
    assert_eq!(wrong(year("출생연도 끝자리 1·6", &[6, 1])), None);
    assert_eq!(wrong(day("Day of birth ends in 3", &[3])), None);
    assert_eq!(wrong(year("Year, first round", &[3])), None);
}

#[test]
fn two_cohorts_of_one_name_are_told() {
    assert_eq!(remark(&clean(), "same-name"), None);
    let plan = with_cohorts(vec![year("Year", &ODD), year("Other", &[2, 4]), year("Year ", &[0, 6, 8])]);
    let expect = Remark::SameName { name: "Year".to_owned(), cohorts: vec![0, 2] };
    assert_eq!(found(&plan, "same-name"), expect);
}

#[test]
fn people_in_no_cohort_are_counted_where_they_live() {
    assert_eq!(remark(&clean(), "in-no-cohort"), None);
    let mut plan = staggered();
    let without = |plan: &Plan, age: usize| plan.members.counts[3][age] + plan.members.counts[5][age];
    Arc::make_mut(&mut plan.cohorts)[3 * 7 + 2].regions = Some(Vec::new());
    Arc::make_mut(&mut plan.cohorts)[5 * 7 + 2].regions = Some(Vec::new());
    let Remark::InNoCohort { people, by_region, by_age } = found(&plan, "in-no-cohort") else { panic!() };
    assert_eq!(people, without(&plan, 2));
    let mut expect = vec![(3, plan.members.counts[3][2]), (5, plan.members.counts[5][2])];
    expect.sort_by_key(|&(_, people)| std::cmp::Reverse(people));
    assert_eq!((by_region, by_age), (expect, vec![(2, people)]));
    // By digits as well, exactly.
    let plan = with_cohorts(vec![year("Year odd", &ODD), year("Year even", &EVEN[1..])]);
    let Remark::InNoCohort { people, by_region, by_age } = found(&plan, "in-no-cohort") else { panic!() };
    assert_eq!(people, cut(&plan).in_no_cohort);
    assert_eq!(by_region.iter().map(|(_, people)| people).sum::<u64>(), people);
    assert_eq!(by_age.iter().map(|(_, people)| people).sum::<u64>(), people);
}

#[test]
fn people_in_two_cohorts_are_counted_with_the_pair() {
    assert_eq!(remark(&clean(), "in-two-cohorts"), None);
    let mut plan = staggered();
    Arc::make_mut(&mut plan.cohorts)[0].regions = Some(vec![0, 4]);
    let people = plan.members.counts[4][0];
    let expect = Remark::InTwoCohorts { people, pair: (0, 28), shared: people, cohorts: 1 };
    assert_eq!(found(&plan, "in-two-cohorts"), expect);
}

#[test]
fn cohorts_without_a_window_or_without_people_are_told() {
    let mut plan = staggered();
    assert_eq!((remark(&plan, "in-no-window"), remark(&plan, "empty-cohort")), (None, None));
    Arc::make_mut(&mut plan.windows)[0].catch_up = true;
    let Remark::InNoWindow { cohorts, people } = found(&plan, "in-no-window") else { panic!() };
    assert_eq!(cohorts, plan.windows[0].cohorts);
    assert_eq!(people, plan.members.counts[0].iter().sum::<u64>());
    Arc::make_mut(&mut plan.members).counts[2][3] = 0;
    assert_eq!(found(&plan, "empty-cohort"), Remark::EmptyCohort { cohorts: vec![2 * 7 + 3] });
}

#[test]
fn digits_that_nobody_of_a_narrow_band_has_are_told() {
    assert_eq!(remark(&clean(), "digits-without-people"), None);
    let mut plan = clean();
    let band = AgeBand { name: "15–19".to_owned(), from: 15, to: 19 };
    Arc::make_mut(&mut plan.members).ages[0] = band;
    // Born 2003 to 2007.
    let cohorts = Arc::make_mut(&mut plan.cohorts);
    cohorts[0] = Cohort { ages: Some(vec![0]), ..year("Year 3·8", &[3, 8]) };
    let expect = Remark::DigitsWithoutPeople { cohorts: vec![0], first: 0, digits: vec![8] };
    assert_eq!(found(&plan, "digits-without-people"), expect);
    Arc::make_mut(&mut plan.cohorts)[0].birth_year_digits = Some(vec![8, 9]);
    assert_eq!(remark(&plan, "digits-without-people"), None);
    assert_eq!(found(&plan, "empty-cohort"), Remark::EmptyCohort { cohorts: vec![0] });
}

#[test]
fn a_window_that_touches_the_night_tells_whose_it_is() {
    for (opens, closes, is_night) in [
        ("2022-04-04T20:00", "2022-04-04T22:00", false),
        ("2022-04-04T20:00", "2022-04-04T22:01", true),
        ("2022-04-04T06:59", "2022-04-04T09:00", true),
        ("2022-04-04T07:00", "2022-04-04T09:00", false),
        ("2022-04-04T18:00", "2022-04-05T09:00", true),
        ("2022-04-04T02:00", "2022-04-04T03:00", true),
        ("2022-04-04T09:00", "2022-04-05T09:00", false),
    ] {
        let mut plan = staggered();
        Arc::make_mut(&mut plan.windows)[0] = Window { cohorts: vec![0, 7, 8], ..window(opens, closes, &[]) };
        let counts = &plan.members.counts;
        let mut by_region = vec![(0, counts[0][0]), (1, counts[1][0] + counts[1][1])];
        by_region.sort_by_key(|&(_, people)| std::cmp::Reverse(people));
        let people = by_region.iter().map(|(_, people)| people).sum();
        let expect = is_night.then(|| Remark::NightWindow { windows: vec![0], by_region, people });
        assert_eq!(remark(&plan, "night-window"), expect, "{opens} {closes}");
    }
}

#[test]
fn working_hours_only_are_told_where_others_have_an_evening_or_a_day_off() {
    let mut plan = clean();
    assert_eq!(remark(&plan, "only-working-hours"), None);
    Arc::make_mut(&mut plan.windows)[1] = window("2022-04-05T16:00", "2022-04-05T18:30", &[1]);
    let people = cut(&plan).cohorts[0].total;
    let expect = Remark::OnlyWorkingHours { cohorts: vec![0], people, others: 1 };
    assert_eq!(found(&plan, "only-working-hours"), expect);
    // A catch-up window on a Saturday gives the others their day off.
    let saturday = Window { catch_up: true, ..window("2022-04-09T10:00", "2022-04-09T12:00", &[0]) };
    Arc::make_mut(&mut plan.windows).push(saturday);
    assert_eq!(remark(&plan, "only-working-hours"), None);
    // 5 May 2022 was a Thursday and a holiday.
    let mut plan = clean();
    Arc::make_mut(&mut plan.windows)[1] = window("2022-05-05T10:00", "2022-05-05T12:00", &[1]);
    assert_eq!(remark(&plan, "only-working-hours"), None);
    assert!(codes(&plan).contains(&"only-working-hours"));
}

#[test]
fn windows_of_unlike_size_and_the_elderly_in_the_busiest_are_told_with_figures() {
    let plan = clean();
    assert_eq!(remark(&plan, "unequal-windows"), None);
    let starters = starters_of_windows(&plan, &plan.windows);
    let busiest = usize::from(starters[1] > starters[0]);
    let elderly = cut(&plan).cohorts[busiest].by_age.iter().find(|(age, _)| *age == 6).unwrap().1;
    let expect = Remark::ElderlyInBusiestWindow { window: busiest, people: elderly, starters: starters[busiest] };
    assert_eq!(found(&plan, "elderly-in-busiest-window"), expect);
    let plan = with_cohorts(vec![year("Year 1", &[1]), year("Year, not 1", &[0, 2, 3, 4, 5, 6, 7, 8, 9])]);
    let Remark::UnequalWindows { largest, smallest, starters, ratio } = found(&plan, "unequal-windows") else {
        panic!()
    };
    assert_eq!((largest, smallest), (1, 0));
    assert!(ratio > 7.0 && ratio < 12.0 && ratio == starters.0 / starters.1, "{ratio}");
    // A single window is everybody's.
    let mut one = clean();
    Arc::make_mut(&mut one.windows).truncate(1);
    Arc::make_mut(&mut one.windows)[0].cohorts = vec![0, 1];
    assert_eq!(lint(&one, None), []);
}

#[test]
fn what_is_said_of_the_examples_and_templates() {
    for read in [Wording::english, Wording::korean] {
        let examples = Example::ALL.map(|example| codes(&example.plan(read)));
        assert_eq!(examples, [&["only-working-hours", "unequal-windows"][..], &[]]);
        let templates = Template::ALL.map(|template| codes(&template.plan(None, read).unwrap()));
        let by_region = &["only-working-hours", "unequal-windows", "elderly-in-busiest-window"][..];
        assert_eq!(
            templates,
            [by_region, &["elderly-in-busiest-window"], &["unequal-windows", "elderly-in-busiest-window"]]
        );
    }
}
