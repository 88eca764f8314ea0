//! The whole planner in one page that opens by double click without a network.
//!
//! ```text
//! program, glue, worker, style sheets, one-file/doors.js ──LZMA──▶ bytes ──as letters of windows-1252──▶ one-file/page.html
//! the same of documents ───────────────────────────────────LZMA──▶ bytes ──as letters of windows-1252──────┤
//! one-file/unpack.js, start.js ──their hash in the policy─────────────────────────────────────────────────┘
//! ```
//!
//! Base 64 would make the program a third larger, and a text in UTF-8 a seventh; a page in windows-1252 holds every byte
//! as one letter, four of them behind a mark. What else stands in the page is ASCII.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};
use sha2::{Digest, Sha256};

use crate::shorter;

/// Bytes of a run that is as long as one letter can say.
const LONGEST: usize = 254;

/// How many letters of the hash of the program are its name.
const BUILD_LETTERS: usize = 12;

/// What the file is made of.
pub struct Parts<'a> {
    /// The program, the script of wasm-bindgen, what a worker runs behind that, all style sheets, and what runs before
    /// the program, to which `doors.js` is added.
    pub program: [Vec<u8>; 5],
    /// The program of documents, its script of wasm-bindgen, what shows and saves them, and their style sheet; unpacked
    /// once a document is asked for.
    pub office: [Vec<u8>; 4],
    /// An SVG.
    pub icon: &'a str,
}

/// Parts as they stand in the page.
struct Block {
    /// Their lengths, separated by blanks.
    sizes: String,
    sum: u32,
    letters: Vec<u8>,
}

impl Block {
    fn of(parts: &[Vec<u8>]) -> Result<Self> {
        let bytes = parts.concat();
        let sizes = parts.iter().map(|part| part.len().to_string()).collect::<Vec<_>>().join(" ");
        let letters = as_letters(&packed(&bytes)?);
        // One such word in a million million files: then any change of the program helps.
        let lower = letters.to_ascii_lowercase();
        let is_tag = |word: &[u8]| lower.windows(word.len()).any(|part| part == word);
        ensure!(!is_tag(b"<script") && !is_tag(b"</script"), "the packed program looks like the end of itself");
        Ok(Self { sizes, sum: adler32(&bytes), letters })
    }
}

/// The file, without a plan inside.
///
/// # Errors
/// The folder holds no template, or the template is not what this expects.
pub fn compose(folder: &Path, parts: &Parts<'_>) -> Result<Vec<u8>> {
    let read = |name: &str| {
        let file = folder.join(name);
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
    };
    let script = shorter::script(&format!("{}{}", read("unpack.js")?, read("start.js")?));
    ensure!(script.is_ascii() && !script.contains("</"), "the script does not fit into a page");
    let mut program = parts.program.clone();
    program[4].extend(shorter::script(&read("doors.js")?).into_bytes());
    let hash = Sha256::digest([program.concat(), parts.office.concat()].concat());
    let build = hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>()[..BUILD_LETTERS].to_owned();
    let (program, office) = (Block::of(&program)?, Block::of(&parts.office)?);
    let page = as_ascii(&read("page.html")?)
        .replace("@build@", &build)
        .replace("@script-hash@", &format!("sha256-{}", STANDARD.encode(Sha256::digest(&script))))
        .replace("@icon@", &percent(parts.icon))
        .replace("@plan@", "")
        .replace("@parts@", &program.sizes)
        .replace("@sum@", &program.sum.to_string())
        .replace("@office-parts@", &office.sizes)
        .replace("@office-sum@", &office.sum.to_string());
    let (before, after) = page.split_once("@program@").context("the page has no place for the program")?;
    let (between, after) = after.split_once("@office@").context("the page has no place for documents")?;
    let after = after.replace("@script@", &script);
    Ok([before.as_bytes(), &program.letters, between.as_bytes(), &office.letters, after.as_bytes()].concat())
}

/// LZMA without header and end mark, literals after the four highest bits of the letter before.
fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let options = LzmaOptions {
        dict_size: 1 << 23,
        lc: 4,
        lp: 0,
        pb: 0,
        mode: EncodeMode::Normal,
        nice_len: 273,
        mf: MfType::Bt4,
        depth_limit: 1000,
        preset_dict: None,
    };
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

/// Bytes as letters of windows-1252 that a page may hold: its parser takes a carriage return for a line feed, so none may
/// occur, and a zero becomes U+FFFD, which no other byte stands for.
///
/// Stuffed as S. Cheshire and M. Baker, *Consistent overhead byte stuffing*, IEEE/ACM Transactions on Networking 7 (1999),
/// have it, which takes zeros away for a letter in 254 at most; then all bits of a carriage return are turned.
fn as_letters(bytes: &[u8]) -> Vec<u8> {
    let mut letters = Vec::with_capacity(bytes.len() + bytes.len() / 254 + 1);
    for run in bytes.split(|byte| *byte == 0) {
        let mut rest = run;
        while rest.len() >= LONGEST {
            letters.push(u8::MAX);
            letters.extend_from_slice(&rest[..LONGEST]);
            rest = &rest[LONGEST..];
        }
        // At most 254.
        letters.push(rest.len() as u8 + 1);
        letters.extend_from_slice(rest);
    }
    letters.iter_mut().for_each(|letter| *letter ^= b'\r');
    letters
}

/// The Adler-32 checksum, by which the file sees that it came whole.
fn adler32(bytes: &[u8]) -> u32 {
    let (one, other) = bytes.iter().fold((1_u32, 0_u32), |(one, other), byte| {
        let one = (one + u32::from(*byte)) % 65521;
        (one, (other + one) % 65521)
    });
    (other << 16) | one
}

/// Other letters than ASCII as references of HTML.
fn as_ascii(page: &str) -> String {
    page.chars()
        .map(|letter| if letter.is_ascii() { letter.to_string() } else { format!("&#{};", u32::from(letter)) })
        .collect()
}

/// An SVG as the rest of a `data:` address in an attribute.
fn percent(svg: &str) -> String {
    svg.trim()
        .chars()
        .map(|letter| match letter {
            '#' | '%' | '<' | '>' | '"' | '&' => format!("%{:02X}", u32::from(letter)),
            _ => letter.to_string(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back_from_its_letters() {
        let run = std::iter::repeat_n(7, 300).chain([0, 0]).chain(std::iter::repeat_n(9, 254)).chain([0]);
        let bytes: Vec<u8> = (0..=255).chain(run).collect();
        let letters = as_letters(&bytes);
        assert!(!letters.contains(&b'\r'));
        let stuffed: Vec<u8> = letters.iter().map(|letter| letter ^ b'\r').collect();
        let (mut back, mut at) = (Vec::new(), 0);
        while at < stuffed.len() {
            let end = at + usize::from(stuffed[at]);
            back.extend_from_slice(&stuffed[at + 1..end]);
            if stuffed[at] < u8::MAX && end < stuffed.len() {
                back.push(0);
            }
            at = end;
        }
        assert_eq!(back, bytes);
    }

    #[test]
    fn adler32_meets_its_published_value() {
        assert_eq!(adler32(b"Wikipedia"), 0x11E6_0398);
    }

    #[test]
    fn other_letters_and_addresses_are_ascii() {
        assert_eq!(as_ascii("<p>가 a</p>"), "<p>&#44032; a</p>");
        assert_eq!(percent("<svg fill=\"#fff\"/>\n"), "%3Csvg fill=%22%23fff%22/%3E");
    }
}
