//! Pictures of the example plans: what they say, how they are drawn, and that both languages have room.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::OnceLock;

use plotters::prelude::{IntoDrawingArea, SVGBackend};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, text_anchor::HPos,
};
use stagger::chart::fairness::{self, FairGroups, FairMeasure};
use stagger::chart::measured::text_width;
use stagger::chart::scene::Span;
use stagger::chart::sheet::{Body, HeatMeasure, TileContent};
use stagger::chart::tile_map::{self, TileMeasure};
use stagger::chart::{Image, Measure, Measured, Scene, Sheet, Theme, completion, draw, heat_map, minutes, slots};
use stagger::forecast::cohorts::{Audience, Grouping, Starts};
use stagger::forecast::{self, Forecast, Place};
use stagger::library::busan::Example;
use stagger::library::{Reading, Wording};
use stagger::plan::cut::{Cut, cut};
use stagger::plan::{CheckedPlan, Plan};
use stagger::text::Language;

struct Case {
    plan: Plan,
    forecast: Forecast,
}

pub fn checked(example: Example, language: Language) -> CheckedPlan {
    let read: Reading = if language == Language::Korean { Wording::korean } else { Wording::english };
    CheckedPlan::new(example.plan(read)).unwrap()
}

fn case(example: Example, language: Language) -> &'static Case {
    static CASES: [OnceLock<Case>; 4] = [const { OnceLock::new() }; 4];
    CASES[example as usize * 2 + language as usize].get_or_init(|| {
        let checked = checked(example, language);
        Case { plan: checked.plan().clone(), forecast: forecast::run(&checked) }
    })
}

fn slot_scene(example: Example, language: Language) -> Scene {
    let case = case(example, language);
    slots::scene(&case.plan, &case.forecast, language.catalogue(), None, None)
}

fn minute_scene(example: Example, language: Language, measure: Measure) -> Scene {
    let case = case(example, language);
    minutes::scene(&case.plan, &case.forecast, language.catalogue(), 1, measure, None).unwrap()
}

const VERIFICATION: Place = Place::Stage(1);

fn parts(case: &Case) -> (Cut, Starts) {
    let cut = cut(&case.plan);
    let starts = Starts::new(&case.plan, &cut, &case.forecast);
    (cut, starts)
}

fn audiences(case: &Case, grouping: Grouping) -> Vec<Audience> {
    let (cut, starts) = parts(case);
    starts.audiences(&case.plan, &cut, &case.forecast, VERIFICATION, grouping)
}

fn map_of(case: &Case, language: Language, measure: TileMeasure) -> Sheet {
    let regions = audiences(case, Grouping::Region);
    tile_map::scene(&case.plan, &case.forecast, language.catalogue(), &regions, VERIFICATION, measure)
}

fn bars_of(case: &Case, language: Language, groups: FairGroups, measure: FairMeasure) -> Sheet {
    let all = audiences(case, if groups == FairGroups::Ages { Grouping::Age } else { Grouping::Region });
    fairness::scene(&case.plan, language.catalogue(), &all, VERIFICATION, groups, measure)
}

fn heat_of(case: &Case, language: Language, measure: HeatMeasure) -> Sheet {
    let (cut, starts) = parts(case);
    heat_map::scene(&case.plan, &case.forecast, language.catalogue(), &cut, &starts, measure)
}

/// Every picture of an example, by name.
fn images(example: Example, language: Language) -> Vec<(String, Image)> {
    let case = case(example, language);
    let mut images = vec![
        ("slots".to_owned(), slot_scene(example, language).into()),
        ("completion".to_owned(), completion::scene(&case.plan, &case.forecast, language.catalogue(), None).into()),
    ];
    for measure in HeatMeasure::ALL {
        images.push((format!("heat-{measure:?}"), heat_of(case, language, measure).into()));
    }
    for measure in Measure::ALL {
        images.push((format!("minutes-{measure:?}"), minute_scene(example, language, measure).into()));
    }
    for measure in TileMeasure::ALL {
        images.push((format!("map-{measure:?}"), map_of(case, language, measure).into()));
    }
    for measure in FairMeasure::ALL {
        for groups in [FairGroups::Regions, FairGroups::Ages] {
            images.push((format!("fairness-{groups:?}-{measure:?}"), bars_of(case, language, groups, measure).into()));
        }
    }
    images
}

/// Height of a picture as the page shows it [px].
fn height(image: &Image) -> u32 {
    if let Image::Sheet(sheet) = image { draw::height_of(sheet) } else { 348 }
}

