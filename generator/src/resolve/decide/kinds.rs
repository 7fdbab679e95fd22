//! Which names are objects.

use crate::model::{EnumType, QualifiedName, StructuredType, TypeName, TypeRef};
use rustc_hash::FxHashSet;

/// The names of every type and enum of a version.
pub(in crate::resolve) struct Kinds<'a> {
    types: FxHashSet<&'a QualifiedName>,
    enums: FxHashSet<&'a QualifiedName>,
}

impl<'a> Kinds<'a> {
    /// Knows these.
    pub(in crate::resolve) fn of(types: &'a [StructuredType], enums: &'a [EnumType]) -> Self {
        Self {
            types: types.iter().map(|item| &item.name).collect(),
            enums: enums.iter().map(|item| &item.name).collect(),
        }
    }

    /// Whether a reference means an object, documented or not.
    pub(super) fn is_object(&self, type_ref: &TypeRef) -> bool {
        type_ref.as_named().is_some_and(|name| self.types.contains(name))
    }

    /// Whether values of the reference have a known form.
    pub(super) fn is_known(&self, type_ref: &TypeRef) -> bool {
        match &type_ref.name {
            TypeName::Primitive(_) => true,
            TypeName::Named(name) => self.types.contains(name) || self.enums.contains(name),
            TypeName::Unknown => false,
        }
    }
}
