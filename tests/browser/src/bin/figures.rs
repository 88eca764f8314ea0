//! Times forecasts, forecasts at screening precision and risk natively and in Chromium, in one run, over plans that grow
//! in members, cohorts, days, stages and servers: what `window.stagger` answers, with all that stands between a script and
//! the engine; or the engine alone, by the same code in both, where the command line names the folder of the program that
//! `cargo xtask bench` has built of it.

#[path = "../kernels.rs"]
mod kernels;
#[path = "../../../suite/workloads.rs"]
mod workloads;

use std::path::PathBuf;
use std::time::Instant;

use journeys::{Look, Page, grown};
use kernels::Kernel;
use serde_json::{Value, json};
use stagger::library::busan::Example;
use stagger::library::wording::Wording;
use stagger::plan::CheckedPlan;
use stagger::plan::zones::NoTimeZones;
use stagger::wire::answer::Advice;
use stagger::wire::{answer, plan_file};

/// Turns in which a kernel is timed, natively and in the browser by turns; the least time is printed.
const TURNS: usize = 15;
/// The same of what takes longer than a turn should.
const LONG_TURNS: usize = 5;
/// What one turn should last [ms].
const TURN: f64 = 30.0;

/// Times one turn of a kernel in the browser [ms per call].
const TURN_IN_BROWSER: &str = "
    const [name, times] = args;
    const start = performance.now();
    if (Number.isNaN(wasm_bindgen.ask(name, times))) throw new Error(name);
    return (performance.now() - start) / times;";

/// Forecasts timed per plan; the median is printed.
const RUNS: usize = 15;
/// Questions about risk timed per plan.
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
    if let Some(folder) = std::env::args().nth(1) {
        return engine(&Page::blank(&PathBuf::from(folder), &Look::WIDE).await).await;
    }
    let page = Page::open(&Look::WIDE, "").await;
    page.call("await stagger.ready", vec![]).await.expect("the page comes up");
    forecasts(&page).await;
    draws(&page).await;
}

/// A table per kernel: the engine alone, on one thread, warm.
async fn engine(page: &Page) {
    page.visit("").await;
    page.call("await wasm_bindgen({ module_or_path: \"bench_bg.wasm\" });", vec![]).await.expect("the engine loads");
    println!("the engine alone, from a checked plan, warm, on one thread; least of {TURNS} turns [ms]");
    for kernel in Kernel::ALL {
        println!("\n{:50}{:>10}{:>10}{:>9}{:>9}", heading(kernel), "native", "wasm", "ratio", "to first");
        let mut first = None;
        for (name, plan) in plans() {
            let plan = if kernel == Kernel::Risk { ranged(&plan) } else { plan };
            let (native, wasm) = by_turns(page, kernel, &plan).await;
            let first = *first.get_or_insert(wasm);
            println!("{name:50}{native:>10.3}{wasm:>10.3}{:>9.2}{:>9.2}", wasm / native, wasm / first);
        }
    }
}

fn heading(kernel: Kernel) -> String {
    match kernel {
        Kernel::Forecast => "one forecast: the plan and its baseline".to_owned(),
        Kernel::Plan => "the plan without its baseline".to_owned(),
        Kernel::Screening => "at screening precision".to_owned(),
        Kernel::Draw => "at screening precision, with its curves".to_owned(),
        Kernel::Risk => format!("risk from {} draws, with all bands", kernels::DRAWS),
    }
}

/// Least time of a kernel natively and in the browser [ms].
async fn by_turns(page: &Page, kernel: Kernel, plan: &str) -> (f64, f64) {
    let taken = page.call("return wasm_bindgen.take(args[0]);", vec![json!(plan)]).await;
    assert_eq!(taken, Ok(json!(true)), "the engine takes the plan");
    let plan = checked(plan);
    let once = time(1, || kernel.ask(&plan));
    let times = (TURN / once).clamp(1.0, 500.0) as usize;
    let in_browser = async || {
        let arguments = vec![json!(kernel.name()), json!(times)];
        page.call(TURN_IN_BROWSER, arguments).await.expect("the engine answers").as_f64().expect("a time")
    };
    let natively = || time(1, || (0..times).fold(0.0, |_, _| kernel.ask(&plan))) / times as f64;
    // Nothing of the first turn counts: the browser goes on compiling while it lasts.
    let (mut native, mut wasm) = (f64::INFINITY, f64::INFINITY);
    in_browser().await;
    for _ in 0..if once > TURN { LONG_TURNS } else { TURNS } {
        native = native.min(natively());
        wasm = wasm.min(in_browser().await);
    }
    (native, wasm)
}

async fn forecasts(page: &Page) {
    println!("\n`window.stagger`, median of {RUNS} calls [ms]; `check` answers the issues only, which takes the whole");
    println!("forecast; `forecast` answers every series as JSON as well\n");
    let heads = ["native", "wasm", "ratio", "to first", "native", "wasm", "ratio"].map(|head| format!("{head:>9}"));
    println!("{:50} {:^42} {:^29}", "", "check", "forecast");
    println!("{:50}{}", "plan", heads.concat());
    let mut first = None;
    for (name, plan) in plans() {
        let check = || answer::check(&plan, &NoTimeZones, &|_, _| Advice::default()).expect("a sound plan");
        let (native, wasm) = (time(RUNS, check), time_in(page, &plan, RUNS, "check", &json!({})).await);
        let first = *first.get_or_insert(wasm);
        print!("{name:50}{native:>9.1}{wasm:>9.1}{:>9.2}{:>9.2}", wasm / native, wasm / first);
        let answered = || answer::forecast(&plan).expect("a sound plan");
        let (native, wasm) = (time(RUNS, answered), time_in(page, &plan, RUNS, "forecast", &json!({})).await);
        println!("{native:>9.1}{wasm:>9.1}{:>9.2}", wasm / native);
    }
}

/// The risk as scripts ask for it.
async fn draws(page: &Page) {
    println!(
        "\n`window.stagger.risk` with {} draws, answered as JSON, median of {RISK_RUNS} calls [ms]; in",
        kernels::DRAWS
    );
    println!("Chromium on all cores but one\n");
    println!("{:50}{:>9}", "plan", "wasm");
    for (name, plan) in plans() {
        let options = json!({ "runs": kernels::DRAWS });
        println!("{name:50}{:>9.0}", time_in(page, &ranged(&plan), RISK_RUNS, "risk", &options).await);
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
        let high = if field.ends_with("share") { 0.5 * (1.0 + value) } else { 1.2 * value };
        Some(json!({ "field": field, "low": 0.8 * value, "high": high }))
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
