//! The accessibility tree as text that can be kept and compared.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

/// Elements that say nothing of their own: their text is in the name of what holds them.
const SILENT: [&str; 6] = ["none", "generic", "InlineTextBox", "StaticText", "LineBreak", "RootWebArea"];

/// Rows of a table that are written out.
const ROWS: usize = 2;

/// Fields whose parts are the browser's own, and named anew by each version of it.
const BROWSERS_OWN: [&str; 3] = ["Date", "DateTime", "InputTime"];

/// States that are written where they are set.
const STATES: [&str; 8] = ["checked", "disabled", "expanded", "invalid", "level", "pressed", "required", "selected"];

/// The elements of Chromium's accessibility tree, each with role, name and state.
pub fn outline(nodes: &[Value]) -> String {
    let by_id: BTreeMap<&str, &Value> =
        nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let mut text = String::new();
    if let Some(root) = nodes.first() {
        write_node(root, &by_id, 0, &mut text);
    }
    text
}

fn write_node(node: &Value, by_id: &BTreeMap<&str, &Value>, depth: usize, text: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let is_silent = node["ignored"] == Value::Bool(true) || SILENT.contains(&role);
    let mut below = depth;
    if !is_silent {
        let name = node["name"]["value"].as_str().unwrap_or_default();
        let _ = writeln!(text, "{}{role}{}{}", "  ".repeat(depth), quoted(name), states(node));
        below += 1;
    }
    // A button, a heading and the like are their name; what is inside adds nothing.
    let is_whole =
        ["button", "heading", "link", "img", "image", "option", "paragraph", "cell", "gridcell"].contains(&role);
    if BROWSERS_OWN.contains(&role) || is_whole && !holds_controls(node, by_id) {
        return;
    }
    let mut rows = 0;
    for child in children(node, by_id) {
        let is_row = child["role"]["value"] == "row";
        rows += usize::from(is_row);
        if !is_row || rows <= ROWS {
            write_node(child, by_id, below, text);
        }
    }
    if rows > ROWS {
        let _ = writeln!(text, "{}({rows} rows)", "  ".repeat(below));
    }
}

fn holds_controls(node: &Value, by_id: &BTreeMap<&str, &Value>) -> bool {
    children(node, by_id).any(|child| {
        let role = child["role"]["value"].as_str().unwrap_or_default();
        ["button", "textbox", "checkbox", "link", "slider"].contains(&role) || holds_controls(child, by_id)
    })
}

fn children<'a>(node: &'a Value, by_id: &'a BTreeMap<&str, &Value>) -> impl Iterator<Item = &'a Value> {
    let ids = node["childIds"].as_array().into_iter().flatten();
    ids.filter_map(|id| by_id.get(id.as_str()?).copied())
}

fn quoted(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(" {name:?}") }
}

fn states(node: &Value) -> String {
    let mut text = String::new();
    for property in node["properties"].as_array().into_iter().flatten() {
        let name = property["name"].as_str().unwrap_or_default();
        let value = &property["value"]["value"];
        let is_set = !matches!(value, Value::Bool(false) | Value::Null) && value != "false";
        if STATES.contains(&name) && is_set {
            let _ = write!(text, " [{name}={}]", value.to_string().trim_matches('"'));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn silent_elements_are_left_out_and_states_are_said() {
        let nodes = json!([
            { "nodeId": "1", "role": { "value": "RootWebArea" }, "name": { "value": "t" }, "childIds": ["2"] },
            { "nodeId": "2", "role": { "value": "generic" }, "childIds": ["3", "4", "5"] },
            { "nodeId": "3", "role": { "value": "button" }, "name": { "value": "Undo" }, "childIds": [],
              "properties": [{ "name": "disabled", "value": { "value": true } }, { "name": "pressed", "value": { "value": "false" } }] },
            { "nodeId": "4", "ignored": true, "role": { "value": "heading" }, "childIds": [] },
            { "nodeId": "5", "role": { "value": "Date" }, "name": { "value": "Dated" }, "childIds": ["6"] },
            { "nodeId": "6", "role": { "value": "spinbutton" }, "name": { "value": "Day Day" }, "childIds": [] },
        ]);
        assert_eq!(outline(nodes.as_array().unwrap()), "button \"Undo\" [disabled=true]\nDate \"Dated\"\n");
    }
}
