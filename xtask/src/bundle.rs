//! The one way from the source to a static site.
//!
//! ```text
//! src/ ──cargo──▶ app, engine, workshop, office ──wasm-bindgen──▶ *.js, *_bg.wasm ──┐
//! static/ ──────the page's style sheets in one, the rest as it is─────────┼─▶ site folder
//! index.html ──each local address gets a mark of its content──────────────┤
//! src/ ──cargo──▶ whole ──wasm-bindgen──▶ one_file.rs ─────────────────────┘
//! ```

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{cargo, output_of, project_root, run};
use crate::names::shortened;
use crate::one_file;
use crate::order::side_by_side;
use crate::shorter;
use crate::versions::check_wasm_bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// A style sheet in the index page, before and after its address.
const SHEET_BEFORE: &str = "<link rel=\"stylesheet\" href=\"";
const SHEET_AFTER: &str = "\">";

/// The style sheets of the page in one.
const ALL_SHEETS: &str = "static/page.css";

/// The whole planner in one page.
const ONE_FILE: &str = "stagger-one-file.html";

/// The two forms of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As it is published, in `dist/`.
    Published,
    /// Quick to build again and with names in its panics, in the target folder.
    Quick,
}

impl Form {
    fn profile(self) -> &'static str {
        match self {
            Form::Published => "release",
            Form::Quick => "quick",
        }
    }
}

/// The programs of the site, and one that is only measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Program {
    Page,
    /// What workers load after the first picture.
    Engine,
    /// Larger pieces of planning, once they are wanted.
    Workshop,
    /// Documents, once one is asked for.
    Office,
    /// All three in one, for the one file that opens without a network.
    Whole,
    /// The engine as `cargo xtask bench` asks it; no part of the site.
    Bench,
}

impl Program {
    fn name(self) -> &'static str {
        match self {
            Program::Page => "app",
            Program::Engine => "engine",
            Program::Workshop => "workshop",
            Program::Office => "office",
            Program::Whole => "whole",
            Program::Bench => "bench",
        }
    }

    fn features(self) -> &'static str {
        match self {
            Program::Page => "page",
            Program::Engine | Program::Bench => "engine",
            Program::Workshop => "workshop,xlsx,drafts,qr",
            Program::Office => "office",
            // Tables of encodings and readers of workbooks would be a fifth of the file; a file has no address for a code.
            Program::Whole => "whole",
        }
    }

    /// The page, the workshop and the office are made small, the engine fast.
    fn profile(self, form: Form) -> &'static str {
        match (self, form) {
            (Program::Engine | Program::Bench, Form::Published) => "engine",
            (Program::Whole, Form::Published) => "whole",
            _ => form.profile(),
        }
    }
}

/// The files of a site by their address relative to its index page.
type Site = BTreeMap<String, Vec<u8>>;

/// `cargo xtask build`.
///
/// # Errors
/// See [`build`].
pub fn build_for_release() -> Result<()> {
    let folder = build(Form::Published)?;
    println!("done: {} is the whole site", folder.display());
    Ok(())
}

/// Builds a site and returns its folder.
///
/// # Errors
/// The two halves of wasm-bindgen differ, the page does not compile, or a file cannot be written.
pub fn build(form: Form) -> Result<PathBuf> {
    let start = Instant::now();
    let say = |step: &str| println!("[{:>5.1} s] {step}", start.elapsed().as_secs_f64());
    let root = project_root();
    check_wasm_bindgen(&fs::read_to_string(root.join("Cargo.lock")).context("cannot read Cargo.lock")?)?;
    ensure_target()?;

    let target_folder = target_folder()?;
    let packed = target_folder.join("packed").join(form.profile());
    let whole = target_folder.join("packed-whole").join(form.profile());
    empty_folder(&packed)?;
    empty_folder(&whole)?;
    let make = |programs: &[Program]| {
        programs.iter().try_for_each(|program| {
            say(&format!("the {} for {TARGET} (profile {})", program.name(), program.profile(form)));
            let place = if *program == Program::Whole { &whole } else { &packed };
            compile_and_pack(*program, &target_folder, place, form)
        })
    };
    match form {
        // Optimising one program is the work of one core, and each profile has a folder of its own.
        Form::Published => thread::scope(|scope| {
            let others = scope.spawn(|| make(&[Program::Engine, Program::Whole]));
            let own = make(&[Program::Page, Program::Workshop, Program::Office]);
            let others = others.join().unwrap_or_else(|panic| resume_unwind(panic));
            own.and(others)
        })?,
        // The quick form goes without the one file, which takes as long as all the rest.
        Form::Quick => make(&[Program::Page, Program::Engine, Program::Workshop, Program::Office])?,
    }

    let folder = match form {
        Form::Published => root.join("dist"),
        Form::Quick => target_folder.join("quick-site"),
    };
    say(&format!("write the site to {}", folder.display()));
    let site = assemble(&root, &packed, &whole, form)?;
    write_site(&site, &folder)?;
    if form == Form::Published {
        for (address, bytes) in &site {
            println!("          {address:<24} {:>9} bytes, {:>8} gzipped", bytes.len(), gzipped_size(bytes));
        }
    }
    Ok(folder)
}

