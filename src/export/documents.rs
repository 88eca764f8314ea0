//! Requests for documents and what comes of them: the one door of the program `office`.

use serde_json::Value;

use super::annex::{Draft, Format};
use super::data::{DataTable, Kind, notes};
use super::gallery;
use super::k6;
use super::material::Material;
use super::paste::{self, Pasted};
use super::picture::Picture;
use super::print;
use super::qr;
use super::report::{Block, lay_out};
use super::workbook;
use crate::risk::Summary;
use crate::text::Language;
use crate::text::data::words;
use crate::wire::file_name;
use crate::wire::plan_file;
use crate::wire::risk::read_summary;
use crate::wire::simulation::read_breaks;
use crate::wire::workshop::write;

/// Cells of minutes beyond which a workbook does not hold them.
const CELLS_MOST: usize = 1_500_000;
/// Cells beyond which programs take a minute to paste.
const PASTED_MOST: usize = 100_000;
/// Width of a picture where none is asked for, and the bounds [mm].
const WIDTH_MM: f64 = 170.0;
const WIDTHS_MM: (f64, f64) = (60.0, 600.0);
/// Pixels of the layout to a millimetre of paper: words in a picture are then about 8 points high.
pub(super) const LAYOUT_PER_MM: f64 = super::picture::WIDTH as f64 / WIDTH_MM;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `report`, `hwpx`, `docx`, `svg`, `png`, `csv`, `xlsx`, `k6`, `plan`; `copy-picture`, `copy-table`, and `copy-block` of
    /// the report.
    pub document: String,
    /// Of a picture its name, of a table its kind, of a piece of the report its place among its blocks from 0.
    pub name: String,
    pub language: Language,
    /// Address of the planner without fragment; empty = not known.
    pub address: String,
    /// Answer of `risk` as JSON; empty = none.
    pub risk: String,
    /// Answer of `simulate` as JSON; empty = not asked yet.
    pub simulation: String,
    /// Width of a picture [mm]; empty = that of a page.
    pub width_mm: String,
    /// Whether a report has a chapter of requirements.
    pub with_requirements: bool,
}

/// A document, or what it waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    /// Every person is to be simulated first, since chance may turn a verdict.
    WaitsForSimulation,
    /// A view to be printed, as elements.
    View(String),
    Text {
        name: String,
        media: &'static str,
        text: String,
    },
    Bytes {
        name: String,
        media: &'static str,
        bytes: Vec<u8>,
    },
    /// For the clipboard.
    Pasted(Pasted),
    /// To be painted on a canvas of that size, and saved or copied as PNG.
    Painting {
        name: String,
        picture: Box<Picture>,
        pixels: (u32, u32),
        scale: f64,
    },
    /// A file that waits for its pictures: they are painted first, and then given to [`Draft::with`].
    Draft(Box<Draft>),
}

/// Why there is no document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the plan is no plan file or has faults")]
    Plan,
    #[error("there is no document of that name")]
    Unknown,
    #[error("the tables do not fit into a workbook")]
    TooLarge,
    #[error("the table does not fit into the clipboard")]
    TooLong,
    #[error("a picture of the document is missing")]
    Pictures,
}

/// Dots per inch of a painted picture.
pub const DOTS_PER_INCH: f64 = 300.0;
pub(super) const MM_PER_INCH: f64 = 25.4;

impl Request {
    /// Reads `{ "document", "name", "language", "address", "risk", "simulation", "width_mm", "requirements" }`; what is absent is
    /// empty, and requirements are `"true"` or none.
    pub fn read(text: &str) -> Self {
        let options: Value = serde_json::from_str(text).unwrap_or(Value::Null);
        let field = |name: &str| options[name].as_str().unwrap_or_default().to_owned();
        Self {
            document: field("document"),
            name: field("name"),
            language: Language::from_tag(&field("language")).unwrap_or(Language::Korean),
            address: field("address"),
            risk: field("risk"),
            simulation: field("simulation"),
            width_mm: field("width_mm"),
            with_requirements: field("requirements") == "true",
        }
    }

    /// Whether the document says how sure its figures are.
    pub fn wants_risk(&self) -> bool {
        let of_report = ["report", "hwpx", "docx", "copy-block"];
        let of_figures = ["svg", "png", "xlsx", "copy-picture"];
        let asked = self.document.as_str();
        of_report.contains(&asked)
            || of_figures.contains(&asked)
            || (matches!(asked, "csv" | "copy-table") && self.name == "slots")
    }

    fn width(&self) -> f64 {
        let width = self.width_mm.trim().parse::<f64>().ok().filter(|width| width.is_finite());
        width.map_or(WIDTH_MM, |width| width.clamp(WIDTHS_MM.0, WIDTHS_MM.1))
    }
}

/// The document that is asked for of a plan file.
///
/// # Errors
/// See [`Refusal`].
pub fn document(plan_text: &str, request: &Request) -> Result<Document, Refusal> {
    let plan = crate::wire::answer::checked(plan_text).map_err(|_| Refusal::Plan)?;
    let risk: Option<Summary> = read_summary(&request.risk);
    let address = Some(request.address.as_str()).filter(|address| !address.is_empty());
    let estimates = read_breaks(&request.simulation);
    let material = Material::with_simulation(plan, risk, estimates, request.language, address);
    let material = material.with_requirements(request.with_requirements);
    if request.wants_risk() && request.simulation.is_empty() && material.needs_simulation() {
        return Ok(Document::WaitsForSimulation);
    }
    of_material(&material, request)
}

