//! Adds the navigation properties that routes show.
//!
//! Such a property is a guess, and marked as one (`PropertySection::Route`).

use super::decide::navigation::Shown;
use super::decide::{Decided, property};
use super::known::KnownProperties;
use super::reason;
use super::spans::Spans;
use crate::model::{Account, Hierarchy, Operation, Property, PropertySection, StructuredType};
use std::collections::BTreeSet;

/// Adds them to the types that own them, and makes collections of what routes show as such.
pub(super) fn add(
    types: &mut [StructuredType],
    operations: &[Operation],
    hierarchy: &Hierarchy,
    spans: &Spans<'_>,
    account: &mut Account,
) {
    let shown = Shown::of(types, operations, hierarchy);
    let collections = collections(types, &shown);
    for (owner, property, is_collection) in missing(types, &shown, hierarchy) {
        account.guessed(&reason::PROPERTY_OF_ROUTE, spans.place(&property.origin));
        if is_collection {
            account.guessed(&reason::COLLECTION_OF_ROUTE, spans.place(&property.origin));
        }
        if let Some(owner) = types.get_mut(owner) {
            owner.properties.push(property);
        }
    }
    for (owner, index) in collections {
        let owner = types.get_mut(owner);
        if let Some(property) = owner.and_then(|owner| owner.properties.get_mut(index)) {
            property.type_ref.collection = true;
            account.guessed(&reason::COLLECTION_OF_ROUTE, spans.place(&property.origin));
        }
    }
}

/// The shown properties that no table of their type and its bases lists, each once, with the index of the type. The last
/// value says that another route makes it a collection.
fn missing(types: &[StructuredType], shown: &Shown<'_>, hierarchy: &Hierarchy) -> Vec<(usize, Property, bool)> {
    let known = KnownProperties::of(types, hierarchy);
    let mut done = BTreeSet::new();
    let mut missing = Vec::new();
    for (index, owner) in types.iter().enumerate().filter(|(_, owner)| !owner.placeholder) {
        for found in shown.properties(&owner.name) {
            let key = found.name.to_lowercase();
            // `/apps/{id}/contents` without a cast, where only a derived type has contents.
            if known.has(&owner.name, &key) || hierarchy.descendants(&owner.name).any(|name| known.lists(name, &key)) {
                continue;
            }
            let many = shown.many(&owner.name, &key);
            if done.insert((&owner.name, key)) {
                let section = PropertySection::Route;
                let stated = Decided::new(found.type_ref.clone(), found.source);
                let type_ref = property::decide(stated, section, None, many).value;
                let is_collection = type_ref != found.type_ref;
                let property = Property::new(found.name, section, type_ref, found.line);
                missing.push((index, property, is_collection));
            }
        }
    }
    missing
}

/// The properties that become collections: their types and places in these.
fn collections(types: &[StructuredType], shown: &Shown<'_>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (index, owner) in types.iter().enumerate() {
        let properties = owner.properties.iter().enumerate();
        let single = |property: &Property| property::may_be_many(property.section, &property.type_ref);
        let single = properties.filter(|(_, property)| single(property));
        let many = single.filter(|(_, property)| shown.many(&owner.name, &property.name).is_some());
        found.extend(many.map(|(place, _)| (index, place)));
    }
    found
}