/// Builds the program that is measured, with a page that loads it, and returns its folder.
///
/// # Errors
/// See [`build`].
pub fn build_for_bench() -> Result<PathBuf> {
    ensure_target()?;
    let target_folder = target_folder()?;
    let folder = target_folder.join("bench-site");
    empty_folder(&folder)?;
    compile_and_pack(Program::Bench, &target_folder, &folder, Form::Published)?;
    let page = "<!doctype html><meta charset=\"utf-8\"><title>bench</title><script src=\"bench.js\"></script>";
    fs::write(folder.join("index.html"), page).context("cannot write the page of the bench")?;
    Ok(folder)
}

fn compile_and_pack(program: Program, target_folder: &Path, packed: &Path, form: Form) -> Result<()> {
    let (name, profile) = (program.name(), program.profile(form));
    let features = ["--no-default-features", "--features", program.features()];
    let target = ["--target", TARGET, "--profile", profile];
    let build = ["build", "--package", "stagger", "--bin", name];
    let mut command = cargo(&[&build[..], &features, &target].concat());
    if form == Form::Published {
        // The same bytes wherever the project and its crates lie.
        command.env("CARGO_ENCODED_RUSTFLAGS", without_places()?);
    }
    run(&mut command)?;
    pack(program, &target_folder.join(TARGET).join(profile).join(format!("{name}.wasm")), packed, form)
}

/// Flags of the compiler, as cargo takes them, by which no panic names a folder of this machine.
fn without_places() -> Result<String> {
    let home = env::home_dir().context("there is no home folder")?;
    let crates = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let places = [(project_root(), "stagger"), (crates, "crates")];
    let flags = places.map(|(place, name)| format!("--remap-path-prefix={}={name}", place.display()));
    Ok(flags.join("\u{1f}"))
}

/// Adds the wasm target to the toolchain where it is missing.
///
/// # Errors
/// The toolchain is not rustup's, or the target cannot be fetched.
pub fn ensure_target() -> Result<()> {
    let sysroot = output_of(Command::new("rustc").args(["--print", "sysroot"]).current_dir(project_root()))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    println!("add the target {TARGET} to the toolchain");
    run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(project_root())).with_context(|| {
        format!("the Rust target {TARGET} is missing; install it with rustup or your system's packages")
    })
}

