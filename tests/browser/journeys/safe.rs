//! What a user typed is text everywhere, whatever it looks like; no element carries a handler or a style of its own.

use std::fs;
use std::sync::Arc;

use journeys::page::site_folder;
use journeys::{Look, Page};
use serde_json::json;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::{Plan, Source, SourceKind};
use stagger::wire::link;

/// Names that would do something if they were taken for more than names.
const HOSTILE: [&str; 5] = [
    "<img src=x onerror=\"globalThis.attacked=1\">",
    "\"></svg></title></textarea><script>globalThis.attacked=1</script>",
    "javascript:globalThis.attacked=1//'\"`${globalThis.attacked=1}{{1}}",
    "\u{202e}txt.exe\u{202c}\u{2066}\u{0}\u{feff}",
    "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
];

/// Every state that shows names: the forms, and the pictures as tables.
const OPEN: [&str; 6] = ["result", "members-form", "windows-form", "journey-form", "arrivals-form", "plan-form"];

/// Handlers and styles in attributes, scripts and foreign elements anywhere in the live page.
///
/// The one style that the page's own script sets is the height of a picture.
const STOWAWAYS: &str = "
    const isHeight = (element, value) => element.matches('div.picture') && /^height: [0-9]+px;$/.test(value);
    const found = [];
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) found.push(`${element.localName} ${name}=${value}`);
        if (name === 'style' && !isHeight(element, value)) found.push(`${element.localName} style=${value}`);
        if (['href', 'src', 'action', 'formaction'].includes(name) && /^\\s*javascript:/i.test(value)) found.push(`${name}=${value}`);
      }
      if (['iframe', 'object', 'embed', 'foreignobject'].includes(element.localName)) found.push(element.localName);
    }
    if (document.querySelectorAll('img').length > 0) found.push('img');
    if (document.querySelectorAll('script').length !== document.querySelectorAll('head > script').length) found.push('script');
    if (globalThis.attacked !== undefined) found.push('a name was carried out');
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1) found.push(`the page is ${root.scrollWidth} px wide`);
    return found;";

/// A plan with such names wherever a name can stand.
fn hostile() -> Plan {
    let mut plan = Example::Staggered.plan(Wording::english);
    let mut names = HOSTILE.iter().cycle().map(|name| (*name).to_owned());
    let mut next = move || names.next().unwrap_or_default();
    plan.title = next();
    plan.author = next();
    let members = Arc::make_mut(&mut plan.members);
    for region in &mut members.regions {
        (region.name, region.code) = (next(), Some(next()));
    }
    members.ages.iter_mut().for_each(|band| band.name = next());
    Arc::make_mut(&mut plan.cohorts).iter_mut().for_each(|cohort| cohort.name = next());
    Arc::make_mut(&mut plan.journey).iter_mut().for_each(|stage| stage.name = next());
    for field in ["/arrivals/show_up", "/members/counts", "/journey/1/rate_per_s"] {
        let source = Source {
            kind: SourceKind::Assumed,
            text: next(),
            url: Some("javascript:globalThis.attacked=1".to_owned()),
        };
        plan.sources.insert(field.to_owned(), source);
    }
    plan
}

#[tokio::test]
async fn hostile_names_are_text_in_every_state() {
    for look in [Look::WIDE, Look::PHONE.in_english()] {
        let page = Page::open(&look, &link::encode(&hostile())).await;
        page.until("the verdict", "document.querySelector('.verdict-sentence') !== null").await;
        for id in OPEN {
            let open = "const form = document.getElementById(args[0]);
                if (args[0] !== 'result') form.click();
                for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);";
            page.call(open, vec![json!(id)]).await.unwrap_or_else(|problem| panic!("{id}: {problem}"));
            assert_eq!(page.run(STOWAWAYS, vec![]).await, json!([]), "{id}, {} px", look.width);
            let close = "if (args[0] !== 'result') document.getElementById(args[0]).click();
                for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);";
            page.call(close, vec![json!(id)]).await.unwrap_or_else(|problem| panic!("{id}: {problem}"));
        }
        let shown = "return document.querySelector('h1').textContent";
        assert_eq!(page.run(shown, vec![]).await, json!(HOSTILE[0]));
        assert_eq!(page.severe_messages().await, Vec::<String>::new());
    }
}

