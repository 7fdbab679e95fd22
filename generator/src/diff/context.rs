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

    /// Whether two references mean the same type. A type with a new name or in a new area counts as the same.
    pub(super) fn same_type(&self, before: &TypeRef, after: &TypeRef) -> bool {
        if before == after {
            return true;
        }
        let (TypeName::Named { name, area }, TypeName::Named { name: new, area: _ }) = (&before.name, &after.name)
        else {
            return false;
        };
        let same_name = self.same_name(Some(name), Some(new));
        // The copy that was meant is still there, and another one is meant now.
        let other_copy = name == new && area.as_ref().is_some_and(|area| self.after.has_copy(name, area));
        before.collection == after.collection && same_name && !other_copy
    }
}

/// A reference as text, or the cell as written if its type could not be read.
pub(super) fn shown(reference: &TypeRef, raw: &str) -> String {
    match &reference.name {
        TypeName::Unknown if !raw.trim().is_empty() => format!("unknown ({})", raw.trim()),
        TypeName::Named { area: Some(area), .. } => format!("{reference} of {area}"),
        _ => reference.to_string(),
    }
}

/// Whether the emitted crate has the same Rust type for a value of either type.
pub(super) fn same_rust(before: &TypeRef, after: &TypeRef) -> bool {
    let rust = |reference: &TypeRef| match &reference.name {
        TypeName::Unknown | TypeName::Primitive(Primitive::Json) => "Json".to_owned(),
        TypeName::Primitive(primitive) => format!("{:?}", representative(*primitive)),
        TypeName::Named { name, area } => {
            let area = area.as_ref().map_or("", |area| &area.0);
            format!("{} {area}", key(name))
        }
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
