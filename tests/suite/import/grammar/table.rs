//! The truth behind a table: places in provinces, bands, sexes, years.

use super::dice::Dice;
use stagger::import::band::Band;

pub struct Truth {
    pub provinces: Vec<Province>,
    pub bands: Vec<Band>,
    /// Ascending.
    pub years: Vec<i32>,
}

pub struct Province {
    pub districts: usize,
    /// `people[district][year][sex][band]`, men before women.
    pub people: Vec<Vec<[Vec<u64>; 2]>>,
}

impl Truth {
    pub fn thrown(dice: &mut Dice) -> Self {
        let bands = bands(dice);
        let years: Vec<i32> = (0..1 + dice.below(2)).map(|later| 2021 + later as i32).collect();
        let provinces = (0..1 + dice.below(4)).map(|_| Province::thrown(dice, years.len(), bands.len())).collect();
        Self { provinces, bands, years }
    }

    /// What is to be read: the newest year, both sexes, by district.
    pub fn newest(&self) -> Vec<Vec<u64>> {
        let districts = self.provinces.iter().flat_map(|province| &province.people);
        districts.map(|years| both(&years[years.len() - 1])).collect()
    }
}

impl Province {
    fn thrown(dice: &mut Dice, years: usize, bands: usize) -> Self {
        let districts = 2 + dice.below(5) as usize;
        let mut people = Vec::new();
        for _ in 0..districts {
            let figure = |dice: &mut Dice| {
                let bits = 6 + dice.below(12);
                if dice.one_in(25) { 0 } else { 50 + dice.below(1 << bits) }
            };
            let of_year = |dice: &mut Dice| [0, 1].map(|_| (0..bands).map(|_| figure(dice)).collect());
            people.push((0..years).map(|_| of_year(dice)).collect());
        }
        Self { districts, people }
    }

    /// `[year][sex][band]` of all districts.
    pub fn sum(&self) -> Vec<[Vec<u64>; 2]> {
        added(self.people.iter())
    }
}

pub fn added<'a>(all: impl Iterator<Item = &'a Vec<[Vec<u64>; 2]>>) -> Vec<[Vec<u64>; 2]> {
    let mut sum: Option<Vec<[Vec<u64>; 2]>> = None;
    for people in all {
        match &mut sum {
            None => sum = Some(people.clone()),
            Some(sum) => {
                for (sum, people) in sum.iter_mut().flatten().flatten().zip(people.iter().flatten().flatten()) {
                    *sum += people;
                }
            }
        }
    }
    sum.unwrap_or_default()
}

pub fn both(sexes: &[Vec<u64>; 2]) -> Vec<u64> {
    sexes[0].iter().zip(&sexes[1]).map(|(men, women)| men + women).collect()
}

fn bands(dice: &mut Dice) -> Vec<Band> {
    let width = dice.of(&[1_u32, 5, 10, 10, 20]);
    let first = if dice.one_in(3) { width * (1 + dice.below(2) as u32) } else { 0 };
    let count = (3 + dice.below(6) as u32).min((100 - first) / width);
    let mut bands: Vec<Band> =
        (0..count).map(|at| Band::new(first + at * width, first + (at + 1) * width - 1)).collect();
    if !dice.one_in(4) {
        bands.push(Band::open(first + count * width));
    }
    bands
}
