//! Plans of every shape, for laws that hold whatever a plan says.

use litemap::LiteMap;
use std::sync::Arc;

use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use stagger::clock::{CivilDate, CivilTime};
use stagger::plan::*;
use stagger::units::{PerSecond, Seconds, Share};

/// Any plan that a file can say: every finite number, any text, any day of four digits.
pub fn plan() -> BoxedStrategy<Plan> {
    let head = (text(), text(), date(), any::<bool>(), text(), date(), any::<u32>(), of(time()), of(holidays()));
    let people = (members(), vec(cohort(), 0..4), vec(window(), 0..4), arrivals());
    let notes = (
        target(),
        vec((text(), number(), number()), 0..3),
        any::<u64>(),
        btree_map(text(), source(), 0..3),
        btree_map(text(), text(), 0..3),
    );
    (head, people, of(waiting_room()), vec(stage(), 0..3), notes)
        .prop_map(|(head, people, waiting_room, journey, (target, ranges, seed, sources, entered_as))| Plan {
            title: head.0,
            author: head.1,
            dated: head.2,
            status: if head.3 { Status::Approved } else { Status::Draft },
            time_zone: head.4,
            first_day: head.5,
            days: head.6,
            baseline_opens: head.7,
            holidays: head.8,
            members: Arc::new(people.0),
            cohorts: Arc::new(people.1),
            windows: Arc::new(people.2),
            arrivals: people.3,
            waiting_room,
            journey: Arc::new(journey),
            target,
            ranges: ranges.into_iter().map(|(field, low, high)| Range { field, low, high }).collect(),
            seed,
            sources: sources.into_iter().collect(),
            entered_as: entered_as.into_iter().collect(),
            approved: None,
            unknown: LiteMap::new(),
        })
        .boxed()
}

fn holidays() -> BoxedStrategy<Holidays> {
    let day = (date(), text()).prop_map(|(date, name)| Holiday { date, name });
    (any::<u32>(), any::<u32>(), text(), vec(day, 0..3))
        .prop_map(|(from_year, to_year, source, days)| Holidays { from_year, to_year, source, days })
        .boxed()
}

fn index() -> BoxedStrategy<usize> {
    any::<u32>().prop_map(|index| index as usize).boxed()
}

fn text() -> BoxedStrategy<String> {
    prop_oneof![
        any::<String>(),
        "[가-힣 ]{0,8}",
        "/[a-z]{1,6}/[0-9]/[a-z_~/]{1,8}",
        Just("\"\\\u{1}\n\u{2028}</script>".to_owned())
    ]
    .boxed()
}

fn number() -> BoxedStrategy<f64> {
    prop_oneof![
        any::<f64>().prop_filter("finite", |number| number.is_finite()),
        0.0..1.0,
        (0_u32..100_000).prop_map(f64::from),
        Just(-0.0),
        Just(f64::MAX),
        Just(5e-324)
    ]
    .boxed()
}

fn share() -> BoxedStrategy<Share> {
    number().prop_map(Share::new).boxed()
}

fn seconds() -> BoxedStrategy<Seconds> {
    number().prop_map(Seconds::new).boxed()
}

fn per_second() -> BoxedStrategy<PerSecond> {
    number().prop_map(PerSecond::new).boxed()
}

fn date() -> BoxedStrategy<CivilDate> {
    (0_i32..=9999, 1_u8..=12, 1_u8..=28)
        .prop_map(|(year, month, day)| CivilDate::new(year, month, day).unwrap())
        .boxed()
}

fn time() -> BoxedStrategy<CivilTime> {
    let second = prop_oneof![(0_i64..1440).prop_map(|minute| minute * 60), 0_i64..86_400];
    (date(), second).prop_map(|(date, second)| date.midnight().plus_seconds(second)).boxed()
}

fn members() -> BoxedStrategy<Membership> {
    let region = (text(), of(text())).prop_map(|(name, code)| Region { name, code });
    let age = (text(), any::<u32>(), any::<u32>()).prop_map(|(name, from, to)| AgeBand { name, from, to });
    (vec(region, 0..4), vec(age, 0..4), vec(vec(any::<u64>(), 0..4), 0..4))
        .prop_map(|(regions, ages, counts)| Membership { regions, ages, counts })
        .boxed()
}

