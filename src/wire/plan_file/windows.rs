//! The windows.

use super::error::PlanFileError;
use crate::plan::Window;
use crate::wire::node::{Node, Read};
use crate::wire::tree::{Tree, Write};

impl Read for Window {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self {
                opens: fields.required("opens")?,
                closes: fields.required("closes")?,
                cohorts: fields.required("cohorts")?,
                catch_up: fields.or("catch_up", false)?,
                show_up: fields.or("show_up", None)?,
                closes_hard: fields.or("closes_hard", false)?,
            })
        })
    }
}

impl Write for Window {
    fn tree(&self) -> Tree {
        Tree::object([
            ("opens", self.opens.tree()),
            ("closes", self.closes.tree()),
            ("cohorts", self.cohorts.tree()),
            ("catch_up", self.catch_up.tree()),
            ("show_up", self.show_up.tree()),
            ("closes_hard", self.closes_hard.tree()),
        ])
    }
}
