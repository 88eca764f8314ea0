//! Rules that make cohorts: everybody once, windows kept, evened out as well as can be.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::cut::cut;
use stagger::plan::zones::NoTimeZones;
use stagger::plan::{AgeBand, Membership, Plan, Region, Severity, check};
use stagger::staging::balance::{Balance, EvenFault, even_out, evenest, expected_starters};
use stagger::staging::cohorts::{
    Axis, BirthYears, Digits, First, MergeFault, Part, Rule, Standing, adopt, birth_years, merge, named, parts, split,
    with_catch_up,
};

fn busan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

/// A name that is the same for parts that select the same, and now and then for others.
fn plain_name(part: &Part) -> String {
    format!("{:?} {:?}", part.regions, part.ages)
}

fn rule(each_region: bool, age_groups: Option<Vec<Vec<usize>>>, digits: Digits) -> Rule {
    Rule { each_region, age_groups, digits, first: Vec::new() }
}

fn members() -> BoxedStrategy<Membership> {
    (1_usize..5, vec(1_u32..12, 1..6))
        .prop_flat_map(|(regions, widths)| {
            let ages = widths.len();
            (Just(regions), Just(widths), vec(vec(prop_oneof![Just(0_u64), 0_u64..5_000], ages), regions))
        })
        .prop_map(|(regions, widths, counts)| {
            let mut from = 10;
            let band = |width: u32| {
                let band = AgeBand { name: format!("{from}"), from, to: from + width - 1 };
                from += width;
                band
            };
            let region = |at: usize| Region { name: format!("R{at}"), code: None };
            Membership {
                regions: (0..regions).map(region).collect(),
                ages: widths.into_iter().map(band).collect(),
                counts,
            }
        })
        .boxed()
}

fn rules() -> BoxedStrategy<Rule> {
    let digits = prop_oneof![
        Just(Digits::Nothing),
        Just(Digits::YearPairs),
        Just(Digits::YearOddEven),
        Just(Digits::Days),
        Just(Digits::DayOddEven)
    ];
    let some = || proptest::option::of(vec(0_usize..6, 0..4));
    let first = (some(), some(), any::<bool>(), any::<bool>()).prop_map(|(regions, ages, each_region, assisted)| {
        let standing = if assisted { Standing::Assisted } else { Standing::Priority };
        First { standing, regions, ages, each_region }
    });
    let groups = proptest::option::of(vec(vec(0_usize..6, 0..3), 0..4));
    (any::<bool>(), groups, digits, vec(first, 0..3))
        .prop_map(|(each_region, age_groups, digits, first)| Rule { each_region, age_groups, digits, first })
        .boxed()
}

proptest! {
    #[test]
    fn whatever_the_rule_everybody_is_in_one_cohort(members in members(), rule in rules()) {
        let total = members.total();
        let cohorts = named(&parts(&members, &rule), plain_name);
        let names: BTreeSet<&str> = cohorts.iter().map(|cohort| cohort.name.as_str()).collect();
        prop_assert_eq!(names.len(), cohorts.len());
        let plan = Plan { members: Arc::new(members), cohorts: Arc::new(cohorts), ..busan() };
        let cut = cut(&plan);
        prop_assert_eq!((cut.in_no_cohort, cut.covered_twice, cut.overlaps.len()), (0, 0, 0));
        prop_assert_eq!(cut.cohorts.iter().map(|people| people.total).sum::<u64>(), total);
    }

    #[test]
    fn evened_out_as_well_as_by_trying_everything(
        lines in vec(vec(0_u64..30, 1..6), 1..4),
        place in 0_usize..16,
    ) {
        let most: usize = lines.iter().map(Vec::len).sum();
        let count = (lines.len() + place).min(most);
        let sizes = evenest(&lines, count);
        prop_assert_eq!(sizes.iter().map(Vec::len).sum::<usize>(), count);
        let sums: Vec<u64> = lines.iter().zip(&sizes).flat_map(|(line, sizes)| sums(line, sizes)).collect();
        prop_assert_eq!(quality(&sums), best(&lines, count));
    }
}

fn sums(line: &[u64], sizes: &[usize]) -> Vec<u64> {
    assert_eq!(sizes.iter().sum::<usize>(), line.len());
    let mut rest = line;
    let mut sum = |size: usize| {
        let (group, others) = rest.split_at(size);
        rest = others;
        group.iter().sum()
    };
    sizes.iter().map(|&size| sum(size)).collect()
}

