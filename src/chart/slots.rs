//! The picture of the peak load per slot.

use super::hours::{baseline_peak, hours};
use super::scene::{Bar, Course, GhostBar, GhostLabel, Limit, Point, Scene, Selection, SideLabel, Span, Spread, Table};
use super::time_axis::{TimeAxis, minutes_of, time_of};
use super::value_axis::{LOAD_TOP, ValueAxis};
use crate::forecast::{Forecast, Slot, Verdict};
use crate::num::order;
use crate::plan::Plan;
use crate::risk::{SlotFigure, Summary};
use crate::text::Catalogue;
use crate::text::bands::of_hundred;
use crate::text::facts::{is_at_risk_by_chance, worst_slot};
use crate::text::format;

/// Plans of fewer slots get a bar per hour.
pub const SLOTS_FOR_BARS: usize = 6;
/// The baseline is drawn where it differs from the plan by more than this [1].
const GHOST_FROM: f64 = 0.005;
/// Lower loads of the baseline get no bar of their own [1].
const GHOST_BAR_FROM: f64 = 0.2;

/// The picture of `forecast`; `selected` = index of a reading, else the one that comes off worst; `risk` of the same
/// plan, where it is known.
pub fn scene(
    plan: &Plan,
    forecast: &Forecast,
    text: &Catalogue,
    selected: Option<usize>,
    risk: Option<&Summary>,
) -> Scene {
    let by_hour = is_by_hour(plan);
    let between = forecast.slots.iter().find(|slot| slot.window.is_none());
    let mut bars = bars(plan, forecast, text);
    hide_equal_ghosts(&mut bars);
    if let Some(risk) = risk {
        spread(&mut bars, risk);
    }
    let mut time = TimeAxis::new(plan, forecast, text.language);
    time.between = bars.iter().any(|bar| bar.span == Span::Between).then(|| text.common.between_windows.to_owned());
    let ghost_bars = ghost_bars(forecast, &bars, &time);
    let highest = bars.iter().flat_map(|bar| [bar.value, bar.ghost]).flatten();
    let highest = highest.chain(ghost_bars.iter().map(|bar| bar.value)).fold(0.0, f64::max);
    // Only what is folded anyway makes room for its spread: else a line without an end says that it goes on.
    let highest = if highest > LOAD_TOP { highest.max(highest_end(&bars)) } else { highest };
    let points = bars.iter().map(|bar| point(plan, bar, text)).collect::<Vec<_>>();
    let worst = worst_bar(&bars);
    let chosen = selected.filter(|index| *index < bars.len()).or(worst);
    let mut limits =
        vec![Limit { course: Course::Level(1.0), label: text.slot_chart.capacity.to_owned(), dashed: false }];
    if plan.target.load > 0.0 && plan.target.load <= LOAD_TOP {
        let label = (text.slot_chart.target)(plan.target.load);
        limits.push(Limit { course: Course::Level(plan.target.load), label, dashed: true });
    }
    let side_labels =
        between.filter(|_| time.between.is_none()).map(|slot| between_label(slot, text)).into_iter().collect();
    Scene {
        title: title(plan, forecast, by_hour, &bars, text),
        subtitle: subtitle(by_hour, risk.is_some(), text),
        summary: summary(plan, &bars, worst, text),
        time,
        values: ValueAxis::of_loads(highest, text.slot_chart.folded),
        ghost_label: ghost_label(plan, &bars, text),
        curve: None,
        band: None,
        moment: None,
        ghost: None,
        limits,
        side_labels,
        callout: None,
        selection: chosen.map(|index| selection(plan, forecast, &bars, index, worst, text)),
        table: table(plan, &bars, text),
        points,
        bars,
        ghost_bars,
    }
}

fn is_by_hour(plan: &Plan) -> bool {
    plan.windows.len() < SLOTS_FOR_BARS
}

/// A bar per slot or hour, and one for the time between windows where that is the worst.
fn bars(plan: &Plan, forecast: &Forecast, text: &Catalogue) -> Vec<Bar> {
    let between = forecast.slots.iter().find(|slot| slot.window.is_none());
    let between_is_worst = worst_slot(&forecast.slots).is_some_and(|index| forecast.slots[index].window.is_none());
    let mut bars = if is_by_hour(plan) { hour_bars(plan, forecast, text) } else { slot_bars(plan, forecast) };
    if let Some(slot) = between.filter(|slot| between_is_worst && slot.peak_load.is_some()) {
        bars.push(between_bar(forecast, slot));
    }
    bars
}

