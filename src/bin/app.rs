//! Starts the page, and opens it to scripts.

use stagger::{api, app};

fn main() {
    api::install(app::browser::document_language);
    app::browser::mount();
}
