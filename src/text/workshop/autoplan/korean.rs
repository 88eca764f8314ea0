//! Words of the subject `autoplan` in Korean.

use super::{AnswerWords, AskWords, AutoplanWords, CurveWords, InverseWords, ReasonWords, ReliefWords};
use crate::text::particle::{Particle, with};

pub static WORDS: AutoplanWords = AutoplanWords {
    title: "자동 계획",
    begin: "목표와 지킬 규칙을 고르면 이 계획의 예측으로 배정을 찾고, 그보다 나은 배정이 있을 수 있는지도 증명합니다.",
    compute: "찾기",
    compute_on: "이어서 더 찾기",
    mend_first: "빨간 글씨로 표시된 칸을 고친 다음 찾으십시오.",
    stop: "그만두기",
    under_way: "찾고 있습니다.",
    first_under_way: "더 나은 배정을 찾고 있습니다.",
    left: ["약 ", " 남음"],
    is_first: "먼저 찾은 답입니다. 더 나은 배정이 나오면 바뀝니다.",
    stopped: "도중에 그만두어 먼저 찾은 답을 남겼습니다. 더 나은 배정이 있을 수 있습니다.",
    interrupted: "계산이 도중에 멈췄습니다. 계획은 그대로입니다. 다시 찾으십시오.",
    as_it_is: "지금 계획",
    found: "찾은 결과",
    put: "이 배정 쓰기",
    put_new: "새 계획으로 열기",
    step: "자동 계획",
    ask: AskWords {
        goal: "무엇을 찾을까요?",
        goals: [
            "최고 부하를 가장 낮게",
            "날수를 가장 적게",
            "단계마다 필요한 최소 용량",
            "버티는 가장 높은 오는 비율",
            "날수·부하·용량 견주기",
        ],
        about: [
            "회차의 시각은 그대로 두고 집단을 회차에 다시 나눕니다.",
            "앞쪽 날부터 써서 모두를 목표 안에 넣는 가장 적은 날수를 찾습니다.",
            "지금 배정으로 단계마다 용량을 얼마까지 줄여도 버티는지 찾습니다.",
            "지금 배정과 용량으로 오는 비율이 얼마까지 늘어도 버티는지 찾습니다.",
            "날을 더 쓸 때와 용량을 늘릴 때 최고 부하가 얼마나 낮아지는지 그립니다.",
        ],
        chance: "목표를 지킬 가능성",
        chances: ["보통값에서", "90% 이상", "95% 이상"],
        chance_help: "가정의 범위를 함께 바꾸어 가며 이만큼의 경우에서 목표를 지키게 합니다.",
        chance_needs_ranges: "범위를 적은 가정이 없어 보통값과 같습니다.",
        days_most: "쓸 수 있는 날수",
        days_most_help: "비워 두면 회차가 있는 날만 씁니다. 더 적으면 회차가 가장 많은 날처럼 회차를 더 만듭니다.",
        unit_days: "일",
        rules: "지킬 규칙",
        together: "같은 지역은 한 회차에",
        ages: "지역 안의 나이 순서",
        orders: ["상관없음", "나이 많은 순", "나이 적은 순"],
        per_window: "한 회차의 집단 수 상한",
        per_window_help: "비워 두면 제한하지 않습니다. 같은 지역을 묶으면 묶음의 수입니다.",
        pilot: "먼저 시범으로 여는 집단",
        no_pilot: "없음",
        pilot_help: "첫 회차를 이 집단만 씁니다.",
        openings: "쓸 수 있는 회차",
        openings_help: "맞지 않는 회차는 쓰지 않습니다. 옮기지 않을 집단이 있는 회차는 그대로 씁니다.",
        hours_from: "여는 시각, 이르면",
        hours_to: "닫는 시각, 늦으면",
        windows_per_day: "하루 회차 수 상한",
        gap: "회차 사이, 적어도",
        unit_minutes: "분",
        quiet_days: "쓰지 않을 날",
        stay: "집단을 옮기지 않을 회차",
        stay_help: "고른 회차의 집단은 그 자리에 남습니다. 다른 집단이 그 회차로 올 수는 있습니다.",
        not_a_count: "1 이상의 정수를 적거나 비워 두십시오.",
        not_days: |most| format!("1부터 {most}까지의 정수를 적거나 비워 두십시오."),
        not_minutes: "0부터 1,440까지의 정수를 적거나 비워 두십시오.",
        not_a_time: "09:00처럼 적거나 비워 두십시오.",
        hours_apart: "닫는 시각은 여는 시각보다 늦어야 합니다.",
        hours_both: "여는 시각과 닫는 시각을 둘 다 적거나 둘 다 비워 두십시오.",
    },
    answer: AnswerWords {
        peak: "최고 부하",
        verdict: "판정",
        holds: "모든 회차가 버팀",
        does_not_hold: "목표에 들지 못하는 회차가 있음",
        chance: "목표를 지킬 가능성",
        chance_of: |share, low, high| format!("{share} ({low}–{high})"),
        days: "쓰는 날",
        days_of: |days| format!("{days}일"),
        moved_cohorts: "옮기는 집단",
        cohorts_of: |moved, all| format!("{all}개 중 {moved}개"),
        moved: "시각이 바뀌는 사람",
        moved_of: |moved, all| format!("{all}명 중 {moved}명"),
        lowest: |peak| format!("최고 부하 {peak}인 배정을 찾았습니다."),
        is_optimal: "이보다 낮은 배정은 없음이 증명되었습니다.",
        bound: |bound, points| {
            format!("어떤 배정도 {bound}보다 낮을 수 없음이 증명되어, 더 낮출 여지는 많아야 {points}%p입니다.")
        },
        misses: "다만 목표에 들지 못하는 회차가 있습니다.",
        optimal: "증명: 최적입니다.",
        within: |gap| format!("증명: 최적과의 차이는 {gap} 이내입니다."),
        without_waits: |bound, gap| {
            format!("아무도 기다리지 않는 배정 가운데서는 {bound}보다 낮은 것이 없으며, 차이는 {gap} 이내입니다.")
        },
        no_bound: "한도가 있는 단계가 없거나 회차마다 오는 비율이 따로 적혀 있어, 더 나은 배정이 있는지는 증명하지 못했습니다.",
        fewest: |days, peak| format!("{days}일이면 됩니다. 최고 부하는 {peak}입니다."),
        fewest_proved: |load| {
            format!(
                "하루를 줄이면 어떻게 나누어도 부하 상한 {} 넘는다는 것이 증명되었습니다.",
                with(load, Particle::Object)
            )
        },
        one_day: "하루보다 적을 수는 없습니다.",
        fewest_between: |least| {
            format!("증명된 것은 {least}일보다 적게는 안 된다는 것이며, 그 사이에 되는 배정이 있을 수 있습니다.")
        },
        too_few_windows: "쓸 수 있는 회차를 모두 써도 목표에 드는 배정을 찾지 못했습니다.",
        held: |held, draws, share| {
            format!("범위에서 뽑은 {draws}가지 경우 가운데 {held}가지({share})에서 목표를 지킵니다.")
        },
        too_seldom: |asked| format!("바라신 {asked}에는 못 미칩니다."),
        chance_peak: |asked, peak| {
            format!("{asked}의 경우에 최고 부하가 {} 넘지 않습니다.", with(peak, Particle::Object))
        },
        chance_bound: |bound| format!("어떤 배정도 이 값을 {bound}보다 낮출 수 없음이 증명되었습니다."),
        nothing_to_plan: "집단이 들어 있는 일반 회차가 없습니다. 먼저 회차를 만들고 집단을 넣으십시오.",
        no_timetable: "규칙을 모두 지키는 배정을 찾지 못했습니다.",
        locked_nowhere: "옮기지 않거나 시범으로 열 집단이 어느 회차에도 없습니다. 고른 회차와 집단을 확인하십시오.",
    },
    relief: ReliefWords {
        heading: "이렇게 하면 됩니다",
        none: "규칙이나 숫자 하나만 바꾸어서는 되지 않습니다. 규칙을 둘 이상 풀거나 회차를 더 만드십시오.",
        rule: |rule| format!("규칙 {} 풉니다.", with(&format!("‘{rule}’"), Particle::Object)),
        per_window: |needed| format!("한 회차의 집단 수 상한을 {needed}개로 늘립니다."),
        days: |needed| format!("날수를 {needed}일까지 씁니다."),
        capacity: |stage, times| match stage {
            Some([stage, now, then]) => {
                format!("용량을 {times}배로 늘립니다. {stage} 기준으로 {now}에서 {then}입니다.")
            }
            None => format!("모든 단계의 용량을 {times}배로 늘립니다."),
        },
        target: |now, then| format!("부하 상한을 {now}에서 {} 올립니다.", with(then, Particle::Towards)),
        peak: |peak| format!("그때 최고 부하는 {peak}입니다."),
        touched: |share| format!("회원의 {share}가 해당합니다."),
        try_it: "이렇게 찾아 보기",
        windows_rule: "쓸 수 있는 회차의 시각·날·간격",
        locked_rule: "집단을 옮기지 않을 회차",
        tried: |change| format!("계획의 값 대신 이렇게 두고 찾았습니다. {change}"),
        back: "계획의 값으로 되돌리기",
    },
    inverse: InverseWords {
        capacities: "단계마다 필요한 최소 용량",
        capacity_lead: |stage| format!("지금 배정에 꼭 필요한 용량은 {stage}입니다."),
        columns: ["단계", "지금", "최소", "지금과 견주어"],
        none: "찾지 못함",
        headroom: |load| {
            format!(
                "최소 용량은 부하가 상한 {} 넘지 않게 하는 값입니다. 시험에서 잰 값으로 계약할 때의 여유는 따로 더하십시오.",
                with(load, Particle::Object)
            )
        },
        rate: |second, hour| format!("초당 {second}건(시간당 {hour}건)"),
        sessions: |count| format!("동시 {count}명"),
        show_up: |now, most| format!("오는 비율이 {now}에서 {most}까지 늘어도 모든 회차가 목표를 지킵니다."),
        show_up_short: |now, most| {
            format!("오는 비율이 {now}이면 목표를 지키지 못하고, {most}까지 줄어야 모든 회차가 목표를 지킵니다.")
        },
        show_up_by_age: |times| format!("나이별로 오는 비율이 모두 {times}배가 될 때까지 모든 회차가 목표를 지킵니다."),
        fails_at: |share| format!("{share}에서는 목표를 지키지 못하는 회차가 생깁니다."),
        never_holds: "오는 비율을 줄여도 목표를 지키지 못합니다. 용량이나 회차를 먼저 고치십시오.",
        with_chance: |share| format!("가정의 범위에서 뽑은 경우의 {share}에서 그렇습니다."),
        likely: "보통값에서 그렇습니다. 다른 가정이 빗나가면 달라집니다.",
        open_capacity: "이 용량을 새 계획으로 열기",
    },
    curve: CurveWords {
        title: "하루 더 쓰는 것과 용량을 늘리는 것",
        note: |stage| match stage {
            Some(stage) => format!("날수에 따라 낼 수 있는 가장 낮은 최고 부하. 선은 {stage} 용량별입니다."),
            None => "날수에 따라 낼 수 있는 가장 낮은 최고 부하. 선은 용량별입니다.".to_owned(),
        },
        capacity: "용량 100%",
        target: |load| format!("목표 {load}"),
        rate: |rate| format!("{rate}건/초"),
        sessions: |count| format!("동시 {count}명"),
        times: |times| format!("용량 {times}배"),
        now: |name| format!("{name} (지금)"),
        knee: "꺾이는 점",
        said: |days, capacity, load, verdict| format!("{days}, {capacity}: 최고 부하 {load}, {verdict}"),
        lead: |days, peak| format!("지금 용량으로는 {days}일이면 목표에 들고, 그때 최고 부하는 {peak}입니다."),
        lead_none: "지금 용량으로는 어느 날수로도 목표에 들지 못합니다.",
        lead_knee: |days| format!("날을 늘려 얻는 것은 {days}일까지가 크고 그 뒤로는 작습니다."),
        short: |days, load, capacity| {
            format!("{days}일로 줄이려면 지금 용량으로는 최고 부하가 {load}라 모자랍니다. {capacity}면 됩니다.")
        },
        short_without: |days, load| {
            format!("{days}일로 줄이면 최고 부하가 {load}가 되며, 견주어 본 용량으로는 목표에 들지 못합니다.")
        },
        chosen: "고른 점",
        with_capacity: |capacity| {
            format!(
                "이 점을 쓰면 용량도 {capacity}에 맞추어 모든 단계에서 같은 배수로 바뀝니다. 한 번에 되돌릴 수 있습니다."
            )
        },
        fold: "눈금 접음",
        wait: "가장 긴 대기",
        not_over: "끝나지 않음",
        table: "표로 보기",
        cell: |load, verdict| format!("{load} {verdict}"),
    },
    reasons: ReasonWords {
        heading: "지금 배정의 까닭",
        heading_found: "찾은 배정의 까닭",
        cohort: "집단",
        why: "이 집단은 왜 여기에 있나요?",
        best_moves: "가장 나아지는 이동 찾기",
        found_moves: "가장 나아지는 이동",
        under_way: "살펴보고 있습니다.",
        interrupted: "살펴보다가 멈췄습니다. 다시 물어보십시오.",
        is_in: |cohort, window, peak| {
            format!("{} {window}에 있고, 전체 최고 부하는 {peak}입니다.", with(cohort, Particle::Topic))
        },
        best_here: |window, points| {
            format!(
                "이 집단만 다른 회차로 옮기면 최고 부하가 높아집니다. 가장 덜한 {window}에서도 {points}%p 높습니다."
            )
        },
        same_elsewhere: |window| {
            format!("이 집단만 옮겨서는 최고 부하가 낮아지지 않습니다. {}처럼 옮겨도 그대로인 회차는 있습니다.", window)
        },
        better: |window, before, after| {
            format!(
                "{} 옮기면 최고 부하가 {before}에서 {} 낮아집니다.",
                with(window, Particle::Towards),
                with(after, Particle::Towards)
            )
        },
        forbidden: |window, peak, rule| format!("{window}에서는 {}까지 낮아지지만, 규칙 ‘{rule}’에 어긋납니다.", peak),
        all_forbidden: "다른 회차는 모두 규칙에 어긋나 이 집단이 갈 수 있는 곳이 여기뿐입니다.",
        table: "이 집단만 옮길 때의 최고 부하",
        columns: ["회차", "최고 부하", "지금과의 차이", "판정", "어긋나는 규칙"],
        here: "지금 자리",
        no_moves: "집단 하나를 옮기거나 둘을 맞바꾸어서는 최고 부하가 낮아지지 않습니다.",
        moved: |cohort, from, to, before, after| {
            format!(
                "{} {from}에서 {} 옮기면 최고 부하 {before} → {after}",
                with(cohort, Particle::Object),
                with(to, Particle::Towards)
            )
        },
        swapped: |cohort, other, from, to, before, after| {
            format!("{cohort}({from})와 {other}({to})의 자리를 맞바꾸면 최고 부하 {before} → {after}")
        },
        use_moves: "이 이동 쓰기",
        use_moves_new: "이동한 계획을 새로 열기",
        per_window_rule: "한 회차의 집단 수 상한",
        points: |points| format!("{points}%p"),
        none: "–",
    },
};
