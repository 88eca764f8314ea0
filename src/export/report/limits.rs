//! What the forecast does not know, of any plan and of this one.

use super::{Block, Item, Look, Sheet};
use crate::explain::trust::left_out;
use crate::export::material::Material;
use crate::text::trust::{LeftOut, texts};

pub(super) fn push(material: &Material, sheet: &mut Sheet) {
    let words = sheet.words;
    sheet.section(words.limits);
    sheet.say(Look::Plain, words.limits_note);
    let windows = material.forecast.slots.iter().filter(|slot| slot.window.is_some());
    let starters: Vec<f64> = windows.map(|slot| slot.starters).collect();
    let all = left_out(material.plan(), &starters, Some(material.trust.chance.is_some()));
    let said = texts(material.language);
    let item = |(index, what): (usize, LeftOut)| Item {
        number: (index + 1).to_string(),
        text: (said.is_left_out)(what),
        address: None,
    };
    sheet.blocks.push(Block::Items(all.into_iter().enumerate().map(item).collect()));
}
