//! What the program of the workshop tells the page: questions, their end, and elements that the page knows.

use super::*;
use stagger::wire::workshop::{Element, read};
use stagger::workshop::desk::{Answer, Desk};
use stagger::workshop::view::{Look, elements};

fn ask(desk: &mut Desk, request: &[&str]) -> Answer {
    desk.handle(request, &[]).unwrap()
}

fn begun_desk() -> Desk {
    let mut desk = Desk::new(|_, _, _| None);
    ask(&mut desk, &["begin", "autoplan", &plan_file::write(&plan()), "en"]);
    desk
}

#[test]
fn a_first_answer_asks_for_the_full_one_and_a_stop_is_told() {
    let mut desk = begun_desk();
    let first = ask(&mut desk, &["take", "compute"]).asked.unwrap();
    assert_eq!((first.question.as_str(), first.plan), ("schedule", plan_file::write(&plan())));
    let answer = json!({ "goal": "lowest-peak", "plan": file(&plan()), "verdict": "holds", "peak_load": 0.7 });
    let told = ask(&mut desk, &["told", "autoplan", &first.options, &answer.to_string()]);
    assert!(told.asked.is_some_and(|full| !full.options.contains("quick")) && !told.is_stopped);
    let stopped = ask(&mut desk, &["take", "stop"]);
    assert!(stopped.is_stopped && stopped.asked.is_none());
    // Where nothing is asked there is nothing to stop.
    assert!(!ask(&mut desk, &["set", "goal", "fewest-days"]).is_stopped);
    let asked = ask(&mut desk, &["take", "why"]).asked.unwrap();
    assert_eq!(asked.plan, plan_file::write(&plan()), "of the plan in hand, as nothing was found yet");
}

#[test]
fn the_plan_that_was_found_is_asked_about_as_it_was_found() {
    let mut desk = begun_desk();
    let mut found = plan();
    std::sync::Arc::make_mut(&mut found.windows).pop();
    let found = found;
    let answer = json!({
        "goal": "lowest-peak", "plan": file(&found), "verdict": "holds", "peak_load": 0.7,
        "bound": { "peak_load": 0.7, "gap": 0.0 }
    });
    let first = ask(&mut desk, &["take", "compute"]).asked.unwrap();
    assert!(ask(&mut desk, &["told", "autoplan", &first.options, &answer.to_string()]).asked.is_none());
    assert_eq!(ask(&mut desk, &["take", "moves"]).asked.unwrap().plan, plan_file::write(&found));
}

fn attribute<'a>(element: &'a Element, wanted: &str) -> Option<&'a str> {
    let Element::Tag { attributes, .. } = element else { return None };
    attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str())
}

/// All elements that bear an attribute with a value, wherever they are.
fn bearing<'a>(elements: &'a [Element], name: &str, value: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    for element in elements {
        if attribute(element, name) == Some(value) {
            found.push(element);
        }
        if let Element::Tag { children, .. } = element {
            found.extend(bearing(children, name, value));
        }
    }
    found
}

#[test]
fn every_element_of_the_panel_is_one_that_the_page_knows() {
    for (goal, answer) in [("lowest-peak", super::answers::full()), ("trade-off", super::curves::trade_off())] {
        let mut subject = begun_for(goal);
        for panel in [subject.panel(LANGUAGE), tell(&mut *subject, &answer)] {
            let shown = elements(&panel, &Look::default(), LANGUAGE);
            assert_eq!(read(&stagger::wire::workshop::write(&shown)), shown);
        }
        asked(&mut *begun_for(goal));
    }
}

#[test]
fn each_point_is_a_radio_button_with_a_name_and_one_of_them_is_taken() {
    let mut subject = begun_for("trade-off");
    let panel = tell(&mut *subject, &super::curves::trade_off());
    let shown = elements(&panel, &Look::default(), LANGUAGE);
    let points = bearing(&shown, "data-name", "point");
    assert_eq!(points.len(), 5);
    let names: Vec<&str> = points.iter().map(|point| attribute(point, "aria-label").unwrap()).collect();
    assert_eq!(names[0], "1 day, 13.3/s (now): peak load 312%, Breaks");
    assert!(points.iter().all(|point| attribute(point, "type") == Some("radio")));
    let taken: Vec<&str> = points
        .iter()
        .filter(|point| attribute(point, "checked").is_some())
        .map(|point| attribute(point, "value").unwrap())
        .collect();
    assert_eq!(taken, ["3-0"]);
    // Arrow keys stay on a curve: its buttons have one name, and no other curve has it.
    let groups: Vec<&str> = points.iter().map(|point| attribute(point, "name").unwrap()).collect();
    assert_eq!((groups[0], groups[3]), (groups[2], groups[4]));
    assert_ne!(groups[0], groups[3]);
    assert_eq!(bearing(&shown, "role", "radiogroup").len(), 2);
}
