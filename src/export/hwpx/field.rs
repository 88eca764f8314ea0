//! What Hangul fills in or follows: numbers of pages and captions, addresses.

use crate::export::markup::{Attribute, Markup};

/// The number by which Hangul knows a field that is an address.
const ADDRESS: u32 = 627_600_491;

/// A number that Hangul counts: `PAGE`, `TOTAL_PAGE`, `TABLE`, `PICTURE`; `number` stands there until it does.
pub(super) fn counted(out: &mut Markup, kind: &str, number: &str) {
    out.element("hp:ctrl", &[], |out| {
        out.element("hp:autoNum", &[("num", &number), ("numType", &kind)], |out| {
            let digits: [Attribute; 5] =
                [("type", &"DIGIT"), ("userChar", &""), ("prefixChar", &""), ("suffixChar", &""), ("supscript", &0)];
            out.empty("hp:autoNumFormat", &digits);
        });
    });
}

/// What comes before the words that can be followed.
pub(super) fn begin_address(out: &mut Markup, number: u32, address: &str) {
    let own: [Attribute; 7] = [
        ("id", &number),
        ("type", &"HYPERLINK"),
        ("name", &""),
        ("editable", &0),
        ("dirty", &0),
        ("zorder", &-1),
        ("fieldid", &ADDRESS),
    ];
    out.element("hp:ctrl", &[], |out| {
        out.element("hp:fieldBegin", &own, |out| {
            out.element("hp:parameters", &[("cnt", &6), ("name", &"")], |out| {
                out.saying("hp:integerParam", &[("name", &"Prop")], "0");
                let parameters = [
                    ("Command", format!("{};1;0;0;", escaped(address))),
                    ("Path", address.to_owned()),
                    ("Category", "HWPHYPERLINK_TYPE_URL".to_owned()),
                    ("TargetType", "HWPHYPERLINK_TARGET_BOOKMARK".to_owned()),
                    ("DocOpenType", "HWPHYPERLINK_JUMP_CURRENTTAB".to_owned()),
                ];
                for (name, value) in parameters {
                    out.saying("hp:stringParam", &[("name", &name), ("xml:space", &"preserve")], &value);
                }
            });
        });
    });
}

/// What comes behind them.
pub(super) fn end_address(out: &mut Markup, number: u32) {
    out.element("hp:ctrl", &[], |out| {
        out.empty("hp:fieldEnd", &[("beginIDRef", &number), ("fieldid", &ADDRESS)]);
    });
}

/// An address as a command has it: signs that separate its parts are marked.
fn escaped(address: &str) -> String {
    let mark = |letter: char| if matches!(letter, ':' | '?' | ';' | '#') { vec!['\\', letter] } else { vec![letter] };
    address.chars().flat_map(mark).collect()
}
