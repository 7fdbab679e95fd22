//! What the words at the start of a page call deprecated: the item, or a part of it.

use super::Described;
use super::description::deprecation;
use super::note;
use super::prose::{AnyWords, Patterns, Words};
use crate::markdown::Text;
use std::sync::LazyLock;

/// Phrases of notes on pages about deprecated items. There are fewer than for cells, because a page says much more.
const DEPRECATED: &[(&str, ())] = &[("is|are|been deprecated", ())];

static IS_DEPRECATED: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(DEPRECATED));

/// Words without which a paragraph calls nothing deprecated.
pub(super) static MAY_BE: LazyLock<AnyWords> = LazyLock::new(|| AnyWords::new(["deprecated"]));

/// Words behind the names of parts: "The **glaze** property is deprecated" says nothing about the item.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "attribute", "attributes", "field", "fields", "member", "members", "parameter", "parameters", "properties", "property",
    "relationship", "relationships", "value", "values",
];

/// Words between such a word and the phrase.
const BETWEEN: &[&str] = &["has", "have", "now", "also"];

/// A part of the item in small letters, and what is said about it.
pub(super) struct Part {
    name: String,
    said: String,
}

/// The paragraph that says that the item is deprecated, and the parts that paragraphs call so.
pub(super) fn read<'a>(opening: &[Words<'a>]) -> (Option<&'a Text>, Vec<Part>) {
    let mut item = None;
    let mut parts = Vec::new();
    for words in opening {
        for found in IS_DEPRECATED.all(words) {
            if is_of_part(words, found.start) {
                parts.extend(named(words, found.start));
            } else {
                item = item.or(Some(words.text));
            }
        }
    }
    (item, parts)
}

/// Notes it in the rows of the parts.
pub(super) fn put<'r>(parts: &[Part], rows: impl Iterator<Item = (&'r str, &'r mut Described)>) {
    if parts.is_empty() {
        return;
    }
    for (name, described) in rows {
        let name = name.to_lowercase();
        if let Some(part) = parts.iter().find(|part| part.name == name) {
            described.deprecate_with(&part.said);
        }
    }
}

fn is_of_part(words: &Words<'_>, phrase: usize) -> bool {
    let before = words.before(phrase).find(|at| !BETWEEN.contains(&words.lower(*at)));
    before.is_some_and(|at| PARTS.contains(&words.lower(at)))
}

/// The names in code or in strong words of the sentence before the phrase.
fn named(words: &Words<'_>, phrase: usize) -> Vec<Part> {
    let text = words.text;
    let sentence = words.start_of(words.sentence(phrase).tokens.start)..words.start_of(phrase);
    let marked = text
        .code
        .iter()
        .chain(&text.strong)
        .filter(|span| sentence.contains(&span.start));
    let said = deprecation(text).unwrap_or_default();
    let part = |span: &std::ops::Range<usize>| Part {
        name: text.slice(span).trim().to_lowercase(),
        said: note::unmarked(&said).to_owned(),
    };
    marked.map(part).filter(|part| !part.said.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{IS_DEPRECATED, MAY_BE, read};
    use crate::page::prose::Words;
    use crate::page::prose::proof::{assert_needs, assert_proven, paragraph};

    #[test]
    fn each_phrase_has_a_sentence() {
        assert_proven(&IS_DEPRECATED, &[paragraph("It is deprecated.")]);
        assert_needs(&IS_DEPRECATED, &MAY_BE);
    }

    fn shown(words: &str) -> String {
        let text = paragraph(words);
        let opening = [Words::new(&text)];
        let (item, parts) = read(&opening);
        let parts = parts.iter().map(|part| format!("{}: {}", part.name, part.said));
        let item = item.map(|_| "the item".to_owned());
        item.into_iter().chain(parts).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn items_and_parts() {
        assert_eq!(shown("The kiln resource is deprecated."), "the item");
        assert_eq!(
            shown("The **glaze** property is deprecated and will be removed in May. Others stay."),
            "glaze: The glaze property is deprecated and will be removed in May."
        );
        assert!(shown("[!WARNING] The `hue` property is deprecated.").starts_with("hue: The hue"));
        assert_eq!(
            shown("The `oldGlaze` and **hue** properties have been deprecated.")
                .matches(':')
                .count(),
            2
        );
    }
}
