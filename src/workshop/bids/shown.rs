//! The bids in a ranked table, why they stand as they do, and the same table as data.

use super::draft::price_text;
use super::looked_at::LookedAt;
use super::{Bids, DRAWS, Entry};
use crate::bids::{Merit, Rule, Standing, places, rules, stage_of};
use crate::explain::risk::{reach, reach_rule};
use crate::explain::wire::blocked;
use crate::export::delimited::csv;
use crate::forecast::{Place, Verdict};
use crate::plan::Plan;
use crate::risk::{Figures, PlanFigure, SlotFigure, SlotFigures, assumptions};
use crate::text::format::{moment, percent};
use crate::text::workshop::bids::{BehindFacts, BidsWords, BreakFacts, FirstFacts};
use crate::text::{Language, risk};
use crate::workshop::panel::said;
use crate::workshop::{Block, Column, Copyable, Row, Table, Tone};

pub fn blocks(bids: &Bids, words: &BidsWords, language: Language) -> Vec<Block> {
    let shown = Shown::new(bids, words, language);
    let mut blocks = vec![Block::Heading(words.results.to_owned()), said(Tone::Plain, (words.rule)(&shown.rules))];
    blocks.extend(shown.notes());
    let table = shown.table();
    let mut data = vec![table.columns.iter().map(|column| column.heading.clone()).collect::<Vec<_>>()];
    data.extend(table.rows.iter().map(|row| row.cells.clone()));
    blocks.push(Block::Table(table));
    blocks.extend(shown.sentences());
    blocks.push(Block::Copyable(Copyable {
        label: words.data.to_owned(),
        text: csv(data),
        file_name: Some(words.data_file.to_owned()),
    }));
    blocks
}

struct Shown<'a> {
    bids: &'a Bids,
    words: &'a BidsWords,
    language: Language,
    /// Bids with a forecast and where they stand, the first first.
    ranked: Vec<(&'a Entry, &'a Figures, Standing)>,
    /// The same in the order of the entries, by which a standing names the one before.
    compared: Vec<&'a Entry>,
    rules: Vec<Rule>,
}

fn merit<'a>(entry: &'a Entry, figures: &Figures) -> Merit<'a> {
    let odds = entry.result.odds.as_ref();
    Merit {
        holds: odds.map(|odds| odds.holds),
        verdict: odds.map_or(figures.verdict(), |odds| odds.verdict),
        peak_load: figures.get(PlanFigure::PeakLoad),
        price: entry.bid.price.as_ref(),
    }
}

impl<'a> Shown<'a> {
    fn new(bids: &'a Bids, words: &'a BidsWords, language: Language) -> Self {
        let forecast = bids.entries.iter().filter_map(|entry| Some((entry, entry.result.figures()?)));
        let forecast: Vec<(&Entry, &Figures)> = forecast.collect();
        let merits: Vec<Merit> = forecast.iter().map(|(entry, figures)| merit(entry, figures)).collect();
        let standings = places(&merits);
        let mut ranked: Vec<_> =
            forecast.iter().zip(standings).map(|(&(entry, figures), standing)| (entry, figures, standing)).collect();
        crate::num::order::sort_by_key(&mut ranked, |(_, _, standing)| standing.place);
        let compared = forecast.into_iter().map(|(entry, _)| entry).collect();
        Self { bids, words, language, ranked, compared, rules: rules(&merits) }
    }

    /// What is to be known about chances, currencies and entries.
    fn notes(&self) -> Vec<Block> {
        let words = self.words;
        let mut notes = Vec::new();
        if assumptions(&self.bids.plan).is_empty() {
            notes.push(said(Tone::Caution, words.no_ranges));
        } else if self.bids.entries.iter().all(|entry| entry.result.is_complete()) {
            notes.push(said(Tone::Plain, (words.computed)(DRAWS)));
            notes.push(said(Tone::Plain, reach_rule(self.language, &self.bids.plan)));
        } else {
            notes.push(said(Tone::Caution, (words.not_computed)(DRAWS)));
        }
        let n_prices = self.compared.iter().filter(|entry| entry.bid.price.is_some()).count();
        if n_prices > 1 && !self.rules.contains(&Rule::Price) {
            notes.push(said(Tone::Caution, words.currencies));
        }
        for (at, entry) in self.bids.entries.iter().enumerate() {
            let vendor = &entry.bid.vendor;
            if entry.draft.read().is_none() || self.bids.is_name_taken(at) {
                notes.push(said(Tone::Bad, (words.as_before)(vendor)));
            }
            let strays = entry.bid.stages.iter().filter(|offer| stage_of(&self.bids.plan, offer).is_none());
            notes.extend(strays.map(|offer| said(Tone::Caution, (words.stray)(vendor, &offer.stage))));
        }
        notes
    }

