//! The requirement sentences in Korean, as requests for proposals word them.

use super::{
    CapacityFacts, Category, Closings, EvidenceFacts, FigureNames, Known, MeasureFacts, Named, OvershootFacts, Remark,
    Remedy, RequirementWords, RoomFacts, TestFacts, Unit, WaitFacts, WindowFacts, exact, near, per_cent, said,
    said_band, said_near,
};
use crate::clock::{CivilDate, CivilTime};
use crate::text::Language::Korean;
use crate::text::common::KOREAN as COMMON;
use crate::text::format::{time_of_day, weekday};
use crate::text::particle::{Particle, with};

pub(super) static TEXT: RequirementWords = RequirementWords {
    category: |category| match category {
        Category::Functional => "기능 요구사항",
        Category::Performance => "성능 요구사항",
        Category::Test => "테스트 요구사항",
        Category::Constraint => "제약사항",
        Category::Management => "프로젝트 관리 요구사항",
    },
    capacity_title: |stage| format!("처리 용량: {stage}"),
    capacity: Named {
        title: "처리 용량",
        definition: "단계가 새로 처리를 시작할 수 있는 사람 수",
        deliverables: "부하 시험 결과서, 용량 산정 근거",
    },
    capacity_said: capacity,
    measurement: Named {
        title: "측정 방법",
        definition: "처리 용량과 대기 시간을 재는 곳, 재는 사람, 재는 방법, 합격 기준",
        deliverables: "측정 계획서, 측정 결과서",
    },
    measurement_said: measurement,
    waits: Named {
        title: "대기 시간",
        definition: "처리가 시작되기까지 기다리는 시간과 끝내 마치지 못하는 사람의 비율",
        deliverables: "부하 시험 결과서, 운영 결과서",
    },
    waits_said: waits,
    overshoot: Named {
        title: "예측을 넘는 이용",
        definition: "예측보다 많은 사람이 올 때의 동작과 회복",
        deliverables: "부하 시험 결과서",
    },
    overshoot_said: overshoot,
    room: Named {
        title: "대기실",
        definition: "첫 단계 앞에서 사람을 온 순서대로 들여보내는 기능",
        deliverables: "기능 시험 결과서, 운영 설명서",
    },
    room_said: |facts| room(facts, false),
    room_ready: Named {
        title: "대기실 준비",
        definition: "사람이 몰릴 때 켤 수 있도록 미리 갖추어 두는 대기실",
        deliverables: "기능 시험 결과서, 운영 설명서",
    },
    room_ready_said: |facts| room(facts, true),
    test: Named {
        title: "개통 전 부하 시험",
        definition: "첫 회차를 열기 전에 합격하여야 하는 시험",
        deliverables: "시험 계획서, 시험 결과서, 시험 원자료",
    },
    test_said: test,
    windows: Named {
        title: "회차와 안내",
        definition: "이용자에게 안내하고 여는 시각과 운영 기간",
        deliverables: "안내 발송 결과서",
    },
    windows_said: windows,
    evidence: Named {
        title: "기록과 증빙",
        definition: "요구사항을 지켰는지 확인할 자료와 예측과의 비교",
        deliverables: "단계별 기록, 시험 결과서, 원자료, 비교표",
    },
    evidence_said: evidence,
    figures: FigureNames {
        peak: |stage| format!("{stage}: 처리 용량(가장 바쁜 분)"),
        at_once: "동시에 처리 중인 사람",
        sample: "집계 간격",
        test: "이어서 시험하는 시간",
        least: "구간마다 채워야 할 비율",
        wait: |percentile| format!("대기 시간({percentile})"),
        longest: "가장 긴 대기",
        lost: "마치지 못하고 그만둔 사람",
        admit: "들여보내는 사람",
        inside: "안에 있는 사람(최대)",
        waiting: "동시에 기다리는 사람",
        return_min: "차례를 지켜 주는 시간",
        times: "예측 대비",
        starters: "그때 시작하는 사람",
        recovery: "줄이 없어지기까지",
        days_before: "첫 회차를 열기 전",
        windows: "회차",
        most: "한 회차에 안내하는 사람(최대)",
        deliver: "제출 기한",
    },
    remark,
    chapter: "요구사항",
    chapter_note: "제안요청서와 과업지시서에 옮겨 쓰도록 적은 문장입니다. 수치는 모두 이 계획의 예측에서 나왔으며, 끝의 표에 그 근거를 적었습니다. 요구값은 올림, 들여보내는 수는 내림입니다.",
    columns: ["번호", "명칭", "근거 수치", "예측값", "90% 범위", "여유율", "요구값"],
    caption: "요구사항이 근거로 삼은 수치",
    sentence: "문장",
    definition: "정의",
    deliverables: "산출물",
    edited: "직접 고친 문장",
    chosen: "정한 값",
};

