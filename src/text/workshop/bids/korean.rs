//! Bids, in Korean.

use super::{BehindFacts, BidsWords, BreakFacts, Columns, CountedFacts, Faults, FirstFacts};
use crate::bids::Rule;
use crate::text::format;
use crate::text::particle::{Particle, with};
use crate::text::risk::{SaidEnd, SaidReach};

/// Names of new bids, as lists in documents count.
const NUMBERS: [&str; 8] = ["가", "나", "다", "라", "마", "바", "사", "아"];

pub static WORDS: BidsWords = BidsWords {
    title: "업체 제안 비교",
    begin: "여러 업체가 이 계획의 단계별 용량을 제안했을 때 씁니다. 제안을 하나씩 계획에 넣어 같은 사람, 같은 조건으로 계산하고, 서비스가 잘 버티는 순서로 보여 줍니다.",
    kept: "이 창을 닫으면 제안을 계획과 함께 보관하며, 계획 파일에도 담습니다. 업체의 가격은 비밀이므로 링크에는 담지 않습니다.",
    none: "아직 제안이 없습니다. 아래에서 하나씩 넣거나, 표 프로그램에서 여러 개를 붙여 넣으십시오.",
    add: "제안 넣기",
    compute: "가능성 계산",
    computed: |draws| {
        format!(
            "가능성은 가정을 범위 안에서 {}번 바꾸어 계산했습니다. 모든 제안에 같은 값을 썼습니다.",
            format::integer(draws as f64)
        )
    },
    not_computed: |draws| {
        format!(
            "버틸 가능성은 아직 계산하지 않았습니다. ‘가능성 계산’을 누르면 제안마다 같은 값으로 {}번씩 계산합니다. 몇 초 걸립니다.",
            format::integer(draws as f64)
        )
    },
    no_ranges: "이 계획에는 가정의 범위가 없어 가능성이 판정보다 더 알려 주는 것이 없습니다. 먼저 계획의 가정에 범위를 적으십시오.",
    unreadable: |reason| format!("계획에 든 제안을 읽을 수 없습니다. {reason}"),
    too_many_read: |count, most| {
        format!("계획에 제안이 {count}개 들어 있습니다. {most}개까지만 견줄 수 있어 읽지 않았습니다.")
    },
    discard: "계획에서 빼기",
    too_many: |most| format!("제안은 {most}개까지 견줄 수 있습니다. 하나를 지우고 다시 넣으십시오."),
    as_before: |vendor| {
        format!("‘{vendor}’에 쓸 수 없는 값이 있어 앞서 적은 값으로 계산했습니다. 표시된 칸을 고치십시오.")
    },
    stray: |vendor, stage| {
        format!(
            "‘{vendor}’의 제안에 이 계획에 없는 단계 ‘{stage}’의 값이 있습니다. 값은 남겨 두지만 계산에는 넣지 않습니다. 단계 이름을 되돌리거나, 맞는 단계에 값을 적으십시오."
        )
    },
    results: "제안 비교",
    rule: |rules| {
        let name = |rule: &Rule| match rule {
            Rule::Chance => "버틸 가능성이 높은(1% 단위)",
            Rule::Verdict => "판정이 좋은",
            Rule::Price => "가격이 낮은",
            Rule::PeakLoad => "가장 높은 부하가 낮은",
        };
        let names: Vec<&str> = rules.iter().map(name).collect();
        format!("{} 순서입니다.", names.join(" 순서, 같으면 "))
    },
    currencies: "가격의 통화가 서로 달라 순위에 넣지 않았습니다. 한 통화로 적으십시오.",
    columns: Columns {
        vendor: "업체",
        place: "순위",
        verdict: "판정",
        chance: "버틸 가능성",
        peak: "가장 높은 부하",
        wait: "가장 긴 대기",
        lost: "포기",
        done: "95%가 마치는 때",
        reach: "실제로 오는 비율, 버티는 한계",
        price: "가격",
    },
    plan_as_it_is: "지금 계획",
    unknown: "–",
    reach: |reach| match reach {
        SaidReach::HoldsEverywhere => "한계 없음".to_owned(),
        SaidReach::BreaksEverywhere => "없음".to_owned(),
        SaidReach::Holds { from: Some(from), until: Some(until) } => format!("{from}에서 {until}까지"),
        SaidReach::Holds { from: Some(from), .. } => format!("{from}부터"),
        SaidReach::Holds { until, .. } => format!("{}까지", until.as_deref().unwrap_or_default()),
        SaidReach::Breaks { down_from, up_from } => {
            let said = |end: &SaidEnd, word: &str| format!("{} {word}", end.value);
            let down = down_from.as_ref().map(|end| said(end, "이하"));
            let up = up_from.as_ref().map(|end| said(end, "이상"));
            format!("{}만", [down, up].into_iter().flatten().collect::<Vec<_>>().join(" 또는 "))
        }
    },
    first,
    behind,
    alike: |vendor, other| format!("‘{vendor}’의 제안과 ‘{other}’의 제안은 이 기준으로는 같습니다."),
    breaks,
    weakest: |vendor, place, opens, chance| {
        let when = opens.map_or_else(|| "회차 밖 시간".to_owned(), |opens| format!("{opens} 회차"));
        format!("‘{vendor}’의 제안에서 가장 자주 무너지는 때는 {when}({chance})이고, 그때 막히는 곳은 {place}입니다.")
    },
    no_forecast: |vendor, reason| format!("‘{vendor}’의 제안으로는 예측할 수 없습니다. {reason}"),
    data: "같은 표, 데이터로(CSV)",
    data_file: "업체-제안-비교.csv",
    entry: "제안 내용",
    chosen: "볼 제안",
    vendor: "업체",
    new_vendor: |number| format!("업체 {}", NUMBERS[number % NUMBERS.len()]),
    copy_of: |vendor, number| format!("{vendor} ({number})"),
    price: "가격(선택)",
    price_help: "숫자와 통화를 적습니다. 예: 120,000,000원",
    of_stage: |stage, label| format!("{stage}: {label}"),
    rate: "받는 속도",
    sessions: "동시에 쓰는 사람",
    service: "한 번에 걸리는 시간",
    basis_of_rate: "받는 속도의 근거",
    basis_of_sessions: "동시에 쓰는 사람의 근거",
    promised: "계속 낼 수 있다고 약속한 값, 모두 인정",
    tested: |share| format!("시험에서 나온 값, {share} 인정"),
    as_plan: |value| format!("비우면 계획대로 {}.", with(value, Particle::Being) + "라고 봅니다"),
    counted: |facts: &CountedFacts| {
        let others = facts.others.map_or_else(String::new, |others| format!("({others})"));
        match facts.share {
            Some(share) => {
                format!("시험 {} × {share} = {}{others}. 나머지는 여유로 둡니다.", facts.given, facts.counted)
            }
            None => format!("약속 {}{others}. 모두 인정합니다.", facts.given),
        }
    },
    by_sessions: |sessions, service, rate| format!("{sessions} ÷ {service} = {rate}."),
    carries: |rate| format!("둘 다 제한하므로 작은 쪽인 {rate}까지 받습니다."),
    replaces: "제안에 적은 값은 계획의 값과 그 범위를 대신합니다. 시각에 따른 용량 변경은 그대로 두며, 몇 배로 바꾸는 변경은 제안의 값에 곱합니다.",
    duplicate: |vendor| format!("‘{vendor}’ 복사"),
    remove: |vendor| format!("‘{vendor}’ 지우기"),
    faults: Faults {
        not_a_rate: "초, 분, 시간당 건수를 적으십시오. 예: 20건/초, 1,200건/분, 48,000건/시간",
        not_sessions: "동시에 쓸 수 있는 사람을 숫자로 적으십시오. 예: 3,600",
        not_a_time: "걸리는 시간을 적으십시오. 예: 180초, 3분",
        not_a_price: "숫자 하나를 끝까지 적고 통화를 붙이십시오. 예: 120,000,000원. 없으면 비워 두십시오.",
        out_of_bounds: |least, greatest| format!("{least} 이상 {greatest} 이하로 적으십시오."),
        no_name: "업체 이름을 적으십시오.",
        name_taken: "같은 이름의 제안이 있습니다. 서로 다른 이름을 적으십시오.",
        too_few_cells: "업체, 단계, 값을 한 칸에 하나씩 적으십시오.",
        no_such_stage: |given, known| {
            format!("‘{given}’ 단계가 이 계획에 없습니다. 다음 가운데 하나로 적으십시오: {known}")
        },
        not_a_figure: "값을 단위와 함께 적으십시오. 예: 20건/초, 3,600명, 180초",
        not_a_share: "시험값 가운데 인정할 비율을 적으십시오. 예: 75%. 약속한 값이면 비워 두십시오.",
    },
    paste_summary: "표 프로그램에서 여러 개 붙여 넣기",
    paste: "표의 줄",
    paste_help: "값 하나에 한 줄씩 업체, 단계, 단위를 붙인 값, 가격, 시험값이면 인정할 비율을 적습니다. 뒤의 두 칸은 비워도 됩니다. 이미 있는 업체는 이 값으로 바뀝니다.",
    line: |line, reason| format!("{line}번째 줄: {reason}"),
    step: "업체 제안",
};

