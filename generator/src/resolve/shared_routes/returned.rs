//! What a route returns that pages of several types have.

use crate::model::{Hierarchy, Method, Operation, QualifiedName};
use rustc_hash::FxHashMap;

/// Pages about derived types have the route of their base type: `GET /shapes/{id}` on the page "Get circle". What several
/// such pages return is what all of it is derived from.
pub(in crate::resolve) fn of<'a>(
    operations: &'a [Operation],
    hierarchy: &'a Hierarchy,
) -> FxHashMap<&'a str, &'a QualifiedName> {
    let mut returned: FxHashMap<&'a str, &'a QualifiedName> = FxHashMap::default();
    let gets = |operation: &&Operation| operation.action.starts_with("get") && !operation.action.contains('-');
    for operation in operations.iter().filter(gets) {
        let Some(name) = operation.response.type_ref.as_named() else {
            continue;
        };
        // The page of an extended property has the routes of every resource that can have one.
        if !name.name.eq_ignore_ascii_case(&operation.resource) {
            continue;
        }
        for route in operation.routes.iter().filter(|route| route.method == Method::Get) {
            let known = returned.entry(route.path.key().as_str()).or_insert(name);
            *known = common(known, name, hierarchy).unwrap_or(known);
        }
    }
    returned
}

/// The nearest type that both are, or are derived from.
fn common<'a>(one: &'a QualifiedName, other: &'a QualifiedName, hierarchy: &'a Hierarchy) -> Option<&'a QualifiedName> {
    let all = |name: &'a QualifiedName| std::iter::once(name).chain(hierarchy.bases(name));
    all(one).find(|base| !base.is_root() && all(other).any(|same| same == *base))
}
