//! Every state of the page, in a table: axe-core finds nothing in any of them, and what assistive technology meets on
//! each screen is written down in `tests/golden/accessibility`.

use std::fs;
use std::path::PathBuf;

use journeys::page::project_root;
use journeys::{Look, Page};
use serde_json::json;

/// A state: its name, and what is done on a fresh page to come to it. The place to add one.
///
/// A step is a selector to click, `set <selector> <text>` to type, or `do <script>`.
const STATES: [(&str, &[&str]); 17] = [
    ("result", &[]),
    ("members", &["#members-form"]),
    ("windows", &["#windows-form"]),
    ("window", &["#windows-form", ".slot-head"]),
    ("cohort", &["#windows-form", "[data-chip]"]),
    ("journey", &["#journey-form"]),
    ("another-stage", &["#journey-form", ".way-box:last-child > button"]),
    ("arrivals", &["#arrivals-form"]),
    ("sources", &["#arrivals-form", "do document.querySelectorAll('details').forEach((one) => { one.open = true; })"]),
    ("plan", &["#plan-form"]),
    (
        "tables",
        &[
            "do document.querySelectorAll('figure.chart .segment:last-child button:last-child').forEach((one) => one.click())",
        ],
    ),
    ("wrong-entry", &["#journey-form", "set #field-journey-1-service_s 0"]),
    ("no-number", &["#journey-form", "set #field-journey-1-service_s abc"]),
    ("link-refused", &["do location.hash = '#d1.broken'"]),
    (
        "copy-refused",
        &["do navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))", ".copy-sentence"],
    ),
    ("plans", &[".plans-button"]),
    ("day-as-it-was", &[".examples button:last-child"]),
];

/// Does one step, and waits until the page has drawn twice: once for what was done, once for the forecast after it.
const STEP: &str = "
    const [step] = args;
    const find = (selector) => {
      const found = document.querySelector(selector);
      if (found === null) throw new Error(`there is no ${selector}`);
      return found;
    };
    const [verb, selector, ...rest] = step.split(' ');
    if (verb === 'set') {
      const field = find(selector);
      field.focus();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, rest.join(' '));
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    } else {
      find(step).click();
    }
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);";

async fn reach(page: &Page, name: &str, steps: &[&str]) {
    // The page keeps its plan when it is left, so what it kept is removed from another document of the same host.
    page.visit("static/icon.svg").await;
    page.run("localStorage.clear()", vec![]).await;
    page.go("").await;
    page.until("the verdict", "document.querySelector('.verdict-sentence') !== null").await;
    for step in steps {
        // The policy of the page forbids `eval`, so a script of one's own goes another way.
        let done = match step.strip_prefix("do ") {
            Some(script) => {
                page.call(
                    &format!(
                        "{script}; for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);"
                    ),
                    vec![],
                )
                .await
            }
            None => page.call(STEP, vec![json!(step)]).await,
        };
        done.unwrap_or_else(|problem| panic!("{name}, {step}: {problem}"));
    }
}

async fn axe_finds_nothing(looks: [Look; 2]) {
    let page = Page::open(&looks[0], "").await;
    let mut findings = Vec::new();
    for look in looks {
        page.set_look(&look).await;
        for (name, steps) in STATES {
            reach(&page, name, steps).await;
            let found = page.accessibility_findings().await;
            findings.extend(
                found
                    .into_iter()
                    .map(|line| format!("{name}, {}, {:?}, {} px: {line}", look.language, look.theme, look.width)),
            );
        }
    }
    assert!(findings.is_empty(), "{} findings: {findings:#?}", findings.len());
}

