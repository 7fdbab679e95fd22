//! The headings and column names that pages use, as data.

use crate::markdown::{Cell, Section, Table};

/// A section that readers look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// Properties of a resource.
    Properties,
    /// Navigation properties of a resource.
    Relationships,
    /// Members of an enum page.
    Members,
    /// The JSON block of a resource.
    JsonRepresentation,
    /// The operations of a resource.
    Methods,
}

/// Headings in lower case. Each is a heading of real pages.
const HEADINGS: &[(&str, Heading)] = &[
    ("properties", Heading::Properties),
    ("property", Heading::Properties),
    ("instance attributes", Heading::Properties),
    ("common properties", Heading::Properties),
    ("fields", Heading::Properties),
    ("relationships", Heading::Relationships),
    ("relationship", Heading::Relationships),
    ("navigation properties", Heading::Relationships),
    ("members", Heading::Members),
    ("member", Heading::Members),
    ("json representation", Heading::JsonRepresentation),
    ("methods", Heading::Methods),
    ("tasks", Heading::Methods),
];

/// The heading that a section has, if it is one of those.
pub(super) fn heading(section: &Section) -> Option<Heading> {
    let plain = section.heading.plain.trim().trim_end_matches(':').to_lowercase();
    HEADINGS
        .iter()
        .find(|(name, _)| *name == plain)
        .map(|(_, heading)| *heading)
}

/// What a column of a property, relationship or member table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The item's name.
    Name,
    /// Its type.
    Type,
    /// Its meaning.
    Description,
    /// A member's number.
    Value,
}

/// Column names in lower case. `Value` is a member's number only beside a `Member` column.
const COLUMNS: &[(&str, Column)] = &[
    ("property", Column::Name),
    ("property name", Column::Name),
    ("property type", Column::Type),
    ("name", Column::Name),
    ("relationship", Column::Name),
    ("relationship name", Column::Name),
    ("navigation property", Column::Name),
    ("member", Column::Name),
    ("member name", Column::Name),
    ("attribute", Column::Name),
    ("field", Column::Name),
    ("type", Column::Type),
    ("data type", Column::Type),
    ("return type", Column::Type),
    ("description", Column::Description),
    ("descriptions", Column::Description),
    ("remarks", Column::Description),
    ("meaning", Column::Description),
    ("value", Column::Value),
    ("int value", Column::Value),
    ("numeric value", Column::Value),
];

/// Which cell of a row holds which column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    columns: Vec<Option<Column>>,
}

impl Columns {
    /// Reads a table's header.
    pub(super) fn read(table: &Table) -> Self {
        let column = |cell: &Cell| {
            let plain = cell.plain.trim().trim_end_matches(':').to_lowercase();
            COLUMNS
                .iter()
                .find(|(name, _)| *name == plain)
                .map(|(_, column)| *column)
        };
        Self {
            columns: table.header.iter().map(column).collect(),
        }
    }

    /// Whether there is such a column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.contains(&Some(column))
    }

    /// Index of a column.
    pub(super) fn index(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|candidate| *candidate == Some(column))
    }

    /// How many columns the header has.
    pub(super) fn count(&self) -> usize {
        self.columns.len()
    }
}

/// The header of a table as one line, for the ledger.
pub(super) fn headers(table: &Table) -> String {
    let cells: Vec<&str> = table.header.iter().map(|cell| cell.plain.trim()).collect();
    format!("|{}|", cells.join("|"))
}
