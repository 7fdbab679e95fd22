//! Types and enums that only one row of a table names.
//!
//! A row that names a type which no page describes makes that type, and a row that lists the values of an enum makes the
//! enum. They come and go with the row, whose change says it. So does the change of a call that sends or returns the type.

use super::{Change, Place, Rule};
use std::collections::{BTreeMap, BTreeSet};

/// Marks what follows from the change of a row, and gives its name to that change.
pub(super) fn fold(changes: &mut [Change]) {
    let makers = Makers::of(changes);
    let made = changes.iter().enumerate();
    let made = made.filter(|(_, change)| !change.implied && (MADE.contains(&change.rule) || is_of_call(change)));
    let made: Vec<(usize, usize)> = made
        .filter_map(|(at, change)| Some((at, makers.of_made(change)?)))
        .collect();
    for (at, maker) in made {
        let Some(change) = changes.get_mut(at) else { continue };
        change.implied = true;
        let names = [Some(change.name.clone()), change.before.clone()];
        if let Some(maker) = changes.get_mut(maker) {
            maker.values.extend(names.into_iter().flatten());
        }
    }
    fold_words(changes);
}

/// Whether it is a type that no page describes but that of a call.
fn is_of_call(change: &Change) -> bool {
    matches!(change.rule, Rule::TypeAdded | Rule::TypeRemoved)
        && places(change).any(|(_, place)| place.file.starts_with("api/"))
}

/// The changes that make and unmake types and enums.
struct Makers {
    /// By side and place of the row.
    rows: BTreeMap<(bool, Place), usize>,
    /// By side, file and name: what values are on that page.
    names: BTreeMap<(bool, String, String), usize>,
}

impl Makers {
    fn of(changes: &[Change]) -> Self {
        let owner = |change: &Change| (change.target.clone(), change.action);
        let whole = changes
            .iter()
            .enumerate()
            .filter(|(_, change)| change.kind.is_whole() && !change.implied);
        let owners: BTreeMap<_, usize> = whole.map(|(at, change)| (owner(change), at)).collect();
        let mut makers = Self {
            rows: BTreeMap::new(),
            names: BTreeMap::new(),
        };
        for (at, change) in changes.iter().enumerate() {
            // The rows of a type that is new or gone follow it.
            let told = if change.implied {
                owners.get(&owner(change)).copied()
            } else {
                Some(at)
            };
            let Some(at) = told else { continue };
            if ROWS.contains(&change.rule) {
                let places = places(change);
                places.for_each(|place| {
                    makers.rows.entry(place).or_insert(at);
                });
            }
            if NAMES.contains(&change.rule) {
                makers.add_names(at, change);
            }
        }
        makers
    }

    fn add_names(&mut self, at: usize, change: &Change) {
        let sides = [
            (false, &change.before, &change.baseline),
            (true, &change.after, &change.current),
        ];
        for (is_new, said, place) in sides {
            let (Some(said), Some(place)) = (said, place) else {
                continue;
            };
            for name in said.split(|letter: char| !letter.is_alphanumeric() && letter != '.') {
                self.names
                    .entry((is_new, place.file.clone(), name.to_owned()))
                    .or_insert(at);
            }
        }
    }

    fn of_made(&self, change: &Change) -> Option<usize> {
        let mut found = places(change).filter_map(|(is_new, place)| {
            let named = (is_new, place.file.clone(), change.name.clone());
            let row = self.rows.get(&(is_new, place));
            row.or_else(|| self.names.get(&named)).copied()
        });
        found.next()
    }
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
    Rule::PropertyRenamed,
    Rule::PropertyTypeChanged,
    Rule::RelationshipAdded,
    Rule::RelationshipRemoved,
    Rule::RelationshipTypeChanged,
    Rule::ParameterAdded,
    Rule::ParameterRemoved,
    Rule::ParameterTypeChanged,
    Rule::OperationAdded,
    Rule::OperationRemoved,
];

/// Changes that say which types and enums they make and unmake: those of calls, and those of rows whose values a section of
/// the page lists.
const NAMES: &[Rule] = &[
    Rule::ResponseChanged,
    Rule::BodyChanged,
    Rule::PropertyAdded,
    Rule::PropertyRemoved,
    Rule::PropertyTypeChanged,
    Rule::PropertyValuesChanged,
];

/// What a row makes and unmakes.
const MADE: &[Rule] = &[
    Rule::EnumAdded,
    Rule::EnumRemoved,
    Rule::EnumRenamed,
    Rule::TypeReferenced,
    Rule::TypeUnreferenced,
];
