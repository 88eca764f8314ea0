//! Windows as invitations: who is invited by each, how many start, and who is left for a catch-up.

use std::sync::Arc;

use smallvec::SmallVec;

use super::activity::Activity;
use super::law::Law;
use super::sources::RateCalendar;
use super::stream::{Shape, Stream, Streams};
use super::{CLASSES, Class, Inflow, NOBODY};
use crate::num::collocation::Nodes;
use crate::num::order;
use crate::num::order::Extreme;
use crate::plan::cut::Cut;
use crate::plan::{Arrivals, Plan, Window};

/// Which of the two stories is told of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    /// The plan as it stands.
    Planned,
    /// All members of cohorts in ordinary windows, invited at one moment.
    Together,
}

/// What becomes of the people a window invites [people].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WindowFigures {
    pub members: f64,
    /// Start within the horizon, those who come back included.
    pub starters: f64,
    /// Would start after the horizon.
    pub after_horizon: f64,
    /// Are due at or after a hard closing.
    pub shut_out: f64,
    /// Starters who had been lost before and come back.
    pub returned: f64,
}

/// A window as the model sees it. Times are seconds since the start of the horizon.
#[derive(Clone, Debug)]
pub struct Invitation {
    pub window: usize,
    pub opens: f64,
    /// Hard closing; infinite without one.
    pub ends: f64,
    pub catch_up: bool,
    /// The window's own share [1].
    pub show_up: Option<f64>,
}

/// Members of one cohort and age band through all invitations [people].
#[derive(Clone, Debug)]
struct Group {
    age: usize,
    people: f64,
    /// Will not start under the invitations so far.
    staying_away: f64,
    /// Lost ones whom a catch-up has called back, come or still to come.
    called_back: f64,
    /// Starters who had been lost and begin anew within the horizon.
    returned: f64,
    /// Streams of its starters: opening, end, those in the ramp, those in the tail.
    streams: SmallVec<[Stream; 2]>,
}

/// The starters of one cohort and age band.
#[derive(Clone, Copy, Debug)]
pub struct GroupStarters<'a> {
    pub cohort: usize,
    pub age: usize,
    /// Members [people].
    pub people: f64,
    /// Starters who had been lost and begin anew within the horizon [people].
    pub returned: f64,
    pub streams: &'a [Stream],
}

/// The demand of a plan: an [`Inflow`] that invites as time goes by, and the figures of each window.
#[derive(Clone, Debug)]
pub struct Demand {
    shape: Shape,
    arrivals: Arrivals,
    horizon: f64,
    invitations: Vec<Invitation>,
    windows: Arc<Vec<Window>>,
    /// Opening of each cohort's ordinary window; infinite without one.
    ordinary_opening: Vec<f64>,
    groups: Vec<Vec<Group>>,
    first: Option<Invitation>,
    streams: [Streams; 3],
    table: RateCalendar,
    table_rate: f64,
    pending: Vec<usize>,
    figures: Vec<WindowFigures>,
    /// Lost just before each catch-up window that has acted.
    lost_before_catch_up: Vec<f64>,
}

