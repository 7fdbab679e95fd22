//! Which types an update takes.
//!
//! Their values have the method `changes_since`. A method of every type would be a function that most programs never call
//! and every compilation checks.

use super::index::{ResolvedType, TypeId};
use super::operation::{Body, OperationPlan};
use super::version::TypePlan;
use crate::model::Method;

/// Marks the types of the bodies of updates. A call that takes an object of several kinds takes each of them.
pub(super) fn mark(types: &mut [TypePlan<'_>], operations: &[OperationPlan<'_>]) {
    let functions = operations.iter().flat_map(|plan| &plan.functions);
    let updates = functions.filter(|function| matches!(function.route.method, Method::Patch | Method::Put));
    for update in updates {
        let Body::Entity(resolved) = update.body else { continue };
        for id in kinds(types, resolved) {
            if let Some(plan) = types.get_mut(id) {
                plan.updated = true;
            }
        }
    }
}

/// The structs that a value of the type can be.
fn kinds(types: &[TypePlan<'_>], resolved: ResolvedType) -> Vec<TypeId> {
    match resolved {
        ResolvedType::Type(id) => vec![id],
        ResolvedType::Any(id) => {
            let any = types.get(id).and_then(|plan| plan.any.as_ref());
            any.map_or_else(Vec::new, |any| any.variants.iter().map(|(_, id)| *id).collect())
        }
        ResolvedType::Primitive(_) | ResolvedType::Enum(_) | ResolvedType::Json => Vec::new(),
    }
}
