//! Every figure of a table with what its row and its column say of it.
//!
//! Whatever stands across and whatever stands down, a figure is of a place, of ages, of a sex, of a year and of a
//! kind of people; the rest of the import asks nothing else of a table.

use std::collections::{BTreeMap, BTreeSet};

use super::band::Ages;
use super::grid::Grid;
use super::label::{Sex, Tags};
use super::layout::{Layout, Role};
use super::number::Value;
use super::period::Period;
use super::preview::{LeftOut, Reason};
use super::region::{Place, place};

/// A figure and what it is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact {
    /// Index of the spot.
    pub spot: usize,
    pub ages: Ages,
    pub sex: Sex,
    pub period: Option<Period>,
    /// Index of the measure.
    pub measure: usize,
    pub row: usize,
    pub column: usize,
    pub value: Value,
}

/// A place at its position in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    pub place: Place,
    /// The row where it is named first.
    pub row: usize,
}

/// A kind of people, by the words of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    pub name: String,
    pub members: bool,
    pub total: bool,
}

/// All figures of a table.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub spots: Vec<Spot>,
    pub measures: Vec<Measure>,
    pub facts: Vec<Fact>,
    pub left_out: Vec<LeftOut>,
}

/// The figures of a table.
pub fn read(grid: &Grid, values: &[Vec<Value>], layout: &Layout) -> Facts {
    let mut reader = Reader::new(grid, values, layout);
    let last = (layout.head.body..grid.rows.len()).rev().find(|&row| reader.has_figures(row));
    for row in layout.head.body..grid.rows.len() {
        if last.is_none_or(|last| row > last) {
            reader.leave_out(row, Reason::Note);
        } else {
            reader.read_row(row);
        }
    }
    reader.facts
}

/// What a row says in its own cells, blanks filled from above.
#[derive(Clone, Debug, Default)]
struct RowKeys {
    tags: Tags,
    /// Ages of the row; a total of ages where the row says so.
    ages: Option<Ages>,
    other: String,
    place: Option<Place>,
}

struct Reader<'a> {
    grid: &'a Grid,
    values: &'a [Vec<Value>],
    layout: &'a Layout,
    columns: Columns,
    known: BTreeMap<String, Tags>,
    /// What was read last in each column, for cells that are blank below it.
    above: Vec<String>,
    /// What headings between the rows say of the rows below them.
    section: Tags,
    section_place: Vec<String>,
    /// Names of the places that the rows are indented under.
    under: Vec<(usize, String)>,
    is_indented: bool,
    /// The spot of a name, for it may come again somewhere else.
    spot_of: BTreeMap<Place, usize>,
    seen: BTreeSet<Said>,
    facts: Facts,
}

/// A spot with everything else that a row says.
type Said = (usize, Option<Ages>, Option<Sex>, Option<Period>, String);

/// The columns of each role, from left to right.
struct Columns {
    places: Vec<usize>,
    code: Option<usize>,
    ages: Option<usize>,
    sex: Option<usize>,
    period: Option<usize>,
    others: Vec<usize>,
    counts: Vec<usize>,
    /// Places are told by the headings of columns.
    place_across: bool,
}

impl Columns {
    fn of(layout: &Layout) -> Self {
        let with = |role: Role| -> Vec<usize> {
            (0..layout.columns.len()).filter(|&column| layout.columns[column].role == role).collect()
        };
        let counts = with(Role::Counts);
        let (places, code, ages) =
            (with(Role::Place), with(Role::Code).first().copied(), with(Role::Ages).first().copied());
        let mut named: Vec<&str> = counts.iter().map(|&column| layout.columns[column].tags.rest.as_str()).collect();
        named.dedup();
        let place_across = places.is_empty() && code.is_none() && ages.is_some() && named.len() > 1;
        let (sex, period) = (with(Role::Sex).first().copied(), with(Role::Period).first().copied());
        Self { places, code, ages, sex, period, others: with(Role::Other), counts, place_across }
    }
}

