//! The places of a journey as a simulation needs them, and somebody's attempt at one of them.

use super::luck::ServiceDraw;
use crate::demand::Class;
use crate::demand::sources::RateCalendar;
use crate::plan::{OnCapacityDrop, Plan, ServiceLaw};
use crate::queueing::place::BACKGROUND;
use crate::queueing::{Capacity, Network, PlaceLaw};

/// A place with the law of its services.
#[derive(Clone, Debug)]
pub struct SimulatedPlace {
    pub law: PlaceLaw,
    pub service: ServiceDraw,
}

impl SimulatedPlace {
    pub fn new(law: PlaceLaw, service: ServiceLaw) -> Self {
        Self { law, service: ServiceDraw::new(service) }
    }

    /// A law under which a service takes a second in the mean and nobody gives up, fails or comes from elsewhere.
    pub fn plain_law(capacities: Vec<(f64, Capacity)>) -> PlaceLaw {
        PlaceLaw {
            service_rate: Some(1.0),
            abandon_rate: 0.0,
            retry_share: 0.0,
            retry_rate: 1.0,
            fail_share: 0.0,
            fail_retry_share: 0.0,
            on_capacity_drop: OnCapacityDrop::Requeue,
            capacities,
            inside_max: f64::INFINITY,
            background: RateCalendar::default(),
            visitors: [true, false, false],
            turns_away: [false; 3],
        }
    }

    /// The places of a plan that has passed its checks.
    pub fn of(plan: &Plan) -> Vec<Self> {
        let room = plan.waiting_room.iter().map(|_| ServiceLaw::Exponential);
        let laws = room.chain(plan.journey.iter().map(|stage| stage.service_law));
        Network::of(plan).places.into_iter().zip(laws).map(|(place, law)| Self::new(place, law)).collect()
    }
}

/// Sessions for people, who are whole: the nearest whole number, but at least one where there is any capacity.
pub fn whole_sessions(capacity: &Capacity) -> u64 {
    if capacity.sessions == 0.0 { 0 } else { (capacity.sessions.round() as u64).max(1) }
}

/// Somebody at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Unlike that of anybody else at the same place. Of people who do the same at the same instant the lower number
    /// comes first.
    pub person: u32,
    /// Starters, early visitors, uninvited, background: an index of groups.
    pub group: u8,
    /// Earlier attempts of the same person at this place.
    pub tries: u32,
    /// Number of the luck of this attempt, see [`super::luck`].
    pub luck: u64,
}

/// People of the background have numbers from here on, at each place their own.
pub const FIRST_OF_BACKGROUND: u32 = 1 << 31;

impl Visit {
    /// Somebody from outside, before the first attempt.
    pub fn outsider(person: u32, class: Class) -> Self {
        Self { person, group: class as u8, tries: 0, luck: 0 }
    }

    pub fn of_background(number: u32) -> Self {
        Self { person: FIRST_OF_BACKGROUND + number, group: BACKGROUND as u8, tries: 0, luck: 0 }
    }
}
