//! What a plan says about its own numbers: ranges and sources.

use super::error::PlanFileError;
use crate::plan::{Range, Source, SourceKind};
use crate::wire::node::{Node, Read};
use crate::wire::tree::{Tree, Write};

impl Read for Range {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self { field: fields.required("field")?, low: fields.required("low")?, high: fields.required("high")? })
        })
    }
}

impl Write for Range {
    fn tree(&self) -> Tree {
        Tree::object([("field", self.field.tree()), ("low", self.low.tree()), ("high", self.high.tree())])
    }
}

impl Read for Source {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self {
                kind: fields.required("kind")?,
                text: fields.or("text", String::new())?,
                url: fields.or("url", None)?,
            })
        })
    }
}

impl Write for Source {
    fn tree(&self) -> Tree {
        Tree::object([("kind", self.kind.tree()), ("text", self.text.tree()), ("url", self.url.tree())])
    }
}

impl Read for SourceKind {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.word(&["assumed", "reported", "measured"], &[Self::Assumed, Self::Reported, Self::Measured])
    }
}

impl Write for SourceKind {
    fn tree(&self) -> Tree {
        Tree::word(match self {
            Self::Assumed => "assumed",
            Self::Reported => "reported",
            Self::Measured => "measured",
        })
    }
}
