//! The report as DOCX and HWPX, taken apart again: every part is there and well-formed, and says what was laid out.

mod docx;
#[path = "../browser/src/grown.rs"]
mod grown;
mod hwpx;
mod opened;

use stagger::export::annex::{Draft, Piece, pieces};
use stagger::export::documents::{Document, Refusal, Request, of_material};
use stagger::export::markup::plain;
use stagger::export::report::{Block, Cell, Report};
use stagger::library::busan::Example;
use stagger::plan::Plan;
use stagger::text::Language;
use stagger::wire::plan_file;

use crate::report::{drawn, example, material};
use opened::Opened;

/// A title that no format may stumble over, with letters that XML has no place for.
const HOSTILE: &str = "<w:t>&amp;\"]]>\u{0}\u{1b}\u{fffe}\u{b}\t계획 ✓";

/// A draft of that plan, with risk where that is quick.
fn draft(plan: Plan, language: Language, document: &str, draws: usize) -> Draft {
    let risk = (draws > 0).then(|| drawn(&plan, draws));
    let material = material(plan, language, risk);
    let asked = format!("{{\"document\":\"{document}\",\"language\":\"{}\"}}", language.tag());
    match of_material(&material, &Request::read(&asked)).unwrap() {
        Document::Draft(draft) => *draft,
        other => panic!("{other:?}"),
    }
}

/// PNG of that size, as a canvas would give it.
fn png((width, height): (u32, u32)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![0x5a; (width.div_ceil(8) * height) as usize]).unwrap();
    writer.finish().unwrap();
    bytes
}

fn bytes(draft: &Draft) -> Vec<u8> {
    let painted: Vec<Vec<u8>> = draft.paintings().iter().map(|painting| png(painting.pixels)).collect();
    match draft.with(&painted).unwrap() {
        Document::Bytes { bytes, name, .. } => {
            assert_eq!(name, draft.name);
            bytes
        }
        other => panic!("{other:?}"),
    }
}

/// The plans that both formats are tried on: both of Busan in both languages, a large one, and one with a hostile title.
fn drafts(document: &str) -> Vec<Draft> {
    let mut all = Vec::new();
    for language in Language::ALL {
        all.extend(Example::ALL.map(|which| draft(example(which, language), language, document, 40)));
    }
    let large = plan_file::read(&grown::plan(900_000, 250, 10)).unwrap();
    all.push(draft(large, Language::Korean, document, 0));
    let hostile = Plan {
        title: HOSTILE.to_owned(),
        author: HOSTILE.to_owned(),
        ..example(Example::Staggered, Language::English)
    };
    all.push(draft(hostile, Language::English, document, 0));
    all
}

/// Every text of a report in its order, collected without the help of what writes it.
fn texts(report: &Report) -> Vec<String> {
    let mut all = vec![report.kind.clone(), report.title.clone(), report.about.clone()];
    all.extend(report.marks.iter().map(|(name, _)| name.clone()));
    all.extend(report.marks.iter().map(|(_, value)| value.clone()));
    for block in &report.blocks {
        match block {
            Block::Heading(heading) => all.extend([heading.number.clone(), heading.text.clone()]),
            Block::Paragraph(paragraph) => all.push(paragraph.text.clone()),
            Block::Items(items) => {
                all.extend(items.iter().flat_map(|item| [Some(item.text.clone()), item.address.clone()]).flatten());
            }
            Block::Figures(figures) => {
                all.extend(figures.iter().map(|figure| figure.name.clone()));
                all.extend(figures.iter().map(|figure| figure.value.clone()));
                all.extend(figures.iter().map(|figure| figure.sure.clone()));
                all.extend(figures.iter().map(|figure| figure.context.clone()));
                all.extend(figures.iter().map(|figure| figure.baseline.clone()));
            }
            Block::Table(table) => {
                all.push(table.caption.clone());
                all.extend(table.columns.iter().map(|column| column.heading.clone()));
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    if let Cell::Text(text) | Cell::Strong(text) | Cell::Verdict(_, text) = cell {
                        all.push(text.clone());
                    }
                }
            }
            Block::Picture(picture) => all.extend([picture.caption.clone(), picture.note.clone()]),
            Block::Approval(approval) => {
                all.push(approval.caption.clone());
                all.extend(approval.roles.iter().map(|(role, _)| role.clone()));
                all.push(approval.lines[0].clone());
                all.extend(approval.roles.iter().map(|(_, name)| name.clone()));
                all.extend(approval.lines[1..].to_vec());
            }
            Block::Reference(reference) => {
                all.push(reference.text.clone());
                all.extend(reference.link.clone());
            }
        }
    }
    all.iter().map(|text| plain(text)).collect()
}

/// Every text of a report is in a document, in its order.
fn says_all(report: &Report, said: &str) {
    let mut rest = said;
    for text in texts(report) {
        let at = rest.find(&text).unwrap_or_else(|| panic!("{text:?} is not in {:.300?}", rest));
        rest = &rest[at + text.len()..];
    }
}

/// What the pieces of a report come to.
struct Counted {
    /// Rows and columns of each table.
    tables: Vec<(usize, usize)>,
    /// Words for whoever does not see a picture.
    pictures: Vec<String>,
    /// Captions, in their order.
    captions: Vec<String>,
    /// Lists with so many items.
    lists: Vec<usize>,
}

fn counted(report: &Report) -> Counted {
    let mut all = Counted { tables: Vec::new(), pictures: Vec::new(), captions: Vec::new(), lists: Vec::new() };
    for piece in pieces(report) {
        match piece {
            Piece::Grid(grid, caption) => {
                assert!(grid.rows.iter().all(|row| row.boxes.len() == grid.weights.len()));
                all.tables.push((grid.rows.len(), grid.weights.len()));
                all.captions.extend(caption.map(|caption| caption.text()));
            }
            Piece::Picture(scene) => {
                all.pictures.push(scene.picture.alternative.clone());
                all.captions.extend(scene.caption.map(|caption| caption.text()));
            }
            Piece::Items(items) => all.lists.push(items.len()),
            Piece::Paragraph(..) | Piece::Aside(..) | Piece::Address(_) => {}
        }
    }
    // Two pictures of the forecast and the code of the address, if it is not too long for one.
    let blocks = |wanted: fn(&Block) -> bool| report.blocks.iter().filter(|block| wanted(block)).count();
    let tables = blocks(|block| matches!(block, Block::Table(_) | Block::Figures(_) | Block::Approval(_)));
    assert_eq!(all.tables.len(), 1 + tables);
    let codes = blocks(|block| matches!(block, Block::Reference(reference) if reference.code.is_some()));
    assert_eq!(all.pictures.len(), blocks(|block| matches!(block, Block::Picture(_))) + codes);
    all
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_a_missing_picture_is_refused() {
    for document in ["docx", "hwpx"] {
        let plan = example(Example::Staggered, Language::Korean);
        let draft = draft(plan, Language::Korean, document, 0);
        assert_eq!(bytes(&draft), bytes(&draft.clone()));
        assert!(draft.name.ends_with(&format!(".{document}")), "{}", draft.name);
        assert_eq!(draft.with(&[]), Err(Refusal::Pictures));
        assert_eq!(draft.paintings().len(), 2);
        // As wide as the text on paper, at 300 dots to the inch.
        assert!(draft.paintings().iter().all(|painting| painting.pixels.0 == 2_126));
        for time in Opened::read(&bytes(&draft)).times() {
            assert_eq!(time, (1980, 1, 1, 0, 0, 0));
        }
    }
}
