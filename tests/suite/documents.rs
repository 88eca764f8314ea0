//! What the documents say about files, links and scripts is so.

use stagger::wire::answer::AnswerError;
use stagger::wire::fingerprint::fingerprint;
use stagger::wire::link::{self, LinkError};
use stagger::wire::plan_file::{Expected, PlanFileError, read};

fn document(name: &str) -> String {
    std::fs::read_to_string(format!("docs/{name}")).unwrap()
}

#[test]
fn the_plan_in_the_contract_opens_and_has_the_stated_fingerprint() {
    let contract = document("contract.md");
    let plan = contract.split("```json").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let mark = fingerprint(&read(plan).unwrap());
    assert!(contract.contains(&format!("`{mark}` is that of the short plan")), "{mark}");
}

#[test]
fn the_contract_names_the_codec_that_is_written() {
    assert!(document("contract.md").contains(&format!("The codec is **`{}`**", link::MARK)));
}

#[test]
fn every_code_of_an_error_is_documented() {
    let document = document("programme-interface.md");
    let pointer = String::new;
    let files = [
        PlanFileError::TooLarge { bytes: 1 },
        PlanFileError::TooDeep,
        PlanFileError::NotJson { line: 1, column: 1 },
        PlanFileError::NotAPlan,
        PlanFileError::Newer { version: 2 },
        PlanFileError::Missing { pointer: pointer() },
        PlanFileError::Unexpected { pointer: pointer(), expected: Expected::Text, found: String::new() },
        PlanFileError::NumberTooLarge { pointer: pointer() },
        PlanFileError::Duplicate { pointer: pointer() },
    ];
    let links = [
        LinkError::Empty,
        LinkError::Foreign,
        LinkError::Damaged,
        LinkError::Draft { mark: String::new() },
        LinkError::Newer { mark: String::new() },
    ];
    let computed = [AnswerError::Interrupted, AnswerError::Cancelled];
    let codes = files.iter().map(PlanFileError::code).chain(links.iter().map(LinkError::code));
    for code in codes.chain(computed.iter().map(AnswerError::code)) {
        assert!(document.contains(&format!("`{code}`")), "{code}");
    }
}

#[test]
fn every_finding_of_the_planner_is_in_the_contract() {
    let contract = document("contract.md");
    let source = std::fs::read_to_string("src/plan/issue.rs").unwrap();
    let names = source.split("fn name(").nth(1).unwrap();
    let codes: Vec<&str> = names.lines().filter_map(|line| line.split("=> \"").nth(1)?.split('"').next()).collect();
    assert!(codes.len() > 30);
    for code in codes {
        assert!(contract.contains(&format!("`{code}`")), "{code}");
    }
}
