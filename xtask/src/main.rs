//! Builds, serves and tests the planner.
fn main() {}
