//! Local search: the fullest window exchanges up to three groups with another, and is shaken where that helps no more.

use super::problem::{Neighbours, Problem, Timetable};
use crate::num::order;
use crate::rng::Key;

/// Groups that one side of an exchange gives at most.
const GIVEN_MOST: usize = 3;

/// Windows with more groups give two at most: their pairs are as many as the triples of smaller ones.
const TRIPLES_UNTIL: usize = 18;

/// What counts as less, in parts of the value.
const LESS: f64 = 1e-12;

/// Groups that one side gives.
#[derive(Clone, Copy, Debug)]
struct Given {
    sum: f64,
    groups: [usize; GIVEN_MOST],
    count: usize,
}

impl Given {
    fn groups(&self) -> &[usize] {
        &self.groups[..self.count]
    }
}

/// What a window can give, by the number of groups, each list ascending by its sum.
type Choice = [Vec<Given>; GIVEN_MOST + 1];

/// What two windows give each other, and the larger of their loads then.
#[derive(Clone, Copy, Debug)]
struct Exchange {
    load: f64,
    other: usize,
    given: Given,
    taken: Given,
}

/// A timetable on its way to a better one.
struct Walk<'a> {
    problem: &'a Problem,
    neighbours: Vec<Neighbours>,
    is_free: bool,
    timetable: Timetable,
    contents: Vec<f64>,
    held: Vec<Vec<usize>>,
    /// Of each window, where nothing but sizes matters; made when it is asked for.
    choices: Vec<Option<Choice>>,
}

/// Makes a timetable better until its value is `goal` or it was shaken `shakes` times; the rules that it keeps, it goes
/// on keeping. The same seed gives the same timetable.
pub fn improve(problem: &Problem, timetable: Timetable, goal: f64, shakes: u64, key: Key) -> Timetable {
    let mut walk = Walk::new(problem, timetable);
    walk.descend(goal);
    let mut best = (walk.value(), walk.timetable.clone());
    for shake in 0..shakes {
        if best.0 <= goal * (1.0 + LESS) {
            break;
        }
        walk.shake(key.part(shake));
        walk.descend(goal);
        let value = walk.value();
        if value <= best.0 {
            best = (value, walk.timetable.clone());
        } else {
            walk.return_to(&best.1);
        }
    }
    best.1
}

impl<'a> Walk<'a> {
    fn new(problem: &'a Problem, timetable: Timetable) -> Self {
        let mut walk = Self {
            problem,
            neighbours: problem.neighbours(),
            is_free: problem.is_free(),
            contents: Vec::new(),
            held: Vec::new(),
            choices: Vec::new(),
            timetable: Vec::new(),
        };
        walk.return_to(&timetable);
        walk
    }

    fn return_to(&mut self, timetable: &[usize]) {
        let windows = self.problem.windows();
        self.timetable = timetable.to_vec();
        self.contents = self.problem.contents(timetable);
        self.choices = (0..windows).map(|_| None).collect();
        self.held = vec![Vec::new(); windows];
        for (group, &window) in timetable.iter().enumerate() {
            self.held[window].push(group);
        }
    }

    fn load(&self, window: usize) -> f64 {
        self.contents[window] / self.problem.capacities[window]
    }

    /// The fullest window, the earlier of two alike.
    fn fullest(&self) -> usize {
        (0..self.problem.windows())
            .reduce(|best, at| if self.load(at) > self.load(best) { at } else { best })
            .unwrap_or(0)
    }

    fn value(&self) -> f64 {
        self.problem.value(&self.timetable)
    }

    /// Exchanges while the fullest window gets emptier by it.
    fn descend(&mut self, goal: f64) {
        loop {
            let fullest = self.fullest();
            let load = self.load(fullest);
            if load <= goal * (1.0 + LESS) {
                return;
            }
            let mut best: Option<Exchange> = None;
            for other in (0..self.problem.windows()).filter(|other| *other != fullest) {
                let limit = best.map_or(load * (1.0 - LESS), |best| best.load);
                if let Some(exchange) = self.best_exchange(fullest, other, limit) {
                    best = Some(exchange);
                }
            }
            match best {
                Some(exchange) => self.carry_out(fullest, &exchange),
                None => return,
            }
        }
    }

