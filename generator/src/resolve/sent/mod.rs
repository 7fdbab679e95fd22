//! What request examples send: fields that no table lists, and whether they name the type of a value.

mod capitals;
mod declared;
mod fields;
mod learned;
mod named;
#[cfg(test)]
mod tests;
mod untyped;
mod widened;

use super::reason;
use super::spans::Spans;
use crate::model::{Account, Example, Hierarchy, Operation, StructuredType};
use declared::Examples;
use rayon::prelude::*;
use std::sync::Arc;

/// Decides what request examples tell better than tables: bases, bodies, capitals. Adds the fields to types and operations, then
/// decides for each type, and for the body of each operation, whether requests name it.
pub(super) fn add(
    types: &mut [StructuredType],
    operations: &mut [Operation],
    spans: &Spans<'_>,
    account: &mut Account,
) {
    // What was read of the examples stays while the operations change.
    let apart: Vec<Arc<[Example]>> = operations
        .iter()
        .map(|operation| Arc::clone(&operation.examples))
        .collect();
    let examples: Vec<Examples<'_>> = apart.par_iter().map(|examples| Examples::read(examples)).collect();
    let mut hierarchy = Hierarchy::of(types);
    if learned::add(types, operations, &examples, &hierarchy) {
        hierarchy = Hierarchy::of(types);
    }
    let hierarchy = &hierarchy;
    widened::decide(types, operations, &examples, hierarchy);
    untyped::decide(operations, &examples);
    capitals::add(types, operations, &examples, hierarchy);
    for origin in fields::add(types, operations, &examples, hierarchy) {
        account.guessed(&reason::FIELD_OF_EXAMPLE, spans.place(&origin));
    }
    named::add(types, operations, &examples, hierarchy);
}
