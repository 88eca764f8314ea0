//! What is looked at: nothing here belongs to the plan, and nothing here is undone.

use super::shelf::StorageFault;
use super::state::Origin;
use crate::chart::Measure;
use crate::text::Language;
use crate::wire::link::LinkError;
use crate::wire::plan_file::PlanFileError;
use crate::wire::stored::StoredError;

/// Choices of the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewState {
    pub language: Language,
    pub theme: ThemeName,
    /// The section on a phone.
    pub section: Section,
    /// Whether the section's form is open beside the result.
    pub form: Option<Section>,
    /// Index of the stage whose curve and form are shown; `None` = the one that comes off worst.
    pub stage: Option<usize>,
    pub measure: Measure,
    /// Whether the waiting room is chosen in the form of the journey, not a stage.
    pub waiting_room: bool,
    /// Place in the plan file of the number whose meaning and source are open.
    pub about: Option<String>,
    /// Index of the window whose form is open.
    pub window: Option<usize>,
    /// Index of a reading of the slot picture.
    pub slot_reading: Option<usize>,
    /// Column by which the table of slots is sorted, and whether the largest come first; `None` = order of the plan.
    pub slot_sort: Option<(usize, bool)>,
    pub slots_as_table: bool,
    /// Whether the cohorts of the timetable stand in a list, not as chips.
    pub cohorts_as_list: bool,
    pub minutes_as_table: bool,
    /// Whether the panel about trust is open.
    pub trust: bool,
    /// The subject of the workshop that is open.
    pub workshop: Option<&'static str>,
    pub notice: Option<Notice>,
    /// Whether the result stands alone in the frame of another page.
    pub embedded: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeName {
    Light,
    Dark,
}

/// The parts of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Result,
    /// Ways to hand the plan on, below the figures of the result.
    HandOn,
    Members,
    Windows,
    Journey,
    Arrivals,
    /// Title page and horizon.
    Plan,
}

impl Section {
    /// Id of the button that opens or closes the form of the section.
    pub fn toggle(self) -> &'static str {
        match self {
            Self::Result => "result",
            Self::HandOn => "hand-on",
            Self::Members => "members-form",
            Self::Windows => "windows-form",
            Self::Journey => "journey-form",
            Self::Arrivals => "arrivals-form",
            Self::Plan => "plan-form",
        }
    }
}

/// A message that stays until it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A new plan is in hand; the title of the one that was, where it is a plan of one's own.
    Opened(Origin, Option<String>),
    /// The plan from outside was on the shelf already.
    Known(Origin),
    /// An example is shown; the plan of that title stays on the shelf.
    LeftOnShelf(String),
    /// The fragment opened nothing; the plan in hand stays.
    LinkRefused(LinkError),
    /// The file of that name opened nothing; the plan in hand stays.
    FileRefused(String, PlanFileError),
    /// The file of that name could not be read at all.
    FileUnread(String),
    /// A stored plan cannot be opened, by its form or by its text; it stays where it is.
    StoredRefused(StoredError),
    StoredPlanRefused(PlanFileError),
    NotSaved(StorageFault),
    /// Another tab changed the plan in hand, and this one took the change over.
    Followed,
    /// Two tabs changed the plan; what this tab had is a plan of that title now.
    Parted(String),
    /// Another tab deleted the plan in hand.
    GoneElsewhere,
    /// The text that the clipboard refused, to be copied by hand.
    CopyFailed(String),
}

/// A change of what is looked at.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewAction {
    Language(Language),
    Theme(ThemeName),
    Section(Section),
    OpenForm(Section),
    CloseForm,
    Stage(usize),
    WaitingRoom,
    About(Option<String>),
    Measure(Measure),
    Window(Option<usize>),
    SlotReading(Option<usize>),
    SlotSort(Option<(usize, bool)>),
    SlotsAsTable(bool),
    CohortsAsList(bool),
    MinutesAsTable(bool),
    Trust(bool),
    Workshop(Option<&'static str>),
    Notice(Option<Notice>),
}

impl ThemeName {
    /// The value of the `data-theme` attribute and of `?theme=`.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn other(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }
}

impl ViewState {
    pub fn new(language: Language, theme: ThemeName) -> Self {
        Self {
            language,
            theme,
            section: Section::Result,
            form: None,
            stage: None,
            waiting_room: false,
            about: None,
            measure: Measure::Attempts,
            window: None,
            slot_reading: None,
            slot_sort: None,
            slots_as_table: false,
            cohorts_as_list: false,
            minutes_as_table: false,
            trust: false,
            workshop: None,
            notice: None,
            embedded: false,
        }
    }

    /// Forgets what was chosen within the plan that was in hand.
    pub fn for_another_plan(&mut self) {
        self.stage = None;
        self.window = None;
        self.slot_reading = None;
    }

    pub fn apply(&mut self, action: ViewAction) {
        match action {
            ViewAction::Language(language) => self.language = language,
            ViewAction::Theme(theme) => self.theme = theme,
            ViewAction::Section(section) => {
                self.section = section;
                self.form = (section != Section::Result).then_some(section);
            }
            ViewAction::OpenForm(section) => {
                self.section = section;
                self.form = Some(section);
            }
            ViewAction::CloseForm => {
                self.section = Section::Result;
                self.form = None;
            }
            ViewAction::Stage(stage) => {
                self.stage = Some(stage);
                self.waiting_room = false;
            }
            ViewAction::WaitingRoom => self.waiting_room = true,
            ViewAction::About(about) => self.about = about,
            ViewAction::Measure(measure) => self.measure = measure,
            ViewAction::Window(window) => self.window = window,
            ViewAction::SlotReading(reading) => self.slot_reading = reading,
            ViewAction::SlotSort(sort) => self.slot_sort = sort,
            ViewAction::SlotsAsTable(table) => self.slots_as_table = table,
            ViewAction::CohortsAsList(list) => self.cohorts_as_list = list,
            ViewAction::MinutesAsTable(table) => self.minutes_as_table = table,
            ViewAction::Trust(open) => self.trust = open,
            ViewAction::Workshop(subject) => self.workshop = subject,
            ViewAction::Notice(notice) => self.notice = notice,
        }
    }
}
