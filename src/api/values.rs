//! Values of JavaScript as JSON text, and back.

use js_sys::JSON;
use wasm_bindgen::JsValue;

/// The JSON text of a plan. A string is taken for the text of a plan file; what has no JSON form gives an empty
/// object, which is no plan.
pub(super) fn plan_text(plan: &JsValue) -> String {
    if let Some(text) = plan.as_string() {
        return text;
    }
    let text = JSON::stringify(plan).ok().and_then(|text| JsValue::from(text).as_string());
    text.unwrap_or_else(|| "{}".to_owned())
}

/// # Errors
/// The text is not JSON.
pub(super) fn parsed(text: String) -> Result<JsValue, JsValue> {
    JSON::parse(&text)
}
