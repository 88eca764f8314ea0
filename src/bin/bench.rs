//! The engine as `cargo xtask bench forecast` times it in the browser: one question at a time.

use std::cell::RefCell;

use kernels::Kernel;
use stagger::plan::CheckedPlan;
use stagger::wire::plan_file;
use wasm_bindgen::prelude::wasm_bindgen;

#[path = "../../tests/browser/src/kernels.rs"]
mod kernels;

thread_local! {
    static PLAN: RefCell<Option<CheckedPlan>> = const { RefCell::new(None) };
}

/// Takes the plan that is asked about; whether it is one.
#[wasm_bindgen]
pub fn take(text: &str) -> bool {
    let plan = plan_file::read(text).ok().and_then(|plan| CheckedPlan::new(plan).ok());
    let is_sound = plan.is_some();
    PLAN.set(plan);
    is_sound
}

/// Asks so many times one after the other; a number that is not one says that nothing was asked.
#[wasm_bindgen]
pub fn ask(name: &str, times: usize) -> f64 {
    let kernel = Kernel::ALL.into_iter().find(|kernel| kernel.name() == name);
    PLAN.with_borrow(|plan| match (kernel, plan) {
        (Some(kernel), Some(plan)) => (0..times).fold(f64::NAN, |_, _| kernel.ask(plan)),
        _ => f64::NAN,
    })
}

fn main() {}
