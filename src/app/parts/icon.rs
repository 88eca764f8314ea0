//! Line icons and the shapes of the verdicts, hidden from assistive technology: a word always stands beside them.

use yew::prelude::*;

use crate::forecast::Verdict;

/// A line icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    Undo,
    Redo,
    Link,
    Copy,
    Dark,
    Light,
    Plus,
    Bars,
    People,
    Clock,
    Path,
    Arrive,
    Cross,
    Page,
    Plans,
    Up,
    Down,
    Left,
    Right,
}

/// The icon of that name.
pub fn icon(name: IconName) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">
            <path d={outline(name)} />
        </svg>
    }
}

fn outline(name: IconName) -> &'static str {
    match name {
        IconName::Undo => "M5.5 3 2.5 6l3 3M3 6h6.2a3.8 3.8 0 0 1 0 7.5H6",
        IconName::Redo => "m10.5 3 3 3-3 3M13 6H6.8a3.8 3.8 0 0 0 0 7.5H10",
        IconName::Link => {
            "M6.8 9.2a3 3 0 0 0 4.2 0l2-2a3 3 0 0 0-4.2-4.2l-1 1M9.2 6.8a3 3 0 0 0-4.2 0l-2 2a3 3 0 0 0 4.2 4.2l1-1"
        }
        IconName::Copy => "M5.5 5.5h8v8h-8zM3 10.5H2.5v-8h8V3",
        IconName::Dark => "M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1z",
        IconName::Light => {
            "M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6M8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M3.2 12.8l1-1M11.8 4.2l1-1"
        }
        IconName::Plus => "M8 3v10M3 8h10",
        IconName::Bars => "M3 13.5V8.5M8 13.5v-11M13 13.5V6",
        IconName::People => {
            "M8 7.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4M2.8 14c.4-3 2.4-4.3 5.2-4.3s4.8 1.3 5.2 4.3"
        }
        IconName::Clock => "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2M8 4.8V8l2.3 1.6",
        IconName::Path => "M1.5 5.8h4v4.4h-4zM10.5 5.8h4v4.4h-4zM5.5 8h5",
        IconName::Arrive => "M1.5 13.5h13M2 13c2.2 0 2-9 4-9s1.6 6.5 3.2 7.4c1.1.6 3 1 5.3 1.2",
        IconName::Plans => "M2.5 4h11M2.5 8h11M2.5 12h7",
        IconName::Cross => "m4 4 8 8M12 4l-8 8",
        IconName::Page => "M4 1.5h5.5L12.5 4.5v10H4zM6.5 7h4M6.5 10h4",
        IconName::Up => "M8 13V3M4 7l4-4 4 4",
        IconName::Down => "M8 3v10M4 9l4 4 4-4",
        IconName::Left => "M13 8H3M7 4 3 8l4 4",
        IconName::Right => "M3 8h10M9 4l4 4-4 4",
    }
}

/// Disc with a tick, triangle, square with a cross.
pub fn shape(verdict: Verdict) -> Html {
    let (body, sign) = match verdict {
        Verdict::Holds => ("M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z", "m4.6 8.3 2.3 2.3 4.5-5"),
        Verdict::AtRisk => ("M8 1.2 15.4 14.6H.6z", "M8 6v4.2M8 11.6v1.5"),
        Verdict::Breaks => ("M1.5 1.5h13v13h-13z", "m4.8 4.8 6.4 6.4M11.2 4.8l-6.4 6.4"),
    };
    html! {
        <svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
            <path d={body} fill="currentColor" />
            <path class="shape-sign" d={sign} fill="none" stroke-width="1.8" />
        </svg>
    }
}
