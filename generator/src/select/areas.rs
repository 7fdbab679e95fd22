//! Takes areas out of types and enums that several areas document.

use super::named::Named;
use crate::model::{Area, Schema};
use std::collections::BTreeSet;

/// Keeps what belongs to the areas of kept calls and to areas that `wanted` names for a type or an enum. A type of which
/// nothing is wanted may still be needed: it stays in its first area.
pub(super) fn keep(schema: &mut Schema, wanted: impl Fn(Named<'_>) -> bool) {
    let areas = areas(schema, wanted);
    for item in &mut schema.types {
        reduce(&mut item.area, &mut item.more_areas, &areas);
        let (first, others) = (&item.area, &item.more_areas);
        let is_kept = |area: &Area| area == first || others.contains(area);
        item.properties.retain_mut(|property| {
            let everywhere = property.areas.is_empty();
            property.areas.retain(is_kept);
            let stays = everywhere || !property.areas.is_empty();
            if property.areas.len() > others.len() {
                property.areas.clear();
            }
            stays
        });
    }
    for item in &mut schema.enums {
        reduce(&mut item.area, &mut item.more_areas, &areas);
    }
}

fn areas(schema: &Schema, wanted: impl Fn(Named<'_>) -> bool) -> BTreeSet<Area> {
    let wanted = Named::all(schema).filter(|item| wanted(*item)).map(|item| item.area);
    let of_calls = schema.operations.iter().map(|operation| &operation.area);
    of_calls.chain(wanted).cloned().collect()
}

fn reduce(first: &mut Area, others: &mut Vec<Area>, areas: &BTreeSet<Area>) {
    others.retain(|area| areas.contains(area));
    if !areas.contains(first) && !others.is_empty() {
        *first = others.remove(0);
    }
}
