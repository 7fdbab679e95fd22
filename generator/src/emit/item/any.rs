//! Open enums of a type and its derived types, chosen by `@odata.type`.

use super::structure;
use crate::emit::code::Item;
use crate::emit::file::File;
use crate::emit::name::ident;
use crate::emit::plan::{AnyPlan, ResolvedType, TypePlan};
use std::collections::BTreeSet;

/// A kind: its variant, its Rust type, its full name.
struct Variant {
    name: String,
    code: String,
    wire: String,
}

/// Adds the open enum of a type with documented derived types.
pub(crate) fn push(base: &TypePlan<'_>, plan: &AnyPlan, file: &mut File<'_>) {
    let variants = variants(plan, file);
    let gate = file.gate(&plan.emitted.needed);
    let mut item = file.begin();
    item.above(0, |lines| {
        let name = &base.emitted.name;
        lines.line([
            "/// A [`",
            name,
            "`] or any documented type derived from it, chosen by `@odata.type`.",
        ]);
        lines.blank();
        lines.doc(
            "`base()` gives the properties that all of them have; each kind has a method that gives a value of it.",
        );
        lines.gate(&gate, file.areas);
    });
    item.code(["#[non_exhaustive]\npub enum ", &plan.emitted.name, " {\n"]);
    for (at, variant) in variants.iter().enumerate() {
        let absent = if at == 0 {
            ", also if the service names no type"
        } else {
            ""
        };
        item.above(4, |lines| lines.line(["/// `", &variant.wire, "`", absent]));
        item.code(["    ", &variant.name, "(Box<", &variant.code, ">),\n"]);
    }
    item.above(4, |lines| lines.doc("A derived type that no page documents, as sent."));
    item.code(["    UnknownType(Box<rt::UnknownObject>),\n}"]);
    file.end(item.laid_out());
    let mut item = file.begin();
    item.above(0, |lines| lines.gate(&gate, file.areas));
    table(plan, &variants, is_updated(plan, file), &mut item);
    file.end(item.into_text());
    if plan.returned {
        let mut item = file.begin();
        item.above(0, |lines| lines.gate(&gate, file.areas));
        item.code([&*structure::queried(&plan.emitted.name, &base.emitted.name)]);
        file.end(item.into_text());
    }
}

fn variants(plan: &AnyPlan, file: &mut File<'_>) -> Vec<Variant> {
    let gate = file.gate(&plan.emitted.needed);
    let mut variants = Vec::with_capacity(plan.variants.len());
    for (name, id) in &plan.variants {
        let Some(item) = file.version.types.get(*id).map(|plan| plan.item) else {
            continue;
        };
        variants.push(Variant {
            name: name.clone(),
            code: file.name(ResolvedType::Type(*id), &gate),
            wire: item.name.to_string(),
        });
    }
    variants
}

/// Whether an update takes any of the kinds.
fn is_updated(plan: &AnyPlan, file: &File<'_>) -> bool {
    let mut kinds = plan.variants.iter().filter_map(|(_, id)| file.version.types.get(*id));
    kinds.any(|kind| kind.updated)
}

fn table(plan: &AnyPlan, variants: &[Variant], updated: bool, item: &mut Item) {
    item.code(["rt::any_enum! {\n    ", &plan.emitted.name, ": "]);
    if let Some(base) = variants.first() {
        item.code([&*base.name, "(", &base.code, ")"]);
    }
    item.code([" ", structure::update(updated), "{\n"]);
    let mut taken = BTreeSet::new();
    for (at, Variant { name, code, wire }) in variants.iter().enumerate() {
        let accessor = accessor(name, &mut taken);
        item.code(["        ", &at.to_string(), " "]);
        item.quoted(wire);
        item.code([" => ", name, "(", code, ") ", &accessor, ",\n"]);
    }
    item.code(["    } else UnknownType\n}"]);
}

/// The method that gives a value of this kind: `RoleAssignment` -> `as_role_assignment`.
///
/// Names that differ in capitals only are the same method name; the later one gets a trailing underscore.
fn accessor(variant: &str, taken: &mut BTreeSet<String>) -> String {
    let mut name = format!("as_{}", ident::snake(variant));
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::accessor;
    use std::collections::BTreeSet;

    #[test]
    fn kinds_that_differ_in_capitals_have_methods_of_their_own() {
        let mut taken = BTreeSet::new();
        let names = ["TeaPot", "TEAPot", "TeaCup"].map(|variant| accessor(variant, &mut taken));
        assert_eq!(names, ["as_tea_pot", "as_tea_pot_", "as_tea_cup"]);
    }
}
