//! Places inside of lines and code blocks.

use crate::markdown::{Annotation, CodeBlock};
use crate::source::{SourceMap, Span};
use std::ops::Range;

/// A span and its text.
#[derive(Clone, Copy)]
pub(super) struct Lines<'a> {
    span: Span,
    text: &'a str,
}

impl<'a> Lines<'a> {
    pub(super) fn of(sources: &'a SourceMap, span: Span) -> Self {
        Self {
            span,
            text: sources.text(span),
        }
    }

    /// The first place of a word that stands alone; everything where there is none.
    pub(super) fn word(self, word: &str) -> Span {
        let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let alone = |at: &usize| {
            let before = self.text.get(..*at).and_then(|text| text.chars().next_back());
            let after = self.text.get(at + word.len()..).and_then(|text| text.chars().next());
            !inside(before) && !inside(after)
        };
        let places = self.text.match_indices(word).map(|(at, _)| at);
        let found = places.filter(|_| !word.is_empty()).find(alone);
        found.map_or(self.span, |at| {
            let start = self.span.range().start + at;
            Span::new(self.span.file, start, start + word.len())
        })
    }
}

/// The place of some bytes of a code block in the page.
pub(super) fn in_code(sources: &SourceMap, code: &CodeBlock, range: Range<usize>) -> Span {
    in_text(sources, &code.text, code.span, range)
}

/// The place of some bytes of an annotation in the page.
pub(super) fn in_annotation(sources: &SourceMap, annotation: &Annotation, range: Range<usize>) -> Span {
    in_text(sources, &annotation.text, annotation.span, range)
}

/// Bytes of a text that stands in a span, either as it is or, in lists and quotes, line by line behind other marks.
fn in_text(sources: &SourceMap, text: &str, span: Span, range: Range<usize>) -> Span {
    let whole = sources.text(span);
    let file = span.file;
    let base = span.range().start;
    if let Some(at) = whole.find(text) {
        return Span::new(file, base + at + range.start, base + at + range.end);
    }
    let before = text.get(..range.start).unwrap_or(text);
    let number = before.matches('\n').count();
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let wanted = text
        .get(line_start..)
        .and_then(|rest| rest.lines().next())
        .unwrap_or("");
    let skipped: usize = whole.split_inclusive('\n').take(number).map(str::len).sum();
    let line = whole.get(skipped..).and_then(|rest| rest.lines().next()).unwrap_or("");
    let at = line.find(wanted).map(|at| at + range.start - line_start);
    let start = base + skipped + at.unwrap_or(0);
    let length = at.map_or(line.len(), |_| range.len().min(line.len()));
    Span::new(file, start, start + length)
}

/// The first place of a word at an origin of a page or behind it; the origin itself where the word is not there.
pub(super) fn behind(page: &super::pages::LintPage<'_>, origin: &crate::model::Origin, word: &str) -> Span {
    let span = page.span(origin);
    let text = page.sources.file(span.file).map_or("", |file| file.text.as_str());
    let rest = Span::new(span.file, span.range().start, text.len());
    match Lines::of(page.sources, rest).word(word) {
        found if found == rest => span,
        found => found,
    }
}
