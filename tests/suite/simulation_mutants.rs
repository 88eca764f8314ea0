//! Simulations that are wrong on purpose: each must be noticed by the checks that the right one passes.

use crate::simulation_models::{Verdicts, Wrong, is_thorough};
use crate::{simulation_chains as chains, simulation_steady as steady};

type Check = fn(Wrong) -> Verdicts;

/// The checks by the file that they compare with, small enough to be run often.
const CHECKS: [(&str, Check); 6] = [
    ("transient_mtmst.json", |wrong| chains::transient(6, wrong)),
    ("retrial_2d.json", |wrong| chains::retrial(25, wrong)),
    ("tandem_ctmc.json", |wrong| chains::tandem(400, wrong)),
    ("erlang_a.json", |wrong| steady::erlang_a(11, 2_500.0, steady::SMALL, wrong)),
    ("erlang_bc.csv", |wrong| steady::erlang_bc(9, 2_500.0, steady::SMALL, wrong)),
    ("mdc.csv", |wrong| steady::mdc(4, 5_000.0, 0.8, wrong)),
];

/// Which mutant is noticed by which files.
const CAUGHT: [(Wrong, &[&str]); 4] = [
    (Wrong::PatienceLaw, &["transient_mtmst.json", "erlang_a.json"]),
    (Wrong::OneServerMore, &["transient_mtmst.json", "retrial_2d.json", "erlang_bc.csv", "mdc.csv"]),
    (Wrong::LastComeFirstServed, &["erlang_a.json"]),
    (Wrong::LostOrbit, &["retrial_2d.json", "tandem_ctmc.json"]),
];

#[test]
fn every_mutant_is_noticed() {
    for (file, check) in CHECKS {
        let right = check(Wrong::Nothing);
        assert!(right.compared > 0 && right.wrong.is_empty(), "{file}: {:?}", right.wrong);
    }
    for (wrong, files) in CAUGHT {
        for (file, check) in CHECKS {
            let must_notice = files.contains(&file);
            // What need not notice is looked at for the table alone.
            if must_notice || is_thorough() {
                let verdicts = check(wrong);
                println!("{wrong:?}, {file}: {} of {} figures off", verdicts.wrong.len(), verdicts.compared);
                assert!(!must_notice || !verdicts.wrong.is_empty(), "{wrong:?} passes {file}");
            }
        }
    }
}
