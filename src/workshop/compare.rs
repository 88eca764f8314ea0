//! The subject `compare`: the plan in hand beside others, by key figures and in words.

use super::panel::{action, said};
use super::spreadsheet::csv;
use super::templates::reading;
use super::{Block, Column, Copyable, Field, Kind, Line, Offer, Outcome, Panel, Row, Step, Subject, Table, Tone};
use crate::compare::{Outlook, difference, outlook};
use crate::explain::comparison::Pair;
use crate::explain::wire::{blocked, link_error, plan_file_error};
use crate::forecast::{self, Slot, Verdict};
use crate::library::busan::Example;
use crate::plan::{CheckedPlan, Issue, Plan};
use crate::risk::PlanFigure;
use crate::text::workshop::compare::{CompareWords, words};
use crate::text::{Catalogue, Language, format, risk};
use crate::wire::link::{self, LinkError};
use crate::wire::plan_file::{self, PlanFileError};

/// Plans that stand beside the one in hand at most; more cannot be read side by side.
const BESIDE_MOST: usize = 4;

/// The examples that can be put beside, by the name of the action.
const EXAMPLES: [(Example, &str); 2] = [(Example::DayAsItWas, "day"), (Example::Staggered, "staggered")];

/// The figures that are shown, of those that a plan is judged by.
const SHOWN: [PlanFigure; 6] = [
    PlanFigure::PeakLoad,
    PlanFigure::WaitMax,
    PlanFigure::PeakQueue,
    PlanFigure::Lost,
    PlanFigure::Finished,
    PlanFigure::DoneAt,
];

/// The plan in hand, and those it is held against.
pub struct Compare {
    in_hand: Side,
    others: Vec<Side>,
    /// Why what was brought last is not there.
    refused: Option<Refused>,
}

/// A plan with what its forecast says.
struct Side {
    plan: Plan,
    from: From,
    forecast: Result<(Outlook, Vec<Slot>), Vec<Issue>>,
}

/// Where a plan comes from.
#[derive(Clone, Copy, PartialEq)]
enum From {
    Hand,
    Example(Example),
    Brought,
}

enum Refused {
    File(PlanFileError),
    Link(LinkError),
    TooMany,
}

impl Side {
    fn new(plan: Plan, from: From) -> Self {
        let forecast = CheckedPlan::new(plan.clone()).map(|checked| {
            let forecast = forecast::run(&checked);
            (outlook(&plan, &forecast), forecast.slots)
        });
        Self { plan, from, forecast }
    }

    fn title(&self, words: &CompareWords) -> String {
        match self.plan.title.trim() {
            "" => words.untitled.to_owned(),
            title => title.to_owned(),
        }
    }

    fn outlook(&self) -> Option<&Outlook> {
        self.forecast.as_ref().ok().map(|(outlook, _)| outlook)
    }
}

impl Compare {
    pub fn new(plan: Plan) -> Self {
        Self { in_hand: Side::new(plan, From::Hand), others: Vec::new(), refused: None }
    }

    fn bring(&mut self, plan: Plan, from: From) {
        if self.others.len() >= BESIDE_MOST {
            self.refused = Some(Refused::TooMany);
        } else {
            self.others.push(Side::new(plan, from));
        }
    }

    fn read_file(&mut self, text: &str) {
        match plan_file::read(text) {
            Ok(plan) => self.bring(plan, From::Brought),
            Err(error) => self.refused = Some(Refused::File(error)),
        }
    }

    /// A link, or the text of a plan file.
    fn read_text(&mut self, text: &str) {
        let text = text.trim();
        if text.starts_with('{') {
            return self.read_file(text);
        }
        match link::decode(text) {
            Ok(plan) => self.bring(plan, From::Brought),
            Err(error) => self.refused = Some(Refused::Link(error)),
        }
    }

    fn sides(&self) -> impl Iterator<Item = &Side> {
        std::iter::once(&self.in_hand).chain(&self.others)
    }

