//! What base types and derived types tell about each other.

use super::bind;
use super::decide::property::BaseRows;
use super::index::Index;
use super::pages::LoadedPage;
use crate::model::{BaseSource, Hierarchy, PropertySection, QualifiedName, StructuredType};
use crate::page::ResourceRows;
use std::collections::BTreeMap;

/// Types that the page of a base type lists as derived, with the base and its page.
pub(super) fn listed<'a>(
    pages: &'a [LoadedPage],
    index: &'a Index,
) -> BTreeMap<QualifiedName, (&'a QualifiedName, &'a ResourceRows)> {
    let mut bases = BTreeMap::new();
    for page in pages {
        let (Some(rows), Some(base)) = (&page.page.resource, index.type_name(&page.path)) else {
            continue;
        };
        for reference in &rows.derived {
            let derived = bind::qualified(index, page, &reference.name, reference.link.as_deref());
            if derived != *base {
                bases.entry(derived).or_insert((base, rows));
            }
        }
    }
    bases
}

/// Gives a type that states no base the one whose page lists it as derived.
pub(super) fn from_base_pages(types: &mut [StructuredType], pages: &[LoadedPage], index: &Index) {
    let bases = listed(pages, index);
    for derived in types.iter_mut().filter(|derived| derived.base.is_none()) {
        if let Some((base, _)) = bases.get(&derived.name) {
            derived.base = Some((*base).clone());
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
