//! What base types and derived types tell about each other.

use super::bind;
use super::index::Index;
use super::pages::LoadedPage;
use crate::model::{BaseSource, Property, PropertySection, QualifiedName, StructuredType, TypeRef};
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

/// A key of a JSON block that a base type's table lists has the type of that row: the sample `1024` alone does not tell
/// `Int32` from `Int64` or `Double`.
pub(super) fn type_json_keys(types: &mut [StructuredType]) {
    let rows: BTreeMap<QualifiedName, BTreeMap<String, TypeRef>> = types
        .iter()
        .map(|owner| (owner.name.clone(), table_types(&owner.properties)))
        .collect();
    let bases: BTreeMap<QualifiedName, QualifiedName> = types
        .iter()
        .filter_map(|owner| Some((owner.name.clone(), owner.base.clone()?)))
        .collect();
    for owner in types {
        let chain = ancestors(&owner.name, &bases);
        for property in owner
            .properties
            .iter_mut()
            .filter(|property| property.section == PropertySection::JsonBlock)
        {
            let key = property.name.to_lowercase();
            let listed = chain.iter().find_map(|base| rows.get(base)?.get(&key));
            if let Some(listed) = listed {
                property.type_ref = listed.clone();
            }
        }
    }
}

fn table_types(properties: &[Property]) -> BTreeMap<String, TypeRef> {
    let listed = properties
        .iter()
        .filter(|property| property.section != PropertySection::JsonBlock);
    listed
        .map(|property| (property.name.to_lowercase(), property.type_ref.clone()))
        .collect()
}

/// The base types of a type, nearest first; a circle ends the chain.
fn ancestors(name: &QualifiedName, bases: &BTreeMap<QualifiedName, QualifiedName>) -> Vec<QualifiedName> {
    let mut chain = Vec::new();
    let mut next = bases.get(name);
    while let Some(base) = next
        && !chain.contains(base)
    {
        chain.push(base.clone());
        next = bases.get(base);
    }
    chain
}
