//! Enum pages, and enum sections of other pages.

use super::prose::{Patterns, Words};
use super::reason::members as reason;
use super::rows::{EnumRows, MemberRow};
use super::vocabulary::columns::{Column, Columns, ITEMS};
use super::vocabulary::headings::{Heading, heading};
use super::{Context, NameCell, describe, name_cell, title};
use crate::markdown::{Document, Row, Section, Table, Text};
use crate::model::{Account, Fact};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Every enum of the page.
pub(super) fn read(context: &Context<'_>, document: &Document, account: &mut Account) -> Vec<EnumRows> {
    let mut enums = Vec::new();
    let heading_of_page = title::heading(document);
    let is_page = document
        .front_matter
        .get("doc_type")
        .is_some_and(|kind| kind.contains("enumPage"));
    let whole = Some(heading_of_page).filter(|name| is_page && !name.is_empty() && !name.contains(' '));
    let page_name = title::enum_name(heading_of_page).or(whole).map(str::to_owned);
    for section in &document.sections {
        let is_members = heading(section) == Some(Heading::Members);
        let (name, is_section) = match (is_members, title::enum_name(&section.heading.plain)) {
            (true, _) => (page_name.clone(), false),
            (false, Some(name)) if section.level > 1 => (Some(name.to_owned()), true),
            _ => (page_name.clone().filter(|_| section.level == 1), false),
        };
        let Some(name) = name else { continue };
        let members: Vec<MemberRow> = section
            .tables()
            .flat_map(|table| members(context, table, account))
            .collect();
        if !members.is_empty() {
            enums.push(enum_rows(context, document, section, name, is_section, members));
        }
    }
    enums
}

fn enum_rows(
    context: &Context<'_>,
    document: &Document,
    section: &Section,
    name: String,
    is_section: bool,
    members: Vec<MemberRow>,
) -> EnumRows {
    let introduction = if is_section { Some(section) } else { document.title() };
    let texts = introduction.into_iter().flat_map(super::introduction);
    let texts: Vec<_> = texts.filter(|said| !said.is_shared_note(context)).collect();
    let flags = says_flags(&section.heading) || texts.iter().any(|said| says_flags(said.text));
    let description = texts
        .iter()
        .map(|said| said.markdown(context))
        .collect::<Vec<_>>()
        .join("\n\n");
    EnumRows {
        name,
        is_section,
        members,
        flags,
        description,
        origin: context.origin(section.heading.span),
    }
}

fn members(context: &Context<'_>, table: &Table, account: &mut Account) -> Vec<MemberRow> {
    let columns = Columns::read(ITEMS, table);
    // `|Value|Description|` under an enum heading: the value is the member.
    let Some(name) = columns.index(Column::Name).or_else(|| columns.index(Column::Value)) else {
        return Vec::new();
    };
    if columns.has(Column::Type) {
        return Vec::new();
    }
    let number = columns.index(Column::Value).filter(|index| *index != name);
    let description = columns.index(Column::Description);
    let mut members: Vec<MemberRow> = Vec::new();
    let mut names = FxHashSet::default();
    for row in &table.rows {
        match member(context, row, name, number, description) {
            Some(member) if names.insert(member.name.clone()) => {
                account.read(Fact::Member);
                members.push(member);
            }
            Some(member) => account.unread(&reason::TWICE, row.span, &member.name),
            None => account.unread(&reason::NO_NAME, row.span, ""),
        }
    }
    members
}

fn member(
    context: &Context<'_>,
    row: &Row,
    name: usize,
    number: Option<usize>,
    description: Option<usize>,
) -> Option<MemberRow> {
    let NameCell { name, deprecated, .. } = name_cell(row.cells.get(name)?);
    let name = name.trim_matches('\'').to_owned();
    if name.is_empty() {
        return None;
    }
    let value = number
        .and_then(|index| row.cells.get(index))
        .and_then(|cell| integer(cell.plain.trim()));
    let mut described = description
        .and_then(|index| row.cells.get(index))
        .map(|cell| describe(context, cell))
        .unwrap_or_default();
    if deprecated && described.facets.deprecated.is_none() {
        described.facets.deprecated = Some("Deprecated.".to_owned());
    }
    Some(MemberRow {
        name,
        value,
        described,
        origin: context.origin(row.span),
    })
}

/// `16`, `1,024`, `0x10`, `1 << 4`.
fn integer(text: &str) -> Option<i64> {
    if let Some((base, shift)) = text.split_once("<<") {
        let shift = u32::try_from(integer(shift.trim())?).ok().filter(|shift| *shift < 63)?;
        return integer(base.trim())?.checked_mul(1 << shift);
    }
    let lower = text.to_ascii_lowercase();
    match lower.strip_prefix("0x") {
        Some(digits) => i64::from_str_radix(digits, 16).ok(),
        None => text.replace([',', ' ', '\u{a0}', '_'], "").parse().ok(),
    }
}

/// Words that say that several members can be set at once.
const FLAGS: &[(&str, ())] = &[
    ("flags|flag|flagged enum|enumeration", ()),
    ("bit flag|flags", ()),
    ("bitmask", ()),
    ("multi? valued|multivalued enum|enumeration", ()),
    ("multiple|several values|members are|can|may", ()),
    ("bitwise option|options|combination|or", ()),
    ("( flags )", ()),
];

static ARE_FLAGS: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(FLAGS));

/// "This is a flags enumeration", "multi-valued enumeration", a heading such as "Colors flags".
fn says_flags(text: &Text) -> bool {
    let last = text.plain.rsplit(' ').next().unwrap_or("");
    (last.len() < text.plain.len() && last.eq_ignore_ascii_case("flags")) || ARE_FLAGS.stands_in(&Words::new(text))
}

#[cfg(test)]
mod tests {
    use super::ARE_FLAGS;
    use crate::page::prose::proof::{assert_proven, paragraph};

    #[test]
    fn each_phrase_has_a_sentence() {
        let sentences = [
            "This is a flags enumeration.",
            "Each is a bit flag.",
            "The bitmask of colors.",
            "A multi-valued enumeration.",
            "Colors (flags) of a part.",
            "Multiple members can be set.",
            "Bitwise options of a part.",
        ];
        assert_proven(&ARE_FLAGS, &sentences.map(paragraph));
    }
}
