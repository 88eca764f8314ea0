//! Cohorts and windows as governments make them: by rule, evened out, and read as the public will read them.

pub mod balance;
pub mod calendar;
pub mod cohorts;
pub mod link_template;
pub mod lint;
pub mod windows;
