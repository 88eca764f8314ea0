//! A picture on a canvas that is read by pointer, touch and arrow keys.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::browser;
use crate::app::view_state::ThemeName;
use crate::chart::{Image, Theme};

#[derive(Clone, PartialEq, Properties)]
pub struct PictureProps {
    /// For whoever moves the focus here.
    pub id: AttrValue,
    pub image: Rc<Image>,
    /// What it is and how it is read.
    pub label: AttrValue,
    pub theme: ThemeName,
    /// [px]
    pub height: u32,
    /// Index of the reading that is spoken and marked; `None` = none chosen yet.
    pub reading: Option<usize>,
    pub on_read: Callback<Option<usize>>,
    /// The reader asks for the table.
    pub on_table: Callback<()>,
    /// The reader takes the reading of that index.
    #[prop_or_default]
    pub on_take: Callback<usize>,
    /// The reader goes to the series after this one, or before it.
    #[prop_or_default]
    pub on_series: Option<Callback<bool>>,
}

/// Assistive technology meets a slider over the readings; the same numbers stand in a table beside it.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let frame = use_node_ref();
    let canvas = use_node_ref();
    let width = browser::use_width(&frame);
    let on_paper = browser::use_on_paper();
    let look = (props.theme, on_paper, props.height, width.to_bits(), browser_ratio(width));
    use_effect_with((Rc::clone(&props.image), props.reading, look), {
        let (canvas, frame) = (canvas.clone(), frame.clone());
        move |(image, reading, (theme, on_paper, height, ..))| {
            let theme = match theme {
                _ if *on_paper => Theme::paper(),
                ThemeName::Dark => Theme::dark(),
                ThemeName::Light => Theme::light(),
            };
            browser::set_height(&frame, *height);
            browser::paint(&canvas, image, *reading, theme, width, f64::from(*height));
        }
    });
    let count = props.image.count();
    let at = props.reading.filter(|index| *index < count);
    let read_at = {
        let (image, on_read, now) = (Rc::clone(&props.image), props.on_read.clone(), props.reading);
        let size = (width, f64::from(props.height));
        move |event: PointerEvent| {
            let index = image.nearest((f64::from(event.offset_x()), f64::from(event.offset_y())), size);
            if index != now {
                on_read.emit(index);
            }
        }
    };
    let onkeydown = {
        let props = props.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let key = event.key();
            if key.eq_ignore_ascii_case("t") {
                event.prevent_default();
                props.on_table.emit(());
            } else if let Some(on_series) =
                props.on_series.as_ref().filter(|_| matches!(&*key, "ArrowUp" | "ArrowDown"))
            {
                event.prevent_default();
                on_series.emit(key == "ArrowDown");
            } else if let Some(index) = at.filter(|_| key == "Enter") {
                event.prevent_default();
                props.on_take.emit(index);
            } else if let Some(index) = props.image.next_reading(&key, at) {
                event.prevent_default();
                props.on_read.emit(index);
            }
        })
    };
    let spoken = at.and_then(|index| props.image.reading(index)).unwrap_or_else(|| props.image.summary().to_owned());
    html! {
        <div class="picture" id={&props.id} ref={frame} role="slider" tabindex="0" aria-label={&props.label}
            aria-valuemin="0" aria-valuemax={count.saturating_sub(1).to_string()} aria-valuenow={at.unwrap_or(0).to_string()}
            aria-valuetext={spoken} {onkeydown}
            onpointermove={Callback::from(read_at.clone())} onpointerdown={Callback::from(read_at)}>
            <canvas ref={canvas} aria-hidden="true"></canvas>
        </div>
    }
}

/// The pixel ratio once there is a picture to draw: it is part of what is painted.
fn browser_ratio(width: f64) -> u64 {
    if width > 0.0 { browser::pixel_ratio().to_bits() } else { 0 }
}

/// Id of the picture of that name.
pub fn picture_id(name: &str) -> String {
    format!("picture-{name}")
}

/// Id of the table of the picture of that name.
pub fn table_id(name: &str) -> String {
    format!("table-{name}")
}

/// Where picture and table change places under the focus, the focus goes to the one that is there now.
#[hook]
pub fn use_kept_focus(name: &'static str, as_table: bool) {
    let before = use_mut_ref(|| as_table);
    use_effect_with(as_table, move |now| {
        if before.replace(*now) != *now {
            browser::catch_focus(&if *now { table_id(name) } else { picture_id(name) });
        }
    });
}