    /// The exchange after which the larger of two loads is least, if it is below `limit`.
    fn best_exchange(&mut self, from: usize, to: usize, limit: f64) -> Option<Exchange> {
        let (own, others);
        if self.is_free {
            for window in [from, to] {
                if self.choices[window].is_none() {
                    self.choices[window] = Some(self.choice(window, None));
                }
            }
            (own, others) = (self.choices[from].as_ref()?, self.choices[to].as_ref()?);
            return self.nearest(from, to, own, others, limit);
        }
        let (own, others) = (self.choice(from, Some(to)), self.choice(to, Some(from)));
        self.nearest(from, to, &own, &others, limit)
    }

    /// What a window can give, to the other one if the rules are asked.
    fn choice(&self, window: usize, to: Option<usize>) -> Choice {
        let may_go = |group: usize| {
            to.is_none_or(|to| self.problem.is_allowed(group, to) && self.neighbours[group].allow(to, &self.timetable))
        };
        let groups: Vec<usize> = self.held[window].iter().copied().filter(|group| may_go(*group)).collect();
        let mut choice: Choice = Default::default();
        let nothing = Given { sum: 0.0, groups: [0; GIVEN_MOST], count: 0 };
        choice[0].push(nothing);
        let with = |given: &Given, group: usize| {
            let mut more = *given;
            more.groups[more.count] = group;
            more.count += 1;
            more.sum += self.problem.sizes[group];
            more
        };
        let has_triples = groups.len() <= TRIPLES_UNTIL;
        for (at, &one) in groups.iter().enumerate() {
            let single = with(&nothing, one);
            choice[1].push(single);
            for (next, &two) in groups.iter().enumerate().skip(at + 1) {
                let pair = with(&single, two);
                choice[2].push(pair);
                if has_triples {
                    choice[3].extend(groups[next + 1..].iter().map(|&three| with(&pair, three)));
                }
            }
        }
        for list in &mut choice {
            order::sort_by(list, |one, other| one.sum.total_cmp(&other.sum));
        }
        choice
    }

    fn nearest(&self, from: usize, to: usize, own: &Choice, others: &Choice, limit: f64) -> Option<Exchange> {
        let capacities = &self.problem.capacities;
        let (here, there) = (self.contents[from], self.contents[to]);
        let (of_here, of_there) = (capacities[from], capacities[to]);
        // What would make the two loads alike.
        let wanted = (here * of_there - there * of_here) / (of_here + of_there);
        let most = self.problem.groups_per_window.unwrap_or(usize::MAX);
        let (held_here, held_there) = (self.held[from].len(), self.held[to].len());
        let mut best: Option<Exchange> = None;
        let mut limit = limit;
        for (gives, own) in own.iter().enumerate() {
            for (takes, others) in others.iter().enumerate() {
                if own.is_empty() || others.is_empty() || gives + takes == 0 {
                    continue;
                }
                if held_here + takes > most.saturating_add(gives) || held_there + gives > most.saturating_add(takes) {
                    continue;
                }
                let mut next = 0;
                for given in own {
                    // The first of the others with which too little goes; the one before it is the other side.
                    while next < others.len() && given.sum - others[next].sum > wanted {
                        next += 1;
                    }
                    for taken in [next.checked_sub(1), Some(next)].into_iter().flatten().filter_map(|at| others.get(at))
                    {
                        let goes = given.sum - taken.sum;
                        let (one, other) = ((here - goes) / of_here, (there + goes) / of_there);
                        let load = if one > other { one } else { other };
                        if load < limit && self.keeps_order(from, to, given, taken) {
                            limit = load;
                            best = Some(Exchange { load, other: to, given: *given, taken: *taken });
                        }
                    }
                }
            }
        }
        best
    }

    /// Whether chains stay in order where several of their groups move at once.
    fn keeps_order(&self, from: usize, to: usize, given: &Given, taken: &Given) -> bool {
        if self.problem.chains.is_empty() {
            return true;
        }
        let at = |group: usize| {
            if given.groups().contains(&group) {
                to
            } else if taken.groups().contains(&group) {
                from
            } else {
                self.timetable[group]
            }
        };
        given.groups().iter().chain(taken.groups()).all(|&group| {
            let Neighbours { before, after } = &self.neighbours[group];
            before.iter().all(|&other| at(other) <= at(group)) && after.iter().all(|&other| at(group) <= at(other))
        })
    }

