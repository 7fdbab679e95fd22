//! Types and enums that only one row of a table names.
//!
//! A row that names a type which no page describes makes that type, and a row that lists the values of an enum makes the
//! enum. They come and go with the row, whose change says it.

use super::{Change, Place, Rule};
use std::collections::{BTreeMap, BTreeSet};

/// Marks what follows from the change of a row, and gives its name to that change.
pub(super) fn fold(changes: &mut [Change]) {
    let mut rows: BTreeMap<(bool, Place), usize> = BTreeMap::new();
    for (at, change) in changes.iter().enumerate() {
        if !change.implied && ROWS.contains(&change.rule) {
            for (is_new, place) in places(change) {
                rows.entry((is_new, place)).or_insert(at);
            }
        }
    }
    let found = changes
        .iter()
        .enumerate()
        .filter(|(_, change)| !change.implied && MADE.contains(&change.rule));
    let found: Vec<(usize, usize)> = found
        .filter_map(|(at, change)| {
            let mut rows = places(change).filter_map(|place| rows.get(&place));
            rows.next().map(|row| (at, *row))
        })
        .collect();
    for (at, row) in found {
        let Some(name) = changes.get_mut(at).map(|change| {
            change.implied = true;
            change.name.clone()
        }) else {
            continue;
        };
        if let Some(row) = changes.get_mut(row) {
            row.values.push(name);
        }
    }
    fold_words(changes);
}

/// The words of a row that lists the values of an enum, which is told, are about these values.
fn fold_words(changes: &mut [Change]) {
    let is_enum = |change: &&Change| matches!(change.rule, Rule::EnumAdded | Rule::EnumRemoved);
    let enums = changes.iter().filter(|change| !change.implied).filter(is_enum);
    let lists: BTreeSet<(bool, Place)> = enums.flat_map(places).collect();
    let is_words = |change: &&mut Change| matches!(change.rule, Rule::PropertyDocsChanged | Rule::ParameterDocsChanged);
    for change in changes.iter_mut().filter(is_words) {
        change.implied |= places(change).any(|place| lists.contains(&place));
    }
}

/// The places of a change, each with whether it is on the current side.
fn places(change: &Change) -> impl Iterator<Item = (bool, Place)> + use<> {
    let sides = [(false, change.baseline.clone()), (true, change.current.clone())];
    sides.into_iter().filter_map(|(is_new, place)| Some((is_new, place?)))
}

/// Changes of rows that make and unmake other items.
const ROWS: &[Rule] = &[
    Rule::PropertyAdded,
    Rule::PropertyRemoved,
    Rule::PropertyTypeChanged,
    Rule::RelationshipAdded,
    Rule::RelationshipRemoved,
    Rule::RelationshipTypeChanged,
    Rule::ParameterAdded,
    Rule::ParameterRemoved,
    Rule::ParameterTypeChanged,
];

/// What a row makes and unmakes.
const MADE: &[Rule] = &[
    Rule::EnumAdded,
    Rule::EnumRemoved,
    Rule::TypeReferenced,
    Rule::TypeUnreferenced,
];
