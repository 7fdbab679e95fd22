//! Finds the types that references point to.

use super::areas::{AreaId, Areas};
use crate::model::{Area, Primitive, QualifiedName, Schema, TypeName, TypeRef};
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
    types: FxHashMap<&'a QualifiedName, Vec<(AreaId, TypeId)>>,
    enums: FxHashMap<&'a QualifiedName, Vec<(AreaId, EnumId)>>,
}

impl<'a> Index<'a> {
    /// The index of a schema.
    pub(crate) fn of(schema: &'a Schema, areas: &Areas) -> Self {
        let mut types: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for (id, item) in schema.types.iter().enumerate() {
            types.entry(&item.name).or_default().push((areas.id(&item.area), id));
        }
        let mut enums: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for (id, item) in schema.enums.iter().enumerate() {
            enums.entry(&item.name).or_default().push((areas.id(&item.area), id));
        }
        Self { types, enums }
    }

    /// The structured type with this name, preferably in this area.
    pub(crate) fn structured(&self, name: &QualifiedName, area: AreaId) -> Option<TypeId> {
        pick(self.types.get(name)?, area)
    }

    /// The enum with this name, preferably in this area.
    pub(crate) fn enumeration(&self, name: &QualifiedName, area: AreaId) -> Option<EnumId> {
        pick(self.enums.get(name)?, area)
    }

    /// What a reference made in `area` points to. Never [`ResolvedType::Any`]: that is the plan's decision.
    pub(crate) fn resolve(&self, reference: &TypeRef, area: AreaId, id: impl Fn(&Area) -> AreaId) -> ResolvedType {
        match &reference.name {
            TypeName::Primitive(primitive) => ResolvedType::Primitive(*primitive),
            TypeName::Unknown => ResolvedType::Json,
            TypeName::Named { name, area: stated } => {
                let area = stated.as_ref().map_or(area, id);
                let structured = self.structured(name, area).map(ResolvedType::Type);
                let found = structured.or_else(|| self.enumeration(name, area).map(ResolvedType::Enum));
                found.unwrap_or(ResolvedType::Json)
            }
        }
    }
}

fn pick(candidates: &[(AreaId, usize)], area: AreaId) -> Option<usize> {
    let same = candidates.iter().find(|(candidate, _)| *candidate == area);
    same.or(candidates.first()).map(|(_, id)| *id)
}