/// `2022년 3월 18일(금)`.
fn day(date: CivilDate) -> String {
    format!("{}년 {}월 {}일({})", date.year(), date.month(), date.day(), weekday(Korean, date))
}

fn moment(time: CivilTime) -> String {
    format!("{} {}", day(time.date()), time_of_day(time))
}

fn wait(seconds: f64) -> String {
    said(Korean, Unit::Wait, seconds)
}

/// What of a forecast is rounded up, as it stands behind it.
fn from(is_from_high: bool) -> &'static str {
    if is_from_high { "의 범위 위쪽 끝을" } else { "을" }
}

/// A figure of the forecast with its band.
fn known(unit: Unit, figure: &Known) -> String {
    let near = |value| said_near(Korean, unit, value);
    match figure.band {
        Some(band) => format!("{}(90% 범위 {})", near(figure.likely), said_band(Korean, unit, band, "~")),
        None => near(figure.likely),
    }
}

fn capacity(facts: &CapacityFacts) -> Vec<String> {
    let flow = |value: f64| format!("초당 {}명", near(value));
    let (headroom, likely) = (per_cent(facts.headroom), flow(facts.peak.likely));
    let rests = match facts.peak.band {
        Some((low, high)) if facts.is_from_high => format!(
            "가장 바쁜 분의 예측값 {likely}(90% 범위 초당 {}~{}명)의 위쪽 끝 {}",
            near(low),
            near(high),
            flow(high)
        ),
        Some((low, high)) => format!("가장 바쁜 분의 예측값 {likely}(90% 범위 초당 {}~{}명)", near(low), near(high)),
        None => format!("가장 바쁜 분의 예측값 {likely}"),
    };
    let others =
        if facts.has_others { " 이 단계를 함께 쓰는 다른 업무의 이용도 들어 있다." } else { "" };
    vec![
        format!(
            "‘{}’ 단계는 초당 {}명 이상, 즉 분당 {}명 이상, 시간당 {}명 이상의 처리를 새로 시작할 수 있어야 한다. 세 값은 같은 용량을 단위만 바꾸어 적은 것이다.",
            facts.stage,
            exact(facts.required),
            exact(facts.required * 60.0),
            exact(facts.required * 3_600.0)
        ),
        format!(
            "한 사람의 처리 시간을 평균 {}초로 볼 때 이는 동시에 처리 중인 사람 {}명 이상에 해당하며, 차례를 기다리는 사람은 이 수에 넣지 아니한다.",
            exact(facts.service_s),
            exact(facts.at_once)
        ),
        "이 용량은 ‘동시접속자 수’가 아니며, 접속·세션·화면 요청의 수로 갈음하여서는 아니 된다. 한 사람이 다시 시도하면 시도마다 센다.".to_owned(),
        format!(
            "이 용량은 {}에 여유율 {headroom}%를 두어 올림한 값이며, 여유율은 가장 바쁜 분에도 비워 두는 용량의 비율이다.{others}",
            rests
        ),
        "이 용량은 운영 기간 내내 유지하여야 한다.".to_owned(),
    ]
}