pub fn svg(image: &Image, theme: &Theme, width: u32, height: u32) -> String {
    let mut text = String::new();
    draw(image, None, theme, &Measured::svg(SVGBackend::with_string(&mut text, (width, height))).into_drawing_area())
        .unwrap();
    text
}

#[test]
fn a_bar_per_slot_with_its_baseline_behind() {
    let scene = slot_scene(Example::Staggered, Language::English);
    let case = case(Example::Staggered, Language::English);
    assert_eq!(scene.bars.len(), case.plan.windows.len());
    for (bar, slot) in scene.bars.iter().zip(&case.forecast.slots) {
        assert_eq!(bar.value, slot.peak_load);
    }
    let named = scene.ghost_label.unwrap();
    assert!(named.value > 10.0 && named.figure.ends_with('%'), "{named:?}");
    assert_eq!(scene.table.rows.len(), scene.bars.len());
    assert_eq!(scene.points.len(), scene.bars.len());
}

#[test]
fn few_slots_are_shown_by_the_hour() {
    let scene = slot_scene(Example::DayAsItWas, Language::Korean);
    assert_eq!(scene.bars.len(), 3 + 9);
    assert!(scene.bars.iter().all(|bar| matches!(bar.span, Span::Minutes(from, to) if to - from == 60)));
    let peak = scene.bars.iter().map(|bar| bar.peak()).fold(0.0, f64::max);
    assert_eq!(Some(peak), case(Example::DayAsItWas, Language::Korean).forecast.slots[0].peak_load);
}

#[test]
fn both_pictures_share_the_time_axis() {
    for example in Example::ALL {
        let (slots, minutes) =
            (slot_scene(example, Language::Korean), minute_scene(example, Language::Korean, Measure::Attempts));
        assert_eq!(slots.time.stretches, minutes.time.stretches);
    }
}

#[test]
fn the_nearest_reading_is_that_of_the_slot() {
    let scene = slot_scene(Example::Staggered, Language::Korean);
    for (index, point) in scene.points.iter().enumerate() {
        let Span::Minutes(from, to) = point.span else { continue };
        assert_eq!(scene.nearest((from + to) / 2), Some(index));
    }
    assert_eq!(scene.nearest(0), Some(0));
}

#[test]
fn tables_hold_the_numbers_of_the_picture() {
    let scene = minute_scene(Example::DayAsItWas, Language::English, Measure::Queue);
    assert_eq!(scene.table.columns.len(), 4);
    assert_eq!(scene.table.rows.len(), scene.points.len());
    assert!(scene.table.rows.iter().all(|row| row.len() == 4));
    let series = &case(Example::DayAsItWas, Language::English).forecast.stages[1].series;
    let Span::Minutes(minute, _) = scene.points[3].span else { panic!("a minute") };
    assert_eq!(scene.table.rows[3][2], stagger::text::format::integer(series.queue[minute as usize]));
}

/// Every text that was drawn, with its left and right edge.
#[derive(Default)]
struct Recorded {
    texts: Vec<(String, f64, f64)>,
    strokes: usize,
}

/// Draws nothing and remembers what was asked for.
struct Recording {
    size: (u32, u32),
    recorded: Rc<RefCell<Recorded>>,
}

type Drawn = Result<(), DrawingErrorKind<std::io::Error>>;

impl DrawingBackend for Recording {
    type ErrorType = std::io::Error;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        panic!("pictures are made of shapes, not of pixels")
    }

    fn draw_rect<S: BackendStyle>(&mut self, _: BackendCoord, _: BackendCoord, _: &S, _: bool) -> Drawn {
        self.recorded.borrow_mut().strokes += 1;
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, _: I, _: &S) -> Drawn {
        self.recorded.borrow_mut().strokes += 1;
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, _: I, _: &S) -> Drawn {
        self.recorded.borrow_mut().strokes += 1;
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, _: BackendCoord, _: u32, _: &S, _: bool) -> Drawn {
        self.recorded.borrow_mut().strokes += 1;
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, _): BackendCoord) -> Drawn {
        let width = text_width(text, style.size(), false);
        let left = match style.anchor().h_pos {
            HPos::Left => f64::from(x),
            HPos::Center => f64::from(x) - width / 2.0,
            HPos::Right => f64::from(x) - width,
        };
        self.recorded.borrow_mut().texts.push((text.to_owned(), left, left + width));
        Ok(())
    }
}

fn record(image: &Image, chosen: Option<usize>, theme: &Theme, width: u32, height: u32) -> Recorded {
    let recorded = Rc::new(RefCell::new(Recorded::default()));
    let backend = Recording { size: (width, height), recorded: Rc::clone(&recorded) };
    draw(image, chosen, theme, &Measured::new(backend).into_drawing_area()).unwrap();
    recorded.take()
}

