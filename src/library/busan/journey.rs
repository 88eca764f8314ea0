//! How the members of the examples come, and the four stages that they pass.

use crate::library::{Reading, Wording};
use crate::plan::{Arrivals, ShowUp, Stage, Tail, TailKind};
use crate::units::{PerSecond, Seconds, Share};

/// Completed identity checks [per hour].
const CHECKS_PER_HOUR: f64 = 48_000.0;

pub fn arrivals() -> Arrivals {
    let tail = Tail { weight: Share::new(1.0), kind: TailKind::Exponential { mean: Seconds::hours(3.0) } };
    Arrivals {
        show_up: ShowUp::All(Share::new(0.40)),
        opening_share: Share::new(0.055),
        opening_ramp: Seconds::minutes(5.0),
        tail: vec![tail],
        hour_weights: None,
        ignore_window_share: Share::ZERO,
        uninvited_per_member: 0.0,
        eligibility_stage: None,
        gate_stage: None,
        starters_table: None,
    }
}

pub fn stages(read: Reading) -> Vec<Stage> {
    let named = |korean, english| Stage::unlimited(read(Wording::new(korean, english)).to_owned());
    let download = named("다운로드", "Download");
    let identity = Stage {
        service: Seconds::minutes(3.0),
        rate: Some(PerSecond::new(CHECKS_PER_HOUR / 3_600.0)),
        patience: Some(Seconds::hours(1.0)),
        retry_share: Share::new(0.85),
        fail_share: Share::new(0.12),
        fail_retry_share: Share::new(0.90),
        ..named("본인인증", "Identity check")
    };
    let login = Stage {
        service: Seconds::minutes(1.0),
        sessions: Some(4_000.0),
        patience: Some(Seconds::hours(1.0)),
        retry_share: Share::new(0.80),
        ..named("로그인", "Login")
    };
    let top_up = Stage {
        sessions: Some(8_000.0),
        patience: Some(Seconds::minutes(30.0)),
        retry_share: Share::new(0.50),
        retry_after: Seconds::minutes(30.0),
        ..named("첫 충전", "First top-up")
    };
    vec![download, identity, login, top_up]
}
