//! Links that were once given out: each opens the plan it was made of, and a codec that is kept is kept as it is.
//!
//! `tests/links/<mark>/<name>.txt` holds a link on its first line and the file of its plan below. No file there is ever
//! edited: what is written down once opens for ever. `STAGGER_NEW_LINKS=1` writes those that are missing, and nothing else.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use stagger::plan::Plan;
use stagger::wire::link::{LinkError, MARK, decode, encode, encode_for_qr};
use stagger::wire::plan_file;

use crate::arbitrary;
use crate::link_lengths::{Sources, large_plan};
use crate::plan_file::{full_plan, shipped_plans, short_plan};

const FOLDER: &str = "tests/links";

/// Of each codec that was ever given out: how many links are written down, and the checksum of them all.
const WRITTEN_DOWN: [(&str, usize, u32); 2] = [("d1", 28, 3697280646), ("s1", 70, 1647193044)];

/// Any plans, the same in every run.
const ARBITRARY: usize = 40;

/// Name and plan of every link that is written down.
fn plans() -> Vec<(String, Plan)> {
    let of = |(name, file): (String, serde_json::Value)| (name, plan_file::read(&file.to_string()).unwrap());
    let mut plans: Vec<(String, Plan)> = shipped_plans().into_iter().map(of).collect();
    plans.push(of(("short".to_owned(), short_plan())));
    plans.push(of(("every-field".to_owned(), full_plan())));
    for (name, shape) in [("16x7-112-windows", (16, 7, 112, 5)), ("25x10-60-windows", (25, 10, 60, 6))] {
        plans.push((name.to_owned(), large_plan(shape, Sources::OfExamples)));
        plans.push((format!("{name}-own-words"), large_plan(shape, Sources::OwnWords)));
    }
    let mut runner = TestRunner::deterministic();
    for number in 0..ARBITRARY {
        let plan = arbitrary::plan().new_tree(&mut runner).unwrap().current();
        plans.push((format!("arbitrary-{number:02}"), plan));
    }
    plans
}

/// Name and text of each file of a codec, by name.
fn written_down(mark: &str) -> BTreeMap<String, String> {
    let entries = fs::read_dir(Path::new(FOLDER).join(mark)).into_iter().flatten();
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.unwrap().path();
        (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap())
    };
    entries.map(read).collect()
}

fn parts(text: &str) -> (&str, Plan) {
    let (link, file) = text.split_once('\n').unwrap();
    (link, plan_file::read(file).unwrap())
}

/// As the draft codec wrote it.
fn draft(plan: &Plan) -> String {
    use base64::Engine;
    let file: serde_json::Value = serde_json::from_str(&plan_file::write(plan)).unwrap();
    let packed = miniz_oxide::deflate::compress_to_vec(file.to_string().as_bytes(), 10);
    let bytes = [&crc32fast::hash(&packed).to_le_bytes()[..], &packed].concat();
    format!("#d1.{}", base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes))
}

#[test]
fn every_link_that_was_given_out_opens_its_plan() {
    if std::env::var_os("STAGGER_NEW_LINKS").is_some() {
        write_missing();
    }
    for (mark, count, checksum) in WRITTEN_DOWN {
        let files = written_down(mark);
        let all: String = files.iter().map(|(name, text)| format!("{name}\n{text}")).collect();
        assert_eq!((files.len(), crc32fast::hash(all.as_bytes())), (count, checksum), "{mark} has changed");
        for (name, text) in &files {
            let (link, plan) = parts(text);
            assert!(link.starts_with(&format!("#{mark}.")), "{name}");
            assert_eq!(decode(link).as_ref(), Ok(&plan), "{mark} {name}");
            assert_eq!(plan_file::write(&decode(link).unwrap()), plan_file::write(&plan), "{mark} {name}");
        }
    }
}

#[test]
fn the_codec_writes_what_it_wrote() {
    let files = written_down(MARK);
    for (name, text) in &files {
        let (link, plan) = parts(text);
        assert_eq!(encode(&plan), link, "{name}");
        assert_eq!(decode(&encode_for_qr(&plan)), Ok(plan), "{name}");
    }
    // Whatever a plan may say is in one of them, and so are the plans that everybody has.
    for name in ["every-field", "arbitrary-00", "16x7-112-windows", "25x10-60-windows", "busan-staggered-48"] {
        assert!(files.contains_key(name), "{name}");
    }
}

/// Whatever mark is read or written has links that are written down.
#[test]
fn no_codec_is_without_links_that_are_kept() {
    let marks: Vec<&str> = WRITTEN_DOWN.iter().map(|(mark, ..)| *mark).collect();
    assert!(marks.contains(&MARK));
    for kind in ["d", "s", "S"] {
        for number in 0..100 {
            let mark = format!("{kind}{number}");
            let is_read = decode(&format!("#{mark}.AAAA")) == Err(LinkError::Damaged);
            assert_eq!(is_read, marks.contains(&mark.to_lowercase().as_str()) && mark != "D1", "{mark}");
        }
    }
    let folders = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(folders.into_iter().all(|folder| marks.contains(&folder.as_str())));
}

fn file_name(name: &str) -> String {
    let plain: String = name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    plain.trim_matches('-').to_lowercase()
}

fn write_missing() {
    for (mark, link) in [("d1", draft as fn(&Plan) -> String), (MARK, encode)] {
        let folder = Path::new(FOLDER).join(mark);
        fs::create_dir_all(&folder).unwrap();
        for (name, plan) in plans() {
            let path = folder.join(format!("{}.txt", file_name(&name)));
            let is_kept = mark != "d1" || !name.starts_with("arbitrary") && !name.contains("own-words");
            if is_kept && !path.exists() {
                fs::write(path, format!("{}\n{}", link(&plan), plan_file::write(&plan))).unwrap();
            }
        }
    }
}
