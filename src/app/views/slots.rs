//! The peak load per slot: picture or table; on narrow screens rows by day.

use std::rc::Rc;

use yew::prelude::*;

use super::slot_rows::slot_rows;
use super::slot_table::row_id;
use super::trust_near::NearSlots;
use crate::app::browser;
use crate::app::hooks::{use_forecast, use_simulation, use_text, use_view, use_view_action};
use crate::app::parts::button::Segment;
use crate::app::parts::data_table::data_table;
use crate::app::parts::picture::{Picture, picture_id, use_kept_focus};
use crate::app::parts::verdict_mark::{MarkSize, verdict_mark};
use crate::app::parts::words::unbroken;
use crate::app::view_state::ViewAction;
use crate::chart::{Image, slots};
use crate::forecast::Verdict;

/// Height of the picture [px].
const HEIGHT: u32 = 376;
const NAME: &str = "slots";

#[component]
pub fn SlotPicture() -> Html {
    let (text, view) = (use_text(), use_view());
    let on_read = use_view_action(ViewAction::SlotReading);
    let on_choose = use_view_action(|index: usize| ViewAction::SlotsAsTable(index == 1));
    let (outcome, simulation) = (use_forecast(), use_simulation());
    use_kept_focus(NAME, view.slots_as_table);
    let image = use_memo((outcome.clone(), text.language, view.slot_reading), |(outcome, language, reading)| {
        outcome
            .as_ref()
            .map(|outcome| {
                slots::scene(&outcome.plan, &outcome.forecast, language.catalogue(), *reading, outcome.summary())
            })
            .map(|scene| Rc::new(Image::from(scene)))
    });
    let (Some(image), Some(outcome)) = ((*image).clone(), outcome) else { return Html::default() };
    let Image::Time(scene) = &*image else { return Html::default() };
    let verdicts: Vec<Verdict> = [Verdict::Holds, Verdict::AtRisk, Verdict::Breaks]
        .into_iter()
        .filter(|verdict| scene.bars.iter().any(|bar| bar.verdict == *verdict))
        .collect();
    let with_ghost = scene.bars.iter().any(|bar| bar.ghost.is_some());
    let with_spread = scene.bars.iter().any(|bar| bar.spread.is_some());
    let turn = on_choose.reform({
        let as_table = view.slots_as_table;
        move |()| usize::from(!as_table)
    });
    let read = view.slot_reading.and_then(|reading| scene.bars.get(reading)).map(|bar| bar.window);
    let near = read.map_or_else(Html::default, |window| NearSlots::new(text, &outcome, &simulation).of(window));
    let windows: Vec<Option<usize>> = scene.bars.iter().map(|bar| bar.window).collect();
    let on_take = Callback::from(move |reading: usize| {
        if let Some(window) = windows.get(reading) {
            browser::focus(&row_id(*window));
        }
    });
    let switch = format!("{}: {}", scene.title, text.common.table);
    let options = vec![text.common.chart.into(), text.common.table.into()];
    html! {
        <figure class="chart" data-stale={(!outcome.is_current).then_some("")}>
            <figcaption class="chart-head">
                <div class="chart-words"><h2>{ unbroken(&scene.title) }</h2><p>{ &scene.subtitle }</p></div>
                <div class="chart-switches">
                <div class="legend" aria-hidden="true">
                    { for verdicts.iter().map(|verdict| verdict_mark(*verdict, text.common.verdict(*verdict), MarkSize::Small)) }
                    if with_spread { <span><i class="spread-swatch"></i>{ text.bands.legend }</span> }
                    if with_ghost { <span><i class="ghost-swatch"></i>{ text.slot_chart.legend_baseline }</span> }
                </div>
                { Segment { slim: true, ..Segment::new(switch, options, Some(usize::from(view.slots_as_table)), on_choose) }.html() }
                </div>
            </figcaption>
            if !view.slots_as_table {
                <div class="only-wide">
                    <Picture id={picture_id(NAME)} image={Rc::clone(&image)} label={text.slot_chart.picture} theme={view.theme} height={HEIGHT}
                        reading={view.slot_reading} on_read={on_read.clone()} on_table={turn.clone()} {on_take} />
                </div>
                <div class="only-narrow">{ slot_rows(scene, text, view.slot_reading, &on_read) }</div>
            }
            { near }
            { data_table(NAME, &image, !view.slots_as_table, turn) }
        </figure>
    }
}
