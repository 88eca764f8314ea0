//! The proof that a plan was checked: what the engine takes instead of a bare plan.

use std::sync::Arc;

use super::Plan;
use super::check::examine;
use super::cut::Cut;
use super::issue::Issue;
use super::zones::{NoTimeZones, TimeZones};

/// A plan in which [`super::check`] found no error, with its membership cut into cohorts.
#[derive(Clone, Debug)]
pub struct CheckedPlan {
    plan: Arc<Plan>,
    cut: Arc<Cut>,
}

impl CheckedPlan {
    /// # Errors
    /// All issues of severity error, in the order of the plan file; warnings block nothing and are left out.
    pub fn new(plan: impl Into<Arc<Plan>>) -> Result<Self, Vec<Issue>> {
        Self::with_cut(plan.into(), None)
    }

    /// As [`Self::new`], for a plan made from this one: where members, cohorts and first day are the same, so is the
    /// cut, and it is not made again.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn changed(&self, plan: impl Into<Arc<Plan>>) -> Result<Self, Vec<Issue>> {
        let plan = plan.into();
        let same = Arc::ptr_eq(&plan.members, &self.plan.members)
            && Arc::ptr_eq(&plan.cohorts, &self.plan.cohorts)
            && plan.first_day == self.plan.first_day;
        Self::with_cut(plan, same.then(|| Arc::clone(&self.cut)))
    }

    fn with_cut(plan: Arc<Plan>, cut: Option<Arc<Cut>>) -> Result<Self, Vec<Issue>> {
        let (issues, cut) = examine(&plan, &NoTimeZones, cut);
        let errors: Vec<Issue> = issues.into_iter().filter(Issue::is_error).collect();
        match cut {
            Some(cut) if errors.is_empty() => Ok(Self { plan, cut }),
            _ => Err(errors),
        }
    }

    /// The answer of [`super::check`], and the checked plan where [`Self::new`] finds no error: a sound plan is
    /// looked through and cut only once.
    pub fn with_issues(plan: &Arc<Plan>, zones: &dyn TimeZones) -> (Vec<Issue>, Option<Self>) {
        let (issues, cut) = examine(plan, zones, None);
        let checked = match cut {
            Some(cut) if !issues.iter().any(Issue::is_error) => Some(Self { plan: Arc::clone(plan), cut }),
            // What only a time zone forbids can be forecast all the same.
            _ => Self::new(Arc::clone(plan)).ok(),
        };
        (issues, checked)
    }

    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The same plan, shared.
    pub fn shared(&self) -> Arc<Plan> {
        Arc::clone(&self.plan)
    }

    /// Who is in which cohort.
    pub fn cut(&self) -> &Cut {
        &self.cut
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::sample;

    #[test]
    fn a_plan_without_errors_is_checked_and_cut_once() {
        let plan = Arc::new(sample::plan());
        let checked = CheckedPlan::new(Arc::clone(&plan)).unwrap();
        assert!(Arc::ptr_eq(&plan, &checked.shared()));
        assert_eq!(checked.cut(), &super::super::cut::cut(&plan));
    }

    #[test]
    fn a_changed_plan_shares_the_cut_while_its_people_are_the_same() {
        let checked = CheckedPlan::new(sample::plan()).unwrap();
        let other = Plan { days: 3, ..checked.plan().clone() };
        let other = checked.changed(other).unwrap();
        assert!(Arc::ptr_eq(&checked.cut, &other.cut));
        let mut more = checked.plan().clone();
        Arc::make_mut(&mut more.members).counts[0][0] += 7;
        let more = checked.changed(more).unwrap();
        assert_eq!(more.cut(), &super::super::cut::cut(more.plan()));
        assert_ne!(more.cut(), checked.cut());
        assert!(checked.changed(Plan { days: 0, ..checked.plan().clone() }).is_err());
    }

    #[test]
    fn issues_and_proof_in_one_pass_are_those_of_two() {
        let mut broken = sample::plan();
        broken.days = 0;
        let mut warned = sample::plan();
        warned.sources.insert("/nowhere".to_owned(), sample::source());
        for plan in [sample::plan(), broken, warned].map(Arc::new) {
            let (issues, checked) = CheckedPlan::with_issues(&plan, &NoTimeZones);
            assert_eq!(issues, super::super::check(&plan, &NoTimeZones));
            let apart = CheckedPlan::new(Arc::clone(&plan)).ok();
            assert_eq!(checked.as_ref().map(CheckedPlan::cut), apart.as_ref().map(CheckedPlan::cut));
        }
    }

    #[test]
    fn errors_are_answered_and_warnings_are_not() {
        let mut plan = sample::plan();
        plan.days = 0;
        plan.sources.insert("/nowhere".to_owned(), sample::source());
        let errors = CheckedPlan::new(plan).unwrap_err();
        assert!(!errors.is_empty() && errors.iter().all(Issue::is_error), "{errors:?}");
    }
}
