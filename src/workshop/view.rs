//! A panel as elements: how each kind of block is shown, and what the page is to do with it.

mod clause;
mod fields;
mod lanes;
mod picture;
mod plot;
mod table;

use super::{Action, Block, Copyable, Fact, Lead, Line, Offer, Panel, Preview, Progress, Tone};
use crate::text::Language;
use crate::text::workshop::panel::{PanelWords, words};
use crate::wire::workshop::{Element, tag};
use clause::clause;
use fields::field;
use lanes::lanes;
use picture::picture;
use plot::plot;
pub use table::ROWS_SHOWN;
use table::table;

/// Id of the heading, which names the dialog and has the focus first.
const HEADING: &str = "workshop-heading";

/// Id of the heading of an answer, which has the focus where what had it is gone.
const ANSWER: &str = "workshop-answer";

/// How a panel is looked at.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Captions of the tables that are shown in full.
    pub in_full: Vec<String>,
    /// Something was said or brought, so that there is something to begin anew.
    pub is_begun: bool,
}

/// What is numbered while a panel is put together.
struct Pieces<'a> {
    words: &'static PanelWords,
    look: &'a Look,
    copyables: usize,
    keys: Vec<String>,
}

/// The elements of a panel.
pub fn elements(panel: &Panel, look: &Look, language: Language) -> Vec<Element> {
    let words = words(language);
    let mut pieces = Pieces { words, look, copyables: 0, keys: Vec::new() };
    let head = tag("header").with("class", "workshop-head").holding([
        tag("h2").with("id", HEADING).with("tabindex", "-1").saying(&panel.title),
        button("close", "", words.close, "quiet"),
    ]);
    let spoken = tag("p").with("class", "visually-hidden").with("role", "status").saying(spoken(&panel.blocks));
    let body = tag("div").with("class", "workshop-body").holding(blocks(&panel.blocks, &mut pieces));
    vec![head, spoken, body, foot(panel, look, words)]
}

fn foot(panel: &Panel, look: &Look, words: &PanelWords) -> Element {
    let look_of = |index: usize| if index == 0 { "primary" } else { "plain" };
    let actions = panel.actions.iter().enumerate();
    let actions: Vec<Element> =
        actions.map(|(index, action)| button("take", &action.name, &action.label, look_of(index))).collect();
    let mut foot = tag("footer").with("class", "workshop-foot").holding(actions);
    if look.is_begun {
        foot = foot.holding([
            button("anew", "", words.start_over, "quiet"),
            tag("small").with("class", "note").saying(words.close_note),
        ]);
    }
    foot
}

fn blocks(blocks: &[Block], pieces: &mut Pieces) -> Vec<Element> {
    blocks
        .iter()
        .map(|block| {
            let (kind, name) = kind_and_name(block);
            let key = pieces.key(kind, name);
            block_element(block, pieces).with("key", key)
        })
        .collect()
}

/// What tells blocks from each other when a panel is shown anew.
fn kind_and_name(block: &Block) -> (&'static str, &str) {
    match block {
        Block::Heading(text) => ("heading", text),
        Block::Lead(_) => ("lead", ""),
        Block::Said(_) => ("said", ""),
        Block::Facts(_) => ("facts", ""),
        Block::Fields(fields) => ("fields", fields.first().map_or("", |field| &field.name)),
        Block::FileWanted { .. } => ("file", ""),
        Block::Table(_) => ("table", ""),
        Block::Lanes(_) => ("lanes", ""),
        Block::Plot(plot) => ("plot", &plot.name),
        Block::Progress(_) => ("progress", ""),
        Block::Beside { .. } => ("beside", ""),
        Block::Actions(actions) => ("actions", actions.first().map_or("", |action| &action.name)),
        Block::Clause(clause) => ("clause", &clause.name),
        Block::Copyable(copyable) => ("copyable", &copyable.label),
        Block::Picture(picture) => ("picture", &picture.label),
        // Another address is another frame; one that stays is not loaded anew.
        Block::Preview(preview) => ("preview", &preview.address),
        Block::Offers(offers) => ("offers", offers.first().map_or("", |offer| &offer.action.name)),
        Block::More { summary, .. } => ("more", summary),
    }
}

