//! A report as pieces in their order: paragraphs, lists, grids and pictures, which every word processor has.

use super::BODY_MM;
use super::grid::Grid;
use super::manner::Manner;
use crate::export::documents::LAYOUT_PER_MM;
use crate::export::picture::{Drawing, Picture, WIDTH};
use crate::export::report::{Block, Item, Look, Reference, Report};

/// One piece.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece<'a> {
    Paragraph(Manner, String),
    /// A paragraph to the right.
    Aside(Manner, String),
    /// A numbered list, which counts from 1 by itself.
    Items(&'a [Item]),
    Grid(Grid, Option<Caption>),
    Picture(Scene<'a>),
    /// An address that can be followed.
    Address(String),
}

/// A picture with its place on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene<'a> {
    /// Which one of those that are painted; `None` = it has its pixels.
    pub painted: Option<usize>,
    pub picture: &'a Picture,
    pub caption: Option<Caption>,
    /// Width and height [mm].
    pub size: (f64, f64),
}

/// A caption, with its number apart, so that a word processor can count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    pub before: String,
    pub number: String,
    pub after: String,
}

impl Caption {
    /// The number is the first that is in the text.
    pub fn of(text: &str) -> Option<Self> {
        let start = text.find(|letter: char| letter.is_ascii_digit())?;
        let (before, rest) = text.split_at(start);
        let (number, after) = rest.split_at(rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len()));
        Some(Self { before: before.to_owned(), number: number.to_owned(), after: after.to_owned() })
    }

    pub fn text(&self) -> String {
        [self.before.as_str(), &self.number, &self.after].concat()
    }
}

/// The pieces of a report.
pub fn pieces(report: &Report) -> Vec<Piece<'_>> {
    let said = |manner, text: &String| Piece::Paragraph(manner, text.clone());
    let mut all = vec![
        said(Manner::Kind, &report.kind),
        said(Manner::Title, &report.title),
        said(Manner::About, &report.about),
        Piece::Grid(Grid::of_marks(&report.marks), None),
    ];
    let mut painted = 0;
    for block in &report.blocks {
        match block {
            Block::Heading(heading) => {
                let manner = if heading.level == 1 { Manner::Section } else { Manner::Part };
                all.push(Piece::Paragraph(manner, format!("{} {}", heading.number, heading.text)));
            }
            Block::Paragraph(paragraph) => {
                let manner = match paragraph.look {
                    Look::Plain => Manner::Body,
                    Look::Verdict(verdict) => Manner::Finding(verdict),
                    Look::Lead => Manner::Lead,
                    Look::Note => Manner::Note,
                };
                all.push(said(manner, &paragraph.text));
            }
            Block::Items(items) => all.push(Piece::Items(items)),
            Block::Figures(figures) => all.push(Piece::Grid(Grid::of_figures(figures), None)),
            Block::Table(table) => all.push(Piece::Grid(Grid::of_table(table), Caption::of(&table.caption))),
            Block::Picture(picture) => {
                all.push(Piece::Picture(scene(picture, Some(painted))));
                painted += 1;
                all.push(said(Manner::Note, &picture.note));
            }
            Block::Approval(approval) => {
                all.push(Piece::Aside(Manner::Caption, approval.caption.clone()));
                all.push(Piece::Grid(Grid::of_approval(approval), None));
            }
            Block::Reference(reference) => push_reference(reference, &mut all),
        }
    }
    all
}

fn push_reference<'a>(reference: &'a Reference, all: &mut Vec<Piece<'a>>) {
    all.push(Piece::Paragraph(Manner::Body, reference.text.clone()));
    all.extend(reference.link.iter().map(|link| Piece::Address(link.clone())));
    all.extend(reference.code.iter().map(|code| Piece::Picture(scene(code, None))));
}

/// Pictures of the forecast are as wide as the text, codes as wide as they are read from.
fn scene(picture: &Picture, painted: Option<usize>) -> Scene<'_> {
    let (width, height) = (f64::from(picture.size.0), f64::from(picture.size.1));
    let per_mm = match picture.drawing {
        Drawing::Chart(_) => f64::from(WIDTH) / BODY_MM,
        Drawing::Code { .. } => LAYOUT_PER_MM,
    };
    let caption = Caption::of(&picture.caption);
    Scene { painted, picture, caption, size: (width / per_mm, height / per_mm) }
}

/// Longer addresses stand there as text alone: word processors refuse to follow them.
const FOLLOWED_MOST: usize = 2_000;

/// Whether an address is one of the web that a word processor follows.
pub fn is_followed(address: &str) -> bool {
    let is_web = ["http://", "https://"].iter().any(|start| address.starts_with(start));
    is_web && address.len() <= FOLLOWED_MOST && !address.contains(char::is_whitespace)
}

/// Whether a list counts from 1 in steps of 1, as a word processor does by itself.
pub fn counts_by_itself(items: &[Item]) -> bool {
    items.iter().enumerate().all(|(index, item)| item.number == (index + 1).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_followed_and_no_endless_ones() {
        assert!(is_followed("https://example.org/#s1"));
        for address in ["javascript:alert(1)", "example.org", "https://a b", &format!("https://{}", "x".repeat(3_000))]
        {
            assert!(!is_followed(address), "{address}");
        }
    }

    #[test]
    fn a_caption_is_split_at_its_number() {
        let caption = Caption::of("Table 12. Peak at 3").unwrap();
        assert_eq!((caption.before.as_str(), caption.number.as_str()), ("Table ", "12"));
        assert_eq!(caption.after, ". Peak at 3");
        assert_eq!(caption.text(), "Table 12. Peak at 3");
        assert_eq!(Caption::of("none"), None);
    }
}