/// The same of material that is there.
///
/// # Errors
/// See [`Refusal`].
pub fn of_material(material: &Material, request: &Request) -> Result<Document, Refusal> {
    let words = words(material.language);
    match request.document.as_str() {
        "report" => Ok(Document::View(write(&print::elements(&lay_out(material, code(material)))))),
        "docx" => Ok(Document::Draft(draft(material, Format::Docx).into())),
        "hwpx" => Ok(Document::Draft(draft(material, Format::Hwpx).into())),
        "svg" => {
            let picture = sized(picture_of(material, request)?, request.width());
            let text = with_words(&in_millimetres(&picture.svg(), request.width(), picture.size), &picture);
            Ok(Document::Text { name: named(material, &picture.name, "svg"), media: "image/svg+xml", text })
        }
        "copy-block" => {
            let report = lay_out(material, None);
            let at = request.name.parse().map_err(|_| Refusal::Unknown)?;
            match report.blocks.get(at) {
                Some(Block::Picture(picture)) => Ok(painting(material, sized(picture.clone(), WIDTH_MM))),
                _ => paste::of_block(&report, at).map(Document::Pasted).ok_or(Refusal::Unknown),
            }
        }
        "copy-table" => {
            let table = Kind::named(&request.name).ok_or(Refusal::Unknown)?.table(material);
            if table.rows.len() * table.columns.len() > PASTED_MOST {
                return Err(Refusal::TooLong);
            }
            Ok(Document::Pasted(paste::of_data(&table)))
        }
        "png" | "copy-picture" => {
            let picture = sized(picture_of(material, request)?, request.width());
            Ok(painting(material, picture))
        }
        "csv" => {
            let table = Kind::named(&request.name).ok_or(Refusal::Unknown)?.table(material);
            Ok(Document::Text { name: named(material, &table.name, "csv"), media: "text/csv", text: table.csv() })
        }
        "xlsx" => {
            let bytes = workbook::write(material.plan(), &tables(material)).map_err(|_| Refusal::TooLarge)?;
            let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            Ok(Document::Bytes { name: named(material, words.all, "xlsx"), media, bytes })
        }
        "k6" => {
            let (name, text) = (named(material, words.load_profile, "k6.js"), k6::script(material));
            Ok(Document::Text { name, media: "text/javascript", text })
        }
        "plan" => Ok(Document::Text {
            name: file_name::of_plan(&material.plan().title),
            media: "application/json",
            text: plan_file::write(material.plan()),
        }),
        _ => Err(Refusal::Unknown),
    }
}

/// A picture at the density of print.
fn painting(material: &Material, picture: Picture) -> Document {
    let scale = DOTS_PER_INCH / MM_PER_INCH / LAYOUT_PER_MM;
    let pixels = |length: u32| (f64::from(length) * scale).round() as u32;
    let pixels = (pixels(picture.size.0), pixels(picture.size.1));
    let name = named(material, &picture.name, "png");
    Document::Painting { name, picture: Box::new(picture), pixels, scale }
}

/// The report as a file for a word processor, before its pictures are there.
fn draft(material: &Material, format: Format) -> Draft {
    let ending = match format {
        Format::Docx => "docx",
        Format::Hwpx => "hwpx",
    };
    let name = named(material, crate::text::report::words(material.language).file, ending);
    Draft { report: lay_out(material, code(material)), format, name }
}

/// The QR code of the address; `None` = none is known, or it is too long for one.
fn code(material: &Material) -> Option<Picture> {
    let code = qr::code(material.link_for_qr.as_deref()?)?;
    let least = f64::from(code.least_mm()) * LAYOUT_PER_MM;
    Some(Picture::of_code(
        code.svg(),
        code.png(),
        least.ceil() as u32,
        crate::text::report::words(material.language).link_alternative,
    ))
}

/// All tables of a workbook; minutes that are too many are said to be.
pub fn tables(material: &Material) -> Vec<DataTable> {
    let words = words(material.language);
    let mut first = notes(material);
    let mut tables = Vec::new();
    for kind in Kind::ALL {
        let minutes = material.plan().days as usize * 24 * 60;
        let columns = 2 + 6 * (material.plan().journey.len() + 1);
        if kind == Kind::Minutes && minutes * columns > CELLS_MOST {
            first.rows.push(vec![super::data::Value::Text((words.too_many)(minutes)), super::data::Value::Empty]);
            continue;
        }
        tables.push(kind.table(material));
    }
    tables.push(first);
    tables
}

fn picture_of(material: &Material, request: &Request) -> Result<Picture, Refusal> {
    gallery::picture(material, &request.name).ok_or(Refusal::Unknown)
}

/// A picture for a width on paper [mm]; its words stay as large as they are.
fn sized(picture: Picture, width_mm: f64) -> Picture {
    Picture { size: ((width_mm * LAYOUT_PER_MM).round() as u32, picture.size.1), ..picture }
}

/// SVG that is `width_mm` wide on paper.
fn in_millimetres(svg: &str, width_mm: f64, (width, height): (u32, u32)) -> String {
    let height_mm = width_mm * f64::from(height) / f64::from(width.max(1));
    let size = format!("width=\"{width_mm:.2}mm\" height=\"{height_mm:.2}mm\"");
    svg.replacen(&format!("width=\"{width}\" height=\"{height}\""), &size, 1)
}

/// SVG with its caption and the words for whoever does not see it.
fn with_words(svg: &str, picture: &Picture) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let (head, rest) = svg.split_at(svg.find('>').map_or(0, |end| end + 1));
    let (title, description) = (escaped(&picture.caption), escaped(&picture.alternative));
    format!("{head}\n<title>{title}</title>\n<desc>{description}</desc>{rest}")
}

/// A name that every system takes.
fn named(material: &Material, what: &str, ending: &str) -> String {
    file_name::of_document(&material.plan().title, what, ending)
}
