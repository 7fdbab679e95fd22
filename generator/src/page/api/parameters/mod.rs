//! Function, path, query and body parameters.

mod shown;
mod table;

use super::section::{Placed, Topic};
use super::{BodyRows, ParameterRow, ParameterSource};
use crate::markdown::Block;
use crate::model::{Account, Example, Fact, ParameterSection, Route};
use crate::page::Context;
use crate::page::headings::headers;
use crate::page::reason::parameters as reason;
use shown::{Key, Shown};
use std::collections::HashSet;
use table::Columns;

/// What the rest of the page says about the call.
pub(super) struct Call<'a> {
    pub(super) routes: &'a [Route],
    pub(super) examples: &'a [Example],
}

/// Reads the parameter tables of the page, and the keys of the bodies that it shows. `body` learns what the section's
/// words alone do not tell.
pub(super) fn read(
    context: &Context<'_>,
    placed: &[Placed<'_>],
    call: &Call<'_>,
    body: &mut BodyRows,
    account: &mut Account,
) -> Vec<ParameterRow> {
    let mut rows = tables(context, placed, body, account);
    for _ in &rows {
        account.read(Fact::Parameter);
    }
    let bodies = shown::read(context, placed, call);
    forget_key(body, &bodies);
    if body.entity.is_some() && !body.parameters {
        // Create and update: the rows are properties of the body's type.
        for row in rows.iter_mut().filter(|row| row.section == ParameterSection::Body) {
            row.section = ParameterSection::Property;
        }
    } else if !body.reference {
        add_shown(context, &mut rows, &bodies, account);
    }
    rows
}

/// "Provide an optional `credential` object" names a key of the body, not the body's type, when the body that the page
/// shows is `{"credential": {..}}`.
fn forget_key(body: &mut BodyRows, bodies: &[Shown]) {
    let entity = body.entity.as_ref().filter(|entity| entity.link.is_none());
    let is_key = entity.is_some_and(|entity| {
        let keys = bodies.iter().flat_map(|body| &body.keys);
        keys.into_iter().any(|key| key.row.name == entity.name)
    });
    if is_key {
        body.entity = None;
        body.parameters = true;
    }
}

fn tables(context: &Context<'_>, placed: &[Placed<'_>], body: &BodyRows, account: &mut Account) -> Vec<ParameterRow> {
    let mut rows = Vec::new();
    for place in placed {
        let Some(section) = section(place.topic, body) else {
            continue;
        };
        for block in &place.section.blocks {
            let Block::Table(table) = block else { continue };
            match Columns::of(table) {
                Some(columns) => {
                    for row in &table.rows {
                        match columns.row(context, row, section) {
                            Ok(row) => rows.push(row),
                            Err(reason) => {
                                let name = row.cells.first().map_or("", |cell| cell.plain.as_str());
                                account.unread(reason, row.span, name);
                            }
                        }
                    }
                }
                None => account.unread(&reason::NO_COLUMNS, table.span, &headers(table)),
            }
        }
    }
    rows
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

/// Adds the keys that no table has. When a table lists what is inside a key (`{"credential": {"displayName": ..}}` over
/// a table of `displayName`), its rows are properties of that key.
fn add_shown(context: &Context<'_>, rows: &mut Vec<ParameterRow>, bodies: &[Shown], account: &mut Account) {
    let mut names: HashSet<String> = rows.iter().map(|row| row.name.to_ascii_lowercase()).collect();
    for body in bodies {
        let listed = |row: &ParameterRow| row.section == ParameterSection::Body && row.source == ParameterSource::Table;
        let is_flat = body.keys.iter().any(|key| names.contains(&key.lower()));
        let inside: HashSet<&str> = body.keys.iter().flat_map(Key::inside).collect();
        let is_inside = |row: &ParameterRow| inside.contains(row.name.to_ascii_lowercase().as_str());
        if !is_flat && rows.iter().any(|row| listed(row) && is_inside(row)) {
            for row in rows.iter_mut().filter(|row| listed(row)) {
                row.section = ParameterSection::Property;
            }
        }
        for key in &body.keys {
            if names.insert(key.lower()) {
                account.guessed(&reason::SHOWN, context.span(&key.row.origin));
                rows.push(key.row.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests;
