//! What a load test says of itself, in the comments and messages of its script.

use crate::text::Language;
use crate::text::format::integer;

/// Comments and messages of a script.
#[derive(Debug)]
pub struct LoadTestWords {
    /// Title of the plan.
    pub heading: fn(&str) -> String,
    /// Fingerprint, model.
    pub of: fn(&str, u32) -> String,
    pub link: fn(&str) -> String,
    /// What to do, line by line; the busiest window, how long all of it takes.
    pub usage: fn(&str, &str) -> Vec<String>,
    /// What the arrivals are and are not.
    pub meaning: &'static [&'static str],
    pub users: &'static [&'static str],
    /// What must be replaced.
    pub placeholder: &'static [&'static str],
    pub stages: &'static [&'static str],
    pub dropped: &'static str,
    pub no_address: &'static str,
    pub no_window: &'static str,
    pub no_scale: &'static str,
    /// When, and how many people.
    pub window: fn(&str, f64) -> String,
    pub between: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static LoadTestWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

static KOREAN: LoadTestWords = LoadTestWords {
    heading: |title| format!("부하 시험: {title}"),
    of: |fingerprint, model| format!("지문 {fingerprint}, 모형 {model}"),
    link: |link| format!("계획 {link}"),
    usage: |busiest, all| {
        vec![
            "쓰는 법".to_owned(),
            format!("  가장 붐비는 회차만: k6 run -e BASE_URL=https://시험서버 -e WINDOW={busiest} 이파일"),
            "  1.4배로:            k6 run -e BASE_URL=https://시험서버 -e WINDOW=... -e SCALE=1.4 이파일".to_owned(),
            format!("  WINDOW가 없으면 모든 회차를 실제 시각 간격 그대로 이어서 합니다({all})."),
            "  THINK=0이면 단계마다 머무는 시간 없이 요청만 보냅니다(기본 1: 계획의 시간만큼 머묾).".to_owned(),
        ]
    },
    meaning: &[
        "rate는 밖에서 처음 오는 사람입니다. 실패하거나 떠났다가 다시 오는 사람은 들어 있지 않습니다.",
        "단계별 시도와 함께 쓰는 다른 이용은 부하 시험 CSV에 있습니다.",
    ],
    users: &[
        "users는 예측에서 그 시간에 안에 있는 사람(줄과 이용 중)과 리틀의 법칙(1초에 오는 사람 × 머무는 시간)",
        "가운데 큰 값에 20%와 10명을 더한 것입니다. 최대는 그 2배이며, 모자라면 dropped_iterations가 생깁니다.",
    ],
    placeholder: &[
        "여기를 실제 요청으로 바꾸십시오. 지금은 단계마다 자리만 잡은 주소를 한 번 부릅니다.",
        "service는 계획에서 한 번에 걸리는 평균 시간(초)입니다.",
    ],
    stages: &["계획의 단계. path를 시험할 주소로 바꾸십시오."],
    dropped: "한 건이라도 빠지면 시험하는 쪽이 모자란 것이므로 결과를 쓰지 마십시오.",
    no_address: "BASE_URL이 없습니다. -e BASE_URL=https://시험서버 를 붙이십시오.",
    no_window: "그런 WINDOW가 없습니다. 쓸 수 있는 값: ",
    no_scale: "SCALE은 0보다 큰 수여야 합니다.",
    window: |when, people| format!("{when}, {}명", integer(people)),
    between: "회차 밖",
};

static ENGLISH: LoadTestWords = LoadTestWords {
    heading: |title| format!("Load test: {title}"),
    of: |fingerprint, model| format!("Fingerprint {fingerprint}, model {model}"),
    link: |link| format!("Plan {link}"),
    usage: |busiest, all| {
        vec![
            "How to run it".to_owned(),
            format!("  the busiest window alone: k6 run -e BASE_URL=https://test-server -e WINDOW={busiest} THIS_FILE"),
            "  at 1.4 times the load:    k6 run -e BASE_URL=https://test-server -e WINDOW=... -e SCALE=1.4 THIS_FILE"
                .to_owned(),
            format!("  Without WINDOW all windows follow each other at their real distances ({all})."),
            "  THINK=0 sends requests without staying at a stage (1, the default: as long as the plan says)."
                .to_owned(),
        ]
    },
    meaning: &[
        "A rate is people who come from outside for the first time. Who fails, or leaves and comes back, is not in it.",
        "Attempts by stage, and other users of a stage, are in the CSV of the load profile.",
    ],
    users: &[
        "users: the larger of the people inside by the forecast (waiting and in service) in that time and of Little's",
        "law (arrivals per second x time inside), plus 20 % and 10. At most twice that; too few show as dropped_iterations.",
    ],
    placeholder: &[
        "Replace this by the real requests. As it stands, each stage asks for a placeholder address once.",
        "service is the plan's mean time of one service in seconds.",
    ],
    stages: &["The stages of the plan. Replace each path by the address to be tested."],
    dropped: "A single dropped iteration means that the generator was too weak: do not use the result.",
    no_address: "BASE_URL is missing. Add -e BASE_URL=https://test-server.",
    no_window: "There is no such WINDOW. These can be used: ",
    no_scale: "SCALE must be a number above 0.",
    window: |when, people| format!("{when}, {} people", integer(people)),
    between: "between windows",
};
