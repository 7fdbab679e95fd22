//! `unknownFutureValue`, which value lists leave out.
//!
//! An enum that the service may extend has this member, and pages say so in one place: the member table, or one of several
//! rows with the same values. The other lists mean the same values, so they get it too; the property tells that it was
//! added. A list of another enum's values is left alone.

use crate::model::{EnumType, QualifiedName, SENTINEL, StructuredType, TypeName};
use std::collections::BTreeSet;

/// Adds the member where another place documents it.
pub(super) fn add(types: &mut [StructuredType], enums: &[EnumType]) {
    let known = Known::of(types, enums);
    for property in types.iter_mut().flat_map(|owner| &mut owner.properties) {
        if known.says(&property.type_ref.name, &property.enum_values) {
            property.enum_values.push(SENTINEL.to_owned());
            property.sentinel_added = true;
        }
    }
}

/// Where the member is documented.
struct Known {
    /// Enums that have it.
    names: BTreeSet<QualifiedName>,
    /// Lists that have it, without it, in small letters and sorted.
    lists: BTreeSet<Vec<String>>,
}

impl Known {
    fn of(types: &[StructuredType], enums: &[EnumType]) -> Self {
        let mut known = Self {
            names: BTreeSet::new(),
            lists: BTreeSet::new(),
        };
        for item in enums.iter().filter(|item| item.evolvable()) {
            known.names.insert(item.name.clone());
            let names = item.members.iter().map(|member| member.name.as_str());
            known.lists.insert(list(names));
        }
        let rows = types.iter().flat_map(|owner| &owner.properties);
        for row in rows.filter(|row| has_sentinel(&row.enum_values)) {
            known.names.extend(row.type_ref.as_named().cloned());
            known.lists.insert(list(row.enum_values.iter().map(String::as_str)));
        }
        known
    }

    /// Whether a list of values of this type lacks the member. A string has no enum of its own: the values tell.
    fn says(&self, name: &TypeName, values: &[String]) -> bool {
        if values.is_empty() || has_sentinel(values) {
            return false;
        }
        match name {
            TypeName::Named { name, .. } => self.names.contains(name),
            _ => values.len() > 1 && self.lists.contains(&list(values.iter().map(String::as_str))),
        }
    }
}

fn has_sentinel(values: &[String]) -> bool {
    values.iter().any(|value| value.eq_ignore_ascii_case(SENTINEL))
}

/// The values of a list in small letters, sorted, without the sentinel: lists with the same values are equal.
pub(super) fn list<'a>(values: impl Iterator<Item = &'a str>) -> Vec<String> {
    let others = values.filter(|value| !value.eq_ignore_ascii_case(SENTINEL));
    let mut list: Vec<String> = others.map(str::to_lowercase).collect();
    list.sort_unstable();
    list.dedup();
    list
}
