//! Times one forecast and a thousand draws of its assumptions natively and in Chromium, in one run, over plans that grow
//! in members, cohorts, days, stages and servers; and natively the figures at screening precision, which risk and search
//! compute by the thousand.
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
use stagger::risk::{self, Sampling};
use stagger::wire::answer::Advice;
use stagger::wire::{answer, plan_file};

/// Forecasts timed per plan; the median is printed.
const RUNS: usize = 15;
/// Draws of a timed risk question; those of another, whose time is taken off; and how often both are asked.
const DRAWS: usize = 1_000;
const FEW_DRAWS: usize = 10;
const RISK_RUNS: usize = 3;

/// Times so many calls in the page, after two that are not counted [ms].
const TIME: &str = "
    const [plan, runs, question, options] = args;
    const parsed = JSON.parse(plan);
    const times = [];
    for (let run = -2; run < runs; run += 1) {
        const start = performance.now();
        await stagger[question](parsed, options);
        if (run >= 0) times.push(performance.now() - start);
    }
    return times;";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let page = Page::open(&Look::WIDE, "").await;
    page.call("await stagger.ready", vec![]).await.expect("the page comes up");
    forecasts(&page).await;
    draws(&page).await;
}

async fn forecasts(page: &Page) {
    println!(
        "one forecast with its baseline, median of {RUNS} runs [ms]; `check` answers the issues only, which takes"
    );
    println!("the whole forecast; `forecast` answers every series as JSON as well; natively and from a checked plan:");
    println!("`engine` with the baseline, `plan` without, `screen` its figures at screening precision\n");
    let heads = ["native", "wasm", "ratio", "to first", "native", "wasm", "ratio"].map(|head| format!("{head:>9}"));
    println!("{:50} {:^42} {:^29} {:^27}", "", "check", "forecast", "native");
    println!("{:50}{}{:>9}{:>9}{:>9}", "plan", heads.concat(), "engine", "plan", "screen");
    let mut first = None;
    for (name, plan) in plans() {
        let check = || answer::check(&plan, &NoTimeZones, &|_, _| Advice::default()).expect("a sound plan");
        let (native, wasm) = (time(RUNS, check), time_in(page, &plan, RUNS, "check", &json!({})).await);
        let first = *first.get_or_insert(wasm);
        print!("{name:50}{native:>9.1}{wasm:>9.1}{:>9.2}{:>9.2}", wasm / native, wasm / first);
        let answered = || answer::forecast(&plan).expect("a sound plan");
        let (native, wasm) = (time(RUNS, answered), time_in(page, &plan, RUNS, "forecast", &json!({})).await);
        print!("{native:>9.1}{wasm:>9.1}{:>9.2}", wasm / native);
        let plan = checked(&plan);
        print!("{:>9.2}{:>9.2}", time(RUNS, || forecast::run(&plan)), time(RUNS, || forecast::planned(&plan)));
        println!("{:>9.3}", time(RUNS, || forecast::screen(&plan)));
    }
}

/// Rows of the risk: the time that a thousand draws take longer than ten.
async fn draws(page: &Page) {
    println!(
        "\n{DRAWS} draws less {FEW_DRAWS} at screening precision with bands of every curve, median of {RISK_RUNS}"
    );
    println!("runs [ms]; natively on one thread, in Chromium by `window.stagger.risk` on all its workers\n");
    println!("{:50}{:>9}{:>9}{:>9}{:>9}", "plan", "native", "wasm", "ratio", "to first");
    let mut first = None;
    for (name, plan) in plans() {
        let plan = ranged(&plan);
        let natively = |draws: usize| {
            let plan = checked(&plan);
            time(RISK_RUNS, || risk::report(&plan, Sampling { seed: 1, draws }, &[], &risk::screened))
        };
        let native = natively(DRAWS) - natively(FEW_DRAWS);
        let options = |draws: usize| json!({ "runs": draws });
        let many = time_in(page, &plan, RISK_RUNS, "risk", &options(DRAWS)).await;
        let wasm = many - time_in(page, &plan, RISK_RUNS, "risk", &options(FEW_DRAWS)).await;
        let first = *first.get_or_insert(wasm);
        println!("{name:50}{native:>9.0}{wasm:>9.0}{:>9.2}{:>9.2}", wasm / native, wasm / first);
    }
}

fn checked(plan: &str) -> CheckedPlan {
    CheckedPlan::new(plan_file::read(plan).expect("a plan file")).expect("a sound plan")
}

/// The plan with ranges about what its figures hang on.
fn ranged(plan: &str) -> String {
    let mut plan: Value = serde_json::from_str(plan).expect("a plan file");
    let fields = ["/journey/0/service_s", "/journey/0/retry_share", "/arrivals/tail/0/mean_s"];
    let range = |field: &str| {
        let value = plan.pointer(field)?.as_f64().filter(|&value| value > 0.0)?;
        Some(json!({ "field": field, "low": 0.8 * value, "high": 1.2 * value }))
    };
    plan["ranges"] = fields.into_iter().filter_map(range).collect();
    plan.to_string()
}

/// Median time of a native call [ms].
fn time<T>(runs: usize, call: impl Fn() -> T) -> f64 {
    let timed = |_| {
        let start = Instant::now();
        std::hint::black_box(call());
        start.elapsed().as_secs_f64() * 1e3
    };
    median((0..runs).map(timed).collect())
}

/// Median time of a call in the page [ms].
async fn time_in(page: &Page, plan: &str, runs: usize, question: &str, options: &Value) -> f64 {
    let arguments = vec![json!(plan), json!(runs), json!(question), options.clone()];
    let times = page.call(TIME, arguments).await.expect("the call is answered");
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
