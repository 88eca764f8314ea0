//! Days against peak against capacity: a curve for each capacity, the point that is looked at, and the same as a table.

use super::figures::load;
use super::scaled::scaled;
use crate::explain::place::place;
use crate::forecast::Verdict;
use crate::num::order::Extreme;
use crate::plan::Plan;
use crate::text::Language;
use crate::text::format::{decimal, duration, integer, percent};
use crate::text::workshop::autoplan::{AutoplanWords, CurveWords};
use crate::wire::schedule::{ToldPoint, ToldTradeOff};
use crate::workshop::over_time::WHOLE;
use crate::workshop::panel::{fact, said};
use crate::workshop::{Block, Column, Fact, Lead, Plot, Point, Row, Series, Table, Tone};

/// Name of the field that says which point is looked at.
pub const POINT: &str = "point";

/// The picture reaches at least so high [1].
const TOP: f64 = 1.15;
/// Where a load is above this, the scale is folded at it [1].
const FOLD: f64 = 1.5;
/// The height of what is drawn to scale then.
const TO_SCALE: f64 = 0.76;
/// A little room above the highest point.
const ROOM: f64 = 1.1;
/// Marks of the loads are so far apart [1].
const MARK: f64 = 0.5;

/// What is shown of a trade-off.
pub struct Curves<'a> {
    pub plan: &'a Plan,
    pub told: &'a ToldTradeOff,
    /// The value of the point that is looked at; empty = none was chosen.
    pub taken: &'a str,
    pub words: &'a AutoplanWords,
    pub language: Language,
}

