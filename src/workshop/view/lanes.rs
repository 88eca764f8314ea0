//! Curves one under the other; drawn without words in the stretched part, so that letters keep their shape.

use super::{mark, tone_name};
use crate::text::workshop::panel::PanelWords;
use crate::wire::workshop::{Element, tag};
use crate::workshop::{Handle, Lane, Lanes};

/// Places across and up are told in these.
const WHOLE: u32 = 10_000;

/// A picture of several curves, each with its name and what it says.
pub fn lanes(content: &Lanes, words: &PanelWords) -> Element {
    let axis = tag("svg").with("class", "lane-axis").with("aria-hidden", "true");
    let last = content.along.len().saturating_sub(1);
    let axis = axis.holding(content.along.iter().enumerate().map(|(index, (at, label))| {
        let anchor = match index {
            0 => "start",
            index if index == last && *at > WHOLE * 9 / 10 => "end",
            _ => "middle",
        };
        tag("text").with("x", share(*at)).with("y", "14").with("text-anchor", anchor).saying(label)
    }));
    tag("figure")
        .with("class", "lanes")
        .holding([tag("figcaption").saying(&content.title)])
        .holding(content.lanes.iter().map(|each| lane(each, content, words)))
        .holding([axis])
        .holding(content.handles.iter().map(handle))
}

/// A handle on a rail as wide as the picture, so that it stands under the place it means.
fn handle(handle: &Handle) -> Element {
    let id = format!("workshop-field-{}", handle.name);
    let rail = tag("input")
        .with("class", "slider")
        .with("type", "range")
        .with("id", &id)
        .with("data-act", "set")
        .with("data-name", &handle.name);
    let rail = rail.with("min", "0").with("max", handle.most.to_string()).with("step", handle.step.to_string());
    let rail = rail.with("value", handle.value.to_string()).with("aria-valuetext", &handle.said);
    let label = tag("label").with("for", &id).saying(&handle.label);
    let head = tag("p").with("class", "lane-name").holding([label, tag("span").saying(&handle.said)]);
    tag("div").with("class", "lane-handle").with("key", &handle.name).holding([head, rail])
}

fn lane(lane: &Lane, content: &Lanes, words: &PanelWords) -> Element {
    let name =
        tag("p").with("class", "lane-name").with("data-tone", tone_name(lane.tone)).holding(mark(lane.tone, words));
    let name = name.holding([tag("strong").saying(&lane.name), tag("span").saying(&lane.note)]);
    let across = |class: &'static str, up: u32| {
        let y = share(WHOLE - up.min(WHOLE));
        tag("line").with("class", class).with("x1", "0").with("x2", "100%").with("y1", &*y).with("y2", &*y)
    };
    let down = |at: &(u32, String)| {
        let x = share(at.0);
        tag("line").with("class", "lane-mark").with("x1", &*x).with("x2", &*x).with("y1", "0").with("y2", "100%")
    };
    let label = |(up, label): &(u32, String)| {
        // Above its line, but within the picture.
        let y = share(WHOLE - (*up).min(WHOLE * 17 / 20));
        tag("text").with("x", "4").with("y", y).saying(label)
    };
    let curve = tag("svg").with("viewBox", format!("0 0 {WHOLE} {WHOLE}")).with("preserveAspectRatio", "none");
    let curve = curve.holding([tag("path").with("class", "lane-curve").with("d", outline(&lane.points))]);
    let picture = tag("svg").with("class", "lane").with("role", "img").with("data-tone", tone_name(lane.tone));
    let picture = picture
        .with("aria-label", format!("{} {}", lane.name, lane.note))
        .holding(content.along.iter().map(down))
        .holding([curve])
        .holding(content.up.iter().map(|(up, _)| across("lane-mark", *up)))
        .holding([across("lane-limit", content.limit)])
        .holding(content.up.iter().map(label));
    tag("div").holding([name, picture])
}

/// The area below a curve.
fn outline(points: &[(u32, u32)]) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
    let mut path = format!("M{} {WHOLE}", first.0);
    for (along, up) in points {
        path.push_str(&format!("L{along} {}", WHOLE - (*up).min(WHOLE)));
    }
    path.push_str(&format!("L{} {WHOLE}Z", last.0));
    path
}

fn share(of_whole: u32) -> String {
    format!("{}%", f64::from(of_whole) / 100.0)
}
