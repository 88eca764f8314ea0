//! One opened page and what a journey can do with it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use xtask::server::Server;
use xtask::tools;

use crate::accessibility;
use crate::driver::Driver;
use crate::look::Look;
use crate::scripts;

/// Where the site is served: never at the root, so that an absolute address is found out.
const SUB_PATH: &str = "/x/y/";

/// How long a page may take on a busy machine before a journey gives up.
const PATIENCE: Duration = Duration::from_secs(20);

/// A browser with the planner in it; closed when dropped.
pub struct Page {
    client: Client,
    // Dropped in this order: the driver closes the browser, then the server ends.
    driver: Driver,
    server: Server,
}

impl Page {
    /// Opens the built site with what follows its address (`""`, `"?lang=en"`, `"#..."`) and waits for the planner.
    pub async fn open(look: &Look, rest: &str) -> Page {
        let page = Page::blank(&site_folder(), look).await;
        page.go(rest).await;
        page
    }

    /// A browser on an empty page, with `folder` served.
    pub async fn blank(folder: &Path, look: &Look) -> Page {
        let server = Server::start(folder.to_owned(), SUB_PATH, 0).expect("cannot serve the site");
        let mut driver = Driver::start();
        let client = connect(&driver).await;
        driver.browser = client.capabilities().and_then(|all| all.get("goog:processID")?.as_u64());
        let page = Page { client, driver, server };
        // The browser's own first page makes requests of its own.
        page.client.goto("about:blank").await.expect("an empty page");
        page.log("performance").await;
        // Several browsers run at a time, of which the system gives the focus to one at most.
        page.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })).await;
        page.devtools("Accessibility.enable", json!({})).await;
        page.set_look(look).await;
        page
    }

    /// The address of the site, with a slash at its end.
    pub fn address(&self) -> String {
        self.server.address()
    }

    /// Goes to the site and waits until the planner has taken over from the loading notice.
    pub async fn go(&self, rest: &str) {
        self.visit(rest).await;
        self.until("the planner to start", "!document.getElementById('loading')").await;
    }

    /// Goes to the site without waiting for the planner.
    pub async fn visit(&self, rest: &str) {
        self.client.goto(&format!("{}{rest}", self.address())).await.expect("cannot open the page");
    }

    /// The processes behind the page.
    pub fn driver(&self) -> &Driver {
        &self.driver
    }

    /// The WebDriver client, for what this type does not offer.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Where the browser's developer tools listen, as `host:port`.
    pub fn tools_address(&self) -> String {
        let capabilities = self.client.capabilities().expect("the browser said what it can do");
        let address = capabilities["goog:chromeOptions"]["debuggerAddress"].as_str().expect("it can be inspected");
        address.to_owned()
    }

    /// Changes screen and preferences; the page is told as by a real change.
    pub async fn set_look(&self, look: &Look) {
        let metrics = json!({ "width": look.width, "height": look.height, "deviceScaleFactor": look.pixel_ratio, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        let motion = if look.reduced_motion { "reduce" } else { "no-preference" };
        let features = json!([{ "name": "prefers-color-scheme", "value": look.theme.word() },
                              { "name": "prefers-reduced-motion", "value": motion }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        let agent = self.run("return navigator.userAgent", vec![]).await;
        let languages = json!({ "userAgent": agent, "acceptLanguage": look.language });
        self.devtools("Emulation.setUserAgentOverride", languages).await;
        self.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": look.time_zone })).await;
    }

    /// Runs a script to its `return`.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.expect("the script failed")
    }

    /// Runs the body of an async function, with `args`; an exception inside it is `Err`.
    ///
    /// A thrown object with a `code` is answered as JSON text.
    pub async fn call(&self, body: &str, arguments: Vec<Value>) -> Result<Value, String> {
        let script = scripts::as_promise(body);
        let mut answer = self.client.execute_async(&script, arguments).await.map_err(|problem| problem.to_string())?;
        match answer.get("problem") {
            Some(problem) => Err(problem.as_str().unwrap_or_default().to_owned()),
            None => Ok(answer["value"].take()),
        }
    }

    /// Waits inside the browser until an expression is true and answers its value.
    pub async fn until(&self, what: &str, condition: &str) -> Value {
        let milliseconds = u64::try_from(PATIENCE.as_millis()).expect("fits");
        let value = self.call(&scripts::until(condition), vec![json!(milliseconds)]).await;
        match value {
            Ok(value) if !value.is_null() => value,
            other => self.give_up(&format!("waited in vain for {what} ({condition}): {other:?}")).await,
        }
    }

    /// Waits until forecast and chances of the plan in hand are there and drawn.
    pub async fn come_to_rest(&self) {
        let known = "document.querySelector('.verdict-chance[data-known]') !== null \
            && document.querySelector('.under-way') === null";
        self.until("the chances", known).await;
        self.stand_still().await;
    }

    /// Waits until nothing on the page has changed for some frames: pictures follow a plan one per frame.
    pub async fn stand_still(&self) {
        self.call(scripts::STAND_STILL, vec![]).await.expect("the page comes to stand still");
    }

    /// The one element with this ARIA role and accessible name; waits for it.
    ///
    /// Roles are those of Chromium's accessibility tree: ARIA's own, and names such as `DateTime` for fields that ARIA
    /// has no role for.
    pub async fn find(&self, role: &str, name: &str) -> Element {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let mut found = self.find_all(role, Some(name)).await;
            match found.len() {
                1 => return found.remove(0),
                0 if Instant::now() < deadline => {
                    // A navigation ends the wait early; the next look decides.
                    let _ = self.call(scripts::NEXT_CHANGE, vec![]).await;
                }
                count => {
                    let names = self.names(role).await;
                    self.give_up(&format!("{count} elements are a {role} named {name:?}; there are {names:?}")).await
                }
            }
        }
    }

    /// All elements of an ARIA role now, in the order of the document; with a name, those of exactly that name.
    pub async fn find_all(&self, role: &str, name: Option<&str>) -> Vec<Element> {
        let mut found = Vec::new();
        for node in self.accessible(role, name).await {
            let object = self.devtools("DOM.resolveNode", json!({ "backendNodeId": node["backendDOMNodeId"] })).await;
            let keep = json!({ "objectId": object["object"]["objectId"],
                               "functionDeclaration": "function () { globalThis.foundByRole = this; }" });
            self.devtools("Runtime.callFunctionOn", keep).await;
            let taken = "const found = globalThis.foundByRole; delete globalThis.foundByRole; return found;";
            let reference = self.run(taken, vec![]).await;
            let number = reference.as_object().and_then(|only| only.values().next()?.as_str()).expect("an element");
            found.push(Element::from_element_id(self.client.clone(), number.to_owned().into()));
        }
        found
    }

    /// The accessible names of all elements of a role, in the order of the document.
    ///
    /// The browser's own parts of a field are among them, such as the button that opens a calendar.
    pub async fn names(&self, role: &str) -> Vec<String> {
        let nodes = self.accessible(role, None).await;
        nodes.iter().map(|node| node["name"]["value"].as_str().unwrap_or_default().to_owned()).collect()
    }

    async fn accessible(&self, role: &str, name: Option<&str>) -> Vec<Value> {
        let document = self.devtools("DOM.getDocument", json!({ "depth": 0 })).await;
        let mut query = json!({ "backendNodeId": document["root"]["backendNodeId"], "role": role });
        if let Some(name) = name {
            query["accessibleName"] = json!(name);
        }
        let answer = self.devtools("Accessibility.queryAXTree", query).await;
        let nodes = answer["nodes"].as_array().cloned().unwrap_or_default();
        nodes.into_iter().filter(|node| node["ignored"] != json!(true)).collect()
    }

    /// Replaces the value of a field at once.
    pub async fn fill(&self, field: &Element, value: &str) {
        let field = serde_json::to_value(field).expect("an element reference");
        self.run(scripts::FILL, vec![field, json!(value)]).await;
    }

    /// Presses a key where the focus is.
    pub async fn press(&self, key: Key) {
        let focused = self.client.active_element().await.expect("something has the focus");
        focused.send_keys(&char::from(key).to_string()).await.expect("cannot press the key");
    }

    /// What the console shows in red since the last call: failures of scripts, requests, the security policy.
    pub async fn severe_messages(&self) -> Vec<String> {
        let entries = self.log("browser").await;
        let severe = entries.into_iter().filter(|entry| entry["level"] == json!("SEVERE"));
        severe.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Every address that was requested since the last call, `data:` and `blob:` among them.
    pub async fn requested_addresses(&self) -> Vec<String> {
        let mut addresses = Vec::new();
        for entry in self.log("performance").await {
            let text = entry["message"].as_str().unwrap_or_default();
            let event: Value = serde_json::from_str(text).expect("the log holds JSON");
            if event["message"]["method"] == json!("Network.requestWillBeSent") {
                let address = &event["message"]["params"]["request"]["url"];
                addresses.push(address.as_str().unwrap_or_default().to_owned());
            }
        }
        addresses
    }

    /// What axe-core finds on the whole page, one line per element.
    pub async fn accessibility_findings(&self) -> Vec<String> {
        self.accessibility_findings_in(None, &[]).await
    }

    /// What axe-core finds in the part that a selector names, by some of its rules or, without any named, by all.
    pub async fn accessibility_findings_in(&self, part: Option<&str>, rules: &[&str]) -> Vec<String> {
        if self.run("return typeof axe === 'undefined'", vec![]).await == json!(true) {
            let file = project_root().join("tests/node_modules/axe-core/axe.min.js");
            let source =
                std::fs::read_to_string(&file).expect("axe-core is not installed; `cargo xtask test` installs it");
            self.run(&source, vec![]).await;
        }
        // Colours on their way from one state to the next belong to neither.
        self.until("nothing moves", "document.getAnimations().every((one) => one.playState !== 'running')").await;
        let found = self.call(scripts::AXE, vec![json!(part), json!(rules)]).await.expect("axe-core failed");
        serde_json::from_value(found).expect("a list of lines")
    }

    /// What assistive technology meets: a line per element with role, name and state, indented by depth.
    ///
    /// Of the rows of a table only the heads and the first two are given, then their number.
    pub async fn accessibility_tree(&self) -> String {
        let answer = self.devtools("Accessibility.getFullAXTree", json!({})).await;
        accessibility::outline(answer["nodes"].as_array().map(Vec::as_slice).unwrap_or_default())
    }

    /// Writes what the viewport shows to `target/shots/<name>.png`.
    pub async fn take_shot(&self, name: &str) -> PathBuf {
        let folder = shots_folder();
        std::fs::create_dir_all(&folder).expect("cannot create the folder of the shots");
        let file = folder.join(format!("{name}.png"));
        let picture = self.client.screenshot().await.expect("cannot take a screenshot");
        std::fs::write(&file, picture).expect("cannot write the screenshot");
        file
    }

    /// Writes the whole page, as long as it is, to `target/shots/<name>.png`; the look is set again afterwards.
    pub async fn take_long_shot(&self, name: &str, look: &Look) -> PathBuf {
        let height = self.run("return document.documentElement.scrollHeight", vec![]).await;
        let height = height.as_u64().and_then(|height| u32::try_from(height).ok()).unwrap_or(look.height);
        self.set_look(&Look { height: height.max(look.height), ..*look }).await;
        self.call("await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame);", vec![])
            .await
            .expect("no frame was drawn");
        let file = self.take_shot(name).await;
        self.set_look(look).await;
        file
    }

    async fn give_up(&self, what: &str) -> ! {
        let text = self.client.execute("return document.body.innerText.slice(0, 2000)", vec![]).await;
        let messages = self.severe_messages().await;
        panic!(
            "{what}\nconsole: {messages:#?}\nthe page shows: {}",
            text.unwrap_or_default().as_str().unwrap_or_default()
        );
    }

    /// A command of the browser's developer tools.
    pub async fn devtools(&self, method: &'static str, parameters: Value) -> Value {
        let command = Extension { path: "goog/cdp/execute", body: json!({ "cmd": method, "params": parameters }) };
        self.client.issue_cmd(command).await.unwrap_or_else(|problem| panic!("{method}: {problem}"))
    }

    async fn log(&self, kind: &'static str) -> Vec<Value> {
        let command = Extension { path: "se/log", body: json!({ "type": kind }) };
        let entries = self.client.issue_cmd(command).await.expect("cannot read the log");
        entries.as_array().cloned().unwrap_or_default()
    }
}

/// The folder of the published site.
pub fn site_folder() -> PathBuf {
    let folder = project_root().join("dist");
    assert!(folder.join("index.html").is_file(), "there is no site in dist/; build it with `cargo xtask build`");
    folder
}

/// The folder that the shots go to.
pub fn shots_folder() -> PathBuf {
    project_root().join("target/shots")
}

/// The project's folder.
pub fn project_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the project's folder")
}

async fn connect(driver: &Driver) -> Client {
    let browser = tools::chromium().expect("Chromium is not installed; `cargo xtask test` installs it");
    let profile = format!("--user-data-dir={}", driver.profile().display());
    let capabilities = json!({
        "goog:chromeOptions": {
            "binary": browser,
            "args": ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                     "--no-first-run", "--disable-background-networking", "--disable-component-update",
                     "--disable-sync", "--hide-scrollbars", profile],
        },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "timeouts": { "script": 120_000, "pageLoad": 60_000 },
    });
    let Value::Object(capabilities) = capabilities else { unreachable!("written as an object above") };
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&driver.address())
        .await
        .expect("cannot start Chromium")
}

