//! Words of the subject `members`, in Korean.

use super::MembersWords;
use crate::import::fault::{Many, PersonMark};
use crate::import::label::Sex;
use crate::import::period::Period;
use crate::import::{BandWidth, ImportFault, Reason, SumOf};
use crate::text::format;

pub(super) static WORDS: MembersWords = MembersWords {
    title: "회원 표 가져오기",
    begin: "지역과 나이대별 인원이 적힌 표를 붙여넣거나 파일로 여십시오. 표는 이 컴퓨터를 벗어나지 않습니다.",
    paste: "표 붙여넣기",
    paste_help: "엑셀이나 웹 페이지에서 복사한 표를 그대로 붙여넣으십시오.",
    file: "파일 선택",
    file_hint: "CSV, TSV, XLSX 파일을 여기에 끌어 놓아도 됩니다. 행정안전부 연령별 인구현황 파일은 받은 그대로 열립니다.",
    starters: "주민등록 인구로 시작하기",
    starter: [
        ("부산광역시 16개 구·군", "2022년 12월 거주자 3,303,295명"),
        ("서울특별시 25개 구", "2022년 12월 거주자 9,355,332명"),
        ("전국 17개 시·도", "2022년 12월 거주자 51,200,910명"),
    ],
    starter_take: "이 표로 시작",
    starter_source: "행정안전부 주민등록 인구통계, 2022-12",
    pasted: "붙여넣은 표",
    brought: |name| format!("{name} · 이 컴퓨터를 벗어나지 않습니다."),
    people: "가져올 인원",
    regions: "지역",
    ages: "나이대",
    left_out: "제외한 줄",
    to_check: "확인할 줄",
    count_people: |people| format!("{}명", format::integer(people as f64)),
    count: |count| format!("{}개", format::integer(count as f64)),
    understood: "이렇게 읽었습니다",
    details: "파일을 읽은 방법",
    encoding: "인코딩",
    delimiter: "칸을 나누는 글자",
    delimiters: ["쉼표", "탭", "쌍반점(;)", "세로줄(|)"],
    sheet: "시트",
    header_rows: "숫자가 시작되기 전의 줄 수",
    decimal_mark: "소수점",
    point: "마침표(1,234.5)",
    comma: "쉼표(1.234,5)",
    thousands: "표의 단위",
    single_people: "명",
    in_thousands: "천 명",
    columns: "열마다 담긴 것",
    column: |number, label| if label.is_empty() { format!("{number}번째 열") } else { label.to_owned() },
    roles: ["지역", "지역 코드", "나이", "성별", "연도", "그 밖의 구분", "인원", "쓰지 않음"],
    taken_back: |fault| format!("{fault} 그래서 그 선택을 되돌렸습니다."),
    orientation: |down, across| match (down.is_empty(), across.is_empty()) {
        (false, false) => format!("세로로 {}, 가로로 {}.", down.join("·"), across.join("·")),
        (true, _) => format!("가로로 {}.", across.join("·")),
        (_, true) => format!("세로로 {}. 한 줄에 숫자가 하나씩 있습니다.", down.join("·")),
    },
    dimensions: ["지역", "나이대", "성별", "연도"],
    measure: "인원의 종류",
    measure_unnamed: "(이름 없음)",
    period: "연도",
    period_name: |period| period.map_or_else(|| "표에 없음".to_owned(), period_name),
    year_fault: "표의 기준 연도를 2024처럼 입력하십시오.",
    sex: "성별",
    sex_name: |sex| match sex {
        Sex::Both => "남녀 모두",
        Sex::Male => "남",
        Sex::Female => "여",
    },
    level: "지역 단위",
    level_name: |rank, by_code, regions| {
        let name = match (by_code, rank) {
            (true, 1) => "시·도".to_owned(),
            (true, 2) => "시·군·구".to_owned(),
            (true, 3) => "시의 구까지".to_owned(),
            (true, _) => "읍·면·동".to_owned(),
            (false, rank) => format!("{rank}단계"),
        };
        format!("{name}({regions}곳)")
    },
    bands: "나이대 묶기",
    band_width: |width| match width {
        BandWidth::AsGiven => "표의 나이대 그대로".to_owned(),
        BandWidth::Years(years) => format!("{years}세 단위"),
        BandWidth::Own(bands) if !bands.is_empty() => "지금 계획의 나이대".to_owned(),
        BandWidth::Own(_) => "직접 입력".to_owned(),
    },
    own_bands: "직접 정한 나이대",
    own_bands_help: "예: 15-19, 20-39, 40-59, 60+. 여기에 없는 나이는 회원에서 빠집니다.",
    own_bands_fault: |part| format!("‘{part}’에서 나이를 읽지 못했습니다. 15-19 또는 60+처럼 적으십시오."),
    from_age: "회원이 되는 나이(부터)",
    from_age_help: "만 나이. 비워 두면 모든 나이를 셉니다.",
    from_age_fault: "0에서 120 사이의 정수로 입력하십시오.",
    from_age_cut: |age, band| {
        format!(
            "표의 나이대 {band}에는 {age}세의 앞뒤가 함께 있어 나눌 수 없습니다. 이 나이대가 시작하거나 끝난 다음의 나이를 입력하십시오."
        )
    },
    unit_years: "세",
    without: "겹치는 나이대 가운데 세지 않을 것",
    result: "지역과 나이대별 인원",
    region: "지역",
    sum: "합계",
    left_out_heading: "제외한 줄과 까닭",
    line: "위치",
    content: "내용",
    why: "까닭",
    line_name: |line, column| match (line, column) {
        (Some(line), Some(column)) => format!("{line}줄 {column}칸"),
        (Some(line), None) => format!("{line}줄"),
        (None, Some(column)) => format!("{column}번째 칸"),
        (None, None) => "표 전체".to_owned(),
    },
    reason,
    sums: "표의 합계와 맞춰 본 결과",
    stated: "표의 합계",
    counted: "더한 값",
    difference: "차이",
    sums_agree: |count| format!("표에 적힌 합계 {count}개가 더한 값과 모두 맞습니다."),
    no_sums: "표에 합계가 없어 맞춰 보지 못했습니다.",
    sum_differs: |of, stated, counted, places| {
        let apart = people(stated.abs_diff(counted));
        let at = if places.is_empty() { String::new() } else { format!(" 다른 곳: {}.", some(places, "곳")) };
        format!("{of}: 표에는 {}, 더하면 {}입니다. {apart} 차이가 납니다.{at}", people(stated), people(counted))
    },
    sum_of: |of| match of {
        SumOf::AllAges(heading) => format!("‘{heading}’ 칸"),
        SumOf::Place(place) => place.clone(),
        SumOf::Everything => "합계 줄".to_owned(),
        SumOf::Sexes => "남녀의 합".to_owned(),
        SumOf::Band(crate::import::band::Ages::Band(band)) => format!("나이대 {}", band.name()),
        SumOf::Band(_) => "나이대의 합".to_owned(),
    },
    fault,
    scaling: "회원 수에 맞추기",
    total: "회원 수",
    total_help: "비워 두면 표의 인원을 그대로 씁니다.",
    unit_people: "명",
    not_a_total: "1에서 100,000,000 사이의 정수로 입력하십시오.",
    shares: "나이대별 가입률을 아는 경우",
    shares_help: "비워 둔 나이대는 100%로 봅니다.",
    not_a_share: "0에서 100 사이의 숫자로 입력하십시오.",
    scaled: |before, after| {
        let share = format::percent(after as f64 / before.max(1) as f64);
        format!("표의 {}을 회원 {}({share})에 맞추고, 끝수는 합이 정확하도록 나눕니다.", people(before), people(after))
    },
    outside: |count| format!("나이대 밖의 {}은 세지 않습니다.", people(count)),
    nobody: "남는 회원이 없습니다. 나이나 가입률을 바꾸십시오.",
    cohorts: "지금의 집단",
    keep: |count| format!("집단 {count}개를 그대로 둡니다"),
    by_region: |count| format!("지역마다 집단 하나({count}개)"),
    everyone: "모두 한 집단",
    everyone_name: "모든 회원",
    keep_not: |count| {
        format!("지금의 집단 가운데 {count}개는 새 표에 없는 지역이나 나이대를 가리켜 그대로 둘 수 없습니다.")
    },
    use_bands_of_plan: "지금 계획의 나이대로 묶어 집단 그대로 두기",
    windows_after: |left, gone| {
        if gone == 0 {
            format!("집단을 회차 {left}개에 차례로 나누어 넣습니다.")
        } else {
            format!("집단을 회차 {left}개에 차례로 나누어 넣고, 초대할 집단이 없는 회차 {gone}개는 뺍니다.")
        }
    },
    not_invited: "열린 회차가 없어 집단을 초대하지 않은 채로 둡니다.",
    show_up_moved: "나이대별 참여율은 나이가 같은 나이대의 값을 이어 씁니다. 가져온 뒤 확인하십시오.",
    faults_after: |count| {
        format!("가져온 뒤 고쳐야 예측할 수 있는 곳이 {count}곳 있습니다. 가져온 뒤 ‘살펴볼 곳’에 나옵니다.")
    },
    take: "회원으로 가져오기",
    back: "다른 표 고르기",
    step: "회원 표 가져오기",
    source: |name, period, is_scaled| {
        let of = period.map_or_else(String::new, |period| format!(", {}", period_name(period)));
        let scaled = if is_scaled { ", 회원 수에 맞춤" } else { "" };
        format!("{name}{of}{scaled}")
    },
};

