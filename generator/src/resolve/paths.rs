//! Which type a documented path leads to, as far as pages tell.

use super::known::KnownProperties;
use super::shared_routes::returned;
use crate::model::{
    Hierarchy, Operation, Path, PathKey, Property, QualifiedName, Segment, StructuredType, TypeName, TypeRef,
};
use rustc_hash::FxHashMap;

/// The paths of one version.
pub(super) struct Paths<'a> {
    /// Key of a route's path that a "get" page says returns one object -> the object's type.
    returned: FxHashMap<&'a str, &'a QualifiedName>,
    known: KnownProperties<'a>,
    hierarchy: &'a Hierarchy,
    /// First segment -> the type of that name, where its table lists what follows the segment in some route
    /// (`/pottery/kilns`).
    roots: FxHashMap<&'a str, &'a QualifiedName>,
    /// Local name in small letters -> the only type of that name.
    names: FxHashMap<String, Option<&'a QualifiedName>>,
}

/// What a path leads to, and whether that is a collection.
type Owner<'a> = (&'a QualifiedName, bool);

/// A path deeper than this leads nowhere known.
const DEPTH: usize = 12;

impl<'a> Paths<'a> {
    /// Knows what these pages tell.
    pub(super) fn of(types: &'a [StructuredType], operations: &'a [Operation], hierarchy: &'a Hierarchy) -> Self {
        let mut paths = Self {
            returned: returned::of(operations, hierarchy),
            known: KnownProperties::of(types, hierarchy),
            hierarchy,
            roots: FxHashMap::default(),
            names: FxHashMap::default(),
        };
        for owner in types {
            let named = paths
                .names
                .entry(owner.name.name.to_lowercase())
                .or_insert(Some(&owner.name));
            *named = named.filter(|known| **known == owner.name);
        }
        for route in operations.iter().flat_map(|operation| &operation.routes) {
            paths.root(route.path.key());
        }
        paths
    }

    fn root(&mut self, path: &'a PathKey) {
        let (first, second) = (path.segment(0), path.segment(1));
        if !self.roots.contains_key(first)
            && let Some(name) = self.names.get(first).copied().flatten()
            && self.known.of_type(name, second).and_then(leads_on).is_some()
        {
            self.roots.insert(first, name);
        }
    }

    /// The type that a "get" page says the path of the first segments returns.
    pub(super) fn returned(&self, path: &PathKey, count: usize) -> Option<&'a QualifiedName> {
        self.returned.get(path.prefix(count)).copied()
    }

    /// The only documented type of a local name.
    pub(super) fn documented(&self, name: &str) -> Option<&'a QualifiedName> {
        self.names.get(&name.to_lowercase()).copied().flatten()
    }

    /// The type of the one object that the first segments of a path lead to: a page says so, or tables of properties do,
    /// from the last path on that a page returns; a path of one name is the object of that name (`/pottery`).
    pub(super) fn object(&self, path: &PathKey, count: usize) -> Option<&'a QualifiedName> {
        let found = self.leads_to(path, count, DEPTH);
        found.filter(|(_, collection)| !collection).map(|(name, _)| name)
    }

    /// What a whole path leads to, where tables of properties prove it. Values of simple types have no further segments,
    /// so they are looked up in the tables only here.
    pub(super) fn end(&self, path: &PathKey) -> Option<TypeRef> {
        let before = path.len().checked_sub(1)?;
        let tables = self.step(path, before, DEPTH);
        let one = || Some((self.returned(path, path.len())?, false));
        let many = || Some((*self.returned.get([path.as_str(), "/{}"].concat().as_str())?, true));
        if let Some((name, collection)) = tables.or_else(one).or_else(many) {
            return Some(TypeRef::named(name.clone()).collection(collection));
        }
        let owner = self.object(path, before)?;
        let found = self.known.type_of(owner, path.segment(before))?;
        Some(found.clone())
    }

    /// Whether both are one type, or one is derived from the other.
    pub(super) fn are_related(&self, one: &QualifiedName, other: &QualifiedName) -> bool {
        let derived = |one, other| self.hierarchy.bases(one).any(|base| base == other);
        one == other || derived(one, other) || derived(other, one)
    }

    fn leads_to(&self, path: &PathKey, count: usize, depth: usize) -> Option<Owner<'a>> {
        if let Some(name) = self.returned(path, count) {
            return Some((name, false));
        }
        self.step(path, count.checked_sub(1)?, depth)
    }

    /// The same, from what the segments before the last one lead to.
    fn step(&self, path: &PathKey, before: usize, depth: usize) -> Option<Owner<'a>> {
        if depth == 0 {
            return None;
        }
        let last = path.segment(before);
        if before == 0 {
            return self.roots.get(last).map(|name| (*name, false));
        }
        let (owner, collection) = self.leads_to(path, before, depth - 1)?;
        match (last, collection) {
            ("{}", true) => Some((owner, false)),
            ("{}", false) | (_, true) => None,
            (name, false) => self.member(owner, name),
        }
    }

    fn member(&self, owner: &QualifiedName, name: &str) -> Option<Owner<'a>> {
        self.known.all(owner, name).find_map(leads_on)
    }
}

/// What a property leads to, if that is an object.
fn leads_on(property: &Property) -> Option<Owner<'_>> {
    match &property.type_ref.name {
        TypeName::Named(name) => Some((name, property.type_ref.collection)),
        TypeName::Primitive(_) | TypeName::Unknown => None,
    }
}

/// The last name of a path in small letters and without the `s` of many, and whether a key follows it. `$value` says how
/// a thing is sent, not which.
pub(super) fn end(path: &Path) -> (String, bool) {
    let is_form = |segment: &Segment<'_>| matches!(segment, Segment::Value | Segment::Count | Segment::Ref);
    let mut segments = path.segments().rev().skip_while(is_form);
    let last = segments.next();
    let named = last
        .and_then(Segment::name)
        .or_else(|| segments.find_map(Segment::name));
    let mut name = named.unwrap_or_default().to_ascii_lowercase();
    name.truncate(name.trim_end_matches('s').len());
    (name, matches!(last, Some(Segment::Key(_))))
}

/// Whether the routes of an operation end in different names, so that words about one type do not fit all of them.
pub(super) fn ends_vary(operation: &Operation) -> bool {
    let names = || operation.routes.iter().map(|route| end(&route.path).0);
    let first = names().next();
    names().any(|name| Some(name) != first)
}