/// The largest, then the sum of squares: less is better.
fn quality(sums: &[u64]) -> (u64, u64) {
    (sums.iter().copied().max().unwrap_or(0), sums.iter().map(|sum| sum * sum).sum())
}

/// The best of all ways to cut the lines into so many groups of neighbours.
fn best(lines: &[Vec<u64>], count: usize) -> (u64, u64) {
    let gaps: Vec<(usize, usize)> =
        lines.iter().enumerate().flat_map(|(line, cells)| (1..cells.len()).map(move |gap| (line, gap))).collect();
    let tried = (0_u32..1 << gaps.len()).filter(|cuts| lines.len() + cuts.count_ones() as usize == count).map(|cuts| {
        let mut sums = Vec::new();
        for (line, cells) in lines.iter().enumerate() {
            let mut sum = 0;
            for (cell, weight) in cells.iter().enumerate() {
                let gap = gaps.iter().position(|gap| *gap == (line, cell));
                if gap.is_some_and(|gap| cuts >> gap & 1 == 1) {
                    sums.push(sum);
                    sum = 0;
                }
                sum += weight;
            }
            sums.push(sum);
        }
        quality(&sums)
    });
    tried.min().unwrap()
}

#[test]
fn the_rules_make_the_cohorts_that_governments_name() {
    let plan = busan();
    let count = |rule: &Rule| parts(&plan.members, rule).len();
    let each_age = (0..7).map(|age| vec![age]).collect::<Vec<_>>();
    assert_eq!(count(&rule(true, None, Digits::Nothing)), 16);
    assert_eq!(count(&rule(false, Some(each_age.clone()), Digits::Nothing)), 7);
    assert_eq!(count(&rule(true, Some(vec![vec![0, 1], vec![2, 3, 4]]), Digits::Nothing)), 48);
    assert_eq!(count(&rule(false, None, Digits::YearPairs)), 5);
    assert_eq!(count(&rule(true, None, Digits::YearPairs)), 80);
    assert_eq!(count(&rule(false, None, Digits::Days)), 10);
    let pairs: Vec<_> = parts(&plan.members, &rule(false, None, Digits::YearPairs))
        .into_iter()
        .filter_map(|part| part.birth_year_digits)
        .collect();
    assert_eq!(pairs, [[1, 6], [2, 7], [3, 8], [4, 9], [5, 0]]);
}

#[test]
fn people_taken_out_beforehand_come_first_and_only_once() {
    let plan = busan();
    let old = First { standing: Standing::Assisted, regions: None, ages: Some(vec![6]), each_region: false };
    let island = First { standing: Standing::Priority, regions: Some(vec![3]), ages: None, each_region: false };
    let rule = Rule { first: vec![old, island], ..rule(false, None, Digits::YearOddEven) };
    let made = parts(&plan.members, &rule);
    let standing: Vec<_> = made.iter().map(|part| part.standing).collect();
    assert_eq!(standing, [Standing::Assisted, Standing::Priority, Standing::Ordinary, Standing::Ordinary]);
    assert_eq!((made[0].ages.as_deref(), made[1].ages.as_deref()), (Some(&[6][..]), Some(&[0, 1, 2, 3, 4, 5][..])));
    assert_eq!(made[2].regions.as_ref().map(Vec::len), Some(15));
}

#[test]
fn windows_keep_whoever_is_not_moved() {
    let plan = busan();
    // The same selections in another order and under other names.
    let mut cohorts = plan.cohorts.to_vec();
    cohorts.reverse();
    let adopted = adopt(&plan, cohorts);
    assert!(adopted.not_invited.is_empty());
    let last = plan.cohorts.len() - 1;
    for (before, after) in plan.windows.iter().zip(adopted.plan.windows.iter()) {
        let mut mirrored: Vec<usize> = before.cohorts.iter().map(|cohort| last - cohort).collect();
        mirrored.sort_unstable();
        assert_eq!(after.cohorts, mirrored);
        assert_eq!((after.opens, after.closes), (before.opens, before.closes));
    }
    // One cohort per region joins people of several windows, but in the district that is invited at once.
    let adopted = adopt(&plan, named(&parts(&plan.members, &rule(true, None, Digits::Nothing)), plain_name));
    assert_eq!(adopted.not_invited, (1..16).collect::<Vec<_>>());
    assert_eq!(adopted.plan.windows[0].cohorts, [0]);
    assert_eq!(adopted.plan.sources, plan.sources);
    let issues = check(&adopted.plan, &NoTimeZones);
    assert!(issues.iter().all(|issue| issue.severity != Severity::Error), "{issues:?}");
}

