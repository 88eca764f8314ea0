//! Bars that compare districts, or ages: who waits longer, who is invited later.

use super::scene::Table;
use super::sheet::{Body, Rank, Ranks, Sheet};
use crate::forecast::Place;
use crate::forecast::cohorts::Audience;
use crate::num::order;
use crate::plan::Plan;
use crate::text::facts::stage_name;
use crate::text::fairness::delay;
use crate::text::{Catalogue, format};

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FairMeasure {
    /// The wait that 95 % do not exceed.
    Wait,
    /// From the first opening to the invitation.
    Invitation,
}

impl FairMeasure {
    pub const ALL: [Self; 2] = [Self::Wait, Self::Invitation];

    /// Waits where somebody waits a minute, else when people are invited.
    pub fn fitting(audiences: &[Audience]) -> Self {
        let waits = audiences.iter().any(|audience| audience.wait_p95_s.is_none_or(|wait| wait >= WORTH));
        if waits { Self::Wait } else { Self::Invitation }
    }
}

/// Whose bars stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FairGroups {
    Regions,
    Ages,
}

/// Differences below this are none [s].
const WORTH: f64 = 60.0;
/// … nor those below this part of the longest [1].
const WORTH_PART: f64 = 0.1;
/// More bars are not shown: the longest are.
const BARS_MOST: usize = 32;

/// The bars of `audiences`, which are those of the regions or ages of `plan` with the waits at `place`.
pub fn scene(
    plan: &Plan,
    text: &Catalogue,
    audiences: &[Audience],
    place: Place,
    groups: FairGroups,
    measure: FairMeasure,
) -> Sheet {
    let names: Vec<&str> = match groups {
        FairGroups::Regions => plan.members.regions.iter().map(|region| region.name.as_str()).collect(),
        FairGroups::Ages => plan.members.ages.iter().map(|band| band.name.as_str()).collect(),
    };
    let mut all: Vec<(&str, &Audience)> =
        names.into_iter().zip(audiences).filter(|(_, audience)| audience.members > 0.0).collect();
    let title = title(&all, groups, measure, text);
    let words = &text.fairness;
    let place = stage_name(plan, place).unwrap_or_else(|| text.common.waiting_room.to_owned());
    let mut subtitle = match measure {
        FairMeasure::Wait => (words.wait_note)(&place),
        FairMeasure::Invitation => words.day_note.to_owned(),
    };
    if all.len() > BARS_MOST {
        order::sort_by(&mut all, |one, other| value(other.1, measure).total_cmp(&value(one.1, measure)));
        all.truncate(BARS_MOST);
        subtitle = format!("{subtitle}, {}", (words.most)(BARS_MOST));
    }
    let finite = || all.iter().map(|(_, audience)| value(audience, measure)).filter(|value| value.is_finite());
    let target = plan.target.wait.get();
    let least = if measure == FairMeasure::Wait { target * 1.25 } else { WORTH };
    let heading = if groups == FairGroups::Regions { text.tile_map.district } else { words.by_age };
    let columns = [heading, words.starters, words.wait_mean, words.wait_p95, words.wait_max, words.invited_after];
    Sheet {
        summary: (words.summary)(all.len(), &title),
        title,
        subtitle,
        table: Table {
            columns: columns.map(str::to_owned).to_vec(),
            rows: all.iter().map(|(name, audience)| cells(name, audience, text).to_vec()).collect(),
        },
        body: Body::Ranks(Ranks {
            top: finite().fold(least, f64::max),
            limit: (measure == FairMeasure::Wait && target > 0.0).then(|| (target, (words.target)(target))),
            bars: all.iter().map(|(name, audience)| rank(name, audience, measure, target, text)).collect(),
        }),
    }
}

/// What a bar measures [s]; infinite where it is not over, or never.
fn value(audience: &Audience, measure: FairMeasure) -> f64 {
    match measure {
        FairMeasure::Wait => audience.wait_p95_s.unwrap_or(f64::INFINITY),
        FairMeasure::Invitation => audience.invited_after_s.unwrap_or(f64::INFINITY),
    }
}

fn rank(name: &str, audience: &Audience, measure: FairMeasure, target: f64, text: &Catalogue) -> Rank {
    let [_, starters, mean, p95, max, after] = cells(name, audience, text);
    let seconds = value(audience, measure);
    Rank {
        name: name.to_owned(),
        value: seconds.is_finite().then_some(seconds),
        missed: measure == FairMeasure::Wait && seconds > target,
        reading: (text.fairness.reading)(name, &starters, &mean, &p95, &max, &after),
        figure: if measure == FairMeasure::Wait { p95 } else { after },
    }
}

/// Name, starters, waits, time to the invitation: a row of the table, and what the reading is made of.
fn cells(name: &str, audience: &Audience, text: &Catalogue) -> [String; 6] {
    let wait = |wait: Option<f64>| text.common.wait(text.language, wait);
    let after = match audience.invited_after_s {
        None => text.fairness.not_invited.to_owned(),
        Some(seconds) if seconds < 1.0 => text.fairness.at_once.to_owned(),
        Some(seconds) => delay(text.language, seconds),
    };
    [
        name.to_owned(),
        format::integer(audience.starters),
        wait(audience.wait_mean_s),
        wait(audience.wait_p95_s),
        wait(audience.wait_max_s),
        after,
    ]
}

fn title(all: &[(&str, &Audience)], groups: FairGroups, measure: FairMeasure, text: &Catalogue) -> String {
    let words = &text.fairness;
    let which = usize::from(groups == FairGroups::Ages);
    let at = |entry: &&(&str, &Audience)| value(entry.1, measure);
    let reached = || all.iter().filter(|entry| at(entry).is_finite());
    let longest = reached().reduce(|best, entry| if at(&entry) > at(&best) { entry } else { best });
    let shortest = reached().reduce(|best, entry| if at(&entry) < at(&best) { entry } else { best });
    let never = all.iter().find(|entry| entry.1.wait_p95_s.is_none());
    let (Some(longest), Some(shortest)) = (longest, shortest) else {
        return never.map_or_else(|| words.nobody_waits[which].to_owned(), |entry| (words.never_over)(entry.0));
    };
    let (most, least) = (at(&longest), at(&shortest));
    let differs = most - least >= WORTH.max(WORTH_PART * most);
    match measure {
        FairMeasure::Wait => match never {
            Some(entry) => (words.never_over)(entry.0),
            None if most < WORTH => words.nobody_waits[which].to_owned(),
            None if !differs => words.alike[which].to_owned(),
            None => (words.longer)(longest.0, most - least, shortest.0),
        },
        FairMeasure::Invitation if differs => (words.later)(longest.0, most - least, shortest.0),
        FairMeasure::Invitation => words.same_day[which].to_owned(),
    }
}
