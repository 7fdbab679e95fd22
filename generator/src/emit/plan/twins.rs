//! Pages of several areas that document the same call: `GET /deviceManagement` has a page in each of sixteen areas.

use super::areas::{AreaSet, Areas};
use crate::emit::name::module::{of_operation, stem};
use crate::model::{Method, Operation, PathKey};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// An operation that gets functions.
pub(super) struct Main {
    /// Its index.
    pub(super) id: usize,
    /// Its module.
    pub(super) module: String,
    /// Its area, and those whose pages document the same call.
    pub(super) areas: AreaSet,
}

/// The routes of an operation.
type Routes = BTreeSet<(Method, PathKey)>;

/// The operations that get functions, those with the shortest file names first: they have the first choice of names.
///
/// Of pages with the same module and action, one whose routes all stand on a better page gets none.
pub(super) fn mains(operations: &[Operation], areas: &Areas) -> Vec<Main> {
    let mut mains: Vec<Main> = Vec::with_capacity(operations.len());
    let mut known: BTreeMap<(String, String), Vec<(usize, Routes)>> = BTreeMap::new();
    let mut order: Vec<(usize, &Operation)> = operations.iter().enumerate().collect();
    order.sort_by_key(|(_, operation)| (words(operation), Reverse(operation.routes.len())));
    for (id, operation) in order {
        let module = of_operation(operation);
        let same = known
            .entry((module.clone(), operation.action.to_ascii_lowercase()))
            .or_default();
        let routes: Routes = operation
            .routes
            .iter()
            .map(|route| (route.method, route.path.key()))
            .collect();
        let better = same
            .iter()
            .find(|(_, theirs)| !routes.is_empty() && routes.is_subset(theirs));
        let better = better.and_then(|(at, _)| mains.get_mut(*at));
        if let Some(main) = better {
            main.areas.insert(areas.id(&operation.area));
        } else {
            same.push((mains.len(), routes));
            let areas = AreaSet::one(areas.id(&operation.area));
            mains.push(Main { id, module, areas });
        }
    }
    mains
}

fn words(operation: &Operation) -> usize {
    stem(&operation.file).split('-').count()
}
