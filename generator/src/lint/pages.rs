//! What rules read.

use super::documented::Documented;
use super::files::Files;
use super::known::Known;
use super::place::Lines;
use crate::docs::{Docs, Profile};
use crate::markdown::{self, Document};
use crate::model::{Account, Model, Origin, QualifiedName, Version};
use crate::page::Page;
use crate::resolve::{PageRows, PageView};
use crate::source::{FileId, SourceMap, Span};
use rayon::prelude::*;

/// The pages of a docs root, read.
pub struct Set<'a> {
    /// The files.
    pub(super) docs: &'a Docs,
    /// What they say, version by version.
    pub(super) versions: Vec<Known<'a>>,
    /// What was read, guessed and left unread.
    pub(super) account: &'a Account,
    /// Which files there are.
    pub(super) files: Files,
    /// Which page documents what.
    pub(super) types: Documented<'a>,
    /// The pages with their rows.
    pub(super) pages: Vec<LintPage<'a>>,
    /// The markup of every file, pages and includes; included files are not put in place.
    pub(super) documents: Vec<(FileId, Document)>,
}

/// A page, as rules see it.
#[derive(Clone)]
pub(super) struct LintPage<'a> {
    pub(super) version: &'a Version,
    /// Below the version folder, as in origins.
    pub(super) path: &'a str,
    pub(super) file: FileId,
    pub(super) page: &'a Page,
    /// The type that a resource page describes.
    pub(super) type_name: Option<QualifiedName>,
    pub(super) sources: &'a SourceMap,
    /// Which service the pages are about.
    pub(super) profile: &'a Profile,
}

impl<'a> Set<'a> {
    /// The set of what one run read.
    pub fn new(docs: &'a Docs, rows: &'a PageRows, model: &'a Model) -> Self {
        let view = |view: PageView<'a>| LintPage {
            version: view.version,
            path: view.path,
            file: view.file,
            page: view.page,
            type_name: view.type_name,
            sources: &docs.sources,
            profile: &docs.profile,
        };
        let files: Vec<_> = docs.sources.iter().collect();
        let documents = files
            .into_par_iter()
            .map(|(id, file)| (id, markdown::read(id, &file.text).0));
        let pages: Vec<LintPage<'a>> = rows.views().into_iter().map(view).collect();
        Self {
            docs,
            account: &model.ledger.account,
            files: Files::of(docs),
            types: Documented::of(&pages),
            versions: model.schemas.iter().map(Known::of).collect(),
            pages,
            documents: documents.collect(),
        }
    }

    /// The files.
    pub fn sources(&self) -> &'a SourceMap {
        &self.docs.sources
    }

    /// The resource page that a link of a page leads to.
    pub(super) fn page_of(&self, page: &LintPage<'_>, link: &str) -> Option<&LintPage<'a>> {
        let stem = link.split('#').next()?.rsplit('/').next()?.strip_suffix(".md")?;
        self.pages.get(self.types.place(page.version, stem)?)
    }

    /// The markup of a file.
    pub(super) fn document(&self, file: FileId) -> Option<&Document> {
        let at = self.documents.binary_search_by_key(&file, |(id, _)| *id).ok()?;
        self.documents.get(at).map(|(_, document)| document)
    }

    /// What the pages of a version say.
    pub(super) fn known(&self, version: &Version) -> Option<&Known<'a>> {
        self.versions.iter().find(|known| known.schema.version == *version)
    }
}

impl<'a> LintPage<'a> {
    /// The text of the page.
    pub(super) fn text(&self) -> &'a str {
        self.sources.file(self.file).map_or("", |file| file.text.as_str())
    }

    /// The file name without folder and extension.
    pub(super) fn stem(&self) -> &'a str {
        let name = self.path.rsplit('/').next().unwrap_or(self.path);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The rest of the line that an origin of this page names. Included files have paths below the root.
    pub(super) fn span(&self, origin: &Origin) -> Span {
        let own = (*origin.file == *self.path).then_some(self.file);
        let file = own.or_else(|| self.sources.find(&origin.file)).unwrap_or(self.file);
        let source = self.sources.file(file);
        source.map_or(Span::new(self.file, 0, 0), |source| {
            source.span_at(file, origin.line, origin.column)
        })
    }

    /// A word in the line of an origin, in this spelling; the whole line where it is not there.
    pub(super) fn word(&self, origin: &Origin, word: &str) -> Span {
        Lines::of(self.sources, self.span(origin)).word(word)
    }
}
