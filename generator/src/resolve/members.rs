//! Members that value lists name and the member table lacks.
//!
//! A table of an enum page lags behind: "Possible values are: `group`, `roster`" stands in the row of a property of that
//! enum, and its table has `group` alone. A list that shares less than half of its values with the table belongs to another
//! enum, and a value that is one letter off is a slip.

use super::reason;
use super::spans::Spans;
use super::spelling::differs_by_one;
use crate::model::{Account, EnumType, Member, Origin, QualifiedName, SENTINEL, StructuredType};
use std::collections::{BTreeMap, HashSet};

/// How many pairs of spellings are compared for one list.
const MOST_COMPARED: usize = 100_000;

/// Adds them at the end of the tables.
pub(super) fn add(types: &[StructuredType], enums: &mut [EnumType], spans: &Spans<'_>, account: &mut Account) {
    let mut lists: BTreeMap<&QualifiedName, Vec<(&[String], &Origin)>> = BTreeMap::new();
    for property in types.iter().flat_map(|owner| &owner.properties) {
        if let Some(name) = property
            .type_ref
            .as_named()
            .filter(|_| !property.enum_values.is_empty())
        {
            lists
                .entry(name)
                .or_default()
                .push((&property.enum_values, &property.origin));
        }
    }
    for item in enums {
        for (values, origin) in lists.get(&item.name).into_iter().flatten() {
            for _ in 0..extend(&mut item.members, values, origin) {
                account.guessed(&reason::MEMBER_OF_ROW, spans.place(origin));
            }
        }
    }
}

/// Adds the values that are not members yet, if the list is one of this enum; how many they are.
fn extend(members: &mut Vec<Member>, values: &[String], origin: &Origin) -> usize {
    let names: HashSet<String> = members.iter().map(|member| member.name.to_ascii_lowercase()).collect();
    let is_known = |value: &&String| names.contains(&value.to_ascii_lowercase());
    let (known, new): (Vec<_>, Vec<_>) = values.iter().partition(is_known);
    let others = new.iter().filter(|value| **value != SENTINEL).count();
    if known.len() < others {
        return 0;
    }
    // Every new value is compared with every member: not where both are many.
    let few = new.len().saturating_mul(members.len()) <= MOST_COMPARED;
    let is_misspelt = |name: &str| few && members.iter().any(|member| differs_by_one(&member.name, name));
    let names = new
        .into_iter()
        .filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !is_misspelt(name));
    let added: Vec<Member> = names.map(|name| member(name, origin)).collect();
    let count = added.len();
    members.extend(added);
    count
}

fn member(name: &str, origin: &Origin) -> Member {
    Member {
        name: name.to_owned(),
        value: None,
        description: String::new(),
        deprecated: None,
        origin: origin.clone(),
    }
}