    fn table(&self) -> Table {
        let columns = &self.words.columns;
        let headings = [
            (columns.vendor, false),
            (columns.place, true),
            (columns.verdict, false),
            (columns.chance, true),
            (columns.peak, true),
            (columns.wait, true),
            (columns.lost, true),
            (columns.done, false),
            (columns.reach, false),
            (columns.price, true),
        ];
        let columns = headings.map(|(heading, is_number)| Column { heading: heading.to_owned(), is_number });
        let ranked = self.ranked.iter().map(|(entry, _, standing)| self.bid_row(entry, Some(standing.place)));
        let without = self.bids.entries.iter().filter(|entry| entry.result.figures().is_none());
        let mut rows: Vec<Row> = ranked.chain(without.map(|entry| self.bid_row(entry, None))).collect();
        rows.push(self.row(self.words.plan_as_it_is, None, &self.bids.as_it_is, String::new()));
        Table { caption: self.words.results.to_owned(), columns: columns.to_vec(), rows }
    }

    fn bid_row(&self, entry: &Entry, place: Option<usize>) -> Row {
        let price = entry.bid.price.as_ref().map(|price| price_text(self.language, price));
        self.row(&entry.bid.vendor, place, &entry.result, price.unwrap_or_default())
    }

    fn row(&self, name: &str, place: Option<usize>, looked_at: &LookedAt, price: String) -> Row {
        let unknown = || self.words.unknown.to_owned();
        let common = &self.language.catalogue().common;
        let verdict = verdict(looked_at);
        let figure = |figure: PlanFigure| {
            let Some(figures) = looked_at.figures() else { return unknown() };
            let value = figures.get(figure);
            match figure {
                PlanFigure::WaitMax => common.wait(self.language, Some(value).filter(|value| value.is_finite())),
                _ => risk::figure_value(self.language, self.bids.plan.horizon_start(), figure, value),
            }
        };
        let odds = looked_at.odds.as_ref();
        let said_reach = odds.and_then(|odds| odds.break_even.as_ref());
        let said_reach = said_reach.map(|found| (self.words.reach)(&reach(self.language, &looked_at.plan, found)));
        Row {
            cells: vec![
                name.to_owned(),
                place.map_or_else(unknown, |place| place.to_string()),
                verdict.map_or_else(unknown, |verdict| common.verdict(verdict).to_owned()),
                odds.map_or_else(unknown, |odds| percent(odds.holds.share())),
                figure(PlanFigure::PeakLoad),
                figure(PlanFigure::WaitMax),
                figure(PlanFigure::Lost),
                figure(PlanFigure::DoneAt),
                said_reach.unwrap_or_else(unknown),
                if price.is_empty() { unknown() } else { price },
            ],
            tone: match verdict {
                None | Some(Verdict::Holds) => Tone::Plain,
                Some(Verdict::AtRisk) => Tone::Caution,
                Some(Verdict::Breaks) => Tone::Bad,
            },
            is_left_out: false,
        }
    }

    /// Why the first is first and each other where it is; what breaks each.
    fn sentences(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for (entry, figures, standing) in &self.ranked {
            blocks.push(said(Tone::Plain, self.why(entry, figures, standing)));
            let breaks = self.breaks(entry, figures).or_else(|| self.weakest(entry));
            blocks.extend(breaks.map(|text| said(Tone::Plain, text)));
        }
        for entry in &self.bids.entries {
            if let Err(faults) = &entry.result.forecast {
                let reason = blocked(self.language, &entry.result.plan, faults);
                blocks.push(said(Tone::Bad, (self.words.no_forecast)(&entry.bid.vendor, &reason)));
            }
        }
        blocks
    }

