//! The subject `documents`: the report, pictures, figures, the load profile and the plan as files.
//!
//! It says what there is and takes what is chosen; the program `office` makes it, and what came of it is told here.

use serde_json::{Value, json};

use super::panel::{action, choice, said};
use super::{Block, Field, Kind, Offer, Outcome, Panel, Step, Subject, Tone};
use crate::plan::{CheckedPlan, Plan};
use crate::text::Language;
use crate::text::workshop::documents::{DocumentsWords, words};

/// The function that makes documents; it stands beside those of the programme interface.
pub(super) const OFFICE: &str = "askOffice";
/// Kinds of tables, in the order of the words.
const TABLES: [&str; 4] = ["slots", "cohorts", "assumptions", "minutes"];
const MEASURES: [&str; 3] = ["attempts", "queue", "wait"];
/// Bounds of a width on paper [mm].
const WIDTHS: std::ops::RangeInclusive<f64> = 60.0..=600.0;

/// The plan in hand, what is chosen, and what became of the last document.
pub struct Documents {
    plan: Plan,
    can_be_made: bool,
    picture: String,
    width: String,
    table: String,
    /// Whether the report has a chapter of requirements.
    with_requirements: bool,
    state: State,
}

#[derive(Clone, Debug, PartialEq)]
enum State {
    Nothing,
    /// With these options.
    Making(String),
    Saved(String, f64),
    Shown,
    Copied,
    /// The browser did not let it be copied.
    Refused,
    Failed,
    TooLarge,
    TooLong,
}

impl Documents {
    pub fn new(plan: Plan) -> Self {
        let can_be_made = CheckedPlan::new(plan.clone()).is_ok();
        let [picture, width, table] = ["slots", "170", TABLES[0]].map(str::to_owned);
        Self { plan, can_be_made, picture, width, table, with_requirements: false, state: State::Nothing }
    }

    fn pictures(&self, words: &DocumentsWords) -> Vec<(String, String)> {
        let pair = |name: &str, label: &str| (name.to_owned(), label.to_owned());
        let mut all = vec![pair("slots", words.slots)];
        for (at, stage) in self.plan.journey.iter().enumerate() {
            let of_stage = MEASURES.iter().zip(&words.minutes);
            all.extend(of_stage.map(|(measure, label)| (format!("minutes-{at}-{measure}"), label(&stage.name))));
        }
        all.push(pair("completion", words.completion));
        all.push(pair("map", words.map));
        all.push(pair("fairness", words.fairness));
        all.push(pair("heat", words.heat));
        all
    }

    fn width_is_good(&self) -> bool {
        self.width.trim().parse::<f64>().is_ok_and(|width| WIDTHS.contains(&width))
    }

    fn width_field(&self, words: &DocumentsWords) -> Field {
        Field {
            name: "width".to_owned(),
            label: words.width.to_owned(),
            help: Some(words.width_help.to_owned()),
            kind: Kind::Text { text: self.width.clone(), unit: Some(words.millimetres.to_owned()), is_number: true },
            fault: (!self.width_is_good()).then(|| words.width_fault.to_owned()),
        }
    }

    fn requirements_field(&self, words: &DocumentsWords) -> Field {
        Field {
            name: "requirements".to_owned(),
            label: words.with_requirements.to_owned(),
            help: Some(words.with_requirements_help.to_owned()),
            kind: Kind::Switch { on: self.with_requirements },
            fault: None,
        }
    }

    fn state_said(&self, words: &DocumentsWords) -> Option<Block> {
        Some(match &self.state {
            State::Nothing => return None,
            State::Making(_) => said(Tone::Caution, words.making),
            State::Saved(name, bytes) => said(Tone::Good, (words.saved)(name, *bytes)),
            State::Shown => said(Tone::Good, words.shown),
            State::Copied => said(Tone::Good, words.copied),
            State::Refused => said(Tone::Bad, words.refused),
            State::Failed => said(Tone::Bad, words.failed),
            State::TooLarge => said(Tone::Bad, words.too_large),
            State::TooLong => said(Tone::Bad, words.too_long),
        })
    }

    /// What the office is asked; `None` where nothing is meant or a field is wrong.
    fn options(&self, taken: &str, language: Language) -> Option<Value> {
        let (document, name) = match taken {
            "report" | "hwpx" | "docx" | "xlsx" | "k6" | "plan" => (taken, ""),
            "svg" | "png" | "copy-picture" if self.width_is_good() => (taken, self.picture.as_str()),
            "csv" | "copy-table" => (taken, self.table.as_str()),
            "profile" => ("csv", "load-profile"),
            _ => return None,
        };
        let mut options = json!({
            "document": document,
            "name": name,
            "language": language.tag(),
            "width_mm": self.width.trim(),
        });
        if self.with_requirements {
            options["requirements"] = json!("true");
        }
        Some(options)
    }
}

