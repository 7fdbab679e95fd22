//! Routes that are written once more with a query option.
//!
//! `GET /kettles` and `GET /kettles?broken=true` are one call. When the second line is new, the page has a new option,
//! and the change of the option says so.

use super::routes::key;
use crate::model::{Operation, Route};
use std::collections::BTreeSet;

/// Whether a route that only one side has differs from a route of both sides in options that are told themselves.
pub(super) fn is_told(route: &Route, sides: [&Operation; 2]) -> bool {
    let calls = |operation: &&Operation| operation.routes.iter().any(|other| key(other) == key(route));
    let mut names = names(&route.query).peekable();
    names.peek().is_some() && sides.iter().all(calls) && names.all(|name| differs(name, sides))
}

/// Whether one side alone has the option.
fn differs(name: &str, sides: [&Operation; 2]) -> bool {
    let has = |operation: &Operation| {
        let mut options = operation.query_options.iter();
        options.any(|option| option.0.eq_ignore_ascii_case(name))
    };
    let [had, has] = sides.map(has);
    had != has
}

/// Whether two queries have the same options of `OData`, and no others.
pub(super) fn same_names(before: &str, after: &str) -> bool {
    let sorted = |query: &str| {
        let own = names(query).filter(|name| !name.starts_with('{'));
        own.map(str::to_ascii_lowercase).collect::<BTreeSet<_>>()
    };
    let (old, new) = (sorted(before), sorted(after));
    old == new && !old.is_empty() && old.iter().all(|name| name.starts_with('$'))
}

/// The names of the options of a query. Pages write a colon, too.
fn names(query: &str) -> impl Iterator<Item = &str> {
    let parts = query.split('&').filter(|part| !part.is_empty());
    parts.map(|part| part.split(['=', ':']).next().unwrap_or(part))
}
