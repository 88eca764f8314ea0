//! The waiting room, the stages, and what changes by the clock.

use super::error::PlanFileError;
use crate::plan::{Background, CapacityChange, Limit, OnCapacityDrop, ServiceLaw, Stage, WaitingRoom};
use crate::units::{Seconds, Share};
use crate::wire::node::{Fields, Node, Read};
use crate::wire::tree::{Tree, Write};

const DEFAULT_RETRY_AFTER: Seconds = Seconds::minutes(20.0);

impl Read for WaitingRoom {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self {
                admit: fields.required("admit_per_s")?,
                patience: fields.or("patience_s", None)?,
                inside_max: fields.or("inside_max", None)?,
            })
        })
    }
}

impl Write for WaitingRoom {
    fn tree(&self) -> Tree {
        let head = [("admit_per_s", self.admit.tree()), ("patience_s", self.patience.tree())];
        // A room without the limit says nothing of it, so that the fingerprint of its plan stays what it was.
        let limit = self.inside_max.map(|people| ("inside_max", people.tree()));
        Tree::Object(head.into_iter().chain(limit).map(|(name, tree)| (name.to_owned(), tree)).collect())
    }
}

impl Read for Stage {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self {
                name: fields.required("name")?,
                service: fields.required("service_s")?,
                service_law: fields.or("service_law", ServiceLaw::Exponential)?,
                sessions: fields.or("sessions", None)?,
                rate: fields.or("rate_per_s", None)?,
                patience: fields.or("patience_s", None)?,
                retry_share: fields.or("retry_share", Share::ZERO)?,
                retry_after: fields.or("retry_after_s", DEFAULT_RETRY_AFTER)?,
                fail_share: fields.or("fail_share", Share::ZERO)?,
                fail_retry_share: fields.or("fail_retry_share", Share::ZERO)?,
                on_capacity_drop: fields.or("on_capacity_drop", OnCapacityDrop::Requeue)?,
                changes: fields.or("changes", Vec::new())?,
                background: fields.or("background", Vec::new())?,
            })
        })
    }
}

impl Write for Stage {
    fn tree(&self) -> Tree {
        let law = (self.service_law != ServiceLaw::Exponential).then(|| ("service_law", self.service_law.tree()));
        let head = [("name", self.name.tree()), ("service_s", self.service.tree())];
        let rest = [
            ("sessions", self.sessions.tree()),
            ("rate_per_s", self.rate.tree()),
            ("patience_s", self.patience.tree()),
            ("retry_share", self.retry_share.tree()),
            ("retry_after_s", self.retry_after.tree()),
            ("fail_share", self.fail_share.tree()),
            ("fail_retry_share", self.fail_retry_share.tree()),
            ("on_capacity_drop", self.on_capacity_drop.tree()),
            ("changes", self.changes.tree()),
            ("background", self.background.tree()),
        ];
        let fields = head.into_iter().chain(law).chain(rest);
        Tree::Object(fields.map(|(name, tree)| (name.to_owned(), tree)).collect())
    }
}

impl Read for ServiceLaw {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(match fields.required("kind")? {
                LawName::Exponential => Self::Exponential,
                LawName::Deterministic => Self::Deterministic,
                LawName::Lognormal => Self::Lognormal { cv: fields.required("cv")? },
                LawName::Erlang => Self::Erlang { phases: fields.required("phases")? },
            })
        })
    }
}

#[derive(Clone, Copy)]
enum LawName {
    Exponential,
    Deterministic,
    Lognormal,
    Erlang,
}

impl Read for LawName {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.word(
            &["exponential", "deterministic", "lognormal", "erlang"],
            &[Self::Exponential, Self::Deterministic, Self::Lognormal, Self::Erlang],
        )
    }
}

impl Write for ServiceLaw {
    fn tree(&self) -> Tree {
        let kind = |kind| ("kind", Tree::word(kind));
        match *self {
            // The law of every plan that does not name one; its stage says nothing.
            Self::Exponential => Tree::object([kind("exponential")]),
            Self::Deterministic => Tree::object([kind("deterministic")]),
            Self::Lognormal { cv } => Tree::object([kind("lognormal"), ("cv", cv.tree())]),
            Self::Erlang { phases } => Tree::object([kind("erlang"), ("phases", phases.tree())]),
        }
    }
}

impl Read for OnCapacityDrop {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.word(&["requeue", "finish"], &[Self::Requeue, Self::Finish])
    }
}

impl Write for OnCapacityDrop {
    fn tree(&self) -> Tree {
        Tree::word(match self {
            Self::Requeue => "requeue",
            Self::Finish => "finish",
        })
    }
}

impl Read for CapacityChange {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| {
            Ok(Self {
                at: fields.required("at")?,
                rate: read_limit(fields, "rate_per_s")?,
                sessions: read_limit(fields, "sessions")?,
                times: fields.optional("times")?,
                turn_away: fields.optional("turn_away")?,
            })
        })
    }
}

/// An absent limit is unchanged, null removes it.
fn read_limit(fields: &mut Fields<'_>, name: &str) -> Result<Limit, PlanFileError> {
    Ok(match fields.optional::<Option<f64>>(name)? {
        None => Limit::Unchanged,
        Some(None) => Limit::Removed,
        Some(Some(limit)) => Limit::To(limit),
    })
}

impl Write for CapacityChange {
    fn tree(&self) -> Tree {
        let fields = [
            ("at", Some(self.at.tree())),
            ("rate_per_s", limit_tree(self.rate)),
            ("sessions", limit_tree(self.sessions)),
            ("times", self.times.map(Tree::Number)),
            ("turn_away", self.turn_away.map(Tree::Flag)),
        ];
        Tree::Object(fields.into_iter().filter_map(|(name, tree)| Some((name.to_owned(), tree?))).collect())
    }
}

fn limit_tree(limit: Limit) -> Option<Tree> {
    match limit {
        Limit::Unchanged => None,
        Limit::Removed => Some(Tree::Null),
        Limit::To(limit) => Some(Tree::Number(limit)),
    }
}

impl Read for Background {
    fn read(node: Node<'_>) -> Result<Self, PlanFileError> {
        node.object(|fields| Ok(Self { at: fields.required("at")?, rate: fields.required("per_s")? }))
    }
}

impl Write for Background {
    fn tree(&self) -> Tree {
        Tree::object([("at", self.at.tree()), ("per_s", self.rate.tree())])
    }
}
