//! Bases that only examples tell of: an object in the place of an `outlookItem` says that it is an `event`.

use super::declared::{Declared, Examples, TYPE, objects, values};
use crate::json::Value;
use crate::model::{BaseSource, Hierarchy, Operation, QualifiedName, StructuredType, TypeRef};
use std::collections::{BTreeMap, BTreeSet};

/// Bases by the names of types. Examples may show several.
type Bases<'a> = BTreeMap<&'a QualifiedName, BTreeSet<&'a QualifiedName>>;

/// Gives types without a base the one in whose place all examples have them.
pub(super) fn add(
    types: &mut [StructuredType],
    operations: &[Operation],
    examples: &[Examples<'_>],
    hierarchy: &Hierarchy,
) {
    let found = found(types, operations, examples, hierarchy);
    for item in types.iter_mut().filter(|item| item.base.is_none() && !item.placeholder) {
        if let Some(base) = found.get(&item.name) {
            item.base = Some(base.clone());
            item.base_source = Some(BaseSource::Example);
        }
    }
}

fn found(
    types: &[StructuredType],
    operations: &[Operation],
    examples: &[Examples<'_>],
    hierarchy: &Hierarchy,
) -> BTreeMap<QualifiedName, QualifiedName> {
    let declared = Declared::of(types, hierarchy);
    let mut bases = Bases::new();
    for (operation, examples) in operations.iter().zip(examples) {
        for (_, sent, reading) in examples.requests(operation) {
            for (type_ref, value) in values(operation, sent, &reading.value) {
                let Some(whole) = declared.known(type_ref) else {
                    continue;
                };
                objects(value).for_each(|value| inside(&declared, whole, value, &mut bases));
            }
        }
    }
    let only = bases.into_iter().filter(|(_, bases)| bases.len() == 1);
    let pairs = only.filter_map(|(name, bases)| Some((name.clone(), (*bases.first()?).clone())));
    pairs
        .filter(|(name, base)| !hierarchy.bases(base).any(|of| of == name))
        .collect()
}

/// Looks at what stands in the properties of an object.
fn inside<'a>(declared: &Declared<'a>, whole: &'a QualifiedName, value: &Value<'_>, bases: &mut Bases<'a>) {
    let own = named(declared, value).filter(|name| declared.is_derived(name, whole));
    let own = own.unwrap_or(whole);
    for member in value.members() {
        let Some(place) = declared
            .property(own, &member.name)
            .and_then(|type_ref| declared.known(type_ref))
        else {
            continue;
        };
        for value in objects(&member.value) {
            if let Some(name) =
                named(declared, value).filter(|name| *name != place && !declared.is_derived(name, place))
            {
                bases.entry(name).or_default().insert(place);
            }
            inside(declared, place, value, bases);
        }
    }
}

/// The known type that an object says it is of.
fn named<'a>(declared: &Declared<'a>, value: &Value<'_>) -> Option<&'a QualifiedName> {
    let name = QualifiedName::parse(value.get(TYPE).and_then(Value::text)?);
    declared.known(&TypeRef::named(name))
}
