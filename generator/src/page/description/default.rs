//! "Default value is `x`.", "Defaults to x.", "False by default": the value of a property that is not set.

use super::list::{Marked, single};
use super::pattern::Patterns;
use super::words::Words;
use std::sync::LazyLock;

/// Wordings that stand before the value.
const BEFORE: &[(&str, ())] = &[
    ("default is|:|=|-", ()),
    ("default value|setting|option|behavior|state is|:|=|-", ()),
    ("default value of", ()),
    ("default value|setting for|of ~ is", ()),
    ("default value :", ()),
    ("defaults to|:", ()),
    ("default to", ()),
];

/// Wordings that stand behind the value.
const BEHIND: &[(&str, ())] = &[
    ("by default >", ()),
    ("( default )", ()),
    ("( default value )", ()),
    ("( the default )", ()),
];

static BEFORE_VALUE: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(BEFORE));
static BEHIND_VALUE: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(BEHIND));

/// Words before which a bare value may end without a mark: "Default is false Inherited from x", "defaults to 1 if".
const FOLLOWERS: &[&str] = &[
    "and",
    "but",
    "for",
    "if",
    "in",
    "inherited",
    "on",
    "possible",
    "the",
    "unless",
    "when",
    "where",
    "which",
];

/// The default value that a sentence states.
pub(super) fn default_value(words: &Words<'_>, marked: &[Marked]) -> Option<String> {
    (0..words.tokens().len()).find_map(|index| before(words, marked, index).or_else(|| behind(words, marked, index)))
}

fn before(words: &Words<'_>, marked: &[Marked], index: usize) -> Option<String> {
    let found = BEFORE_VALUE.at(words, index)?;
    let start = words.tokens().get(found.end.checked_sub(1)?)?.end;
    let value = single(words.plain, marked, start)?;
    let next = words.index_at(value.end);
    let ends = words.is_clause_end(next) || FOLLOWERS.contains(&words.lower(next));
    (value.marked || ends).then(|| value.text.to_owned())
}

/// The one word before: "`false` by default.", "null (default)". The words around a value in prose ("created by
/// default") are told apart by its looks.
fn behind(words: &Words<'_>, marked: &[Marked], index: usize) -> Option<String> {
    BEHIND_VALUE.at(words, index)?;
    let before = words.tokens().get(index.checked_sub(1)?)?;
    let word = words.plain.get(before.start..before.end)?;
    let value = if before.in_code {
        single(words.plain, marked, before.start)?.text
    } else {
        word
    };
    let is_value = before.in_code || matches!(words.lower(index - 1), "true" | "false" | "null");
    (is_value && !before.taken).then(|| value.to_owned())
}
