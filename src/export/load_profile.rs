//! Arrivals by the minute for whoever must test the capacity, and the scenarios of a test: one per window.
//!
//! The first place is told by who comes from outside, the later ones by their attempts; who uses a stage beside the
//! plan stands apart. Who fails or gives up and comes back is made by the system under test, not by the test.

use super::data::{DataTable, Value};
use super::material::Material;
use crate::chart::time_axis::{minutes_of, time_of};
use crate::clock::SECONDS_PER_MINUTE;
use crate::demand::{CLASSES, Demand, Inflow, Scenario as DemandScenario};
use crate::num::collocation::{NODES, POSITIONS};
use crate::num::order;
use crate::plan::{Background, Plan};
use crate::text::data::words;

const MINUTE: f64 = SECONDS_PER_MINUTE as f64;
/// The busiest minute has at least this rate, so that rounding to whole numbers moves it by less than a part in 400.
const RATE_LEAST: f64 = 200.0;
/// Minutes whose rates differ by less than this part of the busiest one may be one step [1].
const SAME: f64 = 0.01;
/// Longest step [min].
const STEP_MOST: usize = 30;
/// Fewer arrivals make no scenario [people].
const WORTH: f64 = 0.5;
/// Virtual users beyond those whom the forecast has inside [1].
const MARGIN: f64 = 1.2;
const SPARE: f64 = 10.0;

/// What a load test plays.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadProfile {
    /// People from outside by minute of the horizon [people].
    pub outside: Vec<f64>,
    /// In order of time.
    pub scenarios: Vec<Scenario>,
}

/// A stretch of time that is played as one: a window, or the time between two.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Index of the window; `None` = between windows.
    pub window: Option<usize>,
    /// First minute and the one behind the last [minutes from the start of the horizon].
    pub minutes: (u32, u32),
    /// What the rates are per [s].
    pub unit_s: u32,
    /// Length [s] and rate [people per `unit_s`] one after the other.
    pub steps: Vec<(u32, u64)>,
    /// Who comes in these minutes by the forecast [people].
    pub arrivals: f64,
    /// Virtual users to begin with, for all whom the forecast has inside.
    pub users: u64,
}

impl Scenario {
    /// Who comes by the steps [people].
    pub fn played(&self) -> f64 {
        let people = |&(seconds, rate): &(u32, u64)| rate as f64 * f64::from(seconds) / f64::from(self.unit_s);
        self.steps.iter().map(people).sum()
    }
}

/// The profile of a plan.
pub fn load_profile(material: &Material) -> LoadProfile {
    let outside = outside(material);
    let inside = inside(material);
    let service: f64 = material.plan().journey.iter().map(|stage| stage.service.get()).sum();
    let scenarios = stretches(material.plan(), outside.len())
        .into_iter()
        .filter_map(|(window, minutes)| scenario(window, minutes, &outside, &inside, service))
        .collect();
    LoadProfile { outside, scenarios }
}

/// The profile as a table: every minute of the horizon.
pub fn table(material: &Material) -> DataTable {
    let (plan, words) = (material.plan(), words(material.language));
    let outside = outside(material);
    let owners = owners(plan, outside.len());
    let mut columns = vec![words.time.to_owned(), words.window.to_owned(), words.outside.to_owned()];
    for (at, stage) in plan.journey.iter().enumerate() {
        if at > 0 {
            columns.push((words.stage_attempts)(&stage.name));
        }
        if !stage.background.is_empty() {
            columns.push((words.stage_background)(&stage.name));
        }
    }
    let row = |minute: usize| {
        let window =
            owners[minute].map_or_else(|| Value::Text(words.between.to_owned()), |at| Value::Number((at + 1) as f64));
        let mut row = vec![Value::Moment(time_of(plan, minute as u32)), window, Value::Number(outside[minute])];
        for (at, stage) in plan.journey.iter().enumerate() {
            let others = background(plan, &stage.background, minute);
            if at > 0 {
                let all = material.forecast.stages.get(at).and_then(|stage| stage.series.attempts_per_s.get(minute));
                row.push(all.map_or(Value::Empty, |all| Value::Number((all * MINUTE - others).max(0.0))));
            }
            if !stage.background.is_empty() {
                row.push(Value::Number(others));
            }
        }
        row
    };
    let rows = (0..outside.len()).map(row).collect();
    DataTable { name: words.load_profile.to_owned(), columns, rows }
}

/// People who come to the first place in each minute, whoever they are [people].
fn outside(material: &Material) -> Vec<f64> {
    let plan = material.plan();
    let minutes = plan.days as usize * 24 * 60;
    let mut demand = Demand::new(plan, material.cut(), DemandScenario::Planned);
    // The catch-up windows invite whom the forecast says they do.
    demand.catch_up_all(&material.forecast.lost_before_catch_up);
    let end = minutes as f64 * MINUTE;
    let mut jumps: Vec<f64> = demand.breakpoints().into_iter().filter(|at| (0.0..end).contains(at)).collect();
    order::sort_by(&mut jumps, f64::total_cmp);
    jumps.dedup();
    let mut edges: Vec<f64> = (0..=minutes).map(|minute| minute as f64 * MINUTE).chain(jumps.iter().copied()).collect();
    order::sort_by(&mut edges, f64::total_cmp);
    edges.dedup();
    let mut next = jumps.into_iter().peekable();
    let mut people = vec![0.0; minutes];
    for pair in edges.windows(2) {
        let (from, until) = (pair[0], pair[1]);
        let minute = (((from + until) / 2.0) / MINUTE) as usize;
        let is_jump = next.next_if(|at| *at <= from).is_some();
        if is_jump {
            demand.enter(from, 0.0);
        }
        let nodes = POSITIONS.map(|position| from + position * (until - from));
        for class in CLASSES {
            let at_once = if is_jump { demand.impulse(class) } else { 0.0 };
            people[minute] += at_once + demand.arrivals(class, from, &nodes)[NODES - 1];
        }
    }
    people
}

