//! One wrong plan per finding, and random wrong numbers.

use std::sync::Arc;

use super::*;
use crate::plan::zones::NoTimeZones;
use crate::plan::{Cohort, Limit, ShowUp, Window, sample};
use crate::units::{PerSecond, Seconds, Share};
use sample::{at, window};

/// What `check` finds in the sample plan after `spoil`, as `name pointer`.
fn found(spoil: impl FnOnce(&mut Plan)) -> Vec<String> {
    let mut plan = sample::plan();
    spoil(&mut plan);
    check(&plan, &NoTimeZones).iter().map(|issue| format!("{} {}", issue.code.name(), issue.pointer)).collect()
}

fn windows(plan: &mut Plan) -> &mut Vec<Window> {
    Arc::make_mut(&mut plan.windows)
}

#[test]
fn the_sample_plan_is_sound() {
    assert_eq!(found(|_| ()), [""; 0]);
}

#[test]
fn horizon_and_membership() {
    assert_eq!(found(|plan| plan.days = 93), ["limit-exceeded /days"]);
    assert_eq!(found(|plan| plan.days = 0)[0], "number-outside-bounds /days");
    assert_eq!(
        found(|plan| plan.baseline_opens = Some(at("2022-04-03T00:00"))),
        ["time-outside-horizon /baseline_opens"]
    );
    let members = |spoil: fn(&mut crate::plan::Membership)| found(|plan| spoil(Arc::make_mut(&mut plan.members)));
    assert_eq!(members(|members| members.counts[1].push(3)), ["wrong-length /members/counts/1"]);
    assert_eq!(members(|members| members.counts.truncate(1)), ["wrong-length /members/counts"]);
    assert_eq!(members(|members| members.counts[0][0] = 100_000_001), ["limit-exceeded /members/counts"]);
    assert_eq!(members(|members| members.counts[0][0] = u64::MAX), ["limit-exceeded /members/counts"]);
    assert_eq!(members(|members| members.ages[1].from = 70), ["age-band-reversed /members/ages/1"]);
    assert_eq!(members(|members| members.ages[1].from = 39), ["age-bands-overlap /members/ages/1"]);
    assert_eq!(
        members(|members| members.counts = vec![vec![0, 0], vec![0, 0]]),
        ["no-members /members/counts", "cohort-without-people /cohorts/0", "cohort-without-people /cohorts/1"]
    );
}

#[test]
fn cohorts_cover_each_person_once() {
    let cohorts = |spoil: fn(&mut Vec<Cohort>)| found(|plan| spoil(Arc::make_mut(&mut plan.cohorts)));
    assert_eq!(cohorts(|cohorts| cohorts[1].regions = None), ["cohorts-overlap /cohorts/1"]);
    assert_eq!(cohorts(|cohorts| cohorts[1].ages = Some(vec![1])), ["people-in-no-cohort /cohorts"]);
    assert_eq!(cohorts(|cohorts| cohorts[1].ages = Some(vec![0, 1, 1])), ["listed-twice /cohorts/1/ages/2"]);
    assert_eq!(cohorts(|cohorts| cohorts[1].ages = Some(vec![0, 1, 2])), ["no-such-entry /cohorts/1/ages/2"]);
    assert_eq!(
        cohorts(|cohorts| cohorts[0].birth_day_digits = Some(vec![0, 0, 10])),
        [
            "listed-twice /cohorts/0/birth_day_digits/1",
            "not-a-digit /cohorts/0/birth_day_digits/2",
            "people-in-no-cohort /cohorts"
        ]
    );
}

#[test]
fn windows_lie_in_the_horizon_and_share_no_cohort() {
    assert_eq!(
        found(|plan| windows(plan)[0] = window("2022-04-01T12:00", "2022-04-01T12:00", &[0])),
        ["closes-before-opening /windows/0/closes"]
    );
    assert_eq!(
        found(|plan| windows(plan)[0] = window("2022-03-31T23:59", "2022-04-01T12:00", &[0])),
        ["window-outside-horizon /windows/0/opens"]
    );
    assert_eq!(
        found(|plan| windows(plan)[1] = window("2022-04-02T22:00", "2022-04-03T00:01", &[1])),
        ["window-outside-horizon /windows/1/closes"]
    );
    assert_eq!(found(|plan| windows(plan)[1].closes = at("2022-04-03T00:00")), [""; 0]);
    assert_eq!(found(|plan| windows(plan)[1].cohorts = vec![1, 0]), ["cohort-in-two-windows /windows/1/cohorts/1"]);
    assert_eq!(
        found(|plan| windows(plan)[1].cohorts.clear()),
        ["window-without-cohorts /windows/1/cohorts", "cohort-not-invited /cohorts/1"]
    );
    assert_eq!(
        found(|plan| windows(plan).drain(..2).for_each(drop)),
        ["no-ordinary-window /windows", "cohort-not-invited /cohorts/0", "cohort-not-invited /cohorts/1"]
    );
    assert_eq!(
        found(|plan| windows(plan)[2].show_up = Some(Share::new(1.5))),
        ["share-outside-range /windows/2/show_up"]
    );
}

