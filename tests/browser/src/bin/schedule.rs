//! Plans that plan themselves, natively and in Chromium in one run: the published cases with value, bound, gap and time,
//! the plan of Busan with its first and final answers, its days and peaks at more capacity, and a plan of 2,500 cohorts.
//!
//! One thread, warm; the page shares the units of a search out over all cores but one.

use std::path::PathBuf;
use std::time::Instant;

use journeys::{Look, Page, grown};
use serde_json::{Value, json};
use stagger::library::busan::Example;
use stagger::library::wording::Wording;
use stagger::plan::CheckedPlan;
use stagger::schedule::inverse::with_capacity;
use stagger::schedule::{Effort, Problem, solve};
use stagger::wire::plan_file;
use stagger::worker::schedule_of_plan;

/// Times that a question is asked; the least time is printed, since a machine can only be slower than it is.
const TURNS: usize = 3;

/// Answers and times one question in the browser [ms].
const ASK: &str = "
    const start = performance.now();
    const answer = wasm_bindgen.schedule(args[0]);
    return [performance.now() - start, answer];";

/// Deals and times in the browser [ms per call].
const DEAL: &str = "
    const [sizes, windows, times] = args;
    const start = performance.now();
    const answer = wasm_bindgen.deal(new Float64Array(sizes), windows, times);
    return [(performance.now() - start) / times, answer[0], answer[1]];";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = std::env::args().nth(1).expect("the folder of the engine");
    let page = Page::blank(&PathBuf::from(folder), &Look::WIDE).await;
    page.visit("").await;
    page.call("await wasm_bindgen({ module_or_path: \"bench_bg.wasm\" });", vec![]).await.expect("the engine loads");
    equal_windows(&page).await;
    let busan = plan_file::write(&Example::Staggered.plan(|wording: Wording| wording.english()));
    println!("\nthe staggered plan of Busan under its forecast: 112 cohorts, target, cohorts 0, 1 and 2 locked [ms]\n");
    questions(
        &page,
        &busan,
        &["lowest-peak", "fewest-days", "trade-off", "why", "moves"],
        r#","locked":[0,1,2],"cohort":50"#,
    )
    .await;
    println!("\nthe same, to hold in nine of ten draws over the ranges [ms]\n");
    let inverse = ["lowest-peak", "fewest-days", "least-capacity", "highest-show-up"];
    questions(&page, &busan, &inverse, r#","chance":0.9,"days_most":8"#).await;
    capacities(&busan);
    println!("\n2,500 cohorts into 60 windows [ms]\n");
    questions(&page, &grown::plan(900_000, 2_500, 10), &["lowest-peak"], "").await;
}

/// The published cases of equal windows.
async fn equal_windows(page: &Page) {
    let text = include_str!("../../../reference/schedule.json");
    let cases: Value = serde_json::from_str(text).expect("a list of cases");
    let cases = cases["cases"].as_array().or(cases.as_array()).expect("a list of cases").clone();
    println!("equal windows, little effort: value, bound and times of one call [ms]\n");
    println!(
        "{:34}{:>8}{:>8}{:>12}{:>12}{:>9}{:>9}{:>9}",
        "case", "cohorts", "windows", "value", "bound", "gap %", "native", "wasm"
    );
    for case in cases.iter().filter(|case| case["kind"] == "identical") {
        let sizes: Vec<f64> = case["sizes"].as_array().expect("sizes").iter().filter_map(Value::as_f64).collect();
        let windows = case["m"].as_u64().expect("windows") as usize;
        let problem = Problem::equal_windows(sizes.clone(), windows);
        let (mut native, mut wasm) = (f64::INFINITY, f64::INFINITY);
        let mut found = Vec::new();
        for _ in 0..=TURNS {
            let start = Instant::now();
            let answer = solve(&problem, Effort::QUICK, 1).expect("a timetable");
            native = native.min(start.elapsed().as_secs_f64() * 1e3);
            let told = page.call(DEAL, vec![json!(sizes), json!(windows), json!(1)]).await.expect("an answer");
            let told: Vec<f64> = told.as_array().expect("a list").iter().filter_map(Value::as_f64).collect();
            wasm = wasm.min(told[0]);
            assert_eq!(told[1..], [answer.value, answer.bound.value], "the browser finds what is found natively");
            found = vec![answer.value, answer.bound.value];
        }
        let gap = 100.0 * (found[0] / found[1] - 1.0);
        let name = case["name"].as_str().unwrap_or_default();
        println!(
            "{name:34}{:>8}{windows:>8}{:>12.0}{:>12.0}{gap:>9.3}{native:>9.2}{wasm:>9.2}",
            sizes.len(),
            found[0],
            found[1]
        );
    }
}

