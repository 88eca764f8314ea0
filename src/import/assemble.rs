//! From the figures of a table to a membership and to what the page shows of it.

use super::band::{Ages, Band};
use super::bands::{self, Sums};
use super::choices::Choices;
use super::facts::{Facts, Spot};
use super::fault::{ImportFault, Many};
use super::grid::Grid;
use super::layout::{Column, Layout, Role};
use super::number::DecimalMark;
use super::preview::{BandWidth, ColumnRead, Dimension, LeftOut, Pick, Preview, Reason, Source};
use super::region::Place;
use super::selection::{self, Cell, Selection};
use super::sums;
use super::tree::{self, Level, Node, Tree};
use crate::plan::{Membership, Region, limits};

/// A table as it was read.
pub struct Read<'a> {
    pub source: Source,
    pub decimal_mark: Pick<DecimalMark>,
    pub grid: &'a Grid,
    pub layout: &'a Layout,
    pub facts: Facts,
}

/// Regions that a plan shows well; a finer level is taken only on request.
const REGIONS_SHOWN: usize = 60;
/// Share of the places that must agree for a sum to be proven [1].
const PROVEN: f64 = 0.9;

/// What is counted of a table, and how it was understood.
pub(super) struct Counted<'a> {
    pub selection: &'a Selection,
    /// Indices into the ages of the selection, with the band each is.
    pub bands: Vec<(usize, Band)>,
    pub tree: &'a Tree,
    pub nodes: &'a [Node<'a>],
    pub regions: Vec<usize>,
}

/// Chooses year, sex, bands and level, and counts.
pub fn assemble(read: Read, choices: &Choices) -> Preview {
    let Read { source, decimal_mark, grid, layout, facts } = read;
    let thousands = Pick::of(choices.thousands, layout.thousands, vec![false, true]);
    let selection = selection::select(&facts, thousands.taken, choices);
    let mut left_out = facts.left_out.clone();
    let year = selection.period.taken.map(|period| period.year);
    let known = bands::of_ages(&selection.ages, year);
    let all = selection.ages.iter().position(|ages| *ages == Ages::All);
    let (chosen, fault) = chosen_bands(&selection, known, all, choices, &mut left_out);
    let people = people(&selection, &facts, &chosen, grid, &mut left_out);
    let rows = facts.spots.iter().zip(people).zip(&selection.cells);
    let nodes: Vec<Node> =
        rows.map(|((spot, people), cells)| Node { spot, people, partly: partly(&chosen, cells) }).collect();
    let tree = tree::build(&nodes);
    let levels = tree.levels();
    let level =
        Pick::of(choices.level.filter(|level| levels.contains(level)), guess_level(&levels, chosen.len()), levels);
    let regions = tree.cut(level.taken.rank);
    let counted = Counted { selection: &selection, bands: chosen, tree: &tree, nodes: &nodes, regions };
    counted.tell_left_out(grid, &mut left_out);
    crate::num::order::sort_by_key(&mut left_out, |row| (row.line.unwrap_or(usize::MAX), row.column));
    let bands_read: Vec<Band> = counted.bands.iter().map(|(_, band)| *band).collect();
    let widths = bands::widths(&bands_read);
    let width = Pick::of(choices.bands.clone(), BandWidth::AsGiven, widths);
    let membership = match fault {
        Some(fault) => Err(fault),
        None => counted.membership(&width.taken, &layout.title),
    };
    let all: u64 = counted.regions.iter().map(|&region| counted.total_of(region)).sum();
    let outside = membership.as_ref().map_or(0, |members| all.saturating_sub(members.total()));
    let (down, across) = dimensions(layout, &facts);
    let rows = layout.head.body;
    Preview {
        source,
        header_rows: Pick::of(choices.header_rows, rows, (0..=grid.rows.len().min(rows + 5)).collect()),
        decimal_mark,
        thousands,
        columns: columns(layout, choices),
        down,
        across,
        sums: sums::compare(&counted, layout),
        measure: selection.measure.clone(),
        period: selection.period.clone(),
        sex: selection.sex.clone(),
        level,
        bands: width,
        bands_read,
        left_out,
        outside,
        membership,
    }
}

type ChosenBands = (Vec<(usize, Band)>, Option<ImportFault>);

