//! When the page works: with the next frame, or once the person pauses.

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;

/// Work that has not begun; dropped, it never does.
pub enum Appointment {
    Frame(AnimationFrame),
    Pause(Timeout),
}

/// Does `work` before the next frame is painted.
pub fn at_next_frame(work: impl FnOnce() + 'static) -> Appointment {
    Appointment::Frame(request_animation_frame(move |_| work()))
}

/// Does `work` after so many milliseconds.
pub fn after(milliseconds: u32, work: impl FnOnce() + 'static) -> Appointment {
    Appointment::Pause(Timeout::new(milliseconds, work))
}
