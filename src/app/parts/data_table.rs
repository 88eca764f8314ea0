//! The table of a picture.

use yew::prelude::*;

use super::picture::table_id;
use crate::chart::Image;

/// The numbers of the picture of that name as a table, first column as row headings; hidden = for assistive
/// technology only. In a table that is seen, T leads back to the picture.
pub fn data_table(name: &str, image: &Image, hidden: bool, on_picture: Callback<()>) -> Html {
    let table = image.table();
    let class = if hidden { "visually-hidden" } else { "table-frame" };
    let row = |cells: &Vec<String>| {
        html! {
            <tr>{ for cells.iter().enumerate().map(|(index, cell)| if index == 0 {
                html! { <th scope="row">{ cell }</th> }
            } else {
                html! { <td>{ cell }</td> }
            }) }</tr>
        }
    };
    let onkeydown = (!hidden).then(|| {
        Callback::from(move |event: KeyboardEvent| {
            if event.key().eq_ignore_ascii_case("t") && !(event.ctrl_key() || event.meta_key() || event.alt_key()) {
                on_picture.emit(());
            }
        })
    });
    // The table that is seen is another element than the hidden one: whoever leaves it loses the focus at once.
    let key = if hidden { "hidden" } else { "seen" };
    html! {
        <div {key} {class} id={(!hidden).then(|| table_id(name))} tabindex={(!hidden).then_some("0")} role={(!hidden).then_some("group")}
            aria-label={(!hidden).then(|| image.title().to_owned())} {onkeydown}>
            <table class="data">
                <caption class="visually-hidden">{ image.title() }{ " " }{ image.subtitle() }</caption>
                <thead><tr>{ for table.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }</tr></thead>
                <tbody>{ for table.rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}
