//! Checks of the membership: its size, the shape of its table, its age bands.

use super::findings::Findings;
use crate::plan::issue::{Entry, IssueCode, Limited};
use crate::plan::{AgeBand, Plan, limits};

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    let members = &plan.members;
    let (regions, ages) = (members.regions.len(), members.ages.len());
    findings.limit(Limited::Regions, regions as u64, limits::REGIONS_MAX as u64, "/members/regions");
    if findings.limit(Limited::Ages, ages as u64, limits::AGES_MAX as u64, "/members/ages") {
        check_bands(&members.ages, findings);
    }
    let cells = (regions as u64).saturating_mul(ages as u64);
    findings.limit(Limited::Cells, cells, limits::CELLS_MAX as u64, "/members/counts");
    if members.counts.len() != regions {
        let code = IssueCode::WrongLength { what: Entry::Region, given: members.counts.len(), expected: regions };
        findings.add(code, "/members/counts");
    }
    for (region, row) in members.counts.iter().enumerate().filter(|(_, row)| row.len() != ages) {
        let code = IssueCode::WrongLength { what: Entry::Age, given: row.len(), expected: ages };
        findings.add(code, format!("/members/counts/{region}"));
    }
    let total = members.total();
    if total == 0 {
        findings.add(IssueCode::NoMembers, "/members/counts");
    }
    findings.limit(Limited::People, total, limits::PEOPLE_MAX, "/members/counts");
}

fn check_bands(bands: &[AgeBand], findings: &mut Findings) {
    for (place, band) in bands.iter().enumerate() {
        let pointer = format!("/members/ages/{place}");
        if band.from > band.to {
            findings.add(IssueCode::AgeBandReversed { from: band.from, to: band.to }, pointer);
            continue;
        }
        let shares_an_age = |other: &AgeBand| other.from <= band.to && band.from <= other.to;
        if let Some(earlier) = bands[..place].iter().position(shares_an_age) {
            findings.add(IssueCode::AgeBandsOverlap { earlier }, pointer);
        }
    }
}
