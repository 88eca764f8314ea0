//! How far a forecast can be trusted, in Korean.

use super::{
    Agreement, Compared, LeftOut, NearLimit, ProbeFacts, ProbeKind, Simulating, TrustText, remaining, with_margin,
};
use crate::risk::PlanFigure;
use crate::text::Language::Korean;
use crate::text::format::{decimal, duration, flow_number, integer, rounded_people};
use crate::text::particle::{Particle, with};

pub static TEXT: TrustText = TrustText {
    heading: "예측의 신뢰도와 한계",
    link: "예측의 신뢰도와 한계",
    open: "펼치기",
    close: "접기",
    in_it: "모의실험과 비교, 모형에 없는 것, 근거가 약한 값, 먼저 측정할 것을 보여 줍니다.",
    beside: "한 사람씩 모의실험한 결과와 비교",
    beside_note: |runs, people| {
        format!(
            "회원마다 오고 기다리고 다시 시도하는 과정을 한 사람씩 {}번 모의실험했습니다(한 번에 약 {}명). ±는 평균의 99% 구간입니다. ±나 5% 안에 들거나 대기가 1초 넘게 다르지 않으면 일치로 봅니다.",
            runs,
            rounded_people(people)
        )
    },
    stale: "아래 모의실험은 고치기 전의 계획으로 한 것입니다.",
    not_yet: "아직 모의실험을 하지 않았습니다.",
    fell: "모의실험이 두 번 중단되었습니다. 계획과 예측은 그대로입니다.",
    cancelled: "모의실험을 취소했습니다.",
    too_large: |attempts| {
        format!(
            "시도가 {}건에 이르러 한 사람씩 모의실험하기에는 너무 큰 계획입니다. 예측은 그대로 쓸 수 있습니다.",
            integer(attempts)
        )
    },
    simulate: "지금 모의실험",
    again: "무작위 값을 바꾸어 다시",
    cancel: "취소",
    progress: |done, of, left| {
        let left = left.map(|left| format!(", 약 {} 남음", remaining(Korean, left))).unwrap_or_default();
        match of {
            0 | 1 => format!("모의실험을 준비하고 있습니다{left}."),
            _ => format!("모의실험 중: {of}번 가운데 {done}번{left}"),
        }
    },
    compared: |compared, percentile| match compared {
        Compared::Queue => "가장 긴 줄(명)".to_owned(),
        Compared::Wait => format!("{percentile}의 대기"),
        Compared::Lost => "포기(명)".to_owned(),
        Compared::Starters => "시작(명)".to_owned(),
        Compared::Finished => "마침(명)".to_owned(),
        Compared::Unfinished => "기간 안에 못 마침(명)".to_owned(),
    },
    forecast: |figure| format!("{figure}, 예측"),
    simulated: |figure| format!("{figure}, 모의실험"),
    of_plan: |figure, forecast, simulated| format!("{figure}: 예측 {forecast}, 모의실험 {simulated}"),
    agreement: "비교",
    whole_plan: "전체",
    agrees: |agreement, compared| match (agreement, compared) {
        (Agreement::Within, _) => "일치: ± 안",
        (Agreement::Close, _) => "일치",
        (Agreement::NotOver, _) => "일치: 둘 다 끝나지 않음",
        (Agreement::OneNotOver, _) => "다름: 한쪽은 끝나지 않음",
        (Agreement::More, Compared::Queue) => "다름: 줄이 더 깁니다. 모의실험 값을 쓰십시오",
        (Agreement::More, Compared::Wait) => "다름: 더 오래 기다립니다. 모의실험 값을 쓰십시오",
        (Agreement::More, Compared::Lost) => "다름: 포기가 더 많습니다. 모의실험 값을 쓰십시오",
        (Agreement::More, _) => "다름: 모의실험이 더 많습니다",
        (Agreement::Fewer, Compared::Queue | Compared::Wait | Compared::Lost) => "다름: 예측이 안전한 쪽입니다",
        (Agreement::Fewer, _) => "다름: 모의실험이 더 적습니다",
    },
    in_short: |agree, of| {
        if agree == of {
            format!("표의 {of}행이 모두 예측과 일치합니다.")
        } else {
            format!("표의 {of}행 가운데 {agree}행이 예측과 일치하고 {}행은 다릅니다.", of - agree)
        }
    },
    left_out: "모형에 들어 있지 않은 것",
    is_left_out: left_out,
    weak: "근거가 약하거나 모르는 값",
    weak_note: |ranked| {
        if ranked {
            "측정한 적이 없거나 근거나 범위가 없는 값입니다. 결과를 크게 좌우하는 값부터 적었습니다."
        } else {
            "측정한 적이 없거나 근거나 범위가 없는 값입니다. 범위를 적고 계산이 끝나면 결과를 크게 좌우하는 값부터 적습니다."
        }
    },
    none_weak: "모든 값에 측정하거나 보도된 근거와 범위가 있습니다.",
    number: "값의 이름",
    value: "보통값",
    range: "90% 범위",
    source: "근거",
    influence: "영향",
    no_range: "범위 없음",
    unknown_influence: "모름",
    small_influence: "작음",
    moves: |figure| match figure {
        PlanFigure::PeakLoad => "최고 부하",
        PlanFigure::WaitTarget | PlanFigure::WaitMax => "대기",
        PlanFigure::PeakQueue | PlanFigure::PeakInside => "줄",
        PlanFigure::Lost => "포기",
        PlanFigure::DoneAt => "마치는 때",
        _ => "사람 수",
    },
    show_all: |count| format!("나머지 {count}개 값"),
    first: "먼저 측정할 것",
    none_first: "추정한 값 가운데 결과를 뚜렷이 좌우하는 값이 없습니다.",
    probe,
    near_limit,
    near_limits: |count, stage| {
        let stage = match stage {
            Simulating::Done => "그래서 한 사람씩 모의실험했으며, 그 값을 표의 예측 아래에 적었습니다.",
            Simulating::OnItsWay => "그래서 한 사람씩 모의실험하고 있습니다.",
            Simulating::No => "‘예측의 신뢰도와 한계’에서 한 사람씩 모의실험할 수 있습니다.",
        };
        let slots = slots(count);
        format!("{slots} 용량에 가깝거나 용량을 넘어 우연만으로도 줄이 더 길어질 수 있습니다. {stage}")
    },
    others: |count| {
        let slots = slots(count);
        format!("{slots} 한 사람씩 모의실험하면 예측과 다릅니다. 그 값을 표의 예측 아래에 적었습니다.")
    },
    mark: |value| format!("모의실험 {value}"),
};

