//! The pictures below the curves: map of districts, who has finished, who waits longer, who begins when.

use std::rc::Rc;

use yew::prelude::*;

use super::minutes::narrowest_stage;
use crate::app::browser;
use crate::app::computing::InTurn;
use crate::app::hooks::{Outcome, use_forecast, use_text, use_view};
use crate::app::parts::button::Segment;
use crate::app::parts::data_table::data_table;
use crate::app::parts::picture::{Picture, picture_id, use_kept_focus};
use crate::app::parts::words::unbroken;
use crate::chart::fairness::{self, FairGroups, FairMeasure};
use crate::chart::sheet::HeatMeasure;
use crate::chart::tile_map::{self, TileMeasure};
use crate::chart::{Image, completion, draw, heat_map};
use crate::forecast::Place;
use crate::forecast::cohorts::Grouping;
use crate::text::{Catalogue, Language};

/// Which of the pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    Map,
    Completion,
    Fairness,
    Heat,
}

impl PictureKind {
    fn name(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Completion => "completion",
            Self::Fairness => "fairness",
            Self::Heat => "heat",
        }
    }

    fn label(self, text: &Catalogue) -> &'static str {
        match self {
            Self::Map => text.tile_map.picture,
            Self::Completion => text.completion.picture,
            Self::Fairness => text.fairness.picture,
            Self::Heat => text.heat_map.picture,
        }
    }
}

/// What a reader has chosen to see in a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Choice {
    /// Index of the measure; `None` = the one that says most.
    measure: Option<usize>,
    /// Index of the groups that are compared.
    groups: usize,
}