impl<'a> Reader<'a> {
    fn new(grid: &'a Grid, values: &'a [Vec<Value>], layout: &'a Layout) -> Self {
        let columns = Columns::of(layout);
        let mut reader = Self {
            grid,
            values,
            layout,
            known: BTreeMap::new(),
            above: vec![String::new(); layout.columns.len()],
            section: Tags::default(),
            section_place: Vec::new(),
            under: Vec::new(),
            is_indented: false,
            spot_of: BTreeMap::new(),
            seen: BTreeSet::new(),
            facts: Facts::default(),
            columns,
        };
        reader.is_indented = reader.indents();
        for (at, column) in layout.columns.iter().enumerate() {
            if let Role::Ignored(reason) = column.role
                && reason != Reason::Empty
            {
                let left_out =
                    LeftOut { line: None, column: Some(at + 1), reason, text: column.label.clone(), people: None };
                reader.facts.left_out.push(left_out);
            }
        }
        reader
    }

    /// Whether the names of places are indented by rank.
    fn indents(&self) -> bool {
        let [column] = self.columns.places[..] else { return false };
        let names = (self.layout.head.body..self.grid.rows.len()).map(|row| self.grid.cell(row, column));
        let mut depths: Vec<usize> =
            names.filter(|name| !name.trim().is_empty()).map(|name| place(&[name], None).indent).collect();
        crate::num::order::sort(&mut depths);
        depths.dedup();
        depths.len() > 1
    }

    fn figures(&self, row: usize) -> usize {
        let is_figure = |value: Option<&Value>| matches!(value, Some(Value::Count(_)));
        self.columns.counts.iter().filter(|&&column| is_figure(self.values[row].get(column))).count()
    }

    /// Whether the row has counts, or marks where counts would be.
    fn has_figures(&self, row: usize) -> bool {
        let is_figure = |value: Option<&Value>| !matches!(value, None | Some(Value::Empty | Value::Text));
        self.columns.counts.iter().any(|&column| is_figure(self.values[row].get(column)))
    }

    fn leave_out(&mut self, row: usize, reason: Reason) {
        let text = self.grid.rows[row].cells.iter().find(|cell| !cell.trim().is_empty());
        let text = text.map(|cell| cell.trim().chars().take(120).collect()).unwrap_or_default();
        let line = Some(self.grid.rows[row].line);
        self.facts.left_out.push(LeftOut { line, column: None, reason, text, people: None });
    }

    fn tags(&mut self, text: &str) -> Tags {
        if let Some(tags) = self.known.get(text) {
            return tags.clone();
        }
        let tags = Tags::of(text);
        self.known.insert(text.to_owned(), tags.clone());
        tags
    }

    fn read_row(&mut self, row: usize) {
        let value = |column: &usize| self.values[row].get(*column).copied().unwrap_or(Value::Empty);
        let texts = self.columns.counts.iter().filter(|column| value(column) == Value::Text).count();
        let blank = self.columns.counts.iter().all(|column| value(column) == Value::Empty);
        if self.figures(row) == 0 && texts * 2 > self.columns.counts.len() && self.columns.counts.len() > 1 {
            return self.leave_out(row, Reason::HeadingAgain);
        }
        if blank && self.is_section(row) {
            return;
        }
        let keys = self.keys(row);
        if keys.tags.not_people {
            return self.leave_out(row, Reason::NotPeople);
        }
        self.take_figures(row, &keys);
    }

