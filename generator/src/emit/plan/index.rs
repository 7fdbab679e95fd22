//! Finds the types that references point to.

use crate::model::{Primitive, QualifiedName, Schema, TypeName, TypeRef};
use rustc_hash::FxHashMap;

/// Index of a type in `Schema::types`.
pub(crate) type TypeId = usize;
/// Index of an enum in `Schema::enums`.
pub(crate) type EnumId = usize;

/// What a reference points to, once it is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum ResolvedType {
    /// A primitive.
    Primitive(Primitive),
    /// A structured type without documented derived types.
    Type(TypeId),
    /// A structured type with documented derived types: the open enum of its kinds.
    Any(TypeId),
    /// An enum.
    Enum(EnumId),
    /// An unknown type: any JSON.
    Json,
}

/// Index of the names of a schema.
#[derive(Debug)]
pub(crate) struct Index<'a> {
    types: FxHashMap<&'a QualifiedName, TypeId>,
    enums: FxHashMap<&'a QualifiedName, EnumId>,
}

impl<'a> Index<'a> {
    /// The index of a schema.
    pub(crate) fn of(schema: &'a Schema) -> Self {
        let types = schema.types.iter().map(|item| &item.name).zip(0..);
        let enums = schema.enums.iter().map(|item| &item.name).zip(0..);
        Self {
            types: types.collect(),
            enums: enums.collect(),
        }
    }

    /// The structured type with this name.
    pub(crate) fn structured(&self, name: &QualifiedName) -> Option<TypeId> {
        self.types.get(name).copied()
    }

    /// The enum with this name.
    pub(crate) fn enumeration(&self, name: &QualifiedName) -> Option<EnumId> {
        self.enums.get(name).copied()
    }

    /// What a reference points to. Never [`ResolvedType::Any`]: that is the plan's decision.
    pub(crate) fn resolve(&self, reference: &TypeRef) -> ResolvedType {
        match &reference.name {
            TypeName::Primitive(primitive) => ResolvedType::Primitive(*primitive),
            TypeName::Unknown => ResolvedType::Json,
            TypeName::Named(name) => {
                let structured = self.structured(name).map(ResolvedType::Type);
                let found = structured.or_else(|| self.enumeration(name).map(ResolvedType::Enum));
                found.unwrap_or(ResolvedType::Json)
            }
        }
    }
}
