//! How long links are: plans of the sizes that are promised, with whatever counts and windows.

use proptest::prelude::*;
use serde_json::{Value, json};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::Plan;
use stagger::wire::link::{decode, encode};
use stagger::wire::plan_file;

/// What the sources of a plan say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sources {
    /// What those of the examples say.
    OfExamples,
    /// What the planner never shipped.
    OwnWords,
}

/// Regions, age bands, windows, stages.
pub type Shape = (usize, usize, usize, usize);

const OWN_WORDS: [&str; 10] = [
    "2026년 9월 시스템 부하 시험에서 잰 값입니다. 운영팀 김 주무관이 제공했습니다.",
    "은행이 제출한 용량 계획서 12쪽의 값을 옮겼습니다.",
    "작년 상품권 판매일의 접속 기록을 근거로 추정했습니다.",
    "통신사 본인확인 서비스의 계약서에 적힌 초당 건수입니다.",
    "측정한 자료가 없어 담당자 회의에서 정한 가정입니다(2026-10-14).",
    "카드사 승인 서버의 시험 결과 보고서를 따랐습니다.",
    "민원 콜센터 통계에서 포기율을 계산했습니다.",
    "이전 앱의 재시도 기록 3개월분의 평균입니다.",
    "현장 접수 창구의 처리 시간을 잰 값입니다.",
    "예산 사정으로 늘릴 수 없는 상한입니다.",
];

const FIELDS: [&str; 10] = [
    "/arrivals/show_up",
    "/arrivals/opening_share",
    "/arrivals/tail/0/mean_s",
    "/journey/0/service_s",
    "/journey/1/service_s",
    "/journey/1/patience_s",
    "/journey/2/retry_share",
    "/journey/2/fail_share",
    "/journey/3/service_s",
    "/journey/3/rate_per_s",
];

const STAGES: [&str; 6] = ["앱 내려받기", "약관 동의", "휴대전화 인증", "계좌 등록", "카드 연결", "첫 충전"];

/// Numbers without any order, the same in every run.
pub struct Numbers(pub u64);

impl Numbers {
    /// 0..`most`, xorshift.
    pub fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % most
    }
}

/// A plan of that shape as somebody might make it: counts of any size below 100,000, one cohort per cell, each in any
/// window, windows at any quarter of an hour, ten ranges with their sources.
pub fn large_plan(shape: Shape, sources: Sources) -> Plan {
    from_numbers(shape, sources, &mut Numbers(0x1234_5678_9abc))
}

