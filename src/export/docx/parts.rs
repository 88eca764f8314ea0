//! The parts of a DOCX document that hold no text of the report: kinds of parts, relationships, properties, numbering, fonts.

use super::Related;
use crate::export::annex::Manner;
use crate::export::markup::{Attribute, Markup};
use crate::export::report::Report;
use crate::text::Language;
use crate::text::annex::WORD_FONT;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts that a document always refers to, in the order of their names: kind and path.
pub(super) const FIXED: [(&str, &str); 5] = [
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("footer", "footer1.xml"),
];
/// Which of them is the foot, from 1.
pub(super) const FOOTER: usize = 5;

/// The name of a relationship, from 1.
pub(super) fn name_of(number: usize) -> String {
    format!("rId{number}")
}

pub(super) fn content_types() -> Vec<u8> {
    let types = "http://schemas.openxmlformats.org/package/2006/content-types";
    let package = "application/vnd.openxmlformats-package";
    let parts = [
        ("/word/document.xml", format!("{WORD}.document.main+xml")),
        ("/word/styles.xml", format!("{WORD}.styles+xml")),
        ("/word/numbering.xml", format!("{WORD}.numbering+xml")),
        ("/word/settings.xml", format!("{WORD}.settings+xml")),
        ("/word/fontTable.xml", format!("{WORD}.fontTable+xml")),
        ("/word/footer1.xml", format!("{WORD}.footer+xml")),
        ("/docProps/core.xml", format!("{package}.core-properties+xml")),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned()),
    ];
    Markup::document("Types", &[("xmlns", &types)], |out| {
        let kinds = [("rels", format!("{package}.relationships+xml")), ("xml", "application/xml".to_owned())];
        for (ending, media) in kinds.into_iter().chain([("png", "image/png".to_owned())]) {
            out.empty("Default", &[("Extension", &ending), ("ContentType", &media)]);
        }
        for (path, media) in parts {
            out.empty("Override", &[("PartName", &path), ("ContentType", &media)]);
        }
    })
}

fn relationship(out: &mut Markup, number: usize, kind: &str, target: &str, is_outside: bool) {
    let name = name_of(number);
    let own: [Attribute; 3] = [("Id", &name), ("Type", &kind), ("Target", &target)];
    if is_outside {
        out.empty("Relationship", &[own[0], own[1], own[2], ("TargetMode", &"External")]);
    } else {
        out.empty("Relationship", &own);
    }
}

pub(super) fn package_relationships() -> Vec<u8> {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    Markup::document("Relationships", &[("xmlns", &RELATIONSHIPS)], |out| {
        relationship(out, 1, &format!("{OFFICE}/relationships/officeDocument"), "word/document.xml", false);
        relationship(out, 2, core, "docProps/core.xml", false);
        relationship(out, 3, &format!("{OFFICE}/relationships/extended-properties"), "docProps/app.xml", false);
    })
}

/// The fixed parts, then what the text refers to.
pub(super) fn relationships(related: &[Related]) -> Vec<u8> {
    Markup::document("Relationships", &[("xmlns", &RELATIONSHIPS)], |out| {
        for (at, (kind, path)) in FIXED.iter().enumerate() {
            relationship(out, at + 1, &format!("{OFFICE}/relationships/{kind}"), path, false);
        }
        for (at, related) in related.iter().enumerate() {
            let (kind, target, is_outside) = match related {
                Related::Image(path) => ("image", path, false),
                Related::Address(address) => ("hyperlink", address, true),
            };
            let kind = format!("{OFFICE}/relationships/{kind}");
            relationship(out, FIXED.len() + at + 1, &kind, target, is_outside);
        }
    })
}

