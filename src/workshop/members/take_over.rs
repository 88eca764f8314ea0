//! The plan that takes a table over, and what becomes of its cohorts and windows.

use std::sync::Arc;

use super::plain;
use crate::import::band::LAST_AGE;
use crate::plan::edit::{ArrivalsEdit, CohortEdit, CohortField, MembersEdit, NoteEdit, PlanEdit, apply};
use crate::plan::limits::COHORTS_MAX;
use crate::plan::zones::NoTimeZones;
use crate::plan::{AgeBand, Cohort, Membership, Plan, Region, Severity, ShowUp, Source, SourceKind, Window, check};
use crate::text::workshop::members::MembersWords;
use crate::workshop::{Action, Block, Field, Kind, Line, Tone};

/// Name of the action that takes the age bands of the plan.
pub const TAKE_BANDS: &str = "bands-of-plan";

/// What becomes of the cohorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Keep,
    ByRegion,
    Everyone,
}

impl Fate {
    const ALL: [(Self, &'static str); 3] =
        [(Self::Keep, "keep"), (Self::ByRegion, "by-region"), (Self::Everyone, "everyone")];

    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(fate, _)| *fate)
    }
}

/// Where the regions or ages of a rule stand in the new table; `None` if one is not there.
fn again(rule: Option<&Vec<usize>>, find: impl Fn(usize) -> Option<usize>) -> Option<Option<Vec<usize>>> {
    match rule {
        None => Some(None),
        Some(list) => list.iter().map(|&at| find(at)).collect::<Option<Vec<usize>>>().map(Some),
    }
}

fn same_region(one: &Region, other: &Region) -> bool {
    match (&one.code, &other.code) {
        (Some(one), Some(other)) => one == other,
        _ => one.name == other.name,
    }
}

/// A last band that is open is written with different last ages.
fn same_band(one: &AgeBand, other: &AgeBand) -> bool {
    let is_last = |band: &AgeBand| band.to >= 99 && band.to <= LAST_AGE;
    one.from == other.from && (one.to == other.to || (is_last(one) && is_last(other)))
}

/// The rule of a cohort on the new table; `None` where it names what is not there.
fn moved(cohort: &Cohort, old: &Membership, new: &Membership) -> Option<Cohort> {
    let find_region = |at: usize| {
        let wanted = old.regions.get(at)?;
        new.regions.iter().position(|region| same_region(region, wanted))
    };
    let find_age = |at: usize| {
        let wanted = old.ages.get(at)?;
        new.ages.iter().position(|band| same_band(band, wanted))
    };
    let regions = again(cohort.regions.as_ref(), find_region)?;
    let ages = again(cohort.ages.as_ref(), find_age)?;
    Some(Cohort { regions, ages, ..cohort.clone() })
}

/// Whether all regions of a cohort are there.
fn has_regions(cohort: &Cohort, plan: &Plan, members: &Membership) -> bool {
    moved(&Cohort { ages: None, ..cohort.clone() }, &plan.members, members).is_some()
}

/// How many cohorts name regions or ages that are not there.
fn lost(plan: &Plan, members: &Membership) -> usize {
    plan.cohorts.iter().filter(|cohort| moved(cohort, &plan.members, members).is_none()).count()
}

fn taken(plan: &Plan, members: &Membership, chosen: Option<Fate>) -> Fate {
    let can_keep = lost(plan, members) == 0;
    let can_split = members.regions.len() <= COHORTS_MAX;
    match chosen {
        Some(Fate::Keep) | None if can_keep => Fate::Keep,
        Some(Fate::Everyone) => Fate::Everyone,
        _ if can_split => Fate::ByRegion,
        _ => Fate::Everyone,
    }
}

fn cohorts(members: &Membership, fate: Fate, words: &MembersWords) -> Vec<Cohort> {
    if fate == Fate::Everyone {
        return vec![Cohort::everyone(words.everyone_name)];
    }
    let of = |(at, region): (usize, &Region)| Cohort { regions: Some(vec![at]), ..Cohort::everyone(&region.name) };
    members.regions.iter().enumerate().map(of).collect()
}

/// The windows with so many cohorts in order, as evenly as may be; those that would invite nobody go.
fn windows(plan: &Plan, n_cohorts: usize) -> Vec<Window> {
    let n_ordinary = plan.windows.iter().filter(|window| !window.catch_up).count().min(n_cohorts);
    let mut next = 0;
    let mut windows = Vec::new();
    for window in plan.windows.iter() {
        let cohorts: Vec<usize> = if window.catch_up {
            (0..n_cohorts).collect()
        } else if next < n_ordinary {
            next += 1;
            ((next - 1) * n_cohorts / n_ordinary..next * n_cohorts / n_ordinary).collect()
        } else {
            continue;
        };
        windows.push(Window { cohorts, ..window.clone() });
    }
    windows
}

