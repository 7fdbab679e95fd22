//! Which types are derived from which.

use super::areas::Areas;
use super::index::{Index, TypeId};
use crate::model::{Hierarchy, Schema, StructuredType};

/// For each type of a schema the documented types that are derived from it, directly or not, in name order.
///
/// Derivation goes by name: a type that several areas document has the same derived types in each. A derived type that
/// several areas document counts once: in the area of the base, else in its first.
pub(crate) fn derived(schema: &Schema, index: &Index<'_>, areas: &Areas) -> Vec<Vec<TypeId>> {
    let hierarchy = Hierarchy::of(&schema.types);
    let list = |item: &StructuredType| {
        let area = areas.id(&item.area);
        let derived = hierarchy.descendants(&item.name).filter(|_| !item.name.is_root());
        derived.filter_map(|name| index.structured(name, area)).collect()
    };
    schema.types.iter().map(list).collect()
}