/// Title, author, language and the day of the plan; nothing of the day on which it is written.
pub(super) fn core(report: &Report) -> Vec<u8> {
    let names: [Attribute; 4] = [
        ("xmlns:cp", &"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", &"http://purl.org/dc/terms/"),
        ("xmlns:xsi", &"http://www.w3.org/2001/XMLSchema-instance"),
    ];
    Markup::document("cp:coreProperties", &names, |out| {
        out.saying("dc:title", &[], &report.title);
        out.saying("dc:subject", &[], &report.kind);
        out.saying("dc:creator", &[], &report.author);
        out.saying("dc:description", &[], &report.furniture.foot);
        out.saying("dc:language", &[], report.language.tag());
        let day = format!("{}T00:00:00Z", report.dated);
        for name in ["dcterms:created", "dcterms:modified"] {
            out.saying(name, &[("xsi:type", &"dcterms:W3CDTF")], &day);
        }
    })
}

pub(super) fn application() -> Vec<u8> {
    let properties = format!("{OFFICE}/extended-properties");
    Markup::document("Properties", &[("xmlns", &properties)], |out| out.saying("Application", &[], "Stagger"))
}

pub(super) fn settings(language: Language) -> Vec<u8> {
    let tag = if language == Language::Korean { "ko-KR" } else { "en-US" };
    Markup::document("w:settings", &[("xmlns:w", &MAIN)], |out| {
        out.empty("w:zoom", &[("w:percent", &100)]);
        out.empty("w:defaultTabStop", &[("w:val", &720)]);
        out.empty("w:characterSpacingControl", &[("w:val", &"doNotCompress")]);
        out.element("w:compat", &[], |out| {
            let mode: [Attribute; 3] = [
                ("w:name", &"compatibilityMode"),
                ("w:uri", &"http://schemas.microsoft.com/office/word"),
                ("w:val", &15),
            ];
            out.empty("w:compatSetting", &mode);
        });
        out.empty("w:themeFontLang", &[("w:val", &tag), ("w:eastAsia", &"ko-KR")]);
    })
}

/// The fonts with what stands in for them where they are missing.
pub(super) fn fonts() -> Vec<u8> {
    let [korean, english, alike] = WORD_FONT;
    Markup::document("w:fonts", &[("xmlns:w", &MAIN)], |out| {
        for name in [english, korean] {
            out.element("w:font", &[("w:name", &name)], |out| {
                out.empty("w:altName", &[("w:val", &alike)]);
                out.empty("w:panose1", &[("w:val", &"020B0503020000020004")]);
                out.empty("w:charset", &[("w:val", &"81")]);
                out.empty("w:family", &[("w:val", &"swiss")]);
                out.empty("w:pitch", &[("w:val", &"variable")]);
            });
        }
    })
}

/// One way of counting, and as many lists that begin anew.
pub(super) fn numbering(lists: usize) -> Vec<u8> {
    let (inset, hanging) = Manner::Item.look().inset;
    let points = |length: f64| (length * 20.0).round();
    Markup::document("w:numbering", &[("xmlns:w", &MAIN)], |out| {
        out.element("w:abstractNum", &[("w:abstractNumId", &0)], |out| {
            out.empty("w:multiLevelType", &[("w:val", &"singleLevel")]);
            out.element("w:lvl", &[("w:ilvl", &0)], |out| {
                out.empty("w:start", &[("w:val", &1)]);
                out.empty("w:numFmt", &[("w:val", &"decimal")]);
                out.empty("w:lvlText", &[("w:val", &"%1.")]);
                out.empty("w:lvlJc", &[("w:val", &"left")]);
                out.element("w:pPr", &[], |out| {
                    out.empty("w:ind", &[("w:left", &points(inset)), ("w:hanging", &points(hanging))]);
                });
            });
        });
        for list in 1..=lists {
            out.element("w:num", &[("w:numId", &list)], |out| {
                out.empty("w:abstractNumId", &[("w:val", &0)]);
                out.element("w:lvlOverride", &[("w:ilvl", &0)], |out| {
                    out.empty("w:startOverride", &[("w:val", &1)]);
                });
            });
        }
    })
}
