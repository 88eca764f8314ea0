//! Every state of the page, in a table: axe-core finds nothing in any of them, and what assistive technology meets on
//! each screen is written down in `tests/golden/accessibility`.

use std::fs;
use std::path::PathBuf;

use journeys::page::project_root;
use journeys::{Look, Page};
use serde_json::json;

/// A state: its name, the part of the page that is looked at, whether that part is written down, and what is done on a
/// fresh page to come to it. The place to add one.
///
/// A step is a selector to click, `set <selector> <text>` to type, `key <selector> <key>` to press, `do <script>`, or
/// `until <condition>` to wait, in the other language too.
type State = (&'static str, &'static str, Kept, &'static [&'static str]);

/// Whether the accessibility tree of a state is written down.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    Yes,
    /// It repeats another, or holds a day or a time of day.
    No,
}
use Kept::{No, Yes};

const FORM: &str = "#assumptions";
const OPEN_ALL: &str = "do document.querySelectorAll('details').forEach((one) => { one.open = true; })";
const ALL_TABLES: &str = "do document.querySelectorAll('figure.chart .segment:last-child button:last-child').forEach((one) => { one.click(); })";
const SIMULATED: &str = "until document.querySelectorAll('.trust-body > :first-child tbody tr').length === 26 && !document.querySelector('.trust-stale')";
const TO_STRESS: &str = "do document.querySelector('.stress-place').scrollIntoView()";
const COMPUTED: &str = "until document.querySelectorAll('.stress-table button:not([aria-disabled])').length === 5";
const REFUSE_COPIES: &str = "do navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))";
const CHOSEN_CHIP: &str = "key [data-chip][aria-pressed=true] ArrowRight";
const DUPLICATE: &str = ".plans-tools .button:last-of-type";

const WORKSHOP: &str = "#workshop";
const DOOR: &str = ".doors .button";
const COME: &str = "until document.querySelector('#workshop .workshop-body') !== null";
const READ: &str = "until document.querySelector('#workshop .workshop-facts') !== null";

const STATES: &[State] = &[
    ("result", "body", Yes, &[]),
    ("day-as-it-was", "#result", Yes, &[".examples button:last-child"]),
    ("tables", "#result", Yes, &[ALL_TABLES]),
    ("members", FORM, Yes, &["#members-form"]),
    ("region", FORM, Yes, &["#members-form", ".heat tbody th[data-cell]"]),
    ("windows", FORM, Yes, &["#windows-form", OPEN_ALL]),
    ("window", FORM, Yes, &["#windows-form", ".slot-head"]),
    ("cohort", FORM, Yes, &["#windows-form", "[data-chip]"]),
    ("chip-in-hand", FORM, No, &["#windows-form", "key [data-chip] Enter", CHOSEN_CHIP]),
    ("journey", FORM, Yes, &["#journey-form"]),
    ("another-stage", FORM, No, &["#journey-form", ".way-box:last-child > button", OPEN_ALL]),
    ("waiting-room", FORM, Yes, &["#journey-form", ".way-box[data-none] .button"]),
    ("wrong-entry", FORM, Yes, &["#journey-form", "set #field-journey-1-service_s 0"]),
    ("no-number", FORM, No, &["#journey-form", "set #field-journey-1-service_s abc"]),
    ("arrivals", FORM, Yes, &["#arrivals-form", OPEN_ALL]),
    ("source", FORM, Yes, &["#arrivals-form", ".about"]),
    ("plan", FORM, Yes, &["#plan-form"]),
    ("trust", "#trust", Yes, &["#trust-toggle", SIMULATED, OPEN_ALL]),
    ("risk", ".risk-place", Yes, &[".risk-more"]),
    ("stress", ".stress-place", Yes, &[TO_STRESS, COMPUTED, OPEN_ALL]),
    ("link-refused", ".notice-place", Yes, &["do location.hash = '#s1.broken'"]),
    ("copy-refused", ".notice-place", Yes, &[REFUSE_COPIES, ".copy-sentence"]),
    ("plans", "#plans", Yes, &[".plans-button"]),
    ("workshop", WORKSHOP, Yes, &[DOOR, COME]),
    ("workshop-members", WORKSHOP, Yes, &[DOOR, COME, ".offers .button", READ, OPEN_ALL]),
    ("plans-kept", "#plans", No, &["set .plan-title A", DUPLICATE, ".plans-button", ".plans-actions .button"]),
    ("new-plan", "body", No, &[".plans-tools .button"]),
];

