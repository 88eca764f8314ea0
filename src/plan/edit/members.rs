//! Edits of the membership: counts, regions, age bands.

use std::sync::Arc;

use super::list::{get_mut, insert, remove};
use super::{EditError, List};
use crate::plan::pointer::{Renumbering, follow};
use crate::plan::{AgeBand, Cohort, Membership, Plan, Region, ShowUp};
use crate::units::Share;

#[derive(Clone, Debug, PartialEq)]
pub enum MembersEdit {
    /// A new table; cohorts keep their rules, and the checks say where these no longer fit.
    Replace(Arc<Membership>),
    Count {
        region: usize,
        age: usize,
        people: u64,
    },
    /// With nobody in it; `at` is where it then stands.
    AddRegion {
        at: usize,
        region: Region,
    },
    RemoveRegion {
        at: usize,
    },
    RenameRegion {
        at: usize,
        name: String,
    },
    RegionCode {
        at: usize,
        code: Option<String>,
    },
    /// With nobody in it; where shares are by age, it gets that of the band before (or, first, of the next).
    AddAge {
        at: usize,
        band: AgeBand,
    },
    RemoveAge {
        at: usize,
    },
    RenameAge {
        at: usize,
        name: String,
    },
    AgeSpan {
        at: usize,
        from: u32,
        to: u32,
    },
}

impl MembersEdit {
    pub(super) fn renumbers(&self) -> bool {
        matches!(
            self,
            Self::AddRegion { .. } | Self::RemoveRegion { .. } | Self::AddAge { .. } | Self::RemoveAge { .. }
        )
    }
}

pub(super) fn apply(plan: &mut Plan, edit: &MembersEdit) -> Result<(), EditError> {
    if let MembersEdit::Replace(members) = edit {
        plan.members = Arc::clone(members);
        return Ok(());
    }
    let members = Arc::make_mut(&mut plan.members);
    match edit {
        MembersEdit::Replace(_) => {}
        MembersEdit::Count { region, age, people } => {
            let row = get_mut(&mut members.counts, List::Regions, *region)?;
            *get_mut(row, List::Ages, *age)? = *people;
        }
        MembersEdit::RenameRegion { at, name } => {
            get_mut(&mut members.regions, List::Regions, *at)?.name.clone_from(name);
        }
        MembersEdit::RegionCode { at, code } => {
            get_mut(&mut members.regions, List::Regions, *at)?.code.clone_from(code);
        }
        MembersEdit::RenameAge { at, name } => get_mut(&mut members.ages, List::Ages, *at)?.name.clone_from(name),
        MembersEdit::AgeSpan { at, from, to } => {
            let band = get_mut(&mut members.ages, List::Ages, *at)?;
            (band.from, band.to) = (*from, *to);
        }
        MembersEdit::AddRegion { at, region } => {
            let renumbering = insert(&mut members.regions, List::Regions, *at, region.clone())?;
            let row = vec![0; members.ages.len()];
            members.counts.insert((*at).min(members.counts.len()), row);
            regions_follow(plan, renumbering);
        }
        MembersEdit::RemoveRegion { at } => {
            let renumbering = remove(&mut members.regions, List::Regions, *at)?;
            if *at < members.counts.len() {
                members.counts.remove(*at);
            }
            regions_follow(plan, renumbering);
        }
        MembersEdit::AddAge { at, band } => {
            let renumbering = insert(&mut members.ages, List::Ages, *at, band.clone())?;
            for row in &mut members.counts {
                row.insert((*at).min(row.len()), 0);
            }
            ages_follow(plan, renumbering);
        }
        MembersEdit::RemoveAge { at } => {
            let renumbering = remove(&mut members.ages, List::Ages, *at)?;
            for row in members.counts.iter_mut().filter(|row| *at < row.len()) {
                row.remove(*at);
            }
            ages_follow(plan, renumbering);
        }
    }
    Ok(())
}

fn regions_follow(plan: &mut Plan, renumbering: Renumbering) {
    rules_follow(plan, renumbering, |cohort| &mut cohort.regions);
    follow(plan, &["members", "regions"], renumbering);
    follow(plan, &["members", "counts"], renumbering);
}

fn ages_follow(plan: &mut Plan, renumbering: Renumbering) {
    rules_follow(plan, renumbering, |cohort| &mut cohort.ages);
    follow(plan, &["members", "ages"], renumbering);
    follow(plan, &["members", "counts", "*"], renumbering);
    let ShowUp::ByAge(shares) = &mut plan.arrivals.show_up else { return };
    match renumbering {
        Renumbering::Inserted(at) => {
            let neighbour = shares.get(at.saturating_sub(1)).or_else(|| shares.last()).copied();
            shares.insert(at.min(shares.len()), neighbour.unwrap_or(Share::ZERO));
        }
        Renumbering::Removed(at) if at < shares.len() => drop(shares.remove(at)),
        _ => {}
    }
    follow(plan, &["arrivals", "show_up"], renumbering);
}

fn rules_follow(plan: &mut Plan, renumbering: Renumbering, choice: fn(&mut Cohort) -> &mut Option<Vec<usize>>) {
    for cohort in Arc::make_mut(&mut plan.cohorts) {
        if let Some(indices) = choice(cohort) {
            renumbering.in_list(indices);
        }
    }
}
