//! A workbook as office programs write it: several sheets, merged headings, formats, formulas, a band that became a day.

use super::{ages, membership, names, read};
use stagger::import::period::Period;
use stagger::import::{Choices, Input, Reason, Source, preview};

/// `workbook/make.py` writes it.
const MEMBERS: &[u8] = include_bytes!("workbook/members.xlsx");

const COUNTS: [[u64; 5]; 4] = [
    [1016, 888, 5664, 22_000, 9825],
    [2035, 3163, 7130, 61_000, 31_341],
    [10_482, 14_394, 36_219, 250_000, 73_589],
    [7001, 10_101, 18_685, 110_000, 32_392],
];

#[test]
fn the_sheet_with_the_counts_is_found_and_read() {
    let preview = read(MEMBERS).unwrap();
    let Source::Workbook { sheet } = &preview.source else { panic!("{:?}", preview.source) };
    assert_eq!((sheet.taken.as_str(), sheet.among.len()), ("회원", 3));
    let members = membership(&preview);
    assert_eq!(names(members), ["중구", "서구", "해운대구", "기장군"], "{preview:#?}");
    assert_eq!(ages(members), ["0-4", "5-9", "10-19", "20-64", "65+"]);
    assert_eq!(members.counts, COUNTS);
    assert_eq!(preview.period.taken.map(|period: Period| period.year), Some(2024));
    assert!(!preview.sums.is_empty() && preview.sums.iter().all(|sum| sum.agrees()), "{:#?}", preview.sums);
    let day: Vec<_> = preview.left_out.iter().filter(|row| row.reason == Reason::ReadAsAges).collect();
    assert_eq!((day.len(), day[0].line, day[0].column, day[0].text.as_str()), (1, Some(4), Some(3), "2026-05-09"));
}

#[test]
fn another_sheet_can_be_chosen_and_what_is_broken_is_refused() {
    let choices = Choices { sheet: Some("안내".to_owned()), ..Choices::default() };
    assert!(preview(Input::File(MEMBERS), &choices, &super::decode).is_err());
    for length in [4, 100, MEMBERS.len() / 2, MEMBERS.len() - 1] {
        let fault = read(&MEMBERS[..length]).unwrap_err();
        assert_eq!(fault.code(), "workbook", "{length} bytes");
    }
}
