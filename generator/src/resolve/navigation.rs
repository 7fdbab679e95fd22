//! Navigation properties that no table lists and a page's route shows.
//!
//! `GET /groups/{id}/transitiveMembers` on the page "List transitive members" says that what `GET /groups/{id}` returns has
//! a navigation property of that name. Such a property is a guess, and marked as one (`PropertySection::Route`).

use super::known::KnownProperties;
use super::paths::Paths;
use super::reason;
use super::spans::Spans;
use crate::model::{
    Account, Facets, Hierarchy, Method, Operation, PathKey, Property, PropertySection, QualifiedName, Route, Segment,
    StructuredType, TypeName, TypeRef,
};
use std::collections::{BTreeMap, BTreeSet};

/// Adds them to the types that own them, and makes collections of what routes show as such.
pub(super) fn add(
    types: &mut [StructuredType],
    operations: &[Operation],
    hierarchy: &Hierarchy,
    spans: &Spans<'_>,
    account: &mut Account,
) {
    let Shown {
        properties: shown,
        collections,
    } = shown(types, operations, hierarchy);
    for (index, property) in missing(types, &shown, hierarchy) {
        if let Some(owner) = types.get_mut(index) {
            account.guessed(&reason::PROPERTY_OF_ROUTE, spans.place(&property.origin));
            owner.properties.push(property);
        }
    }
    make_collections(types, &collections, spans, account);
}

/// The shown properties that no table of their type and its bases lists, each once, with the index of the type.
fn missing(
    types: &[StructuredType],
    shown: &BTreeMap<QualifiedName, Vec<Property>>,
    hierarchy: &Hierarchy,
) -> Vec<(usize, Property)> {
    let known = KnownProperties::of(types, hierarchy);
    let mut done = BTreeSet::new();
    let mut missing = Vec::new();
    for (index, owner) in types.iter().enumerate().filter(|(_, owner)| !owner.placeholder) {
        for property in shown.get(&owner.name).into_iter().flatten() {
            let key = property.name.to_lowercase();
            if !known.has(&owner.name, &key) && done.insert((&owner.name, key)) {
                missing.push((index, property.clone()));
            }
        }
    }
    missing
}

/// What the routes of all operations show.
#[derive(Default)]
struct Shown {
    /// By owner.
    properties: BTreeMap<QualifiedName, Vec<Property>>,
    /// Owners and names in small letters.
    collections: BTreeSet<(QualifiedName, String)>,
}

fn shown(types: &[StructuredType], operations: &[Operation], hierarchy: &Hierarchy) -> Shown {
    let paths = Paths::of(types, operations, hierarchy);
    let mut shown = Shown::default();
    for operation in operations {
        for (owner, property) in properties(operation, &paths) {
            // A "list" page about one unit in the singular is no more certain than the row.
            if property.type_ref.collection && property.name.ends_with('s') {
                shown.collections.insert((owner.clone(), property.name.to_lowercase()));
            }
            shown.properties.entry(owner.clone()).or_default().push(property);
        }
        for route in &operation.routes {
            let way = Way::of(route);
            let keyed = way
                .keyed()
                .filter_map(|(count, name)| Some((paths.object(&way.key, count)?, name)));
            let keyed = keyed.map(|(owner, name)| (owner.clone(), name.to_lowercase()));
            shown.collections.extend(keyed);
        }
    }
    // Some pages write all of a route in small letters.
    for properties in shown.properties.values_mut() {
        properties.sort_by_key(|property| !property.name.contains(|c: char| c.is_ascii_uppercase()));
    }
    shown
}

/// A row of the Relationships table says `attachment` where `/messages/{id}/attachments/{id}` is a route.
fn make_collections(
    types: &mut [StructuredType],
    collections: &BTreeSet<(QualifiedName, String)>,
    spans: &Spans<'_>,
    account: &mut Account,
) {
    for owner in types {
        for property in &mut owner.properties {
            let single = property.section != PropertySection::Properties && !property.type_ref.collection;
            if single && collections.contains(&(owner.name.clone(), property.name.to_lowercase())) {
                property.type_ref.collection = true;
                account.guessed(&reason::COLLECTION_OF_ROUTE, spans.place(&property.origin));
            }
        }
    }
}

