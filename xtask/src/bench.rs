//! `cargo xtask bench`: what is measured in the browser, apart from the tests.

use std::ffi::OsStr;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;
use xtask::server::Server;
use xtask::tools;

use crate::arguments::Measurement;
use crate::bundle;
use crate::checks::JOURNEYS;
use crate::command::{self, cargo, project_root};
use crate::installs::ensure_browser_tools;

/// The release that is measured with; npm keeps it in its own cache.
const LIGHTHOUSE: &str = "lighthouse@12.8.2";

/// Builds the site and measures in the order given.
///
/// # Errors
/// A missing browser, a build that fails, a page that does not come up.
pub fn run(measurements: &[Measurement]) -> Result<()> {
    ensure_browser_tools()?;
    let needs_site = |measurement: &Measurement| !matches!(measurement, Measurement::Engine | Measurement::Schedule);
    if measurements.iter().any(needs_site) {
        bundle::build_for_release()?;
    }
    for measurement in measurements {
        println!();
        match measurement {
            // Natively with the optimisation that the engine of the workers has.
            Measurement::Engine => program("figures")?,
            Measurement::Forecast => {
                program("figures")?;
                run_program("figures", "engine", &[])?;
            }
            Measurement::Schedule => program("schedule")?,
            Measurement::Simulation => run_program("simulation", "engine", &[])?,
            Measurement::Drag => run_program("drag", "release", &[])?,
            Measurement::Trust => run_program("trust", "release", &[])?,
            Measurement::Opening => run_program("opening", "dev", &[])?,
            Measurement::Lighthouse => lighthouse()?,
        }
    }
    Ok(())
}

/// The engine alone, by a program that is told where it was built.
fn program(name: &str) -> Result<()> {
    let folder = bundle::build_for_bench()?;
    run_program(name, "engine", &[folder.to_str().context("a folder whose name is text")?])
}

fn run_program(name: &str, profile: &str, arguments: &[&str]) -> Result<()> {
    let program = ["run", "--profile", profile, "--package", JOURNEYS, "--bin", name, "--"];
    command::run(&mut cargo(&[&program[..], arguments].concat()))
}

/// Lighthouse as a phone and as a desk, three categories each.
fn lighthouse() -> Result<()> {
    let root = project_root();
    let folder = bundle::target_folder()?.join("lighthouse");
    fs::create_dir_all(&folder)?;
    let server = Server::start(root.join("dist"), "/x/y/", 0)?;
    let browser = tools::chromium().context("Chromium is not installed")?;
    for (name, preset) in [("phone", None), ("desk", Some("--preset=desktop"))] {
        let report = folder.join(format!("{name}.json"));
        let mut command = Command::new("npm");
        command
            .args(["exec", "--yes", "--package", LIGHTHOUSE, "--", "lighthouse"])
            .arg(server.address())
            .args(["--quiet", "--output=json", "--only-categories=performance,accessibility,best-practices"])
            .arg("--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run")
            .arg(format!("--output-path={}", report.display()))
            .args(preset)
            .env("CHROME_PATH", &browser)
            .env("npm_config_cache", folder.join("npm"))
            .current_dir(&folder);
        command::run(&mut command)?;
        let text = fs::read_to_string(&report).context("Lighthouse wrote no report")?;
        print_report(name, &serde_json::from_str(&text)?, report.as_os_str());
    }
    Ok(())
}

fn print_report(name: &str, report: &Value, file: &OsStr) {
    println!("Lighthouse {}, {name}: {}", report["lighthouseVersion"].as_str().unwrap_or_default(), file.display());
    for category in ["performance", "accessibility", "best-practices"] {
        let score = report["categories"][category]["score"].as_f64().unwrap_or(f64::NAN);
        println!("  {category:30}{:>8.0}", score * 100.0);
    }
    let audits = [
        "first-contentful-paint",
        "largest-contentful-paint",
        "interactive",
        "total-blocking-time",
        "cumulative-layout-shift",
        "total-byte-weight",
    ];
    for audit in audits {
        println!("  {audit:30}{:>12}", report["audits"][audit]["displayValue"].as_str().unwrap_or("-"));
    }
    let below = |audit: &&Value| audit["score"].as_f64().is_some_and(|score| score < 0.9);
    for audit in report["audits"].as_object().into_iter().flat_map(|audits| audits.values()).filter(below) {
        println!(
            "  below 0.9: {} ({})",
            audit["title"].as_str().unwrap_or_default(),
            audit["id"].as_str().unwrap_or_default()
        );
    }
}
