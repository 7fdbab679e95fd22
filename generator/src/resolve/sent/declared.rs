//! The properties of all types, and the values in request examples that are of these types.

use crate::json::{self, Kind, Reading, Value};
use crate::model::{
    Body, DEFAULT_NAMESPACE, Example, ExampleKind, Hierarchy, Operation, QualifiedName, StructuredType, TypeName,
    TypeRef,
};
use crate::resolve::decide::body;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// The annotation that names the type of an object.
pub(super) const TYPE: &str = "@odata.type";

/// The types by name, with their properties.
pub(super) struct Declared<'a> {
    properties: FxHashMap<&'a QualifiedName, FxHashMap<&'a str, &'a TypeRef>>,
    open: FxHashSet<&'a QualifiedName>,
    placeholders: FxHashSet<&'a QualifiedName>,
    hierarchy: &'a Hierarchy,
}

impl<'a> Declared<'a> {
    pub(super) fn of(types: &'a [StructuredType], hierarchy: &'a Hierarchy) -> Self {
        let mut properties: FxHashMap<_, FxHashMap<_, _>> = FxHashMap::default();
        for item in types {
            let rows = item.properties.iter().map(|row| (row.name.as_str(), &row.type_ref));
            properties.entry(&item.name).or_default().extend(rows);
        }
        let open = types.iter().filter(|item| item.is_open).map(|item| &item.name);
        let placeholders = types.iter().filter(|item| item.placeholder).map(|item| &item.name);
        Self {
            properties,
            open: open.collect(),
            placeholders: placeholders.collect(),
            hierarchy,
        }
    }

    /// Whether instances may carry undeclared properties.
    pub(super) fn is_open(&self, name: &QualifiedName) -> bool {
        self.open.contains(name)
    }

    /// Whether no page describes the type: all that is known of it is what examples show.
    pub(super) fn is_placeholder(&self, name: &QualifiedName) -> bool {
        self.placeholders.contains(name)
    }

    /// The name of a known type.
    pub(super) fn known(&self, type_ref: &TypeRef) -> Option<&'a QualifiedName> {
        let TypeName::Named(name) = &type_ref.name else {
            return None;
        };
        self.properties.get_key_value(name).map(|(known, _)| *known)
    }

    /// The type of an object that says which one it is: that type, if it is derived from the declared one.
    pub(super) fn derived(&self, name: &QualifiedName, base: &QualifiedName) -> Option<&'a QualifiedName> {
        let (name, _) = self.properties.get_key_value(name)?;
        self.is_derived(name, base).then_some(*name)
    }

    /// Whether a type is derived from another one.
    pub(super) fn is_derived(&self, name: &QualifiedName, base: &QualifiedName) -> bool {
        self.hierarchy.bases(name).any(|of| of == base)
    }

    /// The type of an object in a place: the derived one that it names, else that of the place.
    pub(super) fn of_object(&self, place: &'a QualifiedName, value: &Value<'_>) -> &'a QualifiedName {
        let stated = value.get(TYPE).and_then(Value::text).map(QualifiedName::parse);
        let derived = stated.and_then(|name| self.derived(&name, place));
        derived.unwrap_or(place)
    }

    /// Like [`property`](Self::property), in any capitals.
    pub(super) fn property_in_any_capitals(&self, owner: &QualifiedName, name: &str) -> Option<&'a TypeRef> {
        let (owner, own) = *self.spelled(owner, name).first()?;
        self.property(owner, own)
    }

    /// The type of a property of the type or of one of its bases.
    pub(super) fn property(&self, owner: &QualifiedName, name: &str) -> Option<&'a TypeRef> {
        let own = |owner| self.properties.get(owner)?.get(name).copied();
        own(owner).or_else(|| self.hierarchy.bases(owner).find_map(own))
    }

    /// The type, and those of its bases, that have a property of this name in any capitals, with their spelling of it.
    pub(super) fn spelled(&self, owner: &QualifiedName, name: &str) -> Vec<(&'a QualifiedName, &'a str)> {
        let owner = self.properties.get_key_value(owner).map(|(owner, _)| *owner);
        let owners = owner
            .into_iter()
            .flat_map(|owner| std::iter::once(owner).chain(self.bases(owner)));
        let spelled = owners.filter_map(|owner| {
            let names = self.properties.get(owner)?;
            // Nearly all names are spelled as in the table.
            let same = names.get_key_value(name).map(|(own, _)| *own);
            let other = || names.keys().copied().find(|own| own.eq_ignore_ascii_case(name));
            Some((owner, same.or_else(other)?))
        });
        spelled.collect()
    }

    /// The known bases of a type.
    fn bases(&self, owner: &QualifiedName) -> impl Iterator<Item = &'a QualifiedName> {
        let bases = self.hierarchy.bases(owner);
        bases.filter_map(|base| self.properties.get_key_value(base).map(|(known, _)| *known))
    }

    /// Whether the type or one of its bases has a property of this name in any capitals.
    pub(super) fn has(&self, owner: &QualifiedName, name: &str) -> bool {
        let own = |owner| {
            let names = self.properties.get(owner).into_iter().flat_map(FxHashMap::keys);
            names.into_iter().any(|own| own.eq_ignore_ascii_case(name))
        };
        own(owner) || self.hierarchy.bases(owner).any(own)
    }

    /// The type that all properties of this name have, wherever they are.
    pub(super) fn everywhere(&self, name: &str) -> Option<&'a TypeRef> {
        let mut found = self.properties.values().filter_map(|names| names.get(name).copied());
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// What an object may be that stands in a property of this name: what such properties have anywhere, and the type that is
    /// called so.
    pub(super) fn kinds(&self, name: &str) -> BTreeSet<&'a QualifiedName> {
        let properties = self.properties.values().filter_map(|names| names.get(name));
        let anywhere = properties.filter_map(|type_ref| self.known(type_ref));
        let one = name.strip_suffix('s').unwrap_or(name);
        let called = [name, one].map(|name| TypeRef::named(QualifiedName::new(DEFAULT_NAMESPACE, name)));
        let called = called.iter().find_map(|name| self.known(name));
        anywhere.chain(called).collect()
    }
}