/// What the routes of an operation show, from the page's own words first: the end of a "get" or "list" route, then every
/// name in the middle that a key follows (`/users/{id}/chats/{id}`).
fn properties<'a>(operation: &Operation, paths: &Paths<'a>) -> Vec<(&'a QualifiedName, Property)> {
    let mut found = Vec::new();
    for route in &operation.routes {
        let way = Way::of(route);
        let end = at_the_end(operation, &way).filter(|_| route.method == Method::Get);
        let before_end = before_the_end(operation, &way, paths);
        let shown = end.into_iter().chain(before_end).chain(before_a_key(&way, paths));
        for (before, name, type_ref) in shown {
            if let Some(owner) = paths.object(&way.key, before) {
                found.push((owner, property(name, type_ref, route)));
            }
        }
    }
    found
}

/// How many segments stand before a name in a path, the name, and what is there.
type Step<'r> = (usize, &'r str, TypeRef);

/// `/users/{id}/settings` on a page of the action "get", `/groups/{id}/transitiveMembers` on one of the action
/// "list-transitivemembers". The page of a function such as `delta` is named after the function instead.
fn at_the_end<'r>(operation: &Operation, way: &Way<'r>) -> Option<Step<'r>> {
    let before = way.segments.len().checked_sub(1)?;
    let last = way.name(before)?;
    let words = operation.action.split_once('-');
    let names_it = match words {
        // "things-list-followed" has the route `/users/{id}/followedThings`.
        Some(("list" | "get", rest)) => {
            let rest = rest.replace('-', "");
            last.eq_ignore_ascii_case(&rest)
                || last.eq_ignore_ascii_case(&[rest.as_str(), &operation.resource].concat())
        }
        Some(_) => false,
        None => matches!(operation.action.as_str(), "get" | "list"),
    };
    let type_ref = &operation.response.type_ref;
    let is_object = matches!(type_ref.name, TypeName::Named { .. });
    (names_it && is_object).then(|| (before, last, type_ref.clone()))
}

/// `/users/{id}/profile/photos` on the page "userprofile-list-photos": what stands before the end is what the page's name
/// begins with.
fn before_the_end<'r>(operation: &Operation, way: &Way<'r>, paths: &Paths<'_>) -> Option<Step<'r>> {
    let (_, rest) = operation.action.split_once('-')?;
    let before = way.segments.len().checked_sub(2).filter(|before| *before > 0)?;
    let (name, last) = (way.name(before)?, way.segments.get(before + 1)?.name()?);
    let resource = paths.documented(&operation.resource)?;
    let is_end = last.eq_ignore_ascii_case(&rest.replace('-', ""));
    is_end.then(|| (before, name, TypeRef::named(resource.clone())))
}

/// Names that a key follows, with the type that a "get" page says the keyed route returns.
fn before_a_key<'r>(way: &Way<'r>, paths: &Paths<'_>) -> impl Iterator<Item = Step<'r>> {
    way.keyed().filter_map(|(before, name)| {
        let item = paths.returned(&way.key, before + 2)?;
        Some((before, name, TypeRef::named(item.clone()).collection(true)))
    })
}

/// The path of a route, with its key.
struct Way<'r> {
    segments: Vec<Segment<'r>>,
    key: PathKey,
}

impl<'r> Way<'r> {
    fn of(route: &'r Route) -> Self {
        Self {
            segments: route.path.segments().collect(),
            key: route.path.key(),
        }
    }

    /// The name at this place.
    fn name(&self, index: usize) -> Option<&'r str> {
        match self.segments.get(index) {
            Some(Segment::Literal(name)) if is_name(name) => Some(name),
            _ => None,
        }
    }

    /// Each name that a key follows, with the number of segments before it.
    fn keyed(&self) -> impl Iterator<Item = (usize, &'r str)> {
        let keys = self.segments.iter().enumerate().skip(1);
        let keys = keys.filter(|(_, segment)| matches!(segment, Segment::Key(_)));
        keys.filter_map(|(index, _)| Some((index - 1, self.name(index - 1)?)))
    }
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
        sentinel_added: false,
        values_enum: None,
        facets: Facets::default(),
        description: String::new(),
        origin: route.origin.clone(),
    }
}
