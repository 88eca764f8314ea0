//! Pictures on a canvas, sharp at any pixel ratio.

use plotters::prelude::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlCanvasElement, HtmlElement, ResizeObserver};
use yew::prelude::*;

use crate::chart::{Image, Measured, Theme, draw};

/// Device pixels per pixel of the layout.
pub fn pixel_ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()).clamp(0.5, 8.0)
}

/// Draws `image` over the whole canvas, `width` x `height` pixels of the layout, with the reading `chosen` marked;
/// nothing before the width is known.
pub fn paint(canvas: &NodeRef, image: &Image, chosen: Option<usize>, theme: Theme, width: f64, height: f64) {
    let Some(canvas) = canvas.cast::<HtmlCanvasElement>().filter(|_| width > 0.0) else { return };
    let ratio = pixel_ratio();
    canvas.set_width((width * ratio).round() as u32);
    canvas.set_height((height * ratio).round() as u32);
    let Some(backend) = CanvasBackend::with_canvas_object(canvas) else { return };
    let area = Measured::new(backend).into_drawing_area();
    // A canvas that refuses leaves the picture empty; the table beside it holds the same numbers.
    let _ = draw(image, chosen, &theme.scaled(ratio), &area);
}

/// Makes an element that high [px of the layout].
pub fn set_height(element: &NodeRef, height: u32) {
    if let Some(element) = element.cast::<HtmlElement>() {
        // A height in pixels is valid, so the style takes it.
        let _ = element.style().set_property("height", &format!("{height}px"));
    }
}

/// Width of an element [px of the layout], 0 before it is known; follows every change of size or zoom.
#[hook]
pub fn use_width(element: &NodeRef) -> f64 {
    let width = use_state(|| (0.0, 1.0));
    let setter = width.setter();
    use_effect_with(element.clone(), move |element| {
        let observer = element.cast::<HtmlElement>().and_then(|element| observe(&element, setter));
        move || {
            if let Some((observer, _callback)) = observer {
                observer.disconnect();
            }
        }
    });
    width.0
}

type Observation = (ResizeObserver, Closure<dyn FnMut()>);

fn observe(element: &HtmlElement, setter: UseStateSetter<(f64, f64)>) -> Option<Observation> {
    let measured = element.clone();
    let read = move || setter.set((f64::from(measured.client_width()), pixel_ratio()));
    read();
    let callback = Closure::<dyn FnMut()>::new(read);
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some((observer, callback))
}