fn first(facts: &FirstFacts) -> String {
    let price = facts.price.map_or_else(String::new, |price| format!(" 가격은 {price}입니다."));
    match facts.chance {
        Some(chance) => {
            format!("1순위는 ‘{}’의 제안입니다. 무너지는 회차가 없을 가능성이 {chance}입니다.{price}", facts.vendor)
        }
        None => format!("1순위는 ‘{}’의 제안입니다. 판정은 ‘{}’입니다.{price}", facts.vendor, facts.verdict),
    }
}

fn behind(facts: &BehindFacts) -> String {
    let (what, worse) = match facts.rule {
        Rule::Chance => ("버틸 가능성이", "낮습니다"),
        Rule::Verdict => ("판정이", "나쁩니다"),
        Rule::Price => ("가격이", "높습니다"),
        Rule::PeakLoad => ("가장 높은 부하가", "높습니다"),
    };
    let BehindFacts { vendor, before, theirs, .. } = facts;
    let why = match facts.own {
        Some(own) => format!("{what} {}, ‘{before}’의 {theirs}보다 {worse}.", with(own, Particle::Towards)),
        None => "가격을 적지 않았습니다.".to_owned(),
    };
    format!("‘{vendor}’의 제안은 ‘{before}’의 제안 다음입니다. {why}")
}

fn breaks(facts: &BreakFacts) -> String {
    let BreakFacts { vendor, place, wait, .. } = facts;
    let place = with(place, Particle::Topic);
    let when = facts.opens.map_or_else(|| "회차 밖 시간에".to_owned(), |opens| format!("{opens} 회차에"));
    let others = match facts.others {
        0 => String::new(),
        others => format!(" 이 밖에 {others}개 회차가 무너집니다."),
    };
    match facts.overload {
        Some((load, short)) => format!(
            "‘{vendor}’의 {place} {when} 용량이 {short} 모자랍니다. 용량의 {load}가 몰리고, 가장 긴 대기는 {wait}입니다.{others}"
        ),
        None => format!("‘{vendor}’의 {place} {when} 무너집니다. 가장 긴 대기는 {wait}입니다.{others}"),
    }
}
