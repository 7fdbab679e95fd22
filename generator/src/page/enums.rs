//! Enum pages, and enum sections of other pages.

use super::prose::{Patterns, Words};
use super::reason::members as reason;
use super::rows::{EnumRows, MemberRow};
use super::vocabulary::columns::{Column, Columns, ITEMS};
use super::vocabulary::headings::{Heading, heading};
use super::{Context, NameCell, describe, item, name_cell, note, title};
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
        let members = if members.is_empty() && is_members {
            listed(context, section, account)
        } else {
            members
        };
        if !members.is_empty() {
            let mut rows = enum_rows(context, document, section, name, is_section, members);
            rows.flags |= section.tables().any(has_bits);
            enums.push(rows);
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
    let texts = introduction
        .into_iter()
        .flat_map(|section| super::introduction(context, section));
    let texts: Vec<_> = texts.filter(|said| !said.is_shared_note(context)).collect();
    let flags = says_flags(&section.heading) || texts.iter().any(|said| says_flags(said.text));
    let description = note::joined(texts.iter().map(|said| said.markdown(context)));
    EnumRows {
        name,
        is_section,
        property: None,
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
    let swapped = number.filter(|number| is_swapped(table, name, *number));
    let (name, number) = swapped.map_or((name, number), |swapped| (swapped, Some(name)));
    let mut members: Vec<MemberRow> = Vec::new();
    let mut names = FxHashSet::default();
    for row in &table.rows {
        let mut places = Places {
            name,
            number,
            description,
        };
        let combined = places.widen(row, columns.count(), &members);
        match member(context, row, &places, combined) {
            Some(member) if names.insert(member.name.clone()) => {
                if swapped.is_some() {
                    account.guessed(&reason::SWAPPED, row.span);
                } else {
                    account.read(Fact::Member);
                }
                members.push(member);
            }
            Some(member) => account.unread(&reason::TWICE, row.span, &member.name),
            None => account.unread(&reason::NO_NAME, row.span, ""),
        }
    }
    members
}

/// Members in a list instead of a table: `` - `open`: It can be seen. ``
fn listed(context: &Context<'_>, section: &Section, account: &mut Account) -> Vec<MemberRow> {
    let mut names = FxHashSet::default();
    let items = section.paragraphs().filter_map(|text| {
        let (name, note, meaning) = item::typed(context, text)?;
        let mut described = describe(context, text);
        described.markdown = meaning;
        Some(MemberRow {
            name,
            value: note.as_deref().and_then(integer),
            described,
            origin: context.origin(text.span),
        })
    });
    let members: Vec<MemberRow> = items.filter(|member| names.insert(member.name.clone())).collect();
    // One item alone is rather a sentence about a value.
    if members.len() < 2 {
        return Vec::new();
    }
    for _ in &members {
        account.read(Fact::Member);
    }
    members
}

/// Whether the numbers stand below the header of names and the names below that of numbers, in every row.
fn is_swapped(table: &Table, name: usize, number: usize) -> bool {
    let is = |row: &Row, index: usize, is_it: fn(&str) -> bool| {
        row.cells.get(index).is_some_and(|cell| is_it(cell.plain.trim()))
    };
    let is_number = |text: &str| integer(text).is_some();
    let is_name = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic());
    let swapped = |row: &Row| is(row, name, is_number) && is(row, number, is_name);
    !table.rows.is_empty() && table.rows.iter().all(swapped)
}

/// Which cells of a row hold what.
struct Places {
    name: usize,
    number: Option<usize>,
    description: Option<usize>,
}

impl Places {
    /// `|all|red | blue|Both.|`: pipes in the cell of the number make more cells. Returns the number.
    fn widen(&mut self, row: &Row, width: usize, members: &[MemberRow]) -> Option<i64> {
        let surplus = row.cells.len().checked_sub(width).filter(|surplus| *surplus > 0)?;
        let number = self.number?;
        let parts = row.cells.get(number..=number + surplus)?;
        let of = |cell: &Text| {
            let text = cell.plain.trim();
            let known = members.iter().find(|member| member.name == text);
            integer(text).or_else(|| known?.value)
        };
        let parts: Option<Vec<i64>> = parts.iter().map(of).collect();
        let combined = parts?.into_iter().fold(0, |all, part| all | part);
        self.description = self.description.map(|at| if at > number { at + surplus } else { at });
        Some(combined)
    }
}

/// Whether a number is written as a bit, `1 << 4`, or as several ones, `red | blue`.
fn has_bits(table: &Table) -> bool {
    let columns = Columns::read(ITEMS, table);
    let number = columns.index(Column::Value).filter(|_| columns.has(Column::Name));
    let mut cells = table.rows.iter().filter_map(|row| row.cells.get(number?));
    cells.any(|cell| shift(&cell.plain).is_some())
}

fn member(context: &Context<'_>, row: &Row, places: &Places, combined: Option<i64>) -> Option<MemberRow> {
    let NameCell { name, deprecated, .. } = name_cell(row.cells.get(places.name)?);
    let name = name.trim_matches('\'').to_owned();
    if name.is_empty() {
        return None;
    }
    let stated = places.number.and_then(|index| row.cells.get(index));
    let value = combined.or_else(|| stated.and_then(|cell| integer(cell.plain.trim())));
    let words = places.description.and_then(|index| row.cells.get(index));
    let mut described = words.map(|cell| describe(context, cell)).unwrap_or_default();
    if let Some(cell) = words {
        described.deprecate_member(cell, &name);
    }
    let used = [Some(places.name), places.number, places.description];
    let last = used.into_iter().flatten().max().unwrap_or(places.name);
    let surplus: Vec<(usize, &str)> = (last + 1..row.cells.len()).map(|index| (index, "|")).collect();
    if combined.is_none() && places.description.is_some() {
        described.append_cells(context, row, &surplus);
    }
    if deprecated {
        described.deprecate();
    }
    Some(MemberRow {
        name,
        value,
        described,
        origin: context.origin(row.span),
    })
}

/// `1 << 4`, `1 shl 4`, `2^4`: the base, and how often it is doubled.
fn shift(text: &str) -> Option<(&str, &str)> {
    let bits = ["<<", " shl "].iter().find_map(|sign| text.split_once(sign));
    let powers = || ["2^", "2**"].iter().find_map(|sign| text.trim().strip_prefix(sign));
    bits.or_else(|| Some(("1", powers()?)))
}

/// `16`, `1,024`, `0x10`, `1 << 4`.
fn integer(text: &str) -> Option<i64> {
    if let Some((base, shift)) = shift(text) {
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
