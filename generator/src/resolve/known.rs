//! The properties that pages list for each type.

use super::by_name::ByName;
use crate::model::{Hierarchy, Parameter, Property, QualifiedName, StructuredType, TypeRef};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// The properties by type and name, letter case aside; those of base types count for a type too.
pub(super) struct KnownProperties<'a> {
    own: FxHashMap<&'a QualifiedName, Listed<'a>>,
    hierarchy: &'a Hierarchy,
}

/// The properties of a type. Few types are asked for theirs, so they are put in order then.
struct Listed<'a> {
    rows: &'a [Property],
    names: OnceLock<ByName>,
}

impl<'a> Listed<'a> {
    fn find(&self, name: &str) -> Option<&'a Property> {
        let names = self.names.get_or_init(|| ByName::of(self.rows));
        names.find(self.rows, name).map(|(_, row)| row)
    }
}

impl<'a> KnownProperties<'a> {
    /// Knows these.
    pub(super) fn of(types: &'a [StructuredType], hierarchy: &'a Hierarchy) -> Self {
        let listed = |owner: &'a StructuredType| Listed {
            rows: &owner.properties,
            names: OnceLock::new(),
        };
        let own = types.iter().map(|owner| (&owner.name, listed(owner))).collect();
        Self { own, hierarchy }
    }

    /// Whether the type or one of its bases has a property of this name.
    pub(super) fn has(&self, owner: &QualifiedName, name: &str) -> bool {
        self.all(owner, name).next().is_some()
    }

    /// Whether a page about the type itself lists it.
    pub(super) fn lists(&self, owner: &QualifiedName, name: &str) -> bool {
        self.of_type(owner, name).is_some()
    }

    /// The property in the table of the type itself.
    pub(super) fn of_type(&self, owner: &QualifiedName, name: &str) -> Option<&'a Property> {
        self.own.get(owner)?.find(name)
    }

    /// The properties of this name that the type and its bases list, nearest first.
    pub(super) fn all<'s>(
        &'s self,
        owner: &'s QualifiedName,
        name: &'s str,
    ) -> impl Iterator<Item = &'a Property> + 's {
        let bases = self.hierarchy.bases(owner);
        let own = self.of_type(owner, name).into_iter();
        own.chain(bases.filter_map(move |base| self.of_type(base, name)))
    }

    /// The type of a property of the type or of one of its bases.
    pub(super) fn type_of(&self, owner: &QualifiedName, name: &str) -> Option<&'a TypeRef> {
        self.all(owner, name).next().map(|row| &row.type_ref)
    }

    /// Whether a page describes the type.
    pub(super) fn describes(&self, name: &QualifiedName) -> bool {
        self.own.contains_key(name)
    }

    /// How many of the rows are properties of the type, in percent; `None` for a type that no page describes.
    pub(super) fn share(&self, owner: &QualifiedName, rows: &[&Parameter]) -> Option<usize> {
        self.own.get(owner)?;
        let known = rows.iter().filter(|row| self.has(owner, &row.name));
        Some(if rows.is_empty() {
            100
        } else {
            known.count() * 100 / rows.len()
        })
    }
}
