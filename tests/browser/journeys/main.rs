//! Journeys through the built page in Chromium; one file per concern.

mod agreement;
mod editing;
mod keeping;
mod keyboard;
mod narrow;
mod opening;
mod planning;
mod programme;
mod reading;
mod timetable;
