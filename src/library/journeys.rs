//! Journeys that people passed on real days, each number with its kind, its source and its date.
//!
//! What carried a day was seldom published stage by stage. What was, is reported; everything else says that it is a
//! guess and how far it may be off, so that nobody takes a template for a measurement.

use std::sync::Arc;

use super::busan::Example;
use super::{Reading, Wording};
use crate::plan::{Plan, Range, Source, SourceKind, Stage};
use crate::units::{PerSecond, Seconds, Share};

/// A journey, by a name that stays the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Journey {
    /// A new app in place of an old one: Busan's local currency, April 2022.
    NewApp,
    /// An appointment after an identity check: Korea's vaccinations, August 2021.
    Appointment,
    /// A code by text message, then a registration: India's vaccinations, April 2021.
    CodeByMessage,
    /// A long form on one evening: Australia's census, August 2016.
    LongForm,
    /// An application before a deadline: the register of voters of the United Kingdom, June 2016.
    BeforeDeadline,
}

/// What was reported in another unit than the plan's: pointer and text.
type Entered = &'static [(&'static str, &'static str)];

/// What is said about one number.
struct Note {
    field: &'static str,
    kind: SourceKind,
    text: Wording,
    url: Option<&'static str>,
    /// 5th and 95th percentile, in the unit of the field.
    range: Option<(f64, f64)>,
}

const SECONDS_PER_HOUR: f64 = 3_600.0;

const fn assumed(field: &'static str, range: (f64, f64), korean: &'static str, english: &'static str) -> Note {
    Note { field, kind: SourceKind::Assumed, text: Wording::new(korean, english), url: None, range: Some(range) }
}

const fn reported(field: &'static str, url: Option<&'static str>, korean: &'static str, english: &'static str) -> Note {
    Note { field, kind: SourceKind::Reported, text: Wording::new(korean, english), url, range: None }
}

const APPOINTMENT: &[Note] = &[
    assumed(
        "/journey/0/service_s",
        (45.0, 90.0),
        "휴대전화 본인인증에 걸리는 시간은 측정값이 없어 45초에서 90초 사이로 가정했습니다(2026년 11월).",
        "A guess of November 2026: nobody published how long the identity check by phone takes; from 45 s to 90 s.",
    ),
    assumed(
        "/journey/0/fail_share",
        (0.03, 0.10),
        "문자 가운데 1–5%가 도착하지 않는다는 업체 자료로 가정했고, 첫 시도가 실패하는 비율을 3–10%로 두었습니다(2026년 11월).",
        "A guess of November 2026 from vendors' figures: 1–5% of text messages are lost; 3–10% of first tries fail.",
    ),
    assumed(
        "/journey/0/fail_retry_share",
        (0.7, 0.97),
        "실패한 사람이 다시 시도하는 비율은 측정값이 없어 가정했습니다(2026년 11월).",
        "A guess of November 2026: nobody measured how many try again.",
    ),
    reported(
        "/journey/1/rate_per_s",
        Some("https://fnnews.com/news/202108081008506495"),
        "2021년 8월 8일 보도: 시간당 30만 건이던 예약 처리량을 200만 건으로 늘렸습니다.",
        "Reported on 8 August 2021: capacity raised from 300,000 to 2 million bookings an hour.",
    ),
    assumed(
        "/journey/1/service_s",
        (60.0, 300.0),
        "예약 화면에 머무는 시간은 공개되지 않아 가정했습니다(2026년 11월).",
        "A guess of November 2026: how long a booking takes was not published.",
    ),
];

