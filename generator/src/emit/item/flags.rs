//! Enums of which several members can be set at once.

use super::enumeration::{gate_text, member_docs, members, preface};
use crate::emit::file::File;
use crate::emit::plan::EnumPlan;

/// Adds a set of flags.
pub(crate) fn push(plan: &EnumPlan<'_>, file: &mut File<'_>) {
    let preface = preface(plan, "\n\nA set of flags: combine members with `|`.", file);
    let preface = file.prefaces.put_line(preface);
    let name = &plan.emitted.name;
    let item = file
        .prefaces
        .lay_out_lines(&format!("{preface}pub struct {name}(rt::FlagSet);"));
    file.push(item);
    let gate = file.gate(&plan.emitted.needed).lines(file.areas);
    let mut code = format!("{}impl {name} {{\n", file.prefaces.put_line(gate));
    for (index, (member, constant)) in members(plan).enumerate() {
        let preface = file.prefaces.put_line(member_docs(member));
        code.push_str(&format!(
            "    {preface}    pub const {constant}: Self = Self(rt::FlagSet::member({index}));\n"
        ));
    }
    let item = file.prefaces.lay_out_lines(&(code + "}"));
    file.push(item);
    file.push(table(plan, file));
}

fn table(plan: &EnumPlan<'_>, file: &File<'_>) -> String {
    let mut text = gate_text(plan, file);
    text.push_str(&format!("rt::flags_enum! {{\n    {} {{\n", plan.emitted.name));
    for (member, _) in members(plan) {
        text.push_str(&format!("        {:?},\n", member.name));
    }
    text.push_str("    }\n}");
    text
}
