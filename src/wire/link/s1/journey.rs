//! Arrivals, waiting room and stages of a link.

use super::Walk;
use super::values::Said;
use crate::clock::CivilTime;
use crate::plan::{
    Arrivals, Background, CapacityChange, Limit, OnCapacityDrop, ServiceLaw, ShowUp, Stage, StartersFrom, Tail,
    TailKind, WaitingRoom,
};
use crate::units::{PerSecond, Seconds, Share};

const ARRIVALS: u32 = 400;
const TAIL: u32 = 480;
const ROOM: u32 = 520;
const STAGE: u32 = 544;
const CHANGE: u32 = 656;
const LAWS: u64 = 4;

impl Walk {
    pub(super) fn arrivals(&mut self, given: &Arrivals, start: CivilTime, n_ages: usize) -> Arrivals {
        let show_up = self.show_up(&given.show_up, n_ages);
        let opening_share = self.share(ARRIVALS + 8, 0.055, given.opening_share);
        let opening_ramp = Seconds::new(self.number(ARRIVALS + 16, 300.0, given.opening_ramp.get()));
        let tail = self.list((TAIL, 1), &given.tail, &no_tail(), |walk, given, _| walk.tail(*given));
        let weights = given.hour_weights;
        let hour_weights = self
            .flag(ARRIVALS + 24, weights.is_some())
            .then(|| weights.unwrap_or_default().map(|weight| self.number(ARRIVALS + 32, 1.0, weight)));
        let ignore_window_share = self.share(ARRIVALS + 40, 0.0, given.ignore_window_share);
        let uninvited_per_member = self.number(ARRIVALS + 48, 0.0, given.uninvited_per_member);
        let eligibility_stage = self.optional_index(ARRIVALS + 56, given.eligibility_stage);
        let gate_stage = self.optional_index(ARRIVALS + 58, given.gate_stage);
        let table = given.starters_table.as_deref();
        let starters_table = self.flag(ARRIVALS + 60, table.is_some()).then(|| {
            let flows: Vec<Flow> = table.unwrap_or_default().iter().map(|from| (from.at, from.rate.get())).collect();
            let flows = self.flows(ARRIVALS + 61, &flows, start);
            flows.into_iter().map(|(at, rate)| StartersFrom { at, rate: PerSecond::new(rate) }).collect()
        });
        Arrivals {
            show_up,
            opening_share,
            opening_ramp,
            tail,
            hour_weights,
            ignore_window_share,
            uninvited_per_member,
            eligibility_stage,
            gate_stage,
            starters_table,
        }
    }

    fn show_up(&mut self, given: &ShowUp, n_ages: usize) -> ShowUp {
        let (all, by_age) = match given {
            ShowUp::All(share) => (*share, None),
            ShowUp::ByAge(shares) => (Share::ZERO, Some(shares)),
        };
        if self.flag(ARRIVALS + 6, by_age.is_some()) {
            let given = by_age.map_or(&[][..], Vec::as_slice);
            let each = |walk: &mut Self, given: &Share, _: &[Share]| walk.share(ARRIVALS, 0.4, *given);
            return ShowUp::ByAge(self.list((ARRIVALS + 5, n_ages), given, &Share::ZERO, each));
        }
        ShowUp::All(self.share(ARRIVALS, 0.4, all))
    }

    fn share(&mut self, place: u32, usual: f64, given: Share) -> Share {
        Share::new(self.number(place, usual, given.get()))
    }

    fn tail(&mut self, given: Tail) -> Tail {
        let weight = self.share(TAIL + 2, 1.0, given.weight);
        let (kind, shape, scale) = match given.kind {
            TailKind::Exponential { mean } => (0, 0.0, mean),
            TailKind::Weibull { shape, scale } => (1, shape, scale),
            TailKind::Lomax { alpha, scale } => (2, alpha, scale),
        };
        let kind = if self.flag(TAIL + 10, kind > 0) { 1 + u32::from(self.flag(TAIL + 11, kind > 1)) } else { 0 };
        let scale = Seconds::new(self.number(TAIL + 16, 10_800.0, scale.get()));
        let kind = match kind {
            0 => TailKind::Exponential { mean: scale },
            1 => TailKind::Weibull { shape: self.number(TAIL + 24, 0.7, shape), scale },
            _ => TailKind::Lomax { alpha: self.number(TAIL + 32, 2.2, shape), scale },
        };
        Tail { weight, kind }
    }

    fn optional_index(&mut self, place: u32, given: Option<usize>) -> Option<usize> {
        let index = given.unwrap_or(0) as u64;
        self.flag(place, given.is_some()).then(|| self.near_small(place, 0, index) as usize)
    }

    pub(super) fn waiting_room(&mut self, given: Option<WaitingRoom>) -> Option<WaitingRoom> {
        let room = given.unwrap_or(WaitingRoom { admit: PerSecond::ZERO, patience: None, inside_max: None });
        self.flag(ROOM, given.is_some()).then(|| WaitingRoom {
            admit: PerSecond::new(self.number(ROOM + 1, 20.0, room.admit.get())),
            patience: self.optional_number(ROOM + 8, 3_600.0, room.patience.map(Seconds::get)).map(Seconds::new),
            inside_max: self.optional_number(ROOM + 16, 1_000.0, room.inside_max),
        })
    }

