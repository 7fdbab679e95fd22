//! Pages with their includes in place.

use super::document::{Block, Document, Include};
use super::expansion::Expansion;
use crate::source::{Diagnostic, FileId, SourceMap, Span};
use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

/// Finds the file of an include line; `Err` says why the line is not replaced.
pub type Resolve<'a> = dyn Fn(&Include) -> Result<FileId, Diagnostic> + Sync + 'a;

/// Reads one page with its includes in place; the diagnostics of the included files come last.
///
/// To read many pages use a [`Loader`], which reads each included file once.
pub fn load(sources: &SourceMap, file: FileId, resolve: &Resolve<'_>) -> (Document, Vec<Diagnostic>) {
    let loader = Loader::new(sources, resolve);
    let (document, mut diagnostics) = loader.load(file);
    diagnostics.extend(loader.into_diagnostics());
    (document, diagnostics)
}

/// Reads pages, from any number of threads, and remembers every included file.
pub struct Loader<'a> {
    sources: &'a SourceMap,
    resolve: &'a Resolve<'a>,
    /// One place for each file of `sources`, filled when the file is first included.
    included: Vec<OnceLock<Document>>,
    /// What is wrong in included files. Keyed, because every page that includes the file finds it again.
    findings: Mutex<BTreeMap<(Span, &'static str), Diagnostic>>,
}

impl<'a> Loader<'a> {
    /// A loader of these files.
    pub fn new(sources: &'a SourceMap, resolve: &'a Resolve<'a>) -> Self {
        Self {
            sources,
            resolve,
            included: sources.iter().map(|_| OnceLock::new()).collect(),
            findings: Mutex::default(),
        }
    }

    /// Reads a page. The diagnostics are those of the page itself; what is wrong in included files is kept for
    /// [`into_diagnostics`](Self::into_diagnostics).
    pub fn load(&self, file: FileId) -> (Document, Vec<Diagnostic>) {
        self.load_part(file, self.text(file))
    }

    /// The same for a page of which some parts are blank: `text` is as long as the text of the file.
    pub fn load_part(&self, file: FileId, text: &str) -> (Document, Vec<Diagnostic>) {
        let (page, diagnostics) = super::read(file, text);
        if !page.has_includes() {
            return (page, diagnostics);
        }
        let mut expansion = Expansion::new(self, file);
        expansion.sections(page.sections);
        let (sections, found) = expansion.finish();
        let document = Document { sections, ..page };
        (
            document,
            diagnostics.into_iter().chain(self.keep_foreign(file, found)).collect(),
        )
    }

    /// What is wrong in the included files, each finding once, in the order of files and places.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        let findings = self.findings.into_inner().unwrap_or_else(PoisonError::into_inner);
        findings.into_values().collect()
    }

    /// The file of an include line.
    pub(super) fn resolve(&self, include: &Include) -> Result<FileId, Diagnostic> {
        (self.resolve)(include)
    }

    /// An included file, its own includes left as they are; `None` for an id of another source map.
    pub(super) fn included(&self, file: FileId) -> Option<&Document> {
        let place = self.included.get(file.0 as usize)?;
        Some(place.get_or_init(|| {
            let (document, found) = self.read(file);
            self.keep(found);
            document
        }))
    }

    fn read(&self, file: FileId) -> (Document, Vec<Diagnostic>) {
        super::read(file, self.text(file))
    }

    fn text(&self, file: FileId) -> &str {
        self.sources.file(file).map_or("", |source| source.text.as_str())
    }

    /// Gives back the findings that lie in the page and keeps the others.
    fn keep_foreign(&self, page: FileId, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let (own, foreign) = found.into_iter().partition(|diagnostic| diagnostic.span.file == page);
        self.keep(foreign);
        own
    }

    fn keep(&self, found: Vec<Diagnostic>) {
        if found.is_empty() {
            return;
        }
        let mut findings = self.findings.lock().unwrap_or_else(PoisonError::into_inner);
        for diagnostic in found {
            findings
                .entry((diagnostic.span, diagnostic.code.id))
                .or_insert(diagnostic);
        }
    }
}

impl Document {
    fn has_includes(&self) -> bool {
        let mut blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.any(|block| match block {
            Block::Include(_) => true,
            Block::Paragraph(text) => text.first_include().is_some(),
            Block::Table(table) => table.cells().any(|cell| cell.first_include().is_some()),
            Block::Code(_) | Block::Annotation(_) => false,
        })
    }
}
