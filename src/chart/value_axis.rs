//! The value axis: linear, and above a limit folded into a strip where something is far too high.

/// Range and ticks of the values.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueAxis {
    /// Highest value drawn to scale.
    pub top: f64,
    /// Highest value of the strip above the fold; `None` = nothing is folded.
    pub strip_to: Option<f64>,
    /// Value, label.
    pub ticks: Vec<(f64, String)>,
    /// Words beside the fold.
    pub folded: String,
}

impl ValueAxis {
    /// Loads in parts of one: to scale up to 1.2, anything above in the strip.
    pub fn of_loads(highest: f64, folded: &str) -> Self {
        let strip_to = (highest > LOAD_TOP).then_some(highest);
        let ticks = vec![(0.0, "0".to_owned()), (0.5, "50".to_owned()), (1.0, "100%".to_owned())];
        Self { top: LOAD_TOP, strip_to, ticks, folded: folded.to_owned() }
    }

    /// Amounts from 0 to `top`, with ticks at round numbers.
    pub fn of_amounts(top: f64, strip_to: Option<f64>, label: impl Fn(f64) -> String, folded: &str) -> Self {
        let step = round_step(top);
        let count = (top / step + 1e-9).floor() as usize;
        let ticks = (0..=count).map(|index| index as f64 * step).map(|value| (value, label(value))).collect();
        Self { top, strip_to, ticks, folded: folded.to_owned() }
    }
}

/// Loads above this are folded [1].
pub const LOAD_TOP: f64 = 1.2;

/// A step of 1, 2 or 5 times a power of ten that gives two to four ticks above zero.
fn round_step(top: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= top {
        power *= 10.0;
    }
    while power > top && power > 1e-9 {
        power /= 10.0;
    }
    [5.0, 2.0, 1.0, 0.5].into_iter().map(|factor| factor * power).find(|step| top / step >= 2.0).unwrap_or(power / 2.0)
}

/// A value axis laid out between two edges [px].
#[derive(Clone, Copy, Debug)]
pub struct ValueLayout {
    pub bottom: f64,
    /// Where `top` stands.
    pub fold: f64,
    strip: Option<Strip>,
    top: f64,
}

#[derive(Clone, Copy, Debug)]
struct Strip {
    bottom: f64,
    top: f64,
    to: f64,
}

/// Distance of the strip from the scale below, room for the zigzag [px].
pub const FOLD_GAP: f64 = 12.0;

impl ValueLayout {
    /// `strip_height` is used only where the axis is folded [px].
    pub fn new(axis: &ValueAxis, top_edge: f64, bottom_edge: f64, strip_height: f64) -> Self {
        let strip = axis.strip_to.map(|to| Strip { bottom: top_edge + strip_height, top: top_edge, to });
        let fold = strip.map_or(top_edge, |strip| strip.bottom + FOLD_GAP);
        Self { bottom: bottom_edge, fold, strip, top: axis.top.max(1e-9) }
    }

    /// Height of a value [px]; what is above the scale stands in the strip, or at its edge.
    pub fn y(&self, value: f64) -> f64 {
        match self.strip {
            Some(strip) if value > self.top => {
                let part = (value - self.top) / (strip.to - self.top).max(1e-9);
                strip.bottom - (strip.bottom - strip.top) * part.min(1.0)
            }
            _ => self.bottom - (self.bottom - self.fold) * (value / self.top).clamp(0.0, 1.0),
        }
    }

    /// Lower edge of the strip [px].
    pub fn strip_bottom(&self) -> Option<f64> {
        self.strip.map(|strip| strip.bottom)
    }

    pub fn is_folded(&self, value: f64) -> bool {
        self.strip.is_some() && value > self.top
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        for (top, step) in [(15.3, 5.0), (110_000.0, 50_000.0), (1.0, 0.5), (60.0, 20.0), (0.03, 0.01), (9.0, 2.0)] {
            assert!((round_step(top) - step).abs() < 1e-12, "{top}: {}", round_step(top));
        }
    }

    #[test]
    fn only_what_is_above_the_limit_is_folded() {
        assert_eq!(ValueAxis::of_loads(1.2, "").strip_to, None);
        let layout = ValueLayout::new(&ValueAxis::of_loads(13.0, ""), 10.0, 300.0, 62.0);
        assert!((layout.y(13.0) - 10.0).abs() < 1e-9);
        assert!((layout.y(1.2) - layout.fold).abs() < 1e-9);
        assert!(layout.y(1.21) < layout.fold - FOLD_GAP + 1e-9);
        assert!((layout.y(0.0) - 300.0).abs() < 1e-9);
    }
}