impl Demand {
    /// `cut`: who is in which cohort of the plan.
    pub fn new(plan: &Plan, cut: &Cut, scenario: Scenario) -> Self {
        let invitations = invitations(plan, scenario);
        let mut ordinary_opening = vec![f64::INFINITY; plan.cohorts.len()];
        for invitation in invitations.iter().filter(|invitation| !invitation.catch_up) {
            for &cohort in &plan.windows[invitation.window].cohorts {
                ordinary_opening[cohort] = invitation.opens;
            }
        }
        let group = |&(age, people): &(usize, u64)| Group {
            age,
            people: people as f64,
            staying_away: people as f64,
            called_back: 0.0,
            returned: 0.0,
            streams: SmallVec::new(),
        };
        let table = plan.arrivals.starters_table.iter().flatten();
        let mut demand = Self {
            shape: Shape {
                law: Law::new(&plan.arrivals.tail),
                activity: Activity::new(plan.arrivals.hour_weights.as_ref()),
                ramp: plan.arrivals.opening_ramp.get(),
            },
            arrivals: plan.arrivals.clone(),
            horizon: plan.horizon().get(),
            windows: Arc::clone(&plan.windows),
            ordinary_opening,
            groups: cut.cohorts.iter().map(|cohort| cohort.by_age.iter().map(group).collect()).collect(),
            first: invitations.iter().find(|invitation| !invitation.catch_up).cloned(),
            streams: Default::default(),
            table: RateCalendar::new(table.map(|entry| (plan.since_start(entry.at).get(), entry.rate.get())).collect()),
            table_rate: 0.0,
            pending: Vec::new(),
            figures: vec![WindowFigures::default(); plan.windows.len()],
            lost_before_catch_up: Vec::new(),
            invitations,
        };
        if scenario == Scenario::Together {
            demand.arrivals.ignore_window_share = crate::units::Share::ZERO;
        }
        for index in 0..demand.invitations.len() {
            if demand.invitations[index].catch_up {
                demand.pending.push(index);
            } else {
                demand.invite_ordinary(index);
            }
        }
        demand
    }

    /// Figures of each window; those of a catch-up window are there once its opening has been entered.
    pub fn figures(&self) -> &[WindowFigures] {
        &self.figures
    }

    /// Lost just before each catch-up window that has acted, in the order in which they act [people].
    pub fn lost_before_catch_up(&self) -> &[f64] {
        &self.lost_before_catch_up
    }

    /// Lets every catch-up window act, with the number lost before each [people]; missing numbers count as nobody.
    pub fn catch_up_all(&mut self, lost: &[f64]) {
        for (place, index) in std::mem::take(&mut self.pending).into_iter().enumerate() {
            self.invite_catch_up(index, lost.get(place).copied().unwrap_or(0.0));
        }
    }

