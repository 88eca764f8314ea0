//! What becomes of an approval when the plan is changed: it stays with the version that was approved.

use std::sync::Arc;

use litemap::LiteMap;

use super::{Plan, Status};

/// `edited` as a step from `before`: a plan that asks anything else than its approved version is a draft again, and
/// keeps that version without fields that nobody here knows, so that what changed since can be told. Title, author, date and what is said about numbers may
/// be mended without that.
pub fn follow(before: &Plan, mut edited: Plan) -> Plan {
    if edited.status == Status::Approved && before.status == Status::Approved && !asks_the_same(before, &edited) {
        edited.status = Status::Draft;
    }
    edited.approved = match (before.status, edited.status) {
        (_, Status::Approved) => None,
        (Status::Approved, Status::Draft) => {
            Some(Arc::new(Plan { approved: None, unknown: LiteMap::new(), ..before.clone() }))
        }
        (Status::Draft, Status::Draft) => edited.approved,
    };
    edited
}

fn asks_the_same(one: &Plan, other: &Plan) -> bool {
    let renamed = Plan {
        title: one.title.clone(),
        author: one.author.clone(),
        dated: one.dated,
        status: one.status,
        sources: one.sources.clone(),
        entered_as: one.entered_as.clone(),
        approved: one.approved.clone(),
        unknown: one.unknown.clone(),
        ..other.clone()
    };
    renamed == *one
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::edit::{HeaderEdit, PlanEdit, apply};
    use crate::plan::sample;

    fn after(plan: &Plan, edit: HeaderEdit) -> Plan {
        follow(plan, apply(plan, &PlanEdit::Header(edit)).unwrap())
    }

    #[test]
    fn an_approved_plan_that_is_changed_is_a_draft_and_keeps_what_was_approved() {
        let approved = after(&sample::plan(), HeaderEdit::Status(Status::Approved));
        assert_eq!((approved.status, approved.approved.clone()), (Status::Approved, None));

        let renamed = after(&approved, HeaderEdit::Title("As decided".to_owned()));
        assert_eq!((renamed.status, renamed.approved.clone()), (Status::Approved, None));

        let changed = after(&renamed, HeaderEdit::Days(approved.days + 1));
        let kept = Plan { unknown: LiteMap::new(), ..renamed };
        assert_eq!((changed.status, changed.approved.as_deref()), (Status::Draft, Some(&kept)));

        let further = after(&changed, HeaderEdit::Days(approved.days + 2));
        assert_eq!(further.approved.as_deref(), Some(&kept));

        let anew = after(&further, HeaderEdit::Status(Status::Approved));
        assert_eq!((anew.status, anew.approved.clone()), (Status::Approved, None));

        let taken_back = after(&anew, HeaderEdit::Status(Status::Draft));
        assert_eq!(taken_back.approved.as_deref(), Some(&Plan { unknown: LiteMap::new(), ..anew.clone() }));
    }

    #[test]
    fn a_draft_has_no_approved_version_before_one_is_approved() {
        assert_eq!(after(&sample::plan(), HeaderEdit::Days(3)).approved, None);
    }
}
