//! Navigation properties that no table lists and a page's route shows.
//!
//! `GET /groups/{id}/transitiveMembers` on the page "List transitive members" says that what `GET /groups/{id}` returns has
//! a navigation property of that name. Such a property is a guess, and marked as one (`PropertySection::Route`).

use crate::model::{
    Facets, Fact, Ledger, Method, Operation, Property, PropertySection, QualifiedName, Route, StructuredType, TypeName,
    TypeRef,
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

/// What the routes of an operation show, from the page's own words first: the end of a "get" or "list" route, then every
/// name in the middle that a key follows (`/users/{id}/chats/{id}`).
fn properties<'a>(
    operation: &Operation,
    owners: &BTreeMap<String, &'a QualifiedName>,
) -> Vec<(&'a QualifiedName, Property)> {
    let mut found = Vec::new();
    for route in &operation.routes {
        let path = route.path.trim_end_matches('/');
        let ends = if route.method == Method::Get {
            at_the_end(operation, path)
        } else {
            None
        };
        let shown = ends.into_iter().chain(before_a_key(path, owners));
        for (prefix, name, type_ref) in shown {
            if let Some(owner) = owners.get(&shape(prefix)) {
                found.push((*owner, property(name, type_ref, route)));
            }
        }
    }
    found
}

/// `/users/{id}/settings` on a page of the action "get", `/groups/{id}/transitiveMembers` on one of the action
/// "list-transitivemembers". The page of a function such as `delta` is named after the function instead.
fn at_the_end<'r>(operation: &Operation, path: &'r str) -> Option<(&'r str, &'r str, TypeRef)> {
    let (prefix, last) = path.rsplit_once('/')?;
    let words = operation.action.split_once('-');
    let names_it = match words {
        Some(("list" | "get", rest)) => last.eq_ignore_ascii_case(&rest.replace('-', "")),
        Some(_) => false,
        None => matches!(operation.action.as_str(), "get" | "list"),
    };
    let type_ref = &operation.response.type_ref;
    let is_object = matches!(type_ref.name, TypeName::Named { .. });
    (names_it && is_object && is_name(last)).then(|| (prefix, last, type_ref.clone()))
}

/// Names that a key follows, with the type that a "get" page says the keyed route returns.
fn before_a_key<'r>(path: &'r str, owners: &BTreeMap<String, &QualifiedName>) -> Vec<(&'r str, &'r str, TypeRef)> {
    let mut found = Vec::new();
    for (at, _) in path.match_indices("/{") {
        let (before, rest) = path.split_at(at);
        let end = rest.find('}').map_or(rest.len(), |end| end + 1);
        let keyed = path.get(..at + end).unwrap_or(path);
        let Some((prefix, name)) = before.rsplit_once('/') else {
            continue;
        };
        if let Some(item) = owners.get(&shape(keyed)).filter(|_| is_name(name)) {
            found.push((prefix, name, TypeRef::named((*item).clone()).collection(true)));
        }
    }
    found
}

fn is_name(segment: &str) -> bool {
    segment.starts_with(|c: char| c.is_ascii_alphabetic()) && segment.chars().all(|c| c.is_ascii_alphanumeric())
}

fn property(name: &str, type_ref: TypeRef, route: &Route) -> Property {
    Property {
        name: name.to_owned(),
        section: PropertySection::Route,
        type_ref,
        raw: String::new(),
        inherited_from: None,
        enum_values: Vec::new(),
        values_enum: None,
        facets: Facets::default(),
        description: String::new(),
        origin: route.origin.clone(),
    }
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
