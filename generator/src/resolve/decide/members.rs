//! The members of an enum: those of its table, and values of rows that the table lacks.
//!
//! A table lags behind: "Possible values are: `group`, `roster`" stands in the row of a property of that enum, and its
//! table has `group` alone. A list that shares less than half of its values with the table belongs to another enum, and a
//! value that is one letter off is a slip.

use super::{Decided, Source};
use crate::model::{EnumOrigin, EnumType, Member, Property, QualifiedName, SENTINEL, StructuredType};
use crate::resolve::spelling::differs_by_one;
use rustc_hash::FxHashSet;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many pairs of spellings are compared for one list.
const MOST_COMPARED: usize = 100_000;

/// Which table of an enum counts: one on a page of its own before one in a section, then the longer one.
pub(in crate::resolve) fn rank(item: &EnumType) -> (EnumOrigin, Reverse<usize>) {
    (item.documented_in, Reverse(item.members.len()))
}

/// The tables of an enum, best first, as decision.
pub(in crate::resolve) fn of_tables(tables: &[EnumType]) -> Option<Decided<'_, Vec<&str>>> {
    let mut tables: Vec<&EnumType> = tables.iter().collect();
    tables.sort_by_key(|item| rank(item));
    let stated = tables.into_iter().map(|item| {
        let rule = match item.documented_in {
            EnumOrigin::Page => "table of members on a page of its own",
            _ => "table of members in a section of another page",
        };
        (names(item), Source::at(rule, &item.origin))
    });
    Decided::first(stated)
}

/// The names of the members.
pub(in crate::resolve) fn names(item: &EnumType) -> Vec<&str> {
    item.members.iter().map(|member| member.name.as_str()).collect()
}

/// Properties with lists of values, by the enum that their rows name.
pub(in crate::resolve) fn lists(types: &[StructuredType]) -> BTreeMap<&QualifiedName, Vec<&Property>> {
    let mut lists: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for property in types.iter().flat_map(|owner| &owner.properties) {
        if let Some(name) = property.type_ref.as_named()
            && !property.enum_values.is_empty()
        {
            lists.entry(name).or_default().push(property);
        }
    }
    lists
}

/// The values of a row that become members.
pub(in crate::resolve) fn of_row<'a>(members: &[Member], row: &'a Property) -> Decided<'a, Vec<&'a str>> {
    let names: FxHashSet<String> = members.iter().map(|member| member.name.to_ascii_lowercase()).collect();
    let values = row.enum_values.iter().map(String::as_str);
    let (known, new): (Vec<_>, Vec<_>) = values.partition(|value| names.contains(&value.to_ascii_lowercase()));
    let source = |rule| Source::at(rule, &row.origin);
    let mut decided = Decided::new(Vec::new(), source("values of the row that the table lacks"));
    if known.len() < new.iter().filter(|value| **value != SENTINEL).count() {
        let rule = "the row shares less than half of its values with the table";
        decided.rejected.push((new, source(rule)));
        return decided;
    }
    // Every new value is compared with every member: not where both are many.
    let few = new.len().saturating_mul(members.len()) <= MOST_COMPARED;
    let is_misspelt = |name: &str| few && members.iter().any(|member| differs_by_one(&member.name, name));
    for value in new {
        let is_name = value.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        match (is_name, is_misspelt(value)) {
            (true, false) => decided.value.push(value),
            (true, true) => decided
                .rejected
                .push((vec![value], source("a member differs by one letter"))),
            (false, _) => decided.rejected.push((vec![value], source("the value is not a name"))),
        }
    }
    decided
}
