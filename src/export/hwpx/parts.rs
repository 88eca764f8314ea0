//! The parts of an HWPX document that hold no text of the report: version, settings, contents, container, preview.

use super::{NAMES, part};
use crate::export::annex::Piece;
use crate::export::markup::{Attribute, Markup, plain};
use crate::export::report::Report;

const PACKAGE: &str = "http://www.hancom.co.kr/hwpml/2016/meta/pkg#";
/// Letters of the preview.
const PREVIEW_MOST: usize = 1_000;

/// The name of a picture, counted from 0.
pub(super) fn image_name(at: usize) -> String {
    format!("image{}", at + 1)
}

/// Its path in the archive.
pub(super) fn image_path(at: usize) -> String {
    format!("BinData/{}.png", image_name(at))
}

/// The version of the format; the attribute is spelt as the standard has it.
pub(super) fn version() -> Vec<u8> {
    let own: [Attribute; 9] = [
        ("xmlns:hv", &"http://www.hancom.co.kr/hwpml/2011/version"),
        ("tagetApplication", &"WORDPROCESSOR"),
        ("major", &5),
        ("minor", &1),
        ("micro", &1),
        ("buildNumber", &0),
        ("os", &1),
        ("xmlVersion", &"1.5"),
        ("application", &"Stagger"),
    ];
    Markup::document("hv:HCFVersion", &own, |_| {})
}

pub(super) fn settings() -> Vec<u8> {
    let names: [Attribute; 2] = [("xmlns:ha", &NAMES[0].1), ("xmlns:config", &NAMES[14].1)];
    Markup::document("ha:HWPApplicationSetting", &names, |out| {
        out.empty("ha:CaretPosition", &[("listIDRef", &0), ("paraIDRef", &0), ("pos", &0)]);
    })
}

/// Title, author, language, the day of the plan, and every part that the document is made of.
pub(super) fn contents(report: &Report, images: usize) -> Vec<u8> {
    part("opf:package", &[("version", &""), ("unique-identifier", &""), ("id", &"")], |out| {
        out.element("opf:metadata", &[], |out| {
            out.saying("opf:title", &[], &report.title);
            out.saying("opf:language", &[], report.language.tag());
            let day = format!("{}T00:00:00Z", report.dated);
            let about = [
                ("creator", &report.author),
                ("subject", &report.kind),
                ("description", &report.furniture.foot),
                ("lastsaveby", &report.author),
                ("CreatedDate", &day),
                ("ModifiedDate", &day),
                ("date", &report.dated),
                ("keyword", &String::new()),
            ];
            for (name, value) in about {
                out.saying("opf:meta", &[("name", &name), ("content", &"text")], value);
            }
        });
        out.element("opf:manifest", &[], |out| {
            let item = |out: &mut Markup, name: &str, path: &str| {
                out.empty("opf:item", &[("id", &name), ("href", &path), ("media-type", &"application/xml")]);
            };
            item(out, "header", "Contents/header.xml");
            for at in 0..images {
                let own: [Attribute; 4] = [
                    ("id", &image_name(at)),
                    ("href", &image_path(at)),
                    ("media-type", &"image/png"),
                    ("isEmbeded", &1),
                ];
                out.empty("opf:item", &own);
            }
            item(out, "section0", "Contents/section0.xml");
            item(out, "settings", "settings.xml");
        });
        out.element("opf:spine", &[], |out| {
            for name in ["header", "section0"] {
                out.empty("opf:itemref", &[("idref", &name), ("linear", &"yes")]);
            }
        });
    })
}

pub(super) fn container() -> Vec<u8> {
    let names: [Attribute; 2] =
        [("xmlns:ocf", &"urn:oasis:names:tc:opendocument:xmlns:container"), ("xmlns:hpf", &NAMES[8].1)];
    let files = [
        ("Contents/content.hpf", "application/hwpml-package+xml"),
        ("Preview/PrvText.txt", "text/plain"),
        ("META-INF/container.rdf", "application/rdf+xml"),
    ];
    Markup::document("ocf:container", &names, |out| {
        out.element("ocf:rootfiles", &[], |out| {
            for (path, media) in files {
                out.empty("ocf:rootfile", &[("full-path", &path), ("media-type", &media)]);
            }
        });
    })
}

/// What the parts are to each other.
pub(super) fn descriptions() -> Vec<u8> {
    let names: [Attribute; 2] =
        [("xmlns:rdf", &"http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("xmlns:pkg", &PACKAGE)];
    Markup::document("rdf:RDF", &names, |out| {
        for (path, kind) in [("Contents/header.xml", "HeaderFile"), ("Contents/section0.xml", "SectionFile")] {
            out.element("rdf:Description", &[("rdf:about", &"")], |out| {
                out.empty("pkg:hasPart", &[("rdf:resource", &path)]);
            });
            out.element("rdf:Description", &[("rdf:about", &path)], |out| {
                out.empty("rdf:type", &[("rdf:resource", &format!("{PACKAGE}{kind}"))]);
            });
        }
        out.element("rdf:Description", &[("rdf:about", &"")], |out| {
            out.empty("rdf:type", &[("rdf:resource", &format!("{PACKAGE}Document"))]);
        });
    })
}

/// Nothing is encrypted, so that the list of how is empty.
pub(super) fn manifest() -> Vec<u8> {
    Markup::document("odf:manifest", &[("xmlns:odf", &"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0")], |_| {})
}

/// The beginning of the text, for whoever looks through a folder.
pub(super) fn preview(pieces: &[Piece<'_>]) -> Vec<u8> {
    let line = |piece: &Piece<'_>| match piece {
        Piece::Paragraph(_, text) => Some(plain(text)),
        Piece::Grid(grid, _) => {
            let cells = grid.rows.iter().flat_map(|row| &row.boxes).flat_map(|filled| &filled.lines);
            Some(cells.map(|(_, text)| format!("<{}>", plain(text))).collect())
        }
        _ => None,
    };
    let text: Vec<String> = pieces.iter().filter_map(line).collect();
    text.join("\r\n").chars().take(PREVIEW_MOST).collect::<String>().into_bytes()
}
