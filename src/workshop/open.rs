//! Which subjects there are, and how one is begun.

#[cfg(feature = "import")]
use super::Subject;
#[cfg(feature = "import")]
use crate::plan::Plan;
#[cfg(feature = "import")]
use crate::text::Language;

/// Names of the subjects that can be begun; the page has a door to each of these and to no other.
pub const SUBJECTS: &[&str] = &[
    "members",
    "templates",
    "cohorts",
    "windows",
    "notices",
    "compare",
    "bids",
    "capacity",
    "journeys",
    "events",
    "autoplan",
    "share",
    "documents",
    "requirements",
    "embed",
    "one-file",
];

/// Decodes bytes by the WHATWG label of an encoding; with `true`, `None` where they do not fit it.
pub type Decoder = fn(&str, &[u8], bool) -> Option<String>;

/// Begins a subject on the plan in hand; `None` where there is none of that name.
#[cfg(feature = "import")]
///
/// `kept`: the other plans that are kept, as they are stored.
pub fn begin(
    subject: &str,
    plan: Plan,
    kept: &[&str],
    language: Language,
    decoder: Decoder,
) -> Option<Box<dyn Subject>> {
    match subject {
        "members" => Some(Box::new(super::members::Members::new(plan, decoder))),
        "templates" => Some(Box::new(super::templates::Templates::new(plan))),
        "cohorts" => Some(Box::new(super::cohorts::Cohorts::new(plan))),
        "windows" => Some(Box::new(super::windows::Windows::new(plan))),
        "notices" => Some(Box::new(super::notices::Notices::new(plan))),
        #[cfg(feature = "wire")]
        "compare" => Some(Box::new(super::compare::Compare::new(plan, kept))),
        #[cfg(feature = "wire")]
        "embed" => Some(Box::new(super::embed::Embed::new(plan))),
        #[cfg(feature = "wire")]
        "one-file" => Some(Box::new(super::one_file::OneFile::new(plan))),
        #[cfg(feature = "wire")]
        "autoplan" => Some(Box::new(super::autoplan::Autoplan::new(plan))),
        #[cfg(feature = "wire")]
        "bids" => Some(Box::new(super::bids::Bids::new(plan, language))),
        #[cfg(feature = "wire")]
        "documents" => Some(Box::new(super::documents::Documents::new(plan))),
        #[cfg(feature = "wire")]
        "events" => Some(Box::new(super::events::Events::new(plan))),
        #[cfg(feature = "wire")]
        "requirements" => Some(Box::new(super::requirements::Requirements::new(plan))),
        #[cfg(feature = "wire")]
        "share" => Some(Box::new(super::share::Share::new(plan))),
        "journeys" => Some(Box::new(super::journeys::Journeys::new(plan))),
        #[cfg(feature = "wire")]
        "capacity" => Some(Box::new(super::capacity::Capacity::new(plan))),
        _ => None,
    }
}
