//! What each column holds: places, codes, ages, sexes, years, or counts under a heading.

use super::band::{Ages, Band};
use super::grid::Grid;
use super::header::{self, Head, are_ages};
use super::label::Tags;
use super::number::Value;
use super::preview::Reason;
use super::region::is_code;
use super::words::{Meaning, counts_thousands};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Place,
    Code,
    Ages,
    Sex,
    Period,
    /// Something else that rows are told apart by.
    Other,
    Counts,
    Ignored(Reason),
}

/// A column with its headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub role: Role,
    /// Its headings from above to below, as they are written.
    pub label: String,
    pub tags: Tags,
}

/// A table whose rows and columns are told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    pub head: Head,
    pub columns: Vec<Column>,
    /// What titles say of all figures.
    pub context: Tags,
    pub thousands: bool,
    /// The first title.
    pub title: String,
}

/// Share of the cells of a column that tells what it holds [1].
const MOST: f64 = 0.6;
/// Share of ages in a column that holds places and ages by turns [1].
const SOME: f64 = 0.3;

/// Tells the columns of a table apart; `roles`: what columns hold that somebody has chosen.
pub fn read(grid: &Grid, values: &[Vec<Value>], header_rows: Option<usize>, roles: &[(usize, Role)]) -> Layout {
    let head = header::find(grid, values, header_rows);
    let mut columns: Vec<Column> = (0..grid.width()).map(|column| heading(grid, values, &head, column)).collect();
    let numeric = (0..columns.len()).filter(|&column| Cells::of(grid, values, &head, column).is_numeric()).count();
    for column in 0..columns.len() {
        let cells = Cells::of(grid, values, &head, column);
        columns[column].role = cells.role(&columns[column].tags, numeric);
    }
    tell_dimensions(grid, &head, &mut columns);
    for &(column, role) in roles {
        if let Some(column) = columns.get_mut(column) {
            column.role = role;
        }
    }
    let titles =
        || head.titles.iter().flat_map(|&row| grid.rows[row].cells.iter()).filter(|cell| !cell.trim().is_empty());
    let mut context = Tags::default();
    for title in titles() {
        let tags = Tags::of(title);
        context.period = tags.period.or(context.period);
        context.sex = tags.sex.filter(|_| tags.is_sex()).or(context.sex);
    }
    Layout {
        thousands: titles().any(|title| counts_thousands(title)),
        title: titles().next().map(|title| title.trim().to_owned()).unwrap_or_default(),
        head,
        columns,
        context,
    }
}

/// The headings of a column; one over several columns stands in the first of them.
fn heading(grid: &Grid, values: &[Vec<Value>], head: &Head, column: usize) -> Column {
    let mut parts: Vec<&str> = Vec::new();
    let mut tags = Tags::default();
    for (place, &row) in head.headings.iter().enumerate() {
        let below = &head.headings[place + 1..];
        let own = grid.cell(row, column).trim();
        let text = if own.is_empty() && below.iter().any(|&row| !grid.cell(row, column).trim().is_empty()) {
            spanning(grid, row, below, column)
        } else {
            own
        };
        if text.is_empty() {
            continue;
        }
        let mut said = Tags::of(text);
        if let (Some(age), true) = (said.bare, said.period.is_none()) {
            said.ages = in_a_row_of_ages(grid, values, row).then(|| Ages::Band(Band::new(age, age)));
        }
        tags = tags.and(&said);
        if !parts.contains(&text) {
            parts.push(text);
        }
    }
    Column { role: Role::Counts, label: parts.join(" / "), tags }
}

/// The heading to the left that reaches over `column`: one that has headings below it itself.
fn spanning<'a>(grid: &'a Grid, row: usize, below: &[usize], column: usize) -> &'a str {
    let left = (0..column).rev().find(|&left| !grid.cell(row, left).trim().is_empty());
    let heads_others = |left: &usize| below.iter().any(|&row| !grid.cell(row, *left).trim().is_empty());
    left.filter(heads_others).map_or("", |left| grid.cell(row, left).trim())
}