/// The examples of an operation, and the JSON that its requests send: read once for all decisions.
pub(super) struct Examples<'e> {
    pub(super) all: &'e [Example],
    requests: Vec<(&'e Example, Reading<'e>)>,
}

impl<'e> Examples<'e> {
    pub(super) fn read(all: &'e [Example]) -> Self {
        let requests = all.iter();
        let requests =
            requests.filter(|example| example.kind == ExampleKind::Request && !example.body.trim().is_empty());
        let requests = requests.filter_map(|example| Some((example, json::read(&example.body)?)));
        Self {
            all,
            requests: requests.collect(),
        }
    }

    /// The requests that send JSON, each with what a call of its method sends.
    pub(super) fn requests<'s>(
        &'s self,
        operation: &'s Operation,
    ) -> impl Iterator<Item = (&'e Example, &'s Body, &'s Reading<'e>)> {
        self.requests.iter().filter_map(|(example, reading)| {
            let mut routes = operation.routes.iter();
            let route = routes.find(|route| Some(route.method) == example.method)?;
            Some((*example, &route.body, reading))
        })
    }
}

/// The values in a body that are of a stated type: the body itself, or the values of its parameters.
pub(super) fn values<'v, 'a>(
    operation: &'a Operation,
    body: &'a Body,
    value: &'v Value<'v>,
) -> Vec<(&'a TypeRef, &'v Value<'v>)> {
    match body {
        Body::Entity(declared) => vec![(declared, value)],
        Body::Parameters => {
            let rows = body::body_rows(operation);
            rows.filter_map(|row| Some((&row.type_ref, value.get(&row.name)?)))
                .collect()
        }
        Body::None | Body::Json | Body::Empty | Body::Reference { .. } | Body::Binary => Vec::new(),
    }
}

/// The objects of a value: itself, or its elements.
pub(super) fn objects<'v>(value: &'v Value<'v>) -> impl Iterator<Item = &'v Value<'v>> {
    let values = match &value.kind {
        Kind::Array(values) => values.as_slice(),
        _ => std::slice::from_ref(value),
    };
    values.iter().filter(|value| matches!(value.kind, Kind::Object(_)))
}
