//! Shapes of paragraphs and lines of cells that a document uses, each once, by the numbers that it refers to them.

use crate::export::annex::Manner;
use crate::export::annex::grid::{Edges, Side};

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub manner: Manner,
    pub side: Side,
    /// Stays on the page of the next.
    pub keeps: bool,
    /// The numbered list that it is an item of, from 1; 0 = none.
    pub list: usize,
}

impl Shape {
    /// As the manner has it.
    pub fn of(manner: Manner) -> Self {
        Self { manner, side: Side::Left, keeps: manner.look().keeps, list: 0 }
    }
}

pub(super) struct Shapes {
    pub paragraphs: Vec<Shape>,
    pub cells: Vec<Edges>,
    pub lists: usize,
}

/// Lines of paragraphs and pages come before those of cells: none, none behind letters, and a bar for each finding.
pub(super) const FIRST_CELL: usize = 6;
pub(super) const NO_LINES: usize = 1;
pub(super) const BEHIND_LETTERS: usize = 2;
pub(super) const FIRST_BAR: usize = 3;

impl Shapes {
    /// Those of the styles, in the order of the manners.
    pub fn new() -> Self {
        Self { paragraphs: Manner::ALL.map(Shape::of).to_vec(), cells: Vec::new(), lists: 0 }
    }

    /// The number of a shape of paragraphs.
    pub fn paragraph(&mut self, shape: Shape) -> usize {
        place(&mut self.paragraphs, shape)
    }

    /// The number of the lines around a cell.
    pub fn cell(&mut self, edges: Edges) -> usize {
        FIRST_CELL + place(&mut self.cells, edges)
    }
}

fn place<T: PartialEq>(all: &mut Vec<T>, wanted: T) -> usize {
    all.iter().position(|known| *known == wanted).unwrap_or_else(|| {
        all.push(wanted);
        all.len() - 1
    })
}
