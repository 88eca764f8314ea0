//! What is worth a remark in a plan that can be computed, without being asked.

use super::Line;
use crate::plan::CheckedPlan;
use crate::text::Language;

/// Remarks on a plan, the weightiest first; the action of a remark names the subject that it opens.
pub fn remarks(_plan: &CheckedPlan, _language: Language) -> Vec<Line> {
    Vec::new()
}
