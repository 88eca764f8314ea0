//! Figures that leave the planner: CSV and workbooks read back by other programs are the forecast, to the last bit.

use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

use stagger::clock::CivilTime;
use stagger::export::Material;
use stagger::export::data::{DataTable, Kind, Value, moment};
use stagger::export::documents::{Document, Refusal, Request, of_material, tables};
use stagger::library::busan::Example;
use stagger::plan::Plan;
use stagger::risk::SlotFigure;
use stagger::text::Language;
use stagger::text::data::words;

use crate::report::{drawn, example, material};

fn with_risk(which: Example, language: Language) -> Material {
    let plan = example(which, language);
    let risk = drawn(&plan, 30);
    material(plan, language, Some(risk))
}

/// Rows of a delimited text, read by the crate `csv`.
fn rows(text: &str) -> Vec<Vec<String>> {
    assert!(text.starts_with('\u{feff}'), "Excel takes it for another encoding");
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn request(document: &str, name: &str, language: Language) -> Request {
    let [document, name] = [document, name].map(str::to_owned);
    Request {
        document,
        name,
        language,
        address: String::new(),
        risk: String::new(),
        simulation: String::new(),
        width_mm: String::new(),
        with_requirements: false,
    }
}

fn column<'a>(rows: &'a [Vec<String>], heading: &str) -> Vec<&'a str> {
    let at = rows[0].iter().position(|name| name == heading).unwrap_or_else(|| panic!("no {heading} in {:?}", rows[0]));
    rows[1..].iter().map(|row| row[at].as_str()).collect()
}

/// A cell as the number that it says; empty = none.
fn number(cell: &str) -> Option<f64> {
    (!cell.is_empty()).then(|| cell.parse().unwrap())
}

#[test]
fn the_slots_as_csv_are_those_of_the_forecast_and_what_is_missing_is_empty() {
    for (which, language) in [(Example::Staggered, Language::Korean), (Example::DayAsItWas, Language::English)] {
        let material = with_risk(which, language);
        let Document::Text { text, name, .. } = of_material(&material, &request("csv", "slots", language)).unwrap()
        else {
            panic!("no text")
        };
        assert!(name.ends_with(".csv"));
        let (rows, words) = (rows(&text), words(language));
        let percentile = "95%";
        let mut empty = 0;
        for (index, slot) in material.forecast.slots.iter().enumerate() {
            let at = |heading: &str| number(column(&rows, heading)[index]);
            assert_eq!(at(words.peak_load), slot.peak_load);
            assert_eq!(at(words.peak_queue), Some(slot.peak_queue));
            assert_eq!(at(words.wait_max), slot.wait_max_s);
            assert_eq!(at(&(words.wait_target)(percentile)), slot.wait_target_s);
            assert_eq!(at(words.lost), Some(slot.lost));
            assert_eq!(at(words.members), slot.window.map(|_| slot.members));
            assert_eq!(at(words.starters), slot.window.map(|_| slot.starters));
            let risk = &material.risk.as_ref().unwrap().slots[index];
            let band = risk.band(SlotFigure::PeakLoad);
            assert_eq!(at(words.peak_load_low), Some(band.low()).filter(|low| low.is_finite()));
            assert_eq!(at(words.peak_load_high), Some(band.high()).filter(|high| high.is_finite()));
            assert_eq!(at(words.chance), Some(risk.chance.share()));
            empty += usize::from(slot.wait_max_s.is_none()) + usize::from(slot.window.is_none());
        }
        assert!(empty > 0, "nothing was missing");
    }
}

#[test]
fn the_minutes_as_csv_are_the_series_of_every_place() {
    let material = material(example(Example::DayAsItWas, Language::Korean), Language::Korean, None);
    let (rows, words) = (rows(&Kind::Minutes.table(&material).csv()), words(Language::Korean));
    let minutes = material.plan().days as usize * 1_440;
    assert_eq!(rows.len(), minutes + 1);
    for stage in &material.forecast.stages {
        let series = &stage.series;
        let attempts = column(&rows, &(words.attempts)(&stage.name));
        let wait = column(&rows, &(words.wait)(&stage.name));
        let load = column(&rows, &(words.load)(&stage.name));
        for minute in 0..minutes {
            assert_eq!(number(attempts[minute]), Some(series.attempts_per_s[minute]));
            assert_eq!(number(wait[minute]), series.wait_s[minute]);
            assert_eq!(number(load[minute]), series.load[minute]);
        }
    }
    assert_eq!(rows[1][0], "2022-04-01 00:00");
    assert!(column(&rows, &(words.load)(&material.forecast.stages[0].name)).iter().all(|cell| cell.is_empty()));
}

/// What a cell of a workbook holds, as the value that was written.
fn same(read: &Data, written: &Value) -> bool {
    match (read, written) {
        (Data::Empty, Value::Empty) => true,
        (Data::String(read), Value::Text(written)) => {
            read == written || (written.len() > 32_000 && read.ends_with('…'))
        }
        (Data::Float(read), Value::Number(written)) => read == written,
        (Data::Int(read), Value::Number(written)) => *read as f64 == *written,
        (Data::DateTime(read), Value::Moment(written)) => read.as_f64() == serial(*written),
        // An empty text is an empty cell.
        (Data::Empty, Value::Text(written)) => written.is_empty(),
        _ => false,
    }
}

