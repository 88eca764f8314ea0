//! The engine as `cargo xtask bench forecast` and `bench schedule` time it in the browser: one question at a time.

use std::cell::RefCell;

use kernels::Kernel;
use stagger::plan::CheckedPlan;
use stagger::schedule::{Effort, Problem, solve};
use stagger::wire::plan_file;
use stagger::worker::schedule_of_plan;
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

/// Has the plan plan itself, as a script asks for it.
#[wasm_bindgen]
pub fn schedule(options: &str) -> Option<String> {
    PLAN.with_borrow(|plan| schedule_of_plan(plan.as_ref()?, options))
}

/// Deals groups of these sizes to equal windows so many times, with little effort: the value and its bound.
#[wasm_bindgen]
pub fn deal(sizes: Vec<f64>, windows: usize, times: usize) -> Vec<f64> {
    let problem = Problem::equal_windows(sizes, windows);
    let answer = (0..times).fold(None, |_, _| solve(&problem, Effort::QUICK, 1));
    answer.map_or_else(Vec::new, |answer| vec![answer.value, answer.bound.value])
}

fn main() {}