/// A command of ChromeDriver beyond the WebDriver standard.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &str = "<!doctype html><html lang='ko'><head><meta charset='utf-8'><title>t</title></head><body><main>
        <label>여는 시각 <input type='datetime-local' id='opens'></label>
        <button aria-label='공유'>x</button><button hidden>숨김</button><p id='seen'></p></main>
        <script>
          opens.oninput = () => { seen.textContent = opens.value; };
          document.querySelector('button').onclick = () => requestAnimationFrame(() => {
            document.querySelector('main').insertAdjacentHTML('beforeend', '<h2>링크</h2>');
          });
          console.error('on purpose');
        </script></body></html>";

    async fn form() -> (Page, PathBuf) {
        let folder = std::env::temp_dir().join(format!("stagger-form-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), FORM).unwrap();
        let page = Page::blank(&folder, &Look { reduced_motion: true, ..Look::PHONE.in_english().in_the_dark() }).await;
        page.visit("").await;
        (page, folder)
    }

    #[tokio::test]
    async fn a_journey_finds_by_role_and_name_fills_presses_and_waits() {
        let (page, folder) = form().await;
        assert_eq!(page.names("button").await.last().map(String::as_str), Some("공유"));
        assert_eq!(page.find_all("button", Some("숨김")).await.len(), 0);
        assert_eq!(page.find_all("button", Some("공")).await.len(), 0);

        let opens = page.find("DateTime", "여는 시각").await;
        page.fill(&opens, "2022-04-01T14:00").await;
        assert_eq!(page.run("return seen.textContent", vec![]).await, "2022-04-01T14:00");

        let share = page.find("button", "공유").await;
        page.run("arguments[0].focus()", vec![serde_json::to_value(&share).unwrap()]).await;
        page.press(Key::Enter).await;
        page.find("heading", "링크").await;
        assert_eq!(page.until("the heading", "document.querySelector('h2')?.textContent").await, "링크");

        let media = "return [matchMedia('(prefers-color-scheme: dark)').matches,
            matchMedia('(prefers-reduced-motion: reduce)').matches, navigator.language, innerWidth, innerHeight,
            devicePixelRatio, Intl.DateTimeFormat().resolvedOptions().timeZone]";
        let seen = page.run(media, vec![]).await;
        assert_eq!(seen, json!([true, true, "en-GB", 360, 780, 3, "Asia/Seoul"]));
        assert!(page.severe_messages().await.iter().any(|message| message.contains("on purpose")));
        assert_eq!(
            page.call("throw { code: 'c', pointer: '' }", vec![]).await,
            Err(r#"{"code":"c","pointer":""}"#.to_owned())
        );
        std::fs::remove_dir_all(folder).unwrap();
    }
}
