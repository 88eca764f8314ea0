//! The course of one stage by the minute: picture or table.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::hooks::{Outcome, use_forecast, use_text, use_view, use_view_action};
use crate::app::parts::button::Segment;
use crate::app::parts::data_table::data_table;
use crate::app::parts::picture::{Picture, picture_id, use_kept_focus};
use crate::app::parts::words::unbroken;
use crate::app::view_state::ViewAction;
use crate::chart::scene::Selection;
use crate::chart::{Image, Measure, minutes, slots};
use crate::forecast::Place;
use crate::text::facts::worst_slot;

/// Height of the picture [px].
const HEIGHT: u32 = 224;
const NAME: &str = "minutes";

/// The stage that is shown until one is chosen: the bottleneck of the slot that comes off worst.
pub fn narrowest_stage(outcome: &Outcome) -> usize {
    match worst_slot(&outcome.forecast.slots).map(|index| outcome.forecast.slots[index].bottleneck) {
        Some(Place::Stage(index)) => index,
        Some(Place::WaitingRoom) | None => 0,
    }
}

#[component]
pub fn MinutePicture() -> Html {
    let (text, view) = (use_text(), use_view());
    let reading = use_state(|| None::<usize>);
    let on_read = {
        let reading = reading.setter();
        Callback::from(move |index| reading.set(index))
    };
    let on_stage = use_view_action(ViewAction::Stage);
    let on_measure = use_view_action(|index: usize| ViewAction::Measure(Measure::ALL[index]));
    let on_choose = use_view_action(|index: usize| ViewAction::MinutesAsTable(index == 1));
    let outcome = use_forecast();
    let n_stages = outcome.as_ref().map_or(0, |outcome| outcome.plan.journey.len());
    let stage =
        view.stage.filter(|stage| *stage < n_stages).or_else(|| outcome.as_ref().map(narrowest_stage)).unwrap_or(0);
    let chosen = (outcome.clone(), text.language, stage, view.measure, view.slot_reading, *reading);
    use_kept_focus(NAME, view.minutes_as_table);
    let image = use_memo(chosen, |(outcome, language, stage, measure, slot, reading)| {
        let outcome = outcome.as_ref()?;
        let mut scene = minutes::scene(
            &outcome.plan,
            &outcome.forecast,
            language.catalogue(),
            *stage,
            *measure,
            outcome.summary(),
        )?;
        scene.selection = match reading.and_then(|index| scene.points.get(index)) {
            Some(point) => Some(Selection { span: point.span, headline: String::new(), detail: String::new() }),
            None => same_band(outcome, *language, *slot),
        };
        Some(Rc::new(Image::from(scene)))
    });
    let (Some(image), Some(outcome)) = ((*image).clone(), outcome) else { return Html::default() };
    let name = outcome.plan.journey[stage].name.clone();
    let words = &text.minute_chart;
    let spoken = reading.and_then(|index| image.reading(index));
    let stages = outcome.plan.journey.iter().map(|stage| AttrValue::from(stage.name.clone())).collect();
    let measures = vec![words.attempts.into(), words.queue.into(), words.wait.into()];
    let measure = Measure::ALL.iter().position(|measure| *measure == view.measure);
    let on_series = on_measure.reform({
        let now = measure.unwrap_or(0);
        move |is_next| (now + if is_next { 1 } else { Measure::ALL.len() - 1 }) % Measure::ALL.len()
    });
    let switch = format!("{}: {}", image.title(), text.common.table);
    let turn = on_choose.reform({
        let as_table = view.minutes_as_table;
        move |()| usize::from(!as_table)
    });
    let forms = vec![text.common.chart.into(), text.common.table.into()];
    html! {
        <figure class="chart" data-picture={NAME} data-stale={(!outcome.is_current).then_some("")}>
            <figcaption class="chart-head">
                <div class="chart-words"><h2>{ unbroken(image.title()) }</h2><p>{ spoken.as_deref().unwrap_or(image.subtitle()) }</p></div>
                <div class="chart-switches">
                    { Segment { slim: true, ..Segment::new(words.stage, stages, Some(stage), on_stage) }.html() }
                    { Segment { slim: true, ..Segment::new(words.measure, measures, measure, on_measure) }.html() }
                    { Segment { slim: true, ..Segment::new(switch, forms, Some(usize::from(view.minutes_as_table)), on_choose) }.html() }
                </div>
            </figcaption>
            if !view.minutes_as_table {
                <Picture id={picture_id(NAME)} image={Rc::clone(&image)} label={(words.picture)(&name)} theme={view.theme} height={HEIGHT}
                    reading={*reading} {on_read} {on_series} on_table={turn.clone()} />
            }
            { data_table(NAME, &image, !view.minutes_as_table, turn) }
        </figure>
    }
}

/// The band that marks the same time as in the picture of the slots.
fn same_band(outcome: &Outcome, language: crate::text::Language, slot: Option<usize>) -> Option<Selection> {
    let span = slots::marked(&outcome.plan, &outcome.forecast, language.catalogue(), slot)?;
    (span != crate::chart::scene::Span::Between).then(|| Selection {
        span,
        headline: String::new(),
        detail: String::new(),
    })
}
