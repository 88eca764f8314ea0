//! What is said when a plan file or a link cannot be opened: what is wrong, and what to do.

/// Sentences about plan files and links. Places are JSON pointers, quoted values are JSON as it was found.
#[derive(Debug)]
pub struct WireErrors {
    /// Limit [MB].
    pub file_too_large: fn(usize) -> String,
    pub file_too_deep: fn(usize) -> String,
    /// Line and column.
    pub file_not_json: fn(usize, usize) -> String,
    pub file_not_a_plan: &'static str,
    /// The file's version.
    pub file_newer: fn(u64) -> String,
    /// The place.
    pub field_missing: fn(&str) -> String,
    /// The place, what stands there, and the request that says what should.
    pub field_unexpected: fn(&str, &str, &str) -> String,
    /// The place.
    pub number_too_large: fn(&str) -> String,
    /// The place.
    pub field_twice: fn(&str) -> String,
    pub write_object: &'static str,
    pub write_list: &'static str,
    pub write_text: &'static str,
    pub write_number: &'static str,
    pub write_whole_number: &'static str,
    pub write_flag: &'static str,
    pub write_date: &'static str,
    pub write_time: &'static str,
    pub write_number_or_list: &'static str,
    pub write_hour_weights: &'static str,
    /// The words, in quotes and with commas.
    pub write_one_of: fn(&str) -> String,
    pub interrupted: &'static str,
    /// Whoever asked has cancelled.
    pub cancelled: &'static str,
    /// Said while a part that was interrupted is computed again.
    pub again: &'static str,
    pub link_empty: &'static str,
    pub link_foreign: &'static str,
    pub link_damaged: &'static str,
    /// The mark of the codec.
    pub link_draft: fn(&str) -> String,
    /// The mark of the codec.
    pub link_newer: fn(&str) -> String,
    /// How many entries keep the plan from being computed, more than one.
    pub more_to_mend: fn(usize) -> String,
}

pub const KOREAN: WireErrors = WireErrors {
    file_too_large: |most| {
        format!("파일이 너무 커서 열지 않았습니다. 계획 파일은 {most}MB까지입니다. 고른 파일을 확인하십시오.")
    },
    file_too_deep: |most| {
        format!("괄호가 {most}겹보다 깊어서 계획 파일로 읽지 않았습니다. 이 도구에서 저장한 파일을 고르십시오.")
    },
    file_not_json: |line, column| {
        format!("{line}행 {column}번째 글자부터 읽을 수 없습니다. 그 앞의 쉼표, 따옴표, 괄호를 확인하십시오.")
    },
    file_not_a_plan: "계획 파일이 아닙니다. 이 도구에서 저장한 .plan.json 파일을 고르십시오.",
    file_newer: |version| {
        format!("이 도구보다 새로운 버전({version})의 계획 파일입니다. 페이지를 새로 고친 뒤 다시 여십시오.")
    },
    field_missing: |place| format!("{place} 항목이 없습니다. 항목을 적어 넣고 다시 여십시오."),
    field_unexpected: |place, found, request| format!("{place} 항목의 값이 {found}입니다. {request}"),
    number_too_large: |place| format!("{place} 항목의 수가 너무 큽니다. 더 작은 수로 적으십시오."),
    field_twice: |place| format!("{place} 항목이 두 번 나옵니다. 하나만 남기십시오."),
    write_object: "중괄호 { }로 묶어 적으십시오.",
    write_list: "대괄호 [ ]로 묶은 목록으로 적으십시오.",
    write_text: "큰따옴표로 묶은 글로 적으십시오.",
    write_number: "따옴표 없이 숫자로 적으십시오.",
    write_whole_number: "따옴표 없이 0 이상의 정수로 적으십시오.",
    write_flag: "true 또는 false로 적으십시오.",
    write_date: "\"2022-04-01\"처럼 달력에 있는 날짜로 적으십시오.",
    write_time: "\"2022-04-01T14:00\"처럼 날짜와 시각으로 적으십시오.",
    write_number_or_list: "숫자 하나 또는 나이대마다 숫자 하나인 목록으로 적으십시오.",
    write_hour_weights: "숫자 24개의 목록으로 적으십시오.",
    write_one_of: |words| format!("다음 가운데 하나로 적으십시오: {words}."),
    interrupted: "계산이 중단되었거나 한 사람씩 모의실험하기에 계획이 너무 큽니다. 페이지를 새로 고치거나 계획을 줄인 다음 다시 하십시오.",
    cancelled: "계산을 그만두었습니다.",
    again: "중단된 부분을 다시 계산하고 있습니다.",
    link_empty: "주소에 계획이 들어 있지 않습니다. 링크를 처음부터 끝까지 복사해 붙여 넣으십시오.",
    link_foreign: "이 도구에서 만든 링크가 아닙니다. 보낸 분께 계획의 링크를 다시 요청하십시오.",
    link_damaged: "링크가 중간에 잘렸거나 바뀌었습니다. 링크 전체를 다시 복사하거나 계획 파일로 받으십시오.",
    link_draft: |mark| {
        format!("시험판에서 만든 링크({mark})라서 열 수 없습니다. 보낸 분께 새 링크나 계획 파일을 요청하십시오.")
    },
    link_newer: |mark| {
        format!("이 도구보다 새로운 버전에서 만든 링크({mark})입니다. 페이지를 새로 고친 뒤 다시 여십시오.")
    },
    more_to_mend: |count| format!("고칠 곳이 모두 {count}군데입니다."),
};