#[test]
fn no_label_is_cut_at_any_width_in_either_language() {
    for language in Language::ALL {
        for example in Example::ALL {
            for (name, image) in images(example, language) {
                for width in [280, 320, 420, 700, 1_000, 1_400, 1_900] {
                    let recorded = record(&image, Some(image.count() / 2), &Theme::light(), width, height(&image));
                    assert!(recorded.strokes + recorded.texts.len() > 10, "{name}");
                    for (text, left, right) in recorded.texts {
                        assert!(
                            left >= -1.0 && right <= f64::from(width) + 1.0,
                            "{name}, {width}: {text} from {left:.0} to {right:.0}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn every_picture_is_read_by_keys_and_by_place() {
    for example in Example::ALL {
        for (name, image) in images(example, Language::English) {
            let size = (640.0, f64::from(height(&image)));
            assert!(image.count() > 1 && !image.title().is_empty() && !image.summary().is_empty(), "{name}");
            let first = image.next_reading("Home", None).unwrap().unwrap();
            let last = image.next_reading("End", Some(first)).unwrap().unwrap();
            assert_eq!((first, last), (0, image.count() - 1), "{name}");
            for index in [first, last] {
                for key in ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] {
                    let to = image.next_reading(key, Some(index)).flatten().unwrap_or(index);
                    assert!(image.reading(to).is_some_and(|words| !words.is_empty()), "{name} {key}");
                }
            }
            let corners = [(0.0, 0.0), (639.0, 0.0), (0.0, size.1 - 1.0), (639.0, size.1 - 1.0), (-5.0, 9e3)];
            for at in corners {
                assert!(image.nearest(at, size).is_some_and(|index| index < image.count()), "{name} {at:?}");
            }
            assert!(image.reading(image.count()).is_none());
        }
    }
}

#[test]
fn readings_and_tables_hold_the_same_numbers() {
    for language in Language::ALL {
        let case = case(Example::DayAsItWas, language);
        for sheet in [
            map_of(case, language, TileMeasure::Wait),
            bars_of(case, language, FairGroups::Regions, FairMeasure::Wait),
            bars_of(case, language, FairGroups::Ages, FairMeasure::Invitation),
        ] {
            assert_eq!(sheet.table.rows.len(), sheet.count());
            for (index, row) in sheet.table.rows.iter().enumerate() {
                let reading = sheet.reading(index).unwrap();
                assert!(row.iter().all(|cell| reading.contains(cell.as_str())), "{reading}: {row:?}");
            }
        }
        for heat in HeatMeasure::ALL.map(|measure| heat_of(case, language, measure)) {
            let columns = heat.table.columns.len() - 1;
            for index in [0, 1, columns - 1, heat.count() - 1] {
                let (row, column) = (index / columns, index % columns + 1);
                let reading = heat.reading(index).unwrap();
                for cell in [&heat.table.rows[row][0], &heat.table.columns[column], &heat.table.rows[row][column]] {
                    assert!(reading.contains(cell.as_str()), "{reading}: {cell}");
                }
            }
        }
        let Image::Time(done) = Image::from(completion::scene(&case.plan, &case.forecast, language.catalogue(), None))
        else {
            panic!("made of a scene")
        };
        for (point, row) in done.points.iter().zip(&done.table.rows) {
            assert!(row.iter().all(|cell| point.reading.contains(cell.as_str())), "{}: {row:?}", point.reading);
        }
    }
}

#[test]
fn the_heat_map_shows_everybody_who_begins_while_it_is_open() {
    let case = case(Example::Staggered, Language::English);
    let sheet = heat_of(case, Language::English, HeatMeasure::Starters);
    let Body::Heat(heat) = &sheet.body else { panic!("a heat map") };
    assert_eq!(heat.rows.len(), 16, "112 cohorts are too many rows: they stand by district");
    assert_eq!(heat.rows[0].0, "Jung-gu", "invited first");
    let (_, starts) = parts(case);
    let people: f64 = (heat.rows.iter())
        .flat_map(|(_, values)| values.iter().zip(&heat.columns))
        .map(|(value, ((from, to), _))| value.unwrap() * f64::from(to - from))
        .sum();
    let everybody: Vec<Vec<(usize, f64)>> = case.plan.cohorts.iter().map(|_| vec![(0, 1.0)]).collect();
    let shown: f64 = (heat.time.stretches.iter())
        .map(|(from, to)| starts.by_time(&everybody, 1, &[f64::from(*from) * 60.0, f64::from(*to) * 60.0])[0][0])
        .sum();
    assert!((people - shown).abs() < 1e-6 * shown, "{people} of {shown}");
    let outside = 1.0 - shown / case.forecast.totals.starters;
    assert!(outside > 0.005 && sheet.subtitle.contains(&(Language::English.catalogue().heat_map.outside)(outside)));
}

#[test]
fn a_cell_takes_load_and_wait_of_the_slot_in_which_people_begin() {
    let staggered = case(Example::Staggered, Language::English);
    let sheet = heat_of(staggered, Language::English, HeatMeasure::Load);
    let Body::Heat(heat) = &sheet.body else { panic!("a heat map") };
    let first = heat.rows[0].1[0];
    assert_eq!(first, staggered.forecast.slots[0].peak_load, "Jung-gu begins in the first slot");
    assert!(heat.top >= staggered.plan.target.load && heat.rows.iter().any(|row| row.1.contains(&None)));
    let highest = heat.rows.iter().flat_map(|row| row.1.iter().copied().flatten()).fold(0.0, f64::max);
    let busiest = staggered.forecast.slots.iter().filter_map(|slot| slot.peak_load).fold(0.0, f64::max);
    assert_eq!(highest, busiest);
    let waits = heat_of(staggered, Language::English, HeatMeasure::Wait);
    assert_eq!(waits.title, Language::English.catalogue().heat_map.nobody_waits);
    let as_it_was = heat_of(case(Example::DayAsItWas, Language::English), Language::English, HeatMeasure::Wait);
    let Body::Heat(heat) = &as_it_was.body else { panic!("a heat map") };
    assert!(heat.rows[0].1[0].unwrap().is_infinite(), "some waits of the day as it was are never over");
}

#[test]
fn names_of_districts_are_whole_and_alike() {
    for language in Language::ALL {
        let case = case(Example::Staggered, language);
        let map: Image = map_of(case, language, TileMeasure::Window).into();
        for width in [288, 328, 392, 472, 560] {
            let texts = record(&map, None, &Theme::light(), width, height(&map)).texts;
            let names: Vec<&str> = texts.iter().map(|(text, ..)| text.as_str()).collect();
            let whole = |names: &[&str]| names.iter().filter(|name| name.contains('-')).count();
            assert!(names.len() == 16 && names.iter().all(|name| !name.contains('…')), "{width}: {names:?}");
            assert!([0, 16].contains(&whole(&names)), "{width}: {names:?}");
        }
    }
}

#[test]
fn twenty_five_hundred_cohorts_stay_few_rows() {
    let mut plan = Example::DayAsItWas.plan(Wording::english);
    let members = std::sync::Arc::make_mut(&mut plan.members);
    members.regions =
        (0..250).map(|index| stagger::plan::Region { name: format!("Region {index}"), code: None }).collect();
    members.ages.truncate(7);
    members.counts = vec![vec![100; 7]; 250];
    let cohort = |index: usize| stagger::plan::Cohort {
        regions: Some(vec![index / 7]),
        ages: Some(vec![index % 7]),
        ..stagger::plan::Cohort::everyone(&format!("Cohort {index}"))
    };
    plan.cohorts = std::sync::Arc::new((0..250 * 7).map(cohort).collect());
    std::sync::Arc::make_mut(&mut plan.windows)[0].cohorts = (0..250 * 7).collect();
    std::sync::Arc::make_mut(&mut plan.windows).truncate(1);
    plan.arrivals.show_up = stagger::plan::ShowUp::All(stagger::units::Share::new(0.4));
    let checked = CheckedPlan::new(plan).unwrap();
    let case = Case { plan: checked.plan().clone(), forecast: forecast::run(&checked) };
    let heat = heat_of(&case, Language::English, HeatMeasure::Load);
    let Body::Heat(body) = &heat.body else { panic!("a heat map") };
    assert!(body.rows.len() <= 60 && body.columns.len() <= 100, "{} x {}", body.rows.len(), body.columns.len());
    assert!(draw::height_of(&heat) < 900);
    let map = map_of(&case, Language::English, TileMeasure::Load);
    let Body::Tiles(tiles) = &map.body else { panic!("tiles") };
    assert!(!tiles.with_words && tiles.tiles.len() == 250 && draw::height_of(&map) < 400);
    let bars = bars_of(&case, Language::English, FairGroups::Regions, FairMeasure::Wait);
    assert_eq!(bars.count(), 32);
}

#[test]
fn the_map_says_days_loads_and_waits_with_their_verdicts() {
    let staggered = case(Example::Staggered, Language::English);
    let days = map_of(staggered, Language::English, TileMeasure::Window);
    let Body::Tiles(tiles) = &days.body else { panic!("tiles") };
    assert_eq!(tiles.size, (5, 5));
    assert!(tiles.tiles.iter().all(|tile| matches!(&tile.content, TileContent::Days(days) if days.len() == 5)));
    assert_eq!(days.title, "Every district is invited on a single day");
    let as_it_was = case(Example::DayAsItWas, Language::English);
    let waits = map_of(as_it_was, Language::English, TileMeasure::Wait);
    let Body::Tiles(tiles) = &waits.body else { panic!("tiles") };
    let broken = |content: &TileContent| matches!(content, TileContent::Judged(_, forecast::Verdict::Breaks));
    assert!(tiles.tiles.iter().all(|tile| broken(&tile.content)));
}

#[test]
fn a_sharper_screen_gets_the_same_picture() {
    let scene = slot_scene(Example::Staggered, Language::Korean);
    let words = |scale: u32| {
        let recorded =
            record(&scene.clone().into(), None, &Theme::light().scaled(f64::from(scale)), 1_000 * scale, 348 * scale);
        recorded.texts.into_iter().map(|(text, ..)| text).collect::<Vec<_>>()
    };
    assert_eq!(words(1), words(2));
}

#[test]
fn a_picture_stays_small_on_a_long_horizon() {
    let case = case(Example::Staggered, Language::Korean);
    let mut long = case.forecast.clone();
    for stage in long.stages.iter_mut().chain(&mut long.baseline.stages) {
        stage.series.queue = vec![1.0; 92 * 1_440];
        stage.series.attempts_per_s = (0..92 * 1_440).map(|minute| f64::from(minute % 7)).collect();
    }
    let plan = Plan { days: 92, ..case.plan.clone() };
    let scene = minutes::scene(&plan, &long, Language::Korean.catalogue(), 1, Measure::Attempts, None).unwrap();
    assert!(scene.points.len() <= 300, "{}", scene.points.len());
    assert!(svg(&scene.into(), &Theme::light(), 1_000, 224).len() < 400_000);
}

#[test]
fn names_are_text_in_a_picture() {
    let case = case(Example::DayAsItWas, Language::English);
    let mut plan = case.plan.clone();
    std::sync::Arc::make_mut(&mut plan.cohorts)[0].name = "<script>&".to_owned();
    let scene = slots::scene(&plan, &case.forecast, Language::English.catalogue(), Some(0), None);
    let text = svg(&scene.into(), &Theme::light(), 1_000, 348);
    assert!(!text.contains("<script>") && text.contains("&lt;script&gt;"), "the name is escaped");
}

/// Compares with the file of that name; `UPDATE_EXPECT=1` writes it.
pub fn golden(name: &str, actual: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, actual).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == actual, "{name} differs; look at it, then run with UPDATE_EXPECT=1");
}

#[test]
fn pictures_are_drawn_as_agreed() {
    for language in Language::ALL {
        let tag = language.tag();
        for (name, example) in [("staggered", Example::Staggered), ("day-as-it-was", Example::DayAsItWas)] {
            golden(
                &format!("slots-{name}-{tag}.svg"),
                &svg(&slot_scene(example, language).into(), &Theme::light(), 1_000, 348),
            );
        }
        for (name, example, theme) in
            [("staggered", Example::Staggered, Theme::light()), ("day-as-it-was", Example::DayAsItWas, Theme::dark())]
        {
            let case = case(example, language);
            let measure = if example == Example::Staggered { HeatMeasure::Starters } else { HeatMeasure::Wait };
            let heat = heat_of(case, language, measure).into();
            golden(&format!("heat-{name}-{tag}.svg"), &svg(&heat, &theme, 1_000, height(&heat)));
            let done: Image = completion::scene(&case.plan, &case.forecast, language.catalogue(), None).into();
            golden(&format!("completion-{name}-{tag}.svg"), &svg(&done, &theme, 420, 272));
            let measure = if example == Example::Staggered { TileMeasure::Window } else { TileMeasure::Wait };
            let map = map_of(case, language, measure).into();
            golden(&format!("map-{name}-{tag}.svg"), &svg(&map, &theme, 420, height(&map)));
            let measure = if example == Example::Staggered { FairMeasure::Invitation } else { FairMeasure::Wait };
            let bars = bars_of(case, language, FairGroups::Regions, measure).into();
            golden(&format!("fairness-{name}-{tag}.svg"), &svg(&bars, &theme, 420, height(&bars)));
        }
        let queue = minute_scene(Example::DayAsItWas, language, Measure::Queue);
        golden(&format!("minutes-day-as-it-was-{tag}.svg"), &svg(&queue.into(), &Theme::dark(), 1_000, 224));
    }
}
