//! The types of a version, by name.

use crate::model::{EnumType, Hierarchy, Operation, Property, PropertySection, QualifiedName, Schema, StructuredType};
use rustc_hash::FxHashMap;

/// The types, the enums and who is derived from whom.
pub(super) struct Known<'a> {
    pub(super) schema: &'a Schema,
    pub(super) hierarchy: Hierarchy,
    types: FxHashMap<&'a QualifiedName, &'a StructuredType>,
    enums: FxHashMap<&'a QualifiedName, &'a EnumType>,
    operations: FxHashMap<&'a str, &'a Operation>,
}

impl<'a> Known<'a> {
    pub(super) fn of(schema: &'a Schema) -> Self {
        Self {
            schema,
            hierarchy: Hierarchy::of(&schema.types),
            types: schema.types.iter().map(|item| (&item.name, item)).collect(),
            enums: schema.enums.iter().map(|item| (&item.name, item)).collect(),
            operations: schema
                .operations
                .iter()
                .map(|item| (item.file.as_str(), item))
                .collect(),
        }
    }

    pub(super) fn structured(&self, name: &QualifiedName) -> Option<&'a StructuredType> {
        self.types.get(name).copied()
    }

    pub(super) fn enumeration(&self, name: &QualifiedName) -> Option<&'a EnumType> {
        self.enums.get(name).copied()
    }

    /// The operation of a page.
    pub(super) fn operation(&self, path: &str) -> Option<&'a Operation> {
        self.operations.get(path).copied()
    }

    /// Whether everything that values of a type may have is documented: it is not open, and neither it nor a base of it is
    /// without a page.
    pub(super) fn is_closed(&self, name: &QualifiedName) -> bool {
        let bases: Vec<&QualifiedName> = self.hierarchy.bases(name).collect();
        let mut all = std::iter::once(name).chain(bases);
        all.all(|name| {
            let item = self.structured(name);
            name.is_root() || item.is_some_and(|item| !item.placeholder && !item.is_open && !item.properties.is_empty())
        })
    }

    /// The property of a type, of a base of it, or of a type derived from it; letter case counts.
    pub(super) fn property(&self, name: &QualifiedName, key: &str) -> Option<&'a Property> {
        let own = self.properties(name).find(|property| property.name == key);
        own.or_else(|| {
            let mut derived = self
                .hierarchy
                .descendants(name)
                .filter_map(|name| self.structured(name));
            derived.find_map(|item| item.properties.iter().find(|property| property.name == key))
        })
    }

    /// Whether one of two types is the other or derived from it.
    pub(super) fn are_related(&self, one: &QualifiedName, other: &QualifiedName) -> bool {
        let is_base = |one, other| self.hierarchy.bases(one).any(|base| base == other);
        one == other || is_base(one, other) || is_base(other, one)
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
