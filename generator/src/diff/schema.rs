//! One version on both sides.

use super::alike::Numbers;
use super::context::{Context, members, required_rows};
use super::fold::Told;
use super::hierarchy::{Hierarchy, key};
use super::moves::Moves;
use super::pair::{Pairs, pair};
use super::rename::{EnumFacts, TypeFacts};
use super::renewed::Renewed;
use super::subject::Found;
use super::{Change, enums, operations, rename, rows, types};
use crate::model::{EnumOrigin, EnumType, Property, QualifiedName, Schema, StructuredType, Version};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// What differs in a version.
pub(super) struct Compared {
    pub(super) version: Version,
    /// The changes, sorted and without duplicates.
    pub(super) changes: Vec<Change>,
    /// Renamed types and enums: the name in the baseline in lower case, and the name on the current side.
    pub(super) renamed: BTreeMap<String, String>,
}

/// Everything that differs in a version.
pub(super) fn compare(before: &Schema, after: &Schema) -> Compared {
    let Schema {
        version,
        site: _,
        types: _,
        enums: _,
        operations: _,
    } = after;
    let (documented_before, loose_before) = split(before);
    let (documented_after, loose_after) = split(after);
    let of_type = |item: &StructuredType| key(&item.name);
    let mut structs = pair(
        documented_before.iter().copied(),
        documented_after.iter().copied(),
        of_type,
    );
    match_renamed(&mut structs, [before, after]);
    let (described_before, listed_before) = split_enums(before);
    let (described_after, listed_after) = split_enums(after);
    let of_enum = |item: &EnumType| key(&item.name);
    let mut described = pair(described_before, described_after, of_enum);
    match_enums(&mut described);
    let following = following(&structs);
    let newest: FxHashMap<&QualifiedName, &QualifiedName> = following.iter().copied().collect();
    let followed = |item: &EnumType| key(newest.get(&item.name).unwrap_or(&&item.name));
    let mut listed = pair(listed_before, listed_after, followed);
    match_enums(&mut listed);

    let renamed = renamed(&structs, [&described, &listed], &following);
    let operations = operations::matched(&before.operations, &after.operations, &renamed);
    let moves = Moves::of(&operations, &after.operations, &renamed);
    let mut context = Context {
        before: Hierarchy::of(before),
        after: Hierarchy::of(after),
        renewed: Renewed::of(&renamed),
        renamed,
        required_on_create: required_rows(&before.operations),
        moves,
        told: Told::default(),
        members: [members(&before.enums), members(&after.enums)],
    };
    let mut found = Found::new(version.clone(), context.renewed.clone());
    types::compare(&structs, &context, &mut found);
    types::compare_loose(
        &loose_before,
        &loose_after,
        [&documented_before, &documented_after],
        &context,
        &mut found,
    );
    enums::compare(&described, &listed, &context, &mut found);
    context.told = Told::of(&found.changes);
    operations::compare(&operations, &context, &mut found);
    rows::fold(&mut found.changes);
    let lower = |(old, new): (String, String)| (old.to_ascii_lowercase(), new);
    Compared {
        version: version.clone(),
        changes: found.finish(),
        renamed: context.renamed.into_iter().map(lower).collect(),
    }
}

/// Pairs types that have another name.
fn match_renamed<'a>(structs: &mut Pairs<'a, StructuredType>, [before, after]: [&'a Schema; 2]) {
    if structs.removed.is_empty() || structs.added.is_empty() {
        return;
    }
    let mut numbers = Numbers::default();
    let mut references = rename::references(before, &structs.removed, &mut numbers);
    references.extend(rename::references(after, &structs.added, &mut numbers));
    structs.also(
        |item| TypeFacts::of(item, &references, &mut numbers),
        TypeFacts::marks,
        TypeFacts::same,
    );
}

/// The enums that are named after a property of a type with another name: how they were named, and how they are. They are
/// the same enums even if their members have changed, too.
fn following<'a>(structs: &Pairs<'a, StructuredType>) -> Vec<(&'a QualifiedName, &'a QualifiedName)> {
    let renamed = structs.both.iter().filter(|(before, after)| before.name != after.name);
    let rows = renamed.flat_map(|(before, after)| {
        let rows = before.properties.iter();
        rows.filter_map(|row| {
            let old = row.values_enum.as_ref()?;
            let same = |other: &&Property| other.name.eq_ignore_ascii_case(&row.name);
            let new = after.properties.iter().find(same)?;
            let new = new.values_enum.as_ref().or(new.type_ref.as_named())?;
            let (was, is) = (key(old), key(new));
            let rest = was.strip_prefix(&key(&before.name))?;
            (is.strip_prefix(&key(&after.name)) == Some(rest)).then_some((old, new))
        })
    });
    rows.collect()
}

/// Pairs enums that have another name.
fn match_enums(enums: &mut Pairs<'_, EnumType>) {
    let mut numbers = Numbers::default();
    enums.also(
        |item| EnumFacts::of(item, &mut numbers),
        EnumFacts::marks,
        EnumFacts::same,
    );
}

/// The names of types and enums that have another one, and that one.
fn renamed(
    structs: &Pairs<'_, StructuredType>,
    [described, listed]: [&Pairs<'_, EnumType>; 2],
    following: &[(&QualifiedName, &QualifiedName)],
) -> BTreeMap<String, String> {
    let types = structs.both.iter().map(|(old, new)| (&old.name, &new.name));
    let enums = described.both.iter().chain(&listed.both);
    let names = types.chain(enums.map(|(old, new)| (&old.name, &new.name)));
    let names = names.chain(following.iter().copied());
    let renamed = names.filter(|(old, new)| old != new);
    renamed.map(|(old, new)| (old.to_string(), new.to_string())).collect()
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
