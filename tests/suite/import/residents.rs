//! The registered residents of Busan, Seoul and the provinces, in each of the forms that their tables come in.

use super::{encode, membership, ministry::with_thousands, read};
use stagger::import::Preview;
use stagger::library::{Wording, population::starters::Starter};

/// A table with its regions, bands and residents.
struct Residents {
    regions: Vec<(String, String)>,
    bands: Vec<(u32, Option<u32>)>,
    counts: Vec<Vec<u64>>,
}

/// Regions and residents by table [people].
const TABLES: [(Starter, usize, u64); 3] =
    [(Starter::Busan, 16, 3_303_295), (Starter::Seoul, 25, 9_355_332), (Starter::Provinces, 17, 51_200_910)];

fn residents(starter: Starter) -> Residents {
    let table = starter.table(Wording::korean);
    let mut lines = table.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<String>>());
    let band = |head: &String| match head.split_once('-') {
        Some((from, to)) => (from.parse().unwrap(), Some(to.parse().unwrap())),
        None => (head.trim_end_matches('+').parse().unwrap(), None),
    };
    let bands = lines.next().unwrap()[2..].iter().map(band).collect();
    let rows: Vec<Vec<String>> = lines.collect();
    let regions = rows.iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    let counts = rows.iter().map(|row| row[2..].iter().map(|cell| cell.parse().unwrap()).collect()).collect();
    Residents { regions, bands, counts }
}

fn name((from, to): (u32, Option<u32>)) -> String {
    to.map_or_else(|| format!("{from}+"), |to| format!("{from}-{to}"))
}

impl Residents {
    /// Bands by their first ages.
    fn folded(&self, starts: &[u32]) -> Residents {
        let group = |from: u32| starts.iter().rposition(|start| *start <= from).unwrap();
        let mut bands: Vec<(u32, Option<u32>)> = Vec::new();
        for &(from, to) in &self.bands {
            match bands.get_mut(group(from)) {
                Some(band) => band.1 = to,
                None => bands.push((from, to)),
            }
        }
        let fold = |row: &Vec<u64>| {
            let mut folded = vec![0; bands.len()];
            for (&(from, _), people) in self.bands.iter().zip(row) {
                folded[group(from)] += people;
            }
            folded
        };
        Residents { regions: self.regions.clone(), counts: self.counts.iter().map(fold).collect(), bands }
    }

    /// A row per region and band with men, women and both.
    fn long(&self) -> String {
        let mut text = "region_code,region,age_band,male,female,total\n".to_owned();
        for ((code, region), row) in self.regions.iter().zip(&self.counts) {
            for (&band, people) in self.bands.iter().zip(row) {
                let men = people / 2;
                text += &format!("{code},{region},{},{men},{},{people}\n", name(band), people - men);
            }
        }
        text
    }

    /// A row per region, all ages and both sexes before the bands, the first five years once more within them.
    fn wide(&self, first: &Residents) -> String {
        let heads: String = self.bands.iter().map(|&band| format!(",age_{}", name(band).replace('-', "_"))).collect();
        let mut text = format!("region_code,region,total,male,female,age_0_4{}\n", heads.replace('+', "_plus"));
        for (((code, region), row), first) in self.regions.iter().zip(&self.counts).zip(&first.counts) {
            let all: u64 = row.iter().sum();
            let cells: String = row.iter().map(|people| format!(",{people}")).collect();
            text += &format!("{code},{region},{all},{},{},{}{cells}\n", all / 2, all - all / 2, first[0]);
        }
        text
    }

    /// The ministry's export: everything quoted, two years, each for both sexes, men and women, with two totals.
    fn export(&self) -> String {
        let bands: Vec<String> = self
            .bands
            .iter()
            .map(|band| match band {
                (from, Some(to)) => format!("{from}~{to}세"),
                (from, None) => format!("{from}세 이상"),
            })
            .collect();
        let mut heads = vec!["행정구역".to_owned()];
        for year in [2022, 2023] {
            for sex in ["", "남_", "여_"] {
                let totals = ["총인구수".to_owned(), "연령구간인구수".to_owned()];
                heads.extend(totals.iter().chain(&bands).map(|column| format!("{year}년_{sex}거주자_{column}")));
            }
        }
        let mut lines = vec![heads];
        for ((code, region), row) in self.regions.iter().zip(&self.counts) {
            let mut line = vec![format!("{region} ({code})")];
            for year in 0..2 {
                let both: Vec<u64> = row.iter().map(|people| people + 2 * (1 - year)).collect();
                let men: Vec<u64> = both.iter().map(|people| people / 3).collect();
                let women = both.iter().zip(&men).map(|(both, men)| both - men).collect();
                for cells in [both, men, women] {
                    let all: u64 = cells.iter().sum();
                    line.extend([all, all].iter().chain(&cells).map(|people| with_thousands(*people)));
                }
            }
            lines.push(line);
        }
        let quoted = |line: &Vec<String>| line.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
        lines.iter().map(|line| quoted(line) + "\n").collect()
    }

    fn check(&self, form: &str, preview: &Preview, total: u64) {
        let members = membership(preview);
        assert_eq!(members.total(), total, "{form}");
        assert_eq!(members.counts, self.counts, "{form}");
        let codes: Vec<_> = members.regions.iter().map(|region| region.code.clone().unwrap()).collect();
        assert_eq!(codes, self.regions.iter().map(|(code, _)| code.clone()).collect::<Vec<_>>(), "{form}");
        assert!(!preview.sums.is_empty() && preview.sums.iter().all(|sum| sum.agrees()), "{form}: {:#?}", preview.sums);
    }
}

const TENS: [u32; 11] = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

#[test]
fn residents_are_counted_to_the_person_in_every_form() {
    for (starter, regions, total) in TABLES {
        let fives = residents(starter);
        assert_eq!((fives.regions.len(), fives.bands.len()), (regions, 21));
        for table in [&fives, &fives.folded(&TENS)] {
            let text = table.long();
            assert_eq!(text.lines().count(), 1 + regions * table.bands.len());
            table.check("long", &read(text.as_bytes()).unwrap(), total);
        }
        let coarse = fives.folded(&[0, 20, 30, 40, 50]);
        coarse.check("wide", &read(coarse.wide(&fives).as_bytes()).unwrap(), total);
        fives.check("export", &read(&encode("euc-kr", &fives.export())).unwrap(), total);
    }
}
