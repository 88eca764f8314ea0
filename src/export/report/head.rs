//! Title, what the plan is, who is to sign, and what stands on every page.

use super::{Approval, Block, Furniture, Report, Sheet};
use crate::export::material::Material;
use crate::forecast::MODEL;
use crate::plan::{Plan, Status};
use crate::text::report::ReportWords;
use crate::wire::fingerprint::fingerprint;

/// The boxes to be signed.
pub(super) fn push(material: &Material, sheet: &mut Sheet) {
    let words = sheet.words;
    let author = material.plan().author.trim();
    let name = |index: usize| if index == 0 { author.to_owned() } else { String::new() };
    let roles = words.roles.iter().enumerate().map(|(index, role)| ((*role).to_owned(), name(index))).collect();
    let lines = words.approval_lines.map(str::to_owned);
    sheet.blocks.push(Block::Approval(Approval { caption: words.approval.to_owned(), lines, roles }));
}

/// The report of what was laid out.
pub(super) fn frame(material: &Material, sheet: Sheet) -> Report {
    let (plan, words) = (material.plan(), sheet.words);
    let title = title(plan, words);
    Report {
        language: material.language,
        author: plan.author.trim().to_owned(),
        dated: dated(plan),
        kind: words.kind.to_owned(),
        about: (words.about)(material.forecast.totals.members, plan.windows.len(), plan.days, plan.first_opening()),
        marks: vec![
            (words.fingerprint.to_owned(), material.fingerprint.clone()),
            (words.model.to_owned(), MODEL.to_string()),
            (words.status.to_owned(), status(plan, words)),
            (words.dated.to_owned(), dated(plan)),
            (words.author.to_owned(), or_nobody(&plan.author, words)),
        ],
        furniture: Furniture {
            foot: (words.foot)(&title, &material.fingerprint, MODEL),
            page: words.page.map(str::to_owned),
        },
        title,
        blocks: sheet.blocks,
    }
}

fn title(plan: &Plan, words: &ReportWords) -> String {
    if plan.title.trim().is_empty() { words.untitled.to_owned() } else { plan.title.trim().to_owned() }
}

fn or_nobody(name: &str, words: &ReportWords) -> String {
    if name.trim().is_empty() { words.nobody.to_owned() } else { name.trim().to_owned() }
}

/// A draft that goes on from an approved version names that version.
fn status(plan: &Plan, words: &ReportWords) -> String {
    match (plan.status, &plan.approved) {
        (Status::Approved, _) => words.approved.to_owned(),
        (Status::Draft, Some(approved)) => (words.since_approved)(&fingerprint(approved)),
        (Status::Draft, None) => words.draft.to_owned(),
    }
}

fn dated(plan: &Plan) -> String {
    format!("{:04}-{:02}-{:02}", plan.dated.year(), plan.dated.month(), plan.dated.day())
}
