//! Times one forecast natively and in Chromium, in one run, over plans that grow in members, cohorts, days, stages and
//! servers; and natively the figures at screening precision, which risk and search compute by the thousand.
//!
//! Prints medians and their ratio to the first row, since absolute times depend on the machine.

#[path = "../../../suite/workloads.rs"]
mod workloads;

use std::time::Instant;

use journeys::{Look, Page, grown};
use serde_json::{Value, json};
use stagger::forecast;
use stagger::library::busan::Example;
use stagger::library::wording::Wording;
use stagger::plan::CheckedPlan;
use stagger::plan::zones::NoTimeZones;
use stagger::wire::answer::Advice;
use stagger::wire::{answer, plan_file};

/// Forecasts timed per plan; the median is printed.
const RUNS: usize = 15;

/// Times `RUNS` calls in the page, after two that are not counted [ms].
const TIME: &str = "
    const [plan, runs, question] = args;
    const parsed = JSON.parse(plan);
    const times = [];
    for (let run = -2; run < runs; run += 1) {
        const start = performance.now();
        await stagger[question](parsed);
        if (run >= 0) times.push(performance.now() - start);
    }
    return times;";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let page = Page::open(&Look::WIDE, "").await;
    page.call("await stagger.ready", vec![]).await.expect("the page comes up");
    println!(
        "one forecast with its baseline, median of {RUNS} runs [ms]; `check` answers the issues only, which takes"
    );
    println!("the whole forecast; `forecast` answers every series as JSON as well; `screen` is without the baseline,");
    println!("from a checked plan to its figures, as `engine` is with the baseline at full precision\n");
    let heads = ["native", "wasm", "ratio", "to first", "native", "wasm", "ratio"].map(|head| format!("{head:>9}"));
    println!("{:50} {:^42} {:^29} {:^18}", "", "check", "forecast", "native");
    println!("{:50}{}{:>9}{:>9}", "plan", heads.concat(), "engine", "screen");
    let mut first = None;
    for (name, plan) in plans() {
        let check = || answer::check(&plan, &NoTimeZones, &|_, _| Advice::default()).expect("a sound plan");
        let (native, wasm) = (time(check), time_in(&page, &plan, "check").await);
        let first = *first.get_or_insert(wasm);
        print!("{name:50}{native:>9.1}{wasm:>9.1}{:>9.2}{:>9.2}", wasm / native, wasm / first);
        let answered = || answer::forecast(&plan).expect("a sound plan");
        let (native, wasm) = (time(answered), time_in(&page, &plan, "forecast").await);
        print!("{native:>9.1}{wasm:>9.1}{:>9.2}", wasm / native);
        let plan = CheckedPlan::new(plan_file::read(&plan).expect("a plan file")).expect("a sound plan");
        println!("{:>9.2}{:>9.3}", time(|| forecast::run(&plan)), time(|| forecast::screen(&plan)));
    }
}

/// Median time of a native call [ms].
fn time<T>(call: impl Fn() -> T) -> f64 {
    let timed = |_| {
        let start = Instant::now();
        std::hint::black_box(call());
        start.elapsed().as_secs_f64() * 1e3
    };
    median((0..RUNS).map(timed).collect())
}

/// Median time of a call in the page [ms].
async fn time_in(page: &Page, plan: &str, question: &str) -> f64 {
    let times = page.call(TIME, vec![json!(plan), json!(RUNS), json!(question)]).await.expect("the call is answered");
    median(times.as_array().expect("a list").iter().filter_map(Value::as_f64).collect())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn plans() -> Vec<(String, String)> {
    let examples = Example::ALL.into_iter().map(|example| {
        let plan = example.plan(|wording: Wording| wording.english());
        (format!("example: {}", plan.title), plan_file::write(&plan))
    });
    let grown = [(900_000, 128, 4), (50_000_000, 128, 4), (900_000, 2_500, 4), (900_000, 128, 30), (900_000, 128, 92)];
    let grown = grown.into_iter().map(|(members, cohorts, days)| {
        (format!("{members} members, {cohorts} cohorts, {days} days"), grown::plan(members, cohorts, days))
    });
    let workload = |name: &str, stages: usize, size: u64| (name.to_owned(), workload(stages, size));
    let workloads = [
        workload("W2T", 1, 1),
        workload("W2T, its stages three times over", 3, 1),
        workload("W2T, ten times the members and servers", 1, 10),
    ];
    examples.chain(workloads).chain(grown).collect()
}

/// W2T with its stages so many times over, and so many times the members and servers.
fn workload(stages: usize, size: u64) -> String {
    let mut plan: Value = serde_json::from_str(&workloads::w2t()).expect("a plan file");
    let journey = plan["journey"].as_array().expect("a list of stages").clone();
    plan["journey"] = journey.iter().cycle().take(stages * journey.len()).cloned().collect();
    for stage in plan["journey"].as_array_mut().expect("a list of stages") {
        stage["sessions"] = json!(stage["sessions"].as_u64().map(|servers| servers * size));
    }
    for region in plan["members"]["counts"].as_array_mut().expect("a list of regions") {
        for count in region.as_array_mut().expect("a list of counts") {
            *count = json!(count.as_u64().map(|people| people * size));
        }
    }
    plan.to_string()
}