fn people(count: u64) -> String {
    format!("{}명", format::integer(count as f64))
}

fn period_name(period: Period) -> String {
    if period.month == 0 { format!("{}년", period.year) } else { format!("{}년 {}월", period.year, period.month) }
}

/// The first few, and how many more.
fn some(places: &[String], unit: &str) -> String {
    let first: Vec<&str> = places.iter().take(3).map(String::as_str).collect();
    let more = places.len() - first.len();
    let rest = if more == 0 { String::new() } else { format!(" 외 {more}{unit}") };
    format!("{}{rest}", first.join(", "))
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::NotANumber => "숫자가 아닌 칸이 있어 이 줄을 세지 않았습니다.",
        Reason::Negative => "0보다 작은 수가 있어 이 줄을 세지 않았습니다.",
        Reason::Percent => "백분율이 있어 이 줄을 세지 않았습니다.",
        Reason::NoFigures => "고른 연도의 숫자가 없습니다.",
        Reason::Missing => "숫자가 빠진 칸을 0명으로 세었습니다.",
        Reason::ReadAsAges => "엑셀이 나이대를 날짜로 바꾼 칸입니다. 나이대로 읽었습니다.",
        Reason::Total => "합계입니다. 넣으면 두 번 셉니다.",
        Reason::SumOfRows => "다른 줄의 합과 같습니다. 넣으면 두 번 셉니다.",
        Reason::Above => "아래 지역을 따로 세므로 넣으면 두 번 셉니다.",
        Reason::Below => "더 큰 지역에 이미 들어 있습니다.",
        Reason::Twice => "같은 지역이 같은 숫자로 한 번 더 나옵니다.",
        Reason::SumOfBands => "다른 나이대의 합입니다.",
        Reason::InsideBand => "더 넓은 나이대에 이미 들어 있습니다.",
        Reason::UnknownAge => "나이를 알 수 없는 사람입니다.",
        Reason::NotPeople => "사람 수가 아닙니다.",
        Reason::NotUnderstood => "무엇인지 알 수 없습니다.",
        Reason::LeftByChoice => "쓰지 않기로 고른 열입니다.",
        Reason::Note => "설명이나 주석입니다.",
        Reason::HeadingAgain => "제목이 되풀이됩니다.",
        Reason::RowNumbers => "줄 번호입니다.",
        Reason::Empty => "비어 있습니다.",
    }
}