#[test]
fn what_is_said_of_a_cohort_follows_its_selection() {
    let mut plan = busan();
    plan.unknown = [("/cohorts/0/x".to_owned(), "1".to_owned()), ("/cohorts/111/x".to_owned(), "2".to_owned())]
        .into_iter()
        .collect();
    let kept: Vec<_> = plan.cohorts.iter().skip(1).cloned().collect();
    let adopted = adopt(&plan, kept);
    let unknown: Vec<_> =
        adopted.plan.unknown.iter().map(|(pointer, text)| (pointer.as_str(), text.as_str())).collect();
    assert_eq!(unknown, [("/cohorts/110/x", "2")]);
}

#[test]
fn a_catch_up_day_follows_the_last_closing() {
    let plan = busan();
    let with = with_catch_up(&plan).unwrap();
    let window = with.windows.last().unwrap();
    assert!(window.catch_up);
    assert_eq!(window.cohorts.len(), 112);
    assert_eq!(stagger::wire::plan_file::write(&with).matches("2022-04-06T09:00").count(), 1);
    assert_eq!(with_catch_up(&with), None);
    let issues = check(&with, &NoTimeZones);
    assert!(issues.iter().all(|issue| issue.severity != Severity::Error), "{issues:?}");
}

#[test]
fn ages_are_years_of_birth_of_the_first_day() {
    let plan = busan();
    let years = |ages: &[usize]| birth_years::birth_years(&plan, Some(ages));
    assert_eq!(years(&[3, 4]), [BirthYears { first: Some(1963), last: 1982 }]);
    assert_eq!(years(&[6]), [BirthYears { first: None, last: 1952 }]);
    assert_eq!(
        years(&[0, 5]),
        [BirthYears { first: Some(1953), last: 1962 }, BirthYears { first: Some(2003), last: 2007 }]
    );
}

#[test]
fn merging_takes_only_what_is_a_rule() {
    let plan = busan();
    // Jung-gu 15-19 and 20-29; then with Seo-gu 15-19.
    let both = merge(&plan, &[0, 1]).unwrap();
    assert_eq!((both.regions, both.ages), (Some(vec![0]), Some(vec![0, 1])));
    assert_eq!(merge(&plan, &[0, 1, 7]), Err(MergeFault::NotARule));
    assert!(merge(&plan, &[0, 1, 7, 8]).is_ok());
    assert_eq!(merge(&plan, &[0]), Err(MergeFault::TooFew));
    let whole = merge(&plan, &(0..112).collect::<Vec<_>>()).unwrap();
    assert_eq!((whole.regions, whole.ages), (None, None));
    // Split and merged again it is what it was.
    let cohorts = named(&split(&plan, &plan.cohorts[0], Axis::YearDigits), |part| format!("{part:?}"));
    let places: Vec<usize> = (0..cohorts.len()).collect();
    let split = Plan { cohorts: Arc::new(cohorts), ..plan.clone() };
    assert_eq!(merge(&split, &places), Ok(Part::of(&plan.cohorts[0])));
}

#[test]
fn districts_are_evened_out_by_expected_starters() {
    let plan = busan();
    let groups = |count: usize| {
        let cohorts = named(&parts(&plan.members, &rule(true, None, Digits::Nothing)), plain_name);
        let even = even_out(&plan, &cohorts, Axis::Regions, count)?;
        Ok::<_, EvenFault>(adopt(&plan, named(&even, plain_name)).plan)
    };
    let four = groups(4).unwrap();
    assert_eq!(four.cohorts.len(), 4);
    let cut = cut(&four);
    assert_eq!((cut.in_no_cohort, cut.covered_twice), (0, 0));
    let balance = Balance::of(&expected_starters(&four)).unwrap();
    let before = Balance::of(&expected_starters(&groups(16).unwrap())).unwrap();
    assert!(before.largest_over_mean() > 1.4, "{before:?}");
    assert!(balance.largest_over_mean() < 1.2, "{balance:?}");
    assert_eq!(groups(17), Err(EvenFault::TooMany { most: 16 }));
    assert_eq!(groups(0), Err(EvenFault::TooFew { least: 1 }));
}
