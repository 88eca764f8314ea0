//! The load profile as a script for k6: one scenario per window, executor `ramping-arrival-rate`, whole rates.

use super::load_profile::{LoadProfile, Scenario, load_profile};
use super::material::Material;
use crate::chart::time_axis::time_of;
use crate::forecast::MODEL;
use crate::text::format::{duration, interval};
use crate::text::load_test::{LoadTestWords, words};

/// The script.
pub fn script(material: &Material) -> String {
    let (plan, words) = (material.plan(), words(material.language));
    let profile = load_profile(material);
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    let mut comments = vec![(words.heading)(&plan.title), (words.of)(&material.fingerprint, MODEL)];
    comments.extend(material.link.iter().map(|link| (words.link)(link)));
    comments.push(String::new());
    comments.extend((words.usage)(&busiest(&profile), &length(material, &profile)));
    comments.push(String::new());
    comments.extend(words.meaning.iter().chain(words.users).map(|text| (*text).to_owned()));
    comments.iter().for_each(|text| line(&comment(text)));
    line("");
    line("import http from 'k6/http';");
    line("import { check, sleep } from 'k6';");
    line("");
    words.stages.iter().for_each(|text| line(&comment(text)));
    line("const stages = [");
    for (at, stage) in plan.journey.iter().enumerate() {
        let (name, service) = (quoted(&stage.name), stage.service.get());
        line(&format!("  {{ name: {name}, path: '/replace-me/stage-{}', service: {service} }},", at + 1));
    }
    line("];");
    line("");
    line("const windows = [");
    let start = profile.scenarios.first().map_or(0, |scenario| scenario.minutes.0);
    let mut gaps = 0;
    let mut named: Vec<String> = Vec::new();
    for scenario in &profile.scenarios {
        line(&format!("  {}", comment(&said(material, scenario, words))));
        let name = name(scenario, &mut gaps, &named);
        line(&entry(scenario, &name, start));
        named.push(name);
    }
    line("];");
    line("");
    line(&body(words));
    out
}

/// What is called `WINDOW`: the number of the window, or `between-` and a number.
fn name(scenario: &Scenario, gaps: &mut usize, taken: &[String]) -> String {
    let Some(window) = scenario.window else {
        *gaps += 1;
        return format!("between-{gaps}");
    };
    let number = (window + 1).to_string();
    // A window that another one interrupts goes on under the same number.
    let parts = taken.iter().filter(|name| **name == number || name.starts_with(&format!("{number}-"))).count();
    if parts == 0 { number } else { format!("{number}-{}", parts + 1) }
}

fn entry(scenario: &Scenario, name: &str, start: u32) -> String {
    let steps: Vec<String> = scenario.steps.iter().map(|(seconds, rate)| format!("[{seconds},{rate}]")).collect();
    format!(
        "  {{ name: '{name}', start: {}, unit: '{}s', users: {}, steps: [{}] }},",
        (scenario.minutes.0 - start) * 60,
        scenario.unit_s,
        scenario.users,
        steps.join(",")
    )
}

fn said(material: &Material, scenario: &Scenario, words: &LoadTestWords) -> String {
    let plan = material.plan();
    let (from, to) = scenario.minutes;
    let when = interval(material.language, time_of(plan, from), time_of(plan, to));
    let when = if scenario.window.is_some() { when } else { format!("{}, {when}", words.between) };
    (words.window)(&when, scenario.arrivals)
}

/// The name of the scenario with the highest rate.
fn busiest(profile: &LoadProfile) -> String {
    let rate = |scenario: &Scenario| {
        let rates = scenario.steps.iter().map(|(_, rate)| *rate as f64 / f64::from(scenario.unit_s));
        rates.fold(0.0, f64::max)
    };
    let windows = profile.scenarios.iter().filter_map(|scenario| Some((scenario.window?, rate(scenario))));
    let best = windows.reduce(|best, each| if each.1 > best.1 { each } else { best });
    best.map_or_else(|| "1".to_owned(), |(window, _)| (window + 1).to_string())
}

fn length(material: &Material, profile: &LoadProfile) -> String {
    let first = profile.scenarios.first().map_or(0, |scenario| scenario.minutes.0);
    let last = profile.scenarios.last().map_or(0, |scenario| scenario.minutes.1);
    duration(material.language, f64::from(last - first) * 60.0)
}

/// One line of comment, whatever a name holds.
fn comment(text: &str) -> String {
    let is_end = |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    let text: String = text.chars().map(|letter| if is_end(letter) { ' ' } else { letter }).collect();
    format!("// {text}").trim_end().to_owned()
}

/// A text as a string of JavaScript.
fn quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// What turns the windows into scenarios, and what a virtual user does.
fn body(words: &LoadTestWords) -> String {
    let comments = |texts: &[&str]| texts.iter().map(|text| comment(text)).collect::<Vec<_>>().join("\n");
    BODY.replace("@no_address@", &quoted(words.no_address))
        .replace("@no_window@", &quoted(words.no_window))
        .replace("@no_scale@", &quoted(words.no_scale))
        .replace("@dropped@", &comment(words.dropped))
        .replace("@placeholder@", &comments(words.placeholder))
}

const BODY: &str = r#"const base = __ENV.BASE_URL;
if (!base) throw new Error(@no_address@);
const scale = Number(__ENV.SCALE || 1);
if (!(scale > 0)) throw new Error(@no_scale@);
const think = Number(__ENV.THINK || 1);
const only = __ENV.WINDOW;
const chosen = windows.filter(({ name }) => !only || name === only || name.startsWith(`${only}-`));
if (chosen.length === 0) throw new Error(@no_window@ + windows.map(({ name }) => name).join(', '));
const inside = stages.reduce((sum, { service }) => sum + service, 0) * think;
const first = Math.min(...chosen.map(({ start }) => start));

const scenarioOf = ({ start, unit, users, steps }) => {
  const target = (rate) => Math.round(rate * scale);
  const people = Math.ceil(users * scale);
  return {
    executor: 'ramping-arrival-rate',
    startTime: `${start - first}s`,
    startRate: target(steps[0][1]),
    timeUnit: unit,
    preAllocatedVUs: people,
    maxVUs: 2 * people,
    gracefulStop: `${Math.ceil(60 + 4 * inside)}s`,
    stages: steps.flatMap(([seconds, rate]) => [
      { duration: '0s', target: target(rate) },
      { duration: `${seconds}s`, target: target(rate) },
    ]),
  };
};

export const options = {
  scenarios: Object.fromEntries(chosen.map((window) => [`window-${window.name}`, scenarioOf(window)])),
  @dropped@
  thresholds: { dropped_iterations: ['count==0'] },
};

@placeholder@
export default function () {
  for (const { name, path, service } of stages) {
    const response = http.get(base + path, { tags: { stage: name } });
    if (!check(response, { answered: ({ status }) => status === 200 })) return;
    if (think > 0) sleep(-Math.log(1 - Math.random()) * service * think);
  }
}"#;
