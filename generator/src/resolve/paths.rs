//! Which type a documented path leads to, as far as pages tell.

use crate::model::{Method, Operation, QualifiedName, StructuredType, TypeName};
use std::collections::BTreeMap;

/// The paths of one version.
pub(super) struct Paths<'a> {
    /// Path of a route that a "get" page says returns one object -> the object's type.
    returned: BTreeMap<String, &'a QualifiedName>,
    /// Owner -> property in small letters -> its type, and whether it is a collection.
    members: BTreeMap<&'a QualifiedName, BTreeMap<String, Target<'a>>>,
    bases: BTreeMap<&'a QualifiedName, &'a QualifiedName>,
    /// First segment -> the type of that name, where its table lists what follows the segment in some route
    /// (`/pottery/kilns`).
    roots: BTreeMap<String, &'a QualifiedName>,
    /// Local name in small letters -> the only type of that name.
    names: BTreeMap<String, Option<&'a QualifiedName>>,
}

/// What a path leads to, and whether that is a collection.
type Target<'a> = (&'a QualifiedName, bool);

/// A path deeper than this leads nowhere known.
const DEPTH: usize = 12;

impl<'a> Paths<'a> {
    /// Knows what these pages tell.
    pub(super) fn of(types: &'a [StructuredType], operations: &'a [Operation]) -> Self {
        let mut paths = Self {
            returned: returned(operations),
            members: BTreeMap::new(),
            bases: BTreeMap::new(),
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
            paths.bases.extend(owner.base.as_ref().map(|base| (&owner.name, base)));
            let named = paths
                .names
                .entry(owner.name.name.to_lowercase())
                .or_insert(Some(&owner.name));
            *named = named.filter(|known| **known == owner.name);
        }
        for route in operations.iter().flat_map(|operation| &operation.routes) {
            paths.root(&route.path);
        }
        paths
    }

    fn root(&mut self, path: &str) {
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        let (Some(first), Some(second)) = (segments.next(), segments.next()) else {
            return;
        };
        let (first, second) = (first.to_lowercase(), second.to_lowercase());
        if let Some(name) = self.documented(&first)
            && self
                .members
                .get(name)
                .is_some_and(|members| members.contains_key(&second))
        {
            self.roots.insert(first, name);
        }
    }

    /// The type that a "get" page says a path returns.
    pub(super) fn returned(&self, path: &str) -> Option<&'a QualifiedName> {
        self.returned.get(&shape(path)).copied()
    }

    /// The only documented type of a local name.
    pub(super) fn documented(&self, name: &str) -> Option<&'a QualifiedName> {
        self.names.get(&name.to_lowercase()).copied().flatten()
    }

    /// The type of the one object that a path leads to: a page says so, or tables of properties do, from the last path
    /// on that a page returns; a path of one name is the object of that name (`/pottery`).
    pub(super) fn object(&self, path: &str) -> Option<&'a QualifiedName> {
        let target = self.target(&shape(path), DEPTH);
        target.filter(|(_, collection)| !collection).map(|(name, _)| name)
    }

    fn target(&self, shape: &str, depth: usize) -> Option<Target<'a>> {
        if let Some(name) = self.returned.get(shape) {
            return Some((name, false));
        }
        let (before, last) = shape.rsplit_once('/').filter(|_| depth > 0)?;
        if before.is_empty() {
            return self.roots.get(last).map(|name| (*name, false));
        }
        let (owner, collection) = self.target(before, depth - 1)?;
        match (last, collection) {
            ("{}", true) => Some((owner, false)),
            ("{}", false) | (_, true) => None,
            (name, false) => self.member(owner, name),
        }
    }

    fn member(&self, owner: &'a QualifiedName, name: &str) -> Option<Target<'a>> {
        let mut next = Some(owner);
        for _ in 0..DEPTH {
            let owner = next?;
            if let Some(target) = self.members.get(owner).and_then(|members| members.get(name)) {
                return Some(*target);
            }
            next = self.bases.get(owner).copied();
        }
        None
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
            returned.entry(shape(&route.path)).or_insert(name);
        }
    }
    returned
}

/// The path with every key as `{}`, in lower case: placeholders, and the identifiers that some pages leave in.
fn shape(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        out.push('/');
        match segment.split_once('{') {
            _ if is_identifier(segment) => out.push_str("{}"),
            Some((before, _)) => out.extend([&before.to_ascii_lowercase(), "{}"]),
            None => out.push_str(&segment.to_ascii_lowercase()),
        }
    }
    out
}

/// `11111111-2222-3333-4444-555555555555`.
fn is_identifier(segment: &str) -> bool {
    segment.len() == 36 && segment.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    #[test]
    fn keys_have_no_name() {
        assert_eq!(
            super::shape("/users/{id | name}/Things('{id}')/"),
            "/users/{}/things('{}"
        );
        assert_eq!(
            super::shape("/classes/11111111-2222-3333-4444-555555555555/seats"),
            "/classes/{}/seats"
        );
    }
}
