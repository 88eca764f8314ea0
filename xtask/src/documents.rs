//! `cargo xtask check-documents`: the documents of the page, read back by other programs than those that wrote them.
//!
//! ```text
//! dist/ ──Chromium──▶ target/documents/*.hwpx ──python-hwpx──▶ compared with what was laid out
//!                                     *.docx ──LibreOffice──▶ *.fodt, *.pdf ──▶ compared; *.pdf ──pdftoppm──▶ *.png
//! ```

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::bundle;
use crate::command::{cargo, project_root, run};
use crate::installs::{ensure_browser_tools, ensure_document_tools};

/// The package that has the page save its documents.
const JOURNEYS: &str = "journeys";
/// Dots per inch of the pages as pictures.
const PAGES: &str = "90";

/// Builds the site, has it save documents, and has them read back.
///
/// # Errors
/// A program is missing, the site does not build, or a document is not read as it was laid out.
pub fn check() -> Result<()> {
    ensure_browser_tools()?;
    ensure_document_tools()?;
    bundle::build_for_release()?;
    let root = project_root();
    let folder = root.join("target/documents");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("the documents of before cannot be removed")?;
    }
    // As the tests are compiled, so that what they left is used again.
    run(&mut cargo(&["run", "--package", JOURNEYS, "--bin", "annex"]))?;

    println!("\nHWPX as python-hwpx reads it");
    let python = python(&root)?;
    run(Command::new(&python).arg(root.join("tests/readers/read_hwpx.py")).arg(&folder))?;

    println!("\nDOCX as LibreOffice reads it");
    let documents = files(&folder, "docx")?;
    let start = Instant::now();
    for kind in ["fodt", "pdf"] {
        convert(&folder, kind, &documents)?;
    }
    println!("converted twice in {:.1} s", start.elapsed().as_secs_f64());
    run(Command::new(&python).arg(root.join("tests/readers/read_docx.py")).arg(&folder))?;
    for document in &documents {
        let pdf = document.with_extension("pdf");
        let mut paint = Command::new("pdftoppm");
        run(paint.args(["-r", PAGES, "-png"]).arg(&pdf).arg(document.with_extension("")))?;
    }
    println!("\npages as pictures, to be looked at: {}", folder.join("*.png").display());
    Ok(())
}

/// The font of Word is on no free system; the one that is nearest to it in width takes its place.
const FONTS: &str = "<?xml version=\"1.0\"?>
<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">
<fontconfig>
  <include>/etc/fonts/fonts.conf</include>
  <match target=\"pattern\">
    <test name=\"family\"><string>Malgun Gothic</string></test>
    <edit name=\"family\" mode=\"assign\" binding=\"same\"><string>Noto Sans CJK KR</string></edit>
  </match>
</fontconfig>
";

/// LibreOffice, with settings of its own, so that none of the user's are read or changed.
fn convert(folder: &Path, kind: &str, documents: &[PathBuf]) -> Result<()> {
    let fonts = folder.join("fonts.conf");
    fs::write(&fonts, FONTS).context("cannot say which font stands in for another")?;
    let settings = format!("-env:UserInstallation=file://{}", folder.join("libreoffice").display());
    let mut office = Command::new("soffice");
    office.arg(settings).args(["--headless", "--convert-to", kind, "--outdir"]).arg(folder).args(documents);
    office.env("FONTCONFIG_FILE", &fonts);
    run(&mut office)?;
    for document in documents {
        if !document.with_extension(kind).is_file() {
            bail!("LibreOffice made no {kind} of {}", document.display());
        }
    }
    Ok(())
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).context("the page saved no documents")? {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == ending) {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("the page saved no {ending}");
    }
    Ok(files)
}

/// A Python with the readers that `tests/readers/requirements.txt` names, apart from that of the system.
fn python(root: &Path) -> Result<PathBuf> {
    let folder = bundle::target_folder()?.join("readers");
    let python = folder.join("bin/python");
    if !python.is_file() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
    run(Command::new(&python).args(install).arg(root.join("tests/readers/requirements.txt")))?;
    Ok(python)
}
