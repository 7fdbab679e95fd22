//! Enumeration types.

use super::{Area, Origin, QualifiedName};
use serde::{Deserialize, Serialize};

/// The member by which an enum says that members may be added.
pub const SENTINEL: &str = "unknownFutureValue";

/// What kind of place documents an enum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EnumOrigin {
    /// A page of its own.
    Page,
    /// A `### x values` section of a page with many.
    Section,
    /// "Possible values are" in descriptions of properties of that enum type; no table lists the members.
    Inline,
    /// "Possible values are" in the description of a string property; the name is ours.
    Property,
}

/// One member of an enum.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// The name in JSON.
    pub name: String,
    /// The number, where the page states it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub value: Option<i64>,
    /// Its meaning, as markdown with absolute links; may be empty.
    #[serde(default)]
    pub description: String,
    /// What is said about deprecation.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub deprecated: Option<String>,
    /// The row.
    pub origin: Origin,
}

/// An enumeration type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EnumType {
    /// Its name.
    #[serde(flatten)]
    pub name: QualifiedName,
    /// The page's path below the version folder.
    pub file: String,
    /// Where it is named.
    pub origin: Origin,
    /// What kind of place documents it.
    #[serde(rename = "origin_kind")]
    pub documented_in: EnumOrigin,
    /// Its area, the first if there are several.
    pub area: Area,
    /// The other areas whose pages document it, sorted.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub more_areas: Vec<Area>,
    /// Members in page order.
    pub members: Vec<Member>,
    /// Whether several members can be set at once (comma list on the wire).
    pub flags: bool,
    /// Its meaning, as markdown with absolute links.
    pub description: String,
    /// What is said about deprecation.
    pub deprecated: Option<String>,
}

impl EnumType {
    /// Every area whose pages document it.
    pub fn areas(&self) -> impl Iterator<Item = &Area> + Clone {
        std::iter::once(&self.area).chain(&self.more_areas)
    }

    /// Whether the service announces that members may be added: there is an `unknownFutureValue`.
    pub fn evolvable(&self) -> bool {
        self.members
            .iter()
            .any(|member| member.name.eq_ignore_ascii_case(SENTINEL))
    }
}
