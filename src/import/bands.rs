//! Which bands of a table are counted, and how they fold into the bands that are wanted.

use super::band::{Ages, Band};
use super::fault::ImportFault;
use super::preview::{BandWidth, Reason};

/// The bands that are counted, and why others are not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    pub bands: Vec<Band>,
    pub left_out: Vec<(Band, Reason)>,
}

/// What the table says of its bands, to prove which are parts of which.
pub trait Sums {
    /// People of a band in all places [people].
    fn of(&self, band: Band) -> u64;
    /// Whether in every place the bands together have the people of `whole`.
    fn prove(&self, parts: &[Band], whole: Band) -> bool;
    /// Whether in every place the bands together have all people; `None` = the table has no such total.
    fn prove_all(&self, parts: &[Band]) -> Option<bool>;
}

/// The bands that cover each age once.
///
/// # Errors
/// [`ImportFault::BandsOverlap`] if two share ages and no sum tells which is part of which.
pub fn choose(bands: &[Band], sums: &dyn Sums) -> Result<Chosen, ImportFault> {
    let mut chosen = Chosen { bands: bands.to_vec(), left_out: Vec::new() };
    // The widest first, so that a total of totals goes before its parts.
    let mut widest = bands.to_vec();
    crate::num::order::sort_by_key(&mut widest, |band| std::cmp::Reverse(band.last().saturating_sub(band.from)));
    for whole in widest {
        let others: Vec<Band> = chosen.bands.iter().copied().filter(|band| *band != whole).collect();
        if let Some(parts) = tiling(&others, whole)
            && sums.prove(&parts, whole)
        {
            chosen.bands = others;
            chosen.left_out.push((whole, Reason::SumOfBands));
        }
    }
    let Some((first, second)) = overlap(&chosen.bands) else { return Ok(chosen) };
    // Of which figures: a row of bands that has everybody leaves the others out.
    let first_age = chosen.bands.first().map_or(0, |band| band.from);
    if let Some(parts) = tiling(&chosen.bands, Band::open(first_age))
        && sums.prove_all(&parts) == Some(true)
    {
        let inside = chosen.bands.iter().copied().filter(|band| !parts.contains(band));
        chosen.left_out.extend(inside.map(|band| (band, Reason::InsideBand)));
        chosen.bands = parts;
        return Ok(chosen);
    }
    Err(ImportFault::BandsOverlap { first: first.name(), second: second.name() })
}

fn overlap(bands: &[Band]) -> Option<(Band, Band)> {
    let pairs = bands.iter().enumerate().flat_map(|(at, one)| bands[at + 1..].iter().map(move |other| (*one, *other)));
    pairs.into_iter().find(|(one, other)| one.overlaps(*other))
}

/// Bands one after another that cover exactly the ages of `whole`, the finest first; at least two.
fn tiling(bands: &[Band], whole: Band) -> Option<Vec<Band>> {
    let mut inside: Vec<Band> = bands.iter().copied().filter(|band| whole.contains(*band) && *band != whole).collect();
    crate::num::order::sort_by_key(&mut inside, |band| (band.from, band.last()));
    let mut path: Vec<Band> = Vec::new();
    // Behind each age at most one way needs to be tried: whether the rest can be covered depends on the age alone.
    let mut dead: Vec<u32> = Vec::new();
    let mut from = whole.from;
    let mut skip: Option<Band> = None;
    loop {
        let next = inside.iter().copied().find(|band| {
            band.from == from
                && skip.is_none_or(|skipped| band.last() > skipped.last())
                && (band.last() == whole.last() || !dead.contains(&(band.last().saturating_add(1))))
        });
        match next {
            Some(band) => {
                path.push(band);
                skip = None;
                if band.last() == whole.last() {
                    return (path.len() > 1).then_some(path);
                }
                from = band.last() + 1;
            }
            None => {
                dead.push(from);
                let last = path.pop()?;
                (from, skip) = (last.from, Some(last));
            }
        }
    }
}

/// For each wanted band, which of the read ones fold into it.
///
/// # Errors
/// [`ImportFault::BandCut`] if a band of the table would have to be cut.
pub fn fold(read: &[Band], width: &BandWidth) -> Result<Vec<(Band, Vec<usize>)>, ImportFault> {
    let mut folded: Vec<(Band, Vec<usize>)> = Vec::new();
    let open = read.iter().find(|band| band.to.is_none()).map(|band| band.from);
    for (at, &band) in read.iter().enumerate() {
        let wanted = match width {
            BandWidth::AsGiven => band,
            BandWidth::Years(years) => {
                let years = (*years).max(1);
                let start = |age: u32| age / years * years;
                let from = start(band.from);
                match band.to {
                    // An open band takes in what would share its first years: 80-84 and 85+ are 80+.
                    _ if open.is_some_and(|open| band.from >= start(open)) => Band::open(from),
                    Some(to) if to < from + years => Band::new(from, from + years - 1),
                    _ => return Err(ImportFault::BandCut { band }),
                }
            }
            BandWidth::Own(own) => match own.iter().find(|own| own.contains(band)) {
                Some(own) => *own,
                None if own.iter().any(|own| own.overlaps(band)) => return Err(ImportFault::BandCut { band }),
                // Ages outside the bands of one's own are not members.
                None => continue,
            },
        };
        match folded.iter_mut().find(|(known, _)| *known == wanted) {
            Some((_, parts)) => parts.push(at),
            None => folded.push((wanted, vec![at])),
        }
    }
    Ok(folded)
}

