//! The map of districts: when each is invited, how busy its slots are, how long it waits.

use super::scene::Table;
use super::sheet::{Body, Sheet, Tile, TileContent, Tiles};
use crate::forecast::cohorts::Audience;
use crate::forecast::{Forecast, Place, Verdict};
use crate::library::tile_maps;
use crate::plan::Plan;
use crate::text::facts::stage_name;
use crate::text::tile_map::days;
use crate::text::{Catalogue, format};

/// What the tiles show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TileMeasure {
    Window,
    Load,
    Wait,
}

impl TileMeasure {
    pub const ALL: [Self; 3] = [Self::Window, Self::Load, Self::Wait];
}

/// More regions stand in tiles without words.
const WORDS_MOST: usize = 48;

/// What is said of one region.
struct Region<'a> {
    name: &'a str,
    audience: &'a Audience,
    load: Option<f64>,
    verdict: Option<Verdict>,
}

/// The map of the regions of `plan`; `audiences` = one per region, with the waits at `place`.
pub fn scene(
    plan: &Plan,
    forecast: &Forecast,
    text: &Catalogue,
    audiences: &[Audience],
    place: Place,
    measure: TileMeasure,
) -> Sheet {
    let regions: Vec<Region> = plan
        .members
        .regions
        .iter()
        .zip(audiences)
        .map(|(region, audience)| {
            let slots = || audience.windows.iter().filter_map(|window| forecast.slots.get(*window));
            Region {
                name: &region.name,
                audience,
                load: slots().filter_map(|slot| slot.peak_load).reduce(f64::max),
                verdict: slots().map(|slot| slot.verdict).max(),
            }
        })
        .collect();
    let named = plan.members.regions.iter().map(|region| (region.name.as_str(), region.code.as_deref()));
    let with_words = regions.len() <= WORDS_MOST;
    let places = tile_maps::places(named).unwrap_or_else(|| grid(regions.len(), with_words));
    let span = plan_days(&regions);
    let tiles = regions.iter().zip(&places).map(|(region, place)| Tile {
        place: *place,
        name: region.name.to_owned(),
        content: content(plan, region, measure, span, text),
        reading: reading(plan, region, text),
    });
    let tiles = tiles.collect();
    let extent = |part: fn(&(u32, u32)) -> u32| places.iter().map(part).max().map_or(0, |last| last + 1);
    let title = title(&regions, measure, text);
    let words = &text.tile_map;
    let place = stage_name(plan, place).unwrap_or_else(|| text.common.waiting_room.to_owned());
    Sheet {
        subtitle: match measure {
            TileMeasure::Window => (words.window_note)(span),
            TileMeasure::Load => words.load_note.to_owned(),
            TileMeasure::Wait => (words.wait_note)(&place),
        },
        summary: (words.summary)(regions.len(), &title),
        title,
        body: Body::Tiles(Tiles { size: (extent(|place| place.0), extent(|place| place.1)), with_words, tiles }),
        table: Table {
            columns: [words.district, words.members, words.invited, words.load, words.verdict, words.wait]
                .map(str::to_owned)
                .to_vec(),
            rows: regions.iter().map(|region| cells(plan, region, text).to_vec()).collect(),
        },
    }
}

/// Row by row in the order of the plan.
fn grid(count: usize, with_words: bool) -> Vec<(u32, u32)> {
    let most = if with_words { 5 } else { 18 };
    let columns = (1..=most).find(|columns| columns * columns >= count).unwrap_or(most);
    (0..count).map(|index| ((index % columns) as u32, (index / columns) as u32)).collect()
}

/// Days until the last invitation.
fn plan_days(regions: &[Region]) -> usize {
    let last = |region: &Region| region.audience.days.iter().rposition(|day| *day).map_or(0, |day| day + 1);
    regions.iter().map(last).max().unwrap_or(0)
}

fn content(plan: &Plan, region: &Region, measure: TileMeasure, span: usize, text: &Catalogue) -> TileContent {
    let judged = |words: String, verdict: Option<Verdict>| match verdict {
        Some(verdict) => TileContent::Judged(words, verdict),
        None => TileContent::Plain(text.tile_map.never.to_owned()),
    };
    match measure {
        TileMeasure::Window => TileContent::Days(region.audience.days.iter().copied().take(span).collect()),
        TileMeasure::Load => judged(text.common.load(region.load), region.verdict),
        TileMeasure::Wait => {
            let wait = region.audience.wait_p95_s;
            let too_long = wait.is_none_or(|wait| wait > plan.target.wait.get());
            let verdict = if too_long { Verdict::Breaks } else { Verdict::Holds };
            judged(text.common.wait(text.language, wait), region.verdict.map(|_| verdict))
        }
    }
}

/// Name, members, days, load, verdict, wait: a row of the table, and what the reading is made of.
fn cells(plan: &Plan, region: &Region, text: &Catalogue) -> [String; 6] {
    let dates: Vec<_> = (region.audience.days.iter().enumerate())
        .filter(|(_, invited)| **invited)
        .map(|(day, _)| plan.horizon_start().plus_seconds(day as i64 * crate::clock::SECONDS_PER_DAY).date())
        .collect();
    [
        region.name.to_owned(),
        format::integer(region.audience.members),
        days(text.language, &dates, text.tile_map.never),
        text.common.load(region.load),
        region.verdict.map_or("–", |verdict| text.common.verdict(verdict)).to_owned(),
        text.common.wait(text.language, region.audience.wait_p95_s),
    ]
}

fn reading(plan: &Plan, region: &Region, text: &Catalogue) -> String {
    let [name, people, days, load, verdict, wait] = cells(plan, region, text);
    (text.tile_map.reading)(&name, &people, &days, &load, &verdict, &wait)
}

fn title(regions: &[Region], measure: TileMeasure, text: &Catalogue) -> String {
    let words = &text.tile_map;
    match measure {
        TileMeasure::Window => {
            let counts = || regions.iter().map(|region| region.audience.days.iter().filter(|day| **day).count());
            let fewest = counts().filter(|count| *count > 0).min().unwrap_or(0);
            (words.window_title)(fewest, counts().max().unwrap_or(0))
        }
        TileMeasure::Load => {
            let load = |region: &&Region| region.load.unwrap_or(-1.0);
            let busiest = regions.iter().reduce(|best, region| if load(&region) > load(&best) { region } else { best });
            let named = busiest.filter(|region| region.load.is_some());
            named.map_or_else(
                || words.no_load_title.to_owned(),
                |region| (words.load_title)(region.name, &text.common.load(region.load)),
            )
        }
        TileMeasure::Wait => {
            let wait = |region: &&Region| region.audience.wait_p95_s.unwrap_or(f64::INFINITY);
            let longest = regions.iter().reduce(|best, region| if wait(&region) > wait(&best) { region } else { best });
            longest.filter(|region| wait(region) >= 0.5).map_or_else(
                || words.no_wait_title.to_owned(),
                |region| {
                    let wait = text.common.wait(text.language, region.audience.wait_p95_s);
                    (words.wait_title)(region.name, &wait)
                },
            )
        }
    }
}
