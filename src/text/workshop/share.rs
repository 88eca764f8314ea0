//! Words of the subject `share`.

use crate::text::{Language, format};

/// Where a link travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    TextMessage,
    Chat,
    Office,
    Mail,
    Browser,
}

/// What is said about a link, its code, and whether something else is the same plan.
#[derive(Debug)]
pub struct ShareWords {
    pub title: &'static str,
    pub nothing_uploaded: &'static str,
    pub anyone: &'static str,
    pub page_is_a_file: &'static str,
    pub without_bids: &'static str,
    pub without_requirements: &'static str,
    pub without_approved: &'static str,
    /// Number of fields.
    pub without_unknown: fn(usize) -> String,
    pub length: &'static str,
    pub characters: fn(usize) -> String,
    pub fingerprint: &'static str,
    pub model: &'static str,
    pub link: &'static str,
    pub meter: &'static str,
    pub channel_heading: &'static str,
    pub most_heading: &'static str,
    pub share_heading: &'static str,
    pub verdict_heading: &'static str,
    pub channel: fn(Channel) -> &'static str,
    pub fits: &'static str,
    /// Where the limits are from.
    pub limits: &'static str,
    pub too_long: &'static str,
    /// What to do where the link is too long.
    pub instead: fn(Channel) -> &'static str,
    pub qr: &'static str,
    pub qr_same_plan: &'static str,
    /// Length of the link in capitals, and the most that a code holds.
    pub qr_too_long: fn(usize, usize) -> String,
    pub qr_needs_address: &'static str,
    /// Title of the plan.
    pub qr_label: fn(&str) -> String,
    pub modules: &'static str,
    pub by: fn(usize) -> String,
    pub correction: &'static str,
    /// Letter of the level and the share that may be lost [per cent].
    pub level: fn(&str, u32) -> String,
    pub least_print: &'static str,
    pub millimetres: fn(u32) -> String,
    pub save_svg: &'static str,
    pub save_png: &'static str,
    pub held: &'static str,
    pub held_label: &'static str,
    pub held_help: &'static str,
    pub held_file: &'static str,
    pub held_file_hint: &'static str,
    pub held_unknown: &'static str,
    pub same: &'static str,
    pub other_fingerprint: &'static str,
    /// Fingerprint of the other plan.
    pub differs: fn(&str) -> String,
    pub only_words: &'static str,
    pub more_differences: fn(usize) -> String,
}

/// The words in a language.
pub fn words(language: Language) -> &'static ShareWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

fn count(number: usize) -> String {
    format::integer(number as f64)
}

static KOREAN: ShareWords = ShareWords {
    title: "링크와 QR 코드",
    nothing_uploaded: "서버로 올린 것은 없습니다. 계획은 링크의 # 뒤에 모두 들어 있고, 이 부분은 어느 서버에도 전달되지 않습니다.",
    anyone: "링크를 받은 사람은 누구나 계획을 볼 수 있습니다. 보낸 뒤에는 거두어들일 수 없습니다.",
    page_is_a_file: "파일로 연 화면이라 누르면 열리는 주소가 없습니다. 아래 글자를 Stagger 화면에 붙여 넣으면 계획이 열립니다.",
    without_bids: "업체 제안은 링크에 들어가지 않습니다. 함께 건네려면 계획 파일로 저장하십시오.",
    without_requirements: "요구사항에서 정하거나 고친 것은 링크에 들어가지 않습니다. 함께 건네려면 계획 파일로 저장하십시오.",
    without_approved: "승인된 판은 링크에 들어가지 않습니다. 함께 건네려면 계획 파일로 저장하십시오.",
    without_unknown: |fields| {
        format!(
            "이 버전이 모르는 항목 {}개는 링크에 들어가지 않습니다. 함께 건네려면 계획 파일로 저장하십시오.",
            count(fields)
        )
    },
    length: "링크 길이",
    characters: |length| format!("{}자", count(length)),
    fingerprint: "계획 지문",
    model: "모형",
    link: "링크",
    meter: "보낼 곳에 맞는 길이인지",
    channel_heading: "보낼 곳",
    most_heading: "한도",
    share_heading: "이 링크",
    verdict_heading: "판정",
    channel: |channel| match channel {
        Channel::TextMessage => "장문 문자(LMS)",
        Channel::Chat => "메신저",
        Channel::Office => "한글·워드·엑셀",
        Channel::Mail => "전자우편",
        Channel::Browser => "브라우저 주소",
    },
    fits: "보낼 수 있습니다.",
    limits: "장문 문자는 2,000바이트까지입니다. 메신저는 알려진 것 가운데 가장 짧은 한도입니다. 한글·워드·엑셀은 공개된 한도가 없어 통상 기준을 씁니다. 아웃룩은 11,000자 주소를 링크로 만들지 않습니다.",
    too_long: "너무 깁니다.",
    instead: |channel| match channel {
        Channel::TextMessage | Channel::Chat => "계획 파일을 첨부하십시오.",
        Channel::Office => "QR 코드를 넣거나 계획 파일을 첨부하십시오.",
        Channel::Mail | Channel::Browser => "계획 파일로 건네십시오.",
    },
    qr: "QR 코드",
    qr_same_plan: "같은 계획을 여는 링크입니다. 코드가 작아지도록 대문자와 숫자로 적습니다.",
    qr_too_long: |length, most| {
        format!(
            "QR 코드로 만들 수 없습니다. 링크가 {}자인데 QR 코드에는 {}자까지 들어갑니다. 출처 설명을 줄이거나 계획 파일로 건네십시오.",
            count(length),
            count(most)
        )
    },
    qr_needs_address: "파일로 연 화면이라 QR 코드로 열 주소가 없습니다. 웹에서 연 Stagger에서 만드십시오.",
    qr_label: |title| format!("‘{title}’ 계획을 여는 QR 코드"),
    modules: "칸 수",
    by: |width| format!("{width} × {width}"),
    correction: "오류 복원",
    level: |letter, share| format!("{letter} ({share}%)"),
    least_print: "최소 인쇄 크기",
    millimetres: |size| format!("{size} mm"),
    save_svg: "SVG로 저장",
    save_png: "PNG로 저장",
    held: "이 계획이 맞습니까?",
    held_label: "지문, 링크 또는 계획 파일의 내용",
    held_help: "가지고 계신 것을 붙여 넣으면 지금 계획과 같은지, 다르면 무엇이 다른지 알려 드립니다.",
    held_file: "계획 파일 고르기",
    held_file_hint: "계획 파일을 여기에 놓아도 됩니다.",
    held_unknown: "지문도, 링크도, 계획 파일도 아닙니다. 지문은 89Q1-NKW5-2G1C처럼 열두 글자입니다. 받은 것을 처음부터 끝까지 다시 복사해 붙여 넣으십시오.",
    same: "같은 계획입니다.",
    other_fingerprint: "다른 계획의 지문입니다. 지문만으로는 무엇이 다른지 알 수 없으니, 그 계획의 링크나 파일을 붙여 넣으십시오.",
    differs: |fingerprint| {
        format!("다른 계획입니다(지문 {fingerprint}). 그 계획에서 지금 계획으로 오면서 달라진 것은 다음과 같습니다.")
    },
    only_words: "사람, 시각, 수치는 모두 같습니다. 제목이나 이름, 날짜, 출처 설명만 다릅니다.",
    more_differences: |more| format!("달라진 것 {}가지 더 보기", count(more)),
};

