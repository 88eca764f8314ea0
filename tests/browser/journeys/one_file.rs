//! The one file: opened from a folder without a network, it is the whole planner with the plan inside.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fantoccini::Locator;
use journeys::page::{project_root, site_folder};
use journeys::{Look, Page};
use serde_json::{Value, json};
use stagger::forecast::MODEL;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::Plan;
use stagger::text::Language;
use stagger::text::workshop::share;
use stagger::wire::fingerprint::fingerprint;
use stagger::wire::{link, one_file, plan_file};

use crate::agreement::COMPARE;
use crate::workshop::{CLOSED, PANEL, says};

/// The file that the site offers.
const FILE: &str = "stagger-one-file.html";

/// Counts the workers that are started.
const COUNT_WORKERS: &str = "window.Worker = class extends Worker {
    constructor(...of) { super(...of); globalThis.workers = (globalThis.workers ?? 0) + 1; } };";

/// Keeps the last file that the page hands out.
const CATCH: &str = "const address = URL.createObjectURL;
    URL.createObjectURL = (blob) => { globalThis.handed = blob; return address.call(URL, blob); };
    HTMLAnchorElement.prototype.click = function () { globalThis.savedAs = this.download; };";

/// The file that was handed out, in base 64.
const HANDED: &str = "const bytes = new Uint8Array(await globalThis.handed.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);";

/// Pastes a text where no field takes it.
const PASTE: &str = "const data = new DataTransfer();
    data.setData('text', args[0]);
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: data }));";

fn plan(title: &str) -> Plan {
    Plan { title: title.to_owned(), ..Example::Staggered.plan(Wording::english) }
}

/// A file below the folder of what is built.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = project_root().join("target/tmp/one-file");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    fs::write(&file, bytes).unwrap();
    file
}

fn with(plan: &Plan, site: &str) -> Vec<u8> {
    let empty = fs::read(site_folder().join(FILE)).expect("`cargo xtask build` leaves it");
    one_file::put(&empty, &plan_file::write(plan), site).unwrap()
}

/// Opens a file as a double click does, without a network.
async fn open(file: &Path, look: &Look, rest: &str) -> Page {
    let page = Page::blank(&site_folder(), look).await;
    page.devtools("Network.enable", json!({})).await;
    let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    page.devtools("Network.emulateNetworkConditions", offline).await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": COUNT_WORKERS })).await;
    page.requested_addresses().await;
    page.client().goto(&format!("file://{}{rest}", file.display())).await.unwrap();
    page.until("the verdict", "document.querySelector('.verdict-sentence') !== null").await;
    page
}

async fn title(page: &Page) -> Value {
    page.run("return document.querySelector('h1').textContent", vec![]).await
}

async fn has_title(page: &Page, title: &str) {
    page.until(title, &format!("document.querySelector('h1').textContent === {}", json!(title))).await;
}

/// The plan in hand is that plan, by title and by the fingerprint at the foot.
async fn is_in_hand(page: &Page, plan: &Plan) {
    has_title(page, &plan.title).await;
    let stamp = json!(format!("Fingerprint {} ", fingerprint(plan)));
    let stands = format!("document.getElementById('stamp').textContent.startsWith({stamp})");
    page.until("its fingerprint", &stands).await;
}

