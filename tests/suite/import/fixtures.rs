//! Small tables as offices of several countries publish them, written for these tests.

use super::{ages, decode, encode, membership, names, pasted, read};
use stagger::import::label::Sex;
use stagger::import::{Choices, Input, Reason, SumOf, preview};

/// Reads the text as it is, and once more from bytes in the encoding.
fn check(text: &str, label: &str, regions: &[&str], bands: &[&str], counts: &[&[u64]]) {
    let from_text = pasted(text, &Choices::default());
    let from_file = read(&encode(label, text)).unwrap();
    for preview in [&from_text, &from_file] {
        let members = membership(preview);
        assert_eq!(names(members), regions, "{preview:#?}");
        assert_eq!(ages(members), bands, "{preview:#?}");
        assert_eq!(members.counts, counts, "{preview:#?}");
        assert!(preview.sums.iter().all(|sum| sum.agrees()), "{:#?}", preview.sums);
    }
}

#[test]
fn an_american_table_of_ages_down_and_places_across() {
    check(
        "Table 1. Population by age,,,\n\
         \"Annual estimates, July 1, 2022\",,,\n\
         ,Alameda County,Napa County,Total\n\
         Total population,\"1,650\",\"1,360\",\"3,010\"\n\
         Under 5 years,\"1,000\",80,\"1,080\"\n\
         5 to 9 years,500,\"1,200\",\"1,700\"\n\
         85 years and over,150,80,230\n\
         Median age (years),38.1,41.3,39.0\n\
         \"Note: figures are rounded.\",,,\n",
        "utf-8",
        &["Alameda County", "Napa County"],
        &["0-4", "5-9", "85+"],
        &[&[1000, 500, 150], &[80, 1200, 80]],
    );
}

#[test]
fn a_british_table_of_authorities_by_single_year() {
    let single: String = (0..90).map(|age| format!(",{age}")).collect();
    let row = |code: &str, name: &str, rank: &str, people: u64| {
        let cells: String = (0..91).map(|age| format!(",{}", people + age)).collect();
        format!("{code},{name},{rank},{}{cells}\n", 91 * people + 90 * 91 / 2)
    };
    let sums = |a: u64, b: u64, code: &str, name: &str, rank: &str| {
        let cells: String = (0..91).map(|age| format!(",{}", a + b + 2 * age)).collect();
        format!("{code},{name},{rank},{}{cells}\n", 91 * (a + b) + 90 * 91)
    };
    let text = format!(
        "Mid-2022 population estimates: persons\n\nCode,Name,Geography,All ages{single},90+\n{}{}{}{}",
        sums(100, 40, "E92000001", "ENGLAND", "Country"),
        sums(100, 40, "E12000007", "LONDON", "Region"),
        row("E09000007", "Camden", "London Borough", 100),
        row("E09000001", "City of London", "London Borough", 40),
    );
    let choices = Choices { bands: Some(stagger::import::BandWidth::Years(10)), ..Choices::default() };
    let preview = pasted(&text, &choices);
    let members = membership(&preview);
    assert_eq!(names(members), ["Camden", "City of London"], "{preview:#?}");
    assert_eq!(ages(members)[..2], ["0-9", "10-19"]);
    assert_eq!(ages(members)[9], "90+");
    assert_eq!(members.counts[0][0], 1045);
    assert_eq!(members.total(), 91 * 140 + 90 * 91);
    assert!(preview.sums.iter().all(|sum| sum.agrees()), "{:#?}", preview.sums);
}

#[test]
fn a_japanese_table_of_bands_with_sexes_in_the_rows() {
    check(
        "住民基本台帳人口（令和4年）,,,,,\n\
         団体コード,市区町村名,性別,総数,０～４歳,５～９歳,100歳以上\n\
         131016,千代田区,計,\"3,010\",\"1,000\",\"2,000\",10\n\
         131016,千代田区,男,\"1,404\",500,900,4\n\
         131016,千代田区,女,\"1,606\",500,\"1,100\",6\n\
         131024,中央区,計,607,300,300,7\n\
         131024,中央区,男,202,100,100,2\n\
         131024,中央区,女,405,200,200,5\n",
        "shift_jis",
        &["千代田区", "中央区"],
        &["0-4", "5-9", "100+"],
        &[&[1000, 2000, 10], &[300, 300, 7]],
    );
}

