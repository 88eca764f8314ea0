//! The workshop: larger pieces of planning, asked and answered as panels of plain data.
//!
//! ```text
//! page ──Step: a field set, a file brought, an action──▶ Subject ──▶ Panel of words, fields, tables ──▶ page
//!                                                             └──▶ the plan that came of it, one step of undo
//! ```
//!
//! A program of its own, fetched once it is wanted, so that the first visit carries neither its rules nor its words. A
//! panel is said in full, in the language asked for: the page shows what it is given and knows no subject.

#[cfg(all(feature = "wire", feature = "import"))]
pub mod autoplan;
#[cfg(all(feature = "wire", feature = "import"))]
pub mod bids;
#[cfg(all(feature = "wire", feature = "import"))]
pub mod capacity;
pub mod cohorts;
#[cfg(all(feature = "wire", feature = "import"))]
pub mod compare;
#[cfg(all(feature = "wire", feature = "import"))]
pub mod desk;
#[cfg(all(feature = "wire", feature = "import"))]
pub mod documents;
#[cfg(all(feature = "wire", feature = "import"))]
pub mod embed;
#[cfg(all(feature = "wire", feature = "import"))]
pub mod events;
pub mod journeys;
#[cfg(feature = "import")]
pub mod members;
#[cfg(feature = "import")]
pub mod notices;
#[cfg(all(feature = "wire", feature = "import"))]
pub mod one_file;
pub mod open;
#[cfg(all(feature = "wire", feature = "import"))]
mod over_time;
pub mod panel;
#[cfg(all(feature = "wire", feature = "import"))]
pub mod requirements;
#[cfg(all(feature = "wire", feature = "import"))]
pub mod share;
pub mod templates;
mod typed;
#[cfg(feature = "wire")]
pub mod view;
pub mod windows;

pub use open::SUBJECTS;
#[cfg(feature = "import")]
pub use open::begin;
pub use panel::{
    Action, Block, Clause, Column, Copyable, Download, Fact, Field, Handle, Kind, Lane, Lanes, Lead, Line, Offer,
    Panel, Picture, Plot, Point, Preview, Progress, Row, Series, Table, Tone,
};

use crate::plan::Plan;
use crate::text::Language;

/// What somebody does in a panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A field has a new value, in the form that its kind says.
    Set { field: String, value: String },
    /// A file was dropped or chosen.
    Bring { name: String, bytes: Vec<u8> },
    /// An action was chosen.
    Take { action: String },
}

/// What came of a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Look at the panel again.
    Shown,
    /// A plan in place of the one in hand, with the word for the step that undo names.
    Plan { plan: Box<Plan>, word: String },
    /// As `Plan`, while the panel stays open; the plan is taken once it is closed. With a turn, as `GoesOn` too.
    Kept { plan: Box<Plan>, word: String, goes_on: Option<usize> },
    /// A plan to stand beside the one in hand, as one of its own.
    NewPlan { plan: Box<Plan> },
    /// A function of the programme interface is to be asked with options as JSON, of a plan or else of the one in hand;
    /// see [`Subject::told`]. What was asked before is wanted no more.
    Asked { question: &'static str, options: String, plan: Option<Box<Plan>> },
    /// As `Shown`, and what was asked is wanted no more.
    Stopped,
    /// Work is left that is too much for one go, and the panel is shown as it was before: [`Subject::told`] hears the
    /// number of its turn once the page has had its own.
    GoesOn { turn: usize },
    /// The whole planner is to be saved as one file of that name with the plan inside; [`Subject::told`] hears `saved`, or
    /// nothing where it could not be.
    OneFile { plan: Box<Plan>, name: String },
}

/// One subject of the workshop: what has been said so far, and the panel that follows from it.
///
/// Pure: the same steps on the same plan give the same panels, natively and in the browser.
pub trait Subject {
    /// What to show, in `language`; figures and names are those of the plan that the subject was begun with.
    fn panel(&self, language: Language) -> Panel;

    /// Does a step. A value that cannot be used is kept and said in the panel beside its field; an unknown name changes
    /// nothing.
    fn step(&mut self, step: Step, language: Language) -> Outcome;

    /// The address of the page, without parameters and fragment; told before any step.
    fn placed(&mut self, _address: &str) {}

    /// The panel was opened, or is looked at in another language.
    fn opened(&mut self) -> Outcome {
        Outcome::Shown
    }

    /// Takes what was answered to [`Outcome::Asked`] with these options, as JSON; empty where nothing was, or where the
    /// panel was closed meanwhile. May ask what follows from it.
    fn told(&mut self, _options: &str, _answer: &str) -> Outcome {
        Outcome::Shown
    }
}
