//! Times the simulation of every person natively and in Chromium, the heap engine beside the fast one, over the
//! workloads and over plans that grow in members, cohorts, stages, servers and days; then prints the means that
//! benches/w1_100.py prints of the same plan. benches/README.md says what is timed.

#[path = "../../../suite/simulation_workloads.rs"]
mod simulation_workloads;
#[path = "../../../suite/workloads.rs"]
#[allow(dead_code)]
mod workloads;

use std::time::Instant;

use journeys::{Look, Page, grown};
use serde_json::{Value, json};
use stagger::demand::Scenario;
use stagger::forecast::simulation::{Engine, Estimates, Trial, replicate, simulate};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::CheckedPlan;
use stagger::wire::plan_file;

/// Simulations timed per plan; the median is printed, and the least.
const RUNS: u32 = 5;
/// Replications of W1/100.
const SMALL_RUNS: u32 = 400;
const SEED: u64 = 1;

/// Of one question with one run and one with `runs`: the difference is that of `runs - 1` simulations, without what
/// a question costs beside them. Answers the median and the least of the differences over three rounds [ms].
const TIME: &str = "
    const [plan, runs] = args;
    const parsed = JSON.parse(plan);
    const timed = async (runs) => {
        const start = performance.now();
        await stagger.simulate(parsed, { seed: 1, runs });
        return performance.now() - start;
    };
    await timed(2);
    const times = [];
    for (let round = 0; round < 3; round += 1) {
        const one = await timed(1);
        times.push((await timed(runs) - one) / (runs - 1));
    }
    times.sort((one, other) => one - other);
    return [times[1], times[0]];";

/// The first question of a page that has just come up, its answer included [ms].
const FIRST: &str = "
    const parsed = JSON.parse(args[0]);
    const start = performance.now();
    await stagger.simulate(parsed, { seed: 1, runs: 1 });
    return performance.now() - start;";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let page = Page::open(&Look::WIDE, "").await;
    page.call("await stagger.ready", vec![]).await.expect("the page comes up");
    println!("one simulation from a checked plan to its story [ms]: median (least); heap = the oracle, natively\n");
    println!(
        "{:44}{:>12}{:>10}{:>14}{:>7}{:>16}{:>16}{:>7}{:>9}",
        "plan", "attempts", "heap", "fast", "ratio", "native", "wasm", "ratio", "ns each"
    );
    for (name, text) in plans() {
        let plan = CheckedPlan::new(plan_file::read(&text).expect("a plan file")).expect("a sound plan");
        let story = simulate(&plan, Scenario::Planned, SEED, 0);
        let attempts: f64 = story.stages.iter().map(|stage| stage.attempts + stage.background_attempts).sum();
        let (fast, heap) = (engine_time(&plan, Engine::Fast { longest: 60 }), engine_time(&plan, Engine::Heap));
        let native = time(RUNS, || simulate(&plan, Scenario::Planned, SEED, 0));
        let wasm = time_in(&page, &text).await;
        let ratio = heap.zip(fast).map_or(f64::NAN, |(heap, fast)| heap.1 / fast.1);
        let shown = |times: Option<(f64, f64)>| times.map_or_else(|| "-".to_owned(), |times| format!("{:.0}", times.1));
        let both = |times: (f64, f64)| format!("{:.0} ({:.0})", times.0, times.1);
        println!(
            "{name:44}{attempts:>12.0}{:>10}{:>14}{ratio:>7.1}{:>16}{:>16}{:>7.2}{:>9.0}",
            shown(heap),
            shown(fast),
            both(native),
            both(wasm),
            wasm.1 / native.1,
            1e6 * wasm.1 / attempts
        );
    }
    drop(page);
    first_after_load().await;
    small();
}

/// What engines cost alone, from people who are invited to tallies: median and least [ms].
fn engine_time(plan: &CheckedPlan, engine: Engine) -> Option<(f64, f64)> {
    let trial = Trial::new(plan, Scenario::Planned, SEED, 0);
    trial.run(engine)?;
    let runs = if engine == Engine::Heap { 1 } else { RUNS };
    Some(time(runs, || trial.run(engine)))
}

/// Median and least time of a native call [ms].
fn time<T>(runs: u32, call: impl Fn() -> T) -> (f64, f64) {
    let timed = |_| {
        let start = Instant::now();
        std::hint::black_box(call());
        start.elapsed().as_secs_f64() * 1e3
    };
    let mut times: Vec<f64> = (0..runs).map(timed).collect();
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[0])
}

