//! Bases that only examples tell of: an object in the place of an `outlookItem` says that it is an `event`.

use super::declared::{Declared, Examples, objects, values};
use crate::json::Value;
use crate::model::{BaseSource, Hierarchy, NameId, Operation, QualifiedName, StructuredType};
use std::collections::{BTreeMap, BTreeSet};

/// Bases by types. Examples may show several.
type Bases = BTreeMap<NameId, BTreeSet<NameId>>;

/// Gives types without a base the one in whose place all examples have them; tells whether there is any.
pub(super) fn add(
    types: &mut [StructuredType],
    operations: &[Operation],
    examples: &[Examples<'_>],
    hierarchy: &Hierarchy,
) -> bool {
    let found = found(types, operations, examples, hierarchy);
    let mut is_any = false;
    for item in types.iter_mut().filter(|item| item.base.is_none() && !item.placeholder) {
        if let Some(base) = found.get(&item.name) {
            item.base = Some(base.clone());
            item.base_source = Some(BaseSource::Example);
            is_any = true;
        }
    }
    is_any
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
    let pairs = only.filter_map(|(id, bases)| Some((id, *bases.first()?)));
    let pairs = pairs.filter(|(id, base)| !declared.is_derived(*base, *id));
    let names = pairs.filter_map(|(id, base)| Some((hierarchy.name(id)?.clone(), hierarchy.name(base)?.clone())));
    names.collect()
}

/// Looks at what stands in the properties of an object.
fn inside(declared: &Declared<'_>, whole: NameId, value: &Value<'_>, bases: &mut Bases) {
    let own = declared.of_object(whole, value);
    for member in value.members() {
        let Some(place) = declared
            .property(own, &member.name)
            .and_then(|type_ref| declared.known(type_ref))
        else {
            continue;
        };
        for value in objects(&member.value) {
            let stated = declared.stated(value);
            if let Some(id) = stated.filter(|id| *id != place && !declared.is_derived(*id, place)) {
                bases.entry(id).or_default().insert(place);
            }
            inside(declared, place, value, bases);
        }
    }
}