    fn carry_out(&mut self, from: usize, exchange: &Exchange) {
        for &group in exchange.given.groups() {
            self.put(group, exchange.other);
        }
        for &group in exchange.taken.groups() {
            self.put(group, from);
        }
        for window in [from, exchange.other] {
            self.choices[window] = None;
            // Afresh, so that no rounding adds up over a long search.
            let sizes = self.held[window].iter().map(|&group| self.problem.sizes[group]);
            self.contents[window] = self.problem.occupied(window) + sizes.sum::<f64>();
        }
    }

    fn put(&mut self, group: usize, window: usize) {
        let before = std::mem::replace(&mut self.timetable[group], window);
        self.held[before].retain(|held| *held != group);
        self.held[window].push(group);
    }

    /// Swaps a few groups by chance: one of the fullest window, and some of others.
    fn shake(&mut self, key: Key) {
        let windows = self.problem.windows();
        let swaps = 2 + (key.word(0).bits() % 3);
        for swap in 0..swaps {
            let draw = |number: u64, of: usize| (key.word(1 + 8 * swap + number).share() * of as f64) as usize;
            let from = if swap == 0 { self.fullest() } else { draw(0, windows) };
            let to = draw(1, windows);
            if from == to || self.held[from].is_empty() {
                continue;
            }
            let one = self.held[from][draw(2, self.held[from].len())];
            let single = |group: usize| Given { sum: self.problem.sizes[group], groups: [group, 0, 0], count: 1 };
            let given = single(one);
            // With an empty place, or with whatever stands there.
            let place = draw(3, self.held[to].len() + 1);
            let taken = match self.held[to].get(place) {
                Some(&other) => single(other),
                None => Given { sum: 0.0, groups: [0; GIVEN_MOST], count: 0 },
            };
            let most = self.problem.groups_per_window.unwrap_or(usize::MAX);
            let fits = taken.count == 1 || self.held[to].len() < most;
            let may = |given: &Given, window: usize| {
                given.groups().iter().all(|&group| self.problem.is_allowed(group, window))
            };
            if fits && may(&given, to) && may(&taken, from) && self.keeps_order(from, to, &given, &taken) {
                self.carry_out(from, &Exchange { load: 0.0, other: to, given, taken });
            }
        }
    }
}

/// Timetables that differ from one by a group that leaves a window, alone or against another group; in an order of
/// chance, and only such as keep the rules.
pub struct Exchanges<'a> {
    problem: &'a Problem,
    timetable: &'a [usize],
    /// A group of the window, and the group or window it goes to.
    left: Vec<(usize, Goal)>,
}

#[derive(Clone, Copy, Debug)]
enum Goal {
    Window(usize),
    Group(usize),
}

impl<'a> Exchanges<'a> {
    pub fn of(problem: &'a Problem, timetable: &'a [usize], from: usize, key: Key) -> Self {
        let here = (0..timetable.len()).filter(|group| timetable[*group] == from);
        let windows = (0..problem.windows()).filter(|window| *window != from).map(Goal::Window);
        let groups = (0..timetable.len()).filter(|group| timetable[*group] != from).map(Goal::Group);
        let goals: Vec<Goal> = windows.chain(groups).collect();
        let pairs = here.flat_map(|group| goals.iter().map(move |goal| (group, *goal)));
        let mut left: Vec<(u64, (usize, Goal))> =
            pairs.enumerate().map(|(number, pair)| (key.word(number as u64).bits(), pair)).collect();
        order::sort_by_key(&mut left, |(draw, _)| *draw);
        Self { problem, timetable, left: left.into_iter().map(|(_, pair)| pair).collect() }
    }
}

impl Iterator for Exchanges<'_> {
    type Item = Timetable;

    fn next(&mut self) -> Option<Timetable> {
        while let Some((group, goal)) = self.left.pop() {
            let mut timetable = self.timetable.to_vec();
            match goal {
                Goal::Window(window) => timetable[group] = window,
                Goal::Group(other) => timetable.swap(group, other),
            }
            if self.problem.violation(&timetable).is_none() {
                return Some(timetable);
            }
        }
        None
    }
}