impl Pieces<'_> {
    fn key(&mut self, kind: &str, name: &str) -> String {
        let key = format!("{kind}-{name}");
        let before = self.keys.iter().filter(|known| **known == key).count();
        self.keys.push(key.clone());
        format!("{key}-{before}")
    }
}

fn block_element(block: &Block, pieces: &mut Pieces) -> Element {
    match block {
        Block::Heading(text) => tag("h3").saying(text),
        Block::Lead(content) => lead(content, pieces.words),
        Block::Said(line) => said(line, pieces.words),
        Block::Facts(facts) => tag("dl").with("class", "workshop-facts").holding(facts.iter().map(fact)),
        Block::Fields(fields) => {
            tag("div").with("class", "workshop-fields").holding(fields.iter().map(|each| field(each, pieces.words)))
        }
        Block::FileWanted { label, hint } => tag("div").with("class", "file-wanted").holding([
            tag("label").with("class", "button").with("for", "workshop-file").saying(label),
            tag("input").with("id", "workshop-file").with("type", "file").with("data-act", "file"),
            tag("p").with("class", "note").saying(hint),
        ]),
        Block::Lanes(content) => lanes(content, pieces.words),
        Block::Plot(content) => plot(content, pieces.words),
        Block::Progress(content) => progress(content),
        Block::Beside { asked, title, answered } => {
            let title = tag("h3").with("key", "title").with("id", ANSWER).with("tabindex", "-1").saying(title);
            tag("div").with("class", "workshop-beside").holding([
                tag("div").with("class", "asked").holding(blocks(asked, pieces)),
                tag("div").with("class", "answered").holding([title]).holding(blocks(answered, pieces)),
            ])
        }
        Block::Actions(actions) => tag("p")
            .with("class", "copyable-actions")
            .holding(actions.iter().map(|action| button("take", &action.name, &action.label, "plain"))),
        Block::Table(content) => table(content, pieces.look, pieces.words),
        Block::Clause(content) => clause(content, pieces.words),
        Block::Copyable(content) => copyable(content, pieces),
        Block::Picture(content) => picture(content),
        Block::Preview(content) => preview(content),
        Block::Offers(offers) => tag("ul").with("class", "offers").holding(offers.iter().map(offer)),
        Block::More { summary, blocks: inner } => tag("details")
            .with("class", "workshop-more")
            .holding([tag("summary").saying(summary)])
            .holding(blocks(inner, pieces)),
    }
}

/// A button that the page answers: `act` says how, `name` what is meant.
fn button(act: &str, name: &str, label: &str, look: &str) -> Element {
    let button = tag("button").with("type", "button").with("class", "button").with("data-look", look);
    button.with("data-act", act).with("data-name", name).holding([tag("span").saying(label)])
}

fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Good => "good",
        Tone::Caution => "caution",
        Tone::Bad => "bad",
    }
}

/// The mark of a tone, with the word that it stands for.
fn mark(tone: Tone, words: &PanelWords) -> Option<Element> {
    let (sign, word) = match tone {
        Tone::Plain => return None,
        Tone::Good => ("✓", words.good),
        Tone::Caution => ("!", words.caution),
        Tone::Bad => ("✕", words.bad),
    };
    Some(tag("span").with("class", "tone").holding([
        tag("span").with("aria-hidden", "true").saying(sign),
        tag("span").with("class", "visually-hidden").saying(word),
    ]))
}

fn said(line: &Line, words: &PanelWords) -> Element {
    let action = |Action { name, label }: &Action| button("take", name, label, "link");
    tag("p")
        .with("class", "said")
        .with("data-tone", tone_name(line.tone))
        .holding(mark(line.tone, words))
        .holding([tag("span").saying(&line.text)])
        .holding(line.action.as_ref().map(action))
}

