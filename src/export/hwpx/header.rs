//! The head of an HWPX document: fonts, lines, letters, numbers of lists, shapes of paragraphs, styles.

use super::shapes::{BEHIND_LETTERS, FIRST_BAR, FIRST_CELL, NO_LINES, Shape, Shapes};
use super::{PER_POINT, part};
use crate::export::annex::Manner;
use crate::export::annex::grid::{Edge, Edges, Side, Weight};
use crate::export::annex::manner::Look;
use crate::export::markup::{Attribute, Markup};
use crate::text::annex::{FIRST_STYLE, HANGUL_FONTS, STYLES};

/// Kinds of letters that may have fonts of their own: as elements and as attributes.
const SCRIPTS: [(&str, &str); 7] = [
    ("HANGUL", "hangul"),
    ("LATIN", "latin"),
    ("HANJA", "hanja"),
    ("JAPANESE", "japanese"),
    ("OTHER", "other"),
    ("SYMBOL", "symbol"),
    ("USER", "user"),
];

pub(super) fn header(shapes: &Shapes) -> Vec<u8> {
    part("hh:head", &[("version", &"1.5"), ("secCnt", &1)], |out| {
        let begin: [Attribute; 6] =
            [("page", &1), ("footnote", &1), ("endnote", &1), ("pic", &1), ("tbl", &1), ("equation", &1)];
        out.empty("hh:beginNum", &begin);
        out.element("hh:refList", &[], |out| {
            fonts(out);
            lines(out, shapes);
            out.element("hh:charProperties", &[("itemCnt", &Manner::ALL.len())], |out| {
                for manner in Manner::ALL {
                    letters(out, manner);
                }
            });
            tabs(out);
            numbers(out, shapes.lists);
            out.element("hh:paraProperties", &[("itemCnt", &shapes.paragraphs.len())], |out| {
                for (number, shape) in shapes.paragraphs.iter().enumerate() {
                    paragraph(out, number, *shape);
                }
            });
            styles(out);
        });
        out.element("hh:compatibleDocument", &[("targetProgram", &"HWP201X")], |out| {
            out.empty("hh:layoutCompatibility", &[]);
        });
        out.element("hh:docOption", &[], |out| {
            out.empty("hh:linkinfo", &[("path", &""), ("pageInherit", &0), ("footnoteInherit", &0)]);
        });
        out.empty("hh:trackchageConfig", &[("flags", &56)]);
    })
}

fn fonts(out: &mut Markup) {
    out.element("hh:fontfaces", &[("itemCnt", &SCRIPTS.len())], |out| {
        for (script, _) in SCRIPTS {
            out.element("hh:fontface", &[("lang", &script), ("fontCnt", &HANGUL_FONTS.len())], |out| {
                for (number, [name, alike]) in HANGUL_FONTS.iter().enumerate() {
                    let own: [Attribute; 4] = [("id", &number), ("face", name), ("type", &"TTF"), ("isEmbedded", &0)];
                    out.element("hh:font", &own, |out| {
                        out.empty("hh:substFont", &[("face", alike), ("type", &"TTF"), ("isEmbedded", &0)]);
                        let kind: [Attribute; 9] = [
                            ("familyType", &"FCAT_GOTHIC"),
                            ("weight", &6),
                            ("proportion", &4),
                            ("contrast", &0),
                            ("strokeVariation", &1),
                            ("armStyle", &1),
                            ("letterform", &1),
                            ("midline", &1),
                            ("xHeight", &1),
                        ];
                        out.empty("hh:typeInfo", &kind);
                    });
                }
            });
        }
    });
}

/// Lines of pages, letters and findings, then those of cells.
fn lines(out: &mut Markup, shapes: &Shapes) {
    let all = FIRST_CELL - 1 + shapes.cells.len();
    out.element("hh:borderFills", &[("itemCnt", &all)], |out| {
        border(out, NO_LINES, Edges::default(), None, false);
        border(out, BEHIND_LETTERS, Edges::default(), None, true);
        let bars = Manner::ALL.into_iter().filter_map(|manner| manner.look().bar);
        for (at, colour) in bars.enumerate() {
            border(out, FIRST_BAR + at, Edges::default(), Some(colour), false);
        }
        for (at, edges) in shapes.cells.iter().enumerate() {
            border(out, FIRST_CELL + at, *edges, None, false);
        }
    });
}

