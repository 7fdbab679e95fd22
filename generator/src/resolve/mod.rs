//! From pages to the model: names are bound, types of several pages merged, enums found, everything sorted.
//!
//! Steps, each in its file: `pages` reads every page in parallel; `identity` gives each page its area and resource;
//! `index` knows every documented name; `bind` turns a type cell into a reference; `types` (with `bases`), `enums` and
//! `operations` (with `bodies` and `route_permissions`) make the model's items; `placeholders` adds what is referred to and never described.

mod account;
mod area;
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
mod route_permissions;
mod scope_names;
mod sentinel;
mod spans;
mod spelling;
mod types;

use crate::docs::Docs;
use crate::model::{Ledger, Model, PageKind, PageOutcome, PageRecord, Schema, Version};
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
    let mut diagnostics = docs.diagnostics.clone();
    let (mut pages, found) = pages::load(docs);
    diagnostics.extend(found);
    let mut ledger = Ledger::default();
    for page in &mut pages {
        diagnostics.append(&mut page.page.diagnostics);
        ledger.merge(std::mem::take(&mut page.page.ledger));
    }
    let mut versions: BTreeMap<Version, Vec<LoadedPage>> = BTreeMap::new();
    for page in pages {
        versions.entry(page.version.clone()).or_default().push(page);
    }
    let built: Vec<(Schema, Ledger, Vec<Diagnostic>)> = versions
        .par_iter()
        .map(|(version, pages)| schema(docs, version.clone(), pages))
        .collect();
    let mut schemas = Vec::new();
    for (schema, account, found) in built {
        schemas.push(schema);
        ledger.merge(account);
        diagnostics.extend(found);
    }
    let skipped = docs.skipped.iter().map(|file| PageRecord {
        file: file.path.clone(),
        kind: PageKind::Other,
        outcome: PageOutcome::Skipped(file.reason.clone()),
    });
    ledger.pages.extend(skipped);
    ledger.pages.sort_by(|a, b| a.file.cmp(&b.file));
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code.id));
    (Model { schemas, ledger }, diagnostics, Rows(versions))
}

fn schema(docs: &Docs, version: Version, pages: &[LoadedPage]) -> (Schema, Ledger, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let index = index::Index::new(pages);
    let record = |page: &LoadedPage| page.record(index.type_name(&page.path).is_some());
    let mut ledger = Ledger {
        pages: pages.iter().map(record).collect(),
        ..Ledger::default()
    };
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
    for account in accounts {
        ledger.merge(account);
    }
    bodies::describe(&mut types, &operations);
    navigation::add(&mut types, &operations, &mut ledger);
    members::add(&types, &mut enums, &mut ledger);
    sentinel::add(&mut types, &enums);
    inline::build(&mut types, &operations, &mut enums);
    placeholders::add(&mut types, &operations, &enums, &spans, &mut diagnostics);
    let kinds = decide::Kinds::of(&types, &enums);
    let exchanges = calls.par_iter().zip(&mut operations);
    exchanges.for_each(|((page, rows), operation)| operations::exchange(page, rows, operation, &index, &kinds));
    types.sort_by(|a, b| (&a.name, &a.area).cmp(&(&b.name, &b.area)));
    enums.sort_by(|a, b| (&a.name, &a.area).cmp(&(&b.name, &b.area)));
    operations.sort_by(|a, b| a.file.cmp(&b.file));
    route_permissions::add(&mut operations);
    diagnostics.extend(scope_names::check(&operations, &spans));
    account::add(&types, &enums, &mut ledger);
    (
        Schema {
            version,
            types,
            enums,
            operations,
        },
        ledger,
        diagnostics,
    )
}
