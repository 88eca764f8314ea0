//! How many people of an age band share the last digits of a year and of a day of birth, as exact weights.

use super::AgeBand;

/// Days of a mean year, in quarters of a day.
pub const QUARTER_DAYS_OF_A_YEAR: u64 = 1_461;

/// Quarter-days of a mean year whose day of the month ends in the digit.
///
/// Each of the days 1..=28 comes twelve times a year, the 29th 11.25, the 30th 11 and the 31st 7 times.
const QUARTER_DAYS: [u64; DIGITS] = [140, 172, 144, 144, 144, 144, 144, 144, 144, 141];

const DIGITS: usize = 10;

/// All days of birth, as a mask of last digits.
const ALL_DAYS: u128 = (1 << DIGITS) - 1;

/// People told apart by the last digits of their year and day of birth: bit `10 * year + day`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BirthDigits(u128);

impl BirthDigits {
    pub const NOBODY: Self = Self(0);
    pub const EVERYBODY: Self = Self((1 << (DIGITS * DIGITS)) - 1);

    /// Everybody whose year of birth ends in one of `years` and whose day of birth in one of `days`;
    /// `None` = all. What is no digit selects nobody.
    pub fn of(years: Option<&[u8]>, days: Option<&[u8]>) -> Self {
        let day_mask = days.map_or(ALL_DAYS, |days| mask_of(days) & ALL_DAYS);
        let year_mask = years.map_or(ALL_DAYS, mask_of);
        let bits = (0..DIGITS)
            .filter(|year| year_mask >> year & 1 == 1)
            .fold(0, |bits, year| bits | day_mask << (DIGITS * year));
        Self(bits)
    }

    pub fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub fn either(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub fn is_nobody(self) -> bool {
        self.0 == 0
    }
}

/// The weights of all birth digits in one age band.
#[derive(Clone, Debug)]
pub struct BandWeights {
    /// Single ages of the band by the last digit of their year of birth.
    years: [u64; DIGITS],
    single_ages: u64,
}

impl BandWeights {
    /// Year of birth = `year` - age; the band's single ages weigh the same. A reversed band counts as the age `from`.
    pub fn new(band: &AgeBand, year: i32) -> Self {
        let (from, to) = (i64::from(band.from), i64::from(band.to.max(band.from)));
        let mut years = [0; DIGITS];
        for (digit, ages) in years.iter_mut().enumerate() {
            let oldest_birth = i64::from(year) - to;
            let to_first = (digit as i64 - oldest_birth).rem_euclid(DIGITS as i64);
            let span = to - from;
            *ages = if to_first > span { 0 } else { ((span - to_first) / DIGITS as i64 + 1) as u64 };
        }
        Self { years, single_ages: (to - from + 1) as u64 }
    }

    /// What [`Self::weight`] is a part of.
    pub fn whole(&self) -> u128 {
        u128::from(self.single_ages * QUARTER_DAYS_OF_A_YEAR)
    }

    /// The part of the band's people that has one of the digits, over [`Self::whole`].
    pub fn weight(&self, digits: BirthDigits) -> u128 {
        if digits == BirthDigits::EVERYBODY {
            return self.whole();
        }
        let weighted = self.years.iter().enumerate().map(|(year, &ages)| {
            let days = digits.0 >> (DIGITS * year) & ALL_DAYS;
            ages * u64::from(QUARTER_DAYS_OF_MASK[days as usize])
        });
        u128::from(weighted.sum::<u64>())
    }
}

fn mask_of(digits: &[u8]) -> u128 {
    digits.iter().filter(|&&digit| usize::from(digit) < DIGITS).fold(0, |mask, digit| mask | 1 << digit)
}

/// Quarter-days of a mean year by mask of last digits.
static QUARTER_DAYS_OF_MASK: [u16; 1 << DIGITS] = quarter_days_of_masks();

const fn quarter_days_of_masks() -> [u16; 1 << DIGITS] {
    let mut table = [0; 1 << DIGITS];
    let mut mask = 1;
    while mask < table.len() {
        let lowest = mask.trailing_zeros() as usize;
        table[mask] = table[mask & (mask - 1)] + QUARTER_DAYS[lowest] as u16;
        mask += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::CivilDate;

    fn band(from: u32, to: u32) -> AgeBand {
        AgeBand { name: String::new(), from, to }
    }

    #[test]
    fn days_of_birth_follow_the_calendar_of_four_years() {
        let mut days = [0; DIGITS];
        let mut day = CivilDate::new(2021, 1, 1).unwrap();
        while day.year() < 2025 {
            days[usize::from(day.day() % 10)] += 1;
            day = day.plus_days(1);
        }
        assert_eq!(days, QUARTER_DAYS);
        assert_eq!(days.iter().sum::<u64>(), QUARTER_DAYS_OF_A_YEAR);
    }

    #[test]
    fn years_of_birth_are_counted_age_by_age() {
        for (from, to) in [(15, 19), (20, 29), (30, 44), (45, 64), (70, 99), (0, 0), (0, 120), (7, 5)] {
            for year in [2022, 2026, 9, -3] {
                let weights = BandWeights::new(&band(from, to), year);
                let mut counted = [0; DIGITS];
                for age in from..=to.max(from) {
                    counted[(year - age as i32).rem_euclid(10) as usize] += 1;
                }
                assert_eq!(weights.years, counted, "{from}..={to} in {year}");
                assert_eq!(weights.weight(BirthDigits::of(None, None)), weights.whole());
            }
        }
    }

    #[test]
    fn every_mask_has_the_days_of_its_digits() {
        assert_eq!(BirthDigits::of(None, None), BirthDigits::EVERYBODY);
        for (mask, &days) in QUARTER_DAYS_OF_MASK.iter().enumerate() {
            let summed: u64 = (0..DIGITS).filter(|digit| mask >> digit & 1 == 1).map(|digit| QUARTER_DAYS[digit]).sum();
            assert_eq!(u64::from(days), summed);
        }
    }

    #[test]
    fn a_five_year_band_holds_five_digits_only() {
        let weights = BandWeights::new(&band(15, 19), 2022);
        assert_eq!(weights.weight(BirthDigits::of(Some(&[3, 4, 5, 6, 7]), None)), weights.whole());
        assert_eq!(weights.weight(BirthDigits::of(Some(&[8, 9, 0, 1, 2]), None)), 0);
        assert_eq!(weights.weight(BirthDigits::of(Some(&[3]), Some(&[1]))), 172);
        assert_eq!(weights.whole(), 5 * 1_461);
    }

    #[test]
    fn what_is_no_digit_selects_nobody() {
        assert!(BirthDigits::of(Some(&[10, 255]), None).is_nobody());
        assert!(BirthDigits::of(None, Some(&[])).is_nobody());
    }
}
