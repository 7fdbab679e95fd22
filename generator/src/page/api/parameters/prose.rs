//! Query parameters that only sentences name: "You can use the `glaze` query parameter, which supports the values `A` and
//! `B`".

use super::values;
use crate::markdown::{Block, CodeBlock, Section, Text};
use crate::model::{ParameterSection, Primitive};
use crate::page::api::ParameterRow;
use crate::page::prose::{Patterns, Words};
use crate::page::{Context, TypeCell, describe};
use std::sync::LazyLock;

/// The words behind the name.
const NAMED: &[(&str, ())] = &[("query string? parameter|parameters|option|options", ())];

pub(super) static IS_NAMED: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(NAMED));

/// Words that make a parameter of none: "You can't use the `glaze` query parameter".
const DENIED: &[&str] = &["not", "can't", "cannot", "doesn't", "don't", "isn't"];

/// The parameters that the sentences of a section name, with the values that its tables and blocks list for the only one.
pub(super) fn read(context: &Context<'_>, section: &Section, known: &[ParameterRow]) -> Vec<ParameterRow> {
    let mut rows: Vec<ParameterRow> = Vec::new();
    for block in &section.blocks {
        let Block::Paragraph(text) = block else { continue };
        for (name, offered) in names(text) {
            let is_new = |rows: &[ParameterRow]| rows.iter().all(|row| row.name != name);
            if is_new(&rows) && is_new(known) {
                let mut row = row(context, text, name);
                values::add(&mut row, offered);
                rows.push(row);
            }
        }
    }
    if let [only] = rows.as_mut_slice() {
        for block in &section.blocks {
            match block {
                Block::Table(table) if values::is_of_values(table) => values::add_table(context, table, only),
                Block::Code(code) => values::add(only, code_values(code, &only.name)),
                _ => {}
            }
        }
    }
    rows
}

fn row(context: &Context<'_>, text: &Text, name: String) -> ParameterRow {
    ParameterRow {
        name,
        section: ParameterSection::Query,
        type_cell: TypeCell::primitive(Primitive::String),
        described: describe(context, text),
        origin: context.origin(text.span),
    }
}

/// The code spans right before or behind "query parameter", with the values that they offer: `glaze=matte|clear`.
fn names(text: &Text) -> Vec<(String, Vec<String>)> {
    let words = Words::new(text);
    let mut names = Vec::new();
    for sentence in words.sentences() {
        let is_denied = sentence.tokens.clone().any(|at| DENIED.contains(&sentence.lower(at)));
        for found in sentence.all(&IS_NAMED).filter(|_| !is_denied) {
            let at = words.start_of(found.start);
            let span = text.code.iter().rev().find(|span| span.end <= at);
            let is_beside = |end: usize| text.plain.get(end..at).is_some_and(|between| between.trim().is_empty());
            let name = span.filter(|span| is_beside(span.end)).map(|span| text.slice(span));
            names.extend(name.and_then(|code| Some((name_of(code)?, offered(code)))));
        }
    }
    names
}

/// `matte` and `clear` of `glaze=matte|clear`; one value is a sample.
fn offered(code: &str) -> Vec<String> {
    let values = code
        .split_once('=')
        .map_or("", |(_, values)| values)
        .trim_matches(['{', '}']);
    let values: Vec<&str> = values.split('|').map(str::trim).collect();
    let is_word =
        |value: &&str| !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    if values.len() < 2 || !values.iter().all(is_word) {
        return Vec::new();
    }
    values.into_iter().map(str::to_owned).collect()
}

/// `glaze`, `glaze=true`, `?glaze`, `@shop.glaze`; no option of `OData`.
fn name_of(code: &str) -> Option<String> {
    let name = code.trim_start_matches(['?', '&']).split('=').next()?.trim();
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '@')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "@._-".contains(c));
    is_name.then(|| name.to_owned())
}

/// The values of a parameter in request lines: `GET /kilns?glaze=A`.
fn code_values(code: &CodeBlock, name: &str) -> Vec<String> {
    let options = code.text.lines().filter_map(|line| line.split_once('?'));
    let pairs = options.flat_map(|(_, query)| query.split('&'));
    let of_name = pairs.filter_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='));
    of_name
        .filter(|value| !value.contains('{'))
        .map(str::to_owned)
        .collect()
}