#[test]
fn arrivals_have_shares_that_fit_together() {
    assert_eq!(
        found(|plan| plan.arrivals.opening_share = Share::new(0.45)),
        ["opening-share-above-show-up /arrivals/opening_share"]
    );
    assert_eq!(
        found(|plan| windows(plan)[2].show_up = Some(Share::new(0.01))),
        ["opening-share-above-show-up /arrivals/opening_share"]
    );
    assert_eq!(
        found(|plan| plan.arrivals.show_up = ShowUp::ByAge(vec![Share::new(f64::NAN)])),
        ["wrong-length /arrivals/show_up", "not-finite /arrivals/show_up/0"]
    );
    assert_eq!(found(|plan| plan.arrivals.tail.truncate(2)), ["tail-weights /arrivals/tail"]);
    assert_eq!(
        found(|plan| plan.arrivals.hour_weights = Some([0.0; 24])),
        ["hour-weights-zero /arrivals/hour_weights"]
    );
    assert_eq!(found(|plan| plan.arrivals.gate_stage = Some(2)), ["no-such-entry /arrivals/gate_stage"]);
    assert_eq!(
        found(|plan| plan.arrivals.opening_ramp = Seconds::new(0.5)),
        ["number-outside-bounds /arrivals/opening_ramp_s"]
    );
    assert_eq!(found(|plan| plan.arrivals.opening_ramp = Seconds::ZERO), [""; 0]);
}

#[test]
fn stages_are_open_at_some_time() {
    let second = |spoil: fn(&mut crate::plan::Stage)| found(|plan| spoil(&mut Arc::make_mut(&mut plan.journey)[1]));
    assert_eq!(second(|stage| stage.service = Seconds::ZERO), ["number-outside-bounds /journey/1/service_s"]);
    assert_eq!(second(|stage| stage.changes.reverse()), ["not-in-order /journey/1/changes/1/at"]);
    assert_eq!(second(|stage| stage.changes[1].at = at("2022-04-03T00:00")), ["never-acts /journey/1/changes/1/at"]);
    assert_eq!(second(|stage| stage.sessions = Some(0.0)), ["never-open /journey/1"]);
    let closed_at = |time: &str, stage: &mut crate::plan::Stage| {
        stage.changes = vec![crate::plan::CapacityChange { turn_away: Some(true), ..sample::change(time, 1.0) }];
    };
    let closed = |time| found(|plan| closed_at(time, &mut Arc::make_mut(&mut plan.journey)[1]));
    assert_eq!(closed("2022-04-01T00:00"), ["never-open /journey/1"]);
    assert_eq!(closed("2022-03-31T00:00"), ["never-open /journey/1"]);
    assert_eq!(closed("2022-04-01T00:01"), [""; 0]);
    assert_eq!(
        second(|stage| {
            stage.rate = Some(PerSecond::ZERO);
            stage.changes[0].rate = Limit::To(2.0);
        })
        .as_slice(),
        ["range-misses-value /ranges/0"]
    );
    assert_eq!(
        found(|plan| plan.waiting_room.as_mut().unwrap().admit = PerSecond::ZERO),
        ["never-open /waiting_room/admit_per_s"]
    );
    assert_eq!(
        found(|plan| {
            plan.journey = Arc::new(Vec::new());
            plan.arrivals.gate_stage = None;
            plan.arrivals.eligibility_stage = None;
        }),
        [
            "no-stages /journey",
            "range-points-nowhere /ranges/0/field",
            "note-points-nowhere /sources/~1journey~11~1rate_per_s",
            "note-points-nowhere /entered_as/~1journey~11~1rate_per_s"
        ]
    );
}

#[test]
fn notes_point_at_fields() {
    assert_eq!(found(|plan| plan.ranges[0].low = 0.9), ["range-reversed /ranges/0"]);
    assert_eq!(found(|plan| plan.ranges[0].high = 0.4), ["range-misses-value /ranges/0"]);
    assert_eq!(found(|plan| plan.ranges[0].field = "/title".to_owned()), ["range-points-nowhere /ranges/0/field"]);
    assert_eq!(found(|plan| plan.ranges.push(plan.ranges[0].clone())), ["listed-twice /ranges/1/field"]);
    let noted = |pointer: &str| found(|plan| drop(plan.sources.insert(pointer.to_owned(), sample::source())));
    assert_eq!(noted("/journey/1/overload"), [""; 0]);
    assert_eq!(noted("/journey/1/overload/phases"), [""; 0]);
    assert_eq!(noted("/arrivals/tail/2/alpha"), [""; 0]);
    assert_eq!(noted("/arrivals/tail/0/alpha"), ["note-points-nowhere /sources/~1arrivals~1tail~10~1alpha"]);
    assert_eq!(found(|plan| plan.target.percentile = Share::new(95.0)), ["share-outside-range /target/percentile"]);
}

