//! One change, whatever it is about.

use super::Rule;
use crate::emit::surface::{Aspect, Difference, Effect, Item};
use crate::model::{Origin, Version};
use serde::Serialize;
use std::fmt;

/// What a change does to users of the emitted crate, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Impact {
    /// Code that compiled and worked as documented no longer does.
    Breaking,
    /// There is something new to use. Existing code still works.
    Additive,
    /// Documentation has changed, or facts that no code depends on.
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
    /// The name of the kind in reports.
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

    /// Whether the item owns other items, such as the properties of a type. Reports name it without an owner.
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
    /// Both sides have it, and it differs.
    Changed,
    /// Both sides have it under different names: `before` and `after`.
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

impl Place {
    /// Whether it is in a file that several pages can include. Its path starts at the docs root.
    pub(crate) fn is_in_include(&self) -> bool {
        self.file.contains("includes/")
    }
}

impl From<&Origin> for Place {
    fn from(origin: &Origin) -> Self {
        Self {
            file: origin.file.to_string(),
            line: origin.line,
        }
    }
}

/// One difference between two models.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The version of the API.
    pub version: Version,
    /// The area of the item on the current side, or on the baseline if the item is gone.
    pub area: String,
    /// The resource whose module holds the item.
    pub resource: String,
    /// The owner: the dotted name of a type or enum, or the file name of an operation's page.
    pub target: String,
    /// The kind of item.
    pub kind: Kind,
    /// The item's name. If the owner itself has changed, the owner's name.
    pub name: String,
    /// What happened.
    pub action: Action,
    /// The kind of change.
    pub rule: Rule,
    /// What the change does to users of the emitted crate.
    pub impact: Impact,
    /// The old value; `None` if the item is new.
    pub before: Option<String>,
    /// The new value; `None` if the item is gone.
    pub after: Option<String>,
    /// Where it was documented.
    pub baseline: Option<Place>,
    /// Where it is documented.
    pub current: Option<Place>,
    /// Whether the change follows from another one: a property of a type that is new or gone.
    pub implied: bool,
    /// Whether the call itself breaks programs, and not only an item of the crate: a permission, a requirement, a cloud.
    pub wire: bool,
    /// The owner's name in the baseline, if it is another one.
    pub was: Option<String>,
    /// The calls of the operation on both sides: `GET /kitchen/kettles/{id}`.
    pub routes: Vec<String>,
    /// The enums that exist only for the values of the property.
    pub values: Vec<String>,
    /// What differs between the paths of a route that is replaced by others: `/...` and `/me/drive/items/{id}/...`.
    pub swap: Option<[String; 2]>,
    /// The public items of the emitted crate that the change touches.
    pub items: Vec<RustItem>,
    /// The calls of a program that it touches; empty unless a program was named.
    pub(crate) touches: Vec<String>,
}

/// A public item of the emitted crate that differs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct RustItem {
    /// Its path: `beta::kettle::get`.
    pub path: String,
    /// Its signature before; `None` if it is new.
    pub before: Option<String>,
    /// Its signature now; `None` if it is gone.
    pub after: Option<String>,
    /// What differs.
    pub differs: Vec<Aspect>,
    /// The features that turn it on now and did not before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<String>,
    /// What that does to programs.
    pub effect: Effect,
    /// What documents it: the name of a type, or of a page without folder and extension.
    #[serde(skip)]
    pub(crate) owner: String,
}

impl RustItem {
    pub(super) fn of(difference: &Difference<'_>) -> Self {
        let features = match (difference.before, difference.after) {
            (Some(before), Some(after)) => after.features.difference(&before.features).cloned().collect(),
            _ => Vec::new(),
        };
        let item = difference.before.or(difference.after);
        Self {
            path: difference.path.to_owned(),
            owner: item.map_or_else(String::new, |item| item.source.owner.clone()),
            features,
            before: difference.before.map(Item::signature),
            after: difference.after.map(Item::signature),
            differs: difference.aspects.iter().copied().collect(),
            effect: difference.effect,
        }
    }
}

impl Change {
    /// How a file of accepted changes names the item: `owner/part`, or `owner` for the owner itself.
    pub fn item(&self) -> String {
        if self.kind.is_whole() {
            self.name.clone()
        } else {
            format!("{}/{}", self.target, self.name)
        }
    }

    /// The place to look at: on the current page, or on the old page if the item is gone.
    pub fn place(&self) -> Option<&Place> {
        self.current.as_ref().or(self.baseline.as_ref())
    }
}
