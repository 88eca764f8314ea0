//! What is refused, what is left out, and what is said of it.

use super::{ages, decode, membership, names, pasted, read};
use stagger::import::fault::PersonMark;
use stagger::import::{Choices, ImportFault, Input, LABELS, Reason, Source, preview};

fn fault(text: &str) -> ImportFault {
    match preview(Input::Pasted(text), &Choices::default(), &decode) {
        Ok(preview) => panic!("{preview:#?}"),
        Err(fault) => fault,
    }
}

#[test]
fn rows_that_are_about_persons_are_refused() {
    let kind = |text: &str| match fault(text) {
        ImportFault::Persons { line, column, kind } => (line, column, kind),
        other => panic!("{other}"),
    };
    let numbers = "지역,값,비고\n중구,1,900101-1234567\n";
    assert_eq!(kind(numbers), (2, 3, PersonMark::ResidentNumber));
    let phones = "a,b\nKim,010-1234-5678\nLee,010-2345-6789\nPark,+82 10 3456 7890\n";
    assert_eq!(kind(phones), (2, 2, PersonMark::Phone));
    let mails = "a,b\nKim,kim@example.kr\nLee,lee@example.kr\nPark,park@example.kr\n";
    assert_eq!(kind(mails), (2, 2, PersonMark::Mail));
    let births = "지역,날짜,수\n중구,1990-01-02,1\n중구,1991-03-04,1\n서구,1985-05-06,1\n서구,1985-07-06,1\n";
    assert_eq!(kind(births), (2, 2, PersonMark::BirthDate));
    let each = "성명,지역,나이\n김,중구,34\n이,서구,45\n박,동구,56\n";
    assert_eq!(kind(each).2, PersonMark::RowEach);
    let ages = "district,sex,age\nNorth,male,34\nSouth,female,45\nSouth,male,23\n";
    assert_eq!(kind(ages), (2, 3, PersonMark::RowEach));
}

#[test]
fn what_holds_no_counts_is_refused() {
    assert_eq!(fault(""), ImportFault::Empty);
    assert_eq!(fault(" \n \n"), ImportFault::Empty);
    assert_eq!(fault("just some words\nand some more\n"), ImportFault::NoCounts);
}

#[test]
fn a_bad_cell_costs_its_row_and_no_other() {
    for (cell, reason) in [("about 20", Reason::NotANumber), ("-7", Reason::Negative), ("12%", Reason::Percent)] {
        let text = format!("지역,0-9세,10-19세,20세 이상\nA구,1,2,3\nB구,4,{cell},6\nC구,7,8,9\n합계,12,13,18\n");
        let preview = pasted(&text, &Choices::default());
        assert_eq!(names(membership(&preview)), ["A구", "C구"]);
        let row = preview.left_out.iter().find(|row| row.reason == reason).unwrap();
        assert_eq!((row.line, row.column, row.text.as_str()), (Some(3), Some(3), cell));
        let total = &preview.sums[0];
        assert_eq!((total.stated, total.counted, total.agrees()), (43, 30, false));
    }
}

#[test]
fn missing_figures_are_nobody_and_are_named() {
    let text = "지역,0-9세,10세 이상\nA,1,X\nB,–,4\nC,5,6\nD,-,…\n";
    let preview = pasted(text, &Choices::default());
    assert_eq!(membership(&preview).counts, [[1, 0], [0, 4], [5, 6]]);
    let left_out: Vec<_> = preview.left_out.iter().map(|row| (row.line, row.reason)).collect();
    assert_eq!(left_out, [(Some(2), Reason::Missing), (Some(3), Reason::Missing), (Some(5), Reason::NoFigures)]);
}

#[test]
fn bands_that_overlap_are_refused_by_name_until_one_is_left_out() {
    let text = "지역,0-19세,15-29세,30세 이상\nA,10,20,30\nB,5,6,7\n";
    let preview = pasted(text, &Choices::default());
    let fault = ImportFault::BandsOverlap { first: "0-19".into(), second: "15-29".into() };
    assert_eq!(preview.membership, Err(fault));
    let without_bands = vec![preview.bands_read[0]];
    let preview = pasted(text, &Choices { without_bands, ..Choices::default() });
    assert_eq!(membership(&preview).total(), 63);
}

#[test]
fn a_part_of_a_band_beside_the_whole_is_told_by_the_total() {
    let text = "code,name,total,age_0_4,age_0_19,age_20_29,age_30_plus\n01,A,100,7,20,30,50\n02,B,60,3,10,20,30\n";
    let preview = pasted(text, &Choices::default());
    assert_eq!(membership(&preview).counts, [[20, 30, 50], [10, 20, 30]]);
    assert!(preview.left_out.iter().any(|row| row.reason == Reason::InsideBand && row.people == Some(10)));
}

#[test]
fn people_of_unknown_age_are_told_and_not_placed() {
    let text = "Region,0-9,10+,Unknown,Total\nA,1,2,3,6\nB,4,5,6,15\n";
    let preview = pasted(text, &Choices::default());
    assert_eq!(membership(&preview).total(), 12);
    assert!(preview.left_out.iter().any(|row| row.reason == Reason::UnknownAge && row.people == Some(9)));
    assert!(preview.sums.iter().all(|sum| sum.agrees()), "{:#?}", preview.sums);
}

