//! Words of the subject `autoplan`.

use crate::text::Language;

/// What is said where a plan plans itself.
#[derive(Debug)]
pub struct AutoplanWords {
    pub title: &'static str,
    pub begin: &'static str,
    pub goal: &'static str,
    /// In the order of the goals.
    pub goals: [&'static str; 4],
    /// What each of them keeps and changes.
    pub about: [&'static str; 4],
    pub rules: &'static str,
    pub together: &'static str,
    pub ages: &'static str,
    /// Any order, the oldest first, the youngest first.
    pub orders: [&'static str; 3],
    pub per_window: &'static str,
    pub per_window_help: &'static str,
    pub not_a_count: &'static str,
    pub stay: &'static str,
    pub stay_help: &'static str,
    pub compute: &'static str,
    pub under_way: &'static str,
    pub interrupted: &'static str,
    pub found: &'static str,
    pub peak: &'static str,
    pub verdict: &'static str,
    pub holds: &'static str,
    pub does_not_hold: &'static str,
    pub days: &'static str,
    /// Number of days.
    pub days_of: fn(u64) -> String,
    pub moved: &'static str,
    /// People who are invited at another time, of all.
    pub moved_of: fn(&str, &str) -> String,
    /// The bound and how far the answer is above it.
    pub bound: fn(&str, &str) -> String,
    pub no_bound: &'static str,
    /// So many days do, and with one less no timetable keeps the target load.
    pub fewest: fn(u64, &str) -> String,
    /// So many days do; it is proved that so many are needed.
    pub fewest_between: fn(u64, u64) -> String,
    pub too_few_windows: &'static str,
    pub nothing_to_plan: &'static str,
    pub no_timetable: &'static str,
    pub locked_nowhere: &'static str,
    /// The name of the rule that stands in the way by itself, as its field is called, and the peak load without it.
    pub relief: fn(&str, &str) -> String,
    /// The number that a window needs to hold, and the peak load then.
    pub relief_per_window: fn(u64, &str) -> String,
    pub capacities: &'static str,
    /// Stage, now, least.
    pub columns: [&'static str; 3],
    pub none: &'static str,
    /// The target load and its wait.
    pub headroom: fn(&str) -> String,
    /// People per second and per hour.
    pub rate: fn(&str, &str) -> String,
    pub sessions: fn(&str) -> String,
    /// The show-up now and the highest.
    pub show_up: fn(&str, &str) -> String,
    pub show_up_by_age: fn(&str) -> String,
    pub never_holds: &'static str,
    pub put: &'static str,
    pub put_new: &'static str,
    pub step: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static AutoplanWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

static KOREAN: AutoplanWords = AutoplanWords {
    title: "자동 계획",
    begin: "목표를 고르면 이 계획의 예측으로 배정을 찾고, 그보다 나은 배정이 있을 수 있는지도 증명합니다.",
    goal: "목표",
    goals: ["최고 부하를 가장 낮게", "날수를 가장 적게", "단계마다 필요한 최소 용량", "버티는 가장 높은 오는 비율"],
    about: [
        "회차의 시각은 그대로 두고 집단을 회차에 다시 나눕니다.",
        "앞쪽 날짜의 회차만 써서 모두를 목표 안에 넣을 수 있는 가장 적은 날수를 찾습니다.",
        "지금 배정을 그대로 두고 단계마다 용량을 얼마까지 줄여도 버티는지 찾습니다.",
        "지금 배정과 용량으로 오는 비율이 얼마까지 늘어도 버티는지 찾습니다.",
    ],
    rules: "지킬 규칙",
    together: "같은 지역은 한 회차에",
    ages: "지역 안의 나이 순서",
    orders: ["상관없음", "나이 많은 순", "나이 적은 순"],
    per_window: "한 회차의 집단 수 상한",
    per_window_help: "비워 두면 제한하지 않습니다. 같은 지역을 묶으면 묶음의 수입니다.",
    not_a_count: "1 이상의 정수를 적거나 비워 두십시오.",
    stay: "집단을 옮기지 않을 회차",
    stay_help: "고른 회차의 집단은 그 자리에 남습니다. 다른 집단이 그 회차로 올 수는 있습니다.",
    compute: "찾기",
    under_way: "찾고 있습니다. 몇 초 걸리며, 그동안 창을 닫아도 계획은 그대로입니다.",
    interrupted: "계산이 도중에 멈췄습니다. 계획은 그대로입니다. 다시 찾으십시오.",
    found: "찾은 결과",
    peak: "최고 부하",
    verdict: "판정",
    holds: "모든 회차가 버팀",
    does_not_hold: "목표에 들지 못하는 회차가 있음",
    days: "쓰는 날",
    days_of: |days| format!("{days}일"),
    moved: "시각이 바뀌는 사람",
    moved_of: |moved, all| format!("{all}명 중 {moved}명"),
    bound: |bound, gap| {
        format!(
            "아무도 기다리지 않는 배정 가운데 최고 부하가 {bound}보다 낮은 것은 없음이 증명되었습니다. 찾은 배정은 그보다 많아야 {gap} 높습니다."
        )
    },
    no_bound: "한도가 있는 단계가 없거나 회차마다 오는 비율이 따로 적혀 있어, 더 나은 배정이 있는지는 증명하지 못했습니다.",
    fewest: |days, load| {
        format!("{days}일이면 됩니다. 하루를 줄이면 어떻게 나누어도 부하 상한 {load}를 넘는다는 것이 증명되었습니다.")
    },
    fewest_between: |days, least| {
        format!(
            "{days}일에 되는 배정을 찾았습니다. 증명된 것은 {least}일보다 적게는 안 된다는 것이며, 그 사이에 되는 배정이 있을 수 있습니다."
        )
    },
    too_few_windows: "지금 있는 회차를 모두 써도 목표에 드는 배정을 찾지 못했습니다. 회차나 용량을 늘리고 다시 찾으십시오.",
    nothing_to_plan: "집단이 들어 있는 일반 회차가 없습니다. 먼저 회차를 만들고 집단을 넣으십시오.",
    no_timetable: "규칙을 모두 지키는 배정을 찾지 못했습니다. 집단 수 상한을 늘리거나 남겨 둘 회차를 줄이십시오.",
    locked_nowhere: "옮기지 않기로 한 집단이 어느 회차에도 없습니다. 고른 회차를 확인하십시오.",
    relief: |rule, peak| format!("규칙 ‘{rule}’만 풀면 배정할 수 있습니다. 그때 최고 부하는 {peak}입니다."),
    relief_per_window: |needed, peak| {
        format!(
            "한 회차의 집단 수 상한을 {needed}개로 늘리기만 하면 배정할 수 있습니다. 그때 최고 부하는 {peak}입니다."
        )
    },
    capacities: "단계마다 필요한 최소 용량",
    columns: ["단계", "지금", "최소"],
    none: "찾지 못함",
    headroom: |load| {
        format!(
            "최소 용량은 부하가 상한 {load}를 넘지 않게 하는 값입니다. 시험에서 잰 값으로 계약할 때의 여유는 따로 더하십시오."
        )
    },
    rate: |second, hour| format!("초당 {second}건(시간당 {hour}건)"),
    sessions: |count| format!("동시 {count}명"),
    show_up: |now, most| format!("오는 비율이 {now}에서 {most}까지 늘어도 모든 회차가 목표를 지킵니다."),
    show_up_by_age: |times| format!("나이별로 오는 비율이 모두 {times}배가 될 때까지 모든 회차가 목표를 지킵니다."),
    never_holds: "오는 비율을 줄여도 목표를 지키지 못합니다. 용량이나 회차를 먼저 고치십시오.",
    put: "이 배정 쓰기",
    put_new: "새 계획으로 열기",
    step: "자동 계획",
};

static ENGLISH: AutoplanWords = AutoplanWords {
    title: "Plan automatically",
    begin: "Choose a goal. A timetable is found under the forecast of this plan, with a proof of how much better any other could be.",
    goal: "Goal",
    goals: ["Lowest peak load", "Fewest days", "Least capacity of each stage", "Highest show-up it survives"],
    about: [
        "Openings stay as they are; cohorts are dealt to the windows anew.",
        "The fewest days, from the first, whose windows hold everybody within the target.",
        "With the timetable as it is: how far the capacity of each stage could shrink.",
        "With timetable and capacity as they are: how far the share that comes could grow.",
    ],
    rules: "Rules to keep",
    together: "Each region in one window",
    ages: "Order of ages within a region",
    orders: ["Any", "Oldest first", "Youngest first"],
    per_window: "Most cohorts in a window",
    per_window_help: "Empty = no limit. Where regions stay together, so many regions.",
    not_a_count: "Write a whole number from 1, or leave it empty.",
    stay: "Windows whose cohorts stay",
    stay_help: "Cohorts of these windows are not moved. Others may still join them.",
    compute: "Find it",
    under_way: "Searching. It takes some seconds; the plan stays as it is if you close this meanwhile.",
    interrupted: "The search stopped half-way. The plan is as it was. Search again.",
    found: "What was found",
    peak: "Peak load",
    verdict: "Verdict",
    holds: "Every slot holds",
    does_not_hold: "Some slot misses the target",
    days: "Days used",
    days_of: |days| if days == 1 { "1 day".to_owned() } else { format!("{days} days") },
    moved: "Invited at another time",
    moved_of: |moved, all| format!("{moved} of {all} people"),
    bound: |bound, gap| {
        format!(
            "It is proved that no timetable in which nobody waits has a peak load below {bound}. This one is at most {gap} above that."
        )
    },
    no_bound: "No stage has a limit, or windows have show-ups of their own, so it is not proved how much better another timetable could be.",
    fewest: |days, load| {
        let days = if days == 1 { "One day does".to_owned() } else { format!("{days} days do") };
        format!("{days}. It is proved that with one day less the load passes {load}, however people are split.")
    },
    fewest_between: |days, least| {
        format!(
            "A timetable of {days} days was found. What is proved is that fewer than {least} cannot do; something between may exist."
        )
    },
    too_few_windows: "No timetable within the target was found with all windows there are. Add windows or capacity and search again.",
    nothing_to_plan: "No ordinary window holds a cohort. Make windows and put cohorts in first.",
    no_timetable: "No timetable that keeps all rules was found. Allow more cohorts in a window, or let fewer windows stay.",
    locked_nowhere: "A cohort that is to stay is in no window. Look at the windows you chose.",
    relief: |rule, peak| format!("Without the rule “{rule}” alone there is a timetable, with a peak load of {peak}."),
    relief_per_window: |needed, peak| {
        format!("With {needed} cohorts to a window, all else kept, there is a timetable, with a peak load of {peak}.")
    },
    capacities: "The least capacity of each stage",
    columns: ["Stage", "Now", "Least"],
    none: "not found",
    headroom: |load| {
        format!(
            "The least capacity is what keeps the load at or below {load}. Headroom over what was tested comes on top in a contract."
        )
    },
    rate: |second, hour| format!("{second}/s ({hour}/h)"),
    sessions: |count| format!("{count} at once"),
    show_up: |now, most| format!("Every slot keeps the target until the share that comes grows from {now} to {most}."),
    show_up_by_age: |times| {
        format!("Every slot keeps the target until the shares of all ages are {times} times what they are.")
    },
    never_holds: "The target is missed even if fewer people come. Mend capacity or windows first.",
    put: "Use this timetable",
    put_new: "Open as a new plan",
    step: "Plan automatically",
};
