//! The clock of the browser, and a name for this opening of the page.

use crate::clock::{CivilDate, CivilTime};

/// Now [ms since 1970].
pub fn now_ms() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}

/// The civil time of a moment where the reader is.
pub fn local_time(ms: u64) -> Option<CivilTime> {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(ms as f64));
    let year = i32::try_from(date.get_full_year()).ok()?;
    let day = CivilDate::new(year, u8::try_from(date.get_month() + 1).ok()?, u8::try_from(date.get_date()).ok()?)?;
    let seconds = (i64::from(date.get_hours()) * 60 + i64::from(date.get_minutes())) * 60;
    Some(day.midnight().plus_seconds(seconds))
}

/// Today where the reader is.
pub fn today() -> Option<CivilDate> {
    local_time(now_ms()).map(CivilTime::date)
}

/// A name that no other opening of the page has: the moment and a throw of the dice, in letters and digits.
pub fn writer() -> String {
    let dice = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:x}{dice:08x}", now_ms())
}
