//! Where each number of the examples comes from, and how far it may be off.
//!
//! The launch is known from newspapers: members, expected and seen concurrency, the stop, the reopening. Rates,
//! waits and patience were never published. The inferred numbers and their ranges come from a calibration against
//! the press reports of April 2022: with them a fluid model gives the reported queues and a quiet reopening. How long
//! people wait and whether they come back left no trace in the reports; the ranges of the retries are therefore those
//! that the calibration began with.

use crate::library::{Reading, Wording};
use crate::plan::{Plan, Range, Source, SourceKind};

/// One number, or several of one origin.
pub struct Assumption {
    fields: &'static [&'static str],
    kind: SourceKind,
    text: Wording,
    /// 5th and 95th percentile, in the unit of the fields.
    range: Option<(f64, f64)>,
}

/// Writes sources and ranges into a plan.
pub fn add(plan: &mut Plan, assumptions: &[Assumption], read: Reading) {
    for assumption in assumptions {
        for &field in assumption.fields {
            let source = Source { kind: assumption.kind, text: read(assumption.text).to_owned(), url: None };
            plan.sources.insert(field.to_owned(), source);
            if let Some((low, high)) = assumption.range {
                plan.ranges.push(Range { field: field.to_owned(), low, high });
            }
        }
    }
}

const fn assumed(fields: &'static [&'static str], korean: &'static str, english: &'static str) -> Assumption {
    Assumption { fields, kind: SourceKind::Assumed, text: Wording::new(korean, english), range: None }
}

const fn reported(fields: &'static [&'static str], korean: &'static str, english: &'static str) -> Assumption {
    Assumption { kind: SourceKind::Reported, ..assumed(fields, korean, english) }
}

impl Assumption {
    const fn between(self, low: f64, high: f64) -> Self {
        Self { range: Some((low, high)), ..self }
    }
}

const LOGIN_SESSIONS: (&str, &str) = (
    "공개된 값이 없어 가정한 동시 처리 수입니다. 은행은 5만 명의 동시 접속을 예상했다고 보도되었습니다. 범위는 절반에서 두 배까지로 두었습니다.",
    "A guess: not published. The bank is reported to have expected 50,000 people at once in all. The range is from half to double.",
);

const LATER_PATIENCE: (&str, &str) = (
    "기다리다 떠나기까지의 시간은 측정값이 없어 가정했습니다. 범위는 절반에서 두 배까지로 두었습니다.",
    "A guess: nobody measured how long people wait here. The range is from half to double.",
);

const LATER_RETRY: (&str, &str) = (
    "다시 시도하는 비율과 간격은 측정값이 없어 가정했고, 범위도 넓게 가정했습니다.",
    "A guess, with a wide range: nobody measured who tries again, and when.",
);

