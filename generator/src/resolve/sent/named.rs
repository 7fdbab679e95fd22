//! Whether requests name the type of a value.

use super::declared::{Declared, Examples, TYPE, objects, stated, values};
use crate::json::Value;
use crate::model::{Body, Hierarchy, NameId, Operation, StructuredType, TypeRef};
use crate::resolve::decide::body;
use rustc_hash::FxHashMap;

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
        inside: Counts::default(),
        bodies: Counts::default(),
    };
    let pairs = operations.iter().zip(examples);
    let own: Vec<Own> = pairs
        .map(|(operation, examples)| shown.operation(operation, examples))
        .collect();
    let (inside, bodies) = (shown.inside, shown.bodies);
    let is_named = |id: NameId| {
        let count = inside.get(&id).or_else(|| bodies.get(&id));
        count.is_some_and(|count| count.decide())
    };
    for item in types {
        item.named = hierarchy.id(&item.name).is_some_and(is_named);
    }
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
        let sent = sent.and_then(|name| hierarchy.id(name));
        let usual = sent.and_then(|id| bodies.get(&id).or_else(|| inside.get(&id)));
        let count = if own.is_empty() {
            usual.copied().unwrap_or_default()
        } else {
            own
        };
        operation.request_body.named = count.decide();
    }
}

/// Whether all parts or none of them are named, if that is not what their types say.
fn unusual(parts: &[(NameId, bool)], is_named: impl Fn(NameId) -> bool) -> Option<bool> {
    if parts.iter().all(|(id, named)| is_named(*id) == *named) {
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
    inside: Vec<(NameId, bool)>,
}

type Counts = FxHashMap<NameId, Count>;

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
    inside: Counts,
    /// The same for whole bodies.
    bodies: Counts,
}

impl Shown<'_> {
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

    fn value(&mut self, type_ref: &TypeRef, value: &Value<'_>, whole: bool, inside: &mut Vec<(NameId, bool)>) {
        let Some(declared) = self.declared.known(type_ref) else {
            return;
        };
        for value in objects(value) {
            self.object(declared, value, whole, inside);
        }
    }

    /// An object that is of the declared type, or of one derived from it if it says so.
    fn object(&mut self, declared: NameId, value: &Value<'_>, whole: bool, inside: &mut Vec<(NameId, bool)>) {
        let stated = stated(value);
        let named = stated.as_ref().map(|name| self.declared.named(name));
        let own = match named {
            Some(id) if id != Some(declared) => {
                let derived = id.filter(|id| self.declared.is_derived(*id, declared));
                derived.unwrap_or(declared)
            }
            _ => {
                if !whole {
                    inside.push((declared, stated.is_some()));
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
