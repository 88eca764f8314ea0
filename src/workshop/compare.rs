//! The subject `compare`: the plan in hand beside others, by key figures, on one axis, and in words.

mod lanes;
mod side;

use super::panel::{action, choice, said};
use super::templates::reading;
use super::{Block, Column, Copyable, Field, Kind, Line, Offer, Outcome, Panel, Row, Step, Subject, Table, Tone};
use crate::compare::difference;
use crate::explain::comparison::Pair;
use crate::explain::wire::{blocked, link_error, plan_file_error};
use crate::export::delimited::csv;
use crate::forecast::{Slot, Verdict};
use crate::library::busan::Example;
use crate::plan::Plan;
use crate::risk::{self, PlanFigure};
use crate::text::workshop::compare::{CompareWords, words};
use crate::text::{Catalogue, Language, format};
use crate::wire::link::{self, LinkError};
use crate::wire::plan_file::{self, PlanFileError};
use crate::wire::stored::{self, Stored};
use lanes::lanes;
use side::{DRAWS, From, Side};

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

/// Figures that are told under the same luck.
const UNDER_LUCK: [PlanFigure; 3] = [PlanFigure::PeakLoad, PlanFigure::WaitTarget, PlanFigure::Lost];

/// The plan in hand, and those it is held against.
pub struct Compare {
    /// The first is the plan in hand.
    sides: Vec<Side>,
    /// Other plans that are kept, which can be put beside.
    kept: Vec<Stored>,
    /// The plan that the others are told from.
    to: usize,
    /// Whether chances are told.
    has_chances: bool,
    /// Why what was brought last is not there.
    refused: Option<Refused>,
}

enum Refused {
    File(PlanFileError),
    Link(LinkError),
    TooMany,
}

impl Compare {
    /// `kept`: the other plans that are kept, as they are stored; what is damaged is left out.
    pub fn new(plan: Plan, kept: &[&str]) -> Self {
        // Where there is an approved version, what changed since is what is asked first.
        let approved = plan.approved.as_deref().cloned().map(|approved| Side::new(approved, From::Approved));
        Self {
            sides: std::iter::once(Side::new(plan, From::Hand)).chain(approved).collect(),
            kept: kept.iter().filter_map(|text| stored::read(text).ok()).collect(),
            to: 0,
            has_chances: false,
            refused: None,
        }
    }

    fn in_hand(&self) -> &Side {
        &self.sides[0]
    }

    /// What chances are drawn with, where they are told.
    fn seed(&self) -> Option<u64> {
        self.has_chances.then(|| self.in_hand().plan.seed)
    }

    /// The plan that the others are told from.
    fn target(&self) -> &Side {
        self.sides.get(self.to).unwrap_or_else(|| self.in_hand())
    }

    fn bring(&mut self, plan: Plan, from: From) {
        if self.sides.len() > BESIDE_MOST {
            self.refused = Some(Refused::TooMany);
        } else {
            self.sides.push(Side::new(plan, from));
        }
    }

    fn read_file(&mut self, text: &str, from: From) {
        match plan_file::read(text) {
            Ok(plan) => self.bring(plan, from),
            Err(error) => self.refused = Some(Refused::File(error)),
        }
    }

    /// A link, or the text of a plan file.
    fn read_text(&mut self, text: &str) {
        let text = text.trim();
        if text.starts_with('{') {
            return self.read_file(text, From::Brought);
        }
        match link::decode(text) {
            Ok(plan) => self.bring(plan, From::Brought),
            Err(error) => self.refused = Some(Refused::Link(error)),
        }
    }

    fn put_away(&mut self, at: usize) {
        if (1..self.sides.len()).contains(&at) {
            self.sides.remove(at);
            self.to = match self.to {
                to if to == at => 0,
                to if to > at => to - 1,
                to => to,
            };
        }
    }

    /// What differs between another plan and the one it is told from, sentence by sentence.
    fn sentences(&self, other: &Side, words: &CompareWords, language: Language) -> Vec<String> {
        let target = self.target();
        let pair = Pair { before: &other.plan, after: &target.plan, language };
        let mut sentences = pair.sentences(&difference(&other.plan, &target.plan));
        if let Some((before, after)) = other.outlook().zip(target.outlook()) {
            sentences.extend(pair.outlooks(before, after));
            if let Some(seed) = self.seed() {
                sentences.extend(self.under_luck(other, seed, words));
            }
        }
        sentences
    }

