//! The study of a plan that plans itself, and the solver of its linear programs.

use microlp::{ComparisonOp, OptimizationDirection};

use super::message::{Form, Outcome};
use super::study::Study;
use crate::forecast::Verdict;
use crate::plan::CheckedPlan;
use crate::schedule::autoplan::{self, Aim, Found, Hindrance, Score, Search};
use crate::schedule::ensemble::Fares;
use crate::schedule::inverse;
use crate::schedule::linear::{LinearProgram, Relation};
use crate::wire::schedule::{self, Question};

/// A search in units, or another question in one.
pub enum SchedulingStudy {
    Timetable { aim: Aim, search: Result<Box<Search>, Hindrance> },
    Other(Question),
}

const VERDICTS: [Verdict; 3] = [Verdict::Holds, Verdict::AtRisk, Verdict::Breaks];

impl SchedulingStudy {
    pub fn new(plan: &CheckedPlan, options: &str) -> Self {
        match Question::read(options, plan.plan().seed) {
            Question::Timetable(goal) => {
                Self::Timetable { aim: goal.aim, search: Search::new(plan, goal).map(Box::new) }
            }
            other => Self::Other(other),
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
                let found = read(rows)?;
                let search = search.as_deref().map_err(|hindrance| *hindrance);
                let reliefs = |hindrance: Hindrance| match search {
                    Ok(search) if hindrance == Hindrance::Rules => search.reliefs(None, &solved),
                    _ => Vec::new(),
                };
                if *aim == Aim::TradeOff {
                    let curve = search.and_then(|search| search.trade_off(&found).ok_or(Hindrance::Rules));
                    let reliefs = curve.as_ref().err().map_or_else(Vec::new, |hindrance| reliefs(*hindrance));
                    schedule::write_trade_off(plan, &curve, &reliefs)
                } else {
                    let proposal = search.and_then(|search| search.sum_up(&found, &solved));
                    let reliefs = proposal.as_ref().err().map_or_else(Vec::new, |hindrance| reliefs(*hindrance));
                    schedule::write_timetable(*aim, &proposal, &reliefs)
                }
            }
            Self::Other(question) => other(plan, question)?,
        };
        Some(Outcome::Text(text))
    }
}

/// The answer to a question that is no search for a timetable.
fn other(plan: &CheckedPlan, question: &Question) -> Option<String> {
    Some(match question {
        Question::Timetable(_) => return None,
        Question::LeastCapacity(asked) => {
            schedule::write_capacity(plan, &inverse::least_capacity(plan, *asked), *asked)
        }
        Question::HighestShowUp(asked) => {
            let bracket = inverse::highest_show_up(plan, *asked);
            let with = if asked.is_some() { inverse::with_known_show_up } else { inverse::with_show_up };
            let found = bracket.and_then(|at| Some((with(plan, at.holds_at)?, at)));
            schedule::write_show_up(found.as_ref(), *asked)
        }
        Question::Why { cohort, rules } => schedule::write_why(autoplan::why(plan, rules, *cohort).as_ref()),
        Question::Moves(rules) => schedule::write_moves(autoplan::gains(plan, rules).as_ref()),
    })
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
    let Some(Found { days, timetable, score, fares }) = found else { return vec![0.0] };
    let Score { verdict, not_holding, peak_load, wait } = score;
    // No draws at all say that nobody asked for any.
    let Fares { held, draws, peak_load: at_chance } = fares.unwrap_or(Fares { held: 0, draws: 0, peak_load: 0.0 });
    let figures = [days as f64, f64::from(verdict as u8), not_holding as f64, peak_load, wait];
    let chance = [held as f64, draws as f64, at_chance];
    let row = figures.into_iter().chain(chance).chain(timetable.iter().map(|window| *window as f64));
    let row: Vec<f64> = row.collect();
    [row.len() as f64].into_iter().chain(row).collect()
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
            &[days, verdict, not_holding, peak_load, wait, held, draws, at_chance, ref timetable @ ..] => {
                let verdict = *VERDICTS.get(verdict as usize)?;
                let score = Score { verdict, not_holding: not_holding as usize, peak_load, wait };
                let timetable = timetable.iter().map(|window| *window as usize).collect();
                let fares = Fares { held: held as usize, draws: draws as usize, peak_load: at_chance };
                Some(Found { days: days as usize, timetable, score, fares: (draws > 0.0).then_some(fares) })
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
        let fares = Fares { held: 371, draws: 400, peak_load: 0.95 };
        let found = [
            Some(Found { days: 4, timetable: vec![2, 0, 1], score, fares: None }),
            None,
            Some(Found { days: 1, timetable: vec![0, 0, 0], score, fares: Some(fares) }),
        ];
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