fn border(out: &mut Markup, number: usize, edges: Edges, bar: Option<&str>, is_filled: bool) {
    let own: [Attribute; 5] =
        [("id", &number), ("threeD", &0), ("shadow", &0), ("centerLine", &"NONE"), ("breakCellSeparateLine", &0)];
    out.element("hh:borderFill", &own, |out| {
        for name in ["hh:slash", "hh:backSlash"] {
            out.empty(name, &[("type", &"NONE"), ("Crooked", &0), ("isCounter", &0)]);
        }
        match bar {
            Some(colour) => line(out, "hh:leftBorder", Some(("1.5 mm", colour))),
            None => edge(out, "hh:leftBorder", edges.beside),
        }
        edge(out, "hh:rightBorder", edges.beside);
        edge(out, "hh:topBorder", edges.above);
        edge(out, "hh:bottomBorder", edges.below);
        out.empty("hh:diagonal", &[("type", &"SOLID"), ("width", &"0.1 mm"), ("color", &"#000000")]);
        if is_filled {
            out.element("hc:fillBrush", &[], |out| {
                out.empty("hc:winBrush", &[("faceColor", &"none"), ("hatchColor", &"#999999"), ("alpha", &0)]);
            });
        }
    });
}

fn edge(out: &mut Markup, name: &str, edge: Edge) {
    let width = |weight| match weight {
        Weight::Thin => "0.12 mm",
        Weight::Middle => "0.25 mm",
        Weight::Heavy => "0.4 mm",
    };
    line(out, name, edge.map(|(weight, colour)| (width(weight), colour)));
}

fn line(out: &mut Markup, name: &str, line: Option<(&str, &str)>) {
    let kind = if line.is_some() { "SOLID" } else { "NONE" };
    let (width, colour) = line.unwrap_or(("0.1 mm", "000000"));
    out.empty(name, &[("type", &kind), ("width", &width), ("color", &format!("#{colour}"))]);
}

fn letters(out: &mut Markup, manner: Manner) {
    let look = manner.look();
    let (height, ink) = ((look.size * PER_POINT).round(), format!("#{}", look.ink));
    let own: [Attribute; 8] = [
        ("id", &manner.index()),
        ("height", &height),
        ("textColor", &ink),
        ("shadeColor", &"none"),
        ("useFontSpace", &0),
        ("useKerning", &0),
        ("symMark", &"NONE"),
        ("borderFillIDRef", &BEHIND_LETTERS),
    ];
    out.element("hh:charPr", &own, |out| {
        let font = u8::from(look.is_running);
        for (name, value) in
            [("hh:fontRef", font), ("hh:ratio", 100), ("hh:spacing", 0), ("hh:relSz", 100), ("hh:offset", 0)]
        {
            let each: Vec<Attribute> = SCRIPTS.iter().map(|(_, script)| -> Attribute { (script, &value) }).collect();
            out.empty(name, &each);
        }
        if look.is_strong {
            out.empty("hh:bold", &[]);
        }
        out.empty("hh:underline", &[("type", &"NONE"), ("shape", &"SOLID"), ("color", &"#000000")]);
        out.empty("hh:strikeout", &[("shape", &"NONE"), ("color", &"#000000")]);
        out.empty("hh:outline", &[("type", &"NONE")]);
        out.empty("hh:shadow", &[("type", &"NONE"), ("color", &"#C0C0C0"), ("offsetX", &10), ("offsetY", &10)]);
    });
}

/// Without stops of its own, and with one at the right edge.
fn tabs(out: &mut Markup) {
    out.element("hh:tabProperties", &[("itemCnt", &2)], |out| {
        out.empty("hh:tabPr", &[("id", &0), ("autoTabLeft", &0), ("autoTabRight", &0)]);
        out.empty("hh:tabPr", &[("id", &1), ("autoTabLeft", &0), ("autoTabRight", &1)]);
    });
}

/// Numbers of headings, which are in their text, and of each list.
fn numbers(out: &mut Markup, lists: usize) {
    out.element("hh:numberings", &[("itemCnt", &(lists + 1))], |out| {
        for number in 1..=lists + 1 {
            out.element("hh:numbering", &[("id", &number), ("start", &0)], |out| {
                for level in 1..=10 {
                    let own: [Attribute; 11] = [
                        ("start", &1),
                        ("level", &level),
                        ("align", &"LEFT"),
                        ("useInstWidth", &1),
                        ("autoIndent", &1),
                        ("widthAdjust", &0),
                        ("textOffsetType", &"PERCENT"),
                        ("textOffset", &50),
                        ("numFormat", &"DIGIT"),
                        ("charPrIDRef", &u32::MAX),
                        ("checkable", &0),
                    ];
                    if number == 1 {
                        out.empty("hh:paraHead", &own);
                    } else {
                        out.saying("hh:paraHead", &own, &format!("^{level}."));
                    }
                }
            });
        }
    });
}