fn in_a_row_of_ages(grid: &Grid, values: &[Vec<Value>], row: usize) -> bool {
    let mut ages: Vec<(usize, f64)> = Vec::new();
    for (column, value) in values[row].iter().enumerate() {
        if let Value::Count(count) = value
            && Tags::of(grid.cell(row, column)).bare.is_some()
        {
            // Ages may be told over again for each sex or year.
            if ages.first().is_some_and(|(_, first)| first == count) {
                break;
            }
            ages.push((column, *count));
        }
    }
    are_ages(&ages)
}

/// The cells of a column below its headings, counted by kind.
struct Cells<'a> {
    texts: Vec<&'a str>,
    counts: Vec<f64>,
    numbers: Vec<&'a str>,
    shares: usize,
    missing: usize,
}

impl<'a> Cells<'a> {
    fn of(grid: &'a Grid, values: &[Vec<Value>], head: &Head, column: usize) -> Self {
        let mut cells = Self { texts: Vec::new(), counts: Vec::new(), numbers: Vec::new(), shares: 0, missing: 0 };
        for row in head.body..grid.rows.len() {
            // A note below the table is no cell of its column.
            if grid.rows[row].filled() == 1 && column == 0 && grid.width() > 2 && grid.cell(row, 0).len() > 120 {
                continue;
            }
            match values[row].get(column) {
                Some(Value::Count(count)) => {
                    cells.counts.push(*count);
                    cells.numbers.push(grid.cell(row, column).trim());
                }
                Some(Value::Text | Value::Negative) => cells.texts.push(grid.cell(row, column)),
                Some(Value::Share) => cells.shares += 1,
                Some(Value::Missing) => cells.missing += 1,
                Some(Value::Empty) | None => {}
            }
        }
        cells
    }

    fn is_numeric(&self) -> bool {
        !self.counts.is_empty() && self.counts.len() >= self.texts.len()
    }

    fn role(&self, head: &Tags, numeric_columns: usize) -> Role {
        if self.texts.is_empty() && self.counts.is_empty() && self.shares == 0 {
            return if self.missing > 0 { Role::Counts } else { Role::Ignored(Reason::Empty) };
        }
        if self.shares > self.counts.len() && self.shares > self.texts.len() {
            return Role::Ignored(Reason::NotPeople);
        }
        if self.ends_in_an_open_band() {
            return Role::Ages;
        }
        if self.is_numeric() { self.role_of_numbers(head, numeric_columns > 1) } else { self.role_of_texts(head) }
    }

    fn role_of_numbers(&self, head: &Tags, among_others: bool) -> Role {
        let nothing_else = head.ages.is_none() && head.sex.is_none() && !head.total && head.rest.is_empty();
        let all = |fits: &dyn Fn(f64) -> bool| self.counts.iter().all(|count| fits(*count));
        let rising = rises_by_one(&self.counts);
        let periods = || self.numbers.iter().all(|number| Tags::of(number).is_period());
        if nothing_else
            && head.heads(Meaning::AgeHead)
            && all(&|age| age <= 130.0)
            && (among_others || self.counts.len() > 1)
        {
            return Role::Ages;
        }
        if !among_others {
            return Role::Counts;
        }
        if head.heads(Meaning::RowNumber) && rising {
            return Role::Ignored(Reason::RowNumbers);
        }
        if head.heads(Meaning::CodeHead) && head.ages.is_none() || self.are_codes() {
            return Role::Code;
        }
        if nothing_else && head.period.is_none() && !head.heads(Meaning::People) && periods() {
            return Role::Period;
        }
        if nothing_else && head.heads(Meaning::SexHead) && all(&|code| code <= 9.0) {
            return Role::Sex;
        }
        if head.not_people { Role::Ignored(Reason::NotPeople) } else { Role::Counts }
    }

    /// Single years, one after the other, and at last an age "and over".
    fn ends_in_an_open_band(&self) -> bool {
        let opens = |text: &&str| match Tags::of(text).ages {
            Some(Ages::Band(Band { from, to: None })) => Some(f64::from(from)),
            _ => None,
        };
        let Some(from) = self.texts.first().and_then(opens) else { return false };
        let mut ages = self.counts.clone();
        crate::num::order::sort_by(&mut ages, f64::total_cmp);
        ages.dedup();
        ages.push(from);
        ages.len() > 2 && self.texts.iter().all(|text| opens(text) == Some(from)) && rises_by_one(&ages)
    }

