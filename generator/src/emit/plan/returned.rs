//! Which types a call returns, alone or in a list: requests name their properties.

use super::index::ResolvedType;
use super::operation::{OperationPlan, ReturnType};
use super::version::TypePlan;

/// Marks the types that functions return.
pub(super) fn mark(types: &mut [TypePlan<'_>], operations: &[OperationPlan<'_>]) {
    for function in operations.iter().flat_map(|plan| &plan.functions) {
        let (ReturnType::One(returned) | ReturnType::Collection(returned)) = function.returns else {
            continue;
        };
        let returned = match returned {
            ResolvedType::Type(id) => types.get_mut(id).map(|plan| &mut plan.returned),
            ResolvedType::Any(id) => {
                let any = types.get_mut(id).and_then(|plan| plan.any.as_mut());
                any.map(|any| &mut any.returned)
            }
            ResolvedType::Enum(_) | ResolvedType::Primitive(_) | ResolvedType::Json => None,
        };
        if let Some(returned) = returned {
            *returned = true;
        }
    }
}
