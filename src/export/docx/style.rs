//! Styles of a DOCX document: one for each manner in which paragraphs are set.

use super::twips;
use crate::export::annex::manner::{INK, Look};
use crate::export::annex::{BODY_MM, Manner};
use crate::export::markup::Markup;
use crate::forecast::Verdict;
use crate::text::Language;
use crate::text::annex::{STYLES, WORD_FONT};

/// From line to line of the font by itself, in heights of letters: what Word counts lines in.
const NATURAL_LINE: f64 = 1.33;

/// The name by which paragraphs refer to their style.
pub(super) fn id(manner: Manner) -> &'static str {
    match manner {
        Manner::Body => "BodyText",
        Manner::Kind => "DocumentKind",
        Manner::Title => "Title",
        Manner::About => "Subtitle",
        Manner::Section => "Heading1",
        Manner::Part => "Heading2",
        Manner::Finding(Verdict::Holds) => "FindingHolds",
        Manner::Finding(Verdict::AtRisk) => "FindingAtRisk",
        Manner::Finding(Verdict::Breaks) => "FindingBreaks",
        Manner::Lead => "FindingText",
        Manner::Note => "Note",
        Manner::Item => "ListNumber",
        Manner::Address => "Address",
        Manner::Caption => "Caption",
        Manner::Holder => "Object",
        Manner::Head => "TableHead",
        Manner::Cell => "TableCell",
        Manner::Strong => "TableStrong",
        Manner::State(Verdict::Holds) => "TableHolds",
        Manner::State(Verdict::AtRisk) => "TableAtRisk",
        Manner::State(Verdict::Breaks) => "TableBreaks",
        Manner::Value { is_missed: false } => "KeyFigure",
        Manner::Value { is_missed: true } => "KeyFigureMissed",
        Manner::Small => "KeyFigureText",
        Manner::Box => "Approval",
        Manner::Foot => "Footer",
    }
}

/// The name that Word knows a style by in every language, where it does.
fn built_in(manner: Manner) -> Option<&'static str> {
    Some(match manner {
        Manner::Body => "Body Text",
        Manner::Title => "Title",
        Manner::About => "Subtitle",
        Manner::Section => "heading 1",
        Manner::Part => "heading 2",
        Manner::Item => "List Number",
        Manner::Caption => "caption",
        Manner::Foot => "footer",
        _ => return None,
    })
}

pub(super) fn styles(language: Language) -> Vec<u8> {
    Markup::document(
        "w:styles",
        &[("xmlns:w", &"http://schemas.openxmlformats.org/wordprocessingml/2006/main")],
        |out| {
            defaults(out, language);
            out.element("w:style", &[("w:type", &"paragraph"), ("w:default", &1), ("w:styleId", &"Normal")], |out| {
                out.empty("w:name", &[("w:val", &"Normal")]);
                out.empty("w:qFormat", &[]);
                // Numbers stand by the words that count them, as they are written.
                out.element("w:pPr", &[], |out| {
                    out.empty("w:autoSpaceDE", &[("w:val", &0)]);
                    out.empty("w:autoSpaceDN", &[("w:val", &0)]);
                });
            });
            out.element(
                "w:style",
                &[("w:type", &"character"), ("w:default", &1), ("w:styleId", &"DefaultParagraphFont")],
                |out| out.empty("w:name", &[("w:val", &"Default Paragraph Font")]),
            );
            out.element("w:style", &[("w:type", &"table"), ("w:default", &1), ("w:styleId", &"TableNormal")], |out| {
                out.empty("w:name", &[("w:val", &"Normal Table")]);
            });
            for manner in Manner::ALL {
                style(out, manner, language);
            }
            of_addresses(out);
        },
    )
}

