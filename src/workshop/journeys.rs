//! The subject `journeys`: journeys of real days, with the source of every number, to begin from.

use super::panel::{action, choice, said};
use super::templates::reading;
use super::{Block, Column, Outcome, Panel, Row, Step, Subject, Table, Tone};
use crate::explain::place::place;
use crate::explain::unit::about;
use crate::library::journeys::Journey;
use crate::plan::number::NumberField;
use crate::plan::{Plan, SourceKind};
use crate::text::Language;
use crate::text::workshop::journeys::{JourneysWords, words};

/// Which journey is looked at.
pub struct Journeys {
    plan: Plan,
    taken: Journey,
}

impl Journeys {
    pub fn new(plan: Plan) -> Self {
        Self { plan, taken: Journey::NewApp }
    }

    /// Every number that something is said about, with what is said.
    fn table(plan: &Plan, words: &JourneysWords, language: Language) -> Table {
        let said = plan.sources.iter().filter(|(pointer, _)| pointer.starts_with("/journey/"));
        let rows = said.map(|(pointer, source)| {
            let fields = NumberField::all_in(plan);
            let field = fields.into_iter().find(|field| field.pointer() == *pointer);
            let value = field.and_then(|field| field.value(plan));
            let kind = match source.kind {
                SourceKind::Measured => words.measured,
                SourceKind::Reported => words.reported,
                SourceKind::Assumed => words.assumed,
            };
            let cells = vec![
                place(language, plan, pointer),
                value.map_or_else(|| words.none.to_owned(), |value| about(language, plan, pointer, value)),
                kind.to_owned(),
                source.text.clone(),
            ];
            Row { cells, ..Row::default() }
        });
        let columns = words.columns.iter().enumerate();
        Table {
            caption: words.numbers.to_owned(),
            rows: rows.collect(),
            columns: columns
                .map(|(at, heading)| Column { heading: (*heading).to_owned(), is_number: at == 1 })
                .collect(),
        }
    }
}

impl Subject for Journeys {
    fn panel(&self, language: Language) -> Panel {
        let (words, read) = (words(language), reading(language));
        let options = Journey::ALL.map(|journey| (journey.name().to_owned(), read(journey.title()).to_owned()));
        let plan = self.taken.put_into(&self.plan, read);
        let stages: Vec<&str> = plan.journey.iter().map(|stage| stage.name.as_str()).collect();
        let blocks = vec![
            said(Tone::Plain, words.begin),
            Block::Fields(vec![choice("journey", words.journey, None, options.to_vec(), self.taken.name())]),
            said(Tone::Plain, (words.about)(self.taken)),
            said(Tone::Plain, (words.stages)(&stages.join(" → "))),
            Block::Table(Self::table(&plan, words, language)),
            said(Tone::Caution, words.caution),
        ];
        Panel { title: words.title.to_owned(), blocks, actions: vec![action("use", words.put)] }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        match step {
            Step::Set { field, value } if field == "journey" => {
                self.taken = Journey::ALL.into_iter().find(|journey| journey.name() == value).unwrap_or(self.taken);
            }
            Step::Take { action } if action == "use" => {
                let plan = Box::new(self.taken.put_into(&self.plan, reading(language)));
                return Outcome::Plan { plan, word: words(language).step.to_owned() };
            }
            Step::Set { .. } | Step::Take { .. } | Step::Bring { .. } => {}
        }
        Outcome::Shown
    }
}
