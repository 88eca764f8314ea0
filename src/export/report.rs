//! The report as one laid-out value: headings, paragraphs, lists, tables and pictures in their order, before any format.

mod assumptions;
mod head;
mod journey;
mod limits;
mod outcome;
mod reference;
mod requirements;
mod slots;
mod timetable;

use super::material::Material;
use super::picture::Picture;
use crate::forecast::Verdict;
use crate::text::Language;
use crate::text::report::{ReportWords, words};

/// A report, the same for every format.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub language: Language,
    /// Who has made the plan; empty = nobody is named.
    pub author: String,
    /// The day of the plan, as `2026-11-02`.
    pub dated: String,
    /// What kind of document it is, above the title.
    pub kind: String,
    pub title: String,
    /// What the plan is, in one line below the title.
    pub about: String,
    /// Names and values beside the title: fingerprint, model, date, version.
    pub marks: Vec<(String, String)>,
    pub blocks: Vec<Block>,
    pub furniture: Furniture,
}

/// What stands on every page.
#[derive(Clone, Debug, PartialEq)]
pub struct Furniture {
    /// At the foot, to the left: title, fingerprint and model.
    pub foot: String,
    /// Before and after the numbers of the page and of all pages, which the format knows.
    pub page: [String; 3],
}

/// One piece of a report.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Heading(Heading),
    Paragraph(Paragraph),
    /// A numbered list.
    Items(Vec<Item>),
    /// Key figures in a row.
    Figures(Vec<KeyFigure>),
    Table(Table),
    Picture(Picture),
    Approval(Approval),
    Reference(Reference),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 = a section, 2 = a part of one.
    pub level: u8,
    /// `"3"`, `"3.1"`.
    pub number: String,
    pub text: String,
}

/// How a paragraph is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Plain,
    /// The finding, to be quoted.
    Verdict(Verdict),
    /// What goes with the finding.
    Lead,
    /// Small print below a table or picture.
    Note,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub look: Look,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What refers to it, without brackets.
    pub number: String,
    pub text: String,
    /// An address that the text goes with.
    pub address: Option<String>,
}

/// A headline figure with what it is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    pub name: String,
    pub value: String,
    /// Where it lies in most cases, or that it is at the likely values.
    pub sure: String,
    pub context: String,
    /// The same figure with everybody invited at once.
    pub baseline: String,
    /// It misses its target.
    pub is_missed: bool,
}

/// What a column holds, which decides how it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// The name of the row.
    Head,
    /// Words that may take several lines.
    Text,
    /// Words that stay on one line.
    Short,
    /// Digits, to the right.
    Number,
    Verdict,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    pub kind: ColumnKind,
    /// Its part of the width, in parts of the sum over all columns.
    pub weight: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    /// Set apart from its neighbours.
    Strong(String),
    /// With the word for it.
    Verdict(Verdict, String),
    /// There is no value.
    Empty,
}

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKind {
    #[default]
    Plain,
    /// The first of a day or of another group.
    First,
    /// A sum, or the time between windows.
    Last,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub kind: RowKind,
    /// One per column.
    pub cells: Vec<Cell>,
}

/// A table whose header row is repeated on every page that it reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Numbered: "Table 1. …".
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// Boxes to be signed: roles, and who has one already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    pub caption: String,
    /// What is asked of each role: name, date, signature.
    pub lines: [String; 3],
    /// Role, and its name where that is known.
    pub roles: Vec<(String, String)>,
}

/// How the very same plan is opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The address, in full; `None` = not known.
    pub link: Option<String>,
    /// The address as a picture.
    pub code: Option<Picture>,
    pub text: String,
}

/// Lays out the report of a plan; `code` is a picture of its link, where there is one.
pub fn lay_out(material: &Material, code: Option<Picture>) -> Report {
    let mut sheet = Sheet::new(words(material.language));
    head::push(material, &mut sheet);
    outcome::push(material, &mut sheet);
    slots::push(material, &mut sheet);
    timetable::push(material, &mut sheet);
    journey::push(material, &mut sheet);
    assumptions::push(material, &mut sheet);
    limits::push(material, &mut sheet);
    if material.with_requirements {
        requirements::push(material, &mut sheet);
    }
    reference::push(material, code, &mut sheet);
    head::frame(material, sheet)
}

/// A report while it is laid out: what is there, and the next numbers.
struct Sheet {
    words: &'static ReportWords,
    blocks: Vec<Block>,
    sections: usize,
    parts: usize,
    tables: usize,
    pictures: usize,
}

impl Sheet {
    fn new(words: &'static ReportWords) -> Self {
        Self { words, blocks: Vec::new(), sections: 0, parts: 0, tables: 0, pictures: 0 }
    }

    fn section(&mut self, text: &str) {
        self.sections += 1;
        self.parts = 0;
        let number = self.sections.to_string();
        self.blocks.push(Block::Heading(Heading { level: 1, number, text: text.to_owned() }));
    }

    fn part(&mut self, text: &str) {
        self.parts += 1;
        let number = format!("{}.{}", self.sections, self.parts);
        self.blocks.push(Block::Heading(Heading { level: 2, number, text: text.to_owned() }));
    }

    fn say(&mut self, look: Look, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(Paragraph { look, text: text.into() }));
    }

    /// A table under its next number.
    fn table(&mut self, caption: &str, columns: Vec<Column>, rows: Vec<Row>) {
        self.tables += 1;
        let caption = (self.words.table)(self.tables, caption);
        self.blocks.push(Block::Table(Table { caption, columns, rows }));
    }

    /// A picture under its next number; its caption is the finding that it shows.
    fn picture(&mut self, picture: Picture) {
        self.pictures += 1;
        let caption = (self.words.picture)(self.pictures, &picture.caption);
        self.blocks.push(Block::Picture(Picture { caption, ..picture }));
    }
}

/// The mark that goes with the word of a verdict; it tells them apart without colour.
pub fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "✓",
        Verdict::AtRisk => "!",
        Verdict::Breaks => "✕",
    }
}

fn column(heading: impl Into<String>, kind: ColumnKind, weight: u32) -> Column {
    Column { heading: heading.into(), kind, weight }
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// A text, or an empty cell where there is none.
fn some(text: Option<String>) -> Cell {
    text.map_or(Cell::Empty, Cell::Text)
}
