//! Which findings are about what a run emits.

use crate::docs::Docs;
use crate::model::{Model, Origin, PropertySection};
use crate::source::{Diagnostic, FileId};
use std::collections::{BTreeMap, BTreeSet};

/// The findings in the pages that the items of a model come from.
pub(super) fn about(model: &Model, docs: &Docs, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let files = files(model, docs);
    let kept = |finding: &Diagnostic| files.contains(&finding.span.file);
    diagnostics.into_iter().filter(kept).collect()
}

/// A property that only a route or a request of another page shows.
fn is_of_a_call(section: PropertySection) -> bool {
    matches!(section, PropertySection::Route | PropertySection::Example)
}

fn files(model: &Model, docs: &Docs) -> BTreeSet<FileId> {
    let pages: BTreeMap<(Option<&str>, &str), FileId> = docs
        .pages
        .iter()
        .map(|page| {
            let version = page.version.as_ref().map(|version| version.0.as_str());
            ((version, &*page.path), page.file)
        })
        .collect();
    let mut files = BTreeSet::new();
    for schema in &model.schemas {
        let properties = schema
            .types
            .iter()
            .flat_map(|item| &item.properties)
            .filter(|property| !is_of_a_call(property.section))
            .map(|property| &property.origin);
        let types = schema
            .types
            .iter()
            .filter(|item| !item.placeholder)
            .map(|item| &item.origin);
        let enums = schema.enums.iter().map(|item| &item.origin);
        let operations = schema.operations.iter().map(|item| &item.origin);
        let origins = types.chain(properties).chain(enums).chain(operations);
        let version = Some(schema.version.0.as_str());
        let find = |origin: &Origin| {
            let path = &*origin.file;
            // Loose pages have no version.
            let own = pages.get(&(version, path)).or_else(|| pages.get(&(None, path)));
            own.copied().or_else(|| docs.sources.find(path))
        };
        files.extend(origins.filter_map(find));
    }
    files
}