/// The sections of a phone that are reached by the bar at its foot.
const TABS: &[State] = &[
    ("tab-members", FORM, No, &[".tabs button:nth-child(2)"]),
    ("tab-windows", FORM, No, &[".tabs button:nth-child(3)"]),
    ("tab-journey", FORM, No, &[".tabs button:nth-child(4)"]),
    ("tab-arrivals", FORM, No, &[".tabs button:nth-child(5)"]),
    ("tab-plan", FORM, No, &[".tabs button:nth-child(6)"]),
];

/// How often a tree that differs is read.
const READINGS: usize = 5;

/// The chance of the plan in hand stands there, and with it all that follows from its ranges.
const KNOWN: &str = "document.querySelector('.verdict-chance[data-known]') !== null && document.querySelector('.risk-place[data-stale]') === null";

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
    } else if (verb === 'key') {
      const element = find(selector);
      element.focus();
      element.dispatchEvent(new KeyboardEvent('keydown', { key: rest[0], bubbles: true, cancelable: true }));
    } else {
      find(step).click();
    }
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);";

async fn reach(page: &Page, name: &str, steps: &[&str]) {
    // The page keeps its plan when it is left, so what it kept is removed from another document of the same host.
    page.visit("static/icon.svg").await;
    page.run("localStorage.clear()", vec![]).await;
    page.go("").await;
    page.until("the chance", KNOWN).await;
    page.stand_still().await;
    for step in steps {
        if let Some(condition) = step.strip_prefix("until ") {
            page.until(name, condition).await;
            continue;
        }
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

/// Changes to the other language, as the button does.
const OTHER_LANGUAGE: &str = "
    document.querySelector('.language [aria-pressed=false]').click();
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);";

/// Waits once more for what a state waits for.
async fn wait(page: &Page, name: &str, steps: &[&str]) {
    let conditions: Vec<&str> = steps.iter().filter_map(|step| step.strip_prefix("until ")).collect();
    for condition in conditions {
        page.until(name, KNOWN).await;
        page.until(name, condition).await;
    }
}

/// Goes through every state, in each of them both languages and both themes: axe-core, the sizes of the targets, and
/// text that is set wider.
async fn is_for_everyone(look: &Look) {
    // Colours that change slowly would be looked at half-way.
    let page = Page::open(&Look { reduced_motion: true, ..*look }, "").await;
    let mut findings = Vec::new();
    let tabs = if look.width < 500 { TABS } else { &[] };
    for (name, part, _, steps) in STATES.iter().chain(tabs) {
        reach(&page, name, steps).await;
        for _ in ["one language", "the other"] {
            let mut found = page.accessibility_findings_in(Some(part), &[]).await;
            for script in [CRAMPED, CUT] {
                found.extend(serde_json::from_value::<Vec<String>>(page.run(script, vec![json!(part)]).await).unwrap());
            }
            let language = page.run("return document.documentElement.lang", vec![]).await;
            findings.extend(found.into_iter().map(|line| format!("{name}, {language}: {line}")));
            page.call(OTHER_LANGUAGE, vec![]).await.unwrap();
            wait(&page, name, steps).await;
        }
        // Only colours hang on the theme.
        page.run("document.documentElement.dataset.theme = 'dark'", vec![]).await;
        let found = page.accessibility_findings_in(Some(part), &["color-contrast"]).await;
        findings.extend(found.into_iter().map(|line| format!("{name}, dark: {line}")));
    }
    assert!(findings.is_empty(), "{} px: {} findings: {findings:#?}", look.width, findings.len());
}

#[tokio::test]
async fn every_state_is_for_everyone_on_a_desk() {
    is_for_everyone(&Look::WIDE).await;
}

#[tokio::test]
async fn every_state_is_for_everyone_on_a_phone() {
    is_for_everyone(&Look::PHONE.in_english()).await;
}

/// Leaves assistive technology the one part of the page, without figures that come when the machine is ready.
const ONLY: &str = "
    const [kept] = args;
    const part = document.querySelector(kept);
    for (let at = part; at !== document.body; at = at.parentElement) {
      for (const beside of at.parentElement.children) if (beside !== at) beside.setAttribute('aria-hidden', 'true');
    }
    for (const late of part.querySelectorAll('.moves, .slot-foot')) late.setAttribute('aria-hidden', 'true');";

/// What is written down in Korean too, being mostly words.
const IN_BOTH: [&str; 4] = ["trust", "risk", "stress", "workshop"];

/// What is written down: each screen once in English on a desk, some in Korean too, and the result on a Korean phone.
#[tokio::test]
async fn assistive_technology_meets_what_is_written_down() {
    let page = Page::open(&Look::WIDE.in_english(), "").await;
    let mut changed = Vec::new();
    for (name, part, _, steps) in STATES.iter().filter(|(_, _, kept, _)| *kept == Yes) {
        reach(&page, name, steps).await;
        if *name == "day-as-it-was" {
            let followed =
                "(() => { const heads = [...document.querySelectorAll('h2')].map((head) => head.textContent).join();
                return ['4,955 a minute', 'Every district is invited on a single day'].every((head) => heads.includes(head))
                    && !heads.includes('4 days later'); })()";
            page.until("the last picture has followed the plan", followed).await;
            page.until("the chance of this plan", KNOWN).await;
        }
        page.call(ONLY, vec![json!(part)]).await.unwrap_or_else(|problem| panic!("{name}: {problem}"));
        changed.extend(is_written_down(&page, name).await);
        if IN_BOTH.contains(name) {
            page.call(OTHER_LANGUAGE, vec![]).await.unwrap();
            page.until(name, KNOWN).await;
            wait(&page, name, steps).await;
            changed.extend(is_written_down(&page, &format!("{name}-ko")).await);
        }
    }
    page.set_look(&Look::PHONE).await;
    reach(&page, "phone", &[]).await;
    changed.extend(is_written_down(&page, "phone-ko").await);
    assert!(changed.is_empty(), "changed; docs/accessibility.md says how to take over what is wanted: {changed:#?}");
}

