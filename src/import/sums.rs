//! The totals that a table states beside what was counted.

use super::assemble::Counted;
use super::band::Ages;
use super::layout::Layout;
use super::preview::{Sum, SumOf};
use super::selection::Cell;

/// Every total of the table that the counted regions have something to do with.
pub(super) fn compare(counted: &Counted, layout: &Layout) -> Vec<Sum> {
    let mut sums: Vec<Sum> = everything(counted).into_iter().collect();
    sums.extend(all_ages(counted, layout));
    sums.extend(places(counted));
    sums.extend(sexes(counted));
    sums.extend(bands(counted));
    sums
}

fn name(counted: &Counted, at: usize) -> String {
    counted.nodes[at].spot.place.path.join(" ")
}

/// The total row: of several the one with most people.
fn everything(counted: &Counted) -> Option<Sum> {
    let stated = counted.tree.totals.iter().map(|&at| counted.total_of(at)).max().filter(|people| *people > 0)?;
    let sum = counted.regions.iter().map(|&region| counted.total_of(region)).sum();
    Some(Sum { of: SumOf::Everything, stated, counted: sum, differing: Vec::new() })
}

fn sexes(counted: &Counted) -> Option<Sum> {
    let mut sum: Option<Sum> = None;
    for &region in &counted.regions {
        let Some((stated, added)) = counted.selection.sexes[region] else { continue };
        let sum = sum.get_or_insert(Sum { of: SumOf::Sexes, stated: 0, counted: 0, differing: Vec::new() });
        sum.stated += stated;
        sum.counted += added;
        if stated != added {
            sum.differing.push(name(counted, region));
        }
    }
    sum
}

/// Columns of all ages, beside the bands and those of unknown age.
fn all_ages(counted: &Counted, layout: &Layout) -> Vec<Sum> {
    let selection = counted.selection;
    let people = |region: usize, ages: Ages| {
        let at = selection.ages.iter().position(|other| *other == ages)?;
        if let Cell::People(people) = selection.cells[region][at] { Some(people) } else { None }
    };
    let mut sums = Vec::new();
    for ages in [Ages::All, Ages::AllOfBands] {
        let is_counted = counted.bands.iter().any(|(at, _)| selection.ages[*at] == ages);
        let heading = selection.headings.iter().find(|(total, _)| *total == ages).filter(|_| !is_counted);
        let Some((_, column)) = heading else { continue };
        let of = SumOf::AllAges(layout.columns[*column].label.clone());
        let mut sum = Sum { of, stated: 0, counted: 0, differing: Vec::new() };
        let mut known = false;
        for &region in &counted.regions {
            let Some(stated) = people(region, ages) else { continue };
            let added = counted.total_of(region) + people(region, Ages::Unknown).unwrap_or(0);
            known = true;
            sum.stated += stated;
            sum.counted += added;
            if stated != added {
                sum.differing.push(name(counted, region));
            }
        }
        if known {
            sums.push(sum);
        }
    }
    sums
}

/// Places above the regions.
fn places(counted: &Counted) -> Vec<Sum> {
    let mut sums = Vec::new();
    for at in (0..counted.nodes.len()).filter(|at| counted.nodes[*at].people.is_some() && !counted.regions.contains(at))
    {
        let inside: Vec<usize> =
            counted.regions.iter().copied().filter(|&region| counted.tree.lies_in(region, at)).collect();
        if !inside.is_empty() {
            let sum = inside.iter().map(|&region| counted.total_of(region)).sum();
            let of = SumOf::Place(name(counted, at));
            sums.push(Sum { of, stated: counted.total_of(at), counted: sum, differing: Vec::new() });
        }
    }
    sums
}

/// Bands that were left out as sums of others.
fn bands(counted: &Counted) -> Vec<Sum> {
    let mut sums = Vec::new();
    for (at, ages) in counted.selection.ages.iter().enumerate() {
        let Ages::Band(whole) = *ages else { continue };
        if counted.bands.iter().any(|(other, _)| *other == at) {
            continue;
        }
        let parts: Vec<usize> =
            (0..counted.bands.len()).filter(|&part| whole.contains(counted.bands[part].1)).collect();
        if parts.is_empty() {
            continue;
        }
        let mut sum = Sum { of: SumOf::Band(*ages), stated: 0, counted: 0, differing: Vec::new() };
        for &region in &counted.regions {
            let Cell::People(stated) = counted.selection.cells[region][at] else { continue };
            let people = counted.nodes[region].people.as_deref().unwrap_or_default();
            let added: u64 = parts.iter().filter_map(|&part| people.get(part)).sum();
            sum.stated += stated;
            sum.counted += added;
            if stated != added {
                sum.differing.push(name(counted, region));
            }
        }
        sums.push(sum);
    }
    sums
}
