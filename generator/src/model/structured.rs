//! Entity and complex types.

use super::{Area, Origin, Property, QualifiedName, listed};
use serde::{Deserialize, Serialize};

/// How a base type is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BaseSource {
    /// A sentence: "Inherits from [x](x.md)".
    Sentence,
    /// `baseType` in the annotation of the JSON block.
    Annotation,
    /// Rows that say "Inherited from [x](x.md)".
    Rows,
    /// The base type's page lists this type as a derived one.
    BasePage,
    /// Request examples have objects of this type in the place of the base type.
    Example,
}

/// An entity or complex type, merged from all pages that document it.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the type")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StructuredType {
    /// Its name.
    #[serde(flatten)]
    pub name: QualifiedName,
    /// The page's path below the version folder.
    pub file: String,
    /// Where the page names it.
    pub origin: Origin,
    /// The page's heading.
    pub title: String,
    /// The area of its main page, else the first of the areas whose pages document it.
    pub area: Area,
    /// The other areas whose pages document it, sorted.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub more_areas: Vec<Area>,
    /// The resource that the page is about, from its file name, spelled with capitals where the page tells
    /// (`roleAssignment`); operations of the same resource have the same.
    pub resource: String,
    /// Base type, if any is stated.
    #[serde(serialize_with = "dotted", deserialize_with = "from_dotted")]
    pub base: Option<QualifiedName>,
    /// How the base type is known.
    pub base_source: Option<BaseSource>,
    /// Whether instances are always of a derived type.
    #[serde(rename = "abstract")]
    pub is_abstract: bool,
    /// Whether instances may carry undeclared properties.
    #[serde(rename = "openType")]
    pub is_open: bool,
    /// The key property of an entity, usually `id`; `None` for complex types.
    pub key_property: Option<String>,
    /// Rows of the Properties and Relationships tables in page order, inherited rows included as far as pages list
    /// them; then the fields that only examples of requests show, which the JSON form has as `requestProperties`.
    #[serde(flatten, with = "listed")]
    pub properties: Vec<Property>,
    /// The page's introduction, as markdown with absolute links.
    pub description: String,
    /// What the page says about deprecation; `None` when it says nothing.
    pub deprecated: Option<String>,
    /// Whether requests name the type of its objects (`@odata.type`) inside other objects even where nothing else can stand.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub named: bool,
    /// A type that pages refer to but no page describes. It has no properties.
    pub placeholder: bool,
}

impl StructuredType {
    /// Every area whose pages document it.
    pub fn areas(&self) -> impl Iterator<Item = &Area> + Clone {
        std::iter::once(&self.area).chain(&self.more_areas)
    }
}

#[allow(clippy::ref_option, reason = "the signature that serde calls")]
fn dotted<S: serde::Serializer>(name: &Option<QualifiedName>, serializer: S) -> Result<S::Ok, S::Error> {
    name.as_ref().map(ToString::to_string).serialize(serializer)
}

fn from_dotted<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<QualifiedName>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?
        .as_deref()
        .map(QualifiedName::parse))
}
