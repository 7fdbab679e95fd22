//! "Supports `$filter` (`eq`, `ne`) and `$orderby`.": the query options that a property can be used in.

use crate::model::{Facets, QueryOption};
use crate::page::prose::{Patterns, Words};
use std::sync::LazyLock;

/// What a wording says about the options behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// They work.
    Supported,
    /// They do not.
    Unsupported,
    /// The one before the words does not.
    Refused,
    /// Operators of `$filter` follow.
    Operators,
    /// `$filter` does not work.
    NotFilterable,
}

/// Every wording; of those that name options, the first option is the last word.
const WORDINGS: &[(&str, Says)] = &[
    // "Supports `$filter` (`eq`, `ne`) and `$orderby`.", "Supported only on `$expand`."
    ("support|supports :? the|odata? OPTION", Says::Supported),
    ("returned only on $expand", Says::Supported),
    // "Does not support `$filter`.", "`$filter` is not supported by ..." stays unread.
    ("doesn't|don't|cannot|can't support the? OPTION", Says::Unsupported),
    ("does|do not support the? OPTION", Says::Unsupported),
    // Intune: "Supports: $select. $Search is not supported."
    ("< OPTION is|are not supported >", Says::Refused),
    // "`$expand` isn't supported.", "`$filter` and `$orderby` aren't supported."
    ("< OPTION isn't|aren't supported >", Says::Refused),
    ("< OPTION and|or OPTION isn't|aren't supported >", Says::Refused),
    ("< OPTION and|or OPTION is|are not supported >", Says::Refused),
    // "Supported filter operators: `eq`."
    ("supported filter operators :|are", Says::Operators),
    ("not filterable", Says::NotFilterable),
];

pub(super) static SUPPORTS: LazyLock<Patterns<Says>> = LazyLock::new(|| Patterns::new(WORDINGS));

/// Options in the spelling of the OData specification (pages write `$orderBy` too).
#[rustfmt::skip]
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
#[rustfmt::skip]
const GLUE: &[&str] = &[
    "(", ")", ",", "/", "'", "‘", "’", "\"", "and", "or", "only", "operator", "operators", "the", "with", "query", ":", "are",
    // "(`ne`, and `eq` on `null` values)", "(including `eq` on null values)"
    "on", "for", "null", "values", "including",
];

/// Reads the options.
pub(super) fn read(words: &Words<'_>, facets: &mut Facets) {
    for found in SUPPORTS.all(words) {
        let options = match found.meaning {
            Says::Supported | Says::Unsupported => options(words, found.end.saturating_sub(1), None),
            Says::Refused => options(words, found.start, None),
            Says::Operators => options(words, found.end, Some("$filter")),
            Says::NotFilterable => vec![("$filter", Vec::new())],
        };
        let denied = matches!(found.meaning, Says::Unsupported | Says::Refused | Says::NotFilterable);
        for (option, operators) in options {
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

/// The consecutive options from a token on, each with the operators behind it. `open` is an option that was named before.
fn options(words: &Words<'_>, at: usize, open: Option<&'static str>) -> Vec<(&'static str, Vec<String>)> {
    let mut found: Vec<(&'static str, Vec<String>)> = open.map(|option| (option, Vec::new())).into_iter().collect();
    for index in at..words.tokens().len() {
        let word = words.lower(index);
        // "`$select` nested in `$expand`" is no `$select` of its own, and `/$count eq 0` is a condition of `$filter`.
        let before = index
            .checked_sub(1)
            .filter(|_| index > at)
            .map_or("", |before| words.lower(before));
        if matches!((before, word), ("nested", "in")) || (before == "/" && word.starts_with('$')) {
            continue;
        }
        if word == "nested" {
            found.pop();
        } else if let Some(option) = OPTIONS.iter().find(|option| **option == word) {
            found.push((*option, Vec::new()));
        } else if let Some((_, operator)) = OPERATORS.iter().find(|(lower, _)| *lower == word) {
            if let Some((_, operators)) = found.last_mut()
                && !operators.iter().any(|known| known == operator)
            {
                operators.push((*operator).to_owned());
            }
        } else if !GLUE.contains(&word) && !word.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
    }
    found
}
