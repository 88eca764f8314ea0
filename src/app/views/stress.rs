//! The plan with what happened on real days, one at a time, against the plan in hand.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::app::browser::{self, Appointment};
use crate::app::hooks::{Outcome, use_forecast, use_keeper, use_text};
use crate::app::parts::button::Button;
use crate::app::parts::verdict_mark::{MarkSize, verdict_mark};
use crate::app::parts::words::unbroken;
use crate::app::state::Origin;
use crate::app::wording;
use crate::forecast::{self, Slot, Totals, Verdict};
use crate::library::Stress;
use crate::library::stress::MORE;
use crate::plan::{CheckedPlan, Plan};
use crate::text::facts::stage_name;
use crate::text::risk_page::texts;
use crate::text::{Catalogue, Language, format, risk};

/// How long a forecast stands before the presets are computed [ms].
const SETTLED: u32 = 400;

/// What the table says of a plan.
#[derive(Clone, PartialEq)]
struct Told {
    verdict: Verdict,
    load: Option<f64>,
    /// At the percentile of the target [s]; `None` = not over before the horizon ends.
    wait: Option<f64>,
    lost: f64,
    /// [people]
    starters: f64,
}

impl Told {
    fn of(slots: &[Slot], totals: &Totals) -> Self {
        Self {
            verdict: slots.iter().map(|slot| slot.verdict).max().unwrap_or(Verdict::Holds),
            load: slots.iter().filter_map(|slot| slot.peak_load).reduce(f64::max),
            wait: slots.iter().try_fold(0.0, |longest: f64, slot| slot.wait_target_s.map(|wait| longest.max(wait))),
            lost: totals.lost,
            starters: totals.starters,
        }
    }
}

/// A plan of such a day, and what is told of it; `None` = it cannot be computed.
type Day = Option<(Arc<Plan>, Told)>;

/// The presets that were computed so far.
#[derive(Clone)]
struct Trials {
    of: Arc<Plan>,
    language: Language,
    presets: Rc<Vec<Stress>>,
    days: Vec<Day>,
}

/// Computes one preset after the other, each in a task of its own.
fn try_next(mut trials: Trials, show: UseStateSetter<Option<Trials>>, next: Rc<RefCell<Option<Appointment>>>) {
    let Some(preset) = trials.presets.get(trials.days.len()) else { return };
    let checked = CheckedPlan::new(preset.applied(&trials.of, wording::reading(trials.language)));
    trials.days.push(checked.ok().map(|checked| {
        let planned = forecast::planned(&checked);
        (checked.shared(), Told::of(&planned.story().slots, &planned.story().totals))
    }));
    show.set(Some(trials.clone()));
    let then = Rc::clone(&next);
    *next.borrow_mut() = Some(browser::after(0, move || try_next(trials, show, then)));
}

