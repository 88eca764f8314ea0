//! Why a cohort is where it is, what moving it would cost, and the moves that gain most.

use super::figures::{load, load_in_column, points};
use super::relief::rule_name;
use crate::explain::place;
use crate::num::order::Extreme;
use crate::plan::Plan;
use crate::text::Language;
use crate::text::format::{interval, moment};
use crate::text::workshop::autoplan::{AutoplanWords, ReasonWords};
use crate::wire::schedule::{Told, ToldElsewhere, ToldMove, ToldWhy};
use crate::workshop::panel::{action, choice, said};
use crate::workshop::{Block, Column, Row, Table, Tone};

/// Name of the field that says which cohort is asked about, and names of actions.
pub const COHORT: &str = "why-cohort";
pub const WHY: &str = "why";
pub const MOVES: &str = "moves";
pub const USE_MOVES: &str = "use-moves";
pub const USE_MOVES_NEW: &str = "use-moves-new";

/// A load that differs by less is the same [1].
const SAME: f64 = 0.0005;

/// What was asked about a plan, and what was answered.
#[derive(Default)]
pub struct Reasons {
    pub asked: Option<String>,
    pub is_interrupted: bool,
    pub why: Option<Told>,
    pub moves: Option<Told>,
}

/// What is shown of the reasons of a plan.
pub struct Shown<'a> {
    /// The plan that is asked about.
    pub plan: &'a Plan,
    pub reasons: &'a Reasons,
    /// Index of the cohort that is chosen.
    pub cohort: usize,
    pub is_found: bool,
    pub words: &'a AutoplanWords,
    pub language: Language,
}