/// Of each reading of the picture, the window; `None` = the time between windows.
pub fn windows_of_readings(plan: &Plan, forecast: &Forecast, text: &Catalogue) -> Vec<Option<usize>> {
    bars(plan, forecast, text).iter().map(|bar| bar.window).collect()
}

/// The reading that the picture marks: the chosen one, else the one that comes off worst.
pub fn marked(plan: &Plan, forecast: &Forecast, text: &Catalogue, selected: Option<usize>) -> Option<Span> {
    let bars = bars(plan, forecast, text);
    let index = selected.filter(|index| *index < bars.len()).or_else(|| worst_bar(&bars));
    index.map(|index| bars[index].span)
}

/// The baseline where the plan has no slot, in steps as long as the first slot, as far as it asks for something.
fn ghost_bars(forecast: &Forecast, bars: &[Bar], time: &TimeAxis) -> Vec<GhostBar> {
    let Some(Span::Minutes(first, end)) = bars.iter().find(|bar| bar.ghost.is_some()).map(|bar| bar.span) else {
        return Vec::new();
    };
    let step = (end - first).clamp(60, 240);
    let is_free = |from: u32, to: u32| {
        !bars.iter().any(|bar| matches!(bar.span, Span::Minutes(start, stop) if start < to && from < stop))
    };
    let mut ghosts = Vec::new();
    for &(from, to) in &time.stretches {
        let mut start = from;
        while start < to {
            let stop = (start + step).min(to);
            let value = baseline_peak(forecast, (start, stop)).filter(|value| *value >= GHOST_BAR_FROM);
            if let Some(value) = value.filter(|_| is_free(start, stop)) {
                ghosts.push(GhostBar { span: Span::Minutes(start, stop), value });
            }
            start = stop;
        }
    }
    ghosts
}

fn slot_bars(plan: &Plan, forecast: &Forecast) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for (index, window) in plan.windows.iter().enumerate() {
        let Some(slot) = forecast.slots.get(index) else { continue };
        let (from, to) = minutes_of(plan, window.opens, window.closes);
        bars.push(Bar {
            window: Some(index),
            span: Span::Minutes(from, to),
            lane: (0, 1),
            value: slot.peak_load,
            ghost: forecast.baseline.slots.get(index).and_then(|slot| slot.peak_load),
            verdict: slot.verdict,
            spread: None,
            chance: None,
            catch_up: window.catch_up,
            label: short_time(plan, from),
            time: format::time_of_day(time_of(plan, from)),
        });
    }
    order::sort_by_key(&mut bars, |bar| match bar.span {
        Span::Minutes(from, to) => (from, to),
        Span::Between => (u32::MAX, u32::MAX),
    });
    share_lanes(&mut bars);
    bars
}

fn hour_bars(plan: &Plan, forecast: &Forecast, text: &Catalogue) -> Vec<Bar> {
    let bar = |hour: super::hours::Hour| Bar {
        window: Some(hour.window),
        span: Span::Minutes(hour.minutes.0, hour.minutes.1),
        lane: (0, 1),
        value: hour.load,
        ghost: hour.baseline,
        verdict: hour.verdict,
        spread: None,
        chance: None,
        catch_up: plan.windows[hour.window].catch_up,
        label: hour_label(plan, hour.minutes.0, text),
        time: format::time_of_day(time_of(plan, hour.minutes.0)),
    };
    let mut bars: Vec<Bar> = hours(plan, forecast).into_iter().map(bar).collect();
    share_lanes(&mut bars);
    bars
}

fn between_bar(forecast: &Forecast, slot: &Slot) -> Bar {
    let ghost = forecast.baseline.slots.iter().find(|slot| slot.window.is_none()).and_then(|slot| slot.peak_load);
    Bar {
        window: None,
        span: Span::Between,
        lane: (0, 1),
        value: slot.peak_load,
        ghost,
        verdict: slot.verdict,
        spread: None,
        chance: None,
        catch_up: false,
        label: String::new(),
        time: String::new(),
    }
}

/// The highest end of all spreads; 0 without any.
fn highest_end(bars: &[Bar]) -> f64 {
    bars.iter().filter_map(|bar| bar.spread).map(|spread| spread.high).fold(0.0, f64::max)
}