/// What the page asks of the browser stands in the page itself, and holds for everything after it.
#[tokio::test]
async fn the_delivered_page_has_a_strict_policy_and_no_code_or_style_of_its_own() {
    let delivered = fs::read_to_string(site_folder().join("index.html")).unwrap();
    let (before, policy) = delivered.split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"").unwrap();
    let (policy, after) = policy.split_once('"').unwrap();
    assert!(!before.contains("<script") && !before.contains("<link"), "the policy comes first");
    let said: Vec<&str> = policy.split(';').map(str::trim).collect();
    assert_eq!(
        said,
        [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "worker-src blob:",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "frame-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types stagger",
        ]
    );
    for tag in after.split('<').skip(1).map(|tag| tag.split('>').next().unwrap_or_default()) {
        assert!(!tag.contains(" on") && !tag.contains(" style="), "<{tag}>");
        assert!(tag != "style" && (!tag.starts_with("script") || tag.contains(" src=")), "<{tag}>");
        assert!(!tag.contains("//"), "<{tag}> leads elsewhere");
    }
}

/// The policy is no mere word: text does not become markup or code, whoever tries, and nobody can allow it later.
#[tokio::test]
async fn text_cannot_become_markup_or_code() {
    let page = Page::open(&Look::WIDE, "").await;
    // A frame later: while the developer tools call, they lift the ban on code from text.
    let tries = "
        await new Promise(requestAnimationFrame);
        const refused = [];
        const attempt = (what, act) => { try { act(); } catch (reason) { refused.push(`${what}: ${reason.name}`); } };
        attempt('markup', () => { document.createElement('div').innerHTML = '<b>x</b>'; });
        attempt('code', () => { globalThis.ran = new Function('return 1')(); });
        attempt('script', () => { document.createElement('script').src = 'static/load.js'; });
        attempt('policy', () => { trustedTypes.createPolicy('default', { createHTML: (text) => text }); });
        attempt('handler', () => { document.body.setAttribute('onclick', 'globalThis.ran = 1'); });
        return [refused, globalThis.ran ?? null];";
    let answer = page.call(tries, vec![]).await.unwrap();
    let refused =
        ["markup: TypeError", "code: EvalError", "script: TypeError", "policy: TypeError", "handler: TypeError"];
    assert_eq!(answer, json!([refused, null]));
}

/// Files are saved under names that no system takes for more than a name.
#[tokio::test]
async fn a_saved_plan_of_any_title_has_a_harmless_name_and_comes_back_as_it_was() {
    let page = Page::open(&Look::WIDE.in_english(), "").await;
    page.until("the verdict", "document.querySelector('.verdict-sentence') !== null").await;
    let catch = "HTMLAnchorElement.prototype.click = function () { globalThis.saved = this.download; };
        navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };";
    page.run(catch, vec![]).await;
    for title in HOSTILE.iter().chain(&["../../etc/passwd", "CON", "a:b|c*?.json", ".", &"나".repeat(200)]) {
        let save = "
            const field = document.querySelector('.plan-title');
            field.focus();
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, args[0]);
            field.dispatchEvent(new Event('input', { bubbles: true }));
            for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
            document.querySelector('.plans-tools .button:nth-child(3)').click();
            document.querySelector('.copy-link').click();
            for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
            return [globalThis.saved, globalThis.copied, document.querySelector('h1').textContent, document.title, field.value];";
        let answer = page.call(save, vec![json!(title)]).await.unwrap();
        let [name, copied, heading, document, typed]: [String; 5] = serde_json::from_value(answer).unwrap();
        assert!(name.ends_with(".json") && name.len() <= 255 && name.len() > ".json".len(), "{title:?}: {name:?}");
        let is_harmful = |letter: char| letter.is_control() || "/\\:*?\"<>|\u{202e}\u{2066}\u{feff}".contains(letter);
        assert!(!name.chars().any(is_harmful) && !name.starts_with('.'), "{title:?}: {name:?}");
        let plan = link::decode(&copied[copied.find('#').unwrap()..]).unwrap();
        assert_eq!([&plan.title, &heading], [&typed, &typed], "{title:?}");
        assert!(document.contains(typed.trim()) || title.contains('\u{0}'), "{title:?}: {document:?}");
        assert_eq!(page.run(STOWAWAYS, vec![]).await, json!([]), "{title:?}");
    }
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

/// Whoever gets a link has a theme and a language of their own, unless the sender's address asks for a language.
#[tokio::test]
async fn a_copied_link_carries_the_plan_and_a_language_that_was_asked_for_alone() {
    let page = Page::open(&Look::WIDE, "").await;
    for (asked, carried) in [("", ""), ("?theme=dark&lang=en&from=mail", "?lang=en"), ("?lang=xx&theme=dark", "")] {
        page.go(asked).await;
        page.until("the verdict", "document.querySelector('.verdict-sentence') !== null").await;
        let copy = "navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };
            document.querySelector('.copy-link').click();";
        page.run(copy, vec![]).await;
        let copied = page.until("the link", "globalThis.copied").await;
        let (before, plan) = copied.as_str().unwrap().split_once('#').unwrap();
        assert_eq!(before, format!("{}{carried}", page.address()), "{asked}");
        assert_eq!(link::decode(&format!("#{plan}")).unwrap().windows.len(), 25, "{asked}");
    }
}
