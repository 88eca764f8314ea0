//! `cargo xtask test`: everything that continuous integration runs, cheapest first.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::arguments::FuzzOptions;
use crate::bundle;
use crate::command::{self, cargo, describe, project_root};
use crate::installs::{ensure_browser_tools, ensure_component};

/// The package of the browser journeys.
pub const JOURNEYS: &str = "journeys";

/// What the first visit may cost on the wire, all files together, gzipped [bytes].
///
/// Hosts that send Brotli send four fifths of it. The aim is 400 kB; the forms, the pictures and what the page says of
/// chance and trust have taken it beyond, and this bound keeps it from growing further unseen. Versions that were
/// approved and the ways to bids, capacities and comparisons took the last four.
const FIRST_VISIT_BUDGET: usize = 675_000;

/// Runs all checks and stops at the first that fails.
///
/// # Errors
/// The check that failed.
pub fn run() -> Result<()> {
    let mut steps = Steps { start: Instant::now(), done: Vec::new() };
    steps.step("tools", || {
        ensure_component("rustfmt", "fmt")?;
        ensure_component("clippy", "clippy")?;
        ensure_browser_tools()
    })?;
    steps.cargo("formatting", &["fmt", "--all", "--check"])?;
    steps.cargo("lints, core alone", &lint(&["--package", "stagger", "--lib", "--no-default-features"]))?;
    let wire = ["--package", "stagger", "--lib", "--no-default-features", "--features", "wire"];
    steps.cargo("lints, core and wire", &lint(&wire))?;
    steps.cargo("lints, native", &lint(&["--workspace", "--all-targets", "--test", JOURNEYS]))?;
    steps.step("wasm target", bundle::ensure_target)?;
    // All programs of the site and of the one file at once; that each is complete with its own features alone, building
    // the site shows.
    let wasm = ["--package", "stagger", "--lib", "--bins", "--features", "whole", "--target", "wasm32-unknown-unknown"];
    steps.cargo("lints, wasm", &lint(&wasm))?;
    steps.cargo("native tests", &["test", "--workspace"])?;
    steps.step("release site", bundle::build_for_release)?;
    steps.step("size of the first visit", || check_first_visit(&project_root().join("dist")))?;
    // Of the whole workspace, so that what the native tests compiled is used again.
    steps.cargo("browser journeys", &["test", "--workspace", "--test", JOURNEYS])?;
    steps.summary();
    Ok(())
}

/// Builds the site and photographs it.
///
/// # Errors
/// A missing browser, a build that fails, a page that does not come up.
pub fn take_shots() -> Result<()> {
    ensure_browser_tools()?;
    bundle::build_for_release()?;
    command::run(&mut cargo(&["run", "--package", JOURNEYS, "--bin", "shots"]))
}

/// Builds the site and takes the pictures of the guide.
///
/// # Errors
/// A missing browser, a build that fails, a page that does not come up.
pub fn take_pictures_of_guide() -> Result<()> {
    ensure_browser_tools()?;
    bundle::build_for_release()?;
    let folder = project_root().join("docs/pictures").display().to_string();
    command::run(&mut cargo(&["run", "--package", JOURNEYS, "--bin", "guide", "--", &folder]))
}

/// Gives mutated input to every decoder.
///
/// # Errors
/// An input that a decoder does not stand.
pub fn fuzz(options: &FuzzOptions) -> Result<()> {
    let (executions, seed) = (options.executions.to_string(), options.seed.to_string());
    let program = ["run", "--package", "stagger", "--profile", "fuzz", "--no-default-features", "--features", "fuzz"];
    command::run(&mut cargo(&[&program[..], &["--bin", "fuzz", "--", &executions, &seed, "."]].concat()))
}

fn lint<'a>(what: &[&'a str]) -> Vec<&'a str> {
    let words = ["clippy"].into_iter().chain(what.iter().copied());
    words.chain(["--", "-D", "warnings"]).collect()
}

/// Everything that the index page names, and itself.
fn check_first_visit(site: &Path) -> Result<()> {
    let page = fs::read_to_string(site.join("index.html")).context("the site has no index page")?;
    let mut total = bundle::gzipped_size(page.as_bytes());
    for address in local_addresses(&page) {
        let bytes = fs::read(site.join(address)).with_context(|| format!("the site has no {address}"))?;
        total += bundle::gzipped_size(&bytes);
    }
    println!("{total} of {FIRST_VISIT_BUDGET} bytes");
    if total > FIRST_VISIT_BUDGET {
        bail!("the first visit costs {total} bytes gzipped, more than the {FIRST_VISIT_BUDGET} allowed");
    }
    Ok(())
}

/// The files that the built page names, each once, but those that it loads after the first picture; their marks are
/// cut off.
fn local_addresses(page: &str) -> BTreeSet<&str> {
    let attributes = page.split(' ').filter_map(|attribute| attribute.split_once("=\""));
    let at_once = attributes.filter(|(name, _)| !name.starts_with("data-later-"));
    let values = at_once.filter_map(|(_, rest)| rest.split('"').next());
    values.filter_map(|value| value.split_once('?')).map(|(address, _)| address).collect()
}

/// The checks so far and their times.
struct Steps {
    start: Instant,
    done: Vec<(String, Duration)>,
}

impl Steps {
    fn step(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        println!("\n== {name}");
        let start = Instant::now();
        work().with_context(|| format!("check `{name}`"))?;
        self.done.push((name.to_owned(), start.elapsed()));
        Ok(())
    }

    fn cargo(&mut self, name: &str, arguments: &[&str]) -> Result<()> {
        self.step(name, || {
            let mut command = cargo(arguments);
            println!("{}", describe(&command));
            command::run(&mut command)
        })
    }

    fn summary(&self) {
        println!("\n== all checks passed");
        for (name, time) in &self.done {
            println!("{:>7.1} s  {name}", time.as_secs_f64());
        }
        println!("{:>7.1} s  in all", self.start.elapsed().as_secs_f64());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_visit_is_what_the_page_names_once_each() {
        let page = r#"<html lang="ko"><script src="static/load.js?1a" data-app="app.js?2b" data-later-engine="engine.js?3c"></script><link href="app.js?2b">"#;
        assert_eq!(local_addresses(page).into_iter().collect::<Vec<_>>(), ["app.js", "static/load.js"]);
    }
}
