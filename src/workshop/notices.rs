//! The subject `notices`: what the public would stumble over, a notice for each cohort, and the list to send them by.

mod list;
mod remarks;
mod written;

use super::templates::reading;
use super::{Block, Copyable, Field, Kind, Line, Outcome, Panel, Step, Subject, Tone};
use crate::library::holidays::of_plan;
use crate::plan::Plan;
use crate::staging::link_template::{LinkFault, LinkTemplate};
use crate::text::Language;
use crate::text::workshop::notices::{NoticesWords, words};
use written::Writer;

/// The plan in hand and what was said so far.
pub struct Notices {
    plan: Plan,
    tongues: Tongues,
    sender: String,
    link: String,
    /// Index of the cohort that is looked at.
    cohort: usize,
}

/// The languages of the notices.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tongues {
    /// Nobody has chosen: that of the panel.
    AsPanel,
    Korean,
    English,
    Both,
}

/// Values of the field, in the order of the words.
const TONGUES: [(Tongues, &str); 3] =
    [(Tongues::Korean, "korean"), (Tongues::English, "english"), (Tongues::Both, "both")];

impl Notices {
    pub fn new(plan: Plan) -> Self {
        Self { plan, tongues: Tongues::AsPanel, sender: String::new(), link: String::new(), cohort: 0 }
    }

    /// The languages of the notices, in the order in which they follow each other.
    fn languages(&self, language: Language) -> Vec<Language> {
        match self.tongues {
            Tongues::AsPanel => vec![language],
            Tongues::Korean => vec![Language::Korean],
            Tongues::English => vec![Language::English],
            Tongues::Both => vec![Language::Korean, Language::English],
        }
    }

    /// `None` where there is no link.
    fn template(&self) -> Result<Option<LinkTemplate>, LinkFault> {
        let text = self.link.trim();
        if text.is_empty() { Ok(None) } else { LinkTemplate::read(text).map(Some) }
    }

    fn fields(&self, words: &NoticesWords, language: Language) -> Block {
        let text = |text: &str| Kind::Text { text: text.to_owned(), unit: None, is_number: false };
        let is_guessed = self.tongues == Tongues::AsPanel;
        let as_panel = if language == Language::Korean { Tongues::Korean } else { Tongues::English };
        let shown = if is_guessed { as_panel } else { self.tongues };
        let taken = TONGUES.iter().find(|(known, _)| *known == shown).map_or("", |(_, value)| value).to_owned();
        let options = TONGUES.iter().zip(words.language_names);
        let options = options.map(|((_, value), label)| ((*value).to_owned(), label.to_owned())).collect();
        let fault = self.template().err().map(|fault| (words.link_fault)(&fault));
        Block::Fields(vec![
            field("languages", words.languages, None, Kind::Choice { options, taken, is_guessed }),
            field("sender", words.sender, Some(words.sender_help), text(&self.sender)),
            Field { fault, ..field("link", words.link, Some(words.link_help), text(&self.link)) },
        ])
    }

    fn writing(&self, words: &NoticesWords, language: Language) -> Vec<Block> {
        let template = self.template();
        let is_whole = template.is_ok();
        let mut blocks = vec![Block::Heading(words.writing.to_owned()), self.fields(words, language)];
        blocks.extend(match &template {
            Ok(None) => Some(said(Tone::Caution, words.no_link)),
            Ok(Some(template)) if !template.is_per_cohort() => Some(said(Tone::Plain, words.one_link)),
            Ok(Some(_)) => None,
            Err(_) => Some(said(Tone::Bad, words.link_first)),
        });
        let writer = Writer::new(&self.plan, self.sender.trim(), template.ok().flatten());
        let languages = self.languages(language);
        blocks.push(Block::Heading(words.preview.to_owned()));
        blocks.extend(self.preview(&writer, &languages, words));
        if is_whole {
            let all = writer.all(&languages);
            blocks.push(Block::Heading(words.all.to_owned()));
            blocks.push(copyable(words.all_text, all, Some(words.all_file)));
            blocks.push(Block::Heading(words.list.to_owned()));
            blocks.push(Block::Table(list::table(&writer, words, language)));
            blocks.push(copyable(
                words.list_text,
                list::csv(&writer, &languages, words, language),
                Some(words.list_file),
            ));
        }
        blocks
    }

    fn preview(&self, writer: &Writer, languages: &[Language], words: &NoticesWords) -> [Block; 2] {
        let option =
            |(at, cohort): (usize, &crate::plan::Cohort)| (at.to_string(), (words.numbered)(at + 1, &cohort.name));
        let options = self.plan.cohorts.iter().enumerate().map(option).collect();
        let cohort = self.cohort.min(self.plan.cohorts.len().saturating_sub(1));
        let kind = Kind::Choice { options, taken: cohort.to_string(), is_guessed: false };
        let text = writer.notices(cohort, languages);
        let label = (words.numbered)(cohort + 1, &self.plan.cohorts[cohort].name);
        [Block::Fields(vec![field("cohort", words.cohort, None, kind)]), copyable(&label, text, None)]
    }
}

impl Subject for Notices {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let holidays = of_plan(&self.plan, reading(language));
        let mut blocks = vec![Block::Heading(words.remarks_heading.to_owned())];
        if self.plan.cohorts.is_empty() {
            blocks.push(said(Tone::Caution, words.no_cohorts));
        } else {
            blocks.extend(remarks::blocks(&self.plan, holidays.as_ref(), words, language));
            blocks.extend(self.writing(words, language));
        }
        Panel { title: words.title.to_owned(), blocks, actions: Vec::new() }
    }

    fn step(&mut self, step: Step, _language: Language) -> Outcome {
        if let Step::Set { field, value } = step {
            match field.as_str() {
                "languages" => {
                    let chosen = TONGUES.iter().find(|(_, known)| *known == value);
                    self.tongues = chosen.map_or(self.tongues, |(tongues, _)| *tongues);
                }
                "sender" => self.sender = value,
                "link" => self.link = value,
                "cohort" => {
                    let chosen = value.parse().ok().filter(|&cohort| cohort < self.plan.cohorts.len());
                    self.cohort = chosen.unwrap_or(self.cohort);
                }
                _ => {}
            }
        }
        Outcome::Shown
    }
}

fn said(tone: Tone, text: impl Into<String>) -> Block {
    Block::Said(Line { tone, text: text.into(), action: None })
}

fn field(name: &str, label: &str, help: Option<&str>, kind: Kind) -> Field {
    Field { name: name.to_owned(), label: label.to_owned(), help: help.map(str::to_owned), kind, fault: None }
}

fn copyable(label: &str, text: String, file_name: Option<&str>) -> Block {
    Block::Copyable(Copyable { label: label.to_owned(), text, file_name: file_name.map(str::to_owned) })
}
