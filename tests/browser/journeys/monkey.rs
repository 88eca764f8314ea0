//! A monkey at the page: random clicks, keys, drags and texts end without a message in the console and without a
//! request, and undo brings the first plan back.

use journeys::{Look, Page};
use serde_json::{Value, json};

/// Actions between two returns to the first plan; fewer than the steps that are kept.
const ROUND: u64 = 350;

/// Rounds per language, unless `MONKEY_ROUNDS` says otherwise.
const ROUNDS: u64 = 2;

/// Keeps the monkey in the page: no file dialog, no download, no printer, no other address, and no other plan, since
/// each plan has an undo of its own.
const FENCE: &str = "
    const nothing = () => {};
    window.print = nothing;
    window.open = () => null;
    HTMLAnchorElement.prototype.click = nothing;
    HTMLInputElement.prototype.showPicker = nothing;
    navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };
    addEventListener('click', (event) => { if (event.target.closest('a[href]')) event.preventDefault(); }, true);
    globalThis.failures = [];
    addEventListener('error', (event) => failures.push(String(event.message)));
    addEventListener('unhandledrejection', (event) => failures.push(String(event.reason)));";

/// `args[1]` random actions from the seed `args[0]`; answers how many of each kind were done.
const ACT: &str = r#"
    let [state, count] = args;
    const next = () => { state ^= state << 13; state ^= state >>> 17; state ^= state << 5; return state >>> 0; };
    const below = (n) => next() % n;
    const of = (list) => list[below(list.length)];
    const TEXTS = ['', '0', '1', '7', '13.3', '50', '-1', '1e9', '99999999999', 'abc', '<img src=x onerror="failures.push(1)">',
      '동래구', '2022-04-01T15:00', '2022-04-02', '9999-12-31T23:59', '48,000/h', '\u202e\u0000', '😀'.repeat(40)];
    const KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter', 'Escape', ' ', 'Delete', 'Tab', 'PageDown', 'z', 'a'];
    const OUTSIDE = '.plans, .plans-button, .examples, .stress-table button, .notice-place, [type=file], .skip-links, ' +
      '#workshop:has(#workshop-field-place) .offers';
    const WORKED = 'button, input:not([type=file]), select, textarea, summary, [role=slider], [data-chip], [tabindex="0"]';
    const controls = (selector) => [...document.querySelectorAll(selector)].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }) && !one.closest(OUTSIDE));
    const at = (element) => {
      const box = element.getBoundingClientRect();
      return { clientX: box.left + box.width * Math.max(below(100), 1) / 100, clientY: box.top + box.height / 2 };
    };
    const point = (kind, element, more) => element.dispatchEvent(new PointerEvent(kind,
      { bubbles: true, cancelable: true, pointerId: 1, isPrimary: true, button: 0, buttons: kind === 'pointerup' ? 0 : 1, ...at(element), ...more }));
    const press = (element, key, control) => {
      element.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: control, shiftKey: below(4) === 0, bubbles: true, cancelable: true }));
      element.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }));
    };
    const type = (field) => {
      field.focus();
      if (field.type === 'checkbox' || field.type === 'radio') { field.click(); return; }
      const value = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
      value?.set?.call(field, field.type === 'range' ? String(below(Number(field.max || 100))) : of(TEXTS));
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      if (below(2) === 0) field.dispatchEvent(new Event('change', { bubbles: true }));
      if (below(2) === 0) field.blur();
    };
    const done = { click: 0, type: 0, key: 0, drag: 0 };
    for (let action = 0; action < count; action += 1) {
      const kind = below(100);
      const all = controls(WORKED);
      if (all.length === 0) throw new Error('nothing is left to act upon');
      const one = of(all);
      if (kind < 45) {
        point('pointerdown', one); point('pointerup', one); one.focus(); one.click();
        done.click += 1;
      } else if (kind < 70) {
        const fields = controls('input:not([type=file]), select, textarea');
        if (fields.length > 0) type(of(fields)); else one.click();
        done.type += 1;
      } else if (kind < 90) {
        press(below(2) === 0 ? one : document.activeElement ?? document.body, of(KEYS), below(6) === 0);
        done.key += 1;
      } else {
        const other = of(all);
        point('pointerdown', one);
        for (let move = 0; move < 3; move += 1) point('pointermove', document.body, at(move < 2 ? other : one));
        point(below(5) === 0 ? 'pointercancel' : 'pointerup', other);
        done.drag += 1;
      }
      await null;
      if (action % 4 === 3) await new Promise(requestAnimationFrame);
    }
    return done;"#;