fn fault(fault: &ImportFault) -> String {
    match fault {
        ImportFault::Empty => "표가 비어 있습니다. 제목 줄과 숫자를 함께 복사하거나 다른 파일을 여십시오.".to_owned(),
        ImportFault::TooLarge { bytes, most } => format!(
            "파일이 {}MB로, 열 수 있는 {}MB보다 큽니다. 필요한 지역만 남겨 저장한 뒤 여십시오.",
            bytes.div_ceil(1_000_000),
            most / 1_000_000
        ),
        ImportFault::Encoding { label } => format!("{label} 인코딩으로 읽지 못했습니다. 다른 인코딩을 고르십시오."),
        ImportFault::NotText => "표가 아닌 파일입니다. 표를 XLSX 또는 CSV로 저장한 뒤 그 파일을 여십시오.".to_owned(),
        ImportFault::Workbook => {
            "엑셀 파일을 읽지 못했습니다. 암호를 풀거나 XLSX 또는 CSV로 다시 저장한 뒤 여십시오.".to_owned()
        }
        ImportFault::NoWorkbooks => "엑셀 파일은 열 수 없습니다. CSV로 저장한 뒤 여십시오.".to_owned(),
        ImportFault::Persons { line, column, kind } => format!(
            "한 사람씩 적힌 명부는 받지 않습니다. {line}줄 {column}칸에 {} 있습니다. 지역과 나이대별 인원만 세어 가져오십시오.",
            match kind {
                PersonMark::ResidentNumber => "주민등록번호처럼 보이는 값이",
                PersonMark::Phone => "전화번호처럼 보이는 값이",
                PersonMark::Mail => "전자우편 주소처럼 보이는 값이",
                PersonMark::BirthDate => "생년월일처럼 보이는 값이",
                PersonMark::RowEach => "한 사람의 나이가",
            }
        ),
        ImportFault::NoCounts => {
            "인원이 적힌 칸을 찾지 못했습니다. 지역과 나이대별 숫자가 있는 표를 여십시오.".to_owned()
        }
        ImportFault::NoYear => {
            "출생 연도로 적힌 표는 기준 연도가 있어야 나이를 알 수 있습니다. 연도를 고르거나 제목에 적으십시오."
                .to_owned()
        }
        ImportFault::BandsOverlap { first, second } => {
            format!("나이대 {first} 및 {second}에 같은 나이가 들어 있습니다. 세지 않을 나이대를 고르십시오.")
        }
        ImportFault::BandCut { band } => {
            format!("표의 나이대 {} 안에서는 나눌 수 없습니다. 이 나이대를 통째로 담는 묶음을 정하십시오.", band.name())
        }
        ImportFault::TooMany { what, given, most } => {
            let (name, advice) = match what {
                Many::Regions => ("지역", "더 큰 지역 단위를 고르십시오."),
                Many::Ages => ("나이대", "나이대를 더 넓게 묶으십시오."),
                Many::Cells => ("지역과 나이대의 칸", "더 큰 지역 단위나 넓은 나이대를 고르십시오."),
                Many::People => ("인원", "표의 단위를 확인하십시오."),
            };
            let number = |value: u64| format::integer(value as f64);
            format!("{name}: {}. 계획에는 {}까지 담을 수 있습니다. {advice}", number(*given), number(*most))
        }
        ImportFault::Nobody => "사람이 있는 줄이 남지 않았습니다. 연도, 성별, 나이를 확인하십시오.".to_owned(),
    }
}
