//! A picture on a canvas that is read by pointer, touch and arrow keys.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::browser;
use crate::app::view_state::ThemeName;
use crate::chart::{Scene, Theme, draw};

#[derive(Clone, PartialEq, Properties)]
pub struct PictureProps {
    pub scene: Rc<Scene>,
    /// What it is and how it is read.
    pub label: AttrValue,
    pub theme: ThemeName,
    /// [px]
    pub height: u32,
    /// Index of the reading that is spoken and marked; `None` = none chosen yet.
    pub reading: Option<usize>,
    pub on_read: Callback<Option<usize>>,
}

/// Assistive technology meets a slider over the readings; the same numbers stand in a table beside it.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let frame = use_node_ref();
    let canvas = use_node_ref();
    let width = browser::use_width(&frame);
    let painted = (Rc::clone(&props.scene), props.theme, props.height, width.to_bits(), browser_ratio(width));
    use_effect_with(painted, {
        let canvas = canvas.clone();
        move |(scene, theme, height, _, _)| {
            let theme = if *theme == ThemeName::Dark { Theme::dark() } else { Theme::light() };
            browser::paint(&canvas, scene, theme, width, f64::from(*height));
        }
    });
    let count = props.scene.points.len();
    let at = props.reading.filter(|index| *index < count);
    let read_at = {
        let scene = Rc::clone(&props.scene);
        let on_read = props.on_read.clone();
        let now = props.reading;
        move |event: PointerEvent| {
            let index = scene.nearest(draw::minute_at(&scene, width, f64::from(event.offset_x())));
            if index != now {
                on_read.emit(index);
            }
        }
    };
    let onkeydown = {
        let on_read = props.on_read.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(index) = next_reading(&event.key(), at, count) {
                event.prevent_default();
                on_read.emit(index);
            }
        })
    };
    html! {
        <div class="picture" ref={frame} role="slider" tabindex="0" aria-label={&props.label} aria-orientation="horizontal"
            aria-valuemin="0" aria-valuemax={count.saturating_sub(1).to_string()} aria-valuenow={at.unwrap_or(0).to_string()}
            aria-valuetext={at.map_or_else(|| props.scene.summary.clone(), |index| props.scene.points[index].reading.clone())}
            data-height={props.height.to_string()} {onkeydown}
            onpointermove={Callback::from(read_at.clone())} onpointerdown={Callback::from(read_at)}>
            <canvas ref={canvas} aria-hidden="true"></canvas>
        </div>
    }
}

/// The pixel ratio once there is a picture to draw: it is part of what is painted.
fn browser_ratio(width: f64) -> u64 {
    if width > 0.0 { browser::pixel_ratio().to_bits() } else { 0 }
}

/// Where a key leads; `Some(None)` = back to no choice, `None` = the key means nothing here.
fn next_reading(key: &str, at: Option<usize>, count: usize) -> Option<Option<usize>> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowRight" => Some(Some(at.map_or(0, |index| (index + 1).min(last)))),
        "ArrowLeft" => Some(Some(at.map_or(last, |index| index.saturating_sub(1)))),
        "Home" => Some(Some(0)),
        "End" => Some(Some(last)),
        "Escape" => Some(None),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_walk_and_stop_at_the_ends() {
        for (key, at, expected) in [
            ("ArrowRight", None, Some(Some(0))),
            ("ArrowRight", Some(2), Some(Some(2))),
            ("ArrowLeft", Some(0), Some(Some(0))),
            ("ArrowLeft", None, Some(Some(2))),
            ("End", Some(0), Some(Some(2))),
            ("Escape", Some(1), Some(None)),
            ("a", Some(1), None),
        ] {
            assert_eq!(next_reading(key, at, 3), expected, "{key} at {at:?}");
        }
        assert_eq!(next_reading("ArrowRight", None, 0), None);
    }
}