/// Undoes until nothing is left to undo, copies the link and answers it.
const BACK: &str = "
    // By its place, not by its name: the monkey may have changed the language.
    const idle = () => document.querySelector('.tools .button').getAttribute('aria-disabled') === 'true';
    document.querySelectorAll('dialog[open]').forEach((one) => one.close());
    document.activeElement?.blur();
    const undo = async () => {
      for (let step = 0; step < 1200 && !idle(); step += 1) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }));
        await null;
        if (step % 8 === 7) await new Promise(requestAnimationFrame);
      }
    };
    // What the workshop was asked last may come after its panel was closed, one answer after the other.
    let quiet = 0;
    for (let round = 0; round < 100 && quiet < 3; round += 1) {
      quiet = idle() ? quiet + 1 : 0;
      await undo();
      await new Promise((done) => setTimeout(done, 200));
    }
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    if (!idle()) {
      const open = [...document.querySelectorAll('dialog[open]')].map((one) => `${one.className} ${one.id}`);
      throw new Error(`still to undo: ${document.querySelector('.tools .button').textContent}; open: ${open}`);
    }
    globalThis.copied = null;
    document.querySelector('.copy-link').click();
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return globalThis.copied;";

#[tokio::test]
async fn a_monkey_leaves_a_korean_page_alive() {
    monkey(&Look::WIDE, 20_220_401).await;
}

#[tokio::test]
async fn a_monkey_leaves_an_english_phone_alive() {
    monkey(&Look::PHONE.in_english(), 900_000).await;
}

async fn monkey(look: &Look, seed: u64) {
    let page = Page::open(look, "").await;
    page.until("the verdict", "document.querySelector('.verdict-sentence') !== null").await;
    page.run(FENCE, vec![]).await;
    let first = back(&page).await;
    page.requested_addresses().await;
    let rounds = std::env::var("MONKEY_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS);
    let mut done = 0;
    for round in 0..rounds {
        let answer = page.call(ACT, vec![json!(seed + 7_919 * round), json!(ROUND)]).await;
        let kinds = answer.unwrap_or_else(|problem| panic!("round {round} from seed {seed}: {problem}"));
        done += kinds.as_object().into_iter().flat_map(|kinds| kinds.values()).filter_map(Value::as_u64).sum::<u64>();
        assert_eq!(page.severe_messages().await, Vec::<String>::new(), "round {round} from seed {seed}");
        assert_eq!(back(&page).await, first, "round {round} from seed {seed}: not the first plan");
    }
    assert_eq!(page.run("return failures", vec![]).await, json!([]));
    let asked: Vec<String> = page.requested_addresses().await;
    let asked: Vec<&String> =
        asked.iter().filter(|address| !address.starts_with("blob:") && !address.starts_with("data:")).collect();
    // A door to the workshop has its program fetched, from beside the page and once.
    let is_workshop = |address: &str| address.rsplit('/').next().is_some_and(|file| file.starts_with("workshop"));
    let (workshop, asked): (Vec<&String>, Vec<&String>) = asked.into_iter().partition(|address| is_workshop(address));
    assert!(workshop.is_empty() || workshop.len() == 3, "{workshop:#?}");
    // Documents and the one file have their own parts, and the preview of a frame is the page once more.
    let has_frame = asked.iter().any(|address| address.contains("?embed=1"));
    let own = page.address();
    let is_later = |address: &str| {
        let file = address.rsplit('/').next().unwrap_or_default();
        ["office", "documents", "report", "stagger-one-file"].iter().any(|part| file.starts_with(part))
    };
    let foreign: Vec<&String> = (asked.into_iter())
        .filter(|address| !(address.starts_with(&own) && (has_frame || is_later(address))))
        .collect();
    assert!(foreign.is_empty(), "{foreign:#?}");
    assert_eq!(done, rounds * ROUND);
    println!("{done} actions, {} {} px", look.language, look.width);
}

/// The link of the plan before every step.
async fn back(page: &Page) -> String {
    let link = page.call(BACK, vec![]).await.expect("undo comes to an end");
    link.as_str().expect("the link is copied").to_owned()
}
