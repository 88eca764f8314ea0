//! A table of a truth as text: languages, orientations, totals, numbers.

mod words;

use super::dice::Dice;
use super::table::{Province, Truth, added, both};
use stagger::import::band::Band;
use words::{LANGUAGES, Language};

/// How a table is written.
#[derive(Debug)]
pub struct Style {
    language: &'static Language,
    pub encoding: &'static str,
    delimiter: char,
    pub line_end: &'static str,
    orientation: Orientation,
    places: Places,
    sexes: Sexes,
    numbers: Numbers,
    /// Total of all ages as a band of its own: before the bands, behind them, or not at all.
    all_ages: Position,
    total_row: Position,
    band_spelling: u64,
    says_year: bool,
    title: bool,
    note: bool,
    quote_all: bool,
    marks_nobody: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Orientation {
    /// A column per year, sex and band in one heading.
    Composed,
    /// The same in rows of headings.
    Stacked,
    /// A row per figure.
    Long,
    /// A row per place and band, a column per sex.
    SexAcross,
    /// Bands down, places across.
    PlacesAcross,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Places {
    Districts,
    /// Name and code in one cell, provinces too.
    Codes,
    /// A column of their own for codes, provinces too.
    CodeColumn,
    /// A column for provinces with their sums, one for districts.
    Columns,
    Indented,
    /// Provinces stand before their districts and only their sums tell.
    Sums,
    /// The same, behind their districts.
    SumsBehind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sexes {
    None,
    All,
    Two,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Numbers {
    Plain,
    Comma,
    Point,
    Space,
    Wide,
    Decimal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Position {
    Nowhere,
    First,
    Last,
}

impl Style {
    pub fn thrown(dice: &mut Dice, truth: &Truth) -> Self {
        use {Numbers::*, Orientation::*, Places::*};
        let language = &LANGUAGES[dice.below(LANGUAGES.len() as u64) as usize];
        let encodings = [language.encoding, "utf-8", "utf-8 with mark", "utf-16le with mark", "utf-16le", "utf-16be"];
        let orientation = dice.of(&[Composed, Composed, Stacked, Long, SexAcross, PlacesAcross]);
        let flat = [Districts, Codes, CodeColumn, Columns, Indented, Sums, SumsBehind];
        let places = if orientation == PlacesAcross { Districts } else { dice.of(&flat) };
        let positions = [Position::Nowhere, Position::First, Position::Last];
        let numbers = dice.of(&[Plain, Comma, Comma, Point, Space, Wide, Decimal]);
        Self {
            language,
            encoding: dice.of(&encodings),
            delimiter: dice.of(&[',', ',', '\t', ';', '|']),
            line_end: dice.of(&["\n", "\r\n", "\r"]),
            orientation,
            places,
            sexes: match orientation {
                SexAcross => dice.of(&[Sexes::All, Sexes::Two]),
                PlacesAcross => Sexes::None,
                _ => dice.of(&[Sexes::None, Sexes::All, Sexes::Two]),
            },
            numbers: if numbers == Wide && !language.is_wide { Plain } else { numbers },
            all_ages: dice.of(&positions),
            total_row: dice.of(&positions),
            band_spelling: dice.below(3),
            says_year: truth.years.len() > 1 || dice.one_in(2),
            title: dice.one_in(2),
            note: dice.one_in(3),
            quote_all: dice.one_in(2),
            marks_nobody: dice.one_in(3),
        }
    }

    /// What the grammar distinguishes.
    pub fn form(&self) -> String {
        let Self { orientation, places, sexes, numbers, all_ages, total_row, encoding, delimiter, .. } = self;
        format!("{orientation:?} {places:?} {sexes:?} {numbers:?} {all_ages:?} {total_row:?} {encoding} {delimiter:?}")
    }

    fn number(&self, people: u64) -> String {
        if people == 0 && self.marks_nobody {
            return "-".to_owned();
        }
        let grouped = |mark: &str| super::super::ministry::with_thousands(people).replace(',', mark);
        match self.numbers {
            Numbers::Plain => people.to_string(),
            Numbers::Comma => grouped(","),
            Numbers::Point => grouped("."),
            Numbers::Space if matches!(self.encoding, "euc-kr" | "shift_jis") => grouped(" "),
            Numbers::Space => grouped("\u{a0}"),
            Numbers::Decimal => format!("{people}.0"),
            Numbers::Wide => {
                grouped(",").chars().map(|letter| char::from_u32(letter as u32 + 0xfee0).unwrap_or(letter)).collect()
            }
        }
    }

    fn band(&self, band: Option<Band>) -> String {
        band.map_or_else(|| self.language.all_ages.to_owned(), |band| (self.language.band)(band, self.band_spelling))
    }

    /// Bands with the total among them.
    fn bands(&self, truth: &Truth) -> Vec<Option<Band>> {
        let mut bands: Vec<Option<Band>> = truth.bands.iter().copied().map(Some).collect();
        match self.all_ages {
            Position::Nowhere => {}
            Position::First => bands.insert(0, None),
            Position::Last => bands.push(None),
        }
        bands
    }

    /// Sexes with their places among the figures: 0 = both.
    fn sexes(&self) -> Vec<(usize, &'static str)> {
        let [both, men, women] = self.language.sexes;
        match self.sexes {
            Sexes::None => vec![(0, "")],
            Sexes::All => vec![(0, both), (1, men), (2, women)],
            Sexes::Two => vec![(1, men), (2, women)],
        }
    }
}

/// A row of places: its cells that name it, and its people.
struct PlaceRow {
    cells: Vec<String>,
    /// `[year][sex][band]`
    people: Vec<[Vec<u64>; 2]>,
}

/// The text of the table.
pub fn write(truth: &Truth, style: &Style, dice: &mut Dice) -> String {
    let (heads, rows) = places(truth, style, dice);
    let table = match style.orientation {
        Orientation::Composed => wide(truth, style, &heads, &rows, false),
        Orientation::Stacked => wide(truth, style, &heads, &rows, true),
        Orientation::Long => long(truth, style, &heads, &rows, false),
        Orientation::SexAcross => long(truth, style, &heads, &rows, true),
        Orientation::PlacesAcross => places_across(truth, style, &rows),
    };
    let mut lines: Vec<Vec<String>> = Vec::new();
    if style.title {
        lines.push(vec![style.language.title.to_owned()]);
    }
    if style.orientation == Orientation::PlacesAcross && (truth.years.len() > 1 || style.says_year) {
        lines.push(vec![truth.years[truth.years.len() - 1].to_string() + style.language.year_word]);
    }
    lines.extend(table);
    if style.note {
        lines.push(vec![style.language.note.to_owned()]);
    }
    let delimiter = style.delimiter.to_string();
    let cell = |cell: &String| {
        if style.quote_all || cell.contains(style.delimiter) { format!("\"{cell}\"") } else { cell.clone() }
    };
    lines.iter().map(|line| line.iter().map(cell).collect::<Vec<_>>().join(&delimiter) + "\n").collect()
}

/// The rows of places with the headings of the cells that name them.
fn places(truth: &Truth, style: &Style, dice: &mut Dice) -> (Vec<String>, Vec<PlaceRow>) {
    let language = style.language;
    let mut rows = Vec::new();
    let total = || added(truth.provinces.iter().flat_map(|province| &province.people));
    let width = if matches!(style.places, Places::Columns | Places::CodeColumn) { 2 } else { 1 };
    let total_row = || {
        let mut cells = vec![String::new(); width];
        cells[usize::from(style.places == Places::CodeColumn)] = language.total.to_owned();
        PlaceRow { cells, people: total() }
    };
    if style.total_row == Position::First {
        rows.push(total_row());
    }
    for (at, province) in truth.provinces.iter().enumerate() {
        let repeated = dice.one_in(2);
        rows.extend(province_rows(at, province, style, repeated));
    }
    if style.total_row == Position::Last {
        rows.push(total_row());
    }
    let heads = match style.places {
        Places::Columns => vec![language.province.to_owned(), language.place.to_owned()],
        Places::CodeColumn => vec![language.code.to_owned(), language.place.to_owned()],
        _ => vec![language.place.to_owned()],
    };
    (heads, rows)
}

fn province_rows(at: usize, province: &Province, style: &Style, repeated: bool) -> Vec<PlaceRow> {
    let language = style.language;
    let above = language.provinces[at];
    let code = |district: usize| format!("{}{:03}00000", 11 + 15 * at, district * 30);
    let cells = |district: usize| -> Vec<String> {
        // Names come again in other provinces where something else tells them apart.
        let unique = matches!(style.places, Places::Districts | Places::Sums | Places::SumsBehind);
        let name = if unique {
            language.districts[(at * 6 + district.max(1) - 1) % language.districts.len()]
        } else {
            language.districts[district.max(1) - 1]
        };
        let own = if district == 0 { above } else { name };
        match style.places {
            Places::Codes if district == 0 => vec![format!("{above}  ({})", code(0))],
            Places::Codes => vec![format!("{above} {own} ({})", code(district))],
            Places::CodeColumn => vec![code(district), own.to_owned()],
            Places::Columns if district == 0 => vec![above.to_owned(), language.total.to_owned()],
            Places::Columns if repeated => vec![above.to_owned(), own.to_owned()],
            Places::Columns => vec![String::new(), own.to_owned()],
            Places::Indented if district > 0 => vec![format!("  {own}")],
            _ => vec![own.to_owned()],
        }
    };
    let mut rows: Vec<PlaceRow> = (1..=province.districts)
        .map(|district| PlaceRow { cells: cells(district), people: province.people[district - 1].clone() })
        .collect();
    let whole = PlaceRow { cells: cells(0), people: province.sum() };
    match style.places {
        Places::Districts => {}
        Places::SumsBehind => rows.push(whole),
        _ => rows.insert(0, whole),
    }
    rows
}

fn figure(people: &[[Vec<u64>; 2]], year: usize, sex: usize, band: Option<usize>) -> u64 {
    let figures = if sex == 0 { both(&people[year]) } else { people[year][sex - 1].clone() };
    band.map_or_else(|| figures.iter().sum(), |band| figures[band])
}

fn at_of(truth: &Truth, band: Option<Band>) -> Option<usize> {
    band.and_then(|band| truth.bands.iter().position(|other| *other == band))
}

fn wide(truth: &Truth, style: &Style, heads: &[String], rows: &[PlaceRow], stacked: bool) -> Vec<Vec<String>> {
    let mut headings: Vec<[String; 3]> = Vec::new();
    let mut columns = Vec::new();
    for (year_at, year) in truth.years.iter().enumerate() {
        for (sex_at, sex) in style.sexes() {
            for band in style.bands(truth) {
                let year = if style.says_year { format!("{year}{}", style.language.year_word) } else { String::new() };
                headings.push([year, sex.to_owned(), style.band(band)]);
                columns.push((year_at, sex_at, at_of(truth, band)));
            }
        }
    }
    let mut lines: Vec<Vec<String>> = Vec::new();
    if stacked {
        for level in 0..3 {
            let mut line = if level == 2 { heads.to_vec() } else { vec![String::new(); heads.len()] };
            let mut last = String::new();
            for heading in &headings {
                let text = heading[level].clone();
                let upper = heading[..level].join("_") + &text;
                // A heading over several columns stands in the first.
                line.push(if level < 2 && upper == last { String::new() } else { text });
                last = upper;
            }
            if line.iter().any(|cell| !cell.is_empty()) {
                lines.push(line);
            }
        }
    } else {
        let composed = headings
            .iter()
            .map(|heading| heading.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("_"));
        lines.push(heads.iter().cloned().chain(composed).collect());
    }
    for row in rows {
        let figures = columns.iter().map(|&(year, sex, band)| style.number(figure(&row.people, year, sex, band)));
        lines.push(row.cells.iter().cloned().chain(figures).collect());
    }
    lines
}

fn long(truth: &Truth, style: &Style, heads: &[String], rows: &[PlaceRow], sex_across: bool) -> Vec<Vec<String>> {
    let language = style.language;
    let says_sex = style.sexes != Sexes::None && !sex_across;
    let mut head = heads.to_vec();
    head.extend(style.says_year.then(|| language.year.to_owned()));
    head.extend(says_sex.then(|| language.sex.to_owned()));
    head.push(language.age.to_owned());
    if sex_across {
        head.extend(style.sexes().iter().map(|(_, sex)| (*sex).to_owned()));
    } else {
        head.push(language.people.to_owned());
    }
    let mut lines = vec![head];
    for row in rows {
        for (year_at, year) in truth.years.iter().enumerate() {
            let sexes = if sex_across { vec![(0, "")] } else { style.sexes() };
            for (sex_at, sex) in sexes {
                for band in style.bands(truth) {
                    let mut line = row.cells.clone();
                    // What is blank in a long table says what stood above.
                    line.extend(style.says_year.then(|| year.to_string()));
                    line.extend(says_sex.then(|| sex.to_owned()));
                    line.push(style.band(band));
                    let wanted = if sex_across { style.sexes() } else { vec![(sex_at, "")] };
                    line.extend(
                        wanted
                            .iter()
                            .map(|(sex, _)| style.number(figure(&row.people, year_at, *sex, at_of(truth, band)))),
                    );
                    lines.push(line);
                }
            }
        }
    }
    lines
}

fn places_across(truth: &Truth, style: &Style, rows: &[PlaceRow]) -> Vec<Vec<String>> {
    let mut lines = vec![vec![style.language.age.to_owned()]];
    lines[0].extend(rows.iter().map(|row| row.cells[0].clone()));
    let year = truth.years.len() - 1;
    for band in style.bands(truth) {
        let figures = rows.iter().map(|row| style.number(figure(&row.people, year, 0, at_of(truth, band))));
        lines.push(std::iter::once(style.band(band)).chain(figures).collect());
    }
    lines
}