#[test]
fn a_german_table_of_states_with_half_open_ages() {
    check(
        "Bevölkerung nach Altersgruppen;;;;\n\
         Stichtag: 31.12.2022;;;;\n\
         Bundesland;unter 3 Jahre;3 bis unter 6 Jahre;6 Jahre und mehr;Insgesamt\n\
         Baden-Württemberg;1.300;1.200;9.000;11.500\n\
         Thüringen;100;200;1.800;2.100\n\
         Deutschland;1.400;1.400;10.800;13.600\n",
        "windows-1252",
        &["Baden-Württemberg", "Thüringen"],
        &["0-2", "3-5", "6+"],
        &[&[1300, 1200, 9000], &[100, 200, 1800]],
    );
}

#[test]
fn a_french_table_with_narrow_spaces_in_its_numbers() {
    check(
        "Département;Moins de 20 ans;De 20 à 59 ans;60 ans ou plus;Ensemble\n\
         Ain;1\u{202f}000;2\u{202f}500;900;4\u{202f}400\n\
         Aisne;800;1\u{a0}900;1\u{a0}100;3\u{a0}800\n\
         Total;1\u{202f}800;4\u{202f}400;2\u{202f}000;8\u{202f}200\n",
        "utf-8",
        &["Ain", "Aisne"],
        &["0-19", "20-59", "60+"],
        &[&[1000, 2500, 900], &[800, 1900, 1100]],
    );
}

#[test]
fn a_long_table_with_sexes_years_and_totals_of_all_kinds() {
    let mut text = "시점\t행정구역\t성별\t연령별\t인구 (명)\n".to_owned();
    for year in ["2021", "2022"] {
        for (region, weight) in [("전국", 3), ("서울", 1), ("부산", 2)] {
            for (sex, share) in [("계", 3), ("남자", 1), ("여자", 2)] {
                for (band, people) in [("계", 60), ("0-9세", 10), ("10-19세", 20), ("20세 이상", 30)] {
                    let bonus = u64::from(year == "2022") + 1;
                    text += &format!("{year}\t{region}\t{sex}\t{band}\t{}\n", weight * share * people * bonus);
                }
            }
        }
    }
    check(&text, "utf-16le", &["서울", "부산"], &["0-9", "10-19", "20+"], &[&[60, 120, 180], &[120, 240, 360]]);
    let men = pasted(&text, &Choices { sex: Some(Sex::Male), ..Choices::default() });
    assert_eq!(membership(&men).counts[0], [20, 40, 60]);
}

#[test]
fn cities_beside_their_wards_are_counted_once() {
    let text = "행정구역,0~19세,20~39세,40~59세,60세 이상\n\
                경기도 (4100000000),1000,1200,1400,900\n\
                경기도 수원시 (4111000000),600,700,800,500\n\
                경기도 수원시 장안구 (4111100000),200,300,400,100\n\
                경기도 수원시 권선구 (4111300000),400,400,400,400\n\
                경기도 화성시 (4159000000),400,500,600,400\n\
                경기도 화성시동부출장소 (4159200000),100,0,0,0\n";
    let finest = pasted(text, &Choices::default());
    assert_eq!(names(membership(&finest)), ["장안구", "권선구", "화성시"], "{finest:#?}");
    assert_eq!(membership(&finest).total(), 4500);
    let levels: Vec<(u8, usize)> = finest.level.among.iter().map(|level| (level.rank, level.regions)).collect();
    assert_eq!(levels, [(1, 1), (2, 2), (3, 3)]);
    let cities = pasted(text, &Choices { level: Some(finest.level.among[1]), ..Choices::default() });
    assert_eq!(names(membership(&cities)), ["수원시", "화성시"]);
    assert!(cities.sums.iter().all(|sum| sum.agrees()), "{:#?}", cities.sums);
    assert!(cities.left_out.iter().any(|row| row.line == Some(7) && row.reason == Reason::Below));
}