fn measurement(facts: &MeasureFacts) -> Vec<String> {
    vec![
        "측정 지점은 각 단계의 요청이 운영 시스템에 처음 도착하는 접점(부하 분산 장치 또는 중계 서버)으로 한다.".to_owned(),
        "측정은 발주기관 또는 발주기관이 지정한 제삼자가 하며, 계약상대자는 측정 지점의 기록을 제공하고 측정에 입회하여야 한다.".to_owned(),
        format!(
            "모든 시도를 빠짐없이 기록하여 {}초 간격으로 집계하여야 하며, 일부만 뽑아 추정하여서는 아니 된다.",
            exact(facts.sample_s)
        ),
        format!(
            "처리 용량은 단계마다 요구한 용량 이상의 도착을 {}분 동안 이어서 보내어 측정한다. 처리를 새로 시작한 사람이 요구한 용량의 {}%에 미치지 못하는 집계 구간이 하나라도 있으면 불합격으로 한다(측정 오차 {}% 인정).",
            exact(facts.test_min),
            per_cent(facts.least),
            per_cent(facts.tolerance)
        ),
        "대기 시간과 비율에는 측정 오차를 인정하지 아니한다. 기록하는 시각은 모든 장비에서 표준시에 맞추어야 한다.".to_owned(),
    ]
}

fn waits(facts: &WaitFacts) -> Vec<String> {
    let percentile = per_cent(facts.percentile);
    let mut sentences = Vec::new();
    if let Some(seconds) = facts.at_percentile {
        sentences.push(format!(
            "회차마다, 그리고 단계마다 전체 시도의 {percentile}% 이상은 {} 이내에 처리가 시작되어야 한다.",
            wait(seconds)
        ));
    }
    if let Some(seconds) = facts.longest {
        sentences
            .push(format!("어느 시도도 {} 넘겨 기다리게 하여서는 아니 된다.", with(&wait(seconds), Particle::Object)));
    }
    if facts.at_percentile.is_some() || facts.longest.is_some() {
        sentences.push(
            format!(
                "기다린 시간은 요청이 측정 지점에 도착한 때부터 그 단계의 처리가 시작된 때까지{}. 기다리다 떠난 시도는 떠난 때까지를 기다린 시간으로 센다.",
                if facts.has_room { "이며, 대기실에서 기다린 시간을 포함한다" } else { "로 한다" }
            ),
        );
    }
    sentences.push(format!(
        "운영 기간에 시작한 사람 가운데 끝내 마치지 못하고 그만둔 사람(기다리다 떠났거나 처리에 실패한 뒤 다시 시도하지 아니한 사람)은 {}% 이하이어야 한다.",
        per_cent(facts.lost)
    ));
    let mut parts = Vec::new();
    if let Some(figure) = facts.forecast_at_percentile.as_ref().filter(|_| facts.at_percentile.is_some()) {
        parts.push(format!("{percentile}번째 백분위 대기 {}", known(Unit::Wait, figure)));
    }
    if let Some(figure) = facts.forecast_longest.as_ref().filter(|_| facts.longest.is_some()) {
        parts.push(format!("가장 긴 대기 {}", known(Unit::Wait, figure)));
    }
    parts.push(format!("그만둔 사람 {}", known(Unit::Share, &facts.forecast_lost)));
    sentences.push(format!("요구한 처리 용량을 갖추었을 때의 예측값은 {}이다.", parts.join(", ")));
    sentences
}

