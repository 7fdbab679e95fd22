//! Structured types from resource pages.

use super::bases;
use super::decide::base;
use super::decide::property::{self, Statement};
use super::index::Index;
use super::pages::LoadedPage;
use crate::model::{Area, Hierarchy, Property, PropertySection, QualifiedName, StructuredType};
use crate::page::ResourceRows;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// One type for each name and area, and what is derived from what; pages of one area about one type are merged.
pub(super) fn build(pages: &[LoadedPage], index: &Index) -> (Vec<StructuredType>, Hierarchy) {
    let mut types: BTreeMap<(QualifiedName, Area), StructuredType> = BTreeMap::new();
    for page in pages {
        let Some(found) = structured_type(page, index) else {
            continue;
        };
        match types.entry((found.name.clone(), found.area.clone())) {
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(found);
            }
            std::collections::btree_map::Entry::Occupied(mut entry) => merge(entry.get_mut(), found),
        }
    }
    let mut types: Vec<StructuredType> = types.into_values().collect();
    bases::from_base_pages(&mut types, pages, index);
    let hierarchy = Hierarchy::of(&types);
    bases::type_json_keys(&mut types, &hierarchy);
    forget_values_of_objects(&mut types);
    (types, hierarchy)
}

/// "The supported actions are `fire` and `cool`" in the row of an object names no values of the property.
fn forget_values_of_objects(types: &mut [StructuredType]) {
    let names: FxHashSet<QualifiedName> = types.iter().map(|owner| owner.name.clone()).collect();
    for property in types.iter_mut().flat_map(|owner| &mut owner.properties) {
        if property.type_ref.as_named().is_some_and(|name| names.contains(name)) {
            property.enum_values.clear();
        }
    }
}

fn structured_type(page: &LoadedPage, index: &Index) -> Option<StructuredType> {
    let rows = page.page.resource.as_ref()?;
    let name = index.type_name(&page.path)?.clone();
    let base = base::stated(page, rows, index).find(|(base, ..)| *base != name);
    let (base, base_source) = base.map_or((None, None), |(base, source, _)| (Some(base), Some(source)));
    Some(StructuredType {
        file: page.path.clone(),
        origin: rows.origin.clone(),
        title: page.page.title.clone(),
        area: page.identity.area.clone(),
        resource: page.identity.resource.clone(),
        base,
        base_source,
        is_abstract: rows.is_abstract,
        is_open: rows.is_open,
        key_property: rows.key_property.clone(),
        properties: properties(page, rows, index),
        description: page.page.description.clone(),
        deprecated: page.page.deprecated.clone(),
        named: false,
        placeholder: false,
        name,
    })
}

/// Table rows, then keys of the JSON block that no row lists. A name that stands twice counts once.
fn properties(page: &LoadedPage, rows: &ResourceRows, index: &Index) -> Vec<Property> {
    let mut names = FxHashSet::default();
    let is_first = |statement: &Statement<'_>| names.insert(statement.name().to_ascii_lowercase());
    let first = property::stated(rows).filter(is_first);
    let spellings = property::spellings(rows);
    let spelled = |property: Property| match spellings.get(&property.name.to_ascii_lowercase()) {
        Some(name) => Property {
            name: (*name).to_owned(),
            ..property
        },
        None => property,
    };
    first
        .map(|statement| spelled(property_of(page, statement, index)))
        .collect()
}

fn property_of(page: &LoadedPage, statement: Statement<'_>, index: &Index) -> Property {
    let type_ref = statement.type_ref(page, index).0;
    match statement {
        Statement::Row(row) => Property {
            raw: row.type_cell.raw.clone(),
            inherited_from: row.described.inherited_from.clone(),
            enum_values: row.described.values.clone(),
            facets: row.described.facets.clone(),
            description: row.described.markdown.clone(),
            ..Property::new(&row.name, row.section, type_ref, &row.origin)
        },
        Statement::Key(key) => Property {
            raw: key.type_cell.raw.clone(),
            ..Property::new(&key.name, PropertySection::JsonBlock, type_ref, &key.origin)
        },
    }
}

/// A second page of the same area about the same type adds what the first one lacks.
fn merge(known: &mut StructuredType, other: StructuredType) {
    let lower = |property: &Property| property.name.to_ascii_lowercase();
    let mut names: FxHashSet<String> = known.properties.iter().map(lower).collect();
    let new = other
        .properties
        .into_iter()
        .filter(|property| names.insert(lower(property)));
    known.properties.extend(new);
    if known.base.is_none() {
        (known.base, known.base_source) = (other.base, other.base_source);
    }
    known.key_property = known.key_property.take().or(other.key_property);
    known.is_open |= other.is_open;
    known.is_abstract |= other.is_abstract;
}