    /// What differs between one of the others and the plan in hand, sentence by sentence.
    fn sentences(&self, other: &Side, language: Language) -> Vec<String> {
        let pair = Pair { before: &other.plan, after: &self.in_hand.plan, language };
        let mut sentences = pair.sentences(&difference(&other.plan, &self.in_hand.plan));
        if let Some((before, after)) = other.outlook().zip(self.in_hand.outlook()) {
            sentences.extend(pair.outlooks(before, after));
        }
        sentences
    }

    fn asking(&self, words: &CompareWords, language: Language) -> Vec<Block> {
        let refused = self.refused.as_ref().map(|refused| match refused {
            Refused::File(error) => plan_file_error(language, error),
            Refused::Link(error) => link_error(language, error),
            Refused::TooMany => (words.too_many)(BESIDE_MOST),
        });
        let kind = Kind::Lines { text: String::new(), rows: 2 };
        let (label, help) = (words.paste.to_owned(), Some(words.paste_help.to_owned()));
        let paste = Field { name: "paste".to_owned(), label, help, kind, fault: refused };
        let is_there = |example: Example| {
            self.sides().any(|side| side.from == From::Example(example) || side.plan == example.plan(reading(language)))
        };
        let offers: Vec<Offer> = EXAMPLES
            .into_iter()
            .zip([words.day, words.staggered])
            .filter(|((example, _), _)| !is_there(*example))
            .map(|((example, name), about)| Offer {
                title: example.plan(reading(language)).title,
                about: about.to_owned(),
                action: action(name, words.put),
            })
            .collect();
        let mut blocks = vec![
            Block::FileWanted { label: words.file.to_owned(), hint: words.file_hint.to_owned() },
            Block::Fields(vec![paste]),
        ];
        if !offers.is_empty() {
            blocks.push(Block::Offers(offers));
        }
        blocks
    }

    /// One row per figure, one column per plan.
    fn table(&self, words: &CompareWords, text: &Catalogue) -> Table {
        let number = |side: &Side, figure: PlanFigure| {
            let Some(outlook) = side.outlook() else { return words.unknown.to_owned() };
            let value = outlook.get(figure);
            match figure {
                PlanFigure::WaitMax => text.common.wait(text.language, Some(value).filter(|value| value.is_finite())),
                _ => risk::figure_value(text.language, side.plan.horizon_start(), figure, value),
            }
        };
        let row = |heading: &str, cell: &dyn Fn(&Side) -> String| Row {
            cells: std::iter::once(heading.to_owned()).chain(self.sides().map(cell)).collect(),
            ..Row::default()
        };
        let mut rows = vec![
            row(words.verdict, &|side| {
                side.outlook().map_or(words.unknown, |outlook| text.common.verdict(outlook.verdict)).to_owned()
            }),
            row(words.broken, &|side| {
                let Some(outlook) = side.outlook() else { return words.unknown.to_owned() };
                (words.of)(outlook.slots.breaks, side.plan.windows.len())
            }),
        ];
        rows.extend(SHOWN.map(|figure| row((words.figure)(figure), &|side| number(side, figure))));
        rows.push(row(words.days, &|side| (words.day_count)(side.plan.days)));
        rows.push(row(words.members, &|side| (text.common.people)(side.plan.members.total() as f64)));
        let headings = self.sides().map(|side| match side.from {
            From::Hand => (words.in_hand)(&side.title(words)),
            _ => side.title(words),
        });
        let columns = std::iter::once(words.figures.to_owned()).chain(headings).enumerate();
        Table {
            caption: words.figures.to_owned(),
            columns: columns.map(|(at, heading)| Column { heading, is_number: at > 0 }).collect(),
            rows,
        }
    }

