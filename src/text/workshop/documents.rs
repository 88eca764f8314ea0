//! Words of the subject `documents`.

use crate::text::Language;
use crate::text::format::decimal;

/// What is said of the documents.
#[derive(Debug)]
pub struct DocumentsWords {
    pub title: &'static str,
    pub begin: &'static str,
    pub making: &'static str,
    /// Name and size [bytes].
    pub saved: fn(&str, f64) -> String,
    pub shown: &'static str,
    pub failed: &'static str,
    pub too_large: &'static str,
    pub faults: &'static str,

    pub report: &'static str,
    pub report_print: &'static str,
    pub report_about: &'static str,
    pub hwpx: &'static str,
    pub hwpx_about: &'static str,
    pub docx: &'static str,
    pub docx_about: &'static str,
    pub open: &'static str,

    pub pictures: &'static str,
    pub picture: &'static str,
    pub width: &'static str,
    pub width_help: &'static str,
    pub width_fault: &'static str,
    pub millimetres: &'static str,
    pub slots: &'static str,
    pub completion: &'static str,
    pub map: &'static str,
    pub fairness: &'static str,
    pub heat: &'static str,
    /// Name of the stage; attempts, queue, wait.
    pub minutes: [fn(&str) -> String; 3],
    pub svg: &'static str,
    pub svg_about: &'static str,
    pub png: &'static str,
    pub png_about: &'static str,