/// Fonts, language and size of everything.
fn defaults(out: &mut Markup, language: Language) {
    let [korean, english, _] = WORD_FONT;
    let tag = if language == Language::Korean { "ko-KR" } else { "en-US" };
    out.element("w:docDefaults", &[], |out| {
        out.element("w:rPrDefault", &[], |out| {
            out.element("w:rPr", &[], |out| {
                out.empty(
                    "w:rFonts",
                    &[("w:ascii", &english), ("w:hAnsi", &english), ("w:eastAsia", &korean), ("w:cs", &english)],
                );
                out.empty("w:color", &[("w:val", &INK)]);
                out.empty("w:sz", &[("w:val", &19)]);
                out.empty("w:szCs", &[("w:val", &19)]);
                out.empty("w:lang", &[("w:val", &tag), ("w:eastAsia", &"ko-KR")]);
            });
        });
        out.element("w:pPrDefault", &[], |out| out.empty("w:pPr", &[]));
    });
}

fn style(out: &mut Markup, manner: Manner, language: Language) {
    let [korean, english] = STYLES[manner.index()];
    let name = match (built_in(manner), language) {
        (Some(known), _) => known,
        (None, Language::Korean) => korean,
        (None, Language::English) => english,
    };
    let of_style = |out: &mut Markup| {
        out.empty("w:name", &[("w:val", &name)]);
        out.empty("w:basedOn", &[("w:val", &"Normal")]);
        let next = if manner.look().level.is_some() { id(Manner::Body) } else { id(manner) };
        out.empty("w:next", &[("w:val", &next)]);
        out.empty("w:qFormat", &[]);
        out.element("w:pPr", &[], |out| of_paragraph(out, manner));
        out.element("w:rPr", &[], |out| of_letters(out, &manner.look()));
    };
    let own = [("w:type", &"paragraph" as &dyn std::fmt::Display), ("w:styleId", &id(manner))];
    if built_in(manner).is_some() {
        out.element("w:style", &own, of_style);
    } else {
        out.element("w:style", &[own[0], ("w:customStyle", &1), own[1]], of_style);
    }
}

fn of_paragraph(out: &mut Markup, manner: Manner) {
    let look = manner.look();
    let points = |length: f64| (length * 20.0).round();
    if look.keeps {
        out.empty("w:keepNext", &[]);
    }
    out.empty("w:keepLines", &[]);
    if let Some(colour) = look.bar {
        out.element("w:pBdr", &[], |out| {
            out.empty("w:left", &[("w:val", &"single"), ("w:sz", &32), ("w:space", &8), ("w:color", &colour)]);
        });
    }
    if manner == Manner::Foot {
        out.element("w:tabs", &[], |out| {
            out.empty("w:tab", &[("w:val", &"right"), ("w:pos", &twips(BODY_MM))]);
        });
    }
    // A line lower than its own would cut the picture that stands in it.
    let lines = if manner == Manner::Holder { 1.0 } else { look.line / NATURAL_LINE };
    let line = (lines * 240.0).round();
    out.empty(
        "w:spacing",
        &[
            ("w:before", &points(look.before)),
            ("w:after", &points(look.after)),
            ("w:line", &line),
            ("w:lineRule", &"auto"),
        ],
    );
    let (inset, first) = look.inset;
    if inset > 0.0 {
        out.empty("w:ind", &[("w:left", &points(inset)), ("w:hanging", &points(first))]);
    }
    if let Some(level) = look.level {
        out.empty("w:outlineLvl", &[("w:val", &(level - 1))]);
    }
}

fn of_letters(out: &mut Markup, look: &Look) {
    let size = (look.size * 2.0).round();
    if look.is_strong {
        out.empty("w:b", &[]);
        out.empty("w:bCs", &[]);
    }
    out.empty("w:color", &[("w:val", &look.ink)]);
    out.empty("w:sz", &[("w:val", &size)]);
    out.empty("w:szCs", &[("w:val", &size)]);
}

/// Addresses inside other paragraphs.
fn of_addresses(out: &mut Markup) {
    let own: [(&str, &dyn std::fmt::Display); 3] =
        [("w:type", &"character"), ("w:customStyle", &1), ("w:styleId", &"AddressText")];
    out.element("w:style", &own, |out| {
        out.empty("w:name", &[("w:val", &"Address Text")]);
        out.element("w:rPr", &[], |out| of_letters(out, &Manner::Address.look()));
    });
}
