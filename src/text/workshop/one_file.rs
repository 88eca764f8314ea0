//! Words of the subject `one-file`.

use crate::text::Language;

/// What is said about the one file.
#[derive(Debug)]
pub struct OneFileWords {
    pub title: &'static str,
    pub what: &'static str,
    /// What goes inside.
    pub inside: &'static str,
    pub bids: &'static str,
    pub bids_help: &'static str,
    pub save: &'static str,
    /// Name of the file.
    pub saved: fn(&str) -> String,
    pub failed: &'static str,
    pub how: &'static str,
    /// How it is opened, what it can and cannot do.
    pub more: [&'static str; 5],
}

/// The words in a language.
pub fn words(language: Language) -> &'static OneFileWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

static KOREAN: OneFileWords = OneFileWords {
    title: "파일 하나로 저장",
    what: "계획 도구 전체와 이 계획을 HTML 파일 하나에 담습니다. 인터넷이 없는 곳에서도 두 번 누르면 열립니다. 보고서와 자료도 만들 수 있습니다. 크기는 2MB가 되지 않습니다.",
    inside: "계획 파일에 있는 내용이 모두 들어갑니다. 회원은 사람 수로만 들어가며 개인 정보는 없습니다.",
    bids: "업체 제안도 담기",
    bids_help: "끄면 업체 제안은 빠집니다. 받는 사람이 제안을 보아도 되는 때에만 켜십시오.",
    save: "파일 저장",
    saved: |name| format!("{name} 파일을 저장했습니다. 내려받은 파일이 있는 폴더를 확인하십시오."),
    failed: "파일을 만들지 못했습니다. 계획은 그대로 있습니다. 인터넷 연결을 확인하고 다시 시도하십시오.",
    how: "여는 방법과 알아둘 점",
    more: [
        "파일을 두 번 누르면 브라우저에서 열리고, 담긴 계획의 결과가 바로 나옵니다. 아무것도 밖으로 보내지 않고 받지도 않습니다.",
        "다른 계획을 보려면 링크를 복사해 화면에 붙여 넣거나 계획 파일을 끌어다 놓으십시오.",
        "맨 아래에 계획의 지문, 모형 번호, 빌드가 적혀 있어 같은 계획인지, 같은 프로그램인지 확인할 수 있습니다.",
        "고친 내용은 파일에 되돌아가지 않습니다. 다시 ‘파일 하나로 저장’을 누르십시오.",
        "엑셀 파일(XLSX)은 이 파일에서 열 수 없습니다. CSV로 저장하면 열 수 있습니다.",
    ],
};

static ENGLISH: OneFileWords = OneFileWords {
    title: "Save as one file",
    what: "The whole planner and this plan go into one HTML file. It opens by double click, without any network. It makes reports and data too. It is smaller than 2 MB.",
    inside: "Everything that a plan file holds goes in. Members are counts of people; there is nothing personal in it.",
    bids: "Put the bids in too",
    bids_help: "Off leaves the bids of vendors out. Turn it on only where the reader may see them.",
    save: "Save the file",
    saved: |name| format!("{name} is saved. Look where your browser puts downloads."),
    failed: "The file could not be made. The plan is as it was. Check the connection and try again.",
    how: "How it opens, and what to know",
    more: [
        "A double click opens the file in a browser, with the result of the plan inside. It sends nothing and fetches nothing.",
        "To see another plan, paste its link anywhere on the page, or drop a plan file on it.",
        "Fingerprint of the plan, number of the model and build stand at the foot, so that two people can see that they hold the same.",
        "Changes do not go back into the file. Save it as one file again.",
        "Workbooks (XLSX) do not open in the file. Save the table as CSV and open that.",
    ],
};
