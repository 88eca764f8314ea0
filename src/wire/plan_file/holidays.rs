//! The holidays of a plan, where it has a table of its own.

use super::error::PlanFileError;
use crate::plan::holidays::{Holiday, Holidays};
use crate::wire::node::{Node, Read};
use crate::wire::tree::{Tree, Write};

impl Read for Holidays {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self {
                from_year: fields.required("from_year")?,
                to_year: fields.required("to_year")?,
                source: fields.or("source", String::new())?,
                days: fields.required("days")?,
            })
        })
    }
}

impl Write for Holidays {
    fn tree(&self) -> Tree {
        Tree::object([
            ("from_year", self.from_year.tree()),
            ("to_year", self.to_year.tree()),
            ("source", self.source.tree()),
            ("days", self.days.tree()),
        ])
    }
}

impl Read for Holiday {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| Ok(Self { date: fields.required("date")?, name: fields.or("name", String::new())? }))
    }
}

impl Write for Holiday {
    fn tree(&self) -> Tree {
        Tree::object([("date", self.date.tree()), ("name", self.name.tree())])
    }
}
