//! The table of a picture.

use yew::prelude::*;

use crate::chart::Scene;

/// The numbers of a picture as a table, first column as row headings; hidden = for assistive technology only.
pub fn data_table(scene: &Scene, hidden: bool) -> Html {
    let table = &scene.table;
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
    html! {
        <div {class} tabindex={(!hidden).then_some("0")} role={(!hidden).then_some("group")} aria-label={(!hidden).then(|| scene.title.clone())}>
            <table class="data">
                <caption class="visually-hidden">{ &scene.title }{ " " }{ &scene.subtitle }</caption>
                <thead><tr>{ for table.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }</tr></thead>
                <tbody>{ for table.rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}
