//! What is copied: the cells of the table in hand, as HTML and as text, and nothing that a spreadsheet would take for a
//! formula.

use roxmltree::{Document, Node};
use stagger::export::data::{DataTable, Kind, Value};
use stagger::export::lay_out;
use stagger::export::paste::{Pasted, of_block, of_data};
use stagger::export::report::{Block, Cell, ColumnKind, Report};
use stagger::library::busan::Example;
use stagger::text::Language;

use crate::report::{drawn, example, material};

/// Rows of what a program reads from the HTML, and its caption.
fn read(pasted: &Pasted) -> (Option<String>, Vec<Vec<String>>) {
    let document = Document::parse(&pasted.html).unwrap();
    let table = document.root_element();
    assert_eq!(table.tag_name().name(), "table");
    let said = |node: Node<'_, '_>| node.descendants().filter(Node::is_text).filter_map(|part| part.text()).collect();
    let named = |node: &Node<'_, '_>, name: &str| node.tag_name().name() == name;
    let caption = table.children().find(|node| named(node, "caption")).map(said);
    let rows = table.children().filter(|node| named(node, "tr"));
    let rows = rows.map(|row| {
        assert!(row.children().all(|cell| cell.attribute("align").is_some()));
        row.children().map(said).collect()
    });
    (caption, rows.collect())
}

/// Rows of what a program reads from the text.
fn lines(pasted: &Pasted) -> Vec<Vec<String>> {
    assert!(pasted.text.ends_with("\r\n"));
    let rows = pasted.text.trim_end_matches("\r\n").split("\r\n");
    rows.map(|row| row.split('\t').map(str::to_owned).collect()).collect()
}

fn cells(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Strong(text) | Cell::Verdict(_, text) => text.clone(),
        Cell::Empty => String::new(),
    }
}

fn reports() -> Vec<Report> {
    let all = Language::ALL.into_iter().flat_map(|language| Example::ALL.map(|which| (which, language)));
    let of = |(which, language)| {
        let plan = example(which, language);
        let risk = drawn(&plan, 40);
        lay_out(&material(plan, language, Some(risk)), None)
    };
    all.map(of).collect()
}

#[test]
fn every_table_of_a_report_is_pasted_cell_by_cell() {
    for report in reports() {
        let mut tables = 0;
        for (at, block) in report.blocks.iter().enumerate() {
            let pasted = of_block(&report, at);
            match block {
                Block::Table(table) => {
                    let (caption, rows) = read(&pasted.clone().unwrap());
                    assert_eq!(caption.as_ref(), Some(&table.caption));
                    let heads = table.columns.iter().map(|column| column.heading.clone()).collect();
                    let own = table.rows.iter().map(|row| row.cells.iter().map(cells).collect());
                    assert_eq!(rows, [heads].into_iter().chain(own).collect::<Vec<Vec<String>>>());
                    assert_eq!(lines(&pasted.unwrap()), rows);
                    tables += 1;
                }
                Block::Figures(figures) => {
                    let (_, rows) = read(&pasted.unwrap());
                    assert_eq!((rows.len(), rows[0].len()), (5, figures.len()));
                    for (at, figure) in figures.iter().enumerate() {
                        let column: Vec<&str> = rows.iter().map(|row| row[at].as_str()).collect();
                        assert_eq!(
                            column,
                            [&figure.name, &figure.value, &figure.sure, &figure.context, &figure.baseline]
                        );
                    }
                }
                Block::Approval(approval) => {
                    let (caption, rows) = read(&pasted.unwrap());
                    assert_eq!(caption.as_ref(), Some(&approval.caption));
                    assert_eq!((rows.len(), rows[0].len()), (4, approval.roles.len() + 1));
                    assert_eq!(rows[1][1], approval.roles[0].1);
                }
                _ => assert_eq!(pasted, None),
            }
        }
        assert!(tables >= 4, "{tables}");
        assert_eq!(of_block(&report, report.blocks.len()), None);
    }
}

#[test]
fn columns_of_a_pasted_table_are_as_wide_as_those_of_the_report_and_numbers_stay_whole() {
    for report in reports() {
        for (at, block) in report.blocks.iter().enumerate() {
            let Block::Table(table) = block else { continue };
            let html = of_block(&report, at).unwrap().html;
            let document = Document::parse(&html).unwrap();
            let rows: Vec<Node<'_, '_>> = document.root_element().children().skip(1).collect();
            let all: u32 = table.columns.iter().map(|column| column.weight).sum();
            for (head, column) in rows[0].children().zip(&table.columns) {
                let part: f64 = head.attribute("width").unwrap().trim_end_matches('%').parse().unwrap();
                let own = 100.0 * f64::from(column.weight) / f64::from(all);
                assert!((0.0..1.0).contains(&(own - part)), "{} of {own}", part);
            }
            for row in &rows[1..] {
                for (cell, column) in row.children().zip(&table.columns) {
                    let stays = matches!(column.kind, ColumnKind::Number | ColumnKind::Verdict);
                    assert_eq!(cell.attribute("nowrap").is_some(), stays, "{}", column.heading);
                }
            }
        }
    }
}

#[test]
fn figures_are_pasted_bit_for_bit_and_missing_ones_are_empty() {
    let plan = example(Example::DayAsItWas, Language::English);
    let material = material(plan, Language::English, None);
    let table = Kind::Slots.table(&material);
    let rows = lines(&of_data(&table));
    let mut numbers = 0;
    for (row, values) in rows[1..].iter().zip(&table.rows) {
        for (cell, value) in row.iter().zip(values) {
            match value {
                Value::Number(number) => {
                    assert_eq!(cell.parse::<f64>().unwrap(), *number);
                    numbers += 1;
                }
                Value::Empty => assert_eq!(cell, ""),
                Value::Text(_) | Value::Moment(_) => {}
            }
        }
    }
    assert!(numbers > 40, "{numbers}");
}

#[test]
fn words_are_no_markup_no_formula_and_no_further_cells() {
    let name = "=HYPERLINK(\"http://x\";1)<b>&\tone\r\ntwo";
    let table = DataTable {
        name: "<i>".to_owned(),
        columns: vec!["a&b".to_owned(), "n".to_owned()],
        rows: vec![vec![Value::Text(name.to_owned()), Value::Number(-1.5)]],
    };
    let pasted = of_data(&table);
    let (caption, rows) = read(&pasted);
    assert_eq!(caption.as_deref(), Some("<i>"));
    assert_eq!(rows[1][1], "-1.5");
    assert_eq!(rows[1][0], "'=HYPERLINK(\"http://x\";1)<b>& one two");
    assert_eq!(lines(&pasted), rows);
    // The policy of the page lets no style stand at an element.
    assert!(!pasted.html.contains("style"), "{}", pasted.html);
}
