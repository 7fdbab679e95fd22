//! Which types a call returns, alone or in a list: requests name their properties.

use super::index::ResolvedType;
use super::operation::{OperationPlan, ReturnType};
use super::version::TypePlan;

/// Marks the types that functions return.
pub(super) fn mark(types: &mut [TypePlan<'_>], operations: &[OperationPlan<'_>]) {
    for function in operations.iter().flat_map(|plan| &plan.functions) {
        match function.returns {
            ReturnType::One(ResolvedType::Type(id)) | ReturnType::Collection(ResolvedType::Type(id)) => {
                if let Some(plan) = types.get_mut(id) {
                    plan.returned = true;
                }
            }
            ReturnType::One(ResolvedType::Any(id)) | ReturnType::Collection(ResolvedType::Any(id)) => {
                if let Some(any) = types.get_mut(id).and_then(|plan| plan.any.as_mut()) {
                    any.returned = true;
                }
            }
            _ => {}
        }
    }
}
