//! The forecast in the browser is the native one, to the last bit of every number.

use journeys::page::{project_root, site_folder};
use journeys::{Look, Page};
use serde_json::{Value, json};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::wire;
use stagger::worker::schedule_of_plan;

/// Asks the page for a forecast and compares it, inside the browser, with the native text.
///
/// Both sides are written by the same `JSON.stringify`, which gives every number its one shortest form: the texts
/// are equal exactly when all numbers are (a forecast holds no minus zero). Answers the hash of the text, or where the two part.
pub const COMPARE: &str = "
    const [plan, native, question = 'forecast', options = {}] = args;
    const here = JSON.stringify(await stagger[question](JSON.parse(plan), options));
    const there = JSON.stringify(JSON.parse(native));
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(here)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    let place = 0;
    while (place < here.length && here[place] === there[place]) place += 1;
    const around = (text) => text.slice(Math.max(0, place - 80), place + 40);
    return { equal: here === there, length: here.length, hash: hash.toString(16),
             parting: here === there ? null : [around(here), around(there)] };";

#[tokio::test]
async fn every_reference_plan_has_the_same_forecast_in_the_browser_and_natively() {
    let page = Page::open(&Look::WIDE, "").await;
    page.call("await stagger.ready", vec![]).await.unwrap();
    let cases = reference_plans();
    assert!(cases.len() >= 10, "only {} plans", cases.len());
    for (name, plan) in cases {
        let native = stagger::wire::answer::forecast(&plan).unwrap();
        let result = page.call(COMPARE, vec![json!(plan), json!(native)]).await.unwrap();
        assert_eq!(result["equal"], json!(true), "{name}: the two part here: {:#?}", result["parting"]);
        println!("{name}: {} characters, hash {}", result["length"], result["hash"].as_str().unwrap_or_default());
    }
}

#[tokio::test]
async fn the_comparison_notices_a_change_in_the_last_digit() {
    let page = Page::open(&Look::WIDE, "").await;
    page.call("await stagger.ready", vec![]).await.unwrap();
    let (_, plan) = reference_plans().remove(0);
    let native = stagger::wire::answer::forecast(&plan).unwrap();
    let mut changed: Value = serde_json::from_str(&native).unwrap();
    let starters = changed["totals"]["starters"].as_f64().unwrap();
    changed["totals"]["starters"] = json!(starters.next_up());
    let result = page.call(COMPARE, vec![json!(plan), json!(changed.to_string())]).await.unwrap();
    assert_eq!(result["equal"], json!(false));
}

/// Questions that take long are answered by a worker, or by the page itself where no worker comes up.
#[tokio::test]
async fn risk_and_simulation_are_the_native_ones_with_workers_and_without() {
    let (name, plan) = reference_plans().into_iter().find(|(name, _)| name == "combined").unwrap();
    let checked = stagger::wire::answer::checked(&plan).unwrap();
    let options = json!({ "runs": 60, "seed": 3, "break_even": ["/arrivals/show_up"] });
    let text = options.to_string();
    let risk = wire::risk::of_plan(&checked, &text, wire::risk::Precision::Screening, &stagger::risk::screened);
    let simulation = wire::simulation::of_plan(&checked, &text);
    for workers in ["", "delete window.Worker;"] {
        let page = Page::blank(&site_folder(), &Look::WIDE).await;
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": workers })).await;
        page.go("").await;
        page.call("await stagger.ready", vec![]).await.unwrap();
        for (question, native) in [("risk", &risk), ("simulate", &simulation)] {
            let asked = vec![json!(plan), json!(native), json!(question), options.clone()];
            let result = page.call(COMPARE, asked).await.unwrap();
            let parting = &result["parting"];
            assert_eq!(result["equal"], json!(true), "{name}, {question}, {workers:?}: the two part: {parting:#?}");
        }
    }
}

#[tokio::test]
async fn a_plan_plans_itself_as_natively() {
    let plan = Example::Staggered.plan(Wording::english);
    let text = wire::plan_file::write(&plan);
    let checked = stagger::wire::answer::checked(&text).unwrap();
    let page = Page::open(&Look::WIDE, "").await;
    page.call("await stagger.ready", vec![]).await.unwrap();
    for goal in ["fewest-days", "least-capacity"] {
        let options = json!({ "goal": goal, "locked": [0], "ages": "oldest-first" });
        let native = schedule_of_plan(&checked, &options.to_string()).unwrap();
        let asked = vec![json!(text), json!(native), json!("schedule"), options];
        let result = page.call(COMPARE, asked).await.unwrap();
        assert_eq!(result["equal"], json!(true), "{goal}: the two part: {:#?}", result["parting"]);
    }
}

/// Name and text of every plan of the reference file.
fn reference_plans() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(project_root().join("tests/reference/plans.json")).unwrap();
    let reference: Value = serde_json::from_str(&text).unwrap();
    let cases = reference["cases"].as_array().unwrap();
    cases.iter().map(|case| (case["name"].as_str().unwrap().to_owned(), case["plan"].to_string())).collect()
}
