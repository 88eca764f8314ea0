//! Journeys through the built page in Chromium; one file per concern.

mod accessible;
mod agreement;
mod autoplan;
mod bids;
mod comparing;
mod documents;
mod editing;
mod embed;
mod grouping;
mod keeping;
mod keyboard;
mod monkey;
mod narrow;
mod notices;
mod one_file;
mod opening;
mod planning;
mod programme;
mod reading;
mod risk;
mod safe;
mod staging;
mod studies;
mod timetable;
mod trust;
mod workshop;
