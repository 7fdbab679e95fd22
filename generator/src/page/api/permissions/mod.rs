//! Permission tables, in every shape that pages use.

mod applies;
mod columns;
mod listed;
mod marks;
mod roles;
mod stated;
mod table;

use super::Repaired;
use super::section::{Placed, Topic};
use crate::markdown::{Block, Text};
use crate::model::{Account, Permissions, Route};
use crate::page::prose::one_line;
use crate::page::reason::permissions as reason;
use crate::page::{Context, note};
use columns::Column;
use stated::RouteKey;
use table::TableReader;

/// Reads every permission table of the page: those of the permission sections, and those elsewhere whose header says
/// what they are (`### For groups` outside of the section). Also what was put right in their cells.
pub(super) fn read(
    context: &Context<'_>,
    placed: &[Placed<'_>],
    routes: &[Route],
    account: &mut Account,
) -> (Vec<Permissions>, Vec<Repaired>) {
    let mut repaired = Vec::new();
    let found = tables(placed);
    let several = found.len() > 1;
    let mut permissions = Vec::new();
    for found in &found {
        let label = if several { label(found) } else { None };
        let reader = TableReader::new(context, account, &mut repaired);
        let mut groups = reader.read(found.table, &found.columns, label.as_deref());
        let roles = roles::read(found.notes.iter().copied());
        let meant = stated::of(&found.calls, routes);
        let meant = if is_small(&groups, &meant) { meant } else { Vec::new() };
        for group in &mut groups {
            group.notes.extend(
                found
                    .notes
                    .iter()
                    .map(|text| note::unmarked(&context.markdown(text)).to_owned()),
            );
            group.routes.clone_from(&meant);
            group.roles.clone_from(&roles);
        }
        marks::apply(&mut groups, found.notes.iter().chain(&found.before).copied());
        permissions.append(&mut groups);
    }
    if permissions.is_empty() {
        let has_section = placed.iter().any(|place| place.topic == Topic::Permissions);
        let reason = if has_section {
            &reason::NO_TABLE
        } else {
            &reason::NO_SECTION
        };
        account.unread(reason, context.start(), "");
        permissions = listed::read(context, placed, account);
    }
    if is_small(&permissions, routes) {
        applies::bind(&mut permissions, routes);
    }
    (permissions, repaired)
}

/// Whether each group can be held against each route. Where they are too many, every group is for every route.
fn is_small<R>(groups: &[Permissions], routes: &[R]) -> bool {
    groups.len().saturating_mul(routes.len()) <= 100_000
}

/// A permission table with what stands around it.
struct Found<'a> {
    table: &'a crate::markdown::Table,
    columns: Vec<Column>,
    /// The heading of its section when that is not just "Permissions".
    heading: Option<&'a Text>,
    /// The paragraph directly before it.
    before: Option<&'a Text>,
    /// Paragraphs after it: footnotes.
    notes: Vec<&'a Text>,
    /// The routes that it is for, where the page says so.
    calls: Vec<RouteKey>,
}

fn tables<'a>(placed: &[Placed<'a>]) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    for place in placed {
        if place.topic == Topic::Examples {
            continue;
        }
        let first = found.len();
        let mut pending: Vec<&'a Text> = Vec::new();
        let mut calls = Vec::new();
        // Most blocks of code stand before no table.
        let mut listed = None;
        for block in &place.section.blocks {
            match block {
                Block::Paragraph(text) if note::is_mark(&text.plain) => {}
                Block::Paragraph(text) => pending.push(text),
                Block::Annotation(annotation) => {
                    if let Some(named) = stated::annotated(annotation) {
                        (calls, listed) = (named, None);
                    }
                }
                Block::Code(code) => listed = Some(code),
                Block::Table(table) => {
                    let before = pending.pop();
                    notes_of_last(&mut found, first, &mut pending);
                    if let Some(columns) = columns::read(table) {
                        found.push(Found {
                            table,
                            columns,
                            heading: heading(place),
                            before,
                            notes: Vec::new(),
                            calls: listed.take().map_or_else(|| std::mem::take(&mut calls), stated::listed),
                        });
                    }
                }
                Block::Include(_) => {}
            }
        }
        notes_of_last(&mut found, first, &mut pending);
    }
    found
}

/// Paragraphs that follow a table belong to it; those before the first table of a section introduce the section.
fn notes_of_last<'a>(found: &mut [Found<'a>], first: usize, pending: &mut Vec<&'a Text>) {
    let paragraphs = std::mem::take(pending);
    if let Some(last) = found.get_mut(first..).and_then(<[Found<'a>]>::last_mut) {
        last.notes.extend(paragraphs);
    }
}

fn heading<'a>(place: &Placed<'a>) -> Option<&'a Text> {
    let plain = place.section.heading.plain.trim();
    let is_general = place.own && !plain.contains(' ');
    (!is_general && !plain.is_empty()).then_some(&place.section.heading)
}

/// What a table of several is for: its heading, or a short paragraph before it.
fn label(found: &Found<'_>) -> Option<String> {
    let words = |text: &Text| {
        let plain = one_line(&text.plain);
        let plain = plain.trim_end_matches([':', '.']);
        // `### For groups`
        plain.strip_prefix("For ").unwrap_or(plain).to_owned()
    };
    found
        .heading
        .map(words)
        .or_else(|| found.before.map(words).filter(|plain| plain.len() <= 80))
}

#[cfg(test)]
mod tests;
