//! Ranges, sources and numbers as they were typed, each by the pointer of its field.

use litemap::LiteMap;

use super::Walk;
use super::frozen;
use super::values::Said;
use crate::plan::{Range, Source, SourceKind};

const POINTER: u32 = 720;
const RANGE: u32 = 740;
const SOURCE: u32 = 764;
const ENTERED: u32 = 780;
/// Places of the words of pointers, one for each word that may stand before.
const WORD: u32 = 800;

/// What a step of a pointer is, where it is none of the frozen words.
const END: u64 = 0;
const INDEX: u64 = 1;
const OTHER: u64 = 2;
const FIRST_WORD: u64 = 3;

/// A step of a pointer: the number of its kind or word, and its index where it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step(u64, u64);

impl Walk {
    pub(super) fn ranges(&mut self, given: &[Range]) -> Vec<Range> {
        let blank = Range { field: String::new(), low: 0.0, high: 0.0 };
        self.list((RANGE, 24), given, &blank, |walk, given, _| Range {
            field: walk.pointer(&given.field),
            low: walk.number(RANGE + 1, 0.0, given.low),
            high: walk.number(RANGE + 8, 1.0, given.high),
        })
    }

    pub(super) fn sources(&mut self, given: &LiteMap<String, Source>) -> LiteMap<String, Source> {
        let blank = (String::new(), Source { kind: SourceKind::Assumed, text: String::new(), url: None });
        let given: Vec<(String, Source)> =
            given.iter().map(|(field, source)| (field.clone(), source.clone())).collect();
        self.pointer.clear();
        let made = self.list((SOURCE, 37), &given, &blank, |walk, (field, source), _| {
            let field = walk.pointer(field);
            let kind = match (source.kind, walk.flag(SOURCE + 1, source.kind != SourceKind::Assumed)) {
                (_, false) => SourceKind::Assumed,
                (kind, true) if walk.flag(SOURCE + 2, kind == SourceKind::Measured) => SourceKind::Measured,
                _ => SourceKind::Reported,
            };
            let text = walk.text(Said::Note, &source.text);
            let url = walk.optional_text(SOURCE + 3, Said::Address, source.url.as_deref());
            (field, Source { kind, text, url })
        });
        self.in_order(made)
    }

    pub(super) fn entered_as(&mut self, given: &LiteMap<String, String>) -> LiteMap<String, String> {
        let given: Vec<(String, String)> = given.iter().map(|(field, typed)| (field.clone(), typed.clone())).collect();
        let made = self.list((ENTERED, 1), &given, &(String::new(), String::new()), |walk, (field, typed), _| {
            (walk.pointer(field), walk.text(Said::Address, typed))
        });
        self.in_order(made)
    }

    /// Entries in the order of their names, as a writer has them; anything else is damaged.
    fn in_order<T>(&mut self, entries: Vec<(String, T)>) -> LiteMap<String, T> {
        if self.coder.is_reading() && !entries.is_sorted_by(|(one, _), (other, _)| one < other) {
            self.coder.damage();
            return LiteMap::new();
        }
        entries.into_iter().collect()
    }

    /// A pointer: step by step, told from the pointer before as long as both agree, or a text.
    fn pointer(&mut self, given: &str) -> String {
        let is_pointer = given.starts_with('/');
        if !self.flag(POINTER, is_pointer) {
            return self.text(Said::Address, given);
        }
        let before = std::mem::take(&mut self.pointer);
        let mut steps = given.split('/').skip(1);
        let mut made = String::new();
        let mut last = FIRST_WORD - 1;
        let mut agrees = true;
        loop {
            let step = steps.next();
            let depth = self.pointer.len();
            let near = before.get(depth).copied().filter(|_| agrees).unwrap_or(Step(END, 0));
            let kind = step.map_or(END, kind_of);
            let is_same = agrees && self.flag(POINTER + 1 + depth.min(3) as u32, kind == near.0);
            let kind = if is_same { near.0 } else { self.word(last, kind) };
            if kind == END || self.coder.is_damaged() {
                return made;
            }
            self.coder.spend(8);
            let index = step.and_then(index_of).unwrap_or(0);
            let index = if kind == INDEX { self.near(POINTER + 8, near.1, index) } else { 0 };
            made.push('/');
            match kind {
                INDEX => made.push_str(&index.to_string()),
                OTHER => made.push_str(&self.text(Said::Address, step.unwrap_or_default())),
                _ => made.push_str(frozen::WORDS.get((kind - FIRST_WORD) as usize).copied().unwrap_or_default()),
            }
            let step = Step(kind, index);
            agrees &= step == near;
            self.pointer.push(step);
            last = kind;
        }
    }

    /// A kind of step or a frozen word, foreseen from the one before it.
    fn word(&mut self, last: u64, given: u64) -> u64 {
        let mut node = 1_u32;
        for shift in (0..frozen::WORD_BITS).rev() {
            let bit = self.coder.bit((WORD + last as u32) << 14 | node, given >> shift & 1 == 1);
            node = node << 1 | u32::from(bit);
        }
        let word = u64::from(node) - (1 << frozen::WORD_BITS);
        if word >= FIRST_WORD + frozen::WORDS.len() as u64 {
            self.coder.damage();
        }
        word
    }
}

fn kind_of(step: &str) -> u64 {
    match frozen::WORDS.iter().position(|word| *word == step) {
        Some(word) => FIRST_WORD + word as u64,
        None if index_of(step).is_some() => INDEX,
        None => OTHER,
    }
}

/// An index as it is written, without zeros in front.
fn index_of(step: &str) -> Option<u64> {
    step.parse::<u64>().ok().filter(|index| index.to_string() == step)
}
