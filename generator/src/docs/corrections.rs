//! Corrections of pages that are wrong, as data with a reason.
//!
//! ```toml
//! [[correction]]
//! page = "beta/resources/kettle.md"       # below the docs root, as diagnostics name it
//! find = "|litres|Int32|"
//! replace = "|litres|Double|"
//! why = "The service sends fractions."
//! link = "https://example.com/issues/17"  # where that was found out
//! times = 1                               # how often the page says it; 1 when left out
//! ```
//!
//! They are applied to the text of a page before it is read, in the order of the file. Diagnostics point into the
//! corrected text; a replacement of as many lines as it replaces keeps all other places as they are.

use crate::source::codes::setting::{BAD_CORRECTION, UNAPPLIED_CORRECTION};
use crate::source::{Diagnostic, FileId, SourceFile, SourceMap, Span};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use thiserror::Error;
use toml::Spanned;

/// The entries of such a file.
#[derive(Debug, Clone, Default)]
pub struct Corrections {
    sources: SourceMap,
    entries: Vec<Entry>,
    by_page: BTreeMap<String, Vec<usize>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    page: Spanned<String>,
    find: Spanned<String>,
    replace: String,
    why: Spanned<String>,
    link: Spanned<String>,
    #[serde(default = "once")]
    times: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    correction: Vec<Entry>,
}

/// Why corrections cannot be used. Each diagnostic points into the corrections file.
#[derive(Debug, Clone, Error)]
#[error("{}", self.first())]
#[non_exhaustive]
pub struct CorrectionsError {
    /// The corrections file.
    pub sources: SourceMap,
    /// What is wrong with it, in the order of its entries.
    pub diagnostics: Vec<Diagnostic>,
}

/// An entry that does not apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unapplied {
    /// The number of the entry.
    pub(crate) entry: usize,
    diagnostic: Diagnostic,
}

/// How often the page said what an entry looks for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    entry: usize,
    times: usize,
}

impl Corrections {
    /// Reads the text of such a file; `name` is shown in errors.
    pub fn parse(name: &str, text: &str) -> Result<Self, CorrectionsError> {
        let sources = SourceMap::new(vec![SourceFile::new(name, text)]);
        let bad = |message: &str, range: Range<usize>| Diagnostic::new(&BAD_CORRECTION, span(&range), message);
        let parsed = toml::from_str::<File>(text);
        let file = match parsed {
            Ok(file) => file,
            Err(error) => {
                let diagnostics = vec![bad(error.message(), error.span().unwrap_or(0..0))];
                return Err(CorrectionsError { sources, diagnostics });
            }
        };
        let diagnostics: Vec<_> = file
            .correction
            .iter()
            .filter_map(Entry::mistake)
            .map(|(message, range)| bad(message, range))
            .collect();
        if !diagnostics.is_empty() {
            return Err(CorrectionsError { sources, diagnostics });
        }
        let mut by_page: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, entry) in file.correction.iter().enumerate() {
            by_page.entry(entry.page.get_ref().clone()).or_default().push(number);
        }
        Ok(Self {
            sources,
            entries: file.correction,
            by_page,
        })
    }

    /// Corrects the text of a page, and tells what became of each of its entries.
    pub(super) fn apply(&self, path: &str, text: &mut String) -> Vec<Found> {
        let numbers = self.by_page.get(path).into_iter().flatten();
        let entries = numbers.filter_map(|&number| Some((number, self.entries.get(number)?)));
        let mut found = Vec::new();
        for (number, entry) in entries {
            let times = text.matches(entry.find.get_ref().as_str()).count();
            if times == entry.times {
                *text = text.replace(entry.find.get_ref().as_str(), &entry.replace);
            }
            found.push(Found { entry: number, times });
        }
        found
    }

    /// The entries that do not apply: of pages that were read and do not say it, and of pages that `is_missing` says
    /// are not there. Pages that were left out on purpose are no mistake.
    pub(super) fn unapplied(&self, found: &[Found], is_missing: impl Fn(&str) -> bool) -> Vec<Unapplied> {
        let found: BTreeMap<usize, usize> = found.iter().map(|found| (found.entry, found.times)).collect();
        let entries = self.entries.iter().enumerate();
        let unapplied = entries.filter_map(|(number, entry)| {
            let diagnostic = match found.get(&number) {
                Some(&times) => entry.miscount(times)?,
                None if is_missing(entry.page.get_ref()) => entry.no_page(),
                None => return None,
            };
            Some(Unapplied {
                entry: number,
                diagnostic,
            })
        });
        unapplied.collect()
    }

    /// An error that names these entries; none without any.
    pub(crate) fn check(&self, unapplied: &[Unapplied]) -> Result<(), CorrectionsError> {
        if unapplied.is_empty() {
            return Ok(());
        }
        Err(CorrectionsError {
            sources: self.sources.clone(),
            diagnostics: unapplied.iter().map(|entry| entry.diagnostic.clone()).collect(),
        })
    }

    /// How many entries have corrected something.
    pub(super) fn applied(&self, found: &[Found]) -> usize {
        let times = |entry: usize| self.entries.get(entry).map(|entry| entry.times);
        found
            .iter()
            .filter(|found| times(found.entry) == Some(found.times))
            .count()
    }
}

impl Entry {
    /// What is wrong with an entry by itself.
    fn mistake(&self) -> Option<(&'static str, Range<usize>)> {
        let find = self.find.get_ref();
        let link = self.link.get_ref();
        if find.is_empty() {
            return Some(("`find` is empty", self.find.span()));
        }
        if *find == self.replace {
            return Some(("`replace` is the same as `find`", self.find.span()));
        }
        if self.times == 0 {
            return Some(("`times` is 0", self.find.span()));
        }
        if self.why.get_ref().trim().is_empty() {
            return Some(("`why` is empty: say what is wrong with the page", self.why.span()));
        }
        if !link.starts_with("https://") && !link.starts_with("http://") {
            return Some(("`link` is not the address of a web page", self.link.span()));
        }
        None
    }

    fn miscount(&self, times: usize) -> Option<Diagnostic> {
        let page = self.page.get_ref();
        let diagnostic = |message: String| Diagnostic::new(&UNAPPLIED_CORRECTION, span(&self.find.span()), message);
        match times {
            _ if times == self.times => None,
            0 => Some(
                diagnostic(format!("{page} does not say this"))
                    .help("remove the entry if the page was corrected; if its text has changed, copy it from the page"),
            ),
            _ => Some(
                diagnostic(format!("{page} says this {times} times, not {}", self.times)).help(format!(
                    "add text around it until it is unique, or `times = {times}` to correct all of them"
                )),
            ),
        }
    }

    fn no_page(&self) -> Diagnostic {
        let message = format!("{} is not among the pages", self.page.get_ref());
        Diagnostic::new(&UNAPPLIED_CORRECTION, span(&self.page.span()), message)
            .help("name the page below the docs root, as diagnostics do, or remove the entry if the page is gone")
    }
}

impl CorrectionsError {
    fn first(&self) -> String {
        let Some(diagnostic) = self.diagnostics.first() else {
            return String::new();
        };
        let place = self.sources.line_column(diagnostic.span);
        let path = self.sources.path(diagnostic.span.file);
        let more = match self.diagnostics.len() {
            1 => String::new(),
            all => format!(" (and {} more)", all - 1),
        };
        format!("{path}:{}:{}: {}{more}", place.line, place.column, diagnostic.message)
    }
}

fn once() -> usize {
    1
}

fn span(range: &Range<usize>) -> Span {
    Span::new(FileId(0), range.start, range.end)
}