/// Gives each slot its spread and chance; of slots that are several bars, the highest bar.
fn spread(bars: &mut [Bar], risk: &Summary) {
    for slot in &risk.slots {
        let mut highest: Option<usize> = None;
        for (index, bar) in bars.iter().enumerate().filter(|(_, bar)| bar.window == slot.window) {
            if highest.is_none_or(|best| bar.peak() > bars[best].peak()) {
                highest = Some(index);
            }
        }
        if let Some(bar) = highest.map(|index| &mut bars[index]) {
            bar.spread = Spread::of(slot.band(SlotFigure::PeakLoad));
            bar.chance = Some(slot.chance);
            bar.verdict = slot.chance.verdict(bar.verdict);
        }
    }
}

/// Bars of the very same time stand side by side.
fn share_lanes(bars: &mut [Bar]) {
    let spans: Vec<Span> = bars.iter().map(|bar| bar.span).collect();
    for (index, bar) in bars.iter_mut().enumerate() {
        let before = spans[..index].iter().filter(|span| **span == bar.span).count();
        let all = spans.iter().filter(|span| **span == bar.span).count();
        bar.lane = (before, all);
    }
}

/// A plan that is its own baseline needs no ghost.
fn hide_equal_ghosts(bars: &mut [Bar]) {
    let differs = |bar: &Bar| bar.ghost.is_some_and(|ghost| (ghost - bar.peak()).abs() > GHOST_FROM * ghost.max(1.0));
    if !bars.iter().any(differs) {
        bars.iter_mut().for_each(|bar| bar.ghost = None);
    }
}

fn worst_bar(bars: &[Bar]) -> Option<usize> {
    let mut worst: Option<usize> = None;
    for (index, bar) in bars.iter().enumerate() {
        if worst.is_none_or(|best| (bar.verdict, bar.peak()) > (bars[best].verdict, bars[best].peak())) {
            worst = Some(index);
        }
    }
    worst
}

fn title(plan: &Plan, forecast: &Forecast, by_hour: bool, bars: &[Bar], text: &Catalogue) -> String {
    let words = &text.slot_chart;
    let over_capacity = |load: Option<f64>| load.is_some_and(|load| load > 1.0);
    if by_hour {
        return (words.hours_above_capacity)(bars.iter().filter(|bar| over_capacity(bar.value)).count());
    }
    let slots = || forecast.slots.iter().filter(|slot| slot.window.is_some());
    let above = slots().filter(|slot| over_capacity(slot.peak_load)).count();
    let broken = slots().filter(|slot| slot.verdict == Verdict::Breaks).count();
    let chancy = slots().filter(|slot| is_at_risk_by_chance(plan, slot)).count();
    let at_risk = slots().filter(|slot| slot.verdict == Verdict::AtRisk).count() - chancy;
    if above > 0 {
        (words.above_capacity)(above, plan.windows.len())
    } else if broken > 0 {
        (words.waits_break)(broken, plan.windows.len())
    } else if at_risk > 0 {
        (words.all_below_capacity)(at_risk, plan.target.load)
    } else if chancy > 0 {
        (words.chancy)(chancy, plan.windows.len())
    } else {
        (words.all_below_target)(plan.target.load)
    }
}

fn subtitle(by_hour: bool, with_spread: bool, text: &Catalogue) -> String {
    match (by_hour, with_spread) {
        (true, true) => format!("{}. {}", text.slot_chart.by_hour, text.bands.of_slot),
        (true, false) => text.slot_chart.by_hour.to_owned(),
        (false, _) => text.slot_chart.by_slot.to_owned(),
    }
}

fn when(plan: &Plan, span: Span, text: &Catalogue) -> String {
    match span {
        Span::Between => text.common.between_windows.to_owned(),
        Span::Minutes(from, _) => format::moment(text.language, time_of(plan, from)),
    }
}

fn point(plan: &Plan, bar: &Bar, text: &Catalogue) -> Point {
    let load = text.common.load(bar.value);
    let mut reading = (text.slot_chart.reading)(&when(plan, bar.span, text), &load, text.common.verdict(bar.verdict));
    if let Some(spread) = &bar.spread {
        reading = format!("{reading}, {}", (text.bands.between)(&loads(spread, text)));
    }
    if let Some(chance) = bar.chance {
        reading = format!("{reading}, {}", (text.bands.breaks_in)(&of_hundred(chance)));
    }
    Point { span: bar.span, reading }
}

fn loads(spread: &Spread, text: &Catalogue) -> String {
    text.bands.ends(&format::percent(spread.low), &format::percent(spread.high))
}