pub const COMMON: &[Assumption] = &[
    assumed(
        &["/members/counts"],
        "회원 90만 명(2021년 6월 ‘90여만’ 보도)을 15세 이상 거주자에 비례해 나누었습니다(행정안전부 주민등록 인구통계, 2022-12). 나이에 따른 가입률 차이는 넣지 않았습니다.",
        "900,000 members (reported as \"more than 900,000\" in June 2021) in proportion to residents aged 15 and over (Ministry of the Interior and Safety, 2022-12). No difference of adoption by age.",
    ),
    assumed(
        &["/arrivals/show_up"],
        "보도된 대기 인원과 재개통 뒤의 원활한 상태에서 추정한 값입니다. 초대받은 사람 가운데 시작하는 비율입니다.",
        "Inferred from the reported queue and the quiet reopening: the share of the invited who start.",
    )
    .between(0.27, 0.54),
    assumed(
        &["/arrivals/opening_share"],
        "보도된 대기 인원에서 추정한 값입니다. 열린 뒤 5분 안에 오는 비율입니다.",
        "Inferred from the reported queue: the share that comes within five minutes of the opening.",
    )
    .between(0.03, 0.09),
    assumed(
        &["/arrivals/opening_ramp_s"],
        "사람마다 시계와 안내를 본 시각이 달라 5분에 걸쳐 몰리는 것으로 두고 2–10분으로 보았습니다.",
        "People's clocks and messages differ, so the rush is spread over five minutes; two to ten were considered.",
    )
    .between(120.0, 600.0),
    assumed(
        &["/arrivals/tail/0/mean_s"],
        "나머지는 평균 3시간의 지수분포로 온다고 두었습니다. 추정에서는 0.7–8시간이 가능했습니다.",
        "The others are taken to come exponentially with a mean of three hours; 0.7 to 8 hours were considered.",
    )
    .between(2_520.0, 28_800.0),
    assumed(
        &["/arrivals/tail/0/weight"],
        "나머지 사람은 모두 한 가지 분포로 온다고 두었습니다.",
        "All the others are taken to follow one law.",
    ),
    assumed(
        &["/arrivals/uninvited_per_member"],
        "회원이 아닌 사람이 얼마나 왔는지는 알려지지 않아 0으로 두었습니다.",
        "How many came who were no members is not known; none are assumed.",
    ),
    assumed(
        &["/journey/0/service_s", "/journey/3/service_s"],
        "공개된 측정값이 없어 가정한 시간입니다. 범위는 절반에서 두 배까지로 두었습니다.",
        "A guess: no measurement was published. The range is from half to double.",
    )
    .between(60.0, 240.0),
    assumed(
        &["/journey/2/service_s"],
        "공개된 측정값이 없어 가정한 시간입니다. 범위는 절반에서 두 배까지로 두었습니다.",
        "A guess: no measurement was published. The range is from half to double.",
    )
    .between(30.0, 120.0),
    assumed(
        &["/journey/1/service_s"],
        "측정값이 없어 3분으로 가정했습니다. 입력만 하는 본인확인은 45–90초로 알려져 있고, 여기에 계좌 확인이 더해집니다. 범위는 절반에서 두 배까지로 두었습니다.",
        "A guess of three minutes: filling in an identity check takes 45 to 90 seconds, and the account is checked as well. The range is from half to double.",
    )
    .between(90.0, 360.0),
    assumed(
        &["/journey/1/rate_per_s"],
        "보도된 대기 인원과 ‘4배 증설로 정상’이라는 보도에 맞도록 추정한 값입니다(1초 7.2–24건).",
        "Inferred so that the reported queue appears and four times as much is enough: 7.2 to 24 per second.",
    )
    .between(7.2, 24.0),
    assumed(
        &["/journey/1/patience_s"],
        "얼마나 기다리다 떠나는지는 보도로 알 수 없습니다. 추정에서는 14–161분이 모두 가능했습니다.",
        "How long people wait before they leave cannot be told from the reports: 14 to 161 minutes all fit.",
    )
    .between(840.0, 9_660.0),
    assumed(
        &["/journey/1/retry_share"],
        "공공 혜택이라 포기한 사람 대부분이 다시 온다고 두었습니다. 보도로는 알 수 없어 50–98%로 보았습니다.",
        "Most who give up on a public benefit are taken to come back; the reports do not tell: 50 to 98 %.",
    )
    .between(0.50, 0.98),
    assumed(
        &["/journey/1/retry_after_s"],
        "다시 오기까지 20분으로 두었습니다. 보도로는 알 수 없어 5–90분으로 보았습니다.",
        "Taken to come back after 20 minutes; the reports do not tell: 5 to 90 minutes.",
    )
    .between(300.0, 5_400.0),
    assumed(
        &["/journey/1/fail_share"],
        "붐비지 않을 때 첫 시도는 90–97% 성공한다고 알려져 있습니다. 붐비는 날이므로 12%가 실패한다고 두고 5–25%로 보았습니다.",
        "With little load 90 to 97 % succeed at first. On a crowded day 12 % are taken to fail, between 5 and 25 %.",
    )
    .between(0.05, 0.25),
    assumed(
        &["/journey/1/fail_retry_share"],
        "측정값이 없어 실패한 사람의 90%가 다시 시도한다고 두고 70–97%로 보았습니다.",
        "A guess: 90 % of those who fail try again, between 70 and 97 %.",
    )
    .between(0.70, 0.97),
    assumed(
        &["/journey/2/sessions"],
        LOGIN_SESSIONS.0,
        LOGIN_SESSIONS.1,
    )
    .between(2_000.0, 8_000.0),
    assumed(&["/journey/3/sessions"], LOGIN_SESSIONS.0, LOGIN_SESSIONS.1).between(4_000.0, 16_000.0),
    assumed(
        &["/journey/2/patience_s"],
        LATER_PATIENCE.0,
        LATER_PATIENCE.1,
    )
    .between(1_800.0, 7_200.0),
    assumed(&["/journey/3/patience_s"], LATER_PATIENCE.0, LATER_PATIENCE.1).between(900.0, 3_600.0),
    assumed(
        &[
            "/journey/0/retry_share",
        ],
        "이 단계에는 제한이 없어 기다리다 떠나는 사람이 없습니다.",
        "This stage has no limit, so nobody waits and leaves.",
    ),
    assumed(&["/journey/0/retry_after_s", "/journey/2/retry_after_s"], LATER_RETRY.0, LATER_RETRY.1)
        .between(300.0, 5_400.0),
    assumed(&["/journey/3/retry_after_s"], LATER_RETRY.0, LATER_RETRY.1).between(450.0, 7_200.0),
    assumed(&["/journey/2/retry_share"], LATER_RETRY.0, LATER_RETRY.1).between(0.50, 0.95),
    assumed(&["/journey/3/retry_share"], LATER_RETRY.0, LATER_RETRY.1).between(0.25, 0.75),
    assumed(
        &[
            "/journey/0/fail_share",
            "/journey/0/fail_retry_share",
            "/journey/2/fail_share",
            "/journey/2/fail_retry_share",
            "/journey/3/fail_share",
            "/journey/3/fail_retry_share",
        ],
        "이 단계의 실패는 알려지지 않아 0으로 두었습니다.",
        "Failures at this stage are not known; none are assumed.",
    ),
    assumed(
        &["/target/wait_s", "/target/percentile", "/target/load"],
        "이 예시의 목표입니다. 시도의 95%가 1분 안에 시작하고, 가장 붐비는 1분에도 용량의 80%를 넘지 않는 것입니다.",
        "The target of this example: 95 % of attempts begin within a minute, and the busiest minute stays within 80 % of capacity.",
    ),
];

