//! The study of a plan that plans itself, and the solver of its linear programs.

use microlp::{ComparisonOp, OptimizationDirection};

use super::message::{Form, Outcome};
use super::study::Study;
use crate::forecast::Verdict;
use crate::plan::CheckedPlan;
use crate::schedule::autoplan::{Aim, Found, Hindrance, Score, Search};
use crate::schedule::inverse;
use crate::schedule::linear::{LinearProgram, Relation};
use crate::wire::schedule::{self, Question};

/// A search in units, or an inverse question in one.
pub enum SchedulingStudy {
    Timetable { aim: Aim, search: Result<Box<Search>, Hindrance> },
    LeastCapacity,
    HighestShowUp,
}

const VERDICTS: [Verdict; 3] = [Verdict::Holds, Verdict::AtRisk, Verdict::Breaks];

impl SchedulingStudy {
    pub fn new(plan: &CheckedPlan, options: &str) -> Self {
        match Question::read(options, plan.plan().seed) {
            Question::Timetable(goal) => {
                Self::Timetable { aim: goal.aim, search: Search::new(plan, goal).map(Box::new) }
            }
            Question::LeastCapacity => Self::LeastCapacity,
            Question::HighestShowUp => Self::HighestShowUp,
        }
    }
}

impl Study for SchedulingStudy {
    fn weights(&self, _: &CheckedPlan) -> Option<Vec<f64>> {
        let units = match self {
            Self::Timetable { search: Ok(search), .. } => search.units(),
            _ => 1,
        };
        Some(vec![1.0; units])
    }

    fn units(&self, _: &CheckedPlan, from: u32, to: u32) -> Vec<f64> {
        let Self::Timetable { search: Ok(search), .. } = self else { return Vec::new() };
        (from..to).flat_map(|unit| row(search.unit(unit as usize, &solved))).collect()
    }

    fn sum(&self, plan: &CheckedPlan, _: Form, rows: &[f64]) -> Option<Outcome> {
        let text = match self {
            Self::Timetable { aim, search } => {
                let proposal = match search {
                    Ok(search) => search.sum_up(&read(rows)?, &solved),
                    Err(hindrance) => Err(*hindrance),
                };
                let relief = match (search, &proposal) {
                    (Ok(search), Err(Hindrance::Rules)) => search.relief(&solved),
                    _ => None,
                };
                schedule::write_timetable(*aim, &proposal, relief)
            }
            Self::LeastCapacity => schedule::write_capacity(plan, &inverse::least_capacity(plan)),
            Self::HighestShowUp => {
                let bracket = inverse::highest_show_up(plan);
                let found = bracket.and_then(|at| Some((inverse::with_show_up(plan, at.holds_at)?, at)));
                schedule::write_show_up(found.as_ref())
            }
        };
        Some(Outcome::Text(text))
    }
}

/// What a script is answered, worked out here.
pub fn schedule_of_plan(plan: &CheckedPlan, options: &str) -> Option<String> {
    let study = SchedulingStudy::new(plan, options);
    let units = study.weights(plan)?.len();
    match study.sum(plan, Form::Script, &study.units(plan, 0, units as u32))? {
        Outcome::Text(text) => Some(text),
        _ => None,
    }
}

/// The figures of a unit after their number; nothing but that number where nothing was found.
fn row(found: Option<Found>) -> Vec<f64> {
    let Some(Found { days, timetable, score }) = found else { return vec![0.0] };
    let Score { verdict, not_holding, peak_load, wait } = score;
    let figures = [days as f64, f64::from(verdict as u8), not_holding as f64, peak_load, wait];
    let row = figures.into_iter().chain(timetable.iter().map(|window| *window as f64));
    [(figures.len() + timetable.len()) as f64].into_iter().chain(row).collect()
}

/// What [`row`] wrote of several units; `None` = it did not.
fn read(rows: &[f64]) -> Option<Vec<Option<Found>>> {
    let mut found = Vec::new();
    let mut rest = rows;
    while let Some((&length, after)) = rest.split_first() {
        let (own, others) = after.split_at_checked(length as usize)?;
        rest = others;
        found.push(match own {
            [] => None,
            &[days, verdict, not_holding, peak_load, wait, ref timetable @ ..] => {
                let verdict = *VERDICTS.get(verdict as usize)?;
                let score = Score { verdict, not_holding: not_holding as usize, peak_load, wait };
                let timetable = timetable.iter().map(|window| *window as usize).collect();
                Some(Found { days: days as usize, timetable, score })
            }
            _ => return None,
        });
    }
    Some(found)
}

/// The least of a linear program, by a library; `None` = it has none, or none was found.
pub fn solved(program: &LinearProgram) -> Option<Vec<f64>> {
    let mut problem = microlp::Problem::new(OptimizationDirection::Minimize);
    let variables: Vec<_> = program.costs.iter().map(|cost| problem.add_var(*cost, (0.0, f64::INFINITY))).collect();
    for row in &program.rows {
        let terms: Vec<_> = row.terms.iter().map(|(at, factor)| (variables[*at], *factor)).collect();
        let relation = match row.relation {
            Relation::AtMost => ComparisonOp::Le,
            Relation::Equal => ComparisonOp::Eq,
        };
        problem.add_constraint(&terms[..], relation, row.right);
    }
    let solution = problem.solve().ok()?.into_solution().ok()?;
    Some(variables.iter().map(|variable| solution[*variable]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_unit_found_comes_back() {
        let score = Score { verdict: Verdict::AtRisk, not_holding: 3, peak_load: 0.9, wait: f64::INFINITY };
        let found = [Some(Found { days: 4, timetable: vec![2, 0, 1], score }), None];
        let rows: Vec<f64> = found.iter().cloned().flat_map(row).collect();
        assert_eq!(read(&rows), Some(found.to_vec()));
        assert_eq!(read(&rows[..4]), None);
    }

    #[test]
    fn verdicts_have_their_places() {
        for (at, verdict) in VERDICTS.into_iter().enumerate() {
            assert_eq!(verdict as usize, at);
        }
    }
}
