//! The columns of tables of properties, members, parameters and request headers.

use super::{Vocabulary, meaning};
use crate::markdown::{Cell, Table};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Column {
    /// The item's name.
    Name,
    /// Its type.
    Type,
    /// Its meaning.
    Description,
    /// A member's number, or a header's value.
    Value,
    /// Whether it must be given.
    Required,
}

/// Tables of properties, relationships and members, which share their headers. `Value` is a member's number only beside a
/// column of names.
pub(in crate::page) const ITEMS: &Vocabulary<Column> = &[
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

/// Tables of parameters. `Value` is the type in `Parameter name | Value | Description`.
pub(in crate::page) const PARAMETERS: &Vocabulary<Column> = &[
    ("property", Column::Name),
    ("properties", Column::Name),
    ("property name", Column::Name),
    ("parameter", Column::Name),
    ("parameters", Column::Name),
    ("parameter name", Column::Name),
    ("required parameter", Column::Name),
    ("query parameter", Column::Name),
    ("name", Column::Name),
    ("field", Column::Name),
    ("type", Column::Type),
    ("data type", Column::Type),
    ("value", Column::Type),
    ("description", Column::Description),
    ("remarks", Column::Description),
    ("required", Column::Required),
    ("required?", Column::Required),
    ("required (y/n)", Column::Required),
    ("mandatory", Column::Required),
];

/// Tables of request headers.
pub(in crate::page) const HEADERS: &Vocabulary<Column> = &[
    ("header", Column::Name),
    ("header name", Column::Name),
    ("request header", Column::Name),
    ("name", Column::Name),
    ("description", Column::Description),
    ("value", Column::Value),
    ("required", Column::Required),
];

/// Headers of a first column that tell the parameters of a body from the properties of an object.
const BODY_PARAMETERS: &Vocabulary<()> = &[
    ("parameter", ()),
    ("parameters", ()),
    ("parameter name", ()),
    ("required parameter", ()),
];

/// What a column of required parameters or headers says for yes.
const YES: &Vocabulary<()> = &[
    ("y", ()),
    ("yes", ()),
    ("true", ()),
    ("required", ()),
    ("✅", ()),
    ("✔️", ()),
    ("✔", ()),
    ("✓", ()),
];

/// Which cell of a row holds which column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::page) struct Columns {
    columns: Vec<Option<Column>>,
}

impl Columns {
    /// Reads a table's header.
    pub(in crate::page) fn read(vocabulary: &Vocabulary<Column>, table: &Table) -> Self {
        let cells = table.header.iter();
        Self {
            columns: cells.map(|cell| meaning(vocabulary, &cell.plain)).collect(),
        }
    }

    /// Whether there is such a column.
    pub(in crate::page) fn has(&self, column: Column) -> bool {
        self.columns.contains(&Some(column))
    }

    /// Index of the first such column.
    pub(in crate::page) fn index(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|candidate| *candidate == Some(column))
    }

    /// Indexes of columns that mean nothing known, with the words of their headers: `Applies to running kilns?`.
    pub(in crate::page) fn others<'t>(&self, table: &'t Table) -> Vec<(usize, &'t str)> {
        let headers = table.header.iter().map(|cell| cell.plain.trim()).enumerate();
        let is_other = |index: &usize| self.columns.get(*index).is_some_and(Option::is_none);
        headers
            .filter(|(index, header)| is_other(index) && !header.is_empty())
            .collect()
    }

    /// How many columns the header has.
    pub(in crate::page) fn count(&self) -> usize {
        self.columns.len()
    }
}

/// Whether a table of the request body lists parameters.
pub(in crate::page) fn lists_parameters(table: &Table) -> bool {
    let first = table.header.first();
    first.is_some_and(|cell| meaning(BODY_PARAMETERS, &cell.plain).is_some())
}

/// Whether a cell says yes.
pub(in crate::page) fn says_yes(cell: &Cell) -> bool {
    meaning(YES, &cell.plain).is_some()
}

/// Whether a cell says yes or no; nothing where it says something else.
pub(in crate::page) fn says(cell: &Cell) -> Option<bool> {
    let no = ["n", "no", "false"];
    let is_no = no.iter().any(|word| cell.plain.trim().eq_ignore_ascii_case(word));
    says_yes(cell).then_some(true).or(is_no.then_some(false))
}

/// The header of a table as one line, for the ledger.
pub(in crate::page) fn headers(table: &Table) -> String {
    let cells: Vec<&str> = table.header.iter().map(|cell| cell.plain.trim()).collect();
    format!("|{}|", cells.join("|"))
}

#[cfg(test)]
mod tests {
    use super::{BODY_PARAMETERS, HEADERS, ITEMS, PARAMETERS, YES};
    use crate::page::vocabulary::assert_needed;

    /// The cells of several header rows.
    fn cells(rows: &str) -> Vec<&str> {
        rows.split(['|', '\n']).collect()
    }

    #[test]
    fn each_header_of_properties_and_members() {
        let properties = "Property|Type|Description\nProperty name|Data type|Descriptions\nProperty Type|Remarks\n\
            Name|Type|Meaning\nRelationship|Return type\nRelationship name\nNavigation property\nAttribute\nField";
        let members = "Member|Value\nMember name|Int value\nMember|Numeric value";
        assert_needed(ITEMS, &[cells(properties), cells(members)].concat());
    }

    #[test]
    fn each_header_of_parameters() {
        let rows = "Parameter|Type|Description\nParameter name|Value|Required?\nParameters|Required (Y/N)\n\
            Property|Required\nProperties\nProperty name\nRequired parameter\nQuery parameter\nName\nField|Data type|Mandatory|Remarks";
        assert_needed(PARAMETERS, &cells(rows));
        assert_needed(BODY_PARAMETERS, &cells(rows));
        assert_needed(YES, &["Y", "Yes", "true", "Required", "✅", "✔️", "✔", "✓"]);
    }

    #[test]
    fn each_header_of_request_headers() {
        assert_needed(
            HEADERS,
            &cells("Header|Value\nHeader name|Description\nName|Required\nRequest header"),
        );
    }
}
