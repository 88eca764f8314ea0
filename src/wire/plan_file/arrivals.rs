//! How the invited come: shares, the opening, the tail, and who else comes.

use super::Expected;
use super::error::PlanFileError;
use crate::plan::{Arrivals, ShowUp, StartersFrom, Tail, TailKind};
use crate::units::{Seconds, Share};
use crate::wire::node::{Fields, Node, Read};
use crate::wire::tree::{Tree, Write};

impl Read for Arrivals {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self {
                show_up: fields.required("show_up")?,
                opening_share: fields.or("opening_share", Share::ZERO)?,
                opening_ramp: fields.or("opening_ramp_s", Seconds::ZERO)?,
                tail: fields.required("tail")?,
                hour_weights: fields.or("hour_weights", None)?,
                ignore_window_share: fields.or("ignore_window_share", Share::ZERO)?,
                uninvited_per_member: fields.or("uninvited_per_member", 0.0)?,
                eligibility_stage: fields.or("eligibility_stage", None)?,
                gate_stage: fields.or("gate_stage", None)?,
                starters_table: fields.or("starters_table", None)?,
            })
        })
    }
}

impl Write for Arrivals {
    fn tree(&self) -> Tree {
        Tree::object([
            ("show_up", self.show_up.tree()),
            ("opening_share", self.opening_share.tree()),
            ("opening_ramp_s", self.opening_ramp.tree()),
            ("tail", self.tail.tree()),
            ("hour_weights", self.hour_weights.tree()),
            ("ignore_window_share", self.ignore_window_share.tree()),
            ("uninvited_per_member", self.uninvited_per_member.tree()),
            ("eligibility_stage", self.eligibility_stage.tree()),
            ("gate_stage", self.gate_stage.tree()),
            ("starters_table", self.starters_table.tree()),
        ])
    }
}

impl Read for ShowUp {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        if node.is_number() {
            Share::read(node).map(Self::All)
        } else if node.is_list() {
            node.list().map(Self::ByAge)
        } else {
            Err(node.unexpected(Expected::NumberOrList))
        }
    }
}

impl Write for ShowUp {
    fn tree(&self) -> Tree {
        match self {
            Self::All(share) => share.tree(),
            Self::ByAge(shares) => shares.tree(),
        }
    }
}

impl Read for [f64; 24] {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        let wrong = node.unexpected(Expected::HourWeights);
        Self::try_from(node.list::<f64>()?).map_err(|_| wrong)
    }
}

impl Write for [f64; 24] {
    fn tree(&self) -> Tree {
        Tree::List(self.iter().map(Write::tree).collect())
    }
}

impl Read for Tail {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| Ok(Self { weight: fields.or("weight", Share::new(1.0))?, kind: read_kind(fields)? }))
    }
}

fn read_kind(fields: &mut Fields<'_>) -> Result<TailKind, PlanFileError> {
    Ok(match fields.required("kind")? {
        KindName::Exponential => TailKind::Exponential { mean: fields.required("mean_s")? },
        KindName::Weibull => TailKind::Weibull { shape: fields.required("shape")?, scale: fields.required("scale_s")? },
        KindName::Lomax => TailKind::Lomax { alpha: fields.required("alpha")?, scale: fields.required("scale_s")? },
    })
}

#[derive(Clone, Copy)]
enum KindName {
    Exponential,
    Weibull,
    Lomax,
}

impl Read for KindName {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.word(&["exponential", "weibull", "lomax"], &[Self::Exponential, Self::Weibull, Self::Lomax])
    }
}

impl Write for Tail {
    fn tree(&self) -> Tree {
        let weight = ("weight", self.weight.tree());
        match self.kind {
            TailKind::Exponential { mean } => {
                Tree::object([weight, ("kind", Tree::word("exponential")), ("mean_s", mean.tree())])
            }
            TailKind::Weibull { shape, scale } => Tree::object([
                weight,
                ("kind", Tree::word("weibull")),
                ("shape", shape.tree()),
                ("scale_s", scale.tree()),
            ]),
            TailKind::Lomax { alpha, scale } => Tree::object([
                weight,
                ("kind", Tree::word("lomax")),
                ("alpha", alpha.tree()),
                ("scale_s", scale.tree()),
            ]),
        }
    }
}

impl Read for StartersFrom {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| Ok(Self { at: fields.required("at")?, rate: fields.required("per_s")? }))
    }
}

impl Write for StartersFrom {
    fn tree(&self) -> Tree {
        Tree::object([("at", self.at.tree()), ("per_s", self.rate.tree())])
    }
}
