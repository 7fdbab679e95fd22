//! Properties and navigation properties.

use super::{Area, Origin, QualifiedName, QueryOption, TypeRef};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which table a property stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PropertySection {
    /// Structural property: the Properties table.
    Properties,
    /// Navigation property: the Relationships table.
    Relationships,
    /// No table lists it, but the page's JSON block has it as a key.
    #[serde(rename = "json")]
    JsonBlock,
    /// No table lists it, but a request example sends it.
    Example,
    /// No table lists it, but a documented route leads through it, so it is guessed to be a navigation property.
    Route,
}

impl PropertySection {
    /// Whether the property leads to other entities.
    pub fn is_navigation(self) -> bool {
        matches!(self, Self::Relationships | Self::Route)
    }
}

/// When the service returns a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Returned {
    /// "Returned by default."
    ByDefault,
    /// "Returned only on `$select`."
    OnSelect,
}

/// What a description states about a property besides its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a statement of its own that a description makes or not"
)]
pub struct Facets {
    /// "Read-only."
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub read_only: bool,
    /// "Nullable." is `true`, "Not nullable." is `false`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nullable: Option<bool>,
    /// "Required."
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// "Required if **type** is `weekly`", "Required for answering a call": the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_if: Option<String>,
    /// The text about deprecation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<String>,
    /// "Default value is `x`."
    #[serde(rename = "default", skip_serializing_if = "Option::is_none")]
    pub default_value: Option<String>,
    /// "Supports `$filter` (`eq`, `ne`)": the operators. Empty if it names none; `None` if the description does not say
    /// it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<Vec<String>>,
    /// Other query options that the property can be used in: "Supports `$orderby`."
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub supports: Vec<QueryOption>,
    /// "Does not support `$filter`."
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unsupported: Vec<QueryOption>,
    /// When it is returned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned: Option<Returned>,
    /// "Cannot be changed after creation."
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub immutable: bool,
    /// "Write-only."
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub write_only: bool,
    /// "Valid values 1 to 100": the least value, as written but without marks between digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<String>,
    /// The greatest value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<String>,
    /// "Maximum length is 256 characters."
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u64>,
    /// "Multiple values are allowed": several of the listed values can be set at once.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub combinable: bool,
    /// "The `old` member is deprecated": which of the listed values.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deprecated_values: Vec<String>,
    /// "`1` (for `small`)": the numbers of listed values.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub value_numbers: BTreeMap<String, i64>,
    /// "Requires the `Kiln.Read.All` permission": what a call needs beside its own permissions when it asks for the
    /// property; any of them is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<String>,
}

/// A structural or navigation property.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Property {
    /// The name as spelled in the docs.
    pub name: String,
    /// The name as the row spells it, where examples spell it in other capitals.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub listed: Option<Box<str>>,
    /// The table.
    pub section: PropertySection,
    /// The type.
    #[serde(flatten)]
    pub type_ref: TypeRef,
    /// The type cell as written.
    pub raw: String,
    /// The type that a row names as the declaring one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub inherited_from: Option<String>,
    /// Values listed in the description ("Possible values are: ...").
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub enum_values: Vec<String>,
    /// `unknownFutureValue` was added to the list of the row, because another place documents it for the same values.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub sentinel_added: bool,
    /// The open enum made from `enum_values` for a property whose declared type is a string.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub values_enum: Option<QualifiedName>,
    /// The areas whose pages list it, sorted; empty if those are all areas of the type, or if the type's main page does.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub areas: Vec<Area>,
    /// What the description states.
    #[serde(flatten)]
    pub facets: Arc<Facets>,
    /// The description, as markdown with absolute links.
    pub description: String,
    /// The row.
    pub origin: Origin,
}

impl Property {
    /// A property about which nothing else is said.
    pub(crate) fn new(name: &str, section: PropertySection, type_ref: TypeRef, origin: &Origin) -> Self {
        Self {
            name: name.to_owned(),
            listed: None,
            section,
            type_ref,
            raw: String::new(),
            inherited_from: None,
            enum_values: Vec::new(),
            sentinel_added: false,
            values_enum: None,
            areas: Vec::new(),
            facets: Arc::default(),
            description: String::new(),
            origin: origin.clone(),
        }
    }
}
