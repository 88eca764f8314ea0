//! Words of the subject `embed`.

use crate::text::Language;

/// What is said about the frame in another page.
#[derive(Debug)]
pub struct EmbedWords {
    pub title: &'static str,
    pub what: &'static str,
    pub show: &'static str,
    /// Verdict; with the chart; with the table.
    pub shows: [&'static str; 3],
    pub height: &'static str,
    /// Fixed, following the content.
    pub heights: [&'static str; 2],
    pub pixels: &'static str,
    pub pixels_help: &'static str,
    pub pixels_fault: &'static str,
    pub language: &'static str,
    /// Korean, English, the reader's.
    pub languages: [&'static str; 3],
    pub theme: &'static str,
    /// Light, dark, the reader's.
    pub themes: [&'static str; 3],
    pub svg: &'static str,
    pub about_svg: &'static str,
    pub svg_save: &'static str,
    pub svg_making: &'static str,
    pub svg_saved: &'static str,
    pub svg_failed: &'static str,
    pub preview: &'static str,
    /// Title of the frame; the title of the plan.
    pub frame_title: fn(&str) -> String,
    pub code: &'static str,
    /// What the code does at a fixed height, and at one that follows.
    pub about_code: [&'static str; 2],
    pub policy: &'static str,
    pub about_policy: &'static str,
    pub frozen: &'static str,
    pub unplaced: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static EmbedWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

static KOREAN: EmbedWords = EmbedWords {
    title: "웹 페이지에 넣기",
    what: "이 계획의 결과를 기관의 웹 페이지 안에 보여 줍니다. 보기만 할 수 있고, 보는 사람의 브라우저에 아무것도 남기지 않습니다.",
    show: "보여 줄 내용",
    shows: ["판정만", "판정과 그림", "판정, 그림, 표"],
    height: "높이",
    heights: ["고정", "내용에 맞춤"],
    pixels: "고정 높이",
    pixels_help: "화면이 좁으면 틀 안에서 스크롤됩니다.",
    pixels_fault: "100에서 5000 사이의 정수로 적으십시오.",
    language: "언어",
    languages: ["한국어", "영어", "보는 사람에게 맞춤"],
    theme: "화면",
    themes: ["밝은 화면", "어두운 화면", "보는 사람에게 맞춤"],
    svg: "틀을 쓸 수 없는 페이지라면",
    about_svg: "회차별 부하 그림을 SVG 파일로 저장해 그림으로 올리십시오. 저장한 뒤 바꾼 계획은 반영되지 않습니다.",
    svg_save: "SVG 저장",
    svg_making: "그림을 만들고 있습니다.",
    svg_saved: "그림을 저장했습니다.",
    svg_failed: "그림을 만들지 못했습니다. 계획은 그대로입니다. 인터넷 연결을 확인하고 다시 시도하십시오.",
    preview: "미리 보기",
    frame_title: |plan| format!("{plan}: 회차별 부하 예측"),
    code: "넣을 코드",
    about_code: [
        "페이지에 그대로 붙여 넣으십시오. 넣는 페이지에 스크립트가 필요하지 않습니다.",
        "페이지에 그대로 붙여 넣으십시오. 앞의 스크립트가 높이를 내용에 맞춥니다.",
    ],
    policy: "콘텐츠 보안 정책",
    about_policy: "넣는 페이지에 콘텐츠 보안 정책(CSP)이 있으면 이 주소만 더 허용하면 됩니다. 스크립트를 직접 쓸 수 없는 페이지라면 앞의 스크립트를 파일로 옮기십시오.",
    frozen: "코드에는 지금의 계획이 들어 있습니다. 계획을 고치면 코드를 다시 복사해 바꾸십시오.",
    unplaced: "이 파일에는 웹 주소가 없어 넣을 코드를 만들 수 없습니다. 웹에 올린 계획 도구에서 이 계획의 링크를 열고 다시 누르십시오.",
};

static ENGLISH: EmbedWords = EmbedWords {
    title: "Put it in a web page",
    what: "Shows the result of this plan inside a page of yours. It can only be read, and leaves nothing in the reader's browser.",
    show: "What to show",
    shows: ["Verdict", "Verdict and chart", "Verdict, chart and table"],
    height: "Height",
    heights: ["Fixed", "As the content needs"],
    pixels: "Fixed height",
    pixels_help: "On narrow screens the frame scrolls.",
    pixels_fault: "Write a whole number from 100 to 5000.",
    language: "Language",
    languages: ["Korean", "English", "The reader's"],
    theme: "Screen",
    themes: ["Light", "Dark", "The reader's"],
    svg: "Where the page takes no frames",
    about_svg: "Save the chart of the slots as SVG and put it in as a picture. It does not follow later changes of the plan.",
    svg_save: "Save as SVG",
    svg_making: "Making the picture.",
    svg_saved: "The picture was saved.",
    svg_failed: "The picture could not be made. The plan is as it was. Check the connection and try again.",
    preview: "Preview",
    frame_title: |plan| format!("{plan}: predicted load of every slot"),
    code: "Code",
    about_code: [
        "Paste it into the page as it is. The page needs no script.",
        "Paste it into the page as it is. The script in front makes the frame as high as its content.",
    ],
    policy: "Content security policy",
    about_policy: "Where the page has a content security policy, it has to allow this address and nothing else. Where it allows no script in the page, put the script into a file.",
    frozen: "The code holds the plan as it is now. After a change, copy the code anew.",
    unplaced: "This file has no address on the web, so there is no code to give. Open the link of this plan in a planner that is on the web, and come here again.",
};