static ENGLISH: ShareWords = ShareWords {
    title: "Link and QR code",
    nothing_uploaded: "Nothing was uploaded. The whole plan is behind the # of the link, a part that no server is sent.",
    anyone: "Anyone with the link can read the plan, and a link that was sent cannot be taken back.",
    page_is_a_file: "This page was opened as a file, so there is no address to press. Paste the letters below into any Stagger to open the plan.",
    without_bids: "The link does not carry the bids. To hand them on as well, save the plan as a file.",
    without_requirements: "The link does not carry what was chosen and edited of the requirements. To hand that on as well, save the plan as a file.",
    without_approved: "The link does not carry the version that was approved. To hand it on as well, save the plan as a file.",
    without_unknown: |fields| {
        format!(
            "The link does not carry fields that this version does not know (there {}). To hand them on as well, save the plan as a file.",
            if fields == 1 { "is one".to_owned() } else { format!("are {}", count(fields)) }
        )
    },
    length: "Length of the link",
    characters: |length| format!("{} characters", count(length)),
    fingerprint: "Fingerprint",
    model: "Model",
    link: "Link",
    meter: "Does it fit where it goes?",
    channel_heading: "Where it goes",
    most_heading: "Limit",
    share_heading: "This link",
    verdict_heading: "Verdict",
    channel: |channel| match channel {
        Channel::TextMessage => "Text message (LMS)",
        Channel::Chat => "Chat",
        Channel::Office => "Word, Excel, Hangul",
        Channel::Mail => "Mail",
        Channel::Browser => "Browser",
    },
    fits: "Fits.",
    limits: "A long text message in Korea has 2,000 bytes. Of chats the shortest limit known is taken. Word, Excel and Hangul publish none, so a rule of thumb stands. Outlook makes no link of an address with 11,000 characters.",
    too_long: "Too long.",
    instead: |channel| match channel {
        Channel::TextMessage | Channel::Chat => "Attach the plan file.",
        Channel::Office => "Put in the QR code, or attach the plan file.",
        Channel::Mail | Channel::Browser => "Hand on the plan file.",
    },
    qr: "QR code",
    qr_same_plan: "A link that opens the same plan, written in capitals and digits so that the code is smaller.",
    qr_too_long: |length, most| {
        format!(
            "There is no QR code: the link has {} characters, and a code holds {}. Shorten what is said about sources, or hand on the plan file.",
            count(length),
            count(most)
        )
    },
    qr_needs_address: "This page was opened as a file, so a QR code would lead nowhere. Make it in a Stagger that was opened on the web.",
    qr_label: |title| format!("QR code that opens the plan “{title}”"),
    modules: "Modules",
    by: |width| format!("{width} × {width}"),
    correction: "Error correction",
    level: |letter, share| format!("{letter} ({share} %)"),
    least_print: "Print at least",
    millimetres: |size| format!("{size} mm"),
    save_svg: "Save as SVG",
    save_png: "Save as PNG",
    held: "Is this the plan I hold?",
    held_label: "A fingerprint, a link, or the text of a plan file",
    held_help: "Paste what you hold: it says whether it is this plan, and if not, what differs.",
    held_file: "Choose a plan file",
    held_file_hint: "Or drop a plan file here.",
    held_unknown: "This is neither a fingerprint nor a link nor a plan file. A fingerprint has twelve characters, such as 89Q1-NKW5-2G1C. Copy what you were given once more, from beginning to end.",
    same: "It is this plan.",
    other_fingerprint: "It is the fingerprint of another plan. A fingerprint cannot tell what differs; paste the link or the file of that plan.",
    differs: |fingerprint| {
        format!("It is another plan (fingerprint {fingerprint}). From that plan to this one, this has changed:")
    },
    only_words: "People, times and numbers are all the same. Only the title, names, dates, or what is said about sources differ.",
    more_differences: |more| format!("{} more differences", count(more)),
};
