//! The subject `share`: the link of the plan with its length against the channels, its QR code, and whether a fingerprint,
//! a link or a file is this plan.

mod held;

#[cfg(feature = "qr")]
use base64::Engine;
#[cfg(feature = "qr")]
use base64::engine::general_purpose::STANDARD;

use super::panel::{fact, said};
use super::{Block, Column, Copyable, Fact, Outcome, Panel, Row, Step, Subject, Table, Tone};
#[cfg(feature = "qr")]
use super::{Download, Picture};
#[cfg(feature = "qr")]
use crate::export::qr;
use crate::forecast::MODEL;
use crate::plan::Plan;
use crate::text::workshop::share::{Channel, ShareWords, words};
use crate::text::{Language, format};
#[cfg(feature = "qr")]
use crate::wire::file_name;
use crate::wire::fingerprint::fingerprint;
use crate::wire::{link, requirements};
use held::Held;

/// Up to how long an address arrives whole and can be pressed [characters]. A long text message has 2,000 bytes; of chats
/// the least limit of a message is taken, that of Discord; office programs publish none, so that the rule of thumb stands;
/// Outlook is known to make no link of 11,000; Chromium takes two million.
const CHANNELS: [(Channel, usize); 5] = [
    (Channel::TextMessage, 2_000),
    (Channel::Chat, 2_000),
    (Channel::Office, 2_000),
    (Channel::Mail, 10_000),
    (Channel::Browser, 2_000_000),
];

#[cfg(feature = "qr")]
/// Capitals and digits that the largest QR code holds.
const QR_MOST: usize = 4_296;

/// The plan in hand, and what was held against it.
pub struct Share {
    plan: Plan,
    /// Of the page, without parameters and fragment.
    address: String,
    held: Held,
}

impl Share {
    pub fn new(plan: Plan) -> Self {
        Self { plan, address: String::new(), held: Held::default() }
    }

    /// The address before the fragment; empty where the page is a file, which leads nowhere on another machine.
    fn page(&self) -> &str {
        if self.address.starts_with("http") { &self.address } else { "" }
    }

    fn link_blocks(&self, words: &ShareWords) -> Vec<Block> {
        let link = format!("{}{}", self.page(), link::encode(&self.plan));
        let facts = vec![
            fact(words.length, (words.characters)(link.len())),
            fact(words.fingerprint, fingerprint(&self.plan)),
            Fact { label: words.model.to_owned(), value: MODEL.to_string(), tone: Tone::Plain },
        ];
        let mut blocks = vec![said(Tone::Good, words.nothing_uploaded), said(Tone::Plain, words.anyone)];
        if self.page().is_empty() {
            blocks.push(said(Tone::Caution, words.page_is_a_file));
        }
        blocks.extend(self.left_behind(words).into_iter().map(|text| said(Tone::Caution, text)));
        blocks.extend([
            Block::Facts(facts),
            Block::Copyable(Copyable { label: words.link.to_owned(), text: link.clone(), file_name: None }),
            Block::Table(meter(link.len(), words)),
            said(Tone::Plain, words.limits),
        ]);
        blocks
    }

    /// What of this plan no link carries.
    fn left_behind(&self, words: &ShareWords) -> Vec<String> {
        let is_bids = |pointer: &str| pointer == "/bids" || pointer.starts_with("/bids/");
        let has_bids = self.plan.unknown.keys().any(|pointer| is_bids(pointer));
        let is_requirements = |pointer: &str| pointer.starts_with(requirements::POINTER);
        let has_requirements = self.plan.unknown.keys().any(|pointer| is_requirements(pointer));
        let is_unknown = |pointer: &&String| !is_bids(pointer) && !is_requirements(pointer);
        let n_unknown = self.plan.unknown.keys().filter(is_unknown).count();
        let said = [
            has_bids.then(|| words.without_bids.to_owned()),
            has_requirements.then(|| words.without_requirements.to_owned()),
            self.plan.approved.is_some().then(|| words.without_approved.to_owned()),
            (n_unknown > 0).then(|| (words.without_unknown)(n_unknown)),
        ];
        said.into_iter().flatten().collect()
    }

