//! When the page works: at once in a task of its own, after the next frame, or once the person pauses.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;

/// Work that has not begun; dropped, it never does.
pub enum Appointment {
    Pause(Timeout),
    /// First the frame, then the task after it.
    Frame(AnimationFrame, Rc<RefCell<Option<Timeout>>>),
}

/// Does `work` after so many milliseconds; after 0 in the next task, so that what waits to be handled or painted
/// may come before it.
pub fn after(milliseconds: u32, work: impl FnOnce() + 'static) -> Appointment {
    Appointment::Pause(Timeout::new(milliseconds, work))
}

/// Does `work` in a task of its own once the next frame is painted.
pub fn after_next_frame(work: impl FnOnce() + 'static) -> Appointment {
    let task = Rc::new(RefCell::new(None));
    let place = Rc::clone(&task);
    let frame = request_animation_frame(move |_| {
        place.replace(Some(Timeout::new(0, work)));
    });
    Appointment::Frame(frame, task)
}
