//! The whole planner in one program, for the one file that opens without a network: page, engine and workshop.

// Their own `main` does nothing; here they are parts.
#[allow(dead_code)]
#[path = "engine.rs"]
mod engine;
#[allow(dead_code)]
#[path = "workshop.rs"]
mod workshop;

use stagger::{api, app};

fn main() {
    // A worker loads the same program and has no page to show.
    if app::browser::has_page() {
        api::install(app::browser::document_language);
        app::browser::mount();
    }
}
