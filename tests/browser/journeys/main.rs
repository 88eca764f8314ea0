//! Journeys through the built page in Chromium; one file per concern.

mod agreement;
mod opening;
mod planning;
