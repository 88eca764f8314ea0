//! Points of several curves over one axis, each a radio button at its place.
//!
//! Arrow keys move along a curve, the tabulator moves from curve to curve: the browser does both for radio buttons of
//! one name. They stand in `foreignObject`s, whose places are attributes; a style would be against the page's policy.

use super::{mark, tone_name};
use crate::num::order;
use crate::text::workshop::panel::PanelWords;
use crate::wire::workshop::{Element, tag};
use crate::workshop::{Plot, Point, Series, Tone};

/// Places across and up are told in these.
const WHOLE: u32 = 10_000;

/// Names at the right are at least so far apart.
const APART: u32 = 620;

/// Elements of the page's own kind within a picture.
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// Half the side of what can be pressed.
const REACH: &str = "14";

/// A picture of the points, with the names of curves and limits at its right.
pub fn plot(content: &Plot, words: &PanelWords) -> Element {
    let limits = content.limits.iter().enumerate().map(|(index, (up, _))| {
        let class = if index == 0 { "plot-limit" } else { "plot-limit plot-soft" };
        across(class, *up)
    });
    let fold = content.fold.iter().flat_map(|(up, said)| {
        let place = tag("svg").with("x", "100%").with("y", from_top(*up)).with("class", "plot-place");
        let word = tag("text").with("class", "plot-fold").with("y", "-9").with("text-anchor", "end").saying(said);
        [across("plot-limit plot-folded", *up), place.with("aria-hidden", "true").holding([word])]
    });
    let up = content.up.iter().map(|(up, label)| text("plot-up", ("0", "-8"), &from_top(*up), "end", label));
    let along = content.along.iter().map(|(at, label)| text("plot-along", (&share(*at), "0"), "100%", "middle", label));
    let picture = tag("svg")
        .with("class", "plot-picture")
        .holding(content.up.iter().map(|(up, _)| across("lane-mark", *up)))
        .holding(limits)
        .holding(fold)
        .holding(up)
        .holding(along)
        .holding(names(content))
        .holding(content.series.iter().map(curve))
        .holding(content.series.iter().flat_map(|series| &series.points).flat_map(named))
        .holding(content.series.iter().enumerate().map(|(at, series)| points(content, at, series)));
    let key = [Tone::Good, Tone::Caution, Tone::Bad]
        .into_iter()
        .filter(|tone| content.series.iter().any(|series| series.points.iter().any(|point| point.tone == *tone)));
    let key = key.map(|tone| {
        let name = match tone {
            Tone::Good => words.plot_good,
            Tone::Caution => words.plot_caution,
            _ => words.plot_bad,
        };
        tag("span").with("data-tone", tone_name(tone)).holding(mark(tone, words)).saying(name)
    });
    tag("figure").with("class", "plot").holding([
        tag("figcaption").holding([tag("strong").saying(&content.title), tag("span").saying(&content.note)]),
        tag("div").with("class", "plot-frame").holding([picture]),
        tag("p").with("class", "plot-key").with("aria-hidden", "true").holding(key),
    ])
}

/// A word of the picture; what it says is said with the points as well.
fn text(class: &str, (x, dx): (&str, &str), y: &str, anchor: &str, said: &str) -> Element {
    let place = tag("svg").with("x", x).with("y", y).with("class", "plot-place").with("aria-hidden", "true");
    place.holding([tag("text").with("class", class).with("x", dx).with("text-anchor", anchor).saying(said)])
}

/// A point that has a name: a line down to the axis, and the name below.
fn named(point: &Point) -> Vec<Element> {
    if point.mark.is_empty() {
        return Vec::new();
    }
    let x = share(point.along);
    let line = tag("line").with("class", "plot-drop").with("x1", &*x).with("x2", &*x).with("y2", "100%");
    let place = tag("svg").with("x", &*x).with("y", "100%").with("class", "plot-place").with("aria-hidden", "true");
    let name = tag("text").with("class", "plot-mark").with("y", "34").with("text-anchor", "middle");
    vec![line.with("y1", from_top(point.up)), place.holding([name.saying(&point.mark)])]
}

fn across(class: &str, up: u32) -> Element {
    let y = from_top(up);
    tag("line").with("class", class).with("x1", "0").with("x2", "100%").with("y1", &*y).with("y2", &*y)
}

/// Names of curves and limits at the right, moved apart where they would lie on each other.
fn names(content: &Plot) -> Vec<Element> {
    let last = |series: &Series| series.points.last().map(|point| point.up);
    let limits = content.limits.iter().map(|(up, name)| (*up, name, "plot-name plot-limit-name"));
    let series = content.series.iter().filter_map(|series| {
        let class = if series.is_main { "plot-name plot-main" } else { "plot-name" };
        Some((last(series)?, &series.name, class))
    });
    let mut names: Vec<(u32, &String, &str)> = limits.chain(series).collect();
    order::sort_by_key(&mut names, |(up, ..)| *up);
    let places = apart(&names.iter().map(|(up, ..)| *up).collect::<Vec<_>>());
    let name = |((_, name, class), up): (&(u32, &String, &str), &u32)| {
        text(class, ("100%", "10"), &from_top(*up), "start", name)
    };
    names.iter().zip(&places).map(name).collect()
}

