//! Everything the user reads, in Korean and in English.
//!
//! [`Catalogue`] is a struct, not a map: a text that is missing in one language does not compile. A sentence that
//! holds data is a function, so that word order belongs to the language.

pub mod annex;
pub mod assumptions;
pub mod bands;
pub mod cohorts;
pub mod common;
pub mod comparison;
pub mod completion;
pub mod data;
pub mod doors;
pub mod edits;
pub mod facts;
pub mod fairness;
pub mod figures;
pub mod format;
pub mod forms;
pub mod frame;
pub mod heat_map;
pub mod help;
pub mod issues;
pub mod journey;
pub mod load_test;
pub mod members;
pub mod minute_chart;
pub mod notices;
#[cfg(feature = "whole")]
pub mod one_file;
pub mod particle;
pub mod places;
pub mod plan_form;
pub mod plans;
pub mod report;
pub mod requirements;
pub mod risk;
pub mod risk_page;
pub mod slot_chart;
pub mod slot_table;
pub mod sources;
pub mod tile_map;
pub mod timetable;
pub mod trust;
pub mod unit_words;
pub mod verdict;
pub mod windows;
pub mod wire_errors;
pub mod workshop;

/// A language the page speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Korean,
    English,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::Korean, Self::English];

    /// The tag of the `lang` attribute and of `?lang=`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Korean => "ko",
            Self::English => "en",
        }
    }

    /// The language of a tag such as `ko-KR`; `None` where the page does not speak it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// What the language calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Korean => "한국어",
            Self::English => "English",
        }
    }

    /// Every text of the page.
    pub fn catalogue(self) -> &'static Catalogue {
        match self {
            Self::Korean => &KOREAN,
            Self::English => &ENGLISH,
        }
    }
}

/// All texts of one language, a part per screen.
#[derive(Debug)]
pub struct Catalogue {
    pub language: Language,
    pub common: common::Common,
    pub bands: bands::Bands,
    pub frame: frame::Frame,
    pub verdict: verdict::VerdictText,
    pub figures: figures::Figures,
    pub slot_chart: slot_chart::SlotChart,
    pub minute_chart: minute_chart::MinuteChart,
    pub slot_table: slot_table::SlotTable,
    pub tile_map: tile_map::TileMapText,
    pub heat_map: heat_map::HeatMapText,
    pub completion: completion::CompletionText,
    pub doors: doors::Doors,
    pub fairness: fairness::FairnessText,
    pub members: members::Members,
    pub windows: windows::Windows,
    pub timetable: timetable::Timetable,
    pub cohorts: cohorts::Cohorts,
    pub plan_form: plan_form::PlanForm,
    pub journey: journey::Journey,
    pub assumptions: assumptions::Assumptions,
    pub forms: forms::Forms,
    pub help: help::Help,
    pub notices: notices::Notices,
    pub plans: plans::Plans,
    pub wire_errors: wire_errors::WireErrors,
}

impl PartialEq for Catalogue {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

static KOREAN: Catalogue = Catalogue {
    language: Language::Korean,
    common: common::KOREAN,
    bands: bands::KOREAN,
    frame: frame::KOREAN,
    verdict: verdict::KOREAN,
    figures: figures::KOREAN,
    slot_chart: slot_chart::KOREAN,
    minute_chart: minute_chart::KOREAN,
    slot_table: slot_table::KOREAN,
    tile_map: tile_map::KOREAN,
    heat_map: heat_map::KOREAN,
    completion: completion::KOREAN,
    doors: doors::KOREAN,
    fairness: fairness::KOREAN,
    members: members::KOREAN,
    windows: windows::KOREAN,
    timetable: timetable::KOREAN,
    cohorts: cohorts::KOREAN,
    plan_form: plan_form::KOREAN,
    journey: journey::KOREAN,
    assumptions: assumptions::KOREAN,
    forms: forms::KOREAN,
    help: help::KOREAN,
    notices: notices::KOREAN,
    plans: plans::KOREAN,
    wire_errors: wire_errors::KOREAN,
};

static ENGLISH: Catalogue = Catalogue {
    language: Language::English,
    common: common::ENGLISH,
    bands: bands::ENGLISH,
    frame: frame::ENGLISH,
    verdict: verdict::ENGLISH,
    figures: figures::ENGLISH,
    slot_chart: slot_chart::ENGLISH,
    minute_chart: minute_chart::ENGLISH,
    slot_table: slot_table::ENGLISH,
    tile_map: tile_map::ENGLISH,
    heat_map: heat_map::ENGLISH,
    completion: completion::ENGLISH,
    doors: doors::ENGLISH,
    fairness: fairness::ENGLISH,
    members: members::ENGLISH,
    windows: windows::ENGLISH,
    timetable: timetable::ENGLISH,
    cohorts: cohorts::ENGLISH,
    plan_form: plan_form::ENGLISH,
    journey: journey::ENGLISH,
    assumptions: assumptions::ENGLISH,
    forms: forms::ENGLISH,
    help: help::ENGLISH,
    notices: notices::ENGLISH,
    plans: plans::ENGLISH,
    wire_errors: wire_errors::ENGLISH,
};
