//! The subject `notices` in Korean.

use super::{Common, NoticeWords, NoticesWords, RemarkWords, Who, common, listed};
use crate::clock::CivilTime;
use crate::staging::cohorts::BirthYears;
use crate::staging::link_template::LinkFault;
use crate::staging::lint::BirthPart;
use crate::staging::windows::outside::{After, Before};
use crate::text::Language;
use crate::text::format::{date, decimal, integer, time_of_day};
use crate::text::particle::{Particle, with};

pub static WORDS: NoticesWords = NoticesWords {
    title: "안내문 만들기",
    remarks_heading: "알리기 전에 살필 것",
    nothing: "규칙과 회차에서 사람들이 잘못 읽거나 불공평하게 여길 곳을 찾지 못했습니다.",
    remarks: REMARKS,

    writing: "안내문에 넣을 것",
    languages: "안내문 언어",
    language_names: ["한국어", "영어", "한국어와 영어"],
    sender: "보내는 곳",
    sender_help: "예: 부산광역시. 비우면 적지 않습니다.",
    link: "내려받기 링크",
    link_help: "집단마다 다르게 하려면 번호 자리에 {number}, 이름 자리에 {name}을 넣으십시오. 예: https://example.kr/get?group={number}",
    link_fault: |fault| match fault {
        LinkFault::NotHttps => "https://로 시작하는 주소가 아닙니다. https://example.kr/get처럼 쓰십시오.".to_owned(),
        LinkFault::NoHost => {
            "https:// 다음에 쓸 수 있는 서버 이름이 없습니다. https://example.kr/get처럼 쓰십시오.".to_owned()
        }
        LinkFault::PlaceholderInHost => {
            "서버 이름에는 {number}나 {name}을 넣을 수 없습니다. 서버 이름 뒤 ‘/’ 다음에 넣으십시오.".to_owned()
        }
        LinkFault::UnknownPlaceholder(inside) => {
            format!("{{{inside}}}에 넣을 것이 없습니다. {{number}}나 {{name}}을 쓰십시오.")
        }
        LinkFault::LoneBrace => "중괄호의 짝이 맞지 않습니다. {number}나 {name}처럼 쓰십시오.".to_owned(),
        LinkFault::Blank => "주소에 빈칸이 있습니다. 빈칸을 지우십시오.".to_owned(),
    },
    no_link: "링크가 없어 안내문에 내려받는 곳을 적지 않습니다.",
    one_link: "모든 집단의 링크가 같습니다. 집단마다 다른 링크를 쓰면 자기 회차가 아닌 접속을 구별할 수 있습니다.",
    link_first: "링크를 고치면 모든 안내문과 목록을 저장할 수 있습니다.",
    no_cohorts: "집단이 없어 안내할 사람이 없습니다. 먼저 집단을 만드십시오.",

    cohort: "미리 볼 집단",
    preview: "안내문",
    all: "모든 안내문",
    all_text: "모든 집단의 안내문",
    all_file: "안내문.txt",
    list: "집단별 링크와 안내문 목록",
    list_text: "목록(CSV)",
    list_file: "집단별 안내.csv",
    columns: ["번호", "집단", "대상", "회원(명)", "시작", "마감", "추가 회차", "링크"],
    notice_columns: ["안내문(한국어)", "안내문(영어)"],
    numbered: |number, name| format!("{number}. {name}"),
};

