//! From pages to the model: names are bound, types of several pages merged, enums found, everything sorted.
//!
//! Steps, each in its file: `pages` reads every page in parallel; `identity` gives each page its area and resource;
//! `index` knows every documented name; `bind` turns a type cell into a reference; `types` (with `bases`), `enums` and
//! `operations` (with `bodies` and `route_permissions`) make the model's items; `placeholders` adds what is referred to and never described.

mod account;
mod arguments;
mod bases;
mod bind;
mod bodies;
mod decide;
mod enums;
mod identity;
mod index;
mod inline;
mod members;
mod navigation;
mod operations;
mod pages;
mod paths;
mod placeholders;
mod reason;
mod route_permissions;
mod scope_names;
mod sentinel;
mod spans;
mod spelling;
mod types;
mod why;

pub use why::{Decision, Evidence, Rejected, Why};

use crate::docs::Docs;
use crate::model::{Account, Ledger, Model, PageKind, PageOutcome, PageRecord, Schema, Version};
use crate::source::Diagnostic;
use pages::LoadedPage;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The rows of every page, which the model was made of.
///
/// A program that ends can leave them where they are: there are millions, and freeing them one by one takes time.
pub struct Rows(BTreeMap<Version, Vec<LoadedPage>>);

impl std::fmt::Debug for Rows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let pages: usize = self.0.values().map(Vec::len).sum();
        write!(f, "Rows of {pages} pages")
    }
}

/// Builds the model of a docs root.
pub fn build(docs: &Docs) -> (Model, Vec<Diagnostic>) {
    let (model, diagnostics, _) = build_from_rows(docs);
    (model, diagnostics)
}

/// The same, and what the model was made of.
pub fn build_from_rows(docs: &Docs) -> (Model, Vec<Diagnostic>, Rows) {
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
        .map(|(version, pages)| schema(docs, version.clone(), pages))
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
    let ledger = Ledger { pages, account };
    (Model { schemas, ledger }, diagnostics, Rows(versions))
}

fn schema(docs: &Docs, version: Version, pages: &[LoadedPage]) -> (Schema, Vec<PageRecord>, Account) {
    let mut account = Account::default();
    let index = index::Index::new(pages);
    let record = |page: &LoadedPage| page.record(index.type_name(&page.path).is_some());
    let records = pages.iter().map(record).collect();
    let spans = spans::Spans::new(&docs.sources, pages);
    let mut types = types::build(pages, &index);
    let mut enums = enums::build(pages, &index);
    let known = decide::body::KnownProperties::of(&types);
    let calls: Vec<_> = pages
        .iter()
        .filter_map(|page| Some((page, page.page.api.as_ref()?)))
        .collect();
    let built = calls
        .par_iter()
        .map(|(page, rows)| operations::build(page, rows, &index, &known));
    let (mut operations, accounts): (Vec<_>, Vec<_>) = built.unzip();
    for found in accounts {
        account.merge(found);
    }
    bodies::describe(&mut types, &operations);
    navigation::add(&mut types, &operations, &spans, &mut account);
    members::add(&types, &mut enums, &spans, &mut account);
    sentinel::add(&mut types, &enums);
    inline::build(&mut types, &operations, &mut enums);
    placeholders::add(&mut types, &operations, &enums, &spans, &mut account);
    let kinds = decide::Kinds::of(&types, &enums);
    let exchanges = calls.par_iter().zip(&mut operations);
    exchanges.for_each(|((page, rows), operation)| operations::exchange(page, rows, operation, &index, &kinds));
    types.sort_by(|a, b| (&a.name, &a.area).cmp(&(&b.name, &b.area)));
    enums.sort_by(|a, b| (&a.name, &a.area).cmp(&(&b.name, &b.area)));
    operations.sort_by(|a, b| a.file.cmp(&b.file));
    route_permissions::add(&mut operations);
    scope_names::check(&operations, &spans, &mut account);
    account::add(&types, &enums, &spans, &mut account);
    (
        Schema {
            version,
            types,
            enums,
            operations,
        },
        records,
        account,
    )
}
