//! Types that a base type's page lists as derived from it.

use crate::markdown::{Block, Document, Text};
use crate::page::prose::{Patterns, Words};
use crate::page::rows::Reference;
use crate::page::vocabulary::headings::{Heading, heading};
use std::sync::LazyLock;

/// Words after which the links of the same sentence are derived types; `true` where other links may follow too: "a base
/// class for the actions of a [review](review.md). Its derived types are ..."
const BEFORE: &[(&str, bool)] = &[
    ("derived types are|include|:", false),
    ("subtypes are", false),
    ("following types|resources inherit|derive from", false),
    ("inherited|extended by", false),
    ("is the parent of", false),
    ("base type|class of|for", true),
];

static BEFORE_DERIVED: LazyLock<Patterns<bool>> = LazyLock::new(|| Patterns::new(BEFORE));

/// Every type that the page lists, in page order.
pub(super) fn read(document: &Document, opening: &[Words<'_>]) -> Vec<Reference> {
    let mut derived: Vec<Reference> = opening.iter().flat_map(in_sentence).collect();
    let listed = document.sections.iter();
    let listed = listed.filter(|section| heading(section) == Some(Heading::DerivedTypes));
    for block in listed.flat_map(|section| &section.blocks) {
        match block {
            Block::Table(table) => derived.extend(table.rows.iter().filter_map(|row| first_link(row.cells.first()?))),
            Block::Paragraph(text) => derived.extend(first_link(text)),
            Block::Code(_) | Block::Annotation(_) | Block::Include(_) => {}
        }
    }
    derived
}

fn in_sentence(words: &Words<'_>) -> Vec<Reference> {
    let Some(found) = BEFORE_DERIVED.all(words).min_by_key(|found| *found.meaning) else {
        return Vec::new();
    };
    let from = words.start_of(found.start);
    let links = words.sentence(found.start).links();
    let links = links.iter().filter(|link| link.range.start >= from);
    links.filter_map(|link| reference(words.text, link)).collect()
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

#[cfg(test)]
mod tests {
    use super::BEFORE_DERIVED;
    use crate::page::prose::proof::{assert_needs, assert_proven, paragraph};
    use crate::page::resource::TELLING;

    #[test]
    fn each_phrase_has_a_sentence() {
        let sentences = [
            "The derived types are [bolt](bolt.md) and [nut](nut.md).",
            "Its subtypes are [bolt](bolt.md).",
            "The following types inherit from it: [bolt](bolt.md).",
            "The base type of [bolt](bolt.md).",
            "It is inherited by [bolt](bolt.md).",
            "It is the parent of [bolt](bolt.md).",
        ];
        assert_proven(&BEFORE_DERIVED, &sentences.map(paragraph));
        assert_needs(&BEFORE_DERIVED, &TELLING);
    }
}