/// The bands that are counted; without any, all ages are one.
fn chosen_bands(
    selection: &Selection,
    known: Result<Vec<(usize, Band)>, ImportFault>,
    all: Option<usize>,
    choices: &Choices,
    left_out: &mut Vec<LeftOut>,
) -> ChosenBands {
    let mut known = match known {
        Ok(known) => known,
        Err(fault) => return (Vec::new(), Some(fault)),
    };
    known.retain(|(_, band)| !choices.without_bands.contains(band));
    if known.is_empty() {
        return (all.map(|at| (at, Band::open(0))).into_iter().collect(), None);
    }
    let sums = Proof { selection, known: &known, all };
    let given: Vec<Band> = known.iter().map(|(_, band)| *band).collect();
    match bands::choose(&given, &sums) {
        Ok(chosen) => {
            for (band, reason) in chosen.left_out {
                let people = Some(sums.of(band));
                left_out.push(LeftOut { line: None, column: None, reason, text: band.name(), people });
            }
            let kept = known.iter().copied().filter(|(_, band)| chosen.bands.contains(band));
            (kept.collect(), None)
        }
        Err(fault) => (known, Some(fault)),
    }
}

/// What the figures of the places prove.
struct Proof<'a> {
    selection: &'a Selection,
    known: &'a [(usize, Band)],
    all: Option<usize>,
}

impl Proof<'_> {
    fn at(&self, row: &[Cell], band: Band) -> Option<u64> {
        let (at, _) = self.known.iter().find(|(_, known)| *known == band)?;
        match row[*at] {
            Cell::People(people) => Some(people),
            Cell::Missing => Some(0),
            Cell::Nothing | Cell::Bad { .. } => None,
        }
    }

    /// Of the places where all is known, whether nearly all agree; `None` if there are none.
    fn agree(&self, parts: &[Band], whole: impl Fn(&[Cell]) -> Option<u64>) -> Option<bool> {
        let (mut agreeing, mut all) = (0_usize, 0_usize);
        for row in &self.selection.cells {
            let sum: Option<u64> = parts.iter().map(|part| self.at(row, *part)).sum();
            if let (Some(sum), Some(whole)) = (sum, whole(row))
                && whole > 0
            {
                all += 1;
                agreeing += usize::from(sum == whole);
            }
        }
        (all > 0).then_some(agreeing as f64 >= PROVEN * all as f64)
    }
}

impl Sums for Proof<'_> {
    fn of(&self, band: Band) -> u64 {
        self.selection.cells.iter().filter_map(|row| self.at(row, band)).sum()
    }

    fn prove(&self, parts: &[Band], whole: Band) -> bool {
        self.agree(parts, |row| self.at(row, whole)).unwrap_or(false)
    }

    fn prove_all(&self, parts: &[Band]) -> Option<bool> {
        let all = self.all?;
        self.agree(parts, |row| if let Cell::People(people) = row[all] { Some(people) } else { None })
    }
}

/// The people of each spot by counted band; `None` for a row that is left out.
fn people(
    selection: &Selection,
    facts: &Facts,
    bands: &[(usize, Band)],
    grid: &Grid,
    left_out: &mut Vec<LeftOut>,
) -> Vec<Option<Vec<u64>>> {
    let mut rows: Vec<Option<Vec<u64>>> = Vec::new();
    for (spot, cells) in facts.spots.iter().zip(&selection.cells) {
        let counted: Vec<Cell> = bands.iter().map(|(at, _)| cells[*at]).collect();
        let line = Some(grid.rows[spot.row].line);
        let mut note = |line, column, reason, text: &str, people| {
            left_out.push(LeftOut { line, column, reason, text: text.to_owned(), people });
        };
        let bad = counted.iter().find_map(|cell| match cell {
            Cell::Bad { row, column, reason } => Some((*row, *column, *reason)),
            _ => None,
        });
        let sum = counted.iter().map(|cell| if let Cell::People(people) = cell { *people } else { 0 });
        let name = full_name(&spot.place);
        if let Some((row, column, reason)) = bad {
            note(Some(grid.rows[row].line), Some(column + 1), reason, grid.cell(row, column).trim(), None);
            rows.push(None);
        } else if counted.iter().all(|cell| matches!(cell, Cell::Nothing | Cell::Missing)) {
            note(line, None, Reason::NoFigures, &name, None);
            rows.push(None);
        } else if facts.spots[..rows.len()].iter().zip(&rows).any(|(other, people)| {
            is_again(spot, other) && people.as_deref() == Some(&sum.clone().collect::<Vec<u64>>())
        }) {
            note(line, None, Reason::Twice, &name, Some(sum.sum()));
            rows.push(None);
        } else {
            if counted.contains(&Cell::Missing) {
                note(line, None, Reason::Missing, &name, None);
            }
            rows.push(Some(sum.collect()));
        }
    }
    rows
}

