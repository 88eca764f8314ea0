//! The likely value of a range that says nothing of it: its middle on the scale on which the value is spread.

use super::NumberField;
use crate::num::three_figures;
use crate::plan::limits;

/// The middle of a range as contract.md section 2.12 spreads it, to three figures of the page's unit: that of the
/// ratios; of shares, that of the odds; halfway where the scale does not reach an end.
pub fn middle(field: NumberField, low: f64, high: f64) -> f64 {
    let middle = if field.bounds() == limits::SHARE && low > 0.0 && high < 1.0 {
        let odds = ((low / (1.0 - low)) * (high / (1.0 - high))).sqrt();
        odds / (1.0 + odds)
    } else if field.bounds() != limits::SHARE && low > 0.0 {
        low.sqrt() * high.sqrt()
    } else {
        low + (high - low) / 2.0
    };
    let unit = field.unit();
    unit.stored(three_figures(unit.shown(middle))).clamp(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::fields::StageNumber;

    #[test]
    fn the_middle_is_that_of_the_ratios_and_of_shares_that_of_the_odds() {
        let patience = NumberField::Stage(0, StageNumber::Patience);
        for (field, low, high, expected) in [
            (patience, 1500.0, 2100.0, 29.6 * 60.0),
            (NumberField::ShowUp, 0.2, 0.8, 0.5),
            (NumberField::ShowUp, 0.01, 0.5, 0.0913),
            (NumberField::ShowUp, 0.0, 0.5, 0.25),
            (NumberField::Uninvited, 0.0, 0.5, 0.25),
            (NumberField::Admit, 1e4, 1e6, 1e5),
            (NumberField::TargetLoad, 0.5, 2.0, 1.0),
        ] {
            let found = middle(field, low, high);
            assert!((found - expected).abs() < 1e-9, "{field:?} {low}-{high}: {found}");
        }
        assert_eq!(middle(NumberField::ShowUp, 0.12345, 0.12345), 0.12345, "never outside");
    }
}
