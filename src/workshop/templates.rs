//! The subject `templates`: ways to stagger that are in use, each opened as a plan.

use super::{Action, Block, Field, Kind, Line, Offer, Outcome, Panel, Step, Subject, Tone};
use crate::library::{Reading, Template, Wording};
use crate::plan::Plan;
use crate::text::workshop::templates::{TemplatesWords, words};
use crate::text::{Language, format};

/// Which members a template is laid on, and where its plan is opened.
pub struct Templates {
    plan: Plan,
    is_own: bool,
    is_new: bool,
}

impl Templates {
    pub fn new(plan: Plan) -> Self {
        let is_own = plan.members.total() > 0;
        Self { plan, is_own, is_new: true }
    }

    fn made(&self, template: Template, language: Language) -> Option<Plan> {
        let read = reading(language);
        let mut made = template.plan(self.is_own.then_some(&self.plan), read)?;
        if self.is_new {
            read(template.title()).clone_into(&mut made.title);
        }
        Some(made)
    }

    fn fields(&self, words: &TemplatesWords) -> Block {
        let choice =
            |name: &str, label: &str, help: Option<&str>, options: [(&str, String); 2], is_first: bool| Field {
                name: name.to_owned(),
                label: label.to_owned(),
                help: help.map(str::to_owned),
                kind: Kind::Choice {
                    taken: options[usize::from(!is_first)].0.to_owned(),
                    options: options.map(|(value, label)| (value.to_owned(), label)).to_vec(),
                    is_guessed: false,
                },
                fault: None,
            };
        let own = (words.own)(self.plan.members.total());
        let members = [("own", own), ("example", words.example.to_owned())];
        let places = [("new", words.as_new.to_owned()), ("instead", words.instead.to_owned())];
        let stays = (!self.is_new).then_some(words.stays);
        Block::Fields(vec![
            choice("members", words.members, Some(words.members_help), members, self.is_own),
            choice("place", words.place, stays, places, self.is_new),
        ])
    }
}

impl Subject for Templates {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let begin = Line { tone: Tone::Plain, text: words.begin.to_owned(), action: None };
        let mut blocks = vec![Block::Said(begin), self.fields(words)];
        let mut offers = Vec::new();
        for template in Template::ALL {
            let title = reading(language)(template.title()).to_owned();
            let Some(made) = self.made(template, language) else {
                blocks.push(Block::Said(Line { tone: Tone::Caution, text: (words.cannot)(&title), action: None }));
                continue;
            };
            let day = |days: u32| format::date(language, made.first_day.plus_days(i64::from(days)));
            let (first, last) = (day(0), day(made.days.saturating_sub(1)));
            let figures = (words.would_be)(made.days, made.cohorts.len(), made.windows.len(), &first, &last);
            let about = format!("{} {figures}", (words.about)(template));
            let action = Action { name: template.name().to_owned(), label: words.take.to_owned() };
            offers.push(Offer { title, about, action });
        }
        blocks.push(Block::Offers(offers));
        Panel { title: words.title.to_owned(), blocks, actions: Vec::new() }
    }

    fn step(&mut self, step: Step, language: Language) -> Outcome {
        match step {
            Step::Set { field, value } if field == "members" => self.is_own = value == "own",
            Step::Set { field, value } if field == "place" => self.is_new = value == "new",
            Step::Take { action } => {
                let template = Template::ALL.into_iter().find(|template| template.name() == action);
                if let Some(plan) = template.and_then(|template| self.made(template, language)).map(Box::new) {
                    let word = words(language).step.to_owned();
                    return if self.is_new { Outcome::NewPlan { plan } } else { Outcome::Plan { plan, word } };
                }
            }
            Step::Set { .. } | Step::Bring { .. } => {}
        }
        Outcome::Shown
    }
}

/// How names that come with the data are read.
pub(super) fn reading(language: Language) -> Reading {
    match language {
        Language::Korean => Wording::korean,
        Language::English => Wording::english,
    }
}
