//! What no split of the people among windows can better: linear programs over the moments of greatest load, and the
//! weights of these moments that prove it.
//!
//! People of a window arrive by its pulse, however they are split. For any weights of moments, >= 0, the weighted sum of
//! loads is at least what it is when each group is in the window that adds least to it; so the greatest load is at least
//! that sum over the weighted capacities (weak duality of linear programs). Whoever doubts a bound needs the weights and
//! [`Surge::shown`], not the solver.

use crate::num::order;
use crate::num::order::Extreme;

/// People come in two kinds: those who come at the opening and the others.
pub const KINDS: usize = 2;

/// The least of `costs` x values over values >= 0 with all rows kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LinearProgram {
    /// Of each variable.
    pub costs: Vec<f64>,
    pub rows: Vec<Row>,
}

/// The sum of factor x variable against the right side.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Index of a variable and its factor, each index once.
    pub terms: Vec<(usize, f64)>,
    pub relation: Relation,
    pub right: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    AtMost,
    Equal,
}

/// Solves a linear program: the value of each variable; `None` = it has no solution, or none was found.
pub type Solver<'a> = &'a dyn Fn(&LinearProgram) -> Option<Vec<f64>>;

/// When the people of a window arrive: the share of them in each moment from `from` on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pulse {
    pub from: usize,
    pub shares: Vec<f64>,
}

/// A stretch of moments in which load is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// One moment: arrivals over capacity.
    Single(usize),
    /// From the one moment until before the other: whoever arrives there beyond the capacity waits at its end.
    Stretch(usize, usize),
}

/// What is made small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The greatest arrivals of a moment over its capacity [1].
    Load,
    /// The longest line of people who wait as long as it takes [people].
    Queue,
}

/// Weights of moments, > 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Multipliers(pub Vec<(Moment, f64)>);

/// Arrivals at one place, whichever window each group is in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Surge {
    /// Of each window, by kind.
    pub pulses: Vec<[Pulse; KINDS]>,
    /// People who can be admitted in each moment [people]; infinite = any number. A moment with 0 has no load, and
    /// whoever comes then waits.
    pub capacities: Vec<f64>,
    /// People who come in each moment whatever the timetable [people]; empty = none.
    pub standing: Vec<f64>,
    /// People of each group, by kind.
    pub groups: Vec<[f64; KINDS]>,
    /// As in [`super::Problem::allowed`].
    pub allowed: Vec<Vec<bool>>,
}

/// The best split of people among windows, as if they could be divided at will.
#[derive(Clone, Debug, PartialEq)]
pub struct Relaxed {
    /// As [`Surge::shown`] has it of the weights.
    pub value: f64,
    /// Of each window, by kind [people].
    pub people: Vec<[f64; KINDS]>,
    pub multipliers: Multipliers,
}

/// How often moments are added.
const ROUNDS: usize = 500;

/// Mixtures of kinds that a program tells apart; what it shows is reckoned for each group anew.
const MIXTURES: f64 = 50.0;

/// How near the two sides of a program must come [1 of the value].
const NEAR: f64 = 1e-7;

impl Surge {
    fn standing(&self, moment: usize) -> f64 {
        self.standing.get(moment).copied().unwrap_or(0.0)
    }

    /// What arrives in a moment or stretch of somebody in a window, by kind [1].
    fn arriving(&self, window: usize, moment: Moment) -> [f64; KINDS] {
        let (from, until) = match moment {
            Moment::Single(at) => (at, at + 1),
            Moment::Stretch(from, until) => (from, until),
        };
        self.pulses[window].each_ref().map(|pulse| {
            let within = |at: usize| at.saturating_sub(pulse.from).min(pulse.shares.len());
            pulse.shares[within(from)..within(until)].iter().sum()
        })
    }

    /// What arrives or is over whatever the timetable, and what the measure counts it against.
    fn fixed(&self, moment: Moment) -> (f64, f64) {
        match moment {
            Moment::Single(at) => (self.standing(at), self.capacities[at]),
            Moment::Stretch(from, until) => {
                let over = (from..until).map(|at| self.standing(at) - self.capacities[at]);
                (over.sum(), 1.0)
            }
        }
    }

