//! "Supports `$filter` (`eq`, `ne`) and `$orderby`.": the query options that a property can be used in.

use super::pattern::Patterns;
use super::words::Words;
use crate::model::{Facets, QueryOption};
use std::sync::LazyLock;

/// Wordings before a list of options; `true` where they deny it.
const WORDINGS: &[(&str, bool)] = &[
    (
        "support|supports|supported the|only|odata|on? $filter|$orderby|$search|$expand|$select|$count|$top",
        false,
    ),
    ("supported filter operators :|are", false),
    (
        "doesn't|don't|cannot|can't support the? $filter|$orderby|$search|$expand|$select|$count|$top",
        true,
    ),
    (
        "does|do|is|are not support|supported|supports the|on|by? $filter|$orderby|$search|$expand|$select|$count|$top",
        true,
    ),
];

static SUPPORTS: LazyLock<Patterns<bool>> = LazyLock::new(|| Patterns::new(WORDINGS));

/// Options in the spelling of the OData specification (pages write `$orderBy` too).
const OPTIONS: &[&str] = &[
    "$count", "$expand", "$filter", "$orderby", "$search", "$select", "$skip", "$top",
];

/// Operators and functions, lower case and as they are spelled in a query.
const OPERATORS: &[(&str, &str)] = &[
    ("eq", "eq"),
    ("ne", "ne"),
    ("not", "not"),
    ("ge", "ge"),
    ("gt", "gt"),
    ("le", "le"),
    ("lt", "lt"),
    ("in", "in"),
    ("has", "has"),
    ("any", "any"),
    ("all", "all"),
    ("startswith", "startsWith"),
    ("endswith", "endsWith"),
    ("contains", "contains"),
];

/// What stands between options and operators.
const GLUE: &[&str] = &[
    "(",
    ")",
    ",",
    "/",
    "and",
    "or",
    "only",
    "operator",
    "operators",
    "the",
    "with",
    "query",
    ":",
    "are",
];

/// Reads the options.
pub(super) fn read(words: &Words<'_>, facets: &mut Facets) {
    for found in SUPPORTS.all(words) {
        // The match ends behind the first option, or behind "filter operators:".
        let first = found.end.saturating_sub(1);
        let denied = *found.meaning;
        for (option, operators) in options(words, first) {
            match (option, denied) {
                ("$filter", false) => facets.filter = facets.filter.take().or(Some(operators)),
                (_, false) => add(&mut facets.supports, option),
                (_, true) => add(&mut facets.unsupported, option),
            }
        }
    }
}

fn add(options: &mut Vec<QueryOption>, name: &str) {
    if !options.iter().any(|option| option.0 == name) {
        options.push(QueryOption(name.to_owned()));
    }
}

/// The options in a row at `first`, each with the operators behind it.
fn options(words: &Words<'_>, first: usize) -> Vec<(&'static str, Vec<String>)> {
    let mut found: Vec<(&'static str, Vec<String>)> = Vec::new();
    if words.lower(first) == ":" || words.lower(first) == "are" {
        found.push(("$filter", Vec::new()));
    }
    for index in first..words.tokens().len() {
        let word = words.lower(index);
        if let Some(option) = OPTIONS.iter().find(|option| **option == word) {
            found.push((*option, Vec::new()));
        } else if let Some((_, operator)) = OPERATORS.iter().find(|(lower, _)| *lower == word) {
            if let Some((_, operators)) = found.last_mut()
                && !operators.iter().any(|known| known == operator)
            {
                operators.push((*operator).to_owned());
            }
        } else if !GLUE.contains(&word) {
            break;
        }
    }
    found
}