fn from_numbers((n_regions, n_ages, n_windows, n_stages): Shape, sources: Sources, any: &mut Numbers) -> Plan {
    let example: Value = serde_json::from_str(&plan_file::write(&Example::Staggered.plan(Wording::korean))).unwrap();
    let mut plan = example.clone();
    plan["title"] = json!("새 앱으로 옮기는 계획 2027");
    plan["days"] = json!(30);
    let regions = (0..n_regions).map(|region| json!({ "name": format!("제{}지구", region + 1), "code": null }));
    plan["members"]["regions"] = regions.collect();
    let band = |age: usize| (15 + 7 * age, 21 + 7 * age);
    let name = |(from, to): (usize, usize)| format!("{from}-{to}");
    let ages = (0..n_ages).map(|age| json!({ "name": name(band(age)), "from": band(age).0, "to": band(age).1 }));
    plan["members"]["ages"] = ages.collect();
    plan["members"]["counts"] =
        (0..n_regions).map(|_| (0..n_ages).map(|_| any.below(100_000)).collect::<Value>()).collect();
    let n_cohorts = n_regions * n_ages;
    let cohort = |at: usize| {
        let name = format!("제{}지구 {}", at / n_ages + 1, name(band(at % n_ages)));
        json!({ "name": name, "regions": [at / n_ages], "ages": [at % n_ages] })
    };
    plan["cohorts"] = (0..n_cohorts).map(cohort).collect();
    let mut invited = vec![Vec::new(); n_windows];
    for cohort in 0..n_cohorts {
        invited[any.below(n_windows as u64) as usize].push(cohort);
    }
    let windows = invited.iter().enumerate().map(|(at, cohorts)| {
        let (day, hour, minute) = (1 + at / 5, 9 + 2 * (at % 5), 15 * any.below(4));
        let closes = hour as u64 + 1 + any.below(2);
        json!({
            "opens": format!("2022-04-{day:02}T{hour:02}:{minute:02}"),
            "closes": format!("2022-04-{day:02}T{closes:02}:{minute:02}"), "cohorts": cohorts,
        })
    });
    plan["windows"] = windows.collect();
    let share = |any: &mut Numbers| json!(any.below(100) as f64 / 100.0);
    plan["journey"] = (0..n_stages)
        .map(|stage| {
            let is_rate = any.below(2) == 0;
            let rate = (1_000 + any.below(90_000)) as f64 / 3_600.0;
            let sessions = 100 * (1 + any.below(100));
            json!({
                "name": STAGES[stage], "service_s": 20 + any.below(300), "patience_s": 60 * (10 + any.below(110)),
                "rate_per_s": is_rate.then_some(rate), "sessions": (!is_rate).then_some(sessions),
                "retry_share": share(any), "retry_after_s": 60 * (1 + any.below(60)), "fail_share": share(any),
                "fail_retry_share": share(any),
            })
        })
        .collect();
    let range = |field: &&str, any: &mut Numbers| {
        let low = any.below(500) as f64 / 100.0;
        json!({ "field": field, "low": low, "high": low + any.below(900) as f64 / 100.0 })
    };
    plan["ranges"] = FIELDS.iter().map(|field| range(field, any)).collect();
    let known: Vec<&Value> = example["sources"].as_object().unwrap().values().map(|source| &source["text"]).collect();
    let own = OWN_WORDS.map(Value::from);
    let said: Vec<&Value> = if sources == Sources::OwnWords { own.iter().collect() } else { known };
    let source = |at: usize, any: &mut Numbers| {
        let text = if sources == Sources::OwnWords { at } else { any.below(said.len() as u64) as usize };
        json!({ "kind": "assumed", "text": said[text], "url": null })
    };
    plan["sources"] = FIELDS
        .iter()
        .enumerate()
        .map(|(at, field)| ((*field).to_owned(), source(at, any)))
        .collect::<serde_json::Map<_, _>>()
        .into();
    plan["entered_as"] = json!({});
    plan_file::read(&plan.to_string()).unwrap()
}

/// Length of the fragment, once it is known to open.
fn length(plan: &Plan) -> usize {
    let link = encode(plan);
    assert_eq!(decode(&link).as_ref(), Ok(plan));
    link.len()
}

#[test]
fn the_examples_are_short() {
    for example in Example::ALL {
        for read in [Wording::korean as fn(Wording) -> &'static str, Wording::english] {
            let length = length(&example.plan(read));
            println!("{example:?}: {length} characters");
            assert!(length <= 400, "{length}");
        }
    }
}

#[test]
fn own_words_cost_no_more_than_a_few_hundred_letters() {
    for (shape, most) in [((16, 7, 112, 5), 1_550), ((25, 10, 60, 6), 2_150)] {
        let length = length(&large_plan(shape, Sources::OwnWords));
        println!("{shape:?} with sources of one's own: {length} characters");
        assert!(length <= most, "{length}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn links_keep_to_their_lengths_whatever_the_numbers(seed in 1_u64..) {
        for (shape, most) in [((16, 7, 112, 5), 1_200), ((25, 10, 60, 6), 2_000)] {
            let length = length(&from_numbers(shape, Sources::OfExamples, &mut Numbers(seed)));
            prop_assert!(length <= most, "{shape:?}: {length}");
        }
    }
}
