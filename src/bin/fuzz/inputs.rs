//! Inputs for the decoders: seeds that open, and what mutations make of them.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use stagger::library::busan::Example;
use stagger::library::population::starters::Starter;
use stagger::library::{Reading, Wording};
use stagger::num::order::{sort, sort_by_key};
use stagger::plan::Plan;
use stagger::wire::checksum::crc32;
use stagger::wire::requirements::{self, Choices, Edit, Kept, Start};
use stagger::wire::{link, plan_file, stored};

/// Bytes that decoders turn on, put in as they are.
const TELLING: [&[u8]; 16] = [
    b"\xff",
    b"\0",
    b"null",
    b"-0",
    b"1e999",
    b"1e-999",
    b"18446744073709551615",
    b"{}",
    b"[]",
    b"\"\\u0000\"",
    b"#s1.",
    b"#S1.",
    b"#d1.",
    b"%23",
    b"\xc2\xad",
    b"2022-02-29T24:00",
];

/// Longest seed that is taken often; longer ones are slow, and seldom say more [bytes].
const SHORT: usize = 4_000;

/// Makes one input after the other; the same words give the same inputs.
pub struct Mutator {
    seeds: Vec<Vec<u8>>,
    kind: &'static str,
    state: u64,
}

impl Mutator {
    /// Seeds for the decoder of that name, from the links and plans of the tests in `folder`.
    pub fn new(kind: &'static str, seed: u64, folder: &Path) -> Self {
        let plans = plans(folder);
        let mut seeds: Vec<Vec<u8>> = match kind {
            "link text" => {
                let both = |plan: &Plan| [link::encode(plan), link::encode_for_qr(plan)];
                plans.iter().flat_map(both).map(|link| format!("https://x.org/{link} ok").into_bytes()).collect()
            }
            "link payload" => plans.iter().map(|plan| packed(&link::encode(plan))).collect(),
            "plan file" => {
                let asked = plans.first().cloned().map(with_requirements);
                plans.iter().chain(&asked).map(|plan| plan_file::write(plan).into_bytes()).collect()
            }
            "stored plan" => {
                plans.iter().map(|plan| stored::write(plan, Some("stagger.plan.a.1.b"), 1).into_bytes()).collect()
            }
            _ => Starter::ALL.iter().map(|starter| starter.table(Wording::korean).into_bytes()).collect(),
        };
        sort_by_key(&mut seeds, Vec::len);
        seeds.dedup();
        Self { seeds, kind, state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1 }
    }

    /// A seed after one to eight mutations.
    pub fn input(&mut self) -> Vec<u8> {
        let mut input = self.seed();
        for _ in 0..1 + self.below(8) {
            self.mutate(&mut input);
        }
        // One of eight stored plans has a checksum that is right again, so that what follows it is read as well.
        if self.kind == "stored plan" && self.below(8) == 0 {
            input = summed(&input).unwrap_or(input);
        }
        input
    }

    fn seed(&mut self) -> Vec<u8> {
        let n_short = self.seeds.iter().take_while(|seed| seed.len() <= SHORT).count();
        let n = if n_short > 0 && self.below(64) > 0 { n_short } else { self.seeds.len() };
        let at = self.below(n);
        self.seeds.get(at).cloned().unwrap_or_default()
    }

    fn mutate(&mut self, input: &mut Vec<u8>) {
        let (at, length) = (self.below(input.len() + 1), 1 + self.below(16));
        let end = (at + length).min(input.len());
        match self.below(9) {
            0 if at < input.len() => input[at] ^= 1 << self.below(8),
            1 if at < input.len() => input[at] = self.below(256) as u8,
            2 => input.insert(at, self.below(256) as u8),
            3 => drop(input.drain(at..end)),
            4 => {
                let again = input[at..end].to_vec();
                let place = self.below(input.len() + 1);
                input.splice(place..place, again);
            }
            5 => {
                let telling = TELLING[self.below(TELLING.len())];
                input.splice(at..at, telling.iter().copied());
            }
            6 => {
                let other = self.seed();
                let from = self.below(other.len() + 1);
                let until = (from + self.below(200)).min(other.len());
                input.splice(at..end, other[from..until].iter().copied());
            }
            7 if self.below(8) == 0 => input.truncate(at),
            _ if at < input.len() && input[at].is_ascii_digit() => input[at] = b'0' + self.below(10) as u8,
            _ => {}
        }
    }

    /// 0..`n`, xorshift.
    fn below(&mut self, n: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        ((self.state >> 33) % n.max(1) as u64) as usize
    }
}

/// The plans of the links that are kept for ever, and the examples.
fn plans(folder: &Path) -> Vec<Plan> {
    let examples = Example::ALL
        .iter()
        .flat_map(|example| [Wording::korean as Reading, Wording::english].map(|read| example.plan(read)));
    let entries = fs::read_dir(folder.join("tests/links/s1")).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    sort(&mut paths);
    let texts = paths.into_iter().filter_map(|path| fs::read_to_string(path).ok());
    let kept = texts.filter_map(|text| link::decode(text.lines().next()?).ok());
    examples.chain(kept).collect()
}

/// What stands behind the checksum of a link.
fn packed(link: &str) -> Vec<u8> {
    let payload = link.rsplit('.').next().unwrap_or_default();
    URL_SAFE_NO_PAD.decode(payload).unwrap_or_default().split_off(4)
}

/// A link around packed bytes.
pub fn forged(packed: &[u8]) -> String {
    let bytes = [&crc32(packed).to_le_bytes()[..], packed].concat();
    format!("#s1.{}", URL_SAFE_NO_PAD.encode(bytes))
}

/// A stored plan with the checksum of what it holds.
fn summed(input: &[u8]) -> Option<Vec<u8>> {
    let text = String::from_utf8_lossy(input);
    let (_, rest) = text.split_once('\n')?;
    Some(format!("stagger-stored 1 {:08x}\n{rest}", crc32(rest.as_bytes())).into_bytes())
}

/// A plan whose requirements were chosen and edited.
fn with_requirements(mut plan: Plan) -> Plan {
    let edit = Edit {
        key: "waits".to_owned(),
        language: "ko".to_owned(),
        text: "One.\nTwo.".to_owned(),
        instead_of: "None.".to_owned(),
    };
    let choices = Choices { start: Start::High, headroom: Some(0.35), overshoot: 2.0, ..Choices::default() };
    requirements::put(&mut plan, &Kept { choices, left_out: vec!["room".to_owned()], edits: vec![edit] });
    plan
}
