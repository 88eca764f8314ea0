//! Figures by cohort, district and age: who begins when, when they are invited, and the wait they meet.
//!
//! They are for the pictures and no part of the forecast as JSON. People begin by the laws of their windows, as in
//! the forecast itself. The **wait met** at a place is the wait of somebody who gets there in the same minute, and
//! whoever begins gets there after the mean services of the stages before, without waiting on the way.

use super::data::{Forecast, Place};
use super::waits_met::WaitsMet;
use crate::demand::stream::Shape;
use crate::demand::{Demand, Scenario};
use crate::num::order;
use crate::num::order::Extreme;
use crate::plan::Plan;
use crate::plan::cut::Cut;

/// Who begins, cohort by cohort. Times are seconds since the start of the horizon.
#[derive(Clone, Debug)]
pub struct Starts {
    shape: Shape,
    horizon: f64,
    /// Opening and end of the laws that people follow; each once.
    laws: Vec<(f64, f64)>,
    groups: Vec<Group>,
}

/// One cohort and age band.
#[derive(Clone, Debug)]
struct Group {
    cohort: usize,
    age: usize,
    /// Members [people].
    people: f64,
    returned: f64,
    /// Index of a law, people in its ramp, people in its tail.
    parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug)]
struct Part {
    law: usize,
    early: f64,
    tail: f64,
}

/// People of several groups by law: in the ramp, in the tail [people].
type Mass = Vec<(f64, f64)>;

/// The figures of a cohort, a district or an age band.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audience {
    /// Members in cohorts [people].
    pub members: f64,
    /// Who begin within the horizon, each journey counted [people].
    pub starters: f64,
    /// Of those, who had been lost before [people].
    pub returned: f64,
    /// Mean wait met [s]; `None` = some waits are not over.
    pub wait_mean_s: Option<f64>,
    /// The wait met that 95 % do not exceed [s]; `None` = not over.
    pub wait_p95_s: Option<f64>,
    /// Longest wait met by anybody [s]; `None` = not over.
    pub wait_max_s: Option<f64>,
    /// Mean time from the first opening until the invitation by an ordinary window [s]; `None` = nobody is invited.
    pub invited_after_s: Option<f64>,
    /// Days of the horizon on which an ordinary window opens for somebody.
    pub days: Vec<bool>,
    /// Ordinary windows that invite somebody.
    pub windows: Vec<usize>,
}

/// What a share of the people is taken by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    Cohort,
    /// A cohort's people stand for its districts in proportion to its members there.
    Region,
    Age,
}

