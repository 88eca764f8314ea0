//! The figures of the forecast beside those of the simulation of every person, and how the simulation stands.

use std::sync::Arc;

use yew::prelude::*;

use crate::app::hooks::{Outcome, Purpose, Sight, Study, StudyAction, StudyState};
use crate::app::parts::button::Button;
use crate::explain::trust::{self, Beside, Simulated, SlotBeside};
use crate::forecast::simulation::attempts;
use crate::forecast::trust::TrustReport;
use crate::text::trust::{Agreement, TrustText, with_margin};
use crate::text::{Catalogue, format};

/// What is known of chance and of single people.
pub type Simulation = Study<TrustReport>;

/// The simulation of the plan that is shown, or of the last plan that was simulated, and whether it is the former.
pub fn simulated(outcome: &Outcome, simulation: &Simulation) -> Option<(Simulated, bool)> {
    let result = simulation.result.as_ref()?;
    let simulated = Simulated::of(result.value.estimates.as_ref()?)?;
    Some((simulated, Arc::ptr_eq(&result.plan, &outcome.plan)))
}

/// State, buttons and table.
pub fn beside(sight: &Sight, outcome: &Outcome, simulation: &Simulation, words: &TrustText) -> Html {
    // Rows of a plan with other slots would stand beside the wrong ones.
    let known = simulated(outcome, simulation).filter(|(known, _)| known.slots.len() == outcome.forecast.slots.len());
    let is_of_it = known.as_ref().is_some_and(|(_, is_of_it)| *is_of_it);
    html! {
        <div>
            <h3>{ words.beside }</h3>
            { state(sight, outcome, simulation, known.as_ref().map(|(known, _)| known), is_of_it, words) }
            if let Some((known, _)) = known { <div data-stale={(!is_of_it).then_some("")}>{ table(sight.text, outcome, &known, words) }</div> }
        </div>
    }
}

/// What the simulation is at, and what can be done about it.
fn state(
    sight: &Sight,
    outcome: &Outcome,
    simulation: &Simulation,
    known: Option<&Simulated>,
    is_of_it: bool,
    words: &TrustText,
) -> Html {
    let people = outcome.forecast.totals.starters;
    let said = match (simulation.state, known) {
        (StudyState::Running { done, of, remaining_ms }, _) => (words.progress)(done, of, remaining_ms),
        (StudyState::TooLarge, _) => (words.too_large)(attempts(&outcome.forecast)),
        (StudyState::Fell, _) => words.fell.to_owned(),
        (StudyState::Cancelled, _) if !is_of_it => words.cancelled.to_owned(),
        (_, Some(_)) if !is_of_it => words.stale.to_owned(),
        (_, Some(known)) => {
            let rows = trust::slots(&outcome.forecast, known);
            let agree = rows.iter().filter(|row| row.gravest().agreement <= Agreement::NotOver).count();
            format!("{} {}", (words.in_short)(agree, rows.len()), (words.beside_note)(known.runs, people))
        }
        (_, None) => words.not_yet.to_owned(),
    };
    let act = |label: &'static str, action: StudyAction| {
        let study = sight.study.clone();
        Button::new(label, Callback::from(move |_: MouseEvent| study.emit(action))).html()
    };
    let button = match simulation.state {
        StudyState::Running { .. } => act(words.cancel, StudyAction::Cancel(Purpose::Simulation)),
        StudyState::TooLarge => Html::default(),
        _ if is_of_it => act(words.again, StudyAction::Start(Purpose::Simulation)),
        _ => act(words.simulate, StudyAction::Start(Purpose::Simulation)),
    };
    html! { <div class="trust-state"><p role="status">{ said }</p>{ button }</div> }
}

fn table(text: &Catalogue, outcome: &Outcome, known: &Simulated, words: &TrustText) -> Html {
    let percentile = format::percent(outcome.plan.target.percentile.get());
    let rows = trust::slots(&outcome.forecast, known);
    let heads =
        rows.first().map(|row| row.figures.each_ref().map(|figure| (words.compared)(figure.compared, &percentile)));
    html! {
        <>
            <div class="table-frame" role="group" aria-label={words.beside} tabindex="0">
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col" rowspan="2">{ text.slot_table.window }</th>
                            { for heads.into_iter().flatten().map(|head| html! { <th scope="colgroup" colspan="2" data-number="">{ head }</th> }) }
                            <th scope="col" rowspan="2">{ words.agreement }</th>
                        </tr>
                        <tr>{ for (0..3).map(|_| html! { <><th scope="col" data-number="">{ words.forecast }</th><th scope="col" data-number="">{ words.simulated }</th></> }) }</tr>
                    </thead>
                    <tbody>{ for rows.iter().map(|row| slot_row(text, row, words)) }</tbody>
                </table>
            </div>
            <dl class="trust-totals">{ for trust::totals(&outcome.forecast.totals, known).iter().map(|total| html! {
                <div><dt>{ (words.compared)(total.compared, &percentile) }</dt>
                    <dd>{ fluid(text, total) }{ " · " }{ words.simulated }{ " " }{ counted(text, total) }</dd></div>
            }) }</dl>
        </>
    }
}

fn slot_row(text: &Catalogue, row: &SlotBeside, words: &TrustText) -> Html {
    let name = row
        .window
        .map_or_else(|| text.common.between_windows.to_owned(), |window| (text.common.window_number)(window + 1));
    let gravest = row.gravest();
    let differs = gravest.agreement > Agreement::NotOver;
    html! {
        <tr>
            <th scope="row">{ name }</th>
            { for row.figures.iter().map(|figure| html! { <><td data-number="">{ fluid(text, figure) }</td><td data-number="">{ counted(text, figure) }</td></> }) }
            <td class="nowrap" data-differs={differs.then_some("")}>{ (words.agrees)(gravest.agreement, gravest.compared) }</td>
        </tr>
    }
}

fn fluid(text: &Catalogue, figure: &Beside) -> String {
    match (figure.compared.is_wait(), figure.fluid) {
        (true, wait) => text.common.wait(text.language, wait),
        (false, people) => format::integer(people.unwrap_or_default()),
    }
}

fn counted(text: &Catalogue, figure: &Beside) -> String {
    with_margin(text.language, figure.compared, figure.simulated, figure.margin)
}
