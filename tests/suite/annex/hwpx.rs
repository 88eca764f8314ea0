//! HWPX taken apart: parts, shapes that are referred to, tables, pictures, captions, foot.

use std::collections::BTreeMap;

use roxmltree::Node;
use stagger::export::annex::{Piece, pieces};
use stagger::export::markup::plain;
use stagger::export::report::{Block, Report};
use stagger::forecast::MODEL;

use super::opened::{Opened, all, first, of, words};
use super::{bytes, counted, drafts, says_all};

const SECTION: &str = "Contents/section0.xml";
const HEADER: &str = "Contents/header.xml";

fn check(report: &Report, file: &[u8], opened: &Opened) {
    // What the file is can be read without a reader of archives.
    assert_eq!(&file[30..57], b"mimetypeapplication/hwp+zip");
    assert_eq!(opened.first(), ("mimetype", true));
    opened.is_well_formed();
    parts_are_named(opened);
    whatever_is_referred_to_is_there(opened);
    tables_are_native(report, opened);
    pictures_have_words(report, opened);
    headings_and_lists_are_native(report, opened);
    the_foot_names_the_plan(report, opened);
    let section = opened.xml(SECTION);
    let said: Vec<String> = all(section.root(), "p").iter().map(|paragraph| own_words(*paragraph)).collect();
    says_all(report, &said.join("\n"));
    let contents = opened.xml("Contents/content.hpf");
    assert_eq!(words(contents.root(), "title"), plain(&report.title));
    assert_eq!(words(contents.root(), "language"), report.language.tag());
    assert!(opened.text("Preview/PrvText.txt").contains(&plain(&report.title)));
}

/// The words of a paragraph without those of tables and captions inside it; numbers that Hangul counts as they stand there.
fn own_words(paragraph: Node<'_, '_>) -> String {
    let is_own = |node: &Node<'_, '_>| {
        let inner = node.ancestors().find(|above| above.has_tag_name(paragraph.tag_name()));
        inner == Some(paragraph)
    };
    let said = |node: Node<'_, '_>| match node.tag_name().name() {
        "t" => node.descendants().filter_map(|part| part.is_text().then(|| part.text()).flatten()).collect(),
        "autoNum" => of(node, "num").to_owned(),
        _ => String::new(),
    };
    paragraph.descendants().filter(|node| node.is_element() && is_own(node)).map(said).collect()
}

fn parts_are_named(opened: &Opened) {
    let container = opened.xml("META-INF/container.xml");
    for file in all(container.root_element(), "rootfile") {
        assert!(!opened.bytes(of(file, "full-path")).is_empty() && !of(file, "media-type").is_empty());
    }
    let contents = opened.xml("Contents/content.hpf");
    let items: BTreeMap<&str, &str> =
        all(contents.root_element(), "item").iter().map(|item| (of(*item, "id"), of(*item, "href"))).collect();
    for path in items.values() {
        assert!(!opened.bytes(path).is_empty());
    }
    let spine: Vec<&str> = all(contents.root_element(), "itemref").iter().map(|item| of(*item, "idref")).collect();
    assert_eq!(spine, ["header", "section0"]);
    assert!(spine.iter().all(|name| items.contains_key(name)));
    let images: Vec<&str> = opened.paths().filter(|path| path.starts_with("BinData/")).collect();
    assert!(images.len() >= 2 && images.iter().all(|path| items.values().any(|known| known == path)));
    for path in ["version.xml", "settings.xml", "META-INF/manifest.xml", "META-INF/container.rdf"] {
        opened.bytes(path);
    }
    let section = opened.xml(SECTION);
    for picture in all(section.root_element(), "img") {
        assert!(items.contains_key(of(picture, "binaryItemIDRef")));
    }
}

