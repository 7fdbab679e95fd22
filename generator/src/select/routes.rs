//! Takes routes out of operations.

use crate::model::{Operation, Permissions, Route};

/// Keeps the routes that `wanted` names; an operation without any is removed, and so are permissions that were for
/// removed routes only.
pub(super) fn keep(operations: &mut Vec<Operation>, wanted: impl Fn(&Operation, &Route) -> bool) {
    operations.retain_mut(|operation| {
        let kept: Vec<usize> = (0..)
            .zip(&operation.routes)
            .filter(|(_, route)| wanted(operation, route))
            .map(|(index, _)| index)
            .collect();
        if kept.len() < operation.routes.len() {
            reduce(operation, &kept);
        }
        !operation.routes.is_empty()
    });
}

fn reduce(operation: &mut Operation, kept: &[usize]) {
    let routes = std::mem::take(&mut operation.routes);
    operation.routes = (0..)
        .zip(routes)
        .filter(|(index, _)| kept.contains(index))
        .map(|(_, route)| route)
        .collect();
    move_groups(&mut operation.permissions, kept);
    move_groups(&mut operation.route_permissions, kept);
}

fn move_groups(groups: &mut Vec<Permissions>, kept: &[usize]) {
    groups.retain_mut(|permissions| {
        if permissions.routes.is_empty() {
            return true;
        }
        let moved = |old: &usize| kept.iter().position(|index| index == old);
        permissions.routes = permissions.routes.iter().filter_map(moved).collect();
        !permissions.routes.is_empty()
    });
}
