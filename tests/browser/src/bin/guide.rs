//! Takes the pictures of docs/tender-guide.*.md from the built page into docs/pictures/, in both languages.

use std::path::Path;

use fantoccini::Locator;
use journeys::{Look, Page};
use serde_json::json;
use stagger::text::Language;
use stagger::text::requirements::{self, Remark};

/// Wide enough for a panel beside the page, narrow enough for a document.
const LOOK: Look = Look { width: 1100, height: 900, ..Look::WIDE };

/// Sets a field as a person would.
const TYPE: &str = "
    const field = document.getElementById(arguments[0]);
    field.focus();
    field.value = arguments[1];
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = std::env::args().nth(1).expect("the folder of the pictures");
    let page = Page::open(&LOOK, "").await;
    for language in Language::ALL {
        page.set_look(&if language == Language::English { LOOK.in_english() } else { LOOK }).await;
        let doors = &language.catalogue().doors;
        let panels = [
            ("result", None),
            ("capacity", Some(doors.capacity)),
            ("requirements", Some(doors.requirements)),
            ("documents", Some(doors.documents)),
            ("share", Some(doors.share)),
        ];
        for (name, door) in panels {
            page.go(&format!("?lang={}&theme=light", language.tag())).await;
            page.run("document.querySelector('.examples button').click()", vec![]).await;
            page.come_to_rest().await;
            if let Some(door) = door {
                page.find("button", door).await.click().await.expect("a door opens");
                page.until("the panel", "document.querySelector('#workshop h2, #workshop h1') !== null").await;
                page.come_to_rest().await;
            }
            if name == "requirements" {
                let waited = (requirements::words(language).remark)(&Remark::NoBands);
                let come = format!("!document.querySelector('#workshop').textContent.includes({})", json!(waited));
                page.until("the bands", &come).await;
            }
            if name == "capacity" {
                for (field, value) in [("stage", "1"), ("figure-0", "48,000/h")] {
                    page.run(TYPE, vec![json!(format!("workshop-field-{field}")), json!(value)]).await;
                    page.come_to_rest().await;
                }
            }
            save(&page, &folder, language, name, if door.is_some() { "#workshop" } else { "main" }).await;
            if name == "documents" {
                page.run("document.querySelector('#workshop [data-name=report]').click()", vec![]).await;
                page.until("the report", "document.querySelector('.report-view[open]') !== null").await;
                page.run("document.querySelector('.report-table').scrollIntoView()", vec![]).await;
                // The caption with its button, below the bar that stays.
                page.run("document.querySelector('.report-view').scrollTop -= 90", vec![]).await;
                save(&page, &folder, language, "report", ".report-view").await;
            }
        }
    }
    let messages = page.severe_messages().await;
    assert!(messages.is_empty(), "the console shows {messages:#?}");
}

/// What is seen of an element.
async fn save(page: &Page, folder: &str, language: Language, name: &str, selector: &str) {
    page.call("await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame);", vec![])
        .await
        .expect("a frame is drawn");
    page.run("document.activeElement?.blur()", vec![]).await;
    let element = page.client().find(Locator::Css(selector)).await.expect("the element is there");
    let seen = page.run(
        "const { top, bottom } = document.querySelector(arguments[0]).getBoundingClientRect();
         return top >= 0 && bottom <= innerHeight",
        vec![json!(selector)],
    );
    // Of what is longer than the window the window is enough.
    let whole = seen.await == json!(true);
    let picture = if whole { element.screenshot().await } else { page.client().screenshot().await };
    let file = Path::new(folder).join(format!("tender-{}-{name}.png", language.tag()));
    std::fs::write(&file, picture.expect("a picture")).expect("the folder of the pictures is there");
    println!("{}", file.display());
}
