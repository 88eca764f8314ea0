//! Checks of the windows: their times, and that each cohort has exactly one ordinary window.

use std::fmt;

use super::Horizon;
use super::findings::Findings;
use crate::plan::cut::Cut;
use crate::plan::issue::{Entry, IssueCode, Limited};
use crate::plan::{Plan, Window, limits};

pub(super) fn check(plan: &Plan, horizon: Horizon, cut: Option<&Cut>, findings: &mut Findings) {
    findings.limit(Limited::Windows, plan.windows.len() as u64, limits::WINDOWS_MAX as u64, "/windows");
    if plan.windows.iter().all(|window| window.catch_up) {
        findings.add(IssueCode::NoOrdinaryWindow, "/windows");
    }
    let mut ordinary: Vec<Option<usize>> = vec![None; plan.cohorts.len()];
    for (place, window) in plan.windows.iter().enumerate() {
        let pointer = format_args!("/windows/{place}");
        check_times(window, horizon, pointer, findings);
        if let Some(show_up) = window.show_up {
            findings.share(show_up, format_args!("{pointer}/show_up"));
        }
        let list = format_args!("{pointer}/cohorts");
        findings.indices(Entry::Cohort, &window.cohorts, plan.cohorts.len(), list);
        if window.cohorts.is_empty() {
            findings.add(IssueCode::WindowWithoutCohorts, list);
        }
        if !window.catch_up {
            give_window(place, window, &mut ordinary, findings);
        }
    }
    for (cohort, _) in ordinary.iter().enumerate().filter(|(_, window)| window.is_none()) {
        let people = cut.and_then(|cut| cut.cohorts.get(cohort)).map_or(0, |cohort| cohort.total);
        if people > 0 {
            findings.add(IssueCode::CohortNotInvited { people }, format_args!("/cohorts/{cohort}"));
        }
    }
}

fn check_times(
    window: &Window,
    Horizon { starts, ends }: Horizon,
    pointer: fmt::Arguments<'_>,
    findings: &mut Findings,
) {
    let Window { opens, closes, .. } = *window;
    if opens < starts || opens >= ends {
        findings.add(IssueCode::WindowOutsideHorizon { starts, ends }, format_args!("{pointer}/opens"));
    } else if closes > ends {
        findings.add(IssueCode::WindowOutsideHorizon { starts, ends }, format_args!("{pointer}/closes"));
    }
    if opens >= closes {
        findings.add(IssueCode::ClosesBeforeOpening { opens, closes }, format_args!("{pointer}/closes"));
    }
}

fn give_window(place: usize, window: &Window, ordinary: &mut [Option<usize>], findings: &mut Findings) {
    for (entry, &cohort) in window.cohorts.iter().enumerate() {
        match ordinary.get_mut(cohort) {
            Some(Some(earlier)) if *earlier != place => {
                let code = IssueCode::CohortInTwoWindows { cohort, earlier: *earlier };
                findings.add(code, format_args!("/windows/{place}/cohorts/{entry}"));
            }
            Some(given @ None) => *given = Some(place),
            _ => {}
        }
    }
}