/// The show-up of each new band: that of the old band with its first age, else of the last.
fn show_up(plan: &Plan, members: &Membership) -> Option<ShowUp> {
    let ShowUp::ByAge(shares) = &plan.arrivals.show_up else { return None };
    let of = |band: &AgeBand| {
        let at = plan.members.ages.iter().position(|old| (old.from..=old.to).contains(&band.from));
        at.and_then(|at| shares.get(at)).or(shares.last()).copied()
    };
    members.ages.iter().map(of).collect::<Option<Vec<_>>>().map(ShowUp::ByAge)
}

/// The plan with these members.
pub fn plan(plan: &Plan, members: Membership, chosen: Option<Fate>, source: String, words: &MembersWords) -> Plan {
    let fate = taken(plan, &members, chosen);
    let mut edits = Vec::new();
    let gone = |field: &str| field == "/members" || field.starts_with("/members/");
    let note = |field: &str, source| PlanEdit::Notes(NoteEdit::Source { field: field.to_owned(), source });
    edits.extend(plan.sources.iter().filter(|(field, _)| gone(field)).map(|(field, _)| note(field, None)));
    match fate {
        Fate::Keep => {
            for (at, cohort) in plan.cohorts.iter().enumerate() {
                let Some(moved) = moved(cohort, &plan.members, &members) else { continue };
                for field in [CohortField::Regions(moved.regions), CohortField::Ages(moved.ages)] {
                    edits.push(PlanEdit::Cohorts(CohortEdit::Set { at, field }));
                }
            }
        }
        Fate::ByRegion | Fate::Everyone => {
            let cohorts = Arc::new(cohorts(&members, fate, words));
            let windows = Arc::new(windows(plan, cohorts.len()));
            edits.push(PlanEdit::Cohorts(CohortEdit::Split { cohorts, windows }));
        }
    }
    edits.extend(show_up(plan, &members).map(|share| PlanEdit::Arrivals(ArrivalsEdit::ShowUp(share))));
    edits.push(PlanEdit::Members(MembersEdit::Replace(Arc::new(members))));
    let source = Source { kind: SourceKind::Reported, text: source, url: None };
    edits.push(note("/members/counts", Some(source)));
    // No edit names an entry that is not there.
    apply(plan, &PlanEdit::Several(edits)).unwrap_or_else(|_| plan.clone())
}

/// What becomes of the cohorts, to be chosen, and what will be wrong afterwards.
///
/// With `can_take_bands` the bands of the plan can be had; they are offered where nothing else keeps cohorts from staying.
pub fn asked(
    before: &Plan,
    members: &Membership,
    chosen: Option<Fate>,
    can_take_bands: bool,
    words: &MembersWords,
) -> Vec<Block> {
    let fate = taken(before, members, chosen);
    let lost = lost(before, members);
    let mut options = Vec::new();
    for (each, name) in Fate::ALL {
        let label = match each {
            Fate::Keep if lost > 0 => continue,
            Fate::ByRegion if members.regions.len() > COHORTS_MAX => continue,
            Fate::Keep => (words.keep)(before.cohorts.len()),
            Fate::ByRegion => (words.by_region)(members.regions.len()),
            Fate::Everyone => words.everyone.to_owned(),
        };
        options.push((name.to_owned(), label));
    }
    let taken = Fate::ALL.iter().find(|(each, _)| *each == fate).map_or("", |(_, name)| name).to_owned();
    let kind = Kind::Choice { options, taken, is_guessed: chosen.is_none() };
    let label = words.cohorts.to_owned();
    let field = Field { name: "fate".to_owned(), label: label.clone(), help: None, kind, fault: None };
    let mut blocks = vec![Block::Heading(label)];
    let caution = |text: String| Block::Said(Line { tone: Tone::Caution, text, action: None });
    if lost > 0 {
        let is_offered = can_take_bands && before.cohorts.iter().all(|cohort| has_regions(cohort, before, members));
        let offer = || Action { name: TAKE_BANDS.to_owned(), label: words.use_bands_of_plan.to_owned() };
        let text = (words.keep_not)(lost);
        blocks.push(Block::Said(Line { tone: Tone::Caution, text, action: is_offered.then(offer) }));
    }
    blocks.push(Block::Fields(vec![field]));
    if fate != Fate::Keep {
        let left = windows(before, cohorts(members, fate, words).len()).len();
        let text = if left == 0 {
            words.not_invited.to_owned()
        } else {
            (words.windows_after)(left, before.windows.len() - left)
        };
        blocks.push(Block::Said(plain(text)));
    }
    if show_up(before, members).is_some() {
        blocks.push(caution(words.show_up_moved.to_owned()));
    }
    let after = plan(before, members.clone(), chosen, String::new(), words);
    let faults = check(&after, &NoTimeZones).iter().filter(|issue| issue.severity == Severity::Error).count();
    if faults > 0 {
        blocks.push(caution((words.faults_after)(faults)));
    }
    blocks
}