    pub figures: &'static str,
    pub figures_about: &'static str,
    pub xlsx: &'static str,
    pub xlsx_about: &'static str,
    pub table: &'static str,
    /// Slots, cohorts, assumptions, minutes.
    pub tables: [&'static str; 4],
    pub csv: &'static str,
    pub csv_about: &'static str,

    pub load: &'static str,
    pub load_about: &'static str,
    pub k6: &'static str,
    pub k6_about: &'static str,
    pub profile: &'static str,
    pub profile_about: &'static str,

    pub plan: &'static str,
    pub plan_file: &'static str,
    pub plan_about: &'static str,
    pub save: &'static str,
}

/// The words in a language.
pub fn words(language: Language) -> &'static DocumentsWords {
    match language {
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

/// A size in the unit that says it best.
fn size(bytes: f64) -> String {
    if bytes < 1e6 {
        format!("{} kB", decimal((bytes / 1e3).max(0.1), 0))
    } else {
        format!("{} MB", decimal(bytes / 1e6, 1))
    }
}

static KOREAN: DocumentsWords = DocumentsWords {
    title: "보고서와 자료",
    begin: "문서는 이 브라우저 안에서 만들며 밖으로 보내는 것은 없습니다.",
    making: "문서를 만드는 중입니다.",
    saved: |name, bytes| format!("저장했습니다: {name} ({})", size(bytes)),
    shown: "보고서를 열었습니다.",
    failed: "문서를 만들지 못했습니다. 계획은 그대로 있습니다. 인터넷 연결을 확인하고 다시 시도하십시오.",
    too_large: "표가 너무 커서 엑셀 파일 하나에 들어가지 않습니다. CSV로 받으십시오.",
    faults: "계산할 수 없는 값이 있어 문서를 만들 수 없습니다. 창을 닫고 표시된 값을 먼저 고치십시오.",
    report: "보고서",
    report_print: "인쇄 · PDF",
    report_about: "예측 결과, 회차별 부하, 집단별 시간표, 절차와 용량, 가정과 근거를 A4로 정리합니다. 화면에서 확인한 뒤 인쇄하거나 PDF로 저장하십시오.",
    hwpx: "한글(HWPX)",
    hwpx_about: "같은 보고서를 한글 문서로 저장합니다. 제목, 표, 캡션을 그대로 고쳐 쓸 수 있어 공고문과 규격서에 붙이기 좋습니다. 약 0.4 MB",
    docx: "워드(DOCX)",
    docx_about: "같은 보고서를 워드 문서로 저장합니다. 제목, 표, 캡션을 그대로 고쳐 쓸 수 있습니다. 약 0.4 MB",
    open: "보고서 열기",
    pictures: "그림",
    picture: "그림",
    width: "종이에서의 너비",
    width_help: "A4 세로의 본문 너비는 170mm입니다.",
    width_fault: "60에서 600까지의 수를 적으십시오.",
    millimetres: "mm",
    slots: "회차별 최고 부하",
    completion: "마친 사람의 비율",
    map: "지역 지도",
    fairness: "지역별 비교",
    heat: "집단과 시간",
    minutes: [|stage| format!("{stage}: 시도"), |stage| format!("{stage}: 줄"), |stage| format!("{stage}: 대기")],
    svg: "SVG",
    svg_about: "아무리 키워도 흐려지지 않습니다. 최신 한글, 워드, 파워포인트에 넣을 수 있습니다.",
    png: "PNG",
    png_about: "적은 너비에서 300dpi로 인쇄되는 그림입니다. 어느 프로그램에나 넣을 수 있습니다.",
    figures: "수치",
    figures_about: "빈칸은 값이 없다는 뜻이며 0이 아닙니다. 단위는 머리글에 있습니다.",
    xlsx: "엑셀(XLSX)",
    xlsx_about: "회차표, 집단별 시간표, 가정, 1분 수치, 부하 시험 수치를 한 파일에 담습니다.",
    table: "표",
    tables: ["회차표", "집단별 시간표", "가정", "1분 수치"],
    csv: "CSV",
    csv_about: "위에서 고른 표 하나입니다. 엑셀에서 한글이 깨지지 않습니다.",
    load: "부하 시험",
    load_about: "용량을 시험하는 사람에게 넘길 자료입니다. 예측한 사람 수를 그대로 재현합니다.",
    k6: "k6 스크립트",
    k6_about: "회차마다 시나리오 하나입니다. 회차 하나만 하거나 배수를 줄 수 있습니다. 주소와 요청은 시험할 것으로 바꾸십시오.",
    profile: "1분 도착 CSV",
    profile_about: "밖에서 오는 사람과 단계별 시도를 1분마다 적었습니다. 함께 쓰는 다른 이용은 따로 적었습니다.",
    plan: "계획",
    plan_file: "계획 파일",
    plan_about: "다시 열어 고칠 수 있는 파일입니다.",
    save: "저장",
};

static ENGLISH: DocumentsWords = DocumentsWords {
    title: "Report and data",
    begin: "Documents are made in this browser; nothing is sent anywhere.",
    making: "Making the document.",
    saved: |name, bytes| format!("Saved: {name} ({})", size(bytes)),
    shown: "The report is open.",
    failed: "The document could not be made. The plan is as it was. Check the connection and try again.",
    too_large: "The tables do not fit into one workbook. Take them as CSV.",
    faults: "Some values cannot be computed, so there is no document. Close this and mend the values that are marked.",
    report: "Report",
    report_print: "Print, PDF",
    report_about: "Forecast, load per slot, timetable by cohort, journey and capacity, assumptions and sources on A4. Look at it, then print it or save it as PDF.",
    hwpx: "Hangul (HWPX)",
    hwpx_about: "The same report for 한글, the word processor of Korean offices: headings, tables and captions to be changed there. About 0.4 MB",
    docx: "Word (DOCX)",
    docx_about: "The same report for Word: headings, tables and captions to be changed there. About 0.4 MB",
    open: "Open the report",
    pictures: "Pictures",
    picture: "Picture",
    width: "Width on paper",
    width_help: "The text of an A4 page is 170 mm wide.",
    width_fault: "Enter a number from 60 to 600.",
    millimetres: "mm",
    slots: "Peak load per slot",
    completion: "Share that has finished",
    map: "Map of regions",
    fairness: "Regions compared",
    heat: "Cohorts over time",
    minutes: [
        |stage| format!("{stage}: attempts"),
        |stage| format!("{stage}: queue"),
        |stage| format!("{stage}: wait"),
    ],
    svg: "SVG",
    svg_about: "Sharp at any size; goes into current Word, PowerPoint and 한글.",
    png: "PNG",
    png_about: "Prints at 300 dpi at that width; goes into any program.",
    figures: "Figures",
    figures_about: "An empty cell is a missing value, never 0. Units are in the headings.",
    xlsx: "Excel (XLSX)",
    xlsx_about: "Slots, cohorts, assumptions, minutes and the load profile in one file.",
    table: "Table",
    tables: ["Slots", "Cohorts", "Assumptions", "Minutes"],
    csv: "CSV",
    csv_about: "The one table chosen above, in UTF-8 as Excel reads it.",
    load: "Load test",
    load_about: "For whoever tests the capacity: the people of the forecast, played again.",
    k6: "k6 script",
    k6_about: "A scenario per window; one alone, or all at a multiple. Put in the address and the requests to be tested.",
    profile: "Arrivals by minute, CSV",
    profile_about: "People from outside and attempts by stage, minute by minute; other users of a stage apart.",
    plan: "Plan",
    plan_file: "Plan file",
    plan_about: "To be opened and changed again.",
    save: "Save",
};