pub const ENGLISH: WireErrors = WireErrors {
    file_too_large: |most| {
        format!("The file was not opened: a plan file has at most {most} MB. Check which file you chose.")
    },
    file_too_deep: |most| {
        format!(
            "The brackets are nested deeper than {most} levels, as in no plan file. Choose a file saved by this tool."
        )
    },
    file_not_json: |line, column| {
        format!("Line {line} cannot be read from character {column} on. Check the comma, quote or bracket before it.")
    },
    file_not_a_plan: "This is not a plan file. Choose a .plan.json file saved by this tool.",
    file_newer: |version| {
        format!("The plan file is of a newer version ({version}) than this tool. Reload the page, then open it again.")
    },
    field_missing: |place| format!("{place} is missing. Add it, then open the file again."),
    field_unexpected: |place, found, request| format!("{place} is {found}. {request}"),
    number_too_large: |place| format!("The number at {place} is too large. Write a smaller one."),
    field_twice: |place| format!("{place} is there twice. Keep one of them."),
    write_object: "Write an object in braces { }.",
    write_list: "Write a list in brackets [ ].",
    write_text: "Write a text in double quotes.",
    write_number: "Write a number without quotes.",
    write_whole_number: "Write a whole number, 0 or above, without quotes.",
    write_flag: "Write true or false.",
    write_date: "Write a day of the calendar, such as \"2022-04-01\".",
    write_time: "Write a date and a time, such as \"2022-04-01T14:00\".",
    write_number_or_list: "Write one number, or a list with a number for each age band.",
    write_hour_weights: "Write a list of 24 numbers.",
    write_one_of: |words| format!("Write one of {words}."),
    interrupted: "The computation was interrupted, or the plan is too large to simulate every person. Reload the page or make the plan smaller, then ask again.",
    cancelled: "The computation was cancelled.",
    again: "A part was interrupted and is computed again.",
    link_empty: "The address holds no plan. Copy the link from its first to its last letter and paste it again.",
    link_foreign: "This link was not made by this tool. Ask the sender for the link of the plan.",
    link_damaged: "The link was cut off or changed on its way. Copy the whole link again, or ask for the plan file.",
    link_draft: |mark| {
        format!(
            "The link comes from a draft of this tool ({mark}) and cannot be opened. Ask for a new link or the plan file."
        )
    },
    link_newer: |mark| {
        format!("The link was made by a newer version of this tool ({mark}). Reload the page, then open it again.")
    },
    more_to_mend: |count| format!("There are {count} entries to mend."),
};
