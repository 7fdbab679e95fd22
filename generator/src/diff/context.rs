//! What comparisons of one version know about both sides.

use super::hierarchy::{Hierarchy, key};
use crate::model::{Primitive, QualifiedName, TypeName, TypeRef};
use std::collections::BTreeMap;

/// Both sides of one version.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) before: Hierarchy<'a>,
    pub(super) after: Hierarchy<'a>,
    /// Renamed types and enums: the name in the baseline, and the name on the current side.
    pub(super) renamed: BTreeMap<String, String>,
}

impl Context<'_> {
    /// Whether two names mean the same item. A renamed item counts as the same.
    pub(super) fn same_name(&self, before: Option<&QualifiedName>, after: Option<&QualifiedName>) -> bool {
        before == after
            || before
                .zip(after)
                .is_some_and(|(before, after)| self.renamed.get(&before.to_string()) == Some(&after.to_string()))
    }

    /// Whether two references mean the same type. A type with a new name counts as the same.
    pub(super) fn same_type(&self, before: &TypeRef, after: &TypeRef) -> bool {
        let same_name = || match (before.as_named(), after.as_named()) {
            (Some(name), Some(new)) => self.same_name(Some(name), Some(new)),
            _ => before.name == after.name,
        };
        before.collection == after.collection && same_name()
    }
}

/// A reference as text, or the cell as written if its type could not be read.
pub(super) fn shown(reference: &TypeRef, raw: &str) -> String {
    match &reference.name {
        TypeName::Unknown if !raw.trim().is_empty() => format!("unknown ({})", raw.trim()),
        _ => reference.to_string(),
    }
}

/// Whether the emitted crate has the same Rust type for a value of either type.
pub(super) fn same_rust(before: &TypeRef, after: &TypeRef) -> bool {
    let rust = |reference: &TypeRef| match &reference.name {
        TypeName::Unknown | TypeName::Primitive(Primitive::Json) => "Json".to_owned(),
        TypeName::Primitive(primitive) => format!("{:?}", representative(*primitive)),
        TypeName::Named(name) => key(name),
    };
    before.collection == after.collection && rust(before) == rust(after)
}

/// The primitive that stands for all primitives with the same Rust type.
fn representative(primitive: Primitive) -> Primitive {
    match primitive {
        Primitive::String | Primitive::Stream => Primitive::String,
        Primitive::Byte | Primitive::Int16 | Primitive::Int32 => Primitive::Int32,
        Primitive::Decimal | Primitive::Double | Primitive::Single => Primitive::Double,
        other => other,
    }
}
