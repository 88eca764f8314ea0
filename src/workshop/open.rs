//! Which subjects there are, and how one is begun.

use super::Subject;
use crate::plan::Plan;
use crate::text::Language;

/// Names of the subjects that can be begun; the page has a door to each of these and to no other.
pub const SUBJECTS: &[&str] = &["members"];

/// Decodes bytes by the WHATWG label of an encoding; with `true`, `None` where they do not fit it.
pub type Decoder = fn(&str, &[u8], bool) -> Option<String>;

/// Begins a subject on the plan in hand; `None` where there is none of that name.
pub fn begin(subject: &str, plan: Plan, _language: Language, decoder: Decoder) -> Option<Box<dyn Subject>> {
    match subject {
        #[cfg(feature = "import")]
        "members" => Some(Box::new(super::members::Members::new(plan, decoder))),
        _ => None,
    }
}
