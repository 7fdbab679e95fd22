//! Function, path, query and body parameters.

mod aside;
mod listed;
mod prose;
mod required;
mod table;
mod values;

use super::section::{Placed, Topic};
use super::{BodyRows, ParameterRow, example_bodies};
use crate::markdown::{Block, Section, Table};
use crate::model::{Account, Example, Fact, ParameterSection};
use crate::page::reason::parameters as reason;
use crate::page::vocabulary::columns::headers;
use crate::page::vocabulary::headings::is_parameters;
use crate::page::{Context, Described, TypeCell};
use crate::source::Span;
use table::Columns;

/// Reads the parameter tables of the page.
pub(super) fn read(
    context: &Context<'_>,
    placed: &[Placed<'_>],
    body: &BodyRows,
    examples: &[Example],
    account: &mut Account,
) -> Vec<ParameterRow> {
    let mut rows = Vec::new();
    let mut known = values::Known::default();
    for place in placed {
        let Some(section) = section(place.topic, body) else {
            continue;
        };
        let named = match section {
            ParameterSection::Query => prose::read(context, place.section, &rows),
            _ => Vec::new(),
        };
        tables(
            context,
            place.section,
            (section, named.len() == 1),
            (&mut rows, &mut known),
            account,
        );
        let may_list = match section {
            ParameterSection::Body => body.parameters,
            // Sections of OData options are full of other items.
            ParameterSection::Query => is_parameters(place.section),
            _ => false,
        };
        let is_body = section == ParameterSection::Body;
        let mut listed = Vec::new();
        if (may_list || is_body) && place.section.tables().next().is_none() {
            listed = listed::read(context, place.section, section);
        }
        if !may_list && !listed::have_types(&listed) {
            listed.clear();
        }
        for row in named.into_iter().chain(listed) {
            if !rows.iter().any(|known| known.name == row.name) {
                account.read(Fact::Parameter);
                rows.push(row);
            }
        }
    }
    for (name, span) in &body.required {
        if let Some(row) = require(context, name, *span, &mut rows)
            && let Some(shown) = example_bodies::shown(examples, name)
        {
            account.guessed(&reason::SHOWN, *span);
            row.type_cell = shown;
        }
    }
    rows
}

/// Reads the tables of a section: rows of parameters, and values of one that is known. The values of the only parameter that
/// its sentences name have been read with those.
fn tables(
    context: &Context<'_>,
    section: &Section,
    (goes_to, has_values): (ParameterSection, bool),
    (rows, known): (&mut Vec<ParameterRow>, &mut values::Known),
    account: &mut Account,
) {
    let mut introduction = None;
    for block in &section.blocks {
        let table = match block {
            Block::Table(table) => table,
            Block::Paragraph(text) => {
                introduction = Some(text);
                continue;
            }
            _ => continue,
        };
        let is_of_values = values::is_of_values(table);
        let before = introduction.take();
        if before.is_some_and(|text| aside::introduces(text, goes_to)) {
            account.unread(&reason::ASIDE, table.span, &headers(table));
            continue;
        }
        let are_required = before.is_some_and(required::introduces);
        let before = before.filter(|_| is_of_values);
        if let Some(row) = before.and_then(|text| known.named(text, rows)) {
            values::add_table(context, table, row);
            continue;
        }
        match Columns::of(table) {
            Some(columns) => {
                let first = rows.len();
                table_rows(context, table, (&columns, goes_to), rows, account);
                if are_required {
                    required::apply(rows.get_mut(first..).unwrap_or_default());
                }
            }
            None if is_of_values && has_values => {}
            None => account.unread(&reason::NO_COLUMNS, table.span, &headers(table)),
        }
    }
}

/// Marks the row of what the words call required; the new one where no table has it.
fn require<'r>(
    context: &Context<'_>,
    name: &str,
    span: Span,
    rows: &'r mut Vec<ParameterRow>,
) -> Option<&'r mut ParameterRow> {
    let is_it = |row: &&mut ParameterRow| row.section == ParameterSection::Body && row.name.eq_ignore_ascii_case(name);
    if let Some(row) = rows.iter_mut().find(is_it) {
        row.described.require();
        return None;
    }
    let mut described = Described::default();
    described.require();
    rows.push(ParameterRow {
        name: name.to_owned(),
        section: ParameterSection::Body,
        type_cell: TypeCell::unknown(),
        described,
        origin: context.origin(span),
    });
    rows.last_mut()
}

fn table_rows(
    context: &Context<'_>,
    table: &Table,
    (columns, section): (&Columns, ParameterSection),
    rows: &mut Vec<ParameterRow>,
    account: &mut Account,
) {
    for row in &table.rows {
        match columns.row(context, row, section) {
            Ok(row) => {
                account.read(Fact::Parameter);
                rows.push(row);
            }
            Err(reason) => {
                let name = row.cells.first().map_or("", |cell| cell.plain.as_str());
                account.unread(reason, row.span, name);
            }
        }
    }
}

fn section(topic: Topic, body: &BodyRows) -> Option<ParameterSection> {
    match topic {
        Topic::Body if body.in_address => Some(ParameterSection::Function),
        Topic::Body => Some(ParameterSection::Body),
        Topic::Function => Some(ParameterSection::Function),
        Topic::Path => Some(ParameterSection::Path),
        Topic::Query => Some(ParameterSection::Query),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
