//! Which type a documented path leads to, as far as pages tell.

use crate::model::{Hierarchy, Method, Operation, PathKey, QualifiedName, StructuredType, TypeName};
use std::collections::BTreeMap;

/// The paths of one version.
pub(super) struct Paths<'a> {
    /// Key of a route's path that a "get" page says returns one object -> the object's type.
    returned: BTreeMap<String, &'a QualifiedName>,
    /// Owner -> property in small letters -> its type, and whether it is a collection.
    members: BTreeMap<&'a QualifiedName, BTreeMap<String, Owner<'a>>>,
    hierarchy: &'a Hierarchy,
    /// First segment -> the type of that name, where its table lists what follows the segment in some route
    /// (`/pottery/kilns`).
    roots: BTreeMap<String, &'a QualifiedName>,
    /// Local name in small letters -> the only type of that name.
    names: BTreeMap<String, Option<&'a QualifiedName>>,
}

/// What a path leads to, and whether that is a collection.
type Owner<'a> = (&'a QualifiedName, bool);

/// A path deeper than this leads nowhere known.
const DEPTH: usize = 12;

impl<'a> Paths<'a> {
    /// Knows what these pages tell.
    pub(super) fn of(types: &'a [StructuredType], operations: &'a [Operation], hierarchy: &'a Hierarchy) -> Self {
        let mut paths = Self {
            returned: returned(operations),
            members: BTreeMap::new(),
            hierarchy,
            roots: BTreeMap::new(),
            names: BTreeMap::new(),
        };
        for owner in types {
            let members = paths.members.entry(&owner.name).or_default();
            for property in &owner.properties {
                if let TypeName::Named { name, .. } = &property.type_ref.name {
                    members.insert(property.name.to_lowercase(), (name, property.type_ref.collection));
                }
            }
            let named = paths
                .names
                .entry(owner.name.name.to_lowercase())
                .or_insert(Some(&owner.name));
            *named = named.filter(|known| **known == owner.name);
        }
        for route in operations.iter().flat_map(|operation| &operation.routes) {
            paths.root(&route.path.key());
        }
        paths
    }

    fn root(&mut self, path: &PathKey) {
        let (first, second) = (path.segment(0), path.segment(1));
        if let Some(name) = self.documented(first)
            && self
                .members
                .get(name)
                .is_some_and(|members| members.contains_key(second))
        {
            self.roots.insert(first.to_owned(), name);
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

    fn leads_to(&self, path: &PathKey, count: usize, depth: usize) -> Option<Owner<'a>> {
        if let Some(name) = self.returned(path, count) {
            return Some((name, false));
        }
        let before = count.checked_sub(1).filter(|_| depth > 0)?;
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
        let member = |owner| self.members.get(owner).and_then(|members| members.get(name)).copied();
        member(owner).or_else(|| self.hierarchy.bases(owner).find_map(member))
    }
}

fn returned(operations: &[Operation]) -> BTreeMap<String, &QualifiedName> {
    let mut returned = BTreeMap::new();
    for operation in operations
        .iter()
        .filter(|operation| operation.action.starts_with("get") && !operation.action.contains('-'))
    {
        let Some(name) = operation.response.type_ref.as_named() else {
            continue;
        };
        // The page of an extended property has the routes of every resource that can have one.
        if !name.name.eq_ignore_ascii_case(&operation.resource) {
            continue;
        }
        for route in operation.routes.iter().filter(|route| route.method == Method::Get) {
            returned.entry(route.path.key().as_str().to_owned()).or_insert(name);
        }
    }
    returned
}
