//! Simulations that are wrong on purpose: each must be noticed by the checks that the right one passes.

use crate::simulation_models::{Verdicts, Wrong};
use crate::{simulation_chains as chains, simulation_steady as steady};

type Check = fn(Wrong) -> Verdicts;

/// The checks by the file that they compare with, small enough to be run often.
const CHECKS: [(&str, Check); 6] = [
    ("transient_mtmst.json", |wrong| chains::transient(6, wrong)),
    ("retrial_2d.json", |wrong| chains::retrial(25, wrong)),
    ("tandem_ctmc.json", |wrong| chains::tandem(400, wrong)),
    ("erlang_a.json", |wrong| steady::erlang_a(11, 2_500.0, 30.0, wrong)),
    ("erlang_bc.csv", |wrong| steady::erlang_bc(9, 2_500.0, 30.0, wrong)),
    ("mdc.csv", |wrong| steady::mdc(4, 5_000.0, 0.8, wrong)),
];

/// Which mutant is noticed by which files.
const CAUGHT: [(Wrong, &[&str]); 4] = [
    (Wrong::PatienceLaw, &["transient_mtmst.json", "erlang_a.json"]),
    (Wrong::OneServerMore, &["transient_mtmst.json", "retrial_2d.json", "erlang_bc.csv", "mdc.csv"]),
    (Wrong::LastComeFirstServed, &["erlang_a.json"]),
    (Wrong::LostOrbit, &["retrial_2d.json", "tandem_ctmc.json"]),
];

fn check(file: &str) -> Check {
    CHECKS.iter().find(|check| check.0 == file).unwrap().1
}

#[test]
fn every_mutant_is_noticed() {
    for (file, check) in CHECKS {
        let right = check(Wrong::Nothing);
        assert!(right.compared > 0 && right.wrong.is_empty(), "{file}: {:?}", right.wrong);
    }
    for (wrong, files) in CAUGHT {
        for file in files {
            let verdicts = check(file)(wrong);
            let found = &verdicts.wrong;
            println!("{wrong:?}, {file}: {} of {} figures off", found.len(), verdicts.compared);
            assert!(!found.is_empty(), "{wrong:?} passes {file}");
        }
    }
}

/// The whole table for a report: `cargo test --test suite -- --ignored --nocapture simulation_mutants`.
#[test]
#[ignore = "prints every mutant against every file; what must be noticed is always checked"]
fn every_mutant_against_every_file() {
    for wrong in [Wrong::Nothing].into_iter().chain(CAUGHT.map(|caught| caught.0)) {
        for (file, check) in CHECKS {
            let verdicts = check(wrong);
            let (far, place) = &verdicts.largest;
            println!(
                "{wrong:?}, {file}: {} of {} figures off, the farthest {far:.1} standard errors ({place})",
                verdicts.wrong.len(),
                verdicts.compared
            );
            assert!(wrong != Wrong::Nothing || verdicts.wrong.is_empty(), "{file}: {:?}", verdicts.wrong);
        }
    }
}
