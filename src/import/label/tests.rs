//! Labels of many countries and what they say.

use super::super::band::Band;
use super::*;

#[test]
fn bands_are_read_in_many_spellings() {
    for (label, from, to) in [
        ("0~4세", 0, Some(4)),
        ("0세 ~ 4세", 0, Some(4)),
        ("0-4", 0, Some(4)),
        ("0–4 years", 0, Some(4)),
        ("５～９歳", 5, Some(9)),
        ("0〜4歳", 0, Some(4)),
        ("20s", 20, Some(29)),
        ("20대", 20, Some(29)),
        ("60歳代", 60, Some(69)),
        ("80대 이상", 80, None),
        ("65+", 65, None),
        ("65세 이상", 65, None),
        ("65세이상", 65, None),
        ("100세 이상", 100, None),
        ("100歳以上", 100, None),
        ("85 years and over", 85, None),
        ("90 and over", 90, None),
        ("≥65", 65, None),
        (">= 65", 65, None),
        ("75 ans ou plus", 75, None),
        ("65 Jahre und älter", 65, None),
        ("ab 65 Jahre", 65, None),
        ("under 5", 0, Some(4)),
        ("Under 5 years", 0, Some(4)),
        ("<5", 0, Some(4)),
        ("unter 3 Jahre", 0, Some(2)),
        ("3 bis unter 6 Jahre", 3, Some(5)),
        ("20세 미만", 0, Some(19)),
        ("19세 이하", 0, Some(19)),
        ("20歳未満", 0, Some(19)),
        ("20세 이상 30세 미만", 20, Some(29)),
        ("Moins de 20 ans", 0, Some(19)),
        ("De 20 à 24 ans", 20, Some(24)),
        ("5 to 9 years", 5, Some(9)),
        ("Aged 20 to 24", 20, Some(24)),
        ("23세", 23, Some(23)),
        ("23歳", 23, Some(23)),
        ("Age 23", 23, Some(23)),
        ("age_0_4", 0, Some(4)),
        ("20_24", 20, Some(24)),
        ("AGE0509", 5, Some(9)),
        ("18 years", 18, Some(18)),
        ("2022년_거주자_남_0~4세", 0, Some(4)),
        ("2022년06월_계_100세 이상", 100, None),
        ("pop_2020_m_20_24 years", 20, Some(24)),
    ] {
        assert_eq!(Tags::of(label).ages, Some(Ages::Band(Band { from, to })), "{label}: {:?}", Tags::of(label));
    }
}

#[test]
fn years_and_months_are_read() {
    for (label, year, month) in [
        ("2022", 2022, 0),
        ("2022년", 2022, 0),
        ("2022년06월", 2022, 6),
        ("2022년 12월 31일", 2022, 12),
        ("2022.06", 2022, 6),
        ("2022-12-31", 2022, 12),
        ("31.12.2022", 2022, 12),
        ("202212", 2022, 12),
        ("Mid-2022", 2022, 0),
        ("1 July 2022", 2022, 0),
        ("令和4年", 2022, 0),
        ("2022년_거주자_총인구수", 2022, 0),
        ("residents_2022_12", 2022, 12),
    ] {
        assert_eq!(Tags::of(label).period, Some(Period { year, month }), "{label}");
    }
}

#[test]
fn sexes_totals_and_heads_are_read() {
    use Meaning::*;
    for (label, sex, total) in [
        ("남", Some(Sex::Male), false),
        ("여자", Some(Sex::Female), false),
        ("2022년_여_거주자_20~24세", Some(Sex::Female), false),
        ("2022년_계_총인구수", None, true),
        ("Females", Some(Sex::Female), false),
        ("Both sexes", Some(Sex::Both), false),
        ("männlich", Some(Sex::Male), false),
        ("Insgesamt", None, true),
        ("総数", None, true),
        ("소계", None, true),
        ("All ages", None, true),
    ] {
        let tags = Tags::of(label);
        assert_eq!((tags.sex, tags.total), (sex, total), "{label}: {tags:?}");
    }
    for (label, head) in [
        ("행정구역", RegionHead),
        ("성별", SexHead),
        ("Age group", AgeHead),
        ("region_code", CodeHead),
        ("시점", YearHead),
    ] {
        assert!(Tags::of(label).heads(head), "{label}: {:?}", Tags::of(label));
    }
    assert_eq!(Tags::of("2022년_남_거주자_0~4세").rest, "거주자");
    assert_eq!(Tags::of("1990년생").ages, Some(Ages::Born(1990, 1990)));
    assert_eq!(Tags::of("1990~1999년생").ages, Some(Ages::Born(1990, 1999)));
    assert!(Tags::of("성비").not_people && Tags::of("Share (%)").not_people);
    assert_eq!(Tags::of("Camden").rest, "camden");
    assert_eq!(Tags::of("부산광역시 중구 (2611000000)").ages, None);
}
