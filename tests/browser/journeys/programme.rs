//! `window.stagger` answers scripts as the programme interface is documented, and as the same question natively.

use std::collections::BTreeSet;

use journeys::page::project_root;
use journeys::{Look, Page};
use serde_json::{Value, json};
use stagger::explain;
use stagger::forecast::MODEL;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::zones::NoTimeZones;
use stagger::plan::{Issue, Plan};
use stagger::text::Language;
use stagger::wire::answer::{self, Advice};
use stagger::wire::{fingerprint, link, plan_file};

/// Every function of the interface.
const FUNCTIONS: [&str; 5] = ["check", "forecast", "encode", "decode", "fingerprint"];

/// How a function refuses: what it is rejected with, `{ kept }` where it is not, `{ thrown }` where it is no promise.
const REFUSAL: &str = "
    let promise;
    try { promise = stagger[args[0]](args[1]); } catch (reason) { return { thrown: String(reason) }; }
    if (!(promise instanceof Promise)) return { thrown: 'no promise' };
    try { return { kept: await promise }; } catch (reason) {
      return { is_error: reason instanceof Error, name: reason.name, code: reason.code, pointer: reason.pointer,
               message: reason.message, issues: reason.issues };
    }";

/// What refuses a plan, and with what code and pointer.
struct Refusal {
    function: &'static str,
    given: Value,
    code: &'static str,
    pointer: &'static str,
}

impl Refusal {
    fn new(function: &'static str, given: impl Into<Value>, code: &'static str, pointer: &'static str) -> Refusal {
        Refusal { function, given: given.into(), code, pointer }
    }
}

async fn open(language: Language) -> Page {
    let page = Page::open(&Look::WIDE, &format!("?lang={}", language.tag())).await;
    page.call("await stagger.ready", vec![]).await.unwrap();
    page
}

fn example() -> Plan {
    Example::Staggered.plan(Wording::english)
}

/// The plan file as a script holds it.
fn as_object(plan: &Plan) -> Value {
    serde_json::from_str(&plan_file::write(plan)).unwrap()
}

/// The plan file with one value changed.
fn with(pointer: &str, value: impl Into<Value>) -> Value {
    let mut plan = as_object(&example());
    *plan.pointer_mut(pointer).unwrap() = value.into();
    plan
}

/// The plan file without one field.
fn without(field: &str) -> Value {
    let mut plan = as_object(&example());
    plan.as_object_mut().unwrap().remove(field).unwrap();
    plan
}