/// Where cargo writes, whatever the environment or a configuration file says.
///
/// # Errors
/// Cargo cannot describe the project.
pub fn target_folder() -> Result<PathBuf> {
    let text = output_of(&mut cargo(&["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&text).context("cargo metadata did not print JSON")?;
    metadata["target_directory"].as_str().map(PathBuf::from).context("cargo metadata names no target directory")
}

/// Writes `<name>.js` and `<name>_bg.wasm` into the folder.
fn pack(program: Program, compiled: &Path, packed: &Path, form: Form) -> Result<()> {
    let published = form == Form::Published;
    let mut bindgen = Bindgen::new();
    // A worker is a classic script, which every browser can start, also from a file.
    let bindgen = match program {
        Program::Page => bindgen.web(true)?,
        Program::Engine | Program::Whole | Program::Bench => bindgen.no_modules(true)?,
        // It may stand beside the engine.
        Program::Workshop | Program::Office => bindgen.no_modules(true)?.no_modules_global(program.name())?,
    };
    bindgen
        .input_path(compiled)
        .typescript(false)
        .out_name(program.name())
        .remove_name_section(published)
        .remove_producers_section(published)
        .omit_default_module_path(true)
        .generate(packed)
        .with_context(|| format!("wasm-bindgen could not pack {}", compiled.display()))?;
    if published {
        let glue = packed.join(format!("{}.js", program.name()));
        let program = packed.join(format!("{}_bg.wasm", program.name()));
        let read = fs::read(&program).with_context(|| format!("cannot read {}", program.display()))?;
        let text = fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?;
        let (short, text) = shortened(&side_by_side(&read)?, &text)?;
        fs::write(&program, short).with_context(|| format!("cannot write {}", program.display()))?;
        fs::write(&glue, text).with_context(|| format!("cannot write {}", glue.display()))?;
    }
    Ok(())
}

fn assemble(root: &Path, packed: &Path, whole: &Path, form: Form) -> Result<Site> {
    let mut site = Site::new();
    collect(packed, "", &mut site)?;
    collect(&root.join("static"), "static/", &mut site)?;
    let mut parts = Site::new();
    collect(whole, "", &mut parts)?;
    if form == Form::Published {
        shorten(&mut site);
        shorten(&mut parts);
    }
    let page = fs::read_to_string(root.join("index.html")).context("cannot read index.html")?;
    let page = join_sheets(&page, &mut site)?;
    if form == Form::Published {
        let one_file = whole_in_one(&root.join("xtask/one-file"), &parts, &site)?;
        site.insert(ONE_FILE.to_owned(), one_file);
    }
    site.insert("index.html".to_owned(), mark_addresses(&page, &site).into_bytes());
    Ok(site)
}

/// Leaves out of style sheets and scripts what only their readers need.
fn shorten(site: &mut Site) {
    for (address, bytes) in site {
        let short = match (address.rsplit('.').next(), str::from_utf8(bytes)) {
            (Some("css"), Ok(text)) => shorter::sheet(text),
            (Some("js"), Ok(text)) => shorter::script(text),
            _ => continue,
        };
        *bytes = short.into_bytes();
    }
}

/// The one file, of the whole program and of what the site holds beside its own programs.
fn whole_in_one(folder: &Path, whole: &Site, site: &Site) -> Result<Vec<u8>> {
    let of = |site: &Site, address: &str| {
        site.get(address).cloned().with_context(|| format!("{address}, a part of the one file, is missing"))
    };
    let sheet = [of(site, ALL_SHEETS)?, of(site, "static/workshop.css")?].concat();
    let icon = String::from_utf8(of(site, "static/icon.svg")?)?;
    let [wasm, glue] = [of(whole, "whole_bg.wasm")?, of(whole, "whole.js")?];
    let program = [wasm, glue, of(site, "static/worker.js")?, sheet, of(site, "static/turns.js")?];
    let [wasm, glue] = [of(site, "office_bg.wasm")?, of(site, "office.js")?];
    let office = [wasm, glue, of(site, "static/documents.js")?, of(site, "static/report.css")?];
    one_file::compose(folder, &one_file::Parts { program, office, icon: &icon })
}

fn collect(folder: &Path, prefix: &str, site: &mut Site) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let address = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{address}/"), site)?;
        } else {
            site.insert(address, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// The style sheets that the page names, written in several files and sent as one: a request instead of a dozen, and
/// a third fewer bytes, because what they have in common is compressed once.
///
/// # Errors
/// The page names a style sheet that the site has not.
fn join_sheets(page: &str, site: &mut Site) -> Result<String> {
    let mut all = Vec::new();
    let mut joined = String::with_capacity(page.len());
    for line in page.lines() {
        let Some(address) = line.strip_prefix(SHEET_BEFORE).and_then(|rest| rest.strip_suffix(SHEET_AFTER)) else {
            joined.push_str(line);
            joined.push('\n');
            continue;
        };
        if all.is_empty() {
            joined.push_str(&format!("{SHEET_BEFORE}{ALL_SHEETS}{SHEET_AFTER}\n"));
        }
        all.extend(site.remove(address).with_context(|| format!("the page names {address}, which is missing"))?);
        all.push(b'\n');
    }
    site.insert(ALL_SHEETS.to_owned(), all);
    Ok(joined)
}

/// Appends to each local address in the page a mark that changes with the file's content.
///
/// A browser that kept an older `app.js` therefore never meets a newer `app_bg.wasm`.
fn mark_addresses(page: &str, site: &Site) -> String {
    site.iter().fold(page.to_owned(), |page, (address, bytes)| {
        page.replace(&format!("=\"{address}\""), &format!("=\"{address}?{:016x}\"", fnv1a(bytes)))
    })
}

/// The 64-bit FNV-1a hash: enough to tell two versions of a file apart.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The size after gzip, as most hosts would send it: the deflated bytes and 18 for header and trailer.
pub fn gzipped_size(bytes: &[u8]) -> usize {
    miniz_oxide::deflate::compress_to_vec(bytes, 9).len() + 18
}

fn write_site(site: &Site, folder: &Path) -> Result<()> {
    empty_folder(folder)?;
    for (address, bytes) in site {
        let file = folder.join(address);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

fn empty_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(app: &[u8]) -> Site {
        Site::from([("app.js".to_owned(), app.to_vec()), ("static/style.css".to_owned(), b"a {}".to_vec())])
    }

    #[test]
    fn local_addresses_are_marked_and_stay_relative() {
        let page = r#"<link href="static/style.css"><script src="app.js"></script><a href="other.js">"#;
        let marked = mark_addresses(page, &site(b"1"));
        assert!(marked.contains("href=\"static/style.css?") && marked.contains("src=\"app.js?"), "{marked}");
        assert!(marked.contains("href=\"other.js\""), "{marked}");
    }

    #[test]
    fn the_mark_changes_with_the_content_only() {
        let mark = |app| mark_addresses("src=\"app.js\"", &site(app));
        assert_eq!(mark(b"1"), mark(b"1"));
        assert_ne!(mark(b"1"), mark(b"2"));
    }

    #[test]
    fn fnv1a_meets_its_published_values() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn style_sheets_are_joined_in_the_order_of_the_page() {
        let page =
            "<link rel=\"stylesheet\" href=\"static/b.css\">\n<link rel=\"stylesheet\" href=\"static/a.css\">\n<p>";
        let sheets = [("static/a.css", "a{}"), ("static/b.css", "b{}"), ("static/later.css", "c{}")];
        let mut site: Site = sheets.map(|(address, text)| (address.to_owned(), text.as_bytes().to_vec())).into();
        assert_eq!(join_sheets(page, &mut site).unwrap(), format!("{SHEET_BEFORE}{ALL_SHEETS}{SHEET_AFTER}\n<p>\n"));
        assert_eq!(site[ALL_SHEETS], b"b{}\na{}\n");
        assert_eq!(site.keys().collect::<Vec<_>>(), ["static/later.css", ALL_SHEETS]);
        assert!(join_sheets(page, &mut site).is_err(), "they are gone");
    }

    #[test]
    fn the_index_page_marks_every_local_file() {
        let root = project_root();
        let page = fs::read_to_string(root.join("index.html")).unwrap();
        let mut files = site(b"");
        for packed in [
            "app_bg.wasm",
            "engine.js",
            "engine_bg.wasm",
            "workshop.js",
            "workshop_bg.wasm",
            "office.js",
            "office_bg.wasm",
            ONE_FILE,
        ] {
            files.insert(packed.to_owned(), Vec::new());
        }
        collect(&root.join("static"), "static/", &mut files).unwrap();
        let page = join_sheets(&page, &mut files).unwrap();
        let marked = mark_addresses(&page, &files);
        for attribute in [
            "src=\"",
            "href=\"",
            "data-app=\"",
            "data-wasm=\"",
            "data-later-worker=\"",
            "data-later-engine=\"",
            "data-later-wasm=\"",
            "data-later-workshop=\"",
            "data-later-workshop-wasm=\"",
            "data-later-workshop-sheet=\"",
            "data-later-turns=\"",
            "data-later-documents=\"",
            "data-later-office=\"",
            "data-later-office-wasm=\"",
            "data-later-report-sheet=\"",
            "data-later-embed=\"",
            "data-later-embed-sheet=\"",
            "data-later-one-file=\"",
        ] {
            for rest in marked.split(attribute).skip(1) {
                let address = rest.split('"').next().unwrap_or_default();
                assert!(address.contains('?'), "{attribute}{address}\" is no file of the site");
            }
        }
    }
}
