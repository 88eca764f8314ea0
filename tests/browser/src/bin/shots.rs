//! Photographs the built page in both languages and themes, wide and on a phone, into `target/shots/`.

use journeys::{Look, Page, Theme};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let page = Page::open(&Look::WIDE, "").await;
    for (language, tag) in [("ko", "ko-KR"), ("en", "en-GB")] {
        for theme in [Theme::Light, Theme::Dark] {
            for (size, base) in [("wide", Look::WIDE), ("phone", Look::PHONE)] {
                let look = Look { language: tag, theme, ..base };
                page.set_look(&look).await;
                page.go(&format!("?lang={language}&theme={}", theme.word())).await;
                let name = format!("{language}-{}-{size}", theme.word());
                println!("{}", page.take_shot(&name).await.display());
                println!("{}", page.take_long_shot(&format!("{name}-long"), &look).await.display());
            }
        }
    }
    let messages = page.severe_messages().await;
    assert!(messages.is_empty(), "the console shows {messages:#?}");
}
