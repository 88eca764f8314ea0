//! Fields of a panel: label, what is typed or chosen, help and fault beside it.

use crate::text::workshop::panel::PanelWords;
use crate::wire::workshop::{Element, tag};
use crate::workshop::{Field, Kind};

/// A field with everything that belongs to it.
pub fn field(field: &Field, words: &PanelWords) -> Element {
    let id = format!("workshop-field-{}", field.name);
    let (help, fault) = (format!("{id}-help"), format!("{id}-fault"));
    let mut notes = Vec::new();
    let mut described = Vec::new();
    if let Some(text) = &field.help {
        described.push(help.as_str());
        notes.push(tag("small").with("id", &help).with("class", "note").saying(text));
    }
    if let Some(text) = &field.fault {
        described.push(fault.as_str());
        notes.push(tag("small").with("id", &fault).with("class", "fault").saying(text));
    }
    let about = About { id: &id, described: described.join(" "), is_wrong: field.fault.is_some() };
    let body = match &field.kind {
        Kind::Several { options } => return several(field, options, &about, notes),
        Kind::Cards { options, taken } => return cards(field, options, taken, &about, notes),
        Kind::Switch { on } => {
            let switch = about.put(tag("input").with("type", "checkbox"), &field.name);
            let switch = if *on { switch.with("checked", "") } else { switch };
            let label = tag("label").with("class", "switch").holding([switch, tag("span").saying(&field.label)]);
            return tag("div").with("class", "field").holding([label]).holding(notes);
        }
        Kind::Text { text, unit, is_number } => {
            let input = about.put(tag("input").with("type", "text").with("value", text), &field.name);
            let input = if *is_number { input.with("inputmode", "decimal").with("data-number", "") } else { input };
            let unit = unit.as_ref().map(|unit| tag("span").with("class", "unit").saying(unit));
            tag("span").with("class", "input").holding([input]).holding(unit)
        }
        Kind::Lines { text, rows } => {
            let lines = tag("textarea").with("rows", rows.to_string()).with("spellcheck", "false").with("value", text);
            tag("span").with("class", "input").holding([about.put(lines, &field.name)])
        }
        Kind::Choice { options, taken, .. } => {
            let option = |(value, label): &(String, String)| {
                let option = tag("option").with("value", value).saying(label);
                if value == taken { option.with("selected", "") } else { option }
            };
            let list = about.put(tag("select"), &field.name).holding(options.iter().map(option));
            tag("span").with("class", "input").holding([list])
        }
    };
    let is_guessed = matches!(field.kind, Kind::Choice { is_guessed: true, .. });
    let guessed = is_guessed.then(|| tag("span").with("class", "tag").saying(words.guessed));
    let label = tag("label").with("for", &id).saying(&field.label).holding(guessed);
    let whole = tag("div").with("class", "field").holding([label, body]).holding(notes);
    if is_guessed { whole.with("data-guessed", "") } else { whole }
}

/// What a control says of itself.
struct About<'a> {
    id: &'a str,
    described: String,
    is_wrong: bool,
}

impl About<'_> {
    fn put(&self, control: Element, name: &str) -> Element {
        let mut control =
            control.with("id", self.id).with("data-act", "set").with("data-name", name).with("autocomplete", "off");
        if !self.described.is_empty() {
            control = control.with("aria-describedby", &self.described);
        }
        if self.is_wrong { control.with("aria-invalid", "true") } else { control }
    }
}

/// Boxes to be ticked.
fn several(field: &Field, options: &[(String, String, bool)], about: &About, notes: Vec<Element>) -> Element {
    let option = |(value, label, on): &(String, String, bool)| {
        let check = tag("input").with("type", "checkbox").with("id", format!("{}-{value}", about.id));
        let check = check.with("data-act", "tick").with("data-name", &field.name).with("data-option", value);
        let check = if *on { check.with("checked", "") } else { check };
        tag("label").with("class", "switch").holding([check, tag("span").saying(label)])
    };
    tag("fieldset")
        .with("class", "field several")
        .holding([tag("legend").saying(&field.label)])
        .holding([tag("div").with("class", "ticks").holding(options.iter().map(option))])
        .holding(notes)
}

/// What can be chosen, each with what it means.
fn cards(
    field: &Field,
    options: &[(String, String, String)],
    taken: &str,
    about: &About,
    notes: Vec<Element>,
) -> Element {
    let card = |(value, label, meaning): &(String, String, String)| {
        let id = format!("{}-{value}", about.id);
        let radio = tag("input").with("type", "radio").with("id", &id).with("name", about.id).with("value", value);
        let radio = radio.with("data-act", "set").with("data-name", &field.name);
        let radio = radio.with("aria-describedby", format!("{id}-meaning"));
        let radio = if value == taken { radio.with("checked", "") } else { radio };
        let meaning = tag("small").with("id", format!("{id}-meaning")).saying(meaning);
        tag("div").with("class", "card").holding([radio, tag("label").with("for", &id).saying(label), meaning])
    };
    tag("fieldset")
        .with("class", "field several cards")
        .holding([tag("legend").saying(&field.label)])
        .holding(options.iter().map(card))
        .holding(notes)
}
