//! The result in the frame of another page: a host of another origin whose policy allows the frame and nothing else.

use std::fs;
use std::path::PathBuf;

use journeys::page::{project_root, site_folder};
use journeys::{Look, Page};
use serde_json::{Value, json};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::Plan;
use stagger::text::Language;
use stagger::text::workshop::embed::words;
use stagger::wire::link;
use xtask::server::Server;

use crate::keyboard::use_button;
use crate::narrow::{NARROW, fits};
use crate::workshop::PANEL;

/// The host's page, and the planner on another port, which is another origin.
struct Host {
    page: Page,
    planner: Server,
    folder: PathBuf,
}

impl Host {
    /// Opens an example of the repository; `rest` follows the address of the planner.
    async fn open(look: &Look, name: &str, rest: &str) -> Host {
        let planner = Server::start(site_folder(), "/x/y/", 0).unwrap();
        let address = planner.address();
        let origin = address.split("/x/y/").next().unwrap().to_owned();
        let folder = project_root().join(format!("target/tmp/host-{}", origin.rsplit(':').next().unwrap()));
        fs::create_dir_all(&folder).unwrap();
        for entry in fs::read_dir(project_root().join("docs/embed-example")).unwrap() {
            let file = entry.unwrap().path();
            let text = fs::read_to_string(&file).unwrap();
            let text = text.replace("https://planner.example/?", &format!("{address}?"));
            let text = text.replace("https://planner.example", &origin).replace("#PLAN", rest);
            fs::write(folder.join(file.file_name().unwrap()), text).unwrap();
        }
        let page = Page::blank(&folder, look).await;
        page.visit(name).await;
        Host { page, planner, folder }
    }

    /// Has everything that is asked from now on asked inside the frame.
    async fn enter(&self) {
        self.page.client().enter_frame(0).await.unwrap();
        self.page.until("the frame to start", "document.querySelector('main.embedded h1') !== null").await;
    }

    async fn leave(&self) {
        self.page.client().enter_parent_frame().await.unwrap();
    }

    /// What was asked of anybody but the host and the planner.
    async fn asked_of_others(&self) -> Vec<String> {
        let own = [self.page.address(), self.planner.address(), "data:".to_owned(), "blob:".to_owned()];
        let all = self.page.requested_addresses().await;
        assert!(all.iter().any(|address| address.contains("app_bg.wasm")), "{all:#?}");
        all.into_iter().filter(|address| !own.iter().any(|start| address.starts_with(start))).collect()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // Left to the next build where it cannot be removed.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn plan() -> Plan {
    Example::Staggered.plan(Wording::english)
}

const KNOWN: &str = "document.querySelector('.verdict-chance[data-known]') !== null";

#[tokio::test]
async fn a_host_without_scripts_shows_verdict_and_chart_at_a_fixed_height() {
    for look in [Look::WIDE.in_english(), Look::PHONE.in_english().in_the_dark()] {
        let host = Host::open(&look, "fixed.html", &link::encode(&plan())).await;
        let page = &host.page;
        host.enter().await;
        page.until("the verdict and its chance", KNOWN).await;
        let seen =
            "return [document.querySelector('h1').textContent, document.querySelectorAll('main:not([hidden])').length,
            getComputedStyle(document.querySelector('.slots-place')).display,
            document.querySelector('header, nav, #assumptions, .tabs, .doors, #workshop, .copy-link') === null]";
        assert_eq!(page.run(seen, vec![]).await, json!([plan().title, 1, "none", true]));
        // Where the screen is narrow the slots stand as rows.
        let drawn = "[...document.querySelectorAll('.chart canvas, .chart .only-narrow')].some((part) => part.offsetHeight > 100)";
        page.until("the slots", drawn).await;
        fits(page, "the frame").await;
        assert_eq!(page.accessibility_findings().await, Vec::<String>::new());
        host.leave().await;
        assert_eq!(page.accessibility_findings().await, Vec::<String>::new());
        assert_eq!(host.asked_of_others().await, Vec::<String>::new());
        assert_eq!(page.severe_messages().await, Vec::<String>::new());
        let height = page.run("return document.querySelector('iframe').offsetHeight", vec![]).await;
        assert_eq!(height, json!(760), "without a script nothing moves");
    }
}

