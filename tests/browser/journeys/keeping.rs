//! Nothing lost: reload, crash, several plans, full and blocked and damaged storage, two tabs, files, links.

use fantoccini::Locator;
use fantoccini::wd::WindowHandle;
use journeys::{Look, Page};
use serde_json::{Value, json};
use stagger::explain;
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::plan::Plan;
use stagger::text::{Catalogue, Language};
use stagger::wire::link::{self, LinkError};
use stagger::wire::plan_file;

const TEXT: fn() -> &'static Catalogue = || Language::Korean.catalogue();

/// The texts of all stored versions.
const STORED: &str = "Object.keys(localStorage).filter((key) => key.startsWith('stagger.plan.'))";

async fn click(page: &Page, name: &str) {
    page.find("button", name).await.click().await.unwrap();
}

async fn rename(page: &Page, text: &Catalogue, title: &str) {
    let field = page.find("textbox", text.frame.plan_title).await;
    page.fill(&field, title).await;
}

async fn is_titled(page: &Page, title: &str) {
    page.until("the plan", &format!("document.querySelector('h1').textContent === {}", json!(title))).await;
}

async fn is_kept(page: &Page, state: &str) {
    page.until("the word on storage", &format!("document.querySelector('.kept').dataset.kept === '{state}'")).await;
}

async fn says(page: &Page, sentence: &str) {
    let condition = format!("document.querySelector('.notice-words')?.textContent === {}", json!(sentence));
    page.until("the notice", &condition).await;
}

/// Opens the list of plans by the button at the title; a notice may offer the same.
async fn open_list(page: &Page, text: &Catalogue) {
    page.find_all("button", Some(text.plans.button)).await[0].click().await.unwrap();
    page.find("dialog", text.plans.heading).await;
}

/// A second tab of the same browser, with nothing in it.
async fn new_tab(page: &Page) -> WindowHandle {
    let tab = page.client().new_window(true).await.unwrap().handle;
    go_to_tab(page, &tab).await;
    page.set_look(&Look::WIDE).await;
    tab
}

async fn go_to_tab(page: &Page, tab: &WindowHandle) {
    page.client().switch_to_window(tab.clone()).await.unwrap();
}

/// The titles in the list of plans, which is opened and closed.
async fn listed(page: &Page, text: &Catalogue) -> Vec<String> {
    open_list(page, text).await;
    let titles = page
        .run("return [...document.querySelectorAll('.plans-title')].map((title) => title.textContent)", vec![])
        .await;
    click(page, text.plans.close).await;
    serde_json::from_value(titles).unwrap()
}

#[tokio::test]
async fn an_edited_example_is_there_after_a_reload_and_after_a_crash() {
    let text = TEXT();
    let page = Page::open(&Look::WIDE, "").await;
    is_kept(&page, "example").await;
    assert_eq!(page.run(&format!("return {STORED}.length"), vec![]).await, 0);
    rename(&page, text, "첫 계획").await;
    is_kept(&page, "saved").await;
    page.go("").await;
    is_titled(&page, "첫 계획").await;

    // Closed at once: there is no time for a rest, and the page says goodbye to nobody.
    rename(&page, text, "닫기 직전").await;
    let first = page.client().window().await.unwrap();
    let second = new_tab(&page).await;
    go_to_tab(&page, &first).await;
    rename(&page, text, "닫기 바로 전").await;
    page.client().close_window().await.unwrap();
    go_to_tab(&page, &second).await;
    page.go("").await;
    is_titled(&page, "닫기 바로 전").await;

    // Crashed: what had come to rest is there.
    rename(&page, text, "무너지기 전").await;
    is_kept(&page, "saved").await;
    let third = new_tab(&page).await;
    go_to_tab(&page, &second).await;
    assert!(page.client().goto("chrome://crash").await.is_err());
    go_to_tab(&page, &third).await;
    page.go("").await;
    is_titled(&page, "무너지기 전").await;
    assert_eq!(listed(&page, text).await, ["무너지기 전"]);
    assert_eq!(page.run(&format!("return {STORED}.length"), vec![]).await, 1, "one version is kept of a plan");
}