    /// Cohort by cohort, age band by age band, who starts under the windows that have acted.
    pub fn groups(&self) -> impl Iterator<Item = GroupStarters<'_>> {
        self.groups.iter().enumerate().flat_map(|(cohort, groups)| {
            groups.iter().map(move |group| GroupStarters {
                cohort,
                age: group.age,
                people: group.people,
                returned: group.returned,
                streams: &group.streams,
            })
        })
    }

    /// The law that all streams follow.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// People of the starters table within the horizon [people].
    pub fn table_people(&self) -> f64 {
        self.table.people(self.horizon)
    }

    /// Invites the cohorts of an ordinary window, those of them who come out of turn, and the uninvited.
    fn invite_ordinary(&mut self, index: usize) {
        let invitation = self.invitations[index].clone();
        let first_opens = self.first.as_ref().map_or(invitation.opens, |first| first.opens);
        let is_first = self.first.as_ref().is_some_and(|first| first.window == invitation.window);
        let ignoring = if is_first { 0.0 } else { self.arrivals.ignore_window_share.get() };
        let gated = self.arrivals.gate_stage.is_some();
        let [own_share, early_share] = if gated { [1.0, 0.0] } else { [1.0 - ignoring, ignoring] };
        let mut invited = 0.0;
        let mut sums = [0.0; 2];
        for &cohort in &self.windows[invitation.window].cohorts {
            for group in &mut self.groups[cohort] {
                let show_up = invitation.show_up.unwrap_or_else(|| self.arrivals.show_up.of_age(group.age).get());
                let opening_share = self.arrivals.opening_share.get();
                let early = opening_share * group.people;
                let tail = (show_up - opening_share).larger(0.0) * group.people;
                let mut coming = 0.0;
                for (share, opens) in [(own_share, invitation.opens), (early_share, first_opens)] {
                    if share > 0.0 {
                        let stream = Stream { opens, ends: invitation.ends, early: share * early, tail: share * tail };
                        let (ramped, tailed) = self.shape.come(opens, invitation.ends, f64::INFINITY);
                        coming += stream.early * ramped + stream.tail * tailed;
                        group.streams.push(stream);
                    }
                }
                group.staying_away = group.people - coming;
                invited += group.people;
                sums[0] += early;
                sums[1] += tail;
            }
        }
        let stream =
            |opens, share: f64| Stream { opens, ends: invitation.ends, early: share * sums[0], tail: share * sums[1] };
        let own = [stream(invitation.opens, own_share), stream(first_opens, early_share)];
        let mut figures = WindowFigures { members: invited, ..WindowFigures::default() };
        for stream in own {
            self.count(stream, &mut figures);
            self.streams[0].push(stream);
        }
        self.figures[invitation.window] = figures;
        if gated {
            let early_visit = Stream { ends: invitation.opens, ..stream(first_opens, ignoring) };
            self.streams[1].push(Stream { ends: early_visit.ends.smaller(invitation.ends), ..early_visit });
        }
        let uninvited = self.arrivals.uninvited_per_member * invited;
        let at_once = self.arrivals.opening_share.get();
        self.streams[2].push(Stream {
            opens: invitation.opens,
            ends: invitation.ends,
            early: at_once * uninvited,
            tail: (1.0 - at_once) * uninvited,
        });
    }

    /// Invites who will not start under earlier windows and who was lost so far.
    fn invite_catch_up(&mut self, index: usize, lost: f64) {
        let invitation = self.invitations[index].clone();
        let at = invitation.opens;
        let all_so_far = self.started_before(at);
        let opening_share = self.arrivals.opening_share.get();
        let mut figures = WindowFigures::default();
        let mut sums = [0.0; 2];
        for &cohort in &self.windows[invitation.window].cohorts {
            let ordinary = self.ordinary_opening[cohort];
            if ordinary.is_finite() && ordinary >= at {
                continue;
            }
            for group in &mut self.groups[cohort] {
                let so_far: f64 = group.streams.iter().map(|stream| come(&self.shape, stream, at)).sum();
                let share = if all_so_far > 0.0 { so_far / all_so_far } else { 0.0 };
                let lost_here = (lost * share - group.called_back).larger(0.0);
                let invited = group.staying_away + lost_here;
                let show_up = invitation.show_up.unwrap_or_else(|| self.arrivals.show_up.of_age(group.age).get());
                let [early, tail] = [opening_share, (show_up - opening_share).larger(0.0)];
                let (ramped, tailed) = self.shape.come(at, invitation.ends, f64::INFINITY);
                let coming = early * ramped + tail * tailed;
                let (ramped, tailed) = self.shape.come(at, invitation.ends, self.horizon);
                let returned = lost_here * (early * ramped + tail * tailed);
                figures.returned += returned;
                group.returned += returned;
                figures.members += invited;
                group.staying_away -= coming * group.staying_away;
                group.called_back += coming * lost_here;
                let stream = Stream { opens: at, ends: invitation.ends, early: early * invited, tail: tail * invited };
                sums[0] += stream.early;
                sums[1] += stream.tail;
                group.streams.push(stream);
            }
        }
        let stream = Stream { opens: at, ends: invitation.ends, early: sums[0], tail: sums[1] };
        self.count(stream, &mut figures);
        self.figures[invitation.window] = figures;
        self.streams[0].push(stream);
    }

    /// Adds to the figures what becomes of a stream of starters.
    fn count(&self, stream: Stream, figures: &mut WindowFigures) {
        let starters = come(&self.shape, &stream, self.horizon);
        let others = stream.early + stream.tail - starters;
        figures.starters += starters;
        if stream.ends.is_finite() {
            figures.shut_out += others;
        } else {
            figures.after_horizon += others;
        }
    }

    /// All starters before `at`, those of the table included [people].
    fn started_before(&self, at: f64) -> f64 {
        let groups = self.groups.iter().flatten();
        let members: f64 = groups.flat_map(|group| &group.streams).map(|stream| come(&self.shape, stream, at)).sum();
        members + self.table.people(at)
    }

    pub(super) fn streams(&self, class: Class) -> &Streams {
        &self.streams[class as usize]
    }

    /// Rate of the starters table just after `t` [people/s].
    pub(super) fn table_rate(&self, t: f64) -> f64 {
        self.table.rate(t)
    }

    /// Lets the catch-up windows act that open at `at` or before, `lost` people having been lost by then.
    pub(super) fn invite_late(&mut self, at: f64, lost: f64) {
        while let Some(&index) = self.pending.first()
            && self.invitations[index].opens <= at
        {
            self.pending.remove(0);
            self.lost_before_catch_up.push(lost);
            self.invite_catch_up(index, lost);
        }
    }
}

