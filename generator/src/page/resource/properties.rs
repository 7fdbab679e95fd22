//! Rows of Properties and Relationships tables.

use crate::markdown::{Block, Document, Row, Section, Table, Text};
use crate::model::{Fact, Ledger, PropertySection};
use crate::page::headings::{Column, Columns, Heading, heading};
use crate::page::rows::PropertyRow;
use crate::page::type_cell::{TypeCell, type_cell};
use crate::page::{Context, NameCell, describe, name_cell};
use crate::source::Diagnostic;
use std::collections::HashSet;

/// Every property row of the page, in page order.
pub(super) fn read(
    context: &Context<'_>,
    document: &Document,
    ledger: &mut Ledger,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PropertyRow> {
    let mut reader = Reader {
        context,
        ledger,
        diagnostics,
        rows: Vec::new(),
        names: HashSet::new(),
    };
    // The section that the current one lies in, with its level: `### Instance attributes` under `## Properties`.
    let mut within: Option<(u8, PropertySection)> = None;
    // A section about another object, with its level.
    let mut aside: Option<u8> = None;
    for section in &document.sections {
        let own = section_kind(heading(section));
        if within.is_none_or(|(level, _)| section.level <= level) {
            within = own.map(|kind| (section.level, kind));
        }
        if aside.is_some_and(|level| section.level <= level) {
            aside = None;
        }
        if describes_another_object(section) {
            aside = aside.or(Some(section.level));
        }
        let Some(kind) = own.or(within.map(|(_, kind)| kind)) else {
            continue;
        };
        for block in &section.blocks {
            match block {
                Block::Table(table) if aside.is_some() => reader.leave(table, "table about another object"),
                Block::Table(table) => reader.table(table, kind),
                _ => {}
            }
        }
    }
    reader.rows
}

/// `### Properties of a token lifetime policy definition` below `## Properties`: the keys of a JSON text in a string.
fn describes_another_object(section: &Section) -> bool {
    section
        .heading
        .plain
        .trim()
        .to_lowercase()
        .starts_with("properties of ")
}

fn section_kind(heading: Option<Heading>) -> Option<PropertySection> {
    match heading? {
        Heading::Properties => Some(PropertySection::Properties),
        Heading::Relationships => Some(PropertySection::Relationships),
        Heading::Members | Heading::JsonRepresentation | Heading::Methods => None,
    }
}

struct Reader<'r, 'c> {
    context: &'r Context<'c>,
    ledger: &'r mut Ledger,
    diagnostics: &'r mut Vec<Diagnostic>,
    rows: Vec<PropertyRow>,
    /// In small letters.
    names: HashSet<String>,
}

impl Reader<'_, '_> {
    fn table(&mut self, table: &Table, section: PropertySection) {
        let columns = Columns::read(table);
        let Some(layout) = Layout::of(&columns) else {
            // A table of values or of examples inside the section: `|Value|Description|`.
            return self.leave(table, "table without a name and a type column");
        };
        for row in &table.rows {
            let read = layout.read(self.context, row, section);
            // Some tables have a row twice.
            let read = read.and_then(|property| {
                let is_new = self.names.insert(property.name.to_lowercase());
                if is_new { Ok(property) } else { Err("listed twice") }
            });
            match read {
                Ok(property) => {
                    self.ledger.read(Fact::Property);
                    self.rows.push(property);
                }
                Err(reason) => self.skip(row, reason),
            }
        }
    }

    fn skip(&mut self, row: &Row, reason: &'static str) {
        self.ledger.unread(Fact::Property, reason);
        let message = format!("row not read: {reason}");
        self.diagnostics
            .push(Diagnostic::note("skipped-row", row.span, message));
    }

    fn leave(&mut self, table: &Table, reason: &'static str) {
        for _ in &table.rows {
            self.ledger.unread(Fact::Property, reason);
        }
    }
}

/// Where a table keeps name, type and description.
struct Layout {
    name: usize,
    type_cell: usize,
    description: Option<usize>,
    width: usize,
}

impl Layout {
    /// A header such as `Property Type | Remarks` names no type column: its first column is the name then.
    fn of(columns: &Columns) -> Option<Self> {
        let type_cell = columns.index(Column::Type)?;
        let name = columns.index(Column::Name).or_else(|| (type_cell > 0).then_some(0))?;
        let description = columns
            .index(Column::Description)
            .or_else(|| (columns.count() > 2).then_some(2));
        Some(Self {
            name,
            type_cell,
            description,
            width: columns.count(),
        })
    }

    fn read(&self, context: &Context<'_>, row: &Row, section: PropertySection) -> Result<PropertyRow, &'static str> {
        let cell = row.cells.get(self.name).ok_or("no name")?;
        let NameCell {
            mut name, deprecated, ..
        } = name_cell(cell);
        // Today's pages leave the `@` of `@odata.type` out.
        if name.starts_with("odata.") {
            name.insert(0, '@');
        }
        if name.is_empty() {
            return Err("no name");
        }
        if name.contains([' ', ',']) || is_label(cell, row) {
            return Err("label row");
        }
        let mut described = self
            .description(row)
            .map(|cell| describe(context, &cell))
            .unwrap_or_default();
        if deprecated && described.facets.deprecated.is_none() {
            described.facets.deprecated = Some("Deprecated.".to_owned());
        }
        Ok(PropertyRow {
            name,
            section,
            type_cell: row.cells.get(self.type_cell).map_or_else(TypeCell::unknown, type_cell),
            described,
            origin: context.origin(row.span),
        })
    }

    /// The description cell, with the cells that an unescaped pipe in it split off.
    fn description(&self, row: &Row) -> Option<Text> {
        let index = self.description?;
        let mut text = row.cells.get(index)?.clone();
        for more in row.cells.get(self.width.max(index + 1)..).unwrap_or(&[]) {
            text.plain.push_str(" | ");
            text.plain.push_str(&more.plain);
        }
        Some(text)
    }
}

/// `| **Calendar** |||`: one bold cell and nothing else.
fn is_label(name: &Text, row: &Row) -> bool {
    let bold = name.strong.first().is_some_and(|range| text_len(name) == range.len());
    bold && row.cells.iter().filter(|cell| !cell.is_empty()).count() == 1
}

fn text_len(text: &Text) -> usize {
    text.plain.trim().len()
}
