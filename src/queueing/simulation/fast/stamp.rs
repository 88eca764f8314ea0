//! Somebody who does something at a tick, whole and packed into the 64 bits that a second's events are sorted by.

use super::super::moment::TICKS_PER_SECOND;
use super::super::tally::Ending;
use crate::queueing::place::BACKGROUND;

const PERSON: u32 = 12;
const OFFSET: u32 = 44;
const TAG: u64 = (1 << PERSON) - 1;
const GROUP: u32 = 3;
const ENDING: u32 = 2;

/// Who does what when. People who do the same at the same tick are in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// [ticks]
    pub at: u64,
    pub person: u32,
    pub tag: Tag,
}

/// The group of a person and how a service ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag(u32);

impl Tag {
    pub fn of_group(group: u8) -> Self {
        Self(u32::from(group))
    }

    pub fn ending(self, ending: Ending) -> Self {
        Self(self.0 & GROUP | (ending as u32) << ENDING)
    }

    pub fn group(self) -> u8 {
        (self.0 & GROUP) as u8
    }

    pub fn ends_as(self, ending: Ending) -> bool {
        self.0 >> ENDING == ending as u32
    }

    /// How it ends; a tag without an ending succeeds.
    pub fn how(self) -> Ending {
        match self.0 >> ENDING {
            1 => Ending::FailsAndReturns,
            2 => Ending::FailsForGood,
            3 => Ending::TurnedAway,
            4 => Ending::Leaves,
            _ => Ending::Succeeds,
        }
    }
}

impl Stamp {
    /// As a number that sorts by tick and person among those of one second.
    #[inline]
    pub fn packed(self) -> u64 {
        (self.at % TICKS_PER_SECOND) << OFFSET | u64::from(self.person) << PERSON | u64::from(self.tag.0)
    }

    /// Whether somebody who leaves goes on to the next place.
    #[inline]
    pub fn goes_on(&self) -> bool {
        self.tag.how() == Ending::Succeeds && usize::from(self.tag.group()) != BACKGROUND
    }

    #[inline]
    pub fn unpacked(second: u64, packed: u64) -> Self {
        Self {
            at: second * TICKS_PER_SECOND + (packed >> OFFSET),
            person: (packed >> PERSON) as u32,
            tag: Tag((packed & TAG) as u32),
        }
    }
}

/// The tick of a packed stamp.
#[inline]
pub fn tick(second: u64, packed: u64) -> u64 {
    second * TICKS_PER_SECOND + (packed >> OFFSET)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packing_keeps_everything_and_the_order() {
        let endings =
            [Ending::Succeeds, Ending::FailsAndReturns, Ending::FailsForGood, Ending::TurnedAway, Ending::Leaves];
        for (group, ending) in [0_u8, 3].into_iter().flat_map(|group| endings.map(|ending| (group, ending))) {
            let tag = Tag::of_group(group).ending(ending);
            let stamp = Stamp { at: 92 * 86_400 * TICKS_PER_SECOND - 1, person: u32::MAX, tag };
            assert_eq!(Stamp::unpacked(92 * 86_400 - 1, stamp.packed()), stamp);
            assert_eq!((tag.group(), tag.how(), tag.ends_as(ending)), (group, ending, true));
        }
        let stamp = |at, person| Stamp { at, person, tag: Tag::of_group(3) };
        assert!(stamp(5, 9).packed() < stamp(6, 1).packed() && stamp(5, 1).packed() < stamp(5, 2).packed());
    }
}
