//! Reads every page of a docs root.

use super::identity::Identity;
use super::includes;
use super::reason;
use crate::docs::{Docs, PageFile, Profile, resolve_include};
use crate::markdown::{Block, Document, Include, Loader, zones};
use crate::model::{Account, Fact, PageKind, PageOutcome, PageRecord, Version};
use crate::page::{self, Context, Memo, Page};
use crate::source::{Diagnostic, FileId};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A page with everything that later steps ask about it.
pub(super) struct LoadedPage {
    /// Its version: the folder's, else the one that its example URLs name, else `beta`.
    pub(super) version: Version,
    /// Path below the version folder.
    pub(super) path: Arc<str>,
    /// Path below the docs root.
    pub(super) root_path: String,
    /// What it says.
    pub(super) page: Page,
    /// Its area and the resource that it belongs to.
    pub(super) identity: Identity,
    /// Its text.
    pub(super) file: FileId,
}

impl LoadedPage {
    /// The page's line in the ledger; `named` says whether its type has a name.
    pub(super) fn record(&self, named: bool) -> PageRecord {
        let page = &self.page;
        let routes = page.api.as_ref().map_or(0, |api| api.routes.len());
        let items = routes + usize::from(page.resource.is_some() && named) + page.enums.len();
        let outcome = match (page.kind, items) {
            (PageKind::Api, 0) => PageOutcome::Skipped("no route".to_owned()),
            (PageKind::Resource, 0) => PageOutcome::Skipped("neither heading nor annotation names its type".to_owned()),
            (_, 0) => PageOutcome::Skipped("describes no type, enum or operation".to_owned()),
            (_, items) => PageOutcome::Items(items),
        };
        PageRecord {
            file: self.root_path.clone(),
            kind: page.kind,
            outcome,
        }
    }
}

/// Reads all pages, in path order, on all threads.
pub(super) fn load(docs: &Docs) -> (Vec<LoadedPage>, Account) {
    let is_loose = docs.pages.iter().all(|page| page.version.is_none());
    let resolve = |include: &Include| {
        let found = resolve_include(&docs.sources, include.span.file, &include.path);
        found.map_err(|error| includes::finding(&error, include, is_loose))
    };
    let loader = Loader::new(&docs.sources, &resolve);
    let set = Set {
        docs,
        loader: &loader,
        descriptions: Memo::default(),
        versions: versions_of_zones(docs),
    };
    let pages = docs.pages.par_iter().flat_map_iter(|file| set.pages(file)).collect();
    let mut account = Account::default();
    record(loader.into_diagnostics(), &mut account);
    (pages, account)
}

/// The versions that the zones of all pages are for. Pages of types in such a set have no zones: all versions share them.
fn versions_of_zones(docs: &Docs) -> BTreeSet<&'static str> {
    let texts = docs.pages.iter().filter_map(|page| docs.sources.file(page.file));
    let texts = texts
        .map(|source| source.text.as_str())
        .filter(|text| zones::has_marks(text));
    texts.flat_map(zones::versions).collect()
}

/// The pages of a root, and what is needed to read them.
struct Set<'a> {
    docs: &'a Docs,
    loader: &'a Loader<'a>,
    descriptions: Memo,
    versions: BTreeSet<&'static str>,
}

impl Set<'_> {
    /// A page, once for each version that it is about.
    fn pages(&self, file: &PageFile) -> Vec<LoadedPage> {
        let text = self
            .docs
            .sources
            .file(file.file)
            .map_or("", |source| source.text.as_str());
        if !zones::has_marks(text) {
            let (document, found) = self.loader.load(file.file);
            return self.without_zones(file, &document, found);
        }
        // Marks of rows and columns: what stands between them is for all versions.
        let versions = zones::versions(text);
        if versions.is_empty() {
            let (document, found) = self.loader.load_part(file.file, &zones::of_version(text, ""));
            return self.without_zones(file, &document, found);
        }
        let load = |version: Version| {
            let (document, found) = self.loader.load_part(file.file, &zones::of_version(text, &version.0));
            self.page(file, version, &document, found)
        };
        match &file.version {
            Some(version) => vec![load(version.clone())],
            None => versions
                .into_iter()
                .map(|name| load(Version(name.to_owned())))
                .collect(),
        }
    }

    /// A page that is about one version; a type of a set with zones belongs to all of them.
    fn without_zones(&self, file: &PageFile, document: &Document, found: Vec<Diagnostic>) -> Vec<LoadedPage> {
        if let Some(version) = &file.version {
            return vec![self.page(file, version.clone(), document, found)];
        }
        if self.versions.is_empty()
            || !page::says_type(document)
            || version_of_examples(document, &self.docs.profile).is_some()
        {
            return vec![self.page(file, self.version_of(document), document, found)];
        }
        let versions = self.versions.iter().map(|name| Version((*name).to_owned()));
        versions
            .map(|version| self.page(file, version, document, found.clone()))
            .collect()
    }

    /// Without an address, a loose page is taken to be about the usual version of its set.
    fn version_of(&self, document: &Document) -> Version {
        let profile = &self.docs.profile;
        version_of_examples(document, profile).unwrap_or_else(|| Version(profile.version().to_owned()))
    }

    fn page(&self, file: &PageFile, version: Version, document: &Document, diagnostics: Vec<Diagnostic>) -> LoadedPage {
        let sources = &self.docs.sources;
        let context = Context {
            profile: &self.docs.profile,
            sources,
            file: file.file,
            path: &file.path,
            version: Some(&version),
            descriptions: &self.descriptions,
        };
        let mut page = page::read(&context, document, file.folder);
        let included = included(document, file.file);
        (0..included).for_each(|_| page.account.read(Fact::Include));
        record(diagnostics, &mut page.account);
        let identity = Identity::of(context.stem(), file.folder, &page);
        LoadedPage {
            path: Arc::clone(&file.path),
            root_path: sources.path(file.file).to_owned(),
            page,
            identity,
            file: file.file,
            version,
        }
    }
}

/// How many files have text that became part of the page.
fn included(document: &Document, own: FileId) -> usize {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let files: BTreeSet<FileId> = blocks.filter_map(file_of).filter(|file| *file != own).collect();
    files.len()
}

/// Records what is wrong with the markup: an include that was not read is a fact that was not.
fn record(diagnostics: Vec<Diagnostic>, account: &mut Account) {
    for diagnostic in diagnostics {
        match reason::of_include(diagnostic.code) {
            Some(reason) => account.unread_with(reason, diagnostic),
            None => account.report(diagnostic),
        }
    }
}

fn file_of(block: &Block) -> Option<FileId> {
    match block {
        Block::Paragraph(text) => Some(text.span.file),
        Block::Table(table) => Some(table.span.file),
        Block::Code(code) => Some(code.span.file),
        Block::Annotation(_) | Block::Include(_) => None,
    }
}

/// `https://graph.microsoft.com/beta/...` in a code block.
fn version_of_examples(document: &Document, profile: &Profile) -> Option<Version> {
    let codes = document
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .filter_map(|block| match block {
            Block::Code(code) => Some(code.text.as_str()),
            _ => None,
        });
    codes
        .filter_map(|code| code.split_once("https://"))
        .find_map(|(_, after)| {
            let (host, path) = after.split_once('/').filter(|(host, _)| profile.has_host(host))?;
            let name = path.split(['/', ' ', '\n']).next().filter(|_| !host.is_empty())?;
            profile.is_version(name).then(|| Version(name.to_owned()))
        })
}