/// People of others than the plan in a minute [people].
fn background(plan: &Plan, entries: &[Background], minute: usize) -> f64 {
    let (from, until) = (minute as f64 * MINUTE, (minute + 1) as f64 * MINUTE);
    let begins = |at: usize| entries.get(at).map_or(f64::INFINITY, |entry| plan.since_start(entry.at).get());
    let stretch = |(at, entry): (usize, &Background)| {
        entry.rate.get() * (begins(at + 1).min(until) - begins(at).max(from)).max(0.0)
    };
    entries.iter().enumerate().map(stretch).sum()
}

/// Waiting and in service at all places together just after the start of each minute [people].
fn inside(material: &Material) -> Vec<f64> {
    let forecast = &material.forecast;
    let places = forecast.waiting_room.iter().chain(forecast.stages.iter().map(|stage| &stage.series));
    let mut people: Vec<f64> = Vec::new();
    for series in places {
        people.resize(people.len().max(series.queue.len()), 0.0);
        for (sum, (queue, served)) in people.iter_mut().zip(series.queue.iter().zip(&series.in_service)) {
            *sum += queue + served;
        }
    }
    people
}

/// The window that a minute belongs to: of several that are open then, the one that opened first.
fn owners(plan: &Plan, minutes: usize) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..plan.windows.len()).collect();
    order::sort_by_key(&mut order, |&index| (plan.windows[index].opens, index));
    let mut owners = vec![None; minutes];
    for index in order {
        let (from, to) = minutes_of(plan, plan.windows[index].opens, plan.windows[index].closes);
        let stretch = from as usize..(to as usize).min(minutes);
        for owner in owners.get_mut(stretch).into_iter().flatten() {
            owner.get_or_insert(index);
        }
    }
    owners
}

/// The horizon cut where another window, or none, begins to own the minutes; a window that another one interrupts is
/// several stretches.
fn stretches(plan: &Plan, minutes: usize) -> Vec<(Option<usize>, (u32, u32))> {
    let owners = owners(plan, minutes);
    let mut stretches: Vec<(Option<usize>, (u32, u32))> = Vec::new();
    for (minute, owner) in owners.into_iter().enumerate() {
        let minute = minute as u32;
        match stretches.last_mut() {
            Some((known, (_, to))) if *known == owner => *to = minute + 1,
            _ => stretches.push((owner, (minute, minute + 1))),
        }
    }
    stretches
}

fn scenario(
    window: Option<usize>,
    (from, to): (u32, u32),
    outside: &[f64],
    inside: &[f64],
    service: f64,
) -> Option<Scenario> {
    let stretch = from as usize..to as usize;
    let people = outside.get(stretch.clone())?;
    let arrivals: f64 = people.iter().sum();
    if arrivals < WORTH {
        return None;
    }
    let busiest = people.iter().copied().fold(0.0, f64::max);
    let mut unit_s = SECONDS_PER_MINUTE as u32;
    while busiest * f64::from(unit_s) / MINUTE < RATE_LEAST {
        unit_s *= 10;
    }
    let most_inside = inside.get(stretch).into_iter().flatten().copied().fold(0.0, f64::max);
    // Little's law: people inside = arrivals per second times how long each stays; with waiting, as the forecast says.
    let users = (busiest / MINUTE * service).max(most_inside) * MARGIN + SPARE;
    let steps = steps(people, busiest, unit_s);
    Some(Scenario { window, minutes: (from, to), unit_s, steps, arrivals, users: users.ceil() as u64 })
}

/// Steps of whole rates. What rounding leaves of one is made up by the next, so that the sum stays within one step.
fn steps(people: &[f64], busiest: f64, unit_s: u32) -> Vec<(u32, u64)> {
    let mut steps: Vec<(u32, u64)> = Vec::new();
    let mut owed = 0.0;
    let mut at = 0;
    while at < people.len() {
        let mut until = at + 1;
        let (mut least, mut most) = (people[at], people[at]);
        while until < people.len() && until - at < STEP_MOST {
            (least, most) = (least.min(people[until]), most.max(people[until]));
            if most - least > SAME * busiest {
                break;
            }
            until += 1;
        }
        let seconds = (until - at) as u32 * SECONDS_PER_MINUTE as u32;
        let wanted = people[at..until].iter().sum::<f64>() + owed;
        let rate = (wanted * f64::from(unit_s) / f64::from(seconds)).round().max(0.0);
        owed = wanted - rate * f64::from(seconds) / f64::from(unit_s);
        match steps.last_mut() {
            Some((before, same)) if *same == rate as u64 => *before += seconds,
            _ => steps.push((seconds, rate as u64)),
        }
        at = until;
    }
    steps
}