    /// What the weights show: the greatest load, or the longest line, of no timetable is below it. `None` = they are no
    /// weights.
    pub fn shown(&self, multipliers: &Multipliers) -> Option<f64> {
        let is_weight = |weight: f64| weight >= 0.0 && weight.is_finite();
        let is_moment = |moment: &Moment| match *moment {
            Moment::Single(at) => {
                self.capacities.get(at).is_some_and(|capacity| *capacity > 0.0 && capacity.is_finite())
            }
            Moment::Stretch(from, until) => from < until && until <= self.capacities.len(),
        };
        let measures = |(moment, _): &(Moment, f64)| matches!(moment, Moment::Single(_));
        let is_one_measure = multipliers.0.iter().all(measures) || !multipliers.0.iter().any(measures);
        if !is_one_measure || !multipliers.0.iter().all(|(moment, weight)| is_weight(*weight) && is_moment(moment)) {
            return None;
        }
        let (mut fixed, mut against) = (0.0, 0.0);
        for &(moment, weight) in &multipliers.0 {
            let (people, measure) = self.fixed(moment);
            fixed += weight * people;
            against += weight * measure;
        }
        if against <= 0.0 {
            return None;
        }
        let weighed: Vec<[f64; KINDS]> =
            (0..self.pulses.len()).map(|window| self.weighed(window, multipliers)).collect();
        let least = |(group, people): (usize, &[f64; KINDS])| {
            let may = |window: &usize| self.allowed.get(group).is_none_or(|windows| windows[*window]);
            let adds = |window: usize| people[0] * weighed[window][0] + people[1] * weighed[window][1];
            (0..weighed.len()).filter(may).map(adds).fold(f64::INFINITY, f64::smaller)
        };
        let people: f64 = self.groups.iter().enumerate().map(least).sum();
        Some((people + fixed) / against)
    }

    fn weighed(&self, window: usize, multipliers: &Multipliers) -> [f64; KINDS] {
        multipliers.0.iter().fold([0.0; KINDS], |sums, &(moment, weight)| {
            let arriving = self.arriving(window, moment);
            [sums[0] + weight * arriving[0], sums[1] + weight * arriving[1]]
        })
    }

    /// What arrives in each moment, given the people of each window by kind [people].
    pub fn arrivals(&self, people: &[[f64; KINDS]]) -> Vec<f64> {
        let mut arrivals: Vec<f64> = (0..self.capacities.len()).map(|moment| self.standing(moment)).collect();
        for (pulses, people) in self.pulses.iter().zip(people) {
            for (pulse, people) in pulses.iter().zip(people).filter(|(_, people)| **people > 0.0) {
                for (sum, share) in arrivals.iter_mut().skip(pulse.from).zip(&pulse.shares) {
                    *sum += people * share;
                }
            }
        }
        arrivals
    }

    /// People of each window by kind, of a timetable [people].
    pub fn people(&self, timetable: &[usize]) -> Vec<[f64; KINDS]> {
        let mut people = vec![[0.0; KINDS]; self.pulses.len()];
        for (group, &window) in self.groups.iter().zip(timetable) {
            for (sum, more) in people[window].iter_mut().zip(group) {
                *sum += more;
            }
        }
        people
    }

    /// The measure, and the moments that a program should look at next: the worst of each window's time and of all.
    fn worst(&self, arrivals: &[f64], measure: Measure) -> (f64, Vec<Moment>) {
        let mut openings: Vec<usize> = self.pulses.iter().map(|pulses| pulses[0].from.min(pulses[1].from)).collect();
        order::sort(&mut openings);
        let mut worst: Vec<(f64, Moment)> = Vec::with_capacity(openings.len() + 1);
        let note = |stretch: &mut Option<(f64, Moment)>, value: f64, moment: Moment| {
            if stretch.is_none_or(|(greatest, _)| value > greatest) {
                *stretch = Some((value, moment));
            }
        };
        let (mut queue, mut since) = (0.0_f64, 0);
        let mut stretch = None;
        let mut next = openings.iter().peekable();
        for (at, (&people, &capacity)) in arrivals.iter().zip(&self.capacities).enumerate() {
            if next.next_if(|opens| **opens <= at).is_some() {
                while next.next_if(|opens| **opens <= at).is_some() {}
                worst.extend(stretch.take());
            }
            match measure {
                Measure::Load if capacity > 0.0 && capacity.is_finite() => {
                    note(&mut stretch, people / capacity, Moment::Single(at));
                }
                Measure::Load => {}
                Measure::Queue => {
                    queue += people - capacity;
                    if queue <= 0.0 {
                        (queue, since) = (0.0, at + 1);
                    } else {
                        note(&mut stretch, queue, Moment::Stretch(since, at + 1));
                    }
                }
            }
        }
        worst.extend(stretch);
        let value = worst.iter().map(|(value, _)| *value).fold(0.0, f64::larger);
        (value, worst.into_iter().map(|(_, moment)| moment).collect())
    }

