//! The export of the ministry: name and code in one cell, years and sexes in the headings, two kinds of totals.

use super::{ages, decode, encode, membership, names, read};
use stagger::import::label::Sex;
use stagger::import::period::Period;
use stagger::import::{BandWidth, Choices, Input, Reason, Source, SumOf, preview};

const REGIONS: [(&str, [u64; 3]); 3] = [
    ("부산광역시 중구 (2611000000)", [372, 644, 9]),
    ("부산광역시 서구 (2614000000)", [2035, 3163, 18]),
    ("부산광역시 기장군 (2671000000)", [7001, 10_101, 29]),
];

/// A small export: 2022 and 2024, both sexes, men, women; the province before its districts.
pub fn export() -> String {
    let mut heads = vec!["행정구역".to_owned()];
    for year in [2022, 2024] {
        for sex in ["", "남_", "여_"] {
            for column in ["총인구수", "연령구간인구수", "0~4세", "5~9세", "100세 이상"] {
                heads.push(format!("{year}년_{sex}거주자_{column}"));
            }
        }
    }
    let mut lines = vec![heads];
    let city = REGIONS
        .map(|(_, people)| people)
        .iter()
        .fold([0; 3], |sum, people| [sum[0] + people[0], sum[1] + people[1], sum[2] + people[2]]);
    let rows = std::iter::once(("부산광역시  (2600000000)", city)).chain(REGIONS);
    for (name, people) in rows {
        let mut line = vec![name.to_owned()];
        for year in 0..2 {
            let both = people.map(|people| people + year * 3);
            let men = both.map(|people| people / 3);
            let women = [both[0] - men[0], both[1] - men[1], both[2] - men[2]];
            for cells in [both, men, women] {
                let total: u64 = cells.iter().sum();
                line.extend([total, total].iter().chain(&cells).map(|people| with_thousands(*people)));
            }
        }
        lines.push(line);
    }
    let quoted = |line: &Vec<String>| line.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
    lines.iter().map(|line| quoted(line) + "\n").collect()
}

pub fn with_thousands(people: u64) -> String {
    let digits = people.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[test]
fn an_export_is_read_as_it_comes() {
    let preview = read(&encode("euc-kr", &export())).unwrap();
    let Source::Text { encoding: Some(encoding), .. } = &preview.source else { panic!("{:?}", preview.source) };
    assert_eq!(encoding.taken, "euc-kr");
    let members = membership(&preview);
    assert_eq!(names(members), ["중구", "서구", "기장군"]);
    assert_eq!(members.regions[0].code.as_deref(), Some("2611000000"));
    assert_eq!(ages(members), ["0-4", "5-9", "100+"]);
    assert_eq!(preview.period.taken, Some(Period { year: 2024, month: 0 }));
    assert_eq!(preview.sex.taken, Sex::Both);
    assert_eq!(members.counts, REGIONS.map(|(_, people)| people.map(|people| people + 3)));
    let above: Vec<_> = preview.left_out.iter().map(|row| (row.line, row.reason)).collect();
    assert_eq!(above, [(Some(2), Reason::Above)]);
    let places = preview.sums.iter().filter(|sum| matches!(sum.of, SumOf::AllAges(_) | SumOf::Sexes)).count();
    assert_eq!(places, 3);
    assert!(
        preview.sums.iter().filter(|sum| !matches!(sum.of, SumOf::Place(_))).all(|sum| sum.agrees()),
        "{:#?}",
        preview.sums
    );
}

#[test]
fn every_guess_can_be_chosen_otherwise() {
    let text = export();
    let ask = |choices: Choices| preview(Input::Pasted(&text), &choices, &decode).unwrap();
    let earlier = ask(Choices { period: Some(Some(Period { year: 2022, month: 0 })), ..Choices::default() });
    assert_eq!(membership(&earlier).counts, REGIONS.map(|(_, people)| people));
    assert!(earlier.period.chosen && earlier.period.among.len() == 2);
    let men = ask(Choices { sex: Some(Sex::Male), ..Choices::default() });
    assert_eq!(membership(&men).counts[0], [(372 + 3) / 3, (644 + 3) / 3, (9 + 3) / 3]);
    let whole = ask(Choices { level: Some(earlier.level.among[0]), ..Choices::default() });
    assert_eq!(names(membership(&whole)), ["부산광역시"]);
    let wide = ask(Choices { bands: Some(BandWidth::Years(10)), ..Choices::default() });
    assert_eq!(ages(membership(&wide)), ["0-9", "100+"]);
    assert_eq!(membership(&wide).total(), earlier.people() + 3 * 3 * 3);
}
