//! The properties that pages list for each type.

use crate::model::{Hierarchy, Parameter, QualifiedName, StructuredType, TypeRef};
use rustc_hash::FxHashMap;

/// Names in small letters, by type; those of base types count for a type too.
pub(super) struct KnownProperties<'a> {
    own: FxHashMap<&'a QualifiedName, FxHashMap<String, &'a TypeRef>>,
    hierarchy: &'a Hierarchy,
}

impl<'a> KnownProperties<'a> {
    /// Collects them.
    pub(super) fn of(types: &'a [StructuredType], hierarchy: &'a Hierarchy) -> Self {
        let mut own: FxHashMap<_, FxHashMap<String, &TypeRef>> = FxHashMap::default();
        for owner in types {
            let properties = owner.properties.iter();
            let properties = properties.map(|property| (property.name.to_lowercase(), &property.type_ref));
            own.entry(&owner.name).or_default().extend(properties);
        }
        Self { own, hierarchy }
    }

    /// Whether the type or one of its bases has a property of this name, which is in small letters.
    pub(super) fn has(&self, owner: &QualifiedName, name: &str) -> bool {
        self.lists(owner, name) || self.hierarchy.bases(owner).any(|base| self.lists(base, name))
    }

    /// Whether a page about the type itself lists it.
    pub(super) fn lists(&self, owner: &QualifiedName, name: &str) -> bool {
        self.own.get(owner).is_some_and(|names| names.contains_key(name))
    }

    /// The type of a property of the type or of one of its bases; the name is in small letters.
    pub(super) fn type_of(&self, owner: &QualifiedName, name: &str) -> Option<&'a TypeRef> {
        let of = |owner| self.own.get(owner).and_then(|types| types.get(name)).copied();
        of(owner).or_else(|| self.hierarchy.bases(owner).find_map(of))
    }

    /// Whether a page describes the type.
    pub(super) fn describes(&self, name: &QualifiedName) -> bool {
        self.own.contains_key(name)
    }

    /// How many of the rows are properties of the type, in percent; `None` for a type that no page describes.
    pub(super) fn share(&self, owner: &QualifiedName, rows: &[&Parameter]) -> Option<usize> {
        self.own.get(owner)?;
        let known = rows.iter().filter(|row| self.has(owner, &row.name.to_lowercase()));
        Some(if rows.is_empty() {
            100
        } else {
            known.count() * 100 / rows.len()
        })
    }
}
