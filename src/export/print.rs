//! The report as elements of a page that prints: A4, breaks where they do no harm, headers of tables on every page.

use roxmltree::{Document, Node};

use super::picture::Picture;
use super::report::{
    Approval, Block, Cell, Column, ColumnKind, Heading, Item, KeyFigure, Look, Paragraph, Reference, Report, Row,
    RowKind, Table, sign,
};
use crate::forecast::Verdict;
use crate::text::report::{ReportWords, words};
use crate::wire::workshop::{Element, tag};

/// Names of the elements and attributes of a drawing, as the SVG backend of plotters writes them.
const SVG_TAGS: [&str; 9] = ["svg", "g", "rect", "line", "polyline", "polygon", "circle", "text", "path"];
const SVG_ATTRIBUTES: [&str; 30] = [
    "viewBox",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "width",
    "height",
    "points",
    "d",
    "dx",
    "dy",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "opacity",
    "fill-opacity",
    "font-family",
    "font-size",
    "font-weight",
    "font-style",
    "text-anchor",
    "transform",
    "shape-rendering",
    "fill-rule",
];

/// The elements of a report.
pub fn elements(report: &Report) -> Vec<Element> {
    let mark = |(name, value): &(String, String)| tag("div").holding([tag("dt").saying(name), tag("dd").saying(value)]);
    let head = tag("header").with("class", "report-head").holding([
        tag("div").holding([
            tag("p").with("class", "report-kind").saying(&report.kind),
            tag("h1").with("id", "report-title").saying(&report.title),
            tag("p").with("class", "report-about").saying(&report.about),
        ]),
        tag("dl").with("class", "report-marks").holding(report.marks.iter().map(mark)),
    ]);
    let paper = tag("article").with("class", "report").with("lang", report.language.tag());
    let words = words(report.language);
    let blocks = report
        .blocks
        .iter()
        .enumerate()
        .flat_map(|(at, content)| copier(at, content, words).into_iter().chain([block(content)]));
    vec![tools(report), paper.holding([head]).holding(blocks), foot(report)]
}

/// What can be done with the view; it is not on paper.
fn tools(report: &Report) -> Element {
    let words = words(report.language);
    let button = |act: &str, label: &str| {
        tag("button").with("type", "button").with("class", "button").with("data-act", act).saying(label)
    };
    tag("div").with("class", "report-tools").holding([
        button("print", words.print),
        button("close", words.close),
        tag("p")
            .with("role", "status")
            .with("data-copied", words.copied)
            .with("data-refused", words.copy_refused)
            .saying(words.print_note),
    ])
}

/// Copies the piece below it, which has that place in the report; `None` = it is read only. It is not on paper.
fn copier(at: usize, block: &Block, words: &ReportWords) -> Option<Element> {
    let (label, of) = match block {
        Block::Table(table) => (words.copy_table, table.caption.as_str()),
        Block::Figures(_) => (words.copy_table, words.outcome),
        Block::Approval(approval) => (words.copy_table, approval.caption.as_str()),
        Block::Picture(picture) => (words.copy_picture, picture.caption.as_str()),
        _ => return None,
    };
    let button = tag("button").with("type", "button").with("data-act", "copy").with("data-at", at.to_string());
    let button = button.with("class", "button").with("aria-label", format!("{label}: {of}")).saying(label);
    Some(tag("div").with("class", "report-copy").holding([button]))
}

/// What stands on every page, and the words around the number of the page.
fn foot(report: &Report) -> Element {
    let [before, between, behind] = &report.furniture.page;
    let parts = [&report.furniture.foot, before, between, behind];
    tag("footer").with("class", "report-foot").holding(parts.map(|part| tag("span").saying(part)))
}

fn block(block: &Block) -> Element {
    match block {
        Block::Heading(content) => heading(content),
        Block::Paragraph(content) => paragraph(content),
        Block::Items(content) => tag("ol").with("class", "report-items").holding(content.iter().map(item)),
        Block::Figures(content) => tag("dl").with("class", "report-figures").holding(content.iter().map(figure)),
        Block::Table(content) => table(content),
        Block::Picture(content) => picture(content),
        Block::Approval(content) => approval(content),
        Block::Reference(content) => reference(content),
    }
}

fn heading(heading: &Heading) -> Element {
    let name = if heading.level == 1 { "h2" } else { "h3" };
    tag(name)
        .holding([tag("span").with("class", "report-number").saying(&heading.number)])
        .saying(" ")
        .saying(&heading.text)
}

fn paragraph(paragraph: &Paragraph) -> Element {
    let class = match paragraph.look {
        Look::Plain => "report-said",
        Look::Verdict(_) => "report-verdict",
        Look::Lead => "report-lead",
        Look::Note => "report-note",
    };
    let said = tag("p").with("class", class);
    match paragraph.look {
        Look::Verdict(verdict) => said.with("data-state", state(verdict)).saying(&paragraph.text),
        _ => said.saying(&paragraph.text),
    }
}

fn item(item: &Item) -> Element {
    let said = tag("li").holding([tag("span").with("class", "report-number").saying(&item.number)]);
    let said = said.holding([tag("span").saying(&item.text)]);
    // An address is read, not followed: on paper it is all there is.
    said.holding(item.address.iter().map(|address| tag("span").with("class", "report-address").saying(address)))
}

