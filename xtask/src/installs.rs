//! Installs what the browser journeys need where that is possible, and otherwise says exactly what to install.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use xtask::tools;

use crate::command::{output_of, project_root, run};

/// Chromium, its driver, Korean fonts and axe-core are there when this returns.
///
/// # Errors
/// Something is missing and this user cannot install it; the message is the command to type.
pub fn ensure_browser_tools() -> Result<()> {
    let mut packages = Vec::new();
    if tools::chromium().is_none() {
        packages.push("chromium");
    }
    if tools::chromedriver().is_none() {
        packages.push("chromium-driver");
    }
    if !has_korean_font() {
        packages.push("fonts-noto-cjk");
    }
    let root = project_root();
    let axe_is_there = axe_is_installed(&root);
    if !axe_is_there && tools::program("npm").is_none() {
        packages.push("npm");
    }
    install_packages(&packages)?;
    if !axe_is_there {
        println!("install axe-core from tests/package-lock.json");
        let arguments = ["ci", "--no-audit", "--no-fund", "--ignore-scripts"];
        run(Command::new("npm").args(arguments).current_dir(root.join("tests")))?;
    }
    Ok(())
}

/// LibreOffice, the painter of pages and Python are there when this returns.
///
/// # Errors
/// Something is missing and this user cannot install it; the message is the command to type.
pub fn ensure_document_tools() -> Result<()> {
    let wanted = [("soffice", "libreoffice-writer"), ("pdftoppm", "poppler-utils"), ("python3", "python3-venv")];
    let missing: Vec<&str> =
        wanted.iter().filter(|(program, _)| tools::program(program).is_none()).map(|(_, package)| *package).collect();
    install_packages(&missing)
}

/// Adds a part of the toolchain, such as clippy, where cargo does not know it.
///
/// # Errors
/// rustup is missing or cannot install it.
pub fn ensure_component(component: &str, cargo_command: &str) -> Result<()> {
    let mut probe = crate::command::cargo(&[cargo_command, "--version"]);
    let found = probe.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if found.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    run(Command::new("rustup").args(["component", "add", component]).current_dir(project_root()))
        .with_context(|| format!("{component} is missing; install it with: rustup component add {component}"))
}

fn has_korean_font() -> bool {
    let mut fonts = Command::new("fc-list");
    let listed = tools::program("fc-list").and_then(|_| output_of(fonts.arg(":lang=ko")).ok());
    listed.is_some_and(|fonts| !fonts.trim().is_empty())
        || Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").is_file()
}

/// Whether the installed axe-core is the one that the lock file names.
fn axe_is_installed(root: &Path) -> bool {
    let version = |file: &str, pointer: &str| {
        let text = fs::read_to_string(root.join("tests").join(file)).ok()?;
        let value: serde_json::Value = serde_json::from_str(&text).ok()?;
        value.pointer(pointer)?.as_str().map(str::to_owned)
    };
    let wanted = version("package-lock.json", "/packages/node_modules~1axe-core/version");
    let installed = version("node_modules/axe-core/package.json", "/version");
    wanted.is_some() && wanted == installed && root.join("tests/node_modules/axe-core/axe.min.js").is_file()
}

fn install_packages(packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let by_hand = format!("apt-get install --no-install-recommends {}", packages.join(" "));
    if tools::program("apt-get").is_none() {
        bail!(
            "these programs are missing: {}. On Debian: {by_hand}. Elsewhere install them (Chromium with its ChromeDriver, \
             a Korean font, npm, LibreOffice, poppler, Python) by your system's own means",
            packages.join(", ")
        );
    }
    let Some(rights) = administrator() else {
        bail!("these Debian packages are missing and this user may not install them; type: sudo {by_hand}");
    };
    println!("install {}", packages.join(", "));
    let apt = |arguments: &[&str]| {
        let words = rights.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).chain(arguments);
        let words: Vec<&&str> = words.collect();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]);
        run(&mut command)
    };
    let install: Vec<&str> =
        ["install", "--yes", "--no-install-recommends"].into_iter().chain(packages.iter().copied()).collect();
    if apt(&install).is_ok() {
        return Ok(());
    }
    // A fresh machine often has no package lists, or old ones.
    apt(&["update"])?;
    apt(&install).with_context(|| format!("install them by hand: sudo {by_hand}"))
}

/// The words before a command that needs an administrator, or none when this user cannot become one unasked.
fn administrator() -> Option<&'static [&'static str]> {
    let id = output_of(Command::new("id").arg("-u")).ok()?;
    if id.trim() == "0" {
        return Some(&[]);
    }
    tools::program("sudo")?;
    let mut probe = Command::new("sudo");
    let quiet = probe.args(["-n", "true"]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success()).then_some(&["sudo", "-n"])
}