/// The good figures of a row with a bad one, by counted band.
fn partly(bands: &[(usize, Band)], cells: &[Cell]) -> Option<Vec<Option<u64>>> {
    let figure = |(at, _): &(usize, Band)| match cells[*at] {
        Cell::People(people) => Some(people),
        Cell::Nothing | Cell::Missing => Some(0),
        Cell::Bad { .. } => None,
    };
    let figures: Vec<Option<u64>> = bands.iter().map(figure).collect();
    figures.contains(&None).then_some(figures)
}

/// Whether two spots are named alike.
fn is_again(one: &Spot, other: &Spot) -> bool {
    one.place.code == other.place.code && one.place.path == other.place.path && !one.place.total
}

fn full_name(place: &Place) -> String {
    place.path.join(" ")
}

/// The deepest level that a plan shows well, else the coarsest that has several regions.
fn guess_level(levels: &[Level], ages: usize) -> Level {
    let nothing = Level { rank: 1, by_code: false, regions: 0 };
    let fits = |level: &&Level| {
        level.regions >= 2 && level.regions <= REGIONS_SHOWN && level.regions * ages <= limits::CELLS_MAX
    };
    let several = |level: &&Level| level.regions >= 2;
    let found = levels.iter().rev().find(fits).or_else(|| levels.iter().find(several)).or(levels.last());
    found.copied().unwrap_or(nothing)
}

impl Counted<'_> {
    fn region_people(&self, region: usize) -> &[u64] {
        self.nodes[region].people.as_deref().unwrap_or_default()
    }

    /// People of a region in all counted bands [people].
    pub(super) fn total_of(&self, region: usize) -> u64 {
        self.region_people(region).iter().sum()
    }

    fn membership(&self, width: &BandWidth, title: &str) -> Result<Membership, ImportFault> {
        let read: Vec<Band> = self.bands.iter().map(|(_, band)| *band).collect();
        let folded = bands::fold(&read, width)?;
        let counts: Vec<Vec<u64>> = self
            .regions
            .iter()
            .map(|&region| {
                let people = self.region_people(region);
                folded.iter().map(|(_, parts)| parts.iter().map(|&part| people[part]).sum()).collect()
            })
            .collect();
        let membership = Membership {
            regions: self.names(title),
            ages: folded.iter().map(|(band, _)| band.of_plan()).collect(),
            counts,
        };
        let (regions, ages) = (membership.regions.len() as u64, membership.ages.len() as u64);
        for (what, given, most) in [
            (Many::Regions, regions, limits::REGIONS_MAX as u64),
            (Many::Ages, ages, limits::AGES_MAX as u64),
            (Many::Cells, regions * ages, limits::CELLS_MAX as u64),
            (Many::People, membership.total(), limits::PEOPLE_MAX),
        ] {
            if given > most {
                return Err(ImportFault::TooMany { what, given, most });
            }
        }
        if membership.total() == 0 { Err(ImportFault::Nobody) } else { Ok(membership) }
    }

    /// The names of the regions: as short as keeps them apart.
    fn names(&self, title: &str) -> Vec<Region> {
        let paths: Vec<Vec<String>> = self.regions.iter().map(|&region| self.path(region)).collect();
        let short = |path: &[String], parts: usize| path[path.len().saturating_sub(parts)..].join(" ");
        let mut regions: Vec<Region> = Vec::new();
        for (at, path) in paths.iter().enumerate() {
            let alone = |parts: &usize| {
                let name = short(path, *parts);
                paths.iter().enumerate().all(|(other, path)| other == at || short(path, *parts) != name)
            };
            let parts = (1..=path.len()).find(alone).unwrap_or(path.len());
            let code = self.nodes[self.regions[at]].spot.place.code.clone();
            let mut name = short(path, parts);
            if name.is_empty() {
                name = code.clone().unwrap_or_else(|| title.to_owned());
            }
            let stem = name.clone();
            let mut again = 2;
            while regions.iter().any(|region| region.name == name) {
                name = format!("{stem} ({again})");
                again += 1;
            }
            regions.push(Region { name, code });
        }
        regions
    }

    /// The path of a region; where its own name has no parent, that of the places it lies in goes before it.
    fn path(&self, region: usize) -> Vec<String> {
        let mut path = self.nodes[region].spot.place.path.clone();
        let mut next = self.tree.parents[region];
        let mut steps = 0;
        while let (Some(parent), true) = (next, steps < self.nodes.len()) {
            let above = &self.nodes[parent].spot.place.path;
            if let Some(name) = above.last()
                && !path.starts_with(above)
            {
                path.insert(0, name.clone());
            }
            next = self.tree.parents[parent];
            steps += 1;
        }
        path
    }

    /// Which rows stand above or below the regions.
    fn tell_left_out(&self, grid: &Grid, left_out: &mut Vec<LeftOut>) {
        for (at, node) in self.nodes.iter().enumerate() {
            let Some(people) = &node.people else { continue };
            if self.regions.contains(&at) {
                continue;
            }
            let above = self.regions.iter().any(|&region| self.tree.lies_in(region, at));
            let reason = if node.spot.place.total {
                Reason::Total
            } else if above && self.tree.sums.contains(&at) {
                Reason::SumOfRows
            } else if above {
                Reason::Above
            } else {
                Reason::Below
            };
            let text = full_name(&node.spot.place);
            let (line, people) = (Some(grid.rows[node.spot.row].line), Some(people.iter().sum()));
            left_out.push(LeftOut { line, column: None, reason, text, people });
        }
        if let Some(at) = self.selection.ages.iter().position(|ages| *ages == Ages::Unknown) {
            let unknown = |region: &usize| match self.selection.cells[*region][at] {
                Cell::People(people) => people,
                _ => 0,
            };
            let people = Some(self.regions.iter().map(unknown).sum());
            left_out.push(LeftOut {
                line: None,
                column: None,
                reason: Reason::UnknownAge,
                text: String::new(),
                people,
            });
        }
    }
}

