//! Words for what the calendar has against a day.

use crate::staging::calendar::Reason;
use crate::text::Language;
use crate::text::format::integer;

/// Reasons, and what is said of the table of holidays.
#[derive(Debug)]
pub struct CalendarWords {
    pub heading: &'static str,
    /// What is to be said, the days it is about, their windows, and the people who are expected to start by them.
    pub remark: fn(&str, &str, usize, f64) -> String,
    /// Days that are not named one by one.
    pub more_days: fn(usize) -> String,
    /// A word or two, for a table.
    pub short: fn(&Reason) -> String,
    /// What it means for those who open windows on that day.
    pub reason: fn(&Reason) -> String,
    pub nothing: &'static str,
    /// First and last year of the table, and its source.
    pub table: fn(u32, u32, &str) -> String,
    pub no_table: &'static str,
    pub own_table: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static CalendarWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

static KOREAN: CalendarWords = CalendarWords {
    heading: "달력에서 살필 것",
    remark: |reason, days, windows, people| {
        format!("{days}: {reason} 이때 열린 회차 {windows}개, 예상 시작 인원 {}명입니다.", integer(people))
    },
    more_days: |count| format!("외 {count}일"),
    short: |reason| match reason {
        Reason::FirstOfMonth => "1일".to_owned(),
        Reason::Friday => "금요일".to_owned(),
        Reason::Weekend => "주말".to_owned(),
        Reason::Holiday(name) => name.clone(),
        Reason::BeforeHoliday(_) => "공휴일 전날".to_owned(),
        Reason::AfterHoliday(_) => "공휴일 다음 날".to_owned(),
        Reason::NotKnown => "공휴일 모름".to_owned(),
    },
    reason: |reason| match reason {
        Reason::FirstOfMonth => "매월 1일은 수당과 급여가 들어오고 충전 한도가 새로 열려 이용이 몰립니다.".to_owned(),
        Reason::Friday => {
            "금요일 저녁에 장애가 나면 담당자가 적고, 고칠 사람이 다 모이는 월요일까지 길어질 수 있습니다.".to_owned()
        }
        Reason::Weekend => {
            "주말에는 상담 창구와 협력 기관의 근무 인원이 적습니다. 사람들이 오는 시간도 평일과 다릅니다.".to_owned()
        }
        Reason::Holiday(name) => {
            format!("공휴일({name})입니다. 창구와 협력 기관이 쉬고, 사람들이 오는 시간도 평일과 다릅니다.")
        }
        Reason::BeforeHoliday(name) => {
            format!("다음 날이 공휴일({name})입니다. 장애가 나면 쉬는 날에 고쳐야 합니다.")
        }
        Reason::AfterHoliday(name) => {
            format!("전날이 공휴일({name})입니다. 쉬는 동안 미룬 일과 문의가 이날 몰립니다.")
        }
        Reason::NotKnown => {
            "이날이나 그 전후가 공휴일인지 모릅니다. 공휴일 표에 없는 해이므로 직접 확인하십시오.".to_owned()
        }
    },
    nothing: "회차가 열리는 날 가운데 달력에서 따로 살필 날이 없습니다.",
    table: |from, to, source| format!("공휴일 표: {from}–{to}년. 출처: {source}"),
    no_table: "공휴일 표가 없습니다. 시간대가 대한민국이 아니면 공휴일을 직접 적으십시오.",
    own_table: "이 계획에서 고친 표입니다.",
};

static ENGLISH: CalendarWords = CalendarWords {
    heading: "What the calendar says",
    remark: |reason, days, windows, people| {
        format!("{days}: {reason} Windows open then: {windows}; expected starters: {}.", integer(people))
    },
    more_days: |count| format!("and {count} more"),
    short: |reason| match reason {
        Reason::FirstOfMonth => "1st of the month".to_owned(),
        Reason::Friday => "Friday".to_owned(),
        Reason::Weekend => "weekend".to_owned(),
        Reason::Holiday(name) => name.clone(),
        Reason::BeforeHoliday(_) => "before a holiday".to_owned(),
        Reason::AfterHoliday(_) => "after a holiday".to_owned(),
        Reason::NotKnown => "holidays not known".to_owned(),
    },
    reason: |reason| match reason {
        Reason::FirstOfMonth => {
            "On the 1st of a month allowances and pay come in and new limits for charging begin, so that use peaks."
                .to_owned()
        }
        Reason::Friday => {
            "A fault on a Friday evening meets few hands, and may last until everybody is back on Monday.".to_owned()
        }
        Reason::Weekend => {
            "At the weekend help desks and partners have few people on duty, and people come at other hours.".to_owned()
        }
        Reason::Holiday(name) => {
            format!("A public holiday ({name}): help desks and partners are closed, and people come at other hours.")
        }
        Reason::BeforeHoliday(name) => {
            format!("The next day is a public holiday ({name}): a fault would have to be mended on a day off.")
        }
        Reason::AfterHoliday(name) => {
            format!("The day before is a public holiday ({name}): what was put off, and questions, pile up.")
        }
        Reason::NotKnown => {
            "Not known whether this day, or one beside it, is a holiday: the table does not have the year. Look it up."
                .to_owned()
        }
    },
    nothing: "No day with windows stands out in the calendar.",
    table: |from, to, source| format!("Table of holidays: {from}–{to}. Source: {source}"),
    no_table: "There is no table of holidays. The one that comes along is Korea's; for another time zone write your own.",
    own_table: "The table was edited in this plan.",
};
