//! Files of one's own: what is understood of each, printed, if `STAGGER_TABLES` names them or folders of them.

use std::path::{Path, PathBuf};

use super::read;
use stagger::import::Preview;

fn files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let mut inside: Vec<PathBuf> = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    inside.sort();
    inside.into_iter().filter(|path| path.is_file()).collect()
}

#[test]
fn files_named_by_the_environment_are_understood() {
    let Ok(named) = std::env::var("STAGGER_TABLES") else { return };
    let mut failed = Vec::new();
    for path in named.split(':').flat_map(|name| files(Path::new(name))) {
        println!("\n{}", path.display());
        match read(&std::fs::read(&path).unwrap()) {
            Ok(preview) => print(&preview, &mut failed),
            Err(fault) => {
                println!("  refused: {fault}");
                failed.push(path);
            }
        }
    }
    assert!(failed.is_empty() || std::env::var("STAGGER_TABLES_MAY_FAIL").is_ok(), "{failed:#?}");
}

fn print(preview: &Preview, failed: &mut Vec<PathBuf>) {
    println!("  {:?}", preview.source);
    println!("  head {} down {:?} across {:?}", preview.header_rows.taken, preview.down, preview.across);
    println!("  {:?} {:?} {:?} {:?}", preview.measure, preview.period, preview.sex, preview.level);
    println!("  bands {}", preview.bands_read.iter().map(|band| band.name()).collect::<Vec<_>>().join(" "));
    for left_out in preview.left_out.iter().take(12) {
        println!("  left out {left_out:?}");
    }
    println!("  left out in all {}", preview.left_out.len());
    for sum in &preview.sums {
        println!("  sum {sum:?}");
    }
    match &preview.membership {
        Ok(members) => {
            let regions: Vec<&str> = members.regions.iter().map(|region| region.name.as_str()).collect();
            println!("  {} people, {} regions {:?}", members.total(), regions.len(), &regions[..regions.len().min(30)]);
        }
        Err(fault) => {
            println!("  no membership: {fault}");
            failed.push(PathBuf::from(fault.to_string()));
        }
    }
}