fn shipped_plans() -> Vec<Plan> {
    let read: [fn(Wording) -> &'static str; 2] = [Wording::korean, Wording::english];
    Example::ALL.into_iter().flat_map(|example| read.map(|read| example.plan(read))).collect()
}

/// The findings of a plan as the library tells them in a language.
fn native_check(language: Language, plan: &Value) -> Value {
    let adviser = |plan: &Plan, issue: &Issue| {
        let explain::issue::Explained { place, message, remedy } = explain::issue::issue(language, plan, issue);
        Advice { place, message, remedy }
    };
    serde_json::from_str(&answer::check(&plan.to_string(), &NoTimeZones, &adviser).unwrap()).unwrap()
}

#[tokio::test]
async fn the_object_says_what_it_is_and_cannot_be_changed() {
    let page = Page::open(&Look::WIDE, "").await;
    let about = "
        if (!window.stagger) await new Promise((go) => addEventListener('stagger:ready', go, { once: true }));
        const stagger = window.stagger;
        const promised = stagger.ready instanceof Promise;
        await stagger.ready;
        return { promised, version: stagger.version, model: stagger.model, frozen: Object.isFrozen(stagger),
                 members: Object.keys(stagger).filter((name) => typeof stagger[name] === 'function') };";
    let about = page.call(about, vec![]).await.unwrap();
    assert_eq!(about["promised"], true);
    assert_eq!(about["frozen"], true);
    assert_eq!(about["model"], json!(MODEL));
    let package = std::fs::read_to_string(project_root().join("Cargo.toml")).unwrap();
    assert!(package.contains(&format!("version = {}", about["version"])), "{}", about["version"]);
    let functions: BTreeSet<&str> =
        about["members"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    assert!(FUNCTIONS.iter().all(|name| functions.contains(name)), "{functions:?}");
}

#[tokio::test]
async fn shipped_plans_have_the_native_forecast_link_and_fingerprint() {
    let page = open(Language::Korean).await;
    let ask = "
        const plan = JSON.parse(args[0]);
        const same = JSON.stringify(await stagger.forecast(plan)) === JSON.stringify(JSON.parse(args[1]));
        const link = await stagger.encode(plan);
        const texts = [link, link.slice(1), location.href.split('#')[0] + link, `<${location.href}${link}>.`];
        const plans = [];
        for (const text of texts) plans.push(JSON.stringify(await stagger.decode(text)));
        return { same, link, plans, fingerprint: await stagger.fingerprint(plan), of_text: await stagger.fingerprint(args[0]),
                 unchanged: JSON.stringify(plan) === JSON.stringify(JSON.parse(args[0])) };";
    for plan in shipped_plans() {
        let text = plan_file::write(&plan);
        let native = answer::forecast(&text).unwrap();
        let answers = page.call(ask, vec![json!(text), json!(native)]).await.unwrap();
        assert_eq!(answers["same"], true, "{}", plan.title);
        assert_eq!(answers["link"], json!(link::encode(&plan)));
        assert_eq!(answers["fingerprint"], json!(fingerprint::fingerprint(&plan)));
        assert_eq!(answers["of_text"], answers["fingerprint"]);
        assert_eq!(answers["unchanged"], true);
        let plans = answers["plans"].as_array().unwrap();
        assert_eq!(plans.len(), 4);
        for decoded in plans {
            assert_eq!(plan_file::read(decoded.as_str().unwrap()).unwrap(), plan);
        }
    }
}

#[tokio::test]
async fn the_address_of_the_documented_example_gives_a_plan_to_change() {
    let page = open(Language::English).await;
    let link = link::encode(&example());
    let change = "
        const plan = await stagger.decode(location.href.split('#')[0] + args[0]);
        plan.journey[1].rate_per_s = 3;
        const forecast = await stagger.forecast(plan);
        return { plan: JSON.stringify(plan), breaks: forecast.slots.filter((slot) => slot.verdict === 'breaks').length };";
    let changed = page.call(change, vec![json!(link)]).await.unwrap();
    let native: Value = serde_json::from_str(&answer::forecast(changed["plan"].as_str().unwrap()).unwrap()).unwrap();
    let breaks = native["slots"].as_array().unwrap().iter().filter(|slot| slot["verdict"] == json!("breaks")).count();
    assert!(breaks > 0);
    assert_eq!(changed["breaks"], json!(breaks));
}

#[tokio::test]
async fn findings_are_the_native_ones_in_the_language_of_the_page() {
    let mut faulty = with("/days", 0);
    faulty["arrivals"]["show_up"] = json!(1.5);
    let mut lists = Vec::new();
    for language in Language::ALL {
        let page = open(language).await;
        let list = page.call("return stagger.check(args[0])", vec![faulty.clone()]).await.unwrap();
        assert_eq!(list, native_check(language, &faulty));
        let found = list.as_array().unwrap();
        assert!(found.iter().any(|one| one["code"] == "share-outside-range" && one["pointer"] == "/arrivals/show_up"));
        assert!(found.iter().any(|one| one["code"] == "number-outside-bounds" && one["pointer"] == "/days"));
        assert!(found.iter().all(|one| one["severity"] == "error" || one["severity"] == "warning"));
        for (at, field) in found.iter().flat_map(|one| ["place", "message", "remedy"].map(|field| (one, field))) {
            assert!(at[field].as_str().is_some_and(|words| !words.is_empty()), "{field} of {at}");
        }
        assert_eq!(page.call("return stagger.check(args[0])", vec![as_object(&example())]).await.unwrap(), json!([]));
        lists.push(list);
    }
    for field in ["message", "remedy"] {
        assert_ne!(lists[0][0][field], lists[1][0][field]);
    }
    for field in ["severity", "code", "pointer"] {
        assert_eq!(lists[0][0][field], lists[1][0][field]);
    }
}

#[tokio::test]
async fn the_browser_is_asked_whether_the_clocks_change() {
    let page = open(Language::English).await;
    let mut plan = serde_json::from_str::<Value>(&plan_file::write(&example())).unwrap();
    for (zone, codes) in [
        ("Asia/Seoul", json!([])),
        ("Mars/Olympus", json!(["unknown-time-zone"])),
        // Lord Howe Island leaves summer time on 3 April 2022, by half an hour.
        ("Australia/Lord_Howe", json!(["offset-change"])),
    ] {
        plan["time_zone"] = json!(zone);
        let codes_of = "return (await stagger.check(args[0])).map((finding) => finding.code)";
        assert_eq!(page.call(codes_of, vec![plan.clone()]).await.unwrap(), codes, "{zone}");
    }
}

#[tokio::test]
async fn what_cannot_be_answered_is_refused_with_code_pointer_and_message() {
    let link = link::encode(&example());
    let damaged: String = link.chars().take(link.len() / 2).collect();
    let newer = with("/version", 2);
    let refusals = [
        Refusal::new("forecast", with("/first_day", "1 April"), "plan-field-unexpected", "/first_day"),
        Refusal::new("forecast", with("/journey/1/rate_per_s", "20"), "plan-field-unexpected", "/journey/1/rate_per_s"),
        Refusal::new("check", with("/windows", json!({})), "plan-field-unexpected", "/windows"),
        Refusal::new("encode", without("journey"), "plan-field-missing", "/journey"),
        Refusal::new("fingerprint", newer.clone(), "plan-newer", ""),
        Refusal::new("forecast", newer, "plan-newer", ""),
        Refusal::new("check", json!({ "format": "other" }), "plan-not-a-plan", ""),
        Refusal::new("check", Value::Null, "plan-not-a-plan", ""),
        Refusal::new("check", "{", "plan-not-json", ""),
        Refusal::new("check", "[".repeat(100_000), "plan-too-deep", ""),
        Refusal::new("forecast", with("/arrivals/show_up", 1.5), "share-outside-range", "/arrivals/show_up"),
        Refusal::new("decode", "", "link-empty", ""),
        Refusal::new("decode", "https://example.org/stagger/", "link-empty", ""),
        Refusal::new("decode", "https://example.org/#section", "link-foreign", ""),
        Refusal::new("decode", damaged, "link-damaged", ""),
        Refusal::new("decode", link.replacen("#s1.", "#s99.", 1), "link-newer", ""),
    ];
    let (korean, english) = (open(Language::Korean).await, open(Language::English).await);
    for refusal in refusals {
        let given = vec![json!(refusal.function), refusal.given];
        let answer = english.call(REFUSAL, given.clone()).await.unwrap();
        let name = format!("{} {}: {answer}", refusal.function, refusal.code);
        assert_eq!((&answer["is_error"], &answer["name"]), (&json!(true), &json!("StaggerError")), "{name}");
        assert_eq!((&answer["code"], &answer["pointer"]), (&json!(refusal.code), &json!(refusal.pointer)), "{name}");
        let in_korean = korean.call(REFUSAL, given).await.unwrap();
        assert_eq!(in_korean["code"], answer["code"]);
        let messages = [&answer, &in_korean].map(|answer| answer["message"].as_str().unwrap().to_owned());
        assert!(messages.iter().all(|words| !words.is_empty()) && messages[0] != messages[1], "{messages:?}");
        assert!(messages[1].chars().any(|letter| ('가'..='힣').contains(&letter)), "{messages:?}");
    }
}

#[tokio::test]
async fn a_blocked_forecast_says_all_that_blocks_it() {
    let mut plan = with("/arrivals/show_up", 1.5);
    plan["journey"][0]["fail_share"] = json!(-1);
    let page = open(Language::English).await;
    let answer = page.call(REFUSAL, vec![json!("forecast"), plan.clone()]).await.unwrap();
    let findings = native_check(Language::English, &plan);
    let errors: Vec<&Value> = findings.as_array().unwrap().iter().filter(|one| one["severity"] == "error").collect();
    assert_eq!(errors.len(), 2, "{findings:#}");
    assert_eq!(answer["issues"], json!(errors));
    assert_eq!((&answer["code"], &answer["pointer"]), (&errors[0]["code"], &errors[0]["pointer"]));
    assert!(answer["message"].as_str().unwrap().contains(errors[0]["remedy"].as_str().unwrap()));
}

#[tokio::test]
async fn no_value_makes_a_function_throw_and_the_planner_goes_on() {
    let page = open(Language::Korean).await;
    let strange = "
        const circle = {}; circle.circle = circle;
        let deep = {}; for (let level = 0; level < 100; level += 1) deep = { deep };
        const values = { undefined: undefined, null: null, number: 5, nan: NaN, big: 5n, symbol: Symbol('s'), function: () => 1,
          list: [], circle, deep, thrower: { toJSON() { throw new Error('mine'); } }, half: '\\ud800', date: new Date(0) };
        const told = {};
        for (const name of args[0]) for (const [kind, value] of Object.entries(values)) {
          let promise;
          try { promise = stagger[name](value); } catch (reason) { told[`${name} ${kind}`] = `thrown ${reason}`; continue; }
          try { await promise; told[`${name} ${kind}`] = 'kept'; } catch (reason) {
            told[`${name} ${kind}`] = reason.name === 'StaggerError' && reason.message ? reason.code : `strange ${reason}`;
          }
        }
        return told;";
    let told = page.call(strange, vec![json!(FUNCTIONS)]).await.unwrap();
    let told = told.as_object().unwrap();
    assert_eq!(told.len(), FUNCTIONS.len() * 13);
    for (question, code) in told {
        let code = code.as_str().unwrap();
        let family = if question.starts_with("decode") { "link-" } else { "plan-" };
        assert!(code.starts_with(family), "{question}: {code}");
    }
    assert_eq!(page.call("return stagger.check(args[0])", vec![as_object(&example())]).await.unwrap(), json!([]));
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_takes_long_tells_how_far_it_is_and_is_cancelled_by_its_signal() {
    let page = open(Language::English).await;
    let ask = "
        const plan = args[0];
        const refusal = (promise) => promise.then(() => 'kept', (error) => [error.name, error.code, error.message]);
        const told = {};
        for (const [name, options] of [['risk', { runs: 400 }], ['simulate', { runs: 40 }], ['schedule', { goal: 'lowest-peak' }]]) {
          // At the first sign of progress, before it is begun, and not at all.
          const stop = new AbortController();
          const heard = [];
          const progress = (far) => { heard.push(far); if (far.done > 0) stop.abort(); };
          const during = await refusal(stagger[name](plan, options, { signal: stop.signal, progress }));
          const before = await refusal(stagger[name](plan, options, { signal: AbortSignal.abort() }));
          told[name] = { during, before, heard };
        }
        const strange = [];
        for (const beside of [undefined, null, 5, 'x', { signal: 5, progress: 5 }, { progress() { throw new Error('mine'); } }])
          strange.push(typeof await stagger.risk(plan, { runs: 10 }, beside));
        return { told, strange };";
    let answer = page.call(ask, vec![as_object(&example())]).await.unwrap();
    for question in ["risk", "simulate", "schedule"] {
        let told = &answer["told"][question];
        let cancelled =
            json!(["StaggerError", "computation-cancelled", Language::English.catalogue().wire_errors.cancelled]);
        assert_eq!((&told["during"], &told["before"]), (&cancelled, &cancelled), "{question}");
        let heard = told["heard"].as_array().unwrap();
        assert!(heard.len() >= 2 && heard[0]["done"] == 0, "{question}: {heard:?}");
        let last = heard.last().unwrap();
        assert!(last["done"].as_u64() <= last["of"].as_u64() && last["remaining_ms"].is_number(), "{question}: {last}");
    }
    assert_eq!(answer["strange"], json!(["object", "object", "object", "object", "object", "object"]));
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}