/// Columns that are offered to be taken for something else.
const COLUMNS: usize = 12;

fn columns(layout: &Layout, choices: &Choices) -> Vec<ColumnRead> {
    let read = |(at, column): (usize, &Column)| {
        let leaves = matches!(column.role, Role::Ignored(_));
        let out = if leaves { column.role } else { Role::Ignored(Reason::LeftByChoice) };
        let among = vec![Role::Place, Role::Code, Role::Ages, Role::Sex, Role::Period, Role::Other, Role::Counts, out];
        let is_chosen = choices.roles.iter().any(|(chosen, _)| *chosen == at);
        ColumnRead { label: column.label.clone(), role: Pick { taken: column.role, chosen: is_chosen, among } }
    };
    layout.columns.iter().take(COLUMNS).enumerate().map(read).collect()
}

/// What stands across and what down.
fn dimensions(layout: &Layout, facts: &Facts) -> (Vec<Dimension>, Vec<Dimension>) {
    let has = |role: Role| layout.columns.iter().any(|column| column.role == role);
    let heads = || layout.columns.iter().filter(|column| column.role == Role::Counts).map(|column| &column.tags);
    let differs = |one: &dyn Fn(&super::label::Tags) -> bool| heads().filter(|tags| one(tags)).count() > 1;
    let down = [
        (Dimension::Places, has(Role::Place) || has(Role::Code)),
        (Dimension::Ages, has(Role::Ages)),
        (Dimension::Sexes, has(Role::Sex)),
        (Dimension::Periods, has(Role::Period)),
    ];
    let across = [
        (Dimension::Places, !down[0].1 && facts.spots.len() > 1),
        (Dimension::Ages, !down[1].1 && differs(&|tags| tags.ages.is_some())),
        (Dimension::Sexes, !down[2].1 && differs(&|tags| tags.sex.is_some())),
        (Dimension::Periods, !down[3].1 && differs(&|tags| tags.period.is_some())),
    ];
    let those =
        |all: [(Dimension, bool); 4]| all.into_iter().filter(|(_, there)| *there).map(|(what, _)| what).collect();
    (those(down), those(across))
}