const REMARKS: RemarkWords = RemarkWords {
    and_more: |count| format!("외 {}개", integer(count as f64)),
    and: |name, people| format!("{name} {}명", integer(people as f64)),
    year_and_day: |years, days| {
        format!(
            "출생연도 끝자리로 나눈 집단이 {}개, 생일 날짜의 끝자리로 나눈 집단이 {}개입니다. 두 기준이 섞이면 자기 차례를 잘못 알기 쉽습니다. 한 가지 기준으로 통일하십시오.",
            integer(years as f64),
            integer(days as f64)
        )
    },
    unclear: |count, names| {
        format!(
            "이름만 보아서는 출생연도의 끝자리인지 생일 날짜의 끝자리인지 알 수 없는 집단이 {}개입니다: {names}. ‘출생연도 끝자리’처럼 이름에 기준을 밝히십시오.",
            integer(count as f64)
        )
    },
    digits: |part, digits| {
        let of = match part {
            Some(BirthPart::Year) => "출생연도 끝자리",
            Some(BirthPart::Day) => "생일 날짜의 끝자리",
            None => "끝자리",
        };
        if digits.len() == 10 {
            "끝자리와 관계없이 모두".to_owned()
        } else {
            format!("{of} {}", ending(digits)).trim_end().to_owned()
        }
    },
    contradicts: |name, said, selected, more| {
        let more = if more > 0 {
            format!(" 이런 집단이 {}개 더 있습니다.", integer(more as f64))
        } else {
            String::new()
        };
        format!(
            "‘{name}’의 이름과 규칙이 다릅니다. 이름은 ‘{said}’, 규칙은 ‘{selected}’입니다.{more} 이름이나 규칙을 고치십시오."
        )
    },
    same_name: |name, count| {
        format!("이름이 ‘{name}’인 집단이 {}개입니다. 서로 구별되도록 이름을 고치십시오.", integer(count as f64))
    },
    more_names: |count| format!("여러 집단이 함께 쓰는 이름이 {}개 더 있습니다.", integer(count as f64)),
    in_no_cohort: |people, regions, ages| {
        let places: Vec<&str> = [regions, ages].into_iter().filter(|place| !place.is_empty()).collect();
        let places = if places.is_empty() { String::new() } else { format!(": {}", places.join("; ")) };
        format!(
            "어느 집단에도 들지 않은 회원이 {}명입니다{places}. 이 사람들은 안내를 받지 못합니다. 집단을 더하거나 규칙을 넓히십시오.",
            integer(people as f64)
        )
    },
    in_two_cohorts: |people, one, other, shared| {
        format!(
            "둘 이상의 집단에 든 회원이 {}명입니다. ‘{one}’ 집단과 ‘{other}’ 집단에 함께 든 사람이 {}명으로 가장 많습니다. 이 사람들은 서로 다른 안내를 받습니다. 규칙이 겹치지 않게 하십시오.",
            integer(people as f64),
            integer(shared as f64)
        )
    },
    in_no_window: |count, names, people| {
        format!(
            "회차가 없는 집단이 {}개, {}명입니다: {names}. 회차에 배정하십시오.",
            integer(count as f64),
            integer(people as f64)
        )
    },
    empty_cohort: |count, names| {
        format!("해당하는 사람이 없는 집단이 {}개입니다: {names}. 지우거나 규칙을 확인하십시오.", integer(count as f64))
    },
    digits_without_people: |name, digits, more| {
        let more = if more > 0 {
            format!(" 이런 집단이 {}개 더 있습니다.", integer(more as f64))
        } else {
            String::new()
        };
        format!(
            "‘{name}’의 나이대에는 출생연도 끝자리가 {digits}인 사람이 없습니다. 폭이 10년보다 좁은 나이대에는 없는 끝자리가 있습니다.{more} 그 끝자리를 빼거나 나이대를 묶으십시오."
        )
    },
    night: |windows, regions, people| {
        format!(
            "밤(22–07시)에 걸친 회차가 {}개, 대상은 {}명입니다: {regions}. 낮으로 옮기거나 지역이 돌아가며 맡게 하십시오.",
            integer(windows as f64),
            integer(people as f64)
        )
    },
    working_hours: |count, names, people, others| {
        format!(
            "평일 09–18시에만 회차가 있는 집단이 {}개, {}명입니다: {names}. 다른 집단 {}개는 저녁이나 쉬는 날에도 회차가 있습니다. 저녁 회차나 주말 추가 회차를 두십시오.",
            integer(count as f64),
            integer(people as f64),
            integer(others as f64)
        )
    },
    unequal: |largest, most, smallest, least, ratio| {
        format!(
            "회차의 예상 시작 인원이 고르지 않습니다. 가장 많은 회차({largest})는 {}명, 가장 적은 회차({smallest})는 {}명으로 {}배입니다. 시범 회차가 아니라면 회차를 규칙으로 다시 고르게 나누십시오.",
            integer(most),
            integer(least),
            decimal(ratio, 1)
        )
    },
    elderly: |when, age, people, starters| {
        format!(
            "가장 붐비는 회차({when}, 예상 시작 인원 {}명)에 {age}세 이상 회원이 {}명 있습니다. 한산한 회차로 옮기거나 도울 사람을 두십시오.",
            integer(starters),
            integer(people as f64)
        )
    },
};

