//! On 320 CSS pixels, and so at 400 % zoom of a desk screen, nothing is read by scrolling sideways.

use journeys::{Look, Page};
use stagger::library::Wording;
use stagger::library::busan::Example;
use stagger::text::{Catalogue, Language, format};

/// The narrowest phone.
pub const NARROW: Look = Look { width: 320, height: 640, ..Look::PHONE };

/// A desk screen of 1280 x 1024 at 400 % zoom.
const ZOOMED: Look = Look { width: 320, height: 256, pixel_ratio: 4.0, ..Look::WIDE };

/// Where the page is wider than the screen: the page itself, and whatever sticks out without a frame that scrolls.
const TOO_WIDE: &str = "
    const root = document.documentElement;
    const found = root.scrollWidth > root.clientWidth ? [`the page: ${root.scrollWidth} px`] : [];
    const scrolls = (element) => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== 'visible') return true;
      }
      return false;
    };
    for (const element of document.body.querySelectorAll('*')) {
      const box = element.getBoundingClientRect();
      const shown = box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true });
      if (shown && (box.right > innerWidth + 0.5 || box.left < -0.5) && !scrolls(element)) {
        found.push(`${element.localName}.${element.getAttribute('class') ?? ''}: ${box.left} to ${box.right} px`);
      }
    }
    return found;";

#[tokio::test]
async fn nothing_sticks_out_on_the_narrowest_phone() {
    nothing_sticks_out(&NARROW, Language::Korean).await;
    nothing_sticks_out(&NARROW.in_english(), Language::English).await;
}

#[tokio::test]
async fn nothing_sticks_out_at_four_hundred_percent() {
    nothing_sticks_out(&ZOOMED, Language::Korean).await;
    nothing_sticks_out(&ZOOMED.in_english(), Language::English).await;
}

async fn nothing_sticks_out(look: &Look, language: Language) {
    let text = language.catalogue();
    let page = Page::open(look, "").await;
    let sections = [
        (text.frame.tab_members, text.members.edit),
        (text.frame.tab_windows, text.windows.edit),
        (text.frame.tab_journey, text.journey.edit),
        (text.frame.tab_arrivals, text.assumptions.edit),
        (text.plan_form.tab, text.plan_form.edit),
    ];
    fits(&page, text.frame.tab_result).await;
    for (tab, edit) in sections {
        choose(&page, tab).await;
        page.find("button", text.common.edit_closed).await;
        if edit == text.windows.edit {
            open_first_window(&page, text).await;
            fits(&page, text.windows.opens).await;
            click(&page, text.timetable.close_window).await;
            choose_first_cohort(&page, text).await;
        }
        fits(&page, tab).await;
        click(&page, text.common.edit_closed).await;
        page.until("the result", "document.querySelector('[data-section=result]') !== null").await;
    }
    fits(&page, text.frame.result).await;
}

async fn open_first_window(page: &Page, text: &Catalogue) {
    let read = if text.language == Language::Korean { Wording::korean } else { Wording::english };
    let window = &Example::Staggered.plan(read).windows[0];
    let time = format::interval(text.language, window.opens, window.closes);
    click(page, &(text.windows.row)(1, &time, window.cohorts.len())).await;
    page.find("DateTime", text.windows.opens).await;
}

async fn choose_first_cohort(page: &Page, text: &Catalogue) {
    page.run("document.querySelector('[data-chip]').click()", vec![]).await;
    page.find("textbox", text.cohorts.name).await;
}

async fn click(page: &Page, name: &str) {
    let button = page.find("button", name).await;
    // To the middle: at the edges the bars of the page lie over it.
    let reference = serde_json::to_value(&button).unwrap();
    page.run("arguments[0].scrollIntoView({ block: 'center' })", vec![reference]).await;
    button.click().await.unwrap();
}

/// The bar of tabs is the last to bear the name; a column of the table may bear it too.
async fn choose(page: &Page, tab: &str) {
    page.find_all("button", Some(tab)).await.pop().expect("a tab of that name").click().await.unwrap();
}

pub async fn fits(page: &Page, what: &str) {
    let found = page.run(TOO_WIDE, vec![]).await;
    assert_eq!(found, serde_json::json!([]), "{what}: {found:#}");
}