#[test]
fn a_total_that_differs_is_shown_with_both_numbers() {
    let text = "Region,0-9,10+,Total\nA,1,2,3\nB,4,5,10\nTotal,5,7,13\n";
    let preview = pasted(text, &Choices::default());
    let sum = preview.sums.iter().find(|sum| !sum.agrees()).unwrap();
    assert_eq!((sum.stated, sum.counted, sum.differing.as_slice()), (13, 12, &["B".to_owned()][..]));
}

#[test]
fn an_encoding_can_be_chosen_and_no_bytes_upset_the_reader() {
    let bytes = super::encode("euc-kr", "지역,0-9세,10세 이상\n중구,1,2\n서구,3,4\n");
    for label in LABELS {
        let choices = Choices { encoding: Some(label), ..Choices::default() };
        if let Ok(preview) = preview(Input::File(&bytes), &choices, &decode) {
            let Source::Text { encoding: Some(encoding), .. } = preview.source else { panic!() };
            assert!(encoding.chosen && encoding.taken == label);
        }
    }
    for length in 0..bytes.len() {
        let _ = read(&bytes[..length]);
    }
    let mut word = 1_u64;
    for _ in 0..300 {
        let noise: Vec<u8> = (0..200)
            .map(|_| {
                word = stagger::rng::mix(word.wrapping_add(1));
                b",;\t\n\r\"0123456789abc-~.%()\xb0\xa1\xff\x00 "[(word % 30) as usize]
            })
            .collect();
        let _ = read(&noise);
    }
}

#[test]
fn a_picture_or_a_document_is_told_from_a_table() {
    let noise: Vec<u8> = (0_u32..5000).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for start in [&b"\x89PNG\r\n\x1a\n"[..], b"%PDF-1.7\n", b"\x7fELF"] {
        assert_eq!(read(&[start, &noise].concat()).unwrap_err(), ImportFault::NotText);
    }
}

#[test]
fn a_total_beside_a_bad_part_is_told_by_the_other_ages() {
    let text = "place,0-19,20-64,65+\nNorth,10301,20404,30203\nSouth,4012,?,6070\nWest,70511,80120,90302\n\
                All of it,84824,150574,126575\n";
    let preview = pasted(text, &Choices::default());
    let members = membership(&preview);
    assert_eq!(names(members), ["North", "West"], "{preview:#?}");
    let reasons: Vec<_> = preview.left_out.iter().map(|row| (row.line, row.reason)).collect();
    assert_eq!(reasons, [(Some(3), Reason::NotANumber), (Some(5), Reason::SumOfRows)]);
    let sum = &preview.sums[0];
    assert_eq!((sum.stated, sum.counted), (361_973, 301_841), "{sum:?}");
}

#[test]
fn bands_that_became_days_are_bands_again() {
    for day in ["9-May", "May-09", "05월 09일"] {
        let wide = format!("place,0-4,{day},14-Oct,15+\nNorth,10,20,30,40\nSouth,1,2,3,4\n");
        let mut long = "place,age,people\n".to_owned();
        for place in ["North", "South"] {
            for (at, age) in ["0-4", day, "14-Oct", "15+"].into_iter().enumerate() {
                long += &format!("{place},{age},{}\n", at + 1);
            }
        }
        for text in [wide, long] {
            let preview = pasted(&text, &Choices::default());
            assert_eq!(ages(membership(&preview)), ["0-4", "5-9", "10-14", "15+"], "{text}");
            assert!(preview.left_out.iter().any(|row| row.reason == Reason::ReadAsAges && row.text == day), "{text}");
        }
    }
    // The day of a table beside a band is a day.
    let dated = "day,place,age,people\n2022-05-09,North,0-4,10\n2022-05-09,South,0-4,20\n2022-05-09,North,5+,1\n2022-05-09,South,5+,2\n";
    let preview = pasted(dated, &Choices::default());
    assert_eq!(ages(membership(&preview)), ["0-4", "5+"], "{preview:#?}");
    assert!(preview.left_out.iter().all(|row| row.reason != Reason::ReadAsAges));
}

#[test]
fn a_markdown_table_is_read_as_it_is_copied() {
    let text = "## Members, December 2022\n\n| district | 0-19 | 20-64 | 65+ |\n|:--|--:|--:|--:|\n\
                | North | 1,234 | 20 | 30 |\n| South | 40 | 5,000 | 60 |\n| **Total** | **1,274** | **5,020** | **90** |\n\nSource: own count | 2023\n";
    let preview = pasted(text, &Choices::default());
    let members = membership(&preview);
    assert_eq!((names(members), members.total()), (vec!["North", "South"], 6384), "{preview:#?}");
    assert!(!preview.sums.is_empty() && preview.sums.iter().all(|sum| sum.agrees()));
    assert_eq!(preview.period.taken.map(|period| period.year), Some(2022));
}
