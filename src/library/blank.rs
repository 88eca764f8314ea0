//! The plan that a new one starts from: the least that can be computed, every number of it to be replaced.

use litemap::LiteMap;
use std::sync::Arc;

use super::{Reading, Wording};
use crate::clock::{CivilDate, SECONDS_PER_HOUR};
use crate::plan::{
    AgeBand, Arrivals, Cohort, Membership, Plan, Region, ShowUp, Source, SourceKind, Stage, Status, Tail, TailKind,
    Target, Window,
};
use crate::units::{PerSecond, Seconds, Share};

/// Members [people].
const MEMBERS: u64 = 10_000;

/// From the day of writing to the first day [days].
const LEAD_DAYS: i64 = 14;

/// Opening and closing of the one window [h].
const HOURS: (i64, i64) = (10, 12);

/// Fields that hold a placeholder.
const PLACEHOLDERS: [&str; 4] =
    ["/members/counts", "/journey/0/rate_per_s", "/journey/0/service_s", "/arrivals/show_up"];

/// One group of members, one window of two hours, one stage; no error and no warning. `today` is the day it bears.
pub fn blank(read: Reading, today: CivilDate) -> Plan {
    let named = |korean, english| read(Wording::new(korean, english)).to_owned();
    let first_day = today.plus_days(LEAD_DAYS);
    let at = |hour: i64| first_day.midnight().plus_seconds(hour * SECONDS_PER_HOUR);
    let members = Membership {
        regions: vec![Region { name: named("전체 지역", "All regions"), code: None }],
        ages: vec![AgeBand { name: named("모든 나이", "All ages"), from: 0, to: 120 }],
        counts: vec![vec![MEMBERS]],
    };
    let cohort = Cohort::everyone(&named("전체 회원", "All members"));
    let window = Window {
        opens: at(HOURS.0),
        closes: at(HOURS.1),
        cohorts: vec![0],
        catch_up: false,
        show_up: None,
        closes_hard: false,
    };
    let placeholder = named(
        "새 계획을 만들 때 넣은 예입니다. 실제 값으로 바꾸십시오.",
        "A placeholder of the new plan; put in your own value.",
    );
    let source = Source { kind: SourceKind::Assumed, text: placeholder, url: None };
    Plan {
        title: named("새 계획", "New plan"),
        author: String::new(),
        dated: today,
        status: Status::Draft,
        time_zone: "Asia/Seoul".to_owned(),
        first_day,
        days: 1,
        baseline_opens: None,
        holidays: None,
        members: Arc::new(members),
        cohorts: Arc::new(vec![cohort]),
        windows: Arc::new(vec![window]),
        arrivals: arrivals(),
        waiting_room: None,
        journey: Arc::new(vec![stage(named("본인인증", "Identity check"))]),
        target: Target { wait: Seconds::minutes(1.0), percentile: Share::new(0.95), load: 0.8 },
        ranges: Vec::new(),
        seed: 1,
        sources: PLACEHOLDERS.iter().map(|field| ((*field).to_owned(), source.clone())).collect(),
        entered_as: LiteMap::new(),
        approved: None,
        unknown: LiteMap::new(),
    }
}

fn arrivals() -> Arrivals {
    Arrivals {
        show_up: ShowUp::All(Share::new(0.4)),
        opening_share: Share::new(0.05),
        opening_ramp: Seconds::minutes(5.0),
        tail: vec![Tail { weight: Share::new(1.0), kind: TailKind::Exponential { mean: Seconds::hours(2.0) } }],
        hour_weights: None,
        ignore_window_share: Share::ZERO,
        uninvited_per_member: 0.0,
        eligibility_stage: None,
        gate_stage: None,
        starters_table: None,
    }
}

fn stage(name: String) -> Stage {
    Stage {
        rate: Some(PerSecond::new(5.0)),
        patience: Some(Seconds::hours(1.0)),
        retry_share: Share::new(0.8),
        ..Stage::unlimited(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast;
    use crate::plan::zones::NoTimeZones;
    use crate::plan::{CheckedPlan, check};

    #[test]
    fn a_new_plan_has_no_fault_and_holds() {
        for read in [Wording::korean as Reading, Wording::english] {
            let plan = blank(read, CivilDate::new(2026, 11, 22).unwrap());
            assert_eq!(check(&plan, &NoTimeZones), []);
            assert_eq!(plan.first_day, CivilDate::new(2026, 12, 6).unwrap());
            let forecast = forecast::run(&CheckedPlan::new(plan).unwrap());
            assert_eq!(forecast.slots[0].verdict, forecast::Verdict::Holds);
        }
    }
}