impl Curves<'_> {
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Lead(self.lead())];
        blocks.extend(self.short().map(|text| said(Tone::Caution, text)));
        blocks.push(Block::Plot(self.plot()));
        if let Some(point) = self.looked_at() {
            blocks.push(Block::Facts(self.facts(point)));
            let capacity = self.capacity(point.times);
            blocks.extend((point.times != 1.0).then(|| said(Tone::Plain, (self.words().with_capacity)(&capacity))));
        }
        let summary = self.words.curve.table.to_owned();
        blocks.push(Block::More { summary, blocks: vec![Block::Table(self.table())] });
        blocks
    }

    fn words(&self) -> &CurveWords {
        &self.words.curve
    }

    fn days(&self, days: u64) -> String {
        (self.words.answer.days_of)(days)
    }

    /// Points at the capacity there is, by days.
    fn as_it_is(&self) -> impl Iterator<Item = &ToldPoint> {
        self.told.points.iter().filter(|point| point.times == 1.0)
    }

    fn first_that_holds(&self) -> Option<&ToldPoint> {
        self.as_it_is().find(|point| point.verdict == Verdict::Holds)
    }

    /// The point that is looked at: the one that was chosen, else the knee, else the first that holds, else any.
    pub fn looked_at(&self) -> Option<&ToldPoint> {
        let chosen = self.told.points.iter().find(|point| value_of(self.told, point) == self.taken);
        let knee = self.as_it_is().find(|point| point.is_knee && point.verdict == Verdict::Holds);
        chosen.or(knee).or_else(|| self.first_that_holds()).or_else(|| self.told.points.first())
    }

    /// The plan of that point.
    pub fn plan(&self) -> Option<Plan> {
        let point = self.looked_at()?;
        let at = self.told.days.iter().position(|days| *days == point.days)?;
        Some(scaled(self.told.plans.get(at)?.as_ref()?, point.times))
    }

    fn lead(&self) -> Lead {
        let words = self.words();
        let knee = self.as_it_is().find(|point| point.is_knee);
        let note = knee.map_or_else(String::new, |point| (words.lead_knee)(point.days));
        match self.first_that_holds() {
            Some(point) => Lead { tone: Tone::Good, text: (words.lead)(point.days, &load(point.peak_load)), note },
            None => Lead { tone: Tone::Bad, text: words.lead_none.to_owned(), note },
        }
    }

    /// What a day less would take: the least capacity that was compared and would do.
    fn short(&self) -> Option<String> {
        let most = self.first_that_holds().map_or(u64::MAX, |point| point.days);
        let point = self.as_it_is().filter(|point| point.days < most).last()?;
        let would_do = self
            .told
            .points
            .iter()
            .find(|other| other.days == point.days && other.times > 1.0 && other.verdict == Verdict::Holds);
        let load = load(point.peak_load);
        Some(match would_do {
            Some(other) => (self.words().short)(point.days, &load, &self.capacity(other.times)),
            None => (self.words().short_without)(point.days, &load),
        })
    }

    /// A capacity in the figures of the stage that fills most.
    fn capacity(&self, times: f64) -> String {
        let words = self.words();
        let stage = self.told.bottleneck;
        let rate = stage.and_then(|stage| stage.rate).map(|rate| (words.rate)(&decimal(rate * times, 1)));
        let sessions = stage.and_then(|stage| stage.sessions).map(|count| (words.sessions)(&integer(count * times)));
        rate.or(sessions).unwrap_or_else(|| (words.times)(&decimal(times, 2)))
    }

    fn series_name(&self, times: f64) -> String {
        let capacity = self.capacity(times);
        if times == 1.0 { (self.words().now)(&capacity) } else { capacity }
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        self.language.catalogue().common.verdict(verdict)
    }

    fn plot(&self) -> Plot {
        let (words, told) = (self.words(), self.told);
        let highest = told.points.iter().map(|point| point.peak_load).fold(0.0, f64::larger);
        let target = self.plan.target.load;
        let scale = Scale::new(highest, target);
        let height = |load: f64| scale.height(load);
        let count = told.days.len().max(1) as f64;
        let across = |at: usize| ((at as f64 + 0.5) / count * WHOLE) as u32;
        let series = |times: &f64| {
            let points = told.points.iter().filter(|point| point.times == *times);
            let points = points.filter_map(|point| {
                let at = told.days.iter().position(|days| *days == point.days)?;
                Some(self.point(point, across(at), height(point.peak_load)))
            });
            Series { name: self.series_name(*times), is_main: *times == 1.0, points: points.collect() }
        };
        let stage = told.bottleneck.map(|stage| place(self.language, self.plan, &format!("/journey/{}", stage.stage)));
        let marks = (0..).map(|mark| f64::from(mark) * MARK).take_while(|load| *load <= scale.marked);
        // At the whole capacity stands a line with a name of its own.
        let marks = marks.filter(|load| *load != 1.0);
        let fold = scale.fold.map(|fold| (height(fold), words.fold.to_owned()));
        Plot {
            name: POINT.to_owned(),
            title: words.title.to_owned(),
            note: (words.note)(stage.as_deref()),
            along: told.days.iter().enumerate().map(|(at, days)| (across(at), self.days(*days))).collect(),
            up: marks.map(|load| (height(load), percent(load))).collect(),
            limits: vec![(height(1.0), words.capacity.to_owned()), (height(target), (words.target)(&percent(target)))],
            fold,
            series: told.times.iter().map(series).collect(),
            taken: self.looked_at().map_or_else(String::new, |point| value_of(told, point)),
        }
    }

    fn point(&self, point: &ToldPoint, along: u32, up: u32) -> Point {
        let words = self.words();
        let load = percent(point.peak_load);
        let said =
            (words.said)(&self.days(point.days), &self.series_name(point.times), &load, self.verdict(point.verdict));
        let said = if point.is_knee { format!("{said}, {}", words.knee) } else { said };
        Point {
            value: value_of(self.told, point),
            along,
            up,
            said,
            tone: tone(point.verdict),
            label: if point.times == 1.0 { load } else { String::new() },
            mark: if point.is_knee { words.knee.to_owned() } else { String::new() },
        }
    }

    fn facts(&self, point: &ToldPoint) -> Vec<Fact> {
        let words = self.words();
        let wait = point.wait.map_or_else(|| words.not_over.to_owned(), |wait| duration(self.language, wait));
        let verdict = Fact {
            label: self.words.answer.verdict.to_owned(),
            value: self.verdict(point.verdict).to_owned(),
            tone: tone(point.verdict),
        };
        let at = format!("{} · {}", self.days(point.days), self.series_name(point.times));
        vec![
            fact(words.chosen, at),
            fact(self.words.answer.peak, load(point.peak_load)),
            fact(words.wait, wait),
            verdict,
        ]
    }

    fn table(&self) -> Table {
        let (words, told) = (self.words(), self.told);
        let headings = std::iter::once(self.words.answer.days.to_owned());
        let headings = headings.chain(told.times.iter().map(|times| self.series_name(*times)));
        let columns = headings.enumerate().map(|(at, heading)| Column { heading, is_number: at > 0 });
        let row = |days: &u64| {
            let cell = |times: &f64| {
                let point = told.points.iter().find(|point| point.days == *days && point.times == *times);
                point.map_or_else(String::new, |point| {
                    (words.cell)(&percent(point.peak_load), self.verdict(point.verdict))
                })
            };
            let cells = std::iter::once(self.days(*days)).chain(told.times.iter().map(cell)).collect();
            Row { cells, ..Row::default() }
        };
        Table { caption: words.title.to_owned(), columns: columns.collect(), rows: told.days.iter().map(row).collect() }
    }
}

/// Where loads stand.
struct Scale {
    /// The highest load that a mark of the axis may have.
    marked: f64,
    /// Where the scale is folded, if it is.
    fold: Option<f64>,
    top: f64,
}

impl Scale {
    fn new(highest: f64, target: f64) -> Self {
        let fold = FOLD.larger(ROOM * target);
        let top = (ROOM * highest).larger(ROOM * target).larger(TOP);
        if highest > fold {
            return Self { marked: fold, fold: Some(fold), top };
        }
        Self { marked: top, fold: None, top }
    }

    fn height(&self, load: f64) -> u32 {
        let share = match self.fold {
            None => load / self.top,
            Some(fold) if load <= fold => load / fold * TO_SCALE,
            Some(fold) => TO_SCALE + (load - fold) / (self.top - fold) * (1.0 - TO_SCALE),
        };
        (share * WHOLE) as u32
    }
}

/// What the point is called: its days and the place of its capacity in the list.
fn value_of(told: &ToldTradeOff, point: &ToldPoint) -> String {
    let capacity = told.times.iter().position(|times| *times == point.times).unwrap_or_default();
    format!("{}-{capacity}", point.days)
}

fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Holds => Tone::Good,
        Verdict::AtRisk => Tone::Caution,
        Verdict::Breaks => Tone::Bad,
    }
}
