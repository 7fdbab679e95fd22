//! Proof, in tests, that each row of a table of patterns is needed.

use super::{AnyWords, Patterns, Words};
use crate::markdown::{Block, Text};
use crate::source::FileId;

/// A paragraph as a page has it.
pub(in crate::page) fn paragraph(markdown: &str) -> Text {
    let (document, _) = crate::markdown::read(FileId(0), markdown);
    match document.sections.first().and_then(|section| section.blocks.first()) {
        Some(Block::Paragraph(text)) => text.clone(),
        other => panic!("no paragraph but {other:?}"),
    }
}

/// Panics when a pattern makes no difference to any of the texts: without it, something else or nothing would be found
/// at the place where it matches.
pub(in crate::page) fn assert_proven<T: PartialEq>(patterns: &Patterns<T>, texts: &[Text]) {
    let words: Vec<Words<'_>> = texts.iter().map(Words::new).collect();
    let makes_difference = |entry: usize, words: &Words<'_>| {
        (0..words.tokens().len()).any(|at| {
            let found = patterns.longest(words, at, |_| true);
            let without = patterns.longest(words, at, |other| other != entry);
            let outcome = |found: Option<(usize, usize)>| found.map(|(entry, end)| (patterns.meaning(entry), end));
            found.is_some_and(|(best, _)| best == entry) && outcome(found) != outcome(without)
        })
    };
    let unproven: Vec<&str> = (0..patterns.len())
        .filter(|entry| !words.iter().any(|words| makes_difference(*entry, words)))
        .map(|entry| patterns.source(entry))
        .collect();
    assert!(unproven.is_empty(), "no row proves {unproven:#?}");
}

/// Panics when a pattern can match a text that has none of the words.
pub(in crate::page) fn assert_needs<T>(patterns: &Patterns<T>, words: &AnyWords) {
    let needs = |entry: &usize| {
        let mut needed = patterns.needed(*entry);
        needed.any(|alternatives| alternatives.iter().all(|word| words.stand_in(word)))
    };
    let free: Vec<&str> = (0..patterns.len())
        .filter(|entry| !needs(entry))
        .map(|entry| patterns.source(entry))
        .collect();
    assert!(free.is_empty(), "none of the words is needed by {free:#?}");
}
