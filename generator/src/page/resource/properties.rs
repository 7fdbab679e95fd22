//! Rows of Properties and Relationships tables.

use crate::markdown::{Block, Document, Row, Section, Table, Text};
use crate::model::{Fact, Ledger, PropertySection};
use crate::page::headings::{Column, Columns, Heading, heading};
use crate::page::rows::PropertyRow;
use crate::page::type_cell::{TypeCell, type_cell};
use crate::page::{Context, describe};
use crate::source::Diagnostic;

/// Every property row of the page, in page order.
pub(super) fn read(
    context: &Context<'_>,
    document: &Document,
    ledger: &mut Ledger,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PropertyRow> {
    let mut rows = Vec::new();
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
        let Some(kind) = own.or(within.map(|(_, kind)| kind)).filter(|_| aside.is_none()) else {
            continue;
        };
        for block in &section.blocks {
            if let Block::Table(table) = block {
                read_table(context, table, kind, &mut rows, ledger, diagnostics);
            }
        }
    }
    rows
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

fn read_table(
    context: &Context<'_>,
    table: &Table,
    section: PropertySection,
    rows: &mut Vec<PropertyRow>,
    ledger: &mut Ledger,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let columns = Columns::read(table);
    let Some(layout) = Layout::of(&columns) else {
        // A table of values or of examples inside the section: `|Value|Description|`.
        for _ in &table.rows {
            ledger.unread(Fact::Property, "table without a name and a type column");
        }
        return;
    };
    for row in &table.rows {
        match layout.read(context, row, section) {
            Ok(property) => {
                ledger.read(Fact::Property);
                rows.push(property);
            }
            Err(reason) => {
                ledger.unread(Fact::Property, reason);
                diagnostics.push(Diagnostic::note(
                    "skipped-row",
                    row.span,
                    format!("row not read: {reason}"),
                ));
            }
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
        let name = row
            .cells
            .get(self.name)
            .map(|cell| property_name(&cell.plain))
            .unwrap_or_default();
        if name.is_empty() {
            return Err("no name");
        }
        if name.contains([' ', ',']) {
            return Err("label row");
        }
        let described = self
            .description(row)
            .map(|cell| describe(context, &cell))
            .unwrap_or_default();
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

/// The name without `(deprecated)` and footnote stars.
fn property_name(plain: &str) -> String {
    let name = plain.trim();
    let name = name.split_once(" (").map_or(name, |(name, _)| name);
    name.trim_end_matches(['*', ':', '\u{200b}']).trim().to_owned()
}
