//! Which types are derived from which.

use super::areas::Areas;
use super::index::{Index, TypeId};
use crate::model::{QualifiedName, Schema};
use std::collections::{BTreeMap, BTreeSet};

/// For each type of a schema the documented types that are derived from it, directly or not, in name order.
///
/// Types are matched by name: a type that several areas document has the same derived types in each of them. A derived
/// type that several areas document counts once: in the area of the base, else in its first area.
pub(crate) fn derived(schema: &Schema, index: &Index<'_>, areas: &Areas) -> Vec<Vec<TypeId>> {
    let children = children(schema);
    let list = |item: &crate::model::StructuredType| {
        let names = descendants(&item.name, &children);
        let area = areas.id(&item.area);
        names
            .into_iter()
            .filter_map(|name| index.structured(name, area))
            .collect()
    };
    schema.types.iter().map(list).collect()
}

type Children<'a> = BTreeMap<&'a QualifiedName, BTreeSet<&'a QualifiedName>>;

fn children(schema: &Schema) -> Children<'_> {
    let mut children = Children::new();
    for item in schema.types.iter().filter(|item| !item.placeholder) {
        if let Some(base) = item.base.as_ref().filter(|base| !is_root(base)) {
            children.entry(base).or_default().insert(&item.name);
        }
    }
    children
}

/// `entity` is the base of every type with a key. An open enum of all of them would be useless.
pub(crate) fn is_root(name: &QualifiedName) -> bool {
    name.name.eq_ignore_ascii_case("entity") && name.namespace == crate::model::DEFAULT_NAMESPACE
}

/// Without the name itself, even if the bases form a cycle.
fn descendants<'a>(name: &'a QualifiedName, children: &Children<'a>) -> BTreeSet<&'a QualifiedName> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![name];
    while let Some(next) = waiting.pop() {
        for child in children.get(next).into_iter().flatten() {
            if *child != name && found.insert(*child) {
                waiting.push(child);
            }
        }
    }
    found
}
