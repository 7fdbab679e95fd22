//! The types of a version, by name.

use crate::model::{EnumType, Hierarchy, Property, PropertySection, QualifiedName, Schema, StructuredType};
use rustc_hash::FxHashMap;

/// The types, the enums and who is derived from whom.
pub(super) struct Known<'a> {
    pub(super) schema: &'a Schema,
    pub(super) hierarchy: Hierarchy,
    types: FxHashMap<&'a QualifiedName, &'a StructuredType>,
    enums: FxHashMap<&'a QualifiedName, &'a EnumType>,
}

impl<'a> Known<'a> {
    pub(super) fn of(schema: &'a Schema) -> Self {
        Self {
            schema,
            hierarchy: Hierarchy::of(&schema.types),
            types: schema.types.iter().map(|item| (&item.name, item)).collect(),
            enums: schema.enums.iter().map(|item| (&item.name, item)).collect(),
        }
    }

    pub(super) fn structured(&self, name: &QualifiedName) -> Option<&'a StructuredType> {
        self.types.get(name).copied()
    }

    pub(super) fn enumeration(&self, name: &QualifiedName) -> Option<&'a EnumType> {
        self.enums.get(name).copied()
    }

    /// The properties that tables list for a type and its bases.
    pub(super) fn documented(&self, name: &QualifiedName) -> impl Iterator<Item = &'a Property> {
        let is_listed = |property: &&Property| {
            matches!(
                property.section,
                PropertySection::Properties | PropertySection::Relationships
            )
        };
        self.properties(name).filter(is_listed)
    }

    /// Every property of a type and its bases, also those that only a JSON block or a route shows.
    pub(super) fn properties(&self, name: &QualifiedName) -> impl Iterator<Item = &'a Property> {
        let bases: Vec<&'a StructuredType> = self
            .hierarchy
            .bases(name)
            .filter_map(|base| self.structured(base))
            .collect();
        let own = self.structured(name);
        own.into_iter().chain(bases).flat_map(|item| &item.properties)
    }
}
