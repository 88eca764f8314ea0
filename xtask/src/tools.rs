//! Finds the programs that the browser journeys need.

use std::path::PathBuf;

/// Chromium, or a browser that is driven the same way.
pub fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(program)
}

/// The WebDriver server of Chromium.
pub fn chromedriver() -> Option<PathBuf> {
    program("chromedriver")
}

/// The first file of that name in the folders of `PATH`.
pub fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
