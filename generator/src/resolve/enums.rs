//! Enums with a member table.

use super::decide::members;
use super::index::enum_name;
use super::pages::LoadedPage;
use crate::model::{EnumOrigin, EnumType, Member};
use crate::page::{EnumRows, MemberRow};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// One enum for each name and area.
pub(super) fn build(pages: &[LoadedPage]) -> Vec<EnumType> {
    let mut enums: BTreeMap<_, EnumType> = BTreeMap::new();
    for found in tables(pages) {
        let key = (found.name.clone(), found.area.clone());
        match enums.get(&key) {
            Some(known) if members::rank(known) <= members::rank(&found) => {}
            _ => {
                enums.insert(key, found);
            }
        }
    }
    enums.into_values().collect()
}

/// Every table of members.
pub(super) fn tables(pages: &[LoadedPage]) -> impl Iterator<Item = EnumType> {
    let tables = pages
        .iter()
        .flat_map(|page| page.page.enums.iter().map(move |rows| (page, rows)));
    tables.map(|(page, rows)| enum_type(page, rows))
}

fn enum_type(page: &LoadedPage, rows: &EnumRows) -> EnumType {
    let mut names = FxHashSet::default();
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
        deprecated: page.page.deprecated.clone().filter(|_| !rows.is_section),
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