#[tokio::test]
async fn it_opens_from_a_folder_with_the_plan_inside_and_asks_no_network() {
    let plan = plan("부산 </script> 계획");
    let page = open(&file("inside.html", &with(&plan, "")), &Look::WIDE.in_english(), "").await;
    has_title(&page, &plan.title).await;
    let asked = page.requested_addresses().await;
    assert!(asked.iter().any(|address| address.starts_with("file:")), "{asked:#?}");
    let own = |address: &&String| !["file:", "blob:", "data:"].iter().any(|start| address.starts_with(start));
    assert_eq!(asked.iter().filter(own).collect::<Vec<_>>(), Vec::<&String>::new());

    let native = stagger::wire::answer::forecast(&plan_file::write(&plan)).unwrap();
    let compared = page.call(COMPARE, vec![json!(plan_file::write(&plan)), json!(native)]).await.unwrap();
    assert_eq!(compared["equal"], json!(true), "the two part here: {:#?}", compared["parting"]);

    page.come_to_rest().await;
    let workers = page.run("return globalThis.workers ?? 0", vec![]).await;
    assert!(workers.as_u64() >= Some(1), "the chance was computed by a worker, not by the page");
    let stamp = page.run("return document.getElementById('stamp').textContent", vec![]).await;
    let build = page.run("return document.documentElement.dataset.build", vec![]).await;
    let build = build.as_str().unwrap_or_default();
    assert_eq!(build.len(), 12);
    assert_eq!(stamp, json!(format!("Fingerprint {} · model {MODEL} · build {build}", fingerprint(&plan))));
    assert_eq!(page.accessibility_findings().await, Vec::<String>::new());
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn it_opens_pasted_links_fragments_and_plan_files_and_its_workshop() {
    let text = Language::English.catalogue();
    let path = file("opens.html", &with(&plan("inside"), ""));
    let page = open(&path, &Look::WIDE.in_english(), "").await;
    has_title(&page, "inside").await;

    let address = format!("see https://planner.example/x/?lang=ko{}", link::encode(&plan("pasted")));
    page.call(PASTE, vec![json!(address)]).await.unwrap();
    has_title(&page, "pasted").await;
    page.call(PASTE, vec![json!("good morning")]).await.unwrap();
    page.until("why it opens nothing", "document.querySelector('.notice[data-state=risk]') !== null").await;
    assert_eq!(title(&page).await, json!("pasted"));

    page.run("location.hash = arguments[0]", vec![json!(link::encode(&plan("fragment")))]).await;
    has_title(&page, "fragment").await;

    let brought = file("brought.plan.json", plan_file::write(&plan("brought")).as_bytes());
    let field = page.client().find(Locator::Css("#plans-file")).await.unwrap();
    field.send_keys(brought.to_str().unwrap()).await.unwrap();
    has_title(&page, "brought").await;

    page.find("button", text.doors.cohorts).await.click().await.unwrap();
    page.until("the panel", PANEL).await;
    page.run("document.querySelector('#workshop [data-act=close]').click()", vec![]).await;
    page.until("the page again", CLOSED).await;
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn it_opens_links_of_earlier_days_without_a_network() {
    let text = Language::English.catalogue();
    let [opened, pasted, fragment] = ["busan-staggered-48", "both-caps", "birth-days"].map(|name| {
        let kept = fs::read_to_string(project_root().join(format!("tests/links/d1/{name}.txt"))).unwrap();
        let (link, plan) = kept.split_once('\n').unwrap();
        (link.to_owned(), plan_file::read(plan).unwrap())
    });
    let page = open(&file("earlier.html", &with(&plan("inside"), "")), &Look::WIDE.in_english(), &opened.0).await;
    is_in_hand(&page, &opened.1).await;
    page.call(PASTE, vec![json!(format!("see https://planner.example/x/{}", pasted.0))]).await.unwrap();
    is_in_hand(&page, &pasted.1).await;
    page.run("location.hash = arguments[0]", vec![json!(fragment.0)]).await;
    is_in_hand(&page, &fragment.1).await;

    page.find("button", text.doors.share).await.click().await.unwrap();
    page.until("the panel", PANEL).await;
    let words = share::words(Language::English);
    for (link, said) in [(pasted.0, (words.differs)(&fingerprint(&pasted.1))), (fragment.0, words.same.to_owned())] {
        let field = page.client().find(Locator::Css("#workshop-field-held")).await.unwrap();
        page.fill(&field, &link).await;
        says(&page, &said).await;
    }
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_site_saves_it_with_the_plan_in_hand_and_it_saves_itself_with_another() {
    let text = Language::English.catalogue();
    let first = plan("first");
    let page = Page::open(&Look::WIDE.in_english(), &link::encode(&first)).await;
    has_title(&page, "first").await;
    let saved = save(&page, text.doors.one_file).await;
    assert_eq!(page.run("return globalThis.savedAs", vec![]).await, json!("first.html"));
    assert_eq!(saved, with(&first, &page.address()), "the prepared file with the plan in it, to the last byte");
    assert_eq!(page.accessibility_findings_in(Some("#workshop"), &[]).await, Vec::<String>::new());
    let site = page.address();

    let page = open(&file("saved.html", &saved), &Look::WIDE.in_english(), "").await;
    has_title(&page, "first").await;
    let second = plan("second");
    page.run("location.hash = arguments[0]", vec![json!(link::encode(&second))]).await;
    has_title(&page, "second").await;
    // A link from the file leads to where the file came from.
    page.run(
        "navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };",
        vec![],
    )
    .await;
    page.find("button", text.frame.copy_link).await.click().await.unwrap();
    let copied = page.until("the link", "globalThis.copied").await;
    assert_eq!(copied, json!(format!("{site}{}", link::encode(&second))));
    let again = save(&page, text.doors.one_file).await;
    let page = open(&file("again.html", &again), &Look::WIDE.in_english(), "").await;
    has_title(&page, "second").await;
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

/// Saves the plan in hand as one file and gives its bytes.
async fn save(page: &Page, door: &str) -> Vec<u8> {
    page.run(CATCH, vec![]).await;
    page.find("button", door).await.click().await.unwrap();
    page.until("the panel", PANEL).await;
    page.run("document.querySelector('#workshop [data-act=take]').click()", vec![]).await;
    page.until("that it is saved", "document.querySelector('#workshop .said[data-tone=good]') !== null").await;
    let handed = page.call(HANDED, vec![]).await.unwrap();
    STANDARD.decode(handed.as_str().unwrap()).unwrap()
}

#[tokio::test]
async fn a_file_that_was_changed_on_its_way_says_so() {
    let mut bytes = with(&plan("changed"), "");
    let middle = bytes.len() / 2;
    bytes[middle] = if bytes[middle] == b'a' { b'b' } else { b'a' };
    let page = Page::blank(&site_folder(), &Look::WIDE).await;
    page.client().goto(&format!("file://{}", file("changed.html", &bytes).display())).await.unwrap();
    page.until("the notice", "!document.getElementById('load-failed').hidden").await;
    assert_eq!(page.names("heading").await, ["계획 도구를 열지 못했습니다", "The planner could not be opened"]);
    assert_eq!(page.accessibility_findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn it_makes_documents_without_a_network() {
    let text = Language::English.catalogue();
    let plan = plan("documents");
    let site = "https://planner.example/x/";
    let page = open(&file("documents.html", &with(&plan, site)), &Look::WIDE.in_english(), "").await;
    has_title(&page, "documents").await;
    page.come_to_rest().await;
    page.find("button", text.doors.documents).await.click().await.unwrap();
    page.until("the panel", PANEL).await;
    let take = "document.querySelector(`#workshop [data-act=take][data-name=${arguments[0]}]`).click()";
    page.run(take, vec![json!("report")]).await;
    page.until("the report", "document.querySelector('.report-view[open]') !== null").await;
    let said = page.run("return document.querySelector('.report-view').textContent", vec![]).await;
    let said = said.as_str().unwrap_or_default();
    assert!(said.contains(&fingerprint(&plan)), "{said}");
    // The address of the report is that of the planner that the file came from.
    assert!(said.replace('\u{200b}', "").contains(site), "{said}");
    page.run("document.querySelector('.report-view [data-act=close]').click()", vec![]).await;
    page.run(CATCH, vec![]).await;
    page.run(take, vec![json!("xlsx")]).await;
    page.until("the workbook", "globalThis.savedAs?.endsWith('.xlsx')").await;
    let workbook = STANDARD.decode(page.call(HANDED, vec![]).await.unwrap().as_str().unwrap()).unwrap();
    assert_eq!(workbook[..2], *b"PK");
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[test]
fn it_is_below_a_megabyte_without_documents_and_below_three_with_them() {
    const PLACE: &[u8] = b"id=\"office\"";
    let file = fs::read(site_folder().join(FILE)).unwrap();
    let from = file.windows(PLACE.len()).position(|part| part == PLACE).unwrap();
    let documents = file[from..].windows(9).position(|part| part == b"</script>").unwrap();
    let rest = file.len() - documents;
    println!("{} bytes, {rest} of them without the program of documents", file.len());
    // 1,024 x 1,024 bytes each.
    assert!(rest < 1_048_576, "{rest} bytes without documents");
    assert!(file.len() < 3 * 1_048_576, "{} bytes", file.len());
}