/// Days since the last day of 1899, as workbooks count them from March 1900 on.
fn serial(time: CivilTime) -> f64 {
    let first = CivilTime::parse("1900-03-01T00:00").unwrap();
    let days = time.seconds_since(first) as f64 / 86_400.0 + 61.0;
    // To the millisecond, as it is written.
    (days * 86_400_000.0).round() / 86_400_000.0
}

#[test]
fn the_workbook_read_back_holds_every_table_cell_by_cell() {
    for language in Language::ALL {
        let mut plan = example(Example::DayAsItWas, language);
        plan.title = "=1+1".to_owned();
        let material = material(plan, language, None);
        let Document::Bytes { bytes, name, .. } = of_material(&material, &request("xlsx", "", language)).unwrap()
        else {
            panic!("no bytes")
        };
        assert!(name.ends_with(".xlsx"));
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let written = tables(&material);
        assert_eq!(book.sheet_names(), written.iter().map(|table| table.name.clone()).collect::<Vec<_>>());
        assert_eq!(written.len(), 6);
        for DataTable { name, columns, rows } in &written {
            let sheet = book.worksheet_range(name).unwrap();
            let cell = |row: usize, at: usize| sheet.get_value((row as u32, at as u32)).cloned().unwrap_or(Data::Empty);
            for (at, heading) in columns.iter().enumerate() {
                assert_eq!(cell(0, at), Data::String(heading.clone()));
            }
            for (index, row) in rows.iter().enumerate() {
                for (at, value) in row.iter().enumerate() {
                    assert!(
                        same(&cell(index + 1, at), value),
                        "{name} {index} {at}: {:?} for {value:?}",
                        cell(index + 1, at)
                    );
                }
            }
        }
    }
}

#[test]
fn names_are_no_formulas_in_a_delimited_text() {
    let mut plan: Plan = example(Example::DayAsItWas, Language::English);
    std::sync::Arc::make_mut(&mut plan.cohorts)[0].name = "=HYPERLINK(\"x\")".to_owned();
    let material = material(plan, Language::English, None);
    let rows = rows(&Kind::Cohorts.table(&material).csv());
    assert_eq!(rows[1][0], "'=HYPERLINK(\"x\")");
}

#[test]
fn assumptions_have_their_value_range_and_source_in_the_unit_that_is_said() {
    let material = material(example(Example::Staggered, Language::English), Language::English, None);
    let (rows, words) = (rows(&Kind::Assumptions.table(&material).csv()), words(Language::English));
    let fields = column(&rows, words.field);
    let at = |field: &str, heading: &str| {
        let row = fields.iter().position(|known| *known == field).unwrap();
        column(&rows, heading)[row].to_owned()
    };
    assert_eq!(
        (at("/arrivals/show_up", words.value), at("/arrivals/show_up", words.unit)),
        ("40".to_owned(), "%".to_owned())
    );
    let range = material.plan().ranges.iter().find(|range| range.field == "/arrivals/show_up").unwrap();
    assert_eq!(number(&at("/arrivals/show_up", words.low)), Some(range.low * 100.0));
    assert_eq!(at("/journey/1/service_s", words.unit), "s");
    assert!(!at("/members/counts", words.source).is_empty());
    // The download has no limit, so there is nothing of it to be said.
    assert!(!fields.contains(&"/journey/0/rate_per_s"));
}

#[test]
fn every_picture_is_svg_of_the_width_that_was_asked_for() {
    let material = material(example(Example::Staggered, Language::Korean), Language::Korean, None);
    let names =
        ["slots", "completion", "map", "fairness", "heat", "minutes-1-attempts", "minutes-1-queue", "minutes-1-wait"];
    for name in names {
        let request = Request { width_mm: "120".to_owned(), ..request("svg", name, Language::Korean) };
        let Document::Text { text, .. } = of_material(&material, &request).unwrap() else { panic!("no text") };
        assert!(text.starts_with("<svg width=\"120.00mm\" height=\""), "{}", &text[..80]);
        assert!(text.contains("<text"));
    }
    let request = Request { width_mm: "120".to_owned(), ..request("png", "slots", Language::Korean) };
    let Document::Painting { pixels, .. } = of_material(&material, &request).unwrap() else { panic!("no painting") };
    // 120 mm at 300 dots to the inch.
    assert!((f64::from(pixels.0) - 120.0 / 25.4 * 300.0).abs() <= 2.0, "{pixels:?}");
}

#[test]
fn what_there_is_not_is_refused_by_name() {
    let material = material(example(Example::DayAsItWas, Language::English), Language::English, None);
    for (document, name) in [("svg", "nothing"), ("svg", "minutes-99-queue"), ("csv", "nothing"), ("odt", "")] {
        assert_eq!(of_material(&material, &request(document, name, Language::English)), Err(Refusal::Unknown));
    }
}

#[test]
fn times_are_written_as_spreadsheets_read_them() {
    for (time, written) in [("2022-04-01T14:00", "2022-04-01 14:00"), ("2022-04-01T14:00:30", "2022-04-01 14:00:30")] {
        assert_eq!(moment(CivilTime::parse(time).unwrap()), written);
    }
}
