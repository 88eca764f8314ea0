//! Writes the reports of the examples as HTML files, to be looked at.
use stagger::export::documents::{Document, Request, of_material};
use stagger::export::{Material, lay_out, print};
use stagger::library::Wording;
use stagger::library::busan::{Example, day_as_it_was};
use stagger::plan::{CheckedPlan, Plan};
use stagger::risk::{Sampling, report, screened};
use stagger::text::Language;
use stagger::wire::workshop::Element;
use std::fmt::Write as _;

fn html(e: &Element, out: &mut String) {
    let esc = |t: &str| t.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    match e {
        Element::Text(t) => out.push_str(&esc(t)),
        Element::Tag { tag, attributes, children } => {
            let _ = write!(out, "<{tag}");
            for (n, v) in attributes {
                let _ = write!(out, " {n}=\"{}\"", esc(v));
            }
            out.push('>');
            if *tag == "col" {
                return;
            }
            for c in children {
                html(c, out);
            }
            let _ = write!(out, "</{tag}>");
        }
    }
}

fn grown(language: Language) -> Plan {
    let mut plan =
        Example::Staggered.plan(if language == Language::Korean { Wording::korean } else { Wording::english });
    let regions = plan.members.regions.len();
    let ages = plan.members.ages.len();
    let mut cohorts = Vec::new();
    let mut seen = 0;
    'all: for r in 0..regions {
        for a in 0..ages {
            for half in 0..2 {
                seen += 1;
                if seen > 224 {
                    break 'all;
                }
                let mut c = plan.cohorts[0].clone();
                c.name = format!(
                    "{} {} {}",
                    plan.members.regions[r].name,
                    plan.members.ages[a].name,
                    if half == 0 { "odd" } else { "even" }
                );
                c.regions = Some(vec![r]);
                c.ages = Some(vec![a]);
                c.birth_year_digits = None;
                c.birth_day_digits =
                    Some(if half == 0 { "13579" } else { "02468" }.bytes().map(|b| b - b'0').collect());
                cohorts.push(c);
            }
        }
    }
    while cohorts.len() < 250 {
        let i = cohorts.len();
        let mut c = cohorts[i % 200].clone();
        c.name = format!("{} (empty)", c.name);
        c.regions = Some(vec![]);
        cohorts.push(c);
    }
    let windows = 60;
    let first = plan.first_day.midnight().plus_seconds(9 * 3600);
    plan.days = 8;
    let mut w0 = plan.windows[0].clone();
    w0.catch_up = false;
    plan.windows = std::sync::Arc::new(
        (0..windows)
            .map(|i| {
                let mut w = w0.clone();
                let day = i / 10;
                let slot = i % 10;
                w.opens = first.plus_seconds(day * 86400 + slot * 3600);
                w.closes = w.opens.plus_seconds(3600);
                w.cohorts = (0..cohorts.len()).filter(|c| *c as i64 % windows == i).collect();
                w
            })
            .collect(),
    );
    plan.cohorts = std::sync::Arc::new(cohorts);
    plan.approved = None;
    plan.ranges.clear();
    plan
}

fn main() {
    let css = std::fs::read_to_string("static/report.css").unwrap();
    let dir = std::env::args().nth(1).unwrap();
    let only = std::env::args().nth(2);
    for language in Language::ALL {
        let read = if language == Language::Korean { Wording::korean } else { Wording::english };
        let plans =
            [("staggered", Example::Staggered.plan(read)), ("day", day_as_it_was(read)), ("grown", grown(language))];
        for (name, plan) in plans {
            if only.as_ref().is_some_and(|o| o != name) {
                continue;
            }
            let checked = match CheckedPlan::new(plan) {
                Ok(c) => c,
                Err(e) => {
                    eprintln!("{name}: {e:?}");
                    continue;
                }
            };
            let risk = report(&checked, Sampling { seed: 1, draws: 100 }, &[], &screened).summary;
            let risk = if name == "grown" { None } else { Some(risk) };
            let start = std::time::Instant::now();
            let material = Material::new(checked, risk, language, Some("https://stagger.example/"));
            let sheet = lay_out(&material, None);
            let mut body = String::new();
            for e in print::elements(&sheet) {
                html(&e, &mut body);
            }
            eprintln!("{name} {} {:?}", language.tag(), start.elapsed());
            let f = &sheet.furniture;
            let page = format!(
                "<!doctype html><meta charset=utf-8><style>{css}\n@page {{ @bottom-left {{ content: {:?}; font: 8pt sans-serif; color: #43515b }} @bottom-right {{ content: {:?} counter(page) {:?} counter(pages) {:?}; font: 8pt sans-serif; color: #43515b }} }}</style><body><div class=report-view>{body}</div><script>document.querySelector('.report-view').setAttribute('open','')</script>",
                f.foot, f.page[0], f.page[1], f.page[2]
            );
            std::fs::write(format!("{dir}/{name}-{}.html", language.tag()), page).unwrap();
            for (document, what) in [
                ("k6", ""),
                ("csv", "load-profile"),
                ("csv", "slots"),
                ("csv", "minutes"),
                ("csv", "assumptions"),
                ("xlsx", ""),
                ("svg", "slots"),
            ] {
                let start = std::time::Instant::now();
                let r = Request {
                    document: document.into(),
                    name: what.into(),
                    language,
                    address: String::new(),
                    risk: String::new(),
                    width_mm: String::new(),
                };
                let bytes = match of_material(&material, &r).unwrap() {
                    Document::Text { text, .. } => text.into_bytes(),
                    Document::Bytes { bytes, .. } => bytes,
                    _ => continue,
                };
                eprintln!("  {document} {what} {} bytes {:?}", bytes.len(), start.elapsed());
                std::fs::write(format!("{dir}/{name}-{}-{what}.{document}", language.tag()), bytes).unwrap();
            }
        }
    }
}
