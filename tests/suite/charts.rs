//! Pictures of the example plans: what they say, how they are drawn, and that both languages have room.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::OnceLock;

use plotters::prelude::{IntoDrawingArea, SVGBackend};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, text_anchor::HPos,
};
use stagger::chart::measured::text_width;
use stagger::chart::scene::Span;
use stagger::chart::{Image, Measure, Measured, Scene, Theme, draw, minutes, slots};
use stagger::forecast::{self, Forecast};
use stagger::library::busan::Example;
use stagger::library::{Reading, Wording};
use stagger::plan::{CheckedPlan, Plan};
use stagger::text::Language;

struct Case {
    plan: Plan,
    forecast: Forecast,
}

fn case(example: Example, language: Language) -> &'static Case {
    static CASES: [OnceLock<Case>; 4] = [const { OnceLock::new() }; 4];
    let index = usize::from(example == Example::DayAsItWas) * 2 + usize::from(language == Language::English);
    CASES[index].get_or_init(|| {
        let read: Reading = if language == Language::Korean { Wording::korean } else { Wording::english };
        let checked = CheckedPlan::new(example.plan(read)).unwrap();
        Case { plan: checked.plan().clone(), forecast: forecast::run(&checked) }
    })
}

fn slot_scene(example: Example, language: Language) -> Scene {
    let case = case(example, language);
    slots::scene(&case.plan, &case.forecast, language.catalogue(), None)
}

fn minute_scene(example: Example, language: Language, measure: Measure) -> Scene {
    let case = case(example, language);
    minutes::scene(&case.plan, &case.forecast, language.catalogue(), 1, measure).unwrap()
}

fn svg(image: &Image, theme: &Theme, width: u32, height: u32) -> String {
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
            let mut scenes = vec![slot_scene(example, language)];
            scenes.extend(Measure::ALL.map(|measure| minute_scene(example, language, measure)));
            for scene in scenes {
                for width in [320, 700, 1_000, 1_900] {
                    let recorded = record(&scene.clone().into(), None, &Theme::light(), width, 348);
                    assert!(recorded.strokes > 20);
                    for (text, left, right) in recorded.texts {
                        assert!(
                            left >= -1.0 && right <= f64::from(width) + 1.0,
                            "{width}: {text} from {left:.0} to {right:.0}"
                        );
                    }
                }
            }
        }
    }
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
    let scene = minutes::scene(&plan, &long, Language::Korean.catalogue(), 1, Measure::Attempts).unwrap();
    assert!(scene.points.len() <= 300, "{}", scene.points.len());
    assert!(svg(&scene.into(), &Theme::light(), 1_000, 224).len() < 400_000);
}

#[test]
fn names_are_text_in_a_picture() {
    let case = case(Example::DayAsItWas, Language::English);
    let mut plan = case.plan.clone();
    std::sync::Arc::make_mut(&mut plan.cohorts)[0].name = "<script>&".to_owned();
    let scene = slots::scene(&plan, &case.forecast, Language::English.catalogue(), Some(0));
    let text = svg(&scene.into(), &Theme::light(), 1_000, 348);
    assert!(!text.contains("<script>") && text.contains("&lt;script&gt;"), "the name is escaped");
}

/// Compares with the file of that name; `UPDATE_EXPECT=1` writes it.
fn golden(name: &str, actual: &str) {
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
        let queue = minute_scene(Example::DayAsItWas, language, Measure::Queue);
        golden(&format!("minutes-day-as-it-was-{tag}.svg"), &svg(&queue.into(), &Theme::dark(), 1_000, 224));
    }
}
