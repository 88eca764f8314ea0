//! JSON to be written: a tree that keeps the order of its fields, as one line or laid out to be read.

use litemap::LiteMap;

use super::number::push_number;
use crate::plan::pointer;

/// Longest line of the readable form, where it can be broken [characters].
const WIDTH: usize = 120;

/// A JSON value on its way out.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree {
    Null,
    Flag(bool),
    Whole(u64),
    Number(f64),
    Text(String),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
    /// Text that is JSON already.
    Raw(String),
}

/// What has a JSON form.
pub(super) trait Write {
    fn tree(&self) -> Tree;
}

impl Tree {
    pub(super) fn object<const N: usize>(fields: [(&str, Self); N]) -> Self {
        Self::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// One of the words of the contract.
    pub(super) fn word(word: &str) -> Self {
        Self::Text(word.to_owned())
    }

    /// The tree with minus zero as zero, which it equals.
    pub(super) fn unsigned_zeros(self) -> Self {
        match self {
            Self::Number(number) => Self::Number(number + 0.0),
            Self::List(items) => Self::List(items.into_iter().map(Self::unsigned_zeros).collect()),
            Self::Object(fields) => {
                Self::Object(fields.into_iter().map(|(name, value)| (name, value.unsigned_zeros())).collect())
            }
            other => other,
        }
    }

    /// The tree on one line, without any white space.
    pub(super) fn compact(&self) -> String {
        let mut out = String::new();
        self.push(&mut out, Spacing { item: ",", colon: ":", pad: "" });
        out
    }

    /// The tree over many lines: what fits a line stays on one, lists of plain values fill theirs.
    pub(super) fn pretty(&self) -> String {
        let mut out = String::new();
        self.push_pretty(&mut out, 0, 0);
        out.push('\n');
        out
    }

    /// Puts texts of JSON back at their pointers. What has lost its place, or lies where a field of the tree stands
    /// now, is dropped.
    pub(super) fn restore(&mut self, texts: &LiteMap<String, String>) {
        let mut by_parent: LiteMap<Vec<String>, Vec<(String, &str)>> = LiteMap::new();
        for (place, text) in texts {
            let mut steps = pointer::steps(place).unwrap_or_default();
            if let Some(key) = steps.pop() {
                by_parent.entry(steps).or_default().push((key, text));
            }
        }
        for (parent, additions) in by_parent {
            let Some(Self::Object(fields)) = self.at_mut(&parent) else { continue };
            let n_own = fields.len();
            for (key, text) in additions {
                if !fields[..n_own].iter().any(|(name, _)| *name == key) {
                    fields.push((key, Self::Raw(text.to_owned())));
                }
            }
        }
    }

    fn at_mut(&mut self, steps: &[String]) -> Option<&mut Self> {
        let mut tree = self;
        for step in steps {
            tree = match tree {
                Self::Object(fields) => fields.iter_mut().find(|(name, _)| name == step).map(|(_, value)| value)?,
                Self::List(items) => items.get_mut(pointer::index(step)?)?,
                _ => return None,
            };
        }
        Some(tree)
    }

    fn push(&self, out: &mut String, spacing: Spacing) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::Whole(number) => out.push_str(&number.to_string()),
            Self::Number(number) => push_number(out, *number),
            Self::Text(text) => push_text(out, text),
            Self::Raw(text) => out.push_str(text),
            Self::List(items) => {
                out.push('[');
                for (idx, item) in items.iter().enumerate() {
                    if idx > 0 {
                        out.push_str(spacing.item);
                    }
                    item.push(out, spacing);
                }
                out.push(']');
            }
            Self::Object(fields) if fields.is_empty() => out.push_str("{}"),
            Self::Object(fields) => {
                out.push('{');
                out.push_str(spacing.pad);
                for (idx, (name, value)) in fields.iter().enumerate() {
                    if idx > 0 {
                        out.push_str(spacing.item);
                    }
                    push_text(out, name);
                    out.push_str(spacing.colon);
                    value.push(out, spacing);
                }
                out.push_str(spacing.pad);
                out.push('}');
            }
        }
    }

    /// `used` = characters that stand before the value on its line.
    fn push_pretty(&self, out: &mut String, indent: usize, used: usize) {
        let mut line = String::new();
        self.push(&mut line, Spacing { item: ", ", colon: ": ", pad: " " });
        let fits = indent > 0 && used + line.chars().count() < WIDTH;
        match self {
            Self::List(items) if !fits && !items.is_empty() => push_list(out, items, indent + 2),
            Self::Object(fields) if !fits && !fields.is_empty() => push_object(out, fields, indent + 2),
            _ => out.push_str(&line),
        }
    }

    fn is_plain(&self) -> bool {
        !matches!(self, Self::List(_) | Self::Object(_) | Self::Raw(_))
    }
}

#[derive(Clone, Copy)]
struct Spacing {
    item: &'static str,
    colon: &'static str,
    pad: &'static str,
}

fn push_object(out: &mut String, fields: &[(String, Tree)], indent: usize) {
    out.push('{');
    for (idx, (name, value)) in fields.iter().enumerate() {
        out.push_str(if idx > 0 { ",\n" } else { "\n" });
        push_indent(out, indent);
        let start = out.len();
        push_text(out, name);
        out.push_str(": ");
        let used = indent + out[start..].chars().count();
        value.push_pretty(out, indent, used);
    }
    out.push('\n');
    push_indent(out, indent - 2);
    out.push('}');
}

fn push_list(out: &mut String, items: &[Tree], indent: usize) {
    let fills = items.iter().all(Tree::is_plain);
    let mut used = 0;
    out.push('[');
    for (idx, item) in items.iter().enumerate() {
        if idx > 0 {
            out.push(',');
        }
        let mut text = String::new();
        item.push_pretty(&mut text, indent, indent);
        let width = text.chars().count() + 2;
        if idx > 0 && fills && used + width <= WIDTH {
            out.push(' ');
            used += width;
        } else {
            out.push('\n');
            push_indent(out, indent);
            used = indent + width;
        }
        out.push_str(&text);
    }
    out.push('\n');
    push_indent(out, indent - 2);
    out.push(']');
}

fn push_indent(out: &mut String, indent: usize) {
    out.extend(std::iter::repeat_n(' ', indent));
}

/// Appends a JSON string, escaped as `JSON.stringify` does: quotes, backslashes and control characters only.
fn push_text(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            letter if letter < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            letter => out.push(letter),
        }
    }
    out.push('"');
}