/// The section below that of risk; computed once it is in sight.
#[component]
pub fn StressSection() -> Html {
    let (text, outcome, keeper) = (use_text(), use_forecast(), use_keeper());
    let place = use_node_ref();
    let is_seen = browser::use_in_sight(&place) | browser::use_on_paper();
    let trials = use_state(|| None::<Trials>);
    let next = use_mut_ref(|| None::<Appointment>);
    let known = trials.as_ref().filter(|trials| {
        trials.language == text.language
            && outcome.as_ref().is_some_and(|outcome| Arc::ptr_eq(&trials.of, &outcome.plan))
    });
    let plan = outcome.as_ref().map(|outcome| Arc::as_ptr(&outcome.plan));
    use_effect_with((is_seen, plan, text.language), {
        let (show, known, outcome) = (trials.setter(), known.cloned(), outcome.clone());
        move |&(is_seen, _, language)| {
            let begin = |outcome: Outcome| Trials {
                presets: Rc::new(Stress::suggested(&outcome.plan, &outcome.forecast.slots)),
                of: outcome.plan,
                language,
                days: Vec::new(),
            };
            let trials = known.or_else(|| outcome.map(begin)).filter(|_| is_seen);
            *next.borrow_mut() = trials.map(|trials| {
                let then = Rc::clone(&next);
                browser::after(SETTLED, move || try_next(trials, show, then))
            });
        }
    });
    let Some(outcome) = outcome else { return Html::default() };
    let words = texts(text.language);
    let presets = known.map(|known| Rc::clone(&known.presets));
    let presets = presets.unwrap_or_else(|| Rc::new(Stress::suggested(&outcome.plan, &outcome.forecast.slots)));
    let open = |preset: Stress, plan: &Arc<Plan>| {
        let (plan, keeper, language) = (Arc::clone(plan), keeper.clone(), text.language);
        Callback::from(move |_: MouseEvent| {
            let name = (risk::texts(language).stress_name)(preset, &stage_of(preset, &plan));
            let title = (texts(language).stressed)(&plan.title, &name);
            keeper.take(Plan { title, ..(*plan).clone() }, Origin::Copy);
        })
    };
    // What is beside it is at the likely values: so is the verdict, whatever the chances.
    let mut in_hand = Told::of(&outcome.forecast.slots, &outcome.forecast.totals);
    if let Some(risk) = &outcome.risk {
        in_hand.verdict = risk.value.likely.verdict();
    }
    let percentile = format::percent(outcome.plan.target.percentile.get());
    html! {
        <section class="stress-place" ref={place} aria-labelledby="stress-heading" data-stale={(!outcome.is_current).then_some("")}>
            <h2 id="stress-heading">{ words.stress_heading }</h2>
            <p class="note">{ words.stress_note }</p>
            <div class="table-frame" role="group" aria-labelledby="stress-heading" tabindex="0">
                <table class="data stress-table">
                    <thead><tr>
                        <th scope="col">{ words.preset }</th><th scope="col">{ words.verdict }</th>
                        <th scope="col" data-number="">{ words.load }</th>
                        <th scope="col" data-number="">{ (words.wait)(&percentile) }</th>
                        <th scope="col" data-number="">{ words.lost }</th>
                        <th scope="col"><span class="visually-hidden">{ words.open }</span></th>
                    </tr></thead>
                    <tbody>
                        <tr><th scope="row">{ words.in_hand }</th>{ cells(Some(&in_hand), &percentile, text) }<td></td></tr>
                        { for presets.iter().enumerate().map(|(index, &preset)| {
                            let told = known.and_then(|known| known.days.get(index)?.as_ref());
                            row(preset, &outcome.plan, [told.map(|(_, told)| told), Some(&in_hand)], told.map(|(plan, _)| open(preset, plan)), text)
                        }) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// The stage that a preset is about.
fn stage_of(preset: Stress, plan: &Plan) -> String {
    match preset {
        Stress::VerifierDown { stage, .. } => stage_name(plan, forecast::Place::Stage(stage)).unwrap_or_default(),
        _ => String::new(),
    }
}

/// How many times as many as in the plan in hand start, where the preset asks for more than can be [1].
fn reached(preset: Stress, [told, in_hand]: [Option<&Told>; 2]) -> Option<f64> {
    let (told, in_hand) = told.zip(in_hand).filter(|_| preset == Stress::MoreCame)?;
    Some(told.starters / in_hand.starters).filter(|factor| *factor < 0.995 * MORE)
}

/// `both`: what is told of the preset and of the plan in hand.
fn row(
    preset: Stress,
    plan: &Plan,
    both: [Option<&Told>; 2],
    open: Option<Callback<MouseEvent>>,
    text: &Catalogue,
) -> Html {
    let told = both[0];
    let (language, words) = (text.language, texts(text.language));
    let stage = stage_of(preset, plan);
    let said = risk::texts(language);
    let reached = reached(preset, both).map(said.stress_reached);
    let name = (said.stress_name)(preset, &stage);
    let source = preset.source(wording::reading(language));
    let button = Button {
        idle: open.is_none(),
        title: Some((words.open_named)(&name).into()),
        ..Button::new(words.open, open.unwrap_or_default())
    };
    html! {
        <tr>
            <th scope="row">{ &name }
                <small>{ (said.stress_effect)(preset, &stage) }if let Some(reached) = &reached { { " " }<strong>{ reached }</strong> }</small>
                <details class="source"><summary>{ (words.source)(text.assumptions.kind(Some(source.kind))) }<span class="visually-hidden">{ format!(": {name}") }</span></summary><p>{ unbroken(&source.text) }</p></details>
            </th>
            { cells(told, &format::percent(plan.target.percentile.get()), text) }
            <td>{ button.html() }</td>
        </tr>
    }
}

fn cells(told: Option<&Told>, percentile: &str, text: &Catalogue) -> Html {
    let words = texts(text.language);
    let Some(told) = told else { return html! { <><td></td><td></td><td></td><td></td></> } };
    html! {
        <>
            <td>{ verdict_mark(told.verdict, text.common.verdict(told.verdict), MarkSize::Small) }</td>
            <td data-number="" data-label={words.load}>{ text.common.load(told.load) }</td>
            <td data-number="" data-label={(words.wait)(percentile)}>{ text.common.wait(text.language, told.wait) }</td>
            <td data-number="" data-label={words.lost}>{ format::integer(told.lost) }</td>
        </>
    }
}
