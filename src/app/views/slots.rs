//! The peak load per slot: picture or table; on narrow screens rows by day.

use std::rc::Rc;

use yew::prelude::*;

use super::slot_rows::slot_rows;
use crate::app::hooks::{use_forecast, use_text, use_view, use_view_action};
use crate::app::parts::button::Segment;
use crate::app::parts::data_table::data_table;
use crate::app::parts::picture::Picture;
use crate::app::parts::verdict_mark::{MarkSize, verdict_mark};
use crate::app::view_state::ViewAction;
use crate::chart::slots;
use crate::forecast::Verdict;

/// Height of the picture [px].
const HEIGHT: u32 = 376;

#[component]
pub fn SlotPicture() -> Html {
    let (text, view) = (use_text(), use_view());
    let on_read = use_view_action(ViewAction::SlotReading);
    let on_choose = use_view_action(|index: usize| ViewAction::SlotsAsTable(index == 1));
    let outcome = use_forecast();
    let scene = use_memo((outcome.clone(), text.language, view.slot_reading), |(outcome, language, reading)| {
        outcome
            .as_ref()
            .map(|outcome| Rc::new(slots::scene(&outcome.plan, &outcome.forecast, language.catalogue(), *reading)))
    });
    let (Some(scene), Some(outcome)) = ((*scene).clone(), outcome) else { return Html::default() };
    let verdicts: Vec<Verdict> = [Verdict::Holds, Verdict::AtRisk, Verdict::Breaks]
        .into_iter()
        .filter(|verdict| scene.bars.iter().any(|bar| bar.verdict == *verdict))
        .collect();
    let with_ghost = scene.bars.iter().any(|bar| bar.ghost.is_some());
    let switch = format!("{}: {}", scene.title, text.common.table);
    let options = vec![text.common.chart.into(), text.common.table.into()];
    html! {
        <figure class="chart" data-stale={(!outcome.is_current).then_some("")}>
            <figcaption class="chart-head">
                <div class="chart-words"><h2>{ &scene.title }</h2><p>{ &scene.subtitle }</p></div>
                <div class="legend" aria-hidden="true">
                    { for verdicts.iter().map(|verdict| verdict_mark(*verdict, text.common.verdict(*verdict), MarkSize::Small)) }
                    if with_ghost { <span><i class="ghost-swatch"></i>{ text.slot_chart.legend_baseline }</span> }
                </div>
                { Segment { slim: true, ..Segment::new(switch, options, Some(usize::from(view.slots_as_table)), on_choose) }.html() }
            </figcaption>
            if !view.slots_as_table {
                <div class="only-wide">
                    <Picture scene={Rc::clone(&scene)} label={text.slot_chart.picture} theme={view.theme} height={HEIGHT} reading={view.slot_reading} {on_read} />
                </div>
                <div class="only-narrow">{ slot_rows(&scene, text) }</div>
            }
            { data_table(&scene, !view.slots_as_table) }
        </figure>
    }
}
