//! Which types are derived from which, and which are sent.

use crate::model::{
    self, NameId, ParameterSection, Property, QualifiedName, ResponseBody, Schema, StructuredType, TypeRef,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// A name in lower case.
pub(super) fn key(name: &QualifiedName) -> String {
    let mut key = String::with_capacity(name.namespace.len() + name.name.len() + 1);
    key.extend([name.namespace.as_str(), ".", name.name.as_str()]);
    key.make_ascii_lowercase();
    key
}

/// The types of one schema by name.
#[derive(Debug)]
pub(super) struct Hierarchy<'a> {
    types: FxHashMap<String, &'a StructuredType>,
    tree: model::Hierarchy,
    ids: FxHashMap<String, NameId>,
    sent: FxHashSet<String>,
    referenced: FxHashSet<String>,
}

impl<'a> Hierarchy<'a> {
    pub(super) fn of(schema: &'a Schema) -> Self {
        let types = schema.types.iter().map(|item| (key(&item.name), item)).collect();
        let tree = model::Hierarchy::of(&schema.types);
        let ids = tree.names().map(|(id, name)| (key(name), id)).collect();
        let mut hierarchy = Self {
            types,
            tree,
            ids,
            sent: FxHashSet::default(),
            referenced: keys(references(schema)).collect(),
        };
        hierarchy.sent = hierarchy.reached(keys(bodies(schema)).collect());
        hierarchy
    }

    /// Whether a call sends values of the type.
    pub(super) fn is_sent(&self, name: &QualifiedName) -> bool {
        self.sent.contains(&key(name))
    }

    /// Whether a property or a call holds values of the type.
    pub(super) fn is_referenced(&self, name: &QualifiedName) -> bool {
        self.referenced.contains(&key(name))
    }

    /// Whether the emitted crate has an open enum of the type and its derived types.
    pub(super) fn has_kinds(&self, name: &QualifiedName) -> bool {
        !name.is_root() && self.derived(&key(name)).next().is_some()
    }

    /// The names that are derived from a name directly.
    fn derived(&self, key: &str) -> impl Iterator<Item = &QualifiedName> {
        let derived = self.ids.get(key).into_iter().flat_map(|id| self.tree.derived(*id));
        derived.filter_map(|id| self.tree.name(id))
    }

    /// The bases of a type, without `entity`.
    pub(super) fn bases(&self, item: &StructuredType) -> BTreeSet<String> {
        let bases = item.base.iter().chain(self.tree.bases(&item.name));
        bases.filter(|base| !base.is_root()).map(key).collect()
    }

    /// A type, by its name in lower case, and its bases.
    pub(super) fn with_bases(&self, name: &str) -> Vec<&'a StructuredType> {
        let item = self.types.get(name).copied();
        let bases = item.into_iter().flat_map(|item| self.bases(item));
        let bases = bases.filter_map(|base| self.types.get(&base).copied());
        item.into_iter().chain(bases).collect()
    }

    /// The properties of a type's bases.
    pub(super) fn inherited(&self, item: &StructuredType) -> Vec<&'a Property> {
        let bases = self.bases(item).into_iter();
        let bases = bases.filter_map(|base| self.types.get(&base).copied());
        bases.flat_map(|base| &base.properties).collect()
    }

    /// The types themselves, their base types and derived types, and the types of their structural properties.
    fn reached(&self, mut waiting: Vec<String>) -> FxHashSet<String> {
        let mut reached = FxHashSet::default();
        while let Some(name) = waiting.pop() {
            if reached.contains(&name) {
                continue;
            }
            if let Some(item) = self.types.get(&name) {
                let structural = item
                    .properties
                    .iter()
                    .filter(|property| !property.section.is_navigation());
                waiting.extend(structural.filter_map(|property| named(&property.type_ref)));
                waiting.extend(self.bases(item));
            }
            waiting.extend(self.derived(&name).map(key));
            reached.insert(name);
        }
        reached
    }
}

/// The keys of the types that are named, each once: most references are to a few types.
fn keys<'r>(references: impl Iterator<Item = &'r TypeRef>) -> impl Iterator<Item = String> {
    let names: FxHashSet<&QualifiedName> = references.filter_map(TypeRef::as_named).collect();
    names.into_iter().map(key)
}

fn named(reference: &TypeRef) -> Option<String> {
    reference.as_named().map(key)
}

/// What calls send.
fn bodies(schema: &Schema) -> impl Iterator<Item = &TypeRef> {
    schema.operations.iter().flat_map(|operation| {
        let entity = operation.routes.iter().filter_map(|route| route.body.type_ref());
        let rows = operation.parameters.iter();
        let rows = rows.filter(|row| matches!(row.section, ParameterSection::Body | ParameterSection::Property));
        entity.chain(rows.map(|row| &row.type_ref))
    })
}

/// What properties and calls hold.
fn references(schema: &Schema) -> impl Iterator<Item = &TypeRef> {
    let properties = schema.types.iter().flat_map(|item| &item.properties);
    let operations = schema.operations.iter();
    let calls = operations.flat_map(|operation| {
        let rows = operation.parameters.iter().map(|row| &row.type_ref);
        let routes = operation.routes.iter();
        let routes = routes.flat_map(|route| {
            let returned = route.response.bodies().filter_map(ResponseBody::type_ref);
            route.body.type_ref().into_iter().chain(returned)
        });
        rows.chain(routes)
    });
    properties.map(|property| &property.type_ref).chain(calls)
}