impl Inflow for Demand {
    fn breakpoints(&self) -> Vec<f64> {
        let mut times = self.shape.activity.changes(self.horizon);
        times.extend(self.table.breakpoints());
        for class in CLASSES {
            times.extend(self.streams(class).breakpoints(&self.shape));
        }
        for &index in &self.pending {
            let Invitation { opens, ends, .. } = self.invitations[index];
            times.extend([opens, (opens + self.shape.ramp).smaller(ends), ends]);
        }
        times
    }

    fn has(&self, class: Class) -> bool {
        let table = class == Class::Starters && (!self.table.is_empty() || !self.pending.is_empty());
        table || !self.streams(class).is_empty()
    }

    fn enter(&mut self, at: f64, lost: f64) {
        self.invite_late(at, lost);
        self.table_rate = self.table.rate(at);
        for streams in &mut self.streams {
            streams.enter(&self.shape, at);
        }
    }

    fn impulse(&self, class: Class) -> f64 {
        self.streams(class).impulse()
    }

    fn arrivals(&self, class: Class, from: f64, until: &Nodes) -> Nodes {
        let mut people = NOBODY;
        if !self.streams(class).is_empty() {
            people = self.streams(class).arrivals(&self.shape, from, until);
        }
        if class == Class::Starters && self.table_rate > 0.0 {
            for (sum, t) in people.iter_mut().zip(until) {
                *sum += self.table_rate * (t - from);
            }
        }
        people
    }

    fn scale(&self) -> f64 {
        let members: f64 = self.groups.iter().flatten().map(|group| group.people).sum();
        members * (1.0 + self.arrivals.uninvited_per_member) + self.table_people()
    }
}

/// People of a stream who have come before `t` [people].
fn come(shape: &Shape, stream: &Stream, t: f64) -> f64 {
    let (ramped, tailed) = shape.come(stream.opens, stream.ends, t);
    stream.early * ramped + stream.tail * tailed
}

/// The windows in the order in which they act: by opening, then by index.
pub fn invitations(plan: &Plan, scenario: Scenario) -> Vec<Invitation> {
    let together = plan.baseline_opens.or_else(|| plan.first_opening());
    let mut invitations: Vec<Invitation> = (plan.windows.iter().enumerate())
        .filter(|(_, window)| scenario == Scenario::Planned || !window.catch_up)
        .map(|(index, window)| {
            let (opens, hard) = match scenario {
                Scenario::Planned => (window.opens, window.closes_hard),
                Scenario::Together => (together.unwrap_or(window.opens), false),
            };
            Invitation {
                window: index,
                opens: plan.since_start(opens).get(),
                ends: if hard { plan.since_start(window.closes).get() } else { f64::INFINITY },
                catch_up: window.catch_up,
                show_up: window.show_up.map(crate::units::Share::get),
            }
        })
        .collect();
    order::sort_by(&mut invitations, |left, right| {
        left.opens.total_cmp(&right.opens).then(left.window.cmp(&right.window))
    });
    invitations
}