/// Shapes, styles and lines by their numbers; each list says how long it is.
fn whatever_is_referred_to_is_there(opened: &Opened) {
    let (header, section) = (opened.xml(HEADER), opened.xml(SECTION));
    let children = |node: Node<'_, '_>| node.children().filter(Node::is_element).count();
    for list in header.descendants().filter(|node| node.has_attribute("itemCnt")) {
        assert_eq!(of(list, "itemCnt"), children(list).to_string(), "{}", list.tag_name().name());
    }
    for fonts in all(header.root_element(), "fontface") {
        assert_eq!(of(fonts, "fontCnt"), children(fonts).to_string());
    }
    let ids = |name: &str| -> Vec<&str> { all(header.root_element(), name).iter().map(|one| of(*one, "id")).collect() };
    let kinds = [
        ("charPr", "charPrIDRef"),
        ("paraPr", "paraPrIDRef"),
        ("style", "styleIDRef"),
        ("borderFill", "borderFillIDRef"),
        ("tabPr", "tabPrIDRef"),
    ];
    for (name, attribute) in kinds {
        let known = ids(name);
        assert!(!known.is_empty());
        let nodes = header.descendants().chain(section.descendants());
        // In heads of numbers, all bits set mean the letters of the paragraph.
        let used =
            nodes.filter(|node| node.tag_name().name() != "paraHead").filter_map(|node| node.attribute(attribute));
        for used in used {
            assert!(known.contains(&used), "{attribute} {used}");
        }
    }
    let numbers = ids("numbering");
    for heading in all(header.root_element(), "heading").iter().filter(|heading| of(**heading, "type") == "NUMBER") {
        assert!(numbers.contains(&of(*heading, "idRef")));
    }
    let mut objects: Vec<&str> = ["tbl", "pic"]
        .iter()
        .flat_map(|name| all(section.root_element(), name))
        .map(|object| of(object, "id"))
        .collect();
    let count = objects.len();
    objects.sort_unstable();
    objects.dedup();
    assert_eq!(objects.len(), count);
    let ends: Vec<&str> = all(section.root_element(), "fieldEnd").iter().map(|end| of(*end, "beginIDRef")).collect();
    let begins: Vec<&str> = all(section.root_element(), "fieldBegin").iter().map(|begin| of(*begin, "id")).collect();
    assert_eq!(begins, ends);
}

fn tables_are_native(report: &Report, opened: &Opened) {
    let section = opened.xml(SECTION);
    let tables = all(section.root_element(), "tbl");
    let expected = counted(report);
    assert_eq!(tables.len(), expected.tables.len());
    let grids = pieces(report).into_iter().filter_map(|piece| match piece {
        Piece::Grid(grid, caption) => Some((grid, caption)),
        _ => None,
    });
    for ((table, (rows, columns)), (grid, caption)) in tables.into_iter().zip(expected.tables).zip(grids) {
        assert_eq!((of(table, "rowCnt"), of(table, "colCnt")), (&*rows.to_string(), &*columns.to_string()));
        assert_eq!(of(table, "repeatHeader"), "1");
        // Between rows, or not at all: never within one.
        assert_ne!(of(table, "pageBreak"), "CELL");
        assert_eq!(of(first(table, "pos"), "treatAsChar"), "0", "a table that is a letter is not broken at all");
        let lines = all(table, "tr");
        assert_eq!(lines.len(), rows);
        let whole: u32 = of(first(table, "sz"), "width").parse().unwrap();
        assert!(whole <= 51_024, "{whole}");
        for (row, (line, expected)) in lines.into_iter().zip(&grid.rows).enumerate() {
            let cells = all(line, "tc");
            assert_eq!(cells.len(), columns);
            let widths = cells.iter().map(|cell| of(first(*cell, "cellSz"), "width").parse::<u32>().unwrap());
            assert_eq!(widths.sum::<u32>(), whole);
            for (column, (cell, filled)) in cells.into_iter().zip(&expected.boxes).enumerate() {
                assert_eq!(of(cell, "header"), if row == 0 { "1" } else { "0" });
                let place = first(cell, "cellAddr");
                assert_eq!((of(place, "rowAddr"), of(place, "colAddr")), (&*row.to_string(), &*column.to_string()));
                let said: Vec<String> = all(cell, "p").iter().map(|paragraph| own_words(*paragraph)).collect();
                let wanted: Vec<String> = filled.lines.iter().map(|(_, text)| plain(text)).collect();
                assert_eq!(said, wanted);
            }
        }
        let captions = all(table, "caption");
        assert_eq!(captions.len(), usize::from(caption.is_some()));
        for (native, wanted) in captions.into_iter().zip(caption) {
            assert_eq!(own_words(first(native, "p")), plain(&wanted.text()));
            assert_eq!(of(first(native, "autoNum"), "numType"), "TABLE");
        }
    }
}