    /// How often figures of the one plan are lower than those of the other, under the same luck.
    fn under_luck(&self, other: &Side, seed: u64, words: &CompareWords) -> Vec<String> {
        let (first, second) = (self.target().draws(seed), other.draws(seed));
        let told = UNDER_LUCK.map(|figure| {
            let difference = risk::difference(figure, first, second);
            let (smaller, larger) = (difference.smaller, difference.larger);
            (smaller.happened + larger.happened > 0)
                .then(|| (words.under_luck)((words.figure)(figure), smaller.happened, larger.happened, smaller.of))
        });
        let told: Vec<String> = told.into_iter().flatten().collect();
        if told.is_empty() { vec![words.same_luck.to_owned()] } else { told }
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
        let offers = self.offers(words, language);
        let mut blocks = vec![
            Block::FileWanted { label: words.file.to_owned(), hint: words.file_hint.to_owned() },
            Block::Fields(vec![paste]),
        ];
        if !offers.is_empty() {
            blocks.push(Block::Offers(offers));
        }
        blocks
    }

    /// What can be put beside without being brought: the plans that are kept, then the examples.
    fn offers(&self, words: &CompareWords, language: Language) -> Vec<Offer> {
        let is_beside = |from: &From| self.sides.iter().any(|side| side.from == *from);
        let kept = self.kept.iter().filter(|stored| !is_beside(&From::Kept(kept_name(stored))));
        let kept = kept.map(|stored| Offer {
            title: if stored.title.trim().is_empty() { words.untitled.to_owned() } else { stored.title.clone() },
            about: words.kept.to_owned(),
            action: action(&kept_name(stored), words.put),
        });
        let examples = EXAMPLES.into_iter().zip([words.day, words.staggered]).filter_map(|((example, name), about)| {
            let plan = example.plan(reading(language));
            let is_there = is_beside(&From::Example(example)) || self.sides.iter().any(|side| side.plan == plan);
            (!is_there).then(|| Offer { title: plan.title, about: about.to_owned(), action: action(name, words.put) })
        });
        kept.chain(examples).collect()
    }

    /// One row per figure, one column per plan.
    fn table(&self, words: &CompareWords, text: &Catalogue) -> Table {
        let number = |side: &Side, figure: PlanFigure| {
            let Some(outlook) = side.outlook() else { return words.unknown.to_owned() };
            let value = outlook.get(figure);
            match figure {
                PlanFigure::WaitMax => text.common.wait(text.language, Some(value).filter(|value| value.is_finite())),
                _ => crate::text::risk::figure_value(text.language, side.plan.horizon_start(), figure, value),
            }
        };
        let row = |heading: &str, cell: &dyn Fn(&Side) -> String| Row {
            cells: std::iter::once(heading.to_owned()).chain(self.sides.iter().map(cell)).collect(),
            ..Row::default()
        };
        let mut rows = vec![
            row(words.verdict, &|side| {
                side.verdict(self.seed()).map_or(words.unknown, |verdict| text.common.verdict(verdict)).to_owned()
            }),
            row(words.broken, &|side| {
                let Some(outlook) = side.outlook() else { return words.unknown.to_owned() };
                (words.of)(outlook.slots.breaks, side.plan.windows.len())
            }),
        ];
        if let Some(seed) = self.seed() {
            rows.push(row(words.chance, &|side| match side.chance(seed) {
                risk::Chance { of: 0, .. } => words.unknown.to_owned(),
                chance => (words.chance_of)(&format::percent(chance.share()), chance.happened, chance.of),
            }));
        }
        rows.extend(SHOWN.map(|figure| row((words.figure)(figure), &|side| number(side, figure))));
        rows.push(row(words.days, &|side| (words.day_count)(side.plan.days)));
        rows.push(row(words.members, &|side| (text.common.people)(side.plan.members.total() as f64)));
        let headings = self.sides.iter().map(|side| side.named(words));
        let columns = std::iter::once(words.figures.to_owned()).chain(headings).enumerate();
        Table {
            caption: words.figures.to_owned(),
            columns: columns.map(|(at, heading)| Column { heading, is_number: at > 0 }).collect(),
            rows,
        }
    }

    /// The slots of one plan.
    fn slots(side: &Side, words: &CompareWords, text: &Catalogue) -> Option<Block> {
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
        let rows = side.told()?.slots.iter().map(row).collect();
        Some(Block::Table(Table { caption, columns: columns.collect(), rows }))
    }

