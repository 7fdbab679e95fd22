//! Structured types from resource pages.

use super::bases;
use super::bind;
use super::decide::property::{self, Statement};
use super::decide::{base, name, type_copies};
use super::index::Index;
use super::pages::LoadedPage;
use crate::model::{BaseSource, Hierarchy, Origin, Property, PropertySection, QualifiedName, StructuredType};
use crate::page::ResourceRows;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One type for each name, merged from all pages about it, and what is derived from what. The rows at the end are those
/// whose lists of values are none.
pub(super) fn build(pages: &[LoadedPage], index: &Index) -> (Vec<StructuredType>, Hierarchy, Vec<Origin>) {
    let mut found: BTreeMap<QualifiedName, Vec<StructuredType>> = BTreeMap::new();
    for item in pages.iter().filter_map(|page| structured_type(page, index)) {
        found.entry(item.name.clone()).or_default().push(item);
    }
    let mut types: BTreeMap<QualifiedName, StructuredType> = found
        .into_iter()
        .filter_map(|(name, pages)| Some((name, merged(pages)?)))
        .collect();
    // A page of its own is better than a section of another one.
    for part in pages.iter().flat_map(|page| sections(page, index)) {
        match types.get_mut(&part.name) {
            Some(known) => merge(known, part),
            None => _ = types.insert(part.name.clone(), part),
        }
    }
    let mut types: Vec<StructuredType> = types.into_values().collect();
    bases::from_base_pages(&mut types, pages, index);
    let hierarchy = Hierarchy::of(&types);
    bases::type_json_keys(&mut types, &hierarchy);
    let without = forget_values_of_objects(&mut types);
    (types, hierarchy, without)
}

/// "The supported actions are `fire` and `cool`" in the row of an object names no values of the property. A base type is
/// an object, whether a page describes it or not.
fn forget_values_of_objects(types: &mut [StructuredType]) -> Vec<Origin> {
    let bases = types.iter().filter_map(|owner| owner.base.clone());
    let names: FxHashSet<QualifiedName> = types.iter().map(|owner| owner.name.clone()).chain(bases).collect();
    let mut rows = Vec::new();
    for property in types.iter_mut().flat_map(|owner| &mut owner.properties) {
        let is_object = property.type_ref.as_named().is_some_and(|name| names.contains(name));
        if is_object && !property.enum_values.is_empty() {
            property.enum_values.clear();
            rows.push(property.origin.clone());
        }
    }
    rows
}

fn structured_type(page: &LoadedPage, index: &Index) -> Option<StructuredType> {
    let rows = page.page.resource.as_ref()?;
    let name = index.type_name(&page.path)?.clone();
    let base = base::stated(page, rows, index).find(|(base, ..)| *base != name);
    let (base, base_source) = base.map_or((None, None), |(base, source, _)| (Some(base), Some(source)));
    Some(StructuredType {
        file: page.path.to_string(),
        origin: rows.origin.clone(),
        title: page.page.title.clone(),
        area: page.identity.area.clone(),
        more_areas: Vec::new(),
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

/// The types that sections of a page describe.
fn sections<'p>(page: &'p LoadedPage, index: &'p Index) -> impl Iterator<Item = StructuredType> + 'p {
    page.page.inner.iter().filter_map(|part| {
        let name = name::of_section(page, part)?;
        let base = part.rows.base.sentence.as_ref();
        let base = base
            .map(|reference| bind::reference(index, page, reference))
            .filter(|base| *base != name);
        Some(StructuredType {
            file: page.path.to_string(),
            origin: part.rows.origin.clone(),
            title: part.title.clone(),
            area: page.identity.area.clone(),
            more_areas: Vec::new(),
            resource: name.name.clone(),
            base_source: base.as_ref().map(|_| BaseSource::Sentence),
            base,
            is_abstract: part.rows.is_abstract,
            is_open: part.rows.is_open,
            key_property: part.rows.key_property.clone(),
            properties: properties(page, &part.rows, index),
            description: part.description.clone(),
            deprecated: None,
            named: false,
            placeholder: false,
            name,
        })
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
            facets: Arc::clone(&row.described.facets),
            description: row.described.markdown.clone(),
            ..Property::new(&row.name, row.section, type_ref, &row.origin)
        },
        Statement::Key(key) => Property {
            raw: key.type_cell.raw.clone(),
            ..Property::new(&key.name, PropertySection::JsonBlock, type_ref, &key.origin)
        },
    }
}

/// The type that these pages describe.
pub(super) fn merged(mut pages: Vec<StructuredType>) -> Option<StructuredType> {
    pages.sort_by_key(|page| type_copies::rank(&page.file));
    let areas = type_copies::Areas::of(&pages)?;
    let mut pages = pages.into_iter();
    let mut item = pages.next()?;
    pages.for_each(|other| merge(&mut item, other));
    for property in &mut item.properties {
        property.areas = areas.alone(property);
    }
    (item.area, item.more_areas) = (areas.first, areas.others);
    Some(item)
}

/// A further page adds what the better ones lack; a row of a table counts more than a key of a JSON block.
fn merge(known: &mut StructuredType, other: StructuredType) {
    let lower = |property: &Property| property.name.to_ascii_lowercase();
    let is_key = |property: &Property| property.section == PropertySection::JsonBlock;
    let places = known.properties.iter().map(lower).zip(0..);
    let places: FxHashMap<String, usize> = places.collect();
    for property in other.properties {
        let place = places.get(&lower(&property));
        match place.and_then(|place| known.properties.get_mut(*place)) {
            None => known.properties.push(property),
            Some(key) if is_key(key) && !is_key(&property) => *key = property,
            Some(_) => {}
        }
    }
    if known.base.is_none() {
        (known.base, known.base_source) = (other.base, other.base_source);
    }
    known.key_property = known.key_property.take().or(other.key_property);
    known.is_open |= other.is_open;
    known.is_abstract |= other.is_abstract;
}

#[cfg(test)]
mod tests {
    use crate::resolve::decide::sample::model;

    #[test]
    fn sections_describe_types_of_their_own() {
        let kiln = "# kiln resource type\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|fire|[fireState](#firestate)|N.|\n\
            ### fireState\n\nHow it burns.\n\n|Property|Type|Description|\n|:--|:--|:--|\n|heat|Int32|N.|\n";
        let call = "# kiln: fire\n\n## HTTP request\n```http\nPOST /kilns/{id}/fire\n```\n\n## Response\n\n\
            If successful, this action returns a `200 OK` response code and a [state](../resources/kiln.md#firestate).\n";
        let model = model(&[("resources/kiln.md", kiln), ("api/kiln-fire.md", call)]);
        let schema = &model.schemas[0];
        let shown = schema.types.iter().map(|item| {
            let names: Vec<String> = item
                .properties
                .iter()
                .map(|one| format!("{}: {}", one.name, one.type_ref))
                .collect();
            format!("{} ({}){}", item.name.name, names.join(", "), item.description)
        });
        insta::assert_snapshot!(shown.collect::<Vec<_>>().join("\n"), @r"
        fireState (heat: Edm.Int32)How it burns.
        kiln (fire: microsoft.graph.fireState)
        ");
        let response = &schema.operations[0].response;
        assert_eq!(response.type_ref.to_string(), "microsoft.graph.fireState");
    }
}