fn paragraph(out: &mut Markup, number: usize, shape: Shape) {
    let look = shape.manner.look();
    let tab = u8::from(shape.manner == Manner::Foot);
    let own: [Attribute; 8] = [
        ("id", &number),
        ("tabPrIDRef", &tab),
        ("condense", &0),
        ("fontLineHeight", &0),
        ("snapToGrid", &0),
        ("suppressLineNumbers", &0),
        ("checked", &0),
        ("textDir", &"LTR"),
    ];
    out.element("hh:paraPr", &own, |out| {
        let side = match shape.side {
            Side::Left => "LEFT",
            Side::Centre => "CENTER",
            Side::Right => "RIGHT",
        };
        out.empty("hh:align", &[("horizontal", &side), ("vertical", &"BASELINE")]);
        let (kind, of, level) = match (look.level, shape.list) {
            (Some(level), _) => ("OUTLINE", 0, level - 1),
            (None, 0) => ("NONE", 0, 0),
            (None, list) => ("NUMBER", list + 1, 0),
        };
        out.empty("hh:heading", &[("type", &kind), ("idRef", &of), ("level", &level)]);
        let latin = if shape.manner == Manner::Address { "BREAK_WORD" } else { "KEEP_WORD" };
        let breaks: [Attribute; 7] = [
            ("breakLatinWord", &latin),
            ("breakNonLatinWord", &"KEEP_WORD"),
            ("widowOrphan", &1),
            ("keepWithNext", &u8::from(shape.keeps)),
            ("keepLines", &0),
            ("pageBreakBefore", &0),
            ("lineWrap", &"BREAK"),
        ];
        out.empty("hh:breakSetting", &breaks);
        out.empty("hh:autoSpacing", &[("eAsianEng", &0), ("eAsianNum", &0)]);
        // Programs since 2016 read the first, those before it lengths that are twice as large.
        out.element("hp:switch", &[], |out| {
            let since = "http://www.hancom.co.kr/hwpml/2016/HwpUnitChar";
            out.element("hp:case", &[("hp:required-namespace", &since)], |out| distances(out, &look, shape, 1.0));
            out.element("hp:default", &[], |out| distances(out, &look, shape, 2.0));
        });
        let bars = Manner::ALL.into_iter().filter(|manner| manner.look().bar.is_some());
        let bar = bars.enumerate().find(|(_, manner)| *manner == shape.manner);
        let lines = bar.map_or(BEHIND_LETTERS, |(at, _)| FIRST_BAR + at);
        let offset = if bar.is_some() { 800 } else { 0 };
        let border: [Attribute; 7] = [
            ("borderFillIDRef", &lines),
            ("offsetLeft", &offset),
            ("offsetRight", &0),
            ("offsetTop", &0),
            ("offsetBottom", &0),
            ("connect", &0),
            ("ignoreMargin", &0),
        ];
        out.empty("hh:border", &border);
    });
}

fn distances(out: &mut Markup, look: &Look, shape: Shape, times: f64) {
    let units = |points: f64| (points * PER_POINT * times).round();
    // Hangul sets the number of an item before the text by itself.
    let first = if shape.list > 0 { 0.0 } else { -look.inset.1 };
    let all = [
        ("hc:intent", first),
        ("hc:left", if shape.list > 0 { 0.0 } else { look.inset.0 }),
        ("hc:right", 0.0),
        ("hc:prev", look.before),
        ("hc:next", look.after),
    ];
    out.element("hh:margin", &[], |out| {
        for (name, points) in all {
            out.empty(name, &[("value", &units(points)), ("unit", &"HWPUNIT")]);
        }
    });
    let line = (look.line * 100.0).round();
    out.empty("hh:lineSpacing", &[("type", &"PERCENT"), ("value", &line), ("unit", &"HWPUNIT")]);
}

fn styles(out: &mut Markup) {
    out.element("hh:styles", &[("itemCnt", &(STYLES.len() + 1))], |out| {
        style(out, 0, FIRST_STYLE, Manner::Body, 0);
        for manner in Manner::ALL {
            let number = manner.index() + 1;
            let next = if manner.look().level.is_some() { Manner::Body.index() + 1 } else { number };
            style(out, number, STYLES[manner.index()], manner, next);
        }
    });
}

fn style(out: &mut Markup, number: usize, [korean, english]: [&str; 2], manner: Manner, next: usize) {
    let own: [Attribute; 9] = [
        ("id", &number),
        ("type", &"PARA"),
        ("name", &korean),
        ("engName", &english),
        ("paraPrIDRef", &manner.index()),
        ("charPrIDRef", &manner.index()),
        ("nextStyleIDRef", &next),
        ("langID", &1042),
        ("lockForm", &0),
    ];
    out.empty("hh:style", &own);
}