#[test]
fn without_codes_a_city_beside_its_wards_shows_by_its_sum() {
    let text = "지역,0-19,20-39,40-59,60+\n\
                수원시,600,700,800,500\n장안구,200,300,400,100\n권선구,400,400,400,400\n\
                화성시,400,500,600,410\n";
    let preview = pasted(text, &Choices::default());
    assert_eq!(names(membership(&preview)), ["장안구", "권선구", "화성시"], "{preview:#?}");
    assert!(preview.left_out.iter().any(|row| row.line == Some(2) && row.reason == Reason::SumOfRows));
    assert!(preview.sums.iter().any(|sum| sum.of == SumOf::Place("수원시".into()) && sum.agrees()));
}

#[test]
fn the_same_name_in_two_cities_is_kept_apart() {
    let text = "시도,시군구,0-19,20-39,40-59,60+,계\n\
                부산,소계,30,50,70,30,180\n,중구,10,20,30,10,70\n,서구,20,30,40,20,110\n\
                대구,소계,5,6,7,8,26\n,중구,1,2,3,4,10\n,달성군,4,4,4,4,16\n";
    let preview = pasted(text, &Choices::default());
    assert_eq!(names(membership(&preview)), ["부산 중구", "서구", "대구 중구", "달성군"], "{preview:#?}");
    assert_eq!(membership(&preview).total(), 206);
    let indented = "지역,0-19,20-39,40-59,60+\n전국,35,56,77,38\n 부산,30,50,70,30\n  중구,10,20,30,10\n  서구,20,30,40,20\n 대구,5,6,7,8\n  중구,1,2,3,4\n  달성군,4,4,4,4\n";
    let preview = pasted(indented, &Choices::default());
    assert_eq!(names(membership(&preview)), ["부산 중구", "서구", "대구 중구", "달성군"], "{preview:#?}");
}

#[test]
fn a_province_that_was_renamed_is_counted_under_its_new_name() {
    let text = "행정구역,2022년_0~19세,2022년_20세 이상,2023년_0~19세,2023년_20세 이상\n\
                서울특별시 (1100000000),10,20,11,21\n강원도 (4200000000),3,4,,\n강원특별자치도 (5100000000),,,5,6\n";
    let preview = pasted(text, &Choices::default());
    assert_eq!(names(membership(&preview)), ["서울특별시", "강원특별자치도"]);
    assert!(preview.left_out.iter().any(|row| row.line == Some(3) && row.reason == Reason::NoFigures));
}

#[test]
fn headings_in_several_rows_and_notes_below() {
    check(
        "Einwohner am 31.12.2022,,,,,\n\
         Kreis,männlich,,weiblich,,\n\
         ,unter 18,18 und mehr,unter 18,18 und mehr,\n\
         Ahrweiler,10,20,30,40,\n\
         Mayen,1,2,3,4,\n\
         Quelle: Statistisches Landesamt,,,,,\n",
        "utf-8",
        &["Ahrweiler", "Mayen"],
        &["0-17", "18+"],
        &[&[40, 60], &[4, 6]],
    );
}

#[test]
fn single_years_beside_their_five_year_sums() {
    let text =
        "Region,0-4,0,1,2,3,4,5-9,5,6,7,8,9,Total\nA,10,1,2,3,4,0,5,1,1,1,1,1,15\nB,5,1,1,1,1,1,10,2,2,2,2,2,15\n";
    let preview = pasted(text, &Choices::default());
    assert_eq!(ages(membership(&preview)).len(), 10, "{preview:#?}");
    assert_eq!(membership(&preview).total(), 30);
    assert!(preview.sums.iter().all(|sum| sum.agrees()), "{:#?}", preview.sums);
}

#[test]
fn members_among_residents_and_a_table_of_one_column() {
    let text = "구,연령,주민등록인구,회원수\n중구,20대,100,40\n중구,30대,200,50\n서구,20대,300,60\n서구,30대,400,70\n";
    let preview = pasted(text, &Choices::default());
    assert_eq!(membership(&preview).counts, [[40, 50], [60, 70]], "{preview:#?}");
    assert_eq!(preview.measure.among.len(), 2);
    let plain = pasted("district\tpeople\nNorth\t1200\nSouth\t800\n", &Choices::default());
    assert_eq!(names(membership(&plain)), ["North", "South"]);
    assert_eq!(membership(&plain).counts, [[1200], [800]]);
}

