//! Plain values: numbers with their unit in the name of the field, texts, flags, dates, times, lists.

use litemap::LiteMap;
use std::sync::Arc;

use super::Expected;
use super::error::PlanFileError;
use crate::clock::{CivilDate, CivilTime};
use crate::units::{PerSecond, Seconds, Share};
use crate::wire::node::{Node, Read};
use crate::wire::tree::{Tree, Write};

macro_rules! number {
    ($($type:ty),*) => { $(
        impl Read for $type {
            fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
                node.number().map(Self::new)
            }
        }

        impl Write for $type {
            fn tree(&self) -> Tree {
                Tree::Number(self.get())
            }
        }
    )* };
}

number!(Seconds, PerSecond, Share);

macro_rules! whole {
    ($($type:ty: $most:expr),*) => { $(
        impl Read for $type {
            fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
                // No number above the bound is lost: the type holds it.
                node.whole($most).map(|number| number as Self)
            }
        }

        impl Write for $type {
            fn tree(&self) -> Tree {
                Tree::Whole(*self as u64)
            }
        }
    )* };
}

// An index is refused at the same number where `usize` has 64 bits and where it has 32.
whole!(u8: u64::from(u8::MAX), u32: u64::from(u32::MAX), u64: u64::MAX, usize: u64::from(u32::MAX));

impl Read for f64 {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.number()
    }
}

impl Write for f64 {
    fn tree(&self) -> Tree {
        Tree::Number(*self)
    }
}

impl Read for bool {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.flag()
    }
}

impl Write for bool {
    fn tree(&self) -> Tree {
        Tree::Flag(*self)
    }
}

impl Read for String {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.text()
    }
}

impl Write for String {
    fn tree(&self) -> Tree {
        Tree::Text(self.clone())
    }
}

impl Read for CivilDate {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        let text = node.text().ok().filter(|text| has_form(text, &["0000-00-00"]));
        text.and_then(|text| Self::parse(&text).ok()).ok_or_else(|| node.unexpected(Expected::Date))
    }
}

impl Write for CivilDate {
    fn tree(&self) -> Tree {
        Tree::Text(self.to_string())
    }
}

impl Read for CivilTime {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        let text = node.text().ok().filter(|text| has_form(text, &["0000-00-00T00:00", "0000-00-00T00:00:00"]));
        text.and_then(|text| Self::parse(&text).ok()).ok_or_else(|| node.unexpected(Expected::Time))
    }
}

impl Write for CivilTime {
    fn tree(&self) -> Tree {
        Tree::Text(self.to_string())
    }
}

/// Whether the text is one of the forms, any digit standing for 0. Keeps signed and five-digit years out.
fn has_form(text: &str, forms: &[&str]) -> bool {
    let form: String = text.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect();
    forms.contains(&form.as_str())
}

impl<T: Read> Read for Option<T> {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        if node.is_null() { Ok(None) } else { T::read(node).map(Some) }
    }
}

impl<T: Write> Write for Option<T> {
    fn tree(&self) -> Tree {
        self.as_ref().map_or(Tree::Null, Write::tree)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.list()
    }
}

impl<T: Write> Write for Vec<T> {
    fn tree(&self) -> Tree {
        Tree::List(self.iter().map(Write::tree).collect())
    }
}

impl<T: Read> Read for Arc<T> {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        T::read(node).map(Self::new)
    }
}

impl<T: Write> Write for Arc<T> {
    fn tree(&self) -> Tree {
        self.as_ref().tree()
    }
}

impl<T: Read> Read for LiteMap<String, T> {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.entries()
    }
}

impl<T: Write> Write for LiteMap<String, T> {
    fn tree(&self) -> Tree {
        Tree::Object(self.iter().map(|(name, value)| (name.clone(), value.tree())).collect())
    }
}
