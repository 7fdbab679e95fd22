//! Open enums of a type and its derived types, chosen by `@odata.type`.

use super::field::doc_line;
use super::structure;
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
    let mut docs = vec![format!(
        "/// A [`{}`] or any documented type derived from it, chosen by `@odata.type`.",
        base.emitted.name
    )];
    docs.extend(
        [
            "///",
            "/// `base()` gives the properties that all of them have; each kind has a method that gives a value of it.",
        ]
        .map(str::to_owned),
    );
    docs.extend(gate.lines(file.areas));
    let mut code = file.prefaces.put_line(docs);
    code.push_str(&format!("#[non_exhaustive]\npub enum {} {{\n", plan.emitted.name));
    for (at, variant) in variants.iter().enumerate() {
        let absent = if at == 0 {
            ", also if the service names no type"
        } else {
            ""
        };
        let preface = file
            .prefaces
            .put_line(vec![doc_line(format!("`{}`{absent}", variant.wire))]);
        code.push_str(&format!("    {preface}    {}(Box<{}>),\n", variant.name, variant.code));
    }
    let rest = file
        .prefaces
        .put_line(vec!["/// A derived type that no page documents, as sent.".to_owned()]);
    code.push_str(&format!("    {rest}    UnknownType(Box<rt::UnknownObject>),\n}}"));
    let text = file.prefaces.lay_out_lines(&code);
    file.push(text);
    let gate: String = gate.lines(file.areas).iter().map(|line| format!("{line}\n")).collect();
    file.push(gate.clone() + &table(plan, &variants, is_updated(plan, file)));
    if plan.returned {
        file.push(gate + &structure::queried(&plan.emitted.name, &base.emitted.name));
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

fn table(plan: &AnyPlan, variants: &[Variant], updated: bool) -> String {
    let base = variants
        .first()
        .map_or_else(String::new, |variant| format!("{}({})", variant.name, variant.code));
    let update = structure::update(updated);
    let mut text = format!("rt::any_enum! {{\n    {}: {base} {update}{{\n", plan.emitted.name);
    let mut taken = BTreeSet::new();
    for (at, variant) in variants.iter().enumerate() {
        let Variant { name, code, wire } = variant;
        let accessor = accessor(name, &mut taken);
        text.push_str(&format!("        {at} {wire:?} => {name}({code}) {accessor},\n"));
    }
    text.push_str("    } else UnknownType\n}");
    text
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