    /// The slots of one plan.
    fn slots(side: &Side, words: &CompareWords, text: &Catalogue) -> Option<Block> {
        let (_, slots) = side.forecast.as_ref().ok()?;
        let row = |slot: &Slot| Row {
            cells: vec![
                match slot.window.and_then(|window| side.plan.windows.get(window)) {
                    Some(window) => format::interval(text.language, window.opens, window.closes),
                    None => text.common.between_windows.to_owned(),
                },
                text.common.load(slot.peak_load),
                text.common.wait(text.language, slot.wait_max_s),
                text.common.verdict(slot.verdict).to_owned(),
            ],
            tone: match slot.verdict {
                Verdict::Holds => Tone::Plain,
                Verdict::AtRisk => Tone::Caution,
                Verdict::Breaks => Tone::Bad,
            },
            is_left_out: false,
        };
        let headings = [text.slot_table.time, text.slot_table.peak_load, (words.figure)(PlanFigure::WaitMax)];
        let headings = headings.into_iter().chain([text.slot_table.verdict]).enumerate();
        let columns =
            headings.map(|(at, heading)| Column { heading: heading.to_owned(), is_number: at == 1 || at == 2 });
        let caption = (words.slots_of)(&side.title(words));
        Some(Block::Table(Table { caption, columns: columns.collect(), rows: slots.iter().map(row).collect() }))
    }

    fn told(&self, words: &CompareWords, text: &Catalogue) -> Vec<Block> {
        let language = text.language;
        let table = self.table(words, text);
        let mut data = vec![table.columns.iter().map(|column| column.heading.clone()).collect::<Vec<_>>()];
        data.extend(table.rows.iter().map(|row| row.cells.clone()));
        let mut blocks = vec![Block::Heading(words.figures.to_owned()), Block::Table(table)];
        for (at, other) in self.others.iter().enumerate() {
            let title = other.title(words);
            blocks.push(Block::Heading((words.from)(&title)));
            if let Err(faults) = &other.forecast {
                blocks.push(said(Tone::Caution, blocked(language, &other.plan, faults)));
            }
            let sentences = self.sentences(other, language);
            blocks.extend(sentences.iter().map(|sentence| said(Tone::Plain, sentence.clone())));
            let away = Some(action(&format!("away-{at}"), (words.away)(&title)));
            blocks.push(Block::Said(Line { tone: Tone::Plain, text: String::new(), action: away }));
            let label = (words.copy)(&title);
            blocks.push(Block::Copyable(Copyable { label, text: sentences.join("\n"), file_name: None }));
        }
        let slots: Vec<Block> = self.sides().filter_map(|side| Self::slots(side, words, text)).collect();
        blocks.push(Block::More { summary: words.slots.to_owned(), blocks: slots });
        blocks.push(Block::Copyable(Copyable {
            label: words.data.to_owned(),
            text: csv(data),
            file_name: Some(words.data_file.to_owned()),
        }));
        blocks
    }
}

impl Subject for Compare {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let mut blocks = vec![said(Tone::Plain, words.begin)];
        if let Err(faults) = &self.in_hand.forecast {
            blocks.push(said(Tone::Caution, blocked(language, &self.in_hand.plan, faults)));
        }
        if self.others.is_empty() {
            blocks.extend(self.asking(words, language));
        } else {
            blocks.extend(self.told(words, language.catalogue()));
            let asking = self.asking(words, language);
            // Whoever is told why something is not there must see it.
            if self.refused.is_some() {
                blocks.extend(asking);
            } else {
                blocks.push(Block::More { summary: words.more.to_owned(), blocks: asking });
            }
        }
        Panel { title: words.title.to_owned(), blocks, actions: Vec::new() }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        self.refused = None;
        match step {
            Step::Set { field, value } if field == "paste" && !value.trim().is_empty() => self.read_text(&value),
            Step::Bring { bytes, .. } => self.read_file(&String::from_utf8_lossy(&bytes)),
            Step::Take { action } => {
                let example = EXAMPLES.iter().find(|(_, name)| *name == action).map(|(example, _)| *example);
                let away = action.strip_prefix("away-").and_then(|at| at.parse::<usize>().ok());
                if let Some(example) = example {
                    self.bring(example.plan(reading(language)), From::Example(example));
                } else if let Some(at) = away.filter(|at| *at < self.others.len()) {
                    self.others.remove(at);
                }
            }
            Step::Set { .. } => {}
        }
        Outcome::Shown
    }
}