/// So many slots; none = the time between them.
fn slots(count: usize) -> String {
    if count == 0 { "회차 사이의 시간은".to_owned() } else { format!("{count}개 회차는") }
}

fn left_out(what: LeftOut) -> String {
    match what {
        LeftOut::Luck => "예측은 많은 사람의 평균입니다. 우연은 모의실험에서만 나타납니다.",
        LeftOut::SameWait => "예측에서는 같은 순간에 온 사람이 똑같이 기다립니다.",
        LeftOut::OneLine => {
            "단계마다 한 줄로 서고 온 차례대로 받습니다. 줄이 여럿이면 더 오래 기다리는 사람이 생깁니다."
        }
        LeftOut::Outages => "적어 둔 용량 변화 말고는 장애가 없고, 여러 단계가 함께 느려지지도 않습니다.",
        LeftOut::Network => "통신망, 앱 마켓, 휴대전화, 문자 발송의 문제는 들어 있지 않습니다.",
        LeftOut::News => "줄이 길다는 소식에 앞당기거나 미루는 일은 없습니다.",
        LeftOut::EvenDays => "시각은 계획의 시간대로만 세고 하루는 늘 24시간입니다.",
        LeftOut::Patience => "얼마나 기다리다 떠나는지는 평균이 같은 지수분포로 사람마다 다르게 정하며, 안내한 대기 시간에 따라 바뀌지 않습니다.",
        LeftOut::Retries => {
            "다시 시도하는 시각은 사람마다 흩어집니다. 앱이 같은 간격으로 자동 재시도하면 예측보다 크게 몰립니다."
        }
        LeftOut::DayAndNight => "밤낮을 가리지 않고 오는 것으로 봅니다.",
        LeftOut::SameShowUp => "지역이나 나이에 따라 오는 비율이 다르지 않은 것으로 봅니다.",
        LeftOut::ServiceLaw => "예측은 한 번에 걸리는 시간의 평균만 씁니다. 분포는 모의실험에만 들어갑니다.",
        LeftOut::WaitingRoom => "대기실을 새로 고쳐도 차례를 잃지 않습니다.",
        LeftOut::TurnedAway => "돌려보낸 사람은 보충 회차가 아니면 다시 오지 않습니다.",
        LeftOut::Visitors => "초대받지 않은 사람과 함께 쓰는 다른 이용자는 한 번만 시도합니다.",
        LeftOut::CatchUp => "보충 회차에 올 사람은 놓친 사람을 집단별 비율로 나누어 어림합니다.",
        LeftOut::FewPeople(slots) => {
            return format!(
                "시작하는 사람이 1,000명이 안 되는 회차가 {slots}개입니다. 그런 회차의 백분위는 크게 흔들립니다."
            );
        }
        LeftOut::NoBand => "이 계획은 우연의 폭을 식으로 구할 수 없어 모의실험에서만 알 수 있습니다.",
    }
    .to_owned()
}

