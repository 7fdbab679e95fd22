//! What sentences say about a base type.

use crate::page::prose::{Patterns, Words};
use crate::page::rows::Reference;
use std::sync::LazyLock;

/// Words directly before the base type's name.
const BEFORE: &[(&str, ())] = &[
    ("inherits|inherited|derives|derived from the|a|an?", ()),
    ("inherits all? properties from the|a|an?", ()),
    ("subtype of the|a|an?", ()),
    ("extends the|a|an?", ()),
    ("base type : the?", ()),
    ("its base type is the?", ()),
];

/// Words that call a type open.
const OPEN: &[(&str, ())] = &[("is an open type", ()), ("^ an? open complex|entity? type", ())];

/// Words that call a type abstract.
const ABSTRACT: &[(&str, ())] = &[
    ("abstract type|types|class|classes", ()),
    ("an abstract base", ()),
    ("is abstract", ()),
];

static BEFORE_BASE: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(BEFORE));
static IS_OPEN: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(OPEN));
static IS_ABSTRACT: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(ABSTRACT));

/// The type that the introduction names as the base type.
pub(super) fn sentence(opening: &[Words<'_>]) -> Option<Reference> {
    opening.iter().find_map(reference)
}

/// Whether the introduction calls the type abstract.
pub(super) fn says_abstract(opening: &[Words<'_>]) -> bool {
    opening.iter().any(|words| IS_ABSTRACT.stands_in(words))
}

/// Whether the introduction says that objects may have other properties than those of the page.
pub(super) fn says_open(opening: &[Words<'_>]) -> bool {
    opening.iter().any(|words| IS_OPEN.stands_in(words))
}

fn reference(words: &Words<'_>) -> Option<Reference> {
    BEFORE_BASE
        .all(words)
        .find_map(|found| link_at(words, found.end).or_else(|| word_at(words, found.end)))
}

fn link_at(words: &Words<'_>, index: usize) -> Option<Reference> {
    let start = words.start_of(index);
    let link = words.link_at(start).filter(|link| link.range.start == start)?;
    let name = words.text.slice(&link.range).trim();
    let known = is_type_name(name);
    known.then(|| Reference {
        name: name.to_owned(),
        link: Some(link.target.clone()).filter(|target| !target.is_empty()),
    })
}

/// A bare name counts only in code or when it is spelled like a type: directoryObject, microsoft.graph.entity.
fn word_at(words: &Words<'_>, index: usize) -> Option<Reference> {
    let name = words.word(index);
    let camel = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.contains(|c: char| c.is_ascii_uppercase());
    let in_code = words.tokens().get(index).is_some_and(|token| token.in_code);
    let typed = is_type_name(name) && (name.contains('.') || camel || in_code);
    typed.then(|| Reference {
        name: name.to_owned(),
        link: None,
    })
}

fn is_type_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::{BEFORE_BASE, IS_ABSTRACT, IS_OPEN};
    use crate::page::prose::proof::{assert_needs, assert_proven, paragraph};
    use crate::page::resource::TELLING;

    #[test]
    fn each_phrase_has_a_sentence() {
        let bases = [
            "It inherits from [thing](thing.md).",
            "It inherits all properties from thingBase.",
            "A subtype of [thing](thing.md).",
            "It extends the [thing](thing.md) type.",
            "Base type: `thing`.",
            "Its base type is [thing](thing.md).",
        ];
        assert_proven(&BEFORE_BASE, &bases.map(paragraph));
        let open = ["This resource is an open type.", "An open complex type of parts."];
        assert_proven(&IS_OPEN, &open.map(paragraph));
        let abstracts = [
            "The abstract type of parts.",
            "It is an abstract base of parts.",
            "The part is abstract.",
        ];
        assert_proven(&IS_ABSTRACT, &abstracts.map(paragraph));
    }

    #[test]
    fn telling_paragraphs_have_a_word_of_each_phrase() {
        assert_needs(&BEFORE_BASE, &TELLING);
        assert_needs(&IS_OPEN, &TELLING);
        assert_needs(&IS_ABSTRACT, &TELLING);
    }
}
