//! Which open enums of kinds something refers to. What nothing refers to is not emitted.

use super::index::{ResolvedType, TypeId};
use super::needs::needed_by;
use super::operation::OperationPlan;
use super::version::TypePlan;
use rustc_hash::FxHashSet;

/// Drops the open enums that no field, body or reply has.
pub(super) fn drop_unused(types: &mut [TypePlan<'_>], operations: &[OperationPlan<'_>]) {
    let fields = types.iter().flat_map(|plan| &plan.fields);
    let used = fields.map(|field| field.resolved);
    let used = used.chain(operations.iter().flat_map(needed_by));
    let used: FxHashSet<TypeId> = used.filter_map(kinds_of).collect();
    for (id, plan) in types.iter_mut().enumerate() {
        plan.any = plan.any.take().filter(|_| used.contains(&id));
    }
}

fn kinds_of(resolved: ResolvedType) -> Option<TypeId> {
    match resolved {
        ResolvedType::Any(id) => Some(id),
        _ => None,
    }
}
