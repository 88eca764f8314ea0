//! What the plan needs to know about time zones, asked of whoever knows them.

use std::cell::RefCell;

use crate::clock::CivilTime;

/// What is known of a time zone over some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneAnswer {
    /// Nobody here knows time zones.
    CannotSay,
    NoSuchZone,
    /// The offset stays the same.
    Steady,
    /// The clocks are changed at this time, as the clock before the change shows it.
    ChangesAt(CivilTime),
}

/// Somebody who knows time zones: the browser does, the library alone does not.
pub trait TimeZones {
    /// Whether the offset of `zone` (IANA name) changes in `from..until`.
    fn offset_change(&self, zone: &str, from: CivilTime, until: CivilTime) -> ZoneAnswer;
}

/// Knows no time zone.
#[derive(Clone, Copy, Debug)]
pub struct NoTimeZones;

impl TimeZones for NoTimeZones {
    fn offset_change(&self, _zone: &str, _from: CivilTime, _until: CivilTime) -> ZoneAnswer {
        ZoneAnswer::CannotSay
    }
}

/// Asks somebody else, and not twice in a row for the same: most edits leave zone and horizon as they are.
#[derive(Debug)]
pub struct Remembering<T> {
    known: T,
    last: RefCell<Option<(Question, ZoneAnswer)>>,
}

type Question = (String, CivilTime, CivilTime);

impl<T> Remembering<T> {
    pub fn new(known: T) -> Self {
        Self { known, last: RefCell::new(None) }
    }
}

impl<T: TimeZones> TimeZones for Remembering<T> {
    fn offset_change(&self, zone: &str, from: CivilTime, until: CivilTime) -> ZoneAnswer {
        let question = (zone.to_owned(), from, until);
        let last = self.last.borrow().as_ref().filter(|(asked, _)| *asked == question).map(|(_, answer)| *answer);
        last.unwrap_or_else(|| {
            let answer = self.known.offset_change(zone, from, until);
            self.last.replace(Some((question, answer)));
            answer
        })
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::clock::CivilDate;

    struct Counting(Cell<u32>);

    impl TimeZones for &Counting {
        fn offset_change(&self, _zone: &str, from: CivilTime, _until: CivilTime) -> ZoneAnswer {
            self.0.set(self.0.get() + 1);
            ZoneAnswer::ChangesAt(from)
        }
    }

    #[test]
    fn the_same_question_is_asked_once() {
        let counting = Counting(Cell::new(0));
        let zones = Remembering::new(&counting);
        let day = CivilDate::new(2022, 4, 1).unwrap().midnight();
        let next = day.plus_seconds(86_400);
        for (from, asked) in [(day, 1), (day, 1), (next, 2), (day, 3)] {
            assert_eq!(zones.offset_change("Asia/Seoul", from, next), ZoneAnswer::ChangesAt(from));
            assert_eq!(counting.0.get(), asked);
        }
    }
}