#[tokio::test]
async fn several_plans_stand_beside_each_other_with_their_steps() {
    let text = TEXT();
    let page = Page::open(&Look::WIDE, "").await;
    rename(&page, text, "가").await;
    open_list(&page, text).await;
    click(&page, text.plans.duplicate).await;
    is_titled(&page, "가 (사본)").await;
    open_list(&page, text).await;
    click(&page, text.plans.new).await;
    is_titled(&page, "새 계획").await;
    is_kept(&page, "saved").await;
    page.until("a forecast of the new plan", "document.querySelector('.verdict-sentence') !== null").await;
    assert_eq!(listed(&page, text).await, ["새 계획", "가 (사본)", "가"]);
    click(&page, text.frame.example_as_it_was).await;
    says(&page, &(text.plans.left)("새 계획")).await;

    open_list(&page, text).await;
    page.client().find(Locator::Css(".plans-list li:last-child .plans-open")).await.unwrap().click().await.unwrap();
    is_titled(&page, "가").await;
    page.client().find(Locator::Css(".tools button")).await.unwrap().click().await.unwrap();
    is_titled(&page, &Example::Staggered.plan(Wording::korean).title).await;
    page.client().find(Locator::Css(".tools button + button")).await.unwrap().click().await.unwrap();
    is_titled(&page, "가").await;

    open_list(&page, text).await;
    click(&page, &(text.plans.delete_of)("가")).await;
    page.until("two plans", "document.querySelectorAll('.plans-title').length === 2").await;
    let findings = page.accessibility_findings().await;
    assert!(findings.is_empty(), "{findings:#?}");
    click(&page, text.plans.restore).await;
    page.until("three plans", "document.querySelectorAll('.plans-title').length === 3").await;
    click(&page, text.plans.close).await;
    page.until("the focus back", "document.activeElement.classList.contains('plans-button')").await;
    page.go("").await;
    assert_eq!(listed(&page, text).await.len(), 3);
}

#[tokio::test]
async fn a_full_storage_is_said_and_room_mends_it() {
    let text = TEXT();
    let page = Page::open(&Look::WIDE, "").await;
    rename(&page, text, "먼저").await;
    is_kept(&page, "saved").await;
    let fill = "let size = 500_000;
        for (let number = 0; size > 0; number += 1) {
          try { localStorage.setItem('other' + number, 'x'.repeat(size)); }
          catch { size = Math.floor(size / 2); }
        }";
    page.run(fill, vec![]).await;
    rename(&page, text, "자리 없음").await;
    says(&page, text.plans.full).await;
    is_kept(&page, "not").await;
    let findings = page.accessibility_findings().await;
    assert!(findings.is_empty(), "{findings:#?}");
    assert_eq!(saved_file(&page, text).await.title, "자리 없음");
    let clear =
        "for (const key of Object.keys(localStorage)) if (key.startsWith('other')) localStorage.removeItem(key);";
    page.run(clear, vec![]).await;
    rename(&page, text, "자리 있음").await;
    is_kept(&page, "saved").await;
    page.go("").await;
    is_titled(&page, "자리 있음").await;
}

/// The plan of the file that the button of the notice hands out.
async fn saved_file(page: &Page, text: &Catalogue) -> Plan {
    let keep = "const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { globalThis.file = blob; return make(blob); };
        HTMLAnchorElement.prototype.click = function () { globalThis.fileName = this.download; };";
    page.run(keep, vec![]).await;
    click(page, text.plans.save_file).await;
    let file = page.call("return [fileName, await file.text()]", vec![]).await.unwrap();
    assert!(file[0].as_str().unwrap().ends_with(".plan.json"), "{file}");
    plan_file::read(file[1].as_str().unwrap()).unwrap()
}