fn summary(plan: &Plan, bars: &[Bar], worst: Option<usize>, text: &Catalogue) -> String {
    let highest = worst.map(|index| &bars[index]);
    highest
        .map_or_else(String::new, |bar| (text.slot_chart.summary)(bars.len(), bar.peak(), &when(plan, bar.span, text)))
}

fn between_label(slot: &Slot, text: &Catalogue) -> SideLabel {
    SideLabel { value: 0.0, text: (text.slot_chart.between)(slot.peak_load) }
}

fn ghost_label(plan: &Plan, bars: &[Bar], text: &Catalogue) -> Option<GhostLabel> {
    let bar = bars
        .iter()
        .filter(|bar| bar.ghost.is_some())
        .reduce(|best, bar| if bar.ghost > best.ghost { bar } else { best })?;
    let value = bar.ghost?;
    let opens = plan.baseline_opens.or_else(|| plan.first_opening())?;
    let words = (text.slot_chart.baseline_named)(&format::moment(text.language, opens));
    Some(GhostLabel { span: bar.span, value, figure: format::percent(value), words })
}

fn selection(
    plan: &Plan,
    forecast: &Forecast,
    bars: &[Bar],
    index: usize,
    worst: Option<usize>,
    text: &Catalogue,
) -> Selection {
    let bar = &bars[index];
    let load = text.common.load(bar.value);
    let mut headline = format!("{} · {load}", when(plan, bar.span, text));
    if let Some(chance) = bar.chance {
        headline = format!("{headline} · {}", (text.bands.breaks_in)(&of_hundred(chance)));
    }
    if worst == Some(index) {
        headline = format!("{headline} · {}", (text.slot_chart.worst)(bar.verdict));
    }
    Selection { span: bar.span, headline, detail: invited(plan, forecast, bar.span, text).unwrap_or_default() }
}

/// Who is invited to the window that holds `span`.
fn invited(plan: &Plan, forecast: &Forecast, span: Span, text: &Catalogue) -> Option<String> {
    let Span::Minutes(from, _) = span else { return None };
    let holds = |window: &crate::plan::Window| {
        let (opens, closes) = minutes_of(plan, window.opens, window.closes);
        opens <= from && from < closes
    };
    let index = plan.windows.iter().position(holds)?;
    let names = plan.windows[index].cohorts.iter().filter_map(|cohort| plan.cohorts.get(*cohort));
    let names: Vec<&str> = names.map(|cohort| cohort.name.as_str()).collect();
    let people = (text.slot_chart.invited)(forecast.slots.get(index)?.members);
    Some(if names.is_empty() || names.len() > 3 { people } else { format!("{} · {people}", names.join(", ")) })
}

fn table(plan: &Plan, bars: &[Bar], text: &Catalogue) -> Table {
    let words = &text.slot_chart;
    let with_ghost = bars.iter().any(|bar| bar.ghost.is_some());
    let mut columns = vec![words.column_time, words.column_load];
    if with_ghost {
        columns.push(words.column_baseline);
    }
    let with_spread = bars.iter().any(|bar| bar.chance.is_some());
    if with_spread {
        columns.extend([text.bands.column, text.bands.chance_column]);
    }
    columns.push(words.column_verdict);
    let row = |bar: &Bar| {
        let mut cells = vec![when(plan, bar.span, text), text.common.load(bar.value)];
        if with_ghost {
            cells.push(text.common.load(bar.ghost));
        }
        if with_spread {
            cells.push(bar.spread.map(|spread| loads(&spread, text)).unwrap_or_default());
            cells.push(bar.chance.map(|chance| format!("{}%", of_hundred(chance))).unwrap_or_default());
        }
        cells.push(text.common.verdict(bar.verdict).to_owned());
        cells
    };
    Table { columns: columns.into_iter().map(str::to_owned).collect(), rows: bars.iter().map(row).collect() }
}

/// `14`, or `14:30` where the hour is not full.
fn short_time(plan: &Plan, minute: u32) -> String {
    let time = time_of(plan, minute);
    if time.minute() == 0 { time.hour().to_string() } else { format::time_of_day(time) }
}

fn hour_label(plan: &Plan, minute: u32, text: &Catalogue) -> String {
    let time = time_of(plan, minute);
    if time.minute() == 0 { format::hour(text.language, time.hour()) } else { format::time_of_day(time) }
}