fn cohort() -> BoxedStrategy<Cohort> {
    let digits = || of(vec(any::<u8>(), 0..4));
    (text(), of(vec(index(), 0..4)), of(vec(0_usize..300, 0..4)), digits(), digits())
        .prop_map(|(name, regions, ages, birth_year_digits, birth_day_digits)| Cohort {
            name,
            regions,
            ages,
            birth_year_digits,
            birth_day_digits,
        })
        .boxed()
}

fn window() -> BoxedStrategy<Window> {
    (time(), time(), vec(index(), 0..4), any::<bool>(), of(share()), any::<bool>())
        .prop_map(|(opens, closes, cohorts, catch_up, show_up, closes_hard)| Window {
            opens,
            closes,
            cohorts,
            catch_up,
            show_up,
            closes_hard,
        })
        .boxed()
}

fn arrivals() -> BoxedStrategy<Arrivals> {
    let show_up = prop_oneof![share().prop_map(ShowUp::All), vec(share(), 0..4).prop_map(ShowUp::ByAge)];
    let table = vec((time(), per_second()).prop_map(|(at, rate)| StartersFrom { at, rate }), 0..3);
    let first = (show_up, share(), seconds(), vec(tail(), 0..3), of(proptest::array::uniform24(number())));
    (first, (share(), number(), of(index()), of(0_usize..12), of(table)))
        .prop_map(|(first, second)| Arrivals {
            show_up: first.0,
            opening_share: first.1,
            opening_ramp: first.2,
            tail: first.3,
            hour_weights: first.4,
            ignore_window_share: second.0,
            uninvited_per_member: second.1,
            eligibility_stage: second.2,
            gate_stage: second.3,
            starters_table: second.4,
        })
        .boxed()
}

fn tail() -> BoxedStrategy<Tail> {
    let kind = prop_oneof![
        seconds().prop_map(|mean| TailKind::Exponential { mean }),
        (number(), seconds()).prop_map(|(shape, scale)| TailKind::Weibull { shape, scale }),
        (number(), seconds()).prop_map(|(alpha, scale)| TailKind::Lomax { alpha, scale }),
    ];
    (share(), kind).prop_map(|(weight, kind)| Tail { weight, kind }).boxed()
}

fn waiting_room() -> BoxedStrategy<WaitingRoom> {
    let room = (per_second(), of(seconds()), of(number()));
    room.prop_map(|(admit, patience, inside_max)| WaitingRoom { admit, patience, inside_max }).boxed()
}

fn service_law() -> BoxedStrategy<ServiceLaw> {
    prop_oneof![
        Just(ServiceLaw::Exponential),
        Just(ServiceLaw::Deterministic),
        number().prop_map(|cv| ServiceLaw::Lognormal { cv }),
        (0_u32..100).prop_map(|phases| ServiceLaw::Erlang { phases }),
    ]
    .boxed()
}

fn stage() -> BoxedStrategy<Stage> {
    let capacity = (text(), seconds(), of(number()), of(per_second()), of(seconds()), service_law());
    let returns = (share(), seconds(), share(), share(), any::<bool>());
    let background = (time(), per_second()).prop_map(|(at, rate)| Background { at, rate });
    (capacity, returns, vec(change(), 0..3), vec(background, 0..3))
        .prop_map(|(capacity, returns, changes, background)| Stage {
            name: capacity.0,
            service: capacity.1,
            service_law: capacity.5,
            sessions: capacity.2,
            rate: capacity.3,
            patience: capacity.4,
            retry_share: returns.0,
            retry_after: returns.1,
            fail_share: returns.2,
            fail_retry_share: returns.3,
            on_capacity_drop: if returns.4 { OnCapacityDrop::Finish } else { OnCapacityDrop::Requeue },
            changes,
            background,
        })
        .boxed()
}

fn change() -> BoxedStrategy<CapacityChange> {
    let limit = || prop_oneof![Just(Limit::Unchanged), Just(Limit::Removed), number().prop_map(Limit::To)];
    (time(), limit(), limit(), of(number()), of(any::<bool>()))
        .prop_map(|(at, rate, sessions, times, turn_away)| CapacityChange { at, rate, sessions, times, turn_away })
        .boxed()
}

fn target() -> BoxedStrategy<Target> {
    (seconds(), share(), number()).prop_map(|(wait, percentile, load)| Target { wait, percentile, load }).boxed()
}

fn source() -> BoxedStrategy<Source> {
    let kind = prop_oneof![Just(SourceKind::Assumed), Just(SourceKind::Reported), Just(SourceKind::Measured)];
    (kind, text(), of(text())).prop_map(|(kind, text, url)| Source { kind, text, url }).boxed()
}