/// What is asked for the slots as SVG at the width of a page.
pub(super) fn slots_as_svg(language: Language) -> String {
    json!({ "document": "svg", "name": "slots", "language": language.tag(), "width_mm": "170" }).to_string()
}

/// The report to be read, and as files for word processors; what is usual where the language is spoken comes first.
fn reports(words: &DocumentsWords, language: Language) -> Vec<Offer> {
    let mut files = [
        offer("hwpx", words.hwpx, words.hwpx_about, words.save),
        offer("docx", words.docx, words.docx_about, words.save),
    ];
    if language == Language::English {
        files.reverse();
    }
    [offer("report", words.report_print, words.report_about, words.open)].into_iter().chain(files).collect()
}

fn offer(name: &str, title: &str, about: &str, label: &str) -> Offer {
    Offer { title: title.to_owned(), about: about.to_owned(), action: action(name, label) }
}

impl Subject for Documents {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let mut blocks = vec![said(Tone::Plain, words.begin)];
        blocks.extend(self.state_said(words));
        if !self.can_be_made {
            blocks.push(said(Tone::Bad, words.faults));
            let plan = vec![offer("plan", words.plan_file, words.plan_about, words.save)];
            blocks.extend([Block::Heading(words.plan.to_owned()), Block::Offers(plan)]);
            return Panel { title: words.title.to_owned(), blocks, actions: Vec::new() };
        }
        let tables = TABLES.iter().zip(words.tables).map(|(name, label)| ((*name).to_owned(), label.to_owned()));
        blocks.extend([
            Block::Heading(words.report.to_owned()),
            Block::Fields(vec![self.requirements_field(words)]),
            Block::Offers(reports(words, language)),
            Block::Heading(words.figures.to_owned()),
            said(Tone::Plain, words.figures_about),
            Block::Fields(vec![choice("table", words.table, None, tables.collect(), &self.table)]),
            Block::Offers(vec![
                offer("xlsx", words.xlsx, words.xlsx_about, words.save),
                offer("csv", words.csv, words.csv_about, words.save),
                offer("copy-table", words.copied_table, words.copied_table_about, words.copy),
            ]),
            Block::Heading(words.pictures.to_owned()),
            Block::Fields(vec![
                choice("picture", words.picture, None, self.pictures(words), &self.picture),
                self.width_field(words),
            ]),
            Block::Offers(vec![
                offer("svg", words.svg, words.svg_about, words.save),
                offer("png", words.png, words.png_about, words.save),
                offer("copy-picture", words.copied_picture, words.copied_picture_about, words.copy),
            ]),
            Block::Heading(words.load.to_owned()),
            said(Tone::Plain, words.load_about),
            Block::Offers(vec![
                offer("k6", words.k6, words.k6_about, words.save),
                offer("profile", words.profile, words.profile_about, words.save),
            ]),
            Block::Heading(words.plan.to_owned()),
            Block::Offers(vec![offer("plan", words.plan_file, words.plan_about, words.save)]),
        ]);
        Panel { title: words.title.to_owned(), blocks, actions: Vec::new() }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        match step {
            Step::Set { field, value } => {
                self.state = State::Nothing;
                match field.as_str() {
                    "picture" if self.pictures(words(language)).iter().any(|(name, _)| *name == value) => {
                        self.picture = value;
                    }
                    "width" => self.width = value,
                    "requirements" => self.with_requirements = value == "true",
                    "table" if TABLES.contains(&value.as_str()) => self.table = value,
                    _ => {}
                }
                Outcome::Shown
            }
            Step::Take { action } => match self.options(&action, language) {
                Some(options) if self.can_be_made || action == "plan" => {
                    let options = options.to_string();
                    self.state = State::Making(options.clone());
                    Outcome::Asked { question: OFFICE, options, plan: None }
                }
                _ => Outcome::Shown,
            },
            Step::Bring { .. } => Outcome::Shown,
        }
    }

    fn told(&mut self, options: &str, answer: &str) -> Outcome {
        // An answer to what was asked before is no news of what is made now.
        if self.state != State::Making(options.to_owned()) {
            return Outcome::Shown;
        }
        let answer: Value = serde_json::from_str(answer).unwrap_or(Value::Null);
        self.state = match answer["kind"].as_str() {
            Some("view") => State::Shown,
            Some("copied") => State::Copied,
            Some("refused") => State::Refused,
            Some("file" | "painting") => {
                let name = answer["name"].as_str().unwrap_or_default().to_owned();
                State::Saved(name, answer["bytes"].as_f64().unwrap_or(0.0))
            }
            Some("the tables do not fit into a workbook") => State::TooLarge,
            Some("the table does not fit into the clipboard") => State::TooLong,
            _ => State::Failed,
        };
        Outcome::Shown
    }
}
