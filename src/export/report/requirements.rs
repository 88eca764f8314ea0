//! The requirements with the words that were edited, and a table of the figures they rest on.

use super::{Block, ColumnKind, Item, Look, Row, RowKind, Sheet, column, text};
use crate::export::material::Material;
use crate::export::requirements::clauses::told;
use crate::export::requirements::{Asked, Clause, Ground, clauses, remarks, written};
use crate::text::requirements::{Remark, words};
use crate::wire::requirements::{Start, read};

/// What cannot be computed or read is left out; the panel says why.
pub(super) fn push(material: &Material, sheet: &mut Sheet) {
    let (language, words) = (material.language, words(material.language));
    let (Ok(kept), Some(mut ground)) = (read(material.plan()), Ground::new(material.checked().clone())) else { return };
    let is_with_bands = material.risk.is_some() || kept.choices.start == Start::High;
    if is_with_bands {
        ground.go_on(usize::MAX);
    }
    let Some(mut asked) = Asked::new(&ground, &kept.choices) else { return };
    while is_with_bands && asked.left() > 0 {
        asked.go_on(usize::MAX);
    }
    let all = clauses(written(&ground, &asked, &kept.choices, language), &kept, language);
    let all: Vec<Clause> = all.into_iter().filter(|clause| !clause.is_left_out).collect();
    sheet.section(words.chapter);
    sheet.say(Look::Plain, words.chapter_note);
    // In print nothing is under way.
    for remark in remarks(&ground, &asked, &kept.choices).into_iter().filter(|remark| *remark != Remark::NoBands) {
        sheet.say(Look::Note, (words.remark)(&remark));
    }
    for clause in &all {
        let requirement = &clause.requirement;
        sheet.part(&format!("{} {}", clause.number, requirement.title));
        let category = (words.category)(requirement.kind.category());
        let edited = if clause.is_edited { format!(" · {}", words.edited) } else { String::new() };
        sheet.say(Look::Note, format!("{category}{edited} · {}: {}", words.definition, requirement.definition));
        let item = |(at, sentence): (usize, &String)| Item {
            number: (at + 1).to_string(),
            text: sentence.clone(),
            address: None,
        };
        sheet.blocks.push(Block::Items(clause.sentences.iter().enumerate().map(item).collect()));
        sheet.say(Look::Note, format!("{}: {}", words.deliverables, requirement.deliverables));
    }
    push_figures(&all, sheet, material);
}

fn push_figures(all: &[Clause], sheet: &mut Sheet, material: &Material) {
    let words = words(material.language);
    let kinds = [
        (ColumnKind::Short, 9),
        (ColumnKind::Text, 17),
        (ColumnKind::Text, 26),
        (ColumnKind::Number, 13),
        (ColumnKind::Number, 15),
        (ColumnKind::Number, 8),
        (ColumnKind::Number, 14),
    ];
    let mut rows = Vec::new();
    for clause in all {
        for (at, figure) in clause.requirement.figures.iter().enumerate() {
            let [forecast, band, headroom, required] = told(figure, material.language);
            let head = |value: &str| if at == 0 { text(value) } else { text("") };
            let some = |value: String| if value.is_empty() { super::Cell::Empty } else { text(value) };
            let cells = vec![
                head(&clause.number),
                head(&clause.requirement.title),
                text(&figure.name),
                text(forecast),
                some(band),
                some(headroom),
                super::Cell::Strong(required),
            ];
            rows.push(Row { kind: if at == 0 { RowKind::First } else { RowKind::Plain }, cells });
        }
    }
    let columns = words.columns.iter().zip(kinds).map(|(heading, (kind, weight))| column(*heading, kind, weight));
    sheet.table(words.caption, columns.collect(), rows);
}
