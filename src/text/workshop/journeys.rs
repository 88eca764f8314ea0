//! Words of the subject `journeys`.

use crate::library::journeys::Journey;
use crate::text::Language;

/// What is said about journeys to begin from.
#[derive(Debug)]
pub struct JourneysWords {
    pub title: &'static str,
    pub begin: &'static str,
    pub journey: &'static str,
    pub about: fn(Journey) -> &'static str,
    /// The stages in their order.
    pub stages: fn(&str) -> String,
    pub numbers: &'static str,
    /// What, value, kind, source.
    pub columns: [&'static str; 4],
    pub measured: &'static str,
    pub reported: &'static str,
    pub assumed: &'static str,
    /// No limit.
    pub none: &'static str,
    pub caution: &'static str,
    pub put: &'static str,
    /// The step that undo names.
    pub step: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static JourneysWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

static KOREAN: JourneysWords = JourneysWords {
    title: "절차 틀 고르기",
    begin: "실제로 있었던 행사의 절차에서 시작합니다. 값마다 잰 값인지, 보도된 값인지, 가정한 값인지와 출처, 날짜를 적었습니다.",
    journey: "절차",
    about: |journey| match journey {
        Journey::NewApp => {
            "90만 명이 같은 시각에 새 앱을 내려받고 본인인증을 거쳤습니다. 바깥 업체에 맡긴 본인인증에서 막혔습니다."
        }
        Journey::Appointment => {
            "본인인증을 대기줄 앞으로 옮기고, 인증 수단을 여럿 두고, 처리량을 늘리고, 10부제로 나누어 첫날 10분 남짓에 줄이 풀렸습니다."
        }
        Journey::CodeByMessage => {
            "인증 문자를 보내는 양이 결과를 좌우했습니다. 문자를 맡은 업체의 한도를 먼저 확인하십시오."
        }
        Journey::LongForm => {
            "한 번에 오래 머무는 양식입니다. 받는 속도보다 동시에 머무는 사람이 먼저 한도에 닿을 수 있습니다."
        }
        Journey::BeforeDeadline => "문을 열 때만이 아니라 닫기 직전에도 몰립니다.",
    },
    stages: |stages| format!("단계: {stages}"),
    numbers: "값과 근거",
    columns: ["항목", "값", "종류", "출처와 날짜"],
    measured: "잰 값",
    reported: "보도된 값",
    assumed: "가정한 값",
    none: "제한 없음",
    caution: "다른 행사의 값은 이 행사의 용량이 아닙니다. 쓰고 나서 단계마다 운영 부서와 업체가 확인한 값으로 바꾸십시오.",
    put: "이 절차 쓰기",
    step: "절차 틀",
};

static ENGLISH: JourneysWords = JourneysWords {
    title: "Choose a journey",
    begin: "Begin from the journey of a day that really happened. Every number says whether it was measured, reported or assumed, with its source and date.",
    journey: "Journey",
    about: |journey| match journey {
        Journey::NewApp => {
            "900,000 people fetched a new app and passed an identity check at the same hour. The check, run by an outside provider, was where it jammed."
        }
        Journey::Appointment => {
            "The identity check moved in front of the queue, several providers of it, more capacity, and ten days by date of birth: on the first day the queue was gone in about ten minutes."
        }
        Journey::CodeByMessage => {
            "How many messages can be sent decided the day. Ask the provider of the messages for its limit first."
        }
        Journey::LongForm => {
            "A form that takes long. People who are in it at once may reach the limit before the rate does."
        }
        Journey::BeforeDeadline => "People come in a rush before a closing too, not only at an opening.",
    },
    stages: |stages| format!("Stages: {stages}"),
    numbers: "Numbers and what they rest on",
    columns: ["What", "Value", "Kind", "Source and date"],
    measured: "measured",
    reported: "reported",
    assumed: "assumed",
    none: "no limit",
    caution: "The numbers of another day are not your capacity. Replace them, stage by stage, by what your operators and providers confirm.",
    put: "Use this journey",
    step: "journey of a real day",
};