fn overshoot(facts: &OvershootFacts) -> Vec<String> {
    let mut sentences = vec![format!(
        "회차마다 예측의 {}배가 와서 운영 기간에 모두 {}명이 시작하더라도 서비스를 멈추거나, 이미 받은 자료를 잃거나, 같은 처리를 거듭하여서는 아니 된다.",
        exact(facts.times),
        exact(facts.starters.0)
    )];
    let begin = format!(
        "시작하는 사람의 수는 예측의 {}배가 올 때의 예측값 {}{} 올림한 것이다.",
        exact(facts.times),
        known(Unit::People, &facts.starters.1),
        from(facts.is_from_high)
    );
    if !facts.is_queued {
        sentences.extend(["이때에도 ‘대기 시간’에서 요구한 값을 지켜야 한다.".to_owned(), begin]);
        return sentences;
    }
    let (Some(at), Some(longest), Some(recovery)) = (facts.at_percentile, facts.longest, facts.recovery) else {
        sentences.extend([
            "이때 기다리는 사람은 온 순서대로 처리하고, 오류 화면이 아니라 기다리고 있음을 알리는 화면을 보여 주어야 한다."
                .to_owned(),
            begin,
        ]);
        return sentences;
    };
    sentences.push(format!(
        "이때 회차마다, 그리고 단계마다 전체 시도의 {}% 이상은 {} 이내에, 모든 시도는 {} 이내에 처리가 시작되어야 하며, 기다리는 사람이 생긴 때부터 {}분 이내에 기다리는 사람이 없어져야 한다.",
        per_cent(facts.percentile),
        wait(at.0),
        wait(longest.0),
        exact(recovery.0)
    ));
    sentences.push(format!(
        "동시에 기다리는 사람 {}명까지는 온 순서대로 처리하고, 오류 화면이 아니라 기다리고 있음을 알리는 화면을 보여 주어야 한다.",
        exact(facts.waiting.0)
    ));
    sentences.push(format!(
        "이 값은 요구한 처리 용량을 갖추고 예측의 {}배가 올 때의 예측값[시작하는 사람 {}, {}번째 백분위 대기 {}, 가장 긴 대기 {}, 줄이 없어지기까지 {}, 동시에 기다리는 사람 {}]{} 올림한 것이다. 대기 시간은 ‘대기 시간’에서 요구한 값보다 짧게 적지 아니하였다.",
        exact(facts.times),
        known(Unit::People, &facts.starters.1),
        per_cent(facts.percentile),
        known(Unit::Wait, &at.1),
        known(Unit::Wait, &longest.1),
        known(Unit::Minutes, &recovery.1),
        known(Unit::People, &facts.waiting.1),
        from(facts.is_from_high)
    ));
    sentences
}

fn room(facts: &RoomFacts, is_to_be_ready: bool) -> Vec<String> {
    let rate = format!("분당 {}명(초당 {}명)", exact(facts.admit * 60.0), exact(facts.admit));
    let mut sentences = if is_to_be_ready {
        vec![
            "첫 단계 앞에 대기실을 갖추어, 첫 회차를 열기 전부터 운영 기간이 끝날 때까지 발주기관이 요청하는 즉시 켤 수 있어야 한다."
                .to_owned(),
            format!(
                "대기실은 온 순서대로 {rate}씩 들여보내는 것으로 시작하며, 순서를 바꾸거나 건너뛰게 하여서는 아니 된다. 이 수는 모든 단계에 여유율 {}%를 남기고 계속 들여보낼 수 있는 수를 내림한 것이다.",
                per_cent(facts.headroom)
            ),
            "들여보내는 수는 발주기관이 요청하면 서비스를 멈추지 아니하고 바꿀 수 있어야 한다.".to_owned(),
            "발주기관이 요청하여 켠 동안 대기실에서 기다린 시간은 ‘대기 시간’과 ‘예측을 넘는 이용’의 기다린 시간에 넣지 아니한다.".to_owned(),
        ]
    } else {
        vec![
            format!(
                "첫 단계 앞에 대기실을 두어 온 순서대로 {rate}씩 들여보내야 하며, 순서를 바꾸거나 건너뛰게 하여서는 아니 된다."
            ),
            "들여보내는 수는 발주기관이 요청하면 서비스를 멈추지 아니하고 바꿀 수 있어야 한다.".to_owned(),
        ]
    };
    sentences.extend(facts.inside_most.map(|most| {
        format!("들어와서 아직 모든 단계를 마치지 아니한 사람이 {}명이면 새로 들여보내지 아니하여야 한다.", exact(most))
    }));
    sentences.extend(facts.waiting.map(|(most, forecast)| {
        format!(
            "대기실에서는 {}명 이상이 동시에 기다릴 수 있어야 하며, 이 수를 넘더라도 대기실을 거치지 아니하고 들여보내서는 아니 된다. 이 수는 대기실을 켜고 예측의 {}배가 올 때 동시에 기다리는 사람의 예측값 {}{} 올림한 것이다.",
            exact(most),
            exact(facts.overshoot),
            known(Unit::People, &forecast),
            from(facts.is_from_high)
        )
    }));
    sentences.push(format!(
        "기다리는 사람에게는 앞에 있는 사람의 수, 남은 예상 시간, 차례가 될 예상 시각을 보여 주고 계속 고쳐 보여 주어야 하며, 자리를 떠났다가 {}분 이내에 돌아온 사람의 차례를 지켜 주어야 한다.",
        exact(facts.return_min)
    ));
    sentences
}

