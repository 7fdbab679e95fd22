//! Enums of which several members can be set at once.

use super::enumeration::{gate, member_docs, members, preface};
use crate::emit::file::File;
use crate::emit::plan::EnumPlan;

/// Adds a set of flags.
pub(crate) fn push(plan: &EnumPlan<'_>, file: &mut File<'_>) {
    let more = "\n\nA set of flags: combine members with `|`.";
    let name = plan.emitted.name.as_str();
    let mut item = file.begin();
    item.above(0, |lines| preface(plan, more, file, lines));
    item.code(["pub struct ", name, "(rt::FlagSet);"]);
    file.end(item.laid_out());
    let mut item = file.begin();
    item.above(0, |lines| gate(plan, file, lines));
    item.code(["impl ", name, " {\n"]);
    for (index, (member, constant)) in members(plan).enumerate() {
        item.above(4, |lines| member_docs(member, lines));
        let index = index.to_string();
        item.code([
            "    pub const ",
            constant,
            ": Self = Self(rt::FlagSet::member(",
            &index,
            "));\n",
        ]);
    }
    item.code(["}"]);
    file.end(item.laid_out());
    let mut item = file.begin();
    item.above(0, |lines| gate(plan, file, lines));
    item.code(["rt::flags_enum! {\n    ", name, " {\n"]);
    for (member, _) in members(plan) {
        item.code(["        ", &format!("{:?}", member.name), ",\n"]);
    }
    item.code(["    }\n}"]);
    file.end(item.into_text());
}