    /// The moments of greatest load of a timetable: the worst of each window's time and of all.
    pub fn worst_moments(&self, timetable: &[usize]) -> Vec<Moment> {
        self.worst(&self.arrivals(&self.people(timetable)), Measure::Load).1
    }

    /// Of each window and moment, by kind: the load that one person adds [1].
    pub fn per_person(&self, moments: &[Moment]) -> Vec<Vec<[f64; KINDS]>> {
        let of = |window: usize, moment: Moment| {
            let against = self.fixed(moment).1;
            self.arriving(window, moment).map(|share| share / against)
        };
        (0..self.pulses.len()).map(|window| moments.iter().map(|moment| of(window, *moment)).collect()).collect()
    }

    /// The load of each of the moments under a timetable [1].
    pub fn loads(&self, timetable: &[usize], moments: &[Moment]) -> Vec<f64> {
        let people = self.people(timetable);
        let load = |moment: &Moment| {
            let (standing, against) = self.fixed(*moment);
            let arriving = people.iter().enumerate().map(|(window, people)| {
                let shares = self.arriving(window, *moment);
                people[0] * shares[0] + people[1] * shares[1]
            });
            (standing + arriving.sum::<f64>()) / against
        };
        moments.iter().map(load).collect()
    }

    /// The measure of so many people in each window, as one after the other comes.
    pub fn value(&self, people: &[[f64; KINDS]], measure: Measure) -> f64 {
        self.worst(&self.arrivals(people), measure).0
    }

    fn blends(&self) -> Vec<Blend> {
        let windows = self.pulses.len();
        let mut blends: Vec<Blend> = Vec::new();
        for (group, &people) in self.groups.iter().enumerate().filter(|(_, people)| people[0] + people[1] > 0.0) {
            let open: Vec<bool> =
                (0..windows).map(|window| self.allowed.get(group).is_none_or(|windows| windows[window])).collect();
            let mixture = libm::rint(people[0] / (people[0] + people[1]) * MIXTURES);
            match blends.iter_mut().find(|blend| blend.mixture == mixture && blend.open == open) {
                Some(blend) => add(&mut blend.people, people),
                None => blends.push(Blend { open, mixture, people }),
            }
        }
        blends
    }

    /// The best split, as if people could be divided at will, and what it proves. `None` = the solver found none.
    ///
    /// Moments are added where the split so far is worst, until that no longer matters.
    pub fn relaxed(&self, measure: Measure, solver: Solver) -> Option<Relaxed> {
        let windows = self.pulses.len();
        let blends = self.blends();
        // A variable for each blend and window it may be in; before them the value.
        let columns: Columns = (blends.iter().enumerate())
            .flat_map(|(at, blend)| (0..windows).filter(|&window| blend.open[window]).map(move |window| (at, window)))
            .collect();
        let mut people = vec![[0.0; KINDS]; windows];
        for blend in &blends {
            let share = 1.0 / blend.open.iter().filter(|is| **is).count() as f64;
            for window in (0..windows).filter(|&window| blend.open[window]) {
                add(&mut people[window], blend.people.map(|people| share * people));
            }
        }
        let mut moments: Vec<Moment> = Vec::new();
        let mut best: Option<Relaxed> = None;
        for _ in 0..ROUNDS {
            let (value, worst) = self.worst(&self.arrivals(&people), measure);
            let known = moments.len();
            for moment in worst {
                if !moments.contains(&moment) {
                    moments.push(moment);
                }
            }
            if best.as_ref().is_some_and(|best| value <= best.value * (1.0 + NEAR) + NEAR) || moments.len() == known {
                break;
            }
            let arriving: Vec<Vec<[f64; KINDS]>> = (moments.iter())
                .map(|moment| (0..windows).map(|window| self.arriving(window, *moment)).collect())
                .collect();
            let fixed: Vec<(f64, f64)> = moments.iter().map(|moment| self.fixed(*moment)).collect();
            let program = Program { blends: &blends, columns: &columns, arriving: &arriving, fixed: &fixed };
            let split = solver(&program.primal())?;
            let weights = solver(&program.dual())?;
            people = vec![[0.0; KINDS]; windows];
            for (&(blend, window), share) in columns.iter().zip(&split[1..]) {
                add(&mut people[window], blends[blend].people.map(|people| share.larger(0.0) * people));
            }
            let weighed = moments.iter().copied().zip(weights.iter().map(|weight| weight.larger(0.0)));
            let multipliers = Multipliers(weighed.filter(|(_, weight)| *weight > 0.0).collect());
            let shown = self.shown(&multipliers).unwrap_or(0.0);
            if best.as_ref().is_none_or(|best| shown >= best.value) {
                best = Some(Relaxed { value: shown, people: people.clone(), multipliers });
            }
        }
        let mut best = best?;
        // The split that was looked at last is the one that nothing more was found against.
        best.people = people;
        Some(best)
    }
}

