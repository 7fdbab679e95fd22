//! From the model's origins back to spans, for diagnostics that need several pages.

use super::pages::LoadedPage;
use crate::model::Origin;
use crate::source::{FileId, SourceMap, Span};
use std::collections::BTreeMap;

/// The files of one version's pages.
pub(super) struct Spans<'a> {
    sources: &'a SourceMap,
    files: BTreeMap<&'a str, FileId>,
}

impl<'a> Spans<'a> {
    /// Knows these pages; included files are known by their path below the root.
    pub(super) fn new(sources: &'a SourceMap, pages: &'a [LoadedPage]) -> Self {
        let files = pages.iter().map(|page| (page.path.as_str(), page.file)).collect();
        Self { sources, files }
    }

    /// The rest of the line that an origin names.
    pub(super) fn of(&self, origin: &Origin) -> Option<Span> {
        let known = self.files.get(origin.file.as_str()).copied();
        let file = known.or_else(|| self.sources.find(&origin.file))?;
        Some(self.sources.file(file)?.span_at(file, origin.line, origin.column))
    }

    /// The same; every origin comes from one of the pages.
    pub(super) fn place(&self, origin: &Origin) -> Span {
        self.of(origin).unwrap_or_default()
    }

    /// A word in the line of an origin, in any case: the cell of a row that names a type, behind the cell that names the
    /// property. The rest of the line where it is spelled otherwise.
    pub(super) fn of_word(&self, origin: &Origin, word: &str) -> Option<Span> {
        let whole = self.of(origin)?;
        let line = self.sources.file(whole.file)?.text.get(whole.range())?;
        let (lower, word) = (line.to_ascii_lowercase(), word.to_ascii_lowercase());
        let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let alone = |at: &usize| {
            let (before, rest) = lower.split_at(*at);
            !inside(before.chars().next_back()) && !inside(rest.chars().nth(word.chars().count()))
        };
        let first_cell = line.strip_prefix('|').and_then(|rest| rest.find('|')).unwrap_or(0);
        let places = lower.match_indices(&word).map(|(at, _)| at);
        let at = places.filter(|at| *at >= first_cell).find(alone);
        Some(at.map_or(whole, |at| {
            let start = whole.range().start + at;
            Span::new(whole.file, start, start + word.len())
        }))
    }

    /// The first place of some words at an origin or behind it in its file; the origin itself when they are spelled
    /// otherwise there.
    pub(super) fn of_words(&self, origin: &Origin, words: &str) -> Option<Span> {
        let whole = self.of(origin)?;
        let start = whole.range().start;
        let behind = self.sources.file(whole.file)?.text.get(start..)?;
        let found = behind.find(words).map(|at| start + at);
        Some(found.map_or(whole, |at| Span::new(whole.file, at, at + words.len())))
    }
}
