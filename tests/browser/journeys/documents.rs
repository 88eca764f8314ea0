//! Documents: the report opened, read and printed, figures and the load test saved, by keys alone and by nothing foreign.

use fantoccini::key::Key;
use journeys::{Look, Page};
use serde_json::{Value, json};
use stagger::export::Material;
use stagger::export::load_profile::load_profile;
use stagger::library::Reading;
use stagger::library::busan::Example;
use stagger::plan::CheckedPlan;
use stagger::text::Language;
use stagger::text::workshop::documents::{DocumentsWords, words};
use stagger::text::{data, report};
use stagger::wire::fingerprint::fingerprint;

use crate::keyboard::{press, use_button};
use crate::narrow::{NARROW, fits};
use crate::workshop::{PANEL, looks};

/// Keeps the bytes of a file that the page hands over.
const CATCH: &str = "globalThis.saved = null;
    URL.createObjectURL = (blob) => {
        blob.arrayBuffer().then((bytes) => { globalThis.saved = [...new Uint8Array(bytes)]; });
        return 'blob:none';
    };
    HTMLAnchorElement.prototype.click = function () { globalThis.savedAs = this.download; };";
const REPORT: &str = "document.querySelector('.report-view[open]') !== null";
/// What is said once a file is handed over, or could not be.
const SAID: &str = "[...document.querySelectorAll('#workshop .said')].map((said) => said.textContent).join('\\n')";

async fn open(look: &Look, language: Language) -> (Page, &'static DocumentsWords) {
    let page = Page::open(look, "").await;
    use_button(&page, language.catalogue().doors.documents).await;
    page.until("the panel", PANEL).await;
    (page, words(language))
}

/// Presses the button of an offer.
async fn take(page: &Page, label: &str, title: &str) {
    use_button(page, &format!("{label}: {title}")).await;
}

/// Saves an offer and answers name and bytes.
async fn saved(page: &Page, words: &DocumentsWords, title: &str) -> (String, Vec<u8>) {
    page.run(CATCH, vec![]).await;
    take(page, words.save, title).await;
    let bytes = page.until(title, "globalThis.saved").await;
    let bytes = bytes.as_array().unwrap().iter().map(|byte| u8::try_from(byte.as_u64().unwrap()).unwrap()).collect();
    let name = page.run("return globalThis.savedAs", vec![]).await.as_str().unwrap().to_owned();
    page.until("what was saved", &format!("({SAID}).includes({})", json!(name))).await;
    (name, bytes)
}

