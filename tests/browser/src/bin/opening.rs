//! Measures how long it takes from opening a link to the first figure, in a browser that has never been there: the
//! site, the frame for other pages and the one file, beside an empty page that is opened the same way.

use std::fs;
use std::path::{Path, PathBuf};

use journeys::page::{project_root, site_folder};
use journeys::trace::percentile;
use journeys::{Look, Page};
use serde_json::json;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::wire::{link, one_file, plan_file};

/// Browsers that are started for each page, in turns, so that a busy moment of the machine meets all of them.
const RUNS: usize = 7;

/// Notes when the frame with the first figure was handed to the screen [ms since the navigation began].
const WATCH: &str = "(() => {
    const look = () => {
      if (document.querySelector('.verdict-sentence em, #figure') === null) return;
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(() => { globalThis.shown = performance.now(); }));
    };
    const seen = new MutationObserver(look);
    seen.observe(document, { subtree: true, childList: true });
  })()";

const EMPTY: &str =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>empty</title><p id=\"figure\">66%</p>";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = project_root().join("target/opening");
    fs::create_dir_all(&folder).expect("a folder for what is opened");
    fs::write(folder.join("index.html"), EMPTY).expect("the empty page");
    let plan = Example::Staggered.plan(Wording::english);
    let link = link::encode(&plan);
    let prepared = fs::read(site_folder().join("stagger-one-file.html")).expect("the site holds the one file");
    let whole = one_file::put(&prepared, &plan_file::write(&plan), "").expect("it has a place for a plan");
    let (empty_file, whole_file) = (folder.join("index.html"), folder.join("whole.html"));
    fs::write(&whole_file, whole).expect("the one file");

    let served = |folder: PathBuf, rest: String| Opened { folder, address: None, rest };
    let file = |file: &Path| Opened {
        folder: folder.clone(),
        address: Some(format!("file://{}", file.display())),
        rest: String::new(),
    };
    let opened = [
        ("an empty page", served(folder.clone(), String::new()), 0),
        ("a link to the Busan plan", served(site_folder(), format!("?lang=en{link}")), 0),
        ("the same in a frame's form", served(site_folder(), format!("?embed=1&lang=en{link}")), 0),
        ("an empty file", file(&empty_file), 3),
        ("the one file with the plan", file(&whole_file), 3),
    ];
    let mut times = vec![Vec::new(); opened.len()];
    for _ in 0..RUNS {
        for (index, (_, opened, _)) in opened.iter().enumerate() {
            times[index].push(opened.time().await);
        }
    }
    println!(
        "from the beginning of the navigation to the frame with the first figure, {RUNS} browsers each, started anew"
    );
    println!("with an empty profile; the server is on this machine and answers at once\n");
    println!("{:30}{:>9}{:>9}{:>9}{:>16}", "[ms]", "shortest", "median", "longest", "median / empty");
    for (index, (name, _, base)) in opened.iter().enumerate() {
        let at = |share| percentile(&times[index], share);
        let ratio = at(0.5) / percentile(&times[*base], 0.5);
        println!("{name:30}{:>9.0}{:>9.0}{:>9.0}{ratio:>16.1}", at(0.0), at(0.5), at(1.0));
    }
}

/// What is opened: an address, or what follows that of a folder that is served.
struct Opened {
    folder: PathBuf,
    address: Option<String>,
    rest: String,
}

impl Opened {
    /// How long it takes in a browser of its own [ms].
    async fn time(&self) -> f64 {
        let page = Page::blank(&self.folder, &Look::WIDE.in_english()).await;
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
        match &self.address {
            Some(address) => page.client().goto(address).await.expect("the file opens"),
            None => page.visit(&self.rest).await,
        }
        page.until("the first figure", "globalThis.shown").await.as_f64().expect("a time")
    }
}
