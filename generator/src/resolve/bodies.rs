//! Types that only the pages of their create and update calls describe.

use super::decide::body::body_rows;
use super::types::merged;
use crate::model::{
    Area, BodyKind, Operation, Parameter, Property, PropertySection, QualifiedName, StructuredType, TypeName,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Types that no resource page describes and whose create or update page lists their properties.
pub(super) fn describe(types: &mut Vec<StructuredType>, operations: &[Operation]) {
    let known: BTreeSet<QualifiedName> = types.iter().map(|known| known.name.clone()).collect();
    let mut found: BTreeMap<&QualifiedName, BTreeMap<&Area, StructuredType>> = BTreeMap::new();
    for operation in operations
        .iter()
        .filter(|operation| operation.request_body.kind == BodyKind::Entity)
    {
        let TypeName::Named(name) = &operation.request_body.type_ref.name else {
            continue;
        };
        if known.contains(name) {
            continue;
        }
        let of_area = found.entry(name).or_default().entry(&operation.area);
        let described = of_area.or_insert_with(|| from_operation(name, operation));
        for property in body_rows(operation).map(property) {
            if !described
                .properties
                .iter()
                .any(|known| known.name.eq_ignore_ascii_case(&property.name))
            {
                described.properties.push(property);
            }
        }
    }
    let found = found.into_values().map(|areas| areas.into_values().collect());
    types.extend(found.filter_map(merged));
}

fn from_operation(name: &QualifiedName, operation: &Operation) -> StructuredType {
    StructuredType {
        file: operation.file.clone(),
        origin: operation.origin.clone(),
        title: name.name.clone(),
        area: operation.area.clone(),
        more_areas: Vec::new(),
        resource: operation.resource.clone(),
        base: None,
        base_source: None,
        is_abstract: false,
        is_open: true,
        key_property: None,
        properties: Vec::new(),
        description:
            "No page of its own describes this type; its properties are those that the pages of its create and \
                      update calls list."
                .to_owned(),
        deprecated: None,
        named: false,
        placeholder: false,
        name: name.clone(),
    }
}

fn property(row: &Parameter) -> Property {
    let mut facets = Arc::clone(&row.facets);
    if facets.required {
        // "Required" in such a table is about the call.
        Arc::make_mut(&mut facets).required = false;
    }
    Property {
        raw: row.raw.clone(),
        enum_values: row.enum_values.clone(),
        facets,
        description: row.description.clone(),
        ..Property::new(
            &row.name,
            PropertySection::Properties,
            row.type_ref.clone(),
            &row.origin,
        )
    }
}
