//! QR codes are read back by a decoder that knows nothing of the encoder, from modules, from SVG and from PNG.

use proptest::prelude::*;
use stagger::export::qr::{Code, Correction, QUIET, code};
use stagger::library::busan::Example;
use stagger::library::{Reading, Wording};
use stagger::wire::link;

use crate::link_lengths::{Sources, large_plan};

const ADDRESS: &str = "https://city.example.org/stagger/";

/// What the only code in a grey picture says.
fn read(side: usize, grey: impl FnMut(usize, usize) -> u8) -> String {
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

fn from_modules(code: &Code) -> String {
    const SCALE: usize = 4;
    read(code.side() * SCALE, |x, y| if code.is_dark(x / SCALE, y / SCALE) { 0 } else { 255 })
}

fn from_png(png: &[u8]) -> String {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((info.width, info.color_type), (info.height, png::ColorType::Grayscale));
    let side = info.width as usize;
    read(side, |x, y| pixels[y * side + x])
}

/// Paints the path of a picture of the form that the planner writes, and nothing else.
fn from_svg(svg: &str, side: usize) -> String {
    const SCALE: usize = 4;
    let path = svg.rsplit_once(" d=\"").or(svg.rsplit_once("d=\"")).unwrap().1;
    let mut dark = vec![false; side * side];
    for run in path[..path.find('"').unwrap()].split('M').skip(1) {
        let (place, rest) = run.split_once('h').unwrap();
        let (x, y) = place.split_once(' ').unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        let length: usize = rest.split('v').next().unwrap().parse().unwrap();
        assert_eq!(run, format!("{x} {y}h{length}v1h-{length}z"));
        dark[y * side + x..][..length].fill(true);
    }
    assert!(svg.contains(&format!("viewBox=\"0 0 {side} {side}\"")));
    read(side * SCALE, |x, y| if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 })
}

#[test]
fn codes_of_both_examples_are_read_back_from_every_form() {
    for example in Example::ALL {
        for language in [Wording::korean as Reading, Wording::english] {
            let plan = example.plan(language);
            let text = format!("{ADDRESS}{}", link::encode_for_qr(&plan));
            let code = code(&text).unwrap();
            println!("{} characters, {} modules, {}", text.len(), code.width, code.correction.letter());
            assert!(code.width <= 81, "{}", code.width);
            for read in [from_modules(&code), from_png(&code.png()), from_svg(&code.svg(), code.side())] {
                assert_eq!(read, text);
                assert_eq!(link::decode(&read), Ok(plan.clone()));
            }
        }
    }
}

#[test]
fn the_largest_links_that_are_promised_have_a_code() {
    for (shape, sources) in [((16, 7, 112, 5), Sources::OfExamples), ((25, 10, 60, 6), Sources::OfExamples)] {
        let plan = large_plan(shape, sources);
        let text = format!("{ADDRESS}{}", link::encode_for_qr(&plan));
        let code = code(&text).unwrap();
        let modules = code.width;
        println!("{shape:?}: {} characters, {modules} modules, {}", text.len(), code.correction.letter());
        assert_eq!(from_modules(&code), text);
    }
}

#[test]
fn capitals_make_a_smaller_code() {
    let plan = Example::Staggered.plan(Wording::korean);
    let small = code(&format!("{ADDRESS}{}", link::encode(&plan))).unwrap();
    let capital = code(&format!("{ADDRESS}{}", link::encode_for_qr(&plan))).unwrap();
    assert!((capital.width, small.correction) <= (small.width, capital.correction));
    assert!(capital.width < small.width || capital.correction != small.correction);
}

#[test]
fn the_quiet_zone_is_light_and_the_least_size_follows_the_modules() {
    let code = code("HTTPS://EXAMPLE.ORG").unwrap();
    assert_eq!((code.width, code.side(), code.correction), (25, 25 + 2 * QUIET, Correction::High));
    assert_eq!(code.least_mm(), 14);
    for at in 0..code.side() {
        for edge in (0..QUIET).chain(code.width + QUIET..code.side()) {
            assert!(!code.is_dark(edge, at) && !code.is_dark(at, edge));
        }
    }
}

#[test]
fn what_is_too_long_has_no_code() {
    assert_eq!(code(&"A".repeat(4_296)).map(|code| (code.width, code.correction)), Some((177, Correction::Low)));
    assert_eq!(code(&"A".repeat(4_297)), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_written_is_read(text in "[a-z]{0,20}#S1\\.[A-Z2-7]{1,800}") {
        let code = code(&text).unwrap();
        prop_assert_eq!(from_modules(&code), text);
    }
}
