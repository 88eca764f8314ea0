//! Names of fonts and styles as word processors know them.

/// The font of Word, by its Korean and its English name, and one that looks alike where it is missing.
pub const WORD_FONT: [&str; 3] = ["맑은 고딕", "Malgun Gothic", "Noto Sans KR,Noto Sans CJK KR"];

/// Fonts of Hangul for headings and tables, and for running text; each with what stands in where it is missing.
pub const HANGUL_FONTS: [[&str; 2]; 2] = [["함초롬돋움", "맑은 고딕"], ["함초롬바탕", "바탕"]];

/// The style that all others begin with: in Korean and in English.
pub const FIRST_STYLE: [&str; 2] = ["바탕글", "Normal"];

/// Styles in the order of the manners in which paragraphs are set: in Korean and in English.
pub const STYLES: [[&str; 2]; 26] = [
    ["본문", "Body"],
    ["문서 종류", "Document Kind"],
    ["제목", "Title"],
    ["부제", "Subtitle"],
    ["개요 1", "Outline 1"],
    ["개요 2", "Outline 2"],
    ["판정: 버팀", "Finding: Holds"],
    ["판정: 주의", "Finding: At Risk"],
    ["판정: 무너짐", "Finding: Breaks"],
    ["판정 설명", "Finding Text"],
    ["비고", "Note"],
    ["번호 목록", "Numbered List"],
    ["주소", "Address"],
    ["캡션", "Caption"],
    ["그림과 표", "Object"],
    ["표 머리", "Table Head"],
    ["표 내용", "Table Cell"],
    ["표 강조", "Table Strong"],
    ["표: 버팀", "Table: Holds"],
    ["표: 주의", "Table: At Risk"],
    ["표: 무너짐", "Table: Breaks"],
    ["주요 수치", "Key Figure"],
    ["주요 수치: 미달", "Key Figure: Missed"],
    ["주요 수치 설명", "Key Figure Text"],
    ["결재란", "Approval"],
    ["꼬리말", "Footer"],
];
