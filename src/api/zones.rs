//! What the browser knows about time zones.

use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::clock::{CivilDate, CivilTime, SECONDS_PER_DAY};
use crate::plan::zones::{TimeZones, ZoneAnswer};

/// Asks `Intl.DateTimeFormat`.
#[derive(Clone, Copy, Debug)]
pub struct BrowserTimeZones;

impl TimeZones for BrowserTimeZones {
    fn offset_change(&self, zone: &str, from: CivilTime, until: CivilTime) -> ZoneAnswer {
        let Some(constructor) = constructor() else { return ZoneAnswer::CannotSay };
        let Some(clock) = ZoneClock::new(&constructor, zone) else { return ZoneAnswer::NoSuchZone };
        match first_change(from, until, |instant| clock.offset(instant)) {
            None => ZoneAnswer::CannotSay,
            Some(None) => ZoneAnswer::Steady,
            Some(Some(at)) => ZoneAnswer::ChangesAt(at),
        }
    }
}

/// The first change of `offset` [s], a function of seconds since 1970 in UTC, as the clock before it shows it.
/// Looks once a day, so two changes that cancel each other within a day are none. `None` where `offset` cannot say.
fn first_change(from: CivilTime, until: CivilTime, offset: impl Fn(i64) -> Option<i64>) -> Option<Option<CivilTime>> {
    let epoch = CivilDate::new(1970, 1, 1)?.midnight();
    let instant = |civil: CivilTime| {
        let as_utc = civil.seconds_since(epoch);
        Some(as_utc - offset(as_utc)?)
    };
    let (mut before, end) = (instant(from)?, instant(until)?);
    let old = offset(before)?;
    while before < end {
        let mut after = (before + SECONDS_PER_DAY).min(end);
        if offset(after)? != old {
            while after - before > 1 {
                let middle = before + (after - before) / 2;
                if offset(middle)? == old {
                    before = middle;
                } else {
                    after = middle;
                }
            }
            return Some(Some(epoch.plus_seconds(after + old)));
        }
        before = after;
    }
    Some(None)
}

fn constructor() -> Option<Function> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()
}

/// A clock on the wall of a time zone.
struct ZoneClock {
    format: JsValue,
    format_to_parts: Function,
}

impl ZoneClock {
    /// `None` where the browser refuses the zone.
    fn new(constructor: &Function, zone: &str) -> Option<Self> {
        let options = Object::new();
        let wanted = [
            ("timeZone", zone),
            ("calendar", "iso8601"),
            ("hourCycle", "h23"),
            ("year", "numeric"),
            ("month", "numeric"),
            ("day", "numeric"),
            ("hour", "numeric"),
            ("minute", "numeric"),
            ("second", "numeric"),
        ];
        for (name, value) in wanted {
            Reflect::set(&options, &name.into(), &value.into()).ok()?;
        }
        let arguments = Array::of2(&"en-US".into(), &options);
        let format = Reflect::construct(constructor, &arguments).ok()?;
        let format_to_parts = Reflect::get(&format, &"formatToParts".into()).ok()?.dyn_into().ok()?;
        Some(Self { format, format_to_parts })
    }

    /// How far the clock is ahead of UTC [s]; `None` where it shows no time.
    fn offset(&self, instant: i64) -> Option<i64> {
        let date = Date::new(&JsValue::from_f64(instant as f64 * 1000.0));
        let parts: Array = self.format_to_parts.call1(&self.format, &date).ok()?.dyn_into().ok()?;
        let part = |wanted: &str| {
            let found = parts.iter().find(|part| text_of(part, "type").as_deref() == Some(wanted))?;
            text_of(&found, "value")?.parse::<i64>().ok()
        };
        let day = CivilDate::new(
            i32::try_from(part("year")?).ok()?,
            u8::try_from(part("month")?).ok()?,
            u8::try_from(part("day")?).ok()?,
        )?;
        let second_of_day = part("hour")? * 3_600 + part("minute")? * 60 + part("second")?;
        let shown = day.midnight().plus_seconds(second_of_day);
        Some(shown.seconds_since(CivilDate::new(1970, 1, 1)?.midnight()) - instant)
    }
}

fn text_of(part: &JsValue, name: &str) -> Option<String> {
    Reflect::get(part, &name.into()).ok()?.as_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> CivilTime {
        CivilTime::parse(text).unwrap()
    }

    /// Central Europe in 2022: an hour ahead, two from 27 March 01:00 to 30 October 01:00 UTC.
    fn europe(instant: i64) -> Option<i64> {
        Some(if (1_648_342_800..1_667_091_600).contains(&instant) { 7_200 } else { 3_600 })
    }

    fn check(from: &str, until: &str, expect: Option<&str>) {
        assert_eq!(first_change(time(from), time(until), europe), Some(expect.map(time)), "{from}");
    }

    #[test]
    fn a_change_is_found_to_the_second() {
        check("2022-03-25T00:00", "2022-03-29T00:00", Some("2022-03-27T02:00"));
        check("2022-10-01T00:00", "2022-12-01T00:00", Some("2022-10-30T03:00"));
        check("2022-03-27T00:00", "2022-03-28T00:00", Some("2022-03-27T02:00"));
    }

    #[test]
    fn days_without_a_change_are_steady() {
        check("2022-04-01T00:00", "2022-05-01T00:00", None);
        check("2022-03-28T00:00", "2022-03-28T00:00", None);
    }

    #[test]
    fn a_clock_that_shows_nothing_says_nothing() {
        assert_eq!(first_change(time("2022-04-01T00:00"), time("2022-04-02T00:00"), |_| None), None);
    }
}
