//! Enums.

use super::field::{doc_line, doc_lines};
use super::structure::deprecation;
use crate::emit::code::push_quoted;
use crate::emit::file::File;
use crate::emit::link;
use crate::emit::plan::EnumPlan;
use crate::model::{EnumOrigin, Member};

/// Adds an open enum.
pub(crate) fn push(plan: &EnumPlan<'_>, file: &mut File<'_>) {
    let preface = preface(plan, "", file);
    let mut code = file.prefaces.put_line(preface);
    code.push_str(&format!("#[non_exhaustive]\npub enum {} {{\n", plan.emitted.name));
    for (member, variant) in members(plan) {
        let preface = file.prefaces.put_line(member_docs(member));
        code.extend(["    ", &preface, "    ", variant, ",\n"]);
    }
    let rest = file
        .prefaces
        .put_line(vec!["/// A value that the page does not list, as sent.".to_owned()]);
    code.push_str(&format!("    {rest}    UnknownValue(rt::UnknownMember),\n}}"));
    let text = file.prefaces.lay_out_lines(&code);
    file.push(text);
    file.push(table(plan, file));
}

fn table(plan: &EnumPlan<'_>, file: &File<'_>) -> String {
    let mut text = gate_text(plan, file);
    text.push_str(&format!("rt::open_enum! {{\n    {} {{\n", plan.emitted.name));
    for (index, (member, variant)) in members(plan).enumerate() {
        text.extend(["        ", &index.to_string(), " ", variant, " = "]);
        push_quoted(&mut text, &member.name);
        text.push_str(",\n");
    }
    text.push_str("    } else UnknownValue\n}");
    text
}

/// The lines of an enum's gate, each with its line end.
pub(crate) fn gate_text(plan: &EnumPlan<'_>, file: &File<'_>) -> String {
    let lines = file.gate(&plan.emitted.needed).lines(file.areas);
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// Members with their Rust names; a member that a page lists twice counts once.
pub(crate) fn members<'a>(plan: &'a EnumPlan<'_>) -> impl Iterator<Item = (&'a Member, &'a str)> {
    plan.members.iter().map(|(member, name)| (*member, name.as_str()))
}

/// Docs, origin and gate of an enum.
pub(crate) fn preface(plan: &EnumPlan<'_>, more: &str, file: &mut File<'_>) -> Vec<String> {
    let item = plan.item;
    let version = &file.version.schema.version;
    let text = match item.description.trim() {
        "" => format!("Values of `{}`.", item.name.name),
        text => text.to_owned(),
    };
    let mut lines = doc_lines(&format!("{text}{more}"), 0);
    lines.extend(deprecation(item.deprecated.as_deref()));
    if item.documented_in == EnumOrigin::Page {
        let page = link::line(link::resource(&item.file, file.version.schema));
        lines.extend(page.into_iter().flat_map(|page| ["///".to_owned(), page]));
    }
    lines.push(format!("// {}", link::place(&item.origin, version)));
    let page = link::page(&item.file, version);
    file.pages.insert(page);
    lines.extend(file.gate(&plan.emitted.needed).lines(file.areas));
    lines
}

/// The page's text about a member, or the member's name in JSON if there is none.
pub(crate) fn member_docs(member: &Member) -> Vec<String> {
    let mut lines = match member.description.trim() {
        "" => vec![doc_line(crate::emit::docs::code(&member.name))],
        text => doc_lines(text, 4),
    };
    lines.extend(member.deprecated.as_deref().map(crate::emit::docs::deprecated));
    lines
}
