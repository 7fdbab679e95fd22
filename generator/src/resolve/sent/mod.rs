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
use crate::model::{Account, Hierarchy, Operation, StructuredType};

/// Decides what request examples tell better than tables: bases, bodies, capitals. Adds the fields to types and operations, then
/// decides for each type, and for the body of each operation, whether requests name it.
pub(super) fn add(
    types: &mut [StructuredType],
    operations: &mut [Operation],
    hierarchy: &Hierarchy,
    spans: &Spans<'_>,
    account: &mut Account,
) {
    learned::add(types, operations, hierarchy);
    let hierarchy = &Hierarchy::of(types);
    widened::decide(types, operations, hierarchy);
    untyped::decide(operations);
    capitals::add(types, operations, hierarchy);
    for origin in fields::add(types, operations, hierarchy) {
        account.guessed(&reason::FIELD_OF_EXAMPLE, spans.place(&origin));
    }
    named::add(types, operations, hierarchy);
}