#[tokio::test]
async fn a_browser_that_keeps_nothing_says_so_and_plans_all_the_same() {
    let text = TEXT();
    let page = Page::open(&Look::WIDE, "").await;
    let block = "for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(Window.prototype, name, { get() { throw new DOMException('', 'SecurityError'); } });
        for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get() { throw new DOMException('', 'SecurityError'); } });";
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": block })).await;
    page.go("").await;
    rename(&page, text, "남지 않음").await;
    says(&page, text.plans.blocked).await;
    is_kept(&page, "not").await;
    assert_eq!(saved_file(&page, text).await.title, "남지 않음");
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_is_damaged_or_newer_is_kept_and_named() {
    let text = TEXT();
    let page = Page::open(&Look::WIDE, "").await;
    rename(&page, text, "다칠 계획").await;
    is_kept(&page, "saved").await;
    let spoil = format!(
        "const key = {STORED}[0]; localStorage.setItem(key, localStorage.getItem(key).slice(0, 900)); return key"
    );
    let key = page.run(&spoil, vec![]).await;
    page.go("").await;
    says(&page, text.plans.stored_damaged).await;
    is_kept(&page, "example").await;
    rename(&page, text, "다른 계획").await;
    is_kept(&page, "saved").await;
    assert_eq!(page.run("return localStorage.getItem(arguments[0]).length", vec![key.clone()]).await, 900);
    assert_eq!(listed(&page, text).await, ["다른 계획", text.plans.unreadable]);

    page.run("localStorage.setItem(arguments[0], 'stagger-stored 7 00000000\\n')", vec![key.clone()]).await;
    page.go("").await;
    says(&page, &(text.plans.stored_newer)(7)).await;
    open_list(&page, text).await;
    click(&page, &(text.plans.delete_of)(text.plans.unreadable)).await;
    page.until("one plan", "document.querySelectorAll('.plans-title').length === 1").await;
    click(&page, text.plans.restore).await;
    page.until("the text is back", &format!("localStorage.getItem({key}) !== null")).await;
}

#[tokio::test]
async fn two_tabs_follow_each_other_and_keep_both_where_both_changed() {
    let text = TEXT();
    let page = Page::open(&Look::WIDE, "").await;
    rename(&page, text, "함께").await;
    is_kept(&page, "saved").await;
    let one = page.client().window().await.unwrap();
    let two = new_tab(&page).await;
    page.go("").await;
    is_titled(&page, "함께").await;
    rename(&page, text, "둘째 탭에서").await;
    is_kept(&page, "saved").await;

    go_to_tab(&page, &one).await;
    is_titled(&page, "둘째 탭에서").await;
    says(&page, text.plans.followed).await;
    is_kept(&page, "saved").await;

    // The first tab does not hear of what the second stores, as if it slept.
    let deaf = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true)";
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": deaf })).await;
    page.go("").await;
    is_titled(&page, "둘째 탭에서").await;
    go_to_tab(&page, &two).await;
    rename(&page, text, "둘째의 것").await;
    is_kept(&page, "saved").await;
    go_to_tab(&page, &one).await;
    is_titled(&page, "둘째 탭에서").await;
    rename(&page, text, "첫째의 것").await;
    let parted = (text.plans.from_other_tab)("첫째의 것");
    says(&page, &(text.plans.parted)(&parted)).await;
    is_titled(&page, &parted).await;
    let mut titles = listed(&page, text).await;
    titles.sort();
    assert_eq!(titles, ["둘째의 것".to_owned(), parted]);
    go_to_tab(&page, &two).await;
    is_titled(&page, "둘째의 것").await;
}

#[tokio::test]
async fn a_plan_file_is_opened_by_button_and_by_drop_and_refused_with_its_place() {
    let text = TEXT();
    let page = Page::open(&Look::WIDE, "").await;
    rename(&page, text, "내 것").await;
    let mut plan = Example::DayAsItWas.plan(Wording::korean);
    plan.title = "파일 계획".to_owned();
    plan.unknown.insert("/journey/0/overload".to_owned(), "\"erlang\"".to_owned());
    let folder = std::env::temp_dir().join(format!("stagger-files-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("a.plan.json");
    std::fs::write(&path, plan_file::write(&plan)).unwrap();
    let field = page.client().find(Locator::Id("plans-file")).await.unwrap();
    field.send_keys(path.to_str().unwrap()).await.unwrap();
    is_titled(&page, "파일 계획").await;
    says(&page, &format!("{} {}", text.plans.opened_file, (text.plans.left)("내 것"))).await;
    is_kept(&page, "saved").await;
    std::fs::remove_dir_all(&folder).unwrap();

    drop_file(&page, "나쁜.json", "{\"format\": \"stagger-plan\", \"version\": 1, \"title\": 3}").await;
    let refusal = plan_file::read("{\"format\": \"stagger-plan\", \"version\": 1, \"title\": 3}").unwrap_err();
    let why = explain::wire::plan_file_error(Language::Korean, &refusal);
    says(&page, &(text.plans.file_refused)("나쁜.json", &why)).await;
    is_titled(&page, "파일 계획").await;

    plan.title = "놓은 계획".to_owned();
    drop_file(&page, "b.plan.json", &plan_file::write(&plan)).await;
    is_titled(&page, "놓은 계획").await;
    drop_file(&page, "c.plan.json", &plan_file::write(&plan)).await;
    says(&page, text.plans.known_file).await;
    open_list(&page, text).await;
    assert_eq!(saved_file(&page, text).await, plan, "unknown fields come back");
    let huge = "const file = new File(['x'.repeat(17 * 1024 * 1024)], 'huge.json');
        const data = new DataTransfer();
        data.items.add(file);
        document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));";
    page.run(huge, vec![]).await;
    page.until("the size", "document.querySelector('.notice-words')?.textContent.includes('16MB')").await;
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

/// Drags a file over the page and drops it.
async fn drop_file(page: &Page, name: &str, content: &str) {
    let script = "const [name, content] = arguments;
        const data = new DataTransfer();
        data.items.add(new File([content], name, { type: 'application/json' }));
        const event = (kind) => new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event('dragover'));
        const shown = getComputedStyle(document.querySelector('.drop-veil')).display;
        document.body.dispatchEvent(event('drop'));
        return [shown, getComputedStyle(document.querySelector('.drop-veil')).display];";
    let shown = page.run(script, vec![json!(name), json!(content)]).await;
    assert_eq!(shown, json!(["grid", "none"]));
}

