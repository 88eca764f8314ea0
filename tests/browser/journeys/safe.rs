//! What a user typed is text everywhere, whatever it looks like; no element carries a handler or a style of its own.

use std::sync::Arc;

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
const STOWAWAYS: &str = "
    const found = [];
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) found.push(`${element.localName} ${name}=${value}`);
        if (name === 'style') found.push(`${element.localName} style=${value}`);
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
