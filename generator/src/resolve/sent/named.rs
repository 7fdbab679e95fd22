//! Whether requests name the type of a value.

use super::declared::{Declared, Examples, TYPE, objects, values};
use crate::json::Value;
use crate::model::{Body, Hierarchy, Operation, QualifiedName, StructuredType, TypeRef};
use crate::resolve::decide::body;
use std::collections::BTreeMap;

/// Decides it for each type, and for the body of each operation. An operation without examples does what others of the
/// same type do.
pub(super) fn add(
    types: &mut [StructuredType],
    operations: &mut [Operation],
    examples: &[Examples<'_>],
    hierarchy: &Hierarchy,
) {
    let mut shown = Shown {
        declared: Declared::of(types, hierarchy),
        inside: BTreeMap::new(),
        bodies: BTreeMap::new(),
    };
    let pairs = operations.iter().zip(examples);
    let own: Vec<Own> = pairs
        .map(|(operation, examples)| shown.operation(operation, examples))
        .collect();
    let (inside, bodies) = (owned(&shown.inside), owned(&shown.bodies));
    for item in types {
        let count = inside.get(&item.name).or_else(|| bodies.get(&item.name));
        item.named = count.is_some_and(|count| count.decide());
    }
    let is_named = |name: &QualifiedName| {
        let count = inside.get(name).or_else(|| bodies.get(name));
        count.is_some_and(|count| count.decide())
    };
    for (
        operation,
        Own {
            whole: own,
            inside: parts,
        },
    ) in operations.iter_mut().zip(own)
    {
        operation.request_body.inside = unusual(&parts, is_named);
        let sent = operation.request_body.type_ref.as_named();
        let usual = sent.and_then(|name| bodies.get(name).or_else(|| inside.get(name)));
        let count = if own.is_empty() {
            usual.copied().unwrap_or_default()
        } else {
            own
        };
        operation.request_body.named = count.decide();
    }
}

/// Whether all parts or none of them are named, if that is not what their types say.
fn unusual(parts: &[(QualifiedName, bool)], is_named: impl Fn(&QualifiedName) -> bool) -> Option<bool> {
    if parts.iter().all(|(name, named)| is_named(name) == *named) {
        return None;
    }
    let first = parts.first()?.1;
    parts.iter().all(|(_, named)| *named == first).then_some(first)
}

/// What the examples of one operation show.
#[derive(Default)]
struct Own {
    /// How often they name the type of the whole body.
    whole: Count,
    /// The objects inside the body where nothing else can stand, and whether they name their type.
    inside: Vec<(QualifiedName, bool)>,
}

type Counts<'a> = BTreeMap<&'a QualifiedName, Count>;

fn owned(counts: &Counts<'_>) -> BTreeMap<QualifiedName, Count> {
    counts.iter().map(|(name, count)| ((*name).clone(), *count)).collect()
}

/// How often objects are sent with their type, and without it.
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

    fn is_empty(self) -> bool {
        self.named + self.unnamed == 0
    }

    fn decide(self) -> bool {
        body::names_type(self.named, self.unnamed)
    }
}

/// What examples show of the types.
struct Shown<'a> {
    declared: Declared<'a>,
    /// The values of each type that were sent where nothing else can stand.
    inside: Counts<'a>,
    /// The same for whole bodies.
    bodies: Counts<'a>,
}

impl<'a> Shown<'a> {
    /// Notes what the examples of an operation show.
    fn operation(&mut self, operation: &Operation, examples: &Examples<'_>) -> Own {
        let mut own = Own::default();
        for (_, sent, reading) in examples.requests(operation) {
            let is_whole = matches!(sent, Body::Entity(_));
            if is_whole {
                own.whole.add(reading.value.get(TYPE).is_some());
            }
            for (type_ref, value) in values(operation, sent, &reading.value) {
                self.value(type_ref, value, is_whole, &mut own.inside);
            }
        }
        own
    }

    fn value(&mut self, type_ref: &TypeRef, value: &Value<'_>, whole: bool, inside: &mut Vec<(QualifiedName, bool)>) {
        let Some(declared) = self.declared.known(type_ref) else {
            return;
        };
        for value in objects(value) {
            self.object(declared, value, whole, inside);
        }
    }

    /// An object that is of the declared type, or of one derived from it if it says so.
    fn object(
        &mut self,
        declared: &'a QualifiedName,
        value: &Value<'_>,
        whole: bool,
        inside: &mut Vec<(QualifiedName, bool)>,
    ) {
        let stated = value.get(TYPE).and_then(Value::text).map(QualifiedName::parse);
        let own = match &stated {
            Some(name) if name != declared => self.declared.derived(name, declared).unwrap_or(declared),
            _ => {
                if !whole {
                    inside.push((declared.clone(), stated.is_some()));
                }
                let counts = if whole { &mut self.bodies } else { &mut self.inside };
                counts.entry(declared).or_default().add(stated.is_some());
                declared
            }
        };
        for member in value.members() {
            if let Some(type_ref) = self.declared.property(own, &member.name) {
                self.value(type_ref, &member.value, false, inside);
            }
        }
    }
}
