//! Types that pages refer to and none describes.

use super::spans::Spans;
use crate::model::{Area, EnumType, Operation, Origin, QualifiedName, StructuredType, TypeRef};
use crate::source::Diagnostic;
use std::collections::{BTreeMap, BTreeSet};

/// Adds an empty open type for each, with a note at the first place that refers to it.
pub(super) fn add(
    types: &mut Vec<StructuredType>,
    operations: &[Operation],
    enums: &[EnumType],
    spans: &Spans<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let known: BTreeSet<&QualifiedName> = types
        .iter()
        .map(|known| &known.name)
        .chain(enums.iter().map(|known| &known.name))
        .collect();
    let mut missing: BTreeMap<QualifiedName, Use> = BTreeMap::new();
    for (reference, used) in uses(types, operations) {
        if let Some(name) = reference.as_named().filter(|name| !known.contains(name)) {
            missing.entry(name.clone()).or_insert(used);
        }
    }
    for (name, used) in missing {
        if let Some(span) = spans.of(&used.origin) {
            let message = format!("no page describes `{name}`");
            let note = Diagnostic::note("undocumented-type", span, message);
            diagnostics.push(note.help("it becomes an open type without properties; add its page to describe it"));
        }
        types.push(placeholder(name, used));
    }
}

/// The area of every placeholder. In the area of a page that refers to it, another page that does could move it.
const AREA: &str = "undocumented";

/// Where a type is referred to.
struct Use {
    file: String,
    origin: Origin,
}

fn uses<'a>(types: &'a [StructuredType], operations: &'a [Operation]) -> impl Iterator<Item = (&'a TypeRef, Use)> {
    let of_types = types.iter().flat_map(|owner| {
        owner.properties.iter().map(move |property| {
            (
                &property.type_ref,
                Use {
                    file: owner.file.clone(),
                    origin: property.origin.clone(),
                },
            )
        })
    });
    let of_operations = operations.iter().flat_map(|operation| {
        let references = operation
            .parameters
            .iter()
            .map(|parameter| (&parameter.type_ref, &parameter.origin));
        let whole = [&operation.request_body.type_ref, &operation.response.type_ref]
            .map(|reference| (reference, &operation.origin));
        references.chain(whole).map(move |(reference, origin)| {
            (
                reference,
                Use {
                    file: operation.file.clone(),
                    origin: origin.clone(),
                },
            )
        })
    });
    of_types.chain(of_operations)
}

fn placeholder(name: QualifiedName, used: Use) -> StructuredType {
    StructuredType {
        title: name.name.clone(),
        resource: name.name.clone(),
        file: used.file,
        origin: used.origin,
        area: Area(AREA.to_owned()),
        base: None,
        base_source: None,
        is_abstract: false,
        is_open: true,
        key_property: None,
        properties: Vec::new(),
        description: String::new(),
        deprecated: None,
        placeholder: true,
        name,
    }
}
