//! What the one file says of itself at its foot.

use super::Language;

/// The foot of the one file.
#[derive(Debug)]
pub struct OneFile {
    /// Fingerprint of the plan in hand, number of the model, first letters of the hash of the program.
    pub stamp: fn(&str, u32, &str) -> String,
    pub note: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static OneFile {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

static KOREAN: OneFile = OneFile {
    stamp: |fingerprint, model, build| format!("지문 {fingerprint} · 모형 {model} · 빌드 {build}"),
    note: "인터넷 없이 열리는 파일입니다. 링크를 붙여 넣거나 계획 파일을 끌어다 놓으면 그 계획을 엽니다. 고친 계획은 이 브라우저에만 남고, 파일로 연 화면에는 남기지 않는 브라우저도 있으니 ‘파일로 저장’이나 ‘파일 하나로 저장’으로 남기십시오.",
};

static ENGLISH: OneFile = OneFile {
    stamp: |fingerprint, model, build| format!("Fingerprint {fingerprint} · model {model} · build {build}"),
    note: "A file that opens without a network. Paste a link or drop a plan file to open that plan. What you change is kept in this browser only, and some browsers keep nothing for files: save it as a file, or as one file, to be sure.",
};