#[tokio::test]
async fn axe_finds_nothing_in_any_state_on_a_desk() {
    axe_finds_nothing([Look::WIDE, Look::WIDE.in_english().in_the_dark()]).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_any_state_on_a_phone() {
    axe_finds_nothing([Look::PHONE.in_the_dark(), Look::PHONE.in_english()]).await;
}

/// What is written down: each screen once, in English on a desk, and the result on a Korean phone.
#[tokio::test]
async fn assistive_technology_meets_what_is_written_down() {
    let page = Page::open(&Look::WIDE.in_english(), "").await;
    let mut changed = Vec::new();
    for (name, steps) in STATES {
        reach(&page, name, steps).await;
        changed.extend(differs(name, &page.accessibility_tree().await));
    }
    page.set_look(&Look::PHONE).await;
    reach(&page, "phone", &[]).await;
    changed.extend(differs("phone-ko", &page.accessibility_tree().await));
    assert!(changed.is_empty(), "changed, if as wanted run with UPDATE_EXPECT=1: {changed:#?}");
}

/// The first line that differs from the file of that name.
fn differs(name: &str, tree: &str) -> Option<String> {
    let folder: PathBuf = project_root().join("tests/golden/accessibility");
    let file = folder.join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&file, tree).unwrap();
        return None;
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    let line = expected.lines().zip(tree.lines()).position(|(old, new)| old != new);
    let line = line.or((expected != tree).then(|| expected.lines().count().min(tree.lines().count())))?;
    let at = |text: &str| text.lines().nth(line).unwrap_or_default().trim().to_owned();
    Some(format!("{name}.txt:{}: {:?} is now {:?}", line + 1, at(&expected), at(tree)))
}

/// Targets smaller than 24 x 24 CSS pixels that have no such room around them either (WCAG 2.5.8).
const CRAMPED: &str = "
    const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.visually-hidden, .skip-links');
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=slider]')].filter(shown);
    const box = (one) => (one.closest('label') ?? one).getBoundingClientRect();
    const found = [];
    for (const one of all) {
      const { left, top, width, height } = box(one);
      if (Math.min(width, height) >= 23.9 || width === 0) continue;
      const [x, y] = [left + width / 2, top + height / 2];
      const near = all.find((other) => {
        if (box(other).left === left && box(other).top === top) return false;
        const to = box(other);
        const [dx, dy] = [Math.max(to.left - x, 0, x - to.right), Math.max(to.top - y, 0, y - to.bottom)];
        return Math.hypot(dx, dy) < 12;
      });
      if (near) found.push(`${one.localName}.${one.className} ${one.textContent.trim().slice(0, 20)}: ${width} x ${height}`);
    }
    return [...new Set(found)];";

/// Text that a box of fixed size cuts when lines, letters and words stand further apart (WCAG 1.4.12).
const CUT: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
    document.adoptedStyleSheets = [sheet];
    const found = [];
    for (const element of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      const cuts = (way) => style[way] === 'hidden' || style[way] === 'clip';
      const spoken = element.closest('.visually-hidden') || element.clientWidth <= 1;
      if (spoken || !element.checkVisibility() || element.localName === 'input' || element.namespaceURI.endsWith('svg')) continue;
      const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '') || element.matches('.segment');
      const wide = cuts('overflowX') && element.scrollWidth > element.clientWidth + 1;
      const high = cuts('overflowY') && element.scrollHeight > element.clientHeight + 1;
      if (text && (wide || high)) found.push(`${element.localName}.${element.className} ${element.textContent.trim().slice(0, 30)}`);
    }
    document.adoptedStyleSheets = [];
    return [...new Set(found)];";

async fn no_state_has(script: &str, what: &str) {
    let page = Page::open(&Look::WIDE, "").await;
    let mut findings = Vec::new();
    for look in [Look::WIDE, Look::PHONE.in_english()] {
        page.set_look(&look).await;
        for (name, steps) in STATES {
            reach(&page, name, steps).await;
            let found: Vec<String> = serde_json::from_value(page.run(script, vec![]).await).unwrap();
            findings.extend(found.into_iter().map(|line| format!("{name}, {} px: {line}", look.width)));
        }
    }
    assert!(findings.is_empty(), "{what}: {findings:#?}");
}

#[tokio::test]
async fn every_target_has_room() {
    no_state_has(CRAMPED, "cramped").await;
}

#[tokio::test]
async fn wider_spacing_cuts_no_text() {
    no_state_has(CUT, "cut").await;
}