pub static NOTICE: NoticeWords = NoticeWords {
    heading: |sender| {
        if sender.is_empty() {
            "앱 내려받기 시간 안내".to_owned()
        } else {
            format!("[{sender}] 앱 내려받기 시간 안내")
        }
    },
    who,
    nobody: "해당하는 사람이 없습니다.",
    whom: |who| format!("대상: {who}"),
    span: |opens, closes| {
        let end = if opens.date() == closes.date() { time_of_day(closes) } else { moment(closes) };
        format!("{}부터 {end}까지", moment(opens))
    },
    window: |span| format!("이용 시간: {span}"),
    no_window: "이용 시간은 아직 정해지지 않았습니다. 정해지는 대로 다시 안내드립니다.",
    before: |before, stage| {
        match before {
        Before::FirstToOpen => "이 시간 전에는 아직 열리지 않으니 시간에 맞추어 이용하시기 바랍니다.".to_owned(),
        Before::Free => {
            "이 시간보다 먼저 오셔도 막지는 않으나 다른 대상자와 겹쳐 오래 기다리실 수 있으니, 정해진 시간에 이용하시기 바랍니다.".to_owned()
        }
        Before::TurnedAway { .. } => {
            format!("이 시간보다 먼저 오시면 ‘{stage}’ 단계에서 더 진행할 수 없으니, 정해진 시간에 이용하시기 바랍니다.")
        }
        Before::CatchUp => "앞서 안내받은 시간을 놓치신 분을 위한 시간입니다.".to_owned(),
    }
    },
    missed: |after, catch_up| match (after, catch_up) {
        (After::Free, None) => "시간을 놓치셔도 그 뒤에 이용하실 수 있습니다.".to_owned(),
        (After::Free, Some(times)) => {
            format!("시간을 놓치셔도 그 뒤에 이용하실 수 있으며, 놓치신 분을 위한 추가 시간은 {times}입니다.")
        }
        (After::Shut, None) => {
            "이 시간이 지나면 이용하실 수 없습니다. 추가 시간은 아직 정해지지 않았으니 시간을 지켜 주시기 바랍니다."
                .to_owned()
        }
        (After::Shut, Some(times)) => {
            format!("이 시간이 지나면 이용하실 수 없습니다. 놓치신 분은 추가 시간({times})에 이용하시기 바랍니다.")
        }
    },
    link: |address| format!("내려받는 곳: {address}"),
};

fn moment(time: CivilTime) -> String {
    format!("{} {}", date(Language::Korean, time.date()), time_of_day(time))
}

fn ending(digits: &[u8]) -> String {
    match common(digits) {
        Common::Odd => "홀수".to_owned(),
        Common::Even => "짝수".to_owned(),
        Common::Nothing => listed(&digits.iter().map(u8::to_string).collect::<Vec<_>>(), " 또는 "),
    }
}

/// `사는 곳이 중구이고, 태어난 해가 1993–2002년인 분`.
fn who(who: &Who) -> String {
    let mut conditions = Vec::new();
    if let Some(regions) = &who.regions {
        let one_of = if regions.len() > 1 { " 가운데 한 곳" } else { "" };
        conditions.push(format!("사는 곳이 {}{one_of}", regions.join(", ")));
    }
    if let Some(spans) = &who.born {
        let span = |span: &BirthYears| match span.first {
            Some(first) if first == span.last => format!("{first}년"),
            Some(first) => format!("{first}–{}년", span.last),
            None => format!("{}년 또는 그 전", span.last),
        };
        let one_of = if spans.len() > 1 { " 가운데 하나" } else { "" };
        conditions
            .push(format!("태어난 해가 {}{one_of}", listed(&spans.iter().map(span).collect::<Vec<_>>(), " 또는 ")));
    }
    conditions.extend(who.year_digits.map(|digits| format!("태어난 해(출생연도)의 끝자리가 {}", ending(digits))));
    conditions.extend(who.day_digits.map(|digits| format!("태어난 날(생일의 일)의 끝자리가 {}", ending(digits))));
    match conditions.split_last() {
        None => "모든 회원".to_owned(),
        Some((last, others)) => {
            let others: String =
                others.iter().map(|condition| format!("{}고, ", with(condition, Particle::Being))).collect();
            format!("{others}{last}인 분")
        }
    }
}