#[test]
fn the_time_zone_is_asked_of_whoever_knows() {
    struct Knows(ZoneAnswer);
    impl TimeZones for Knows {
        fn offset_change(&self, zone: &str, from: CivilTime, until: CivilTime) -> ZoneAnswer {
            assert_eq!((zone, from, until), ("Asia/Seoul", at("2022-04-01T00:00"), at("2022-04-03T00:00")));
            self.0
        }
    }
    let named =
        |answer| check(&sample::plan(), &Knows(answer)).iter().map(|issue| issue.code.name()).collect::<Vec<_>>();
    assert_eq!(named(ZoneAnswer::ChangesAt(at("2022-04-02T02:00"))), ["offset-change"]);
    assert_eq!(named(ZoneAnswer::NoSuchZone), ["unknown-time-zone"]);
    assert_eq!(named(ZoneAnswer::Steady), [""; 0]);
}

mod random {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::{AgeBand, Background, CapacityChange, Tail, TailKind};

    /// Numbers as they come from a damaged file or a half-typed field.
    fn number() -> impl Strategy<Value = f64> {
        prop_oneof![
            Just(0.0),
            Just(-1.0),
            Just(f64::NAN),
            Just(f64::INFINITY),
            Just(f64::NEG_INFINITY),
            Just(f64::MAX),
            Just(5e-324),
            Just(1e-300),
            0.0..1.0,
            1.0..1e5,
            any::<f64>(),
        ]
    }

    fn time() -> impl Strategy<Value = CivilTime> {
        (-400_000i64..400_000).prop_map(|seconds| at("2022-04-01T00:00").plus_seconds(seconds * 7))
    }

    prop_compose! {
        fn spoilt()(
            numbers in proptest::collection::vec(number(), 24),
            times in proptest::collection::vec(time(), 9),
            indices in proptest::collection::vec(0usize..4, 8),
            digits in proptest::collection::vec(0u8..12, 0..6),
            counts in proptest::collection::vec(proptest::collection::vec(prop_oneof![0u64..1000, any::<u64>()], 0..4), 0..4),
            (from, to, days) in (any::<u32>(), any::<u32>(), prop_oneof![0u32..100, any::<u32>()]),
        ) -> Plan {
            let mut plan = sample::plan();
            let share = |place: usize| Share::new(numbers[place]);
            let seconds = |place: usize| Seconds::new(numbers[place]);
            plan.days = days;
            plan.baseline_opens = Some(times[0]);
            let members = Arc::make_mut(&mut plan.members);
            members.counts = counts;
            members.ages.push(AgeBand { name: String::new(), from, to });
            let cohorts = Arc::make_mut(&mut plan.cohorts);
            cohorts[0] = Cohort {
                regions: Some(indices[..3].to_vec()),
                ages: Some(indices[3..5].to_vec()),
                birth_year_digits: Some(digits.clone()),
                birth_day_digits: Some(digits),
                ..cohorts[0].clone()
            };
            let window = &mut Arc::make_mut(&mut plan.windows)[0];
            *window = Window {
                opens: times[1], closes: times[2], cohorts: indices[5..].to_vec(), show_up: Some(share(0)), ..window.clone()
            };
            plan.arrivals.show_up = ShowUp::ByAge(vec![share(1), share(2), share(3)]);
            plan.arrivals.opening_share = share(4);
            plan.arrivals.opening_ramp = seconds(5);
            plan.arrivals.tail = vec![
                Tail { weight: share(6), kind: TailKind::Weibull { shape: numbers[7], scale: seconds(8) } },
                Tail { weight: share(9), kind: TailKind::Lomax { alpha: numbers[10], scale: seconds(11) } },
            ];
            plan.arrivals.hour_weights = Some([numbers[12]; 24]);
            plan.arrivals.eligibility_stage = Some(indices[0]);
            let stage = &mut Arc::make_mut(&mut plan.journey)[0];
            stage.service = seconds(13);
            stage.sessions = Some(numbers[14]);
            stage.rate = Some(PerSecond::new(numbers[15]));
            stage.fail_share = share(16);
            stage.changes = times[3..6].iter().zip(&numbers[17..]).map(|(&at, &number)| CapacityChange {
                at, rate: Limit::To(number), sessions: Limit::Unchanged, times: Some(number), turn_away: Some(number > 0.0),
            }).collect();
            stage.background = times[6..].iter().map(|&at| Background { at, rate: PerSecond::new(numbers[20]) }).collect();
            plan.ranges[0].low = numbers[21];
            plan.ranges[0].high = numbers[22];
            plan.target.load = numbers[23];
            plan
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn no_wrong_number_stops_the_check(plan in spoilt()) {
            let issues = check(&plan, &NoTimeZones);
            prop_assert_eq!(&issues, &check(&plan, &NoTimeZones));
            for issue in issues {
                prop_assert_eq!(issue.severity, issue.code.severity());
                prop_assert!(issue.pointer.starts_with('/'), "{:?}", issue);
            }
        }
    }
}