fn lead(lead: &Lead, words: &PanelWords) -> Element {
    let sentence = tag("p").holding(mark(lead.tone, words)).holding([tag("strong").saying(&lead.text)]);
    let note = (!lead.note.is_empty()).then(|| tag("p").with("class", "note").saying(&lead.note));
    tag("div").with("class", "lead").with("data-tone", tone_name(lead.tone)).holding([sentence]).holding(note)
}

/// A bar that the page moves, and the place for the time that is left.
fn progress(progress: &Progress) -> Element {
    let bar = tag("progress").with("id", "workshop-done").with("max", "1").with("aria-label", &progress.label);
    let [before, after] = &progress.left;
    let left = tag("span").with("class", "workshop-left").holding([
        tag("span").saying(before),
        tag("span").with("id", "workshop-left"),
        tag("span").saying(after),
    ]);
    tag("div").with("class", "workshop-progress").holding([
        tag("p").holding([tag("span").saying(&progress.label), left]),
        bar,
        button("take", &progress.stop.name, &progress.stop.label, "plain"),
    ])
}

fn fact(fact: &Fact) -> Element {
    tag("div")
        .with("data-tone", tone_name(fact.tone))
        .holding([tag("dt").saying(&fact.label), tag("dd").saying(&fact.value)])
}

fn offer(offer: &Offer) -> Element {
    tag("li").holding([
        tag("strong").saying(&offer.title),
        tag("p").saying(&offer.about),
        button("take", &offer.action.name, &offer.action.label, "plain")
            .with("aria-label", format!("{}: {}", offer.action.label, offer.title)),
    ])
}

fn copyable(content: &Copyable, pieces: &mut Pieces) -> Element {
    let id = format!("workshop-text-{}", pieces.copyables);
    pieces.copyables += 1;
    let rows = content.text.lines().count().clamp(2, 10).to_string();
    let text = tag("textarea").with("id", &id).with("readonly", "").with("rows", rows).with("value", &content.text);
    let save = |name: &String| button("save", name, pieces.words.save, "plain").with("data-option", &id);
    tag("div").with("class", "copyable").holding([
        tag("label").with("for", &id).saying(&content.label),
        text,
        tag("div")
            .with("class", "copyable-actions")
            .holding([button("copy", "", pieces.words.copy, "plain").with("data-option", &id)])
            .holding(content.file_name.as_ref().map(save)),
    ])
}

fn preview(content: &Preview) -> Element {
    tag("iframe")
        .with("class", "preview")
        .with("title", &content.title)
        .with("src", &content.address)
        .with("height", content.height.to_string())
}

/// What is told without being looked for: key figures, and what is wrong.
fn spoken(blocks: &[Block]) -> String {
    let mut parts = Vec::new();
    speak(blocks, &mut parts);
    parts.truncate(6);
    // Sentences end themselves, figures do not.
    let parts: Vec<&str> = parts.iter().map(|part| part.strip_suffix('.').unwrap_or(part)).collect();
    parts.join(". ")
}

fn speak(blocks: &[Block], parts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Lead(lead) => parts.push(lead.text.clone()),
            Block::Progress(progress) => parts.push(progress.label.clone()),
            Block::Beside { asked, answered, .. } => [answered, asked].into_iter().for_each(|side| speak(side, parts)),
            Block::Said(line) if line.tone != Tone::Plain => parts.push(line.text.clone()),
            Block::Clause(clause) => parts.extend(clause.lines.iter().map(|line| line.text.clone())),
            Block::Facts(facts) => parts.extend(facts.iter().map(|fact| format!("{} {}", fact.label, fact.value))),
            Block::Fields(fields) => parts.extend(fields.iter().filter_map(|field| field.fault.clone())),
            _ => {}
        }
    }
}
