//! Texts of the timetable: slots with their chips, the choice, the moves.

use super::format;

/// Labels and sentences of the timetable.
#[derive(Debug)]
pub struct Timetable {
    pub board: &'static str,
    pub add_cohort: &'static str,
    /// The name a new cohort has at first.
    pub new_cohort: &'static str,
    pub slots_of_day: fn(usize) -> String,
    pub more: fn(usize) -> String,
    pub fewer: &'static str,
    /// Name of a chip: cohort and people.
    pub chip: fn(&str, f64) -> String,
    pub if_moved_here: &'static str,
    pub here_now: &'static str,
    /// What a catch-up slot invites: cohorts.
    pub catch_up_of: fn(usize) -> String,
    pub not_invited: &'static str,
    pub not_invited_people: fn(f64) -> String,
    pub all_invited: &'static str,
    pub in_no_cohort: fn(f64) -> String,
    pub chosen: &'static str,
    pub chosen_many: fn(usize) -> String,
    pub now_at: fn(&str) -> String,
    pub moves: &'static str,
    pub moves_too_slow: &'static str,
    pub move_here: fn(&str) -> String,
    /// A row of the move menu: when, load now, load then, verdict.
    pub move_row: fn(&str, &str, &str, &str) -> String,
    pub all_moves: fn(usize) -> String,
    /// Puts the chosen into the slot that would peak lowest.
    pub to_lowest: &'static str,
    pub said_lowest: &'static str,
    /// How the cohorts are shown: as chips, or in a list.
    pub showing: &'static str,
    pub as_chips: &'static str,
    pub list: &'static str,
    pub filter: &'static str,
    pub choose_found: fn(usize) -> String,
    pub choose: &'static str,
    pub choose_cohort: fn(&str) -> String,
    pub cohort: &'static str,
    pub members: &'static str,
    pub slot: &'static str,
    pub slot_of: fn(&str) -> String,
    pub take_out: &'static str,
    pub unchoose: &'static str,
    pub hint: &'static str,
    pub said_in_hand: fn(usize) -> String,
    /// Where the chosen would go: when, load and verdict if known.
    pub said_target: fn(&str, Option<(&str, &str)>) -> String,
    pub said_moved: fn(&str, &str, &str) -> String,
    pub said_moved_only: fn(&str) -> String,
    pub said_out: fn(usize) -> String,
    pub said_back: &'static str,
    pub keys: &'static str,
    /// A key and what it does.
    pub key_list: [(&'static str, &'static str); 8],
    pub shift: &'static str,
    pub shift_all: &'static str,
    /// A shift by minutes.
    pub shift_by: fn(i64) -> String,
    pub double: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub own_show_up: &'static str,
    pub own_show_up_help: &'static str,
    pub show_cohorts: &'static str,
    pub hide_cohorts: &'static str,
    pub close_window: &'static str,
}

pub const KOREAN: Timetable = Timetable {
    board: "회차 시간표",
    add_cohort: "집단 추가",
    new_cohort: "새 집단",
    slots_of_day: |count| format!("회차 {count}개"),
    more: |count| format!("{count}개 더 보기"),
    fewer: "접기",
    chip: |name, people| format!("{name}, {}명", format::integer(people)),
    if_moved_here: "여기로 옮기면",
    here_now: "지금 있는 곳",
    catch_up_of: |count| format!("아직 마치지 않은 회원 (집단 {count}개)"),
    not_invited: "초대 안 됨",
    not_invited_people: |people| format!("초대 안 됨 {}명", format::integer(people)),
    all_invited: "모든 집단이 초대를 받습니다.",
    in_no_cohort: |people| format!("어느 집단에도 들지 않은 사람이 {}명 있습니다.", format::integer(people)),
    chosen: "고른 집단",
    chosen_many: |count| format!("집단 {count}개"),
    now_at: |moment| format!("지금 {moment}"),
    moves: "옮길 회차와 그 회차의 최고 부하",
    moves_too_slow: "계획이 커서 옮긴 뒤의 부하를 미리 계산하지 않습니다.",
    move_here: |moment| format!("{moment} 회차로 옮기기"),
    move_row: |moment, now, then, word| format!("{moment} 회차로 옮기기: 지금 {now}, 옮기면 {then}, {word}"),
    all_moves: |count| format!("나머지 {count}개 회차"),
    to_lowest: "최고 부하가 가장 낮은 회차에 넣기",
    said_lowest: "이미 최고 부하가 가장 낮은 회차에 있습니다.",
    showing: "집단을 보는 방법",
    as_chips: "회차별",
    list: "집단 목록",
    filter: "집단 이름 찾기",
    choose_found: |count| format!("찾은 {count}개 모두 선택"),
    choose: "선택",
    choose_cohort: |name| format!("{name} 선택"),
    cohort: "집단",
    members: "회원 수",
    slot: "회차",
    slot_of: |name| format!("{name}의 회차"),
    take_out: "제외 (초대 안 함)",
    unchoose: "선택 해제",
    hint: "집단을 고르면 옮길 회차마다 최고 부하를 보여 줍니다. 끌어서 옮기거나 목록에서 고르십시오.",
    said_in_hand: |count| format!("집단 {count}개를 집었습니다. 화살표로 회차를 고르고 스페이스 키로 놓으십시오."),
    said_target: |moment, then| match then {
        Some((load, word)) => format!("{moment}. 여기로 옮기면 {load}, {word}"),
        None => moment.to_owned(),
    },
    said_moved: |moment, load, word| format!("{moment} 회차로 옮겼습니다. {load}, {word}"),
    said_moved_only: |moment| format!("{moment} 회차로 옮겼습니다."),
    said_out: |count| format!("집단 {count}개를 회차에서 뺐습니다."),
    said_back: "제자리에 두었습니다.",
    keys: "키보드",
    key_list: [
        ("← →", "앞뒤 회차"),
        ("↑ ↓", "회차 안의 집단, 앞뒤 날짜"),
        ("Space", "집기 · 놓기"),
        ("Shift + Space", "함께 고르기"),
        ("Enter", "옮기기 목록"),
        ("Esc", "제자리로"),
        ("Del", "제외 (초대 안 함)"),
        ("Ctrl · Shift + 누르기", "여럿 고르기"),
    ],
    shift: "회차 옮기기 (길이는 그대로)",
    shift_all: "모든 회차 옮기기",
    shift_by: |minutes| {
        let (count, unit) = in_units(minutes, ["일", "시간", "분"]);
        format!("{count}{unit} {}", if minutes < 0 { "앞으로" } else { "뒤로" })
    },
    double: "똑같은 회차 추가",
    earlier: "순서 앞으로",
    later: "순서 뒤로",
    own_show_up: "이 회차의 실제로 오는 비율",
    own_show_up_help: "비워 두면 계획 전체의 값을 씁니다.",
    show_cohorts: "초대하는 집단 고르기",
    hide_cohorts: "초대하는 집단 접기",
    close_window: "회차 닫기",
};

