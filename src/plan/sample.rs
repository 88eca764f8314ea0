//! A small plan for tests, with one of everything.

use litemap::LiteMap;
use std::sync::Arc;

use super::*;
use crate::units::PerSecond;

/// 1,000 members of two regions and two age bands, one window per region and a catch-up window, two stages.
pub(crate) fn plan() -> Plan {
    Plan {
        title: "Sample".to_owned(),
        author: "Tester".to_owned(),
        dated: CivilDate::new(2026, 11, 22).unwrap(),
        status: Status::Draft,
        time_zone: "Asia/Seoul".to_owned(),
        first_day: CivilDate::new(2022, 4, 1).unwrap(),
        days: 2,
        baseline_opens: Some(at("2022-04-01T14:00")),
        holidays: None,
        members: Arc::new(members()),
        cohorts: Arc::new(vec![of_region("North", 0), of_region("South", 1)]),
        windows: Arc::new(vec![
            window("2022-04-01T10:00", "2022-04-01T12:00", &[0]),
            window("2022-04-01T14:00", "2022-04-01T16:00", &[1]),
            Window { catch_up: true, ..window("2022-04-02T10:00", "2022-04-02T16:00", &[0, 1]) },
        ]),
        arrivals: arrivals(),
        waiting_room: Some(WaitingRoom {
            admit: PerSecond::new(20.0),
            patience: Some(Seconds::minutes(90.0)),
            inside_max: None,
        }),
        journey: Arc::new(vec![stage("Download", None), stage("Identity check", Some(0.5))]),
        target: Target { wait: Seconds::new(60.0), percentile: Share::new(0.95), load: 0.8 },
        ranges: vec![Range { field: "/journey/1/rate_per_s".to_owned(), low: 0.3, high: 0.8 }],
        seed: 1,
        sources: LiteMap::from_iter([("/journey/1/rate_per_s".to_owned(), source())]),
        entered_as: LiteMap::from_iter([("/journey/1/rate_per_s".to_owned(), "1800/h".to_owned())]),
        approved: None,
        unknown: LiteMap::from_iter([("/journey/1/overload".to_owned(), "\"erlang\"".to_owned())]),
    }
}

pub(crate) fn at(text: &str) -> CivilTime {
    CivilTime::parse(text).unwrap()
}

pub(crate) fn source() -> Source {
    Source { kind: SourceKind::Assumed, text: "A guess".to_owned(), url: None }
}

pub(crate) fn window(opens: &str, closes: &str, cohorts: &[usize]) -> Window {
    Window {
        opens: at(opens),
        closes: at(closes),
        cohorts: cohorts.to_vec(),
        catch_up: false,
        show_up: None,
        closes_hard: false,
    }
}

pub(crate) fn stage(name: &str, rate: Option<f64>) -> Stage {
    Stage {
        name: name.to_owned(),
        service: Seconds::new(120.0),
        service_law: ServiceLaw::Exponential,
        sessions: None,
        rate: rate.map(PerSecond::new),
        patience: Some(Seconds::hours(1.0)),
        retry_share: Share::new(0.8),
        retry_after: Seconds::minutes(20.0),
        fail_share: Share::new(0.1),
        fail_retry_share: Share::new(0.9),
        on_capacity_drop: OnCapacityDrop::Requeue,
        changes: vec![change("2022-04-01T11:00", 0.5), change("2022-04-01T12:00", 1.0)],
        background: vec![Background { at: at("2022-04-01T00:00"), rate: PerSecond::new(0.01) }],
    }
}

pub(crate) fn change(time: &str, times: f64) -> CapacityChange {
    CapacityChange {
        at: at(time),
        rate: Limit::Unchanged,
        sessions: Limit::Unchanged,
        times: Some(times),
        turn_away: None,
    }
}

pub(crate) fn of_region(name: &str, region: usize) -> Cohort {
    Cohort { regions: Some(vec![region]), ..Cohort::everyone(name) }
}

fn members() -> Membership {
    let region = |name: &str| Region { name: name.to_owned(), code: None };
    let band = |from: u32, to: u32| AgeBand { name: format!("{from}-{to}"), from, to };
    Membership {
        regions: vec![region("North"), region("South")],
        ages: vec![band(20, 39), band(40, 69)],
        counts: vec![vec![300, 200], vec![150, 350]],
    }
}

fn arrivals() -> Arrivals {
    Arrivals {
        show_up: ShowUp::ByAge(vec![Share::new(0.5), Share::new(0.4)]),
        opening_share: Share::new(0.05),
        opening_ramp: Seconds::minutes(5.0),
        tail: vec![
            Tail { weight: Share::new(0.5), kind: TailKind::Exponential { mean: Seconds::hours(3.0) } },
            Tail { weight: Share::new(0.25), kind: TailKind::Weibull { shape: 0.7, scale: Seconds::hours(2.0) } },
            Tail { weight: Share::new(0.25), kind: TailKind::Lomax { alpha: 2.2, scale: Seconds::hours(2.0) } },
        ],
        hour_weights: Some([1.0; 24]),
        ignore_window_share: Share::new(0.1),
        uninvited_per_member: 0.05,
        eligibility_stage: Some(1),
        gate_stage: Some(1),
        starters_table: Some(vec![StartersFrom { at: at("2022-04-01T08:00"), rate: PerSecond::new(0.02) }]),
    }
}