    /// Digits that are no count: written without marks, all of one length, with zeros in front or ten of them.
    fn are_codes(&self) -> bool {
        let length = self.numbers[0].len();
        let alike = |number: &&&str| number.len() == length && number.bytes().all(|byte| byte.is_ascii_digit());
        let zeros = self.numbers.iter().any(|number| number.starts_with('0') && number.len() > 1);
        (length >= 8 || zeros) && self.numbers.iter().all(|number| alike(&number)) && self.texts.is_empty()
    }

    fn role_of_texts(&self, head: &Tags) -> Role {
        // Long tables say the same few things over and over.
        let mut texts = self.texts.clone();
        crate::num::order::sort(&mut texts);
        let mut tags: Vec<(usize, Tags)> = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            match tags.last_mut() {
                Some((times, _)) if texts[at - 1] == *text => *times += 1,
                _ => tags.push((1, Tags::of(text))),
            }
        }
        let all = self.texts.len() as f64;
        let share = |fits: &dyn Fn(&Tags) -> bool| {
            tags.iter().filter(|(_, tags)| fits(tags)).map(|(times, _)| *times).sum::<usize>() as f64 / all
        };
        let any = |fits: &dyn Fn(&Tags) -> bool| tags.iter().any(|(_, tags)| fits(tags));
        let sexes = share(&Tags::is_sex);
        let ages = share(&Tags::is_ages);
        let has_ages = any(&|tags| tags.ages.is_some());
        if any(&|tags| tags.sex.is_some()) && (sexes >= MOST || head.heads(Meaning::SexHead)) && sexes >= ages {
            return Role::Sex;
        }
        if has_ages
            && (ages >= MOST || (ages >= SOME && !head.heads(Meaning::RegionHead)) || head.heads(Meaning::AgeHead))
        {
            return Role::Ages;
        }
        if share(&Tags::is_period) >= MOST {
            return Role::Period;
        }
        if head.heads(Meaning::RowNumber) {
            return Role::Ignored(Reason::RowNumbers);
        }
        if self.texts.iter().all(|text| is_code(text.trim())) {
            return Role::Code;
        }
        Role::Place
    }
}

fn rises_by_one(numbers: &[f64]) -> bool {
    numbers.windows(2).all(|pair| pair[1] == pair[0] + 1.0)
}

/// Of several columns of text, those whose values all go with all places do not name places.
fn tell_dimensions(grid: &Grid, head: &Head, columns: &mut [Column]) {
    let places: Vec<usize> = (0..columns.len()).filter(|&column| columns[column].role == Role::Place).collect();
    if places.len() < 2 {
        return;
    }
    let distinct = |wanted: &[usize]| {
        let mut seen: Vec<Vec<&str>> = (head.body..grid.rows.len())
            .map(|row| wanted.iter().map(|&column| grid.cell(row, column).trim()).collect::<Vec<_>>())
            .filter(|cells| cells.iter().all(|cell| !cell.is_empty()))
            .collect();
        crate::num::order::sort(&mut seen);
        seen.dedup();
        seen.len()
    };
    let heads: Vec<bool> = columns.iter().map(|column| column.tags.heads(Meaning::RegionHead)).collect();
    let named = |column: usize| heads[column];
    let Some(&main) = places.iter().max_by_key(|&&column| (named(column), distinct(&[column]))) else { return };
    for &column in places.iter().filter(|&&column| column != main) {
        let (own, others, pairs) = (distinct(&[column]), distinct(&[main]), distinct(&[column, main]));
        if column > main && own < others && pairs <= others {
            // Behind the names, a word for each of them: its rank, its capital.
            columns[column].role = Role::Ignored(Reason::NotUnderstood);
        } else if named(column) {
            continue;
        } else if own >= 1 && others >= 2 && pairs * 10 >= own * others * 8 {
            columns[column].role = Role::Other;
        }
    }
}