impl Shown<'_> {
    pub fn blocks(&self) -> Vec<Block> {
        let words = &self.words.reasons;
        let heading = if self.is_found { words.heading_found } else { words.heading };
        let cohorts = (0..self.plan.cohorts.len()).map(|at| (at.to_string(), self.cohort(at)));
        let cohort = choice(COHORT, words.cohort, None, cohorts.collect(), &self.cohort.to_string());
        let mut blocks = vec![Block::Heading(heading.to_owned()), Block::Fields(vec![cohort])];
        let is_asked = self.reasons.asked.is_some();
        if !is_asked {
            blocks.push(Block::Actions(vec![action(WHY, words.why), action(MOVES, words.best_moves)]));
        }
        let why = self.reasons.why.as_ref().and_then(|told| Some((told, told.why.as_ref()?)));
        blocks.extend(why.into_iter().flat_map(|(told, why)| self.why(told, why)));
        blocks.extend(self.reasons.moves.iter().flat_map(|told| self.moves(told)));
        if is_asked {
            blocks.push(said(Tone::Plain, words.under_way));
        }
        if self.reasons.is_interrupted {
            blocks.push(said(Tone::Bad, words.interrupted));
        }
        blocks
    }

    fn cohort(&self, at: usize) -> String {
        place::cohort(self.language, self.plan, at)
    }

    /// A window by its opening; by its number where the plan has none of that number.
    fn window(&self, at: usize) -> String {
        let window = self.plan.windows.get(at);
        window.map_or_else(|| place::window(self.language, at), |window| moment(self.language, window.opens))
    }

    fn why(&self, told: &Told, why: &ToldWhy) -> Vec<Block> {
        let words = &self.words.reasons;
        let Some(peak) = told.peak_load else { return Vec::new() };
        let mut sentences = vec![(words.is_in)(&self.cohort(why.cohort), &self.window(why.window), &load(peak))];
        sentences.extend(self.because(peak, why));
        vec![said(Tone::Plain, sentences.join(" ")), Block::Table(self.elsewhere(peak, why))]
    }

    /// Why it is there, in words.
    fn because(&self, peak: f64, why: &ToldWhy) -> Vec<String> {
        let words = &self.words.reasons;
        let lowest = |is_meant: fn(&ToldElsewhere) -> bool| {
            let meant = why.elsewhere.iter().filter(|other| other.window != why.window && is_meant(other));
            let meant = meant.filter_map(|other| Some((other, other.peak_load?)));
            meant.reduce(|one, other| if other.1 < one.1 { other } else { one })
        };
        let mut sentences = Vec::new();
        match lowest(|other| other.breaks_rule.is_none()) {
            Some((other, at)) => sentences.push(match at - peak {
                more if more > SAME => (words.best_here)(&self.window(other.window), &points(more)),
                more if more < -SAME => (words.better)(&self.window(other.window), &load(peak), &load(at)),
                _ => (words.same_elsewhere)(&self.window(other.window)),
            }),
            None if !why.elsewhere.is_empty() => sentences.push(words.all_forbidden.to_owned()),
            None => {}
        }
        if let Some((other, at)) = lowest(|other| other.breaks_rule.is_some())
            && at < peak - SAME
        {
            let rule = rule_name(other.breaks_rule.as_deref().unwrap_or_default(), self.words);
            sentences.push((words.forbidden)(&self.window(other.window), &load(at), rule));
        }
        sentences
    }

    fn elsewhere(&self, peak: f64, why: &ToldWhy) -> Table {
        let words = &self.words.reasons;
        let verdict = |other: &ToldElsewhere| self.language.catalogue().common.verdict(other.verdict).to_owned();
        let row = |other: &ToldElsewhere| {
            let opens = self.plan.windows.get(other.window);
            let name = opens.map_or_else(
                || place::window(self.language, other.window),
                |window| interval(self.language, window.opens, window.closes),
            );
            let is_here = other.window == why.window;
            let rule = other.breaks_rule.as_deref().map_or("", |rule| rule_name(rule, self.words));
            let change = match other.peak_load {
                _ if is_here => words.here.to_owned(),
                Some(at) => signed(at - peak, words),
                None => words.none.to_owned(),
            };
            let at = other.peak_load.map_or_else(|| words.none.to_owned(), load_in_column);
            let is_better = !is_here && rule.is_empty() && other.peak_load.is_some_and(|at| at < peak - SAME);
            let tone = if is_better { Tone::Good } else { Tone::Plain };
            Row { cells: vec![name, at, change, verdict(other), rule.to_owned()], tone, is_left_out: false }
        };
        let columns = words.columns.iter().enumerate();
        Table {
            caption: words.table.to_owned(),
            columns: columns
                .map(|(at, heading)| Column { heading: (*heading).to_owned(), is_number: at == 1 || at == 2 })
                .collect(),
            rows: why.elsewhere.iter().map(row).collect(),
        }
    }

    fn moves(&self, told: &Told) -> Vec<Block> {
        let words = &self.words.reasons;
        if told.moves.is_empty() {
            return vec![said(Tone::Good, words.no_moves)];
        }
        let heading = Block::Heading(words.found_moves.to_owned());
        let mut before = told.peak_load;
        let sentences = told.moves.iter().map(|change| {
            let sentence = self.moved(change, before, words);
            before = Some(change.peak_load);
            said(Tone::Good, sentence)
        });
        let uses = vec![action(USE_MOVES, words.use_moves), action(USE_MOVES_NEW, words.use_moves_new)];
        let uses = told.plan.is_some().then_some(Block::Actions(uses));
        std::iter::once(heading).chain(sentences).chain(uses).collect()
    }

    fn moved(&self, change: &ToldMove, before: Option<f64>, words: &ReasonWords) -> String {
        let (cohort, from, to) = (self.cohort(change.cohort), self.window(change.from), self.window(change.to));
        let (before, after) = (before.map_or_else(String::new, load), load(change.peak_load));
        match change.against {
            Some(other) => (words.swapped)(&cohort, &self.cohort(other), &from, &to, &before, &after),
            None => (words.moved)(&cohort, &from, &to, &before, &after),
        }
    }
}

fn signed(change: f64, words: &ReasonWords) -> String {
    let sign = if change > SAME {
        "+"
    } else if change < -SAME {
        "−"
    } else {
        "±"
    };
    let size = if change.abs() > SAME { change.larger(-change) } else { 0.0 };
    format!("{sign}{}", (words.points)(&points(size)))
}