fn test(facts: &TestFacts) -> Vec<String> {
    vec![
        format!(
            "계약상대자는 첫 회차를 열기 {}일 전인 {}까지 다음의 부하 시험에 모두 합격하여야 한다.",
            exact(facts.days_before),
            day(facts.until)
        ),
        format!(
            "(가) 예측 재현: 계획(지문 {}, 모형 {})의 부하 시험 자료 ‘{}’에 적힌 분마다의 도착을 그대로 보낸다. 적어도 가장 바쁜 {}회차({} 시작)는 처음부터 끝까지 보내야 한다.",
            facts.fingerprint,
            facts.model,
            facts.profile,
            facts.busiest.0,
            moment(facts.busiest.1)
        ),
        format!("(나) 예측 초과: (가)의 도착을 모두 {}배로 보낸다.", exact(facts.times)),
        format!(
            "(다) 지속: 단계마다 ‘처리 용량’에서 요구한 용량의 도착을 {}분 동안 이어서 보낸다.",
            exact(facts.test_min)
        ),
        "(가)는 ‘대기 시간’을, (나)는 ‘예측을 넘는 이용’을, (다)는 ‘처리 용량’을 ‘측정 방법’에 따라 확인하여 모두 지키면 합격으로 한다. 하나라도 지키지 못하면 원인을 고친 뒤 모든 시험을 처음부터 다시 하여야 한다.".to_owned(),
        "도착은 앞선 사람의 처리가 끝났는지와 관계없이 정해진 때에 보내야 한다. 시험은 운영과 같은 구성에서 하며, 본인 확인 기관 등 외부 기관을 거치는 구간을 포함하여야 한다.".to_owned(),
    ]
}

fn windows(facts: &WindowFacts) -> Vec<String> {
    let closing = match facts.closings {
        Closings::Open => "닫는 시각은 안내를 위한 시각이며, 닫은 뒤에 온 사람도 운영 기간에는 받아야 한다.",
        Closings::Hard => "회차를 닫은 뒤에 온 사람은 받지 아니하며, 다음에 이용할 수 있는 때를 알려야 한다.",
        Closings::Mixed => "닫은 뒤에 온 사람을 받는지는 회차마다 시간표에 따른다.",
    };
    vec![
        format!(
            "회차는 모두 {}회이며, {}에 처음 열고 {}에 마지막으로 닫는다. 회차마다의 시각과 대상은 계획(지문 {})의 시간표에 따른다.",
            facts.windows,
            moment(facts.opens),
            moment(facts.closes),
            facts.fingerprint
        ),
        format!("운영 기간은 첫 회차를 여는 때부터 {}까지로 한다.", moment(facts.ends)),
        format!(
            "한 회차에 안내하는 사람은 {}명을 넘지 아니하여야 하며, 그 회차의 대상에게만 안내하고 다른 회차의 대상을 앞당겨 안내하여서는 아니 된다.",
            exact(facts.most)
        ),
        closing.to_owned(),
        "발주기관의 서면 승인 없이 회차의 시각, 대상, 순서를 바꾸어서는 아니 된다.".to_owned(),
    ]
}

