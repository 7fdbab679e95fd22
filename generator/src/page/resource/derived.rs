//! Types that a base type's page lists as derived from it.

use super::paragraphs;
use crate::markdown::{Block, Document, Text};
use crate::page::rows::Reference;

/// Headings of a list or table of derived types, lower case.
const HEADINGS: &[&str] = &["derived types", "derived type", "subtypes", "derived resources"];

/// Words of an introduction after which the links of the same paragraph are derived types, lower case.
const BEFORE: &[&str] = &[
    "derived types are",
    "derived types include",
    "derived types:",
    "subtypes are",
    "following types inherit from",
    "following types derive from",
    "following resources inherit from",
    "base type of",
    "base type for",
    "base class of",
    "base class for",
    "inherited by",
    "extended by",
    "is the parent of",
];

/// Every type that the page lists, in page order.
pub(super) fn read(document: &Document) -> Vec<Reference> {
    let mut derived = Vec::new();
    for section in document.sections.iter().take(2) {
        derived.extend(paragraphs(&section.blocks).flat_map(in_sentence));
    }
    let listed = document.sections.iter().filter(|section| {
        let heading = section.heading.plain.trim().to_lowercase();
        HEADINGS.contains(&heading.as_str())
    });
    for block in listed.flat_map(|section| &section.blocks) {
        match block {
            Block::Table(table) => derived.extend(table.rows.iter().filter_map(|row| first_link(row.cells.first()?))),
            Block::Paragraph(text) => derived.extend(first_link(text)),
            Block::Code(_) | Block::Annotation(_) | Block::Include(_) => {}
        }
    }
    derived
}

fn in_sentence(text: &Text) -> Vec<Reference> {
    let lower = text.plain.to_ascii_lowercase();
    let Some(start) = BEFORE.iter().find_map(|words| lower.find(words)) else {
        return Vec::new();
    };
    let end = lower
        .get(start..)
        .and_then(|rest| rest.find(". "))
        .map_or(lower.len(), |end| start + end);
    let links = text
        .links
        .iter()
        .filter(|link| link.range.start >= start && link.range.end <= end);
    links.filter_map(|link| reference(text, link)).collect()
}

fn first_link(text: &Text) -> Option<Reference> {
    text.links.first().and_then(|link| reference(text, link))
}

fn reference(text: &Text, link: &crate::markdown::Link) -> Option<Reference> {
    let name = text.slice(&link.range).trim();
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_');
    is_name.then(|| Reference {
        name: name.to_owned(),
        link: Some(link.target.clone()),
    })
}