#[tokio::test]
async fn with_the_script_the_frame_is_as_high_as_its_content() {
    let host = Host::open(&Look::WIDE.in_english(), "auto.html", &link::encode(&plan())).await;
    let page = &host.page;
    host.enter().await;
    page.until("the table", "document.querySelectorAll('table.slots tbody tr').length === 26").await;
    page.until("the verdict and its chance", KNOWN).await;
    let inside = "return [Math.ceil(document.body.getBoundingClientRect().height), innerHeight]";
    let fitting = format!("(() => {{ {inside} }})().every((height, _, all) => height === all[1])");
    page.until("a frame as high as its content", &fitting).await;
    let wide = page.run(inside, vec![]).await;
    host.leave().await;
    // A narrower page has a higher frame, a wider one a lower one again.
    page.set_look(&Look { width: 700, ..Look::WIDE.in_english() }).await;
    host.enter().await;
    page.until("a frame that follows", &format!("innerHeight !== {} && {fitting}", wide[1])).await;
    host.leave().await;
    page.set_look(&Look::WIDE.in_english()).await;
    host.enter().await;
    page.until("the frame as it was", &format!("innerHeight === {} && {fitting}", wide[1])).await;
    assert_eq!(page.accessibility_findings().await, Vec::<String>::new());
    host.leave().await;
    assert_eq!(page.accessibility_findings().await, Vec::<String>::new());
    assert_eq!(host.asked_of_others().await, Vec::<String>::new());
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_frame_keeps_nothing_takes_no_file_and_leads_to_the_full_plan() {
    let host = Host::open(&Look::WIDE.in_english(), "fixed.html", &link::encode(&plan())).await;
    let page = &host.page;
    host.enter().await;
    page.until("the verdict and its chance", KNOWN).await;
    let drop = "const data = new DataTransfer();
        data.items.add(new File(['{}'], 'a.plan.json'));
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
        await new Promise((later) => setTimeout(later, 600));
        return document.querySelector('.verdict-sentence').textContent.length > 20;";
    assert_eq!(page.call(drop, vec![]).await, Ok(json!(true)));
    let way = "const way = document.querySelector('main > p > a'); return [way.target, way.href]";
    let [target, address]: [String; 2] = serde_json::from_value(page.run(way, vec![]).await).unwrap();
    assert_eq!(target, "_blank");
    assert!(address.starts_with(&format!("{}?lang=en#", host.planner.address())), "{address}");
    assert_eq!(link::decode(&address).unwrap(), plan());
    // The planner itself finds nothing that the frame has kept.
    page.client().goto(&host.planner.address()).await.unwrap();
    page.until("the planner to start", "document.querySelector('.verdict-sentence') !== null").await;
    let kept = "return [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => !key.endsWith('in-hand'))";
    assert_eq!(page.run(kept, vec![]).await, json!([]));
}

#[tokio::test]
async fn a_frame_that_cannot_open_its_link_says_why() {
    let damaged = format!("{}x", link::encode(&plan()));
    for (rest, why) in
        [(damaged.as_str(), "cut off or changed"), ("", "holds no plan"), ("#hello", "not made by this tool")]
    {
        let host = Host::open(&Look::WIDE.in_english(), "fixed.html", rest).await;
        host.enter().await;
        let said = host.page.until("a message", "document.querySelector('.notice-words')?.textContent").await;
        assert!(said.as_str().unwrap_or_default().contains(why), "{rest}: {said}");
        let result = "return document.querySelector('.verdict, .chart, table') === null";
        assert_eq!(host.page.run(result, vec![]).await, json!(true), "no other plan is shown");
        assert_eq!(host.page.accessibility_findings().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn the_code_is_given_with_a_live_preview() {
    for (look, language) in [(Look::WIDE, Language::Korean), (NARROW.in_english(), Language::English)] {
        let page = Page::open(&look, "").await;
        use_button(&page, language.catalogue().doors.embed).await;
        page.until("the panel", PANEL).await;
        page.until("the preview", "document.querySelector('iframe.preview') !== null").await;
        // The chance arrives in both, and changes the sentence.
        let same = "(() => { const inner = document.querySelector('iframe.preview').contentDocument;
            const shown = inner?.querySelector('.verdict-sentence')?.textContent;
            return shown !== undefined && shown === document.querySelector('#result .verdict-sentence').textContent; })()";
        page.until("the same verdict in the preview", same).await;
        let code = page.run("return document.querySelector('#workshop textarea').value", vec![]).await;
        let source = code.as_str().and_then(|code| code.split("src=\"").nth(1)?.split('"').next());
        assert!(source.is_some_and(|source| source.starts_with(&page.address())), "{code}");
        fits(&page, "the panel").await;
        assert_eq!(
            page.accessibility_findings_in(Some("#workshop .workshop-body"), &[]).await,
            Vec::<String>::new(),
            "{}",
            words(language).title
        );
        assert_eq!(page.severe_messages().await, Vec::<String>::new());
        let others: Vec<Value> = page
            .requested_addresses()
            .await
            .into_iter()
            .filter(|address| !["data:", "blob:", &page.address()].iter().any(|start| address.starts_with(start)))
            .map(Value::from)
            .collect();
        assert_eq!(others, Vec::<Value>::new());
    }
}