/// Places in order, none nearer to the next than names are high.
fn apart(places: &[u32]) -> Vec<u32> {
    let mut apart: Vec<u32> = Vec::new();
    for place in places {
        let least = apart.last().map_or(0, |before| before + APART);
        apart.push((*place).max(least));
    }
    // What was pushed out of the picture goes back, and pushes those before it.
    let mut most = WHOLE;
    for place in apart.iter_mut().rev() {
        *place = (*place).min(most);
        most = place.saturating_sub(APART);
    }
    apart
}

fn curve(series: &Series) -> Element {
    let mut path = String::new();
    for Point { along, up, .. } in &series.points {
        path.push_str(&format!("{}{along} {}", if path.is_empty() { "M" } else { "L" }, WHOLE - (*up).min(WHOLE)));
    }
    let class = if series.is_main { "plot-curve plot-main" } else { "plot-curve" };
    tag("svg")
        .with("viewBox", format!("0 0 {WHOLE} {WHOLE}"))
        .with("preserveAspectRatio", "none")
        .with("aria-hidden", "true")
        .holding([tag("path").with("class", class).with("d", path)])
}

fn points(content: &Plot, at: usize, series: &Series) -> Element {
    let group = tag("svg").with("class", "plot-place").with("role", "radiogroup").with("aria-label", &series.name);
    let group = if series.is_main { group.with("data-series", "main") } else { group };
    let last = series.points.len().saturating_sub(1);
    let points = series.points.iter().enumerate();
    group.holding(points.map(|(index, point)| self::point(content, at, point, index == last)))
}

fn point(content: &Plot, series: usize, point: &Point, is_last: bool) -> Element {
    let is_taken = point.value == content.taken;
    let (body, sign) = match point.tone {
        Tone::Bad => ("M-6 -6H6V6H-6Z", "M-2.5 -2.5L2.5 2.5M2.5 -2.5L-2.5 2.5"),
        Tone::Caution => ("M0 -8L7.5 5.5H-7.5Z", "M0 -3.5V1M0 3V3.6"),
        Tone::Plain | Tone::Good => ("M-6.5 0A6.5 6.5 0 1 0 6.5 0A6.5 6.5 0 1 0 -6.5 0Z", "M-2.8 0.2L-0.8 2.2L3 -2"),
    };
    let path = |class: &'static str, d: &'static str| tag("path").with("class", class).with("d", d);
    let radio = tag("input")
        .with("xmlns", HTML)
        .with("type", "radio")
        .with("id", format!("workshop-field-{}-{}", content.name, point.value))
        .with("name", format!("workshop-{}-{series}", content.name))
        .with("value", &point.value)
        .with("aria-label", &point.said)
        .with("data-act", "set")
        .with("data-name", &content.name);
    let radio = if is_taken { radio.with("checked", "") } else { radio };
    let side = format!("{}", 28);
    let reach = tag("foreignObject").with("x", format!("-{REACH}")).with("y", format!("-{REACH}"));
    let reach = reach.with("width", &side).with("height", &side).holding([radio]);
    // A curve falls to the right, so that the room above at the right is free; at the right end stand the names.
    let (x, y, anchor) = match (is_last, is_taken) {
        (false, false) => ("9", "-11", "start"),
        (false, true) => ("14", "-14", "start"),
        (true, false) => ("0", "-15", "middle"),
        (true, true) => ("0", "-21", "middle"),
    };
    let label = tag("text").with("class", "plot-label").with("x", x).with("y", y).with("text-anchor", anchor);
    let label = label.with("aria-hidden", "true").saying(&point.label);
    let label = (!point.label.is_empty()).then_some(label);
    let ring = is_taken.then(|| path("plot-ring", "M-12 0A12 12 0 1 0 12 0A12 12 0 1 0 -12 0Z"));
    tag("svg")
        .with("class", "plot-point")
        .with("key", &point.value)
        .with("x", share(point.along))
        .with("y", from_top(point.up))
        .with("data-tone", tone_name(point.tone))
        .holding(ring)
        .holding([path("plot-body", body), path("plot-sign", sign)])
        .holding(label)
        .holding([reach])
}

fn from_top(up: u32) -> String {
    share(WHOLE - up.min(WHOLE))
}

fn share(of_whole: u32) -> String {
    format!("{}%", f64::from(of_whole) / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_lie_on_each_other_nor_leave_the_picture() {
        assert_eq!(apart(&[0, 5_000]), [0, 5_000]);
        assert_eq!(apart(&[1_000, 1_100, 1_150]), [1_000, 1_620, 2_240]);
        assert_eq!(apart(&[9_800, 9_900, 10_000]), [8_760, 9_380, 10_000]);
    }
}
