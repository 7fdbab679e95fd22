//! The sentences of a text.

use super::pattern::{Match, Patterns};
use super::words::{Token, Words};
use crate::markdown::Link;
use std::ops::Range;

/// One sentence.
#[derive(Debug, Clone)]
pub(in crate::page) struct Sentence<'w, 'a> {
    /// The words of the whole text.
    pub(in crate::page) words: &'w Words<'a>,
    /// The tokens of the sentence, without the mark that ends it.
    pub(in crate::page) tokens: Range<usize>,
}

/// Words before a full stop that belongs to them, in small letters.
const ABBREVIATED: &[&str] = &["e.g", "i.e", "etc"];

/// Whether a sentence ends with the character at a byte: a line end, or `.`, `!` and `?` before a blank. "e.g." and
/// `v1.0` end none.
pub(in crate::page) fn ends_sentence(plain: &str, at: usize) -> bool {
    let bytes = plain.as_bytes();
    let blank_follows = || {
        let next = plain.get(at + 1..).and_then(|rest| rest.chars().next());
        next.is_none_or(char::is_whitespace)
    };
    let is_abbreviated = || {
        let before = bytes.get(..at).unwrap_or_default();
        let ends = |word: &str| {
            let start = before.len().checked_sub(word.len());
            start.is_some_and(|start| {
                before
                    .get(start..)
                    .is_some_and(|end| end.eq_ignore_ascii_case(word.as_bytes()))
            })
        };
        ABBREVIATED.iter().any(|word| ends(word))
    };
    match bytes.get(at) {
        Some(b'\n') => true,
        Some(b'!' | b'?') => blank_follows(),
        Some(b'.') => blank_follows() && !is_abbreviated(),
        _ => false,
    }
}

impl<'a> Words<'a> {
    /// The sentences in order. A mark inside a link or a code span ends none.
    pub(in crate::page) fn sentences(&self) -> impl Iterator<Item = Sentence<'_, 'a>> {
        let mut next = 0;
        std::iter::from_fn(move || {
            while self.is_full_stop(next) {
                next += 1;
            }
            let sentence = (next < self.tokens().len()).then(|| self.sentence(next))?;
            next = sentence.tokens.end;
            Some(sentence)
        })
    }

    /// The sentence around a token.
    pub(in crate::page) fn sentence(&self, index: usize) -> Sentence<'_, 'a> {
        let start = (0..index).rev().find(|at| self.is_full_stop(*at));
        let end = (index..self.tokens().len()).find(|at| self.is_full_stop(*at));
        Sentence {
            words: self,
            tokens: start.map_or(0, |at| at + 1)..end.unwrap_or(self.tokens().len()),
        }
    }

    /// The tokens of the sentence before a token, the nearest first. Far ones say nothing about it, and a reader that asks
    /// at each of many tokens may not read a long sentence each time.
    pub(in crate::page) fn before(&self, index: usize) -> impl Iterator<Item = usize> {
        const NEAR: usize = 60;
        (0..index).rev().take(NEAR).take_while(|at| !self.is_full_stop(*at))
    }

    /// Whether the token ends a sentence.
    fn is_full_stop(&self, index: usize) -> bool {
        let is_mark = |token: &&Token| !token.is_word && !token.in_code && ends_sentence(self.plain, token.start);
        let token = self.tokens().get(index).filter(is_mark);
        token.is_some_and(|token| self.link_at(token.start).is_none())
    }

    /// The link around a byte.
    pub(in crate::page) fn link_at(&self, at: usize) -> Option<&'a Link> {
        let behind = self.text.links.partition_point(|link| link.range.end <= at);
        self.text.links.get(behind).filter(|link| link.range.start <= at)
    }
}

impl<'a> Sentence<'_, 'a> {
    /// The bytes of the sentence.
    pub(in crate::page) fn range(&self) -> Range<usize> {
        let end = self
            .tokens
            .end
            .checked_sub(1)
            .and_then(|last| self.words.tokens().get(last));
        let start = self.words.start_of(self.tokens.start);
        start..end.map_or(start, |token| token.end)
    }

    /// The sentence as it stands in the text.
    pub(in crate::page) fn plain(&self) -> &'a str {
        self.words.plain.get(self.range()).unwrap_or("")
    }

    /// The word or mark of a token in small letters; empty outside of the sentence.
    pub(in crate::page) fn lower(&self, index: usize) -> &str {
        if self.tokens.contains(&index) {
            self.words.lower(index)
        } else {
            ""
        }
    }

    /// Every match of a table.
    pub(in crate::page) fn all<T>(&self, patterns: &Patterns<T>) -> impl Iterator<Item = Match<T>> {
        patterns.all_in(self.words, self.tokens.clone())
    }

    /// The links of the sentence.
    pub(in crate::page) fn links(&self) -> &'a [Link] {
        let (range, links) = (self.range(), self.words.text.links.as_slice());
        let first = links.partition_point(|link| link.range.start < range.start);
        let end = links.partition_point(|link| link.range.end <= range.end);
        links.get(first..end).unwrap_or_default()
    }

    /// Those of some spans that lie in the sentence.
    pub(in crate::page) fn spans<'s>(&self, spans: &'s [Range<usize>]) -> &'s [Range<usize>] {
        let range = self.range();
        let first = spans.partition_point(|span| span.start < range.start);
        let end = spans.partition_point(|span| span.end <= range.end);
        spans.get(first..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::prose::proof::paragraph;

    #[test]
    fn full_stops_that_end_a_sentence_and_those_that_do_not() {
        let text = paragraph(
            "Version v1.0 has it, e.g. for parts. See [the list. Of all](a.md) and `a. b`! Really?\nNo.Yes. Done",
        );
        let words = Words::new(&text);
        let sentences: Vec<&str> = words.sentences().map(|sentence| sentence.plain()).collect();
        insta::assert_snapshot!(sentences.join("\n"), @r"
        Version v1.0 has it, e.g. for parts
        See the list. Of all and a. b
        Really
        No.Yes
        Done
        ");
    }
}
