//! DOCX taken apart: parts, relationships, styles, tables, pictures, foot.

use std::collections::BTreeSet;

use stagger::export::annex::{Manner, Piece, pieces};
use stagger::export::markup::plain;
use stagger::export::report::{Block, Report};
use stagger::forecast::MODEL;

use super::opened::{Opened, all, first, of, words};
use super::{bytes, counted, drafts, says_all};

const MAIN: &str = "word/document.xml";
/// Width of the text [twentieths of a point].
const BODY: u32 = 10_205;

fn check(report: &Report, opened: &Opened) {
    opened.is_well_formed();
    parts_are_declared(opened);
    relationships_lead_somewhere(opened);
    tables_are_native(report, opened);
    pictures_have_words(report, opened);
    headings_and_captions_are_native(report, opened);
    the_foot_names_the_plan(report, opened);
    let main = opened.xml(MAIN);
    let said: Vec<String> = all(main.root(), "p").iter().map(|paragraph| words(*paragraph, "t")).collect();
    says_all(report, &said.join("\n"));
    let core = opened.xml("docProps/core.xml");
    assert_eq!(words(core.root(), "title"), plain(&report.title));
    assert_eq!(words(core.root(), "creator"), plain(&report.author));
    assert_eq!(words(core.root(), "language"), report.language.tag());
}

fn parts_are_declared(opened: &Opened) {
    let types = opened.xml("[Content_Types].xml");
    let own: BTreeSet<&str> = all(types.root_element(), "Override").iter().map(|part| of(*part, "PartName")).collect();
    let endings: BTreeSet<&str> =
        all(types.root_element(), "Default").iter().map(|part| of(*part, "Extension")).collect();
    for path in opened.paths().filter(|path| *path != "[Content_Types].xml") {
        let is_own = own.contains(format!("/{path}").as_str());
        // Plain XML says nothing of what a part is.
        let is_known = path.rsplit_once('.').is_some_and(|(_, end)| end != "xml" && endings.contains(end));
        assert!(is_own || is_known, "{path} has no type");
    }
    for path in own {
        opened.bytes(&path[1..]);
    }
}

fn relationships_lead_somewhere(opened: &Opened) {
    let package = opened.xml("_rels/.rels");
    for relationship in all(package.root_element(), "Relationship") {
        opened.bytes(of(relationship, "Target"));
    }
    let relationships = opened.xml("word/_rels/document.xml.rels");
    let mut known = BTreeSet::new();
    for relationship in all(relationships.root_element(), "Relationship") {
        assert!(known.insert(of(relationship, "Id")));
        let target = of(relationship, "Target");
        match relationship.attribute("TargetMode") {
            Some("External") => assert!(target.starts_with("http")),
            _ => assert!(!opened.bytes(&format!("word/{target}")).is_empty()),
        }
    }
    let main = opened.xml(MAIN);
    let mut used = BTreeSet::new();
    for node in main.descendants() {
        let of_relationships = node.attributes().filter(|attribute| {
            attribute.namespace().is_some_and(|place| place.ends_with("/officeDocument/2006/relationships"))
        });
        used.extend(of_relationships.map(|attribute| attribute.value()));
    }
    assert!(used.is_subset(&known), "{used:?}");
    let styles = opened.xml("word/styles.xml");
    let known: BTreeSet<&str> = all(styles.root_element(), "style").iter().map(|style| of(*style, "styleId")).collect();
    assert_eq!(known.len(), Manner::ALL.len() + 4);
    for name in ["pStyle", "rStyle", "tblStyle"] {
        for used in all(main.root_element(), name) {
            assert!(known.contains(of(used, "val")), "{}", of(used, "val"));
        }
    }
    let numbering = opened.xml("word/numbering.xml");
    let lists: BTreeSet<&str> = all(numbering.root_element(), "num").iter().map(|list| of(*list, "numId")).collect();
    let used: BTreeSet<&str> = all(main.root_element(), "numId").iter().map(|list| of(*list, "val")).collect();
    assert_eq!(used, lists);
}

fn tables_are_native(report: &Report, opened: &Opened) {
    let main = opened.xml(MAIN);
    let tables = all(main.root_element(), "tbl");
    let expected = counted(report);
    assert_eq!(tables.len(), expected.tables.len());
    let grids = pieces(report).into_iter().filter_map(|piece| match piece {
        Piece::Grid(grid, _) => Some(grid),
        _ => None,
    });
    for ((table, (rows, columns)), grid) in tables.into_iter().zip(expected.tables).zip(grids) {
        let lines = all(table, "tr");
        assert_eq!(lines.len(), rows);
        let widths: Vec<u32> = all(table, "gridCol").iter().map(|column| of(*column, "w").parse().unwrap()).collect();
        assert!(widths.iter().sum::<u32>() <= BODY && widths.iter().all(|width| *width > 300), "{widths:?}");
        assert_eq!(of(first(table, "tblLayout"), "type"), "fixed");
        for (at, (line, expected)) in lines.into_iter().zip(&grid.rows).enumerate() {
            assert_eq!(all(line, "tblHeader").len(), usize::from(at == 0), "the head is repeated, and nothing else");
            assert_eq!(all(line, "cantSplit").len(), 1);
            let cells = all(line, "tc");
            assert_eq!(cells.len(), columns);
            for ((cell, filled), width) in cells.into_iter().zip(&expected.boxes).zip(&widths) {
                assert_eq!(of(first(cell, "tcW"), "w"), width.to_string());
                let said: Vec<String> = all(cell, "p").iter().map(|paragraph| words(*paragraph, "t")).collect();
                let wanted: Vec<String> = filled.lines.iter().map(|(_, text)| plain(text)).collect();
                assert_eq!(said, wanted);
            }
        }
    }
    // Tables are not nested, so that all of them are counted above.
    assert!(all(main.root_element(), "tc").iter().all(|cell| all(*cell, "tbl").is_empty()));
}