async fn report_by_keys(look: &Look, language: Language, read: Reading) {
    let (page, words) = open(look, language).await;
    assert_eq!(page.accessibility_findings_in(Some("#workshop"), &[]).await, Vec::<String>::new());
    take(&page, words.open, words.report_print).await;
    page.until("the report", REPORT).await;
    assert_eq!(page.accessibility_findings_in(Some(".report-view"), &[]).await, Vec::<String>::new());
    let plan = Example::Staggered.plan(read);
    let said = page.run("return document.querySelector('.report').textContent", vec![]).await;
    for part in [plan.title.clone(), fingerprint(&plan), report::words(language).limits.to_owned()] {
        assert!(said.as_str().unwrap().contains(&part), "the report does not say {part:?}");
    }
    // On paper the report is alone: nothing of the page behind it is drawn.
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    let alone = page.run(
        "const shown = [...document.body.children].filter((one) => one.getClientRects().length > 0);
         return shown.map((one) => one.className)",
        vec![],
    );
    assert_eq!(alone.await, json!(["report-view"]));
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
    let printed = page.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
    assert!(printed["data"].as_str().is_some_and(|pdf| pdf.starts_with("JVBERi0") && pdf.len() > 200_000));
    press(&page, &[Key::Escape.into()]).await;
    page.until("the way back", &format!("!({REPORT}) && ({PANEL})")).await;
    page.until("that it was open", &format!("({SAID}).includes({})", json!(words.shown))).await;
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_report_opens_and_prints_by_keys_in_korean() {
    let [(look, language, read), _] = looks();
    report_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn the_report_opens_and_prints_by_keys_in_english() {
    let [_, (look, language, read)] = looks();
    report_by_keys(&look, language, read).await;
}

#[tokio::test]
async fn figures_and_pictures_are_saved_in_their_formats() {
    let [(look, language, _), _] = looks();
    let (page, words) = open(&look, language).await;
    let (name, bytes) = saved(&page, words, words.xlsx).await;
    assert!(name.ends_with(".xlsx") && bytes.starts_with(b"PK") && bytes.len() > 100_000, "{name}");
    let (name, bytes) = saved(&page, words, words.csv).await;
    assert!(name.ends_with(&format!("{}.csv", data::words(language).slots)), "{name}");
    assert!(bytes.starts_with("\u{feff}".as_bytes()) && String::from_utf8(bytes).unwrap().lines().count() > 20);
    let (_, bytes) = saved(&page, words, words.svg).await;
    assert!(bytes.starts_with(b"<svg width=\"170.00mm\""));
    let (_, bytes) = saved(&page, words, words.png).await;
    assert!(bytes.starts_with(b"\x89PNG") && bytes.windows(4).any(|four| four == b"pHYs"));
    // The width in the header: 170 mm at 300 dots to the inch.
    let width = u32::from_be_bytes(bytes[16..20].try_into().unwrap());
    assert!((f64::from(width) - 170.0 / 25.4 * 300.0).abs() <= 2.0, "{width}");
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

/// What a program that pastes would read: the forms on the clipboard, and of a picture its bytes.
const PASTE: &str = "
    const [item] = await navigator.clipboard.read();
    const forms = {};
    for (const type of item.types) {
      const blob = await item.getType(type);
      forms[type] = type.startsWith('image') ? [...new Uint8Array(await blob.arrayBuffer())] : await blob.text();
    }
    return forms;";

fn size_of(png: &Value) -> (u32, u32) {
    let bytes: Vec<u8> =
        png.as_array().unwrap().iter().map(|byte| u8::try_from(byte.as_u64().unwrap()).unwrap()).collect();
    assert!(bytes.starts_with(b"\x89PNG"));
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[tokio::test]
async fn tables_and_pictures_are_copied_to_be_pasted() {
    let [_, (look, language, read)] = looks();
    let (page, words) = open(&look, language).await;
    let may = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    page.devtools("Browser.grantPermissions", may).await;
    let copied = format!("({SAID}).includes({})", json!(words.copied));
    take(&page, words.copy, words.copied_table).await;
    page.until("that the table was copied", &copied).await;
    let forms = page.call(PASTE, vec![]).await.unwrap();
    let html = forms["text/html"].as_str().unwrap();
    assert!(html.contains("<table") && html.contains("border=\"1\""), "{html}");
    let lines: Vec<&str> = forms["text/plain"].as_str().unwrap().lines().collect();
    let plan = CheckedPlan::new(Example::Staggered.plan(read)).unwrap();
    let material = Material::new(plan, None, language, None);
    assert_eq!(lines.len(), 1 + material.forecast.slots.len());
    take(&page, words.copy, words.copied_picture).await;
    page.until("that the picture was copied", &format!("{copied} && !({SAID}).includes({})", json!(words.making)))
        .await;
    let (width, _) = size_of(&page.call(PASTE, vec![]).await.unwrap()["image/png"]);
    assert!((f64::from(width) - 170.0 / 25.4 * 300.0).abs() <= 2.0, "{width}");
    // The same of what stands in the report, by its own buttons.
    take(&page, words.open, words.report_print).await;
    page.until("the report", REPORT).await;
    let report = report::words(language);
    let caption = (report.table)(1, report.slots_caption);
    use_button(&page, &format!("{}: {caption}", report.copy_table)).await;
    let said =
        |text: &str| format!("document.querySelector('.report-tools [role=status]').textContent === {}", json!(text));
    page.until("that the table of the report was copied", &said(report.copied)).await;
    let forms = page.call(PASTE, vec![]).await.unwrap();
    assert!(forms["text/html"].as_str().unwrap().contains(&caption));
    let shown = page.run("return document.querySelector('.report-table').rows.length", vec![]).await;
    assert_eq!(json!(forms["text/plain"].as_str().unwrap().lines().count()), shown);
    // A browser that lets nothing be copied is named, with what helps.
    page.run("navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'))", vec![])
        .await;
    use_button(&page, &format!("{}: {caption}", report.copy_table)).await;
    page.until("that it was refused", &said(report.copy_refused)).await;
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_report_is_saved_for_word_processors_with_its_pictures() {
    for (look, language, _) in looks() {
        let (page, words) = open(&look, language).await;
        for (title, ending) in [(words.hwpx, ".hwpx"), (words.docx, ".docx")] {
            let (name, bytes) = saved(&page, words, title).await;
            assert!(name.ends_with(ending) && bytes.starts_with(b"PK"), "{name}");
            // Two pictures of the forecast and the code of the address, stored as they are.
            assert_eq!(bytes.windows(8).filter(|eight| eight == b"\x89PNG\r\n\x1a\n").count(), 3);
            assert!((200_000..800_000).contains(&bytes.len()), "the panel says about 0.4 MB, {}", bytes.len());
        }
        assert_eq!(page.severe_messages().await, Vec::<String>::new());
    }
}

/// Runs the script as its player would, up to its options, and adds up what each scenario lets come.
const PLAYED: &str = "
    const text = arguments[0].replace(/^import .*$/gm, '')
      .replace('export const options', 'const options').replace('export default function', 'function run');
    const { options } = new Function('__ENV', `${text}; return { options };`)(arguments[1]);
    const whole = (text) => {
      if (!/^\\d+s$/.test(text)) throw new TypeError(text);
      return parseInt(text, 10);
    };
    return Object.values(options.scenarios).map((scenario) => {
      let rate = scenario.startRate, people = 0;
      for (const { duration, target } of scenario.stages) {
        if (!Number.isInteger(target)) throw new TypeError(target);
        // From one rate to the next along a line.
        people += (rate + target) / 2 * whole(duration) / whole(scenario.timeUnit);
        rate = target;
      }
      return [scenario.executor, whole(scenario.startTime), people, scenario.preAllocatedVUs <= scenario.maxVUs];
    });";

#[tokio::test]
async fn the_script_of_the_load_test_plays_the_arrivals_of_the_forecast() {
    let [_, (look, language, read)] = looks();
    let (page, words) = open(&look, language).await;
    let (name, bytes) = saved(&page, words, words.k6).await;
    assert!(name.ends_with(".k6.js"), "{name}");
    let script = String::from_utf8(bytes).unwrap();
    let plan = CheckedPlan::new(Example::Staggered.plan(read)).unwrap();
    let expected = load_profile(&Material::new(plan, None, language, None));
    // The page lets no text become a program; an empty one does.
    page.client().goto("about:blank").await.unwrap();
    let play = async |environment: Value| -> Vec<(String, f64, f64, bool)> {
        let scenarios = page.run(PLAYED, vec![json!(script), environment]).await;
        let one = |value: &Value| {
            let number = |at: usize| value[at].as_f64().unwrap();
            (value[0].as_str().unwrap().to_owned(), number(1), number(2), value[3] == json!(true))
        };
        scenarios.as_array().unwrap().iter().map(one).collect()
    };
    let all = play(json!({ "BASE_URL": "https://example.org" })).await;
    assert_eq!(all.len(), expected.scenarios.len());
    let first = expected.scenarios[0].minutes.0;
    for ((executor, start, people, has_spare), scenario) in all.iter().zip(&expected.scenarios) {
        assert_eq!(executor, "ramping-arrival-rate");
        assert_eq!(*start, f64::from(scenario.minutes.0 - first) * 60.0);
        assert!((people - scenario.arrivals).abs() <= 0.01 * scenario.arrivals, "{people} of {}", scenario.arrivals);
        assert!(has_spare);
    }
    let one = play(json!({ "BASE_URL": "https://example.org", "WINDOW": "4", "SCALE": "1.4" })).await;
    let window = expected.scenarios.iter().find(|scenario| scenario.window == Some(3)).unwrap();
    assert_eq!((one.len(), one[0].1), (1, 0.0));
    assert!((one[0].2 - 1.4 * window.arrivals).abs() <= 0.01 * one[0].2, "{} of {}", one[0].2, window.arrivals);
}

#[tokio::test]
async fn the_panel_and_the_report_fit_the_narrowest_phone() {
    let (page, words) = open(&NARROW, Language::Korean).await;
    fits(&page, "the panel of documents").await;
    take(&page, words.open, words.report_print).await;
    page.until("the report", REPORT).await;
    let wide = "const view = document.querySelector('.report-view'); return view.scrollWidth <= view.clientWidth";
    assert_eq!(page.run(wide, vec![]).await, json!(true));
}
