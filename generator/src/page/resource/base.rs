//! What sentences say about a base type.

use super::paragraphs;
use crate::markdown::{Document, Text};
use crate::page::rows::Reference;

/// Words directly before the base type's name, lower case. Each is from a sentence of real pages.
const BEFORE: &[&str] = &[
    "inherits from ",
    "inherited from ",
    "inherits properties from ",
    "inherits all properties from ",
    "derives from ",
    "derived from ",
    "is a subtype of ",
    "subtype of ",
    "extends the ",
];

/// The type that the introduction names as the base type.
pub(super) fn sentence(document: &Document) -> Option<Reference> {
    let introduction = document.sections.iter().take(2);
    introduction
        .flat_map(|section| paragraphs(&section.blocks))
        .find_map(reference)
}

/// Whether the introduction calls the type abstract.
pub(super) fn says_abstract(document: &Document) -> bool {
    let introduction = document.sections.iter().take(2);
    introduction
        .flat_map(|section| paragraphs(&section.blocks))
        .any(|text| {
            let lower = text.plain.to_lowercase();
            ["abstract type", "an abstract base", "abstract class", "is abstract"]
                .iter()
                .any(|words| lower.contains(words))
        })
}

fn reference(text: &Text) -> Option<Reference> {
    // Lower-casing ASCII keeps byte offsets, so a place in `lower` is a place in the text.
    let lower = text.plain.to_ascii_lowercase();
    BEFORE.iter().find_map(|before| {
        let start = lower.find(before)? + before.len();
        let start = start + article(lower.get(start..)?);
        link_at(text, start).or_else(|| word_at(text, start))
    })
}

/// Length of `the `, `a ` or `an ` at the start.
fn article(rest: &str) -> usize {
    ["the ", "an ", "a "]
        .iter()
        .find(|article| rest.starts_with(**article))
        .map_or(0, |article| article.len())
}

fn link_at(text: &Text, start: usize) -> Option<Reference> {
    let link = text.links.iter().find(|link| link.range.start == start)?;
    let name = text.slice(&link.range).trim();
    let known = is_type_name(name);
    known.then(|| Reference {
        name: name.to_owned(),
        link: Some(link.target.clone()).filter(|target| !target.is_empty()),
    })
}

/// A bare name counts only when it is spelled like a type: `directoryObject`, `microsoft.graph.entity`.
fn word_at(text: &Text, start: usize) -> Option<Reference> {
    let rest = text.plain.get(start..)?;
    let name = rest
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '('))
        .next()?
        .trim_end_matches('.');
    let camel = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.contains(|c: char| c.is_ascii_uppercase());
    let typed = is_type_name(name) && (name.contains('.') || camel);
    typed.then(|| Reference {
        name: name.to_owned(),
        link: None,
    })
}

fn is_type_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_')
}
