//! People who come by the law of one opening, one after the other in the order in which they come.
//!
//! Of `n` people with the same law the first comes when an exponential number over `n` of cumulative hazard has passed,
//! the next when another one over `n - 1` has, and so on (A. Rényi, *On the theory of order statistics*, 1953). So
//! nobody has to be sorted, and nothing is kept but how far the hazard has come.

use super::urn::Urn;
use crate::demand::Class;
use crate::demand::stream::Shape;
use crate::rng::{Key, Tables};

/// Who comes by one part of the law of one opening.
#[derive(Clone, Debug)]
pub struct PersonStream {
    pub class: Class,
    /// The window that invited them.
    pub window: usize,
    part: Part,
    opening: Opening,
    /// Share of the law that lies before the end; all who are in the stream come by then.
    within: f64,
    key: Key,
    tables: &'static Tables,
    /// Operational time of the opening [s].
    opens_operational: f64,
    /// The last instant at which anybody comes [s].
    last: f64,
    /// Who have not come yet.
    left: u64,
    drawn: u64,
    hazard: f64,
    next: f64,
    /// What each of them is, where that matters.
    urn: Option<Urn>,
}

/// Part of the law after an opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Ramp,
    /// Index of a part of the tail.
    Tail(usize),
}

/// An opening, and before when people come by its law [s since the start of the horizon].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Opening {
    pub opens: f64,
    pub ends: f64,
}

impl Opening {
    /// Share of a part of the law that lies before the end.
    pub fn share_within(&self, shape: &Shape, part: Part) -> f64 {
        if self.ends == f64::INFINITY {
            return 1.0;
        }
        match part {
            Part::Ramp => shape.come(self.opens, self.ends, self.ends).0,
            Part::Tail(index) => {
                let activity = &shape.activity;
                shape.law.parts()[index].come(activity.operational(self.ends) - activity.operational(self.opens))
            }
        }
    }
}

impl PersonStream {
    /// `people` who all come before the end of the opening. `kinds`: how many of them are what, where that matters.
    pub fn new(shape: &Shape, who: (Class, usize), part: Part, opening: Opening, people: u64, key: Key) -> Self {
        let mut stream = Self {
            class: who.0,
            window: who.1,
            part,
            opening,
            within: opening.share_within(shape, part),
            key: key.part(0),
            tables: Tables::get(),
            opens_operational: shape.activity.operational(opening.opens),
            last: opening.ends.next_down(),
            left: people,
            drawn: 0,
            hazard: 0.0,
            next: opening.opens,
            urn: None,
        };
        stream.draw(shape);
        stream
    }

    /// With how many of the people are what.
    #[must_use]
    pub fn of_kinds(self, kinds: &[(u32, u64)]) -> Self {
        Self { urn: Some(Urn::new(kinds)), ..self }
    }

    /// When the next one comes [s since the start of the horizon]; infinite = nobody any more.
    pub fn next_at(&self) -> f64 {
        self.next
    }

    /// Who have not come yet.
    pub fn left(&self) -> u64 {
        self.left
    }

    /// The next one comes; answers what he or she is, where that matters.
    pub fn take(&mut self, shape: &Shape) -> Option<u32> {
        let drawn = self.drawn;
        self.left -= 1;
        self.draw(shape);
        self.urn.as_mut().and_then(|urn| urn.take(self.key.part(1).word(drawn).share()))
    }

    /// Finds out when the next one comes.
    fn draw(&mut self, shape: &Shape) {
        if self.left == 0 {
            self.next = f64::INFINITY;
            return;
        }
        self.hazard += self.tables.exponential(self.key.word(self.drawn)) / self.left as f64;
        self.drawn += 1;
        let at = match self.part {
            Part::Ramp => self.opening.opens + shape.ramp * self.within * -libm::expm1(-self.hazard),
            Part::Tail(index) => {
                let whole = self.within == 1.0;
                let hazard = if whole { self.hazard } else { -libm::log1p(self.within * libm::expm1(-self.hazard)) };
                let delay = shape.law.parts()[index].comes_at(hazard);
                shape.activity.civil(self.opens_operational + delay)
            }
        };
        // Rounding must neither change the order nor let anybody come at the end.
        let at = if at > self.next { at } else { self.next };
        self.next = if at < self.last { at } else { self.last };
    }
}
