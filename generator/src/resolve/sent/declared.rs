//! The properties of all types, and the values in request examples that are of these types.

use crate::json::{self, Kind, Reading, Value};
use crate::model::{
    Body, DEFAULT_NAMESPACE, Example, ExampleKind, Hierarchy, Operation, QualifiedName, StructuredType, TypeName,
    TypeRef,
};
use crate::resolve::decide::body;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// The annotation that names the type of an object.
pub(super) const TYPE: &str = "@odata.type";

/// The types by name, with their properties.
pub(super) struct Declared<'a> {
    types: FxHashMap<&'a QualifiedName, Listed<'a>>,
    /// The types of the properties of each name, wherever they are. Few values need it.
    everywhere: OnceCell<FxHashMap<&'a str, Vec<&'a TypeRef>>>,
    hierarchy: &'a Hierarchy,
}

/// A type with the properties of its own. Examples show few of all types, so the properties are put in order when they
/// are asked for.
struct Listed<'a> {
    item: &'a StructuredType,
    names: OnceCell<Names<'a>>,
}

/// The properties of a type by name, and by name in small letters.
struct Names<'a> {
    exact: FxHashMap<&'a str, &'a TypeRef>,
    small: FxHashMap<String, &'a str>,
}

impl<'a> Listed<'a> {
    fn names(&self) -> &Names<'a> {
        self.names.get_or_init(|| {
            let rows = &self.item.properties;
            let small = rows
                .iter()
                .rev()
                .map(|row| (row.name.to_ascii_lowercase(), row.name.as_str()));
            Names {
                exact: rows.iter().map(|row| (row.name.as_str(), &row.type_ref)).collect(),
                small: small.collect(),
            }
        })
    }

    /// The spelling of a property; nearly all names are spelled as in the table.
    fn spelled(&self, name: &str) -> Option<&'a str> {
        let names = self.names();
        let same = names.exact.get_key_value(name).map(|(own, _)| *own);
        same.or_else(|| names.small.get(&name.to_ascii_lowercase()).copied())
    }
}

impl<'a> Declared<'a> {
    pub(super) fn of(types: &'a [StructuredType], hierarchy: &'a Hierarchy) -> Self {
        let listed = |item: &'a StructuredType| {
            let names = OnceCell::new();
            (&item.name, Listed { item, names })
        };
        Self {
            types: types.iter().map(listed).collect(),
            everywhere: OnceCell::new(),
            hierarchy,
        }
    }

    /// Whether instances may carry undeclared properties.
    pub(super) fn is_open(&self, name: &QualifiedName) -> bool {
        self.types.get(name).is_some_and(|of| of.item.is_open)
    }

    /// Whether no page describes the type: all that is known of it is what examples show.
    pub(super) fn is_placeholder(&self, name: &QualifiedName) -> bool {
        self.types.get(name).is_some_and(|of| of.item.placeholder)
    }

    /// The name of a known type.
    pub(super) fn known(&self, type_ref: &TypeRef) -> Option<&'a QualifiedName> {
        let TypeName::Named(name) = &type_ref.name else {
            return None;
        };
        self.types.get_key_value(name).map(|(known, _)| *known)
    }

    /// The type of an object that says which one it is: that type, if it is derived from the declared one.
    pub(super) fn derived(&self, name: &QualifiedName, base: &QualifiedName) -> Option<&'a QualifiedName> {
        let (name, _) = self.types.get_key_value(name)?;
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
        let (owner, own) = self.spelled(owner, name).next()?;
        self.property(owner, own)
    }

    /// The type of a property of the type or of one of its bases.
    pub(super) fn property(&self, owner: &QualifiedName, name: &str) -> Option<&'a TypeRef> {
        let own = |owner| self.types.get(owner)?.names().exact.get(name).copied();
        own(owner).or_else(|| self.hierarchy.bases(owner).find_map(own))
    }

    /// The type, and those of its bases, that have a property of this name in any capitals, with their spelling of it.
    pub(super) fn spelled(
        &self,
        owner: &QualifiedName,
        name: &str,
    ) -> impl Iterator<Item = (&'a QualifiedName, &'a str)> {
        self.with_bases(owner)
            .filter_map(move |of| Some((&of.item.name, of.spelled(name)?)))
    }

    /// A type and its bases, as far as they are known.
    fn with_bases(&self, owner: &QualifiedName) -> impl Iterator<Item = &Listed<'a>> {
        let bases = self.types.get(owner).map(|_| self.hierarchy.bases(owner));
        let bases = bases.into_iter().flatten().filter_map(|base| self.types.get(base));
        self.types.get(owner).into_iter().chain(bases)
    }

    /// Whether the type or one of its bases has a property of this name in any capitals.
    pub(super) fn has(&self, owner: &QualifiedName, name: &str) -> bool {
        let own = |owner| self.types.get(owner).is_some_and(|of| of.spelled(name).is_some());
        own(owner) || self.hierarchy.bases(owner).any(own)
    }

    /// The types that properties of this name have, wherever they are.
    fn of_all(&self, name: &str) -> &[&'a TypeRef] {
        let everywhere = self.everywhere.get_or_init(|| {
            let mut everywhere: FxHashMap<_, Vec<_>> = FxHashMap::default();
            for row in self.types.values().flat_map(|of| &of.item.properties) {
                everywhere.entry(row.name.as_str()).or_default().push(&row.type_ref);
            }
            everywhere
        });
        everywhere.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// The type that all properties of this name have, wherever they are.
    pub(super) fn everywhere(&self, name: &str) -> Option<&'a TypeRef> {
        let (first, others) = self.of_all(name).split_first()?;
        others.iter().all(|other| other == first).then_some(*first)
    }

    /// What an object may be that stands in a property of this name: what such properties have anywhere, and the type that is
    /// called so.
    pub(super) fn kinds(&self, name: &str) -> BTreeSet<&'a QualifiedName> {
        let anywhere = self.of_all(name).iter().filter_map(|type_ref| self.known(type_ref));
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
