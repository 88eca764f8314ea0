//! The page opens on any static host, asks for nothing outside it, and says so when it cannot start.

use std::fs;
use std::path::{Path, PathBuf};

use journeys::page::site_folder;
use journeys::{Look, Page};
use serde_json::json;

#[tokio::test]
async fn the_page_opens_under_a_sub_path_and_asks_for_nothing_outside_it() {
    let page = Page::open(&Look::WIDE, "").await;
    assert!(!page.client().title().await.unwrap().is_empty());
    let outside: Vec<String> = requested_outside(&page).await;
    assert!(outside.is_empty(), "{outside:#?}");
    assert_eq!(page.severe_messages().await, Vec::<String>::new());
}

#[tokio::test]
async fn axe_finds_nothing_in_either_language_and_theme() {
    let looks = [Look::WIDE, Look::WIDE.in_the_dark(), Look::WIDE.in_english(), Look::PHONE.in_english().in_the_dark()];
    let page = Page::open(&looks[0], "").await;
    for look in looks {
        page.set_look(&look).await;
        page.go("").await;
        let findings = page.accessibility_findings().await;
        assert!(findings.is_empty(), "{look:?}: {findings:#?}");
    }
}

#[tokio::test]
async fn the_theme_follows_the_address_before_the_preference() {
    let page = Page::open(&Look::WIDE.in_the_dark(), "").await;
    let theme = "return document.documentElement.dataset.theme";
    assert_eq!(page.run(theme, vec![]).await, "dark");
    page.go("?theme=light").await;
    assert_eq!(page.run(theme, vec![]).await, "light");
}

#[tokio::test]
async fn the_policy_of_the_page_refuses_foreign_scripts_and_connections() {
    let page = Page::open(&Look::WIDE, "").await;
    let refused = page.call("await fetch('http://127.0.0.1:9/'); return true", vec![]).await;
    assert!(refused.is_err(), "{refused:?}");
    let blocked = "const script = document.createElement('script');
        try { script.textContent = 'globalThis.ran = true'; } catch { script.append('globalThis.ran = true'); }
        document.head.append(script);
        const image = new Image();
        const failed = new Promise((resolve) => { image.onerror = resolve; });
        image.src = 'http://127.0.0.1:9/';
        await failed;
        return globalThis.ran === undefined;";
    assert_eq!(page.call(blocked, vec![]).await, Ok(json!(true)));
    let messages = page.severe_messages().await;
    assert!(
        messages.iter().filter(|message| message.contains("Content Security Policy")).count() >= 2,
        "{messages:#?}"
    );
}

#[tokio::test]
async fn a_site_without_its_wasm_file_says_so_in_both_languages() {
    let broken = BrokenSite::without("app_bg.wasm");
    let page = Page::blank(&broken.folder, &Look::WIDE).await;
    page.visit("").await;
    page.until("the notice", "!document.getElementById('load-failed').hidden").await;
    assert_eq!(page.names("heading").await, ["계획 도구를 불러오지 못했습니다", "The planner could not be loaded"]);
    let findings = page.accessibility_findings().await;
    assert!(findings.is_empty(), "{findings:#?}");
}

async fn requested_outside(page: &Page) -> Vec<String> {
    let inside = [page.address(), "data:".to_owned(), "blob:".to_owned()];
    let addresses = page.requested_addresses().await;
    assert!(addresses.iter().any(|address| address.contains("app_bg.wasm")), "{addresses:#?}");
    addresses.into_iter().filter(|address| !inside.iter().any(|start| address.starts_with(start))).collect()
}

/// A copy of the site with one file missing; removed when dropped.
struct BrokenSite {
    folder: PathBuf,
}

impl BrokenSite {
    fn without(file: &str) -> BrokenSite {
        let folder = std::env::temp_dir().join(format!("stagger-broken-site-{}", std::process::id()));
        copy(&site_folder(), &folder);
        fs::remove_file(folder.join(file)).unwrap();
        BrokenSite { folder }
    }
}

impl Drop for BrokenSite {
    fn drop(&mut self) {
        // Left to the system's own cleaning where it cannot be removed.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}
