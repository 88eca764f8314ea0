//! A reader walks every picture by arrow keys and by touch, sorts the table of slots and goes from table to picture.

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::key::Key;
use journeys::{Look, Page};
use serde_json::{Value, json};
use stagger::text::{Catalogue, Language};

/// What the picture that has the focus says, and the cells of its table.
const SPOKEN: &str = "return document.activeElement.getAttribute('aria-valuetext')";

/// The rows of the table of the picture of that name.
const ROWS: &str = "
    const table = document.querySelector(`figure[data-picture='${arguments[0]}'] table`);
    return [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));";

#[tokio::test]
async fn every_picture_says_what_stands_in_its_table_in_korean() {
    every_picture(&Look::WIDE, Language::Korean).await;
}

#[tokio::test]
async fn every_picture_says_what_stands_in_its_table_in_english() {
    every_picture(&Look::WIDE.in_english(), Language::English).await;
}

async fn every_picture(look: &Look, language: Language) {
    let text = language.catalogue();
    let page = Page::open(look, "").await;
    // The bands that come in later are rows of tables, too.
    page.come_to_rest().await;
    for (name, label) in
        [("map", text.tile_map.picture), ("completion", text.completion.picture), ("fairness", text.fairness.picture)]
    {
        let picture = shown(&page, name, label).await;
        focus(&page, &picture).await;
        let rows = page.run(ROWS, vec![json!(name)]).await;
        page.press(Key::Home).await;
        says(&page, &rows[0]).await;
        page.press(Key::End).await;
        let last = rows.as_array().unwrap().len() - 1;
        says(&page, &rows[last]).await;
        page.press(if name == "fairness" { Key::Up } else { Key::Left }).await;
        let before = spoken_rows(&page, &rows).await;
        assert!(before.iter().any(|row| *row != last), "{name}: {before:?}");
        touch(&page, &picture).await;
        assert!(!spoken_rows(&page, &rows).await.is_empty(), "{name}: touch reads a row");
    }
    heat_map(&page, text).await;
}

/// The heat map has a table only when it is asked for, by T; T leads back, and the focus stays.
async fn heat_map(page: &Page, text: &Catalogue) {
    let picture = shown(page, "heat", text.heat_map.picture).await;
    focus(page, &picture).await;
    page.press(Key::Home).await;
    page.press(Key::Down).await;
    page.press(Key::Right).await;
    let spoken = page.run(SPOKEN, vec![]).await.as_str().unwrap().to_owned();
    letter_t(page).await;
    page.until("the table", "document.activeElement.id === 'table-heat'").await;
    let rows = page.run(ROWS, vec![json!("heat")]).await;
    for cell in [&rows[1][0], &rows[1][2]] {
        assert!(spoken.contains(cell.as_str().unwrap()), "{spoken}: {cell}");
    }
    letter_t(page).await;
    page.until("the picture", "document.activeElement.id === 'picture-heat'").await;
}

#[tokio::test]
async fn the_table_of_slots_sorts_and_marks_the_slot_in_the_picture() {
    let text = Language::English.catalogue();
    let page = Page::open(&Look::WIDE.in_english(), "").await;
    page.come_to_rest().await;
    let sort = page.client().find(Locator::Css("table.slots th:nth-child(5) .sort")).await.unwrap();
    assert_eq!(sort.text().await.unwrap(), text.slot_table.peak_load);
    let loads = "return [...document.querySelectorAll('table.slots tbody tr:not([data-between])')].map((row) => parseFloat(row.children[4].textContent))";
    for (state, is_sorted) in [("descending", true), ("ascending", true), ("none", false)] {
        focus(&page, &sort).await;
        page.press(Key::Enter).await;
        let condition = format!(
            "(document.querySelector('table.slots thead').children[0].children[4].getAttribute('aria-sort') ?? 'none') === '{state}'"
        );
        page.until(state, &condition).await;
        let loads: Vec<f64> = serde_json::from_value(page.run(loads, vec![]).await).unwrap();
        let in_order =
            if state == "descending" { loads.windows(2).all(|pair| pair[0] >= pair[1]) } else { loads.is_sorted() };
        assert_eq!(in_order, is_sorted, "{state}: {loads:?}");
    }

    let row = page.find("button", &(text.common.window_number)(3)).await;
    focus(&page, &row).await;
    page.until("the row to be marked", "document.querySelector('table.slots tr[data-chosen] #slot-row-2') !== null")
        .await;
    let picture = page.find("slider", text.slot_chart.picture).await;
    focus(&page, &picture).await;
    let spoken = page.run(SPOKEN, vec![]).await;
    let load =
        page.run("return document.querySelector('#slot-row-2').closest('tr').children[4].textContent", vec![]).await;
    assert!(spoken.as_str().unwrap().contains(load.as_str().unwrap()), "{spoken}: {load}");
    page.press(Key::Right).await;
    page.press(Key::Enter).await;
    page.until("the focus on the next row", "document.activeElement.id === 'slot-row-3'").await;
}

/// The picture of that label, scrolled into sight: it is worked out only then.
async fn shown(page: &Page, name: &str, label: &str) -> Element {
    page.run(
        "document.querySelector(`figure[data-picture='${arguments[0]}']`).scrollIntoView({ block: 'center' })",
        vec![json!(name)],
    )
    .await;
    let picture = page.find("slider", label).await;
    page.stand_still().await;
    picture
}

async fn focus(page: &Page, element: &Element) {
    page.run("arguments[0].focus()", vec![serde_json::to_value(element).unwrap()]).await;
}

async fn letter_t(page: &Page) {
    page.client().active_element().await.unwrap().send_keys("t").await.unwrap();
}

/// A finger on the middle of the picture.
async fn touch(page: &Page, picture: &Element) {
    let script = "
        const box = arguments[0].getBoundingClientRect();
        const at = { clientX: box.x + box.width * 0.6, clientY: box.y + box.height * 0.5, bubbles: true, pointerType: 'touch' };
        arguments[0].querySelector('canvas').dispatchEvent(new PointerEvent('pointerdown', at));";
    page.run(script, vec![serde_json::to_value(picture).unwrap()]).await;
}

async fn says(page: &Page, row: &Value) {
    let cells: Vec<&str> = row.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let condition = format!(
        "{}.every((cell) => document.activeElement.getAttribute('aria-valuetext').includes(cell))",
        json!(cells)
    );
    page.until("the picture to say its row", &condition).await;
}

/// The rows whose cells are all in what the picture says.
async fn spoken_rows(page: &Page, rows: &Value) -> Vec<usize> {
    let spoken = page.run(SPOKEN, vec![]).await;
    let spoken = spoken.as_str().unwrap();
    let is_said = |row: &Value| row.as_array().unwrap().iter().all(|cell| spoken.contains(cell.as_str().unwrap()));
    rows.as_array().unwrap().iter().enumerate().filter(|(_, row)| is_said(row)).map(|(index, _)| index).collect()
}
