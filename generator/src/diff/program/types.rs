//! The types that a call sends and returns.

use crate::diff::hierarchy::key;
use crate::model::{
    Hierarchy, Operation, PropertySection, QualifiedName, ResponseBody, Route, Schema, StructuredType, TypeRef,
};
use std::collections::{BTreeMap, BTreeSet};

/// The types of one version, and what values of each consist of.
#[derive(Debug)]
pub(super) struct Types<'m> {
    by_name: BTreeMap<String, &'m StructuredType>,
    hierarchy: Hierarchy,
}

impl<'m> Types<'m> {
    pub(super) fn of(schema: &'m Schema) -> Self {
        Self {
            by_name: schema.types.iter().map(|item| (key(&item.name), item)).collect(),
            hierarchy: Hierarchy::of(&schema.types),
        }
    }

    /// Everything that a call of a route sends and returns: the types of its body, its replies and its parameters, their
    /// bases, and the types of the properties of all these. In small letters.
    ///
    /// A relationship is part of its type, and the type that it leads to is not: a reply has it only where it is expanded.
    /// Derived types count where the type is abstract, because every value of it is of one of them.
    pub(super) fn of_route(&self, operation: &Operation, route: &Route) -> BTreeSet<String> {
        let returned = route.response.bodies().filter_map(ResponseBody::type_ref);
        let named = route.body.type_ref().into_iter().chain(returned);
        let rows = operation.parameters.iter().map(|row| &row.type_ref);
        let mut found = BTreeSet::new();
        let mut open: Vec<&QualifiedName> = named.chain(rows).filter_map(TypeRef::as_named).collect();
        while let Some(name) = open.pop() {
            if !found.insert(key(name)) {
                continue;
            }
            let bases = self.hierarchy.bases(name);
            let Some(item) = self.by_name.get(&key(name)) else {
                continue;
            };
            open.extend(bases.filter(|base| !base.is_root()));
            open.extend(item.properties.iter().flat_map(parts));
            if item.is_abstract && !name.is_root() {
                open.extend(self.hierarchy.descendants(&item.name));
            }
        }
        found
    }
}

/// The types of a property that values have inside.
fn parts(property: &crate::model::Property) -> impl Iterator<Item = &QualifiedName> {
    let is_inside = !matches!(
        property.section,
        PropertySection::Relationships | PropertySection::Route
    );
    let own = property.type_ref.as_named().filter(move |_| is_inside);
    own.into_iter().chain(property.values_enum.as_ref())
}
