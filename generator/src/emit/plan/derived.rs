//! Which types are derived from which.

use super::index::{Index, TypeId};
use crate::model::{Hierarchy, Schema, StructuredType};

/// For each type of a schema the documented types that are derived from it, directly or not, in name order.
pub(crate) fn derived(schema: &Schema, index: &Index<'_>) -> Vec<Vec<TypeId>> {
    let hierarchy = Hierarchy::of(&schema.types);
    let list = |item: &StructuredType| {
        let derived = hierarchy.descendants(&item.name).filter(|_| !item.name.is_root());
        derived.filter_map(|name| index.structured(name)).collect()
    };
    schema.types.iter().map(list).collect()
}
