//! Enums with a member table.

use super::decide::members;
use super::index::Index;
use super::pages::LoadedPage;
use crate::model::{Area, EnumOrigin, EnumType, Member, QualifiedName};
use crate::page::{EnumRows, MemberRow};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// One enum for each name: its best table, and the members that only tables of other areas have.
pub(super) fn build(pages: &[LoadedPage], index: &Index) -> Vec<EnumType> {
    let mut names: BTreeMap<QualifiedName, BTreeMap<Area, EnumType>> = BTreeMap::new();
    for found in tables(pages, index) {
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
pub(super) fn tables<'a>(pages: &'a [LoadedPage], index: &'a Index) -> impl Iterator<Item = EnumType> + 'a {
    let tables = pages
        .iter()
        .flat_map(|page| page.page.enums.iter().map(move |rows| (page, rows)));
    tables.map(|(page, rows)| enum_type(page, rows, index))
}

fn enum_type(page: &LoadedPage, rows: &EnumRows, index: &Index) -> EnumType {
    let mut names = FxHashSet::default();
    let first = rows.members.iter().filter(|member| names.insert(member.name.as_str()));
    let members = first.map(member).collect();
    EnumType {
        name: index.enum_name(page, rows),
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

#[cfg(test)]
mod tests {
    use crate::model::Schema;
    use crate::resolve::decide::sample::model;

    fn page(name: &str, heading: &str, values: &str) -> String {
        format!(
            "# {name} resource type\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|scope|String|See below.|\n\n\
             ### {heading}\n\n|Value|Description|\n|:--|:--|\n{values}\n"
        )
    }

    fn shown(schema: &Schema) -> String {
        let of = |item: &crate::model::EnumType| {
            let names: Vec<&str> = item.members.iter().map(|member| member.name.as_str()).collect();
            format!("{}: {}", item.name.name, names.join(" "))
        };
        let enums = schema.enums.iter().map(of);
        let properties = schema.types.iter().flat_map(|owner| &owner.properties);
        let named = properties.filter_map(|row| Some(format!("{} is {}", row.name, row.values_enum.as_ref()?.name)));
        enums.chain(named).collect::<Vec<_>>().join("\n")
    }

    /// Two types have values of their own under the same heading.
    #[test]
    fn values_of_a_string_property_in_a_section() {
        let kiln = page("kiln", "Scope property values", "|fire|Hot.|\n|clay|Wet.|\n");
        let shelf = page("shelf", "Scope values", "|all|Any pot.|\n|some|Few pots.|\n");
        let model = model(&[("resources/kiln.md", &kiln), ("resources/shelf.md", &shelf)]);
        insta::assert_snapshot!(shown(&model.schemas[0]), @r"
        kilnScope: fire clay
        shelfScope: all some
        scope is kilnScope
        scope is shelfScope
        ");
    }

    /// A page of enums has it too.
    #[test]
    fn values_of_a_property_that_are_an_enum_of_their_own() {
        let kiln = page("kiln", "Scope values", "|fire|Hot.|\n|clay|Wet.|\n");
        let all = "# Enums\n\n## scope values\n\n|Member|\n|:--|\n|fire|\n|clay|\n";
        let model = model(&[("resources/kiln.md", &kiln), ("resources/enums.md", all)]);
        insta::assert_snapshot!(shown(&model.schemas[0]), @"
        scope: fire clay
        scope is scope
        ");
    }

    /// A section about an enum that no property of a string is named like.
    #[test]
    fn other_sections_keep_their_names() {
        let kiln = page("kiln", "kilnState values", "|hot|x|\n|cold|x|\n");
        let model = model(&[("resources/kiln.md", &kiln)]);
        insta::assert_snapshot!(shown(&model.schemas[0]), @"kilnState: hot cold");
    }

    #[test]
    fn numbers_of_values_in_a_description() {
        let row = "|state|kilnState|The possible values are: `1` (for `hot`), `4` (for `cold`).|";
        let kiln =
            format!("# kiln resource type\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n{row}\n");
        let model = model(&[("resources/kiln.md", &kiln)]);
        let members = model.schemas[0].enums[0].members.iter();
        let shown: Vec<String> = members
            .map(|member| format!("{} = {:?}", member.name, member.value))
            .collect();
        insta::assert_snapshot!(shown.join("\n"), @r"
        hot = Some(1)
        cold = Some(4)
        ");
    }
}