#[tokio::test]
async fn a_link_opens_beside_the_local_plans_and_once() {
    let text = TEXT();
    let page = Page::open(&Look::WIDE, "").await;
    rename(&page, text, "내 것").await;
    is_kept(&page, "saved").await;
    let mut other = Example::DayAsItWas.plan(Wording::korean);
    other.title = "받은 것".to_owned();
    let fragment = link::encode(&other);
    new_tab(&page).await;
    page.go(&fragment).await;
    is_titled(&page, "받은 것").await;
    is_kept(&page, "saved").await;
    rename(&page, text, "받아서 고친 것").await;
    is_kept(&page, "saved").await;
    page.client().refresh().await.unwrap();
    page.until("the planner to start", "!document.getElementById('loading')").await;
    is_titled(&page, "받아서 고친 것").await;
    assert_eq!(listed(&page, text).await, ["받아서 고친 것", "내 것"]);
    let mine = Plan { title: "내 것".to_owned(), ..Example::Staggered.plan(Wording::korean) };
    page.run("location.hash = arguments[0]", vec![json!(link::encode(&mine))]).await;
    is_titled(&page, "내 것").await;
    says(&page, text.plans.known_link).await;
    assert_eq!(listed(&page, text).await.len(), 2);
}

#[tokio::test]
async fn a_link_of_earlier_days_opens_all_the_same() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../links/d1/busan-staggered-48.txt");
    let text = std::fs::read_to_string(file).unwrap();
    let page = Page::open(&Look::WIDE, text.lines().next().unwrap()).await;
    is_titled(&page, "busan-staggered-48").await;
}

#[tokio::test]
async fn each_link_that_opens_nothing_says_its_own_thing() {
    let whole = link::encode(&Example::DayAsItWas.plan(Wording::korean));
    let draft = |mark: &str| LinkError::Draft { mark: mark.to_owned() };
    let newer = |mark: &str| LinkError::Newer { mark: mark.to_owned() };
    let cases = [
        ("#".to_owned(), LinkError::Empty),
        ("#s1".to_owned(), LinkError::Empty),
        ("#s1.".to_owned(), LinkError::Empty),
        ("#chapter-2".to_owned(), LinkError::Foreign),
        (whole[..whole.len() - 9].to_owned(), LinkError::Damaged),
        ("#d0.AAAA".to_owned(), draft("d0")),
        ("#s2.AAAA".to_owned(), newer("s2")),
        ("#d2.AAAA".to_owned(), newer("d2")),
    ];
    for (look, language) in [(Look::WIDE, Language::Korean), (Look::PHONE.in_english(), Language::English)] {
        let page = Page::open(&look, "").await;
        let title: Value = page.run("return document.querySelector('h1').textContent", vec![]).await;
        for (fragment, refusal) in &cases {
            page.client().goto("about:blank").await.unwrap();
            page.go(fragment).await;
            says(&page, &explain::wire::link_error(language, refusal)).await;
            is_titled(&page, title.as_str().unwrap()).await;
        }
        let findings = page.accessibility_findings().await;
        assert!(findings.is_empty(), "{findings:#?}");
        assert_eq!(page.severe_messages().await, Vec::<String>::new());
    }
}
