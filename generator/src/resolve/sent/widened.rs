//! Bodies of several types: the sentence names one of them, and examples name others.

use super::declared::{Examples, TYPE};
use crate::json::Value;
use crate::model::{Body, Hierarchy, Operation, QualifiedName, StructuredType, TypeName};
use std::collections::BTreeSet;

/// Gives such calls the nearest base that all these types have.
pub(super) fn decide(
    types: &[StructuredType],
    operations: &mut [Operation],
    examples: &[Examples<'_>],
    hierarchy: &Hierarchy,
) {
    let known: BTreeSet<&QualifiedName> = types.iter().map(|item| &item.name).collect();
    for (operation, examples) in operations.iter_mut().zip(examples) {
        let stated = operation
            .routes
            .iter()
            .find_map(|route| route.body.type_ref()?.as_named());
        let Some(base) = stated.and_then(|stated| base(stated, operation, examples, &known, hierarchy)) else {
            continue;
        };
        let stated = stated.cloned();
        let sent = operation.routes.iter_mut().filter_map(|route| match &mut route.body {
            Body::Entity(type_ref) => Some(type_ref),
            _ => None,
        });
        for type_ref in sent.chain([&mut operation.request_body.type_ref]) {
            if type_ref.as_named() == stated.as_ref() {
                type_ref.name = TypeName::Named(base.clone());
            }
        }
    }
}

fn base(
    stated: &QualifiedName,
    operation: &Operation,
    examples: &Examples<'_>,
    known: &BTreeSet<&QualifiedName>,
    hierarchy: &Hierarchy,
) -> Option<QualifiedName> {
    let is = |name: &QualifiedName, base: &QualifiedName| name == base || hierarchy.bases(name).any(|of| of == base);
    let readings: Vec<_> = examples.requests(operation).map(|(.., reading)| reading).collect();
    let names = readings
        .iter()
        .filter_map(|reading| reading.value.get(TYPE).and_then(Value::text));
    let names: Vec<QualifiedName> = names.map(QualifiedName::parse).collect();
    let mut others = names.iter().filter(|name| known.contains(name)).peekable();
    others.clone().find(|name| !is(name, stated))?;
    let all: Vec<_> = others.by_ref().collect();
    let fits = |base: &&QualifiedName| !base.is_root() && known.contains(base) && all.iter().all(|name| is(name, base));
    hierarchy.bases(stated).find(fits).cloned()
}