fn add(sum: &mut [f64; KINDS], more: [f64; KINDS]) {
    *sum = [sum[0] + more[0], sum[1] + more[1]];
}

/// Groups that may be in the same windows and are nearly the same mixture of kinds: one for the program.
#[derive(Clone, Debug)]
struct Blend {
    open: Vec<bool>,
    mixture: f64,
    people: [f64; KINDS],
}

/// The index of a blend and of a window.
type Columns = Vec<(usize, usize)>;

/// A linear program over the moments that were found so far.
struct Program<'a> {
    blends: &'a [Blend],
    columns: &'a Columns,
    /// Of each moment, window and kind.
    arriving: &'a [Vec<[f64; KINDS]>],
    fixed: &'a [(f64, f64)],
}

impl Program<'_> {
    /// What arrives in a moment of a whole blend in a window [people].
    fn share(&self, moment: usize, (blend, window): (usize, usize)) -> f64 {
        let (arriving, people) = (self.arriving[moment][window], self.blends[blend].people);
        people[0] * arriving[0] + people[1] * arriving[1]
    }

    /// Variable 0 is the value, then one for each column: the part of the blend that is in the window.
    fn primal(&self) -> LinearProgram {
        let mut costs = vec![0.0; self.columns.len() + 1];
        costs[0] = 1.0;
        let mut rows = Vec::new();
        for blend in 0..self.blends.len() {
            let own = self.columns.iter().enumerate().filter(|(_, column)| column.0 == blend);
            let terms = own.map(|(at, _)| (at + 1, 1.0)).collect();
            rows.push(Row { terms, relation: Relation::Equal, right: 1.0 });
        }
        for (moment, &(standing, measure)) in self.fixed.iter().enumerate() {
            let shares = self.columns.iter().enumerate().map(|(at, column)| (at + 1, self.share(moment, *column)));
            let terms = [(0, -measure)].into_iter().chain(shares.filter(|(_, share)| *share != 0.0)).collect();
            rows.push(Row { terms, relation: Relation::AtMost, right: -standing });
        }
        LinearProgram { costs, rows }
    }

    /// A variable for each moment: its weight; then two for each blend, whose difference is what it adds at least.
    fn dual(&self) -> LinearProgram {
        let moments = self.fixed.len();
        let mut costs: Vec<f64> = self.fixed.iter().map(|(standing, _)| -standing).collect();
        costs.extend(self.blends.iter().flat_map(|_| [-1.0, 1.0]));
        let measures = self.fixed.iter().enumerate().map(|(at, (_, measure))| (at, *measure)).collect();
        let mut rows = vec![Row { terms: measures, relation: Relation::Equal, right: 1.0 }];
        for column in self.columns {
            let at = moments + 2 * column.0;
            let adds = (0..moments).map(|moment| (moment, -self.share(moment, *column)));
            let terms = adds.filter(|(_, share)| *share != 0.0).chain([(at, 1.0), (at + 1, -1.0)]).collect();
            rows.push(Row { terms, relation: Relation::AtMost, right: 0.0 });
        }
        LinearProgram { costs, rows }
    }
}
