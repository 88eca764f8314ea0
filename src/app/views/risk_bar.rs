//! A bar from a figure at the low end of an assumption to that at its high end, around the likely value.

use yew::prelude::*;

use crate::risk::{PlanFigure, Swing};

/// The ends of the axis that all bars share, and the likely value on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    least: f64,
    greatest: f64,
    likely: f64,
}

impl Scale {
    /// Over all these swings of a key figure; what is infinite ends at the edge.
    pub fn of(swings: impl Iterator<Item = Swing>, key: usize, likely: f64) -> Self {
        let ends = swings.flat_map(|swing| [swing.at_low, swing.at_high]).flatten().map(|figures| figures[key]);
        let finite = ends.chain([likely]).filter(|value| value.is_finite());
        let (least, greatest) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, greatest), value| {
            (least.min(value), greatest.max(value))
        });
        Self { least, greatest, likely }
    }

    /// Where a value stands [0..1].
    fn at(self, value: f64) -> f64 {
        if value > self.greatest {
            1.0
        } else if self.greatest > self.least {
            ((value - self.least) / (self.greatest - self.least)).clamp(0.0, 1.0)
        } else {
            0.5
        }
    }
}

/// Hidden from assistive technology: the words beside it say the same.
pub fn bar(swing: Swing, key: usize, scale: Scale) -> Html {
    let place = |at: Option<[f64; PlanFigure::KEY.len()]>| at.map(|figures| scale.at(figures[key]));
    let percent = |part: f64| format!("{:.2}%", 1.0 + 98.0 * part);
    let likely = scale.at(scale.likely);
    let part = |at: Option<f64>, class: &'static str| {
        at.filter(|at| (at - likely).abs() > 0.002).map(|at| {
            let (left, right) = (at.min(likely), at.max(likely));
            html! { <rect {class} x={percent(left)} y="3" height="10" width={format!("{:.2}%", 98.0 * (right - left))} /> }
        })
    };
    html! {
        <svg class="risk-bar" aria-hidden="true">
            { part(place(swing.at_low), "risk-low") }
            { part(place(swing.at_high), "risk-high") }
            <line class="risk-likely" x1={percent(likely)} x2={percent(likely)} y1="0" y2="16" />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_share_an_axis_and_what_is_never_over_ends_at_its_edge() {
        let swing = |low: f64, high: f64| Swing { at_low: Some([low; 5]), at_high: Some([high; 5]) };
        let scale = Scale::of([swing(1.0, 3.0), swing(2.0, f64::INFINITY)].into_iter(), 0, 2.0);
        assert_eq!([1.0, 2.0, 3.0, f64::INFINITY].map(|value| scale.at(value)), [0.0, 0.5, 1.0, 1.0]);
        let endless = Scale::of([swing(f64::INFINITY, f64::INFINITY)].into_iter(), 0, f64::INFINITY);
        assert_eq!(endless.at(f64::INFINITY), 1.0);
        assert_eq!(Scale::of([swing(0.0, 0.0)].into_iter(), 0, 0.0).at(0.0), 0.5);
    }
}
