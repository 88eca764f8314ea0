//! The membership and the cohorts.

use super::error::PlanFileError;
use crate::plan::{AgeBand, Cohort, Membership, Region};
use crate::wire::node::{Node, Read};
use crate::wire::tree::{Tree, Write};

impl Read for Membership {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self {
                regions: fields.required("regions")?,
                ages: fields.required("ages")?,
                counts: fields.required("counts")?,
            })
        })
    }
}

impl Write for Membership {
    fn tree(&self) -> Tree {
        Tree::object([("regions", self.regions.tree()), ("ages", self.ages.tree()), ("counts", self.counts.tree())])
    }
}

impl Read for Region {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| Ok(Self { name: fields.required("name")?, code: fields.or("code", None)? }))
    }
}

impl Write for Region {
    fn tree(&self) -> Tree {
        Tree::object([("name", self.name.tree()), ("code", self.code.tree())])
    }
}

impl Read for AgeBand {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            let name: Option<String> = fields.optional("name")?;
            let (from, to) = (fields.required("from")?, fields.required("to")?);
            Ok(Self { name: name.unwrap_or_else(|| format!("{from}-{to}")), from, to })
        })
    }
}

impl Write for AgeBand {
    fn tree(&self) -> Tree {
        Tree::object([("name", self.name.tree()), ("from", self.from.tree()), ("to", self.to.tree())])
    }
}

impl Read for Cohort {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self {
                name: fields.or("name", String::new())?,
                regions: fields.or("regions", None)?,
                ages: fields.or("ages", None)?,
                birth_year_digits: fields.or("birth_year_digits", None)?,
                birth_day_digits: fields.or("birth_day_digits", None)?,
            })
        })
    }
}

impl Write for Cohort {
    fn tree(&self) -> Tree {
        Tree::object([
            ("name", self.name.tree()),
            ("regions", self.regions.tree()),
            ("ages", self.ages.tree()),
            ("birth_year_digits", self.birth_year_digits.tree()),
            ("birth_day_digits", self.birth_day_digits.tree()),
        ])
    }
}
