//! Pages of several areas that document the same call: `GET /deviceManagement` has a page in each of sixteen areas.

use super::areas::{AreaSet, Areas};
use crate::emit::name::module::{of_operation, stem};
use crate::model::{Method, Operation, PathKey};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::BTreeSet;

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
type Routes<'a> = BTreeSet<(Method, &'a PathKey)>;

/// A page with functions.
struct Known<'a> {
    /// Its index among those with functions.
    main: usize,
    operation: &'a Operation,
    /// Its routes; most pages are never compared with another one.
    routes: OnceCell<Routes<'a>>,
}

impl<'a> Known<'a> {
    fn routes(&self) -> &Routes<'a> {
        let routes = self.operation.routes.iter();
        self.routes
            .get_or_init(|| routes.map(|route| (route.method, route.path.key())).collect())
    }

    /// Whether another page has all routes of this one.
    fn is_part_of(&self, other: &Self) -> bool {
        !self.operation.routes.is_empty() && self.routes().is_subset(other.routes())
    }
}

/// The operations that get functions, those with the shortest file names first: they have the first choice of names.
///
/// Of pages with the same module and action, one whose routes all stand on a better page gets none.
pub(super) fn mains(operations: &[Operation], areas: &Areas) -> Vec<Main> {
    let mut mains: Vec<Main> = Vec::with_capacity(operations.len());
    let mut known: FxHashMap<(String, String), Vec<Known<'_>>> = FxHashMap::default();
    let mut order: Vec<(usize, &Operation)> = operations.iter().enumerate().collect();
    order.sort_by_cached_key(|(_, operation)| (words(operation), Reverse(operation.routes.len())));
    for (id, operation) in order {
        let module = of_operation(operation);
        let same = known
            .entry((module.clone(), operation.action.to_ascii_lowercase()))
            .or_default();
        let own = Known {
            main: mains.len(),
            operation,
            routes: OnceCell::new(),
        };
        let better = same.iter().find(|theirs| own.is_part_of(theirs));
        let better = better.and_then(|better| mains.get_mut(better.main));
        if let Some(main) = better {
            main.areas.insert(areas.id(&operation.area));
        } else {
            same.push(own);
            let areas = AreaSet::one(areas.id(&operation.area));
            mains.push(Main { id, module, areas });
        }
    }
    mains
}

fn words(operation: &Operation) -> usize {
    stem(&operation.file).split('-').count()
}
