//! The proof that a plan was checked: what the engine takes instead of a bare plan.

use std::sync::Arc;

use super::Plan;
use super::check::examine;
use super::cut::Cut;
use super::issue::Issue;
use super::zones::NoTimeZones;

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
        let plan = plan.into();
        let (issues, cut) = examine(&plan, &NoTimeZones);
        let errors: Vec<Issue> = issues.into_iter().filter(Issue::is_error).collect();
        match cut {
            Some(cut) if errors.is_empty() => Ok(Self { plan, cut: Arc::new(cut) }),
            _ => Err(errors),
        }
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
    fn errors_are_answered_and_warnings_are_not() {
        let mut plan = sample::plan();
        plan.days = 0;
        plan.sources.insert("/nowhere".to_owned(), sample::source());
        let errors = CheckedPlan::new(plan).unwrap_err();
        assert!(!errors.is_empty() && errors.iter().all(Issue::is_error), "{errors:?}");
    }
}