fn pictures_have_words(report: &Report, opened: &Opened) {
    let main = opened.xml(MAIN);
    let expected = counted(report).pictures;
    let pictures = all(main.root_element(), "inline");
    assert_eq!(pictures.len(), expected.len());
    let relationships = opened.xml("word/_rels/document.xml.rels");
    for (picture, alternative) in pictures.into_iter().zip(expected) {
        assert!(!alternative.is_empty());
        assert_eq!(of(first(picture, "docPr"), "descr"), plain(&alternative));
        let name = of(first(picture, "blip"), "embed");
        let image = all(relationships.root_element(), "Relationship").into_iter().find(|one| of(*one, "Id") == name);
        let bytes = opened.bytes(&format!("word/{}", of(image.unwrap(), "Target")));
        assert!(bytes.starts_with(b"\x89PNG"));
        // As wide as high on paper as its pixels are.
        let side = |at: usize| f64::from(u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()));
        let length = |name: &str| of(first(picture, "extent"), name).parse::<f64>().unwrap();
        assert!((length("cx") / length("cy") - side(16) / side(20)).abs() < 0.01);
        assert!(length("cx") <= 180.0 * 36_000.0);
    }
}

fn headings_and_captions_are_native(report: &Report, opened: &Opened) {
    let (main, styles) = (opened.xml(MAIN), opened.xml("word/styles.xml"));
    let of_style = |name: &str| -> Vec<String> {
        let paragraphs = all(main.root_element(), "p").into_iter();
        let is_it = |paragraph: &roxmltree::Node<'_, '_>| {
            all(*paragraph, "pStyle").first().is_some_and(|style| of(*style, "val") == name)
        };
        paragraphs.filter(is_it).map(|paragraph| words(paragraph, "t")).collect()
    };
    for (level, name) in [(1, "Heading1"), (2, "Heading2")] {
        let headings = report.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) if heading.level == level => Some(format!("{} {}", heading.number, heading.text)),
            _ => None,
        });
        assert_eq!(of_style(name), headings.collect::<Vec<_>>());
        let style = all(styles.root_element(), "style").into_iter().find(|style| of(*style, "styleId") == name);
        assert_eq!(of(first(style.unwrap(), "outlineLvl"), "val"), (level - 1).to_string());
    }
    let fields: Vec<&str> = all(main.root_element(), "fldSimple").iter().map(|field| of(*field, "instr")).collect();
    let captions = counted(report).captions;
    let counts = |name: &str| fields.iter().filter(|field| field.contains(&format!("SEQ {name} "))).count();
    assert_eq!((counts("Table") + counts("Figure"), counts("Figure")), (captions.len(), 2));
    // The title of the approval stands above boxes and is not counted.
    let said = of_style("Caption");
    assert_eq!(said.len(), captions.len() + 1);
    assert!(captions.iter().all(|caption| said.contains(&plain(caption))));
}

fn the_foot_names_the_plan(report: &Report, opened: &Opened) {
    let foot = opened.xml("word/footer1.xml");
    let said = words(foot.root(), "t");
    let furniture = &report.furniture;
    assert!(said.starts_with(&plain(&furniture.foot)), "{said}");
    assert!(said.contains(&report.marks[0].1) && said.contains(&MODEL.to_string()), "{said}");
    let fields: Vec<&str> = all(foot.root_element(), "fldSimple").iter().map(|field| of(*field, "instr")).collect();
    assert_eq!(fields, [" PAGE ", " NUMPAGES "]);
    let main = opened.xml(MAIN);
    let page = first(main.root_element(), "sectPr");
    assert_eq!((of(first(page, "pgSz"), "w"), of(first(page, "pgSz"), "h")), ("11906", "16838"));
    let relationships = opened.xml("word/_rels/document.xml.rels");
    let name = of(first(page, "footerReference"), "id");
    let part = all(relationships.root_element(), "Relationship").into_iter().find(|one| of(*one, "Id") == name);
    assert_eq!(of(part.unwrap(), "Target"), "footer1.xml");
}

#[test]
fn word_finds_every_part_and_every_word_in_its_place() {
    for draft in drafts("docx") {
        check(&draft.report, &Opened::read(&bytes(&draft)));
    }
}