fn figure(figure: &KeyFigure) -> Element {
    let value = tag("dd").with("class", "report-value").saying(&figure.value);
    let value = if figure.is_missed { value.with("data-state", state(Verdict::Breaks)) } else { value };
    let small = |text: &String| tag("dd").with("class", "report-small").saying(text);
    tag("div").holding([tag("dt").saying(&figure.name), value]).holding([
        small(&figure.sure),
        small(&figure.context),
        small(&figure.baseline),
    ])
}

fn state(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::AtRisk => "risk",
        Verdict::Breaks => "breaks",
    }
}

fn kind_name(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Head => "head",
        ColumnKind::Text => "text",
        ColumnKind::Short => "short",
        ColumnKind::Number => "number",
        ColumnKind::Verdict => "verdict",
    }
}

fn table(table: &Table) -> Element {
    let all: u32 = table.columns.iter().map(|column| column.weight).sum();
    let column = |column: &Column| {
        tag("col").with("width", format!("{:.2}%", f64::from(column.weight) / f64::from(all.max(1)) * 100.0))
    };
    let head = |column: &Column| {
        tag("th").with("scope", "col").with("data-kind", kind_name(column.kind)).saying(&column.heading)
    };
    tag("table").with("class", "report-table").holding([
        tag("caption").saying(&table.caption),
        tag("colgroup").holding(table.columns.iter().map(column)),
        tag("thead").holding([tag("tr").holding(table.columns.iter().map(head))]),
        tag("tbody").holding(table.rows.iter().map(|row| self::row(row, &table.columns))),
    ])
}

fn row(row: &Row, columns: &[Column]) -> Element {
    let kind = match row.kind {
        RowKind::Plain => "plain",
        RowKind::First => "first",
        RowKind::Last => "last",
    };
    tag("tr")
        .with("data-row", kind)
        .holding(row.cells.iter().zip(columns).map(|(cell, column)| self::cell(cell, column)))
}

fn cell(cell: &Cell, column: &Column) -> Element {
    // A row without a name has no head: nobody could read one that is empty.
    let is_head = column.kind == ColumnKind::Head && *cell != Cell::Empty;
    let element = if is_head { tag("th").with("scope", "row") } else { tag("td") };
    let element = element.with("data-kind", kind_name(column.kind));
    match cell {
        Cell::Empty => element,
        Cell::Text(text) => element.saying(text),
        Cell::Strong(text) => element.holding([tag("b").saying(text)]),
        Cell::Verdict(verdict, word) => element.holding([tag("span")
            .with("class", "report-state")
            .with("data-state", state(*verdict))
            .holding([tag("i").with("aria-hidden", "true").saying(sign(*verdict)), tag("span").saying(word)])]),
    }
}

fn picture(picture: &Picture) -> Element {
    tag("figure")
        .with("class", "report-picture")
        .holding([tag("figcaption").saying(&picture.caption)])
        .holding(drawing(&picture.svg(), &picture.alternative))
        .holding([tag("p").with("class", "report-note").saying(&picture.note)])
}

/// A drawing as elements, with the words for whoever does not see it; nothing where it is no SVG.
fn drawing(svg: &str, alternative: &str) -> Option<Element> {
    let document = Document::parse(svg).ok()?;
    let element = svg_element(document.root_element())?;
    Some(element.with("role", "img").with("aria-label", alternative))
}

fn svg_element(node: Node<'_, '_>) -> Option<Element> {
    let name = SVG_TAGS.into_iter().find(|known| *known == node.tag_name().name())?;
    let mut element = tag(name);
    for attribute in node.attributes() {
        if let Some(name) = SVG_ATTRIBUTES.into_iter().find(|known| *known == attribute.name()) {
            element = element.with(name, attribute.value());
        }
    }
    if name == "text" {
        return Some(element.saying(node.text().unwrap_or_default().trim()));
    }
    Some(element.holding(node.children().filter(Node::is_element).filter_map(svg_element)))
}

fn approval(approval: &Approval) -> Element {
    let head = |(role, _): &(String, String)| tag("th").with("scope", "col").saying(role);
    let [name, date, signature] = &approval.lines;
    let line = |label: &String, values: Vec<&str>| {
        let cells = values.into_iter().map(|value| tag("td").saying(value));
        tag("tr").holding([tag("th").with("scope", "row").saying(label)]).holding(cells)
    };
    let names = approval.roles.iter().map(|(_, name)| name.as_str()).collect();
    let empty = || vec![""; approval.roles.len()];
    tag("table").with("class", "report-approval").holding([
        tag("caption").saying(&approval.caption),
        tag("thead").holding([tag("tr").holding([tag("td")]).holding(approval.roles.iter().map(head))]),
        tag("tbody").holding([line(name, names), line(date, empty()), line(signature, empty())]),
    ])
}

fn reference(reference: &Reference) -> Element {
    let code = |picture: &Picture| {
        tag("figure").with("class", "report-code").holding(drawing(&picture.svg(), &picture.alternative))
    };
    let link = |link: &String| tag("p").with("class", "report-address").saying(link);
    tag("div")
        .with("class", "report-reference")
        .holding(reference.code.as_ref().map(code))
        .holding([tag("div").holding([tag("p").saying(&reference.text)]).holding(reference.link.as_ref().map(link))])
}
