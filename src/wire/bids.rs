//! The bids of a plan, in the field `bids` of its plan file.
//!
//! The plan carries that field as one that it does not read ([`Plan::unknown`]): bids are kept with it, undone with it
//! and in no link and no fingerprint, and the first visit carries none of what is said here.

use super::node::{Kept, Node, Read};
use super::plan_file::PlanFileError;
use super::tree::{Tree, Write};
use crate::bids::{Basis, Bid, Figure, Per, Price, RateOffer, StageOffer};
use crate::plan::Plan;

/// JSON pointer of the bids.
pub const POINTER: &str = "/bids";

/// The bids of a plan, none where it says nothing of them. Fields that this version does not know are left out.
///
/// # Errors
/// What stands there are no bids.
pub fn read(plan: &Plan) -> Result<Vec<Bid>, PlanFileError> {
    let Some(text) = plan.unknown.get(POINTER) else { return Ok(Vec::new()) };
    let document = format!("{{\"bids\":{text}}}");
    Node::document(&document, &Kept::default()).object(|fields| fields.required("bids"))
}

/// The plan with these bids in place of those that it had.
pub fn put(plan: &mut Plan, bids: &[Bid]) {
    if bids.is_empty() {
        plan.unknown.remove(POINTER);
    } else {
        let trees = bids.iter().map(Write::tree).collect();
        plan.unknown.insert(POINTER.to_owned(), Tree::List(trees).compact());
    }
}

impl Read for Bid {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self {
                vendor: fields.required("vendor")?,
                price: fields.or("price", None)?,
                stages: fields.or("stages", Vec::new())?,
            })
        })
    }
}

impl Write for Bid {
    fn tree(&self) -> Tree {
        Tree::object([("vendor", self.vendor.tree()), ("price", self.price.tree()), ("stages", self.stages.tree())])
    }
}

impl Read for Price {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self { amount: fields.required("amount")?, currency: fields.or("currency", String::new())? })
        })
    }
}

impl Write for Price {
    fn tree(&self) -> Tree {
        Tree::object([("amount", self.amount.tree()), ("currency", self.currency.tree())])
    }
}

impl Read for StageOffer {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self {
                stage: fields.required("stage")?,
                rate: fields.or("rate", None)?,
                sessions: fields.or("sessions", None)?,
                service: fields.or("service_s", None)?,
            })
        })
    }
}

impl Write for StageOffer {
    fn tree(&self) -> Tree {
        Tree::object([
            ("stage", self.stage.tree()),
            ("rate", self.rate.tree()),
            ("sessions", self.sessions.tree()),
            ("service_s", self.service.tree()),
        ])
    }
}

impl Read for RateOffer {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            let figure =
                Figure { value: fields.required("value")?, basis: fields.or("counted_share", Basis::Promised)? };
            Ok(Self { figure, per: fields.required("per")? })
        })
    }
}

impl Write for RateOffer {
    fn tree(&self) -> Tree {
        Tree::object([
            ("value", self.figure.value.tree()),
            ("per", self.per.tree()),
            ("counted_share", self.figure.basis.tree()),
        ])
    }
}

impl Read for Figure {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self { value: fields.required("value")?, basis: fields.or("counted_share", Basis::Promised)? })
        })
    }
}

impl Write for Figure {
    fn tree(&self) -> Tree {
        Tree::object([("value", self.value.tree()), ("counted_share", self.basis.tree())])
    }
}

/// A share of what was tested, or null for a promise.
impl Read for Basis {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        let counted = Option::read(node)?;
        Ok(counted.map_or(Self::Promised, |counted| Self::Tested { counted }))
    }
}

impl Write for Basis {
    fn tree(&self) -> Tree {
        match self {
            Self::Promised => Tree::Null,
            Self::Tested { counted } => counted.tree(),
        }
    }
}

impl Read for Per {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.word(&["second", "minute", "hour"], &Self::ALL)
    }
}

impl Write for Per {
    fn tree(&self) -> Tree {
        Tree::word(match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
        })
    }
}