/// All of them, in a row and one below.
pub fn pictures() -> Html {
    let kinds = [PictureKind::Map, PictureKind::Completion, PictureKind::Fairness, PictureKind::Heat];
    html! {
        <div class="pictures">
            { for kinds.map(|kind| html! { <InTurn><ReadPicture {kind} /></InTurn> }) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ReadPictureProps {
    kind: PictureKind,
}

/// How long a forecast stands before pictures out of sight are worked out as well [ms].
const SETTLED: u32 = 400;

/// Whether the forecast has stood for a while: then nothing that is out of sight, but read aloud, may be of another.
#[hook]
fn use_settled(outcome: &Option<Outcome>) -> bool {
    let settled = use_state_eq(|| None::<Outcome>);
    let setter = settled.setter();
    use_effect_with(outcome.clone(), move |outcome| {
        let outcome = outcome.clone();
        let later = browser::after(SETTLED, move || setter.set(outcome));
        move || drop(later)
    });
    settled.is_some() && *settled == *outcome
}

/// One picture with its words, switches and table; worked out at once only while it is in sight.
#[component]
fn ReadPicture(props: &ReadPictureProps) -> Html {
    let (text, view, outcome) = (use_text(), use_view(), use_forecast());
    let figure = use_node_ref();
    let is_seen = browser::use_in_sight(&figure) | browser::use_on_paper() | use_settled(&outcome);
    let reading = use_state_eq(|| None::<usize>);
    let as_table = use_state_eq(|| false);
    let choice = use_state_eq(Choice::default);
    let kept = use_mut_ref(|| None::<Rc<Seen>>);
    use_kept_focus(props.kind.name(), *as_table);
    let asked = (is_seen.then(|| outcome.clone()).flatten(), text.language, props.kind, *choice);
    let seen = use_memo(asked, |(outcome, language, kind, choice)| {
        outcome.as_ref().map(|outcome| Rc::new(see(outcome, *language, *kind, *choice)))
    });
    if let Some(seen) = &*seen {
        kept.replace(Some(Rc::clone(seen)));
    }
    let seen = kept.borrow().clone();
    let class = "chart picture-place";
    let name = props.kind.name();
    let (Some(seen), Some(outcome)) = (seen, outcome) else {
        return html! { <figure {class} ref={figure} data-picture={name}></figure> };
    };
    let image = &seen.image;
    let height = if let Image::Sheet(sheet) = &**image { draw::height_of(sheet) } else { 272 };
    let on_read = {
        let reading = reading.setter();
        Callback::from(move |index| reading.set(index))
    };
    let turn = {
        let as_table = as_table.clone();
        Callback::from(move |()| as_table.set(!*as_table))
    };
    let on_form = {
        let as_table = as_table.setter();
        Callback::from(move |index: usize| as_table.set(index == 1))
    };
    let spoken = reading.and_then(|index| image.reading(index));
    let forms = vec![text.common.chart.into(), text.common.table.into()];
    let switch = format!("{}: {}", image.title(), text.common.table);
    // A heat map has thousands of cells: as a table it stands there only when asked for.
    let with_table = *as_table || props.kind != PictureKind::Heat;
    html! {
        <figure {class} ref={figure} data-picture={name} data-stale={(!outcome.is_current).then_some("")}>
            <figcaption class="chart-head">
                <div class="chart-words"><h2>{ unbroken(image.title()) }</h2><p>{ spoken.as_deref().unwrap_or(image.subtitle()) }</p></div>
                <div class="chart-switches">
                    { switches(props.kind, text, &choice, seen.measure) }
                    { Segment { slim: true, ..Segment::new(switch, forms, Some(usize::from(*as_table)), on_form) }.html() }
                </div>
            </figcaption>
            if !*as_table {
                <Picture id={picture_id(name)} image={Rc::clone(image)} label={props.kind.label(text)} theme={view.theme} {height}
                    reading={*reading} {on_read} on_table={turn.clone()} />
            }
            if with_table { { data_table(name, image, !*as_table, turn) } }
        </figure>
    }
}

/// The switches of a picture; `measure` = the measure that is shown.
fn switches(kind: PictureKind, text: &Catalogue, choice: &UseStateHandle<Choice>, measure: usize) -> Html {
    let change = |edit: fn(Choice, usize) -> Choice| {
        let choice = choice.clone();
        Callback::from(move |index: usize| choice.set(edit(*choice, index)))
    };
    let segment = |label: &'static str, options: Vec<AttrValue>, chosen: usize, on_choose: Callback<usize>| {
        Segment { slim: true, ..Segment::new(label, options, Some(chosen), on_choose) }.html()
    };
    let by_measure = change(|choice, index| Choice { measure: Some(index), ..choice });
    match kind {
        PictureKind::Map => {
            let words = &text.tile_map;
            let options = [words.by_window, words.by_load, words.by_wait].map(AttrValue::from).to_vec();
            segment(words.measure, options, measure, by_measure)
        }
        PictureKind::Fairness => {
            let words = &text.fairness;
            let groups = [words.by_region, words.by_age].map(AttrValue::from).to_vec();
            let measures = [words.by_wait, words.by_day].map(AttrValue::from).to_vec();
            let by_groups = change(|choice, index| Choice { groups: index, ..choice });
            html! { <>
                { segment(words.grouping, groups, choice.groups, by_groups) }
                { segment(words.measure, measures, measure, by_measure) }
            </> }
        }
        PictureKind::Heat => {
            let words = &text.heat_map;
            let options = [words.by_starters, words.by_load, words.by_wait].map(AttrValue::from).to_vec();
            segment(words.measure, options, measure, by_measure)
        }
        PictureKind::Completion => Html::default(),
    }
}

/// A picture, and which measure it shows.
struct Seen {
    image: Rc<Image>,
    measure: usize,
}

fn see(outcome: &Outcome, language: Language, kind: PictureKind, choice: Choice) -> Seen {
    let (plan, forecast, text) = (&outcome.plan, &*outcome.forecast, language.catalogue());
    if kind == PictureKind::Completion {
        return Seen { image: Rc::new(completion::scene(plan, forecast, text, outcome.summary()).into()), measure: 0 };
    }
    let (cut, starts) = (outcome.crowd.cut(), outcome.crowd.starts(forecast));
    let place = Place::Stage(narrowest_stage(outcome));
    let audiences = |grouping| starts.audiences(plan, cut, forecast, place, grouping);
    match kind {
        PictureKind::Map => {
            let measure = choice.measure.unwrap_or(0);
            let regions = audiences(Grouping::Region);
            let sheet = tile_map::scene(plan, forecast, text, &regions, place, TileMeasure::ALL[measure]);
            Seen { image: Rc::new(sheet.into()), measure }
        }
        PictureKind::Fairness => {
            let (groups, grouping) = match choice.groups {
                0 => (FairGroups::Regions, Grouping::Region),
                _ => (FairGroups::Ages, Grouping::Age),
            };
            let all = audiences(grouping);
            let fitting = FairMeasure::fitting(&all);
            let measure = choice.measure.unwrap_or(usize::from(fitting == FairMeasure::Invitation));
            let sheet = fairness::scene(plan, text, &all, place, groups, FairMeasure::ALL[measure]);
            Seen { image: Rc::new(sheet.into()), measure }
        }
        PictureKind::Heat | PictureKind::Completion => {
            let measure = choice.measure.unwrap_or(0);
            let shown = HeatMeasure::ALL[measure];
            Seen { image: Rc::new(heat_map::scene(plan, forecast, text, cut, starts, shown).into()), measure }
        }
    }
}