impl Starts {
    /// `cut`: who is in which cohort of `plan`; `forecast`: of the same plan.
    pub fn new(plan: &Plan, cut: &Cut, forecast: &Forecast) -> Self {
        let mut demand = Demand::new(plan, cut, Scenario::Planned);
        demand.catch_up_all(&forecast.lost_before_catch_up);
        let mut laws: Vec<(f64, f64)> =
            demand.groups().flat_map(|group| group.streams).map(|stream| (stream.opens, stream.ends)).collect();
        let order = |one: &(f64, f64), other: &(f64, f64)| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1));
        order::sort_by(&mut laws, order);
        laws.dedup();
        let groups = demand.groups().map(|group| Group {
            cohort: group.cohort,
            age: group.age,
            people: group.people,
            returned: group.returned,
            parts: (group.streams.iter())
                .filter_map(|stream| {
                    let law = laws.binary_search_by(|law| order(law, &(stream.opens, stream.ends))).ok()?;
                    Some(Part { law, early: stream.early, tail: stream.tail })
                })
                .collect(),
        });
        let groups = groups.collect();
        Self { shape: demand.shape().clone(), horizon: plan.horizon().get(), laws, groups }
    }

    /// People who begin between one edge and the next [people], row by row; `rows` = the shares in which a cohort
    /// stands in rows.
    pub fn by_time(&self, rows: &[Vec<(usize, f64)>], row_count: usize, edges: &[f64]) -> Vec<Vec<f64>> {
        let mut masses = vec![vec![(0.0, 0.0); self.laws.len()]; row_count];
        for group in &self.groups {
            for &(row, share) in rows.get(group.cohort).into_iter().flatten() {
                if let Some(mass) = masses.get_mut(row) {
                    group.add_to(mass, share);
                }
            }
        }
        let come = self.come(edges);
        masses.iter().map(|mass| self.differences(mass, &come, edges.len())).collect()
    }

    /// Shares of ramp and tail of each law who have come by each time.
    fn come(&self, times: &[f64]) -> Vec<Vec<(f64, f64)>> {
        let come = |&(opens, ends): &(f64, f64), t: f64| self.shape.come(opens, ends, t.smaller(self.horizon));
        self.laws.iter().map(|law| times.iter().map(|t| come(law, *t)).collect()).collect()
    }

    fn differences(&self, mass: &Mass, come: &[Vec<(f64, f64)>], edges: usize) -> Vec<f64> {
        let mut people = vec![0.0; edges.saturating_sub(1)];
        for (&(early, tail), come) in mass.iter().zip(come).filter(|(mass, _)| mass.0 + mass.1 > 0.0) {
            for (sum, pair) in people.iter_mut().zip(come.windows(2)) {
                *sum += early * (pair[1].0 - pair[0].0) + tail * (pair[1].1 - pair[0].1);
            }
        }
        people
    }

    /// The figures of every cohort, district or age band, in the order of the plan.
    pub fn audiences(
        &self,
        plan: &Plan,
        cut: &Cut,
        forecast: &Forecast,
        place: Place,
        grouping: Grouping,
    ) -> Vec<Audience> {
        let count = match grouping {
            Grouping::Cohort => plan.cohorts.len(),
            Grouping::Region => plan.members.regions.len(),
            Grouping::Age => plan.members.ages.len(),
        };
        let mut all = vec![Audience { days: vec![false; plan.days as usize], ..Audience::default() }; count];
        let mut masses = vec![vec![(0.0, 0.0); self.laws.len()]; count];
        let mut invited = vec![(0.0, 0.0); count];
        let ordinary = ordinary_windows(plan);
        let first = plan.first_opening().map_or(0.0, |at| plan.since_start(at).get());
        for group in &self.groups {
            for (index, share) in group.shares(cut, grouping) {
                let (Some(audience), Some(mass)) = (all.get_mut(index), masses.get_mut(index)) else { continue };
                audience.members += share * group.people;
                audience.returned += share * group.returned;
                group.add_to(mass, share);
                if let Some(window) = ordinary.get(group.cohort).copied().flatten() {
                    let opens = plan.since_start(plan.windows[window].opens).get();
                    invited[index].0 += share * group.people;
                    invited[index].1 += share * group.people * (opens - first);
                    audience.windows.push(window);
                    if let Some(day) = audience.days.get_mut((opens / 86_400.0) as usize) {
                        *day = true;
                    }
                }
            }
        }
        let met = WaitsMet::new(plan, forecast, place, self.laws.len());
        let come = self.come(met.edges());
        let whole = self.come(&[-1.0, self.horizon]);
        for ((audience, mass), (people, seconds)) in all.iter_mut().zip(&masses).zip(invited) {
            order::sort(&mut audience.windows);
            audience.windows.dedup();
            audience.invited_after_s = (people > 0.0).then(|| seconds / people);
            audience.starters = self.differences(mass, &whole, 2).iter().sum();
            let by_cell = self.differences(mass, &come, met.edges().len());
            [audience.wait_mean_s, audience.wait_p95_s, audience.wait_max_s] = met.figures(&by_cell);
        }
        all
    }
}

impl Group {
    fn add_to(&self, mass: &mut Mass, share: f64) {
        for part in &self.parts {
            mass[part.law].0 += share * part.early;
            mass[part.law].1 += share * part.tail;
        }
    }

    /// The places among the groups in which these people stand, each with its share.
    fn shares(&self, cut: &Cut, grouping: Grouping) -> Vec<(usize, f64)> {
        match grouping {
            Grouping::Cohort => vec![(self.cohort, 1.0)],
            Grouping::Age => vec![(self.age, 1.0)],
            Grouping::Region => region_shares(cut, self.cohort),
        }
    }
}

/// The districts of a cohort, each with its share of the members.
pub fn region_shares(cut: &Cut, cohort: usize) -> Vec<(usize, f64)> {
    let Some(people) = cut.cohorts.get(cohort) else { return Vec::new() };
    people.by_region.iter().map(|&(region, members)| (region, members as f64 / people.total.max(1) as f64)).collect()
}

/// Of each cohort, the ordinary window that invites it.
pub fn ordinary_windows(plan: &Plan) -> Vec<Option<usize>> {
    let mut windows = vec![None; plan.cohorts.len()];
    for (index, window) in plan.windows.iter().enumerate().filter(|(_, window)| !window.catch_up) {
        for &cohort in &window.cohorts {
            if let Some(place) = windows.get_mut(cohort) {
                *place = Some(index);
            }
        }
    }
    windows
}

#[cfg(test)]
mod tests;
