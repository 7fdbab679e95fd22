//! The rows of resource and enum pages.

use super::{Described, TypeCell};
use crate::model::{Origin, PropertySection};
use std::collections::BTreeSet;

/// A type named in a sentence or an annotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The name as written: `directoryObject`, `microsoft.graph.entity`.
    pub name: String,
    /// The link's target as written, when it is a link.
    pub link: Option<String>,
}

/// What a page says about the base type.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BaseStatement {
    /// "Inherits from [x](x.md)".
    pub sentence: Option<Reference>,
    /// `baseType` of the JSON block's annotation.
    pub annotation: Option<String>,
}

/// A structured type as its page describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceRows {
    /// The name in the heading, without "resource type".
    pub heading_name: String,
    /// `@odata.type` of the JSON block's annotation; it comes before the heading ("Chart" is `workbookChart`).
    pub odata_type: Option<String>,
    /// The base type.
    pub base: BaseStatement,
    /// Types that this page lists as derived from its own ("Derived types", "the derived types are ...").
    pub derived: Vec<Reference>,
    /// File stems of the api pages that this page lists as its methods, in small letters.
    pub methods: BTreeSet<String>,
    /// The annotation's `openType`.
    pub is_open: bool,
    /// The annotation's `abstract`, or a sentence that says so.
    pub is_abstract: bool,
    /// The annotation's `keyProperty`.
    pub key_property: Option<String>,
    /// Rows of Properties and Relationships tables.
    pub properties: Vec<PropertyRow>,
    /// Top-level keys of the JSON block.
    pub json_keys: Vec<JsonKey>,
    /// The heading.
    pub origin: Origin,
}

/// A row of a Properties or Relationships table.
#[derive(Debug, Clone, PartialEq)]
pub struct PropertyRow {
    /// The name without markup.
    pub name: String,
    /// What a reader is told about the name cell where it is not just a name.
    pub repairs: Vec<&'static str>,
    /// The table it stands in.
    pub section: PropertySection,
    /// The type cell.
    pub type_cell: TypeCell,
    /// The description cell.
    pub described: Described,
    /// The row.
    pub origin: Origin,
}

/// A top-level key of a JSON block, with the type that its value suggests.
#[derive(Debug, Clone, PartialEq)]
pub struct JsonKey {
    /// The key.
    pub name: String,
    /// What the value suggests: `"String (timestamp)"`, `{"@odata.type": "microsoft.graph.x"}`, `[..]`.
    pub type_cell: TypeCell,
    /// The key's line.
    pub origin: Origin,
}

/// An enum as a page or a section describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumRows {
    /// The name as written.
    pub name: String,
    /// Whether it is only a section of its page.
    pub is_section: bool,
    /// The string property of the page whose values these are: "scope values" below a row of `scope`.
    pub property: Option<String>,
    /// Members.
    pub members: Vec<MemberRow>,
    /// The page says that several members can be set at once.
    pub flags: bool,
    /// The introduction, as markdown with absolute links.
    pub description: String,
    /// The heading.
    pub origin: Origin,
}

/// A row of a member table.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberRow {
    /// The name in JSON.
    pub name: String,
    /// The number, where stated.
    pub value: Option<i64>,
    /// The meaning.
    pub described: Described,
    /// The row.
    pub origin: Origin,
}
