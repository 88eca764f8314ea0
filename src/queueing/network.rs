//! The places of a journey in numbers: laws of each place, and its capacity by the clock.

use crate::demand::{Class, sources::RateCalendar};
use crate::plan::{Limit, OnCapacityDrop, Plan, Stage};

/// The waiting room, if any, and the stages, in the order people pass them.
#[derive(Clone, Debug)]
pub struct Network {
    pub places: Vec<PlaceLaw>,
}

/// What happens at one place. Rates are [1/s], times [s since the start of the horizon].
#[derive(Clone, Debug)]
pub struct PlaceLaw {
    /// `None`: a waiting room, which people leave as soon as they are admitted.
    pub service_rate: Option<f64>,
    /// 1 / mean patience; 0 = endless patience.
    pub abandon_rate: f64,
    /// Share of those who gave up who try again.
    pub retry_share: f64,
    /// 1 / mean delay before a new attempt.
    pub retry_rate: f64,
    /// Share of services that fail.
    pub fail_share: f64,
    /// Share of those who failed who try again.
    pub fail_retry_share: f64,
    pub on_capacity_drop: OnCapacityDrop,
    /// In order of time; the first entry is at 0 or before.
    pub capacities: Vec<(f64, Capacity)>,
    /// Of a waiting room: nobody is admitted while so many are inside [people], see [`super::inside`]; infinite = no such
    /// limit.
    pub inside_max: f64,
    pub background: RateCalendar,
    /// Who comes here at all, beside starters and background.
    pub visitors: [bool; 3],
    /// Whose visit ends here with the first completed service.
    pub turns_away: [bool; 3],
}

/// Limits that hold from some time on; infinite where there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Capacity {
    /// Admissions per second.
    pub rate: f64,
    /// People in service at once.
    pub sessions: f64,
    /// Queue and later attempts are sent off.
    pub turn_away: bool,
}

impl Capacity {
    /// Admits nobody.
    pub fn is_closed(&self) -> bool {
        self.turn_away || self.rate == 0.0 || self.sessions == 0.0
    }
}

impl Network {
    /// The places of a plan that has passed its checks.
    pub fn of(plan: &Plan) -> Self {
        let mut places = Vec::new();
        if let Some(room) = plan.waiting_room {
            places.push(PlaceLaw {
                service_rate: None,
                abandon_rate: room.patience.map_or(0.0, |patience| 1.0 / patience.get()),
                retry_share: 0.0,
                retry_rate: 0.0,
                fail_share: 0.0,
                fail_retry_share: 0.0,
                on_capacity_drop: OnCapacityDrop::Requeue,
                capacities: vec![(0.0, Capacity { rate: room.admit.get(), sessions: f64::INFINITY, turn_away: false })],
                inside_max: room.inside_max.unwrap_or(f64::INFINITY),
                background: RateCalendar::default(),
                visitors: visitors(plan, 0),
                turns_away: [false; 3],
            });
        }
        places.extend(plan.journey.iter().enumerate().map(|(index, stage)| of_stage(plan, index, stage)));
        Self { places }
    }

    /// Whether the waiting room looks at how many are inside.
    pub fn limits_inside(&self) -> bool {
        self.places.first().is_some_and(PlaceLaw::limits_inside)
    }

    /// Instants at which a capacity or a background flow changes [s].
    pub fn breakpoints(&self) -> Vec<f64> {
        let of_place = |place: &PlaceLaw| {
            let capacities = place.capacities.iter().map(|entry| entry.0);
            capacities.chain(place.background.breakpoints()).collect::<Vec<f64>>()
        };
        self.places.iter().flat_map(of_place).collect()
    }
}

impl PlaceLaw {
    /// Whether people are admitted only while there is a place inside.
    pub fn limits_inside(&self) -> bool {
        self.inside_max.is_finite()
    }

    /// Capacity just after `t`.
    pub fn capacity(&self, t: f64) -> Capacity {
        let held = self.capacities.iter().rev().find(|entry| entry.0 <= t);
        held.or(self.capacities.first())
            .map_or(Capacity { rate: f64::INFINITY, sessions: f64::INFINITY, turn_away: false }, |entry| entry.1)
    }
}

fn of_stage(plan: &Plan, index: usize, stage: &Stage) -> PlaceLaw {
    let background = stage.background.iter();
    PlaceLaw {
        service_rate: Some(1.0 / stage.service.get()),
        abandon_rate: stage.patience.map_or(0.0, |patience| 1.0 / patience.get()),
        retry_share: stage.retry_share.get(),
        retry_rate: 1.0 / stage.retry_after.get(),
        fail_share: stage.fail_share.get(),
        fail_retry_share: stage.fail_retry_share.get(),
        on_capacity_drop: stage.on_capacity_drop,
        capacities: capacities(plan, stage),
        inside_max: f64::INFINITY,
        background: RateCalendar::new(
            background.map(|entry| (plan.since_start(entry.at).get(), entry.rate.get())).collect(),
        ),
        visitors: visitors(plan, index),
        turns_away: [false, plan.arrivals.gate_stage == Some(index), plan.arrivals.eligibility_stage == Some(index)],
    }
}

/// Which classes reach the stage `index`.
fn visitors(plan: &Plan, index: usize) -> [bool; 3] {
    let mut reach = [true; 3];
    reach[Class::Early as usize] = plan.arrivals.gate_stage.is_some_and(|gate| index <= gate);
    reach[Class::Uninvited as usize] = plan.arrivals.uninvited_per_member > 0.0
        && plan.arrivals.eligibility_stage.is_none_or(|eligibility| index <= eligibility);
    reach
}

fn capacities(plan: &Plan, stage: &Stage) -> Vec<(f64, Capacity)> {
    let base = Capacity {
        rate: stage.rate.map_or(f64::INFINITY, crate::units::PerSecond::get),
        sessions: stage.sessions.unwrap_or(f64::INFINITY),
        turn_away: false,
    };
    let mut entries = vec![(f64::NEG_INFINITY, base)];
    let mut held = base;
    for change in &stage.changes {
        let scaled = |base: f64, held: f64| match change.times {
            Some(times) if base.is_finite() => base * times,
            Some(_) => base,
            None => held,
        };
        let limited = |limit: Limit, otherwise: f64| match limit {
            Limit::Unchanged => otherwise,
            Limit::Removed => f64::INFINITY,
            Limit::To(value) => value,
        };
        held = Capacity {
            rate: limited(change.rate, scaled(base.rate, held.rate)),
            sessions: limited(change.sessions, scaled(base.sessions, held.sessions)),
            turn_away: change.turn_away.unwrap_or(held.turn_away),
        };
        entries.push((plan.since_start(change.at).get(), held));
    }
    entries
}
