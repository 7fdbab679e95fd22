//! The permissions of a route: which tables of the page are for it. What other pages of the same route say is a group of its
//! own, which [`crate::resolve::shared_routes`] makes.

use super::{Decided, Source};
use crate::model::{Operation, Permissions, RouteId, Scheme, Support};

/// What each group of permissions says about a route, for each way to be signed in. Rejected is what tables for other
/// routes of the page say.
pub(in crate::resolve) fn of_route(operation: &Operation, route: RouteId) -> Vec<(Scheme, Decided<'_, &Support>)> {
    let groups = operation.permissions.iter().chain(&operation.route_permissions);
    let (meant, others): (Vec<_>, Vec<_>) = groups.partition(|group| group.is_for(route));
    let others: Vec<_> = others.into_iter().filter(|group| group.pages.is_empty()).collect();
    let of_group = |group| Scheme::ALL.map(|scheme| (scheme, said(group, scheme, &others)));
    meant.into_iter().flat_map(of_group).collect()
}

fn said<'a>(group: &'a Permissions, scheme: Scheme, others: &[&'a Permissions]) -> Decided<'a, &'a Support> {
    let own = (group.scheme(scheme), Source::at(rule(group), &group.origin));
    let of_others = others.iter().filter(|_| group.pages.is_empty()).map(|other| {
        let source = Source::at("permission table for other routes of the page", &other.origin);
        (other.scheme(scheme), source)
    });
    let all = std::iter::once(own).chain(of_others);
    Decided::first(all).unwrap_or_else(|| Decided::new(own.0, own.1))
}

fn rule(group: &Permissions) -> &'static str {
    match group {
        group if !group.pages.is_empty() => "permissions of every page of this route",
        group if group.routes.is_empty() => "permission table for all routes of the page",
        _ => "permission table for this route",
    }
}
