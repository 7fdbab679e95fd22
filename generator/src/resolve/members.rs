//! Members that value lists name and the member table lacks.
//!
//! A table of an enum page lags behind: "Possible values are: `group`, `roster`" stands in the row of a property of that
//! enum, and its table has `group` alone. A list that shares less than half of its values with the table belongs to another
//! enum, and a value that is one letter off is a slip.

use super::spelling::differs_by_one;
use crate::model::{EnumType, Fact, Ledger, Member, Origin, QualifiedName, SENTINEL, StructuredType};
use std::collections::{BTreeMap, HashSet};

/// How many pairs of spellings are compared for one list.
const MOST_COMPARED: usize = 100_000;

/// Adds them at the end of the tables.
pub(super) fn add(types: &[StructuredType], enums: &mut [EnumType], ledger: &mut Ledger) {
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
            extend(&mut item.members, values, origin, ledger);
        }
    }
}

fn extend(members: &mut Vec<Member>, values: &[String], origin: &Origin, ledger: &mut Ledger) {
    let names: HashSet<String> = members.iter().map(|member| member.name.to_ascii_lowercase()).collect();
    let is_known = |value: &&String| names.contains(&value.to_ascii_lowercase());
    let (known, new): (Vec<_>, Vec<_>) = values.iter().partition(is_known);
    let others = new.iter().filter(|value| **value != SENTINEL).count();
    if known.len() < others {
        return;
    }
    // Every new value is compared with every member: not where both are many.
    let few = new.len().saturating_mul(members.len()) <= MOST_COMPARED;
    let is_misspelt = |name: &str| few && members.iter().any(|member| differs_by_one(&member.name, name));
    let names = new
        .into_iter()
        .filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !is_misspelt(name));
    let added: Vec<Member> = names.map(|name| member(name, origin)).collect();
    for _ in &added {
        ledger.guessed(Fact::Member, "named by a row, not by the table");
    }
    members.extend(added);
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