/// What is told apart by a ground or a fill alone is told apart by something else where the system sets the colours.
const ALIKE: &str = "
    const found = [];
    const shown = (one) => one.checkVisibility();
    const line = (one) => { const { outlineStyle, outlineWidth } = getComputedStyle(one); return `${outlineStyle} ${outlineWidth}`; };
    const chosen = [...document.querySelectorAll('[aria-pressed=true], .tabs [aria-current]')].filter(shown);
    for (const one of chosen) {
      if (line(one).startsWith('none')) found.push(`${one.textContent.trim()} does not look chosen`);
      const before = line(one);
      one.focus({ focusVisible: true });
      if (line(one) === before) found.push(`${one.textContent.trim()} does not look focused`);
    }
    for (const sign of [...document.querySelectorAll('.shape-sign')].filter(shown)) {
      const ground = [...sign.parentElement.children].find((other) => !other.matches('.shape-sign'));
      if (ground && getComputedStyle(sign).stroke === getComputedStyle(ground).fill) found.push('a sign cannot be told from its ground');
    }
    return [chosen.length, [...new Set(found)]];";

#[tokio::test]
async fn forced_colours_leave_chosen_and_focused_and_signs_apart() {
    let page = Page::open(&Look::WIDE, "").await;
    for scheme in ["light", "dark"] {
        let features = json!([{ "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": scheme }]);
        page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        for (name, _, _, steps) in STATES.iter().filter(|(name, ..)| ["result", "cohort", "arrivals"].contains(name)) {
            reach(&page, name, steps).await;
            let (chosen, found): (usize, Vec<String>) =
                serde_json::from_value(page.call(ALIKE, vec![]).await.unwrap()).unwrap();
            assert!(chosen > 3 && found.is_empty(), "{name}, {scheme}, {chosen} chosen: {found:#?}");
        }
    }
}

/// Reads the tree and gives the first line that differs from the file of that name.
///
/// Chromium brings its tree up to date some time after the page, so a tree that differs is read again a few times.
async fn is_written_down(page: &Page, name: &str) -> Option<String> {
    let mut difference = None;
    for _ in 0..READINGS {
        page.stand_still().await;
        difference = differs(name, &page.accessibility_tree().await);
        if difference.is_none() {
            break;
        }
    }
    difference
}

/// The first line that differs from the file of that name.
fn differs(name: &str, tree: &str) -> Option<String> {
    let folder: PathBuf = project_root().join("tests/golden/accessibility");
    let file = folder.join(format!("{name}.txt"));
    // The one command for all of them: UPDATE_EXPECT=1 cargo test --workspace --test journeys written_down
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
    const part = document.querySelector(arguments[0]);
    const all = [...part.querySelectorAll('a[href], button, input, select, textarea, summary, [role=slider]')].filter(shown);
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
    for (const element of document.querySelector(arguments[0]).querySelectorAll('*')) {
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
