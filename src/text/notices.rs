//! Short messages about entries and links.

/// Messages.
#[derive(Debug)]
pub struct Notices {
    pub not_a_number: &'static str,
    pub not_a_whole_number: &'static str,
    pub not_a_time: &'static str,
    pub other_unit: &'static str,
    pub not_a_range: &'static str,
    pub range_reversed: &'static str,
    /// Before the sentence on what the number may be.
    pub range_outside: &'static str,
    /// How many wrong entries wait in a closed form.
    pub entries_waiting: fn(usize) -> String,
    pub show_entry: &'static str,
    pub no_name: &'static str,
    pub not_an_address: &'static str,
    pub copy_failed: &'static str,
    /// Label of the field that holds what was not copied.
    pub to_copy: &'static str,
    pub close: &'static str,
    pub issues_heading: &'static str,
    /// How many are not listed.
    pub more_issues: fn(usize) -> String,
}

pub const KOREAN: Notices = Notices {
    not_a_number: "숫자로 입력하십시오. 예: 13.3",
    not_a_whole_number: "0 이상의 정수로 입력하십시오.",
    not_a_time: "날짜와 시각을 모두 입력하십시오.",
    other_unit: "이 칸의 단위가 아닙니다. 칸에 적힌 단위로 입력하십시오.",
    not_a_range: "낮은 값과 높은 값을 함께 입력하십시오. 예: 25-35",
    range_reversed: "낮은 값을 먼저 입력하십시오. 예: 25-35",
    range_outside: "범위의 끝이 입력할 수 있는 값을 벗어납니다.",
    entries_waiting: |count| format!("계획에 넣지 못한 값 {count}개가 입력란에 남아 있습니다."),
    show_entry: "그 입력란으로",
    no_name: "이름을 입력하십시오.",
    not_an_address: "https://로 시작하는 주소를 입력하십시오.",
    copy_failed: "복사하지 못했습니다. 칸 안의 내용을 골라 직접 복사하십시오.",
    to_copy: "복사할 내용",
    close: "알림 닫기",
    issues_heading: "살펴볼 곳",
    more_issues: |count| format!("이 밖에 {count}곳이 더 있습니다."),
};

pub const ENGLISH: Notices = Notices {
    not_a_number: "Write a number, such as 13.3.",
    not_a_whole_number: "Write a whole number, 0 or above.",
    not_a_time: "Write both date and time.",
    other_unit: "The field has another unit. Write the number in the unit shown.",
    not_a_range: "Write the low and the high end, such as 25-35.",
    range_reversed: "Write the low end first, such as 25-35.",
    range_outside: "An end of the range is beyond what the number can be.",
    entries_waiting: |count| {
        if count == 1 {
            "1 entry could not be used and waits in its field.".to_owned()
        } else {
            format!("{count} entries could not be used and wait in their fields.")
        }
    },
    show_entry: "Show the field",
    no_name: "Write a name.",
    not_an_address: "Write an address that begins with https://.",
    copy_failed: "Nothing was copied. Select what is in the field and copy it by hand.",
    to_copy: "To copy",
    close: "Close the message",
    issues_heading: "Worth a look",
    more_issues: |count| format!("and {count} more"),
};
