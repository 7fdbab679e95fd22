//! The type of a property, and which kind of property it is.

use super::{Decided, Source};
use crate::model::{Hierarchy, Origin, Property, PropertySection, QualifiedName, StructuredType, TypeRef};
use crate::page::{JsonKey, PropertyRow, ResourceRows};
use crate::resolve::bind;
use crate::resolve::index::Index;
use crate::resolve::pages::LoadedPage;
use std::collections::{BTreeMap, BTreeSet};

/// What a page states about a property.
#[derive(Clone, Copy)]
pub(in crate::resolve) enum Statement<'a> {
    /// A row of a table.
    Row(&'a PropertyRow),
    /// A key of the JSON block.
    Key(&'a JsonKey),
}

/// The statements of a page, best first: a row counts more than a key of the same name.
pub(in crate::resolve) fn stated(rows: &ResourceRows) -> impl Iterator<Item = Statement<'_>> {
    let keys = rows.json_keys.iter().map(Statement::Key);
    rows.properties.iter().map(Statement::Row).chain(keys)
}

/// How the JSON block spells a name that it has, in small letters, letter case aside: its keys are what the service sends.
pub(in crate::resolve) fn spellings(rows: &ResourceRows) -> BTreeMap<String, &str> {
    let keys = rows.json_keys.iter();
    keys.map(|key| (key.name.to_ascii_lowercase(), key.name.as_str()))
        .collect()
}

impl<'a> Statement<'a> {
    /// The property that it is about.
    pub(in crate::resolve) fn name(self) -> &'a str {
        match self {
            Self::Row(row) => &row.name,
            Self::Key(key) => &key.name,
        }
    }

    /// What was put right in the cell of its name.
    pub(in crate::resolve) fn repaired_name(self) -> Option<(&'a str, Source<'a>)> {
        match self {
            Self::Row(row) => Some((&row.name, Source::at(row.repairs.first()?, &row.origin))),
            Self::Key(_) => None,
        }
    }

    /// The type that it gives.
    pub(in crate::resolve) fn type_ref(self, page: &LoadedPage, index: &Index) -> (TypeRef, Source<'a>) {
        match self {
            Self::Row(row) => {
                let type_ref = bind::cell(index, page, &row.type_cell);
                let repaired = row.type_cell.repairs.first();
                let rule = repaired.copied().unwrap_or("type cell of the row");
                (type_ref, Source::at(rule, &row.origin))
            }
            Self::Key(key) => {
                let type_ref = bind::sample(index, page, &key.type_cell);
                (type_ref, Source::at("value in the JSON block", &key.origin))
            }
        }
    }
}

/// The type of a property of this section, from the best statement of its pages, from the row of a base type (`base`), and
/// from a route that shows many (`many`).
///
/// The sample `1024` in a JSON block does not tell `Int32` from `Int64` or `Double`; the row of a base type does. A row of
/// the Relationships table says `attachment` where `/messages/{id}/attachments/{id}` is a route.
pub(in crate::resolve) fn decide<'a>(
    mut decided: Decided<'a, TypeRef>,
    section: PropertySection,
    base: Option<&'a Property>,
    many: Option<&'a Origin>,
) -> Decided<'a, TypeRef> {
    if let Some(row) = base.filter(|_| section == PropertySection::JsonBlock) {
        decided = decided.but(row.type_ref.clone(), Source::at("row of a base type", &row.origin));
    }
    match many.filter(|_| may_be_many(section, &decided.value)) {
        Some(line) => {
            let value = decided.value.clone().collection(true);
            decided.but(value, Source::at("a route shows a collection", line))
        }
        None => decided,
    }
}

/// Whether a route can make a collection of it.
pub(in crate::resolve) fn may_be_many(section: PropertySection, type_ref: &TypeRef) -> bool {
    section != PropertySection::Properties && !type_ref.collection
}

/// Structural or navigation.
pub(in crate::resolve) fn kind(property: &Property) -> Decided<'_, &'static str> {
    let (value, rule) = match property.section {
        PropertySection::Properties => ("structural", "row of the Properties table"),
        PropertySection::Relationships => ("navigation", "row of the Relationships table"),
        PropertySection::JsonBlock => ("structural", "key of the JSON block"),
        PropertySection::Example => ("structural", "member of a request example"),
        PropertySection::Route => ("navigation", "a route shows it, and no table lists it"),
    };
    Decided::new(value, Source::at(rule, &property.origin))
}

/// Rows of the base types of types that have properties of JSON blocks.
pub(in crate::resolve) struct BaseRows<'a> {
    /// Base type -> name in small letters -> row.
    rows: BTreeMap<&'a QualifiedName, BTreeMap<String, &'a Property>>,
    hierarchy: &'a Hierarchy,
}

impl<'a> BaseRows<'a> {
    /// Knows these.
    pub(in crate::resolve) fn of(types: &'a [StructuredType], hierarchy: &'a Hierarchy) -> Self {
        let is_key = |property: &Property| property.section == PropertySection::JsonBlock;
        let with_keys = types.iter().filter(|owner| owner.properties.iter().any(is_key));
        let asked: BTreeSet<&QualifiedName> = with_keys.flat_map(|owner| hierarchy.bases(&owner.name)).collect();
        let bases = types.iter().filter(|owner| asked.contains(&owner.name));
        let rows = |owner: &'a StructuredType| {
            let rows = owner.properties.iter().filter(|property| !is_key(property));
            rows.map(|row| (row.name.to_lowercase(), row)).collect()
        };
        Self {
            rows: bases.map(|owner| (&owner.name, rows(owner))).collect(),
            hierarchy,
        }
    }

    /// The row of the nearest base type.
    pub(in crate::resolve) fn find(&self, owner: &QualifiedName, property: &str) -> Option<&'a Property> {
        let name = property.to_lowercase();
        let mut bases = self.hierarchy.bases(owner);
        bases.find_map(|base| self.rows.get(base)?.get(&name).copied())
    }
}