    pub(super) fn journey(&mut self, given: &[Stage], start: CivilTime) -> Vec<Stage> {
        self.list((STAGE, 4), given, &Stage::unlimited(String::new()), |walk, given, _| walk.stage(given, start))
    }

    fn stage(&mut self, given: &Stage, start: CivilTime) -> Stage {
        let name = self.text(Said::Name, &given.name);
        let service = Seconds::new(self.number(STAGE + 8, 120.0, given.service.get()));
        let service_law = self.service_law(given.service_law);
        let sessions = self.optional_number(STAGE + 16, 4_000.0, given.sessions);
        let rate = self.optional_number(STAGE + 24, 10.0, given.rate.map(PerSecond::get)).map(PerSecond::new);
        let patience = self.optional_number(STAGE + 32, 3_600.0, given.patience.map(Seconds::get)).map(Seconds::new);
        let retry_share = self.share(STAGE + 40, 0.0, given.retry_share);
        let retry_after = Seconds::new(self.number(STAGE + 48, 1_200.0, given.retry_after.get()));
        let fail_share = self.share(STAGE + 56, 0.0, given.fail_share);
        let fail_retry_share = self.share(STAGE + 64, 0.0, given.fail_retry_share);
        let finishes = self.flag(STAGE + 1, given.on_capacity_drop == OnCapacityDrop::Finish);
        let blank = CapacityChange::nothing(start);
        let changes = self.list((STAGE + 2, 0), &given.changes, &blank, |walk, given, made| {
            walk.change(*given, made.last().map_or(start, |last| last.at))
        });
        let background: Vec<Flow> = given.background.iter().map(|from| (from.at, from.rate.get())).collect();
        let background = self.flows(STAGE + 72, &background, start);
        Stage {
            name,
            service,
            service_law,
            sessions,
            rate,
            patience,
            retry_share,
            retry_after,
            fail_share,
            fail_retry_share,
            on_capacity_drop: if finishes { OnCapacityDrop::Finish } else { OnCapacityDrop::Requeue },
            changes,
            background: background
                .into_iter()
                .map(|(at, rate)| Background { at, rate: PerSecond::new(rate) })
                .collect(),
        }
    }

    fn service_law(&mut self, given: ServiceLaw) -> ServiceLaw {
        let (kind, cv, phases) = match given {
            ServiceLaw::Exponential => (0, 0.0, 0),
            ServiceLaw::Deterministic => (1, 0.0, 0),
            ServiceLaw::Lognormal { cv } => (2, cv, 0),
            ServiceLaw::Erlang { phases } => (3, 0.0, phases),
        };
        match self.whole(STAGE + 3, kind) % LAWS {
            0 => ServiceLaw::Exponential,
            1 => ServiceLaw::Deterministic,
            2 => ServiceLaw::Lognormal { cv: self.number(STAGE + 88, 1.0, cv) },
            _ => ServiceLaw::Erlang { phases: self.near_small(STAGE + 4, 2, u64::from(phases)) },
        }
    }

    fn change(&mut self, given: CapacityChange, near: CivilTime) -> CapacityChange {
        let at = self.time(CHANGE, near, given.at);
        let rate = self.limit(CHANGE + 8, given.rate);
        let sessions = self.limit(CHANGE + 24, given.sessions);
        let times = self.optional_number(CHANGE + 40, 4.0, given.times);
        let turns = self.flag(CHANGE + 48, given.turn_away.is_some());
        let turn_away = turns.then(|| self.flag(CHANGE + 49, given.turn_away == Some(true)));
        CapacityChange { at, rate, sessions, times, turn_away }
    }

    fn limit(&mut self, place: u32, given: Limit) -> Limit {
        if !self.flag(place, given != Limit::Unchanged) {
            return Limit::Unchanged;
        }
        let value = if let Limit::To(value) = given { Some(value) } else { None };
        Limit::of(self.optional_number(place + 1, 0.0, value))
    }

    /// A dated list of flows.
    fn flows(&mut self, place: u32, given: &[Flow], start: CivilTime) -> Vec<Flow> {
        self.list((place, 0), given, &(start, 0.0), |walk, given, made| {
            let near = made.last().map_or(start, |last| last.0);
            (walk.time(place + 1, near, given.0), walk.number(place + 8, 1.0, given.1))
        })
    }
}

/// From when on, and how many [per second].
type Flow = (CivilTime, f64);

fn no_tail() -> Tail {
    Tail { weight: Share::ZERO, kind: TailKind::Exponential { mean: Seconds::ZERO } }
}

pub(super) fn no_arrivals() -> Arrivals {
    Arrivals {
        show_up: ShowUp::All(Share::ZERO),
        opening_share: Share::ZERO,
        opening_ramp: Seconds::ZERO,
        tail: Vec::new(),
        hour_weights: None,
        ignore_window_share: Share::ZERO,
        uninvited_per_member: 0.0,
        eligibility_stage: None,
        gate_stage: None,
        starters_table: None,
    }
}
