//! Figures as plain numbers, for the way between a worker and the page.

use super::curves::{Curve, Curves};
use super::figures::{Figures, PlanFigure, SlotFigure, SlotFigures};
use crate::forecast::{Place, Verdict};

/// The waiting room among stages that count from 0.
const WAITING_ROOM: f64 = -1.0;
/// The row between windows.
const NO_WINDOW: f64 = -1.0;

/// The figures of a draw, one number after the other; none for a draw that could not be computed.
pub fn to_numbers(figures: Option<&Figures>) -> Vec<f64> {
    let Some(figures) = figures else { return Vec::new() };
    let mut numbers = vec![figures.slots.len() as f64];
    for slot in &figures.slots {
        numbers.push(slot.window.map_or(NO_WINDOW, |window| window as f64));
        numbers.push(match slot.verdict {
            Verdict::Holds => 0.0,
            Verdict::AtRisk => 1.0,
            Verdict::Breaks => 2.0,
        });
        numbers.push(of_place(slot.bottleneck));
        numbers.extend(slot.values);
    }
    numbers.extend(figures.values);
    numbers.push(figures.curves.stretch_minutes as f64);
    numbers.push(figures.curves.finished.len() as f64);
    numbers.extend(&figures.curves.finished);
    for curve in &figures.curves.places {
        numbers.push(of_place(curve.place));
        numbers.push(curve.queue.len() as f64);
        numbers.extend(&curve.attempts_per_s);
        numbers.extend(&curve.queue);
        numbers.extend(&curve.wait);
    }
    numbers
}

/// What [`to_numbers`] wrote: the outer `None` = it did not, the inner = a draw that could not be computed.
pub fn from_numbers(numbers: &[f64]) -> Option<Option<Figures>> {
    if numbers.is_empty() {
        return Some(None);
    }
    let mut rest = Rest(numbers);
    let n_slots = rest.count()?;
    let slots = (0..n_slots).map(|_| rest.slot()).collect::<Option<Vec<SlotFigures>>>()?;
    let values = rest.several::<{ PlanFigure::ALL.len() }>()?;
    let stretch_minutes = rest.count()?;
    let n_stretches = rest.count()?;
    let finished = rest.list(n_stretches)?;
    let mut places = Vec::new();
    while !rest.0.is_empty() {
        let place = place(rest.one()?)?;
        let n_points = rest.count()?;
        places.push(Curve {
            place,
            attempts_per_s: rest.list(n_points)?,
            queue: rest.list(n_points)?,
            wait: rest.list(n_points)?,
        });
    }
    Some(Some(Figures { slots, values, curves: Curves { stretch_minutes, finished, places } }))
}

fn of_place(place: Place) -> f64 {
    match place {
        Place::WaitingRoom => WAITING_ROOM,
        Place::Stage(stage) => stage as f64,
    }
}

fn place(number: f64) -> Option<Place> {
    if number == WAITING_ROOM { Some(Place::WaitingRoom) } else { whole(number).map(Place::Stage) }
}

fn whole(number: f64) -> Option<usize> {
    (number >= 0.0 && number <= f64::from(u32::MAX) && number.fract() == 0.0).then_some(number as usize)
}

/// What has not been read yet.
struct Rest<'a>(&'a [f64]);

impl Rest<'_> {
    fn one(&mut self) -> Option<f64> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    fn count(&mut self) -> Option<usize> {
        whole(self.one()?)
    }

    fn list(&mut self, count: usize) -> Option<Vec<f64>> {
        let (list, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(list.to_vec())
    }

    fn several<const N: usize>(&mut self) -> Option<[f64; N]> {
        let (&several, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(several)
    }

    fn slot(&mut self) -> Option<SlotFigures> {
        let window = self.one()?;
        let window = if window == NO_WINDOW { None } else { Some(whole(window)?) };
        let verdict = match self.count()? {
            0 => Verdict::Holds,
            1 => Verdict::AtRisk,
            2 => Verdict::Breaks,
            _ => return None,
        };
        let bottleneck = place(self.one()?)?;
        Some(SlotFigures { window, values: self.several::<{ SlotFigure::ALL.len() }>()?, verdict, bottleneck })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{CheckedPlan, sample};
    use crate::risk::full;

    #[test]
    fn figures_come_back_as_they_went_and_what_is_cut_off_does_not() {
        let figures = full(&CheckedPlan::new(sample::plan()).unwrap());
        let numbers = to_numbers(Some(&figures));
        assert_eq!(from_numbers(&numbers), Some(Some(figures)));
        assert_eq!(from_numbers(&to_numbers(None)), Some(None));
        let bare = Figures { curves: Curves::none(), ..full(&CheckedPlan::new(sample::plan()).unwrap()) };
        assert_eq!(from_numbers(&to_numbers(Some(&bare))), Some(Some(bare)));
        for end in [1, 2, 20, numbers.len() / 2, numbers.len() - 1] {
            assert_eq!(from_numbers(&numbers[..end]), None, "{end}");
        }
        let with = |place: usize, number: f64| {
            let mut other = numbers.clone();
            other[place] = number;
            from_numbers(&other)
        };
        assert_eq!(with(0, f64::NAN), None);
        assert_eq!(with(0, 1e300), None);
        assert_eq!(with(2, 3.0), None);
        assert_eq!(with(3, 0.5), None);
    }
}
