//! One version on both sides.

use super::context::Context;
use super::copies::by_name;
use super::hierarchy::{Hierarchy, key};
use super::subject::Found;
use super::{Change, enums, operations, rename, types};
use crate::model::{EnumOrigin, EnumType, Schema, StructuredType};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that differs in a version.
pub(super) fn compare(before: &Schema, after: &Schema) -> Vec<Change> {
    let Schema {
        version,
        types: _,
        enums: _,
        operations: _,
    } = after;
    let (documented_before, loose_before) = split(before);
    let (documented_after, loose_after) = split(after);
    let (mut structs, mut lone_structs) = by_name(&documented_before, &documented_after);
    let (described_before, listed_before) = split_enums(before);
    let (described_after, listed_after) = split_enums(after);
    let (mut described, mut lone_described) = by_name(&described_before, &described_after);
    let (mut listed, mut lone_listed) = by_name(&listed_before, &listed_after);
    lone_structs.also(rename::same_type);
    structs.same.append(&mut lone_structs.both);
    lone_described.also(rename::same_enum);
    described.same.append(&mut lone_described.both);
    lone_listed.also(rename::same_enum);
    listed.same.append(&mut lone_listed.both);

    let mut renamed = BTreeMap::new();
    let names = structs.same.iter().map(|(old, new)| (&old.name, &new.name));
    let names = names.chain(
        described
            .same
            .iter()
            .chain(&listed.same)
            .map(|(old, new)| (&old.name, &new.name)),
    );
    renamed.extend(
        names
            .filter(|(old, new)| old != new)
            .map(|(old, new)| (old.to_string(), new.to_string())),
    );
    let context = Context {
        before: Hierarchy::of(before),
        after: Hierarchy::of(after),
        renamed,
    };
    let mut found = Found::new(version.clone());
    types::compare(&structs, &lone_structs, &context, &mut found);
    types::compare_loose(
        &loose_before,
        &loose_after,
        [&documented_before, &documented_after],
        &mut found,
    );
    enums::compare((&described, &lone_described), (&listed, &lone_listed), &mut found);
    operations::compare(&before.operations, &after.operations, &context, &mut found);
    found.finish()
}

/// Types with a page, and types without.
fn split(schema: &Schema) -> (Vec<&StructuredType>, Vec<&StructuredType>) {
    schema.types.iter().partition(|item| !item.placeholder)
}

/// Enums that the pages name, and enums made from the values of a string property. If both have the same name, the
/// named one counts.
fn split_enums(schema: &Schema) -> (Vec<&EnumType>, Vec<&EnumType>) {
    let is_described = |item: &&EnumType| item.documented_in != EnumOrigin::Property;
    let (described, mut listed): (Vec<_>, Vec<_>) = schema.enums.iter().partition(is_described);
    let names: BTreeSet<String> = described.iter().map(|item| key(&item.name)).collect();
    listed.retain(|item| !names.contains(&key(&item.name)));
    (described, listed)
}
