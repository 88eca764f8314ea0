//! Pictures in which values stand in cells: a map of tiles, a heat map, bars one below the other.

use super::heat_map;
use super::scene::Table;
use super::time_axis::TimeAxis;
use crate::forecast::Verdict;
use crate::text::Language;

/// One picture of cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The finding, as a sentence.
    pub title: String,
    /// Measure, unit and how it is worked out.
    pub subtitle: String,
    /// For whoever does not see the picture.
    pub summary: String,
    pub body: Body,
    pub table: Table,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    Tiles(Tiles),
    Heat(Heat),
    Ranks(Ranks),
}

/// Regions as tiles.
#[derive(Clone, Debug, PartialEq)]
pub struct Tiles {
    /// Columns and rows of the whole map.
    pub size: (u32, u32),
    /// Whether there is room for words in a tile.
    pub with_words: bool,
    pub tiles: Vec<Tile>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// From the left, from the top.
    pub place: (u32, u32),
    pub name: String,
    pub content: TileContent,
    pub reading: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum TileContent {
    /// A square per day, filled where the region is invited.
    Days(Vec<bool>),
    /// A value with its verdict.
    Judged(String, Verdict),
    /// A value that nobody judges.
    Plain(String),
}

/// What the colours of a heat map stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeatMeasure {
    /// How many begin [people per minute].
    Starters,
    /// Peak load of the slot in which they begin [1].
    Load,
    /// Wait at the target's percentile in the slot in which they begin [s]; infinite = not over.
    Wait,
}

impl HeatMeasure {
    pub const ALL: [Self; 3] = [Self::Starters, Self::Load, Self::Wait];
}

/// Values by row and stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    pub time: TimeAxis,
    pub measure: HeatMeasure,
    /// Name, value of each column; `None` = nobody begins there.
    pub rows: Vec<(String, Vec<Option<f64>>)>,
    /// From, until [minutes from the start of the horizon], with the words that say when.
    pub columns: Vec<((u32, u32), String)>,
    /// The darkest step begins below this value.
    pub top: f64,
    /// What the lightest and the darkest step stand for.
    pub key: (String, String),
    /// Of the readings, which are put into words one by one.
    pub language: Language,
}

/// Bars one below the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranks {
    pub bars: Vec<Rank>,
    /// The longest bar.
    pub top: f64,
    /// A line that all should stay below, with its words.
    pub limit: Option<(f64, String)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Rank {
    pub name: String,
    /// `None` = beyond all measure.
    pub value: Option<f64>,
    pub figure: String,
    /// Whether the value misses the limit.
    pub missed: bool,
    pub reading: String,
}

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    Left,
    Right,
    Up,
    Down,
}

impl Sheet {
    /// Number of readings.
    pub fn count(&self) -> usize {
        match &self.body {
            Body::Tiles(tiles) => tiles.tiles.len(),
            Body::Heat(heat) => heat.rows.len() * heat.columns.len(),
            Body::Ranks(ranks) => ranks.bars.len(),
        }
    }

    /// What the cell of that index says.
    pub fn reading(&self, index: usize) -> Option<String> {
        match &self.body {
            Body::Tiles(tiles) => tiles.tiles.get(index).map(|tile| tile.reading.clone()),
            Body::Ranks(ranks) => ranks.bars.get(index).map(|bar| bar.reading.clone()),
            Body::Heat(heat) => {
                let (row, column) = (index.checked_div(heat.columns.len())?, index % heat.columns.len());
                let (name, values) = heat.rows.get(row)?;
                let value = values.get(column).copied()?;
                Some(heat_map::reading(
                    name,
                    &heat.columns.get(column)?.1,
                    value,
                    heat.measure,
                    heat.language.catalogue(),
                ))
            }
        }
    }

    /// Column and row of a cell.
    fn place(&self, index: usize) -> (i64, i64) {
        match &self.body {
            Body::Tiles(tiles) => {
                let (column, row) = tiles.tiles.get(index).map_or((0, 0), |tile| tile.place);
                (i64::from(column), i64::from(row))
            }
            Body::Heat(heat) => {
                let columns = heat.columns.len().max(1);
                ((index % columns) as i64, (index / columns) as i64)
            }
            Body::Ranks(_) => (0, index as i64),
        }
    }

    /// The cell that an arrow key leads to: the nearest in that direction, straight ahead before aslant; the same
    /// one at the edge.
    pub fn step(&self, from: usize, arrow: Arrow) -> usize {
        let (column, row) = self.place(from);
        let far = |index: &usize| {
            let (to_column, to_row) = self.place(*index);
            let (right, down) = (to_column - column, to_row - row);
            let (ahead, aside) = match arrow {
                Arrow::Left => (-right, down.abs()),
                Arrow::Right => (right, down.abs()),
                Arrow::Up => (-down, right.abs()),
                Arrow::Down => (down, right.abs()),
            };
            (ahead > 0).then_some(ahead + 3 * aside)
        };
        (0..self.count()).filter_map(|index| far(&index).map(|far| (far, index))).min().map_or(from, |(_, index)| index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(places: &[(u32, u32)]) -> Sheet {
        let tile = |place: &(u32, u32)| Tile {
            place: *place,
            name: String::new(),
            content: TileContent::Plain(String::new()),
            reading: String::new(),
        };
        let tiles = Tiles { size: (5, 5), with_words: true, tiles: places.iter().map(tile).collect() };
        Sheet {
            title: String::new(),
            subtitle: String::new(),
            summary: String::new(),
            body: Body::Tiles(tiles),
            table: Table::default(),
        }
    }

    #[test]
    fn arrows_go_straight_where_they_can_and_aslant_where_they_must() {
        let map = map(&[(0, 0), (1, 0), (3, 0), (1, 1), (4, 2)]);
        for (from, arrow, to) in [
            (0, Arrow::Right, 1),
            (1, Arrow::Right, 2),
            (1, Arrow::Down, 3),
            (3, Arrow::Up, 1),
            (0, Arrow::Left, 0),
            (0, Arrow::Up, 0),
            (2, Arrow::Down, 4),
            (3, Arrow::Right, 2),
        ] {
            assert_eq!(map.step(from, arrow), to, "{arrow:?} from {from}");
        }
    }
}
