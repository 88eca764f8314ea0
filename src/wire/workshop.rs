//! What the program of the workshop tells the page: elements to show, and what came of a step.
//!
//! One text per answer: pieces that end with a unit separator, the first letter of each saying what it is. Only tags
//! and attributes of the lists below can be said, so whatever a name holds, it is text.

/// Ends a piece; it is taken out of every text.
const END: char = '\u{1f}';

/// The tags of panels.
const TAGS: &str = "h2 h3 p div span strong small section header footer ul li dl dt dd table caption thead tbody tr th td \
     label input textarea select option button details summary fieldset legend figure figcaption a svg path line text \
     progress foreignObject iframe";

/// The attributes of panels; the page acts on those with `data-act`.
const ATTRIBUTES: &str = "id class type for role scope value checked selected rows inputmode tabindex readonly accept \
     spellcheck autocomplete key title aria-label aria-labelledby aria-describedby aria-invalid aria-hidden data-act \
     data-name data-option viewBox preserveAspectRatio d x y x1 x2 y1 y2 text-anchor data-look data-tone data-number data-out data-guessed min max step aria-valuetext name \
     width height xmlns data-over data-series href download src";

/// A piece of a panel as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    Text(String),
    Tag { tag: &'static str, attributes: Vec<(&'static str, String)>, children: Vec<Element> },
}

/// An element without attributes and children.
pub fn tag(tag: &'static str) -> Element {
    Element::Tag { tag, attributes: Vec::new(), children: Vec::new() }
}

impl Element {
    /// With an attribute more; a text has none.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        if let Self::Tag { attributes, .. } = &mut self {
            attributes.push((name, value.into()));
        }
        self
    }

    /// With children more; a text has none.
    #[must_use]
    pub fn holding(mut self, more: impl IntoIterator<Item = Element>) -> Self {
        if let Self::Tag { children, .. } = &mut self {
            children.extend(more);
        }
        self
    }

    /// With a text more.
    #[must_use]
    pub fn saying(self, text: impl Into<String>) -> Self {
        self.holding([Self::Text(text.into())])
    }

    fn push(&self, out: &mut String) {
        let mut piece = |mark: char, text: &str| {
            out.push(mark);
            out.extend(text.chars().filter(|letter| *letter != END));
            out.push(END);
        };
        match self {
            Self::Text(text) => piece('"', text),
            Self::Tag { tag, attributes, children } => {
                piece('<', tag);
                for (name, value) in attributes {
                    piece('@', name);
                    piece('=', value);
                }
                for child in children {
                    child.push(out);
                }
                out.push('>');
                out.push(END);
            }
        }
    }
}

/// The text of elements.
pub fn write(elements: &[Element]) -> String {
    let mut out = String::new();
    for element in elements {
        element.push(&mut out);
    }
    out
}

/// The elements of a text; what cannot be said is left out.
pub fn read(text: &str) -> Vec<Element> {
    children(&mut text.split(END).peekable())
}

fn children<'a>(pieces: &mut std::iter::Peekable<impl Iterator<Item = &'a str>>) -> Vec<Element> {
    let mut elements = Vec::new();
    while let Some(piece) = pieces.next() {
        if let Some(text) = piece.strip_prefix('"') {
            elements.push(Element::Text(text.to_owned()));
        } else if let Some(name) = piece.strip_prefix('<') {
            let mut attributes = Vec::new();
            while let Some(name) = pieces.next_if(|piece| piece.starts_with('@')) {
                let value = pieces.next_if(|piece| piece.starts_with('='));
                let value = value.map(|value| value[1..].to_owned());
                // A link leads to a picture that it holds, and nowhere else.
                let value = value.filter(|value| &name[1..] != "href" || value.starts_with("data:image/"));
                attributes.extend(known(ATTRIBUTES, &name[1..]).zip(value));
            }
            let children = children(pieces);
            elements.extend(known(TAGS, name).map(|tag| Element::Tag { tag, attributes, children }));
        } else {
            break;
        }
    }
    elements
}

fn known(names: &'static str, name: &str) -> Option<&'static str> {
    names.split(' ').find(|known| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_come_back_as_they_were_written() {
        let table = tag("table").with("class", "data").holding([tag("tr").holding([
            tag("th").with("scope", "row").saying("\"중구\" <b>@x=1\n>"),
            tag("td"),
            tag("td").saying("1,234").saying("명"),
        ])]);
        let elements = [Element::Text("before".to_owned()), table, Element::Text("after".to_owned())];
        assert_eq!(read(&write(&elements)), elements);
        assert_eq!(read(""), []);
    }

    #[test]
    fn what_is_not_on_the_lists_cannot_be_said() {
        let foreign = tag("p").with("onclick", "x()").holding([tag("script").saying("x()"), tag("p").saying("stays")]);
        assert_eq!(read(&write(&[foreign])), [tag("p").holding([tag("p").saying("stays")])]);
        let away = tag("a").with("href", "javascript:x()").with("download", "x");
        assert_eq!(read(&write(&[away])), [tag("a").with("download", "x")]);
        let split = tag("p").saying("one\u{1f}<script");
        assert_eq!(read(&write(&[split])), [tag("p").saying("one<script")]);
    }
}
