//! The subject `members`: a table of one's own, or one to start from, in place of the members of the plan.

use super::open::Decoder;
use super::{Outcome, Panel, Step, Subject};
use crate::plan::Plan;
use crate::text::Language;

/// What was brought, what was chosen, and the plan that takes it.
pub struct Members {
    plan: Plan,
    decoder: Decoder,
}

impl Members {
    pub fn new(plan: Plan, decoder: Decoder) -> Self {
        Self { plan, decoder }
    }
}

impl Subject for Members {
    fn panel(&self, _language: Language) -> Panel {
        let _ = (&self.plan, self.decoder);
        Panel::default()
    }

    fn step(&mut self, _step: Step, _language: Language) -> Outcome {
        Outcome::Shown
    }
}
