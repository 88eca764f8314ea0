//! Names of plans and of their stored versions.

use std::fmt;
use std::rc::Rc;

/// What the keys of all stored plans begin with.
pub const PREFIX: &str = "stagger.plan.";

/// Names a plan for ever; no two have the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlanId(Rc<str>);

/// Names one stored version of a plan: `stagger.plan.<id>.<revision>.<writer>`.
///
/// In the order of versions: a higher revision is newer, and of two tabs that wrote the same one, the greater writer
/// counts as newer, so that every tab decides alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VersionKey {
    pub id: PlanId,
    /// 1, 2, 3, ...
    pub revision: u64,
    /// The opening of the page that wrote it.
    pub writer: Rc<str>,
}

impl PlanId {
    /// The id that `writer` gives as its `number`th.
    pub fn new(writer: &str, number: u64) -> Self {
        Self(Rc::from(format!("{writer}-{number}")))
    }

    /// `None` where the text cannot be part of a key.
    pub fn parse(text: &str) -> Option<Self> {
        is_name(text).then(|| Self(Rc::from(text)))
    }

    /// The id for a version that lost against another of the same plan; the same in every tab that finds it.
    pub fn parted(lost: &VersionKey) -> Self {
        Self(Rc::from(format!("{}-{}-{}", lost.id, lost.revision, lost.writer)))
    }
}

impl VersionKey {
    /// The first version of a plan.
    pub fn first(id: PlanId, writer: &Rc<str>) -> Self {
        Self { id, revision: 1, writer: Rc::clone(writer) }
    }

    /// The version after this one.
    pub fn next(&self, writer: &Rc<str>) -> Self {
        Self { id: self.id.clone(), revision: self.revision.saturating_add(1), writer: Rc::clone(writer) }
    }

    /// `None` where the key is not of this form.
    pub fn parse(key: &str) -> Option<Self> {
        let mut parts = key.strip_prefix(PREFIX)?.split('.');
        let (id, revision, writer) = (parts.next()?, parts.next()?, parts.next()?);
        let is_whole = parts.next().is_none() && is_name(writer);
        let revision = revision.parse().ok().filter(|_| is_whole)?;
        Some(Self { id: PlanId::parse(id)?, revision, writer: Rc::from(writer) })
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

impl fmt::Display for PlanId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for VersionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}.{}.{}", self.id, self.revision, self.writer)
    }
}
