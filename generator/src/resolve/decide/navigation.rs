//! Navigation properties that no table lists and a page's route shows.
//!
//! `GET /groups/{id}/transitiveMembers` on the page "List transitive members" says that what `GET /groups/{id}` returns has
//! a navigation property of that name. A name that a key follows is a collection, unless more routes go on from it without
//! a key: `/groups/{id}/drive/{id}/versions` is a slip where others say `/groups/{id}/drive/items/{id}`.

use super::{Decided, Source};
use crate::model::{
    Hierarchy, Method, Operation, Origin, PathKey, QualifiedName, Route, Segment, StructuredType, TypeName, TypeRef,
};
use crate::resolve::paths::Paths;
use rustc_hash::FxHashMap;

/// What the routes of all operations show.
#[derive(Default)]
pub(in crate::resolve) struct Shown<'a> {
    /// By owner, best first.
    properties: FxHashMap<&'a QualifiedName, Vec<Candidate<'a>>>,
    /// Owner and name in small letters -> the first route that shows many, and how many routes do.
    collections: FxHashMap<(&'a QualifiedName, String), (&'a Origin, usize)>,
    /// Owner and name in small letters -> how many routes go on from it as from one thing.
    single: FxHashMap<(&'a QualifiedName, String), usize>,
}

/// A property that a route shows.
pub(in crate::resolve) struct Candidate<'a> {
    pub(in crate::resolve) name: &'a str,
    pub(in crate::resolve) type_ref: TypeRef,
    pub(in crate::resolve) source: Source<'a>,
    /// The route.
    pub(in crate::resolve) line: &'a Origin,
}

impl<'a> Shown<'a> {
    /// Reads all routes.
    pub(in crate::resolve) fn of(
        types: &'a [StructuredType],
        operations: &'a [Operation],
        hierarchy: &'a Hierarchy,
    ) -> Self {
        let paths = Paths::of(types, operations, hierarchy);
        let mut shown = Self::default();
        for operation in operations {
            shown.add(operation, &paths);
        }
        // Some pages write all of a route in small letters.
        for properties in shown.properties.values_mut() {
            properties.sort_by_key(|property| !property.name.contains(|c: char| c.is_ascii_uppercase()));
        }
        shown
    }

    fn add(&mut self, operation: &'a Operation, paths: &Paths<'a>) {
        let ways: Vec<Way<'a>> = operation.routes.iter().map(Way::of).collect();
        for (owner, property) in properties(operation, &ways, paths) {
            // A "list" page about one unit in the singular is no more certain than the row.
            if property.type_ref.collection && property.name.ends_with('s') {
                self.add_collection(owner, property.name, property.line);
            }
            self.properties.entry(owner).or_default().push(property);
        }
        for way in &ways {
            for (count, name) in way.keyed() {
                if let Some(owner) = paths.object(way.key, count) {
                    self.add_collection(owner, name, &way.route.origin);
                }
            }
            for (count, name) in way.followed() {
                if let Some(owner) = paths.object(way.key, count) {
                    *self.single.entry((owner, name.to_lowercase())).or_default() += 1;
                }
            }
        }
    }

    fn add_collection(&mut self, owner: &'a QualifiedName, name: &str, line: &'a Origin) {
        let entry = self.collections.entry((owner, name.to_lowercase()));
        entry.or_insert((line, 0)).1 += 1;
    }

    /// The properties of a type that routes show, best first.
    pub(in crate::resolve) fn properties(&self, owner: &QualifiedName) -> &[Candidate<'a>] {
        self.properties.get(owner).map_or(&[], Vec::as_slice)
    }

    /// The route that shows that there are many.
    pub(in crate::resolve) fn many(&self, owner: &'a QualifiedName, name: &str) -> Option<&'a Origin> {
        let key = (owner, name.to_lowercase());
        let (line, many) = self.collections.get(&key).copied()?;
        let one = self.single.get(&key).copied().unwrap_or(0);
        (many >= one).then_some(line)
    }

    /// What routes say about the type of a property.
    pub(in crate::resolve) fn type_ref(&self, owner: &QualifiedName, name: &str) -> Option<Decided<'a, TypeRef>> {
        let named = self.properties(owner).iter();
        let named = named.filter(|property| property.name.eq_ignore_ascii_case(name));
        Decided::first(named.map(|property| (property.type_ref.clone(), property.source)))
    }
}

