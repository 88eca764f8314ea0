//! What is to be known before the sentences are used: whether they hold the target, and what they leave away.

use super::asked::{Asked, Case, Ground, Seen, headroom_of, start_of};
use super::drawn::{Bands, Ends};
use super::rounding::up;
use crate::forecast::{Verdict, screen};
use crate::num::order::Extreme;
use crate::plan::{CheckedPlan, Plan, ShowUp, Stage};
use crate::risk::AT_RISK_FROM;
use crate::schedule::inverse::capacity_that;
use crate::text::requirements::{Remark, Remedy};
use crate::units::Share;
use crate::wire::requirements::Choices;

/// The remarks, whether the target is held first.
pub fn remarks(ground: &Ground, asked: &Asked, choices: &Choices) -> Vec<Remark> {
    let own = ground.plan.plan();
    let mut all = Vec::new();
    let verdict = asked.seen.verdict;
    if ground.verdict == Verdict::Breaks {
        all.push(Remark::PlanFails(ground.verdict, most_wanted(ground, asked)));
    }
    if verdict == Verdict::Holds {
        all.push(Remark::Holds(asked.seen.peak_load));
    } else {
        all.push(Remark::AskedFails(verdict, remedy(asked)));
    }
    let starts_at = |case, likely: Option<f64>, band: fn(&Bands) -> Ends| {
        likely.map_or(f64::INFINITY, |likely| start_of(choices.start, &asked.known(case, likely, band)))
    };
    let at_percentile = starts_at(Case::AsPlanned, asked.seen.at_percentile, |bands| bands.at_percentile);
    let longest = starts_at(Case::AsPlanned, asked.seen.longest, |bands| bands.longest);
    if at_percentile > own.target.wait.get() || longest.is_infinite() {
        all.push(Remark::WaitsLeftOut);
    }
    match asked.bands(Case::AsPlanned).map(|bands| bands.breaks) {
        Some((breaks, of)) if breaks as f64 >= AT_RISK_FROM * of as f64 => all.push(Remark::Chance(breaks, of)),
        Some(_) => {}
        None if !ground.has_ranges() => all.push(Remark::NoRanges),
        None => {}
    }
    if ground.left() + asked.left() > 0 {
        all.push(Remark::NoBands);
    }
    let changes: usize = own.journey.iter().map(|stage| stage.changes.len()).sum();
    if changes > 0 {
        all.push(Remark::ChangesLeftAway(changes));
    }
    let is_free = |stage: &&Stage| stage.rate.is_none() && stage.sessions.is_none();
    let free: Vec<String> = own.journey.iter().filter(is_free).map(|stage| stage.name.clone()).collect();
    if !free.is_empty() {
        all.push(Remark::NotAsked(free));
    }
    let is_over = |over: &Seen| {
        let recovery = starts_at(Case::Over, over.recovery, |bands| bands.recovery);
        let at_percentile = starts_at(Case::Over, over.at_percentile, |bands| bands.at_percentile);
        let longest = starts_at(Case::Over, over.longest, |bands| bands.longest);
        [recovery, at_percentile, longest].into_iter().all(f64::is_finite)
    };
    if !asked.over.as_ref().is_none_or(is_over) {
        all.push(Remark::NeverRecovers);
    }
    let share = largest_share(own);
    if share > 0.0 && share * choices.overshoot > 1.0 {
        all.push(Remark::FewerCome(1.0 / share));
    }
    all
}

/// The largest share of the invited who come [1].
fn largest_share(plan: &Plan) -> f64 {
    let shares = match &plan.arrivals.show_up {
        ShowUp::All(share) => vec![*share],
        ShowUp::ByAge(shares) => shares.clone(),
    };
    let all = shares.into_iter().chain(plan.windows.iter().filter_map(|window| window.show_up));
    all.map(Share::get).fold(0.0, f64::larger)
}

/// The stage of which most is asked beside what it has, and how many times that is [1].
fn most_wanted(ground: &Ground, asked: &Asked) -> Option<(String, f64)> {
    let own = ground.plan.plan();
    let times = |(stage, rate): (&Stage, &Option<f64>)| {
        let by_sessions = stage.sessions.map(|sessions| sessions / stage.service.get());
        let has = match (stage.rate.map(|rate| rate.get()), by_sessions) {
            (Some(rate), Some(other)) => rate.min(other),
            (rate, other) => rate.or(other)?,
        };
        (has > 0.0).then_some(())?;
        Some((stage.name.clone(), (*rate)? / has))
    };
    let all = own.journey.iter().zip(&asked.rates).filter_map(times);
    all.reduce(|most, each| if each.1 > most.1 { each } else { most }).filter(|(_, times)| *times > 1.0)
}

fn remedy(asked: &Asked) -> Remedy {
    let target = headroom_of(asked.plan.plan().target.load);
    if asked.headroom < target {
        return Remedy::Headroom(target);
    }
    let holds = |plan: &CheckedPlan| screen(plan).slots.iter().all(|slot| slot.verdict == Verdict::Holds);
    capacity_that(&asked.plan, &holds).map_or(Remedy::OtherWindows, |times| Remedy::Capacity(up(times)))
}
