//! Two plans under the same luck: the difference of their figures, draw by draw.

use super::band::{Band, order_statistics};
use super::chance::Chance;
use super::draws::Draw;
use super::figures::PlanFigure;

/// A figure of one plan less that of another, over the draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub figure: PlanFigure,
    /// By draw, in the order of their indices; infinite where one of the two is, 0 where both are alike.
    pub by_draw: Vec<f64>,
    pub band: Band,
    /// Of the first being smaller.
    pub smaller: Chance,
    /// Of the first being larger.
    pub larger: Chance,
}

/// `first` less `second` in every draw that both could compute. Both must be drawn with the same seed and number of
/// draws; their samples then share the luck of every assumption that they share.
pub fn difference(figure: PlanFigure, first: &[Draw], second: &[Draw]) -> Difference {
    let (one, other) = (by_index(figure, first), by_index(figure, second));
    let less = |one: f64, other: f64| if one == other { 0.0 } else { one - other };
    let by_draw: Vec<f64> = one.into_iter().zip(other).filter_map(|(one, other)| Some(less(one?, other?))).collect();
    Difference {
        figure,
        band: order_statistics(by_draw.clone()),
        smaller: Chance::counted(by_draw.iter().map(|&difference| difference < 0.0)),
        larger: Chance::counted(by_draw.iter().map(|&difference| difference > 0.0)),
        by_draw,
    }
}

fn by_index(figure: PlanFigure, draws: &[Draw]) -> Vec<Option<f64>> {
    let count = draws.iter().map(|draw| draw.index + 1).max().unwrap_or(0);
    let mut values = vec![None; count];
    for draw in draws {
        values[draw.index] = draw.figures.as_ref().map(|figures| figures.get(figure));
    }
    values
}