fn probe(facts: &ProbeFacts) -> String {
    let stage = facts.stage.as_deref().unwrap_or("대기실");
    match facts.kind {
        ProbeKind::LoadTest if facts.per_second > 0.0 => format!(
            "{} 부하 시험: 초당 {}건(동시 {}명)까지 올려 30분 동안 유지하며 몇 건부터 늦어지는지 기록하십시오.",
            stage,
            flow_number(facts.per_second),
            integer(facts.at_once.ceil())
        ),
        ProbeKind::LoadTest => {
            format!("{stage} 부하 시험: 1초에 받는 건수를 늘려 가며 몇 건부터 늦어지는지 기록하십시오.")
        }
        ProbeKind::ShowUp => {
            "시범 회차: 작은 지역 한 곳을 먼저 초대하여 초대한 사람 가운데 몇 명이 시작하는지 세십시오.".to_owned()
        }
        ProbeKind::Opening => {
            "시범 회차: 연 뒤 첫 한 시간은 1분마다, 그 뒤에는 한 시간마다 시작한 사람을 세십시오.".to_owned()
        }
        ProbeKind::Waiting => {
            format!(
                "{} 줄: 시범 회차나 이전 서비스의 기록에서 기다리다 떠난 시각과 다시 온 시각을 사람별로 세십시오.",
                stage
            )
        }
        ProbeKind::Failing => {
            format!("{} 실패: 사업자의 응답 기록에서 실패한 비율과 그 뒤 다시 시도한 비율을 구하십시오.", stage)
        }
        ProbeKind::Timing => {
            format!(
                "{} 시간: 붐비지 않을 때 시작과 끝의 시각을 1,000건 넘게 기록하여 평균과 흩어진 정도를 구하십시오.",
                stage
            )
        }
        ProbeKind::Keeping => {
            "시범 회차: 초대받지 않은 사람이 첫 회차에 몇 명 시작하는지 회원 번호로 확인하십시오.".to_owned()
        }
        ProbeKind::Others => match &facts.stage {
            Some(stage) => {
                format!("{stage} 이용 기록: 지난달 같은 요일에 회원이 아닌 이용이 시간마다 몇 건이었는지 세십시오.")
            }
            None => {
                "이용 기록: 비슷한 서비스를 처음 열었을 때 회원이 아닌 사람이 얼마나 왔는지 확인하십시오.".to_owned()
            }
        },
        ProbeKind::Members => "회원 명부: 초대하는 날을 기준으로 지역과 나이별 회원 수를 다시 세십시오.".to_owned(),
    }
}

/// Where queue and wait lie by formula.
fn band(slot: &NearLimit) -> String {
    let Some([queue, wait]) = slot.band else { return String::new() };
    let bands = &Korean.catalogue().bands;
    let queue = bands.ends(&integer(queue.0), &integer(queue.1));
    let waits = match wait.1.is_finite() {
        true => format!(", 가장 긴 대기는 {}", bands.ends(&duration(Korean, wait.0), &duration(Korean, wait.1))),
        false => String::new(),
    };
    format!(" 식으로 구하면 10번 중 9번은 가장 긴 줄이 {queue}명{waits}입니다.")
}

fn near_limit(slot: &NearLimit) -> String {
    let name = slot.number.map_or_else(|| "회차 밖 시간".to_owned(), |number| format!("{number}회차"));
    let why = match slot.band {
        Some(_) => "용량에 가깝거나 용량을 넘어 우연만으로도 줄이 더 길어질 수 있습니다.",
        None => "한 사람씩 모의실험하면 예측과 다릅니다.",
    };
    let band = band(slot);
    let Some([queue, wait]) = slot.simulated else {
        let on_its_way =
            if slot.stage == Simulating::OnItsWay { " 한 사람씩 모의실험하고 있습니다." } else { "" };
        return format!("{} {why}{band}{on_its_way}", with(&name, Particle::Topic));
    };
    let common = &Korean.catalogue().common;
    format!(
        "{} {why}{band} 한 사람씩 모의실험한 {}번의 평균은 가장 긴 줄 {}명(예측 {}명), 대기 {}(예측 {})이며, 그 가운데 {}번 무너집니다.",
        with(&name, Particle::Topic),
        slot.breaks.map_or(0, |breaks| breaks.of),
        with_margin(Korean, Compared::Queue, queue.0, queue.1),
        decimal(slot.fluid.0, 0),
        with_margin(Korean, Compared::Wait, wait.0, wait.1),
        common.wait(Korean, slot.fluid.1),
        slot.breaks.map_or(0, |breaks| breaks.happened)
    )
}
