//! From the model's origins back to spans, for diagnostics that need several pages.

use super::pages::LoadedPage;
use crate::model::Origin;
use crate::source::{FileId, SourceMap, Span};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// The files of one version's pages.
pub(super) struct Spans<'a> {
    sources: &'a SourceMap,
    files: BTreeMap<&'a str, FileId>,
    /// The resource pages by their names in small letters.
    resources: FxHashMap<String, &'a str>,
}

impl<'a> Spans<'a> {
    /// Knows these pages; included files are known by their path below the root.
    pub(super) fn new(sources: &'a SourceMap, pages: &'a [LoadedPage]) -> Self {
        let files: BTreeMap<&str, FileId> = pages.iter().map(|page| (&*page.path, page.file)).collect();
        let paths = files.keys().rev().filter(|path| path.contains("resources/"));
        let resources = paths.filter_map(|path| Some((name_of_file(path)?.to_ascii_lowercase(), *path)));
        let resources = resources.collect();
        Self {
            sources,
            files,
            resources,
        }
    }

    /// The rest of the line that an origin names.
    pub(super) fn of(&self, origin: &Origin) -> Option<Span> {
        let known = self.files.get(&*origin.file).copied();
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

    /// A word in the line of an origin, in any case, or else the first place below where it stands in this spelling.
    pub(super) fn of_word_below(&self, origin: &Origin, word: &str) -> Option<Span> {
        let whole = self.of(origin)?;
        match self.of_word(origin, word)? {
            found if found == whole => self.of_words(origin, word),
            found => Some(found),
        }
    }

    /// The first places of a name at an origin or behind it, as often as it stands there: a longer name is another one.
    pub(super) fn places(&self, origin: &Origin, name: &str, most: usize) -> Vec<Span> {
        let Some(whole) = self.of(origin) else {
            return Vec::new();
        };
        let text = self.sources.file(whole.file).map_or("", |file| file.text.as_str());
        let start = whole.range().start;
        let behind = text.get(start..).unwrap_or("");
        let inside = |c: char| c.is_alphanumeric() || c == '_';
        let alone = |at: &usize| {
            let (before, rest) = (
                behind.get(..*at).unwrap_or(""),
                behind.get(at + name.len()..).unwrap_or(""),
            );
            let mut next = rest.chars();
            let goes_on = match next.next() {
                Some('.') => next.next().is_some_and(inside),
                Some(c) => inside(c),
                None => false,
            };
            !goes_on && !before.ends_with(|c: char| inside(c) || c == '.')
        };
        let places = behind.match_indices(name).map(|(at, _)| at).filter(alone).take(most);
        places
            .map(|at| Span::new(whole.file, start + at, start + at + name.len()))
            .collect()
    }

    /// The page that is called like a type.
    pub(super) fn page_of(&self, name: &str) -> Option<&'a str> {
        self.resources.get(&name.to_ascii_lowercase()).copied()
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

/// `kettle` of `resources/kettle.md`.
fn name_of_file(path: &str) -> Option<&str> {
    path.rsplit('/').next()?.strip_suffix(".md")
}
