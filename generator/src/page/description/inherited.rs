//! "Inherited from [x](../resources/x.md)": the type that declares a property.

use crate::markdown::Text;
use crate::page::prose::{Patterns, Words};
use std::sync::LazyLock;

/// Every wording; the name follows.
const WORDINGS: &[(&str, ())] = &[
    ("< inherited from", ()),
    ("^ inherited property|attribute from", ()),
    ("is inherited from", ()),
    ("^ inherits from", ()),
    ("property|relationship inherited from", ()),
];

pub(super) static INHERITED: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(WORDINGS));

/// The name of the declaring type; its words are marked as taken.
pub(super) fn inherited_from(text: &Text, words: &mut Words<'_>) -> Option<String> {
    let all: Vec<_> = INHERITED.all(words).collect();
    for found in all {
        let mut at = found.end;
        // "if it is inherited from an ancestor" names no type.
        let any = matches!(words.lower(at), "a" | "an");
        if any || matches!(words.lower(at), "the" | ":") {
            at += 1;
        }
        let start = words.start_of(at);
        if let Some(name) = name_at(text, words, at, any) {
            words.take(start, start + name.len());
            return Some(name);
        }
    }
    None
}

/// A link's text, or a word that can be a type's name; without a link it is spelled like one or, unless it is any of its kind,
/// ends the sentence.
fn name_at(text: &Text, words: &Words<'_>, index: usize, any: bool) -> Option<String> {
    let token = words.tokens().get(index).filter(|token| token.is_word)?;
    let link = words.link_at(token.start);
    let name = match link {
        Some(link) => text.slice(&link.range).trim(),
        None => words.plain.get(token.start..token.end)?,
    };
    let is_name = name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_'));
    let looks = link.is_some() || token.in_code || name.contains(|c: char| c == '.' || c.is_uppercase());
    (is_name && !name.is_empty() && (looks || !any && words.is_clause_end(index + 1))).then(|| name.to_owned())
}
