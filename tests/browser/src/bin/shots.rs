//! Photographs the built page into `target/shots/`: every screen and form, in both languages and themes, at five widths
//! and as it is printed.

use journeys::{Look, Page, Theme};
use serde_json::json;

/// Names and looks of the screens.
const SCREENS: [(&str, Look); 5] = [
    ("wide", Look::WIDE),
    ("laptop", Look { width: 1100, height: 800, ..Look::WIDE }),
    ("tablet", Look { width: 820, height: 1100, ..Look::WIDE }),
    ("projector", Look { width: 2560, height: 1300, ..Look::WIDE }),
    ("phone", Look::PHONE),
];

/// Names of the states, and the script that leads there from the first picture of the page.
const STATES: [(&str, &str); 9] = [
    ("result", ""),
    ("members", "document.getElementById('members-form').click()"),
    ("windows", "document.getElementById('windows-form').click()"),
    ("journey", "document.getElementById('journey-form').click()"),
    ("arrivals", "document.getElementById('arrivals-form').click()"),
    ("plan", "document.getElementById('plan-form').click()"),
    ("plans", "document.querySelector('.plans-button').click()"),
    (
        "tables",
        "for (const place of document.querySelectorAll('.chart-switches .segment:last-child')) place.lastElementChild.click()",
    ),
    ("as-it-was", "document.querySelectorAll('.examples button')[1].click()"),
];

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let page = Page::open(&Look::WIDE, "").await;
    for (language, tag) in [("ko", "ko-KR"), ("en", "en-GB")] {
        for theme in [Theme::Light, Theme::Dark] {
            for (size, base) in SCREENS {
                let look = Look { language: tag, theme, ..base };
                page.set_look(&look).await;
                let address = format!("?lang={language}&theme={}", theme.word());
                for (state, script) in STATES {
                    page.go(&address).await;
                    page.run("document.querySelector('.examples button').click()", vec![]).await;
                    page.run(script, vec![]).await;
                    let name = format!("{language}-{}-{size}-{state}", theme.word());
                    println!("{}", page.take_long_shot(&name, &look).await.display());
                }
                page.go(&format!("{address}#plan=no-plan")).await;
                let name = format!("{language}-{}-{size}-refused", theme.word());
                println!("{}", page.take_shot(&name).await.display());
            }
            on_paper(&page, language, theme).await;
        }
    }
    let messages = page.severe_messages().await;
    assert!(messages.is_empty(), "the console shows {messages:#?}");
}

/// The page as it goes to the printer, with a form open: the result alone, on white.
async fn on_paper(page: &Page, language: &str, theme: Theme) {
    let look = Look { width: 760, height: 1075, theme, ..Look::WIDE };
    page.set_look(&look).await;
    page.go(&format!("?lang={language}&theme={}", theme.word())).await;
    page.run("document.getElementById('windows-form').click()", vec![]).await;
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    let name = format!("{language}-{}-paper", theme.word());
    println!("{}", page.take_shot(&name).await.display());
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
}
