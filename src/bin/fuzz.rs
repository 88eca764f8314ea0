//! Mutated input for every decoder: no panic, no blow-up of time or memory, and whatever opens comes back the same.
//!
//! `fuzz <executions> <seed> <folder of the project>`; the same words give the same inputs.

#[path = "fuzz/inputs.rs"]
mod inputs;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use inputs::Mutator;
use peak_alloc::PeakAlloc;
use stagger::import::{self, Choices, Input};
use stagger::wire::{link, plan_file, requirements, stored};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// No input, a few thousand bytes long, may take longer than this on a machine that has time.
const LONGEST: Duration = Duration::from_secs(2);
/// Nor more memory than this [bytes]; a plan of a forged link may be as large as a link can be.
const LARGEST: usize = 256 * 1024 * 1024;

/// A decoder with the share of the executions that it gets [of 1,000].
struct Target {
    name: &'static str,
    share: u64,
    /// Opens an input; whether it held anything, or what is wrong.
    open: fn(&[u8]) -> Result<bool, String>,
}

const TARGETS: [Target; 5] = [
    Target { name: "link text", share: 480, open: link_text },
    Target { name: "link payload", share: 25, open: link_payload },
    Target { name: "plan file", share: 60, open: plan_text },
    Target { name: "stored plan", share: 430, open: stored_plan },
    Target { name: "table of members", share: 5, open: table },
];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let executions: u64 = words.next().and_then(|word| word.parse().ok()).unwrap_or(1_000_000);
    let seed: u64 = words.next().and_then(|word| word.parse().ok()).unwrap_or(1);
    let folder = words.next().unwrap_or_else(|| ".".to_owned());
    let mut total = 0;
    let mut faults = 0;
    for target in &TARGETS {
        let mut mutator = Mutator::new(target.name, seed, folder.as_ref());
        let count = executions.div_ceil(1_000) * target.share;
        let outcome = run(target, count, &mut mutator);
        total += count;
        faults += outcome.faults;
        println!(
            "{:17} {count:>10} executions, {:>8} opened, slowest {:?}, most memory {} kB, {} faults",
            target.name,
            outcome.opened,
            outcome.slowest,
            outcome.most / 1024,
            outcome.faults
        );
    }
    println!("{total} executions, {faults} faults");
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[derive(Default)]
struct Outcome {
    opened: u64,
    faults: u64,
    slowest: Duration,
    most: usize,
}

fn run(target: &Target, count: u64, mutator: &mut Mutator) -> Outcome {
    let mut outcome = Outcome::default();
    for execution in 0..count {
        let input = mutator.input();
        MEMORY.reset_peak_usage();
        let before = MEMORY.current_usage();
        let start = Instant::now();
        let result = catch_unwind(AssertUnwindSafe(|| (target.open)(&input)));
        let (took, most) = (start.elapsed(), MEMORY.peak_usage().saturating_sub(before));
        let fault = match result {
            Err(_) => Some("panics".to_owned()),
            Ok(Err(fault)) => Some(fault),
            Ok(Ok(_)) if took > LONGEST => Some(format!("takes {took:?}")),
            Ok(Ok(_)) if most > LARGEST => Some(format!("takes {most} bytes")),
            Ok(Ok(opened)) => {
                outcome.opened += u64::from(opened);
                None
            }
        };
        outcome.slowest = outcome.slowest.max(took);
        outcome.most = outcome.most.max(most);
        if let Some(fault) = fault {
            outcome.faults += 1;
            println!("{}, execution {execution}: {fault}\n{}", target.name, input.escape_ascii());
        }
    }
    outcome
}

/// What chat, mail or people make of a link.
fn link_text(input: &[u8]) -> Result<bool, String> {
    let text = String::from_utf8_lossy(input);
    let Ok(plan) = link::decode(&text) else { return Ok(false) };
    // Damage to a whole link is found; what opens is the plan of a seed, so it has the link of one.
    let again = link::encode(&plan);
    if link::decode(&again).is_ok_and(|other| other == plan) {
        Ok(true)
    } else {
        Err("comes back otherwise".to_owned())
    }
}

/// Packed bytes with a right checksum, as only somebody who means harm makes them.
fn link_payload(input: &[u8]) -> Result<bool, String> {
    let Ok(plan) = link::decode(&inputs::forged(input)) else { return Ok(false) };
    let again = link::encode(&plan);
    // Not every number that can be forged equals itself; its link does.
    match link::decode(&again) {
        Ok(other) if link::encode(&other) == again => Ok(true),
        _ => Err("comes back otherwise".to_owned()),
    }
}

fn plan_text(input: &[u8]) -> Result<bool, String> {
    let text = String::from_utf8_lossy(input);
    let Ok(plan) = plan_file::read(&text) else { return Ok(false) };
    match plan_file::read(&plan_file::write(&plan)) {
        Ok(other) if other == plan => {}
        other => return Err(format!("comes back otherwise: {:?}", other.err())),
    }
    // Choices and edits of requirements, where the file has any that can be read.
    if let Ok(kept) = requirements::read(&plan) {
        let mut again = plan.clone();
        requirements::put(&mut again, &kept);
        if requirements::read(&again).as_ref() != Ok(&kept) {
            return Err("its requirements come back otherwise".to_owned());
        }
    }
    let mut bare = plan;
    bare.unknown.clear();
    bare.approved = None;
    if link::decode(&link::encode(&bare)).is_ok_and(|other| other == bare) {
        Ok(true)
    } else {
        Err("its link opens otherwise".to_owned())
    }
}

fn stored_plan(input: &[u8]) -> Result<bool, String> {
    let text = String::from_utf8_lossy(input);
    let Ok(stored) = stored::read(&text) else { return Ok(false) };
    let Ok(plan) = plan_file::read(&stored.file) else { return Ok(false) };
    let again = stored::write(&plan, stored.replaces.as_deref(), stored.changed_ms);
    match stored::read(&again).map(|stored| plan_file::read(&stored.file)) {
        Ok(Ok(other)) if other == plan => Ok(true),
        _ => Err("comes back otherwise".to_owned()),
    }
}

fn table(input: &[u8]) -> Result<bool, String> {
    let as_file = import::preview(Input::File(input), &Choices::default(), &decoded).is_ok();
    let text = String::from_utf8_lossy(input);
    let as_text = import::preview(Input::Pasted(&text), &Choices::default(), &decoded).is_ok();
    Ok(as_file || as_text)
}

/// UTF-8 as it is; of other encodings a letter for each byte is enough here.
fn decoded(label: &str, bytes: &[u8], is_strict: bool) -> Option<String> {
    match (label, is_strict) {
        ("utf-8", true) => String::from_utf8(bytes.to_vec()).ok(),
        ("utf-8", false) => Some(String::from_utf8_lossy(bytes).into_owned()),
        _ => Some(bytes.iter().map(|byte| char::from(*byte)).collect()),
    }
}