    fn why(&self, entry: &Entry, figures: &Figures, standing: &Standing) -> String {
        let (words, vendor) = (self.words, entry.bid.vendor.as_str());
        if let Some((before, rule)) = standing.behind {
            let before = self.compared[before];
            return (words.behind)(&BehindFacts {
                vendor,
                before: &before.bid.vendor,
                rule,
                own: self.decisive(entry, rule).as_deref(),
                theirs: &self.decisive(before, rule).unwrap_or_else(|| words.unknown.to_owned()),
            });
        }
        let first = self.ranked[0].0;
        if first.bid.vendor != entry.bid.vendor {
            return (words.alike)(&first.bid.vendor, vendor);
        }
        let chance = entry.result.odds.as_ref().map(|odds| percent(odds.holds.share()));
        let price = entry.bid.price.as_ref().map(|price| price_text(self.language, price));
        let verdict = self.language.catalogue().common.verdict(merit(entry, figures).verdict);
        (words.first)(&FirstFacts { vendor, chance: chance.as_deref(), verdict, price: price.as_deref() })
    }

    /// The figure of a bid that a rule looks at.
    fn decisive(&self, entry: &Entry, rule: Rule) -> Option<String> {
        let common = &self.language.catalogue().common;
        let merit = merit(entry, entry.result.figures()?);
        match rule {
            Rule::Chance => merit.holds.map(|chance| percent(chance.share())),
            Rule::Verdict => Some(common.verdict(merit.verdict).to_owned()),
            Rule::Price => merit.price.map(|price| price_text(self.language, price)),
            Rule::PeakLoad => Some(common.load(Some(merit.peak_load).filter(|load| load.is_finite()))),
        }
    }

    /// Where a bid breaks at the likely values: the slot in which most is missing.
    fn breaks(&self, entry: &Entry, figures: &Figures) -> Option<String> {
        let broken = || figures.slots.iter().filter(|slot| slot.verdict == Verdict::Breaks);
        let by_load = |one: &&SlotFigures, other: &&SlotFigures| {
            one.get(SlotFigure::PeakLoad).total_cmp(&other.get(SlotFigure::PeakLoad))
        };
        // Of slots that lack as much, the first.
        let worst = broken().rev().max_by(by_load)?;
        let plan = &entry.result.plan;
        let common = &self.language.catalogue().common;
        let opens = self.opens(plan, worst.window);
        let load = worst.get(SlotFigure::PeakLoad);
        let overload = (load > 1.0).then(|| (percent(load), percent(1.0 - 1.0 / load)));
        let wait = worst.get(SlotFigure::WaitMax);
        let wait = common.wait(self.language, Some(wait).filter(|wait| wait.is_finite()));
        Some((self.words.breaks)(&BreakFacts {
            vendor: &entry.bid.vendor,
            place: place_name(plan, worst.bottleneck, common.waiting_room),
            opens: opens.as_deref(),
            overload: overload.as_ref().map(|(load, short)| (load.as_str(), short.as_str())),
            wait: &wait,
            others: broken().count() - 1,
        }))
    }

    /// Where a bid that holds at the likely values breaks most often.
    fn weakest(&self, entry: &Entry) -> Option<String> {
        let weakest = entry.result.odds.as_ref()?.weakest?;
        let plan = &entry.result.plan;
        let place = place_name(plan, weakest.bottleneck, self.language.catalogue().common.waiting_room);
        let opens = self.opens(plan, weakest.window);
        let chance = percent(weakest.chance.share());
        Some((self.words.weakest)(&entry.bid.vendor, place, opens.as_deref(), &chance))
    }

    /// When a slot opens; `None` = between windows.
    fn opens(&self, plan: &Plan, window: Option<usize>) -> Option<String> {
        let window = window.and_then(|window| plan.windows.get(window));
        window.map(|window| moment(self.language, window.opens))
    }
}

/// With the chance in mind, once it is known.
fn verdict(looked_at: &LookedAt) -> Option<Verdict> {
    let likely = looked_at.figures()?.verdict();
    Some(looked_at.odds.as_ref().map_or(likely, |odds| odds.verdict))
}

fn place_name<'a>(plan: &'a Plan, place: Place, waiting_room: &'a str) -> &'a str {
    match place {
        Place::WaitingRoom => waiting_room,
        Place::Stage(stage) => plan.journey.get(stage).map_or("", |stage| stage.name.as_str()),
    }
}