#[test]
fn years_of_birth_are_ages_by_the_year_of_the_table() {
    let text = "2022년 12월\n구,1990년생,1991년생\n중구,10,20\n서구,30,40\n";
    let preview = pasted(text, &Choices::default());
    assert_eq!(ages(membership(&preview)), ["31", "32"]);
    assert_eq!(membership(&preview).counts, [[20, 10], [40, 30]]);
}

#[test]
fn thousands_of_people_are_people() {
    let text = "人口（単位：千人）,,\n都道府県,0～14歳,15歳以上\n北海道,5.5,10\n青森県,1.2,3\n";
    let preview = pasted(text, &Choices::default());
    assert_eq!(membership(&preview).counts, [[5500, 10_000], [1200, 3000]]);
    let units = preview_of(text, Choices { thousands: Some(false), ..Choices::default() });
    assert_eq!(units, [[6, 10], [1, 3]]);
}

fn preview_of(text: &str, choices: Choices) -> Vec<Vec<u64>> {
    membership(&preview(Input::Pasted(text), &choices, &decode).unwrap()).counts.clone()
}

#[test]
fn a_brazilian_table_of_ages_down_and_sexes_across() {
    check(
        "Município;Grupo de idade;Homens;Mulheres;Total\n\
         Recife;0 a 4 anos;50;48;98\nRecife;5 a 9 anos;50;50;100\n\
         Recife;10 anos ou mais;20;30;50\nRecife;Total;120;128;248\n\
         Olinda;0 a 4 anos;5;4;9\nOlinda;5 a 9 anos;5;5;10\n\
         Olinda;10 anos ou mais;2;3;5\nOlinda;Total;12;12;24\n",
        "windows-1252",
        &["Recife", "Olinda"],
        &["0-4", "5-9", "10+"],
        &[&[98, 100, 50], &[9, 10, 5]],
    );
}

#[test]
fn a_spanish_table_whose_last_band_says_and_more() {
    check(
        "Provincia;De 0 a 4 años;De 5 a 64 años;65 y más años;Ambos sexos\n\
         Álava;10.100;200.000;70.000;280.100\nÁvila;4.100;90.000;40.000;134.100\n",
        "windows-1252",
        &["Álava", "Ávila"],
        &["0-4", "5-64", "65+"],
        &[&[10_100, 200_000, 70_000], &[4_100, 90_000, 40_000]],
    );
}

#[test]
fn a_taiwanese_table_with_sexes_in_the_rows() {
    check(
        "區域別,性別,總計,0~4歲,5~64歲,65歲以上\n中正區,計,1000,200,600,200\n中正區,男,500,100,300,100\n\
         中正區,女,500,100,300,100\n大同區,計,800,160,480,160\n大同區,男,400,80,240,80\n大同區,女,400,80,240,80\n",
        "big5",
        &["中正區", "大同區"],
        &["0-4", "5-64", "65+"],
        &[&[200, 600, 200], &[160, 480, 160]],
    );
}

#[test]
fn a_chinese_table_of_a_row_for_each_region_and_band() {
    check(
        "地区,年龄,人口\n东城区,0-14岁,100\n东城区,15-59岁,600\n东城区,60岁及以上,300\n\
         西城区,0-14岁,200\n西城区,15-59岁,700\n西城区,60岁及以上,100\n",
        "gb18030",
        &["东城区", "西城区"],
        &["0-14", "15-59", "60+"],
        &[&[100, 600, 300], &[200, 700, 100]],
    );
}

#[test]
fn bands_in_a_language_that_is_not_known_are_told_by_their_numbers() {
    check(
        "Hverfi,yngri en 16 ára,16 ára til 66 ára,67 ára til 79 ára,80 ára eða eldri\n\
         Laugardalur,300,1000,200,100\nBreiðholt,400,1200,300,90\n",
        "utf-8",
        &["Laugardalur", "Breiðholt"],
        &["0-15", "16-66", "67-79", "80+"],
        &[&[300, 1000, 200, 100], &[400, 1200, 300, 90]],
    );
}

#[test]
fn regions_and_sexes_in_one_heading_are_told_apart() {
    check(
        "Age,Male North,Female North,Male South,Female South\n0-14,10,11,20,21\n15-64,50,51,70,71\n65+,5,9,8,12\n",
        "utf-8",
        &["North", "South"],
        &["0-14", "15-64", "65+"],
        &[&[21, 101, 14], &[41, 141, 20]],
    );
}
