//! Navigation properties that no table lists and a page's route shows.
//!
//! `GET /groups/{id}/transitiveMembers` on the page "List transitive members" says that what `GET /groups/{id}` returns has
//! a navigation property of that name. Such a property is a guess, and marked as one (`PropertySection::Route`).

use crate::model::{
    Facets, Fact, Ledger, Method, Operation, Property, PropertySection, QualifiedName, StructuredType, TypeName,
};
use std::collections::{BTreeMap, BTreeSet};

/// Adds them to the types that own them.
pub(super) fn add(types: &mut [StructuredType], operations: &[Operation], ledger: &mut Ledger) {
    let owners = owners(operations);
    let mut shown: BTreeMap<QualifiedName, Vec<Property>> = BTreeMap::new();
    for operation in operations {
        for (owner, property) in properties(operation, &owners) {
            shown.entry(owner.clone()).or_default().push(property);
        }
    }
    let listed: BTreeSet<(QualifiedName, String)> = types.iter().flat_map(listed).collect();
    let bases: BTreeMap<QualifiedName, QualifiedName> = types
        .iter()
        .filter_map(|owner| Some((owner.name.clone(), owner.base.clone()?)))
        .collect();
    let mut done = BTreeSet::new();
    for owner in types.iter_mut().filter(|owner| !owner.placeholder) {
        for property in shown.get(&owner.name).into_iter().flatten() {
            let key = property.name.to_lowercase();
            if !is_listed(&owner.name, &key, &listed, &bases) && done.insert((owner.name.clone(), key)) {
                ledger.guessed(Fact::Property, "navigation property shown by a route");
                owner.properties.push(property.clone());
            }
        }
    }
}

/// Path of a route that returns one object -> the object's type.
fn owners(operations: &[Operation]) -> BTreeMap<String, &QualifiedName> {
    let mut owners = BTreeMap::new();
    for operation in operations
        .iter()
        .filter(|operation| operation.action.starts_with("get") && !operation.action.contains('-'))
    {
        let Some(name) = operation.response.type_ref.as_named() else {
            continue;
        };
        for route in operation.routes.iter().filter(|route| route.method == Method::Get) {
            owners.entry(shape(&route.path)).or_insert(name);
        }
    }
    owners
}

/// The path with every placeholder as `{}`, in lower case.
fn shape(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut depth = 0_usize;
    for c in path.trim_end_matches('/').chars() {
        match c {
            '{' => {
                depth += 1;
                out.push_str(if depth == 1 { "{}" } else { "" });
            }
            '}' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            c => out.push(c.to_ascii_lowercase()),
        }
    }
    out
}

/// What the routes of a "list" or "get" page show: the page's file name repeats the last segment, which tells a property
/// from a function such as `delta`.
fn properties<'a>(
    operation: &Operation,
    owners: &BTreeMap<String, &'a QualifiedName>,
) -> Vec<(&'a QualifiedName, Property)> {
    let named = operation
        .action
        .strip_prefix("list-")
        .or_else(|| operation.action.strip_prefix("get-"));
    let (Some(named), TypeName::Named { .. }) = (named, &operation.response.type_ref.name) else {
        return Vec::new();
    };
    let named = named.replace('-', "");
    let mut found = Vec::new();
    for route in operation.routes.iter().filter(|route| route.method == Method::Get) {
        let Some((prefix, last)) = route.path.trim_end_matches('/').rsplit_once('/') else {
            continue;
        };
        let is_name = last.eq_ignore_ascii_case(&named) && last.chars().all(|c| c.is_ascii_alphanumeric());
        if let Some(owner) = owners.get(&shape(prefix)).filter(|_| is_name) {
            let property = Property {
                name: last.to_owned(),
                section: PropertySection::Route,
                type_ref: operation.response.type_ref.clone(),
                raw: String::new(),
                inherited_from: None,
                enum_values: Vec::new(),
                values_enum: None,
                facets: Facets::default(),
                description: String::new(),
                origin: route.origin.clone(),
            };
            found.push((*owner, property));
        }
    }
    found
}

fn listed(owner: &StructuredType) -> impl Iterator<Item = (QualifiedName, String)> + '_ {
    owner
        .properties
        .iter()
        .map(|property| (owner.name.clone(), property.name.to_lowercase()))
}

/// Whether a table of the type, or of one of its bases, has the name.
fn is_listed(
    owner: &QualifiedName,
    key: &str,
    listed: &BTreeSet<(QualifiedName, String)>,
    bases: &BTreeMap<QualifiedName, QualifiedName>,
) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = Some(owner);
    while let Some(current) = next.filter(|current| seen.insert(*current)) {
        if listed.contains(&(current.clone(), key.to_owned())) {
            return true;
        }
        next = bases.get(current);
    }
    false
}
