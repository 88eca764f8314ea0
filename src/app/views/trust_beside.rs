//! The figures of the forecast beside those of the simulation of every person, and how the simulation stands.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::app::hooks::{Outcome, Purpose, Sight, Studied, Study, StudyAction, StudyState};
use crate::app::parts::button::Button;
use crate::app::parts::tags::{Cell, list, table, tag, words};
use crate::explain::trust::{self, Beside, Simulated, SlotBeside};
use crate::forecast::simulation::attempts;
use crate::forecast::trust::TrustReport;
use crate::text::trust::{TrustText, texts, with_margin};
use crate::text::{Catalogue, format};

/// What is known of chance and of single people.
pub type Simulation = Study<TrustReport>;

/// The simulation of the plan that is shown, or of the last plan that was simulated, and whether it is the former.
pub fn simulated(outcome: &Outcome, simulation: &Simulation) -> Option<(Simulated, bool)> {
    let result = simulation.result.as_ref()?;
    let simulated = Simulated::of(result.value.estimates.as_ref()?)?;
    Some((simulated, Arc::ptr_eq(&result.plan, &outcome.plan)))
}

/// State, button and table.
///
/// `last`: what was simulated last, of whatever plan; it stands there until the next is done.
pub fn beside(
    sight: &Sight,
    outcome: &Outcome,
    simulation: &Simulation,
    last: Option<Rc<Studied<TrustReport>>>,
    said: &TrustText,
) -> Vec<Html> {
    let last = Study { result: last, state: simulation.state };
    // Rows of a plan with other slots would stand beside the wrong ones.
    let known = simulated(outcome, &last).filter(|(known, _)| known.slots.len() == outcome.forecast.slots.len());
    let is_of_it = known.as_ref().is_some_and(|(_, is_of_it)| *is_of_it);
    let known = known.map(|(known, _)| known);
    let state = state(sight.text, outcome, simulation.state, known.as_ref(), is_of_it);
    let mut parts = vec![
        html! { <div class="trust-state"><p role="status">{ state }</p>{ button(sight, simulation.state, is_of_it, said) }</div> },
    ];
    // Its place is there before: a part that came in would have the button before it made anew, and the focus lost.
    let class = if is_of_it { "" } else { "trust-stale" };
    let table = known.map(|known| comparison(sight.text, outcome, &known, is_of_it, said));
    parts.push(tag("div", class, table.unwrap_or_default()));
    parts
}

/// What the simulation is at.
fn state(text: &Catalogue, outcome: &Outcome, state: StudyState, known: Option<&Simulated>, is_of_it: bool) -> String {
    let said = texts(text.language);
    match (state, known) {
        (StudyState::Running { done, of, remaining_ms, is_again }, known) => {
            let mut progress = (said.progress)(done, of, remaining_ms);
            if is_again {
                progress = format!("{progress} {}", text.wire_errors.again);
            }
            if known.is_some() && !is_of_it { format!("{progress} {}", said.stale) } else { progress }
        }
        (StudyState::TooLarge, _) => (said.too_large)(attempts(&outcome.forecast)),
        (StudyState::Fell, _) => said.fell.to_owned(),
        (StudyState::Cancelled, _) if !is_of_it => said.cancelled.to_owned(),
        (_, Some(_)) if !is_of_it => said.stale.to_owned(),
        (_, Some(known)) => {
            let rows = trust::slots(&outcome.forecast, known);
            let agree = rows.iter().filter(|row| !row.gravest().agreement.differs()).count();
            let people = outcome.forecast.totals.starters;
            format!("{} {}", (said.in_short)(agree, rows.len()), (said.beside_note)(known.runs, people))
        }
        (_, None) => said.not_yet.to_owned(),
    }
}

/// What can be done about it.
fn button(sight: &Sight, state: StudyState, is_of_it: bool, said: &TrustText) -> Html {
    let start = StudyAction::Start(Purpose::Simulation);
    let (label, action) = match state {
        StudyState::Running { .. } => (said.cancel, StudyAction::Cancel(Purpose::Simulation)),
        StudyState::TooLarge => return Html::default(),
        _ if is_of_it => (said.again, start),
        _ => (said.simulate, start),
    };
    let study = sight.study.clone();
    Button::new(label, Callback::from(move |_: MouseEvent| study.emit(action))).html()
}

/// The table by slot, and the people of the whole plan.
fn comparison(text: &Catalogue, outcome: &Outcome, known: &Simulated, is_of_it: bool, said: &TrustText) -> Vec<Html> {
    let percentile = format::percent(outcome.plan.target.percentile.get());
    let rows = trust::slots(&outcome.forecast, known);
    let mut heads = vec![(Cell::Head, text.slot_table.window.to_owned())];
    for figure in rows.first().into_iter().flat_map(|row| &row.figures) {
        let name = (said.compared)(figure.compared, &percentile);
        heads.push((Cell::Number, (said.forecast)(&name)));
        heads.push((Cell::Number, (said.simulated)(&name)));
    }
    heads.push((Cell::Words, said.agreement.to_owned()));
    let row = |row: &SlotBeside| slot_row(text, row, is_of_it, said);
    let total = |total: &Beside| {
        let name = (said.compared)(total.compared, &percentile);
        (said.of_plan)(&name, &fluid(text, total), &counted(text, total))
    };
    let totals = trust::totals(&outcome.forecast.totals, known).iter().map(total).collect();
    vec![
        table(said.beside, heads, rows.iter().map(row).collect()),
        words("p", "note", said.whole_plan),
        list("ul", totals),
    ]
}

fn slot_row(text: &Catalogue, row: &SlotBeside, is_of_it: bool, said: &TrustText) -> Vec<(Cell, Html)> {
    let name = row
        .window
        .map_or_else(|| text.common.between_windows.to_owned(), |window| (text.common.window_number)(window + 1));
    let mut cells = vec![(Cell::Head, name.into())];
    for figure in &row.figures {
        cells.push((Cell::Number, fluid(text, figure).into()));
        cells.push((Cell::Number, counted(text, figure).into()));
    }
    if !is_of_it {
        // Two plans may well differ.
        cells.push((Cell::Words, "–".into()));
        return cells;
    }
    let gravest = row.gravest();
    let kind = if gravest.agreement.differs() { Cell::Marked } else { Cell::Words };
    cells.push((kind, (said.agrees)(gravest.agreement, gravest.compared).into()));
    cells
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
