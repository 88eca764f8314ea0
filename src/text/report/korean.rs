//! The report in Korean.

use super::ReportWords;
use crate::text::Language::Korean;
use crate::text::format::{self, duration, integer, moment, percent};

pub(super) static TEXT: ReportWords = ReportWords {
    kind: "접속 부하 예측 보고서",
    file: "보고서",
    print: "인쇄 · PDF로 저장",
    close: "닫기",
    print_note: "A4 세로, 여백과 머리글은 그대로 두십시오.",
    copy_table: "표 복사",
    copy_picture: "그림 복사",
    copied: "복사했습니다. 한글, 워드, 엑셀, 메일에 붙여 넣으십시오.",
    copy_refused: "브라우저가 복사를 허용하지 않았습니다. 보고서를 한 번 누르고 다시 시도하거나, 그림과 표를 파일로 저장하십시오.",
    untitled: "제목 없는 계획",
    about: |members, slots, days, opens| {
        let begin = opens
            .map_or_else(String::new, |opens| format!(" · {}년 {} 개시", opens.date().year(), moment(Korean, opens)));
        format!("회원 {}명 · {days}일 {slots}회차{begin}", integer(members))
    },
    fingerprint: "지문",
    model: "모형",
    author: "작성자",
    dated: "작성일",
    status: "상태",
    draft: "초안",
    approved: "승인",
    since_approved: |fingerprint| format!("초안(승인본 {fingerprint} 이후)"),
    nobody: "적지 않음",
    approval: "결재",
    roles: ["작성", "검토", "승인"],
    approval_lines: ["성명", "일자", "서명"],
    foot: |title, fingerprint, model| format!("{title} · 지문 {fingerprint} · 모형 {model}"),
    page: ["", " / ", ""],
    table: |number, caption| format!("표 {number}. {caption}"),
    picture: |number, caption| format!("그림 {number}. {caption}"),

    outcome: "예측 결과",
    baseline: |load, queue, wait, lost| {
        let wait = wait.map_or_else(
            || "끝내 차례가 오지 않는 사람이 있고".to_owned(),
            |wait| format!("가장 긴 대기는 {wait}이고"),
        );
        format!("모두 한꺼번에 열면 최고 부하는 용량의 {load}, 가장 긴 줄은 {queue}이며, {wait} {lost}이 포기합니다.")
    },
    at_likely: "가정한 값의 범위는 아직 반영하지 않았습니다. 아래 수치는 모두 보통값으로 계산한 것입니다.",
    near: |slots| {
        format!(
            "{slots}개 회차는 용량에 가까워 우연만으로도 줄과 대기가 달라집니다. 이 회차의 줄과 대기는 평균으로 읽으십시오."
        )
    },
    without_luck: "이 확률에 우연은 들어 있지 않습니다.",

    slots: "회차별 최고 부하",
    slots_caption: "회차별 예측",
    slot: "회차",
    time: "시간",
    who: "대상",
    members: "초대(명)",
    starters: "시작(명)",
    peak_load: "최고 부하",
    band: "10번 중 9번",
    queue: "가장 긴 줄(명)",
    wait: |percentile| format!("{percentile}의 대기"),
    lost: "포기(명)",
    chance: "무너질 확률",
    verdict: "판정",
    baseline_column: "한꺼번에",
    everybody_missed: "마치지 않은 사람",
    and_more: |names, more| format!("{names} 외 {more}개"),

    timetable: "집단별 시간표",
    timetable_note: "누구에게 언제 안내하는지 적었습니다. 닫는 시각이 지나도 이미 시작한 사람은 계속할 수 있습니다.",
    timetable_caption: "집단별 안내 시각",
    cohort: "집단",
    opens: "여는 시각",
    closes: "닫는 시각",
    catch_up: "보충",
    not_invited: "안내하지 않음",
    no_cohorts: "이 계획에는 집단이 없습니다.",
    in_no_cohort: |people| format!("어느 집단에도 들지 않는 회원이 {}명 있습니다.", integer(people)),

    journey: "절차와 용량",
    journey_note: "용량은 받는 속도(1초에 받는 건수)와 동시에 쓰는 사람으로 적었습니다. 둘은 서로 다른 값이며 먼저 닿는 쪽이 줄을 만듭니다.",
    stages_caption: "단계별 용량과 예측",
    stage: "단계",
    capacity: "용량",
    capacity_of: |rate, sessions| match (rate, sessions) {
        (None, None) => "제한 없음".to_owned(),
        (rate, sessions) => {
            let sessions = sessions.map(|sessions| format!("동시 {sessions}"));
            [rate.map(str::to_owned), sessions].into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
    },
    service: "한 번에 걸리는 시간",
    attempts: "시도(건)",
    stage_queue: "가장 긴 줄(명)",
    stage_wait: "가장 긴 대기",
    stage_lost: "포기(명)",
    waiting_room: "대기실",
    changes_caption: "시각에 따라 바뀌는 용량",
    change_at: "시각",
    change: "바뀌는 값",
    times: |factor| format!("처음의 {}배", format::decimal(factor, 2)),
    unlimited: "제한 없음",
    turns_away: "오는 사람을 돌려보냄",
    turns_nobody_away: "다시 받음",
    rate: "받는 속도",
    sessions: "동시에 쓰는 사람",

    assumptions: "가정",
    assumptions_note: "예측에 쓴 값 전부입니다. 범위는 10번 중 9번 드는 값이고, 근거는 표 아래 번호를 보십시오.",
    values: "예측에 쓴 값",
    assumptions_caption: "가정한 값, 범위와 근거",
    number: "번호",
    name: "값의 이름",
    value: "보통값",
    range: "90% 범위",
    kind_of_source: "종류",
    source: "근거",
    sources: "근거 목록",
    source_numbers: |numbers| format!("[{numbers}]"),
    all_members: "회원 수",
    mean: |value| format!("평균 {value}"),
    rows: |rows| format!("{rows}줄"),
    target: "목표",
    target_is: |percentile, wait, load| {
        format!(
            "시도의 {}가 {} 안에 차례를 맞고, 최고 부하는 용량의 {}를 넘지 않는다.",
            percent(percentile),
            duration(Korean, wait),
            percent(load)
        )
    },
    verdict_rule: "무너짐은 이 대기를 지키지 못하거나 닫힌 단계에 사람이 오는 것, 주의는 부하가 목표를 넘거나 10번 중 1번 이상 무너지는 것입니다.",
    ranges_note: |draws| format!("범위 안에서 값을 함께 바꾸어 {draws}번 예측했습니다."),

    limits: "예측에 넣지 않은 것",
    limits_note: "예측은 보장이 아닙니다. 다음은 이 예측이 알지 못하거나 단순하게 본 것입니다.",

    reference: "같은 계획 열기",
    reference_text: "아래 주소를 열면 같은 계획과 같은 수치가 나옵니다. 계획은 주소 안에 들어 있으며 서버에 저장되지 않습니다.",
    reference_code: "휴대전화로 QR 코드를 찍어도 됩니다.",
    reference_without_link: "계획 파일을 열어 지문을 비교하면 이 보고서의 계획인지 알 수 있습니다.",
    same_figures: |fingerprint, model, seed| {
        format!("지문 {fingerprint}, 모형 {model}, 난수 {seed}이면 어느 컴퓨터에서든 같은 수치가 나옵니다.")
    },
    link_alternative: "이 계획을 여는 주소의 QR 코드",
};