fn pictures_have_words(report: &Report, opened: &Opened) {
    let section = opened.xml(SECTION);
    let expected = counted(report).pictures;
    let pictures = all(section.root_element(), "pic");
    assert_eq!(pictures.len(), expected.len());
    for (at, (picture, alternative)) in pictures.into_iter().zip(expected).enumerate() {
        assert!(!alternative.is_empty());
        assert_eq!(words(picture, "shapeComment"), plain(&alternative));
        let bytes = opened.bytes(&format!("BinData/{}.png", of(first(picture, "img"), "binaryItemIDRef")));
        assert!(bytes.starts_with(b"\x89PNG"));
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        let whole = first(picture, "imgDim");
        assert_eq!(of(whole, "dimwidth"), (side(16) * 75).to_string());
        assert_eq!(of(whole, "dimheight"), (side(20) * 75).to_string());
        let length = |name: &str| of(first(picture, "sz"), name).parse::<f64>().unwrap();
        assert!((length("width") / length("height") - f64::from(side(16)) / f64::from(side(20))).abs() < 0.01);
        let captions = all(picture, "caption");
        assert_eq!(captions.len(), usize::from(at < 2), "the code of the address has none");
        assert!(captions.iter().all(|caption| of(first(*caption, "autoNum"), "numType") == "PICTURE"));
    }
}

fn headings_and_lists_are_native(report: &Report, opened: &Opened) {
    let (header, section) = (opened.xml(HEADER), opened.xml(SECTION));
    let shapes: BTreeMap<&str, Node<'_, '_>> = all(header.root_element(), "paraPr")
        .into_iter()
        .map(|shape| (of(shape, "id"), first(shape, "heading")))
        .collect();
    let of_kind = |kind: &str, level: u8| -> Vec<String> {
        let is_it = |paragraph: &Node<'_, '_>| {
            let heading = shapes[of(*paragraph, "paraPrIDRef")];
            of(heading, "type") == kind && of(heading, "level") == level.to_string()
        };
        all(section.root_element(), "p").into_iter().filter(is_it).map(own_words).collect()
    };
    for level in [1, 2] {
        let headings = report.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) if heading.level == level => Some(format!("{} {}", heading.number, heading.text)),
            _ => None,
        });
        assert_eq!(of_kind("OUTLINE", level - 1), headings.collect::<Vec<_>>());
    }
    assert_eq!(of_kind("NUMBER", 0).len(), counted(report).lists.iter().sum::<usize>());
}

fn the_foot_names_the_plan(report: &Report, opened: &Opened) {
    let section = opened.xml(SECTION);
    let foot = first(section.root_element(), "footer");
    let said = own_words(first(foot, "p"));
    assert!(said.starts_with(&plain(&report.furniture.foot)), "{said}");
    assert!(said.contains(&report.marks[0].1) && said.contains(&MODEL.to_string()), "{said}");
    let kinds: Vec<&str> = all(foot, "autoNum").iter().map(|number| of(*number, "numType")).collect();
    assert_eq!(kinds, ["PAGE", "TOTAL_PAGE"]);
    let page = first(section.root_element(), "pagePr");
    assert_eq!((of(page, "width"), of(page, "height")), ("59528", "84189"));
}

#[test]
fn hangul_finds_every_part_and_every_word_in_its_place() {
    for draft in drafts("hwpx") {
        let file = bytes(&draft);
        check(&draft.report, &file, &Opened::read(&file));
    }
}
