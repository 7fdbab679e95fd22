//! Structs and enums.

use super::item::{Form, Item, Source};
use super::{Features, Gates, Surface};
use crate::emit::item::field::code_with;
use crate::emit::plan::{EnumPlan, Field, ResolvedType, TypePlan, VersionPlan};
use std::sync::Arc;

/// Adds the types of a version.
pub(super) fn collect(version: &VersionPlan<'_>, gates: &mut Gates<'_>, surface: &mut Surface) {
    for plan in &version.types {
        structure(version, plan, gates, surface);
        kinds(version, plan, gates, surface);
    }
    for plan in &version.enums {
        enumeration(version, plan, gates, surface);
    }
}

/// The name of a type in a signature. It is the only one of its name in the version.
pub(super) fn name_of(version: &VersionPlan<'_>, resolved: ResolvedType) -> String {
    let emitted = version.emitted(resolved);
    emitted.map_or_else(|| "rt::Json".to_owned(), |emitted| emitted.name.clone())
}

fn structure(version: &VersionPlan<'_>, plan: &TypePlan<'_>, gates: &mut Gates<'_>, surface: &mut Surface) {
    let of = &version.schema.version;
    let owner = plan.item.name.to_string();
    let path = format!("{}::{}::{}", version.module, plan.emitted.module, plan.emitted.name);
    let features = gates.of(&plan.emitted.needed);
    for field in &plan.fields {
        let declaring = field.declared_by.unwrap_or(&plan.item.name);
        let source = Source::new(of, declaring.to_string(), field.wire);
        let part = part(version, field, &features, source, gates);
        surface.items.insert(format!("{path}::{}", field.name), part);
    }
    if plan.updated {
        let source = Source::new(of, owner.clone(), "");
        let method = update(&features, source);
        surface.items.entry(format!("{path}::changes_since")).or_insert(method);
    }
    let item = Item {
        form: Form::Struct,
        features,
        source: Source::new(of, owner, ""),
        place: String::new(),
    };
    surface.items.insert(path, item);
}

/// The method of types that an update takes. For other types a trait has it, which a program has to name.
fn update(features: &Features, source: Source) -> Item {
    Item {
        form: Form::Part {
            of: "(&Self)".to_owned(),
            word: "method",
        },
        features: features.clone(),
        source,
        place: String::new(),
    }
}

/// A field of a struct that any of `around` turns on.
pub(super) fn part(
    version: &VersionPlan<'_>,
    field: &Field<'_>,
    around: &Features,
    source: Source,
    gates: &mut Gates<'_>,
) -> Item {
    let code = code_with(field, &mut |resolved| name_of(version, resolved));
    let mut features = around.clone();
    for gate in &field.gates {
        let gate = gates.of(gate);
        features = Arc::new(features.intersection(&gate).cloned().collect());
    }
    Item {
        form: Form::Part {
            of: format!("Option<{}>", code.inner),
            word: "field",
        },
        features,
        source,
        place: String::new(),
    }
}

fn kinds(version: &VersionPlan<'_>, plan: &TypePlan<'_>, gates: &mut Gates<'_>, surface: &mut Surface) {
    let Some(any) = &plan.any else { return };
    let source = |part: &str| Source::new(&version.schema.version, plan.item.name.to_string(), part);
    let features = gates.of(&any.emitted.needed);
    let path = format!("{}::{}::{}", version.module, any.emitted.module, any.emitted.name);
    for (name, id) in &any.variants {
        let Some(derived) = version.types.get(*id) else {
            continue;
        };
        let form = Form::Part {
            of: format!("Box<{}>", derived.emitted.name),
            word: "variant",
        };
        let item = Item {
            form,
            features: features.clone(),
            source: Source::new(&version.schema.version, derived.item.name.to_string(), ""),
            place: String::new(),
        };
        surface.items.insert(format!("{path}::{name}"), item);
    }
    let item = Item {
        form: Form::Any,
        features,
        source: source(""),
        place: String::new(),
    };
    surface.items.insert(path, item);
}

fn enumeration(version: &VersionPlan<'_>, plan: &EnumPlan<'_>, gates: &mut Gates<'_>, surface: &mut Surface) {
    let source = |part: &str| Source::new(&version.schema.version, plan.item.name.to_string(), part);
    let features = gates.of(&plan.emitted.needed);
    let path = format!("{}::{}::{}", version.module, plan.emitted.module, plan.emitted.name);
    let (form, word) = if plan.flags {
        (Form::Flags, "constant")
    } else {
        (Form::Enum, "variant")
    };
    for (member, name) in &plan.members {
        let item = Item {
            form: Form::Part {
                of: String::new(),
                word,
            },
            features: features.clone(),
            source: source(&member.name),
            place: String::new(),
        };
        surface.items.insert(format!("{path}::{name}"), item);
    }
    let item = Item {
        form,
        features,
        source: source(""),
        place: String::new(),
    };
    surface.items.insert(path, item);
}