    /// A row without figures that says something of the rows below it.
    fn is_section(&mut self, row: usize) -> bool {
        if self.grid.rows[row].filled() != 1 {
            return false;
        }
        let text = self.grid.rows[row].cells.iter().find(|cell| !cell.trim().is_empty()).cloned().unwrap_or_default();
        let tags = self.tags(&text);
        let named = place(&[&text], None);
        if tags.is_sex() || tags.is_period() {
            self.section = self.section.and(&tags);
        } else if named.code.is_some() || text.chars().count() > 60 {
            return false;
        } else if self.columns.places.is_empty() {
            self.section_place = named.path;
        } else if !self.is_indented && self.columns.places.len() == 1 {
            self.section_place = named.path;
            self.leave_out(row, Reason::NoFigures);
        } else {
            return false;
        }
        true
    }

    /// A cell of the row; a blank one says what stands above it.
    fn filled_down(&mut self, row: usize, column: usize) -> String {
        let own = self.grid.cell(row, column);
        if own.trim().is_empty() {
            self.above[column].clone()
        } else {
            self.above[column] = own.to_owned();
            own.to_owned()
        }
    }

    fn keys(&mut self, row: usize) -> RowKeys {
        let mut keys = RowKeys { tags: self.section.clone(), ..RowKeys::default() };
        if let Some(column) = self.columns.period {
            let text = self.filled_down(row, column);
            keys.tags.period = self.tags(&text).period.or(keys.tags.period);
        }
        if let Some(column) = self.columns.sex {
            let text = self.filled_down(row, column);
            let tags = self.tags(&text);
            let coded = match tags.bare {
                Some(1) => Sex::Male,
                Some(2) => Sex::Female,
                _ => Sex::Both,
            };
            keys.tags.sex = Some(tags.sex.unwrap_or(coded));
        }
        for column in self.columns.others.clone() {
            let text = self.filled_down(row, column);
            let tags = self.tags(&text);
            keys.tags.not_people |= tags.not_people;
            if !(tags.total && tags.rest.is_empty()) {
                keys.other = format!("{} {}", keys.other, text.trim()).trim().to_owned();
            }
        }
        keys.place = self.place_of(row);
        if let Some(column) = self.columns.ages {
            let text = self.filled_down(row, column);
            let tags = self.tags(&text);
            let bare = tags.bare.map(|age| Ages::Band(super::band::Band::new(age, age)));
            keys.ages = tags.ages.or(bare);
            if keys.ages.is_none() {
                keys.ages = Some(Ages::All);
                if !tags.rest.is_empty() && self.columns.places.is_empty() && !self.columns.place_across {
                    self.section_place = place(&[&text], None).path;
                    keys.place = None;
                }
            }
            keys.tags.sex = tags.sex.or(keys.tags.sex);
            keys.tags.not_people |= tags.not_people;
        }
        if keys.place.is_none() && !self.columns.place_across {
            keys.place = Some(Place { path: self.section_place.clone(), ..Place::default() });
        }
        keys
    }

