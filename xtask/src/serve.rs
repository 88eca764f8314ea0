//! `cargo xtask serve`: builds, serves, and builds again when a source file changes.
//!
//! The page is not told to reload itself: that would need a script and a connection that the published page does
//! not have, and what is tried out here should be what is published.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, bail};
use xtask::server::Server;

use crate::arguments::ServeOptions;
use crate::bundle::{self, Form};
use crate::command::project_root;

/// How often the source files are looked at; half a second is faster than a hand moves from editor to browser.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// What the site is made of.
const SOURCES: [&str; 5] = ["src", "static", "index.html", "Cargo.toml", "Cargo.lock"];

/// Serves until the process is ended.
///
/// # Errors
/// The port is taken, or the first build fails. Later builds that fail are reported and waited out.
pub fn run(options: &ServeOptions) -> Result<()> {
    let root = project_root();
    let form = if options.release { Form::Published } else { Form::Quick };
    let folder = match form {
        Form::Published => root.join("dist"),
        Form::Quick => bundle::target_folder()?.join("quick-site"),
    };
    let server = match Server::start(folder, "/", options.port) {
        Ok(server) => server,
        Err(problem) if problem.kind() == io::ErrorKind::AddrInUse => bail!(
            "port {} is taken by another program; choose another one: cargo xtask serve --port {}",
            options.port,
            options.port.checked_add(1).unwrap_or(0)
        ),
        Err(problem) => {
            return Err(problem)
                .with_context(|| format!("cannot listen on port {}; choose another one with --port", options.port));
        }
    };
    let mut seen = newest_change(&root);
    bundle::build(form)?;
    announce(&server, options);
    loop {
        std::thread::sleep(LOOK_EVERY);
        let now = newest_change(&root);
        if now != seen {
            seen = now;
            match bundle::build(form) {
                Ok(_) => println!("built again: reload {}", server.address()),
                Err(problem) => eprintln!("{problem:#}\nthe last good build stays at {}", server.address()),
            }
        }
    }
}

fn announce(server: &Server, options: &ServeOptions) {
    let address = server.address();
    if options.open {
        open_browser(&address);
    }
    println!("\nThe planner is at {address}  (end with Ctrl-C)");
}

/// A mark of the sources that changes when a file is written, added or removed.
fn newest_change(root: &Path) -> (Option<SystemTime>, usize) {
    let mut newest = None;
    let mut files = 0;
    let mut pending: Vec<PathBuf> = SOURCES.iter().map(|source| root.join(source)).collect();
    while let Some(path) = pending.pop() {
        // A file that vanishes between listing and looking is seen as a change at the next look.
        let Ok(about) = fs::metadata(&path) else { continue };
        if about.is_dir() {
            pending.extend(fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path()));
        } else {
            files += 1;
            newest = newest.max(about.modified().ok());
        }
    }
    (newest, files)
}

/// Shows the page where there is a screen; a failure to do so is no failure to serve.
fn open_browser(address: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(target_os = "windows") {
        ("cmd", &["/c", "start"])
    } else if ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some()) {
        ("xdg-open", &[])
    } else {
        return;
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // Without such a program the address below is still there to be clicked.
    let _ = command.spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_or_removed_file_is_a_change() {
        let root = std::env::temp_dir().join(format!("stagger-watch-{}", std::process::id()));
        fs::create_dir_all(root.join("src/plan")).unwrap();
        let empty = newest_change(&root);
        fs::write(root.join("src/plan/window.rs"), "").unwrap();
        let one = newest_change(&root);
        assert_ne!(one, empty);
        fs::remove_file(root.join("src/plan/window.rs")).unwrap();
        assert_eq!(newest_change(&root), empty);
        fs::remove_dir_all(&root).unwrap();
    }

    #[test]
    fn a_file_written_later_is_a_change() {
        let root = std::env::temp_dir().join(format!("stagger-watch-later-{}", std::process::id()));
        fs::create_dir_all(root.join("static")).unwrap();
        let file = root.join("static/style.css");
        fs::write(&file, "").unwrap();
        let before = newest_change(&root);
        fs::File::open(&file).unwrap().set_modified(SystemTime::now() + Duration::from_secs(5)).unwrap();
        assert_ne!(newest_change(&root), before);
        fs::remove_dir_all(&root).unwrap();
    }
}
