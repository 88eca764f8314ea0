//! The codec `s1`, which is kept for ever: nothing here or below may change what a payload means.
//!
//! ```text
//! plan ──one walk, field by field──▶ bits, each foreseen from its context ──coder──▶ bytes
//!             │ numbers as decimal digits, times as steps from the one before, lists by length
//!             ├ who is in which window: cohort by cohort, foreseen from region and age
//!             ├ counts: the shipped table in proportion, or row and column so far
//!             └ texts: frozen ones by number, others letter by letter
//! ```
//!
//! The walk is the same for writing and for reading: each step is given the value to write, gives back the value that
//! was read, and is given blanks where there is nothing to write. What it needs to foresee values (names, residents,
//! texts) stands in `frozen`, apart from the library, which may change. A new field needs a codec `s2`.

mod coder;
mod frozen;
mod journey;
mod letters;
mod notes;
mod people;
mod values;
mod windows;

use litemap::LiteMap;
use std::sync::Arc;

use crate::clock::CivilDate;
use crate::plan::holidays::{Holiday, Holidays};
use crate::plan::{Plan, Status, Target};
use crate::units::{Seconds, Share};
use coder::Coder;
use letters::Letters;
use values::{Before, Said};

/// Places of the fields of this file.
const HEAD: u32 = 64;
const HOLIDAYS: u32 = 128;
const TARGET: u32 = 160;

const TIME_ZONE: &str = "Asia/Seoul";

/// A walk over a plan, with what it has met so far.
pub(super) struct Walk {
    coder: Coder,
    /// The day that the first one is told from.
    zero: CivilDate,
    /// Made once a text is spelt out.
    letters: Option<Letters>,
    /// Texts that were spelt out.
    before: Before,
    /// The frozen text met last, by what it said.
    frozen: [u64; 4],
    /// The last number of each place.
    numbers: Vec<(u32, f64)>,
    /// The last pointer, step by step.
    pointer: Vec<notes::Step>,
}

/// The bytes of a plan; `None` = it is larger than a link may be.
pub(super) fn pack(plan: &Plan) -> Option<Vec<u8>> {
    let mut walk = Walk::new(Coder::writer())?;
    walk.plan(plan);
    walk.coder.written()
}

/// The plan of the bytes; `None` = they are none.
pub(super) fn unpack(bytes: &[u8]) -> Option<Plan> {
    let mut walk = Walk::new(Coder::reader(bytes))?;
    let plan = walk.plan(&blank(walk.zero));
    walk.coder.is_whole().then_some(plan)
}

impl Walk {
    fn new(coder: Coder) -> Option<Self> {
        Some(Self {
            zero: CivilDate::new(2026, 1, 1)?,
            coder,
            letters: None,
            before: Before::new(),
            // Two before the first, so that the first is the likeliest.
            frozen: [u64::MAX - 1; 4],
            numbers: Vec::new(),
            pointer: Vec::new(),
        })
    }

    fn plan(&mut self, given: &Plan) -> Plan {
        let title = self.text(Said::Title, &given.title);
        let author = self.text(Said::Name, &given.author);
        let first_day = self.date(HEAD, self.zero, given.first_day);
        let dated = self.date(HEAD + 1, first_day, given.dated);
        let status =
            if self.flag(HEAD + 2, given.status == Status::Approved) { Status::Approved } else { Status::Draft };
        let is_usual = self.flag(HEAD + 3, given.time_zone == TIME_ZONE);
        let time_zone = if is_usual { TIME_ZONE.to_owned() } else { self.text(Said::Name, &given.time_zone) };
        let days = self.near_small(HEAD + 4, 4, u64::from(given.days));
        let start = first_day.midnight();
        let opens = given.baseline_opens;
        let baseline_opens =
            self.flag(HEAD + 5, opens.is_some()).then(|| self.time(HEAD + 8, start, opens.unwrap_or(start)));
        let holidays = given.holidays.as_ref();
        let holidays = self.flag(HEAD + 6, holidays.is_some()).then(|| self.holidays(holidays, first_day));
        let members = self.members(&given.members);
        let cohorts = self.cohorts(&given.cohorts, &members);
        let windows = self.windows(&given.windows, start, cohorts.len(), members.ages.len());
        let arrivals = self.arrivals(&given.arrivals, start, members.ages.len());
        let waiting_room = self.waiting_room(given.waiting_room);
        let journey = self.journey(&given.journey, start);
        let target = self.target(given.target);
        let ranges = self.ranges(&given.ranges);
        let seed = self.near(HEAD + 7, 1, given.seed);
        let sources = self.sources(&given.sources);
        let entered_as = self.entered_as(&given.entered_as);
        Plan {
            title,
            author,
            dated,
            status,
            time_zone,
            first_day,
            days,
            baseline_opens,
            holidays,
            members: Arc::new(members),
            cohorts: Arc::new(cohorts),
            windows: Arc::new(windows),
            arrivals,
            waiting_room,
            approved: None,
            journey: Arc::new(journey),
            target,
            ranges,
            seed,
            sources,
            entered_as,
            unknown: LiteMap::new(),
        }
    }

    fn holidays(&mut self, given: Option<&Holidays>, near: CivilDate) -> Holidays {
        let blank = Holiday { date: near, name: String::new() };
        let year = u64::from(near.year().unsigned_abs());
        let (from, to, source, days) = given.map_or((0, 0, "", &[][..]), |given| {
            (given.from_year, given.to_year, given.source.as_str(), given.days.as_slice())
        });
        let from_year = self.near_small(HOLIDAYS, year, u64::from(from));
        let to_year = self.near_small(HOLIDAYS + 1, u64::from(from_year), u64::from(to));
        let source = self.text(Said::Note, source);
        let days = self.list((HOLIDAYS + 2, 0), days, &blank, |walk, given, made| {
            let near = made.last().map_or(near, |last: &Holiday| last.date);
            let date = walk.date(HOLIDAYS + 3, near, given.date);
            Holiday { date, name: walk.text(Said::Name, &given.name) }
        });
        Holidays { from_year, to_year, source, days }
    }

    fn target(&mut self, given: Target) -> Target {
        Target {
            wait: Seconds::new(self.number(TARGET, 60.0, given.wait.get())),
            percentile: Share::new(self.number(TARGET + 8, 0.95, given.percentile.get())),
            load: self.number(TARGET + 16, 0.8, given.load),
        }
    }
}

/// What is walked over where there is nothing to write.
fn blank(zero: CivilDate) -> Plan {
    Plan {
        title: String::new(),
        author: String::new(),
        dated: zero,
        status: Status::Draft,
        time_zone: String::new(),
        first_day: zero,
        days: 0,
        baseline_opens: None,
        holidays: None,
        members: Arc::new(people::no_members()),
        cohorts: Arc::default(),
        windows: Arc::default(),
        arrivals: journey::no_arrivals(),
        waiting_room: None,
        approved: None,
        journey: Arc::default(),
        target: Target { wait: Seconds::ZERO, percentile: Share::ZERO, load: 0.0 },
        ranges: Vec::new(),
        seed: 0,
        sources: LiteMap::new(),
        entered_as: LiteMap::new(),
        unknown: LiteMap::new(),
    }
}
