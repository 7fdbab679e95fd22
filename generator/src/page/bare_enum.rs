//! Headings that are only the name of an enum: `### kilnState` over a table of members, where other pages have
//! `### kilnState values`.

use super::inner::types_of_rows;
use super::title;
use super::vocabulary::columns::{Column, Columns, ITEMS};
use super::vocabulary::headings::{heading, topic};
use crate::markdown::{Document, Section, Table};

/// The page with the usual headings; nothing where no row has such a type.
pub(super) fn named(document: &Document) -> Option<Document> {
    if !document.sections.iter().any(|section| bare_name(section).is_some()) {
        return None;
    }
    let types = types_of_rows(document);
    let mut named = document.clone();
    for section in &mut named.sections {
        if bare_name(section).is_some_and(|name| types.contains(&name.to_lowercase())) {
            section.heading.plain.push_str(" values");
        }
    }
    Some(named)
}

/// The one word of a heading over a table of members, which has no types.
fn bare_name(section: &Section) -> Option<&str> {
    let name = section.heading.plain.as_str();
    let is_name =
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(|c| c.is_ascii_alphanumeric());
    if !is_name || section.level < 2 {
        return None;
    }
    let lists_members = |table: &Table| {
        let columns = Columns::read(ITEMS, table);
        !columns.has(Column::Type) && (columns.has(Column::Name) || columns.has(Column::Value))
    };
    let is_other = || heading(section).is_some() || topic(section).is_some() || title::enum_name(name).is_some();
    (section.tables().any(lists_members) && !is_other()).then_some(name)
}