    /// The place of a row by its own cells.
    fn place_of(&mut self, row: usize) -> Option<Place> {
        let columns = self.columns.places.clone();
        let code = self.columns.code.map(|column| self.grid.cell(row, column).to_owned());
        if columns.is_empty() {
            return code.map(|code| place(&[&code], Some(&code)));
        }
        let mut cells = Vec::new();
        let mut carries = true;
        for &column in &columns {
            let own = self.grid.cell(row, column).to_owned();
            carries &= own.trim().is_empty();
            let cell = if carries { self.above[column].clone() } else { own };
            self.above[column].clone_from(&cell);
            cells.push(cell);
        }
        // A blank at the end is the larger place itself, a code above is that of a blank cell.
        let code = match (code, self.columns.code) {
            (Some(code), Some(column)) if code.trim().is_empty() && carries => Some(self.above[column].clone()),
            (Some(code), Some(column)) => {
                self.above[column].clone_from(&code);
                Some(code)
            }
            _ => None,
        };
        let given: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.trim().is_empty()).collect();
        let mut place = place(&given, code.as_deref());
        if self.is_indented && place.path.len() == 1 {
            let depth = place.indent;
            self.under.retain(|(indent, _)| *indent < depth);
            let name = place.path.remove(0);
            place.path = self.under.iter().map(|(_, name)| name.clone()).collect();
            place.path.push(name.clone());
            self.under.push((depth, name));
        } else if !self.section_place.is_empty() && !place.total {
            place.path = self.section_place.iter().cloned().chain(place.path).collect();
        }
        Some(place)
    }

    fn take_figures(&mut self, row: usize, keys: &RowKeys) {
        let spot = keys.place.clone().map(|place| self.spot(place, row, keys));
        for at in 0..self.columns.counts.len() {
            let column = self.columns.counts[at];
            let value = self.values[row].get(column).copied().unwrap_or(Value::Empty);
            let head = &self.layout.columns[column].tags;
            let context = self.layout.context.clone();
            let rest = if self.columns.place_across { "" } else { head.rest.as_str() };
            let name = format!("{rest} {}", keys.other).trim().to_owned();
            let measure = Measure { members: head.members, total: keys.other.is_empty() && rest.is_empty(), name };
            let spot = match spot {
                Some(spot) => spot,
                None => self.spot(self.place_across(column), row, keys),
            };
            let period = match (head.period, keys.tags.period) {
                (Some(one), Some(other)) => Some(one.max(other)),
                (one, other) => one.or(other).or(context.period),
            };
            let sex = match (head.sex, keys.tags.sex) {
                (Some(Sex::Both) | None, Some(sex)) | (Some(sex), _) => sex,
                (None, None) => context.sex.unwrap_or(Sex::Both),
            };
            let ages = match (keys.ages, head.ages) {
                (None | Some(Ages::All), Some(ages)) => ages,
                (Some(ages), _) => ages,
                (None, None) => Ages::All,
            };
            let measure = self.measure(measure);
            self.facts.facts.push(Fact { spot, ages, sex, period, measure, row, column, value });
        }
    }

    /// The place that the heading of a column names.
    fn place_across(&self, column: usize) -> Place {
        let head = &self.layout.columns[column];
        if head.tags.rest.is_empty() {
            return Place { total: true, ..Place::default() };
        }
        let names: Vec<String> = head.label.split(" / ").filter_map(name_in).collect();
        place(&names.iter().map(String::as_str).collect::<Vec<_>>(), None)
    }

    fn measure(&mut self, measure: Measure) -> usize {
        match self.facts.measures.iter().position(|known| *known == measure) {
            Some(at) => at,
            None => {
                self.facts.measures.push(measure);
                self.facts.measures.len() - 1
            }
        }
    }

    /// The spot of a place; one that says the same things again is another place of that name.
    fn spot(&mut self, place: Place, row: usize, keys: &RowKeys) -> usize {
        let mut key = place.clone();
        key.indent = 0;
        if key.code.is_some() {
            key.path.clear();
        }
        let says = |spot: usize| (spot, keys.ages, keys.tags.sex, keys.tags.period, keys.other.clone());
        let known = self.spot_of.get(&key).copied();
        let across = keys.place.is_none();
        let spot = match known {
            Some(spot) if across || !self.seen.contains(&says(spot)) => spot,
            _ => {
                self.facts.spots.push(Spot { place, row });
                self.spot_of.insert(key, self.facts.spots.len() - 1);
                self.facts.spots.len() - 1
            }
        };
        self.seen.insert(says(spot));
        spot
    }
}

/// What a heading names beside a sex, ages or a year, as it is written: `North` of "Male North".
fn name_in(heading: &str) -> Option<String> {
    let tags = Tags::of(heading);
    if tags.rest.is_empty() {
        return None;
    }
    if tags.sex.is_none() && tags.ages.is_none() && tags.period.is_none() {
        return Some(heading.to_owned());
    }
    let words: Vec<&str> = heading.split_whitespace().filter(|word| !Tags::of(word).rest.is_empty()).collect();
    Some(if words.is_empty() { heading.to_owned() } else { words.join(" ") })
}