    /// Of a page that is a file no address leads anywhere on another machine, so that its program carries no codes.
    #[cfg(not(feature = "qr"))]
    fn code_blocks(&self, words: &ShareWords) -> Vec<Block> {
        vec![Block::Heading(words.qr.to_owned()), said(Tone::Caution, words.qr_needs_address)]
    }

    #[cfg(feature = "qr")]
    fn code_blocks(&self, words: &ShareWords) -> Vec<Block> {
        let text = format!("{}{}", self.page(), link::encode_for_qr(&self.plan));
        let heading = Block::Heading(words.qr.to_owned());
        if self.page().is_empty() {
            return vec![heading, said(Tone::Caution, words.qr_needs_address)];
        }
        let Some(code) = qr::code(&text) else {
            return vec![heading, said(Tone::Caution, (words.qr_too_long)(text.len(), QR_MOST))];
        };
        let file_name = file_name::of_plan(&self.plan.title);
        let stem = file_name.strip_suffix(file_name::ENDING).unwrap_or(&file_name);
        let file = |label: &str, kind: &str, ending: &str, bytes: &[u8]| Download {
            label: label.to_owned(),
            file_name: format!("{stem}{ending}"),
            address: format!("data:image/{kind};base64,{}", STANDARD.encode(bytes)),
        };
        let picture = Picture {
            label: (words.qr_label)(&self.plan.title),
            side: code.side(),
            path: code.path(),
            files: vec![
                file(words.save_svg, "svg+xml", ".qr.svg", code.svg().as_bytes()),
                file(words.save_png, "png", ".qr.png", &code.png()),
            ],
        };
        let facts = vec![
            fact(words.modules, (words.by)(code.width)),
            fact(words.correction, (words.level)(code.correction.letter(), code.correction.percent())),
            fact(words.least_print, (words.millimetres)(code.least_mm())),
        ];
        vec![heading, said(Tone::Plain, words.qr_same_plan), Block::Facts(facts), Block::Picture(picture)]
    }
}

/// The length of a link against each channel.
fn meter(length: usize, words: &ShareWords) -> Table {
    let column = |heading: &str, is_number| Column { heading: heading.to_owned(), is_number };
    let row = |&(channel, most): &(Channel, usize)| {
        let fits = length <= most;
        Row {
            cells: vec![
                (words.channel)(channel).to_owned(),
                if fits { words.fits.to_owned() } else { format!("{} {}", words.too_long, (words.instead)(channel)) },
                format::percent(length as f64 / most as f64),
                format::integer(most as f64),
            ],
            tone: if fits { Tone::Plain } else { Tone::Caution },
            is_left_out: false,
        }
    };
    Table {
        caption: words.meter.to_owned(),
        columns: vec![
            column(words.channel_heading, false),
            column(words.verdict_heading, false),
            column(words.share_heading, true),
            column(words.most_heading, true),
        ],
        rows: CHANNELS.iter().map(row).collect(),
    }
}

impl Subject for Share {
    fn panel(&self, language: Language) -> Panel {
        let words = words(language);
        let mut blocks = self.link_blocks(words);
        blocks.extend(self.code_blocks(words));
        blocks.extend(self.held.blocks(&self.plan, words, language));
        Panel { title: words.title.to_owned(), blocks, actions: Vec::new() }
    }

    fn step(&mut self, step: Step, _language: Language) -> Outcome {
        match step {
            Step::Set { field, value } if field == held::FIELD => self.held = Held::text(&value),
            Step::Bring { bytes, .. } => self.held = Held::file(&bytes),
            _ => {}
        }
        Outcome::Shown
    }

    fn placed(&mut self, address: &str) {
        address.clone_into(&mut self.address);
    }
}
