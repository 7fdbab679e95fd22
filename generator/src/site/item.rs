//! A type or an enum as a record.

use super::index::{Index, Item};
use super::text::nodes;
use super::uses::Uses;
use crate::emit::{Names, public_page_of_type};
use crate::model::{EnumType, Facets, Hierarchy, Property, QualifiedName, StructuredType};
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Serialize)]
struct Record<'a> {
    file: &'a str,
    line: u32,
    public: String,
    areas: Vec<&'a str>,
    description: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    deprecated: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rust: Option<&'a str>,
    #[serde(flatten)]
    kind: Kind<'a>,
    uses: &'a Uses<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Kind<'a> {
    #[serde(rename_all = "camelCase")]
    Type {
        /// Numbers of its bases, nearest first.
        bases: Vec<usize>,
        #[serde(rename = "abstract")]
        is_abstract: bool,
        open: bool,
        key: Option<&'a str>,
        undocumented: bool,
        properties: Vec<Row<'a>>,
    },
    Enum {
        flags: bool,
        members: Vec<Value>,
    },
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    section: Value,
    #[serde(rename = "type")]
    type_ref: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    inherited: Option<&'a str>,
    /// The number of the enum of its values, or the values.
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<Value>,
    #[serde(flatten)]
    facets: &'a Facets,
    description: Value,
    line: u32,
}

/// The record of a type or an enum.
pub(super) fn record(item: Item<'_>, index: &Index<'_>, tree: &Hierarchy, names: &Names, uses: &Uses<'_>) -> String {
    let version = &index.schema.version;
    let (file, origin, description, deprecated) = match item {
        Item::Type(item) => (&item.file, &item.origin, &item.description, &item.deprecated),
        Item::Enum(item) => (&item.file, &item.origin, &item.description, &item.deprecated),
    };
    let (areas, kind) = match item {
        Item::Type(item) => (item.areas().collect::<Vec<_>>(), structured(item, index, tree)),
        Item::Enum(item) => (item.areas().collect(), enumeration(item, index)),
    };
    super::shard::json(&Record {
        file,
        line: origin.line,
        public: public_page_of_type(file, index.schema).unwrap_or_default(),
        areas: areas.into_iter().map(|area| area.0.as_str()).collect(),
        description: nodes(description, index),
        deprecated: deprecated.as_deref().map(|text| nodes(text, index)),
        rust: names.type_path(version, item.name()),
        kind,
        uses,
    })
}

fn structured<'a>(item: &'a StructuredType, index: &Index<'_>, tree: &Hierarchy) -> Kind<'a> {
    let bases = tree
        .bases(&item.name)
        .filter(|base: &&QualifiedName| **base != item.name);
    Kind::Type {
        bases: bases.filter_map(|base| index.item(base)).collect(),
        is_abstract: item.is_abstract,
        open: item.is_open,
        key: item.key_property.as_deref(),
        undocumented: item.placeholder,
        properties: item.properties.iter().map(|property| row(property, index)).collect(),
    }
}

fn row<'a>(property: &'a Property, index: &Index<'_>) -> Row<'a> {
    let enumeration = property.values_enum.as_ref().and_then(|name| index.item(name));
    let listed = || (!property.enum_values.is_empty()).then(|| json!(property.enum_values));
    Row {
        name: &property.name,
        section: json!(property.section),
        type_ref: property.type_ref.to_string(),
        inherited: property.inherited_from.as_deref(),
        values: enumeration.map(|number| json!(number)).or_else(listed),
        facets: &property.facets,
        description: nodes(&property.description, index),
        line: property.origin.line,
    }
}

fn enumeration<'a>(item: &'a EnumType, index: &Index<'_>) -> Kind<'a> {
    let members = item.members.iter().map(|member| {
        let text = nodes(&member.description, index);
        json!([member.name, member.value, text, member.deprecated.is_some()])
    });
    Kind::Enum {
        flags: item.flags,
        members: members.collect(),
    }
}
