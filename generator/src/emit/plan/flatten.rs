//! The properties of a type and of its base types.

use super::index::{Index, TypeId};
use crate::model::{Property, Schema};
use rustc_hash::FxHashSet;

/// The longest chain of bases that is followed; real ones have five.
pub(super) const DEEPEST: usize = 64;

/// A property with the type that documents it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Flat<'a> {
    /// The row.
    pub(crate) property: &'a Property,
    /// The type whose page has the row.
    pub(crate) owner: TypeId,
}

/// The rows of a type in page order, then those of its bases, nearest first. Each name counts once, ignoring case,
/// because pages list inherited rows as well, and some list a row twice.
pub(crate) fn flatten<'a>(id: TypeId, schema: &'a Schema, index: &Index<'a>) -> Vec<Flat<'a>> {
    let mut seen = FxHashSet::default();
    let mut rows = Vec::new();
    for owner in chain(id, schema, index) {
        let Some(item) = schema.types.get(owner) else { continue };
        for property in item.properties.iter().filter(|property| is_field(&property.name)) {
            if seen.insert(property.name.to_ascii_lowercase()) {
                rows.push(Flat { property, owner });
            }
        }
    }
    rows
}

/// The type and its bases, nearest first. A cycle of bases ends where it closes.
pub(crate) fn chain(id: TypeId, schema: &Schema, index: &Index<'_>) -> Vec<TypeId> {
    let mut chain = vec![id];
    while let Some(item) = chain.last().and_then(|last| schema.types.get(*last))
        && let Some(name) = item.base.as_ref().filter(|base| !base.is_root())
        && let Some(base) = index.structured(name)
        && !chain.contains(&base)
        && chain.len() < DEEPEST
    {
        chain.push(base);
    }
    chain
}

/// Annotations such as `@odata.type` are not fields. They stay with the unknown properties.
fn is_field(name: &str) -> bool {
    !name.starts_with("@odata.") && !name.trim().is_empty()
}
