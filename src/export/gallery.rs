//! Every picture of the page by its name, for files and documents.

use super::material::Material;
use super::picture::Picture;
use crate::chart::fairness::{self, FairGroups, FairMeasure};
use crate::chart::sheet::HeatMeasure;
use crate::chart::tile_map::{self, TileMeasure};
use crate::chart::{Image, Measure, completion, heat_map, minutes, slots};
use crate::forecast::Place;
use crate::forecast::cohorts::Grouping;

/// Heights of pictures over time [px of the layout].
const SLOTS_HEIGHT: u32 = 348;
const MINUTES_HEIGHT: u32 = 300;
const COMPLETION_HEIGHT: u32 = 272;

/// The picture of that name; `None` where there is none. Names: `slots`, `completion`, `map`, `fairness`, `heat`, and
/// of a stage (counted from 0) `minutes-0-attempts`, `minutes-0-queue`, `minutes-0-wait`.
pub fn picture(material: &Material, name: &str) -> Option<Picture> {
    let (image, height) = image(material, name)?;
    Some(Picture::of(name, image, height))
}

fn image(material: &Material, name: &str) -> Option<(Image, u32)> {
    let (plan, forecast, text) = (material.plan(), &material.forecast, material.text());
    let risk = material.risk.as_ref();
    let place = Place::Stage(material.narrowest_stage());
    let audiences = |grouping| material.starts.audiences(plan, material.cut(), forecast, place, grouping);
    Some(match name {
        "slots" => {
            let mut scene = slots::scene(plan, forecast, text, None, risk);
            scene.selection = None;
            (scene.into(), SLOTS_HEIGHT)
        }
        "completion" => (completion::scene(plan, forecast, text, risk).into(), COMPLETION_HEIGHT),
        "map" => {
            let regions = audiences(Grouping::Region);
            (tile_map::scene(plan, forecast, text, &regions, place, TileMeasure::Window).into(), 0)
        }
        "fairness" => {
            let regions = audiences(Grouping::Region);
            let measure = FairMeasure::fitting(&regions);
            (fairness::scene(plan, text, &regions, place, FairGroups::Regions, measure).into(), 0)
        }
        "heat" => {
            let sheet = heat_map::scene(plan, forecast, text, material.cut(), &material.starts, HeatMeasure::Starters);
            (sheet.into(), 0)
        }
        name => {
            let (stage, measure) = name.strip_prefix("minutes-")?.split_once('-')?;
            let measure = match measure {
                "attempts" => Measure::Attempts,
                "queue" => Measure::Queue,
                "wait" => Measure::Wait,
                _ => return None,
            };
            let scene = minutes::scene(plan, forecast, text, stage.parse().ok()?, measure, risk)?;
            (scene.into(), MINUTES_HEIGHT)
        }
    })
}
