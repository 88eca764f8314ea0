//! The table of a picture.

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::Scene;

#[derive(Clone, PartialEq, Properties)]
pub struct DataTableProps {
    pub scene: Rc<Scene>,
    /// Whether it is for assistive technology only.
    pub hidden: bool,
}

/// The numbers of a picture as a table, first column as row headings.
#[component]
pub fn DataTable(props: &DataTableProps) -> Html {
    let table = &props.scene.table;
    let class = if props.hidden { "visually-hidden" } else { "table-frame" };
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
        <div {class} tabindex={(!props.hidden).then_some("0")} role={(!props.hidden).then_some("region")} aria-label={(!props.hidden).then(|| props.scene.title.clone())}>
            <table class="data">
                <caption class="visually-hidden">{ &props.scene.title }{ " " }{ &props.scene.subtitle }</caption>
                <thead><tr>{ for table.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }</tr></thead>
                <tbody>{ for table.rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}