/// Median and least time of a simulation in the page's worker [ms].
async fn time_in(page: &Page, plan: &str) -> (f64, f64) {
    let times = page.call(TIME, vec![json!(plan), json!(3)]).await.expect("the page simulates");
    (times[0].as_f64().unwrap_or(f64::NAN), times[1].as_f64().unwrap_or(f64::NAN))
}

/// The first simulation of pages that were just opened.
async fn first_after_load() {
    let workloads = simulation_workloads::all();
    println!("\nfirst simulation after opening the page, the question as a whole [ms]");
    for (name, text) in &workloads[..3] {
        let mut times = Vec::new();
        for _ in 0..3 {
            let page = Page::open(&Look::WIDE, "").await;
            page.call("await stagger.ready", vec![]).await.expect("the page comes up");
            let time = page.call(FIRST, vec![json!(text)]).await.expect("the page simulates");
            times.push(time.as_f64().unwrap_or(f64::NAN));
        }
        times.sort_by(f64::total_cmp);
        println!("{name:44}{:>10.0} ({:.0})", times[1], times[0]);
    }
}

/// W1/100: means and what one costs.
fn small() {
    let text = include_str!("../../../../benches/w1_100.plan.json");
    let plan = CheckedPlan::new(plan_file::read(text).expect("a plan file")).expect("a sound plan");
    let start = Instant::now();
    let estimates = replicate(&plan, Scenario::Planned, SEED, SMALL_RUNS, |_, _| {});
    let spent = start.elapsed().as_secs_f64();
    println!(
        "\nW1/100, {SMALL_RUNS} replications, {:.2} ms each: mean, standard error",
        1e3 * spent / f64::from(SMALL_RUNS)
    );
    print_means(&plan, &estimates);
}

fn print_means(plan: &CheckedPlan, estimates: &Estimates) {
    let wanted = ["finished", "lost", "attempts", "abandoned", "peak_queue"];
    let stages = plan.plan().journey.iter().map(|stage| format!("{}: ", stage.name)).zip(&estimates.stages);
    for (place, figures) in [(String::new(), &estimates.totals)].into_iter().chain(stages) {
        let of_place = figures.iter().filter(|figure| wanted.contains(&figure.name));
        for figure in of_place.filter(|figure| place.is_empty() || !matches!(figure.name, "finished" | "lost")) {
            let estimate = figure.estimate();
            let name = format!("{place}{}", figure.name.replace('_', " "));
            let (mean, error) = (estimate.mean.unwrap_or(f64::NAN), estimate.standard_error.unwrap_or(f64::NAN));
            println!("{name:24}{mean:12.1}{error:10.2}");
        }
    }
}

fn plans() -> Vec<(String, String)> {
    let examples = Example::ALL.into_iter().map(|example| {
        let plan = example.plan(Wording::english);
        (format!("example: {}", plan.title), plan_file::write(&plan))
    });
    let workloads = simulation_workloads::all().map(|(name, text)| (name.to_owned(), text));
    let w2t = &workloads[2].1;
    let changed = vec![
        ("W2T, a tenth of members and servers".to_owned(), scaled(w2t, 1, 0.1)),
        ("W2T, twice the members and servers".to_owned(), scaled(w2t, 1, 2.0)),
        ("W2T, its stages twice over".to_owned(), scaled(w2t, 2, 1.0)),
    ];
    let grown = [(900_000, 128, 4), (900_000, 2_500, 4), (900_000, 128, 30), (900_000, 128, 92)];
    let grown = grown.into_iter().map(|(members, cohorts, days)| {
        (format!("{members} members, {cohorts} cohorts, {days} days"), grown::plan(members, cohorts, days))
    });
    workloads.clone().into_iter().chain(examples).chain(changed).chain(grown).collect()
}

/// A workload with its stages so many times over, and so many times the members and servers.
fn scaled(text: &str, stages: usize, size: f64) -> String {
    let times = |value: &Value| json!((value.as_f64().unwrap_or(0.0) * size).round());
    let mut plan: Value = serde_json::from_str(text).expect("a plan file");
    let journey = plan["journey"].as_array().expect("a list of stages").clone();
    plan["journey"] = journey.iter().cycle().take(stages * journey.len()).cloned().collect();
    for stage in plan["journey"].as_array_mut().expect("a list of stages") {
        stage["sessions"] = times(&stage["sessions"]);
    }
    for region in plan["members"]["counts"].as_array_mut().expect("a list of regions") {
        for count in region.as_array_mut().expect("a list of counts") {
            *count = times(count);
        }
    }
    plan.to_string()
}
