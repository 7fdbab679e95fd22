//! One table of parameters.

use crate::markdown::{Row, Table};
use crate::model::{ParameterSection, Reason};
use crate::page::api::ParameterRow;
use crate::page::reason::parameters as reason;
use crate::page::vocabulary::columns::{self as vocabulary, Column, PARAMETERS, says_yes};
use crate::page::{Context, NameCell, TypeCell, describe, is_label, name_cell, type_cell};

/// The columns of a parameter table.
pub(super) struct Columns<'t> {
    name: usize,
    type_: Option<usize>,
    description: Option<usize>,
    required: Option<usize>,
    /// Columns that mean nothing known.
    others: Vec<(usize, &'t str)>,
}

impl<'t> Columns<'t> {
    /// The columns when the header is that of a parameter table.
    pub(super) fn of(table: &'t Table) -> Option<Self> {
        let header = vocabulary::Columns::read(PARAMETERS, table);
        let columns = Self {
            name: header.index(Column::Name)?,
            type_: header.index(Column::Type),
            description: header.index(Column::Description),
            required: header.index(Column::Required),
            others: header.others(table),
        };
        (columns.type_.is_some() || columns.description.is_some()).then_some(columns)
    }

    /// A row, or why it is none.
    pub(super) fn row(
        &self,
        context: &Context<'_>,
        row: &Row,
        section: ParameterSection,
    ) -> Result<ParameterRow, &'static Reason> {
        let cell = row.cells.get(self.name).ok_or(&reason::NO_NAME)?;
        if is_label(cell, row) {
            return Err(&reason::LABEL);
        }
        let named = name_cell(cell);
        let name = name(&named)?;
        let cell = |column: Option<usize>| column.and_then(|column| row.cells.get(column));
        let mut described = cell(self.description)
            .map(|cell| describe(context, cell))
            .unwrap_or_default();
        described.append_cells(context, row, &self.others);
        if named.required || cell(self.required).is_some_and(says_yes) {
            described.require();
        }
        if named.deprecated {
            described.deprecate();
        }
        let type_cell = cell(self.type_).map_or_else(TypeCell::unknown, type_cell);
        described.fit(&type_cell);
        Ok(ParameterRow {
            name,
            section,
            type_cell,
            described,
            origin: context.origin(row.span),
        })
    }
}

/// The name in a cell: its first word.
fn name(cell: &NameCell) -> Result<String, &'static Reason> {
    let word = cell.name.split_whitespace().next().unwrap_or("");
    let name = word.trim_matches(['*', '`', '"', ',']);
    match name {
        "" => Err(&reason::NO_NAME),
        option if option.starts_with('$') => Err(&reason::ODATA_OPTION),
        name => Ok(name.to_owned()),
    }
}
