//! Checks of how the invited come, and of the waiting room before the first stage.

use super::Horizon;
use super::findings::Findings;
use crate::plan::issue::{Entry, IssueCode, Limited};
use crate::plan::{Plan, ShowUp, Tail, TailKind, limits};

/// How far the weights of the tail may miss 1.
const WEIGHTS_TOLERANCE: f64 = 1e-9;

pub(super) fn check(plan: &Plan, horizon: Horizon, findings: &mut Findings) {
    let arrivals = &plan.arrivals;
    check_show_up(plan, findings);
    findings.share(arrivals.opening_share, "/arrivals/opening_share");
    check_opening_share(plan, findings);
    findings.number(arrivals.opening_ramp.get(), limits::RAMP, "/arrivals/opening_ramp_s");
    check_tail(&arrivals.tail, findings);
    if let Some(weights) = &arrivals.hour_weights {
        for (hour, &weight) in weights.iter().enumerate() {
            findings.number(weight, limits::HOUR_WEIGHT, format_args!("/arrivals/hour_weights/{hour}"));
        }
        if weights.iter().all(|&weight| weight == 0.0) {
            findings.add(IssueCode::HourWeightsZero, "/arrivals/hour_weights");
        }
    }
    findings.share(arrivals.ignore_window_share, "/arrivals/ignore_window_share");
    findings.number(arrivals.uninvited_per_member, limits::UNINVITED, "/arrivals/uninvited_per_member");
    for (stage, pointer) in
        [(arrivals.eligibility_stage, "/arrivals/eligibility_stage"), (arrivals.gate_stage, "/arrivals/gate_stage")]
    {
        let count = plan.journey.len();
        if let Some(index) = stage.filter(|&index| index >= count) {
            findings.add(IssueCode::NoSuchEntry { what: Entry::Stage, index, count }, pointer);
        }
    }
    if let Some(table) = &arrivals.starters_table {
        for (place, entry) in table.iter().enumerate() {
            findings.number(entry.rate.get(), limits::FLOW, format_args!("/arrivals/starters_table/{place}/per_s"));
        }
        findings.dated(table.iter().map(|entry| entry.at), horizon, "/arrivals/starters_table");
    }
    check_waiting_room(plan, findings);
}

fn check_show_up(plan: &Plan, findings: &mut Findings) {
    match &plan.arrivals.show_up {
        ShowUp::All(share) => findings.share(*share, "/arrivals/show_up"),
        ShowUp::ByAge(shares) => {
            let expected = plan.members.ages.len();
            if shares.len() != expected {
                let code = IssueCode::WrongLength { what: Entry::Age, given: shares.len(), expected };
                findings.add(code, "/arrivals/show_up");
            }
            for (age, share) in shares.iter().enumerate() {
                findings.share(*share, format_args!("/arrivals/show_up/{age}"));
            }
        }
    }
}

fn check_opening_share(plan: &Plan, findings: &mut Findings) {
    let of_plan = match &plan.arrivals.show_up {
        ShowUp::All(share) => std::slice::from_ref(share),
        ShowUp::ByAge(shares) => shares,
    };
    let of_windows = plan.windows.iter().filter_map(|window| window.show_up.as_ref());
    let lowest = of_plan.iter().chain(of_windows).map(|share| share.get()).fold(f64::INFINITY, f64::min);
    let opening_share = plan.arrivals.opening_share.get();
    // A lowest share that is itself no number is reported where it stands.
    if opening_share > lowest && opening_share.is_finite() && lowest.is_finite() {
        findings.add(IssueCode::OpeningShareAboveShowUp { opening_share, lowest }, "/arrivals/opening_share");
    }
}

fn check_tail(tail: &[Tail], findings: &mut Findings) {
    if !findings.limit(Limited::Tails, tail.len() as u64, limits::TAILS_MAX as u64, "/arrivals/tail") {
        return;
    }
    for (place, part) in tail.iter().enumerate() {
        let pointer = format_args!("/arrivals/tail/{place}");
        findings.share(part.weight, format_args!("{pointer}/weight"));
        match part.kind {
            TailKind::Exponential { mean } => {
                findings.number(mean.get(), limits::DELAY, format_args!("{pointer}/mean_s"))
            }
            TailKind::Weibull { shape, scale } => {
                findings.number(shape, limits::WEIBULL_SHAPE, format_args!("{pointer}/shape"));
                findings.number(scale.get(), limits::DELAY, format_args!("{pointer}/scale_s"));
            }
            TailKind::Lomax { alpha, scale } => {
                findings.number(alpha, limits::LOMAX_ALPHA, format_args!("{pointer}/alpha"));
                findings.number(scale.get(), limits::DELAY, format_args!("{pointer}/scale_s"));
            }
        }
    }
    let sum: f64 = tail.iter().map(|part| part.weight.get()).sum();
    if sum.is_finite() && (sum - 1.0).abs() > WEIGHTS_TOLERANCE {
        findings.add(IssueCode::TailWeights { sum }, "/arrivals/tail");
    }
}

fn check_waiting_room(plan: &Plan, findings: &mut Findings) {
    let Some(room) = &plan.waiting_room else { return };
    let admit = room.admit.get();
    if admit == 0.0 {
        findings.add(IssueCode::NeverOpen, "/waiting_room/admit_per_s");
    } else {
        findings.number(admit, limits::RATE, "/waiting_room/admit_per_s");
    }
    if let Some(patience) = room.patience {
        findings.number(patience.get(), limits::PATIENCE, "/waiting_room/patience_s");
    }
    if let Some(people) = room.inside_max {
        findings.number(people, limits::INSIDE, "/waiting_room/inside_max");
    }
}
