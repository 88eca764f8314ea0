//! Texts of the shelf of plans: what is kept, opened, saved, deleted, and what another tab did.

use super::particle::{Particle, with};

/// The shelf of plans.
#[derive(Debug)]
pub struct Plans {
    pub button: &'static str,
    pub heading: &'static str,
    pub note: &'static str,
    pub empty: &'static str,
    pub close: &'static str,
    /// Beside the title: where the plan in hand stands with storage.
    pub kept_example: &'static str,
    pub kept_soon: &'static str,
    pub kept_saved: &'static str,
    pub kept_not: &'static str,
    pub in_hand: &'static str,
    /// When a plan was changed.
    pub changed: fn(&str) -> String,
    pub new: &'static str,
    pub open_file: &'static str,
    pub save_file: &'static str,
    pub duplicate: &'static str,
    pub delete: &'static str,
    /// Titles.
    pub delete_of: fn(&str) -> String,
    pub copy_of: fn(&str) -> String,
    pub from_other_tab: fn(&str) -> String,
    pub deleted: fn(&str) -> String,
    pub restore: &'static str,
    pub unreadable: &'static str,
    pub save_text: &'static str,
    pub drop_here: &'static str,
    pub opened_link: &'static str,
    pub opened_file: &'static str,
    pub opened_new: &'static str,
    pub opened_copy: &'static str,
    pub known_link: &'static str,
    pub known_file: &'static str,
    /// The title of the plan that was in hand.
    pub left: fn(&str) -> String,
    /// Name of the file, and what is wrong with it.
    pub file_refused: fn(&str, &str) -> String,
    /// Name of the file.
    pub file_unread: fn(&str) -> String,
    pub stored_damaged: &'static str,
    /// Number of the form.
    pub stored_newer: fn(u64) -> String,
    /// What is wrong with the text.
    pub stored_refused: fn(&str) -> String,
    pub full: &'static str,
    pub blocked: &'static str,
    pub followed: &'static str,
    /// The title under which this tab's version is kept.
    pub parted: fn(&str) -> String,
    pub gone_elsewhere: &'static str,
    /// Steps that no edit of this tab made.
    pub step_other_tab: &'static str,
    pub step_parted: &'static str,
}

pub const KOREAN: Plans = Plans {
    button: "계획 목록",
    heading: "내 계획",
    note: "계획은 이 브라우저에만 저장됩니다. 다른 기기에서 쓰려면 파일로 저장하거나 링크를 보내십시오.",
    empty: "아직 저장한 계획이 없습니다. 예시를 고치면 내 계획이 되어 여기에 나타납니다.",
    close: "목록 닫기",
    kept_example: "고치면 저장됩니다",
    kept_soon: "저장하는 중",
    kept_saved: "이 브라우저에 저장됨",
    kept_not: "저장되지 않음",
    in_hand: "지금 보는 계획",
    changed: |time| format!("{time}에 저장"),
    new: "새 계획",
    open_file: "파일 열기",
    save_file: "파일로 저장",
    duplicate: "사본 만들기",
    delete: "삭제",
    delete_of: |title| format!("‘{title}’ 삭제"),
    copy_of: |title| format!("{title} (사본)"),
    from_other_tab: |title| format!("{title} (다른 탭)"),
    deleted: |title| format!("{} 삭제했습니다.", with(&format!("‘{title}’"), Particle::Object)),
    restore: "삭제 되돌리기",
    unreadable: "읽을 수 없는 저장본",
    save_text: "원문을 파일로 저장",
    drop_here: "여기에 놓으면 계획 파일을 엽니다",
    opened_link: "링크의 계획을 새 계획으로 열었습니다.",
    opened_file: "파일의 계획을 새 계획으로 열었습니다.",
    opened_new: "새 계획을 만들었습니다. 회원 수와 용량은 예로 넣은 값이니 고쳐 쓰십시오.",
    opened_copy: "사본을 만들었습니다.",
    known_link: "링크의 계획은 이미 목록에 있어 그 계획을 열었습니다.",
    known_file: "파일의 계획은 이미 목록에 있어 그 계획을 열었습니다.",
    left: |title| format!("보던 계획 {} 계획 목록에 있습니다.", with(&format!("‘{title}’"), Particle::Topic)),
    file_refused: |name, why| format!("{name}: {why} 보던 계획은 그대로 있습니다."),
    file_unread: |name| {
        format!(
            "{name} 파일을 읽지 못했습니다. 파일이 그 자리에 있는지 확인하고 다시 여십시오. 보던 계획은 그대로 있습니다."
        )
    },
    stored_damaged: "저장된 계획 하나가 손상되어 열지 못했습니다. 지우지 않고 두었으니 계획 목록에서 원문을 파일로 저장하십시오.",
    stored_newer: |version| {
        format!(
            "저장된 계획 하나는 이 도구보다 새로운 버전({version})에서 저장한 것입니다. 그대로 두었으니 페이지를 새로 고친 뒤 다시 여십시오."
        )
    },
    stored_refused: |why| format!("저장된 계획을 열지 못했습니다. {why} 저장된 내용은 그대로 있습니다."),
    full: "브라우저의 저장 공간이 가득 차 지금 계획은 저장되지 않습니다. 파일로 저장하거나 목록에서 오래된 계획을 삭제하십시오.",
    blocked: "이 브라우저가 저장을 막아 두어 페이지를 닫으면 계획이 남지 않습니다. 파일로 저장하십시오.",
    followed: "다른 탭에서 고친 내용을 여기에도 반영했습니다. 되돌리기로 이 탭에서 보던 내용을 다시 볼 수 있습니다.",
    parted: |title| {
        format!(
            "다른 탭에서도 이 계획을 고쳤습니다. 이 탭의 내용은 ‘{title}’ 계획으로 따로 저장했으며 두 계획 모두 목록에 있습니다."
        )
    },
    gone_elsewhere: "다른 탭에서 이 계획을 삭제했습니다. 이 탭에는 남아 있으며 고치면 다시 저장됩니다.",
    step_other_tab: "다른 탭의 변경",
    step_parted: "다른 탭과 나눔",
};

