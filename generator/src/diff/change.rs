//! One change, whatever it is about.

use super::Rule;
use crate::model::{Origin, Version};
use serde::Serialize;
use std::fmt;

/// What a change does to users of the emitted crate, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Impact {
    /// Code that compiled and worked as documented no longer does.
    Breaking,
    /// There is more to use; what was there still works.
    Additive,
    /// Words have changed, or facts that no code depends on.
    Docs,
}

impl fmt::Display for Impact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Breaking => "breaking",
            Self::Additive => "additive",
            Self::Docs => "docs",
        })
    }
}

/// What kind of item a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each is the item of the model of that name")]
pub enum Kind {
    Type,
    Property,
    Relationship,
    Enum,
    Member,
    Operation,
    Route,
    Parameter,
    Body,
    Response,
    Permission,
    QueryOption,
    Header,
    Cloud,
}

impl Kind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Property => "property",
            Self::Relationship => "relationship",
            Self::Enum => "enum",
            Self::Member => "member",
            Self::Operation => "operation",
            Self::Route => "route",
            Self::Parameter => "parameter",
            Self::Body => "request body",
            Self::Response => "response",
            Self::Permission => "permissions",
            Self::QueryOption => "query option",
            Self::Header => "header",
            Self::Cloud => "cloud",
        }
    }

    /// Whether the item has parts that have changes of their own. Its name says it all; no owner is needed.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Type | Self::Enum | Self::Operation)
    }
}

/// What happened to the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is there on both sides and differs.
    Changed,
    /// It is there on both sides under different names, which are `before` and `after`.
    Renamed,
}

/// A place in the documentation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// Path below the version folder; an include has its path below the docs root.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
}

impl From<&Origin> for Place {
    fn from(origin: &Origin) -> Self {
        Self {
            file: origin.file.clone(),
            line: origin.line,
        }
    }
}

/// One difference between two models.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The version of the API.
    pub version: Version,
    /// The area of the item, as on the current side where it is there.
    pub area: String,
    /// The resource whose module holds the item.
    pub resource: String,
    /// The owner: the dotted name of a type or enum, or the file name of an operation's page.
    pub target: String,
    /// What it is about.
    pub kind: Kind,
    /// The item's name; that of the owner where the owner itself has changed.
    pub name: String,
    /// What happened.
    pub action: Action,
    /// The kind of change.
    pub rule: Rule,
    /// What it does to users of the emitted crate.
    pub impact: Impact,
    /// How it was; `None` for what was not there.
    pub before: Option<String>,
    /// How it is; `None` for what is not there.
    pub after: Option<String>,
    /// Where it was documented.
    pub baseline: Option<Place>,
    /// Where it is documented.
    pub current: Option<Place>,
    /// Whether the change follows from another one: a property of a type that is new or gone.
    pub implied: bool,
}

impl Change {
    /// How an accepted-changes file names the item: the owner, a slash and the part; the owner alone for itself.
    pub fn item(&self) -> String {
        if self.kind.is_whole() {
            self.name.clone()
        } else {
            format!("{}/{}", self.target, self.name)
        }
    }

    /// Where to look: the current page, or the old one of what is gone.
    pub fn place(&self) -> Option<&Place> {
        self.current.as_ref().or(self.baseline.as_ref())
    }
}
