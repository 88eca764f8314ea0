//! XML as text: elements with their attributes, and only letters that XML can hold.
//!
//! Office formats need no more of XML than this. A writer of events would give an error for each piece, though writing to a
//! text cannot fail, and would pass on letters that no reader takes.

use std::fmt::{Display, Write};

/// Name and value of an attribute.
pub type Attribute<'a> = (&'static str, &'a dyn Display);

/// XML while it is written.
#[derive(Debug, Default)]
pub struct Markup {
    text: String,
}

impl Markup {
    /// A document: the declaration, and one element with all that is in it.
    pub fn document(name: &str, attributes: &[Attribute], inside: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut markup = Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned() };
        markup.element(name, attributes, inside);
        markup.text.into_bytes()
    }

    pub fn element(&mut self, name: &str, attributes: &[Attribute], inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        self.text.push('>');
        inside(self);
        self.text.extend(["</", name, ">"]);
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: &[Attribute]) {
        self.open(name, attributes);
        self.text.push_str("/>");
    }

    /// An element that holds text alone.
    pub fn saying(&mut self, name: &str, attributes: &[Attribute], text: &str) {
        self.element(name, attributes, |inside| inside.text(text));
    }

    pub fn text(&mut self, text: &str) {
        self.text.push_str(&escaped(&plain(text)));
    }

    /// What another one has written.
    pub fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
    }

    fn open(&mut self, name: &str, attributes: &[Attribute]) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            let value = escaped(&plain(&value.to_string()));
            // Writing to a text cannot fail.
            let _ = write!(self.text, " {name}=\"{value}\"");
        }
    }
}

/// A text in one line as XML 1.0 can hold it: breaks and tabs are spaces, what it has no letter for is left out.
pub fn plain(text: &str) -> String {
    let letter = |letter: char| match letter {
        '\t' | '\n' | '\r' => Some(' '),
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => None,
        letter => Some(letter),
    };
    text.chars().filter_map(letter).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_text_and_letters_without_a_place_in_xml_are_left_out() {
        let typed = "a<b> & \"c\"\u{0}\u{1b}\u{fffe}\n\td";
        let bytes = Markup::document("t", &[("of", &typed)], |inside| inside.text(typed));
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.ends_with("<t of=\"a&lt;b&gt; &amp; &quot;c&quot;  d\">a&lt;b&gt; &amp; &quot;c&quot;  d</t>"));
        assert_eq!(plain(typed), "a<b> & \"c\"  d");
    }
}
