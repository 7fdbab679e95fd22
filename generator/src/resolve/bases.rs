//! What base types and derived types tell about each other.

use super::bind;
use super::decide::property::BaseRows;
use super::index::Index;
use super::pages::LoadedPage;
use crate::model::{BaseSource, Hierarchy, PropertySection, QualifiedName, StructuredType};
use std::collections::BTreeMap;

/// Gives a type that states no base the one whose page lists it as derived.
pub(super) fn from_base_pages(types: &mut [StructuredType], pages: &[LoadedPage], index: &Index) {
    let mut bases: BTreeMap<QualifiedName, QualifiedName> = BTreeMap::new();
    for page in pages {
        let (Some(rows), Some(base)) = (&page.page.resource, index.type_name(&page.path)) else {
            continue;
        };
        for reference in &rows.derived {
            let derived = bind::qualified(index, page, &reference.name, reference.link.as_deref());
            if derived != *base {
                bases.entry(derived).or_insert_with(|| base.clone());
            }
        }
    }
    for derived in types.iter_mut().filter(|derived| derived.base.is_none()) {
        if let Some(base) = bases.get(&derived.name) {
            derived.base = Some(base.clone());
            derived.base_source = Some(BaseSource::BasePage);
        }
    }
}

/// Gives each key of a JSON block that a base type's table lists the type of that row.
pub(super) fn type_json_keys(types: &mut [StructuredType], hierarchy: &Hierarchy) {
    let rows = BaseRows::of(types, hierarchy);
    let mut found = Vec::new();
    for (owner, item) in types.iter().enumerate() {
        let keys = item.properties.iter().enumerate();
        for (index, key) in keys.filter(|(_, property)| property.section == PropertySection::JsonBlock) {
            if let Some(row) = rows.find(&item.name, &key.name) {
                found.push((owner, index, row.type_ref.clone()));
            }
        }
    }
    for (owner, index, type_ref) in found {
        let owner = types.get_mut(owner);
        if let Some(key) = owner.and_then(|owner| owner.properties.get_mut(index)) {
            key.type_ref = type_ref;
        }
    }
}