fn evidence(facts: &EvidenceFacts) -> Vec<String> {
    vec![
        format!(
            "계약상대자는 부하 시험을 마친 날과 운영 기간이 끝난 날부터 각각 {}일 이내에 다음 자료를 제출하여야 한다.",
            exact(facts.deliver_days)
        ),
        format!(
            "(가) 단계별 분 단위 기록: 도착한 시도, 처리를 시작한 사람, 마친 사람, 실패한 사람, 기다리다 떠난 사람, 처리 중인 사람, 기다리는 사람, 대기 시간의 {}번째 백분위와 가장 긴 값",
            per_cent(facts.percentile)
        ),
        "(나) 시험 결과서: 시험 환경, 보낸 부하, 요구사항마다의 측정값과 합격 여부".to_owned(),
        "(다) 원자료: 시도마다 도착, 처리 시작, 처리 종료의 시각과 결과. 개인을 알아볼 수 있는 정보는 넣지 아니한다."
            .to_owned(),
        format!(
            "기록은 계획(지문 {}, 모형 {})의 분 단위 예측과 나란히 비교하고, 예측보다 많거나 적은 구간은 그 차이와 원인을 적어야 한다. (가)와 (다)는 표로 바로 읽을 수 있는 글자 파일이어야 한다.",
            facts.fingerprint, facts.model
        ),
    ]
}

fn remark(remark: &Remark) -> String {
    match remark {
        Remark::PlanFails(verdict, stage) => {
            let more = stage.as_ref().map_or_else(String::new, |(stage, times)| {
                format!(" ‘{stage}’에는 계획에 적힌 용량의 {}배를 요구합니다.", near(*times))
            });
            format!(
                "이 계획은 계획에 적힌 용량으로는 목표를 지키지 못합니다(판정: {}). 아래 문장은 목표를 지키는 데 필요한 용량을 요구합니다.{more} 이 용량을 얻을 수 없으면 회차를 더 나누십시오.",
                COMMON.verdict(*verdict)
            )
        }
        Remark::Holds(load) => format!(
            "요구한 용량을 갖추면 모든 회차가 목표를 지킵니다{}.",
            load.map_or_else(String::new, |load| format!("(가장 높은 부하 {}%)", per_cent((load * 100.0).round() / 100.0)))
        ),
        Remark::AskedFails(verdict, remedy) => {
            let remedy = match remedy {
                Remedy::Headroom(share) => format!("여유율을 {}% 이상으로 하면 지킵니다.", per_cent(*share)),
                Remedy::Capacity(times) => {
                    format!("대기실까지 모든 용량을 {}배로 늘리면 지킵니다.", exact(*times))
                }
                Remedy::OtherWindows => "용량을 늘려도 지킬 수 없으니 회차를 더 나누십시오.".to_owned(),
            };
            format!(
                "이 문장대로 하여도 목표를 지키지 못합니다(판정: {}). {remedy}",
                COMMON.verdict(*verdict)
            )
        }
        Remark::Chance(breaks, of) => format!(
            "요구한 용량으로도 가정의 범위를 {of}번 바꾸어 본 예측 가운데 {breaks}번은 목표를 지키지 못합니다. 시작하는 값을 범위의 위쪽 끝으로 하는 것을 검토하십시오."
        ),
        Remark::NoBands => "90% 범위를 계산하고 있습니다.".to_owned(),
        Remark::NoRanges => "가정에 범위가 없어 90% 범위를 계산할 수 없습니다. 예측값은 보통값입니다.".to_owned(),
        Remark::ChangesLeftAway(count) => format!(
            "계획에는 용량이 때에 따라 바뀌는 일이 {count}건 있습니다. 아래 문장은 운영 기간 내내 같은 용량을 요구하며, 그 변화는 예측에 넣지 않았습니다."
        ),
        Remark::NotAsked(stages) => format!(
            "용량에 제한이 없는 단계({})에는 처리 용량을 요구하지 않습니다. 요구하려면 ‘절차와 용량’에서 용량을 적으십시오.",
            stages.join(", ")
        ),
        Remark::WaitsLeftOut => "예측이 지키지 못하는 대기 시간은 요구하지 않습니다.".to_owned(),
        Remark::NeverRecovers => {
            "예측을 넘는 사람이 오면 예측 기간 안에 줄이 없어지지 않아, 회복 시간과 대기 시간은 요구하지 않습니다. 여유율을 올리십시오.".to_owned()
        }
        Remark::FewerCome(times) => format!(
            "초대한 사람보다 많이 올 수는 없어, 예측을 넘는 이용은 회차에 따라 {}배까지만 계산했습니다.",
            near(*times)
        ),
    }
}
