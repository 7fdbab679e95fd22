//! What create and update pages send, and the types that only such pages describe.
//!
//! A page of a create call says "a JSON representation of the [x](x.md) object", or only has a table. The table's rows are
//! properties of the type then, not parameters of an action.

use crate::model::{
    Area, BodyKind, Facets, Method, Operation, Parameter, ParameterSection, Property, PropertySection, QualifiedName,
    RequestBody, StructuredType, TypeName, TypeRef,
};
use std::collections::{BTreeMap, BTreeSet};

/// First words of the part of a file name that tells what a page creates (`group-post-members`).
const CREATES: &[&str] = &["create", "post", "add"];

/// Property names in lower case, own and inherited, of every documented type.
pub(super) struct KnownProperties {
    names: BTreeMap<QualifiedName, BTreeSet<String>>,
}

impl KnownProperties {
    /// Collects them.
    pub(super) fn of(types: &[StructuredType]) -> Self {
        let mut own: BTreeMap<&QualifiedName, BTreeSet<String>> = BTreeMap::new();
        let mut bases: BTreeMap<&QualifiedName, &QualifiedName> = BTreeMap::new();
        for owner in types {
            let names = owner.properties.iter().map(|property| property.name.to_lowercase());
            own.entry(&owner.name).or_default().extend(names);
            bases.extend(owner.base.as_ref().map(|base| (&owner.name, base)));
        }
        let all = own
            .keys()
            .map(|name| ((*name).clone(), with_bases(name, &own, &bases)))
            .collect();
        Self { names: all }
    }

    /// How many of the names are properties of the type, in percent; `None` for a type that no page describes.
    fn share(&self, name: &QualifiedName, rows: &[&Parameter]) -> Option<usize> {
        let known = self.names.get(name)?;
        let hits = rows
            .iter()
            .filter(|row| known.contains(&row.name.to_lowercase()))
            .count();
        Some(if rows.is_empty() { 100 } else { hits * 100 / rows.len() })
    }
}

fn with_bases(
    name: &QualifiedName,
    own: &BTreeMap<&QualifiedName, BTreeSet<String>>,
    bases: &BTreeMap<&QualifiedName, &QualifiedName>,
) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut next = Some(name);
    while let Some(current) = next.filter(|current| seen.insert(*current)) {
        all.extend(own.get(current).into_iter().flatten().cloned());
        next = bases.get(current).copied();
    }
    all
}

/// Makes the body of a create or update call an entity body where its rows are properties of the response's type, or of
/// the page's resource.
pub(super) fn decide(operation: &mut Operation, resource: &TypeRef, known: &KnownProperties) {
    if !matches!(operation.request_body.kind, BodyKind::Parameters | BodyKind::Json) {
        return;
    }
    let updates = operation
        .routes
        .iter()
        .any(|route| matches!(route.method, Method::Patch | Method::Put));
    let creates = operation
        .action
        .split('-')
        .next()
        .is_some_and(|word| CREATES.contains(&word));
    let responded = Some(operation.response.type_ref.clone()).filter(|response| !response.collection);
    let candidates = responded.into_iter().chain(Some(resource.clone()).filter(|_| updates));
    let rows: Vec<&Parameter> = body_rows(operation).collect();
    let fits = |candidate: &TypeRef| match candidate.as_named().map(|name| known.share(name, &rows)) {
        Some(Some(share)) => (updates || creates) && share >= 70,
        // A type that only this page describes: its rows are all that is known.
        Some(None) => (updates || creates) && !rows.is_empty(),
        None => false,
    };
    if let Some(type_ref) = candidates.into_iter().find(fits) {
        for row in &mut operation.parameters {
            if row.section == ParameterSection::Body {
                row.section = ParameterSection::Property;
            }
        }
        operation.request_body = RequestBody {
            kind: BodyKind::Entity,
            type_ref,
        };
    }
}

fn body_rows(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    let rows = operation.parameters.iter();
    rows.filter(|row| matches!(row.section, ParameterSection::Body | ParameterSection::Property))
}

/// Types that no resource page describes and whose create or update page lists their properties.
pub(super) fn describe(types: &mut Vec<StructuredType>, operations: &[Operation]) {
    let known: BTreeSet<QualifiedName> = types.iter().map(|known| known.name.clone()).collect();
    let mut found: BTreeMap<(QualifiedName, Area), StructuredType> = BTreeMap::new();
    for operation in operations
        .iter()
        .filter(|operation| operation.request_body.kind == BodyKind::Entity)
    {
        let TypeName::Named { name, .. } = &operation.request_body.type_ref.name else {
            continue;
        };
        if known.contains(name) {
            continue;
        }
        let key = (name.clone(), operation.area.clone());
        let described = found.entry(key).or_insert_with(|| from_operation(name, operation));
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
    types.extend(found.into_values());
}

fn from_operation(name: &QualifiedName, operation: &Operation) -> StructuredType {
    StructuredType {
        file: operation.file.clone(),
        origin: operation.origin.clone(),
        title: name.name.clone(),
        area: operation.area.clone(),
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
        placeholder: false,
        name: name.clone(),
    }
}

fn property(row: &Parameter) -> Property {
    Property {
        name: row.name.clone(),
        section: PropertySection::Properties,
        type_ref: row.type_ref.clone(),
        raw: row.raw.clone(),
        inherited_from: None,
        enum_values: row.enum_values.clone(),
        sentinel_added: false,
        values_enum: None,
        // "Required" in such a table is about the call.
        facets: Facets {
            required: false,
            ..row.facets.clone()
        },
        description: row.description.clone(),
        origin: row.origin.clone(),
    }
}
