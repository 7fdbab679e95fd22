//! Enums with a member table.

use super::decide::members;
use super::index::enum_name;
use super::pages::LoadedPage;
use crate::model::{Area, EnumOrigin, EnumType, Member, QualifiedName};
use crate::page::{EnumRows, MemberRow};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// One enum for each name: its best table, and the members that only tables of other areas have.
pub(super) fn build(pages: &[LoadedPage]) -> Vec<EnumType> {
    let mut names: BTreeMap<QualifiedName, BTreeMap<Area, EnumType>> = BTreeMap::new();
    for found in tables(pages) {
        let areas = names.entry(found.name.clone()).or_default();
        match areas.get(&found.area) {
            Some(known) if members::rank(known) <= members::rank(&found) => {}
            _ => {
                areas.insert(found.area.clone(), found);
            }
        }
    }
    names.into_values().filter_map(merged).collect()
}

fn merged(areas: BTreeMap<Area, EnumType>) -> Option<EnumType> {
    let all: Vec<Area> = areas.keys().cloned().collect();
    let mut tables: Vec<EnumType> = areas.into_values().collect();
    tables.sort_by_key(members::rank);
    let mut tables = tables.into_iter();
    let mut item = tables.next()?;
    let mut names: FxHashSet<String> = item.members.iter().map(|member| member.name.clone()).collect();
    let more = tables.flat_map(|table| table.members);
    item.members
        .extend(more.filter(|member| names.insert(member.name.clone())));
    let mut areas = all.into_iter();
    (item.area, item.more_areas) = (areas.next()?, areas.collect());
    Some(item)
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
        file: page.path.to_string(),
        origin: rows.origin.clone(),
        documented_in: if rows.is_section {
            EnumOrigin::Section
        } else {
            EnumOrigin::Page
        },
        area: page.identity.area.clone(),
        more_areas: Vec::new(),
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
