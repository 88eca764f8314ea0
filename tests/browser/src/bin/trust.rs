//! Prints fluid, stochastic band and simulation side by side, slot by slot: of both plans of Busan, and of two
//! plans near their limits.

#[path = "../../../suite/near_limit.rs"]
mod near_limit;
#[path = "../../../suite/workloads.rs"]
mod workloads;

use stagger::demand::Scenario;
use stagger::explain::trust::{self, Simulated, SlotBeside};
use stagger::forecast::chance::{SlotChance, chance};
use stagger::forecast::simulation::replicate;
use stagger::forecast::trust::Estimated;
use stagger::forecast::{self, Forecast};
use stagger::library::busan::Example;
use stagger::library::wording::Wording;
use stagger::plan::{CheckedPlan, Plan};
use stagger::text::Language::English;
use stagger::text::trust::{texts, with_margin};
use stagger::wire::plan_file;

/// Replications of each plan.
const RUNS: u32 = 10;
const SEED: u64 = 1;

fn main() {
    println!(
        "Every person simulated {RUNS} times (seed {SEED}); +- is the 99 % interval of the mean. Wait is that at the"
    );
    println!("percentile of the target. Chance: nine of ten longest queues by the normal closure, * = near the limit.");
    for example in Example::ALL {
        print_plan(example.plan(Wording::english));
    }
    for plan in [near_limit::near_limit(), workloads::w2t()] {
        print_plan(plan_file::read(&plan).expect("a plan file"));
    }
}

fn print_plan(plan: Plan) {
    let plan = CheckedPlan::new(plan).expect("a sound plan");
    let forecast = forecast::run(&plan);
    let chances = chance(&plan, &forecast);
    let estimates = replicate(&plan, Scenario::Planned, SEED, RUNS, |_, _| {});
    let simulated = Simulated::of(&Estimated::of(&estimates)).expect("some replications");
    println!("\n{}", plan.plan().title);
    println!(
        "{:>8}{:>10}{:>20}{:>18}{:>10}{:>20}{:>9}{:>16}  compared",
        "slot", "queue", "simulated", "by chance", "wait", "simulated", "lost", "simulated"
    );
    let rows = trust::slots(&forecast, &simulated);
    for (index, row) in rows.iter().enumerate() {
        print_row(&forecast, row, chances.as_ref().and_then(|chances| chances[index]), index);
    }
    for total in trust::totals(&forecast.totals, &simulated) {
        println!(
            "{:>20}: {:.0} for {} ({})",
            (texts(English).compared)(total.compared, ""),
            total.fluid.unwrap_or(f64::INFINITY),
            with_margin(English, total.compared, total.simulated, total.margin),
            (texts(English).agrees)(total.agreement, total.compared)
        );
    }
}

fn print_row(forecast: &Forecast, row: &SlotBeside, chance: Option<SlotChance>, index: usize) {
    let name = row.window.map_or_else(|| "between".to_owned(), |window| (window + 1).to_string());
    let slot = &forecast.slots[index];
    let [queue, wait, lost] =
        row.figures.each_ref().map(|beside| with_margin(English, beside.compared, beside.simulated, beside.margin));
    let band = chance.map_or_else(String::new, |chance| {
        let mark = if chance.needs_simulation { "*" } else { " " };
        format!("{:.0}-{:.0}{mark}", chance.band.queue_low, chance.band.queue_high)
    });
    let gravest = row.gravest();
    println!(
        "{name:>8}{:>10.0}{queue:>20}{band:>18}{:>10}{wait:>20}{:>9.0}{lost:>16}  {}",
        slot.peak_queue,
        English.catalogue().common.wait(English, slot.wait_target_s),
        slot.lost,
        (texts(English).agrees)(gravest.agreement, gravest.compared)
    );
}
