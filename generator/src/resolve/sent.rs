//! What request examples send: whether they name the type of a value.

use super::decide::body;
use crate::json::{self, Kind, Value};
use crate::model::{Body, ExampleKind, Hierarchy, Operation, QualifiedName, StructuredType, TypeName, TypeRef};
use std::collections::BTreeMap;

/// The annotation that names the type of an object.
const TYPE: &str = "@odata.type";

/// Decides for each type, and for the body of each operation, whether requests name it.
pub(super) fn add(types: &mut [StructuredType], operations: &mut [Operation], hierarchy: &Hierarchy) {
    let mut shown = Shown::of(types, hierarchy);
    let mut named = Vec::with_capacity(operations.len());
    for operation in operations.iter() {
        let before = shown.bodies;
        bodies(operation, |place, declared, value| {
            if place == Place::Body {
                shown.bodies.add(value.get(TYPE).is_some());
            }
            shown.value(declared, value);
        });
        named.push(shown.bodies.since(before).decide());
    }
    let counts: BTreeMap<QualifiedName, Count> = shown.types.into_iter().map(|(name, n)| (name.clone(), n)).collect();
    for item in types {
        item.named = counts.get(&item.name).is_some_and(|count| count.decide());
    }
    for (operation, named) in operations.iter_mut().zip(named) {
        operation.request_body.named = named;
    }
}

/// How often objects of a type are sent with their type, and without it.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    named: usize,
    unnamed: usize,
}

impl Count {
    fn add(&mut self, is_named: bool) {
        if is_named {
            self.named += 1;
        } else {
            self.unnamed += 1;
        }
    }

    fn since(self, before: Self) -> Self {
        Self {
            named: self.named - before.named,
            unnamed: self.unnamed - before.unnamed,
        }
    }

    fn decide(self) -> bool {
        body::names_type(self.named, self.unnamed)
    }
}

/// The values in request examples that are of a known type: that which a call of the same method sends.
fn bodies(operation: &Operation, mut body: impl FnMut(Place, &TypeRef, &Value<'_>)) {
    let requests = operation.examples.iter();
    for example in requests.filter(|example| example.kind == ExampleKind::Request && !example.body.trim().is_empty()) {
        let mut routes = operation.routes.iter();
        let route = routes.find(|route| Some(route.method) == example.method);
        let Some((route, reading)) = route.zip(json::read(&example.body)) else {
            continue;
        };
        match &route.body {
            Body::Entity(declared) => body(Place::Body, declared, &reading.value),
            Body::Parameters => {
                for row in body::body_rows(operation) {
                    if let Some(value) = reading.value.get(&row.name) {
                        body(Place::Inside, &row.type_ref, value);
                    }
                }
            }
            Body::None | Body::Json | Body::Reference { .. } | Body::Binary => {}
        }
    }
}

/// Where a value stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Body,
    Inside,
}

/// The types, and what examples show of them.
struct Shown<'a> {
    properties: BTreeMap<&'a QualifiedName, BTreeMap<&'a str, &'a TypeRef>>,
    hierarchy: &'a Hierarchy,
    /// The values of each type that were sent where nothing else can stand.
    types: BTreeMap<&'a QualifiedName, Count>,
    /// The same for whole bodies.
    bodies: Count,
}

impl<'a> Shown<'a> {
    fn of(types: &'a [StructuredType], hierarchy: &'a Hierarchy) -> Self {
        let mut properties: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for item in types {
            let rows = item.properties.iter().map(|row| (row.name.as_str(), &row.type_ref));
            properties.entry(&item.name).or_default().extend(rows);
        }
        Self {
            properties,
            hierarchy,
            types: BTreeMap::new(),
            bodies: Count::default(),
        }
    }

    fn value(&mut self, declared: &TypeRef, value: &Value<'_>) {
        let TypeName::Named(name) = &declared.name else {
            return;
        };
        let known = self.properties.get_key_value(name).map(|(known, _)| *known);
        let Some(declared) = known else { return };
        match &value.kind {
            Kind::Array(values) => values.iter().for_each(|value| self.object(declared, value)),
            _ => self.object(declared, value),
        }
    }

    /// An object that is of the declared type, or of one derived from it if it says so.
    fn object(&mut self, declared: &'a QualifiedName, value: &Value<'_>) {
        if !matches!(value.kind, Kind::Object(_)) {
            return;
        }
        let stated = value.get(TYPE).and_then(Value::text).map(QualifiedName::parse);
        let own = match &stated {
            Some(name) if name != declared => self.derived(name, declared).unwrap_or(declared),
            _ => {
                self.types.entry(declared).or_default().add(stated.is_some());
                declared
            }
        };
        for member in value.members() {
            if let Some(type_ref) = self.property(own, &member.name) {
                self.value(type_ref, &member.value);
            }
        }
    }

    fn derived(&self, name: &QualifiedName, base: &QualifiedName) -> Option<&'a QualifiedName> {
        let (name, _) = self.properties.get_key_value(name)?;
        self.hierarchy.bases(name).any(|of| of == base).then_some(*name)
    }

    fn property(&self, owner: &QualifiedName, name: &str) -> Option<&'a TypeRef> {
        let own = |owner| self.properties.get(owner)?.get(name).copied();
        own(owner).or_else(|| self.hierarchy.bases(owner).find_map(own))
    }
}
