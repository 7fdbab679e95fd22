//! Names in other capitals: a table lists `comment`, and each example of a request sends `Comment`.
//!
//! What is sent is what the service reads, so a name is spelled as all examples spell it; the table's spelling stays where
//! one of them has it too. It also stays where a response has it: then the request is the slip, and a client that reads the
//! other name finds nothing.

use super::declared::{Declared, Examples, objects};
use crate::json::Value;
use crate::model::{
    Body, ExampleKind, Hierarchy, NameId, Operation, PropertySection, QualifiedName, StructuredType, TypeRef,
};
use crate::resolve::decide::body;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};

/// Spells properties and parameters as the examples do.
pub(super) fn add(
    types: &mut [StructuredType],
    operations: &mut [Operation],
    examples: &[Examples<'_>],
    hierarchy: &Hierarchy,
) {
    for ((owner, place), name) in properties(types, operations, examples, hierarchy) {
        let at = types.binary_search_by(|item| item.name.cmp(&owner));
        let item = at.ok().and_then(|at| types.get_mut(at));
        let property = item.and_then(|item| item.properties.get_mut(place));
        if let Some(property) = property.filter(|property| property.section != PropertySection::Example) {
            let listed = std::mem::replace(&mut property.name, name);
            property.listed = Some(listed.into());
        }
    }
    for (operation, examples) in operations.iter_mut().zip(examples) {
        let names = parameters(operation, examples);
        for row in &mut operation.parameters {
            if let Some(name) = names.get(&row.name) {
                let listed = std::mem::replace(&mut row.name, name.clone());
                row.listed = Some(listed.into());
            }
        }
    }
}

/// The other spelling, if all examples agree about it.
fn other(own: &str, spelled: &BTreeSet<String>) -> Option<String> {
    let only = spelled.first().filter(|_| spelled.len() == 1)?;
    (only != own).then(|| only.clone())
}

/// A property: its type, and its place there.
type Place = (NameId, usize);

/// How examples spell properties.
#[derive(Default)]
struct Spellings {
    /// Those that an example spells as their table does. Most are, and nothing else matters about them.
    as_listed: FxHashSet<Place>,
    /// Other spellings.
    others: FxHashMap<Place, BTreeSet<String>>,
}

/// Properties of types with the spelling that all examples agree about.
fn properties(
    types: &[StructuredType],
    operations: &[Operation],
    examples: &[Examples<'_>],
    hierarchy: &Hierarchy,
) -> Vec<((QualifiedName, usize), String)> {
    let declared = Declared::of(types, hierarchy);
    let mut found = Spellings::default();
    for (operation, examples) in operations.iter().zip(examples) {
        for (_, sent, reading) in examples.requests(operation) {
            match sent {
                Body::Entity(type_ref) => value(&declared, type_ref, &reading.value, &mut found),
                Body::Parameters => {
                    for row in body::body_rows(operation) {
                        let members = reading.value.members().iter();
                        let same = members.filter(|member| member.name.eq_ignore_ascii_case(&row.name));
                        same.for_each(|member| value(&declared, &row.type_ref, &member.value, &mut found));
                    }
                }
                _ => {}
            }
        }
    }
    let Spellings { as_listed, others } = found;
    let others = others.into_iter().filter(|(place, _)| !as_listed.contains(place));
    let renamed = others.filter_map(|((owner, place), spelled)| {
        let item = declared.item(owner)?;
        let own = &item.properties.get(place)?.name;
        let other = other(own, &spelled).filter(|_| !is_answered(examples, own))?;
        Some(((item.name.clone(), place), other))
    });
    renamed.collect()
}

/// Whether a response of any page has the name in this spelling. Few names get this far, so the texts are searched.
fn is_answered(examples: &[Examples<'_>], name: &str) -> bool {
    let key = format!("\"{name}\"");
    let examples = examples.iter().flat_map(|examples| examples.all);
    let mut responses = examples.filter(|example| example.kind == ExampleKind::Response);
    responses.any(|example| example.body.contains(&key))
}

fn value(declared: &Declared<'_>, type_ref: &TypeRef, json: &Value<'_>, found: &mut Spellings) {
    let Some(place) = declared.known(type_ref) else {
        return;
    };
    for object in objects(json) {
        let own = declared.of_object(place, object);
        for member in object.members() {
            for row in declared.spelled(own, &member.name) {
                let place = (row.owner, row.place);
                if row.property.name == member.name {
                    found.as_listed.insert(place);
                } else {
                    found.others.entry(place).or_default().insert(member.name.to_string());
                }
            }
            if let Some(type_ref) = declared.property_in_any_capitals(own, &member.name) {
                value(declared, type_ref, &member.value, found);
            }
        }
    }
}

/// The rows of an operation's own body that its examples spell otherwise.
fn parameters(operation: &Operation, examples: &Examples<'_>) -> BTreeMap<String, String> {
    let sent = examples
        .requests(operation)
        .filter(|(_, body, _)| **body == Body::Parameters);
    let readings: Vec<_> = sent.map(|(.., reading)| reading).collect();
    let spelled = |own: &str| -> BTreeSet<String> {
        let members = readings.iter().flat_map(|reading| reading.value.members());
        let same = members.filter(|member| member.name.eq_ignore_ascii_case(own));
        same.map(|member| member.name.to_string()).collect()
    };
    let rows =
        body::body_rows(operation).filter_map(|row| Some((row.name.clone(), other(&row.name, &spelled(&row.name))?)));
    rows.collect()
}