/// First and final answers to questions about a plan.
async fn questions(page: &Page, plan: &str, goals: &[&str], more: &str) {
    let taken = page.call("return wasm_bindgen.take(args[0]);", vec![json!(plan)]).await;
    assert_eq!(taken, Ok(json!(true)), "the engine takes the plan");
    let plan = checked(plan);
    println!("{:34}{:>9}{:>9}   answer", "question", "native", "wasm");
    for goal in goals {
        for (name, quick) in [("first", true), ("final", false)] {
            if quick && !matches!(*goal, "lowest-peak" | "fewest-days" | "trade-off") {
                continue;
            }
            let options = format!(r#"{{"goal":"{goal}","quick":{quick}{more}}}"#);
            let (mut native, mut wasm) = (f64::INFINITY, f64::INFINITY);
            let mut answer = Value::Null;
            for _ in 0..TURNS {
                let start = Instant::now();
                let here = schedule_of_plan(&plan, &options).expect("an answer");
                native = native.min(start.elapsed().as_secs_f64() * 1e3);
                let told = page.call(ASK, vec![json!(options)]).await.expect("an answer");
                wasm = wasm.min(told[0].as_f64().expect("a time"));
                assert_eq!(told[1].as_str(), Some(here.as_str()), "the browser answers what is answered natively");
                answer = serde_json::from_str(&here).expect("JSON");
            }
            println!("{:34}{native:>9.0}{wasm:>9.0}   {}", format!("{goal}, {name}"), said(&answer));
        }
    }
}

/// What an answer says, in short.
fn said(answer: &Value) -> String {
    let percent = |value: &Value| value.as_f64().map_or("-".to_owned(), |value| format!("{:.2} %", 100.0 * value));
    let mut said = Vec::new();
    if answer["peak_load"].is_number() {
        said.push(format!("peak {}", percent(&answer["peak_load"])));
    }
    for (field, name) in [("bound_without_waits", "bound without waits"), ("bound", "bound")] {
        if answer[field]["peak_load"].is_number() {
            said.push(format!(
                "{name} {} (gap {})",
                percent(&answer[field]["peak_load"]),
                percent(&answer[field]["gap"])
            ));
        }
    }
    for field in ["verdict", "days", "days_at_least", "times"] {
        if !answer[field].is_null() && !answer[field].is_array() {
            said.push(format!("{field} {}", answer[field]));
        }
    }
    if answer["chance"].is_object() {
        let chance = &answer["chance"];
        said.push(format!(
            "held in {} of {}, load {}, bound {}",
            chance["held"],
            chance["draws"],
            percent(&chance["peak_load"]),
            percent(&chance["bound"])
        ));
    }
    if let Some(relief) = answer["relief"].as_object() {
        said.push(format!("relief {} {} at cost {}", relief["rule"], relief["needed"], relief["cost"]));
    }
    for stage in answer["stages"].as_array().into_iter().flatten() {
        said.push(format!("stage {} x {:.3}", stage["stage"], stage["times"].as_f64().unwrap_or(f64::NAN)));
    }
    said.join(", ")
}

/// Days and peak of the fewest days at more capacity, and the lowest peak of all days.
fn capacities(plan: &str) {
    let plan = checked(plan);
    println!("\nfewest days, and the lowest peak in all days, at more capacity\n");
    for times in [1.0, 2.0, 4.0] {
        let more = with_capacity(&plan, times).expect("a sound plan");
        for goal in ["fewest-days", "lowest-peak"] {
            let answer = schedule_of_plan(&more, &format!(r#"{{"goal":"{goal}"}}"#)).expect("an answer");
            println!("x {times}  {goal:14}{}", said(&serde_json::from_str(&answer).expect("JSON")));
        }
    }
}

fn checked(plan: &str) -> CheckedPlan {
    CheckedPlan::new(plan_file::read(plan).expect("a plan file")).expect("a sound plan")
}
