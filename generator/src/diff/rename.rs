//! Renamed items: another name, but otherwise the same.

use crate::model::{EnumType, Property, StructuredType};
use std::collections::BTreeSet;

/// Descriptions shorter than this are shared by too many items ("Read-only.").
const TELLING: usize = 20;

/// Two types with nearly the same properties, on the same page or with the same description.
pub(super) fn same_type(before: &StructuredType, after: &StructuredType) -> bool {
    let same_page = before.file.eq_ignore_ascii_case(&after.file);
    let alike = || {
        same_words(
            &before.description,
            &before.name.name,
            &after.description,
            &after.name.name,
        )
    };
    (same_page || alike()) && share_most(&names(before), &names(after))
}

/// Two enums of one area with the same members.
pub(super) fn same_enum(before: &EnumType, after: &EnumType) -> bool {
    let names = |item: &EnumType| {
        item.members
            .iter()
            .map(|member| member.name.clone())
            .collect::<BTreeSet<_>>()
    };
    let (old, new) = (names(before), names(after));
    before.area == after.area && before.flags == after.flags && old.len() > 1 && old == new
}

/// Two properties of a type with the same type and description.
pub(super) fn same_property(before: &Property, after: &Property) -> bool {
    before.section.is_navigation() == after.section.is_navigation()
        && before.type_ref == after.type_ref
        && same_words(&before.description, &before.name, &after.description, &after.name)
}

/// Whether two descriptions are the same apart from the names of the described items.
pub(super) fn same_words(before: &str, old: &str, after: &str, new: &str) -> bool {
    if before.len() < TELLING || after.len() < TELLING {
        return false;
    }
    let neutral = |text: &str, name: &str| text.replace(name, "").split_whitespace().collect::<String>();
    before == after || neutral(before, old) == neutral(after, new)
}

fn names(item: &StructuredType) -> BTreeSet<String> {
    let names = item
        .properties
        .iter()
        .map(|property| property.name.to_ascii_lowercase());
    names.collect()
}

/// At least two thirds of all, and more than the `id` that every entity has.
fn share_most(before: &BTreeSet<String>, after: &BTreeSet<String>) -> bool {
    let shared = before.intersection(after).count();
    let all = before.union(after).count();
    shared > 1 && shared * 3 >= all * 2
}
