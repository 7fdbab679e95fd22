//! Permissions of a route that several pages have.
//!
//! `GET /messages/{id}` stands on the page of messages, on the page of a derived type, and on the page about extensions of
//! messages. Each page lists what its own purpose needs; the service has one set for the request. A page's own groups stay
//! what the page says; what all pages say together is kept apart, with the names of the pages.

use crate::model::{Method, Operation, PathKey, Permissions, Rank, RouteId, Scheme, Support};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// What the group is for, in its label.
const LABEL: &str = "every page of this route";

/// A route of an operation, which is given by its index.
type RouteRef = (usize, RouteId);

/// Fills in the route permissions of operations, which stand in order of their files.
pub(in crate::resolve) fn add(operations: &mut [Operation]) {
    let mut routes: FxHashMap<(Method, &PathKey), Vec<RouteRef>> = FxHashMap::default();
    for (operation, index) in operations.iter().zip(0..) {
        for route in &operation.routes {
            let refs = routes.entry((route.method, route.path.key())).or_default();
            refs.push((index, route.id));
        }
    }
    let are_several_pages = |refs: &[RouteRef]| {
        refs.iter()
            .any(|(page, _)| refs.first().is_some_and(|first| first.0 != *page))
    };
    let mut shared: Vec<_> = routes.into_iter().filter(|(_, refs)| are_several_pages(refs)).collect();
    shared.sort_unstable();
    let found = shared.iter().flat_map(|(_, refs)| of_all_pages(operations, refs));
    let found: Vec<(usize, Permissions)> = found.collect();
    for (index, group) in found {
        if let Some(operation) = operations.get_mut(index) {
            put(&mut operation.route_permissions, group);
        }
    }
    for operation in operations {
        operation.route_permissions.sort_by(|a, b| a.routes.cmp(&b.routes));
    }
}

/// One group for several routes that say the same.
fn put(groups: &mut Vec<Permissions>, group: Permissions) {
    let same = |known: &&mut Permissions| {
        known.pages == group.pages
            && Scheme::ALL
                .iter()
                .all(|scheme| known.scheme(*scheme) == group.scheme(*scheme))
    };
    match groups.iter_mut().find(same) {
        Some(known) => {
            known.routes.extend(group.routes);
            known.routes.sort_unstable();
            known.routes.dedup();
        }
        None => groups.push(group),
    }
}

/// What a page says about a route, which it may list several times, with other names of its parameters.
struct Page<'a> {
    index: usize,
    file: &'a str,
    routes: Vec<(RouteId, Permissions)>,
    /// All of them together.
    sum: Permissions,
}

impl<'a> Page<'a> {
    /// From the routes of one operation.
    fn read(operations: &'a [Operation], refs: &[RouteRef]) -> Option<Self> {
        let (index, _) = *refs.first()?;
        let operation = operations.get(index)?;
        let routes: Vec<(RouteId, Permissions)> = refs.iter().map(|(_, id)| (*id, own(operation, *id))).collect();
        let mut sum = Permissions::default();
        for (_, group) in &routes {
            extend(&mut sum, group);
        }
        let file = operation.file.as_str();
        Some(Self {
            index,
            file,
            routes,
            sum,
        })
    }
}

/// For each page of a route: what all its pages say, when others say more than this one.
fn of_all_pages(operations: &[Operation], refs: &[RouteRef]) -> Vec<(usize, Permissions)> {
    let of_one_page = refs.chunk_by(|(one, _), (next, _)| one == next);
    let pages: Vec<Page<'_>> = of_one_page.filter_map(|refs| Page::read(operations, refs)).collect();
    let mut found = Vec::new();
    for page in &pages {
        for (route, own) in &page.routes {
            let mut all = own.clone();
            for other in pages.iter().filter(|other| other.file != page.file) {
                if extend(&mut all, &other.sum) {
                    all.pages.push(other.file.to_owned());
                }
            }
            if !all.pages.is_empty() {
                all.routes = vec![*route];
                found.push((page.index, all));
            }
        }
    }
    found
}

/// What a page says about one of its routes, its groups in one.
fn own(operation: &Operation, route: RouteId) -> Permissions {
    let mut all = Permissions {
        label: Some(LABEL.to_owned()),
        origin: operation.origin.clone(),
        ..Permissions::default()
    };
    let groups = || operation.permissions.iter().filter(|group| group.is_for(route));
    for group in groups() {
        extend(&mut all, group);
    }
    if groups().nth(1).is_some() {
        unrank(&mut all);
    }
    all
}

/// What is the least for one kind of object, in a table with a row for each, is not the least for the route.
fn unrank(all: &mut Permissions) {
    for scheme in Scheme::ALL {
        if let Support::Stated(alternatives) = all.scheme_mut(scheme) {
            let ranked = Arc::make_mut(alternatives).iter_mut();
            for one in ranked.filter(|one| one.rank == Rank::Least) {
                one.rank = Rank::Unranked;
            }
        }
    }
}

/// Adds the alternatives that are missing; tells whether any was.
fn extend(all: &mut Permissions, group: &Permissions) -> bool {
    let mut added = false;
    for scheme in Scheme::ALL {
        let (known, said) = (all.scheme_mut(scheme), group.scheme(scheme));
        // Most pages say the same.
        if known == said {
            continue;
        }
        let sum = Support::sum([&*known, said]);
        added |= sum.alternatives().len() > known.alternatives().len();
        *known = sum;
    }
    added
}
