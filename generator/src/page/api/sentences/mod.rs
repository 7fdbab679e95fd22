//! Sentences of the Response and Request body sections, and the types that they name.

mod types;

use crate::markdown::Text;
use std::ops::Range;

/// One sentence of a paragraph.
pub(super) struct Sentence<'a> {
    text: &'a Text,
    range: Range<usize>,
    /// Its words in lower case.
    pub(super) lower: String,
}

/// The sentences of a paragraph. A full stop inside a link or a code span ends none.
pub(super) fn sentences(text: &Text) -> Vec<Sentence<'_>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let inside = |at: usize| {
        let links = text.links.iter().map(|link| &link.range);
        links.chain(&text.code).any(|range| range.contains(&at))
    };
    let stops = text.plain.match_indices(['.', '\n']).filter(|(at, stop)| {
        let next = text.plain.get(at + 1..).and_then(|rest| rest.chars().next());
        !inside(*at) && (*stop == "\n" || next.is_none_or(char::is_whitespace))
    });
    let ends = stops.map(|(at, _)| at + 1).chain([text.plain.len()]);
    for end in ends {
        let words = text.plain.get(start..end).unwrap_or("");
        if !words.trim().is_empty() {
            sentences.push(Sentence {
                text,
                range: start..end,
                lower: words.to_lowercase(),
            });
        }
        start = end;
    }
    sentences
}

impl Sentence<'_> {
    /// Success status codes, and the redirect of downloads.
    pub(super) fn statuses(&self) -> impl Iterator<Item = u16> + '_ {
        let words = self.lower.split(|c: char| !c.is_ascii_alphanumeric());
        let codes = words
            .filter(|word| word.len() == 3)
            .filter_map(|word| word.parse().ok());
        codes.filter(|code| (200..300).contains(code) || *code == 302)
    }

    /// "... a `Location` header that points to the [x](x.md)" names no body.
    pub(super) fn is_about_headers(&self) -> bool {
        self.lower.contains("header") && !self.lower.contains("response body")
    }

    /// Whether a span of the paragraph lies in the sentence.
    fn holds(&self, range: &Range<usize>) -> bool {
        self.range.start <= range.start && range.end <= self.range.end
    }

    /// The sentence before a place.
    fn before(&self, at: usize) -> &str {
        self.text.plain.get(self.range.start..at).unwrap_or("")
    }

    /// The sentence after a place.
    fn after(&self, at: usize) -> &str {
        self.text.plain.get(at..self.range.end).unwrap_or("")
    }

    fn words(&self) -> &str {
        self.text.plain.get(self.range.clone()).unwrap_or("")
    }
}
