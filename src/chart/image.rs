//! Any picture of the page, and how it is read: by place, by arrow keys, as a table.

use super::draw;
use super::scene::{Scene, Table};
use super::sheet::{Arrow, Sheet};

/// Any picture of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Image {
    /// Values over time.
    Time(Box<Scene>),
    /// Values in cells.
    Sheet(Box<Sheet>),
}

impl From<Scene> for Image {
    fn from(scene: Scene) -> Self {
        Self::Time(Box::new(scene))
    }
}

impl From<Sheet> for Image {
    fn from(sheet: Sheet) -> Self {
        Self::Sheet(Box::new(sheet))
    }
}

impl Image {
    pub fn title(&self) -> &str {
        match self {
            Self::Time(scene) => &scene.title,
            Self::Sheet(sheet) => &sheet.title,
        }
    }

    pub fn subtitle(&self) -> &str {
        match self {
            Self::Time(scene) => &scene.subtitle,
            Self::Sheet(sheet) => &sheet.subtitle,
        }
    }

    pub fn summary(&self) -> &str {
        match self {
            Self::Time(scene) => &scene.summary,
            Self::Sheet(sheet) => &sheet.summary,
        }
    }

    pub fn table(&self) -> &Table {
        match self {
            Self::Time(scene) => &scene.table,
            Self::Sheet(sheet) => &sheet.table,
        }
    }

    /// Number of readings.
    pub fn count(&self) -> usize {
        match self {
            Self::Time(scene) => scene.points.len(),
            Self::Sheet(sheet) => sheet.count(),
        }
    }

    /// What the reading of that index says.
    pub fn reading(&self, index: usize) -> Option<String> {
        match self {
            Self::Time(scene) => scene.points.get(index).map(|point| point.reading.clone()),
            Self::Sheet(sheet) => sheet.reading(index),
        }
    }

    /// The reading at a place of the picture [px of the layout].
    pub fn nearest(&self, (x, y): (f64, f64), (width, height): (f64, f64)) -> Option<usize> {
        match self {
            Self::Time(scene) => scene.nearest(draw::minute_at(scene, width, x)),
            Self::Sheet(sheet) => draw::cell_at(sheet, (x, y), (width, height)),
        }
    }

    /// Where a key leads; `Some(None)` = back to no choice, `None` = the key means nothing here.
    pub fn next_reading(&self, key: &str, at: Option<usize>) -> Option<Option<usize>> {
        let last = self.count().checked_sub(1)?;
        let arrow = match key {
            "ArrowRight" => Arrow::Right,
            "ArrowLeft" => Arrow::Left,
            "ArrowUp" => Arrow::Up,
            "ArrowDown" => Arrow::Down,
            "Home" => return Some(Some(0)),
            "End" => return Some(Some(last)),
            "Escape" => return Some(None),
            _ => return None,
        };
        let at = at.filter(|index| *index <= last);
        match (self, arrow) {
            (Self::Time(_), Arrow::Right) => Some(Some(at.map_or(0, |index| (index + 1).min(last)))),
            (Self::Time(_), Arrow::Left) => Some(Some(at.map_or(last, |index| index.saturating_sub(1)))),
            (Self::Time(_), Arrow::Up | Arrow::Down) => None,
            (Self::Sheet(sheet), arrow) => Some(Some(at.map_or(0, |index| sheet.step(index, arrow)))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sheet::{Body, Rank, Ranks};

    fn three_bars() -> Image {
        let bar =
            || Rank { name: String::new(), value: None, figure: String::new(), missed: false, reading: String::new() };
        let body = Body::Ranks(Ranks { bars: vec![bar(), bar(), bar()], top: 1.0, limit: None });
        let [title, subtitle, summary] = [const { String::new() }; 3];
        Image::from(Sheet { title, subtitle, summary, body, table: Table::default() })
    }

    #[test]
    fn arrows_walk_and_stop_at_the_ends() {
        for (key, at, expected) in [
            ("ArrowDown", None, Some(Some(0))),
            ("ArrowDown", Some(1), Some(Some(2))),
            ("ArrowDown", Some(2), Some(Some(2))),
            ("ArrowUp", Some(0), Some(Some(0))),
            ("End", Some(0), Some(Some(2))),
            ("Home", Some(2), Some(Some(0))),
            ("Escape", Some(1), Some(None)),
            ("a", Some(1), None),
        ] {
            assert_eq!(three_bars().next_reading(key, at), expected, "{key} at {at:?}");
        }
    }
}
