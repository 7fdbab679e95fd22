//! Enums with a member table.

use super::index::{Index, enum_name};
use super::pages::LoadedPage;
use crate::model::{EnumOrigin, EnumType, Member};
use crate::page::{EnumRows, MemberRow};
use std::collections::{BTreeMap, HashSet};

/// One enum for each name and area. A table on a page of its own comes before a section; else the longer table wins.
pub(super) fn build(pages: &[LoadedPage], _index: &Index) -> Vec<EnumType> {
    let mut enums: BTreeMap<_, EnumType> = BTreeMap::new();
    for page in pages {
        for rows in &page.page.enums {
            let found = enum_type(page, rows);
            let key = (found.name.clone(), found.area.clone());
            match enums.get(&key) {
                Some(known)
                    if (known.documented_in, std::cmp::Reverse(known.members.len()))
                        <= (found.documented_in, std::cmp::Reverse(found.members.len())) => {}
                _ => {
                    enums.insert(key, found);
                }
            }
        }
    }
    enums.into_values().collect()
}

fn enum_type(page: &LoadedPage, rows: &EnumRows) -> EnumType {
    let mut names = HashSet::new();
    let first = rows.members.iter().filter(|member| names.insert(member.name.as_str()));
    let members = first.map(member).collect();
    EnumType {
        name: enum_name(page, &rows.name),
        file: page.path.clone(),
        origin: rows.origin.clone(),
        documented_in: if rows.is_section {
            EnumOrigin::Section
        } else {
            EnumOrigin::Page
        },
        area: page.identity.area.clone(),
        flags: rows.flags,
        description: rows.description.clone(),
        deprecated: None,
        members,
    }
}

fn member(row: &MemberRow) -> Member {
    Member {
        name: row.name.clone(),
        value: row.value,
        description: row.described.markdown.clone(),
        deprecated: row.described.facets.deprecated.clone(),
        origin: row.origin.clone(),
    }
}