pub const ENGLISH: Plans = Plans {
    button: "Plans",
    heading: "Your plans",
    note: "Plans are kept in this browser only. To use one elsewhere, save it as a file or pass on its link.",
    empty: "No plan is kept yet. Change the example and it becomes a plan of your own, listed here.",
    close: "Close the list",
    kept_example: "kept once you change it",
    kept_soon: "saving",
    kept_saved: "saved in this browser",
    kept_not: "not saved",
    in_hand: "open now",
    changed: |time| format!("saved {time}"),
    new: "New plan",
    open_file: "Open file",
    save_file: "Save as file",
    duplicate: "Duplicate",
    delete: "Delete",
    delete_of: |title| format!("Delete \"{title}\""),
    copy_of: |title| format!("{title} (copy)"),
    from_other_tab: |title| format!("{title} (other tab)"),
    deleted: |title| format!("\"{title}\" is deleted."),
    restore: "Undo the deletion",
    unreadable: "A stored plan that cannot be read",
    save_text: "Save its text as a file",
    drop_here: "Drop it here to open the plan file",
    opened_link: "The plan of the link is open as a new plan.",
    opened_file: "The plan of the file is open as a new plan.",
    opened_new: "A new plan is open. Its members and capacity are placeholders; put in your own.",
    opened_copy: "A copy is open.",
    known_link: "The plan of the link is among yours already and is open now.",
    known_file: "The plan of the file is among yours already and is open now.",
    left: |title| format!("The plan you had open, \"{title}\", is in the list of plans."),
    file_refused: |name, why| format!("{name}: {why} The open plan stays as it is."),
    file_unread: |name| {
        format!(
            "{name} could not be read. Check that the file is still there, then open it again. The open plan stays as it is."
        )
    },
    stored_damaged: "A stored plan is damaged and was not opened. It stays where it is; save its text as a file from the list of plans.",
    stored_newer: |version| {
        format!(
            "A stored plan comes from a newer version of this tool ({version}). It stays as it is; reload the page, then open it again."
        )
    },
    stored_refused: |why| format!("The stored plan was not opened. {why} What is stored stays as it is."),
    full: "The browser has no room left, so this plan is not saved in it now. Save it as a file, or delete old plans from the list.",
    blocked: "This browser does not let the page keep anything: the plan is gone once the page is closed. Save it as a file.",
    followed: "Another tab changed this plan, and the change is shown here too. Undo brings back what this tab had.",
    parted: |title| {
        format!(
            "Another tab changed this plan as well. What this tab had is kept as \"{title}\"; both plans are in the list."
        )
    },
    gone_elsewhere: "Another tab deleted this plan. It is still open here and is stored again once you change it.",
    step_other_tab: "change from another tab",
    step_parted: "parting from the other tab",
};