pub const DAY_AS_IT_WAS: &[Assumption] = &[
    assumed(
        &["/arrivals/ignore_window_share"],
        "모두 같은 시각에 초대되었으므로 회차를 어길 수 없습니다.",
        "Everybody was invited at the same time, so there was no window to ignore.",
    ),
    reported(
        &["/windows/0/opens", "/windows/0/closes", "/journey/1/changes/0/rate_per_s"],
        "2022년 4월 1일 14:00에 모두에게 열렸고 17:00에 중단되었습니다(부산일보 2022-04-03, 2022-04-04).",
        "Opened to everybody at 14:00 on 1 April 2022 and stopped at 17:00 (Busan Ilbo, 3 and 4 April 2022).",
    ),
    reported(
        &["/windows/1/opens"],
        "2022년 4월 4일 09:00에 다시 열렸습니다(부산일보 2022-04-04).",
        "Reopened on 4 April 2022 at 09:00 (Busan Ilbo, 4 April 2022).",
    ),
    reported(
        &["/journey/1/changes/1/times"],
        "주말에 시스템을 최대 4배로 늘렸다고 보도되었습니다(한국경제 2022-04-03, 2022-04-04).",
        "The system was reported to be enlarged up to four times over the weekend (Hankyung, 3 and 4 April 2022).",
    ),
    assumed(
        &["/journey/2/changes/0/times", "/journey/3/changes/0/times"],
        "‘4배’가 어느 단계인지는 보도되지 않아 본인인증 뒤의 단계에도 똑같이 적용하고 2–8배로 보았습니다.",
        "Which stages were enlarged was not reported; the same factor is taken after the identity check, between 2 and 8.",
    )
    .between(2.0, 8.0),
];

pub const STAGGERED: &[Assumption] = &[
    assumed(
        &["/arrivals/ignore_window_share"],
        "회차를 어기고 첫날 오는 사람의 측정값은 없습니다. 3%로 두고 1–10%로 보았습니다. 막는 단계가 없으므로 그대로 시작합니다.",
        "Nobody measured how many ignore their window and come on the first day. Taken as 3 %, between 1 and 10 %; nothing stops them.",
    )
    .between(0.01, 0.10),
    reported(
        &["/windows/0/opens"],
        "옛 앱의 자료가 넘어온 뒤라야 하므로 4월 1일 14:00보다 일찍 열 수 없습니다(부산일보 2022-03-22).",
        "Nothing can open before the old app's data have been handed over, 14:00 on 1 April (Busan Ilbo, 22 March 2022).",
    ),
];
