//! Enums.

use super::structure::deprecation;
use crate::emit::code::Item;
use crate::emit::docs;
use crate::emit::file::File;
use crate::emit::lines::Lines;
use crate::emit::link;
use crate::emit::plan::EnumPlan;
use crate::model::{EnumOrigin, Member};

/// Adds an open enum.
pub(crate) fn push(plan: &EnumPlan<'_>, file: &mut File<'_>) {
    let mut item = file.begin();
    item.above(0, |lines| preface(plan, "", file, lines));
    item.code(["#[non_exhaustive]\npub enum ", &plan.emitted.name, " {\n"]);
    for (member, variant) in members(plan) {
        item.above(4, |lines| member_docs(member, lines));
        item.code(["    ", variant, ",\n"]);
    }
    item.above(4, |lines| lines.doc("A value that the page does not list, as sent."));
    item.code(["    UnknownValue(rt::UnknownMember),\n}"]);
    file.end(item.laid_out());
    let mut item = file.begin();
    table(plan, file, &mut item);
    file.end(item.into_text());
}

fn table(plan: &EnumPlan<'_>, file: &File<'_>, item: &mut Item) {
    item.above(0, |lines| gate(plan, file, lines));
    item.code(["rt::open_enum! {\n    ", &plan.emitted.name, " {\n"]);
    for (index, (member, variant)) in members(plan).enumerate() {
        item.code(["        ", &index.to_string(), " ", variant, " = "]);
        item.quoted(&member.name);
        item.code([",\n"]);
    }
    item.code(["    } else UnknownValue\n}"]);
}

/// The lines of an enum's gate.
pub(crate) fn gate(plan: &EnumPlan<'_>, file: &File<'_>, lines: &mut Lines<'_>) {
    lines.gate(&file.gate(&plan.emitted.needed), file.areas);
}

/// Members with their Rust names; a member that a page lists twice counts once.
pub(crate) fn members<'a>(plan: &'a EnumPlan<'_>) -> impl Iterator<Item = (&'a Member, &'a str)> {
    plan.members.iter().map(|(member, name)| (*member, name.as_str()))
}

/// Docs, origin and gate of an enum.
pub(crate) fn preface(plan: &EnumPlan<'_>, more: &str, file: &mut File<'_>, lines: &mut Lines<'_>) {
    let item = plan.item;
    let version = &file.version.schema.version;
    let text = match item.description.trim() {
        "" => format!("Values of `{}`.{more}", item.name.name),
        text => [text, more].concat(),
    };
    lines.docs(&text);
    deprecation(item.deprecated.as_deref(), lines);
    if item.documented_in == EnumOrigin::Page {
        lines.public_page(link::resource(&item.file, file.version.schema));
    }
    lines.line(["// ", &link::place(&item.origin, version)]);
    let page = link::page(&item.file, version);
    file.pages.insert(page);
    gate(plan, file, lines);
}

/// The page's text about a member, or the member's name in JSON if there is none.
pub(crate) fn member_docs(member: &Member, lines: &mut Lines<'_>) {
    match member.description.trim() {
        "" => lines.doc(&docs::code(&member.name)),
        text => lines.docs(text),
    }
    lines.deprecated(member.deprecated.as_deref());
}