const CODE_BY_MESSAGE: &[Note] = &[
    reported(
        "/journey/0/rate_per_s",
        Some(
            "https://www.livemint.com/news/india/cowin-portal-continues-to-work-smoothly-reports-of-crash-incorrect-centre-11619627543884.html",
        ),
        "2021년 4월 28일 보도: 3시간에 인증 문자 1,450만 건을 보냈습니다. 낼 수 있는 최대가 아니라 실제로 보낸 양입니다.",
        "Reported on 28 April 2021: 14.5 million messages in three hours. What was carried, not the most that could be.",
    ),
    assumed(
        "/journey/0/service_s",
        (15.0, 60.0),
        "문자를 받아 번호를 넣는 시간은 측정값이 없어 가정했습니다(2026년 11월).",
        "A guess of November 2026: nobody published how long it takes to receive and enter a code.",
    ),
    reported(
        "/journey/1/rate_per_s",
        Some(
            "https://www.livemint.com/news/india/cowin-portal-continues-to-work-smoothly-reports-of-crash-incorrect-centre-11619627543884.html",
        ),
        "2021년 4월 28일 보도: 3시간에 800만 명이 등록했습니다. 낼 수 있는 최대가 아니라 실제로 받은 양입니다.",
        "Reported on 28 April 2021: 8 million registered in three hours. What was carried, not the most that could be.",
    ),
    assumed(
        "/journey/1/service_s",
        (60.0, 300.0),
        "등록에 걸리는 시간은 공개되지 않아 가정했습니다(2026년 11월).",
        "A guess of November 2026: how long a registration takes was not published.",
    ),
];

const LONG_FORM: &[Note] = &[
    reported(
        "/journey/0/rate_per_s",
        Some("https://legalvision.com.au/censusfail-census-2016-it-service-agreements/"),
        "2016년 8월 보도: 시간당 조사표 100만 건을 받도록 계약하고 150%로 8시간 시험했지만 그날 저녁에 멈추었습니다.",
        "Reported in August 2016: contracted for a million forms an hour, tested at 150% for 8 hours; it still went down that evening.",
    ),
    assumed(
        "/journey/0/service_s",
        (600.0, 2_400.0),
        "조사표를 쓰는 시간은 측정값이 없어 가정했습니다(2026년 11월).",
        "A guess of November 2026: how long it takes to fill in the form.",
    ),
];

const BEFORE_DEADLINE: &[Note] = &[
    reported(
        "/journey/0/rate_per_s",
        None,
        "2016년 6월 8일 요크셔 포스트 보도: 그때까지 가장 많이 받은 것이 시간당 74,000건이었고, 마감 직전 한 시간에 214,000건이 들어와 멈추었습니다.",
        "Yorkshire Post, 8 June 2016: the most ever carried had been 74,000 applications an hour; 214,000 came in the last hour, and it went down.",
    ),
    assumed(
        "/journey/0/service_s",
        (120.0, 600.0),
        "신청서를 쓰는 시간은 공개되지 않아 가정했습니다(2026년 11월).",
        "A guess of November 2026: how long an application takes was not published.",
    ),
];

impl Journey {
    pub const ALL: [Self; 5] =
        [Self::NewApp, Self::Appointment, Self::CodeByMessage, Self::LongForm, Self::BeforeDeadline];

