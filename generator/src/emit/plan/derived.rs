//! Which types are derived from which.

use super::flatten::DEEPEST;
use super::index::{Index, TypeId};
use crate::model::{Hierarchy, NameId, Schema, StructuredType};
use std::collections::BTreeSet;

/// For each type of a schema the documented types that are derived from it, directly or not, in name order. A type has
/// the properties of its bases up to a limit, and is among their kinds up to the same limit: in a chain of a thousand
/// types, the first one would have all others as kinds, the second one all but one, and so on.
pub(crate) fn derived(schema: &Schema, index: &Index<'_>) -> Vec<Vec<TypeId>> {
    let hierarchy = Hierarchy::of(&schema.types);
    let list = |item: &StructuredType| {
        let start = hierarchy.id(&item.name).filter(|_| !item.name.is_root());
        let names = start.map_or_else(BTreeSet::new, |start| near(start, &hierarchy));
        let names = names.into_iter().filter_map(|id| hierarchy.name(id));
        names.filter_map(|name| index.structured(name)).collect()
    };
    schema.types.iter().map(list).collect()
}

/// The names that are derived from a name over fewer steps than the limit, without the name itself even in a ring.
fn near(start: NameId, hierarchy: &Hierarchy) -> BTreeSet<NameId> {
    let mut found = BTreeSet::new();
    let mut last = vec![start];
    for _ in 1..DEEPEST {
        let next = last.iter().flat_map(|id| hierarchy.derived(*id));
        last = next.filter(|id| *id != start && found.insert(*id)).collect();
        if last.is_empty() {
            break;
        }
    }
    found
}
