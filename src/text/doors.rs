//! The ways into the workshop, and what is said until its program has come.

/// Labels of doors, and messages.
#[derive(Debug)]
pub struct Doors {
    pub members: &'static str,
    pub cohorts: &'static str,
    pub notices: &'static str,
    pub windows: &'static str,
    pub templates: &'static str,
    pub compare: &'static str,
    pub bids: &'static str,
    pub capacity: &'static str,
    pub journeys: &'static str,
    pub autoplan: &'static str,
    pub events: &'static str,
    pub embed: &'static str,
    pub one_file: &'static str,
    pub coming: &'static str,
    pub failed: &'static str,
    pub retry: &'static str,
}

pub const KOREAN: Doors = Doors {
    members: "회원 표 가져오기…",
    cohorts: "집단 나누기…",
    notices: "안내문…",
    windows: "규칙으로 만들기…",
    templates: "계획 틀 고르기…",
    compare: "다른 계획과 비교…",
    bids: "업체 제안 비교…",
    capacity: "용량 정하기…",
    journeys: "절차 틀 고르기…",
    autoplan: "자동 계획…",
    events: "용량 변화와 장애…",
    embed: "웹 페이지에 넣기…",
    one_file: "파일 하나로 저장…",
    coming: "불러오는 중입니다.",
    failed: "이 기능을 불러오지 못했습니다. 계획은 그대로 있습니다. 인터넷 연결을 확인하고 다시 시도하십시오.",
    retry: "다시 시도",
};

pub const ENGLISH: Doors = Doors {
    members: "Bring a table…",
    cohorts: "Make cohorts…",
    notices: "Notices…",
    windows: "Make by rule…",
    templates: "Choose a template…",
    compare: "Compare with another plan…",
    bids: "Compare bids…",
    capacity: "Settle a capacity…",
    journeys: "Choose a journey…",
    autoplan: "Plan automatically…",
    events: "Changes and outages…",
    embed: "Put it in a web page…",
    one_file: "Save as one file…",
    coming: "Loading.",
    failed: "This part could not be loaded. The plan is as it was. Check the connection and try again.",
    retry: "Try again",
};
