//! Times one forecast natively and in Chromium, in one run, over plans that grow in members, cohorts and days.
//!
//! Prints medians and their ratio to the first row, since absolute times depend on the machine.

use std::time::Instant;

use journeys::{Look, Page, grown};
use serde_json::{Value, json};
use stagger::library::busan::Example;
use stagger::library::wording::Wording;
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
    println!("the whole forecast; `forecast` answers every series as JSON as well\n");
    let heads = ["native", "wasm", "ratio", "to first", "native", "wasm", "ratio"].map(|head| format!("{head:>9}"));
    println!("{:50} {:^42} {:^29}", "", "check", "forecast");
    println!("{:50}{}", "plan", heads.concat());
    let mut first = None;
    for (name, plan) in plans() {
        let check = || answer::check(&plan, &NoTimeZones, &|_, _| Advice::default()).expect("a sound plan");
        let (native, wasm) = (time(check), time_in(&page, &plan, "check").await);
        let first = *first.get_or_insert(wasm);
        print!("{name:50}{native:>9.1}{wasm:>9.1}{:>9.2}{:>9.2}", wasm / native, wasm / first);
        let forecast = || answer::forecast(&plan).expect("a sound plan");
        let (native, wasm) = (time(forecast), time_in(&page, &plan, "forecast").await);
        println!("{native:>9.1}{wasm:>9.1}{:>9.2}", wasm / native);
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
    examples.chain(grown).collect()
}
