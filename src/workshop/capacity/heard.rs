//! What somebody says a stage can take, and what of it counts.

use super::super::bids::quantity::{Fault, amount, service};
use crate::bids::{Basis, Figure, Per, RateOffer};
use crate::plan::limits;
use crate::text::unit_words::Dimension;
use crate::text::workshop::bids::FOLDS;
use crate::text::workshop::capacity::TEN_THOUSAND;
use crate::units::Seconds;

/// A figure once it is clear what it counts.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// People admitted in a time.
    Rate(RateOffer),
    /// People in service at once.
    Served(Figure),
    /// People in service or waiting at once, each of whom waits that long on average [s].
    Inside(Figure, Seconds),
}

impl Said {
    /// Admissions that it allows [1/s], services lasting `service` on average: Little's law (1961), people inside =
    /// admissions per second times the time each of them stays.
    pub fn per_second(&self, service: Seconds) -> f64 {
        match self {
            Self::Rate(offer) => offer.counted().get(),
            Self::Served(figure) => figure.counted() / service.get(),
            Self::Inside(figure, wait) => figure.counted() / (service.get() + wait.get()),
        }
    }

    pub fn figure(&self) -> &Figure {
        match self {
            Self::Rate(offer) => &offer.figure,
            Self::Served(figure) | Self::Inside(figure, _) => figure,
        }
    }
}

/// What people at once are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Nobody has said.
    Unasked,
    Served,
    Waiting,
    /// It was asked and is not known.
    Unknown,
}

/// The unit of a bare number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Unsaid,
    Per(Per),
    AtOnce,
}

/// Why a figure cannot be counted on yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The text is no figure, or one beyond what a stage can have.
    Figure,
    Unit,
    /// Whether those who wait are counted.
    Counted,
    /// How long those wait who are counted.
    Wait,
}

/// A figure as far as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// The number bears no unit of its own.
    pub is_bare: bool,
    /// It counts people at once.
    pub is_at_once: bool,
    /// `Ok(None)` = nothing was said.
    pub said: Result<Option<Said>, Missing>,
}

/// Reads a figure such as `48,000/h`, `3,600 people`, or a bare number with its unit beside it.
pub fn heard(text: &str, measure: Measure, basis: Basis, counted: Counted, wait: &str) -> Heard {
    let nothing = Heard { is_bare: false, is_at_once: false, said: Ok(None) };
    if text.trim().is_empty() {
        return nothing;
    }
    let Some((value, unit)) = amount(&in_full(text)) else {
        return Heard { said: Err(Missing::Figure), ..nothing };
    };
    let is_bare = unit.is_none();
    let measure = match unit {
        None => measure,
        Some((Dimension::People, _)) => Measure::AtOnce,
        Some((Dimension::Flow, factor)) => {
            Per::ALL.into_iter().find(|per| factor == 1.0 / per.seconds()).map_or(Measure::Unsaid, Measure::Per)
        }
        Some(_) => Measure::Unsaid,
    };
    let figure = Figure { value, basis };
    let is_at_once = measure == Measure::AtOnce;
    let said = match measure {
        Measure::Unsaid => Err(if is_bare { Missing::Unit } else { Missing::Figure }),
        Measure::Per(per) => within(limits::RATE, Said::Rate(RateOffer { figure, per })),
        Measure::AtOnce => at_once(figure, counted, wait),
    };
    Heard { is_bare, is_at_once, said: said.map(Some) }
}

fn at_once(figure: Figure, counted: Counted, wait: &str) -> Result<Said, Missing> {
    match counted {
        Counted::Unasked | Counted::Unknown => Err(Missing::Counted),
        Counted::Served => within(limits::SESSIONS, Said::Served(figure)),
        Counted::Waiting => match service(wait) {
            Ok(Some(wait)) => within(limits::SESSIONS, Said::Inside(figure, wait)),
            Ok(None) | Err(Fault::NotThat | Fault::OutOfBounds) => Err(Missing::Wait),
        },
    }
}

fn within(bounds: limits::Bounds, said: Said) -> Result<Said, Missing> {
    let counted = match &said {
        Said::Rate(offer) => offer.counted().get(),
        Said::Served(figure) | Said::Inside(figure, _) => figure.counted(),
    };
    if counted > 0.0 && (bounds.least..=bounds.greatest).contains(&counted) { Ok(said) } else { Err(Missing::Figure) }
}

/// The text with a number of ten thousands written in full. Anything finer is left as it is and asked for anew.
fn in_full(text: &str) -> String {
    let Some((before, after)) = text.split_once(TEN_THOUSAND) else { return text.to_owned() };
    let is_number = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',');
    let start = before.trim_end_matches(is_number).len();
    let digits: String = before[start..].chars().filter(|sign| *sign != ',').collect();
    match digits.parse::<f64>() {
        Ok(number) if !after.contains(FOLDS) && !after.trim_start().starts_with(is_number) => {
            format!("{}{}{after}", &before[..start], number * 1e4)
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Share;

    fn said(text: &str, measure: Measure, counted: Counted, wait: &str) -> Result<Option<Said>, Missing> {
        heard(text, measure, Basis::Promised, counted, wait).said
    }

    #[test]
    fn the_same_capacity_in_every_unit_is_the_same_rate() {
        let service = Seconds::new(180.0);
        let minute = Measure::Per(Per::Minute);
        for (text, measure, counted, wait, rate) in [
            ("20/s", Measure::Unsaid, Counted::Unasked, "", 20.0),
            ("1,200", minute, Counted::Unasked, "", 20.0),
            ("72,000/h", minute, Counted::Unasked, "", 20.0),
            ("시간당 7.2만건", Measure::Unsaid, Counted::Unasked, "", 20.0),
            ("3,600 people", Measure::Unsaid, Counted::Served, "", 20.0),
            ("3600", Measure::AtOnce, Counted::Served, "", 20.0),
            ("3,600", Measure::AtOnce, Counted::Waiting, "420", 6.0),
            ("1.2만명", Measure::Unsaid, Counted::Waiting, "7분", 20.0),
        ] {
            let said = said(text, measure, counted, wait).unwrap().unwrap();
            assert!((said.per_second(service) - rate).abs() < 1e-12, "{text} {said:?}");
        }
    }

    #[test]
    fn people_at_once_are_not_converted_before_it_is_said_who_is_counted() {
        assert_eq!(said("5만", Measure::Unsaid, Counted::Unasked, ""), Err(Missing::Unit));
        for counted in [Counted::Unasked, Counted::Unknown] {
            assert_eq!(said("5만명", Measure::Unsaid, counted, "600"), Err(Missing::Counted));
        }
        for wait in ["", "soon", "-5"] {
            assert_eq!(said("5만명", Measure::Unsaid, Counted::Waiting, wait), Err(Missing::Wait), "{wait}");
        }
        assert_eq!(said(" ", Measure::Unsaid, Counted::Unasked, ""), Ok(None));
        for text in ["many", "4만 8천", "20%", "5 min", "0/s", "-3/s", "1e12/s"] {
            assert_eq!(said(text, Measure::AtOnce, Counted::Served, ""), Err(Missing::Figure), "{text}");
        }
    }

    #[test]
    fn only_the_share_that_counts_of_what_was_tested_is_counted() {
        let tested = Basis::Tested { counted: Share::new(0.75) };
        let said = heard("48,000/h", Measure::Unsaid, tested, Counted::Unasked, "").said.unwrap().unwrap();
        assert_eq!(said.per_second(Seconds::new(180.0)), 10.0);
        assert_eq!(said.figure().value, 48_000.0);
    }
}