pub const ENGLISH: Timetable = Timetable {
    board: "Timetable",
    add_cohort: "Add a cohort",
    new_cohort: "New cohort",
    slots_of_day: |count| if count == 1 { "1 slot".to_owned() } else { format!("{count} slots") },
    more: |count| format!("and {count} more"),
    fewer: "Fewer",
    chip: |name, people| format!("{name}, {} people", format::integer(people)),
    if_moved_here: "If here",
    here_now: "Here now",
    catch_up_of: |count| format!("Whoever has not finished ({count} cohorts)"),
    not_invited: "Not invited",
    not_invited_people: |people| format!("Not invited: {} people", format::integer(people)),
    all_invited: "Every cohort is invited.",
    in_no_cohort: |people| format!("{} people are in no cohort.", format::integer(people)),
    chosen: "Chosen",
    chosen_many: |count| format!("{count} cohorts"),
    now_at: |moment| format!("now {moment}"),
    moves: "Slots, and what they would peak at",
    moves_too_slow: "The plan is large: loads after a move are not computed ahead.",
    move_here: |moment| format!("Move to {moment}"),
    move_row: |moment, now, then, word| format!("Move to {moment}: now {now}, then {then}, {word}"),
    all_moves: |count| format!("{count} more slots"),
    to_lowest: "Put in the slot with the lowest peak",
    said_lowest: "Already in the slot with the lowest peak.",
    showing: "How cohorts are shown",
    as_chips: "By slot",
    list: "List of cohorts",
    filter: "Find a cohort by name",
    choose_found: |count| format!("Choose all {count} found"),
    choose: "Choose",
    choose_cohort: |name| format!("Choose {name}"),
    cohort: "Cohort",
    members: "Members",
    slot: "Slot",
    slot_of: |name| format!("Slot of {name}"),
    take_out: "Take out (not invited)",
    unchoose: "Clear choice",
    hint: "Choose a cohort to see what each slot would peak at with it. Drag it, or move it from the list.",
    said_in_hand: |count| {
        let what = if count == 1 { "1 cohort".to_owned() } else { format!("{count} cohorts") };
        format!("{what} in hand. Arrows choose the slot, Space puts down.")
    },
    said_target: |moment, then| match then {
        Some((load, word)) => format!("{moment}. If moved here: {load}, {word}"),
        None => moment.to_owned(),
    },
    said_moved: |moment, load, word| format!("Moved to {moment}, {load}, {word}"),
    said_moved_only: |moment| format!("Moved to {moment}"),
    said_out: |count| {
        if count == 1 {
            "1 cohort is not invited now.".to_owned()
        } else {
            format!("{count} cohorts are not invited now.")
        }
    },
    said_back: "Back where it was.",
    keys: "Keys",
    key_list: [
        ("← →", "Slot before, after"),
        ("↑ ↓", "Cohort within the slot, then day before, after"),
        ("Space", "Pick up, put down"),
        ("Shift + Space", "Choose as well"),
        ("Enter", "The list of moves"),
        ("Esc", "Back where it was"),
        ("Del", "Take out (not invited)"),
        ("Ctrl or Shift + click", "Choose several"),
    ],
    shift: "Move the slot, keeping its length",
    shift_all: "Move all slots",
    shift_by: |minutes| {
        let (count, unit) = in_units(minutes, [" day", " h", " min"]);
        format!("{count}{unit} {}", if minutes < 0 { "earlier" } else { "later" })
    },
    double: "Add one like it",
    earlier: "Earlier in the list",
    later: "Later in the list",
    own_show_up: "Come at all, of this slot",
    own_show_up_help: "Empty = that of the plan.",
    show_cohorts: "Choose invited cohorts",
    hide_cohorts: "Fold invited cohorts",
    close_window: "Close the slot",
};

/// Minutes in the largest unit that says them whole: day, hour, minute.
fn in_units(minutes: i64, [day, hour, minute]: [&'static str; 3]) -> (i64, &'static str) {
    match minutes.abs() {
        minutes if minutes % 1_440 == 0 => (minutes / 1_440, day),
        minutes if minutes % 60 == 0 => (minutes / 60, hour),
        minutes => (minutes, minute),
    }
}
