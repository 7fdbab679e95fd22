//! From pages to the model: names are bound, types of several pages merged, enums found, everything sorted.
//!
//! `pages` reads every page in parallel; `passes` makes a version of the API of its pages and lists what each pass needs
//! and gives. `decide` weighs what pages say in several places, and `why` explains its decisions.

mod account;
mod alternatives;
mod arguments;
mod bases;
mod bind;
mod bodies;
mod by_name;
mod decide;
mod enums;
mod identity;
mod includes;
mod index;
mod inline;
mod known;
mod members;
mod navigation;
mod operations;
mod pages;
mod passes;
mod paths;
mod placeholders;
mod places;
mod reason;
mod scope_names;
mod segments;
mod sent;
mod sentinel;
mod shared_routes;
mod spans;
mod spelling;
mod stated;
mod types;
mod verb_first;
mod why;

pub(crate) use arguments::is_id;
pub use why::{Decision, Evidence, Rejected, Why};

use crate::docs::{Docs, Profile};
use crate::model::{Account, Ledger, Model, PageKind, PageOutcome, PageRecord, QualifiedName, Schema, Version};
use crate::page::Page;
use crate::source::{Diagnostic, FileId};
use pages::LoadedPage;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The rows of every page, which the model was made of.
///
/// A program that ends can leave them where they are: there are millions, and freeing them one by one takes time.
pub struct PageRows(BTreeMap<Version, Vec<LoadedPage>>);

impl std::fmt::Debug for PageRows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let pages: usize = self.0.values().map(Vec::len).sum();
        write!(f, "PageRows of {pages} pages")
    }
}

/// A page with its rows.
#[derive(Debug, Clone)]
pub struct PageView<'a> {
    /// Its version.
    pub version: &'a Version,
    /// Path below the version folder, as in origins.
    pub path: &'a str,
    /// Its text.
    pub file: FileId,
    /// What it says.
    pub page: &'a Page,
    /// The type that a resource page describes.
    pub type_name: Option<QualifiedName>,
}

impl PageRows {
    /// Every page, version by version in path order.
    pub fn views(&self) -> Vec<PageView<'_>> {
        let mut views = Vec::new();
        for (version, pages) in &self.0 {
            let index = index::Index::new(pages);
            views.extend(pages.iter().map(|page| PageView {
                version,
                path: &page.path,
                file: page.file,
                page: &page.page,
                type_name: index.type_name(&page.path).cloned(),
            }));
        }
        views
    }
}

/// Builds the model of a docs root.
pub fn build(docs: &Docs) -> (Model, Vec<Diagnostic>) {
    let (model, diagnostics, _) = build_from_rows(docs);
    (model, diagnostics)
}

/// The same, and what the model was made of.
pub fn build_from_rows(docs: &Docs) -> (Model, Vec<Diagnostic>, PageRows) {
    let (mut pages, mut account) = pages::load(docs);
    for found in &docs.diagnostics {
        account.report(found.clone());
    }
    for page in &mut pages {
        account.merge(std::mem::take(&mut page.page.account));
    }
    let mut versions: BTreeMap<Version, Vec<LoadedPage>> = BTreeMap::new();
    for page in pages {
        versions.entry(page.version.clone()).or_default().push(page);
    }
    let built: Vec<(Schema, Vec<PageRecord>, Account)> = versions
        .par_iter()
        .map(|(version, pages)| passes::run(docs, version.clone(), pages))
        .collect();
    let (mut schemas, mut pages) = (Vec::new(), Vec::new());
    for (schema, records, found) in built {
        schemas.push(schema);
        pages.extend(records);
        account.merge(found);
    }
    let skipped = docs.skipped.iter().map(|file| PageRecord {
        file: file.path.clone(),
        kind: PageKind::Other,
        outcome: PageOutcome::Skipped(file.reason.clone()),
    });
    pages.extend(skipped);
    pages.sort_by(|a, b| a.file.cmp(&b.file));
    let diagnostics = account.take_diagnostics();
    let ledger = Ledger {
        pages,
        account,
        corrections: docs.corrections,
    };
    let base_url = Some(docs.profile.base_url()).filter(|url| *url != Profile::default().base_url());
    let model = Model {
        schemas,
        ledger,
        base_url,
    };
    (model, diagnostics, PageRows(versions))
}
