//! What base types and derived types tell about each other.

use super::bind;
use super::index::Index;
use super::pages::LoadedPage;
use crate::model::{BaseSource, Hierarchy, Property, PropertySection, QualifiedName, StructuredType, TypeRef};
use std::collections::{BTreeMap, BTreeSet};

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
pub(super) fn type_json_keys(types: &mut [StructuredType], hierarchy: &Hierarchy) {
    let is_key = |property: &Property| property.section == PropertySection::JsonBlock;
    let with_keys = types.iter().filter(|owner| owner.properties.iter().any(is_key));
    let asked: BTreeSet<&QualifiedName> = with_keys.flat_map(|owner| hierarchy.bases(&owner.name)).collect();
    let bases = types.iter().filter(|owner| asked.contains(&owner.name));
    let rows: BTreeMap<QualifiedName, BTreeMap<String, TypeRef>> = bases
        .map(|owner| (owner.name.clone(), table_types(&owner.properties)))
        .collect();
    for owner in types {
        for property in owner.properties.iter_mut().filter(|property| is_key(property)) {
            let key = property.name.to_lowercase();
            let mut bases = hierarchy.bases(&owner.name);
            if let Some(listed) = bases.find_map(|base| rows.get(base)?.get(&key)) {
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
