//! Tables written from a known truth in every form that the grammar has, and read back.
//!
//! Level x sex x year x orientation x encoding x delimiter x style of numbers x place of totals, chosen by a seed.
//! `STAGGER_THOROUGH=1` writes and reads many more.

mod dice;
mod table;
mod writing;

use super::{encode, membership, read};
use dice::Dice;
use stagger::import::Preview;
use table::Truth;
use writing::Style;

/// Tables in the suite, and when asked for more.
const TABLES: (u64, u64) = (600, 30_000);

#[test]
fn what_was_written_is_read_whatever_the_form() {
    let thorough = std::env::var("STAGGER_THOROUGH").is_ok();
    let count = if thorough { TABLES.1 } else { TABLES.0 };
    let mut wrong = Vec::new();
    let mut forms = std::collections::BTreeSet::new();
    for seed in 0..count {
        let mut dice = Dice::new(seed);
        let truth = Truth::thrown(&mut dice);
        let style = Style::thrown(&mut dice, &truth);
        forms.insert(style.form());
        let text = writing::write(&truth, &style, &mut dice);
        let bytes = style.bytes(&text);
        let difference = match read(&bytes) {
            Ok(preview) => truth.difference(&preview),
            Err(fault) => Some(format!("refused: {fault}")),
        };
        if let Some(difference) = difference {
            wrong.push(format!(
                "seed {seed}: {difference}\n{}\n{}",
                style.form(),
                text.chars().take(900).collect::<String>()
            ));
        }
    }
    println!("{count} tables in {} forms, {} read wrongly", forms.len(), wrong.len());
    let few: Vec<&String> = wrong.iter().take(3).collect();
    assert!(
        wrong.is_empty(),
        "{} of {count} read wrongly\n{}",
        wrong.len(),
        few.iter().map(|one| one.as_str()).collect::<Vec<_>>().join("\n\n")
    );
}

impl Style {
    fn bytes(&self, text: &str) -> Vec<u8> {
        let text = text.replace('\n', self.line_end);
        match self.encoding {
            "utf-8 with mark" => [&b"\xef\xbb\xbf"[..], text.as_bytes()].concat(),
            "utf-16le with mark" => [&b"\xff\xfe"[..], &encode("utf-16le", &text)].concat(),
            label => encode(label, &text),
        }
    }
}

impl Truth {
    /// How what was read differs from what was written.
    fn difference(&self, preview: &Preview) -> Option<String> {
        let Ok(members) = &preview.membership else { return Some(format!("{:?}", preview.membership)) };
        let expected: Vec<Vec<u64>> = self.newest();
        if members.counts != expected {
            let names = super::names(membership(preview));
            return Some(format!("{names:?} {:?} for {expected:?}", members.counts));
        }
        let bands: Vec<String> = self.bands.iter().map(|band| band.name()).collect();
        if super::ages(members) != bands {
            return Some(format!("{:?} for {bands:?}", super::ages(members)));
        }
        let sum = preview.sums.iter().find(|sum| !sum.agrees())?;
        Some(format!("{sum:?}"))
    }
}