    /// The public name, stable.
    pub fn name(self) -> &'static str {
        match self {
            Self::NewApp => "new-app",
            Self::Appointment => "appointment",
            Self::CodeByMessage => "code-by-message",
            Self::LongForm => "long-form",
            Self::BeforeDeadline => "before-deadline",
        }
    }

    pub fn title(self) -> Wording {
        match self {
            Self::NewApp => {
                Wording::new("새 앱으로 옮기기 (부산, 2022년 4월)", "Moving to a new app (Busan, April 2022)")
            }
            Self::Appointment => Wording::new(
                "본인인증 뒤 예약 (한국 예방접종, 2021년 8월)",
                "Identity check, then an appointment (Korea, August 2021)",
            ),
            Self::CodeByMessage => Wording::new(
                "문자 인증 뒤 등록 (인도 예방접종, 2021년 4월)",
                "Code by message, then a registration (India, April 2021)",
            ),
            Self::LongForm => Wording::new(
                "하룻밤에 쓰는 긴 양식 (호주 인구조사, 2016년 8월)",
                "A long form on one evening (Australia's census, August 2016)",
            ),
            Self::BeforeDeadline => Wording::new(
                "마감 전 신청 (영국 유권자 등록, 2016년 6월)",
                "Before a deadline (voters of the United Kingdom, June 2016)",
            ),
        }
    }

    /// `own` with this journey in place of its own, and what is said about its numbers. Stages that eligibility was
    /// checked at are gone; members, windows, arrivals and the waiting room stay.
    pub fn put_into(self, own: &Plan, read: Reading) -> Plan {
        let mut plan = own.clone();
        let is_of_journey = |pointer: &str| pointer.starts_with("/journey/");
        plan.ranges.retain(|range| !is_of_journey(&range.field));
        plan.sources.retain(|pointer, _| !is_of_journey(pointer));
        plan.entered_as.retain(|pointer, _| !is_of_journey(pointer));
        plan.unknown.retain(|pointer, _| !is_of_journey(pointer));
        plan.arrivals.eligibility_stage = None;
        plan.arrivals.gate_stage = None;
        if self == Self::NewApp {
            let example = Example::Staggered.plan(read);
            plan.journey = Arc::clone(&example.journey);
            plan.ranges.extend(example.ranges.into_iter().filter(|range| is_of_journey(&range.field)));
            let of_journey = |(pointer, _): &(String, _)| is_of_journey(pointer);
            plan.sources.extend(example.sources.into_iter().filter(of_journey));
            plan.entered_as.extend(example.entered_as.into_iter().filter(|(pointer, _)| is_of_journey(pointer)));
            return plan;
        }
        let (stages, notes, entered) = self.stages(read);
        plan.journey = Arc::new(stages);
        for note in notes {
            let source = Source { kind: note.kind, text: read(note.text).to_owned(), url: note.url.map(str::to_owned) };
            plan.sources.insert(note.field.to_owned(), source);
            if let Some((low, high)) = note.range {
                plan.ranges.push(Range { field: note.field.to_owned(), low, high });
            }
        }
        for (pointer, typed) in entered {
            plan.entered_as.insert((*pointer).to_owned(), (*typed).to_owned());
        }
        plan
    }

    /// Stages, what is said about their numbers, and rates in the unit they were reported in.
    fn stages(self, read: Reading) -> (Vec<Stage>, &'static [Note], Entered) {
        let named = |korean, english| Stage::unlimited(read(Wording::new(korean, english)).to_owned());
        let per_hour = |count: f64| Some(PerSecond::new(count / SECONDS_PER_HOUR));
        match self {
            Self::NewApp => (Vec::new(), &[], &[]),
            Self::Appointment => {
                let identity = Stage {
                    service: Seconds::new(60.0),
                    fail_share: Share::new(0.05),
                    fail_retry_share: Share::new(0.9),
                    ..named("본인인증", "Identity check")
                };
                let booking = Stage { rate: per_hour(2e6), service: Seconds::new(120.0), ..named("예약", "Booking") };
                (vec![identity, booking], APPOINTMENT, &[("/journey/1/rate_per_s", "2000000/h")])
            }
            Self::CodeByMessage => {
                let third = |count: f64| Some(PerSecond::new(count / (3.0 * SECONDS_PER_HOUR)));
                let code = Stage {
                    rate: third(14.5e6),
                    service: Seconds::new(30.0),
                    ..named("문자 인증번호", "Code by message")
                };
                let register =
                    Stage { rate: third(8e6), service: Seconds::new(120.0), ..named("등록", "Registration") };
                (vec![code, register], CODE_BY_MESSAGE, &[])
            }
            Self::LongForm => {
                let form = Stage {
                    rate: per_hour(1e6),
                    service: Seconds::new(1_200.0),
                    ..named("조사표 제출", "Submitting the form")
                };
                (vec![form], LONG_FORM, &[("/journey/0/rate_per_s", "1000000/h")])
            }
            Self::BeforeDeadline => {
                let form = Stage {
                    rate: per_hour(74_000.0),
                    service: Seconds::new(300.0),
                    ..named("신청서 제출", "Submitting the application")
                };
                (vec![form], BEFORE_DEADLINE, &[("/journey/0/rate_per_s", "74000/h")])
            }
        }
    }
}
