//! The values of a parameter in a table of their own: `Value | Description`.

use crate::markdown::{Table, Text};
use crate::page::Context;
use crate::page::api::ParameterRow;
use crate::page::prose::{Patterns, Words};
use rustc_hash::FxHashMap;
use std::sync::{Arc, LazyLock};

/// Words of a cell about the value that counts when a call sets none.
const DEFAULTS: &[(&str, ())] = &[
    ("is|this the default", ()),
    ("default behavior|value|option|setting", ()),
    ("^ default >", ()),
    ("( default )", ()),
];

pub(super) static IS_DEFAULT: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(DEFAULTS));

/// `Value | Description`, `Format value | Description`, `Member | Description`.
pub(super) fn is_of_values(table: &Table) -> bool {
    let last = |cell: &Text| {
        let word = cell.plain.split_whitespace().last().unwrap_or("");
        ["value", "values", "member"]
            .iter()
            .any(|name| word.eq_ignore_ascii_case(name))
    };
    table.header.first().is_some_and(last)
}

/// The parameters that were read so far, by name.
#[derive(Default)]
pub(super) struct Known {
    places: FxHashMap<String, usize>,
    seen: usize,
}

impl Known {
    /// The known parameter that the words before a table are about: "The following values are valid for the **glaze**
    /// parameter".
    pub(super) fn named<'r>(&mut self, text: &Text, rows: &'r mut [ParameterRow]) -> Option<&'r mut ParameterRow> {
        for (at, row) in rows.iter().enumerate().skip(self.seen) {
            self.places.entry(row.name.clone()).or_insert(at);
        }
        self.seen = rows.len();
        let words = Words::new(text);
        let mut sentences = words.sentences();
        let says_values = sentences.any(|sentence| sentence.all(&LISTS).next().is_some());
        let marked = text.strong.iter().chain(&text.code).filter(|_| says_values);
        let places = marked.filter_map(|span| self.places.get(text.slice(span).trim()));
        rows.get_mut(*places.min()?)
    }
}

/// Words that say that values follow.
const LISTED: &[(&str, ())] = &[("value|values|option|options", ())];

pub(super) static LISTS: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(LISTED));

/// Adds the values of a table to a parameter, with what each of them means.
pub(super) fn add_table(context: &Context<'_>, table: &Table, row: &mut ParameterRow) {
    row.described.markdown.push('\n');
    let mut values = Vec::new();
    for line in &table.rows {
        let Some((first, rest)) = line.cells.split_first() else {
            continue;
        };
        let value = first.plain.trim().trim_matches('`').to_owned();
        let headers = table.header.iter().skip(1);
        for (at, (cell, header)) in rest
            .iter()
            .zip(headers)
            .filter(|(cell, _)| !cell.is_empty())
            .enumerate()
        {
            let words = context.markdown(cell);
            row.described.markdown.push_str(&match at {
                0 => format!("\n- `{value}`: {words}"),
                _ => format!(" {}: {words}", header.plain.trim()),
            });
            if row.described.facets.default_value.is_none() && IS_DEFAULT.stands_in(&Words::new(cell)) {
                Arc::make_mut(&mut row.described.facets).default_value = Some(value.clone());
            }
        }
        values.push(value);
    }
    add(row, values);
}

/// Adds the values that a parameter does not have yet.
pub(super) fn add(row: &mut ParameterRow, values: Vec<String>) {
    for value in values {
        if !value.is_empty() && !row.described.values.contains(&value) {
            row.described.values.push(value);
        }
    }
}
