//! "Default value is `x`.", "Defaults to x.", "False by default": the value of a property that is not set.

use super::marked::Marked;
use super::value::Cursor;
use crate::page::prose::Patterns;
use crate::page::prose::Words;
use std::sync::LazyLock;

/// Wordings that stand before the value; `true` where only a value in code or quotes counts.
const BEFORE: &[(&str, bool)] = &[
    ("default is|:|=|-", false),
    ("default is the? single? value", false),
    ("default value|setting|option|behavior|state is|:|=|-", false),
    ("default value of", false),
    ("default value for ~ is", false),
    ("default value of this|the * is", false),
    ("defaults to|:", false),
    ("default to", false),
    ("by default , it|this is", false),
    // "If not set, this will be treated as `true`."
    ("if not set|specified|provided ~ be|is treated as", true),
    // "By default, the license type is `dedicated` if ..."
    ("by default , the ~ is", true),
    ("default value", true),
];

/// Wordings that stand behind the value.
const BEHIND: &[(&str, ())] = &[
    ("by default >", ()),
    ("( default )", ()),
    ("( default value )", ()),
    ("( the default )", ()),
    ("( the default value )", ()),
    ("( which is the default )", ()),
];

pub(super) static BEFORE_VALUE: LazyLock<Patterns<bool>> = LazyLock::new(|| Patterns::new(BEFORE));
pub(super) static BEHIND_VALUE: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(BEHIND));

/// Words before which a bare value may end without a mark: "Default is false Inherited from x", "defaults to 1 if".
#[rustfmt::skip]
const FOLLOWERS: &[&str] = &[
    "and", "but", "for", "if", "in", "inherited", "on", "possible", "the", "unless", "when", "where", "which",
];

/// Words that say that there is no value.
const NO_DEFAULTS: &[&str] = &["blank", "empty", "unspecified"];

/// The default value that a sentence states.
pub(super) fn default_value(words: &Words<'_>, marked: &[Marked]) -> Option<String> {
    (0..words.tokens().len()).find_map(|index| before(words, marked, index).or_else(|| behind(words, marked, index)))
}

fn before(words: &Words<'_>, marked: &[Marked], index: usize) -> Option<String> {
    let found = BEFORE_VALUE.at(words, index)?;
    let start = words.tokens().get(found.end.checked_sub(1)?)?.end;
    let mut cursor = Cursor {
        plain: words.plain,
        marked,
        at: start,
    };
    cursor.skip(char::is_whitespace);
    let value = cursor.value(false)?;
    let next = words.index_at(cursor.at);
    let ends = words.is_clause_end(next) || FOLLOWERS.contains(&words.lower(next));
    let counts = value.marked || (ends && !found.meaning && !NO_DEFAULTS.contains(&value.text));
    counts.then(|| value.text.to_owned())
}

/// The one word before: "`false` by default.", "null (default)". In prose ("created by default") the word is no value.
fn behind(words: &Words<'_>, marked: &[Marked], index: usize) -> Option<String> {
    BEHIND_VALUE.at(words, index)?;
    let before = words.tokens().get(index.checked_sub(1)?).filter(|token| !token.taken)?;
    if !before.in_code {
        let is_value = matches!(words.lower(index - 1), "true" | "false" | "null");
        return is_value.then(|| words.lower(index - 1).to_owned());
    }
    let mut cursor = Cursor {
        plain: words.plain,
        marked,
        at: before.start,
    };
    Some(cursor.value(false)?.text.to_owned())
}