/// The widths that the bands of a table fold into without a cut.
pub fn widths(read: &[Band]) -> Vec<BandWidth> {
    let coarser = [5, 10].map(BandWidth::Years);
    let fits =
        |width: &BandWidth| fold(read, width).is_ok_and(|folded| folded.len() < read.len() && !folded.is_empty());
    std::iter::once(BandWidth::AsGiven).chain(coarser.into_iter().filter(fits)).collect()
}

/// The bands among what a table says of ages, years of birth told as ages by the year of the table.
///
/// # Errors
/// [`ImportFault::NoYear`] if there are years of birth and no such year.
pub fn of_ages(ages: &[Ages], year: Option<i32>) -> Result<Vec<(usize, Band)>, ImportFault> {
    let mut bands = Vec::new();
    for (at, ages) in ages.iter().enumerate() {
        match *ages {
            Ages::Band(band) => bands.push((at, band)),
            Ages::Born(first, last) => {
                let year = year.ok_or(ImportFault::NoYear)?;
                let age = |born: i32| u32::try_from(year - born).unwrap_or(0);
                bands.push((at, Band::new(age(last), age(first))));
            }
            Ages::All | Ages::AllOfBands | Ages::Unknown => {}
        }
    }
    crate::num::order::sort_by_key(&mut bands, |(_, band)| *band);
    Ok(bands)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Known(Vec<(Band, u64)>, Option<u64>);

    impl Sums for Known {
        fn of(&self, band: Band) -> u64 {
            self.0.iter().find(|(known, _)| *known == band).map_or(0, |(_, people)| *people)
        }
        fn prove(&self, parts: &[Band], whole: Band) -> bool {
            parts.iter().map(|part| self.of(*part)).sum::<u64>() == self.of(whole)
        }
        fn prove_all(&self, parts: &[Band]) -> Option<bool> {
            self.1.map(|all| parts.iter().map(|part| self.of(*part)).sum::<u64>() == all)
        }
    }

    #[test]
    fn totals_of_bands_go_and_overlaps_are_named() {
        let (young, old) = (Band::new(0, 4), Band::new(5, 9));
        let known = Known(vec![(young, 3), (old, 4), (Band::new(0, 9), 7), (Band::open(10), 5)], None);
        let bands = [young, Band::new(0, 9), old, Band::open(10)];
        let chosen = choose(&bands, &known).unwrap();
        assert_eq!(chosen.bands, [young, old, Band::open(10)]);
        assert_eq!(chosen.left_out, [(Band::new(0, 9), Reason::SumOfBands)]);
        let wrong = Known(vec![(young, 3), (old, 4), (Band::new(0, 9), 8)], None);
        let fault = ImportFault::BandsOverlap { first: "0-4".into(), second: "0-9".into() };
        assert_eq!(choose(&bands[..3], &wrong), Err(fault));
    }

    #[test]
    fn a_band_inside_another_is_told_by_the_total() {
        let bands = [Band::new(0, 4), Band::new(0, 19), Band::open(20)];
        let known = Known(vec![(bands[0], 2), (bands[1], 10), (bands[2], 30)], Some(40));
        let chosen = choose(&bands, &known).unwrap();
        assert_eq!(chosen.bands, bands[1..]);
        assert_eq!(chosen.left_out, [(bands[0], Reason::InsideBand)]);
        let unproven = Known(known.0, Some(42));
        assert!(choose(&bands, &unproven).is_err());
    }

    #[test]
    fn single_years_fold_and_nothing_is_cut() {
        let years: Vec<Band> = (0..100).map(|age| Band::new(age, age)).chain([Band::open(100)]).collect();
        let folded = fold(&years, &BandWidth::Years(5)).unwrap();
        assert_eq!(folded.len(), 21);
        assert_eq!(folded[20].0, Band::open(100));
        assert_eq!(widths(&years), [BandWidth::AsGiven, BandWidth::Years(5), BandWidth::Years(10)]);
        assert_eq!(
            fold(&[Band::new(15, 24)], &BandWidth::Years(10)),
            Err(ImportFault::BandCut { band: Band::new(15, 24) })
        );
        let own = BandWidth::Own(vec![Band::new(20, 39), Band::open(40)]);
        assert_eq!(
            fold(&years, &own).unwrap().iter().map(|(band, _)| *band).collect::<Vec<_>>(),
            [Band::new(20, 39), Band::open(40)]
        );
    }
}