    fn told(&self, words: &CompareWords, text: &Catalogue) -> Vec<Block> {
        let language = text.language;
        let table = self.table(words, text);
        let mut data = vec![table.columns.iter().map(|column| column.heading.clone()).collect::<Vec<_>>()];
        data.extend(table.rows.iter().map(|row| row.cells.clone()));
        let mut blocks = vec![Block::Heading(words.figures.to_owned()), Block::Table(table)];
        blocks.push(match self.has_chances {
            true => said(Tone::Plain, (words.chances_told)(DRAWS)),
            false => Block::Said(Line {
                tone: Tone::Plain,
                text: (words.chances_wanted)(DRAWS),
                action: Some(action("chances", words.chances)),
            }),
        });
        blocks.extend(lanes(&self.sides, self.seed(), words, text).map(Block::Lanes));
        if self.sides.len() > 2 {
            let option = |(at, side): (usize, &Side)| (at.to_string(), side.named(words));
            let options = self.sides.iter().enumerate().map(option).collect();
            blocks.push(Block::Fields(vec![choice("to", words.to, None, options, &self.to.to_string())]));
        }
        for (at, other) in self.sides.iter().enumerate().filter(|(at, _)| *at != self.to) {
            blocks.extend(self.told_from(at, other, words, language));
        }
        let slots: Vec<Block> = self.sides.iter().filter_map(|side| Self::slots(side, words, text)).collect();
        blocks.push(Block::More { summary: words.slots.to_owned(), blocks: slots });
        blocks.push(Block::Copyable(Copyable {
            label: words.data.to_owned(),
            text: csv(data),
            file_name: Some(words.data_file.to_owned()),
        }));
        blocks
    }

    /// What is told from one of the plans to the one that is looked at.
    fn told_from(&self, at: usize, other: &Side, words: &CompareWords, language: Language) -> Vec<Block> {
        let title = other.named(words);
        let mut blocks = vec![Block::Heading((words.from)(&title, &self.target().named(words)))];
        if let Err(faults) = &other.forecast
            && at > 0
        {
            blocks.push(said(Tone::Caution, blocked(language, &other.plan, faults)));
        }
        let sentences = self.sentences(other, words, language);
        blocks.extend(sentences.iter().map(|sentence| said(Tone::Plain, sentence.clone())));
        if at > 0 {
            let away = Some(action(&format!("away-{at}"), (words.away)(&title)));
            blocks.push(Block::Said(Line { tone: Tone::Plain, text: String::new(), action: away }));
        }
        let label = (words.copy)(&title);
        blocks.push(Block::Copyable(Copyable { label, text: sentences.join("\n"), file_name: None }));
        blocks
    }

    fn take(&mut self, name: &str, language: Language) {
        let example = EXAMPLES.iter().find(|(_, known)| *known == name).map(|(example, _)| *example);
        let kept = self.kept.iter().find(|stored| kept_name(stored) == name).map(|stored| stored.file.clone());
        if let Some(example) = example {
            self.bring(example.plan(reading(language)), From::Example(example));
        } else if let Some(file) = kept {
            self.read_file(&file, From::Kept(name.to_owned()));
        } else if let Some(at) = name.strip_prefix("away-").and_then(|at| at.parse().ok()) {
            self.put_away(at);
        } else if name == "chances" {
            self.has_chances = true;
        }
    }
}

/// The name of a kept plan as an action: when it was written tells the plans of one browser apart.
fn kept_name(stored: &Stored) -> String {
    format!("kept-{}", stored.changed_ms)
}

impl Subject for Compare {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let mut blocks = vec![said(Tone::Plain, words.begin)];
        if let Err(faults) = &self.in_hand().forecast {
            blocks.push(said(Tone::Caution, blocked(language, &self.in_hand().plan, faults)));
        }
        if self.sides.len() == 1 {
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
            Step::Set { field, value } if field == "to" => {
                self.to = value.parse().ok().filter(|to| *to < self.sides.len()).unwrap_or(self.to);
            }
            Step::Bring { bytes, .. } => self.read_file(&String::from_utf8_lossy(&bytes), From::Brought),
            Step::Take { action } => self.take(&action, language),
            Step::Set { .. } => {}
        }
        Outcome::Shown
    }
}
