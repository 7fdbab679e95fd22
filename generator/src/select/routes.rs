//! Takes routes out of operations.

use crate::model::{Operation, Permissions, Route, RouteId};

/// Keeps the routes that `wanted` names; an operation without any is removed, and so are permissions that were for
/// removed routes only.
pub(super) fn keep(operations: &mut Vec<Operation>, wanted: impl Fn(&Operation, &Route) -> bool) {
    operations.retain_mut(|operation| {
        let mut routes = std::mem::take(&mut operation.routes);
        routes.retain(|route| wanted(operation, route));
        operation.routes = routes;
        let kept: Vec<RouteId> = operation.routes.iter().map(|route| route.id).collect();
        reduce(&mut operation.permissions, &kept);
        reduce(&mut operation.route_permissions, &kept);
        !operation.routes.is_empty()
    });
}

fn reduce(groups: &mut Vec<Permissions>, kept: &[RouteId]) {
    groups.retain_mut(|group| {
        let for_all = group.routes.is_empty();
        group.routes.retain(|id| kept.contains(id));
        for_all || !group.routes.is_empty()
    });
}