/// What the routes of an operation show, from the page's own words first: the end of a "get" or "list" route, then every
/// name in the middle that a key follows (`/users/{id}/chats/{id}`).
fn properties<'a>(
    operation: &'a Operation,
    ways: &[Way<'a>],
    paths: &Paths<'a>,
) -> Vec<(&'a QualifiedName, Candidate<'a>)> {
    let mut found = Vec::new();
    for way in ways {
        let route = way.route;
        let end = at_the_end(operation, way).filter(|_| route.method == Method::Get);
        let before_end = before_the_end(operation, way, paths);
        let shown = end.into_iter().chain(before_end).chain(before_a_key(way, paths));
        for Step {
            before,
            name,
            type_ref,
            rule,
        } in shown
        {
            if let Some(owner) = paths.object(way.key, before) {
                let source = Source::at(rule, &route.origin);
                found.push((
                    owner,
                    Candidate {
                        name,
                        type_ref,
                        source,
                        line: &route.origin,
                    },
                ));
            }
        }
    }
    found
}

/// A name in a path.
struct Step<'r> {
    /// How many segments stand before it.
    before: usize,
    name: &'r str,
    /// What is there.
    type_ref: TypeRef,
    /// Why it is taken for a property.
    rule: &'static str,
}

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
    let is_object = matches!(type_ref.name, TypeName::Named(_));
    (names_it && is_object).then(|| Step {
        before,
        name: last,
        type_ref: type_ref.clone(),
        rule: "the route ends in it, and the page's name says so",
    })
}

/// `/users/{id}/profile/photos` on the page "userprofile-list-photos": what stands before the end is what the page's name
/// begins with.
fn before_the_end<'r>(operation: &Operation, way: &Way<'r>, paths: &Paths<'_>) -> Option<Step<'r>> {
    let (_, rest) = operation.action.split_once('-')?;
    let before = way.segments.len().checked_sub(2).filter(|before| *before > 0)?;
    let (name, last) = (way.name(before)?, way.segments.get(before + 1)?.name()?);
    let resource = paths.documented(&operation.resource)?;
    let is_end = last.eq_ignore_ascii_case(&rest.replace('-', ""));
    is_end.then(|| Step {
        before,
        name,
        type_ref: TypeRef::named(resource.clone()),
        rule: "it stands before the end of the route, and the page's name begins with its type",
    })
}

/// Names that a key follows, with the type that a "get" page says the keyed route returns.
fn before_a_key<'r>(way: &Way<'r>, paths: &Paths<'_>) -> impl Iterator<Item = Step<'r>> {
    way.keyed().filter_map(|(before, name)| {
        let item = paths.returned(way.key, before + 2)?;
        Some(Step {
            before,
            name,
            type_ref: TypeRef::named(item.clone()).collection(true),
            rule: "a key follows it in the route",
        })
    })
}

/// The path of a route, with its key.
struct Way<'r> {
    route: &'r Route,
    segments: Vec<Segment<'r>>,
    key: &'r PathKey,
}

impl<'r> Way<'r> {
    fn of(route: &'r Route) -> Self {
        Self {
            route,
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

    /// Each name from which the route goes on to another name and further, with the number of segments before it. What stands
    /// alone behind a collection is an action of it.
    fn followed(&self) -> impl Iterator<Item = (usize, &'r str)> {
        let names = (0..self.segments.len().saturating_sub(2)).filter(|at| self.name(at + 1).is_some());
        names.filter_map(|at| Some((at, self.name(at)?)))
    }
}

fn is_name(segment: &str) -> bool {
    segment.starts_with(|c: char| c.is_ascii_alphabetic()) && segment.chars().all(|c| c.is_ascii_alphanumeric())
}
